//! The roll of honour that everybody may read, where a federation opened it.

use db::Tx;
use kernel::{Actor, Day, Id, Refusal};

use crate::awards::model::{RollFilter, RollPage};
use crate::awards::roll_store;
use crate::books::schema;
use crate::{App, Result, units};

/// Opens or closes the public roll of a unit and all under it, from a day on.
pub fn publish_roll(app: &App, actor: &Actor, unit: Id, from: Day, open: bool) -> Result<()> {
    let reason = if open { "Công khai sổ vàng" } else { "Thôi công khai sổ vàng" };
    app.write(actor, "honours.publish", reason, |batch| {
        let federation = batch.federation();
        units::load(batch.reader()?, federation, unit)?;
        batch.append(&schema::PUBLIC_ROLL, db::values![unit, from, i64::from(open)]).map(drop)
    })
}

/// Since when a unit's roll is open or closed; none where nothing was ever told.
pub fn roll_state(app: &App, actor: &Actor, unit: Id) -> Result<Option<(Day, bool)>> {
    app.allow(actor, "honours.read")?;
    app.db.read(|tx| {
        app.must_reach(tx, actor, "honours.read", unit, app.today())?;
        roll_store::state(tx, app.federation, unit, app.today())
    })
}

/// Whether a unit's roll is open today.
pub(crate) fn is_roll_open(tx: &mut Tx<'_>, app: &App, unit: Id) -> Result<bool> {
    roll_store::is_open(tx, app.federation, unit, app.today())
}

/// The public roll of a unit, for anybody. A roll that is not open and a unit that is not there give the same answer.
pub fn public_roll(app: &App, code: &str, filter: &RollFilter, most: usize) -> Result<RollPage> {
    let closed = || {
        Refusal::new(
            "no_public_roll",
            "Không có sổ vàng công khai ở địa chỉ này",
            "Kiểm tra lại địa chỉ, hoặc hỏi văn phòng liên đoàn",
        )
    };
    app.db.read(|tx| {
        let scope = units::load_by_code(tx, app.federation, code).map_err(|error| match error {
            crate::Error::Refused(_) => closed().into(),
            other => other,
        })?;
        if !roll_store::is_open(tx, app.federation, scope.id, app.today())? {
            return Err(closed().into());
        }
        let most = most.clamp(1, 1_000);
        let mut found = roll_store::list(tx, app.federation, scope.id, filter, most + 1)?;
        let more = found.len() > most;
        found.truncate(most);
        let next = found.last().filter(|_| more).map(|(place, _)| *place);
        let rows = found.into_iter().map(|(_, row)| row).collect();
        let years = roll_store::years(tx, app.federation, scope.id)?;
        Ok(RollPage { scope_name: scope.name, rows, years, next })
    })
}
