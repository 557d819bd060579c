//! A visit of somebody who signed in; the list of sign-ins, and their ends.

use kernel::{Actor, Id, Instant, Refusal};

use super::keeping::no_account;
use super::posts::as_actor;
use super::sign_in::IDLE;
use crate::accounts::chance::{form_key, token_hash};
use crate::accounts::model::{Session, SignInRow};
use crate::accounts::{sign_in_store, store};
use crate::{App, Error, Result};

/// That a sign-in was used is written down at most once a minute.
const SEEN_STEP: i64 = 60_000;
const FLASH_MAX: usize = 500;

/// Who comes with a token, if the sign-in still stands: with the posts held today.
pub fn visit(app: &App, token: &str) -> Result<Option<Session>> {
    let kept = token_hash(token);
    let now = app.now();
    let found = app.db.read(|tx| {
        let Some(row) = sign_in_store::sign_in(tx, app.federation, &kept)? else {
            return Ok::<_, Error>(None);
        };
        if row.ends_at <= now || row.seen_at.0 + IDLE <= now.0 {
            return Ok(None);
        }
        let account =
            store::load(tx, app.federation, row.account)?.filter(|account| account.is_open);
        let Some(account) = account else { return Ok(None) };
        let posts = store::posts_on(tx, app.federation, account.id, app.today())?;
        Ok(Some((row, account, posts)))
    })?;
    let Some((row, account, posts)) = found else { return Ok(None) };
    if row.seen_at.0 + SEEN_STEP <= now.0 {
        app.db.write(|tx| sign_in_store::seen(tx, app.federation, &kept, now))?;
    }
    let actor = as_actor(&account, &posts);
    let ends_at = Instant(row.ends_at.0.min(now.0 + IDLE));
    let (stage, has_flash) = (row.stage, row.has_flash);
    Ok(Some(Session { account, actor, stage, form_key: form_key(token), has_flash, ends_at }))
}

/// Ends a sign-in; its token is worth nothing from now on.
pub fn sign_out(app: &App, actor: &Actor, token: &str) -> Result<()> {
    app.write_own(actor, "Đăng xuất", |batch| {
        let account = batch.actor().account;
        batch.note("accounts.signed_out", account, None)?;
        let federation = batch.federation();
        sign_in_store::end_sign_in(batch.reader()?, federation, &token_hash(token))
    })
}

/// One's own sign-ins, the latest used first.
pub fn my_sign_ins(app: &App, actor: &Actor, token: &str) -> Result<Vec<SignInRow>> {
    let account = actor.account.ok_or_else(no_account)?;
    let this = token_hash(token);
    let rows = app.db.read(|tx| sign_in_store::sign_ins_of(tx, app.federation, account, &this))?;
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// Ends one of one's own sign-ins by its mark.
pub fn revoke_sign_in(app: &App, actor: &Actor, mark: &str) -> Result<()> {
    let account = actor.account.ok_or_else(no_account)?;
    app.write_own(actor, "Kết thúc một lần đăng nhập", |batch| {
        let federation = batch.federation();
        let rows = sign_in_store::sign_ins_of(batch.reader()?, federation, account, &[])?;
        let found = rows.into_iter().find(|(_, row)| row.mark == mark);
        let Some((token, _)) = found else {
            return Err(Refusal::new(
                "unknown_sign_in",
                "Lần đăng nhập này đã kết thúc",
                "Không cần làm gì thêm",
            )
            .into());
        };
        batch.note("accounts.sign_in_ended", Some(account), None)?;
        sign_in_store::end_sign_in(batch.reader()?, federation, &token)
    })
}

/// Ends every sign-in and every token of an account, by who may do all that it may.
pub fn end_sign_ins(app: &App, actor: &Actor, account: Id) -> Result<()> {
    app.write(actor, "accounts.manage", "Kết thúc các lần đăng nhập", |batch| {
        let found = super::keeping::must_govern(batch, account)?;
        batch.note("accounts.sign_in_ended", Some(account), Some(&found.login))?;
        let (federation, now) = (batch.federation(), batch.app.now());
        sign_in_store::end_all_but(batch.reader()?, federation, account, &[])?;
        sign_in_store::revoke_tokens(batch.reader()?, federation, account, now)
    })
}

/// Leaves a message for the next page of a sign-in.
pub fn set_flash(app: &App, token: &str, message: &str) -> Result<()> {
    let message: String = message.chars().take(FLASH_MAX).collect();
    app.db.write(|tx| {
        sign_in_store::set_flash(tx, app.federation, &token_hash(token), Some(&message))
    })
}

/// Takes the message; it is shown once.
pub fn take_flash(app: &App, token: &str) -> Result<Option<String>> {
    let kept = token_hash(token);
    app.db.write(|tx| {
        let found = sign_in_store::flash(tx, app.federation, &kept)?;
        sign_in_store::set_flash(tx, app.federation, &kept, None)?;
        Ok(found)
    })
}
