//! Accounts opened, closed, listed; a password changed by its owner.

use db::values;
use kernel::{Actor, Id, Refusal};

use super::sign_in::{count_wrong_second, must_not_wait};
use crate::accounts::model::{Account, NewAccount};
use crate::accounts::{rules, sign_in_store, store};
use crate::books::{Batch, schema};
use crate::{App, Error, Result, people};

/// Whether anybody can sign in at all.
pub fn has_accounts(app: &App) -> Result<bool> {
    app.db.read(|tx| store::any(tx, app.federation))
}

/// Opens an account that has neither a password nor a post yet.
pub fn open_account(app: &App, actor: &Actor, new: &NewAccount) -> Result<Id> {
    app.write(actor, "accounts.manage", "Mở tài khoản", |batch| open_in(batch, new))
}

/// The same inside a batch.
pub(super) fn open_in(batch: &mut Batch<'_, '_>, new: &NewAccount) -> Result<Id> {
    let login = rules::check_login(&new.login)?;
    let name = rules::check_name(&new.name)?;
    let federation = batch.federation();
    if store::by_login(batch.reader()?, federation, &login)?.is_some() {
        return Err(Refusal::new(
            "login_taken",
            format!("Tên đăng nhập “{login}” đã có người dùng"),
            "Chọn tên khác",
        )
        .into());
    }
    if let Some(person) = new.person {
        must_be_readable(batch, person)?;
    }
    let id = batch.app.ids.next(&*batch.app.clock);
    sign_in_store::add_login(batch.reader()?, federation, (&login, &name), id)?;
    batch.append(&schema::ACCOUNT_FACT, values![id, login, name, new.person, "open"].to_vec())?;
    Ok(id)
}

/// Puts right the name of an account, and whose record it opens. What was done before stays under the name of then.
pub fn amend_account(
    app: &App,
    actor: &Actor,
    account: Id,
    (name, person): (&str, Option<Id>),
) -> Result<()> {
    let name = rules::check_name(name)?;
    app.write(actor, "accounts.manage", "Sửa tài khoản", |batch| {
        let found = must_govern(batch, account)?;
        rules::check_amendment(batch.actor(), &found, (&name, person))?;
        if let Some(person) = person.filter(|_| person != found.person) {
            must_be_readable(batch, person)?;
        }
        let federation = batch.federation();
        sign_in_store::rename(batch.reader()?, federation, (&found.login, &name))?;
        let row = values![account, found.login, name.clone(), person, "open"];
        batch.append(&schema::ACCOUNT_FACT, row.to_vec())?;
        Ok(())
    })
}

/// Who owns an account reads the record it is tied to: it must be one that who ties it may read.
fn must_be_readable(batch: &mut Batch<'_, '_>, person: Id) -> Result<()> {
    let (app, actor, federation) = (batch.app, batch.actor().clone(), batch.federation());
    people::must_reach_person(app, batch.reader()?, &actor, "people.search", person)?;
    people::must_stand(batch.reader()?, federation, person)
}

/// Closes an account: it signs in no more, and what it did stays under its name.
pub fn close_account(app: &App, actor: &Actor, account: Id) -> Result<()> {
    app.write(actor, "accounts.manage", "Đóng tài khoản", |batch| {
        let found = must_govern(batch, account)?;
        if batch.actor().account == Some(account) {
            return Err(Refusal::new(
                "own_account",
                "Không tự đóng được tài khoản của chính mình",
                "Nhờ người quản lý tài khoản khác đóng",
            )
            .into());
        }
        let row = values![account, found.login, found.name, found.person, "closed"];
        batch.append(&schema::ACCOUNT_FACT, row.to_vec())?;
        let federation = batch.federation();
        sign_in_store::end_all_but(batch.reader()?, federation, account, &[])
    })
}

/// The account, if the actor holds at each of its posts' units every power the post gives, now or later, and reaches the
/// member it is tied to: nobody takes over an account that may do more than they may.
pub(super) fn must_govern(batch: &mut Batch<'_, '_>, account: Id) -> Result<Account> {
    let (federation, today) = (batch.federation(), batch.app.today());
    let found =
        store::load(batch.reader()?, federation, account)?.ok_or_else(|| unknown(account))?;
    if let Some(person) = found.person {
        let (app, actor) = (batch.app, batch.actor().clone());
        people::must_reach_person(app, batch.reader()?, &actor, "people.search", person)?;
    }
    let posts = store::posts_of(batch.reader()?, federation, account)?;
    for post in posts.into_iter().filter(|post| post.to.is_none_or(|to| to > today)) {
        let chain = super::posts::chain_of(batch, post.unit)?;
        let lacking = post.role.powers.iter().find(|power| !batch.actor().may_at(**power, &chain));
        if let Some(power) = lacking {
            return Err(batch.actor().out_of_reach(*power, &post.unit_name).into());
        }
    }
    Ok(found)
}

pub(super) fn unknown(account: Id) -> Error {
    let refusal = Refusal::new(
        "unknown_account",
        format!("Không có tài khoản {account}"),
        "Mở lại danh sách tài khoản",
    );
    refusal.into()
}

/// Changes one's own password; the other sign-ins of the account end.
pub fn change_password(app: &App, actor: &Actor, token: &str, old: &str, new: &str) -> Result<()> {
    let account = actor.account.ok_or_else(no_account)?;
    let found = app.db.read(|tx| store::load(tx, app.federation, account))?;
    let found = found.ok_or_else(|| unknown(account))?;
    must_know_password(app, account, old)?;
    rules::check_password(new, &found.login, &found.name)?;
    let hash = app.hashing.hash(&*app.entropy, new)?;
    let this = crate::accounts::chance::token_hash(token);
    app.write_own(actor, "Đổi mật khẩu", |batch| {
        batch.note("accounts.password_changed", Some(account), None)?;
        let (federation, now) = (batch.federation(), batch.app.now());
        let secret =
            sign_in_store::secret(batch.reader()?, federation, account)?.unwrap_or_default();
        let secret = sign_in_store::Secret { password: Some(hash.clone()), ..secret };
        sign_in_store::write_secret(batch.reader()?, federation, account, &secret, now)?;
        sign_in_store::end_all_but(batch.reader()?, federation, account, &this)
    })
}

/// Refuses who does not know the account's password; wrong ones wait as those at the door do.
pub(super) fn must_know_password(app: &App, account: Id, typed: &str) -> Result<()> {
    let kept = app.db.read(|tx| {
        must_not_wait(app, tx, account)?;
        sign_in_store::secret(tx, app.federation, account)
    })?;
    let kept = kept.unwrap_or_default();
    if app.hashing.agrees(typed, kept.password.as_deref())? {
        return Ok(());
    }
    app.db.write(|tx| count_wrong_second(app, tx, account))?;
    Err(Refusal::new("wrong_password", "Mật khẩu không đúng", "Gõ lại mật khẩu đang dùng").into())
}

pub(super) fn no_account() -> Error {
    Refusal::new("no_account", "Việc này cần một tài khoản đã đăng nhập", "Đăng nhập rồi làm lại")
        .into()
}

/// Refuses unless this is the password of who asks: once more before a deed that a stolen sign-in must not do.
pub(crate) fn must_be_oneself(app: &App, actor: &Actor, password: &str) -> Result<()> {
    let password: String = password.chars().take(rules::PASSWORD_MAX).collect();
    must_know_password(app, actor.account.ok_or_else(no_account)?, &password)
}
