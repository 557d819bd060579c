//! The grid: units by targets, typed or pasted, written by one decision.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::Response;
use domain::targets::{Grid, GridRow, Seen, TARGETED, grid, revise};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::cells::{self, field, number};
use super::list::name;
use super::words;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{Page, form, pager, paper};
use crate::problem::{Problem, of_form, respond};
use crate::site::Visit;
use crate::units::Place;

/// Units on one page of the grid.
const ROWS: usize = 50;

/// What the grid shows instead of the books: typed or pasted texts by cell, what was wrong, what was filled.
#[derive(Default)]
struct Typed {
    cells: HashMap<(Id, usize), String>,
    refusal: Option<Refusal>,
    told: Option<String>,
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::SetTargets).map_err(Problem::Refused)?;
    let (question, place) = visit.question_and_place()?;
    show(visit, &question, &place, StatusCode::OK, &Typed::default())
}

/// Fills the grid from a paste, or writes it.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    if visit.form.some("fill").is_some() {
        let shown = gather(visit, &question, &place)?;
        let pasted = cells::paste(visit.form.exact("paste"), &shown);
        let say = question.say;
        let mut told = say.fill(words::FILLED, &[("n", &pasted.cells.len().to_string())]);
        if !pasted.unknown.is_empty() {
            told = format!(
                "{told} {}",
                say.fill(words::NOT_FOUND, &[("names", &pasted.unknown.join("; "))])
            );
        }
        let typed = Typed { cells: pasted.cells, told: Some(told), refusal: None };
        return show(visit, &question, &place, StatusCode::OK, &typed);
    }
    match written(visit, &question) {
        Ok((count, number)) => {
            let places = [("n", &*count.to_string()), ("number", &*number)];
            visit.done(&question.to("/targets"), &question.say.fill(words::WRITTEN, &places))
        }
        Err(error) => {
            let typed = Typed { cells: kept(visit), refusal: Some(of_form(error)?), told: None };
            show(visit, &question, &place, StatusCode::UNPROCESSABLE_ENTITY, &typed)
        }
    }
}

fn written(visit: &Visit, question: &Question) -> Result<(usize, String), domain::Error> {
    let say = question.say;
    let seen: Vec<Seen> = cells::read(&visit.form, question.period).map_err(|typed| {
        let message = say.fill(words::BAD_NUMBER, &[("typed", &typed)]);
        Refusal::new("bad_number", message, say.text(words::BAD_NUMBER_DO))
    })?;
    let document = paper::read(visit, "Giao, điều chỉnh chỉ tiêu")?;
    let count = revise(&visit.app, &visit.actor, &seen, &document)?;
    Ok((count, document.number))
}

/// What was typed stays in its cell.
fn kept(visit: &Visit) -> HashMap<(Id, usize), String> {
    let cell = |(name, typed): (&str, &str)| {
        let (unit, column) = name.strip_prefix("v-")?.rsplit_once('-')?;
        Some(((Id::parse(unit)?, column.parse().ok()?), typed.to_owned()))
    };
    visit.form.fields().filter_map(cell).collect()
}

fn gather(visit: &Visit, question: &Question, place: &Place) -> Result<Grid, Problem> {
    let first = (visit.raw.page("page")? - 1) * ROWS;
    Ok(grid(&visit.app, &visit.actor, place.card.id, question.period, (first, ROWS))?)
}

fn show(
    visit: &Visit,
    question: &Question,
    place: &Place,
    status: StatusCode,
    typed: &Typed,
) -> Result<Response, Problem> {
    let (shown, head) = visit.steady(|| gather(visit, question, place))?;
    let say = question.say;
    let title = say.fill(words::GRID_TITLE, &[("period", &say.period(question.period))]);
    let here = question.to("/targets/grid");
    let content = html! {
        div.head { div { h1 { (title) } p { (place.card.name) ". " (say.text(words::GRID_LEAD)) } } }
        form.gap method="post" action=(here) {
            (frame::form_key(visit))
            @if let Some(refusal) = &typed.refusal { (form::refused(say, refusal, None)) }
            @if let Some(told) = &typed.told { div.note role="status" { p { (told) } } }
            section.sheet id="bang" { (table(question, &shown, typed)) (turning(visit, question, &shown)?) }
            section.sheet { div.pad.form {
                (paper::fields(visit, false, typed.refusal.as_ref()))
                (form::acts(say, words::WRITE, Some(&question.to("/targets"))))
            } }
            details.sheet.more {
                summary.pad { (say.text(words::PASTE)) }
                div.pad.form {
                    div.field {
                        label for="f-paste" { (say.text(words::PASTE)) }
                        span.hint id="h-paste" { (say.text(words::PASTE_HINT)) }
                        textarea id="f-paste" name="paste" rows="6" maxlength="20000" aria-describedby="h-paste" {}
                    }
                    div.acts { button.btn name="fill" value="1" formnovalidate { (say.text(words::FILL)) } }
                }
            }
        }
    };
    let frame = Frame { visit, question, place: Some(place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &title, &content)))
}

fn turning(visit: &Visit, question: &Question, shown: &Grid) -> Result<Markup, Problem> {
    let number = visit.raw.page("page")?;
    let (first, say) = ((number - 1) * ROWS, question.say);
    let last = first + shown.below.len();
    let range = format!(
        "{}–{} / {}",
        say.number((first + 1) as i64),
        say.number(last as i64),
        say.number(shown.total as i64)
    );
    let page =
        Page { field: "page", number, more: last < shown.total, range, keep: &[], anchor: "bang" };
    Ok(html! { @if shown.total > ROWS { (pager(question, "/targets/grid", &page)) } })
}

fn table(question: &Question, shown: &Grid, typed: &Typed) -> Markup {
    let say = question.say;
    let own = |column: usize| shown.own.values[column].unwrap_or_default();
    html! {
        div.tw { table.dense.cells data-cells="" {
            caption.vh { (say.text(words::INDICATOR)) }
            thead { tr {
                th scope="col" { (say.text(words::UNIT)) }
                @for code in TARGETED { th.n scope="col" { (name(say, code)) } }
            } }
            tbody {
                (row(question, &shown.own, typed, true))
                @for each in &shown.below { (row(question, each, typed, false)) }
            }
            @if shown.total > 0 { tfoot {
                tr { th scope="row" { (say.text(words::SUM_BELOW)) }
                    @for sum in &shown.sums { td.n { (say.number(*sum)) } } }
                tr { th scope="row" { (say.text(words::DIFFERENCE)) }
                    @for (column, sum) in shown.sums.iter().enumerate() {
                        td.n { @if own(column) > 0 || *sum > 0 { (say.number(sum - own(column))) } }
                    }
                }
            } }
        } }
    }
}

fn row(question: &Question, row: &GridRow, typed: &Typed, is_own: bool) -> Markup {
    let say = question.say;
    html! { tr.sub[is_own] {
        th scope="row" {
            a href=(question.of_unit(&row.code).to("/targets")) { (row.name) }
            @if is_own { " " small.mut { (say.text(words::OWN_ROW)) } }
        }
        @for (column, value) in row.values.iter().enumerate() {
            @let kept = typed.cells.get(&(row.unit, column));
            @let stands = value.map(|value| say.number(value)).unwrap_or_default();
            @let bad = kept.is_some_and(|kept| number(kept).is_err());
            @let changed = kept.is_some_and(|kept| *kept != stands);
            td.n.changed[changed] {
                input type="hidden" name=(field('o', row.unit, column)) value=(stands);
                input.w8 name=(field('v', row.unit, column)) value=(kept.unwrap_or(&stands)) inputmode="numeric"
                    maxlength="13" autocomplete="off" aria-label={ (name(say, TARGETED[column])) ", " (row.name) }
                    aria-invalid=[bad.then_some("true")];
            }
        }
    } }
}
