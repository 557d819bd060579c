//! Posts given and ended, and the answer to "why may I".

use db::values;
use kernel::actor::Hold;
use kernel::{Actor, Day, Id, Refusal};

use super::keeping;
use crate::accounts::model::{Account, NewPost, Post, Why, WhyAsked};
use crate::accounts::{rules, store};
use crate::books::{Batch, read_paths, schema};
use crate::{App, Error, Result, units};

/// Gives a post. Nobody gives a power they do not hold at that unit.
pub fn give_post(app: &App, actor: &Actor, new: &NewPost) -> Result<Id> {
    app.write(actor, "accounts.manage", "Giao chức vụ", |batch| give_in(batch, new))
}

/// The same inside a batch.
pub(super) fn give_in(batch: &mut Batch<'_, '_>, new: &NewPost) -> Result<Id> {
    rules::check_post(new)?;
    let chain = chain_of(batch, new.unit)?;
    rules::check_giver(&batch.actor().clone(), new, &chain)?;
    let federation = batch.federation();
    let account = store::load(batch.reader()?, federation, new.account)?
        .ok_or_else(|| keeping::unknown(new.account))?;
    rules::check_receiver(&batch.actor().clone(), &account)?;
    if let Some(other) = new.stands_for {
        let stood_for =
            store::load_post(batch.reader()?, federation, other)?.ok_or_else(|| unknown(other))?;
        if stood_for.unit != new.unit || stood_for.role != new.role {
            return Err(Refusal::new(
                "stand_in_differs",
                "Người thay tạm thời phải cùng chức danh và đơn vị với người được thay",
                "Chọn đúng chức vụ được thay",
            )
            .into());
        }
    }
    let id = batch.app.ids.next(&*batch.app.clock);
    write(batch, id, new)?;
    Ok(id)
}

fn write(batch: &mut Batch<'_, '_>, id: Id, post: &NewPost) -> Result<()> {
    let row = values![
        id,
        post.account,
        post.unit,
        post.role.code,
        post.from,
        post.to,
        post.stands_for,
        post.reason.clone()
    ];
    batch.append(&schema::POST_FACT, row.to_vec()).map(drop)
}

/// A unit and its managers of today, the nearest first; for the whole of the books, that alone.
pub(super) fn chain_of(batch: &mut Batch<'_, '_>, unit: Id) -> Result<Vec<Id>> {
    if unit == Hold::WHOLE {
        return Ok(vec![Hold::WHOLE]);
    }
    let federation = batch.federation();
    units::load(batch.reader()?, federation, unit)?;
    let today = batch.app.today();
    let path = batch.path(unit)?;
    Ok(ledger::paths::on(&path, today)
        .or(path.last())
        .map_or_else(|| vec![unit], |at| at.chain.clone()))
}

fn unknown(post: Id) -> Error {
    Refusal::new("unknown_post", format!("Không có chức vụ {post}"), "Mở lại danh sách chức vụ")
        .into()
}

/// Ends a post: from that day on it is not held.
pub fn end_post(app: &App, actor: &Actor, post: Id, to: Day) -> Result<()> {
    app.write(actor, "accounts.manage", "Kết thúc chức vụ", |batch| {
        let federation = batch.federation();
        let found =
            store::load_post(batch.reader()?, federation, post)?.ok_or_else(|| unknown(post))?;
        rules::check_end(&found, to)?;
        let Post { account, unit, role, from, stands_for, reason, .. } = found;
        let chain = chain_of(batch, unit)?;
        let ended = NewPost { account, unit, role, from, to: Some(to), stands_for, reason };
        rules::check_giver(&batch.actor().clone(), &ended, &chain)?;
        write(batch, post, &ended)
    })
}

/// The posts at a unit, ended ones with them.
pub fn posts_of(app: &App, actor: &Actor, unit: Id) -> Result<Vec<Post>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "accounts.manage", unit, app.today())?;
        store::posts_at(tx, app.federation, unit)
    })
}

/// The actor that an account is today.
pub fn actor_of(app: &App, account: &Account) -> Result<Actor> {
    let posts = app.db.read(|tx| store::posts_on(tx, app.federation, account.id, app.today()))?;
    Ok(as_actor(account, &posts))
}

/// An account by its id with the posts held today, if it may still sign in.
pub(crate) fn open_actor(app: &App, account: Id) -> Result<Option<Actor>> {
    let found = app.db.read(|tx| store::load(tx, app.federation, account))?;
    let open = found.filter(|account| account.is_open);
    open.map(|account| actor_of(app, &account)).transpose()
}

pub(super) fn as_actor(account: &Account, posts: &[Post]) -> Actor {
    Actor::with_posts(account.signature(), account.id, posts.iter().map(hold).collect())
}

/// A post as rights see it: every role reaches the units below its own.
fn hold(post: &Post) -> Hold {
    let powers = post.role.powers.to_vec();
    Hold { post: post.id, unit: post.unit, below: true, powers }
}

/// The posts by which an account may do something at a unit on a day; none means it may not. Everybody may ask about
/// themselves; about others, who manages accounts within reach. The unit is told by its code, and nothing is told of it
/// but whether a post reaches it.
pub fn why_may(app: &App, actor: &Actor, account: Id, asked: &WhyAsked<'_>) -> Result<Vec<Why>> {
    let WhyAsked { power, unit, on } = *asked;
    let (_, posts) = super::cards::posts_of_account(app, actor, account)?;
    let (unit, chain) = app.db.read(|tx| {
        let unit = units::load_by_code(tx, app.federation, unit)?.id;
        let path = read_paths(tx, app.federation, &[unit])?.remove(&unit).unwrap_or_default();
        let stretch = ledger::paths::on(&path, on).or(path.last());
        Ok::<_, Error>((unit, stretch.map_or_else(|| vec![unit], |at| at.chain.clone())))
    })?;
    let allows = |post: &Post| post.is_held_on(on) && hold(post).reaches(power, &chain);
    let why = |post: Post| Why { power, from_above: post.unit != unit, post };
    Ok(posts.into_iter().filter(allows).map(why).collect())
}
