//! Ballots that are open: how many have voted, who has not, the way to enter papers, and how each ends.

use axum::response::Response;
use domain::council::{Ballot, Matter, Room, Way, close_ballots, void_ballot};
use kernel::{Id, Power};
use maud::{Markup, html};

use super::{agenda, id_at, room, room_path, session_of, tag, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// Closes ballots.
pub(super) fn close(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    let ballots: Vec<Id> = visit.form.all("ballot").filter_map(Id::parse).collect();
    let early = visit.form.some("early").is_some();
    carried_out(
        visit,
        close_ballots(&visit.app, &visit.actor, session, &ballots, early),
        |()| visit.done(&room_path(session), visit.say.text(w::COUNTED)),
        room::show,
    )
}

/// Throws a ballot away unread.
pub(super) fn void(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let (session, ballot) = (session_of(visit)?, id_at(visit, 5)?);
    carried_out(
        visit,
        void_ballot(&visit.app, &visit.actor, ballot, visit.form.text("reason")),
        |()| visit.done(&room_path(session), visit.say.text(w::VOIDED)),
        room::show,
    )
}

/// The sheet; nothing when nothing is open.
pub(super) fn sheet(visit: &Visit, question: &Question, room: &Room, may: bool) -> Markup {
    let say = question.say;
    let open: Vec<(&Matter, &Ballot)> =
        room.matters.iter().filter_map(|matter| Some((matter, matter.open_ballot()?))).collect();
    if open.is_empty() {
        return html! {};
    }
    html! {
        section.sheet {
            header { h2 { (say.text(w::RUNNING)) } p { (say.text(w::RUNNING_LEAD)) } }
            ul.rows { @for (matter, ballot) in &open { (one(question, room, matter, ballot, may)) } }
            @if may { (end(visit, question, room, &open)) }
        }
        @if may { (voids(visit, question, room, &open)) }
    }
}

fn one(question: &Question, room: &Room, matter: &Matter, ballot: &Ballot, may: bool) -> Markup {
    let say = question.say;
    let address = format!("{}/ballots/{}", room_path(room.id), ballot.id);
    let typed = ballot.way == Way::Hands
        || ballot.way == Way::Paper
        || (!ballot.secret && ballot.voters.iter().any(|voter| voter.in_writing));
    html! {
        li { span {
            b lang="vi" { (matter.place) ". " (agenda::named(matter)) }
            small.under.mut {
                (say.text(if ballot.secret { w::SECRET } else { w::OPEN })) ", " (say.text(ballot.way.name())) " · "
                (progress(say, ballot))
                @if ballot.way != Way::Paper { (missing(say, room, ballot)) }
            }
            @if ballot.is_lost() { (tag(say, "bad", w::LOST)) small.under { (say.text(w::LOST_DO)) } }
            @if may && typed { a.btn href=(question.to(&address)) { (say.text(if ballot.way == Way::Paper { w::ENTER_PAPERS } else { w::ENTER_HANDS })) } }
        } }
    }
}

fn progress(say: Say, ballot: &Ballot) -> String {
    let number = |count: usize| say.number(count as i64);
    let of = number(ballot.voters.len());
    if ballot.way == Way::Paper {
        return say.fill(w::COUNTERS_N, &[("n", &number(ballot.counters)), ("of", &of)]);
    }
    say.fill(w::VOTED_N, &[("n", &number(ballot.voted())), ("of", &of)])
}

/// Who has not voted yet, so that somebody can be asked.
fn missing(say: Say, room: &Room, ballot: &Ballot) -> Markup {
    let names: Vec<&str> = ballot
        .voters
        .iter()
        .filter(|voter| !voter.has_voted)
        .filter_map(|voter| room.member(voter.member).map(|member| &*member.named))
        .collect();
    html! { @if !names.is_empty() { " · " (say.text(w::WAITS_FOR)) " " span lang="vi" { (names.join(", ")) } } }
}

fn end(visit: &Visit, question: &Question, room: &Room, open: &[(&Matter, &Ballot)]) -> Markup {
    let say = question.say;
    html! {
        form.pad.form method="post" action=(question.to(&format!("{}/count", room_path(room.id)))) {
            (form_key(visit))
            fieldset.field {
                legend { (say.text(w::END_WHICH)) }
                @for (matter, ballot) in open {
                    label.pick { input type="checkbox" name="ballot" value=(ballot.id) checked; span lang="vi" { (matter.place) ". " (agenda::named(matter)) } }
                }
            }
            label.pick { input type="checkbox" name="early" value="1"; span { (say.text(w::EARLY)) } }
            div.acts { button.btn.main { (say.text(w::END_AND_COUNT)) } }
        }
    }
}

fn voids(visit: &Visit, question: &Question, room: &Room, open: &[(&Matter, &Ballot)]) -> Markup {
    let say = question.say;
    html! {
        details.sheet.more {
            summary.pad { (say.text(w::VOID)) }
            div.pad.gap {
                p { (say.text(w::VOID_LEAD)) }
                @for (matter, ballot) in open {
                    @let apart = format!("-{}", ballot.id);
                    form.form method="post" action=(question.to(&format!("{}/ballots/{}/void", room_path(room.id), ballot.id))) {
                        (form_key(visit))
                        (form::input(say, &Field { most: 300, apart: &apart, ..Field::new("reason", &say.fill(w::VOID_WHY, &[("item", &matter.place.to_string())]), "") }))
                        div.acts { button.btn.stop { (say.text(w::VOID)) } }
                    }
                }
            }
        }
    }
}
