//! Reports of a whole country: what the top waits for its consolidation, and what one leaf that changes costs.
//!
//! One union's report is typed, filed and approved by the actions; those of all others are copies of its rows with other
//! values, since telling them one by one would take an hour. The chain of hashes does not cover the copies, and the
//! running sums are worked out afterwards from all rows as for books of an older program; that fold is measured too.

use std::path::Path;
use std::time::Duration;

use db::{Db, values};
use domain::figures::State;
use domain::reports::{Key, Report, Step, Typed, act, find_form, read, type_cells};
use domain::units::scope_of_code;
use domain::{App, Error};
use kernel::{Actor, Id, Period};
use testkit::generate::{self, SCOPE};

use crate::{Bench, Result, fresh, median, open, timed};

/// The form of unions, that of units above them, and a year of both.
const FORMS: [&str; 2] = ["1_hdcd", "2_hdcd"];
const YEAR: &str = "2021-12-01..2022-11-30";
/// The union whose report is told by the actions, and changed.
const LEAF: &str = "cdcs-0-0";
/// Numbers kept free for the rows of one copied report.
const APART: usize = 200;

/// What was measured of one number of unions.
struct Measured {
    /// Copying the reports and working out their sums.
    fold: Duration,
    /// The report of the top as it is filled.
    top: Duration,
    /// The bare sum of the same cells.
    bare: Duration,
    /// One union's report taken up again, typed, filed and approved.
    change: Duration,
    /// Every unit between filed and approved, level by level, and how many they are.
    levels: Option<(Duration, usize)>,
    /// A year's form that the books fill whole, with the populations of what is owed.
    computed: Duration,
}

impl Bench {
    /// Reports of a year from ever more unions: what the top waits, and what one union that changes costs.
    pub(crate) fn consolidate(&mut self) -> Result<()> {
        let mut first: Option<Duration> = None;
        let sizes = [1_250, 12_500, 125_000].into_iter().filter(|size| *size <= self.leaves);
        for leaves in sizes.collect::<Vec<_>>() {
            let folder = self.data.join(format!("reports-{leaves}"));
            let asked = (leaves, self.runs, true);
            let told = measure(&folder, &self.actor, asked)?;
            let _ = std::fs::remove_dir_all(&folder);
            let what = format!("consolidation at the top, {leaves} unions");
            let note = "the report of the top as it is filled; limit: SQL that sums the same cells";
            self.tell(&what, told.top, Some(told.bare), note.to_owned());
            let first = *first.get_or_insert(told.change);
            let growth = told.change.as_secs_f64() / first.as_secs_f64();
            let note = format!("reopened, typed, filed, approved; {growth:.2} × that of 1250");
            self.tell(
                &format!("one union's report again, {leaves} unions"),
                told.change,
                None,
                note,
            );
            let fold = "reports copied, their sums folded and kept: what the doctor adds up";
            let what = format!("fold of all reports, {leaves} unions");
            self.tell(&what, told.fold, None, fold.to_owned());
            if let Some((time, count)) = told.levels {
                let each = time.as_secs_f64() * 1e3 / count.max(1) as f64;
                let note = format!("filed and approved one after the other, {each:.1} ms each");
                self.tell(&format!("{count} upper units level by level"), time, None, note);
            }
            let what = format!("a year's form from the books, {leaves} unions");
            self.tell(
                &what,
                told.computed,
                None,
                "with the populations of what is owed".to_owned(),
            );
        }
        Ok(())
    }
}

fn measure(
    folder: &Path,
    actor: &Actor,
    (leaves, runs, with_levels): (usize, usize, bool),
) -> Result<Measured> {
    let app = fresh(folder)?;
    eprint!("\r{leaves} đơn vị        ");
    generate::build(&app, actor, leaves, 0, 1, &mut |_| {})?;
    let [leaf, top] = [LEAF, SCOPE].map(|code| scope_of_code(&app, actor, code));
    let (leaf, top) = (key(leaf?, FORMS[0])?, key(top?, FORMS[1])?);
    approve(&app, actor, &leaf, 100)?;
    drop(app);
    copy_to_all(&folder.join("books.db"), leaf.unit)?;
    let (app, fold) = timed(|| open(folder))?;

    let (mut ours, mut bare, mut change) = (Vec::new(), Vec::new(), Vec::new());
    let db = Db::open_file(&folder.join("books.db"))?;
    // Apart from each other, and each after one that is not measured: a sum over all cells leaves the allocator millions
    // of small pieces, and whoever asks for memory next joins them.
    for run in 0..=runs {
        let (_, time) = timed(|| read(&app, actor, &top, None))?;
        ours.extend((run > 0).then_some(time));
    }
    for run in 0..=runs {
        let (_, time) = timed(|| change_one(&app, actor, &leaf, 200 + run as i64))?;
        change.extend((run > 0).then_some(time));
    }
    // What was approved instead counts instead.
    clear_older(&db, leaf.unit)?;
    for _ in 0..runs {
        let (sums, time) = timed(|| bare_sums(&db))?;
        bare.push(time);
        agree(&read(&app, actor, &top, None)?, &sums, leaves)?;
    }
    let levels = with_levels.then(|| levels(&app, actor, leaves)).transpose()?;
    let year = Key { period: Period::parse("2022")?, ..key(top.unit, "ket_qua_nam")? };
    let (_, computed) = timed(|| read(&app, actor, &year, None))?;
    Ok(Measured {
        fold,
        top: median(ours),
        bare: median(bare),
        change: median(change),
        levels,
        computed,
    })
}

fn key(unit: Id, form: &str) -> Result<Key> {
    Ok(Key { unit, form: find_form(form)?, period: Period::parse(YEAR)? })
}

fn take(app: &App, actor: &Actor, key: &Key, step: Step) -> Result<()> {
    act(app, actor, key, step, Some("đo"), &[]).map(drop)
}

/// Fills the typed lines of a union's report, files it and has it approved.
fn approve(app: &App, actor: &Actor, key: &Key, value: i64) -> Result<()> {
    let typed = key.form.lines.iter().filter(|line| line.measure.is_some());
    let typed = typed.zip(0..).map(|(line, more)| Typed {
        line: line.code.clone(),
        value: Some(value + more),
        state: State::Value,
        note: None,
    });
    type_cells(app, actor, key, &typed.collect::<Vec<_>>())?;
    take(app, actor, key, Step::Submit)?;
    take(app, actor, key, Step::Approve)
}

fn change_one(app: &App, actor: &Actor, key: &Key, value: i64) -> Result<()> {
    take(app, actor, key, Step::Reopen)?;
    approve(app, actor, key, value)
}

/// Every unit between the unions and the top, the lowest first.
fn levels(app: &App, actor: &Actor, leaves: usize) -> Result<(Duration, usize)> {
    const UNIONS_A_PROVINCE: usize = 3_677;
    const UNIONS_A_WARD: usize = 38;
    let mut codes = [Vec::new(), Vec::new()];
    for province in 0..leaves.div_ceil(UNIONS_A_PROVINCE) {
        let unions = UNIONS_A_PROVINCE.min(leaves - province * UNIONS_A_PROVINCE);
        let wards = 0..unions.div_ceil(UNIONS_A_WARD);
        codes[0].extend(wards.map(|ward| format!("phuong-{province}-{ward}")));
        codes[1].push(format!("tinh-{province}"));
    }
    let codes = codes.concat();
    let count = codes.len();
    let (_, time) = timed(|| {
        for (place, code) in codes.iter().enumerate() {
            if place % 100 == 0 {
                eprint!("\r{place} / {count} báo cáo cấp trên        ");
            }
            let key = key(scope_of_code(app, actor, code)?, FORMS[1])?;
            take(app, actor, &key, Step::Submit)?;
            take(app, actor, &key, Step::Approve)?;
        }
        Ok(())
    })?;
    Ok((time, count))
}

/// Gives every other union the same report with values of its own, and forgets the sums.
fn copy_to_all(file: &Path, leaf: Id) -> Result<()> {
    let db = Db::open_file(file)?;
    db.write_without_care()?;
    let leaf = leaf.0;
    let copy = |table: &str, columns: &str, values: &str| {
        format!(
            "INSERT INTO {table} (federation_id, id, batch, unit_id, {columns})
             SELECT c.federation_id, (SELECT MAX(id) FROM {table}) + u.n * {APART} + c.k, c.batch, u.unit_id, {values}
             FROM (SELECT *, ROW_NUMBER() OVER (ORDER BY id) AS k FROM {table} WHERE unit_id = {leaf}) c
             CROSS JOIN (SELECT unit_id, ROW_NUMBER() OVER (ORDER BY unit_id) AS n FROM unit_path
                 WHERE kind = 'cdcs' AND unit_id <> {leaf}) u"
        )
    };
    let report = "form, from_on, to_on, version";
    db.run_script(&copy(
        "report_cell",
        &format!("{report}, line, measure, state, value, target, source, note"),
        &format!("{report}, line, measure, state, value + u.n % 7, target, source, note"),
    ))?;
    let step = format!("{report}, step, note, ledger_seq");
    db.run_script(&copy("report_step", &step, &step))?;
    db.run_script("DELETE FROM report_sum")?;
    db.optimize()?;
    Ok(())
}

/// The earlier versions of the changed report, so that the bare sum need not ask which one holds.
fn clear_older(db: &Db, leaf: Id) -> Result<()> {
    let sql = "UPDATE report_cell SET source = 'older' WHERE unit_id = $1 AND source = 'summed'
               AND version < (SELECT MAX(version) FROM report_cell WHERE unit_id = $1)";
    db.write(|tx| Ok::<_, Error>(tx.execute(sql, &values![leaf])?)).map(drop)
}

/// Each measure with its total and how many have a value.
fn bare_sums(db: &Db) -> Result<Vec<(String, i64, i64)>> {
    let days = Period::parse(YEAR)?;
    let sql = "SELECT measure, CAST(SUM(value) AS BIGINT), COUNT(*) FROM report_cell
               WHERE federation_id = 1 AND from_on = $1 AND to_on = $2 AND form = $3 AND source = 'summed'
                 AND measure IS NOT NULL AND value IS NOT NULL GROUP BY measure";
    db.read(|tx| {
        let read = |row: &db::Row<'_>| Ok((row.text(0)?.to_owned(), row.int(1)?, row.int(2)?));
        Ok(tx.query(sql, &values![days.from, days.to, FORMS[0]], read)?)
    })
}

/// What is measured must be the same sum.
fn agree(report: &Report, sums: &[(String, i64, i64)], leaves: usize) -> Result<()> {
    let form = find_form(FORMS[1])?;
    for (measure, total, count) in sums {
        let line = form.lines.iter().find(|line| line.measure.as_deref() == Some(measure));
        let cell = report.cells.iter().find(|cell| Some(&cell.line) == line.map(|line| &line.code));
        let told = cell.and_then(|cell| cell.gathered);
        let told = told.map(|all| (all.straight, all.straight_reported));
        if told != Some((*total, *count)) || *count != leaves as i64 {
            let what = format!("{measure}: cộng dồn {told:?}, cộng lại {total} của {count}");
            return Err(Error::Broken(what));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Unions unless `KETDOAN_LEAVES` says how many.
    const FEW: usize = 90;

    #[test]
    fn what_is_measured_is_the_same_sum_and_a_change_does_not_wait_for_the_others() {
        let database = db::testing::sqlite();
        let folder = database.folder.path().join("reports");
        let leaves = std::env::var("KETDOAN_LEAVES").ok().and_then(|text| text.parse().ok());
        let asked = (leaves.unwrap_or(FEW), 3, leaves.is_none());
        let told = measure(&folder, &Actor::operator("đo"), asked).unwrap();
        let Measured { fold, top, bare, change, levels, computed } = told;
        assert_eq!(
            levels.map(|(_, count)| count),
            leaves.is_none().then_some(FEW.div_ceil(38) + 1)
        );
        println!("{fold:?} {top:?} {bare:?} {change:?} {levels:?} {computed:?}");
    }
}
