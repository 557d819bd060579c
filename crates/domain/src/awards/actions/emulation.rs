//! Movements, waves, contests, conferences: launched, spread to units, shown.

use kernel::{Actor, Day, Id, Period, Refusal};
use ledger::Posting;
use ledger::account::honours as accounts;

use crate::awards::emulation_model::{Emulation, EmulationKind, EmulationRow, NewEmulation};
use crate::awards::model::CommendationRow;
use crate::awards::{emulation_store, list_store, registration_store, rules};
use crate::{App, Result, documents, units};

/// Units a launch names at most.
const UNITS_MAX: usize = 2_000;
/// Rows of the list at most.
const ROWS_MAX: usize = 300;

/// Writes a movement, wave, contest or conference down.
pub fn record_emulation(app: &App, actor: &Actor, new: &NewEmulation) -> Result<Id> {
    let reason = format!("{}: {}", new.kind.name().vi, new.name.trim());
    app.write(actor, "honours.record", &reason, |batch| {
        rules::must_say(&new.name, "tên")?;
        batch.not_in_the_future(new.from)?;
        if new.to.is_some_and(|to| to < new.from) {
            let message = "Ngày kết thúc trước ngày bắt đầu";
            return Err(Refusal::new("ends_before_begun", message, "Kiểm tra lại hai ngày").into());
        }
        let federation = batch.federation();
        let state = units::load(batch.reader()?, federation, new.unit)?;
        units::must_be_open(&state, new.from)?;
        if let Some(whole) = new.part_of {
            emulation_store::must_stand(batch.reader()?, federation, whole)?;
        }
        let document = match &new.document {
            Some(paper) => Some(documents::find_or_add(batch, paper)?),
            None => None,
        };
        let id = emulation_store::append(batch, new, document)?;
        let account = match new.kind {
            EmulationKind::Movement => accounts::MOVEMENTS,
            EmulationKind::Wave => accounts::WAVES,
            EmulationKind::Contest | EmulationKind::Conference => return Ok(id),
        };
        let (unit, on) = (new.unit, new.from);
        batch.post(id, Posting { account, unit, other: None, on, quantity: 1 })?;
        Ok(id)
    })
}

/// Launches it to units; a unit that has it already is passed over. Gives back how many are new.
pub fn launch(app: &App, actor: &Actor, emulation: Id, to: &[Id], on: Day) -> Result<usize> {
    app.write(actor, "honours.record", "Phát động thi đua tới đơn vị", |batch| {
        if to.is_empty() || to.len() > UNITS_MAX {
            let message = format!("Chọn từ 1 đến {UNITS_MAX} đơn vị");
            return Err(Refusal::new("bad_units", message, "Chọn đơn vị được phát động").into());
        }
        batch.not_in_the_future(on)?;
        let federation = batch.federation();
        let told = emulation_store::must_stand(batch.reader()?, federation, emulation)?;
        batch.must_reach(told.unit.0)?;
        let mut new = 0;
        for unit in to {
            let state = units::load(batch.reader()?, federation, *unit)?;
            units::must_be_open(&state, on)?;
            if emulation_store::is_launched_to(batch.reader()?, federation, emulation, *unit)? {
                continue;
            }
            batch.append(
                &crate::books::schema::EMULATION_LAUNCH,
                db::values![emulation, *unit, on],
            )?;
            new += 1;
        }
        Ok(new)
    })
}

/// What a page tells of one: itself, the units it was launched to, the papers that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmulationCard {
    /// It.
    pub told: Emulation,
    /// Code and name of the units, the first of them.
    pub launched_to: Vec<(String, String)>,
    /// Papers that honour in it.
    pub papers: Vec<CommendationRow>,
    /// Whether the reader may record here.
    pub may_record: bool,
}

/// Those launched by the units under a scope that touch a period.
pub fn emulations(
    app: &App,
    actor: &Actor,
    scope: Id,
    now: bool,
    days: Period,
) -> Result<Vec<EmulationRow>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "honours.read", scope, days.last())?;
        let place = (scope, now, app.today());
        emulation_store::list(tx, app.federation, place, days, ROWS_MAX)
    })
}

/// One of them; who reads must reach the unit that launched it.
pub(super) fn card(app: &App, tx: &mut db::Tx<'_>, actor: &Actor, id: Id) -> Result<EmulationCard> {
    app.allow(actor, "honours.read")?;
    let told = emulation_store::must_stand(tx, app.federation, id)?;
    // Who reaches a unit it was launched to sees it as well: that unit is to register.
    if let Err(refused) = app.must_reach(tx, actor, "honours.read", told.unit.0, told.from) {
        let bounds = app.bounds(tx, actor, "honours.read")?;
        let today = app.today();
        if !registration_store::launched_within(tx, app.federation, id, &bounds, today)? {
            return Err(refused);
        }
    }
    let may_record = app.must_reach(tx, actor, "honours.record", told.unit.0, told.from).is_ok();
    Ok(EmulationCard {
        launched_to: emulation_store::launched_to(tx, app.federation, id, ROWS_MAX)?,
        papers: list_store::heads_of(tx, app.federation, id)?,
        told,
        may_record,
    })
}
