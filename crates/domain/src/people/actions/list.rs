//! Lists of members: found, filtered, turned a page at a time, taken out as a table.

use db::Tx;
use kernel::{Actor, Id};

use crate::people::list_model::{Cursor, Filter, MemberPage, MemberRow, Status};
use crate::people::list_store::{self, Found, Ground, Pace, Shown};
use crate::people::model::PersonRow;
use crate::people::store;
use crate::reach::Bounds;
use crate::{App, Result};

/// Rows of one page at most.
const PAGE_MAX: usize = 1_000;

/// The people of a unit and all under it today who pass a filter, in the order of names, a page at a time.
pub fn members(
    app: &App,
    actor: &Actor,
    scope: Id,
    filter: &Filter,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<MemberPage> {
    app.allow(actor, "people.search")?;
    app.db.read(|tx| {
        app.must_reach(tx, actor, "people.search", scope, app.today())?;
        let bounds = app.bounds_under(tx, actor, "people.search", scope)?;
        page(app, tx, (&bounds, Pace::USUAL), filter, after, limit.clamp(1, PAGE_MAX))
    })
}

/// A page within bounds, at a pace.
pub(in crate::people) fn page(
    app: &App,
    tx: &mut Tx<'_>,
    (bounds, pace): (&Bounds, Pace),
    filter: &Filter,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<MemberPage> {
    let (federation, today) = (app.federation, app.today());
    let ground = Ground { federation, today, bounds, filter, pace };
    let typed = filter.typed.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
    let take = limit as i64 + 1;
    let (mut found, edge, total) = match typed {
        Some(typed) if is_number(typed) => {
            let ids = by_digits(app, tx, typed)?;
            let mut found = list_store::read_some(tx, &ground, &ids)?;
            let total = found.len() as i64;
            if let Some(after) = after {
                found.retain(|each| (&each.key, each.id) > (&after.key, after.id));
            }
            (found, None, Some(total))
        }
        Some(typed) => named(tx, &ground, typed, after, take)?,
        None if is_small(tx, &ground)? => {
            let total = list_store::count_whole(tx, &ground)?;
            (list_store::read_whole(tx, &ground, after, take)?, None, Some(total))
        }
        None => {
            let (found, edge) = list_store::walk(tx, &ground, after, take)?;
            (found, edge, None)
        }
    };
    let is_full = found.len() > limit;
    found.truncate(limit);
    let next = if is_full { found.last().map(Found::cursor) } else { edge };
    let is_cut = !is_full && next.is_some();
    // A name may match at two of its words.
    let mut seen = std::collections::HashSet::new();
    found.retain(|each| seen.insert(each.id));
    let rows = list_store::dress(tx, federation, found, Shown::Page)?;
    Ok(MemberPage { rows, total, next, is_cut })
}

/// Everybody within bounds who passes a filter, in the order of names and up to a number, and whether there are more:
/// for a file. They are read at once; a page at a time, every page would look for its beginning anew.
pub(in crate::people) fn all(
    app: &App,
    tx: &mut Tx<'_>,
    (bounds, pace): (&Bounds, Pace),
    filter: &Filter,
    most: usize,
) -> Result<(Vec<MemberRow>, bool)> {
    let (federation, today) = (app.federation, app.today());
    let ground = Ground { federation, today, bounds, filter, pace };
    let take = most as i64 + 1;
    if filter.typed.as_deref().is_some_and(|typed| !typed.trim().is_empty()) {
        return all_named(app, tx, (bounds, pace), filter, most);
    }
    let mut found = Vec::new();
    if is_small(tx, &ground)? {
        found = list_store::read_whole(tx, &ground, None, take)?;
    } else {
        let mut after = None;
        loop {
            let left = take - found.len() as i64;
            let (part, edge) = list_store::walk(tx, &ground, after.as_ref(), left)?;
            found.extend(part);
            after = edge;
            if after.is_none() || found.len() > most {
                break;
            }
        }
    }
    let is_more = found.len() > most;
    found.truncate(most);
    Ok((list_store::dress(tx, federation, found, Shown::File)?, is_more))
}

/// The same for a part of the name or a number.
fn all_named(
    app: &App,
    tx: &mut Tx<'_>,
    at: (&Bounds, Pace),
    filter: &Filter,
    most: usize,
) -> Result<(Vec<MemberRow>, bool)> {
    let mut rows = Vec::new();
    let mut after = None;
    loop {
        let left = (most - rows.len()).max(1);
        let part = page(app, tx, at, filter, after.as_ref(), left)?;
        rows.extend(part.rows);
        after = part.next;
        if after.is_none() || rows.len() >= most {
            return Ok((rows, after.is_some()));
        }
    }
}

/// Whether so few stand within bounds that they are read whole. Who left has no unit today and is walked.
fn is_small(tx: &mut Tx<'_>, ground: &Ground<'_>) -> Result<bool> {
    let Ground { federation, today, bounds, filter, pace: Pace { small, .. } } = *ground;
    let is_here = filter.status != Some(Status::Left);
    Ok(is_here && list_store::count_up_to(tx, federation, today, bounds, small)? <= small)
}

type Part = (Vec<Found>, Option<Cursor>, Option<i64>);

/// People by a part of the name.
fn named(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    typed: &str,
    after: Option<&Cursor>,
    take: i64,
) -> Result<Part> {
    let key = vietnamese::fold::fold(typed);
    if key.is_empty() {
        return Ok((Vec::new(), None, Some(0)));
    }
    if !is_small(tx, ground)? {
        let (found, edge) = list_store::walk_names(tx, ground, &key, after, take)?;
        return Ok((found, edge, None));
    }
    let mut found = list_store::read_whole(tx, ground, None, ground.pace.small + 1)?;
    found.retain(|each| {
        let folded = vietnamese::fold::fold(&each.name);
        vietnamese::fold::suffixes(&folded).any(|suffix| suffix.starts_with(&key))
    });
    let total = found.len() as i64;
    if let Some(after) = after {
        found.retain(|each| (&each.key, each.id) > (&after.key, after.id));
    }
    found.truncate(take as usize);
    Ok((found, None, Some(total)))
}

/// Whether digits were typed: an identity number or a phone number.
fn is_number(typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    digits >= 6 && typed.chars().all(|letter| letter.is_ascii_digit() || " .+-()".contains(letter))
}

/// People by a whole identity number or a whole phone number.
fn by_digits(app: &App, tx: &mut Tx<'_>, typed: &str) -> Result<Vec<Id>> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let mut ids = list_store::by_number(tx, app.federation, &app.keys.index_of(&digits))?;
    let mut phones = vec![digits];
    if let Ok(reading) = vietnamese::id::phone::read(typed) {
        let others = reading.others.iter();
        phones.extend([&reading.first].into_iter().chain(others).map(ToString::to_string));
    }
    for phone in phones {
        ids.extend(list_store::by_phone(tx, app.federation, &phone)?);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// People whose name begins a word with what was typed, with or without marks; a last word may be the beginning of one.
pub fn search(app: &App, actor: &Actor, typed: &str, limit: usize) -> Result<Vec<PersonRow>> {
    app.allow(actor, "people.search")?;
    let key = vietnamese::fold::fold(typed);
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let limit = limit.min(500);
    app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "people.search")?;
        if bounds == Bounds::Whole {
            return store::by_suffix(tx, app.federation, &key, limit as i64);
        }
        let filter = Filter { typed: Some(typed.to_owned()), ..Filter::default() };
        let page = page(app, tx, (&bounds, Pace::USUAL), &filter, None, limit)?;
        let row = |row: MemberRow| PersonRow {
            id: row.id.to_string(),
            name: row.name,
            sex: row.sex.map(|sex| sex.code().to_owned()),
            birth: row.birth,
            unit: row.unit.map(|(_, _, name)| name),
            status: row.status.code().to_owned(),
        };
        Ok(page.rows.into_iter().map(row).collect())
    })
}
