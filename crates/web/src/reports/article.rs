//! An article written from the books: every number leads to where it comes from, and the check stands beside it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{
    Article, PublicRow, Run, article, find_article, public_list, publish_article, withdraw_article,
};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{door, form};
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Makes the article public as the books write it now.
pub(super) fn publish(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let code = visit.path.split('/').nth(2).unwrap_or_default();
    let form = find_article(code).map_err(Problem::Refused)?;
    let (unit, period) = (place.card.id, question.period);
    carried_out(
        visit,
        publish_article(&visit.app, &visit.actor, form, unit, period),
        |_| {
            let to = question.to(&format!("/articles/{code}"));
            visit.done(&to, question.say.text(words::ARTICLE_PUBLIC))
        },
        show,
    )
}

/// Takes a public article back.
pub(super) fn withdraw(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.question_and_place()?;
    let id = Id::parse(visit.form.text("id")).ok_or(Problem::NoPage)?;
    carried_out(
        visit,
        withdraw_article(&visit.app, &visit.actor, id),
        |()| {
            let code = visit.path.split('/').nth(2).unwrap_or_default();
            let to = question.to(&format!("/articles/{code}"));
            visit.done(&to, question.say.text(words::ARTICLE_WITHDRAWN))
        },
        show,
    )
}

/// The articles of this template and these days that are public already.
fn standing(visit: &Visit, unit: &str, form: &str, period: kernel::Period) -> Vec<PublicRow> {
    let rows = public_list(&visit.app, unit).map(|list| list.articles).unwrap_or_default();
    rows.into_iter().filter(|row| row.form == form && row.period == period).collect()
}

fn public(
    visit: &Visit,
    question: &Question,
    code: &str,
    unit: &str,
    rows: &[PublicRow],
    may: bool,
) -> Markup {
    let say = question.say;
    html! {
        section.sheet.no-print {
            header { h2 { (say.text(words::PUBLIC)) } }
            div.pad {
                @for row in rows {
                    form.acts method="post" action=(question.to(&format!("/articles/{code}/withdraw"))) {
                        (frame::form_key(visit)) (form::hidden("id", &row.id.to_string()))
                        a href={ "/cong-bo/" (unit) "/" (row.id) } { (row.title) ", " (say.day(row.on)) }
                        @if may { button.btn.bare { (say.text(words::WITHDRAW_ARTICLE)) } }
                    }
                }
                @if may {
                    form method="post" action=(question.to(&format!("/articles/{code}/publish"))) {
                        (frame::form_key(visit))
                        p.mut { (say.text(words::PUBLISH_ARTICLE_WHY)) }
                        button.btn { (say.text(words::PUBLISH_ARTICLE)) }
                    }
                }
            }
        }
    }
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let code = visit.path.split('/').nth(2).unwrap_or_default();
    let form = find_article(code).map_err(Problem::Refused)?;
    let (unit, period) = (place.card.id, question.period);
    let (written, head) =
        visit.steady(|| Ok(article(&visit.app, &visit.actor, form, unit, period)?))?;
    let say = question.say;
    let may = visit.actor.may(Power::ApproveReports) && written.alarms.is_empty();
    let published = standing(visit, &place.card.code, &form.code, period);
    let content = html! {
        nav.crumbs aria-label=(say.text(words::PATH)) { ol {
            li { a href=(question.to("/reports")) { (say.text(words::REPORTS)) } }
            li aria-current="page" lang="vi" { (form.name) }
        } }
        div.head { div { h1 { (written.title) } p { (say.text(words::ARTICLE_LEAD)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.gap {
            (checked(&question, &written))
            section.sheet lang="vi" {
                div.pad.prose {
                    @if written.paragraphs.is_empty() { p.mut { (say.text(words::NOTHING_TO_TELL)) } }
                    @for paragraph in &written.paragraphs {
                        p { @for run in paragraph { (shown(&question, run)) } }
                    }
                }
                @if written.left_out > 0 {
                    p.pad.mut.no-print { (say.fill(words::LEFT_OUT, &[("n", &say.number(written.left_out as i64))])) }
                }
            }
            @if may || !published.is_empty() {
                (public(visit, &question, &form.code, &place.card.code, &published, may))
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, &frame::page(&frame, &form.name, &content)))
}

fn shown(question: &Question, run: &Run) -> Markup {
    match run.indicator {
        Some(indicator) => html! { a.fig href=(door(question, indicator)) { (run.text) } },
        None => html! { (run.text) },
    }
}

fn checked(question: &Question, written: &Article) -> Markup {
    let say = question.say;
    html! {
        @if written.alarms.is_empty() {
            p.no-print { span.tag.good { (say.text(words::PASSES_CHECK)) } }
        } @else {
            div.errors role="alert" {
                h2 { (say.text(words::DOES_NOT_PASS)) }
                ul lang="vi" { @for each in &written.alarms { li { b { (each.text) } ": " (each.why) } } }
            }
        }
    }
}
