//! The dated parameters: what holds on a day, and every value with its source.

use axum::http::StatusCode;
use axum::response::Response;
use domain::parameters::{self, Dated, Parameter};
use kernel::Day;
use maud::{Markup, html};

use super::words;
use crate::frame::framed;
use crate::parts::form::{self, Field};
use crate::parts::typed;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::words as common;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let say = visit.say;
    let (question, _) = visit.raw.understood(visit.today);
    let asked = visit.raw.get("on").unwrap_or_default();
    let (on, refusal) = match typed::day(asked) {
        _ if asked.is_empty() => (visit.today, None),
        Ok(day) => (day, None),
        Err(refusal) => (visit.today, Some(refusal)),
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let field = Field {
        error: refusal.as_ref().map(|refusal| &*refusal.message),
        most: 10,
        ..Field::new("on", say.text(words::IN_FORCE_ON), asked)
    };
    let field = Field { is_optional: true, hint: say.text(crate::rights::words::ON_HINT), ..field };
    let content = html! {
        div.head { div { h1 { (say.text(common::PARAMETERS)) } p { (say.text(words::PARAMETERS_LEAD)) } } }
        div.gap {
            @if let Some(refusal) = &refusal { (form::refused(say, refusal, Some("on"))) }
            section.sheet { form.form.pad method="get" action="/parameters" {
                @if say != Say::default() { (form::hidden("lang", say.code())) }
                (form::input(say, &field))
                (form::acts(say, words::SHOW_DAY, None))
            } }
            (in_force(say, on))
            @for parameter in parameters::all() { (history(say, parameter, on)) }
        }
    };
    framed(visit, (&question, None), status, say.text(common::PARAMETERS), &content)
}

/// What holds on a day.
fn in_force(say: Say, on: Day) -> Markup {
    let title = say.fill(words::ON_DAY, &[("day", &say.day(on))]);
    html! {
        section.sheet {
            header { h2 { (title) } }
            div.tw { table.stack {
                caption.vh { (title) }
                thead { tr {
                    th scope="col" { (say.text(words::MEANING)) }
                    th.n scope="col" { (say.text(words::VALUE)) }
                    th scope="col" { (say.text(words::SOURCE)) }
                    th scope="col" { (say.text(words::CONFIDENCE)) }
                } }
                tbody { @for parameter in parameters::all() {
                    @let value = parameters::in_force(&parameter.code, on);
                    tr {
                        th scope="row" { span lang="vi" { (parameter.meaning) } small.under.mut { code { (parameter.code) } } }
                        td.n data-l=(say.text(words::VALUE)) { span {
                            @match value { Some(dated) => (say.number(dated.value)), None => span.st { "– " (say.text(words::NOT_YET)) } }
                        } }
                        td data-l=(say.text(words::SOURCE)) { span lang="vi" { (value.map_or("–", |dated| &dated.source)) } }
                        td data-l=(say.text(words::CONFIDENCE)) { span { @if let Some(dated) = value { (mark(say, dated)) } @else { "–" } } }
                    }
                } }
            } }
        }
    }
}

/// Whether the text itself was read, or others tell of it.
fn mark(say: Say, dated: &Dated) -> Markup {
    html! {
        @if dated.confidence == "R" { span.tag.good { (say.text(words::READ)) } }
        @else { span.tag.warn { (say.text(words::REPORTED)) } }
    }
}

/// Every value of one parameter, the latest first.
fn history(say: Say, parameter: &Parameter, on: Day) -> Markup {
    let standing = parameters::in_force(&parameter.code, on).map(|dated| &dated.from);
    html! {
        section.sheet {
            header { h2 lang="vi" { (parameter.meaning) } p { (say.text(words::ALL_VALUES)) " · " code { (parameter.code) } } }
            div.tw { table.stack {
                caption.vh { (say.text(words::ALL_VALUES)) ": " (parameter.meaning) }
                thead { tr {
                    th scope="col" { (say.text(words::SINCE)) }
                    th.n scope="col" { (say.text(words::VALUE)) }
                    th scope="col" { (say.text(words::SOURCE)) }
                    th scope="col" { (say.text(words::CONFIDENCE)) }
                } }
                tbody { @for dated in parameter.values.iter().rev() { tr {
                    th scope="row" {
                        (say.day_text(&dated.from))
                        @if standing == Some(&dated.from) { " " span.tag.info { (say.text(words::IN_FORCE)) } }
                    }
                    td.n data-l=(say.text(words::VALUE)) { span { (say.number(dated.value)) } }
                    td data-l=(say.text(words::SOURCE)) { span lang="vi" { (dated.source) } }
                    td data-l=(say.text(words::CONFIDENCE)) { span { (mark(say, dated)) } }
                } } }
            } }
        }
    }
}
