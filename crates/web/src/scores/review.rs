//! The review of a card, side by side with what the unit gave itself.

use axum::response::Response;
use domain::scores::{Card, Group, Hand, Item, State, card, reopen, review, send_back};
use kernel::Refusal;
use maud::{Markup, html};

use super::card::{Tried, asked, conditions, heading, show, typed};
use super::page::{id_of, must_record};
use super::words as w;
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Records the review, or sends the card back, or takes it up again.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    let (app, actor) = (&visit.app, &visit.actor);
    let act = visit.form.text("act");
    let note = visit.form.text("note");
    let written = || -> Result<(), domain::Error> {
        match act {
            "return" => send_back(app, actor, id, note),
            "reopen" => reopen(app, actor, id, note),
            _ => {
                let shown = card(app, actor, id)?;
                let (marks, answers) = typed(visit, &shown)?;
                review(app, actor, id, (&marks, &answers), visit.form.some("note"))
            }
        }
    };
    carried_out(
        visit,
        written(),
        |()| {
            let unit = card(app, actor, id)?.unit.2;
            let told = match act {
                "return" => w::SENT_BACK,
                "reopen" => w::REOPENED,
                _ => w::REVIEW_DONE,
            };
            let message = visit.say.fill(told, &[("unit", &unit)]);
            visit.done(&visit.raw.to(&format!("/scores/cards/{id}")), &message)
        },
        |visit, status, no| show(visit, status, no.map(|no| (Tried::Review, no))),
    )
}

fn action(question: &Question, shown: &Card) -> String {
    question.to(&format!("/scores/cards/{}/review", shown.id))
}

/// The sheet side by side: what the unit gave, what the review gives, why.
pub(super) fn sheet(
    visit: &Visit,
    question: &Question,
    shown: &Card,
    refusal: Option<&Refusal>,
) -> Markup {
    let say = question.say;
    html! {
        form.gap method="post" action=(action(question, shown)) {
            (form_key(visit))
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            section.sheet {
                header { h2 lang="vi" { (shown.sheet.head.name) } p { (say.text(w::REVIEW_LEAD)) } }
                div.tw { table.stack.marks {
                    caption.vh { (shown.sheet.head.name) }
                    thead { tr {
                        th scope="col" { (say.text(w::ITEM)) }
                        th.n scope="col" { (say.text(w::MOST)) }
                        th.n scope="col" { (say.text(w::OWN)) }
                        th.n scope="col" { (say.text(w::REVIEWED)) }
                        th scope="col" { (say.text(w::REASON)) }
                    } }
                    tbody { @for group in &shown.sheet.body.groups {
                        (heading(question, shown, group))
                        @for item in shown.sheet.body.items_of(&group.code) { (row(visit, question, shown, group, item)) }
                    } }
                } }
            }
            (conditions(visit, question, shown, true, true))
            div.acts { button.btn.main name="act" value="review" { (say.text(w::DO_REVIEW)) } }
        }
    }
}

fn row(visit: &Visit, question: &Question, shown: &Card, group: &Group, item: &Item) -> Markup {
    let say = question.say;
    let own = shown.mark(Hand::Own, &item.code);
    let later = shown.mark(if group.by_council { Hand::Bonus } else { Hand::Review }, &item.code);
    let stands = later.or(own).map(|mark| say.points(mark.points)).unwrap_or_default();
    let (name, why) = (format!("p-{}", item.code), format!("pr-{}", item.code));
    let sent =
        |name: &str| visit.form.fields().find(|(field, _)| *field == name).map(|(_, typed)| typed);
    let reason = later.and_then(|mark| mark.reason.as_deref()).unwrap_or_default();
    html! { tr {
        th scope="row" lang="vi" { (asked(question, shown, item)) }
        td.n data-l=(say.text(w::MOST)) { span { (say.points(item.most)) } }
        td.n data-l=(say.text(w::OWN)) { span { (own.map_or_else(|| "–".to_owned(), |mark| say.points(mark.points))) } }
        td.n data-l=(say.text(w::REVIEWED)) {
            input.w8 name=(name) inputmode="decimal" maxlength="7" autocomplete="off"
                aria-label={ (say.text(w::REVIEWED)) ": " (item.text) } value=(sent(&name).unwrap_or(&stands));
        }
        td.full data-l=(say.text(w::REASON)) {
            input name=(why) maxlength="500" autocomplete="off" aria-label={ (say.text(w::REASON)) ": " (item.text) }
                value=(sent(&why).unwrap_or(reason));
        }
    } }
}

/// Sending back, and taking up again.
pub(super) fn steps(
    visit: &Visit,
    question: &Question,
    shown: &Card,
    refusal: Option<&Refusal>,
) -> Markup {
    let say = question.say;
    let (act, verb) = match shown.state {
        State::Submitted => ("return", w::DO_RETURN),
        State::Reviewed => ("reopen", w::DO_REOPEN),
        State::Open | State::Returned | State::Ranked => return html! {},
    };
    let note = Field {
        most: 500,
        hint: say.text(w::NOTE_HINT),
        ..Field::new("note", say.text(w::NOTE), visit.form.text("note"))
    };
    html! {
        details.sheet.more open[refusal.is_some() && visit.form.text("act") == act] {
            summary.pad { (say.text(verb)) }
            form.form.pad method="post" action=(action(question, shown)) {
                (form_key(visit))
                (form::area(say, &note, 2))
                div.acts { button.btn name="act" value=(act) { (say.text(verb)) } }
            }
        }
    }
}
