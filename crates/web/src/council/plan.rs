//! A session called, and called off.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{NewSession, Room, Share, call_session, cancel_session, council};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::{PATH, crumbs, id_at, room, room_path, session_of, words as w};
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::parts::typed;
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Calls it.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let council = id_at(visit, 2)?;
    carried_out(
        visit,
        read(visit, council).and_then(|new| call_session(&visit.app, &visit.actor, &new)),
        |id| visit.done(&room_path(id), visit.say.text(w::CALLED)),
        show,
    )
}

/// A session of a council as it was typed.
pub(super) fn read(visit: &Visit, council: Id) -> Result<NewSession, domain::Error> {
    let form = &visit.form;
    let missing = || Refusal::new("bad_day", "Thiếu ngày họp", "Ghi ngày như 28/7/2026");
    Ok(NewSession {
        council,
        on: typed::boxes(form.boxes("on"))?.ok_or_else(missing)?,
        place: form.text("place").to_owned(),
        title: form.text("title").to_owned(),
        quorum: Share::parse(form.text("quorum"))?,
        quorum_source: form.text("quorum-source").to_owned(),
    })
}

/// What stands in the fields of a session.
pub(super) struct Told {
    on: [String; 3],
    title: String,
    place: String,
    quorum: String,
    source: String,
}

impl Told {
    /// As they were typed.
    pub(super) fn typed(visit: &Visit) -> Self {
        let text = |name: &str| visit.form.text(name).to_owned();
        Self {
            on: visit.form.boxes("on").map(str::to_owned),
            title: text("title"),
            place: text("place"),
            quorum: text("quorum"),
            source: text("quorum-source"),
        }
    }

    /// As the session stands.
    pub(super) fn of(room: &Room) -> Self {
        let date = room.on.date();
        let on = [i16::from(date.day()), i16::from(date.month()), date.year()];
        let (share, source) = &room.quorum;
        Self {
            on: on.map(|part| part.to_string()),
            title: room.title.clone(),
            place: room.place.clone(),
            quorum: share.text(),
            source: source.clone(),
        }
    }
}

/// The fields of a session.
pub(super) fn fields(say: Say, told: &Told) -> Markup {
    let quorum = Field {
        most: 10,
        hint: say.text(w::QUORUM_HINT),
        ..Field::new("quorum", say.text(w::QUORUM), &told.quorum)
    };
    let source = Field {
        most: 300,
        hint: say.text(w::SOURCE_HINT),
        ..Field::new("quorum-source", say.text(w::SOURCE), &told.source)
    };
    let about = Field {
        hint: say.text(w::ABOUT_HINT),
        ..Field::new("title", say.text(w::ABOUT), &told.title)
    };
    let at = Field {
        is_optional: true,
        most: 300,
        ..Field::new("place", say.text(w::PLACE), &told.place)
    };
    html! {
        (form::date(say, "on", say.text(w::DAY), told.on.each_ref().map(String::as_str), None))
        (form::input(say, &about))
        (form::input(say, &at))
        (form::input(say, &quorum))
        (form::input(say, &source))
    }
}

/// Calls it off.
pub(super) fn cancel(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    carried_out(
        visit,
        cancel_session(&visit.app, &visit.actor, session),
        |()| visit.done(&room_path(session), visit.say.text(w::CANCELLED)),
        room::show,
    )
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let id = id_at(visit, 2)?;
    let (question, place) = visit.question_and_place()?;
    let (council, _) = council(&visit.app, &visit.actor, id)?;
    let say = question.say;
    let here = format!("{PATH}/{id}");
    let title = say.text(w::CALL);
    let content = html! {
        (crumbs(&question, &[(here.clone(), council.name.clone())], title))
        div.head { div { h1 { (title) } p lang="vi" { (council.name) } } }
        form.sheet method="post" action=(question.to(&format!("{here}/plan"))) { div.pad.form {
            (form_key(visit))
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            (fields(say, &Told::typed(visit)))
            (form::acts(say, w::CALL, Some(&question.to(&here))))
        } }
    };
    framed(visit, (&question, Some(&place)), status, title, &content)
}
