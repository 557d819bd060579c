//! A council set up by its decision, seat by seat.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{NewCouncil, NewMember, Role, set_up};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::{PATH, crumbs, person, words as w};
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::parts::{paper, typed};
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// Rows of the form: the size that the one text that was read allows, and a few more.
const ROWS: usize = 12;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Sets it up.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    carried_out(
        visit,
        carry_out(visit),
        |id| visit.done(&format!("{PATH}/{id}"), visit.say.text(w::SET_UP_DONE)),
        show,
    )
}

fn carry_out(visit: &Visit) -> Result<Id, domain::Error> {
    let place = visit.question_and_place().map_err(|problem| match problem {
        Problem::Refused(refusal) => domain::Error::from(refusal),
        _ => Refusal::new("no_unit", "Chưa chọn đơn vị", "Chọn đơn vị ở thanh trên cùng").into(),
    })?;
    let form = &visit.form;
    let name = form.text("name").to_owned();
    let document = paper::read(visit, &name)?;
    let from = typed::boxes(form.boxes("from"))?.or(document.issued_on).unwrap_or(visit.today);
    let new = NewCouncil {
        unit: place.1.card.id,
        name,
        from,
        to: typed::boxes(form.boxes("to"))?,
        document,
        members: members(visit)?,
    };
    set_up(&visit.app, &visit.actor, &new)
}

fn members(visit: &Visit) -> Result<Vec<NewMember>, domain::Error> {
    let mut members = Vec::new();
    for row in 0..ROWS {
        if visit.form.some(&format!("who-{row}")).is_some() {
            members.push(member(visit, &format!("-{row}"))?);
        }
    }
    Ok(members)
}

/// A member as the fields with an ending name one.
pub(super) fn member(visit: &Visit, end: &str) -> Result<NewMember, domain::Error> {
    let text = |name: &str| visit.form.text(&format!("{name}{end}")).to_owned();
    let who = text("who");
    let is_outside = !text("outside").is_empty();
    let person = if is_outside { None } else { Some(person::typed(visit, &who)?) };
    Ok(NewMember {
        role: Role::from_code(&text("role")).unwrap_or(Role::Member),
        person,
        named: who,
        title: text("title"),
        from: None,
    })
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (say, form) = (question.say, &visit.form);
    let title = say.text(w::SET_UP);
    let usual = format!("Hội đồng Thi đua – Khen thưởng {}", place.card.name);
    let name = form.some("name").map_or(usual, str::to_owned);
    let content = html! {
        (crumbs(&question, &[], title))
        div.head { div { h1 { (title) } p { span lang="vi" { (place.card.name) } ". " (say.text(w::SET_UP_LEAD)) } } }
        form.gap method="post" action=(question.to("/council/new")) {
            (form_key(visit))
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            section.sheet { div.pad.form {
                (form::input(say, &Field::new("name", say.text(w::NAME), &name)))
                (paper::fields(visit, false, refusal))
                (form::date(say, "from", say.text(w::FROM_HINT), form.boxes("from"), None))
                (form::date(say, "to", say.text(w::TO_HINT), form.boxes("to"), None))
            } }
            section.sheet {
                header { h2 { (say.text(w::SEATS)) } p { (say.text(w::SEATS_LEAD)) } }
                (rows(visit, say))
                div.pad { (form::acts(say, w::SET_UP, Some(&question.to(PATH)))) }
            }
        }
    };
    framed(visit, (&question, Some(&place)), status, title, &content)
}

fn rows(visit: &Visit, say: Say) -> Markup {
    let usual = |row: usize| match row {
        0 => Role::Chair,
        1 => Role::Deputy,
        2 => Role::Secretary,
        _ => Role::Member,
    };
    let text = |name: &str, row: usize| visit.form.text(&format!("{name}-{row}")).to_owned();
    let labelled = |label: kernel::Text, row: usize| format!("{} {}", say.text(label), row + 1);
    html! {
        div.tw { table.stack.seats {
            caption.vh { (say.text(w::SEATS)) }
            thead { tr {
                th scope="col" { (say.text(w::ROLE)) }
                th scope="col" { (say.text(w::WHO)) }
                th scope="col" { (say.text(w::TITLE)) }
                th scope="col" { (say.text(w::OUTSIDE)) }
            } }
            tbody { @for row in 0..ROWS { tr {
                td data-l=(say.text(w::ROLE)) { (roles(say, &format!("role-{row}"), &labelled(w::ROLE, row), &text("role", row), usual(row))) }
                td data-l=(say.text(w::WHO)) {
                    input name={ "who-" (row) } value=(text("who", row)) maxlength="200" autocomplete="off"
                        aria-label=(labelled(w::WHO, row));
                }
                td data-l=(say.text(w::TITLE)) {
                    input name={ "title-" (row) } value=(text("title", row)) maxlength="200" autocomplete="off"
                        aria-label=(labelled(w::TITLE, row));
                }
                td data-l=(say.text(w::OUTSIDE)) {
                    input type="checkbox" name={ "outside-" (row) } value="1" checked[!text("outside", row).is_empty()]
                        aria-label=(labelled(w::OUTSIDE, row));
                }
            } } }
        } }
    }
}

/// The roles to choose from.
fn roles(say: Say, name: &str, label: &str, typed: &str, usual: Role) -> Markup {
    let chosen = Role::from_code(typed).unwrap_or(usual);
    html! {
        select name=(name) aria-label=(label) {
            @for role in Role::ALL { option value=(role.code()) selected[*role == chosen] { (say.text(role.name())) } }
        }
    }
}
