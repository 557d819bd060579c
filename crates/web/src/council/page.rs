//! One council: its seats, its sessions.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{Council, Member, Role, council, seat, unseat};
use domain::documents::DocumentRef;
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::{PATH, crumbs, id_at, list, new, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::parts::{paper, typed};
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Fills a seat, or ends one.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let id = id_at(visit, 2)?;
    carried_out(
        visit,
        carry_out(visit, id),
        |()| visit.done(&format!("{PATH}/{id}"), visit.say.text(w::SEATS_DONE)),
        show,
    )
}

fn carry_out(visit: &Visit, id: Id) -> Result<(), domain::Error> {
    let (app, actor, form) = (&visit.app, &visit.actor, &visit.form);
    let ends = form.some("member").and_then(Id::parse);
    let title = if ends.is_some() {
        "Thôi tham gia hội đồng"
    } else {
        "Bổ sung thành viên hội đồng"
    };
    let document: DocumentRef = paper::read(visit, title)?;
    let on = typed::boxes(form.boxes("on"))?.unwrap_or(visit.today);
    match ends {
        Some(member) => unseat(app, actor, (id, member), on, &document),
        None => {
            let new = domain::council::NewMember { from: Some(on), ..new::member(visit, "")? };
            seat(app, actor, id, &new, &document).map(drop)
        }
    }
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let id = id_at(visit, 2)?;
    let (question, place) = visit.question_and_place()?;
    let (council, sessions) = council(&visit.app, &visit.actor, id)?;
    let say = question.say;
    let plan = format!("{PATH}/{id}/plan");
    let may = visit.is_signed_in() && council.may_manage;
    let content = html! {
        (crumbs(&question, &[], &council.name))
        div.head {
            div { h1 lang="vi" { (council.name) } p { (facts(&question, &council)) } }
            @if may { div.acts { a.btn.main href=(question.to(&plan)) { (say.text(w::CALL)) } } }
        }
        div.gap {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            section.sheet {
                header { h2 { (say.text(w::SEATS)) } }
                (seats(say, &council))
            }
            @if may { (forms(visit, &council, refusal.is_some())) }
            section.sheet {
                header { h2 { (say.text(w::SESSIONS)) } }
                @if sessions.is_empty() { p.pad.mut { (say.text(w::NO_SESSIONS)) } }
                @else { (list::session_table(&question, &sessions, visit.today, false)) }
            }
        }
    };
    framed(visit, (&question, Some(&place)), status, &council.name, &content)
}

fn facts(question: &Question, council: &Council) -> Markup {
    let say = question.say;
    let (paper, number, day) = &council.paper;
    html! {
        span lang="vi" { (council.unit.2) } " · "
        a href=(question.to(&format!("/documents/{paper}"))) { (number) }
        @if let Some(day) = day { ", " (say.day(*day)) }
        " · " (say.fill(w::SITS_FROM, &[("day", &say.day(council.from))]))
        @if let Some(to) = council.to { " – " (say.day(to)) }
    }
}

fn seats(say: Say, council: &Council) -> Markup {
    let days = |member: &Member| match member.to {
        Some(to) => format!("{} – {}", say.day(member.from), say.day(to)),
        None => say.fill(w::SITS_FROM, &[("day", &say.day(member.from))]),
    };
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::SEATS)) }
            thead { tr {
                th scope="col" { (say.text(w::WHO)) }
                th scope="col" { (say.text(w::TITLE)) }
                th scope="col" { (say.text(w::ROLE)) }
                th scope="col" { (say.text(w::SITS)) }
            } }
            tbody { @for member in &council.members { tr {
                th scope="row" lang="vi" { (member.named) @if member.person.is_none() { " " small.mut { (say.text(w::OUTSIDE_SHORT)) } } }
                td data-l=[(!member.title.is_empty()).then(|| say.text(w::TITLE))] { span lang="vi" { (member.title) } }
                td data-l=(say.text(w::ROLE)) { span { (say.text(member.role.name())) } }
                td data-l=(say.text(w::SITS)) { span { (days(member)) } }
            } } }
        } }
    }
}

fn forms(visit: &Visit, council: &Council, is_open: bool) -> Markup {
    let (say, form) = (visit.say, &visit.form);
    let action = format!("{PATH}/{}/seats", council.id);
    let roles: Vec<(&str, &str)> =
        Role::ALL.iter().rev().map(|role| (role.code(), say.text(role.name()))).collect();
    let sits = council.members.iter().filter(|member| member.to.is_none());
    let sits: Vec<(String, String)> =
        sits.map(|member| (member.id.to_string(), member.named.clone())).collect();
    let sits: Vec<(&str, &str)> = sits.iter().map(|(id, name)| (&**id, &**name)).collect();
    let who = Field {
        hint: say.text(w::WHO_HINT),
        ..Field::new("who", say.text(w::WHO), form.text("who"))
    };
    let title =
        Field { is_optional: true, ..Field::new("title", say.text(w::TITLE), form.text("title")) };
    html! {
        details.sheet.more open[is_open] {
            summary.pad { (say.text(w::CHANGE_SEATS)) }
            div.grid.g2.even.pad {
                form.form method="post" action=(action) {
                    (form_key(visit))
                    h3 { (say.text(w::SEAT_ADD)) }
                    (form::select(say, &Field::new("role", say.text(w::ROLE), form.text("role")), &roles))
                    (form::input(say, &who))
                    label.pick { input type="checkbox" name="outside" value="1" checked[form.some("outside").is_some()]; span { (say.text(w::OUTSIDE)) } }
                    (form::input(say, &title))
                    (form::date(say, "on", say.text(w::FROM), form.boxes("on"), None))
                    (paper::fields(visit, false, None))
                    div.acts { button.btn { (say.text(w::SEAT_ADD)) } }
                }
                form.form method="post" action=(action) {
                    (form_key(visit))
                    h3 { (say.text(w::SEAT_END)) }
                    (form::select(say, &Field::new("member", say.text(w::WHO), form.text("member")), &sits))
                    (form::date_apart(say, "-end", "on", say.text(w::LAST_DAY), form.boxes("on"), None))
                    (paper::fields_apart(visit, "-end", false, None))
                    div.acts { button.btn { (say.text(w::SEAT_END)) } }
                }
            }
        }
    }
}
