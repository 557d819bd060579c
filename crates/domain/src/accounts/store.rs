//! The SQL of accounts and posts: facts, of which the latest row says what stands.

use db::{Row, Tx, values};
use kernel::{Day, Id};

use super::model::{Account, Post};
use super::roles::{ROLES, Role};
use crate::Result;
use crate::reach::Bounds;

const ACCOUNT: &str =
    "SELECT f.account_id, f.login, f.name, f.person_id, f.state FROM account_fact f
    WHERE f.federation_id = $1 AND f.id = (SELECT MAX(l.id) FROM account_fact l
        WHERE l.federation_id = f.federation_id AND l.account_id = f.account_id)";

fn account(row: &Row<'_>) -> Result<Account, db::DbError> {
    Ok(Account {
        id: row.id(0)?,
        login: row.text(1)?.to_owned(),
        name: row.text(2)?.to_owned(),
        person: row.opt_id(3)?,
        is_open: row.text(4)? == "open",
    })
}

/// One account.
pub(super) fn load(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Account>> {
    let sql = format!("{ACCOUNT} AND f.account_id = $2");
    Ok(tx.find(&sql, &values![federation, id], account)?)
}

/// The account with a sign-in name.
pub(super) fn by_login(tx: &mut Tx<'_>, federation: Id, login: &str) -> Result<Option<Account>> {
    let sql = "SELECT account_id FROM account_login WHERE federation_id = $1 AND login = $2";
    let id = tx.find(sql, &values![federation, login], |row| row.id(0))?;
    match id {
        Some(id) => load(tx, federation, id),
        None => Ok(None),
    }
}

/// Whether there is any account.
pub(super) fn any(tx: &mut Tx<'_>, federation: Id) -> Result<bool> {
    let sql = "SELECT 1 FROM account_login WHERE federation_id = $1 LIMIT 1";
    Ok(tx.find(sql, &values![federation], |row| row.int(0))?.is_some())
}

/// Which accounts a list asks for: those with a name like what was typed, after a sign-in name.
pub(super) struct Asked<'a> {
    pub(super) like: &'a str,
    pub(super) after: &'a str,
    pub(super) limit: i64,
}

/// Accounts by sign-in name: all of them, or those with a post within bounds and those without any post.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &Bounds,
    asked: &Asked<'_>,
) -> Result<Vec<Account>> {
    let (condition, ranges) = bounds.condition("u.path", 5);
    let seen = if *bounds == Bounds::Whole {
        "1 = 1".to_owned()
    } else {
        format!(
            "(NOT EXISTS (SELECT 1 FROM post_fact n WHERE n.federation_id = g.federation_id AND n.account_id = g.account_id)
              OR EXISTS (SELECT 1 FROM post_fact n JOIN unit_path u ON u.federation_id = n.federation_id
                  AND u.unit_id = n.unit_id AND u.to_on = '9999-12-31'
                  WHERE n.federation_id = g.federation_id AND n.account_id = g.account_id AND {condition}))"
        )
    };
    let sql = format!(
        "SELECT f.account_id, f.login, f.name, f.person_id, f.state FROM account_login g
         JOIN account_fact f ON f.federation_id = g.federation_id AND f.account_id = g.account_id
             AND f.id = (SELECT MAX(l.id) FROM account_fact l
                 WHERE l.federation_id = g.federation_id AND l.account_id = g.account_id)
         WHERE g.federation_id = $1 AND g.login > $3 AND g.search_key LIKE $4 AND {seen}
         ORDER BY g.login LIMIT $2"
    );
    let like = format!("%{}%", vietnamese::fold::fold(asked.like));
    let mut values = values![federation, asked.limit, asked.after, like].to_vec();
    values.extend(ranges.into_iter().map(db::Value::from));
    Ok(tx.query(&sql, &values, account)?)
}

const POST: &str = "SELECT p.post_id, p.account_id, a.name, a.login, p.unit_id, u.code, n.name, p.role, p.from_on, p.to_on,
        p.stands_for, p.reason
    FROM post_fact p
    JOIN account_fact a ON a.federation_id = p.federation_id AND a.account_id = p.account_id
        AND a.id = (SELECT MAX(l.id) FROM account_fact l
            WHERE l.federation_id = a.federation_id AND l.account_id = a.account_id)
    LEFT JOIN unit u ON u.federation_id = p.federation_id AND u.id = p.unit_id
    LEFT JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
    WHERE p.federation_id = $1 AND p.id = (SELECT MAX(l.id) FROM post_fact l
        WHERE l.federation_id = p.federation_id AND l.post_id = p.post_id)";

fn post(row: &Row<'_>) -> Result<Post, db::DbError> {
    // A role that this program does not know any more allows nothing but reading figures.
    let role = Role::find(row.text(7)?).unwrap_or(&ROLES[ROLES.len() - 1]);
    Ok(Post {
        id: row.id(0)?,
        account: row.id(1)?,
        holder: row.text(2)?.to_owned(),
        login: row.text(3)?.to_owned(),
        unit: row.id(4)?,
        unit_code: row.opt_text(5)?.unwrap_or_default().to_owned(),
        unit_name: row.opt_text(6)?.unwrap_or_default().to_owned(),
        role,
        from: row.day(8)?,
        to: row.opt_day(9)?,
        stands_for: row.opt_id(10)?,
        reason: row.opt_text(11)?.map(str::to_owned),
    })
}

/// The posts of an account, the latest first, ended ones with them.
pub(super) fn posts_of(tx: &mut Tx<'_>, federation: Id, account: Id) -> Result<Vec<Post>> {
    let sql = format!("{POST} AND p.account_id = $2 ORDER BY p.from_on DESC, p.post_id DESC");
    Ok(tx.query(&sql, &values![federation, account], post)?)
}

/// The posts at a unit, the latest first.
pub(crate) fn posts_at(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<Post>> {
    let sql = format!("{POST} AND p.unit_id = $2 ORDER BY p.from_on DESC, p.post_id DESC");
    Ok(tx.query(&sql, &values![federation, unit], post)?)
}

/// One post.
pub(super) fn load_post(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Post>> {
    let sql = format!("{POST} AND p.post_id = $2");
    Ok(tx.find(&sql, &values![federation, id], post)?)
}

/// The posts of an account that are held on a day.
pub(super) fn posts_on(
    tx: &mut Tx<'_>,
    federation: Id,
    account: Id,
    day: Day,
) -> Result<Vec<Post>> {
    let mut posts = posts_of(tx, federation, account)?;
    posts.retain(|post| post.is_held_on(day));
    Ok(posts)
}

/// The posts of some accounts, the latest first: for the rows of a list.
pub(super) fn posts_of_many(tx: &mut Tx<'_>, federation: Id, accounts: &[Id]) -> Result<Vec<Post>> {
    let mut posts = Vec::new();
    crate::books::chunked(accounts, |list| {
        let sql =
            format!("{POST} AND p.account_id IN ({list}) ORDER BY p.from_on DESC, p.post_id DESC");
        posts.extend(tx.query(&sql, &values![federation], post)?);
        Ok(())
    })?;
    Ok(posts)
}
