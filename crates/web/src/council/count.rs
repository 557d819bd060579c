//! Entering what was counted: papers by two people apart, hands and letters name by name.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{Ballot, Choice, Matter, Room, Tally, Way, enter_count, record_votes, room};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::{PATH, agenda, crumbs, id_at, room_path, session_of, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::parts::typed;
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// The numbers of a count: field and label.
const PARTS: [(&str, kernel::Text); 4] =
    [("for", w::VOTES_FOR), ("against", w::AGAINST), ("blank", w::BLANK), ("spoilt", w::SPOILT)];

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Writes down what was counted.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let (session, ballot) = (session_of(visit)?, id_at(visit, 5)?);
    carried_out(
        visit,
        carry_out(visit, session, ballot),
        |()| visit.done(&room_path(session), visit.say.text(w::ENTERED)),
        show,
    )
}

fn carry_out(visit: &Visit, session: Id, id: Id) -> Result<(), domain::Error> {
    let (app, actor, form) = (&visit.app, &visit.actor, &visit.form);
    let room = room(app, actor, session)?;
    let is_paper = find(&room, id).is_some_and(|(_, ballot)| ballot.way == Way::Paper);
    if !is_paper {
        let votes = form.fields().filter_map(|(name, value)| {
            Some((Id::parse(name.strip_prefix("v-")?)?, Choice::from_code(value)?))
        });
        let votes: Vec<(Id, Choice)> = votes.collect();
        return record_votes(app, actor, id, &votes);
    }
    let part = |name: &str| match form.text(name) {
        "" => Ok(0),
        text => typed::count(text),
    };
    let tally = Tally {
        votes_for: part("for")?,
        against: part("against")?,
        blank: part("blank")?,
        spoilt: part("spoilt")?,
    };
    enter_count(app, actor, id, tally)
}

fn find(room: &Room, id: Id) -> Option<(&Matter, &Ballot)> {
    room.matters.iter().find_map(|matter| {
        matter.ballots.iter().find(|ballot| ballot.id == id).map(|ballot| (matter, ballot))
    })
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (session, id) = (session_of(visit)?, id_at(visit, 5)?);
    let (question, place) = visit.question_and_place()?;
    let room = room(&visit.app, &visit.actor, session)?;
    if !room.council.may_manage {
        let power = Power::ManageCouncil;
        return Err(Problem::Refused(visit.actor.out_of_reach(power, &room.council.unit.2)));
    }
    let (matter, ballot) = find(&room, id).ok_or(Problem::NoPage)?;
    let say = question.say;
    let title = say.text(if ballot.way == Way::Paper { w::ENTER_PAPERS } else { w::ENTER_HANDS });
    let here = room_path(session);
    let name = say.fill(w::SESSION_OF, &[("day", &say.day(room.on))]);
    let above =
        [(format!("{PATH}/{}", room.council.id), room.council.name.clone()), (here.clone(), name)];
    let fields = if ballot.way == Way::Paper {
        papers(visit, say, ballot)
    } else {
        names(visit, say, &room, ballot)
    };
    let content = html! {
        (crumbs(&question, &above, title))
        div.head { div { h1 { (title) } p lang="vi" { (matter.place) ". " (agenda::named(matter)) } } }
        div.gap {
            @if ballot.way == Way::Paper { (entered(&question, ballot)) }
            form.sheet method="post" action=(question.to(&format!("{here}/ballots/{id}"))) { div.pad.form {
                (form_key(visit))
                @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
                (fields)
                (form::acts(say, w::ENTER, Some(&question.to(&here))))
            } }
        }
    };
    framed(visit, (&question, Some(&place)), status, title, &content)
}

fn papers(visit: &Visit, say: Say, ballot: &Ballot) -> Markup {
    let own = ballot.counts.iter().find(|count| count.counter == visit.actor.name);
    let kept = own.map(|count| {
        let Tally { votes_for, against, blank, spoilt } = count.tally;
        [votes_for, against, blank, spoilt].map(|part| part.to_string())
    });
    let lead = say.fill(w::PAPERS_LEAD, &[("n", &say.number(ballot.voters.len() as i64))]);
    html! {
        p { (lead) }
        @for (place, (name, label)) in PARTS.into_iter().enumerate() {
            @let known = kept.as_ref().map_or("", |kept| &*kept[place]);
            @let value = visit.form.some(name).unwrap_or(known);
            (form::input(say, &Field { most: 4, kind: "number", ..Field::new(name, say.text(label), value) }))
        }
    }
}

/// Who entered a count; what, once two did.
fn entered(question: &Question, ballot: &Ballot) -> Markup {
    let say = question.say;
    if ballot.counters < 2 {
        let n = say.number(ballot.counters as i64);
        return html! { p.note { i.i.i-info aria-hidden="true" {} span { (say.fill(w::ENTERED_BY_N, &[("n", &n)])) } } };
    }
    let first = ballot.counts.first().map(|count| count.tally);
    let agree = ballot.counts.iter().all(|count| Some(count.tally) == first);
    html! {
        section.sheet {
            header { h2 { (say.text(w::COMPARED)) }
                @if agree { span.tag.good { (say.text(w::AGREE)) } } @else { span.tag.bad { (say.text(w::DISAGREE)) } } }
            div.tw { table.stack {
                caption.vh { (say.text(w::COMPARED)) }
                thead { tr { th scope="col" { (say.text(w::COUNTER)) } @for (_, label) in PARTS { th.n scope="col" { (say.text(label)) } } } }
                tbody { @for count in &ballot.counts {
                    @let Tally { votes_for, against, blank, spoilt } = count.tally;
                    tr {
                        th scope="row" lang="vi" { (count.counter) }
                        @for ((_, label), part) in PARTS.into_iter().zip([votes_for, against, blank, spoilt]) {
                            td.n data-l=(say.text(label)) { span { (part) } }
                        }
                    }
                } }
            } }
        }
    }
}

fn names(visit: &Visit, say: Say, room: &Room, ballot: &Ballot) -> Markup {
    let waits = |voter: &&domain::council::Voter| {
        !voter.has_voted && (ballot.way == Way::Hands || voter.in_writing)
    };
    let waiting: Vec<_> = ballot.voters.iter().filter(waits).collect();
    let mut choices = vec![("", say.text(w::NOT_VOTED))];
    choices.extend(Choice::ALL.iter().map(|choice| (choice.code(), say.text(choice.name()))));
    html! {
        @if waiting.is_empty() { p { (say.text(w::ALL_VOTED)) } }
        @for voter in waiting {
            @let name = format!("v-{}", voter.member);
            @let named = room.member(voter.member).map_or("", |member| &*member.named);
            (form::select(say, &Field::new(&name, named, visit.form.text(&name)), &choices))
        }
    }
}
