//! One person: chosen award and day, the explanation, the records it rests on, and the form for more of them.

use axum::http::StatusCode;
use axum::response::Response;
use domain::eligibility::{
    Explained, Record, RecordSort, awards_here, compare, explain, name_of_kind, records_of,
};
use domain::people::{Profile, profile};
use kernel::{Day, Refusal};
use maud::{Markup, html};
use rules::{Award, Subject};

use super::catalogue::{chooser, day_of};
use super::{record, verdict, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::members::person_of;
use crate::parts::form::{self, Field};
use crate::parts::{crumbs, typed};
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::words as common;

/// The award first shown: the reference case.
pub(super) const FIRST: &str = "tld.ky_niem_chuong";

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The field that chooses an award.
pub(super) fn award_field(visit: &Visit, on: Day, chosen: &str) -> Result<Markup, Problem> {
    let say = visit.say;
    let awards = awards_here(&visit.app, Subject::Person, on)?;
    let titles: Vec<(&str, String)> =
        awards.iter().map(|award| (award.code.as_str(), award.title())).collect();
    let choices: Vec<(&str, &str)> =
        titles.iter().map(|(code, title)| (*code, title.as_str())).collect();
    Ok(form::select(say, &Field::new("award", say.text(w::CHOOSE), chosen), &choices))
}

/// The field for another day whose rules the case is compared by.
pub(super) fn against_field(visit: &Visit) -> Markup {
    let say = visit.say;
    let typed = visit.raw.get("against").unwrap_or_default();
    let field = Field {
        is_optional: true,
        most: 10,
        hint: say.text(w::AGAINST_HINT),
        ..Field::new("against", say.text(w::AGAINST), typed)
    };
    form::input(say, &field)
}

/// The page, with what was refused of its form.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let person = person_of(visit)?;
    let (question, _) = visit.raw.understood(visit.today);
    let (on, bad_day) = day_of(visit);
    let code = visit.raw.get("award").unwrap_or(FIRST);
    let told = profile(&visit.app, &visit.actor, person)?;
    let records = records_of(&visit.app, &visit.actor, person)?;
    let explained = explain(&visit.app, &visit.actor, person, code, on)?;
    // A day that cannot be read is left out: the field shows it again.
    let other = visit.raw.get("against").and_then(|asked| typed::day(asked).ok());
    let compared = other
        .map(|other| compare(&visit.app, &visit.actor, person, code, (on, other)))
        .transpose()?;
    let say = visit.say;
    let title = format!("{} · {}", say.text(common::ELIGIBLE), told.facts.name);
    let award = visit.app.catalogue().by_code(code).map(Award::title).unwrap_or_default();
    let here = format!("/members/{person}/eligibility");
    let lead = say.fill(w::FOR_AWARD, &[("award", &award), ("day", &say.day(on))]);
    let content = html! {
        (crumbs(say, &[
            (question.to("/members"), say.text(common::MEMBERS)),
            (question.to(&format!("/members/{person}")), &told.facts.name),
        ], say.text(common::ELIGIBLE)))
        div.head { div { h1 { (told.facts.name) } p { (lead) } } }
        div.gap {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, record::field_of(refusal))) }
            (chooser(visit, &here, bad_day.as_ref(), &html! {
                (award_field(visit, on, code)?)
                (against_field(visit))
            }))
            (verdict::whole(say, &explained))
            @if let Some(told) = &compared { (verdict::difference(say, told)) }
            (kept(visit, &question, &told, (&records, &explained), refusal))
        }
    };
    let status = if bad_day.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { status };
    framed(visit, (&question, None), status, &title, &content)
}

fn kept(
    visit: &Visit,
    question: &Question,
    told: &Profile,
    (records, explained): (&[Record], &Explained),
    refusal: Option<&Refusal>,
) -> Markup {
    let say = visit.say;
    html! {
        (verdict::service(say, explained))
        section.sheet id="ho-so" {
            header { h2 { (say.text(w::RECORDS)) } }
            @if records.is_empty() {
                div.empty { p { b { (say.text(w::NO_RECORDS)) } } p { (say.text(w::NO_RECORDS_DO)) } }
            } @else { div.tw { table.stack {
                caption.vh { (say.text(w::RECORDS)) }
                thead { tr {
                    th scope="col" { (say.text(w::WHAT)) }
                    th scope="col" { (say.text(w::STRETCH)) }
                    th scope="col" { (say.text(w::SOURCE)) }
                    @if told.may_record { th scope="col" { span.vh { (say.text(w::WITHDRAW)) } } }
                } }
                tbody { @for each in records { (line(visit, question, told, each)) } }
            } } }
        }
        @if told.may_record { (record::fields(visit, told.id, refusal)) }
    }
}

fn days(say: Say, record: &Record) -> String {
    match (record.sort, record.until) {
        (RecordSort::Grade, _) => record.from.year().to_string(),
        (RecordSort::Checked, _) => say.day(record.from),
        (_, Some(until)) => format!("{}–{}", say.day(record.from), say.day(until.previous())),
        (_, None) => format!("{}–", say.day(record.from)),
    }
}

fn line(visit: &Visit, question: &Question, told: &Profile, record: &Record) -> Markup {
    let say = question.say;
    html! { tr {
        th scope="row" {
            (say.text(name_of_kind(record.sort, &record.kind)))
            @if let Some(title) = &record.title { ": " (title) }
            " " small.mut { (say.text(record.sort.name())) }
        }
        td data-l=(say.text(w::STRETCH)) { (days(say, record)) }
        td data-l=(say.text(w::SOURCE)) { (record.document.as_deref().unwrap_or("–")) }
        @if told.may_record { td {
            form method="post" action={ "/members/" (told.id) "/eligibility" } {
                (form_key(visit)) (form::hidden("withdraw", &record.id.to_string()))
                button.btn.bare { (say.text(w::WITHDRAW)) }
            }
        } }
    } }
}
