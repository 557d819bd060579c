//! The overview of a unit: its figures, their targets, how they came about, and the units below it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::figures::{BelowRow, FigureSet, figures_by_block};
use domain::overview::{Entry, last_entries};
use domain::targets::ChildSum;
use kernel::Power;
use ledger::views::View;
use maud::{Markup, html};

use super::months::Months;
use super::{answers, below, blocks, export, months, movement, pyramid, targets, tiles};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::site::{Visit, see_other};
use crate::targets::cascaded;
use crate::tasks::{self, Told};
use crate::units::Place;
use crate::words;

/// Entries shown at the end of the page.
const LAST: usize = 6;

/// What the page shows, all of one state of the books.
pub(super) struct Shown {
    pub(super) set: FigureSet,
    pub(super) blocks: Vec<blocks::Row>,
    pub(super) months: Option<Months>,
    pub(super) ages: Option<pyramid::Told>,
    pub(super) below: Vec<BelowRow>,
    pub(super) cascaded: Vec<(String, ChildSum)>,
    /// What waits for a reader who signed in; nothing while an earlier day is looked at.
    pub(super) tasks: Option<Told>,
    /// What was written last.
    pub(super) entries: Vec<Entry>,
}

/// A member who holds no post has nothing to see here: the way to the own record.
fn own_page(visit: &Visit) -> Option<Response> {
    let session = visit.session.as_ref().filter(|_| visit.is_signed_in())?;
    let is_member = session.account.person.is_some();
    let asks_nothing = visit.raw.get("unit").is_none();
    (is_member && asks_nothing && !visit.actor.may(Power::ReadFigures))
        .then(|| see_other("/me/record"))
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    if let Some(own) = own_page(visit) {
        return Ok(own);
    }
    let (question, place) = visit.question_and_place()?;
    if let Some(moved) = answers::lasting_address(visit, &question) {
        return Ok(moved);
    }
    let (shown, head) = visit.steady(|| gather(visit, &question, &place))?;
    let say = question.say;
    let title = say.fill(words::OVERVIEW_OF, &[("period", &say.period(question.period))]);
    let content = html! {
        (crumbs(visit, &question, &place))
        (heading(visit, &question, &place, &title))
        div.gap {
            (notices(&question, "/", &shown.set))
            (tiles::strip(&question, &shown.set, ""))
            div.grid.g54 {
                div.gap {
                    (targets::sheet(visit, &question, &shown))
                    @if let Some(of_year) = &shown.months { (months::sheet(say, of_year)) }
                }
                div.gap {
                    @if let Some(told) = &shown.tasks { (tasks::attention(&question, told)) }
                    (blocks::sheet(&question, &shown))
                    @if let Some(told) = &shown.ages { (pyramid::sheet(&question, told)) }
                }
            }
            div.grid.g2.even {
                (movement::sheet(&question, &shown.set, movement::MEMBERS))
                (movement::sheet(&question, &shown.set, movement::UNITS))
            }
            (below::sheet(&question, &shown.below))
            (tasks::last_written(&question, &shown.entries))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    let named = format!("{title} · {}", place.card.name);
    Ok(respond(StatusCode::OK, frame::page(&frame, &named, &content)))
}

fn gather(visit: &Visit, question: &Question, place: &Place) -> Result<Shown, Problem> {
    let (app, actor) = (&visit.app, &visit.actor);
    let query = question.query(&place.card.code);
    let (set, blocks) = figures_by_block(app, actor, &query, &blocks::COLUMNS)?;
    let is_today = question.as_of.is_none() && question.known_at.is_none();
    let tasks = if is_today && visit.is_signed_in() {
        Some(tasks::gather(visit, question, place, Some(&set))?)
    } else {
        None
    };
    let cascaded = cascaded(visit, place.card.id, &set)?;
    Ok(Shown {
        tasks,
        entries: if is_today { last_entries(app, actor, place.card.id, LAST)? } else { Vec::new() },
        blocks,
        months: months::gather(visit, question, place, &set)?,
        ages: pyramid::gather(visit, question, place, &set)?,
        below: domain::figures::below(app, actor, &query, &[below::COLUMN])?,
        cascaded,
        set,
    })
}

/// The managers above the unit, highest first.
pub(crate) fn crumbs(visit: &Visit, question: &Question, place: &Place) -> Markup {
    let say = question.say;
    html! {
        @if !place.card.managers.is_empty() {
            nav.crumbs aria-label=(say.text(words::PATH)) { ol {
                @for each in place.above(&visit.actor) { (each.step(say, &question.of_unit(each.code).to("/"))) }
                li aria-current="page" lang=[say.foreign()] { (place.card.name) }
            } }
        }
    }
}

fn heading(visit: &Visit, question: &Question, place: &Place, title: &str) -> Markup {
    let say = question.say;
    let day = say.day(question.last_day());
    let lead = say.fill(words::OVERVIEW_LEAD, &[("unit", &place.card.name), ("day", &day)]);
    html! {
        div.head {
            div {
                h1 { (title) }
                p {
                    (lead)
                    @if let Some(ended) = place.card.ended_on {
                        " " span.tag.warn { (say.fill(words::ENDED_ON, &[("day", &say.day(ended))])) }
                    }
                }
            }
            (actions(visit, question))
        }
    }
}

/// The figures as a file; buttons that need the script stay hidden without it.
fn actions(visit: &Visit, question: &Question) -> Markup {
    let say = question.say;
    html! {
        div.acts {
            (export::links(question))
            button.btn type="button" hidden data-copy=(say.text(words::COPIED)) {
                (say.text(words::COPY_LINK))
            }
            a.btn.bare href=(question.to(crate::compare::PATH)) { (say.text(words::COMPARE)) }
            (crate::print::button(visit, crate::print::FIGURES))
        }
    }
}

/// What a reader must know of this view of this scope before reading a number of it.
pub(super) fn notices(question: &Question, path: &str, set: &FigureSet) -> Markup {
    let say = question.say;
    let columns = question.column_names();
    let view = frame::view_name(say, question.view);
    let hint = frame::view_hint(say, question.view);
    let is_other_view = question.view != View::Was;
    html! {
        @if let Some(known) = &question.known_at {
            @let latest = Question { known_at: None, ..question.clone() };
            p.note.warn { i.i.i-wait.warn aria-hidden="true" {}
                span { (say.fill(words::KNOWN_AT_NOW, &[("when", &say.moment(known.at))])) " "
                    a href=(latest.to("/")) { (say.text(words::SEE_LATEST)) } } }
        }
        @if !columns.is_empty() {
            p.note { i.i.i-info aria-hidden="true" {}
                span { (say.fill(words::ONLY_COLUMN, &[("columns", &columns.join(", "))])) " "
                    a href=(question.whole().to(path)) { (say.text(words::SEE_WHOLE)) } } }
        }
        @if is_other_view || !set.notes.is_empty() {
            div.note { i.i.i-info aria-hidden="true" {}
                div {
                    @if is_other_view {
                        p { (say.fill(words::VIEW_NOW, &[("view", view), ("hint", hint)])) " "
                            a href=(question.in_view(View::Was).to("/")) { (say.text(words::SEE_WAS)) } }
                    }
                    @for note in &set.notes { p lang="vi" { (note) } }
                }
            }
        }
    }
}
