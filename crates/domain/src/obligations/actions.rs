//! Asking who owes what: the list of a scope and year, and the population behind a ratio.

use std::collections::HashMap;

use db::Tx;
use kernel::{Actor, Day, Id, Refusal};

use super::model::{Counts, Duty, DutyList, Population, Standing};
use super::regulations::{self, Obligation, Version};
use super::{rules, store};
use crate::activities::{self, FieldKind};
use crate::{App, Result, units};

fn known(code: &str) -> Result<&'static Obligation, Refusal> {
    regulations::find(code).ok_or_else(|| {
        Refusal::new(
            "unknown_obligation",
            format!("Không có nghĩa vụ “{}”", code.chars().take(40).collect::<String>()),
            "Mở trang Hoạt động để xem các nghĩa vụ",
        )
    })
}

/// The units of a scope towards an obligation in a year, each with its standing.
pub fn duties(app: &App, actor: &Actor, code: &str, scope: &str, year: i16) -> Result<DutyList> {
    app.allow(actor, "activities.read")?;
    let obligation = known(code)?;
    app.db.read(|tx| {
        let scope = reached(tx, app, actor, scope, year)?;
        list(tx, app, obligation, scope, year, app.today())
    })
}

/// How many units of a scope stand how towards every obligation in a year; the lists are not filled, because of a whole
/// city only the numbers are wanted at once.
pub fn summary(app: &App, actor: &Actor, scope: &str, year: i16) -> Result<Vec<DutyList>> {
    app.allow(actor, "activities.read")?;
    app.db.read(|tx| {
        let scope = reached(tx, app, actor, scope, year)?;
        let counted = |obligation: &'static Obligation| {
            let version = obligation.in_year(year);
            let counts = match version {
                Some(version) => {
                    counts(tx, app, (obligation, version), (scope, year), app.today())?
                }
                None => Counts::default(),
            };
            Ok(DutyList { obligation, version, year, duties: Vec::new(), counts })
        };
        regulations::all().iter().map(counted).collect()
    })
}

/// The scope with a code, within reach in a year.
fn reached(tx: &mut Tx<'_>, app: &App, actor: &Actor, scope: &str, year: i16) -> Result<Id> {
    let scope = units::load_by_code(tx, app.federation, scope)?.id;
    let last = Day::new(year, 12, 31).unwrap_or(Day::MAX);
    app.must_reach(tx, actor, "activities.read", scope, last.min(app.today()))?;
    Ok(scope)
}

/// The list as it stands at the end of a day.
fn list(
    tx: &mut Tx<'_>,
    app: &App,
    obligation: &'static Obligation,
    scope: Id,
    year: i16,
    by: Day,
) -> Result<DutyList> {
    let mut told = DutyList {
        obligation,
        version: obligation.in_year(year),
        year,
        duties: Vec::new(),
        counts: Counts::default(),
    };
    let Some(version) = told.version else { return Ok(told) };
    let counted = version.counted_in(year).min(by);
    let rows = store::units(tx, app.federation, scope, counted, version)?;
    let ids: Vec<Id> = rows.iter().map(|(id, ..)| *id).collect();
    let workers = store::workers(tx, app.federation, &ids, counted)?;
    let mut each = rows.into_iter();
    standings(tx, app, (obligation, version), year, (&ids, &workers, by), |told_of| {
        let Some((unit, code, name, block)) = each.next() else { return };
        let Told { standing, workers, held_by } = told_of;
        told.counts.add(&standing, held_by.is_some());
        told.duties.push(Duty { unit, code, name, block, workers, standing, held_by });
    })?;
    Ok(told)
}

/// How a unit stands, with what it was found by.
struct Told {
    standing: Standing,
    workers: Option<i64>,
    held_by: Option<Id>,
}

/// Tells how each of some units stands, in their order.
fn standings(
    tx: &mut Tx<'_>,
    app: &App,
    (obligation, version): (&'static Obligation, &'static Version),
    year: i16,
    (ids, workers, by): (&[Id], &HashMap<Id, i64>, Day),
    mut take: impl FnMut(Told),
) -> Result<()> {
    let federation = app.federation;
    let mut exemptions = store::exemptions(tx, federation, ids, (&obligation.code, year))?;
    let held = store::held(tx, federation, ids, (obligation, year), by)?;
    for unit in ids {
        let facts = rules::Facts {
            workers: workers.get(unit).copied(),
            held: held.get(unit).map(|(day, _)| *day),
            exemption: exemptions.remove(unit).map(|(id, reason)| (id, in_words(&reason))),
        };
        let standing = rules::standing(version, year, &facts, by);
        let held_by = held.get(unit).map(|(_, record)| *record);
        take(Told { standing, workers: facts.workers, held_by });
    }
    Ok(())
}

/// The reason of an exemption by its code.
fn in_words(code: &str) -> String {
    let field = activities::find("exemptions")
        .and_then(|register| register.fields.iter().find(|field| field.code == "reason"));
    let Some(FieldKind::Choice(choices)) = field.map(|field| field.kind) else {
        return code.to_owned();
    };
    choices
        .iter()
        .find(|(each, _)| *each == code)
        .map_or_else(|| code.to_owned(), |(_, name)| name.vi.to_owned())
}

/// The population of an indicator's denominator in a year as it stands at the end of a day; none where the indicator has
/// no obligation, or no rule for the year could be read.
pub(crate) fn population_of(
    tx: &mut Tx<'_>,
    app: &App,
    indicator: &str,
    (scope, year): (Id, i16),
    by: Day,
) -> Result<Option<Population>> {
    let Some(obligation) = regulations::of_indicator(indicator) else { return Ok(None) };
    let Some(version) = obligation.in_year(year) else { return Ok(None) };
    let counts = counts(tx, app, (obligation, version), (scope, year), by.min(app.today()))?;
    let article = &version.article;
    let source = if article.is_empty() {
        version.source.clone()
    } else {
        format!("{}, {article}", version.source)
    };
    Ok(Some(Population {
        obligation: &obligation.code,
        year,
        definition: &version.definition,
        source,
        confidence: &version.confidence,
        due_on: version.due_in(year).to_string(),
        counts,
    }))
}

/// How many units of a scope stand how at the end of a day. Of a whole country only the numbers are wanted: neither names
/// nor their order, nor workers where none are asked for.
fn counts(
    tx: &mut Tx<'_>,
    app: &App,
    (obligation, version): (&'static Obligation, &'static Version),
    (scope, year): (Id, i16),
    by: Day,
) -> Result<Counts> {
    let counted = version.counted_in(year).min(by);
    let ids = store::unit_ids(tx, app.federation, scope, counted, version)?;
    let workers = match version.min_workers {
        Some(_) => store::workers(tx, app.federation, &ids, counted)?,
        None => HashMap::new(),
    };
    let mut counts = Counts::default();
    standings(tx, app, (obligation, version), year, (&ids, &workers, by), |told| {
        counts.add(&told.standing, told.held_by.is_some());
    })?;
    Ok(counts)
}
