//! The catalogue: titles and forms of a day, each with its rule, source and mark.

use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Day, Refusal};
use maud::{Markup, html};
use rules::{Award, Case, Catalogue, Subject};

use super::words as w;
use crate::address::Question;
use crate::frame::framed;
use crate::parts::form::{self, Field};
use crate::parts::typed;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::words as common;

/// The day of an address, `on=20/12/2023`; today without one.
pub(super) fn day_of(visit: &Visit) -> (Day, Option<Refusal>) {
    let asked = visit.raw.get("on").unwrap_or_default();
    if asked.is_empty() {
        return (visit.today, None);
    }
    match typed::day(asked) {
        Ok(day) => (day, None),
        Err(refusal) => (visit.today, Some(refusal)),
    }
}

/// The chooser of a day.
pub(super) fn chooser(
    visit: &Visit,
    action: &str,
    refusal: Option<&Refusal>,
    more: &Markup,
) -> Markup {
    let say = visit.say;
    let asked = visit.raw.get("on").unwrap_or_default();
    let error = refusal.map(|refusal| &*refusal.message);
    let field = Field {
        error,
        most: 10,
        is_optional: true,
        hint: say.text(w::ON_HINT),
        ..Field::new("on", say.text(w::ON), asked)
    };
    html! {
        @if let Some(refusal) = refusal { (form::refused(say, refusal, Some("on"))) }
        section.sheet.no-print { form.form.pad method="get" action=(action) {
            @if say != Say::default() { (form::hidden("lang", say.code())) }
            (more)
            (form::input(say, &field))
            (form::acts(say, w::SHOW, None))
        } }
    }
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let say = visit.say;
    let (on, refusal) = day_of(visit);
    let catalogue = visit.app.catalogue();
    let (titles, forms): (Vec<&Award>, Vec<&Award>) =
        catalogue.on(on).partition(|award| award.is_title());
    let number = |list: &[&Award]| say.number(list.len() as i64);
    let lead = say.fill(
        w::LEAD,
        &[("day", &say.day(on)), ("titles", &number(&titles)), ("forms", &number(&forms))],
    );
    let content = html! {
        div.head {
            div { h1 { (say.text(common::AWARDS)) } p { (lead) } }
            @if visit.actor.may(kernel::Power::ReadPeople) {
                div.acts { a.btn href=(question.to("/awards/eligibility")) { (say.text(w::CANDIDATES)) } }
            }
        }
        div.gap {
            (chooser(visit, "/awards", refusal.as_ref(), &html! {}))
            @if titles.is_empty() && forms.is_empty() {
                div.empty { h2 { (say.text(w::NONE)) } p { (say.text(w::NONE_DO)) } }
            }
            (table(&question, catalogue, say.text(w::TITLES), &titles, on))
            (table(&question, catalogue, say.text(w::FORMS), &forms, on))
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    framed(visit, (&question, None), status, say.text(common::AWARDS), &content)
}

/// The address of an award, on the day shown.
pub(super) fn award_at(question: &Question, code: &str, on: Day) -> String {
    let path = format!("/awards/{code}");
    if on == question.today {
        question.to(&path)
    } else {
        question.to_with(&path, &[("on", &on.vi())])
    }
}

/// For whom, in words.
pub(super) fn subjects(say: Say, award: &Award) -> String {
    let names: Vec<&str> = award.subjects.iter().map(|each| say.text(each.name())).collect();
    names.join(", ")
}

fn table(
    question: &Question,
    catalogue: &Catalogue,
    title: &str,
    awards: &[&Award],
    on: Day,
) -> Markup {
    let say = question.say;
    html! {
        @if !awards.is_empty() { section.sheet {
            header { h2 { (title) } }
            div.tw { table.stack {
                caption.vh { (title) }
                thead { tr {
                    th scope="col" { (say.text(w::AWARD)) }
                    th scope="col" { (say.text(w::FOR)) }
                    th scope="col" { (say.text(w::DECIDED_BY)) }
                    th scope="col" { (say.text(w::RULE)) }
                    th scope="col" { (say.text(w::SOURCE)) }
                    th scope="col" { (say.text(w::MARK)) }
                } }
                tbody { @for award in awards { tr {
                    th scope="row" lang="vi" { a href=(award_at(question, &award.code, on)) { (award.title()) } }
                    td data-l=(say.text(w::FOR)) { (subjects(say, award)) }
                    td data-l=(say.text(w::DECIDED_BY)) { (say.text(award.level.name())) }
                    td data-l=(say.text(w::RULE)) { (rule_of(say, catalogue, award, on)) }
                    td data-l=(say.text(w::SOURCE)) { span lang="vi" { (award.source) } }
                    td data-l=(say.text(w::MARK)) { (say.text(award.source.mark.meaning())) }
                } } }
            } }
        } }
    }
}

/// How many conditions that count there are, over the subjects of the award.
fn rule_of(say: Say, catalogue: &Catalogue, award: &Award, on: Day) -> Markup {
    let count = |subject: &Subject| {
        let case = Case { award: &award.code, subject: *subject, on, year: on.year(), owners: &[] };
        let rules = catalogue.rules_for(case).into_iter();
        let own = rules.filter(|rule| rule.decides() && rule.award != rules::rule::For::Every);
        own.map(|rule| rule.conditions.len()).sum::<usize>()
    };
    let all: usize = award.subjects.iter().map(count).sum();
    html! {
        @if all == 0 { span.mut { (say.text(w::NO_RULE)) } }
        @else { (say.fill(w::RULE_N, &[("n", &say.number(all as i64))])) }
    }
}
