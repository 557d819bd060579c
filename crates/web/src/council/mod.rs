//! The council room on the web: councils and their seats, sessions, ballots, the voter's own page, minutes.

mod agenda;
mod attendance;
mod change;
mod close;
mod count;
mod list;
mod matter;
mod minutes;
mod new;
mod page;
mod person;
mod plan;
mod room;
mod running;
mod session_form;
mod vote;
mod words;

use kernel::{Id, Refusal, Text};
use maud::{Markup, html};

use crate::address::Question;
use crate::parts;
use crate::problem::Problem;
use crate::routes::Route;
use crate::site::Visit;

pub(crate) use words::{COUNCIL, VOTE};

/// The address of the list.
pub(crate) const PATH: &str = "/council";

/// The routes of this slice. A vote asks for no power: the seat gives it.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(PATH, "councils and their sessions", &["council.read"], list::page),
    Route::page("/council/new", "the form of a new council", &["council.manage"], new::page),
    Route::form("/council/new", "a council set up", &["council.manage"], new::write),
    Route::page("/council/{id}", "a council", &["council.read"], page::page),
    Route::form(
        "/council/{id}/seats",
        "a seat filled or given up",
        &["council.manage"],
        page::write,
    ),
    Route::page("/council/{id}/plan", "the form of a session", &["council.manage"], plan::page),
    Route::form("/council/{id}/plan", "a session called", &["council.manage"], plan::write),
    Route::page("/council/sessions/{id}", "a session", &["council.read"], room::page),
    Route::form(
        "/council/sessions/{id}/attendance",
        "who was there",
        &["council.manage"],
        attendance::write,
    ),
    Route::page(
        "/council/sessions/{id}/matter",
        "the form of a matter",
        &["council.manage"],
        matter::page,
    ),
    Route::form(
        "/council/sessions/{id}/matter",
        "a matter put on the agenda",
        &["council.manage"],
        matter::write,
    ),
    Route::form(
        "/council/sessions/{id}/agenda",
        "a matter withdrawn, a member recused",
        &["council.manage"],
        agenda::write,
    ),
    Route::form("/council/sessions/{id}/open", "ballots opened", &["council.manage"], agenda::open),
    Route::form(
        "/council/sessions/{id}/count",
        "ballots closed and counted",
        &["council.manage"],
        running::close,
    ),
    Route::page(
        "/council/sessions/{id}/change",
        "the form that changes a session",
        &["council.manage"],
        change::page,
    ),
    Route::form(
        "/council/sessions/{id}/change",
        "a session changed before anybody votes",
        &["council.manage"],
        change::write,
    ),
    Route::form(
        "/council/sessions/{id}/cancel",
        "a session called off",
        &["council.manage"],
        plan::cancel,
    ),
    Route::page(
        "/council/sessions/{id}/ballots/{ballot}",
        "papers or hands entered",
        &["council.manage"],
        count::page,
    ),
    Route::form(
        "/council/sessions/{id}/ballots/{ballot}",
        "papers or hands entered",
        &["council.manage"],
        count::write,
    ),
    Route::form(
        "/council/sessions/{id}/ballots/{ballot}/void",
        "a ballot thrown away unread",
        &["council.manage"],
        running::void,
    ),
    Route::page(
        "/council/sessions/{id}/close",
        "the form that closes a session",
        &["council.manage"],
        close::page,
    ),
    Route::form(
        "/council/sessions/{id}/close",
        "a session closed",
        &["council.manage"],
        close::write,
    ),
    Route::page(
        "/council/sessions/{id}/minutes",
        "the minutes of a session",
        &["council.read"],
        minutes::page,
    ),
    Route::page("/vote", "the ballots one may vote in", &[], vote::page),
    Route::form("/vote", "one's own votes", &[], vote::write),
];

/// The id in an address at a place among its parts.
fn id_at(visit: &Visit, place: usize) -> Result<Id, Problem> {
    visit.id_at(place).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_council",
            "Sổ không có hội đồng hay phiên họp này",
            "Mở lại danh sách hội đồng",
        ))
    })
}

/// The id of a session: `/council/sessions/{id}…`.
fn session_of(visit: &Visit) -> Result<Id, Problem> {
    id_at(visit, 3)
}

/// The address of a session.
fn room_path(session: Id) -> String {
    format!("{PATH}/sessions/{session}")
}

/// The way from the list to here.
fn crumbs(question: &Question, above: &[(String, String)], here: &str) -> Markup {
    let say = question.say;
    let mut way = vec![(question.to(PATH), say.text(COUNCIL))];
    way.extend(above.iter().map(|(address, name)| (question.to(address), &**name)));
    parts::crumbs(say, &way, here)
}

/// A stage, a presence, a result: by its own colour.
fn tag(say: crate::say::Say, class: &str, name: Text) -> Markup {
    html! { span class={ "tag " (class) } { (say.text(name)) } }
}
