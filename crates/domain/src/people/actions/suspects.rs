//! Pairs that may be one person, looked at by people: listed with what speaks for it, told apart, and what was decided.

use std::collections::{BTreeSet, HashMap};

use db::{Tx, values};
use kernel::{Actor, Id, Refusal};

use super::cards::{mask, must_reach_person};
use crate::books::schema;
use crate::people::likeness::{Known, likeness};
use crate::people::list_model::{Filter, MemberRow, Status};
use crate::people::list_store::{self, Ground, Pace, Shown};
use crate::people::model::{Apart, Merge, Record, Sex, Suspects, Suspicion};
use crate::people::store;
use crate::people::suspects_store::{self, Pair, Turn};
use crate::reach::Bounds;
use crate::{App, Result};

/// Pairs of one page at most.
const PAGE_MAX: usize = 100;
/// Pairs read at a time, and rounds: of who left many may be out of reach.
const ROUNDS: usize = 5;
/// Letters of a reason at most.
const WHY_MAX: usize = 300;
/// The power behind all of this.
const ACTION: &str = "people.merge";
/// Above every id.
const TOP: Id = Id(i64::MAX);

/// Pairs of the people of a scope that may be one person, the latest first, a page at a time.
pub fn suspects(
    app: &App,
    actor: &Actor,
    scope: Id,
    after: Option<(Id, Id)>,
    limit: usize,
) -> Result<Suspects> {
    app.allow(actor, ACTION)?;
    let limit = limit.clamp(1, PAGE_MAX);
    app.db.read(|tx| {
        let found = paged(
            app,
            tx,
            actor,
            scope,
            after.unwrap_or((TOP, TOP)),
            limit,
            |tx, turn| {
                let pairs = suspects_store::pairs(tx, turn)?;
                Ok(pairs.into_iter().map(|(pair, sure)| (pair, pair, sure)).collect())
            },
            |(a, b)| vec![*a, *b],
        )?;
        let (pairs, more) = found;
        let next = pairs.last().copied().filter(|_| more);
        let pairs = suspicions(app, tx, &pairs)?;
        Ok(Suspects { pairs, next })
    })
}

type Listed<T> = Vec<(T, Pair, bool)>;

/// Reads on until a page is full: rows not sure to be within reach are asked for one by one. Gives the rows and whether
/// there are more.
#[expect(
    clippy::too_many_arguments,
    reason = "one walk for three lists, each with its own statement and people"
)]
fn paged<T>(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    scope: Id,
    mut before: Pair,
    limit: usize,
    read: impl Fn(&mut Tx<'_>, &Turn<'_>) -> Result<Listed<T>>,
    people: impl Fn(&T) -> Vec<Id>,
) -> Result<(Vec<T>, bool)> {
    app.must_reach(tx, actor, ACTION, scope, app.today())?;
    let bounds = app.bounds_under(tx, actor, ACTION, scope)?;
    let mut rows = Vec::new();
    for _ in 0..ROUNDS {
        let take = limit as i64 + 1;
        let (federation, today) = (app.federation, app.today());
        let turn = Turn { federation, today, bounds: &bounds, before, take };
        let read = read(tx, &turn)?;
        let is_end = (read.len() as i64) < take;
        for (row, at, is_sure) in read {
            if rows.len() == limit {
                return Ok((rows, true));
            }
            before = at;
            let mut reached =
                |person: &Id| must_reach_person(app, tx, actor, ACTION, *person).is_ok();
            if is_sure || people(&row).iter().all(&mut reached) {
                rows.push(row);
            }
        }
        if is_end {
            return Ok((rows, false));
        }
    }
    Ok((rows, true))
}

/// What is known of some pairs, by a few statements for all of them.
fn suspicions(app: &App, tx: &mut Tx<'_>, pairs: &[Pair]) -> Result<Vec<Suspicion>> {
    let ids: Vec<Id> =
        pairs.iter().flat_map(|(a, b)| [*a, *b]).collect::<BTreeSet<_>>().into_iter().collect();
    let rows = rows(app, tx, &ids)?;
    let numbers = suspects_store::numbers(tx, app.federation, &ids)?;
    let mut told = Vec::new();
    for (later, earlier) in pairs {
        let (Some(a), Some(b)) = (rows.get(earlier), rows.get(later)) else { continue };
        let known = [a, b].map(|row| known(row, numbers.get(&row.id).map(|(index, _)| &index[..])));
        let record = |row: &MemberRow| -> Result<Record> {
            let sealed =
                numbers.get(&row.id).map(|(_, sealed)| app.keys.open(sealed)).transpose()?;
            let number = sealed.and_then(|(fields, _)| fields.cccd);
            Ok(Record { row: row.clone(), cccd_masked: number.as_deref().map(mask) })
        };
        let likeness = likeness(&known[0], &known[1]);
        told.push(Suspicion { earlier: record(a)?, later: record(b)?, likeness });
    }
    Ok(told)
}

fn known<'k>(row: &'k MemberRow, number: Option<&'k [u8]>) -> Known<'k> {
    Known {
        number,
        name: &row.name,
        birth: row.birth.as_deref(),
        sex: row.sex,
        phone: row.phone.as_deref(),
        joined: row.joined.as_deref(),
        unit: row.unit.as_ref().map(|(id, _, _)| *id),
    }
}

/// Rows of some people, whether they are members, wait, left, or never were.
fn rows(app: &App, tx: &mut Tx<'_>, ids: &[Id]) -> Result<HashMap<Id, MemberRow>> {
    let mut rows = HashMap::new();
    let (federation, today, everyone) = (app.federation, app.today(), Bounds::Whole);
    for status in [None, Some(Status::Left)] {
        let filter = Filter { status, ..Filter::default() };
        let ground =
            Ground { federation, today, bounds: &everyone, filter: &filter, pace: Pace::USUAL };
        let found = list_store::read_some(tx, &ground, ids)?;
        let dressed = list_store::dress(tx, federation, found, Shown::Page)?;
        rows.extend(dressed.into_iter().map(|row| (row.id, row)));
    }
    for id in ids {
        if rows.contains_key(id) {
            continue;
        }
        if let Some(row) = store::row_of(tx, federation, *id)? {
            let sex = row.sex.as_deref().and_then(Sex::from_code);
            let status = Status::from_code(&row.status).unwrap_or(Status::Left);
            let bare = MemberRow {
                id: *id,
                name: row.name,
                sex,
                birth: row.birth,
                status,
                unit: None,
                joined: None,
                job: None,
                union_title: None,
                phone: None,
                has_number: false,
            };
            rows.insert(*id, bare);
        }
    }
    Ok(rows)
}

/// Merges of the people of a scope that stand, the latest first, from one on; and whether there are more.
pub fn merges(
    app: &App,
    actor: &Actor,
    scope: Id,
    before: Option<Id>,
    limit: usize,
) -> Result<(Vec<Merge>, bool)> {
    app.allow(actor, ACTION)?;
    let before = (before.unwrap_or(TOP), TOP);
    let read = |tx: &mut Tx<'_>, turn: &Turn<'_>| {
        let found = suspects_store::merges(tx, turn)?;
        Ok(found.into_iter().map(|(each, sure)| ((each.id, TOP), each, sure)).map(turned).collect())
    };
    app.db.read(|tx| {
        paged(app, tx, actor, scope, before, limit.clamp(1, PAGE_MAX), read, |each| vec![each.kept])
    })
}

/// Pairs of the people of a scope that were told apart, the latest first, from one on; and whether there are more.
pub fn told_apart(
    app: &App,
    actor: &Actor,
    scope: Id,
    before: Option<Id>,
    limit: usize,
) -> Result<(Vec<Apart>, bool)> {
    app.allow(actor, ACTION)?;
    let before = (before.unwrap_or(TOP), TOP);
    let read = |tx: &mut Tx<'_>, turn: &Turn<'_>| {
        let found = suspects_store::told_apart(tx, turn)?;
        Ok(found.into_iter().map(|(each, sure)| ((each.id, TOP), each, sure)).map(turned).collect())
    };
    let people = |each: &Apart| vec![each.person, each.other];
    app.db.read(|tx| paged(app, tx, actor, scope, before, limit.clamp(1, PAGE_MAX), read, people))
}

fn turned<T>((at, row, is_sure): (Pair, T, bool)) -> (T, Pair, bool) {
    (row, at, is_sure)
}

/// Says that two records are two people, so that the pair does not come again; or takes that back.
pub fn tell_apart(
    app: &App,
    actor: &Actor,
    pair: (Id, Id),
    are_two: bool,
    why: Option<&str>,
) -> Result<()> {
    let reason = if are_two { "Hai hồ sơ là hai người" } else { "Xem lại cặp hồ sơ" };
    let pair = (pair.0.max(pair.1), pair.0.min(pair.1));
    app.write(actor, ACTION, reason, |batch| {
        let federation = batch.federation();
        if pair.0 == pair.1 {
            return Err(same_person().into());
        }
        for person in [pair.0, pair.1] {
            must_reach_person(app, batch.reader()?, actor, ACTION, person)?;
            store::must_stand(batch.reader()?, federation, person)?;
        }
        if suspects_store::is_apart(batch.reader()?, federation, pair)? == are_two {
            return Err(already_said(are_two).into());
        }
        let why = why.map(str::trim).filter(|why| !why.is_empty());
        let why: Option<String> = why.map(|why| why.chars().take(WHY_MAX).collect());
        let row: Vec<db::Value<'static>> = values![pair.0, pair.1, i64::from(are_two), why].into();
        batch.append(&schema::PERSON_APART, row)?;
        let tx = batch.reader()?;
        if are_two {
            suspects_store::delete_pair(tx, federation, pair)
        } else {
            suspects_store::add_pairs(tx, federation, &[pair.0])
        }
    })
}

pub(super) fn same_person() -> Refusal {
    Refusal::new("same_person", "Hai hồ sơ là một", "Chọn hai hồ sơ khác nhau")
}

fn already_said(are_two: bool) -> Refusal {
    if are_two {
        let no = "Cặp này đã được ghi là hai người khác nhau";
        Refusal::new("already_apart", no, "Xem ở mục Đã trả lời")
    } else {
        let no = "Cặp này chưa được ghi là hai người khác nhau";
        Refusal::new("not_apart", no, "Tải lại trang để xem tình trạng mới")
    }
}
