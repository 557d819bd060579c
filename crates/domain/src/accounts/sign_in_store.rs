//! The SQL of what passes and what is secret: passwords, sign-ins, links used once, failed tries, tokens.

use db::{Row, Tx, values};
use kernel::{Id, Instant, Power};

use super::model::{SignInRow, Stage, TokenRow, Visitor};
use crate::Result;

/// What is kept of an account's secrets.
#[derive(Clone, Default)]
pub(super) struct Secret {
    pub(super) password: Option<String>,
    /// The sealed key of the second factor.
    pub(super) totp: Option<Vec<u8>>,
    /// The last step that was used, so that a code works once.
    pub(super) totp_step: i64,
    /// Hashes of the recovery codes that are left, one a line.
    pub(super) recovery: String,
}

pub(super) fn secret(tx: &mut Tx<'_>, federation: Id, account: Id) -> Result<Option<Secret>> {
    let sql = "SELECT password, totp, totp_step, recovery FROM account_secret WHERE federation_id = $1 AND account_id = $2";
    Ok(tx.find(sql, &values![federation, account], |row| {
        Ok(Secret {
            password: row.opt_text(0)?.map(str::to_owned),
            totp: row.opt_bytes(1)?.map(<[u8]>::to_vec),
            totp_step: row.int(2)?,
            recovery: row.text(3)?.to_owned(),
        })
    })?)
}

pub(super) fn write_secret(
    tx: &mut Tx<'_>,
    federation: Id,
    account: Id,
    secret: &Secret,
    now: Instant,
) -> Result<()> {
    tx.execute(
        "INSERT INTO account_secret (federation_id, account_id, password, totp, totp_step, recovery, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (federation_id, account_id) DO UPDATE SET password = excluded.password, totp = excluded.totp,
             totp_step = excluded.totp_step, recovery = excluded.recovery, changed_at = excluded.changed_at",
        &values![
            federation,
            account,
            secret.password.clone(),
            secret.totp.clone(),
            secret.totp_step,
            secret.recovery.clone(),
            now.0
        ],
    )?;
    Ok(())
}

/// Remembers a sign-in name, and what the account is searched by; the second of that name fails on the key.
pub(super) fn add_login(
    tx: &mut Tx<'_>,
    federation: Id,
    (login, name): (&str, &str),
    account: Id,
) -> Result<()> {
    let sql = "INSERT INTO account_login (federation_id, login, account_id, search_key) VALUES ($1, $2, $3, $4)";
    let search_key = search_key(login, name);
    tx.execute(sql, &values![federation, login, account, search_key])?;
    Ok(())
}

/// What an account is found by: its sign-in name and the name of its owner, without marks.
fn search_key(login: &str, name: &str) -> String {
    vietnamese::fold::fold(&format!("{login} {name}"))
}

/// The account of a sign-in name is found by another name.
pub(super) fn rename(tx: &mut Tx<'_>, federation: Id, (login, name): (&str, &str)) -> Result<()> {
    let sql = "UPDATE account_login SET search_key = $1 WHERE federation_id = $2 AND login = $3";
    let search_key = search_key(login, name);
    tx.execute(sql, &values![search_key, federation, login])?;
    Ok(())
}

/// A sign-in as it is kept.
pub(super) struct Kept {
    pub(super) account: Id,
    pub(super) seen_at: Instant,
    pub(super) ends_at: Instant,
    pub(super) stage: Stage,
    pub(super) has_flash: bool,
}

pub(super) fn add_sign_in(
    tx: &mut Tx<'_>,
    federation: Id,
    token: &[u8],
    (account, stage): (Id, Stage),
    (now, ends_at): (Instant, Instant),
    visitor: &Visitor,
) -> Result<()> {
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    tx.execute(
        "INSERT INTO sign_in (federation_id, token, account_id, begun_at, seen_at, ends_at, stage, agent, address)
         VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)",
        &values![
            federation,
            token.to_vec(),
            account,
            now.0,
            ends_at.0,
            stage.code(),
            cut(&visitor.agent, 200),
            cut(&visitor.address, 60)
        ],
    )?;
    Ok(())
}

pub(super) fn sign_in(tx: &mut Tx<'_>, federation: Id, token: &[u8]) -> Result<Option<Kept>> {
    let sql = "SELECT account_id, seen_at, ends_at, stage, flash FROM sign_in WHERE federation_id = $1 AND token = $2";
    Ok(tx.find(sql, &values![federation, token.to_vec()], |row| {
        Ok(Kept {
            account: row.id(0)?,
            seen_at: Instant(row.int(1)?),
            ends_at: Instant(row.int(2)?),
            stage: if row.text(3)? == Stage::Whole.code() { Stage::Whole } else { Stage::Half },
            has_flash: row.opt_text(4)?.is_some(),
        })
    })?)
}

pub(super) fn seen(tx: &mut Tx<'_>, federation: Id, token: &[u8], now: Instant) -> Result<()> {
    let sql = "UPDATE sign_in SET seen_at = $3 WHERE federation_id = $1 AND token = $2";
    tx.execute(sql, &values![federation, token.to_vec(), now.0])?;
    Ok(())
}

pub(super) fn end_sign_in(tx: &mut Tx<'_>, federation: Id, token: &[u8]) -> Result<()> {
    let sql = "DELETE FROM sign_in WHERE federation_id = $1 AND token = $2";
    tx.execute(sql, &values![federation, token.to_vec()])?;
    Ok(())
}

/// Ends every sign-in of an account but one.
pub(super) fn end_all_but(tx: &mut Tx<'_>, federation: Id, account: Id, but: &[u8]) -> Result<()> {
    let sql = "DELETE FROM sign_in WHERE federation_id = $1 AND account_id = $2 AND token <> $3";
    tx.execute(sql, &values![federation, account, but.to_vec()])?;
    Ok(())
}

/// Ends the sign-ins whose time is over.
pub(super) fn sweep(
    tx: &mut Tx<'_>,
    federation: Id,
    now: Instant,
    idle_since: Instant,
) -> Result<()> {
    let sql = "DELETE FROM sign_in WHERE federation_id = $1 AND (ends_at <= $2 OR seen_at <= $3)";
    tx.execute(sql, &values![federation, now.0, idle_since.0])?;
    let sql = "DELETE FROM throttle WHERE federation_id = $1 AND last_at <= $2";
    tx.execute(sql, &values![federation, now.0 - FORGOTTEN])?;
    Ok(())
}

pub(super) fn sign_ins_of(
    tx: &mut Tx<'_>,
    federation: Id,
    account: Id,
    this: &[u8],
) -> Result<Vec<(Vec<u8>, SignInRow)>> {
    let sql = "SELECT token, begun_at, seen_at, agent, address FROM sign_in
               WHERE federation_id = $1 AND account_id = $2 AND stage = 'whole' ORDER BY seen_at DESC";
    Ok(tx.query(sql, &values![federation, account], |row| {
        let token = row.opt_bytes(0)?.unwrap_or_default().to_vec();
        let shown = SignInRow {
            mark: token.iter().take(8).map(|byte| format!("{byte:02x}")).collect(),
            begun_at: Instant(row.int(1)?),
            seen_at: Instant(row.int(2)?),
            agent: row.text(3)?.to_owned(),
            address: row.text(4)?.to_owned(),
            is_this: token == this,
        };
        Ok((token, shown))
    })?)
}

/// Whether an account signed in from an address before and that sign-in still stands.
pub(super) fn is_known_address(
    tx: &mut Tx<'_>,
    federation: Id,
    account: Id,
    address: &str,
) -> Result<bool> {
    let sql = "SELECT 1 FROM sign_in WHERE federation_id = $1 AND account_id = $2 AND address = $3 AND stage = 'whole' LIMIT 1";
    Ok(tx.find(sql, &values![federation, account, address], |row| row.int(0))?.is_some())
}

pub(super) fn set_flash(
    tx: &mut Tx<'_>,
    federation: Id,
    token: &[u8],
    flash: Option<&str>,
) -> Result<()> {
    let sql = "UPDATE sign_in SET flash = $3 WHERE federation_id = $1 AND token = $2";
    tx.execute(sql, &values![federation, token.to_vec(), flash])?;
    Ok(())
}

pub(super) fn flash(tx: &mut Tx<'_>, federation: Id, token: &[u8]) -> Result<Option<String>> {
    let sql = "SELECT flash FROM sign_in WHERE federation_id = $1 AND token = $2";
    let found = tx.find(sql, &values![federation, token.to_vec()], |row| {
        Ok(row.opt_text(0)?.map(str::to_owned))
    })?;
    Ok(found.flatten())
}

/// Tries older than this are forgotten: who mistypes now and then is no thief.
const FORGOTTEN: i64 = 3_600_000;

/// Failed tries of a subject, and when the last one was.
pub(super) fn tries(
    tx: &mut Tx<'_>,
    federation: Id,
    subject: &str,
    now: Instant,
) -> Result<(i64, Instant)> {
    let sql = "SELECT tries, last_at FROM throttle WHERE federation_id = $1 AND subject = $2";
    let found =
        tx.find(sql, &values![federation, subject], |row| Ok((row.int(0)?, Instant(row.int(1)?))))?;
    Ok(found.filter(|(_, last)| last.0 + FORGOTTEN > now.0).unwrap_or((0, Instant(0))))
}

pub(super) fn set_tries(
    tx: &mut Tx<'_>,
    federation: Id,
    subject: &str,
    tries: i64,
    now: Instant,
) -> Result<()> {
    tx.execute(
        "INSERT INTO throttle (federation_id, subject, tries, last_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (federation_id, subject) DO UPDATE SET tries = excluded.tries, last_at = excluded.last_at",
        &values![federation, subject, tries, now.0],
    )?;
    Ok(())
}

pub(super) fn add_link(
    tx: &mut Tx<'_>,
    federation: Id,
    token: &[u8],
    account: Id,
    made_by: &str,
    (now, ends_at): (Instant, Instant),
) -> Result<()> {
    // A new link takes the place of the ones before.
    let sql = "DELETE FROM one_time_link WHERE federation_id = $1 AND account_id = $2";
    tx.execute(sql, &values![federation, account])?;
    tx.execute(
        "INSERT INTO one_time_link (federation_id, token, account_id, made_by, made_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &values![federation, token.to_vec(), account, made_by, now.0, ends_at.0],
    )?;
    Ok(())
}

/// Whose an unused link is that has not ended yet.
pub(super) fn link(
    tx: &mut Tx<'_>,
    federation: Id,
    token: &[u8],
    now: Instant,
) -> Result<Option<Id>> {
    let sql = "SELECT account_id FROM one_time_link
               WHERE federation_id = $1 AND token = $2 AND used_at IS NULL AND ends_at > $3";
    Ok(tx.find(sql, &values![federation, token.to_vec(), now.0], |row| row.id(0))?)
}

pub(super) fn use_link(tx: &mut Tx<'_>, federation: Id, token: &[u8], now: Instant) -> Result<()> {
    let sql = "UPDATE one_time_link SET used_at = $3 WHERE federation_id = $1 AND token = $2";
    tx.execute(sql, &values![federation, token.to_vec(), now.0])?;
    Ok(())
}

pub(super) fn add_token(
    tx: &mut Tx<'_>,
    federation: Id,
    (id, account): (Id, Id),
    token: &[u8],
    (name, powers): (&str, &[Power]),
    (now, ends_at): (Instant, Instant),
) -> Result<()> {
    let codes: Vec<&str> = powers.iter().map(|power| power.code()).collect();
    tx.execute(
        "INSERT INTO api_token (federation_id, id, token, account_id, name, powers, made_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &values![federation, id, token.to_vec(), account, name, codes.join(" "), now.0, ends_at.0],
    )?;
    Ok(())
}

fn powers(text: &str) -> Vec<Power> {
    text.split(' ').filter_map(Power::from_code).collect()
}

pub(super) fn tokens_of(tx: &mut Tx<'_>, federation: Id, account: Id) -> Result<Vec<TokenRow>> {
    let sql = "SELECT id, name, powers, made_at, ends_at, used_at, revoked_at FROM api_token
               WHERE federation_id = $1 AND account_id = $2 ORDER BY id DESC";
    let row = |row: &Row<'_>| {
        Ok(TokenRow {
            id: row.id(0)?,
            name: row.text(1)?.to_owned(),
            powers: powers(row.text(2)?),
            made_at: Instant(row.int(3)?),
            ends_at: Instant(row.int(4)?),
            used_at: row.opt_int(5)?.map(Instant),
            revoked_at: row.opt_int(6)?.map(Instant),
        })
    };
    Ok(tx.query(sql, &values![federation, account], row)?)
}

/// Ends every token of an account.
pub(super) fn revoke_tokens(
    tx: &mut Tx<'_>,
    federation: Id,
    account: Id,
    now: Instant,
) -> Result<()> {
    let sql = "UPDATE api_token SET revoked_at = $3
               WHERE federation_id = $1 AND account_id = $2 AND revoked_at IS NULL";
    tx.execute(sql, &values![federation, account, now.0])?;
    Ok(())
}

/// Writes when a token was last used.
pub(super) fn token_used(tx: &mut Tx<'_>, federation: Id, token: Id, now: Instant) -> Result<()> {
    let sql = "UPDATE api_token SET used_at = $3 WHERE federation_id = $1 AND id = $2";
    tx.execute(sql, &values![federation, token, now.0])?;
    Ok(())
}

/// A token that still holds: its id, its account, its powers, when it was last used.
pub(super) fn token(
    tx: &mut Tx<'_>,
    federation: Id,
    token: &[u8],
    now: Instant,
) -> Result<Option<(Id, Id, Vec<Power>, Option<Instant>)>> {
    let sql = "SELECT id, account_id, powers, used_at FROM api_token
               WHERE federation_id = $1 AND token = $2 AND revoked_at IS NULL AND ends_at > $3";
    let values = values![federation, token.to_vec(), now.0];
    Ok(tx.find(sql, &values, |row| {
        Ok((row.id(0)?, row.id(1)?, powers(row.text(2)?), row.opt_int(3)?.map(Instant)))
    })?)
}

pub(super) fn revoke_token(
    tx: &mut Tx<'_>,
    federation: Id,
    account: Id,
    id: Id,
    now: Instant,
) -> Result<bool> {
    let sql = "UPDATE api_token SET revoked_at = $4
               WHERE federation_id = $1 AND account_id = $2 AND id = $3 AND revoked_at IS NULL";
    Ok(tx.execute(sql, &values![federation, account, id, now.0])? > 0)
}
