//! What only shows when the sheets of one workbook are laid side by side: transfers with one end,
//! people who leave twice.

use std::collections::HashMap;

use vietnamese::date::PartialDate;
use vietnamese::fold::match_key;

use super::rows::{LeaverRow, TransferRow};
use crate::columns::Field;
use crate::kinds::Finding;
use crate::person::Person;
use crate::problem::Problem;
use crate::units_named::Resolver;

/// The people of the three sheets that know each other; a sheet that is not there is `None`.
pub(crate) struct People<'s> {
    pub sent: Option<&'s [TransferRow]>,
    pub received: Option<&'s [TransferRow]>,
    pub left: Option<&'s [LeaverRow]>,
}

/// Findings for each of the three sheets.
#[derive(Default)]
pub(crate) struct Crossed {
    pub sent: Vec<Problem>,
    pub received: Vec<Problem>,
    pub left: Vec<Problem>,
}

/// Makes a finding about a field of a row of one sheet.
pub(crate) type Tell<'t> = &'t dyn Fn(u32, Field, Finding) -> Option<Problem>;

/// How each of the three sheets makes a finding.
pub(crate) struct Tellers<'t> {
    pub sent: Tell<'t>,
    pub received: Tell<'t>,
    pub left: Tell<'t>,
}

/// Compares the sheets.
pub(crate) fn cross_check(
    people: &People<'_>,
    units: &Resolver<'_>,
    tell: &Tellers<'_>,
) -> Crossed {
    let mut found = Crossed::default();
    if let (Some(sent), Some(received)) = (people.sent, people.received) {
        pair_transfers(sent, received, units, tell, &mut found);
    }
    if let (Some(sent), Some(left)) = (people.sent, people.left) {
        let gone = by_person(sent.iter().map(|row| (row.row, &row.person, None)));
        for row in left {
            let Some((other, _)) = key(&row.person).and_then(|key| gone.get(&key).copied()) else {
                continue;
            };
            let problem = (tell.left)(row.row, Field::Cccd, Finding::TwoExits);
            let note = format!("cũng ở dòng {other} của trang chuyển đi");
            found.left.extend(problem.map(|problem| problem.other_row(other).note(note)));
        }
    }
    found
}

fn pair_transfers(
    sent: &[TransferRow],
    received: &[TransferRow],
    units: &Resolver<'_>,
    tell: &Tellers<'_>,
    found: &mut Crossed,
) {
    let arrived = by_person(received.iter().map(|row| (row.row, &row.person, row.day)));
    let left = by_person(sent.iter().map(|row| (row.row, &row.person, row.day)));
    let is_own = |unit: &Option<String>| unit.as_deref().is_some_and(|unit| units.knows(unit));
    for row in sent.iter().filter(|row| is_own(&row.to_unit)) {
        if key(&row.person).is_some_and(|key| !arrived.contains_key(&key)) {
            found.sent.extend((tell.sent)(row.row, Field::ToUnit, Finding::TransferNotReceived));
        }
    }
    for row in received.iter().filter(|row| is_own(&row.from_unit)) {
        let Some(key) = key(&row.person) else { continue };
        let Some((_, out)) = left.get(&key).copied() else {
            let kind = Finding::TransferWithoutOrigin;
            found.received.extend((tell.received)(row.row, Field::FromUnit, kind));
            continue;
        };
        let (Some(out), Some(day)) = (out, row.day) else { continue };
        if day.last_day() < out.first_day() {
            let problem = (tell.received)(row.row, Field::Day, Finding::TransferDatesReversed);
            let note = format!("chuyển đi {out}, tiếp nhận {day}");
            found.received.extend(problem.map(|problem| problem.note(note)));
        }
    }
}

/// A person by number, without one by name.
fn key(person: &Person) -> Option<String> {
    let by_name = || person.name.as_deref().map(match_key);
    person.cccd.clone().or_else(|| person.cmnd.clone()).or_else(by_name)
}

fn by_person<'p>(
    people: impl Iterator<Item = (u32, &'p Person, Option<PartialDate>)>,
) -> HashMap<String, (u32, Option<PartialDate>)> {
    let mut rows = HashMap::new();
    for (row, person, day) in people {
        if let Some(key) = key(person) {
            rows.entry(key).or_insert((row, day));
        }
    }
    rows
}
