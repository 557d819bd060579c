//! The records of a register under a unit in a period, on the page and as a file.

use axum::http::StatusCode;
use axum::response::Response;
use domain::activities::{
    self, Activity, Asked, Field, FieldKind, Page, Register, Together, columns, row_of,
};
use domain::exports::{Format, Table, export};
use kernel::Power;
use maud::{Markup, html};

use super::{fields, hub, words as w};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{self, download, pager};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::units::Place;

/// Records on one page.
const AT_ONCE: usize = 50;
/// Records in one file.
const IN_A_FILE: usize = 50_000;
/// Days before its end from which an agreement is pointed out.
pub(crate) const ENDS_SOON: i32 = 90;

/// The register that the path names.
pub(super) fn register_of(visit: &Visit) -> Result<&'static Register, Problem> {
    let code = visit.part(2);
    activities::find(code).ok_or(Problem::NoPage)
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let register = register_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    let number = visit.raw.page("page")?;
    let form = visit.raw.get("form").filter(|code| register.form(code).is_some());
    let asked =
        Asked { form: form.map(str::to_owned), skip: (number - 1) * AT_ONCE, most: AT_ONCE };
    let gather = || {
        let scope = (&*place.card.code, question.period);
        let page = activities::list(&visit.app, &visit.actor, register, scope, &asked)?;
        let query = question.query(&place.card.code);
        let set = domain::figures::figures(&visit.app, &visit.actor, &query)?;
        let code = &place.card.code;
        let ends = activities::ending(&visit.app, &visit.actor, register, code, ENDS_SOON)?;
        Ok((page, set, ends))
    };
    let ((shown, set, ends), head) = visit.steady(gather)?;
    let say = question.say;
    let title = say.text(register.name);
    let here = format!("/activities/{}", register.code);
    let may = visit.is_signed_in() && visit.actor.may(Power::RecordActivities);
    let content = html! {
        (super::list::crumbs(&question, register))
        div.head {
            div { h1 { (title) } p { (facts(&question, &place, &shown)) } }
            @if may { div.acts {
                a.btn href=(question.to(&format!("{here}/import"))) { (say.text(w::FROM_A_SHEET)) }
                a.btn.main href=(question.to(&format!("{here}/new"))) { (say.text(w::NEW_RECORD)) }
            } }
        }
        div.gap {
            @if register.forms.len() > 1 { (choices(&question, register, form, &here)) }
            @let numbers = hub::numbers(&question, &set, register.indicators, title);
            @if !numbers.0.is_empty() { section.sheet { (numbers) } }
            @if let Some(standing) = shown.standing.as_ref().filter(|standing| standing.units > 0) {
                (together(&question, register, standing))
            }
            @if !ends.is_empty() { (ending_soon(&question, register, &ends)) }
            section.sheet id="danh-sach" {
                @if shown.rows.is_empty() {
                    div.empty { h2 { (say.text(w::NO_RECORDS)) } p { (say.text(w::NO_RECORDS_DO)) } }
                } @else {
                    (table(&question, register, &shown.rows))
                    (turning(&question, &here, &shown, number, form))
                    footer {
                        a href=(question.to_with(&format!("{here}/list.xlsx"), &keep(form))) { (say.text(w::XLSX)) } " · "
                        a href=(question.to_with(&format!("{here}/list.csv"), &keep(form))) { (say.text(w::CSV)) }
                    }
                }
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, title, &content)))
}

fn keep(form: Option<&str>) -> Vec<(&'static str, &str)> {
    form.map(|code| ("form", code)).into_iter().collect()
}

/// Back to the registers.
pub(super) fn crumbs(question: &Question, register: &Register) -> Markup {
    let say = question.say;
    let title = say.fill(w::TITLE, &[("period", &say.period(question.period))]);
    parts::crumbs(say, &[(question.to("/activities"), &title)], say.text(register.name))
}

fn facts(question: &Question, place: &Place, shown: &Page) -> String {
    let say = question.say;
    let (n, period) = (say.number(shown.total), say.period(question.period));
    let places = [("unit", &*place.card.name), ("period", &*period), ("n", &*n)];
    let mut text = say.fill(w::FACTS, &places);
    if shown.distinct > 0 {
        text += &say.fill(w::DISTINCT, &[("n", &say.number(shown.distinct))]);
    }
    text
}

/// What the last records of the units say together.
fn together(question: &Question, register: &Register, standing: &Together) -> Markup {
    let say = question.say;
    let places = [("n", say.number(standing.units)), ("day", say.day(question.last_day()))];
    let places = places.each_ref().map(|(name, value)| (*name, &**value));
    let name = |code: &str| {
        let field = register.fields.iter().find(|field| field.code == code);
        field.map_or("", |field| say.text(field.name))
    };
    html! {
        section.sheet {
            header { h2 { (say.fill(w::TOGETHER, &places)) } p { (say.text(w::TOGETHER_LEAD)) } }
            div.tw { table.dense {
                caption.vh { (say.text(register.name)) }
                thead.vh { tr { th scope="col" { (say.text(w::INDICATOR)) } th.n scope="col" { (say.text(w::VALUE)) } } }
                tbody { @for (code, value) in standing.values.iter().filter(|(_, value)| *value != 0) { tr {
                    th scope="row" { (name(code)) } td.n { (say.number(*value)) }
                } } }
            } }
        }
    }
}

fn choices(question: &Question, register: &Register, chosen: Option<&str>, here: &str) -> Markup {
    let say = question.say;
    let current = |code: Option<&str>| (chosen == code).then_some("page");
    html! {
        nav.tabs aria-label=(say.text(w::FORM)) {
            a href=(question.to(here)) aria-current=[current(None)] { (say.text(w::EVERY)) }
            @for form in register.forms {
                a href=(question.to_with(here, &[("form", form.code)])) aria-current=[current(Some(form.code))] {
                    (say.text(form.name))
                }
            }
        }
    }
}

fn table(question: &Question, register: &Register, rows: &[Activity]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(register.name)) }
            thead { tr {
                th scope="col" { (say.text(w::DAY)) }
                th scope="col" { (say.text(w::UNIT)) }
                th scope="col" { (say.text(w::WHAT)) }
                th scope="col" { (say.text(w::NUMBERS)) }
                th scope="col" { (say.text(w::PAPER)) }
            } }
            tbody { @for row in rows { (line(question, row)) } }
        } }
    }
}

fn line(question: &Question, row: &Activity) -> Markup {
    let say = question.say;
    let door = question.to(&format!("/activities/{}/{}", row.register.code, row.record));
    html! { tr {
        th scope="row" { a href=(door) { (days(question, row)) } }
        td data-l=(say.text(w::UNIT)) lang="vi" { span { (row.unit.2) } }
        td data-l=(say.text(w::WHAT)) { span {
            (say.text(row.form.name))
            @if !row.title.is_empty() { small.under.mut lang="vi" { (row.title) } }
            (ending(question, row))
        } }
        td data-l=(say.text(w::NUMBERS)) { span { (numbers(question, row)) } }
        td data-l=(say.text(w::PAPER)) { span { (row.document.as_ref().map_or("–", |(number, ..)| number)) } }
    } }
}

/// The days of a record.
pub(super) fn days(question: &Question, row: &Activity) -> String {
    let say = question.say;
    if row.last == row.on {
        return say.day(row.on);
    }
    format!("{} – {}", say.day(row.on), say.day(row.last))
}

/// What ends soon, whenever it was written.
fn ending_soon(question: &Question, register: &Register, ends: &[Activity]) -> Markup {
    let say = question.say;
    let count = say.number(ends.len() as i64);
    html! {
        section.sheet id="sap-het-han" {
            header {
                h2 { (say.fill(w::ENDING, &[("days", &say.number(i64::from(ENDS_SOON)))])) }
                span.small.mut { (count) }
            }
            (table(question, register, ends))
        }
    }
}

/// That something ends soon, or has ended.
fn ending(question: &Question, row: &Activity) -> Markup {
    let say = question.say;
    let Some(activities::FieldValue::Day(ends)) = row.values.get("expires_on") else {
        return html! {};
    };
    let left = ends.since(question.today);
    let day = say.day(*ends);
    html! {
        @if left < 0 { " " span.tag { (say.fill(w::HAS_ENDED, &[("day", &day)])) } }
        @else if left <= ENDS_SOON { " " span.tag.warn { (say.fill(w::ENDS_SOON, &[("day", &day)])) } }
    }
}

/// The fields that say most in a line: numbers and choices.
fn numbers(question: &Question, row: &Activity) -> String {
    let short = |field: &&Field| !matches!(field.kind, FieldKind::Text(_) | FieldKind::Day);
    let told = row.register.fields.iter().filter(short).filter_map(|field| {
        let value = row.values.get(field.code)?;
        let name = question.say.text(field.name);
        Some(format!("{name}: {}", fields::said(question.say, field, value)))
    });
    told.take(4).collect::<Vec<_>>().join(" · ")
}

fn turning(
    question: &Question,
    here: &str,
    shown: &Page,
    number: usize,
    form: Option<&str>,
) -> Markup {
    let say = question.say;
    let first = (number - 1) * AT_ONCE;
    let last = first + shown.rows.len();
    let more = (last as i64) < shown.total;
    let places = [(first + 1) as i64, last as i64, shown.total].map(|each| say.number(each));
    let range =
        say.fill(w::RANGE, &[("first", &places[0]), ("last", &places[1]), ("total", &places[2])]);
    let keep = keep(form);
    pager(
        question,
        here,
        &parts::Page { field: "page", number, more, range, keep: &keep, anchor: "danh-sach" },
    )
}

/// The whole list as a file.
pub(super) fn give(visit: &Visit) -> Result<Response, Problem> {
    let register = register_of(visit)?;
    let ending = visit.path.rsplit('.').next().unwrap_or_default();
    let format = Format::from_ending(ending).ok_or(Problem::NoPage)?;
    let (question, place) = visit.question_and_place()?;
    let form = visit.raw.get("form").filter(|code| register.form(code).is_some());
    let asked = Asked { form: form.map(str::to_owned), skip: 0, most: IN_A_FILE };
    let scope = (&*place.card.code, question.period);
    let shown = activities::list(&visit.app, &visit.actor, register, scope, &asked)?;
    let say = question.say;
    let table = Table {
        name: register.code.to_owned(),
        titles: vec![
            register.name.vi.to_owned(),
            format!("{} · {}", place.card.name, say.period(question.period)),
        ],
        columns: columns(register).iter().map(|each| (each.name.to_owned(), each.width)).collect(),
        rows: shown.rows.iter().map(row_of).collect(),
    };
    let what = ("activities.exported", Some(place.card.id));
    let bytes = export(&visit.app, &visit.actor, what, &table, format)?;
    let period = question.period.code().replace("..", "_");
    let name = format!("{}_{}_{period}.{}", register.code, place.card.code, format.ending());
    Ok(download(&name, format.content_type(), bytes))
}
