//! A list before it goes in: what was understood, what was put right, and what becomes of each row.

use axum::http::StatusCode;
use axum::response::Response;
use domain::imports::{self, Class, Forced, Look, LookSheet, Place as Column, RowPlace};
use domain::units::card_of_code;
use kernel::Refusal;
use maud::{Markup, html};

use super::{fields, id, rows, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::form;
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;

/// Rows on one page.
pub(super) const ROWS: usize = 50;

/// Which rows are shown, by the code in the address.
pub(super) const FILTERS: [(&str, Option<Class>); 4] = [
    ("all", None),
    ("will", Some(Class::Takes)),
    ("waits", Some(Class::Waits)),
    ("not", Some(Class::Refused)),
];

/// The code of the filter asked for.
pub(super) fn filter(visit: &Visit) -> (&'static str, Option<Class>) {
    let asked = visit.form.some("show").or_else(|| visit.raw.get("show")).unwrap_or("all");
    FILTERS.into_iter().find(|(code, _)| *code == asked).unwrap_or(FILTERS[0])
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let number = visit.raw.page("page")?;
    let (id, (_, class)) = (id(visit)?, filter(visit));
    let window = ((number - 1) * ROWS, ROWS);
    let (look, head) =
        visit.steady(|| Ok(imports::look(&visit.app, &visit.actor, id, class, window)?))?;
    let say = question.say;
    let title = say.text(words::LOOK_TITLE);
    let all: usize = look.counts.iter().sum();
    let unit = card_of_code(&visit.app, &visit.actor, &look.draft.unit, visit.today)
        .map_or_else(|_| look.draft.unit.clone(), |card| card.name);
    let places = [
        ("file", &*look.draft.file_name),
        ("rows", &*say.number(all as i64)),
        ("unit", &*unit),
        ("day", &*say.day(look.as_of)),
    ];
    let content = html! {
        div.head { div { h1 { (title) } p { (say.fill(words::LOOK_LEAD, &places)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        (steps(&question, &look))
        div.gap {
            (figures(&question, &look))
            (understood(visit, &question, &look))
            (totals(&question, &look))
            (rows::sheet(visit, &question, &look, number))
            (acts(visit, &question, &look))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, title, &content)))
}

fn steps(question: &Question, look: &Look) -> Markup {
    let say = question.say;
    let columns = look.sheets.iter().flat_map(|sheet| &sheet.columns);
    let (known, all) =
        (columns.clone().filter(|each| each.field.is_some()).count(), columns.count());
    let [known, all, waits] = [known, all, look.counts[1]].map(|n| say.number(n as i64));
    html! {
        div.sheet.stage { ol.steps {
            li.done { b { (say.text(words::STEP_SEND)) } small { (say.text(words::STEP_SENT)) } }
            li.done { b { (say.text(words::STEP_COLUMNS)) } small { (say.fill(words::STEP_OF, &[("known", &known), ("all", &all)])) } }
            li aria-current="step" { b { (say.text(words::STEP_LOOK)) } small { (say.fill(words::STEP_WAITS, &[("n", &waits)])) } }
            li { b { (say.text(words::STEP_WRITE)) } small { (say.text(words::STEP_UNDO)) } }
        } }
    }
}

fn figures(question: &Question, look: &Look) -> Markup {
    let say = question.say;
    let [will, waits, not] = look.counts;
    let told = [
        (words::WILL, "big good", will, words::WILL_HINT),
        (words::WAITS, "big warn", waits, words::WAITS_HINT),
        (words::WILL_NOT, "big bad", not, words::WILL_NOT_HINT),
        (words::SUM, "big", will + waits + not, words::SUM_HINT),
    ];
    html! {
        dl.figs { @for (name, class, count, hint) in told {
            div { dt { (say.text(name)) } dd class=(class) { (say.number(count as i64)) } dd { (say.text(hint)) } }
        } }
    }
}

/// The sheets, their columns and old encodings, in one form.
fn understood(visit: &Visit, question: &Question, look: &Look) -> Markup {
    let say = question.say;
    let action = question.to(&format!("/imports/{}/columns", look.job.id));
    let is_changed = look.sheets.iter().any(|sheet| {
        sheet.columns.iter().any(|each| each.is_forced)
            || sheet.repairs.iter().any(|each| each.is_off)
    });
    html! {
        form.gap method="post" action=(action) {
            (frame::form_key(visit))
            @if look.sheets.iter().any(|sheet| !sheet.repairs.is_empty()) { (old_fonts(question, look)) }
            section.sheet { details {
                summary.pad { h2 { (say.text(words::UNDERSTOOD)) } }
                @for (at, sheet) in look.sheets.iter().enumerate() { (columns_of(question, at, sheet)) }
                @if !look.skipped.is_empty() {
                    @let told: Vec<String> = look.skipped.iter().map(|(name, why)| format!("{name} ({why})")).collect();
                    p.pad.mut lang="vi" { (say.fill(words::SKIPPED, &[("sheets", &told.join("; "))])) }
                }
                footer { div.acts {
                    button.btn { (say.text(words::READ_AGAIN)) }
                    @if is_changed { button.btn.bare name="reset" value="1" { (say.text(words::AS_FOUND)) } }
                } }
            } }
        }
    }
}

pub(super) fn sheet_name(question: &Question, sheet: Option<&String>) -> String {
    let say = question.say;
    sheet.map_or_else(
        || say.text(words::THE_FILE).to_owned(),
        |name| say.fill(words::SHEET, &[("sheet", name)]),
    )
}

fn columns_of(question: &Question, at: usize, sheet: &LookSheet) -> Markup {
    let say = question.say;
    let name = sheet_name(question, sheet.sheet.as_ref());
    let header: Vec<String> = sheet.header_rows.iter().map(ToString::to_string).collect();
    html! {
        div.pad { h3 { (name) } p.mut { (say.fill(words::UNDERSTOOD_LEAD, &[("rows", &header.join(", "))])) } }
        div.tw { table.stack.dense {
            caption.vh { (say.text(words::UNDERSTOOD)) " " (name) }
            thead { tr {
                th scope="col" { (say.text(words::COLUMN)) }
                th scope="col" { (say.text(words::HEADER)) }
                th scope="col" { (say.text(words::TELLS)) }
            } }
            tbody { @for column in &sheet.columns {
                tr {
                    th scope="row" { (column.column) }
                    td data-l=(say.text(words::HEADER)) { (column.header) }
                    td data-l=(say.text(words::TELLS)) {
                        select name={ "field:" (at) ":" (column.column) }
                            aria-label={ (say.text(words::COLUMN)) " " (column.column) ": " (say.text(words::TELLS)) } {
                            option value="" selected[column.field.is_none()] { (say.text(words::NOT_READ)) }
                            @for field in &sheet.fields {
                                option value=(field) selected[column.field == Some(*field)] { (fields::name(say, field)) }
                            }
                        }
                        @if column.is_forced { " " span.tag { (say.text(words::FORCED)) } }
                    }
                }
            } }
        } }
    }
}

fn old_fonts(question: &Question, look: &Look) -> Markup {
    let say = question.say;
    let repairs = || {
        look.sheets
            .iter()
            .enumerate()
            .flat_map(|(at, sheet)| sheet.repairs.iter().map(move |each| (at, each)))
    };
    html! {
        section.sheet {
            header { h2 { (say.text(words::OLD_FONTS)) } p { (say.text(words::OLD_FONTS_LEAD)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::OLD_FONTS)) }
                thead { tr {
                    th scope="col" { (say.text(words::COLUMN)) }
                    th scope="col" { (say.text(words::ENCODING)) }
                    th scope="col" { (say.text(words::IN_FILE)) }
                    th scope="col" { (say.text(words::WILL_BE)) }
                } }
                tbody { @for (_, each) in repairs() {
                    tr {
                        td data-l=(say.text(words::COLUMN)) { (each.column) " · " (each.header) }
                        td.mut data-l=(say.text(words::ENCODING)) { (each.encoding) }
                        td data-l=(say.text(words::IN_FILE)) { code { (each.raw) } }
                        td data-l=(say.text(words::WILL_BE)) { b { @if each.is_off { (each.raw) } @else { (each.decoded) } } }
                    }
                } }
            } }
            footer {
                span.chips { @for (at, each) in repairs() {
                    @let value = format!("{at}:{}", each.column);
                    (form::hidden("fixes", &value))
                    label.pick {
                        input type="checkbox" name="fix" value=(value) checked[!each.is_off];
                        span { (say.fill(words::FIX_COLUMN, &[("column", &each.column), ("encoding", each.encoding)])) }
                    }
                } }
                button.btn { (say.text(words::READ_AGAIN)) }
            }
        }
    }
}

fn totals(question: &Question, look: &Look) -> Markup {
    let say = question.say;
    html! {
        @if !look.totals.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::TOTALS)) } }
                ul.rows lang="vi" { @for found in &look.totals {
                    li {
                        span { @if let Some(sheet) = &found.sheet { b { (sheet) } ": " } (found.says) }
                        @if found.is_grave { span.tag.warn { i.i.i-warn aria-hidden="true" {} } }
                        small {
                            @if let Some(place) = &found.place { (place) " · " }
                            @if let Some((printed, computed)) = found.sums {
                                (say.fill(words::PRINTED, &[("printed", &say.number(printed)), ("computed", &say.number(computed))]))
                            }
                        }
                    }
                } }
            }
        }
    }
}

fn acts(visit: &Visit, question: &Question, look: &Look) -> Markup {
    let say = question.say;
    let id = look.job.id;
    let count = say.number(look.counts[0] as i64);
    html! {
        div.sheet.pad.acts {
            @if look.counts[0] > 0 {
                form method="post" action=(question.to(&format!("/imports/{id}/commit"))) {
                    (frame::form_key(visit))
                    button.btn.main { (say.fill(words::WRITE, &[("n", &count)])) }
                }
            } @else { b { (say.text(words::NOTHING)) } }
            a.btn href=(question.to("/imports")) { (say.text(words::LATER)) }
            form method="post" action=(question.to(&format!("/jobs/{id}/cancel"))) {
                (frame::form_key(visit))
                button.btn.bare { (say.text(words::DROP)) }
            }
            span.mut.small { (say.text(words::WRITE_HINT)) }
        }
    }
}

/// Shows the page again with a refusal, or goes back to it.
fn answered(
    visit: &Visit,
    result: domain::Result<()>,
    told: &str,
    anchor: &str,
) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    carried_out(
        visit,
        result,
        |()| {
            let (code, _) = filter(visit);
            let page = visit.form.some("page").unwrap_or("1");
            let to = question
                .to_with(&format!("/imports/{}", id(visit)?), &[("show", code), ("page", page)]);
            visit.done(&format!("{to}{anchor}"), told)
        },
        show,
    )
}

/// What the columns tell, as chosen.
pub(super) fn columns(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(kernel::Power::Import).map_err(Problem::Refused)?;
    let job = id(visit)?;
    let look = imports::look(&visit.app, &visit.actor, job, None, (0, 0))?;
    let is_reset = visit.form.some("reset").is_some();
    let result = imports::change(&visit.app, &visit.actor, job, |choices| {
        if is_reset {
            choices.forced.clear();
            choices.as_written.clear();
            return;
        }
        for (at, sheet) in look.sheets.iter().enumerate() {
            let place =
                |column: &str| Column { sheet: sheet.sheet.clone(), column: column.to_owned() };
            for column in &sheet.columns {
                let name = format!("field:{at}:{}", column.column);
                let Some((_, typed)) = visit.form.fields().find(|(field, _)| *field == name) else {
                    continue;
                };
                if typed != column.field.unwrap_or_default() {
                    let place = place(&column.column);
                    choices.forced.retain(|forced| forced.place != place);
                    let field = Some(typed.to_owned()).filter(|typed| !typed.is_empty());
                    choices.forced.push(Forced { place, field });
                }
            }
            for repair in &sheet.repairs {
                let value = format!("{at}:{}", repair.column);
                if visit.form.all("fixes").any(|each| each == value) {
                    let place = place(&repair.column);
                    choices.as_written.retain(|each| *each != place);
                    if !visit.form.all("fix").any(|each| each == value) {
                        choices.as_written.push(place);
                    }
                }
            }
        }
    });
    answered(visit, result, visit.say.text(words::READ_ANEW), "")
}

/// A row as forms name it: the place of its sheet, its number.
fn row_of(look: &Look, typed: &str) -> Option<RowPlace> {
    let (at, row) = typed.split_once(':')?;
    let sheet = look.sheets.get(at.parse::<usize>().ok()?)?;
    Some((sheet.sheet.clone(), row.parse().ok()?))
}

/// Rows taken, left out, or thought about again.
pub(super) fn decide(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(kernel::Power::Import).map_err(Problem::Refused)?;
    let job = id(visit)?;
    let look = imports::look(&visit.app, &visit.actor, job, None, (0, 0))?;
    let row = |field: &str| visit.form.some(field).and_then(|typed| row_of(&look, typed));
    let (take, leave, rethink) = (row("take"), row("leave"), row("rethink"));
    let all = visit.form.text("all");
    let result = imports::change(&visit.app, &visit.actor, job, |choices| {
        for own in [&take, &leave, &rethink].into_iter().flatten() {
            choices.taken.retain(|place| place != own);
            choices.left.retain(|place| place != own);
        }
        choices.taken.extend(take);
        choices.left.extend(leave);
        match all {
            "take" => choices.holds_doubtful = false,
            "hold" => choices.holds_doubtful = true,
            _ => {}
        }
    });
    answered(visit, result, "", "#tung-dong")
}

/// Asks for the import.
pub(super) fn commit(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(kernel::Power::Import).map_err(Problem::Refused)?;
    let job = id(visit)?;
    let (question, _) = visit.raw.understood(visit.today);
    carried_out(
        visit,
        imports::commit(&visit.app, &visit.actor, job),
        |()| visit.done(&question.to(&format!("/jobs/{job}")), ""),
        show,
    )
}
