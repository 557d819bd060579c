//! The agenda: matters with what they ask for and what came of them; ballots opened on some of them,
//! members recused.

use axum::response::Response;
use domain::awards::award_name;
use domain::council::{
    Matter, Opening, Presence, Room, Way, open_ballots, recuse, withdraw_matter,
};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::{room, room_path, session_of, tag, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// Withdraws a matter, recuses a member, or takes that back.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    let (app, actor, form) = (&visit.app, &visit.actor, &visit.form);
    let id = |name: &str| {
        let unknown =
            || Refusal::new("no_matter", "Chưa chọn mục nào", "Chọn mục trong chương trình họp");
        Id::parse(form.text(name)).ok_or_else(|| domain::Error::from(unknown()))
    };
    let written = || match form.text("what") {
        "withdraw" => withdraw_matter(app, actor, session, id("matter")?),
        "return" => recuse(app, actor, session, (id("matter")?, id("member")?), None),
        _ => recuse(app, actor, session, (id("matter")?, id("member")?), Some(form.text("reason"))),
    };
    carried_out(
        visit,
        written(),
        |()| visit.done(&room_path(session), visit.say.text(w::AGENDA_DONE)),
        room::show,
    )
}

/// Opens ballots.
pub(super) fn open(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    let opening = Opening {
        matters: visit.form.all("matter").filter_map(Id::parse).collect(),
        way: Way::from_code(visit.form.text("way")).unwrap_or(Way::Paper),
        in_writing: visit.form.all("written").filter_map(Id::parse).collect(),
    };
    carried_out(
        visit,
        open_ballots(&visit.app, &visit.actor, session, &opening),
        |_| visit.done(&room_path(session), visit.say.text(w::OPENED)),
        room::show,
    )
}

/// The award and for whom, or what is asked.
pub(super) fn named(matter: &Matter) -> String {
    match (matter.award.as_deref().map(award_name), &*matter.subject) {
        (Some(award), "") => award.to_owned(),
        (Some(award), subject) => format!("{subject}: {award}"),
        (None, "") => matter.title.clone(),
        (None, subject) => format!("{subject}: {}", matter.title),
    }
}

/// The sheet.
pub(super) fn sheet(visit: &Visit, question: &Question, room: &Room, may: bool) -> Markup {
    let say = question.say;
    let path = room_path(room.id);
    let waits = |matter: &Matter| matter.open_ballot().is_none() && matter.counted().is_none();
    let opens = may && room.on <= visit.today && room.matters.iter().any(waits);
    html! {
        section.sheet {
            header {
                h2 { (say.text(w::AGENDA)) }
                @if may { a.btn href=(question.to(&format!("{path}/matter"))) { (say.text(w::ADD_MATTER)) } }
            }
            @if room.matters.is_empty() { div.empty { h3 { (say.text(w::NO_MATTERS)) } p { (say.text(w::NO_MATTERS_DO)) } } }
            @else if opens {
                form method="post" action=(question.to(&format!("{path}/open"))) {
                    (form_key(visit))
                    (table(say, room, true))
                    (opening(visit, say, room))
                }
            } @else { (table(say, room, false)) }
        }
        @if may && !room.matters.is_empty() { (recusals(visit, question, room)) }
    }
}

fn table(say: Say, room: &Room, opens: bool) -> Markup {
    html! {
        div.tw { table.stack.agenda {
            caption.vh { (say.text(w::AGENDA)) }
            thead { tr {
                th.n scope="col" { (say.text(w::ITEM)) }
                th scope="col" { (say.text(w::ASKED)) }
                th scope="col" { (say.text(w::TERMS)) }
                th.n scope="col" { (say.text(w::VOTES_FOR)) }
                th.n scope="col" { (say.text(w::AGAINST_BLANK)) }
                th scope="col" { (say.text(w::RESULT)) }
            } }
            tbody { @for matter in &room.matters { (row(say, room, matter, opens)) } }
        } }
    }
}

fn row(say: Say, room: &Room, matter: &Matter, opens: bool) -> Markup {
    let waits = matter.open_ballot().is_none() && matter.counted().is_none();
    let id = format!("m-{}", matter.id);
    html! {
        tr {
            td.n data-l=(say.text(w::ITEM)) { span {
                (matter.place)
                @if opens && waits { " " input type="checkbox" id=(id) name="matter" value=(matter.id) checked aria-label={ (say.text(w::VOTE_ON)) " " (matter.place) }; }
            } }
            th scope="row" lang="vi" { (named(matter))
                @if matter.award.is_some() { small.under.mut { (matter.title) } }
                @for recusal in &matter.recusals {
                    small.under.warn { (say.fill(w::RECUSED_NAMED, &[
                        ("name", room.member(recusal.member).map_or("", |member| &member.named)), ("reason", &recusal.reason)])) }
                }
            }
            td data-l=(say.text(w::TERMS)) { span { (terms(say, matter)) } }
            (votes(say, matter))
            td data-l=(say.text(w::RESULT)) { span { (result(say, matter)) } }
        }
    }
}

/// What it asks for, in words, and where that stands.
fn terms(say: Say, matter: &Matter) -> Markup {
    let terms = &matter.terms;
    html! {
        span lang="vi" { (terms.vi()) }
        small.under.mut {
            (say.text(if terms.secret { w::SECRET } else { w::OPEN })) " · "
            span lang="vi" { (terms.source) }
            @if terms.rule.is_none() { " · " (say.text(w::TYPED_HERE)) }
        }
    }
}

fn votes(say: Say, matter: &Matter) -> Markup {
    let label = (say.text(w::VOTES_FOR), say.text(w::AGAINST_BLANK));
    let Some((ballot, tally, _)) = matter.counted() else {
        return html! { td.n data-l=(label.0) { span.st { "–" } } td.n data-l=(label.1) { span.st { "–" } } };
    };
    let share = say.share(tally.votes_for, ballot.base).unwrap_or_default();
    let needed = say.fill(w::NEEDED_N, &[("n", &say.number(ballot.needed))]);
    html! {
        td.n data-l=(label.0) { span { b { (tally.votes_for) "/" (ballot.base) } small.under.mut { (share) " · " (needed) } } }
        td.n data-l=(label.1) { span { (tally.against) " · " (tally.blank + tally.spoilt) } }
    }
}

fn result(say: Say, matter: &Matter) -> Markup {
    if let Some((outcome, reason)) = &matter.outcome {
        let class = match outcome {
            domain::council::Outcome::Passed => "good",
            domain::council::Outcome::Failed => "bad",
            domain::council::Outcome::Postponed => "warn",
        };
        return html! { (tag(say, class, outcome.name())) @if !reason.is_empty() { small.under.mut lang="vi" { (reason) } } };
    }
    match matter.counted() {
        Some((.., true)) => tag(say, "good", w::PASSED),
        Some((.., false)) => tag(say, "bad", w::FAILED),
        None if matter.open_ballot().is_some() => tag(say, "info", w::IS_OPEN),
        None => html! { span.st { (say.text(w::NOT_VOTED)) } },
    }
}

/// How the ballots are held, and whose letters came.
fn opening(visit: &Visit, say: Say, room: &Room) -> Markup {
    let ways: Vec<(&str, &str)> =
        Way::ALL.iter().map(|way| (way.code(), say.text(way.name()))).collect();
    let way = Field {
        hint: say.text(w::WAY_HINT),
        ..Field::new("way", say.text(w::WAY), visit.form.text("way"))
    };
    let is_running = room.matters.iter().any(|matter| matter.open_ballot().is_some());
    let takes_letters = room.matters.iter().any(|matter| matter.terms.written);
    let is_away =
        |id: Id| matches!(room.presence_of(id), Some(Presence::Absent | Presence::Excused));
    let away: Vec<_> =
        room.members.iter().filter(|member| takes_letters && is_away(member.id)).collect();
    html! {
        div.pad.form {
            (form::select(say, &way, &ways))
            @if !away.is_empty() {
                fieldset.field {
                    legend { (say.text(w::LETTERS)) }
                    @for member in away {
                        label.pick { input type="checkbox" name="written" value=(member.id); span lang="vi" { (member.named) } }
                    }
                }
            }
            div.acts { button.btn.main[!is_running] { (say.text(w::OPEN_BALLOTS)) } }
        }
    }
}

fn recusals(visit: &Visit, question: &Question, room: &Room) -> Markup {
    let say = question.say;
    let action = question.to(&format!("{}/agenda", room_path(room.id)));
    let free: Vec<(String, String)> = room
        .matters
        .iter()
        .filter(|matter| matter.ballots.is_empty())
        .map(|matter| (matter.id.to_string(), format!("{}. {}", matter.place, named(matter))))
        .collect();
    let free: Vec<(&str, &str)> = free.iter().map(|(id, name)| (&**id, &**name)).collect();
    let members: Vec<(String, &str)> =
        room.members.iter().map(|member| (member.id.to_string(), &*member.named)).collect();
    let members: Vec<(&str, &str)> = members.iter().map(|(id, name)| (&**id, *name)).collect();
    let reason = Field {
        most: 300,
        hint: say.text(w::REASON_HINT),
        ..Field::new("reason", say.text(w::REASON), visit.form.text("reason"))
    };
    let chosen = |name| {
        Field::new(
            name,
            say.text(if name == "matter" { w::ITEM } else { w::WHO }),
            visit.form.text(name),
        )
    };
    html! {
        details.sheet.more {
            summary.pad { (say.text(w::RECUSE_OR_WITHDRAW)) }
            div.grid.g2.even.pad {
                form.form method="post" action=(action) {
                    (form_key(visit)) (form::hidden("what", "recuse"))
                    h3 { (say.text(w::RECUSE)) }
                    p.mut { (say.text(w::RECUSE_LEAD)) }
                    (form::select(say, &chosen("matter"), &free))
                    (form::select(say, &chosen("member"), &members))
                    (form::input(say, &reason))
                    div.acts { button.btn { (say.text(w::RECUSE)) } }
                }
                div.gap {
                    form.form method="post" action=(action) {
                        (form_key(visit)) (form::hidden("what", "withdraw"))
                        h3 { (say.text(w::WITHDRAW)) }
                        (form::select(say, &Field { apart: "-withdraw", ..chosen("matter") }, &free))
                        div.acts { button.btn { (say.text(w::WITHDRAW)) } }
                    }
                    @for matter in &room.matters { @for recusal in matter.recusals.iter().filter(|each| !each.is_own) {
                        form method="post" action=(action) {
                            (form_key(visit)) (form::hidden("what", "return"))
                            (form::hidden("matter", &matter.id.to_string())) (form::hidden("member", &recusal.member.to_string()))
                            button.btn.bare { (say.fill(w::RETURN_VOTE, &[("item", &matter.place.to_string()),
                                ("name", room.member(recusal.member).map_or("", |member| &member.named))])) }
                        }
                    } }
                }
            }
        }
    }
}
