//! Putting files away, reading them back, sweeping those nothing refers to.

use db::Tx;
use kernel::Refusal;
use sha2::{Digest, Sha256};

use super::{rules, store};
use crate::{App, Error, Result};

/// Bytes of a part: with the 40 that sealing adds, no more than a megabyte.
const PART: usize = (1 << 20) - 64;

/// Puts a file away in the transaction that also writes what refers to it, and gives its hash.
pub fn put_in(app: &App, tx: &mut Tx<'_>, name: &str, bytes: &[u8]) -> Result<String> {
    rules::must_fit(name, bytes)?;
    let hash = hash_of(bytes);
    let seal = |part: &[u8]| app.keys.seal_bytes(&*app.entropy, part);
    let parts = bytes.chunks(PART).map(seal).collect::<Result<Vec<_>>>()?;
    store::insert(tx, app.federation, &hash, parts)?;
    Ok(hash)
}

fn hash_of(bytes: &[u8]) -> String {
    ledger::chain::hex(&Sha256::digest(bytes))
}

/// Reads a file whole, and proves that it is the one that was put away.
pub fn load(app: &App, tx: &mut Tx<'_>, hash: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for number in 0.. {
        let Some(part) = store::part(tx, app.federation, hash, number)? else { break };
        bytes.extend(app.keys.open_bytes(&part)?);
    }
    if bytes.is_empty() {
        return Err(Refusal::new(
            "file_gone",
            "Tệp này không còn được giữ trong sổ",
            "Gửi lại tệp nếu còn cần",
        )
        .into());
    }
    if hash_of(&bytes) != hash {
        return Err(Error::Broken(format!("tệp {hash} không còn đúng như khi cất")));
    }
    Ok(bytes)
}

/// Removes the files nothing refers to any more, and tells how many.
pub fn sweep(app: &App) -> Result<usize> {
    app.db.write(|tx| {
        let unused = store::unused(tx, app.federation)?;
        unused.iter().try_for_each(|hash| store::delete(tx, app.federation, hash))?;
        Ok(unused.len())
    })
}
