//! One unit: chosen award for collectives and day, the explanation, and the difference to the rules of another day.

use axum::http::StatusCode;
use axum::response::Response;
use domain::eligibility::{awards_here, compare_unit, explain_unit};
use kernel::Day;
use maud::{Markup, html};
use rules::{Award, Subject};

use super::catalogue::{chooser, day_of};
use super::person::against_field;
use super::{verdict, words as w};
use crate::frame::{self, Frame, framed};
use crate::parts::form::{self, Field};
use crate::parts::{crumbs, typed};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::words as common;

const PATH: &str = "/awards/collective";
/// The award first shown: the title of a grassroots union.
const FIRST: &str = "ctt.cdcs_hoan_thanh_xuat_sac";

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (on, bad_day) = day_of(visit);
    let awards = awards_here(&visit.app, Subject::Collective, on)?;
    let first = awards.iter().find(|award| award.code == FIRST).or(awards.first());
    let asked = visit.raw.get("award");
    let say = visit.say;
    let Some(code) = asked.or(first.map(|award| &*award.code)) else {
        return none(visit, on);
    };
    let other = visit.raw.get("against").and_then(|asked| typed::day(asked).ok());
    let ((explained, compared), head) = visit.steady(|| {
        let explained = explain_unit(&visit.app, &visit.actor, place.card.id, code, on)?;
        let compared = other
            .map(|other| compare_unit(&visit.app, &visit.actor, place.card.id, code, (on, other)))
            .transpose()?;
        Ok((explained, compared))
    })?;
    let award = visit.app.catalogue().by_code(code).map(Award::title).unwrap_or_default();
    let lead = say.fill(w::FOR_AWARD, &[("award", &award), ("day", &say.day(on))]);
    let title = format!("{} · {}", say.text(common::ELIGIBLE), place.card.name);
    let content = html! {
        (crumbs(say, &[(question.to("/honours"), say.text(common::HONOURS))], say.text(common::ELIGIBLE)))
        div.head { div { h1 lang="vi" { (place.card.name) } p { (lead) } } }
        div.gap {
            (chooser(visit, PATH, bad_day.as_ref(), &html! {
                (form::hidden("unit", &place.card.code))
                (award_field(visit, &awards, code))
                (against_field(visit))
            }))
            (verdict::whole(say, &explained))
            @if let Some(told) = &compared { (verdict::difference(say, told)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    let status = if bad_day.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond(status, frame::page(&frame, &title, &content)))
}

fn award_field(visit: &Visit, awards: &[&Award], chosen: &str) -> Markup {
    let say = visit.say;
    let titles: Vec<(&str, String)> =
        awards.iter().map(|award| (award.code.as_str(), award.title())).collect();
    let choices: Vec<(&str, &str)> =
        titles.iter().map(|(code, title)| (*code, title.as_str())).collect();
    form::select(say, &Field::new("award", say.text(w::CHOOSE), chosen), &choices)
}

/// A day on which no collective could be given anything.
fn none(visit: &Visit, on: Day) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let say = visit.say;
    let content = html! {
        div.head { div { h1 lang="vi" { (place.card.name) } p { (say.day(on)) } } }
        (chooser(visit, PATH, None, &form::hidden("unit", &place.card.code)))
        div.empty { h2 { (say.text(w::NONE)) } p { (say.text(w::NONE_DO)) } }
    };
    framed(visit, (&question, Some(&place)), StatusCode::OK, say.text(common::ELIGIBLE), &content)
}
