//! The SQL of units.

use db::{Tx, values};
use kernel::{Block, Day, Id, Refusal, UnitKind};

use super::model::UnitRow;
use super::search_store;
use crate::books::{Batch, end_of_range};
use crate::{Error, Result, reports};

/// What rules need to know of a unit.
#[derive(Clone, Debug)]
pub(crate) struct UnitState {
    pub(crate) id: Id,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) kind: UnitKind,
    pub(crate) opened_on: Day,
    pub(crate) ended_on: Option<Day>,
}

impl UnitState {
    /// Whether its books are kept elsewhere.
    pub(crate) fn is_external(&self) -> bool {
        self.kind == UnitKind::External
    }
}

const SELECT: &str = "SELECT n.unit_id, u.code, n.name, p.kind, n.opened_on, n.ended_on
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
        opened_on: row.day(4)?,
        ended_on: row.opt_day(5)?,
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
    let before = life(batch, unit)?;
    batch.reader()?.execute(
        "INSERT INTO unit_now (federation_id, unit_id, name, search_key, opened_on, ended_on)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (federation_id, unit_id) DO UPDATE SET name = excluded.name,
             search_key = excluded.search_key, opened_on = excluded.opened_on, ended_on = excluded.ended_on",
        &values![federation, unit, name, vietnamese::fold::fold(name), opened_on, ended_on],
    )?;
    match before {
        Some(before) => reports::follow_life(batch, unit, (&before, &(opened_on, ended_on))),
        None => Ok(()),
    }
}

/// The first day of a unit and the day it ended, as the list of today has them.
fn life(batch: &mut Batch<'_, '_>, unit: Id) -> Result<Option<reports::Life>> {
    let federation = batch.federation();
    let sql = "SELECT opened_on, ended_on FROM unit_now WHERE federation_id = $1 AND unit_id = $2";
    let read = |row: &db::Row<'_>| Ok((row.day(0)?, row.opt_day(1)?));
    Ok(batch.reader()?.find(sql, &values![federation, unit], read)?)
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
    let end = end_of_range(&prefix);
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

/// What a unit says of itself from a day on.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) from: Day,
    pub(super) name: String,
    pub(super) kind: UnitKind,
    pub(super) block: Block,
    pub(super) address: Option<String>,
    pub(super) employer: Option<Id>,
}

fn told(row: &db::Row<'_>) -> Result<Told, db::DbError> {
    Ok(Told {
        from: row.day(0)?,
        name: row.text(1)?.to_owned(),
        kind: UnitKind::from_code(row.text(2)?).unwrap_or(UnitKind::Grassroots),
        block: Block::from_code(row.text(3)?).unwrap_or(Block::Other),
        address: row.opt_text(4)?.map(str::to_owned),
        employer: row.opt_id(5)?,
    })
}

/// The standing versions of a unit by day; of two for one day the later told.
pub(super) fn versions(batch: &mut Batch<'_, '_>, unit: Id) -> Result<Vec<Told>> {
    let federation = batch.federation();
    let sql = "SELECT from_on, name, kind, block, address, employer_id FROM unit_version
         WHERE federation_id = $1 AND unit_id = $2 AND retracts IS NULL AND id NOT IN (
             SELECT retracts FROM unit_version
             WHERE federation_id = $1 AND unit_id = $2 AND retracts IS NOT NULL)
         ORDER BY from_on, id";
    let mut told: Vec<Told> = batch.reader()?.query(sql, &values![federation, unit], told)?;
    told.reverse();
    told.dedup_by_key(|version| version.from);
    told.reverse();
    Ok(told)
}

/// The versions of a unit that a batch wrote: id, what was told, rank.
pub(super) fn versions_of_batch(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    number: i64,
) -> Result<Vec<(Id, Told, String)>> {
    let federation = batch.federation();
    let sql = "SELECT from_on, name, kind, block, address, employer_id, id, rank FROM unit_version v
         WHERE v.federation_id = $1 AND v.unit_id = $2 AND v.batch = $3 AND v.retracts IS NULL AND NOT EXISTS (
             SELECT 1 FROM unit_version r
             WHERE r.federation_id = $1 AND r.unit_id = $2 AND r.retracts = v.id)
         ORDER BY v.id";
    Ok(batch.reader()?.query(sql, &values![federation, unit, number], |row| {
        Ok((row.id(6)?, told(row)?, row.text(7)?.to_owned()))
    })?)
}

/// Writes the name of a unit into the list of today.
pub(super) fn rename_now(batch: &mut Batch<'_, '_>, unit: Id, name: &str) -> Result<()> {
    let federation = batch.federation();
    let sql =
        "UPDATE unit_now SET name = $3, search_key = $4 WHERE federation_id = $1 AND unit_id = $2";
    let values = values![federation, unit, name, vietnamese::fold::fold(name)];
    batch.reader()?.execute(sql, &values)?;
    Ok(())
}

/// The day of the last standing end of a unit before a day.
pub(super) fn ended_before(batch: &mut Batch<'_, '_>, unit: Id, on: Day) -> Result<Option<Day>> {
    let federation = batch.federation();
    let sql = "SELECT on_day FROM unit_event e
         WHERE e.federation_id = $1 AND e.unit_id = $2 AND e.kind IN ('struck_off', 'dissolved', 'merged')
           AND e.on_day < $3 AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM unit_event r
               WHERE r.federation_id = $1 AND r.unit_id = $2 AND r.reverses = e.id)
         ORDER BY e.on_day DESC LIMIT 1";
    Ok(batch.reader()?.find(sql, &values![federation, unit, on], |row| row.day(0))?)
}

/// The days of the standing events of a kind of a unit.
pub(super) fn days_of_events(batch: &mut Batch<'_, '_>, unit: Id, kind: &str) -> Result<Vec<Day>> {
    let federation = batch.federation();
    let sql = "SELECT on_day FROM unit_event e
         WHERE e.federation_id = $1 AND e.unit_id = $2 AND e.kind = $3 AND e.reverses IS NULL
           AND NOT EXISTS (SELECT 1 FROM unit_event r
               WHERE r.federation_id = $1 AND r.unit_id = $2 AND r.reverses = e.id)";
    Ok(batch.reader()?.query(sql, &values![federation, unit, kind], |row| row.day(0))?)
}

pub(super) fn unit_row(row: &db::Row<'_>) -> Result<UnitRow, db::DbError> {
    let kind = UnitKind::from_code(row.text(3)?).unwrap_or(UnitKind::Grassroots);
    Ok(UnitRow {
        id: row.id(0)?.to_string(),
        code: row.text(1)?.to_owned(),
        name: row.text(2)?.to_owned(),
        kind: kind.name().vi,
        opened_on: row.text(4)?.to_owned(),
        ended_on: row.opt_text(5)?.map(str::to_owned),
        parent: row.opt_text(6)?.map(str::to_owned),
        formerly: None,
        manages: row.opt_int(7)?.is_some(),
    })
}

/// What [`unit_row`] reads of a path `p` on a day, given as an expression: the manager's path is its own less an id.
pub(super) fn row_columns(day: &str) -> String {
    format!(
        "u.id, u.code, n.name, p.kind, n.opened_on, n.ended_on, (SELECT m.name FROM unit_path q
             JOIN unit_now m ON m.federation_id = q.federation_id AND m.unit_id = q.unit_id
             WHERE q.federation_id = p.federation_id AND q.path = SUBSTR(p.path, 1, LENGTH(p.path) - {ID_LENGTH})
               AND q.from_on <= {day} AND q.to_on > {day}),
         (SELECT 1 FROM scope s WHERE s.federation_id = p.federation_id AND s.unit_id = p.unit_id)"
    )
}

/// The letters of an id in a path, with the stroke behind it.
pub(crate) const ID_LENGTH: usize = 14;

/// The unit at which a reader begins who names none: an open federation of a province, else what stands highest. Units
/// that manage others are looked at first; there are few of them.
pub(super) fn home(tx: &mut Tx<'_>, federation: Id) -> Result<Option<Id>> {
    for among in [
        "scope s JOIN unit_now n ON n.federation_id = s.federation_id AND n.unit_id = s.unit_id",
        "unit_now n",
    ] {
        let sql = format!(
            "SELECT n.unit_id FROM {among}
             JOIN unit_path p ON p.federation_id = n.federation_id AND p.unit_id = n.unit_id
                 AND p.to_on = '9999-12-31'
             WHERE n.federation_id = $1
             ORDER BY CASE p.kind WHEN 'tinh' THEN 0 WHEN 'ngoai' THEN 2 ELSE 1 END,
                 CASE WHEN n.ended_on IS NULL THEN 0 ELSE 1 END, LENGTH(p.path), n.search_key, n.unit_id LIMIT 1"
        );
        if let Some(unit) = tx.find(&sql, &values![federation], |row| row.id(0))? {
            return Ok(Some(unit));
        }
    }
    Ok(None)
}

/// Takes a unit out of the list of today.
pub(super) fn delete_now(batch: &mut Batch<'_, '_>, unit: Id) -> Result<()> {
    search_store::forget(batch, unit)?;
    let federation = batch.federation();
    let sql = "DELETE FROM unit_now WHERE federation_id = $1 AND unit_id = $2";
    batch.reader()?.execute(sql, &values![federation, unit])?;
    Ok(())
}

/// Forgets the day a unit ended.
pub(super) fn clear_end(batch: &mut Batch<'_, '_>, unit: Id) -> Result<()> {
    let federation = batch.federation();
    let before = life(batch, unit)?;
    let sql = "UPDATE unit_now SET ended_on = NULL WHERE federation_id = $1 AND unit_id = $2";
    batch.reader()?.execute(sql, &values![federation, unit])?;
    match before {
        Some(before) => reports::follow_life(batch, unit, (&before, &(before.0, None))),
        None => Ok(()),
    }
}

/// The statements of a unit's line that an event made: id and first day.
pub(super) fn lines_of_event(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    event: Id,
) -> Result<Vec<(Id, Day)>> {
    let federation = batch.federation();
    let sql = "SELECT id, from_on FROM unit_line
               WHERE federation_id = $1 AND unit_id = $2 AND event_id = $3 AND retracts IS NULL";
    let read = |row: &db::Row<'_>| Ok((row.id(0)?, row.day(1)?));
    Ok(batch.reader()?.query(sql, &values![federation, unit, event], read)?)
}

/// The employer with this search key and tax number (empty for none).
pub(super) fn find_employer(
    batch: &mut Batch<'_, '_>,
    key: &str,
    tax_number: &str,
) -> Result<Option<Id>> {
    let federation = batch.federation();
    let sql = "SELECT e.id FROM employer e WHERE e.federation_id = $1 AND e.search_key = $2
               AND COALESCE(e.tax_number, '') = $3 AND e.withdraws IS NULL AND NOT EXISTS (
                   SELECT 1 FROM employer w WHERE w.federation_id = $1 AND w.search_key = $2 AND w.withdraws = e.id)";
    Ok(batch.reader()?.find(sql, &values![federation, key, tax_number], |row| row.id(0))?)
}

/// Whether anything still counts at a unit after a day.
pub(super) fn counts_after(batch: &mut Batch<'_, '_>, unit: Id, on: Day) -> Result<bool> {
    let federation = batch.federation();
    let sql = "SELECT on_day FROM posting WHERE federation_id = $1 AND unit_id = $2 AND on_day > $3
               GROUP BY on_day, account HAVING SUM(quantity) <> 0 LIMIT 1";
    Ok(batch.reader()?.find(sql, &values![federation, unit, on], |_| Ok(()))?.is_some())
}

/// Any unit of today whose books are kept here and that stands outside some bounds; what an external unit manages is
/// kept elsewhere.
pub(crate) fn outside(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &crate::reach::Bounds,
) -> Result<Option<Id>> {
    let (condition, ranges) = bounds.condition("p.path", 2);
    let sql = format!(
        "SELECT p.unit_id FROM unit_path p WHERE p.federation_id = $1 AND p.to_on = '9999-12-31'
             AND p.kind <> 'ngoai' AND NOT {condition} AND NOT EXISTS (SELECT 1 FROM unit_path x
                 WHERE x.federation_id = p.federation_id AND x.to_on = '9999-12-31' AND x.kind = 'ngoai'
                   AND p.path LIKE x.path || '%') LIMIT 1"
    );
    let mut values = values![federation].to_vec();
    values.extend(ranges.into_iter().map(db::Value::from));
    Ok(tx.find(&sql, &values, |row| row.id(0))?)
}
