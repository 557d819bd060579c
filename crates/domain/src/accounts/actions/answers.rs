//! What programs were answered under the names they gave: the same question is answered the same, another one under the
//! same name is refused.

use kernel::{Actor, Refusal};
use sha2::{Digest, Sha256};

use super::keeping::no_account;
use crate::accounts::sign_in_store;
use crate::{App, Result};

/// Letters of a name at most.
const NAME_MAX: usize = 100;
/// An answer is remembered for a week.
const KEPT: i64 = 7 * 24 * 3_600_000;

/// An answer given before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// The status of HTTP.
    pub status: u16,
    /// The text.
    pub answer: String,
}

/// What was answered under this name, if the question was the same.
pub fn remembered(
    app: &App,
    actor: &Actor,
    name: &str,
    question: &[u8],
) -> Result<Option<Remembered>> {
    let account = actor.account.ok_or_else(no_account)?;
    if name.len() > NAME_MAX || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
        let message = "Idempotency-Key phải có 1 đến 100 chữ, không dấu cách";
        return Err(Refusal::new(
            "bad_idempotency_key",
            message,
            "Dùng một mã ngẫu nhiên cho mỗi việc",
        )
        .into());
    }
    let found = app.db.read(|tx| sign_in_store::answer(tx, app.federation, account, name))?;
    match found {
        Some((asked, _)) if asked != hash(question) => Err(Refusal::new(
            "idempotency_key_reused",
            "Idempotency-Key này đã dùng cho một việc khác",
            "Dùng một mã mới cho mỗi việc",
        )
        .into()),
        found => Ok(found.map(|(_, answer)| answer)),
    }
}

/// Remembers an answer.
pub fn remember(
    app: &App,
    actor: &Actor,
    name: &str,
    question: &[u8],
    told: &Remembered,
) -> Result<()> {
    let account = actor.account.ok_or_else(no_account)?;
    let now = app.now();
    app.db.write(|tx| {
        let asked = hash(question);
        sign_in_store::add_answer(
            tx,
            app.federation,
            account,
            (name, &asked),
            told,
            (now, now.0 - KEPT),
        )
    })
}

fn hash(question: &[u8]) -> String {
    let hash: ledger::chain::Hash = Sha256::digest(question).into();
    ledger::chain::hex(&hash)
}
