//! The voter's own page, made for a telephone: choose, look again, vote. Nothing is kept of a choice before
//! the vote, and nothing is told of it afterwards.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::award_name;
use domain::council::{Choice, OwnBallot, cast, own_ballots};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::words as w;
use crate::frame::{form_key, unplaced};
use crate::me::owner;
use crate::parts::form;
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

const PATH: &str = "/vote";

/// The page. It is a person's at a browser: a program has no vote.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    show(visit, StatusCode::OK, None)
}

/// Shows what was chosen, or casts it once it was confirmed.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let votes = chosen(visit);
    let is_again = visit.form.some("back").is_some();
    if is_again {
        return show(visit, StatusCode::OK, None);
    }
    if visit.form.some("sure").is_none() && !votes.is_empty() {
        return look(visit, &votes);
    }
    carried_out(
        visit,
        cast(&visit.app, &visit.actor, &votes),
        |()| visit.done(PATH, visit.say.text(w::VOTED)),
        show,
    )
}

/// What was chosen, ballot by ballot.
fn chosen(visit: &Visit) -> Vec<(Id, Choice)> {
    let votes = visit.form.fields().filter_map(|(name, value)| {
        Some((Id::parse(name.strip_prefix("b-")?)?, Choice::from_code(value)?))
    });
    votes.collect()
}

fn about(ballot: &OwnBallot) -> Markup {
    let award = ballot.award.as_deref().map(award_name);
    html! {
        @if ballot.subject.is_empty() { b lang="vi" { (award.unwrap_or(&ballot.title)) } }
        @else { b lang="vi" { (ballot.subject) } @if let Some(award) = award { span.under lang="vi" { (award) } } }
        @if award.is_some() || !ballot.subject.is_empty() { small.under.mut lang="vi" { (ballot.title) } }
    }
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let say = visit.say;
    let ballots = own_ballots(&visit.app, &visit.actor)?;
    let open = ballots.iter().filter(|ballot| !ballot.has_voted && !ballot.is_lost);
    let open: Vec<&OwnBallot> = open.collect();
    let done: Vec<&OwnBallot> =
        ballots.iter().filter(|ballot| ballot.has_voted && !ballot.is_lost).collect();
    let votes = chosen(visit);
    let content = html! {
        div.head { div { h1 { (say.text(w::VOTE)) } @if let Some(first) = ballots.first() {
            p lang="vi" { (first.session.0) ", " (say.day(first.session.2)) }
        } } }
        div.gap.ballots {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            @if ballots.iter().any(|ballot| ballot.is_lost) {
                p.note.warn { i.i.i-warn.warn aria-hidden="true" {} span { (say.text(w::LOST_VOTER)) } }
            }
            @if open.is_empty() { (nothing(visit, &done)) } @else { (ballot_form(visit, &open, &votes)) }
            @if !done.is_empty() && !open.is_empty() { (voted(visit, &done)) }
        }
    };
    unplaced(visit, status, say.text(w::VOTE), &content)
}

fn nothing(visit: &Visit, done: &[&OwnBallot]) -> Markup {
    let say = visit.say;
    html! {
        section.sheet { div.empty {
            @if done.is_empty() {
                h2 { (say.text(w::NOTHING_OPEN)) } p { (say.text(w::NOTHING_OPEN_DO)) }
            } @else {
                i.i.i-check.good aria-hidden="true" {}
                h2 { (say.text(w::VOTED)) } p { (say.fill(w::VOTED_ALL, &[("n", &say.number(done.len() as i64))])) }
            }
            a.btn href=(PATH) { (say.text(w::LOOK_AGAIN)) }
        } }
    }
}

fn voted(visit: &Visit, done: &[&OwnBallot]) -> Markup {
    let say = visit.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::VOTED)) } }
            ul.rows { @for ballot in done { li { span { (about(ballot)) } } } }
        }
    }
}

fn ballot_form(visit: &Visit, open: &[&OwnBallot], votes: &[(Id, Choice)]) -> Markup {
    let say = visit.say;
    html! {
        form.gap method="post" action=(PATH) autocomplete="off" {
            (form_key(visit))
            @for ballot in open {
                @let before = votes.iter().find(|(id, _)| *id == ballot.id).map(|(_, choice)| *choice);
                fieldset.sheet.ballot {
                    legend.vh { (ballot.subject) " " (ballot.title) }
                    div.pad {
                        p { (about(ballot)) }
                        p.small.mut { (say.text(if ballot.secret { w::SECRET_VOTER } else { w::OPEN_VOTER })) }
                        div.choices { @for choice in Choice::ALL {
                            label { input type="radio" name={ "b-" (ballot.id) } value=(choice.code()) checked[before == Some(*choice)];
                                span { (say.text(choice.name())) } }
                        } }
                    }
                }
            }
            div.acts { button.btn.main.wide { (say.text(w::LOOK_OVER)) } }
        }
    }
}

/// What was chosen, to be looked at once more.
fn look(visit: &Visit, votes: &[(Id, Choice)]) -> Result<Response, Problem> {
    let say = visit.say;
    let ballots = own_ballots(&visit.app, &visit.actor)?;
    let left = ballots.iter().filter(|ballot| !ballot.has_voted && !ballot.is_lost);
    let left = left.filter(|ballot| votes.iter().all(|(id, _)| *id != ballot.id)).count();
    let content = html! {
        div.head { div { h1 { (say.text(w::SURE)) } p { (say.text(w::SURE_LEAD)) } } }
        form.gap.ballots method="post" action=(PATH) autocomplete="off" {
            (form_key(visit))
            section.sheet { ul.rows { @for (id, choice) in votes {
                @if let Some(ballot) = ballots.iter().find(|ballot| ballot.id == *id) {
                    li { span {
                        (about(ballot))
                        span.under.chosen { (say.text(choice.name())) }
                        (form::hidden(&format!("b-{id}"), choice.code()))
                    } }
                }
            } } }
            @if left > 0 { p.note { i.i.i-info aria-hidden="true" {} span { (say.fill(w::LEFT_OUT, &[("n", &say.number(left as i64))])) } } }
            div.acts {
                button.btn.main.wide name="sure" value="1" { (say.text(w::CAST)) }
                button.btn.wide name="back" value="1" { (say.text(w::CHOOSE_AGAIN)) }
            }
        }
    };
    unplaced(visit, StatusCode::OK, say.text(w::SURE), &content)
}
