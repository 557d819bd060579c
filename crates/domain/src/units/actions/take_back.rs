//! Taking back what a decision did to a unit, so that the books say what they said before.

use db::values;
use kernel::{Day, Id};

use super::open::{close_line, reopen, retract_line};
use crate::Result;
use crate::books::{Batch, schema};
use crate::units::{search_store, store};

/// Takes an event of a unit back, with everything its batch said of the unit by it: id, unit, kind and day of the event.
/// Whoever calls has seen that nothing rests on it, goes from the latest to the earliest, and has taken back the events
/// of members first.
pub(crate) fn take_back(
    batch: &mut Batch<'_, '_>,
    (event, unit, kind, on): (Id, Id, &str, Day),
    number: i64,
) -> Result<()> {
    batch.reverse(event)?;
    let none = None::<i64>;
    let row = values![kind.to_owned(), unit, on, none, none, none, none, None::<&str>, none, event];
    batch.append(&schema::UNIT_EVENT, row)?;
    match kind {
        "founded" | "brought_forward" | "formed" | "external" => close_line(batch, unit),
        "handed_over" | "moved" => retract_line(batch, unit, event),
        "struck_off" | "dissolved" | "merged" => reopen(batch, unit),
        "renamed" | "reclassified" => retract_versions(batch, unit, on, number),
        "restored" => end_again(batch, unit, on),
        _ => Ok(()),
    }
}

/// Withdraws what a batch said of a unit; what stood before holds again.
fn retract_versions(batch: &mut Batch<'_, '_>, unit: Id, on: Day, number: i64) -> Result<()> {
    for (id, told, rank) in store::versions_of_batch(batch, unit, number)? {
        let row = values![
            unit,
            told.from,
            told.name,
            told.kind.code(),
            told.block.code(),
            rank,
            told.address,
            told.employer,
            None::<i64>,
            id
        ];
        batch.append(&schema::UNIT_VERSION, row)?;
    }
    batch.restate(unit, on)?;
    if let Some(last) = store::versions(batch, unit)?.pop() {
        store::rename_now(batch, unit, &last.name)?;
    }
    search_store::index_anew(batch, unit)
}

/// The unit ended before it stood again, and has ended still.
fn end_again(batch: &mut Batch<'_, '_>, unit: Id, on: Day) -> Result<()> {
    let federation = batch.federation();
    let state = store::load(batch.reader()?, federation, unit)?;
    let ended = store::ended_before(batch, unit, on)?;
    store::write_now(batch, unit, &state.name, state.opened_on, ended)
}
