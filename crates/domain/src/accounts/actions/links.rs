//! Links that work once: to set a password, and to open the first account of all.

use kernel::actor::Hold;
use kernel::{Actor, Id, Instant, Refusal};

use super::{keeping, posts};
use crate::accounts::chance::{new_token, token_hash};
use crate::accounts::model::{Account, NewAccount, NewPost};
use crate::accounts::roles::ROLES;
use crate::accounts::{rules, sign_in_store, store};
use crate::{App, Error, Result};

/// A link to set a password holds for three days.
const LINK_HOURS: i64 = 72;
/// The link to open the first account holds for an hour; a new one is made at every start.
const FIRST_HOURS: i64 = 1;
const HOUR: i64 = 3_600_000;
/// Stands for "nobody yet" where a link names its account.
const NOBODY: Id = Id(0);

fn ends(app: &App, hours: i64) -> (Instant, Instant) {
    let now = app.now();
    (now, Instant(now.0 + hours * HOUR))
}

/// Makes a link by which the owner of an account sets a password; the links before it end. The token is told once.
pub fn make_link(app: &App, actor: &Actor, account: Id) -> Result<String> {
    let (token, kept) = new_token(&*app.entropy);
    app.write(actor, "accounts.manage", "Cấp liên kết đặt mật khẩu", |batch| {
        let found = keeping::must_govern(batch, account)?;
        batch.note("accounts.link_made", Some(account), Some(&found.login))?;
        let (federation, by) = (batch.federation(), batch.actor().name.clone());
        sign_in_store::add_link(
            batch.reader()?,
            federation,
            &kept,
            account,
            &by,
            ends(app, LINK_HOURS),
        )
    })?;
    Ok(token)
}

/// Makes the link that opens the first account; none once there is an account.
pub fn first_link(app: &App) -> Result<Option<String>> {
    if keeping::has_accounts(app)? {
        return Ok(None);
    }
    let (token, kept) = new_token(&*app.entropy);
    app.db.write(|tx| {
        sign_in_store::add_link(
            tx,
            app.federation,
            &kept,
            NOBODY,
            "khởi động",
            ends(app, FIRST_HOURS),
        )
    })?;
    Ok(Some(token))
}

fn spent() -> Error {
    Refusal::new(
        "link_spent",
        "Liên kết này đã dùng hoặc đã hết hạn",
        "Nhờ người quản lý tài khoản cấp liên kết mới",
    )
    .into()
}

/// Whose a link is that still works; `None` where it opens the first account.
pub fn whose_link(app: &App, token: &str) -> Result<Option<Account>> {
    app.db.read(|tx| {
        let now = app.now();
        let account =
            sign_in_store::link(tx, app.federation, &token_hash(token), now)?.ok_or_else(spent)?;
        if account == NOBODY {
            return Ok(None);
        }
        let found = store::load(tx, app.federation, account)?.ok_or_else(spent)?;
        Ok(Some(found))
    })
}

/// Sets a password by a link, which then works no more. Every sign-in and every token of the account
/// ends.
pub fn use_link(app: &App, token: &str, password: &str) -> Result<Account> {
    let account = whose_link(app, token)?.ok_or_else(spent)?;
    rules::check_password(password, &account.login, &account.name)?;
    let hash = app.hashing.hash(&*app.entropy, password)?;
    let kept = token_hash(token);
    let actor = posts::as_actor(&account, &[]);
    app.write_own(&actor, "Đặt mật khẩu", |batch| {
        let (federation, now) = (batch.federation(), batch.app.now());
        // Asked again inside the transaction: a link works once, also when it is used twice at once.
        sign_in_store::link(batch.reader()?, federation, &kept, now)?.ok_or_else(spent)?;
        sign_in_store::use_link(batch.reader()?, federation, &kept, now)?;
        let secret =
            sign_in_store::secret(batch.reader()?, federation, account.id)?.unwrap_or_default();
        let secret = sign_in_store::Secret { password: Some(hash.clone()), ..secret };
        sign_in_store::write_secret(batch.reader()?, federation, account.id, &secret, now)?;
        sign_in_store::end_all_but(batch.reader()?, federation, account.id, &[])?;
        sign_in_store::revoke_tokens(batch.reader()?, federation, account.id, now)?;
        batch.note("accounts.password_set", Some(account.id), None)
    })?;
    Ok(account)
}

/// Opens the first account by its link: an administrator of the whole of the books.
pub fn use_first_link(app: &App, token: &str, new: &NewAccount, password: &str) -> Result<Id> {
    if whose_link(app, token)?.is_some() || keeping::has_accounts(app)? {
        return Err(spent());
    }
    rules::check_password(
        password,
        &rules::check_login(&new.login)?,
        &rules::check_name(&new.name)?,
    )?;
    let hash = app.hashing.hash(&*app.entropy, password)?;
    let kept = token_hash(token);
    let actor = Actor::operator("khởi động");
    app.write_own(&actor, "Mở tài khoản đầu tiên", |batch| {
        let (federation, now) = (batch.federation(), batch.app.now());
        sign_in_store::link(batch.reader()?, federation, &kept, now)?.ok_or_else(spent)?;
        if store::any(batch.reader()?, federation)? {
            return Err(spent());
        }
        sign_in_store::use_link(batch.reader()?, federation, &kept, now)?;
        let id = keeping::open_in(batch, new)?;
        let post = NewPost {
            account: id,
            unit: Hold::WHOLE,
            role: &ROLES[0],
            from: batch.app.today(),
            to: None,
            stands_for: None,
            reason: Some("Tài khoản đầu tiên".to_owned()),
        };
        posts::give_in(batch, &post)?;
        let secret = sign_in_store::Secret {
            password: Some(hash.clone()),
            ..sign_in_store::Secret::default()
        };
        sign_in_store::write_secret(batch.reader()?, federation, id, &secret, now)?;
        Ok(id)
    })
}
