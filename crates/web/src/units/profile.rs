//! A unit's record: its head and tabs, the same for every unit, and the first of them, what it is.

use axum::http::StatusCode;
use axum::response::Response;
use domain::figures::{FigureSet, Head, figures};
use domain::units::{Profile, VersionTold, profile};
use kernel::{Power, Text};
use maud::{Markup, html};

use super::place::above;
use super::{Place, record_path, timeline, words};
use crate::address::Question;
use crate::figures::{strip, target_rows};
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::words as common;

/// The tabs in order: the part of the path, the name, the power without which it is not shown.
const TABS: &[(&str, Text, Option<Power>)] = &[
    ("", words::TAB_RECORD, None),
    ("versions", words::TAB_VERSIONS, None),
    ("relations", words::TAB_RELATIONS, None),
    ("below", words::TAB_BELOW, None),
    ("members", words::TAB_MEMBERS, None),
    ("figures", words::TAB_FIGURES, None),
    ("targets", words::TAB_TARGETS, None),
    ("honours", words::TAB_HONOURS, Some(Power::ReadPeople)),
    ("documents", words::TAB_DOCUMENTS, None),
    ("audit", words::TAB_TRAIL, Some(Power::ReadAudit)),
];

/// Events of the past on the first tab; the others stand on their own.
const NEWEST: usize = 8;

/// What every tab has at hand.
pub(super) struct Record<'r> {
    pub(super) visit: &'r Visit,
    pub(super) question: Question,
    pub(super) place: Place,
    pub(super) profile: Profile,
}

impl<'r> Record<'r> {
    /// Gathers the record of the unit in the path; another unit asked in the bar leads to its own page.
    pub(super) fn of(visit: &'r Visit) -> Result<Result<Self, Response>, Problem> {
        let code = visit.part(2);
        let (question, place) = visit.question_and_place_at(code)?;
        let place = match place {
            Ok(place) => place,
            Err(elsewhere) => return Ok(Err(elsewhere)),
        };
        let day = question.organisation_day();
        let profile = profile(&visit.app, &visit.actor, place.card.id, day)?;
        Ok(Ok(Self { visit, question, place, profile }))
    }

    /// The version that holds on the day viewed; the first where the unit did not stand yet.
    pub(super) fn version(&self) -> Option<&VersionTold> {
        let day = self.question.last_day();
        let versions = &self.profile.versions;
        versions.iter().rev().find(|version| version.from <= day).or(versions.first())
    }

    /// A page of the record under its head and tabs.
    pub(super) fn page(&self, tab: &str, head: Option<&Head>, content: &Markup) -> Response {
        let say = self.question.say;
        let name = TABS
            .iter()
            .find(|(path, _, _)| *path == tab)
            .map_or("", |(_, name, _)| say.text(*name));
        let title = format!("{name} · {}", self.profile.card.name);
        let page = html! { (self.crumbs()) (self.head()) (self.tabs(tab)) (content) };
        let frame =
            Frame { visit: self.visit, question: &self.question, place: Some(&self.place), head };
        respond(StatusCode::OK, frame::page(&frame, &title, &page))
    }

    /// The managers above, highest first, each the door to its record.
    pub(super) fn crumbs(&self) -> Markup {
        let (say, card) = (self.question.say, &self.profile.card);
        html! {
            @if !card.managers.is_empty() {
                nav.crumbs aria-label=(say.text(common::PATH)) { ol {
                    @for each in above(card, &self.visit.actor) { (each.step(say, &super::record_door(&self.question, each.code))) }
                    li aria-current="page" lang=[say.foreign()] { (card.name) }
                } }
            }
        }
    }

    fn head(&self) -> Markup {
        let (say, card) = (self.question.say, &self.profile.card);
        let day = self.question.last_day();
        let may = self.visit.actor.may(Power::RecordUnits) && self.visit.is_signed_in();
        let code = say.fill(words::CODE_IS, &[("code", &card.code)]);
        html! {
            div.head {
                div {
                    h1 lang=[say.foreign()] { (card.name) }
                    p {
                        @match card.ended_on.filter(|ended| *ended <= day) {
                            Some(ended) => { span.tag { (say.text(words::ENDED)) } " " (timeline::ended(say, ended)) " · " }
                            None => { @if card.opened_on > day { span.tag.warn { (say.text(words::NOT_YET)) } " " } }
                        }
                        span.nb { (code) } " · " (say.text(card.kind.name())) " · "
                        (say.fill(words::SINCE, &[("day", &say.day(card.opened_on))]))
                        @if let Some(version) = self.version() { " · " (say.text(version.block.name())) }
                    }
                }
                div.acts.no-print {
                    a.btn href=(self.question.to("/")) { (say.text(common::OVERVIEW)) }
                    @if may {
                        a.btn.main href=(self.question.to(&format!("{}/do", record_path(&card.code)))) { (say.text(words::RECORD_EVENT)) }
                    }
                }
            }
        }
    }

    fn tabs(&self, now: &str) -> Markup {
        let (say, question) = (self.question.say, &self.question);
        let own = record_path(&self.profile.card.code);
        let address = |path: &str| match path {
            "" => own.clone(),
            "below" => "/units".to_owned(),
            path => format!("{own}/{path}"),
        };
        let may = |power: &Option<Power>| power.is_none_or(|power| self.visit.actor.may(power));
        html! {
            nav.tabs aria-label=(say.text(words::TABS)) {
                @for (path, name, _) in TABS.iter().filter(|(_, _, power)| may(power)) {
                    a href=(question.to(&address(path))) aria-current=[(*path == now).then_some("page")] {
                        (say.text(*name))
                    }
                }
            }
        }
    }
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let record = match Record::of(visit)? {
        Ok(record) => record,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let query = record.question.query(&record.place.card.code);
    let gather = || {
        let reached = record.profile.reaches.then(|| figures(&visit.app, &visit.actor, &query));
        Ok(reached.transpose()?)
    };
    let (set, head) = visit.steady(gather)?;
    let content = html! {
        div.gap {
            (figures_of(&record, set.as_ref()))
            div.grid.g21 {
                div.gap {
                    (facts(&record))
                    @if let Some(set) = &set { (targets(&record, set)) }
                }
                (history(&record))
            }
        }
    };
    Ok(record.page("", Some(&head), &content))
}

/// The strip of main figures, or why there is none.
pub(super) fn figures_of(record: &Record<'_>, set: Option<&FigureSet>) -> Markup {
    let path = format!("{}/figures", record_path(&record.profile.card.code));
    html! {
        @match set {
            Some(set) => (strip(&record.question, set, &record.question.to(&path))),
            None => p.note { (record.question.say.text(words::OUT_OF_REACH)) },
        }
    }
}

fn facts(record: &Record<'_>) -> Markup {
    let (say, question) = (record.question.say, &record.question);
    let day = question.last_day();
    let version = record.version();
    let older = record.profile.versions.iter().rev();
    let older = older.skip_while(|told| told.from > day).skip(1);
    let before = version.and_then(|now| older.clone().find(|told| told.name != now.name));
    let manager = record.profile.managers.iter().find(|told| told.from <= day && told.to > day);
    let unknown = say.text(words::UNKNOWN);
    html! {
        section.sheet {
            header { h2 { (say.text(words::TAB_RECORD)) } }
            div.pad { dl.kv {
                @if let Some(version) = version {
                    dt { (say.text(words::FULL_NAME)) }
                    dd lang="vi" { (version.name) br;
                        small.mut {
                            (say.fill(words::SINCE, &[("day", &say.day(version.from))]))
                            @if let Some(told) = before { " · " (say.fill(words::BEFORE_THAT, &[("name", &told.name)])) }
                        }
                    }
                }
                dt { (say.text(words::MANAGED_BY)) }
                dd {
                    @match manager.and_then(|told| told.manager.as_ref().map(|unit| (unit, told.from))) {
                        Some((unit, from)) => {
                            (timeline::door(question, unit)) br;
                            small.mut { (say.fill(words::SINCE, &[("day", &say.day(from))])) }
                        }
                        None => { (say.text(words::NOBODY)) }
                    }
                }
                @if let Some(version) = version {
                    dt { (say.text(words::BLOCK)) } dd { (say.text(version.block.name())) }
                    dt { (say.text(words::ADDRESS)) } dd lang="vi" { (version.address.as_deref().unwrap_or(unknown)) }
                    dt { (say.text(words::EMPLOYER)) } dd lang="vi" { (version.employer.as_deref().unwrap_or(unknown)) }
                }
                dt { (say.text(words::LIFE)) }
                dd { (timeline::span(say, record.profile.card.opened_on, record.profile.card.ended_on)) }
            } }
        }
    }
}

fn targets(record: &Record<'_>, set: &FigureSet) -> Markup {
    let say = record.question.say;
    html! {
        @if set.figures.iter().any(|figure| figure.target.is_some()) {
            section.sheet {
                header { h2 { (say.text(words::TAB_TARGETS)) } }
                div.pad { (target_rows(&record.question, set)) }
            }
        }
    }
}

fn history(record: &Record<'_>) -> Markup {
    let say = record.question.say;
    let count = say.number(record.profile.events.len() as i64);
    let all = format!("{}/relations", record_path(&record.profile.card.code));
    html! {
        section.sheet {
            header {
                h2 { (say.text(words::TAB_RELATIONS)) }
                a href=(record.question.to(&all)) { (say.fill(words::ALL_HISTORY, &[("n", &count)])) }
            }
            div.pad { (timeline::line_of(&record.question, &record.profile, NEWEST)) }
            footer { (say.text(words::HISTORY_KEPT)) }
        }
    }
}
