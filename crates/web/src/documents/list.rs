//! The register: papers about a unit and all under it, the newest first, searched and narrowed.

use axum::http::StatusCode;
use axum::response::Response;
use domain::documents::{Asked, DocumentRow, Kind, list};
use kernel::{Id, Power};
use maud::{Markup, html};

use super::{path_of, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::form::{self, Field, hidden};
use crate::problem::{Fault, Problem, respond};
use crate::site::Visit;
use crate::units::Place;
use crate::words as common;

/// Papers on one page.
const AT_ONCE: usize = 50;
/// The fields of the address that a link to older papers keeps.
const KEPT: [&str; 4] = ["q", "paper", "year", "issuer"];

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let asked = asked(visit)?;
    let gather = || Ok(list(&visit.app, &visit.actor, place.card.id, &asked)?);
    let (mut rows, head) = visit.steady(gather)?;
    let more = rows.len() > AT_ONCE;
    rows.truncate(AT_ONCE);
    let say = question.say;
    let content = html! {
        (heading(visit, &question, &place))
        section.sheet aria-label=(say.text(words::TITLE)) {
            (tools(visit, &question, &asked))
            @if rows.is_empty() { (nothing(visit, &question)) } @else {
                (table(&question, &rows))
                (turning(visit, &question, &rows, more))
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    let title = format!("{} · {}", say.text(words::TITLE), place.card.name);
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

fn asked(visit: &Visit) -> Result<Asked, Problem> {
    let raw = &visit.raw;
    let bad_year = || {
        let say = visit.say;
        Fault::new(say, "year", "bad_year", (words::BAD_YEAR, &[]), (words::BAD_YEAR_DO, &[]))
    };
    let year = match raw.get("year") {
        None => None,
        Some(typed) => {
            let year = typed.parse::<i16>().ok().filter(|year| (1900..=9998).contains(year));
            Some(year.ok_or_else(bad_year)?)
        }
    };
    let after = raw.get("after").and_then(|text| text.split_once('_'));
    Ok(Asked {
        text: raw.get("q").unwrap_or_default().to_owned(),
        issuer: raw.get("issuer").unwrap_or_default().to_owned(),
        kind: raw.get("paper").and_then(Kind::from_code),
        year,
        after: after.and_then(|(day, id)| Some((day.to_owned(), Id::parse(id)?))),
        limit: AT_ONCE + 1,
    })
}

fn heading(visit: &Visit, question: &Question, place: &Place) -> Markup {
    let say = question.say;
    let new = |way| question.to_with("/documents/new", &[("way", way)]);
    html! {
        div.head {
            div {
                h1 { (say.text(words::TITLE)) }
                p { (say.fill(words::LEAD, &[("unit", &place.card.name)])) }
            }
            @if visit.is_signed_in() && visit.actor.may(Power::RecordMembers) {
                div.acts {
                    a.btn href=(new("incoming")) { (say.text(words::NEW_INCOMING)) }
                    a.btn.main href=(new("issued")) { (say.text(words::NEW_ISSUE)) }
                }
            }
        }
    }
}

fn tools(visit: &Visit, question: &Question, asked: &Asked) -> Markup {
    let (say, raw) = (question.say, &visit.raw);
    let mut kinds = vec![("", say.text(words::ANY_KIND))];
    kinds.extend(Kind::ALL.iter().map(|kind| (kind.code(), say.text(kind.name()))));
    let kind = Field::new("paper", say.text(words::KIND), asked.kind.map_or("", Kind::code));
    let year = raw.get("year").unwrap_or_default();
    let year =
        Field { most: 4, is_optional: true, ..Field::new("year", say.text(words::YEAR), year) };
    let issuer = Field {
        most: 120,
        is_optional: true,
        ..Field::new("issuer", say.text(words::ISSUER), &asked.issuer)
    };
    let narrowed = KEPT[1..].iter().any(|field| raw.get(field).is_some());
    html! {
        div.tools {
            form.find role="search" method="get" action="/documents" {
                label.vh for="tim" { (say.text(words::SEARCH_LABEL)) }
                input id="tim" name="q" type="search" maxlength="120" placeholder=(say.text(words::SEARCH_HINT))
                    value=[raw.get("q")] autocomplete="off";
                (frame::hidden(question))
                @for field in &KEPT[1..] { @if let Some(value) = raw.get(field) { (hidden(field, value)) } }
                button.btn { (say.text(words::SEARCH)) }
            }
            details.more.conditions open[narrowed] {
                summary { (say.text(words::CONDITIONS)) }
                form method="get" action="/documents" {
                    (frame::hidden(question))
                    @if let Some(typed) = raw.get("q") { (hidden("q", typed)) }
                    (form::select(say, &kind, &kinds))
                    (form::input(say, &year))
                    (form::input(say, &issuer))
                    div.acts {
                        button.btn { (say.text(words::SEARCH)) }
                        @if narrowed { a.btn.bare href=(question.to("/documents")) { (say.text(words::DROP_ALL)) } }
                    }
                }
            }
        }
    }
}

fn nothing(visit: &Visit, question: &Question) -> Markup {
    let say = question.say;
    let is_narrowed = KEPT.iter().any(|field| visit.raw.get(field).is_some());
    let (title, lead) = if is_narrowed {
        (words::NO_MATCH, words::NO_MATCH_DO)
    } else {
        (words::NONE, words::NONE_DO)
    };
    html! {
        div.empty {
            h2 { (say.text(title)) } p { (say.text(lead)) }
            @if is_narrowed { a.btn href=(question.to("/documents")) { (say.text(words::DROP_ALL)) } }
        }
    }
}

/// Rows of papers, each a door to its page.
pub(super) fn table(question: &Question, rows: &[DocumentRow]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.dense.stack.papers {
            caption.vh { (say.text(words::TITLE)) }
            thead { tr {
                th scope="col" { (say.text(words::NUMBER)) }
                th scope="col" { (say.text(words::DAY)) }
                th scope="col" { (say.text(words::SUBJECT)) }
                th scope="col" { (say.text(words::ISSUER)) }
                th scope="col" { (say.text(words::KIND)) }
                th.n scope="col" { (say.text(words::FILES)) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" { a.nb href=(question.to(&path_of(row.id))) { (row.paper.number) } }
                td data-l=(say.text(words::DAY)) { span.nb { (row.paper.issued_on.map_or("–".to_owned(), |day| say.day(day))) } }
                td data-l=(say.text(words::SUBJECT)) lang="vi" { span { (row.paper.title) } }
                td data-l=(say.text(words::ISSUER)) lang="vi" { span { (row.paper.issuer) } }
                td.mut data-l=(say.text(words::KIND)) { span.nb { (say.text(row.kind.name())) } }
                td.n data-l=(say.text(words::FILES)) { span { @if row.files > 0 { (say.number(row.files)) } @else { "–" } } }
            } } }
        } }
    }
}

fn turning(visit: &Visit, question: &Question, rows: &[DocumentRow], more: bool) -> Markup {
    let say = question.say;
    let kept: Vec<(&str, &str)> =
        KEPT.iter().filter_map(|field| Some((*field, visit.raw.get(field)?))).collect();
    let last = rows.last().filter(|_| more).map(|row| {
        let day = row.paper.issued_on.map(|day| day.to_string()).unwrap_or_default();
        format!("{day}_{}", row.id)
    });
    html! {
        @if last.is_some() || visit.raw.get("after").is_some() {
            nav.pager aria-label=(say.text(common::PAGES)) { span {} ol {
                @if visit.raw.get("after").is_some() {
                    li { a href=(question.to_with("/documents", &kept)) { (say.text(words::NEWEST)) } }
                }
                @if let Some(after) = &last {
                    @let fields = [&kept[..], &[("after", &**after)]].concat();
                    li { a rel="next" href=(question.to_with("/documents", &fields)) { (say.text(words::OLDER)) } }
                }
            } }
        }
    }
}
