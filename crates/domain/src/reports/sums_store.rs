//! The SQL of running sums: the reports that count, what they show above, and the sums that are kept of them.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use db::{Row, Tx, Value, values};
use kernel::{Day, Id, Period};
use ledger::Stretch;

use super::model::{Key, Source, State, Step, state_from};
use super::sums::{self, Filed, Moves, Reach, Shown, Sum, SumKey};
use crate::Result;
use crate::books::{Batch, chunked, read_paths, schema};

/// A report that counts above: its unit, its days and the version that was approved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Counted {
    unit: Id,
    days: (Day, Day),
    form: String,
    version: i64,
}

/// The version of a report that counts above as the books stand; none while it does not.
pub(super) fn counted(tx: &mut Tx<'_>, federation: Id, key: &Key) -> Result<Option<i64>> {
    let sql = "SELECT version, step FROM report_step
        WHERE federation_id = $1 AND unit_id = $2 AND from_on = $3 AND to_on = $4 AND form = $5
        ORDER BY id DESC LIMIT 1";
    let Period { from, to } = key.period;
    let values = values![federation, key.unit, from, to, &key.form.code];
    let last = tx.find(sql, &values, |row| Ok((row.int(0)?, row.text(1)?.to_owned())))?;
    Ok(last.filter(|(_, step)| counts(step)).map(|(version, _)| version))
}

fn counts(step: &str) -> bool {
    Step::from_code(step).is_some_and(|step| State::after(step).counts())
}

/// Follows a report that counts above with one version where another, or none, counted before.
pub(super) fn follow_step(
    batch: &mut Batch<'_, '_>,
    key: &Key,
    (before, after): (Option<i64>, Option<i64>),
) -> Result<()> {
    if before == after {
        return Ok(());
    }
    let path = batch.path(key.unit)?;
    let (federation, last) = (batch.federation(), key.period.last());
    let lives = lives(batch.reader()?, federation, &[key.unit])?;
    let above = above(&path, lives.get(&key.unit), last);
    let mut moves = Moves::default();
    for (version, sign) in [(before, -1), (after, 1)] {
        let Some(version) = version.filter(|_| !above.is_empty()) else { continue };
        let shown = shown_by_version(batch.reader()?, federation, key, version)?;
        moves.add(above, (key.period.from, key.period.to), &shown, sign);
    }
    write(batch.reader()?, federation, moves)
}

/// The first day of a unit, and the day it ended.
pub(crate) type Life = (Day, Option<Day>);

/// The managers at which the report of a unit counts that reports up to the end of a day, the nearest first. One that is
/// not open then reports nowhere: the units that ought to report are those that are.
fn above<'p>(path: &'p [Stretch], life: Option<&Life>, on: Day) -> &'p [Id] {
    let is_open =
        life.is_some_and(|(opened, ended)| *opened <= on && ended.is_none_or(|ended| ended > on));
    let stretch = ledger::paths::on(path, on).filter(|_| is_open);
    stretch.map_or(&[], |stretch| &stretch.chain[1..])
}

fn lives(tx: &mut Tx<'_>, federation: Id, units: &[Id]) -> Result<HashMap<Id, Life>> {
    let mut lives = HashMap::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT unit_id, opened_on, ended_on FROM unit_now
             WHERE federation_id = $1 AND unit_id IN ({list})"
        );
        let life = |row: &Row<'_>| Ok((row.id(0)?, (row.day(1)?, row.opt_day(2)?)));
        lives.extend(tx.query(&sql, &values![federation], life)?);
        Ok(())
    })?;
    Ok(lives)
}

/// The unit directly above each of some units that stand open at the end of a day: the one at which their reports up to
/// that day count.
pub(crate) fn directly_above(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    on: Day,
) -> Result<HashMap<Id, Id>> {
    let (paths, lives) = (read_paths(tx, federation, units)?, lives(tx, federation, units)?);
    let nearest = |unit: &Id| {
        let path = paths.get(unit).map_or(&[][..], Vec::as_slice);
        above(path, lives.get(unit), on).first().map(|manager| (*unit, *manager))
    };
    Ok(units.iter().filter_map(nearest).collect())
}

/// Follows a unit that ended, or stands again: its reports up to a day on which it is not open count nowhere.
pub(crate) fn follow_life(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    (before, after): (&Life, &Life),
) -> Result<()> {
    if before == after {
        return Ok(());
    }
    let path = batch.path(unit)?;
    let federation = batch.federation();
    let mut moves = Moves::default();
    let tx = batch.reader()?;
    shown_by_units(tx, federation, &[unit], |report, shown| {
        let last = report.days.1.previous();
        moves.add(above(&path, Some(before), last), report.days, shown, -1);
        moves.add(above(&path, Some(after), last), report.days, shown, 1);
    })?;
    write(tx, federation, moves)
}

/// Follows units whose managers changed: their reports count above as the tree now says.
pub(crate) fn follow_units(
    batch: &mut Batch<'_, '_>,
    before: &HashMap<Id, Rc<[Stretch]>>,
    after: &HashMap<Id, Vec<Stretch>>,
) -> Result<()> {
    let path_after = |unit: Id| after.get(&unit).map_or(&[][..], Vec::as_slice);
    let mut moved: Vec<Id> = before
        .iter()
        .filter(|(unit, path)| !path.is_empty() && path_after(**unit) != &path[..])
        .map(|(unit, _)| *unit)
        .collect();
    moved.sort_unstable();
    let federation = batch.federation();
    let mut moves = Moves::default();
    let tx = batch.reader()?;
    let lives = lives(tx, federation, &moved)?;
    shown_by_units(tx, federation, &moved, |report, shown| {
        let (life, last) = (lives.get(&report.unit), report.days.1.previous());
        let was = before.get(&report.unit).map_or(&[][..], |path| above(path, life, last));
        let is = above(path_after(report.unit), life, last);
        if was != is {
            moves.add(was, report.days, shown, -1);
            moves.add(is, report.days, shown, 1);
        }
    })?;
    write(tx, federation, moves)
}

fn write(tx: &mut Tx<'_>, federation: Id, moves: Moves) -> Result<()> {
    let rows: Vec<Vec<Value<'static>>> = moves
        .settled()
        .into_iter()
        .map(|((scope, from, to, reach, measure), sum)| {
            let Sum { total, valued, not_reported, not_obliged, not_applicable } = sum;
            let key = values![federation, scope, from, to, reach.code(), measure];
            let told = values![total, valued, not_reported, not_obliged, not_applicable];
            key.into_iter().chain(told).collect()
        })
        .collect();
    let added =
        "ON CONFLICT (federation_id, scope_id, from_on, to_on, reach, measure) DO UPDATE SET
        total = report_sum.total + excluded.total, valued = report_sum.valued + excluded.valued,
        not_reported = report_sum.not_reported + excluded.not_reported,
        not_obliged = report_sum.not_obliged + excluded.not_obliged,
        not_applicable = report_sum.not_applicable + excluded.not_applicable";
    Ok(tx.insert_many("report_sum", &schema::REPORT_SUM, &rows, added)?)
}

/// The first line of a version that says something of a measure of which a report of the same unit for the same days on
/// another form says something and counts already: the line, and that form.
pub(super) fn told_already(
    tx: &mut Tx<'_>,
    federation: Id,
    key: &Key,
    version: i64,
) -> Result<Option<(String, String)>> {
    let sql = "SELECT s.form, s.version, s.step FROM report_step s
        WHERE s.federation_id = $1 AND s.unit_id = $2 AND s.from_on = $3 AND s.to_on = $4 AND s.form <> $5
          AND NOT EXISTS (SELECT 1 FROM report_step l WHERE l.federation_id = s.federation_id
              AND l.unit_id = s.unit_id AND l.from_on = s.from_on AND l.to_on = s.to_on AND l.form = s.form
              AND l.id > s.id)";
    let Period { from, to } = key.period;
    let values = values![federation, key.unit, from, to, &key.form.code];
    let others = tx.query(sql, &values, |row| {
        Ok((row.text(0)?.to_owned(), row.int(1)?, row.text(2)?.to_owned()))
    })?;
    for (form, other, _) in others.into_iter().filter(|(.., step)| counts(step)) {
        let sql = "SELECT c.line FROM report_cell c
            JOIN report_cell o ON o.federation_id = c.federation_id AND o.unit_id = c.unit_id
                AND o.from_on = c.from_on AND o.to_on = c.to_on AND o.form = $7 AND o.version = $8
                AND o.measure = c.measure AND o.source = 'summed' AND o.state <> 'not_reported'
            WHERE c.federation_id = $1 AND c.unit_id = $2 AND c.from_on = $3 AND c.to_on = $4 AND c.form = $5
              AND c.version = $6 AND c.source = 'summed' AND c.state <> 'not_reported'
            ORDER BY c.id LIMIT 1";
        let values =
            values![federation, key.unit, from, to, &key.form.code, version, &*form, other];
        let line = tx.find(sql, &values, |row| Ok(row.text(0)?.to_owned()))?;
        if let Some(line) = line {
            return Ok(Some((line, form.clone())));
        }
    }
    Ok(None)
}

const CELL: &str = "c.line, c.measure, c.source, c.state, c.value";
const SUMMED_UP: &str = "c.measure IS NOT NULL AND c.source IN ('typed', 'summed')";

fn cell(row: &Row<'_>, first: usize) -> Result<Filed, db::DbError> {
    Ok(Filed {
        line: row.text(first)?.to_owned(),
        measure: row.text(first + 1)?.to_owned(),
        source: Source::from_code(row.text(first + 2)?),
        state: state_from(row.text(first + 3)?),
        value: row.opt_int(first + 4)?,
    })
}

fn shown_by_version(
    tx: &mut Tx<'_>,
    federation: Id,
    key: &Key,
    version: i64,
) -> Result<Vec<Shown>> {
    let sql = format!(
        "SELECT {CELL} FROM report_cell c
         WHERE c.federation_id = $1 AND c.unit_id = $2 AND c.from_on = $3 AND c.to_on = $4 AND c.form = $5
           AND c.version = $6 AND {SUMMED_UP} ORDER BY c.id"
    );
    let Period { from, to } = key.period;
    let values = values![federation, key.unit, from, to, &key.form.code, version];
    Ok(sums::shown(&tx.query(&sql, &values, |row| cell(row, 0))?))
}

/// Hands every report of some units that counts above to `take`, with what it shows there.
fn shown_by_units(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    mut take: impl FnMut(&Counted, &[Shown]),
) -> Result<()> {
    chunked(units, |list| {
        let sql = format!(
            "SELECT s.unit_id, s.from_on, s.to_on, s.form, s.version, s.step FROM report_step s
             WHERE s.federation_id = $1 AND s.unit_id IN ({list}) AND NOT EXISTS (
                 SELECT 1 FROM report_step l WHERE l.federation_id = s.federation_id AND l.unit_id = s.unit_id
                   AND l.from_on = s.from_on AND l.to_on = s.to_on AND l.form = s.form AND l.id > s.id)"
        );
        let mut reports: HashMap<Counted, Vec<Filed>> = HashMap::new();
        tx.each(&sql, &values![federation], |row| {
            if counts(row.text(5)?) {
                reports.insert(report(row)?, Vec::new());
            }
            Ok(())
        })?;
        if reports.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "SELECT c.unit_id, c.from_on, c.to_on, c.form, c.version, {CELL} FROM report_cell c
             WHERE c.federation_id = $1 AND c.unit_id IN ({list}) AND {SUMMED_UP} ORDER BY c.id"
        );
        tx.each(&sql, &values![federation], |row| {
            if let Some(cells) = reports.get_mut(&report(row)?) {
                cells.push(cell(row, 5)?);
            }
            Ok(())
        })?;
        for (report, cells) in &reports {
            take(report, &sums::shown(cells));
        }
        Ok(())
    })
}

fn report(row: &Row<'_>) -> Result<Counted, db::DbError> {
    let days = (row.day(1)?, row.day(2)?);
    Ok(Counted { unit: row.id(0)?, days, form: row.text(3)?.to_owned(), version: row.int(4)? })
}

/// The fold of every report that counts: what the kept sums must be.
fn fold(tx: &mut Tx<'_>, federation: Id) -> Result<Moves> {
    let sql = "SELECT DISTINCT unit_id FROM report_step WHERE federation_id = $1 ORDER BY unit_id";
    let units = tx.query(sql, &values![federation], |row| row.id(0))?;
    let mut moves = Moves::default();
    // As many units at once as one statement names, so that neither paths nor cells are all held.
    for some in units.chunks(500) {
        let paths = read_paths(tx, federation, some)?;
        let lives = lives(tx, federation, some)?;
        shown_by_units(tx, federation, some, |report, shown| {
            let path = paths.get(&report.unit).map_or(&[][..], Vec::as_slice);
            let above = above(path, lives.get(&report.unit), report.days.1.previous());
            moves.add(above, report.days, shown, 1);
        })?;
    }
    Ok(moves)
}

/// The first sum that is not what the reports add up to: its unit and what is wrong.
pub(crate) fn stray(tx: &mut Tx<'_>, federation: Id) -> Result<Option<(Id, String)>> {
    let expected = fold(tx, federation)?.settled();
    let kept = kept(tx, federation)?;
    let none = Sum::default();
    let wrong = expected.keys().chain(kept.keys()).find(|key| {
        let [told, stands] = [&expected, &kept].map(|sums| sums.get(*key).unwrap_or(&none));
        told != stands
    });
    Ok(wrong.map(|key| {
        let [told, stands] =
            [&expected, &kept].map(|sums| sums.get(key).map_or(0, |sum| sum.total));
        let (scope, .., measure) = key;
        (*scope, format!("Cộng dồn “{measure}” ghi {stands}, cộng lại các báo cáo được {told}"))
    }))
}

fn kept(tx: &mut Tx<'_>, federation: Id) -> Result<BTreeMap<SumKey, Sum>> {
    let sql =
        "SELECT scope_id, from_on, to_on, reach, measure, total, valued, not_reported, not_obliged,
            not_applicable FROM report_sum WHERE federation_id = $1";
    let mut sums = BTreeMap::new();
    tx.each(sql, &values![federation], |row| {
        let reach = Reach::from_code(row.text(3)?);
        let key = (row.id(0)?, row.day(1)?, row.day(2)?, reach, row.text(4)?.to_owned());
        sums.insert(key, sum(row, 5)?);
        Ok(())
    })?;
    Ok(sums)
}

fn sum(row: &Row<'_>, first: usize) -> Result<Sum, db::DbError> {
    Ok(Sum {
        total: row.int(first)?,
        valued: row.int(first + 1)?,
        not_reported: row.int(first + 2)?,
        not_obliged: row.int(first + 3)?,
        not_applicable: row.int(first + 4)?,
    })
}

/// Works out the sums of books that were written before there were any.
pub(crate) fn catch_up(tx: &mut Tx<'_>, federation: Id) -> Result<()> {
    let sql = "SELECT 1 FROM report_sum WHERE federation_id = $1 LIMIT 1";
    if tx.find(sql, &values![federation], |_| Ok(()))?.is_some() {
        return Ok(());
    }
    let moves = fold(tx, federation)?;
    write(tx, federation, moves)
}

/// The sums of a unit for some days: by reach and measure.
pub(super) fn of_scope(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    days: Period,
) -> Result<BTreeMap<(Reach, String), Sum>> {
    let sql = "SELECT reach, measure, total, valued, not_reported, not_obliged, not_applicable FROM report_sum
        WHERE federation_id = $1 AND scope_id = $2 AND from_on = $3 AND to_on = $4";
    let mut sums = BTreeMap::new();
    tx.each(sql, &values![federation, scope, days.from, days.to], |row| {
        sums.insert((Reach::from_code(row.text(0)?), row.text(1)?.to_owned()), sum(row, 2)?);
        Ok(())
    })?;
    Ok(sums)
}

/// Whether any package was received for some days.
pub(super) fn has_packages(tx: &mut Tx<'_>, federation: Id, days: Period) -> Result<bool> {
    let sql = "SELECT 1 FROM report_package WHERE federation_id = $1 AND to_on = $2 AND from_on = $3 LIMIT 1";
    Ok(tx.find(sql, &values![federation, days.to, days.from], |_| Ok(()))?.is_some())
}
