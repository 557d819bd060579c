//! The forms there are, every version of each, and one of them as the text of a file.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{Form, Level, all_forms, forms, text_of};
use kernel::Power;
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{crumbs, download};
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (mut found, head) = visit.steady(|| Ok(all_forms(&visit.app)?))?;
    found.sort_by(|a, b| a.code.cmp(&b.code).then(b.from.cmp(&a.from)));
    let say = question.say;
    let may = visit.actor.may(Power::ApproveReports);
    let content = html! {
        (crumbs(say, &[(question.to("/reports"), say.text(words::REPORTS))], say.text(words::FORMS)))
        div.head {
            div { h1 { (say.text(words::FORMS)) } p { (say.text(words::LEAD)) } }
            @if may { div.acts { a.btn.main href=(question.to("/report-forms/edit")) { (say.text(words::NEW)) } } }
        }
        section.sheet { ul.rows.drafts { @for form in &found { (row(&question, form, may)?) } } }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, say.text(words::FORMS), &content)))
}

fn row(question: &Question, form: &'static Form, may: bool) -> Result<Markup, Problem> {
    let say = question.say;
    let is_built_in =
        forms().map_err(Problem::Refused)?.iter().any(|each| std::ptr::eq(each, form));
    let from = [("from", &*form.from)];
    let whose = if form.level == Level::Upper { words::UPPER } else { words::GRASSROOTS };
    let which = html! { span.vh { ": " span lang="vi" { (form.name) } } };
    Ok(html! { li { div {
        b lang="vi" { (form.name) }
        small.under.mut {
            (form.code) " · " (say.text(whose)) " · " (say.fill(words::SINCE, &[("day", &say.day_text(&form.from))]))
            " · " (say.fill(words::LINES, &[("n", &say.number(form.lines.len() as i64))]))
            " · " span.tag { (say.text(if is_built_in { words::BUILT_IN } else { words::OWN })) }
        }
        small.under.mut { (form.source) }
        span.chips {
            a.chip href=(question.to_with(&format!("/report-forms/{}/toml", form.code), &from)) download { (say.text(words::AS_FILE)) (which) }
            @if may {
                a.chip href=(question.to_with("/report-forms/edit", &[("code", &form.code), ("from", &form.from)])) { (say.text(words::NEXT)) (which) }
            }
        }
    } } })
}

/// The version of a form that an address names by its code and first day; the latest without a day.
pub(super) fn named(visit: &Visit, code: &str) -> Result<&'static Form, Problem> {
    let from = visit.raw.get("from");
    let found = all_forms(&visit.app)?.into_iter().filter(|form| form.code == code);
    let found = found.filter(|form| from.is_none_or(|from| form.from == from));
    found.max_by_key(|form| &form.from).ok_or(Problem::NoPage)
}

/// One version as a file.
pub(super) fn text(visit: &Visit) -> Result<Response, Problem> {
    let (_, place) = visit.question_and_place()?;
    domain::reports::calls(&visit.app, &visit.actor, place.card.id)?;
    let code = visit.part(2);
    let form = named(visit, code)?;
    let name = format!("{}-{}.toml", form.code, form.from);
    Ok(download(&name, "text/plain; charset=utf-8", text_of(form).into_bytes()))
}
