//! What a view leaves out, and why: so that a figure of another view is never a riddle.

use std::collections::HashMap;

use db::Tx;
use kernel::{Id, Period};
use ledger::views::{self, View};

use super::fold::{self, Ground};
use super::model::{Query, Scope};
use super::store;
use crate::{App, Result};

/// Units that stood under the scope in the period and are not in the view, by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct LeftOut {
    /// How many units.
    pub units: usize,
    /// Why, with the number of units each: `đi theo sắp xếp, bàn giao`, `kết thúc`, …
    pub reasons: Vec<(String, usize)>,
    /// Where units that went now stand: name of the manager, number of units.
    pub went_to: Vec<(String, usize)>,
}

/// The days a like-for-like view compares with: those of the other side, or the same days a year earlier.
pub(super) fn compared_with(query: &Query) -> Period {
    query.beside.map_or_else(|| query.days().year_before(), |beside| beside.days)
}

/// Sentences for the reader: what the view leaves out of what stood there.
pub fn explain(out: &LeftOut, view: View) -> Vec<String> {
    if out.units == 0 {
        return Vec::new();
    }
    let list = |pairs: &[(String, usize)]| {
        let parts: Vec<String> =
            pairs.iter().map(|(what, count)| format!("{count} {what}")).collect();
        parts.join("; ")
    };
    let seen = if view == View::Now { "tổ chức ngày xem" } else { "cùng phạm vi hai kỳ" };
    let mut notes = vec![format!(
        "Theo {seen}, {} đơn vị từng thuộc phạm vi trong kỳ không được tính: {}.",
        out.units,
        list(&out.reasons)
    )];
    if !out.went_to.is_empty() {
        let mut places: Vec<String> =
            out.went_to.iter().take(8).map(|(name, count)| format!("{name} ({count})")).collect();
        if out.went_to.len() > 8 {
            places.push("nơi khác".to_owned());
        }
        notes.push(format!("Các đơn vị đã đi nay thuộc: {}.", places.join(", ")));
    }
    notes
}

/// Works out what a view of a fixed set leaves out.
pub(super) fn left_out(
    tx: &mut Tx<'_>,
    app: &App,
    scope: &Scope,
    query: &Query,
    ground: &Ground,
) -> Result<LeftOut> {
    let period = query.days();
    let set = fold::members_of_view(ground, query, scope.id, app.today());
    let was_there = |unit: &Id| {
        ground.paths[unit]
            .iter()
            .any(|s| s.is_under(scope.id) && s.from < period.to && period.from < s.to)
    };
    let out: Vec<Id> = ground
        .units
        .iter()
        .copied()
        .filter(|u| *u != scope.id && !set.contains(u) && was_there(u))
        .collect();
    let mut result = LeftOut { units: out.len(), ..LeftOut::default() };
    for (unit, _, opened, ended) in store::names(tx, app.federation, &out)? {
        let day = looked_at(app, query);
        let went = !views::under_on(&ground.paths, scope.id, day)(unit);
        let reason = if went {
            "đơn vị đã chuyển đi nơi khác"
        } else if ended.is_some_and(|ended| ended < period.to) {
            "đơn vị kết thúc"
        } else if opened > compared_with(query).from.min(period.from) {
            "đơn vị thành lập hoặc đưa vào sổ sau đầu kỳ so sánh"
        } else {
            "đơn vị về phạm vi trong thời gian so sánh"
        };
        count(&mut result.reasons, reason);
        if went && let Some(manager) = manager_name(tx, app, ground, unit, day)? {
            count(&mut result.went_to, &manager);
        }
    }
    result.reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    result.went_to.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Ok(result)
}

/// Where the units of a view stood in the period, when it was not under the scope: a young scope has a past in its units.
pub(super) fn explain_the_past(
    tx: &mut Tx<'_>,
    app: &App,
    scope: &Scope,
    query: &Query,
    ground: &Ground,
) -> Result<Vec<String>> {
    let days = query.days();
    let mut notes = Vec::new();
    if scope.opened_on >= days.to {
        notes.push(format!("{} thành lập ngày {}, sau kỳ này.", scope.name, scope.opened_on.vi()));
    }
    let set = fold::members_of_view(ground, query, scope.id, app.today());
    if set.iter().all(|unit| *unit == scope.id) && query.view == View::Like {
        notes.push(format!("Không đơn vị nào thuộc {} suốt cả hai kỳ so sánh.", scope.name));
    }
    let mut then: HashMap<Id, usize> = HashMap::new();
    for unit in set {
        let stood = ground.paths.get(&unit).and_then(|path| ledger::paths::on(path, days.last()));
        let elsewhere = stood.filter(|stretch| !stretch.is_under(scope.id));
        if let Some(manager) = elsewhere.and_then(|stretch| stretch.chain.get(1)) {
            *then.entry(*manager).or_default() += 1;
        }
    }
    if then.is_empty() {
        return Ok(notes);
    }
    let managers: Vec<Id> = then.keys().copied().collect();
    let names = store::names(tx, app.federation, &managers)?;
    let mut places: Vec<(usize, String)> = names
        .into_iter()
        .map(|(manager, name, _, _)| (then.get(&manager).copied().unwrap_or_default(), name))
        .collect();
    places.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let units: usize = then.values().sum();
    let mut told: Vec<String> =
        places.iter().take(8).map(|(count, name)| format!("{name} ({count})")).collect();
    if places.len() > 8 {
        told.push("nơi khác".to_owned());
    }
    notes.push(format!(
        "Trong các đơn vị được tính, {units} đơn vị cuối kỳ thuộc nơi khác: {}.",
        told.join(", ")
    ));
    Ok(notes)
}

/// The day on which a view looks at the organisation: the end of the period for like for like, else the as-of day.
fn looked_at(app: &App, query: &Query) -> kernel::Day {
    match query.view {
        View::Like => query.days().last(),
        View::Now | View::Was => query.organised_on(app.today()),
    }
}

fn count(pairs: &mut Vec<(String, usize)>, what: &str) {
    match pairs.iter_mut().find(|(known, _)| known == what) {
        Some((_, count)) => *count += 1,
        None => pairs.push((what.to_owned(), 1)),
    }
}

fn manager_name(
    tx: &mut Tx<'_>,
    app: &App,
    ground: &Ground,
    unit: Id,
    day: kernel::Day,
) -> Result<Option<String>> {
    let manager =
        ledger::paths::on(&ground.paths[&unit], day).and_then(|s| s.chain.get(1).copied());
    let Some(manager) = manager else { return Ok(None) };
    let names = store::names(tx, app.federation, &[manager])?;
    Ok(names.into_iter().next().map(|(_, name, _, _)| name))
}
