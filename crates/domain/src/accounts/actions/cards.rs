//! Accounts as they are read: a list within reach, one account with its posts and sign-ins, one's own.

use std::collections::HashMap;

use db::Tx;
use kernel::actor::Hold;
use kernel::{Actor, Id, Power, Refusal};

use super::keeping::{no_account, unknown};
use crate::accounts::model::{Account, AccountCard, AccountRow, MyAccount, Post};
use crate::accounts::{identity_store, sign_in_store, store};
use crate::{App, Error, Result};

/// Accounts on one page of a list at most.
const LIST_MAX: usize = 1_000;

/// Accounts by sign-in name, within the actor's reach, each with the posts held today: those whose sign-in name or name
/// holds what was typed, after a sign-in name.
pub fn accounts(
    app: &App,
    actor: &Actor,
    typed: &str,
    after: &str,
    limit: usize,
) -> Result<Vec<AccountRow>> {
    app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "accounts.manage")?;
        let asked = store::Asked { like: typed, after, limit: limit.min(LIST_MAX) as i64 };
        let found = store::list(tx, app.federation, &bounds, &asked)?;
        let ids: Vec<Id> = found.iter().map(|account| account.id).collect();
        let mut held: HashMap<Id, Vec<Post>> = HashMap::new();
        let posts = store::posts_of_many(tx, app.federation, &ids)?;
        for post in posts.into_iter().filter(|post| post.is_held_on(app.today())) {
            held.entry(post.account).or_default().push(post);
        }
        let row = |account: Account| {
            let posts = held.remove(&account.id).unwrap_or_default();
            AccountRow { account, posts }
        };
        Ok(found.into_iter().map(row).collect())
    })
}

/// Refuses unless the account is the actor's own, has a post within reach of who manages accounts, or
/// has none yet and is not tied to a member out of reach.
pub(super) fn must_see(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    account: Id,
) -> Result<Vec<Post>> {
    let posts = store::posts_of(tx, app.federation, account)?;
    if actor.account == Some(account) {
        return Ok(posts);
    }
    app.allow(actor, "accounts.manage")?;
    if actor.holds().is_none() {
        return Ok(posts);
    }
    if posts.is_empty() {
        if let Some(person) = person_of(app, tx, account)? {
            crate::people::must_reach_person(app, tx, actor, "people.search", person)?;
        }
        return Ok(posts);
    }
    for post in &posts {
        if reaches(app, tx, actor, post)? {
            return Ok(posts);
        }
    }
    Err(actor.out_of_reach(Power::ManageAccounts, "đơn vị của tài khoản này").into())
}

fn reaches(app: &App, tx: &mut Tx<'_>, actor: &Actor, post: &Post) -> Result<bool> {
    if post.unit == Hold::WHOLE {
        return Ok(actor.may_at(Power::ManageAccounts, &[Hold::WHOLE]));
    }
    match app.must_reach(tx, actor, "accounts.manage", post.unit, app.today()) {
        Ok(()) => Ok(true),
        Err(Error::Refused(refusal)) if refusal.code == "out_of_reach" => Ok(false),
        Err(error) => Err(error),
    }
}

/// One account by its sign-in name: one's own, or within reach of who manages accounts.
pub fn find_account(app: &App, actor: &Actor, login: &str) -> Result<Account> {
    app.db.read(|tx| find(app, tx, actor, login).map(|(account, _)| account))
}

fn find(app: &App, tx: &mut Tx<'_>, actor: &Actor, login: &str) -> Result<(Account, Vec<Post>)> {
    let found = store::by_login(tx, app.federation, &login.trim().to_lowercase())?;
    if found.as_ref().is_none_or(|account| actor.account != Some(account.id)) {
        app.allow(actor, "accounts.manage")?;
    }
    let found = found.ok_or_else(|| {
        let login: String = login.chars().take(60).collect();
        let message = format!("Không có tài khoản “{login}”");
        Refusal::new("unknown_account", message, "Mở lại danh sách tài khoản")
    })?;
    let posts = must_see(app, tx, actor, found.id)?;
    Ok((found, posts))
}

/// One account as its page shows it.
pub fn account_card(app: &App, actor: &Actor, login: &str) -> Result<AccountCard> {
    app.db.read(|tx| {
        let (account, posts) = find(app, tx, actor, login)?;
        let secret = sign_in_store::secret(tx, app.federation, account.id)?.unwrap_or_default();
        let rows = sign_in_store::sign_ins_of(tx, app.federation, account.id, &[])?;
        let identities = identity_store::identities_of(tx, app.federation, account.id)?;
        Ok(AccountCard {
            account,
            identities,
            posts,
            has_password: secret.password.is_some(),
            has_second_factor: secret.totp.is_some(),
            sign_ins: rows.into_iter().map(|(_, row)| row).collect(),
        })
    })
}

/// An account and its posts, ended ones with them; one's own, or within reach of who manages accounts.
pub fn posts_of_account(app: &App, actor: &Actor, account: Id) -> Result<(Account, Vec<Post>)> {
    app.db.read(|tx| {
        let posts = must_see(app, tx, actor, account)?;
        let found = store::load(tx, app.federation, account)?.ok_or_else(|| unknown(account))?;
        Ok((found, posts))
    })
}

/// One's own account.
pub fn my_account(app: &App, actor: &Actor) -> Result<MyAccount> {
    let id = actor.account.ok_or_else(no_account)?;
    app.db.read(|tx| {
        let account = store::load(tx, app.federation, id)?.ok_or_else(|| unknown(id))?;
        let posts = store::posts_of(tx, app.federation, id)?;
        let secret = sign_in_store::secret(tx, app.federation, id)?.unwrap_or_default();
        let codes_left = secret.recovery.lines().filter(|line| !line.is_empty()).count();
        let identities = identity_store::identities_of(tx, app.federation, id)?;
        let has_second_factor = secret.totp.is_some();
        Ok(MyAccount { account, posts, has_second_factor, codes_left, identities })
    })
}

/// The person an account is tied to.
pub(crate) fn person_of(app: &App, tx: &mut Tx<'_>, account: Id) -> Result<Option<Id>> {
    Ok(store::load(tx, app.federation, account)?.and_then(|account| account.person))
}
