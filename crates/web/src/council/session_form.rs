//! The form on a page of its own under a session that is not closed: the way to it, its head, its fields.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{Room, Stage, room};
use kernel::Text;
use maud::{Markup, html};

use super::{PATH, crumbs, room_path, session_of, words as w};
use crate::address::Question;
use crate::frame::framed;
use crate::problem::Problem;
use crate::site::{Visit, see_other};

/// What stands under the title, and the form itself.
pub(super) struct Parts {
    pub(super) lead: Markup,
    pub(super) form: Markup,
}

/// The page. A session that was closed or called off has no forms: its own page answers.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    title: Text,
    parts: impl FnOnce(&Question, &Room) -> Result<Parts, Problem>,
) -> Result<Response, Problem> {
    let session = session_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    let room = room(&visit.app, &visit.actor, session)?;
    let here = room_path(session);
    if room.stage != Stage::Planned {
        return Ok(see_other(&question.to(&here)));
    }
    let say = question.say;
    let name = say.fill(w::SESSION_OF, &[("day", &say.day(room.on))]);
    let council = (format!("{PATH}/{}", room.council.id), room.council.name.clone());
    let title = say.text(title);
    let Parts { lead, form } = parts(&question, &room)?;
    let content = html! {
        (crumbs(&question, &[council, (here, name)], title))
        div.head { div { h1 { (title) } (lead) } }
        (form)
    };
    framed(visit, (&question, Some(&place)), status, title, &content)
}
