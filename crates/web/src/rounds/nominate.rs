//! Nominating, step by step: for which award, whom, what the rules say, and then the file is begun.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{Subject, award, award_name};
use domain::people::person_card;
use domain::rounds::{
    NewNomination, PersonNear, Round, nominate, nomination, people_near, preview, round,
};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{crumbs, id_of, must_record, nomination_at, round_at, to_list};
use super::{call, words as w};
use crate::address::Question;
use crate::eligibility;
use crate::frame::{form_key, framed, hidden};
use crate::parts::form::{self, Field};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;
use crate::units::Place;

/// What was asked so far, from the address or from a form that was refused.
struct Asked {
    award: String,
    subject: Subject,
    person: Option<Id>,
    unit: String,
    named: String,
    after: Option<Id>,
}

impl Asked {
    fn read(visit: &Visit) -> Self {
        let text = |field: &str| {
            let typed = visit.form.some(field).or(visit.raw.get(field));
            typed.unwrap_or_default().trim().to_owned()
        };
        Self {
            award: text("award"),
            subject: Subject::from_code(&text("subject")).unwrap_or(Subject::Person),
            person: Id::parse(&text("person")),
            unit: text("of"),
            named: text("named"),
            after: Id::parse(&text("after")),
        }
    }
}

/// The steps.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Begins the file.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    let round = id_of(visit)?;
    let asked = Asked::read(visit);
    let told = || -> Result<Id, domain::Error> {
        let of_unit = unit_of(visit, &place, &asked)?;
        let new = NewNomination {
            round,
            unit: place.card.id,
            award: asked.award.clone(),
            subject: asked.subject,
            of_unit,
            person: asked.person,
            named: Some(asked.named.clone()).filter(|named| !named.is_empty()),
            achievement: visit.form.text("achievement").to_owned(),
            after: asked.after,
        };
        nominate(&visit.app, &visit.actor, &new)
    };
    carried_out(
        visit,
        told(),
        |id| {
            let name = nomination(&visit.app, &visit.actor, id)?.row.named;
            let message = visit.say.fill(w::BEGUN, &[("name", &name)]);
            visit.done(&nomination_at(&question, id), &message)
        },
        show,
    )
}

/// The unit of who is nominated: the person's, or the collective that was typed; else the unit that nominates.
fn unit_of(visit: &Visit, place: &Place, asked: &Asked) -> Result<Id, domain::Error> {
    match Id::parse(&asked.unit) {
        Some(id) => Ok(id),
        None if asked.unit.is_empty() => Ok(place.card.id),
        None => call::unit_of(visit, &asked.unit),
    }
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let told = round(&visit.app, &visit.actor, id)?;
    let asked = Asked::read(visit);
    let say = question.say;
    let name = &told.round.head.name;
    let known = told.round.awards.iter().any(|line| line.award == asked.award);
    let wants = visit.raw.get("subject").is_some() || visit.form.some("subject").is_some();
    let lead = say.fill(w::NOMINATE_LEAD, &[("unit", &place.card.name), ("name", name)]);
    let mut steps = html! {};
    if known && wants {
        steps = match asked.subject {
            Subject::Person if asked.person.is_none() => {
                let typed = visit.raw.get("name").unwrap_or_default();
                let found = people_near(&visit.app, &visit.actor, place.card.id, typed)?;
                people(&question, (id, &place), &asked, &found)
            }
            Subject::Person | Subject::Collective => {
                let about = (id, told.round.head.years.1);
                last(visit, (&question, &place), about, &asked)?
            }
        };
    }
    let above = [to_list(&question), (round_at(&question, id), &**name)];
    let content = html! {
        (crumbs(&question, &above, say.text(w::NOMINATE)))
        div.head { div { h1 { (say.text(w::NOMINATE)) } p lang="vi" { (lead) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        @if asked.after.is_some() { div.note { i.i.i-info aria-hidden="true" {} p { (say.text(w::AFTER)) } } }
        div.gap { (first(visit, &question, &told.round, &asked)) (steps) }
    };
    framed(visit, (&question, Some(&place)), status, say.text(w::NOMINATE), &content)
}

/// For which award, and a person or a collective.
fn first(visit: &Visit, question: &Question, round: &Round, asked: &Asked) -> Markup {
    let say = question.say;
    let awards: Vec<(&str, &str)> =
        round.awards.iter().map(|line| (&*line.award, award_name(&line.award))).collect();
    let name = Field {
        is_optional: true,
        most: 100,
        hint: say.text(w::FIND_HINT),
        ..Field::new("name", say.text(w::FIND_PERSON), visit.raw.get("name").unwrap_or_default())
    };
    html! {
        section.sheet {
            header { h2 { (say.text(w::STEP_AWARD)) } }
            form.pad.form method="get" action=(question.to(&format!("/rounds/{}/nominate", round.head.id))) {
                (hidden(question))
                @if let Some(after) = asked.after { (form::hidden("after", &after.to_string())) }
                (form::select(say, &Field::new("award", say.text(w::AWARD), &asked.award), &awards))
                fieldset.field {
                    legend { (say.text(w::WHO)) }
                    @for (subject, text) in [(Subject::Person, w::PERSON), (Subject::Collective, w::COLLECTIVE)] {
                        label.pick { input type="radio" name="subject" value=(subject.code()) checked[asked.subject == subject]; span { (say.text(text)) } }
                    }
                }
                (form::input(say, &name))
                div.acts { button.btn { (say.text(w::FIND)) } }
            }
        }
    }
}

/// The people who were found, each a link to the next step.
fn people(
    question: &Question,
    (round, place): (Id, &Place),
    asked: &Asked,
    found: &[PersonNear],
) -> Markup {
    let say = question.say;
    let path = format!("/rounds/{round}/nominate");
    let after = asked.after.map(|after| after.to_string()).unwrap_or_default();
    let to = |person: &PersonNear| {
        let (id, unit) = (person.id.to_string(), person.unit.0.to_string());
        let fields = [
            ("award", &*asked.award),
            ("subject", Subject::Person.code()),
            ("person", &*id),
            ("of", &*unit),
            ("after", &*after),
        ];
        question.to_with(&path, &fields)
    };
    html! {
        section.sheet id="chon" {
            header { h2 { (say.text(w::FOUND)) } }
            @if found.is_empty() {
                div.empty { h2 { (say.fill(w::NOBODY_FOUND, &[("unit", &place.card.name)])) } p { (say.text(w::NOBODY_FOUND_DO)) } }
            } @else {
                ul.rows { @for person in found { li {
                    a href=(to(person)) lang="vi" { (person.name) }
                    small.mut lang="vi" { @if let Some(birth) = &person.birth { (say.day_text(birth)) " · " } (person.unit.1) }
                } } }
            }
        }
    }
}

/// What the rules say, and the form that begins the file.
fn last(
    visit: &Visit,
    (question, place): (&Question, &Place),
    (round, year): (Id, i64),
    asked: &Asked,
) -> Result<Markup, Problem> {
    let say = question.say;
    let of_unit = unit_of(visit, place, asked)?;
    let fits = award(&asked.award).is_some_and(|award| award.subjects.contains(&asked.subject));
    let told = if fits {
        let whom = (asked.subject, of_unit, asked.person);
        preview(&visit.app, &visit.actor, (&asked.award, year), whom)?
    } else {
        None
    };
    let name = match asked.person {
        Some(person) => person_card(&visit.app, &visit.actor, person, false)?.row.name,
        None => place.card.name.clone(),
    };
    let achievement = Field {
        most: 300,
        ..Field::new("achievement", say.text(w::ACHIEVEMENT), visit.form.text("achievement"))
    };
    let named = Field {
        most: 300,
        is_optional: true,
        hint: say.text(w::PART_HINT),
        ..Field::new("named", say.text(w::PART_NAME), &asked.named)
    };
    let unit = Field {
        most: 200,
        is_optional: true,
        ..Field::new(
            "of",
            say.text(w::WHICH_UNIT),
            if asked.unit.is_empty() { &place.card.code } else { &asked.unit },
        )
    };
    Ok(html! {
        section.sheet {
            header { h2 lang="vi" { (name) } p lang="vi" { (award_name(&asked.award)) } }
            form.pad.form method="post" action=(question.to(&format!("/rounds/{round}/nominate"))) {
                (form_key(visit))
                (form::hidden("award", &asked.award))
                (form::hidden("subject", asked.subject.code()))
                @if let Some(after) = asked.after { (form::hidden("after", &after.to_string())) }
                @if let Some(person) = asked.person {
                    (form::hidden("person", &person.to_string()))
                    (form::hidden("of", &asked.unit))
                } @else { (form::input(say, &unit)) (form::input(say, &named)) }
                (form::input(say, &achievement))
                (form::acts(say, w::BEGIN, Some(&round_at(question, round))))
            }
        }
        h2 { (say.text(w::VERDICT_BEFORE)) }
        @match &told {
            Some(told) => (eligibility::verdict_of(say, told)),
            None => div.note { i.i.i-info aria-hidden="true" {} p { (say.text(w::NO_VERDICT)) } },
        }
    })
}
