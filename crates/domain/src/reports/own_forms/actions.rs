//! Which forms there are, which of them holds for a period, looking at one on real figures, putting one in force.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use kernel::{Actor, Id, Period, Refusal};

use super::{rules, store};
use crate::reports::actions::fill;
use crate::reports::form::{self, Form, read_form};
use crate::reports::model::Cell;
use crate::{App, Result};

/// What a text that comes from the books or the browser is called in refusals.
const NAME: &str = "Mẫu";

/// Forms read from books, kept for as long as the program runs: a form in force is never taken away, and there are at
/// most some hundred of them.
static READ: Mutex<Option<HashMap<String, &'static Form>>> = Mutex::new(None);

fn kept(text: String) -> Result<&'static Form, Refusal> {
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    let read = read.get_or_insert_with(HashMap::new);
    if let Some(form) = read.get(&text) {
        return Ok(form);
    }
    let form: &'static Form = Box::leak(Box::new(read_form(NAME, &text)?));
    read.insert(text, form);
    Ok(form)
}

/// Every form: those that come with the program, then those of the books. A form of the books that this program cannot
/// read, because it was made by a later one, is left out here and refused where it is asked for.
pub fn all_forms(app: &App) -> Result<Vec<&'static Form>> {
    let texts = app.db.read(|tx| store::texts(tx, app.federation))?;
    let own = texts.into_iter().filter_map(|(_, text)| kept(text).ok());
    Ok(form::all()?.iter().chain(own).collect())
}

/// Why no form of a code can be used.
fn unreadable(app: &App, code: &str) -> Result<Refusal> {
    let texts = app.db.read(|tx| store::texts(tx, app.federation))?;
    let of_code = texts.into_iter().filter(|(each, _)| each == code);
    match of_code.map(|(_, text)| kept(text)).find_map(Result::err) {
        Some(refusal) => Ok(refusal),
        None => Ok(form::unknown(code)),
    }
}

/// The form of a code that holds on the last day of a period; where none does, the latest of that code, which then says
/// on which periods it reports.
pub fn form_at(app: &App, code: &str, period: Period) -> Result<&'static Form> {
    form_among(app, &all_forms(app)?, code, period)
}

/// The same among all forms, read before: for who asks about several.
pub fn form_among(
    app: &App,
    forms: &[&'static Form],
    code: &str,
    period: Period,
) -> Result<&'static Form> {
    match holding(forms, code, period) {
        Some(form) => Ok(form),
        None => Err(unreadable(app, code)?.into()),
    }
}

/// The same, or none.
pub(in crate::reports) fn holding(
    forms: &[&'static Form],
    code: &str,
    period: Period,
) -> Option<&'static Form> {
    let of_code: Vec<&'static Form> =
        forms.iter().copied().filter(|form| form.code == code).collect();
    let last = period.last().to_string();
    let holds = of_code.iter().filter(|form| form.from <= last).max_by_key(|form| &form.from);
    let latest = of_code.iter().max_by_key(|form| &form.from);
    holds.or(latest).copied()
}

/// What the lines of a form would hold for a unit and a period, before it is put in force.
pub fn preview(
    app: &App,
    actor: &Actor,
    form: &Form,
    unit: Id,
    period: Period,
) -> Result<Vec<Cell>> {
    form.must_report_on(period)?;
    app.db.read(|tx| {
        app.must_reach(tx, actor, "reports.read", unit, period.last())?;
        fill::cells_of(tx, app, actor, (unit, period), form, &[])
    })
}

/// Puts a form in force: for the whole of the books, from its day on, for good.
pub fn put_in_force(app: &App, actor: &Actor, text: &str) -> Result<&'static Form> {
    rules::check_size(text)?;
    let form = read_form(NAME, text)?;
    rules::check_measures(&form)?;
    let known = all_forms(app)?;
    app.write(actor, "reports.form", "Ban hành mẫu báo cáo", |batch| {
        let app = batch.app;
        let tx = batch.reader()?;
        app.must_reach_all(tx, actor, "reports.form")?;
        let used = store::used_to(tx, app.federation, &form.code)?;
        rules::check_version(&form, &known, used)?;
        store::write(batch, &form.code, &form.from, text).map(drop)
    })?;
    Ok(kept(text.to_owned())?)
}
