//! One call: completeness and timeliness with their counts, every unit with its standing, another day for one of them.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exports::Format;
use domain::reports::{Call, Counts, Filing, Owing, completeness, export_completeness, form_at};
use kernel::{Power, Refusal, Text};
use maud::{Markup, html};

use super::{call_of, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::form::{self, Field};
use crate::parts::{crumbs, download};
use crate::problem::{Problem, respond};
use crate::reports::state_tag;
use crate::site::Visit;
use crate::units::Place;

/// Units of one page.
const ROWS: usize = 500;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    show(visit, &question, &place, StatusCode::OK, None)
}

/// The page, with why something was not written.
pub(super) fn show(
    visit: &Visit,
    question: &Question,
    place: &Place,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let id = call_of(visit)?;
    let ((call, rows, counts), head) =
        visit.steady(|| Ok(completeness(&visit.app, &visit.actor, id)?))?;
    let say = question.say;
    let form = form_at(&visit.app, &call.form, call.period)?;
    let may = visit.actor.may(Power::ApproveReports);
    let content = html! {
        (crumbs(say, &[
            (question.to("/reports"), say.text(words::REPORTS)),
            (question.to("/report-calls"), say.text(words::CALLS)),
        ], &say.period(call.period)))
        div.head { div {
            h1 lang="vi" { (form.name) }
            p {
                (say.period(call.period)) " · " (say.text(words::DUE)) " " b { (say.day(call.due_on)) }
                @if call.locks { " · " (say.text(words::LOCKED)) }
            }
            @if let Some(note) = &call.note { p.mut { (note) } }
        } div.acts { a.btn href=(question.to(&format!("/report-calls/{id}/xlsx"))) { (say.text(words::DOWNLOAD)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.gap {
            (sums(question, counts))
            (units(visit, question, &call, &rows))
            @if may && !rows.is_empty() { (another_day(visit, question, &call, &rows)) }
            @if may { (take_back(visit, question, &call)) }
        }
    };
    let frame = Frame { visit, question, place: Some(place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &form.name, &content)))
}

/// The same as a workbook.
pub(super) fn sheet(visit: &Visit) -> Result<Response, Problem> {
    let id = call_of(visit)?;
    let bytes = export_completeness(&visit.app, &visit.actor, id, Format::Xlsx)?;
    Ok(download("tinh-hinh-nop-bao-cao.xlsx", Format::Xlsx.content_type(), bytes))
}

fn sums(question: &Question, counts: Counts) -> Markup {
    let say = question.say;
    let rate = |label: Text, done: i64| {
        let share = say.share(done, counts.owed).unwrap_or_default();
        let (n, all) = (say.number(done), say.number(counts.owed));
        html! { div { dt { (say.text(label)) } dd.big { (n) "/" (all) } dd { (share) } } }
    };
    let plain = |label: Text, count: i64| {
        html! { div { dt { (say.text(label)) } dd.big { (say.number(count)) } } }
    };
    html! {
        @if counts.owed == 0 { p.mut { (say.text(words::NOBODY)) } } @else {
            dl.figs aria-label=(say.text(words::STANDING)) {
                (rate(words::COMPLETE, counts.filed()))
                (rate(words::TIMELY, counts.on_time))
                (plain(words::LATE, counts.late))
                (plain(words::RETURNED, counts.returned))
                (plain(words::MISSING, counts.awaited + counts.missing))
                @if counts.let_off > 0 { (plain(words::LET_OFF, counts.let_off)) }
            }
        }
    }
}

/// The parts of the list, each with the name under which the address asks for it.
const PARTS: [(&str, Text); 5] = [
    ("", words::EVERY_ONE),
    ("missing", words::MISSING),
    ("late", words::LATE),
    ("returned", words::RETURNED),
    ("ontime", words::ON_TIME),
];

fn is_of(part: &str, filing: Filing) -> bool {
    match part {
        "missing" => matches!(filing, Filing::Awaited | Filing::Missing(_)),
        "late" => matches!(filing, Filing::Late(_)),
        "returned" => filing == Filing::Returned,
        "ontime" => filing == Filing::OnTime,
        _ => true,
    }
}

fn units(visit: &Visit, question: &Question, call: &Call, rows: &[Owing]) -> Markup {
    let say = question.say;
    let part = visit.raw.get("show").unwrap_or_default();
    let shown: Vec<&Owing> = rows.iter().filter(|row| is_of(part, row.filing)).collect();
    let path = format!("/report-calls/{}", call.key);
    html! {
        section.sheet {
            header {
                h2 { (say.text(words::UNITS)) }
                span.chips { @for (code, name) in PARTS {
                    @let more: &[(&str, &str)] = if code.is_empty() { &[] } else { &[("show", code)] };
                    a.chip href=(question.to_with(&path, more)) aria-current=[(code == part).then_some("true")] { (say.text(name)) }
                } }
            }
            div.tw { table.stack {
                caption.vh { (say.text(words::UNITS)) }
                thead { tr {
                    th scope="col" { (say.text(words::UNIT)) }
                    th scope="col" { (say.text(words::STANDING)) }
                    th scope="col" { (say.text(words::FILED_ON)) }
                    th scope="col" { (say.text(words::STATE)) }
                    th scope="col" { (say.text(words::DUE)) }
                } }
                tbody { @for row in shown.iter().take(ROWS) {
                    @let own = question.of_unit(&row.code).in_period(call.period);
                    tr {
                        th scope="row" { a href=(own.to(&format!("/reports/{}", call.form))) { (row.name) } }
                        td data-l=(say.text(words::STANDING)) { (filing(question, row.filing)) }
                        td data-l=(say.text(words::FILED_ON)) { (row.filed_on.as_deref().map_or_else(|| "–".to_owned(), |day| say.day_text(day))) }
                        td data-l=(say.text(words::STATE)) { (state_tag(question, row.state)) }
                        td data-l=(say.text(words::DUE)) { (say.day_text(&row.due)) @if let Some(why) = &row.reason { small.under { (why) } } }
                    }
                } }
            } }
            @if shown.len() > ROWS { p.pad.mut { (say.fill(words::MORE, &[("n", &say.number((shown.len() - ROWS) as i64))])) } }
        }
    }
}

fn filing(question: &Question, filing: Filing) -> Markup {
    let say = question.say;
    let days = |text: Text, days: i32| say.fill(text, &[("n", &say.number(i64::from(days)))]);
    let (class, text) = match filing {
        Filing::OnTime => ("tag good", say.text(words::ON_TIME).to_owned()),
        Filing::Late(late) => ("tag warn", days(words::LATE_BY, late)),
        Filing::Returned => ("tag bad", say.text(words::RETURNED).to_owned()),
        Filing::Awaited => ("tag", say.text(words::AWAITED).to_owned()),
        Filing::Missing(late) => ("tag bad", days(words::OVERDUE, late)),
    };
    html! { span class=(class) { (text) } }
}

fn another_day(visit: &Visit, question: &Question, call: &Call, rows: &[Owing]) -> Markup {
    let say = question.say;
    let ids: Vec<String> = rows.iter().map(|row| row.unit.to_string()).collect();
    let choices: Vec<(&str, &str)> =
        ids.iter().zip(rows).map(|(id, row)| (&**id, &*row.name)).collect();
    let reason = Field {
        most: 500,
        ..Field::new("reason", say.text(words::REASON), visit.form.text("reason"))
    };
    html! {
        section.sheet {
            header { h2 { (say.text(words::ANOTHER_DAY)) } }
            form.pad.form method="post" action=(question.to(&format!("/report-calls/{}/unit", call.key))) {
                (frame::form_key(visit))
                (form::select(say, &Field::new("which", say.text(words::UNIT), visit.form.text("which")), &choices))
                (form::date(say, "due", say.text(words::NEW_DUE), visit.form.boxes("due"), None))
                p.hint { (say.text(words::NEW_DUE_HINT)) }
                (form::input(say, &reason))
                div.acts {
                    button.btn name="what" value="extend" { (say.text(words::EXTEND)) }
                    button.btn.bare name="what" value="let-off" { (say.text(words::DO_LET_OFF)) }
                }
            }
        }
    }
}

fn take_back(visit: &Visit, question: &Question, call: &Call) -> Markup {
    let say = question.say;
    html! {
        details.sheet.undo {
            summary.pad { (say.text(words::WITHDRAW)) }
            form.pad method="post" action=(question.to(&format!("/report-calls/{}/withdraw", call.key))) {
                (frame::form_key(visit))
                p.mut { (say.text(words::WITHDRAW_WHY)) }
                button.btn { (say.text(words::WITHDRAW)) }
            }
        }
    }
}
