//! The SQL of units.

use db::{Tx, values};
use kernel::{Block, Day, Id, Refusal, UnitKind};

use crate::books::Batch;
use crate::{Error, Result};

/// What rules need to know of a unit.
#[derive(Clone, Debug)]
pub(crate) struct UnitState {
    pub(crate) id: Id,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) kind: UnitKind,
    pub(crate) block: Block,
    pub(crate) opened_on: Day,
    pub(crate) ended_on: Option<Day>,
}

impl UnitState {
    /// Whether its books are kept elsewhere.
    pub(crate) fn is_external(&self) -> bool {
        self.kind == UnitKind::External
    }
}

const SELECT: &str = "SELECT n.unit_id, u.code, n.name, p.kind, p.block, n.opened_on, n.ended_on
    FROM unit_now n
    JOIN unit u ON u.federation_id = n.federation_id AND u.id = n.unit_id
    JOIN unit_path p ON p.federation_id = n.federation_id AND p.unit_id = n.unit_id AND p.to_on = '9999-12-31'
    WHERE n.federation_id = $1";

fn state(row: &db::Row<'_>) -> Result<UnitState, db::DbError> {
    Ok(UnitState {
        id: row.id(0)?,
        code: row.text(1)?.to_owned(),
        name: row.text(2)?.to_owned(),
        kind: UnitKind::from_code(row.text(3)?).unwrap_or(UnitKind::Grassroots),
        block: Block::from_code(row.text(4)?).unwrap_or(Block::Other),
        opened_on: row.day(5)?,
        ended_on: row.opt_day(6)?,
    })
}

/// A unit that must be there.
pub(crate) fn load(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<UnitState> {
    let sql = format!("{SELECT} AND n.unit_id = $2");
    tx.find(&sql, &values![federation, unit], state)?
        .ok_or_else(|| unknown(&unit.to_string()).into())
}

/// A unit by its code.
pub(crate) fn load_by_code(tx: &mut Tx<'_>, federation: Id, code: &str) -> Result<UnitState> {
    let sql = format!("{SELECT} AND u.code = $2");
    tx.find(&sql, &values![federation, code], state)?.ok_or_else(|| unknown(code).into())
}

fn unknown(unit: &str) -> Refusal {
    Refusal::new(
        "unknown_unit",
        format!("Sổ không có đơn vị “{unit}”"),
        "Kiểm tra mã đơn vị, hoặc nhập danh sách đơn vị trước",
    )
}

/// The id of a code that was ever written, even if the unit was withdrawn since.
pub(super) fn id_of_code(batch: &mut Batch<'_, '_>, code: &str) -> Result<Option<Id>> {
    let federation = batch.federation();
    let sql = "SELECT id FROM unit WHERE federation_id = $1 AND code = $2";
    Ok(batch.reader()?.find(sql, &values![federation, code], |row| row.id(0))?)
}

/// Writes a unit's line in the list of today.
pub(super) fn write_now(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    name: &str,
    opened_on: Day,
    ended_on: Option<Day>,
) -> Result<()> {
    let federation = batch.federation();
    batch.reader()?.execute(
        "INSERT INTO unit_now (federation_id, unit_id, name, search_key, opened_on, ended_on)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (federation_id, unit_id) DO UPDATE SET name = excluded.name,
             search_key = excluded.search_key, opened_on = excluded.opened_on, ended_on = excluded.ended_on",
        &values![federation, unit, name, vietnamese::fold::fold(name), opened_on, ended_on],
    )?;
    Ok(())
}

/// How many units stand directly or indirectly under a unit on a day and are open then.
pub(super) fn open_below(batch: &mut Batch<'_, '_>, unit: Id, on: Day) -> Result<i64> {
    let federation = batch.federation();
    let path = batch.path(unit)?;
    let Some(stretch) = ledger::paths::on(&path, on) else { return Ok(0) };
    let prefix = stretch.path();
    let sql = "SELECT COUNT(*) FROM unit_path p
               JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
               WHERE p.federation_id = $1 AND p.path > $2 AND p.path < $3 AND p.from_on <= $4 AND p.to_on > $4
                 AND (n.ended_on IS NULL OR n.ended_on > $4)";
    let end = crate::books::end_of_range(&prefix);
    let count =
        batch.reader()?.find(sql, &values![federation, &prefix, end, on], |row| row.int(0))?;
    count.ok_or_else(|| Error::Broken("không đếm được đơn vị trực thuộc".to_owned()))
}

/// The ids of the standing statements of a unit from a table, newest last: id and first day.
pub(super) fn standing_statements(
    batch: &mut Batch<'_, '_>,
    table: &str,
    unit: Id,
) -> Result<Vec<(Id, Day)>> {
    let federation = batch.federation();
    let sql = format!(
        "SELECT id, from_on FROM {table} WHERE federation_id = $1 AND unit_id = $2 AND retracts IS NULL
         AND id NOT IN (SELECT retracts FROM {table}
             WHERE federation_id = $1 AND unit_id = $2 AND retracts IS NOT NULL)
         ORDER BY id"
    );
    let read = |row: &db::Row<'_>| Ok((row.id(0)?, row.day(1)?));
    Ok(batch.reader()?.query(&sql, &values![federation, unit], read)?)
}
