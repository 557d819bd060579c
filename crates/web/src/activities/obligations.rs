//! Who owes what: every obligation of a year, and the units of one with their standing.

use axum::http::StatusCode;
use axum::response::Response;
use domain::obligations::{self, Counts, Duty, DutyList, Standing, Version};
use kernel::text::Language;
use kernel::{Power, Text};
use maud::{Markup, html};

use super::words as w;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{Page, crumbs, door, pager};
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;

/// Units on one page.
const AT_ONCE: usize = 100;

/// The standings in the order in which one works through them.
const STANDINGS: [(&str, Text); 7] = [
    ("late", w::LATE),
    ("due", w::DUE),
    ("held", w::HELD),
    ("held_late", w::HELD_LATE),
    ("exempt", w::EXEMPT),
    ("not_obliged", w::NOT_OBLIGED),
    ("unknown", w::UNKNOWN),
];

fn name(say: Say, list: &DutyList) -> &'static str {
    match say.language {
        Language::Vietnamese => &list.obligation.name,
        Language::English => &list.obligation.name_en,
    }
}

/// Every obligation of the year.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let year = question.period.from.year();
    let gather = || Ok(obligations::summary(&visit.app, &visit.actor, &place.card.code, year)?);
    let (lists, head) = visit.steady(gather)?;
    let say = question.say;
    let title = say.fill(w::OBLIGATIONS_OF, &[("year", &year.to_string())]);
    let content = html! {
        div.head { div { h1 { (title) } p { (say.fill(w::OBLIGATIONS_LEAD, &[("unit", &place.card.name)])) } } }
        section.sheet { div.tw { table.stack {
            caption.vh { (title) }
            thead { tr {
                th scope="col" { (say.text(w::OBLIGATION)) }
                @for head in [w::OBLIGED, w::HELD, w::RATE, w::LATE, w::EXEMPT, w::NOT_OBLIGED, w::UNKNOWN] {
                    th.n scope="col" { (say.text(head)) }
                }
            } }
            tbody { @for list in &lists { (row(&question, list)) } }
        } } }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

fn row(question: &Question, list: &DutyList) -> Markup {
    let say = question.say;
    let path = format!("/obligations/{}", list.obligation.code);
    let Counts { obliged, held, late, exempt, too_few_workers, headcount_unknown, .. } =
        list.counts;
    let cell = |label: Text, count: i64, standing: &str| {
        let to = if standing.is_empty() {
            question.to(&path)
        } else {
            question.to_with(&path, &[("standing", standing)])
        };
        html! { td.n data-l=(say.text(label)) {
            @if count == 0 { span.dim { "0" } } @else { a.fig href=(to) { (say.number(count)) } }
        } }
    };
    html! { tr {
        th scope="row" {
            a href=(question.to(&path)) { (name(say, list)) }
            @match list.version {
                Some(version) => small.under.mut lang="vi" { (version.definition) },
                None => small.under.warn { (say.text(w::NO_RULE)) },
            }
        }
        @if list.version.is_some() {
            (cell(w::OBLIGED, obliged, ""))
            (cell(w::HELD, held, "held"))
            td.n data-l=(say.text(w::RATE)) { b { (say.share(held, obliged).unwrap_or_else(|| "–".to_owned())) } }
            (cell(w::LATE, late, "late"))
            (cell(w::EXEMPT, exempt, "exempt"))
            (cell(w::NOT_OBLIGED, too_few_workers, "not_obliged"))
            (cell(w::UNKNOWN, headcount_unknown, "unknown"))
        } @else { @for _ in 0..7 { td.n.off { span.dim { "–" } } } }
    } }
}

/// The units towards one obligation.
pub(super) fn list(visit: &Visit) -> Result<Response, Problem> {
    let code = visit.part(2);
    if obligations::find(code).is_none() {
        return Err(Problem::NoPage);
    }
    let (question, place) = visit.question_and_place()?;
    let year = question.period.from.year();
    let number = visit.raw.page("page")?;
    let wanted =
        visit.raw.get("standing").filter(|code| STANDINGS.iter().any(|(each, _)| each == code));
    let gather =
        || Ok(obligations::duties(&visit.app, &visit.actor, code, &place.card.code, year)?);
    let (list, head) = visit.steady(gather)?;
    let say = question.say;
    let title = format!("{} · {year}", name(say, &list));
    let may = visit.is_signed_in() && visit.actor.may(Power::RecordActivities);
    let above = say.fill(w::OBLIGATIONS_OF, &[("year", &year.to_string())]);
    let content = html! {
        (crumbs(say, &[(question.to("/obligations"), &above)], name(say, &list)))
        div.head { div { h1 { (name(say, &list)) } p { (place.card.name) ", " (year) } } }
        div.gap {
            @match list.version {
                None => section.sheet { div.empty { p { (say.text(w::NO_RULE)) } } },
                Some(version) => {
                    (why(&question, &place, &list, version))
                    (choices(&question, &list, wanted))
                    (units(&question, &list, wanted, number, may))
                }
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

/// Who is obliged, by which text, by when; and how far it has come.
fn why(question: &Question, place: &Place, list: &DutyList, version: &Version) -> Markup {
    let say = question.say;
    let Counts { obliged, held, held_beyond, .. } = list.counts;
    let percent = say.share(held, obliged).unwrap_or_else(|| "–".to_owned());
    let second_hand = version.confidence == "S";
    let own = Question { unit: Some(place.card.code.clone()), ..question.clone() };
    html! {
        section.sheet { div.pad {
            p.sum {
                a.fig href=(door(&own, &list.obligation.indicator)) {
                    span.frac { span { (say.number(held)) } span { (say.number(obliged)) } }
                }
                @if obliged > 0 { " = " b.grand { (percent) } }
            }
            dl.kv {
                dt { (say.text(w::WHO)) }
                dd lang="vi" { (version.definition) }
                dt { (say.text(w::WHY)) }
                dd lang="vi" {
                    (version.why) ". " (version.source)
                    @if !version.article.is_empty() { ", " (version.article) }
                    @if second_hand { " " span.tag.warn { (say.text(w::SECOND_HAND)) } }
                }
                dt { (say.text(w::DUE_ON)) }
                dd { (say.day(version.due_in(list.year))) }
            }
            @if held_beyond > 0 { p.note { (say.fill(w::HELD_BEYOND, &[("n", &say.number(held_beyond))])) } }
        } }
    }
}

fn choices(question: &Question, list: &DutyList, wanted: Option<&str>) -> Markup {
    let say = question.say;
    let path = format!("/obligations/{}", list.obligation.code);
    let count = |code: &str| list.duties.iter().filter(|duty| duty.standing.code() == code).count();
    let current = |code: Option<&str>| (wanted == code).then_some("page");
    html! {
        nav.tabs aria-label=(say.text(w::STANDING)) {
            a href=(question.to(&path)) aria-current=[current(None)] {
                (say.text(w::EVERY)) " " span.mut { (say.number(list.duties.len() as i64)) }
            }
            @for (code, name) in STANDINGS {
                @if count(code) > 0 {
                    a href=(question.to_with(&path, &[("standing", code)])) aria-current=[current(Some(code))] {
                        (say.text(name)) " " span.mut { (say.number(count(code) as i64)) }
                    }
                }
            }
        }
    }
}

fn units(
    question: &Question,
    list: &DutyList,
    wanted: Option<&str>,
    number: usize,
    may: bool,
) -> Markup {
    let say = question.say;
    let rows: Vec<&Duty> = list
        .duties
        .iter()
        .filter(|duty| wanted.is_none_or(|code| duty.standing.code() == code))
        .collect();
    let first = (number - 1) * AT_ONCE;
    let shown: Vec<&&Duty> = rows.iter().skip(first).take(AT_ONCE).collect();
    let last = first + shown.len();
    let places = [first + 1, last, rows.len()].map(|each| say.number(each as i64));
    let range =
        say.fill(w::RANGE, &[("first", &places[0]), ("last", &places[1]), ("total", &places[2])]);
    let keep: Vec<(&str, &str)> = wanted.map(|code| ("standing", code)).into_iter().collect();
    let page = Page {
        field: "page",
        number,
        more: last < rows.len(),
        range,
        keep: &keep,
        anchor: "don-vi",
    };
    let path = format!("/obligations/{}", list.obligation.code);
    html! {
        section.sheet id="don-vi" {
            @if shown.is_empty() {
                div.empty { p { (say.text(w::NO_UNITS)) } }
            } @else {
                div.tw { table.dense.stack {
                    caption.vh { (name(say, list)) }
                    thead { tr {
                        th scope="col" { (say.text(w::UNIT)) }
                        th scope="col" { (say.text(w::BLOCK)) }
                        th.n scope="col" { (say.text(w::WORKERS)) }
                        th scope="col" { (say.text(w::STANDING)) }
                    } }
                    tbody { @for duty in shown { (line(question, list, duty, may)) } }
                } }
                (pager(question, &path, &page))
            }
        }
    }
}

fn line(question: &Question, list: &DutyList, duty: &Duty, may: bool) -> Markup {
    let say = question.say;
    let own = question.of_unit(&duty.code);
    html! { tr {
        th scope="row" lang="vi" { a href=(own.to("/activities")) { (duty.name) } }
        td data-l=(say.text(w::BLOCK)) { span { (say.text(duty.block.name())) } }
        td.n data-l=(say.text(w::WORKERS)) { span { (duty.workers.map_or_else(|| "…".to_owned(), |n| say.number(n))) } }
        td data-l=(say.text(w::STANDING)) { span { (standing(question, list, duty, may)) } }
    } }
}

fn standing(question: &Question, list: &DutyList, duty: &Duty, may: bool) -> Markup {
    let say = question.say;
    let obligation = list.obligation;
    let record =
        duty.held_by.map(|id| question.to(&format!("/activities/{}/{id}", obligation.register)));
    let year = list.year.to_string();
    let own = question.of_unit(&duty.code);
    let put = own.to_with(
        &format!("/activities/{}/new", obligation.register),
        &[("form", &obligation.form), ("year", &year)],
    );
    let exempt =
        own.to_with("/activities/exemptions/new", &[("form", &obligation.code), ("year", &year)]);
    let whose = html! { span.vh { ": " span lang="vi" { (duty.name) } } };
    let ways = html! { @if may {
        " " a href=(put) { (say.text(w::RECORD_ONE)) (whose) }
        " · " a href=(exempt) { (say.text(w::EXEMPT_ONE)) (whose) }
    } };
    let held = |day: &kernel::Day, text: Text| {
        html! {
            (say.text(text)) " " @match &record {
                Some(to) => a href=(to) { (say.day(*day)) },
                None => (say.day(*day)),
            }
        }
    };
    match &duty.standing {
        Standing::Held(day) => held(day, w::HELD),
        Standing::HeldLate(day) => html! { span.tag.warn { (held(day, w::HELD_LATE)) } },
        Standing::Due => html! { span.mut { (say.text(w::DUE)) } (ways) },
        Standing::Late => html! { span.tag.bad { (say.text(w::LATE)) } (ways) },
        Standing::Exempt { record, reason } => html! {
            a href=(question.to(&format!("/activities/exemptions/{record}"))) { (say.text(w::EXEMPT)) }
            small.under.mut lang="vi" { (reason) }
        },
        Standing::TooFewWorkers(workers) => html! {
            span.mut { (say.text(w::NOT_OBLIGED)) ": " (say.fill(w::OF_WORKERS, &[("n", &say.number(*workers))])) }
        },
        Standing::HeadcountUnknown => html! {
            span.tag.warn { (say.text(w::UNKNOWN)) }
            @if may { " " a href=(own.to("/activities/headcount/new")) { (say.text(w::RECORD_ONE)) (whose) } }
        },
    }
}
