//! The list of today's units against their statements and events.

use std::collections::{BTreeMap, HashSet};

use db::{Tx, values};
use kernel::{Day, Id};

use super::Report;
use super::projections::tell;
use crate::{App, Result};

/// Name, first day, and the day it ended.
type Listed = (String, Day, Option<Day>);

pub(super) fn examine(tx: &mut Tx<'_>, app: &App, report: &mut Report) -> Result<()> {
    let mut expected = expected(tx, app)?;
    let sql = "SELECT unit_id, name, opened_on, ended_on, search_key FROM unit_now
               WHERE federation_id = $1 ORDER BY unit_id";
    tx.each(sql, &values![app.federation], |row| {
        let unit = row.id(0)?;
        let kept = (row.text(1)?.to_owned(), row.day(2)?, row.opt_day(3)?);
        let key = vietnamese::fold::fold(&kept.0);
        if expected.remove(&unit).as_ref() != Some(&kept) || row.text(4)? != key {
            let what = "Danh sách đơn vị không khớp các quyết định đã ghi".to_owned();
            tell(report, "units", "unit_now", unit.to_string(), what);
        }
        Ok(())
    })?;
    if let Some(unit) = expected.keys().next() {
        let what = "Đơn vị có trong sổ mà không có trong danh sách".to_owned();
        tell(report, "units", "unit_now", unit.to_string(), what);
    }
    Ok(())
}

/// What the list must say: the name of the latest version, the first day of the last opening, the ending that was not made good.
fn expected(tx: &mut Tx<'_>, app: &App) -> Result<BTreeMap<Id, Listed>> {
    let names = names(tx, app)?;
    let mut days: BTreeMap<Id, (Option<Day>, Option<Day>)> = BTreeMap::new();
    let sql = "SELECT unit_id, kind, on_day FROM unit_event e
               WHERE e.federation_id = $1 AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM unit_event r
                   WHERE r.federation_id = e.federation_id AND r.unit_id = e.unit_id AND r.reverses = e.id)
               ORDER BY e.id";
    tx.each(sql, &values![app.federation], |row| {
        let (opened, ended) = days.entry(row.id(0)?).or_default();
        let on = row.day(2)?;
        match row.text(1)? {
            "founded" | "brought_forward" | "formed" | "external" => *opened = Some(on),
            "struck_off" | "dissolved" | "merged" => *ended = Some(on),
            "restored" => *ended = None,
            _ => {}
        }
        Ok(())
    })?;
    let listed = names.into_iter().filter_map(|(unit, name)| {
        let (opened, ended) = days.get(&unit).copied().unwrap_or_default();
        Some((unit, (name, opened?, ended)))
    });
    Ok(listed.collect())
}

/// The name of each unit's latest version, of those not withdrawn; of two for one day the later told.
fn names(tx: &mut Tx<'_>, app: &App) -> Result<BTreeMap<Id, String>> {
    let mut versions = Vec::new();
    let mut withdrawn: HashSet<Id> = HashSet::new();
    let sql = "SELECT id, unit_id, name, retracts FROM unit_version WHERE federation_id = $1 ORDER BY from_on, id";
    tx.each(sql, &values![app.federation], |row| {
        match row.opt_id(3)? {
            Some(retracted) => drop(withdrawn.insert(retracted)),
            None => versions.push((row.id(0)?, row.id(1)?, row.text(2)?.to_owned())),
        }
        Ok(())
    })?;
    let standing = versions.into_iter().filter(|(id, _, _)| !withdrawn.contains(id));
    Ok(standing.map(|(_, unit, name)| (unit, name)).collect())
}
