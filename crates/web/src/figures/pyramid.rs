//! Members by age and sex: women to the left, men to the right of the ages, and the same as a table.

use axum::http::StatusCode;
use axum::response::Response;
use domain::figures::{AgeBand, Ages, FigureSet, ages, figure};
use maud::{Markup, html};

use super::{answers, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;
use crate::words as common;

/// Members up to which ages are worked out unasked: at some 0,4 µs each, under a twentieth of a second.
const MEMBERS_UNASKED: i64 = 100_000;
/// The page that counts them nevertheless.
pub(super) const PATH: &str = "/figures/ages";
/// The longest bar, in the units of the picture.
const LONGEST: i64 = 170;

/// What is known of the ages of a scope.
pub(super) enum Told {
    /// The members by age.
    Known(Ages),
    /// So many members that their ages wait to be asked for.
    Large(i64),
}

/// The ages of the scope; none where people cannot tell them: another view, an earlier knowledge, a column.
pub(super) fn gather(
    visit: &Visit,
    question: &Question,
    place: &Place,
    set: &FigureSet,
) -> Result<Option<Told>, Problem> {
    let Some(members) = answers::value(set, "members.closing") else { return Ok(None) };
    let is_plain = question.view == ledger::views::View::Was
        && question.known_at.is_none()
        && question.column_names().is_empty();
    if !is_plain || members == 0 {
        return Ok(None);
    }
    if members > MEMBERS_UNASKED {
        return Ok(Some(Told::Large(members)));
    }
    counted(visit, question, place, members).map(|told| told.map(Told::Known))
}

/// The ages, counted however many members there are.
fn counted(
    visit: &Visit,
    question: &Question,
    place: &Place,
    members: i64,
) -> Result<Option<Ages>, Problem> {
    let told = ages(&visit.app, &visit.actor, &question.query(&place.card.code))?;
    // People who do not add up to the figure would be a second truth beside it.
    Ok(told.filter(|ages| ages.total == members))
}

/// The sheet.
pub(super) fn sheet(question: &Question, told: &Told) -> Markup {
    let say = question.say;
    html! {
        section.sheet aria-labelledby="tuoi" {
            header { h2 id="tuoi" { (say.text(words::BY_AGE)) } a href=(question.to(PATH)) { (say.text(words::AGES_PAGE)) }
                p { (say.text(words::AGE_IS)) } }
            @match told {
                Told::Large(members) => div.pad {
                    p { (say.fill(words::AGES_LARGE, &[("n", &say.number(*members))])) }
                    p { a href=(question.to(PATH)) { (say.text(words::AGES_ASK)) } }
                },
                Told::Known(ages) => (shown(say, ages, false)),
            }
        }
    }
}

/// The page of its own: the picture, and the numbers open beside it.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    if let Some(moved) = answers::lasting_address(visit, &question) {
        return Ok(moved);
    }
    let query = question.query(&place.card.code);
    let gather = || {
        let set = figure(&visit.app, &visit.actor, "members.closing", &query)?;
        match answers::value(&set, "members.closing") {
            Some(members) => counted(visit, &question, &place, members),
            None => Ok(None),
        }
    };
    let (told, head) = visit.steady(gather)?;
    let say = question.say;
    let (title, day) = (say.text(words::BY_AGE), say.day(question.last_day()));
    let lead = say.fill(words::AGES_LEAD, &[("unit", &place.card.name), ("day", &day)]);
    let content = html! {
        (super::crumbs(visit, &question, &place))
        div.head { div { h1 { (title) } p { (lead) " " (say.text(words::AGE_IS)) "." } }
            div.acts { (crate::print::button(visit, crate::print::FIGURES)) } }
        section.sheet.ages aria-label=(title) {
            @match &told {
                Some(ages) => (shown(say, ages, true)),
                None => div.empty { h2 { (say.text(words::AGES_NO)) } p { (say.text(words::AGES_NO_DO)) } },
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    let named = format!("{title} · {}", place.card.name);
    Ok(respond(StatusCode::OK, frame::page(&frame, &named, &content)))
}

fn shown(say: Say, ages: &Ages, open: bool) -> Markup {
    html! {
        @if ages.unknown == ages.total { p.pad.mut { (say.text(words::AGES_UNKNOWN)) } }
        @else { div.pad { (picture(say, ages)) (numbers(say, ages, open)) } }
    }
}

fn sums(ages: &Ages) -> (i64, i64) {
    ages.bands.iter().fold((0, 0), |(women, men), band| (women + band.women, men + band.men))
}

fn band_name(say: Say, band: &AgeBand) -> String {
    match (band.from, band.to) {
        (0, Some(to)) => say.fill(words::UNDER_AGE, &[("age", &(to + 1).to_string())]),
        (from, Some(to)) => format!("{from}–{to}"),
        (from, None) => say.fill(words::AGE_AND_OVER, &[("age", &from.to_string())]),
    }
}

fn picture(say: Say, ages: &Ages) -> Markup {
    let (women, men) = sums(ages);
    let most = ages.bands.iter().map(|band| band.women.max(band.men)).max().unwrap_or(0).max(1);
    let long = |members: i64| (i128::from(members) * i128::from(LONGEST) / i128::from(most)) as i64;
    let [w, m] = [women, men].map(|count| say.number(count));
    html! {
        p.key-list { span { i.c {} (say.text(words::WOMEN)) " " (w) } span { i {} (say.text(words::MEN)) " " (m) } }
        svg.ch viewBox="0 0 500 208" role="img" aria-labelledby="thap-tuoi" {
            title id="thap-tuoi" { (say.fill(words::AGES_SAY, &[("women", &w), ("men", &m)])) }
            path.ax0 d="M222 2V206M298 2V206" {}
            @for (place, band) in ages.bands.iter().rev().enumerate() {
                @let y = 6 + 25 * place as i64;
                @let (left, right) = (long(band.women), long(band.men));
                rect.c x=(222 - left) y=(y) width=(left) height="17" {}
                rect.a x="298" y=(y) width=(right) height="17" {}
                text x="260" y=(y + 13) text-anchor="middle" { (band_name(say, band)) }
                text.s x=(216 - left) y=(y + 13) text-anchor="end" { (say.number(band.women)) }
                text.s x=(304 + right) y=(y + 13) { (say.number(band.men)) }
            }
        }
    }
}

fn numbers(say: Say, ages: &Ages, open: bool) -> Markup {
    html! {
        @if ages.unknown > 0 {
            p.small.mut { (say.fill(words::AGE_NOT_KNOWN, &[("n", &say.number(ages.unknown))])) }
        }
        details.more open[open] {
            summary { (say.text(common::SEE_NUMBERS)) }
            table.dense {
                caption.vh { (say.text(words::BY_AGE)) }
                thead { tr {
                    th scope="col" { (say.text(words::AGE)) }
                    th.n scope="col" { (say.text(words::WOMEN)) }
                    th.n scope="col" { (say.text(words::MEN)) }
                } }
                tbody { @for band in &ages.bands { tr {
                    th scope="row" { (band_name(say, band)) }
                    td.n { (say.number(band.women)) }
                    td.n { (say.number(band.men)) }
                } } }
            }
        }
    }
}
