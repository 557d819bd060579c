//! The reorganisations within reach, and the sheet a new one is written on.

use kernel::Actor;
use sheets::write::{Column, Table};

use crate::exports::{self, Cell, Format};
use crate::reorganisations::model::Past;
use crate::reorganisations::names::Names;
use crate::reorganisations::store;
use crate::{App, Error, Result, units};

/// So many reorganisations of a unit and the units below after the first ones are skipped, and whether there are more.
pub fn history(
    app: &App,
    actor: &Actor,
    unit: &str,
    (skip, take): (usize, usize),
) -> Result<(Vec<Past>, bool)> {
    let scope = units::scope_of_code(app, actor, unit)?;
    let mut rows = app.db.read(|tx| {
        app.must_reach(tx, actor, "units.record", scope, app.today())?;
        let bounds = app.bounds(tx, actor, "units.record")?;
        let own = crate::books::last_path(tx, app.federation, scope)?;
        store::list(tx, app.federation, &bounds, &own, (skip, take + 1))
    })?;
    let more = rows.len() > take;
    rows.truncate(take);
    Ok((rows, more))
}

/// The units that stand under a unit as a workbook on which a decision can be written: what happens to each is left
/// open.
pub fn sheet_to_fill(app: &App, actor: &Actor, unit: &str) -> Result<Vec<u8>> {
    let scope = units::scope_of_code(app, actor, unit)?;
    let (name, known) = app.db.read(|tx| {
        app.must_reach(tx, actor, "units.record", scope, app.today())?;
        let name = units::load(tx, app.federation, scope)?.name;
        let own = crate::books::last_path(tx, app.federation, scope)?;
        Ok::<_, Error>((name, store::units(tx, app.federation, &own)?))
    })?;
    let names = Names::of(known, std::collections::HashSet::new());
    let below = names.standing_below(scope, app.today());
    let detail = format!("{} đơn vị", below.len());
    app.note(actor, "reorganisations.sheet_to_fill", Some(scope), Some(&detail))?;
    let rows = below.iter().enumerate().map(|(at, unit)| {
        let text = |text: &str| Cell::Text(text.to_owned());
        let above = names.manager_of(unit).map_or(Cell::Empty, |above| text(&above.name));
        let open = [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
        let told = [Cell::Integer(at as i64 + 1), text(&unit.code), text(&unit.name), above];
        told.into_iter().chain(open).collect::<Vec<Cell>>()
    });
    let title = format!("DANH SÁCH SẮP XẾP TỔ CHỨC: {name}");
    let sheet = Table { name: "Sắp xếp", titles: &[&title], columns: &columns() };
    exports::file(&sheet, rows, Format::Xlsx).map_err(|error| Error::Broken(error.to_string()))
}

fn columns() -> Vec<Column> {
    [
        ("STT", 6),
        ("Mã đơn vị", 24),
        ("Tên đơn vị", 48),
        ("Cấp trên hiện nay", 40),
        ("Hình thức sắp xếp", 24),
        ("Chuyển về", 40),
        ("Tên mới", 40),
        ("Ghi chú", 24),
    ]
    .map(|(title, width)| Column::new(title, width))
    .to_vec()
}
