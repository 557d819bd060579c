//! Who was there.

use axum::response::Response;
use domain::council::{Presence, Room, attend};
use kernel::{Id, Power};
use maud::{Markup, html};

use super::{room, room_path, session_of, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Writes it down.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    let told = visit.form.fields().filter_map(|(name, value)| {
        let member = Id::parse(name.strip_prefix("p-")?)?;
        let note = visit.form.text(&format!("n-{member}")).to_owned();
        Some((member, Presence::from_code(value)?, note))
    });
    let told: Vec<(Id, Presence, String)> = told.collect();
    carried_out(
        visit,
        attend(&visit.app, &visit.actor, session, &told),
        |()| visit.done(&room_path(session), visit.say.text(w::ATTENDANCE_DONE)),
        room::show,
    )
}

/// The sheet: a form for who may write while nobody votes, a table else.
pub(super) fn sheet(visit: &Visit, question: &Question, room: &Room, may: bool) -> Markup {
    let say = question.say;
    let is_voting = room.matters.iter().any(|matter| matter.open_ballot().is_some());
    let writes = may && !is_voting;
    let table = html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::ATTENDANCE)) }
            thead { tr {
                th scope="col" { (say.text(w::WHO)) }
                th scope="col" { (say.text(w::ROLE)) }
                th scope="col" { (say.text(w::PRESENCE)) }
                th scope="col" { (say.text(w::NOTE)) }
            } }
            tbody { @for member in &room.members {
                @let told = room.presence.iter().find(|(id, ..)| *id == member.id);
                tr {
                    th scope="row" lang="vi" { (member.named) small.under.mut { (member.title) } }
                    td data-l=(say.text(w::ROLE)) { span { (say.text(member.role.name())) } }
                    @if writes {
                        td data-l=(say.text(w::PRESENCE)) { (choice(question, member.id, &member.named, told.map(|(_, presence, _)| *presence))) }
                        td data-l=(say.text(w::NOTE)) {
                            input name={ "n-" (member.id) } maxlength="300" autocomplete="off" value=[told.map(|(.., note)| note)]
                                aria-label={ (say.text(w::NOTE)) ", " (member.named) };
                        }
                    } @else {
                        td data-l=(say.text(w::PRESENCE)) { span { @match told {
                            Some((_, presence, _)) => (say.text(presence.name())),
                            None => span.st { (say.text(w::NOT_TOLD)) },
                        } } }
                        @let note = told.map(|(.., note)| note).filter(|note| !note.is_empty());
                        td data-l=[note.map(|_| say.text(w::NOTE))] { span lang="vi" { @if let Some(note) = note { (note) } } }
                    }
                }
            } }
        } }
    };
    html! {
        section.sheet {
            header { h2 { (say.text(w::ATTENDANCE)) } @if may && is_voting { p { (say.text(w::ATTENDANCE_FIXED)) } } }
            @if writes {
                form method="post" action=(question.to(&format!("{}/attendance", room_path(room.id)))) {
                    (form_key(visit))
                    (table)
                    div.pad.acts { button.btn { (say.text(w::ATTENDANCE_WRITE)) } }
                }
            } @else { (table) }
        }
    }
}

fn choice(question: &Question, member: Id, named: &str, told: Option<Presence>) -> Markup {
    let say = question.say;
    html! {
        select name={ "p-" (member) } aria-label={ (say.text(w::PRESENCE)) ", " (named) } {
            @if told.is_none() { option value="" { (say.text(w::NOT_TOLD)) } }
            @for presence in Presence::ALL {
                option value=(presence.code()) selected[told == Some(*presence)] { (say.text(presence.name())) }
            }
        }
    }
}
