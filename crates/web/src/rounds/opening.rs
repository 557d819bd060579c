//! A list opened to members: what stands on it, what is said, what the office answers.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::award_name;
use domain::rounds::{CommentSort, CommentTold, OpeningTold, answer_comment, comment, opening};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::id_of;
use super::{life, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Writes a comment or an answer.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let id = id_of(visit)?;
    let form = &visit.form;
    let (app, actor, body) = (&visit.app, &visit.actor, form.text("body"));
    let told = match form.some("answers").and_then(Id::parse) {
        Some(answers) => answer_comment(app, actor, answers, body).map(|()| w::REPLIED),
        None => {
            let sort = CommentSort::from_code(form.text("sort")).unwrap_or(CommentSort::Objects);
            let about = Id::parse(form.text("about")).unwrap_or(Id(0));
            let said = comment(app, actor, (id, about), (sort, body), form.some("named"));
            said.map(|_| w::COMMENTED)
        }
    };
    carried_out(
        visit,
        told,
        |done| visit.done(&question.to(&format!("/openings/{id}")), visit.say.text(done)),
        show,
    )
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let told = opening(&visit.app, &visit.actor, id_of(visit)?)?;
    let say = question.say;
    let title = say.text(w::OPENING_TITLE);
    let places = [
        ("unit", &*told.unit.1),
        ("from", &say.day(told.from)),
        ("to", &say.day(told.to.previous())),
    ];
    let content = html! {
        div.head { div { h1 { (title) } p lang="vi" { b { (told.round.1) } ". " (say.fill(w::OPENING_LEAD, &places)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.gap {
            section.sheet {
                header { h2 { (say.text(w::NOMINATIONS)) } }
                (lines(&question, &told))
            }
            @if told.may_comment && visit.is_signed_in() { (writing(visit, &question, &told)) }
            @else if visit.today >= told.to { p.mut { (say.text(w::OPENING_OVER)) } }
            @if told.may_answer { (comments(visit, &question, &told)) }
        }
    };
    framed(visit, (&question, None), status, title, &content)
}

fn lines(question: &Question, told: &OpeningTold) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::NOMINATIONS)) }
            thead { tr { @for head in [w::WHO, w::AWARD, w::ACHIEVEMENT] { th scope="col" { (say.text(head)) } } } }
            tbody { @for row in &told.lines { tr {
                th scope="row" lang="vi" { (row.named) @if row.named != row.unit_named { small.under.mut { (row.unit_named) } } }
                td data-l=(say.text(w::AWARD)) lang="vi" { span { (award_name(&row.award)) } }
                td data-l=(say.text(w::ACHIEVEMENT)) lang="vi" { span { (row.achievement) } }
            } } }
        } }
    }
}

fn writing(visit: &Visit, question: &Question, told: &OpeningTold) -> Markup {
    let (say, form) = (question.say, &visit.form);
    let about: Vec<(String, &str)> =
        told.lines.iter().map(|row| (row.id.to_string(), &*row.named)).collect();
    let about: Vec<(&str, &str)> = about.iter().map(|(id, name)| (&**id, *name)).collect();
    let sorts = [CommentSort::Agrees, CommentSort::Objects]
        .map(|sort| (sort.code(), say.text(sort.name())));
    let body = Field { most: 2_000, ..Field::new("body", say.text(w::SAYS), form.text("body")) };
    let named = Field {
        most: 200,
        is_optional: true,
        ..Field::new("named", say.text(w::BY), form.text("named"))
    };
    html! {
        section.sheet {
            header { h2 { (say.text(w::SAY_SOMETHING)) } p { (say.text(w::PRIVATE)) } }
            form.pad.form method="post" action=(question.to(&format!("/openings/{}", told.id))) {
                (form_key(visit))
                (form::select(say, &Field::new("about", say.text(w::ABOUT), form.text("about")), &about))
                (form::select(say, &Field::new("sort", say.text(w::STANCE), form.text("sort")), &sorts))
                (form::area(say, &body, 4))
                @if told.may_answer { (form::input(say, &named)) }
                div.acts { button.btn.main { (say.text(w::SEND_COMMENT)) } }
            }
        }
    }
}

fn comments(visit: &Visit, question: &Question, told: &OpeningTold) -> Markup {
    let say = question.say;
    let answer_of =
        |comment: &CommentTold| told.comments.iter().find(|each| each.answers == Some(comment.id));
    let about = |comment: &CommentTold| {
        told.lines.iter().find(|row| row.id == comment.nomination).map(|row| row.named.clone())
    };
    let first = told.comments.iter().filter(|each| each.answers.is_none());
    html! {
        section.sheet {
            header { h2 { (say.text(w::COMMENTS)) } }
            @if told.comments.is_empty() { p.pad.mut { (say.text(w::NO_COMMENTS)) } } @else {
                ul.rows.posts { @for each in first { li {
                    span {
                        @if let Some(about) = about(each) { b lang="vi" { (about) } br; }
                        (life::said(say, each))
                        @if let Some(answer) = answer_of(each) { br; (life::said(say, answer)) } @else if visit.is_signed_in() {
                            @if each.sort == CommentSort::Objects { " " span.tag.warn { (say.text(w::UNANSWERED)) } }
                            form.tools method="post" action=(question.to(&format!("/openings/{}", told.id))) {
                                (form_key(visit))
                                (form::hidden("answers", &each.id.to_string()))
                                input name="body" maxlength="2000" required aria-label=(say.text(w::REPLY));
                                button.btn { (say.text(w::REPLY)) }
                            }
                        }
                    }
                } } }
            }
        }
    }
}
