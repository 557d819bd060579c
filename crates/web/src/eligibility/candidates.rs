//! The people of a unit by outcome for an award: who might be proposed, as of a day.

use axum::http::StatusCode;
use axum::response::Response;
use domain::eligibility::{Against, Candidate, Candidates, against, candidates};
use kernel::Day;
use maud::{Markup, html};
use rules::{Award, State};

use super::catalogue::{chooser, day_of};
use super::person::{FIRST, against_field, award_field};
use super::{verdict, words as w};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{Page, form, pager, typed};
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// Rows of a page.
const ROWS: usize = 50;
const PATH: &str = "/awards/eligibility";

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (on, bad_day) = day_of(visit);
    let code = visit.raw.get("award").unwrap_or(FIRST);
    let number = visit.raw.page("page")?;
    let first = (number - 1) * ROWS;
    // A day that cannot be read is left out: the field shows it again.
    let other = visit.raw.get("against").and_then(|asked| typed::day(asked).ok());
    let ((found, held), head) = visit.steady(|| {
        let (app, actor) = (&visit.app, &visit.actor);
        let found = candidates(app, actor, place.card.id, (code, on), (first, ROWS))?;
        let held = other
            .map(|other| against(app, actor, &place.card.code, (code, true), (on, other)))
            .transpose()?;
        Ok((found, held))
    })?;
    let say = visit.say;
    let award = visit.app.catalogue().by_code(code).map(Award::title).unwrap_or_default();
    let title = say.fill(w::FOR_AWARD, &[("award", &award), ("day", &say.day(on))]);
    let n = say.number(found.on_record as i64);
    let lead =
        say.fill(w::OF_UNIT, &[("unit", &place.card.name), ("day", &say.day(on)), ("n", &n)]);
    let more = html! {
        (form::hidden("unit", &place.card.code))
        (award_field(visit, on, code)?)
        (against_field(visit))
    };
    let content = html! {
        div.head { div { h1 { (title) } p { (lead) " " (say.text(w::ONLY_RECORDED)) } } }
        div.gap {
            (chooser(visit, PATH, bad_day.as_ref(), &more))
            @if found.on_record == 0 {
                div.empty { h2 { (say.text(w::NOBODY)) } p { (say.text(w::NOBODY_DO)) } }
            } @else {
                (outcomes(&question, &found))
                @if let (Some(told), Some(other)) = (&held, other) { (difference(&question, told, (on, other))) }
                (list(visit, &question, &found, (code, number, first)))
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    let status = if bad_day.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond(status, frame::page(&frame, &title, &content)))
}

const STATES: [State; 6] = [
    State::Eligible,
    State::MeetsKnown,
    State::NeedsEvidence,
    State::OnHold,
    State::NotEligible,
    State::NoRule,
];

fn state_of(code: &str) -> State {
    STATES.into_iter().find(|state| state.code() == code).unwrap_or(State::NoRule)
}

fn outcomes(question: &Question, found: &Candidates) -> Markup {
    let say = question.say;
    html! {
        p { @for (code, count) in found.counts.iter().filter(|(_, count)| *count > 0) {
            (verdict::state(say, state_of(code))) " " b { (say.number(*count as i64)) } " "
        } }
        @if found.cut { div.note { p { (say.text(w::CUT)) } } }
    }
}

/// The same people by the rules of another day, and who comes out otherwise.
fn difference(question: &Question, told: &Against, (on, other): (Day, Day)) -> Markup {
    let say = question.say;
    let places = [("on", &*say.day(on)), ("other", &*say.day(other))];
    html! {
        section.sheet id="so-sanh" {
            header { h2 { (say.text(w::DIFFERENCE)) } p { (say.fill(w::BY_BOTH, &places)) } }
            ul.rows { @for (first, second, count) in &told.counts { li {
                span { (verdict::state(say, state_of(first))) " → " (verdict::state(say, state_of(second))) }
                b { (say.number(*count as i64)) }
            } } }
            @if told.otherwise.is_empty() { p.pad.mut { (say.text(w::NOBODY_OTHERWISE)) } }
            @else { ul.rows { @for each in &told.otherwise { li {
                span {
                    a href=(question.to(&format!("/members/{}/eligibility", each.person))) { (each.name) }
                    small.under.mut lang="vi" { (each.unit) }
                }
                span { (verdict::state(say, state_of(each.first))) " → " (verdict::state(say, state_of(each.second))) }
            } } } }
        }
    }
}

fn list(
    visit: &Visit,
    question: &Question,
    found: &Candidates,
    (code, number, first): (&str, usize, usize),
) -> Markup {
    let say = question.say;
    let last = first + found.rows.len();
    let range = format!(
        "{}–{} / {}",
        say.number((first + 1) as i64),
        say.number(last as i64),
        say.number(found.on_record as i64)
    );
    let on = visit.raw.get("on").unwrap_or_default();
    let keep = [("award", code), ("on", on)];
    let keep = if on.is_empty() { &keep[..1] } else { &keep[..] };
    let page = Page {
        field: "page",
        number,
        more: last < found.on_record,
        range,
        keep,
        anchor: "danh-sach",
    };
    html! {
        section.sheet id="danh-sach" {
            header { h2 { (say.text(w::LIST)) } }
            div.tw { table.stack {
                caption.vh { (say.text(w::LIST)) }
                thead { tr {
                    th scope="col" { (say.text(w::NAME)) }
                    th scope="col" { (say.text(w::UNION)) }
                    th scope="col" { (say.text(w::OUTCOME)) }
                    th.n scope="col" { (say.text(w::MONTHS)) }
                } }
                tbody { @for each in &found.rows { (row(question, each, keep)) } }
            } }
            @if found.on_record > ROWS { (pager(question, PATH, &page)) }
        }
    }
}

fn row(question: &Question, each: &Candidate, keep: &[(&str, &str)]) -> Markup {
    let say = question.say;
    let path = format!("/members/{}/eligibility", each.person);
    html! { tr {
        th scope="row" { a href=(question.to_with(&path, keep)) { (each.name) } }
        td data-l=(say.text(w::UNION)) { (each.unit) }
        td data-l=(say.text(w::OUTCOME)) { (verdict::state(say, state_of(each.state))) }
        td.n data-l=(say.text(w::MONTHS)) { (say.number(each.service_months)) }
    } }
}
