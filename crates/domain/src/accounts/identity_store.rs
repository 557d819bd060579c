//! The SQL of identities that a provider proves, and of browsers on their way there and back.

use db::{Row, Tx, values};
use kernel::{Id, Instant};

use super::model::{Errand, Identity, NewErrand};
use crate::Result;

/// The account an identity is tied to now.
pub(super) fn holder(
    tx: &mut Tx<'_>,
    federation: Id,
    issuer: &str,
    subject: &str,
) -> Result<Option<Id>> {
    let sql = "SELECT account_id, state FROM identity_fact
               WHERE federation_id = $1 AND issuer = $2 AND subject = $3 ORDER BY id DESC LIMIT 1";
    let found = tx.find(sql, &values![federation, issuer, subject], |row| {
        Ok((row.id(0)?, row.text(1)? == "tied"))
    })?;
    Ok(found.filter(|(_, is_tied)| *is_tied).map(|(account, _)| account))
}

fn identity(row: &Row<'_>) -> Result<Identity, db::DbError> {
    Ok(Identity {
        id: row.id(0)?,
        issuer: row.text(1)?.to_owned(),
        subject: row.text(2)?.to_owned(),
        named: row.opt_text(3)?.map(str::to_owned),
        tied_at: Instant(row.int(4)?),
        tied_by: row.text(5)?.to_owned(),
    })
}

/// The identities tied to an account, the first one first.
pub(super) fn identities_of(tx: &mut Tx<'_>, federation: Id, account: Id) -> Result<Vec<Identity>> {
    let sql = "SELECT f.id, f.issuer, f.subject, f.named, b.recorded_at, b.actor FROM identity_fact f
               JOIN batch b ON b.federation_id = f.federation_id AND b.number = f.batch
               WHERE f.federation_id = $1 AND f.account_id = $2 AND f.state = 'tied'
                 AND f.id = (SELECT MAX(l.id) FROM identity_fact l WHERE l.federation_id = f.federation_id
                     AND l.issuer = f.issuer AND l.subject = f.subject)
               ORDER BY f.id";
    Ok(tx.query(sql, &values![federation, account], identity)?)
}

/// Remembers a browser that is sent to the provider.
pub(super) fn add_errand(
    tx: &mut Tx<'_>,
    federation: Id,
    mark: &[u8],
    new: &NewErrand,
    (account, goes_to): (Option<Id>, &str),
    now: Instant,
) -> Result<()> {
    tx.execute(
        "INSERT INTO provider_errand (federation_id, mark, nonce, verifier, account_id, goes_to, begun_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &values![
            federation,
            mark.to_vec(),
            new.nonce.clone(),
            new.verifier.clone(),
            account,
            goes_to,
            now.0
        ],
    )?;
    Ok(())
}

/// Forgets who began before a moment, and the earliest where more are under way than are kept.
pub(super) fn sweep_errands(
    tx: &mut Tx<'_>,
    federation: Id,
    before: Instant,
    kept: i64,
) -> Result<()> {
    let sql = "DELETE FROM provider_errand WHERE federation_id = $1 AND begun_at < $2";
    tx.execute(sql, &values![federation, before.0])?;
    let sql = "SELECT begun_at FROM provider_errand WHERE federation_id = $1
               ORDER BY begun_at DESC LIMIT 1 OFFSET $2";
    if let Some(last) = tx.find(sql, &values![federation, kept], |row| row.int(0))? {
        let sql = "DELETE FROM provider_errand WHERE federation_id = $1 AND begun_at <= $2";
        tx.execute(sql, &values![federation, last])?;
    }
    Ok(())
}

/// Takes an errand that began no earlier than a moment; it is never found again.
pub(super) fn take_errand(
    tx: &mut Tx<'_>,
    federation: Id,
    mark: &[u8],
    since: Instant,
) -> Result<Option<Errand>> {
    let sql = "SELECT nonce, verifier, account_id, goes_to, begun_at FROM provider_errand
               WHERE federation_id = $1 AND mark = $2";
    let found = tx.find(sql, &values![federation, mark.to_vec()], |row| {
        let errand = Errand {
            nonce: row.text(0)?.to_owned(),
            verifier: row.text(1)?.to_owned(),
            ties: row.opt_id(2)?,
            goes_to: row.text(3)?.to_owned(),
        };
        Ok((errand, Instant(row.int(4)?)))
    })?;
    let sql = "DELETE FROM provider_errand WHERE federation_id = $1 AND mark = $2";
    tx.execute(sql, &values![federation, mark.to_vec()])?;
    Ok(found.filter(|(_, begun)| *begun >= since).map(|(errand, _)| errand))
}
