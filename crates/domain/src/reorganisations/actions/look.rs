//! Looking at a list before it is written: what was understood of each row, and what all of it would do.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use intake::{ChangeRow, Reading, Rows, Severity};
use kernel::{Actor, Id, Refusal};

use super::drafts::own;
use super::run::{open, read};
use crate::jobs::Job;
use crate::reorganisations::draft::Draft;
use crate::reorganisations::model::{Looked, SeenRow};
use crate::reorganisations::names::Names;
use crate::reorganisations::rules::{self, Meant, Plan};
use crate::reorganisations::store;
use crate::units::{Change, Rehearsal, rehearse};
use crate::{App, Result, figures, units};

/// Lists kept as looked at; each has some thousand rows at most.
const KEPT: usize = 4;

/// The lists looked at last, so that turning a page does not rehearse them again.
#[derive(Default)]
pub(crate) struct Desk(Mutex<Vec<(String, Arc<Looked>)>>);

impl Desk {
    fn find(&self, key: &str) -> Option<Arc<Looked>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(own, _)| own == key).map(|(_, looked)| Arc::clone(looked))
    }

    fn keep(&self, key: String, looked: &Arc<Looked>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(0, (key, Arc::clone(looked)));
        kept.truncate(KEPT);
    }
}

/// A row of a list with its sheet.
pub(super) type Placed<'r> = (Option<&'r String>, &'r ChangeRow);

/// The rows of a list, sheet by sheet.
pub(super) fn rows_of(reading: &Reading) -> Vec<Placed<'_>> {
    let sheets = reading.sheets.iter().filter_map(|sheet| match &sheet.rows {
        Rows::Changes(rows) => Some(rows.iter().map(|row| (sheet.sheet.as_ref(), row))),
        _ => None,
    });
    sheets.flatten().collect()
}

/// A list that is being prepared, as it is: what it is, and what it would do.
pub fn look(app: &App, actor: &Actor, id: Id) -> Result<((Job, Draft), Arc<Looked>)> {
    app.allow(actor, "units.record")?;
    let job = own(app, actor, id)?;
    let head = figures::head(app)?.number;
    let key = format!("{} {head} {} {:?} {}", job.id, app.today(), job.account, job.input);
    let draft = Draft::of(&job)?;
    if let Some(kept) = app.desk.find(&key) {
        return Ok(((job, draft), kept));
    }
    let looked = Arc::new(look_anew(app, actor, &job)?);
    app.desk.keep(key, &looked);
    Ok(((job, draft), looked))
}

fn look_anew(app: &App, actor: &Actor, job: &Job) -> Result<Looked> {
    let (draft, bytes) = open(app, job)?;
    let (_, reading) = read(app, &draft.file_name, &bytes)?;
    let rows = rows_of(&reading);
    let plan = plan(app, actor, &draft, &rows)?;
    let (places, acts): (Vec<usize>, Vec<_>) = plan.acts.into_iter().unzip();
    let change = draft.decision.change(acts)?;
    let rehearsal = rehearsed(app, actor, &change)?;
    let mut refused = plan.refused;
    let mut whole = None;
    for (act, refusal) in &rehearsal.refused {
        match places.get(*act) {
            Some(place) => drop(refused.entry(*place).or_insert_with(|| refusal.clone())),
            None => whole = Some(refusal.clone()),
        }
    }
    let rows: Vec<SeenRow> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| seen(&reading, *row, &plan.meant[place], refused.remove(&place)))
        .collect();
    let not = rows.iter().filter(|row| row.refused.is_some()).count();
    let keeps = rows
        .iter()
        .filter(|row| row.refused.is_none() && row.deed == Some(intake::Deed::Keep))
        .count();
    Ok(Looked {
        counts: [rows.len() - not - keeps, keeps, not],
        columns: columns(&reading),
        skipped: reading.skipped.iter().filter_map(|each| each.sheet.clone()).collect(),
        rows,
        rehearsal,
        whole,
    })
}

/// Nothing is asked of the books for a list that does nothing.
fn rehearsed(app: &App, actor: &Actor, change: &Change) -> Result<Rehearsal> {
    if change.acts.is_empty() { Ok(Rehearsal::default()) } else { rehearse(app, actor, change) }
}

/// The rows as acts, with the units the books know today.
pub(super) fn plan(app: &App, actor: &Actor, draft: &Draft, rows: &[Placed<'_>]) -> Result<Plan> {
    let scope = units::scope_of_code(app, actor, &draft.unit)?;
    let mut names = app.db.read(|tx| {
        let own = crate::books::last_path(tx, app.federation, scope)?;
        let known = store::units(tx, app.federation, &own)?;
        Ok::<_, crate::Error>(Names::of(known, store::codes(tx, app.federation)?))
    })?;
    let rows: Vec<&ChangeRow> = rows.iter().map(|(_, row)| *row).collect();
    Ok(rules::plan(&mut names, &draft.unit, draft.decision.day()?, &rows))
}

fn seen(
    reading: &Reading,
    (sheet, row): Placed<'_>,
    meant: &Meant,
    refused: Option<Refusal>,
) -> SeenRow {
    let found = reading.sheets.iter().find(|each| each.sheet.as_ref() == sheet);
    let problems = found.map_or(&[][..], |sheet| sheet.problems_of(row.row));
    let error = problems.iter().find(|problem| problem.severity == Severity::Error);
    let by_reading = error.map(|problem| {
        Refusal::new(problem.kind.code(), problem.vi(), problem.note.clone().unwrap_or_default())
    });
    let doubts = problems.iter().filter(|problem| problem.severity == Severity::Warning);
    let written = [&row.unit, &row.code].into_iter().flatten().next();
    SeenRow {
        sheet: sheet.cloned(),
        row: row.row,
        written: written.cloned().unwrap_or_default(),
        unit: meant.unit.clone(),
        deed: row.deed,
        to: meant.to.clone().or_else(|| row.to.clone()),
        new_name: row.new_name.clone(),
        refused: by_reading.or(refused),
        doubts: doubts.map(intake::Problem::vi).chain(meant.doubts.iter().cloned()).collect(),
    }
}

fn columns(reading: &Reading) -> Vec<(String, String, Option<&'static str>)> {
    let columns = reading.sheets.iter().flat_map(|sheet| &sheet.structure.columns);
    columns.map(|each| (each.column.clone(), each.header.clone(), each.field)).collect()
}

/// The refusals of a plan by row, as the sheet that is given back names them.
pub(super) fn refusals(rows: &[SeenRow]) -> BTreeMap<(Option<String>, u32), Refusal> {
    let refused =
        rows.iter().filter_map(|row| Some(((row.sheet.clone(), row.row), row.refused.clone()?)));
    refused.collect()
}
