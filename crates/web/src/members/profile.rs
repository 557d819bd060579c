//! The profile of a person: facts, what happened, who looked, who may be the same, what may be done.

use axum::http::StatusCode;
use axum::response::Response;
use domain::memberships::{EventKind, LifeEvent, UnitName};
use domain::people::{Change, NewPerson, Profile, Status, Twin, person_card, profile};
use maud::{Markup, html};

use super::page::{crumbs, person_of, profile_at, shown};
use super::{said, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let person = person_of(visit)?;
    let told = profile(&visit.app, &visit.actor, person)?;
    show(visit, &told, None)
}

/// The page once with the whole identity number; that it was read is noted.
pub(super) fn reveal(visit: &Visit) -> Result<Response, Problem> {
    let person = person_of(visit)?;
    let card = person_card(&visit.app, &visit.actor, person, true)?;
    let told = profile(&visit.app, &visit.actor, person)?;
    show(visit, &told, card.cccd_masked.as_deref())
}

fn show(visit: &Visit, told: &Profile, number: Option<&str>) -> Result<Response, Problem> {
    let title = format!("{} · {}", told.facts.name, visit.say.text(w::MEMBERS));
    let (asked, _) = visit.question_and_place()?;
    let honours = crate::honours::of_person(visit, &asked, told.id)?;
    shown(visit, StatusCode::OK, &title, |question| {
        html! {
            (crumbs(question, None, &told.facts.name))
            (heading(question, told))
            (undo(visit, question, told))
            div.grid.g21 {
                div.gap {
                    (facts(visit, question, told, number))
                    (life(question, told))
                    (honours)
                }
                div.gap {
                    (twins(question, &told.twins))
                    (seen(question.say, told))
                    (changes(question.say, &told.changes))
                }
            }
        }
    })
}

fn heading(question: &Question, told: &Profile) -> Markup {
    let say = question.say;
    let act = |what: &str| question.to(&format!("/members/{}/{what}", told.id));
    let event =
        |what: &str| question.to_with(&format!("/members/{}/event", told.id), &[("what", what)]);
    html! {
        div.head {
            div {
                h1 lang=[say.foreign()] { (told.facts.name) }
                p { (said::status(say, told.status)) " " (unit(question, told.unit.as_ref())) }
            }
            @if told.may_record {
                div.acts {
                    a.btn href=(act("eligibility")) { (say.text(crate::words::ELIGIBLE)) }
                    a.btn href=(act("correct")) { (say.text(w::CORRECT)) }
                    @match told.status {
                        Status::Member => {
                            a.btn href=(event("leave")) { (say.text(w::RECORD_LEAVING)) }
                            a.btn.main href=(event("transfer")) { (say.text(w::TRANSFER)) }
                        }
                        Status::InTransit => a.btn.main href=(question.to("/transfers")) { (say.text(w::ANSWER)) },
                        Status::Left => a.btn.main href=(event("restore")) { (say.text(w::RESTORE)) },
                    }
                }
            }
        }
    }
}

fn unit(question: &Question, unit: Option<&UnitName>) -> Markup {
    html! { @if let Some(unit) = unit { a lang=[question.say.foreign()] href=(question.of_unit(&unit.code).to("/")) { (unit.name) } } }
}

/// Right after something was recorded: the way to take it back.
fn undo(visit: &Visit, question: &Question, told: &Profile) -> Markup {
    let say = question.say;
    let wanted = visit.raw.get("done");
    let event = told.events.iter().find(|event| Some(event.id.to_string().as_str()) == wanted);
    html! {
        @if let Some(event) = event.filter(|_| told.may_record) {
            div.note { i.i.i-info aria-hidden="true" {}
                p { (say.text(w::JUST_RECORDED)) " " b { (say.text(event.kind.name())) } ", "
                    (say.day(event.on)) ". "
                    a href=(take_back_at(question, told, event)) { (say.text(w::TAKE_BACK)) }
                }
            }
        }
    }
}

fn take_back_at(question: &Question, told: &Profile, event: &LifeEvent) -> String {
    let path = format!("/members/{}/take-back", told.id);
    question.to_with(&path, &[("event", &event.id.to_string())])
}

fn facts(visit: &Visit, question: &Question, told: &Profile, number: Option<&str>) -> Markup {
    let say = question.say;
    let known = &told.facts;
    let born = known.birth.as_deref().map(|iso| said::day(say, iso));
    let sex = Some(said::sex(say, known.sex)).filter(|sex| !sex.is_empty());
    let both: Vec<String> = born.into_iter().chain(sex.map(str::to_lowercase)).collect();
    let joined = known.joined.as_deref().map(|iso| said::day(say, iso));
    let rest = [
        (w::PHONE, known.phone.clone()),
        (w::JOB, known.job.clone()),
        (w::TITLE, known.union_title.clone()),
        (w::HOMETOWN, known.hometown.clone()),
        (w::JOINED_LIST, joined),
        (w::NOTE, known.note.clone()),
    ];
    html! {
        section.sheet { header { h2 { (say.text(w::FACTS)) } }
            div.pad { dl.kv {
                dt { (say.text(w::NAME)) } dd { (known.name) }
                dt { (say.text(w::BIRTH_AND_SEX)) }
                dd { @if both.is_empty() { (missing(say)) } @else { (both.join(" · ")) } }
                dt { (say.text(w::NUMBER)) } dd { (identity(visit, say, told, number)) }
                @for (label, value) in rest {
                    @if let Some(value) = value.filter(|value| !value.is_empty()) {
                        dt { (say.text(label)) } dd { (value) }
                    }
                }
            } }
        }
    }
}

fn missing(say: Say) -> Markup {
    html! { span.dim { (say.text(w::NOT_TOLD)) } }
}

/// The number masked, with the way to see it; or once in full.
fn identity(visit: &Visit, say: Say, told: &Profile, number: Option<&str>) -> Markup {
    html! {
        @match (&told.cccd_masked, number) {
            (None, _) => span.tag.warn { (say.text(w::NO_NUMBER)) },
            (Some(_), Some(number)) => { b.nb { (number) } " " small.mut { (say.text(w::SHOWN_ONCE)) } }
            (Some(masked), None) => {
                span.nb { (masked) }
                @if told.may_reveal {
                    form.inline method="post" action={ "/members/" (told.id) "/identity" } {
                        (form_key(visit))
                        button.btn.bare { (say.text(w::SEE_NUMBER)) }
                        small.mut { (say.text(w::LOGGED)) }
                    }
                }
            }
        }
    }
}

fn life(question: &Question, told: &Profile) -> Markup {
    let say = question.say;
    html! {
        section.sheet { header { h2 { (say.text(w::LIFE)) } p { (say.text(w::LIFE_LEAD)) } }
            div.pad { ol.tl { @for event in &told.events {
                li.key[is_key(event.kind)] {
                    time datetime=(event.on) { (say.day(event.on)) }
                    div { b { (say.text(event.kind.name())) }
                        @if let Some(reason) = event.reason { ": " (say.text(reason.name())) }
                        ", " (unit(question, Some(&event.unit)))
                        @if let Some(other) = &event.other { " → " (unit(question, Some(other))) }
                        small { (event.document.as_deref().unwrap_or(say.text(crate::words::NO_PAPER))) " · "
                            (say.fill(w::RECORDED, &[("when", &say.moment_text(&event.recorded_at)), ("who", &event.actor)])) }
                        @if told.may_record {
                            small { a href=(take_back_at(question, told, event)) {
                                (say.text(w::TAKE_BACK))
                                span.vh { ": " (say.text(event.kind.name())) ", " (say.day(event.on)) }
                            } }
                        }
                    }
                }
            } } }
        }
    }
}

/// Whether an event begins or ends a membership.
fn is_key(kind: EventKind) -> bool {
    use EventKind as K;
    !matches!(kind, K::Sent | K::Returned | K::Carried)
}

/// Who may be the same person.
pub(super) fn twins(question: &Question, twins: &[Twin]) -> Markup {
    let say = question.say;
    html! {
        @if !twins.is_empty() {
            section.sheet { header { h2 { (say.text(w::TWINS)) } p { (say.text(w::TWINS_LEAD)) } }
                ul.rows { @for twin in twins { li {
                    i.i.i-warn.warn aria-hidden="true" {}
                    @match &twin.row {
                        Some(row) => span {
                            a href=(profile_at(question, row.id)) { (said::name(&row.name)) }
                            small { (because(say, twin))
                                @if let Some(birth) = &row.birth { " · " (said::day(say, birth)) }
                                @if let Some((_, _, name)) = &row.unit { " · " (name) } }
                        },
                        None => span { (say.text(w::TWIN_ELSEWHERE)) small { (because(say, twin)) } },
                    }
                } } }
            }
        }
    }
}

fn because(say: Say, twin: &Twin) -> &'static str {
    say.text(if twin.by_number { w::SAME_NUMBER } else { w::SAME_NAME })
}

fn seen(say: Say, told: &Profile) -> Markup {
    html! {
        section.sheet { header { h2 { (say.text(w::SEEN)) } p { (say.text(w::SEEN_LEAD)) } }
            @if told.seen.is_empty() { div.pad { p.mut { (say.text(w::SEEN_NONE)) } } }
            @else { ul.rows { @for look in &told.seen {
                li { i.i.i-lock.dim aria-hidden="true" {} span { (look.actor) small { (look.at) } } }
            } } }
        }
    }
}

/// What was corrected, field by field, the newest first.
fn changes(say: Say, versions: &[Change]) -> Markup {
    let pairs: Vec<(&Change, Vec<Difference>)> = versions
        .windows(2)
        .map(|pair| (&pair[0], different(say, &pair[1].facts, &pair[0].facts)))
        .filter(|(_, fields)| !fields.is_empty())
        .collect();
    html! {
        @if !pairs.is_empty() {
            section.sheet { header { h2 { (say.text(w::CHANGES)) } }
                ul.rows { @for (change, fields) in &pairs { li {
                    i.i.i-check.dim aria-hidden="true" {}
                    span {
                        @for (field, before, after) in fields {
                            (say.text(*field)) ": "
                            @if !before.is_empty() { del { (before) } " " }
                            @if !after.is_empty() { ins { (after) } } " "
                        }
                        small { (say.fill(w::RECORDED, &[("when", &change.at), ("who", &change.actor)])) }
                    }
                } } }
            }
        }
    }
}

/// A field, what it said before and what it says now.
pub(super) type Difference = (kernel::Text, String, String);

/// The fields that two versions tell differently.
pub(super) fn different(say: Say, before: &NewPerson, after: &NewPerson) -> Vec<Difference> {
    let fields = |facts: &NewPerson| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let day = |iso: &Option<String>| {
            iso.as_deref().map(|iso| said::day(say, iso)).unwrap_or_default()
        };
        [
            (w::NAME, facts.name.clone()),
            (w::BIRTH, day(&facts.birth)),
            (w::SEX, said::sex(say, facts.sex).to_owned()),
            (w::PHONE, text(&facts.phone)),
            (w::JOB, text(&facts.job)),
            (w::TITLE, text(&facts.union_title)),
            (w::HOMETOWN, text(&facts.hometown)),
            (w::JOINED_LIST, day(&facts.joined)),
            (w::NOTE, text(&facts.note)),
        ]
    };
    let pairs = fields(before).into_iter().zip(fields(after));
    pairs
        .filter(|((_, old), (_, new))| old != new)
        .map(|((name, old), (_, new))| (name, old, new))
        .collect()
}
