//! The projections: worked out again from the facts and compared row by row.

use std::collections::{BTreeMap, HashMap, HashSet};

use db::{Row, Tx, values};
use kernel::{Day, Id};
use ledger::account::{self, Account};
use ledger::views::Paths;
use ledger::{Class, Posting, Stretch, effect};

use super::tally::Tally;
use super::{Finding, Report};
use crate::books::{days, paths as path_rows, tree};
use crate::memberships::{SpellRow, each_spell};
use crate::people::{Cohort, Sex};
use crate::{App, Error, Result, units};

/// Names the first row of a table that breaks a law; further ones would only repeat it.
pub(super) fn tell(
    report: &mut Report,
    law: &'static str,
    table: &'static str,
    row: String,
    what: String,
) {
    if !report.findings.iter().any(|finding| (finding.law, finding.table) == (law, table)) {
        report.findings.push(Finding { law, table, row, what });
    }
}

/// The stretches as the statements tell them, compared with those kept.
pub(super) fn paths(tx: &mut Tx<'_>, app: &App, report: &mut Report) -> Result<Paths> {
    let tree = tree::statements(tx, app.federation, None, i64::MAX)?;
    let expected = tree.all_stretches().map_err(|ring| {
        Error::Broken(format!("đơn vị {} nằm trong một vòng quản lý", ring.unit))
    })?;
    let mut kept: HashMap<Id, Vec<Stretch>> = HashMap::new();
    let sql = "SELECT unit_id, from_on, to_on, path, block, kind, cause FROM unit_path
               WHERE federation_id = $1 ORDER BY unit_id, from_on";
    tx.each(sql, &values![app.federation], |row| {
        kept.entry(row.id(0)?).or_default().push(path_rows::stretch(row, 1)?);
        Ok(())
    })?;
    let mut units: Vec<&Id> = expected.keys().chain(kept.keys()).collect();
    units.sort_unstable();
    for unit in units {
        let [told, stands] =
            [&expected, &kept].map(|map| map.get(unit).map_or(&[][..], Vec::as_slice));
        if told != stands {
            let what = format!("Đường quản lý của đơn vị {unit} không khớp các quyết định đã ghi");
            tell(report, "paths", "unit_path", unit.to_string(), what);
        }
    }
    Ok(expected)
}

/// The keys by which units are found, compared with the names they bear and bore.
pub(super) fn unit_keys(tx: &mut Tx<'_>, app: &App, report: &mut Report) -> Result<()> {
    let mut expected = std::collections::BTreeSet::new();
    for (unit, name) in units::names_of_all(tx, app.federation)? {
        expected.extend(units::keys_of(&name).into_iter().map(|key| (key, unit)));
    }
    let kept = units::all_keys(tx, app.federation)?;
    if let Some((key, unit)) = expected.symmetric_difference(&kept).next() {
        let what = format!("Từ “{key}” để tìm đơn vị {unit} không khớp các tên đã ghi");
        tell(report, "names", "unit_suffix", unit.to_string(), what);
    }
    Ok(())
}

/// Key and quantity of a roll-up row.
type Rolled = BTreeMap<(Id, Account, i32, Class), i64>;
type ByDay = BTreeMap<days::DayKey, i64>;
type Bridged = BTreeMap<(Id, Account, Day, Id, Class), i64>;

/// Folds every posting again; compares roll-ups, bridges, and the law of each unit.
pub(super) fn rollups(
    tx: &mut Tx<'_>,
    app: &App,
    paths: &Paths,
    report: &mut Report,
) -> Result<()> {
    let scopes: HashSet<Id> =
        paths.values().flatten().flat_map(|s| s.chain[1..].iter().copied()).collect();
    let mut rolled = Rolled::new();
    let mut bridged = Bridged::new();
    let day_scopes = day_scopes(tx, app, paths, report)?;
    let mut by_day = ByDay::new();
    let mut law: HashMap<(Id, Account), i64> = HashMap::new();
    let sql =
        "SELECT account, unit_id, other_id, on_day, CAST(SUM(quantity) AS BIGINT) FROM posting
               WHERE federation_id = $1 GROUP BY account, unit_id, other_id, on_day";
    let path = |unit: Id| paths.get(&unit).map_or(&[][..], Vec::as_slice);
    tx.each(sql, &values![app.federation], |row| {
        let posting = days::posting(row)?;
        weigh(&posting, &mut law);
        effect::effects_of(
            &posting,
            path(posting.unit),
            posting.other.map_or(&[][..], path),
            &mut |seen| {
                if scopes.contains(&seen.scope) {
                    let (scope, account, class) = (seen.scope, seen.account, seen.class);
                    *rolled
                        .entry((scope, account, seen.on.month().number(), class))
                        .or_default() += seen.quantity;
                    if seen.bridge {
                        *bridged
                            .entry((scope, account, seen.on, posting.unit, class))
                            .or_default() += seen.quantity;
                    }
                }
                if day_scopes.contains(&seen.scope) {
                    let key = (seen.scope, seen.on, seen.account, seen.class);
                    *by_day.entry(key).or_default() += seen.quantity;
                }
            },
        );
        Ok(())
    })?;
    for ((unit, stock), missing) in law.into_iter().filter(|(_, missing)| *missing != 0) {
        let what = format!(
            "Ở đơn vị {unit}, {} thay đổi lệch {missing} so với tăng trừ giảm",
            stock.code()
        );
        tell(report, "law_a", "posting", unit.to_string(), what);
    }
    compare_rollups(tx, app, rolled, report)?;
    compare_days(tx, app, by_day, report)?;
    compare_bridges(tx, app, bridged, report)
}

/// The units that keep a roll-up by the day; whoever manages a managing unit must.
fn day_scopes(
    tx: &mut Tx<'_>,
    app: &App,
    paths: &Paths,
    report: &mut Report,
) -> Result<HashSet<Id>> {
    let kept = crate::books::day_scopes(tx, app.federation)?;
    let uppers = paths.values().flatten().flat_map(|s| s.chain.iter().skip(2));
    if let Some(unit) = uppers.filter(|unit| !kept.contains(unit)).min() {
        let what = format!("Đơn vị {unit} quản lý cấp trên cơ sở mà không cộng dồn theo ngày");
        tell(report, "rollup", "day_scope", unit.to_string(), what);
    }
    Ok(kept)
}

/// Law A: at each unit the stock moves by what comes in less what goes out.
fn weigh(posting: &Posting, law: &mut HashMap<(Id, Account), i64>) {
    use ledger::Role;
    let Some(stock) = posting.account.stock() else { return };
    let sign = match posting.account.role() {
        Role::Stock | Role::Out => 1,
        Role::In => -1,
        _ => 0,
    };
    *law.entry((posting.unit, stock)).or_default() += sign * posting.quantity;
}

fn class(row: &Row<'_>, column: usize) -> Result<Class, db::DbError> {
    use kernel::{Block, UnitKind};
    let wrong = || db::DbError::Inconsistent { sql: "rollup".to_owned(), column };
    Ok(Class {
        block: Block::from_code(row.text(column)?).ok_or_else(wrong)?,
        kind: UnitKind::from_code(row.text(column + 1)?).ok_or_else(wrong)?,
    })
}

fn compare_rollups(
    tx: &mut Tx<'_>,
    app: &App,
    mut expected: Rolled,
    report: &mut Report,
) -> Result<()> {
    let sql = "SELECT scope_id, account, month, block, kind, quantity FROM rollup WHERE federation_id = $1
               ORDER BY scope_id, account, month, block, kind";
    tx.each(sql, &values![app.federation], |row| {
        let key = (row.id(0)?, Account(row.int(1)? as i32), row.int(2)? as i32, class(row, 3)?);
        let (told, kept) = (expected.remove(&key).unwrap_or(0), row.int(5)?);
        report.rollups += 1;
        if told != kept {
            tell(report, "rollup", "rollup", name(key.0, key.1, &key.2), differs(kept, told));
        }
        Ok(())
    })?;
    if let Some((key, told)) = expected.into_iter().find(|(_, told)| *told != 0) {
        tell(report, "rollup", "rollup", name(key.0, key.1, &key.2), differs(0, told));
    }
    Ok(())
}

fn compare_days(
    tx: &mut Tx<'_>,
    app: &App,
    mut expected: ByDay,
    report: &mut Report,
) -> Result<()> {
    let sql = "SELECT scope_id, on_day, account, block, kind, quantity FROM rollup_day
               WHERE federation_id = $1 ORDER BY scope_id, on_day, account, block, kind";
    tx.each(sql, &values![app.federation], |row| {
        let key = (row.id(0)?, row.day(1)?, Account(row.int(2)? as i32), class(row, 3)?);
        let (told, kept) = (expected.remove(&key).unwrap_or(0), row.int(5)?);
        if told != kept {
            tell(report, "rollup", "rollup_day", name(key.0, key.2, &key.1), differs(kept, told));
        }
        Ok(())
    })?;
    if let Some((key, told)) = expected.into_iter().find(|(_, told)| *told != 0) {
        tell(report, "rollup", "rollup_day", name(key.0, key.2, &key.1), differs(0, told));
    }
    Ok(())
}

fn compare_bridges(
    tx: &mut Tx<'_>,
    app: &App,
    mut expected: Bridged,
    report: &mut Report,
) -> Result<()> {
    let sql = "SELECT scope_id, account, on_day, unit_id, block, kind, quantity FROM bridge
               WHERE federation_id = $1 ORDER BY scope_id, account, on_day, unit_id";
    tx.each(sql, &values![app.federation], |row| {
        let key =
            (row.id(0)?, Account(row.int(1)? as i32), row.day(2)?, row.id(3)?, class(row, 4)?);
        let (told, kept) = (expected.remove(&key).unwrap_or(0), row.int(6)?);
        if told != kept {
            tell(report, "bridge", "bridge", name(key.0, key.1, &key.2), differs(kept, told));
        }
        Ok(())
    })?;
    if let Some((key, told)) = expected.into_iter().find(|(_, told)| *told != 0) {
        tell(report, "bridge", "bridge", name(key.0, key.1, &key.2), differs(0, told));
    }
    Ok(())
}

fn name(scope: Id, account: Account, when: &dyn std::fmt::Display) -> String {
    format!("{scope} {} {when}", account.code())
}

fn differs(kept: i64, told: i64) -> String {
    format!("Bảng ghi {kept}, cộng lại bút toán được {told}")
}

fn each_kept_spell(tx: &mut Tx<'_>, app: &App, mut take: impl FnMut(SpellRow)) -> Result<()> {
    let sql = "SELECT person_id, from_on, start_event, unit_id, to_on, end_event FROM spell WHERE federation_id = $1";
    Ok(tx.each(sql, &values![app.federation], |row| {
        let (person, from, start) = (row.id(0)?, row.day(1)?, row.id(2)?);
        take((person, from, start, row.id(3)?, row.opt_day(4)?, row.opt_id(5)?));
        Ok(())
    })?)
}

/// That every spell has the year of birth and the sex of its person; the first that has not is told.
fn cohorts(tx: &mut Tx<'_>, app: &App, report: &mut Report) -> Result<()> {
    let sql = "SELECT s.person_id, s.cohort, p.sex, p.birth FROM spell s
               JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
               WHERE s.federation_id = $1";
    let mut stray: Option<Id> = None;
    tx.each(sql, &values![app.federation], |row| {
        let (person, sex) = (row.id(0)?, row.opt_text(2)?.and_then(Sex::from_code));
        if Cohort::of(sex, row.opt_text(3)?).number() != row.int(1)? {
            stray = Some(stray.map_or(person, |known| known.min(person)));
        }
        Ok(())
    })?;
    if let Some(person) = stray {
        let what = "Quá trình đoàn viên ghi năm sinh, giới khác hồ sơ".to_owned();
        tell(report, "spells", "spell", person.to_string(), what);
    }
    Ok(())
}

/// The spells as the events make them, compared with those kept; and the members they count against the stock.
pub(super) fn spells(tx: &mut Tx<'_>, app: &App, report: &mut Report) -> Result<()> {
    let [mut expected, mut kept] = [Tally::default(); 2];
    each_spell(tx, app.federation, |spell| expected.add(&spell))?;
    let mut members: HashMap<Id, i64> = HashMap::new();
    each_kept_spell(tx, app, |spell| {
        if spell.4.is_none() {
            *members.entry(spell.3).or_default() += 1;
        }
        kept.add(&spell);
    })?;
    if kept != expected {
        let [mut expected, mut kept] = [HashSet::new(), HashSet::new()];
        each_spell(tx, app.federation, |spell| {
            expected.insert(spell);
        })?;
        each_kept_spell(tx, app, |spell| {
            kept.insert(spell);
        })?;
        let stray = kept.symmetric_difference(&expected).min();
        let what = "Quá trình đoàn viên không khớp các việc đã ghi".to_owned();
        let row = stray.map(|spell| spell.0.to_string()).unwrap_or_default();
        tell(report, "spells", "spell", row, what);
    }
    cohorts(tx, app, report)?;
    // Members of whom only the number was told stand on records of units, not of people.
    let sql = "SELECT p.unit_id, CAST(SUM(p.quantity) AS BIGINT) FROM posting p
               JOIN member_event m ON m.federation_id = p.federation_id AND m.id = p.record_id
               WHERE p.federation_id = $1 AND p.account = $2 GROUP BY p.unit_id";
    tx.each(sql, &values![app.federation, account::MEMBERS.0], |row| {
        let (unit, stock) = (row.id(0)?, row.int(1)?);
        let names = members.remove(&unit).unwrap_or(0);
        if names != stock {
            let what = format!("Sổ cái ghi {stock} đoàn viên, danh sách có {names} người");
            tell(report, "units", "spell", unit.to_string(), what);
        }
        Ok(())
    })?;
    if let Some((unit, names)) = members.into_iter().min() {
        let what = format!("Danh sách có {names} người, sổ cái không có ai");
        tell(report, "units", "spell", unit.to_string(), what);
    }
    Ok(())
}
