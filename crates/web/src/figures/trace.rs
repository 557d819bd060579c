//! Where a figure comes from: the number, its formula, its postings, the people and papers behind
//! them.

use axum::http::StatusCode;
use axum::response::Response;
use domain::figures::{
    Figure, FigureSet, Indicator, Trace, figure, figures, find_indicator, trace,
};
use domain::targets::{ChildSum, children_sum};
use kernel::Period;
use ledger::views::View;
use maud::{Markup, html};

use super::{answers, list, overview, steps};
use crate::address::{Question, VIEWS};
use crate::frame::{self, Frame};
use crate::parts::{door, fig};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::units::Place;
use crate::words;

/// Lines on one page.
pub(super) const LINES_AT_ONCE: usize = 100;

/// The figure that says how large a scope is.
const MEMBERS: &str = "members.closing";
/// Members up to which the other two views are worked out unasked: about a tenth of a second.
const MEMBERS_FOLDED_UNASKED: i64 = 25_000;
/// The field of the address that asks for all three views.
pub(super) const ALL_VIEWS: (&str, &str) = ("views", "all");

/// What the page shows.
pub(super) struct Traced {
    pub(super) indicator: &'static Indicator,
    pub(super) set: FigureSet,
    pub(super) trace: Trace,
    /// The same figure in each view, in the order of [`VIEWS`]; none where it waits to be asked for.
    pub(super) views: Vec<(View, Option<Figure>)>,
    pub(super) cascaded: Option<ChildSum>,
    /// The page of lines, from 1 on.
    pub(super) page: usize,
}

/// The page, or the whole list when the address ends in `.csv`.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let asked = visit.path.strip_prefix("/figures/").unwrap_or_default();
    let code = asked.strip_suffix(".csv").unwrap_or(asked);
    let indicator = find_indicator(code)
        .ok_or_else(|| Problem::NoIndicator(code.chars().take(80).collect()))?;
    let (question, place) = visit.question_and_place()?;
    if asked != code {
        return list::give(visit, &question, &place, indicator);
    }
    if let Some(moved) = answers::lasting_address(visit, &question) {
        return Ok(moved);
    }
    let number = visit.raw.page("page")?;
    let (traced, head) = visit.steady(|| gather(visit, &question, &place, indicator, number))?;
    let say = question.say;
    let name = say.text(indicator.name);
    let content = html! {
        (crumbs(visit, &question, &place))
        (heading(&question, indicator))
        div.grid.g12 {
            (siblings(&question, &traced))
            (drawer(visit, &question, &place, &traced))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    let title = format!("{name}: {} · {}", say.text(words::WHERE_FROM), place.card.name);
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

fn gather(
    visit: &Visit,
    question: &Question,
    place: &Place,
    indicator: &'static Indicator,
    page: usize,
) -> Result<Traced, Problem> {
    let (app, actor) = (&visit.app, &visit.actor);
    let query = question.query(&place.card.code);
    let mut set = figures(app, actor, &query)?;
    if domain::obligations::of_indicator(indicator.code).is_some() {
        with_population(&mut set, figure(app, actor, indicator.code, &query)?);
    }
    let skip = (page - 1) * LINES_AT_ONCE;
    let trace = trace(app, actor, indicator.code, &query, skip, LINES_AT_ONCE)?;
    let views = views(visit, question, place, &set, indicator, page)?;
    let target_period = answers::of(&set, indicator.code)
        .and_then(|figure| figure.target_period.as_deref())
        .and_then(|code| Period::parse(code).ok());
    let cascaded = match target_period {
        Some(period) => children_sum(app, actor, place.card.id, period)?
            .into_iter()
            .find(|sum| sum.indicator == indicator.code && sum.units > 0),
        None => None,
    };
    Ok(Traced { indicator, set, trace, views, cascaded, page })
}

/// Puts the figure that tells its population into the set of all figures.
fn with_population(set: &mut FigureSet, told: FigureSet) {
    for each in told.figures {
        if let Some(place) =
            set.figures.iter().position(|figure| figure.indicator == each.indicator)
        {
            set.figures[place] = each;
        }
    }
}

/// The figure in each view. Another view than the one shown is folded from every posting of the scope,
/// so where that would keep the reader waiting it is worked out only when asked for.
fn views(
    visit: &Visit,
    question: &Question,
    place: &Place,
    set: &FigureSet,
    indicator: &Indicator,
    page: usize,
) -> Result<Vec<(View, Option<Figure>)>, Problem> {
    // A column is folded from the postings of the whole scope all the same.
    let members = if question.column_names().is_empty() {
        answers::value(set, MEMBERS)
    } else {
        let whole = question.whole().in_view(View::Was).query(&place.card.code);
        answers::value(&figure(&visit.app, &visit.actor, MEMBERS, &whole)?, MEMBERS)
    };
    let members = members.unwrap_or_default();
    let is_small = page == 1 && members <= MEMBERS_FOLDED_UNASKED;
    let is_wanted = is_small || visit.raw.get(ALL_VIEWS.0) == Some(ALL_VIEWS.1);
    let mut found = Vec::with_capacity(VIEWS.len());
    for view in VIEWS {
        let seen = if view == question.view {
            answers::of(set, indicator.code).cloned()
        } else if is_wanted {
            let query = question.in_view(view).query(&place.card.code);
            let answer = figure(&visit.app, &visit.actor, indicator.code, &query)?;
            answer.figures.into_iter().next()
        } else {
            None
        };
        found.push((view, seen));
    }
    Ok(found)
}

/// Back to the overview of the unit.
fn crumbs(visit: &Visit, question: &Question, place: &Place) -> Markup {
    let say = question.say;
    html! {
        nav.crumbs aria-label=(say.text(words::PATH)) { ol {
            @for each in place.above(&visit.actor) { (each.step(say, &question.of_unit(each.code).to("/"))) }
            li { a href=(question.whole().to("/")) { (place.card.name) } }
            li aria-current="page" { (say.text(words::WHERE_FROM)) }
        } }
    }
}

fn heading(question: &Question, indicator: &Indicator) -> Markup {
    let say = question.say;
    let file = question.to(&format!("/figures/{}.csv", indicator.code));
    html! {
        div.head {
            div {
                h1 { (say.text(words::WHERE_FROM)) }
                p { (say.text(words::WHERE_FROM_LEAD)) }
            }
            div.acts {
                button.btn type="button" hidden data-copy=(say.text(words::COPIED)) {
                    (say.text(words::COPY_LINK))
                }
                a.btn href=(file) download { i.i.i-get aria-hidden="true" {} (say.text(words::DOWNLOAD)) }
            }
        }
    }
}

/// The other figures of the same family, each a door of its own.
fn siblings(question: &Question, traced: &Traced) -> Markup {
    let say = question.say;
    let prefix = answers::family_of(traced.indicator.code);
    let title = match prefix {
        "units." => words::FIGURES_OF_UNITS,
        "members." => words::FIGURES_OF_MEMBERS,
        _ => words::OTHER_FIGURES,
    };
    html! {
        section.sheet aria-labelledby="so-khac" {
            header {
                h2 id="so-khac" { (say.text(title)) }
                p { (traced.set.scope_name) ", " (say.period(question.period)) }
            }
            div.tw { table.dense {
                caption.vh { (say.text(title)) }
                thead { tr {
                    th scope="col" { (say.text(words::INDICATOR)) }
                    th.n scope="col" { (say.text(words::FIGURE)) }
                    th.n scope="col" { (say.text(words::RATE)) }
                } }
                tbody { @for indicator in answers::family(prefix) {
                    @let current = (indicator.code == traced.indicator.code).then_some("true");
                    @if let Some(figure) = answers::of(&traced.set, indicator.code) {
                        tr aria-current=[current] {
                            th scope="row" {
                                a href=(door(question, indicator.code)) { (say.text(indicator.name)) }
                            }
                            td.n { (fig(question, figure)) }
                            td.n.mut { (say.percent(figure).unwrap_or_default()) }
                        }
                    }
                } }
            } }
            footer { (say.text(words::OTHER_FIGURE)) }
        }
    }
}

fn drawer(visit: &Visit, question: &Question, place: &Place, traced: &Traced) -> Markup {
    let say = question.say;
    let day = say.day(question.last_day());
    html! {
        section.sheet.drawer aria-labelledby="goc" {
            header {
                h2 id="goc" { (say.text(traced.indicator.name)) }
                a href=(question.whole().to("/")) { (say.text(words::CLOSE)) " " i.i.i-x aria-hidden="true" {} }
                p { (place.card.name) " · " (say.period(question.period)) " · "
                    (say.text(words::TO_THE_END_OF).to_lowercase()) " " (day) " · "
                    (frame::view_name(say, question.view).to_lowercase()) }
            }
            div.pad {
                (overview::notices(question, &visit.path, &traced.set))
                ol.path {
                    li { b { "1" } (steps::number(question, traced)) }
                    li { b { "2" } (steps::formula(visit, question, traced)) }
                    li id="but-toan" { b { "3" } (steps::postings(visit, question, traced)) }
                    li { b { "4" } (steps::people_and_papers(question, traced)) }
                }
            }
        }
    }
}
