//! The SQL of the keys that sign.

use db::{Tx, values};
use kernel::{Id, Instant};

use super::actions::PublicKey;
use crate::Result;
use crate::books::Batch;

/// The public keys, the latest first.
pub(super) fn keys(tx: &mut Tx<'_>, federation: Id) -> Result<Vec<PublicKey>> {
    let sql = "SELECT k.public_key, b.recorded_at FROM signing_key k
               JOIN batch b ON b.federation_id = k.federation_id AND b.number = k.batch
               WHERE k.federation_id = $1 ORDER BY k.id DESC LIMIT 20";
    Ok(tx.query(sql, &values![federation], |row| {
        Ok(PublicKey { key: row.text(0)?.to_owned(), since: Instant(row.int(1)?).iso() })
    })?)
}

/// The key that signs now: its id and its sealed secret.
pub(super) fn signing_key(tx: &mut Tx<'_>, federation: Id) -> Result<Option<(Id, Vec<u8>)>> {
    let sql = "SELECT k.id, s.sealed FROM signing_key k
               JOIN signing_secret s ON s.federation_id = k.federation_id AND s.key_id = k.id
               WHERE k.federation_id = $1 ORDER BY k.id DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation], |row| {
        Ok((row.id(0)?, row.opt_bytes(1)?.unwrap_or_default().to_vec()))
    })?)
}

/// Keeps the sealed secret of a key.
pub(super) fn insert_secret(batch: &mut Batch<'_, '_>, key: Id, sealed: Vec<u8>) -> Result<()> {
    let federation = batch.federation();
    let sql = "INSERT INTO signing_secret (federation_id, key_id, sealed) VALUES ($1, $2, $3)";
    batch.reader()?.execute(sql, &values![federation, key, sealed])?;
    Ok(())
}
