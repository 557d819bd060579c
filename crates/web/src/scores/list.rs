//! The scores of a unit: its own cards first, then what it opened, its clusters and the sheets it may use.

use axum::http::StatusCode;
use axum::response::Response;
use domain::scores::{
    Cluster, CycleRow, Cycles, OwnCard, SheetRow, clusters, cycles, frames, sheets,
};
use kernel::Refusal;
use maud::{Markup, html};

use super::page::state_tag;
use super::{clusters as cluster_part, cycle, words as w};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// Which form of the page was refused.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tried {
    Cluster,
    Part,
    Cycle,
}

/// What the page shows.
pub(super) struct Shown {
    pub(super) cycles: Cycles,
    pub(super) clusters: Vec<Cluster>,
    pub(super) sheets: Vec<SheetRow>,
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The page, with why a form on it was not carried out.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    told: Option<(Tried, &Refusal)>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (app, actor, unit) = (&visit.app, &visit.actor, place.card.id);
    let (shown, head) = visit.steady(|| {
        Ok(Shown {
            cycles: cycles(app, actor, unit)?,
            clusters: clusters(app, actor, unit, visit.today)?,
            sheets: sheets(app, actor, unit)?,
        })
    })?;
    let say = question.say;
    let may = shown.cycles.may_record && visit.is_signed_in();
    let upper = !place.card.kind.counts_as_grassroots();
    let refused = |tried: Tried| told.filter(|(each, _)| *each == tried).map(|(_, no)| no);
    let content = html! {
        div.head {
            div { h1 { (say.text(w::SCORES)) } p { span lang="vi" { (place.card.name) } ". " (say.text(w::LEAD)) } }
            @if may && upper { div.acts { a.btn href=(question.to("/scores/sheets/new")) { (say.text(w::NEW_SHEET)) } } }
        }
        div.gap {
            @if !shown.cycles.own.is_empty() || !upper { (own(visit, &question, &shown.cycles.own)) }
            @if upper || !shown.cycles.opened.is_empty() { (opened(&question, &shown.cycles.opened)) }
            (cluster_part::part(visit, &question, unit, &shown.clusters, may, refused(Tried::Part)))
            (sheet_list(&question, &shown.sheets))
            @if may && upper {
                (cluster_part::new_form(visit, &question, refused(Tried::Cluster)))
                @if !shown.sheets.is_empty() && shown.clusters.iter().any(|each| each.unit == unit) {
                    (cycle::new_form(visit, &question, unit, &shown, refused(Tried::Cycle)))
                }
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, say.text(w::SCORES), &content)))
}

fn own(visit: &Visit, question: &Question, rows: &[OwnCard]) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::TO_FILL)) } p { (say.text(w::TO_FILL_LEAD)) } }
            @if rows.is_empty() { div.empty { p { (say.text(w::NO_CARDS)) } } }
            @else { ul.rows.drafts { @for row in rows { li {
                div {
                    a href=(question.to(&format!("/scores/cards/{}", row.card))) lang="vi" { b { (row.cycle.name) } }
                    small.under.mut {
                        span lang="vi" { (row.cycle.unit.2) } " · " (say.text(row.cycle.term.name())) " " (row.cycle.year)
                        @if row.state.is_open() {
                            @let late = row.cycle.own_by < visit.today;
                            @let day = say.day(row.cycle.own_by);
                            " · " (say.fill(if late { w::OVERDUE } else { w::UNTIL }, &[("day", &day)]))
                        }
                    }
                }
                (state_tag(say, row.state))
            } } } }
        }
    }
}

fn opened(question: &Question, rows: &[CycleRow]) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::CYCLES)) } }
            @if rows.is_empty() {
                div.empty { p { (say.text(w::NO_CYCLES)) } p { (say.text(w::NO_CYCLES_DO)) } }
            } @else { ul.rows.drafts { @for row in rows { li { div {
                a href=(question.to(&format!("/scores/cycles/{}", row.cycle.id))) lang="vi" { b { (row.cycle.name) } }
                small.under.mut {
                    (say.text(row.cycle.term.name())) " " (row.cycle.year) " · "
                    (say.day(row.cycle.from)) " – " (say.day(row.cycle.to)) " · "
                    (say.fill(w::N_UNITS, &[("n", &say.number(row.cards))]))
                }
                small.under { (standing(question, row)) }
            } } } } }
        }
    }
}

/// How many cards stand where; what is not there is not told.
fn standing(question: &Question, row: &CycleRow) -> String {
    let say = question.say;
    let parts = [
        (row.open, w::N_OPEN),
        (row.waiting, w::N_WAITING),
        (row.reviewed, w::N_REVIEWED),
        (row.ranked, w::N_RANKED),
    ];
    let told = parts.into_iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> =
        told.map(|(count, text)| say.fill(text, &[("n", &say.number(count))])).collect();
    told.join(" · ")
}

fn sheet_list(question: &Question, rows: &[SheetRow]) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::SHEETS)) } }
            @if rows.is_empty() { div.empty { p { (say.text(w::NO_SHEETS)) } } }
            @else { ul.rows.drafts { @for row in rows { li { div {
                a href=(question.to(&format!("/scores/sheets/{}", row.id))) lang="vi" { b { (row.name) } }
                small.under.mut lang="vi" { (row.unit.2) ", " (say.day(row.from)) ", " (row.document) }
            } } } } }
            @if let Ok(frames) = frames() { div.pad { details {
                summary { (say.text(w::FRAMES)) }
                ul lang="vi" { @for frame in frames { li {
                    b { (frame.name) } " · " (say.fill(w::FRAME_IS_FROM, &[("source", &frame.source), ("from", &say.day(frame.from))]))
                    @if let Some(to) = frame.to { " – " (say.day(to)) }
                    " · " (say.text(if frame.confidence == "R" { w::MARK_R } else { w::MARK_S }))
                    @if let Some(note) = &frame.note { br; small.mut { (note) } }
                } } }
            } } }
        }
    }
}
