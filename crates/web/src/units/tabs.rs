//! The other tabs of a unit's record.

use axum::response::Response;
use domain::figures::{FigureSet, figures};
use domain::units::{unit_papers, unit_trail};
use maud::{Markup, html};

use super::profile::{Record, figures_of};
use super::{record_path, timeline, words};
use crate::figures::{movements, target_rows};
use crate::problem::Problem;
use crate::site::{Visit, see_other};
use crate::words as common;

/// The page of a tab.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let record = match Record::of(visit)? {
        Ok(record) => record,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let tab = visit.part(3);
    match tab {
        "versions" => Ok(record.page(tab, None, &versions(&record))),
        "relations" => Ok(record.page(tab, None, &relations(&record))),
        "below" => Ok(see_other(&record.question.to("/units"))),
        "members" => Ok(see_other(&record.question.to("/members"))),
        "figures" | "targets" => with_figures(visit, &record, tab),
        "honours" => {
            let content = crate::honours::of_unit(visit, &record.question, record.place.card.id)?;
            Ok(record.page(tab, None, &content))
        }
        "documents" => documents(visit, &record),
        "audit" => trail(visit, &record),
        _ => Err(Problem::NoPage),
    }
}

fn versions(record: &Record<'_>) -> Markup {
    let say = record.question.say;
    let day = record.question.last_day();
    let now = record.version().map(|version| version.from);
    html! {
        section.sheet {
            header { h2 { (say.text(words::TAB_VERSIONS)) } p { (say.text(words::VERSIONS_LEAD)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::TAB_VERSIONS)) }
                thead { tr {
                    th scope="col" { (say.text(common::FROM)) }
                    th scope="col" { (say.text(common::NAME)) }
                    th scope="col" { (say.text(common::KIND)) }
                    th scope="col" { (say.text(words::BLOCK)) }
                    th scope="col" { (say.text(words::ADDRESS)) }
                    th scope="col" { (say.text(words::PAPER)) }
                } }
                tbody { @for version in record.profile.versions.iter().rev() {
                    tr aria-current=[(now == Some(version.from)).then_some("true")] {
                        th scope="row" {
                            (say.day(version.from))
                            @if version.from > day { " " small.mut { "›" } }
                        }
                        td data-l=(say.text(common::NAME)) lang="vi" { span { (version.name) } }
                        td data-l=(say.text(common::KIND)) { span { (say.text(version.kind.name())) } }
                        td data-l=(say.text(words::BLOCK)) { span { (say.text(version.block.name())) } }
                        td data-l=(say.text(words::ADDRESS)) lang="vi" { span { (version.address.as_deref().unwrap_or("–")) } }
                        td data-l=(say.text(words::PAPER)) { span {
                            @match &version.document { Some(paper) => (timeline::cite(say, paper)), None => { "–" } }
                        } }
                    }
                } }
            } }
        }
    }
}

fn relations(record: &Record<'_>) -> Markup {
    let (say, question) = (record.question.say, &record.question);
    let open = |to: kernel::Day| (to != kernel::Day::MAX).then_some(to);
    html! {
        div.grid.g21 {
            section.sheet {
                header { h2 { (say.text(words::EVENTS_BY_DAY)) } }
                div.pad { (timeline::line_of(question, &record.profile, usize::MAX)) }
                footer { (say.text(words::HISTORY_KEPT)) }
            }
            section.sheet {
                header { h2 { (say.text(words::MANAGERS_BY_DAY)) } }
                ul.rows { @for told in record.profile.managers.iter().rev() {
                    li { span { } span {
                        @match &told.manager {
                            Some(unit) => (timeline::door(question, unit)),
                            None => span.mut { (say.text(words::NOBODY)) },
                        }
                        small.mut { (timeline::span(say, told.from, open(told.to))) }
                    } }
                } }
            }
        }
    }
}

fn with_figures(visit: &Visit, record: &Record<'_>, tab: &str) -> Result<Response, Problem> {
    let query = record.question.query(&record.place.card.code);
    let gather = || Ok(figures(&visit.app, &visit.actor, &query)?);
    let (set, head) = visit.steady(gather)?;
    let content = if tab == "figures" { all_figures(record, &set) } else { targets(record, &set) };
    Ok(record.page(tab, Some(&head), &content))
}

fn all_figures(record: &Record<'_>, set: &FigureSet) -> Markup {
    html! {
        div.gap {
            (figures_of(record, Some(set)))
            div.grid.g2.even { (movements(&record.question, set)) }
        }
    }
}

fn targets(record: &Record<'_>, set: &FigureSet) -> Markup {
    let (say, question) = (record.question.say, &record.question);
    html! {
        section.sheet {
            header { h2 { (say.text(words::TAB_TARGETS)) } a href=(question.to("/targets")) { (say.text(common::TARGETS)) } }
            @if set.figures.iter().any(|figure| figure.target.is_some()) {
                div.pad { (target_rows(question, set)) }
            } @else {
                div.empty { p { (say.text(words::NO_TARGETS)) } }
            }
        }
    }
}

fn documents(visit: &Visit, record: &Record<'_>) -> Result<Response, Problem> {
    let (say, day) = (record.question.say, record.question.organisation_day());
    let papers = unit_papers(&visit.app, &visit.actor, record.place.card.id, day)?;
    let heads = [words::PAPER, words::PAPER_DAY, words::PAPER_ISSUER, words::PAPER_TITLE];
    let content = html! {
        section.sheet {
            header { h2 { (say.text(words::TAB_DOCUMENTS)) } a href=(record.question.to("/documents")) { (say.text(words::ALL_PAPERS)) } }
            @if papers.is_empty() {
                div.empty { p { (say.text(words::NO_PAPERS)) } }
            } @else {
                div.tw { table.dense.stack {
                    caption.vh { (say.text(words::TAB_DOCUMENTS)) }
                    thead { tr {
                        @for head in heads { th scope="col" { (say.text(head)) } }
                        th.n scope="col" { (say.text(words::PAPER_TIMES)) }
                    } }
                    tbody { @for (paper, times) in &papers { tr {
                        th scope="row" { a.nb href=(record.question.to(&crate::documents::path_of(paper.id))) { (paper.number) } }
                        td data-l=(say.text(words::PAPER_DAY)) { span { (paper.issued_on.map_or("–".to_owned(), |day| say.day(day))) } }
                        td data-l=(say.text(words::PAPER_ISSUER)) lang="vi" { span { (paper.issuer) } }
                        td data-l=(say.text(words::PAPER_TITLE)) lang="vi" { span { (paper.title) } }
                        td.n data-l=(say.text(words::PAPER_TIMES)) { span { (say.number(*times)) } }
                    } } }
                } }
            }
        }
    };
    Ok(record.page("documents", None, &content))
}

fn trail(visit: &Visit, record: &Record<'_>) -> Result<Response, Problem> {
    let (say, day) = (record.question.say, record.question.organisation_day());
    let lines = unit_trail(&visit.app, &visit.actor, record.place.card.id, day)?;
    let content = html! {
        section.sheet {
            header { h2 { (say.text(words::TAB_TRAIL)) } p { (say.text(words::TRAIL_LEAD)) } }
            div.tw { table.dense.stack {
                caption.vh { (say.text(words::TAB_TRAIL)) }
                thead { tr {
                    th.n scope="col" { (say.text(words::BATCH)) }
                    th scope="col" { (say.text(words::WHEN)) }
                    th scope="col" { (say.text(words::WHO)) }
                    th scope="col" { (say.text(words::WHAT)) }
                } }
                tbody { @for line in &lines { tr {
                    td.n data-l=(say.text(words::BATCH)) { span { (say.number(line.batch)) } }
                    td data-l=(say.text(words::WHEN)) { span { (say.moment_text(&line.recorded_at)) } }
                    td data-l=(say.text(words::WHO)) lang="vi" { span { (line.actor) } }
                    td data-l=(say.text(words::WHAT)) lang="vi" { span { (line.what) } }
                } } }
            } }
        }
    };
    Ok(record.page("audit", None, &content))
}

/// The address of the events of a unit.
pub(super) fn events_path(code: &str) -> String {
    format!("{}/do", record_path(code))
}
