//! Honours of a unit and all under it: the figures, the papers, the names, narrowed by the address alone.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{
    self, CommendationRow, Form, HonourFilter, HonourPage, HonourRow, Level, Stage, Subject,
};
use domain::figures::{Figure, figures, find_indicator};
use kernel::{Day, Id};
use ledger::views::View;
use maud::{Markup, html};

use super::page::{award, forms, levels, may_record, state};
use super::{switch, words as w};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::fig;
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::words as common;

/// Names on one page.
const AT_ONCE: usize = 50;
/// Papers shown; the names lead to the others.
const PAPERS: usize = 12;
/// The figures at the top.
const TOLD: [&str; 6] = [
    "awards.people",
    "awards.collectives",
    "awards.proposed.people",
    "awards.proposed.collectives",
    "contests.contestants",
    "initiatives.recognised.district",
];

struct Shown {
    told: Vec<Figure>,
    papers: Vec<CommendationRow>,
    names: HonourPage,
    roll: Option<(Day, bool)>,
    women: i64,
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let filter = filter(visit, &question, place.card.id);
    let (app, actor) = (&visit.app, &visit.actor);
    let gather = || {
        let set = figures(app, actor, &question.query(&place.card.code))?;
        let told = set.figures.into_iter().filter(|figure| TOLD.contains(&figure.indicator));
        let scope = (place.card.id, filter.now);
        let days = filter.days.unwrap_or(question.period);
        Ok(Shown {
            told: told.collect(),
            papers: awards::commendations(app, actor, scope, days, (0, PAPERS + 1))?,
            names: awards::honours(app, actor, &filter, AT_ONCE)?,
            roll: awards::roll_state(app, actor, place.card.id)?,
            women: awards::women_honoured(app, actor, scope, days)?,
        })
    };
    let (shown, head) = visit.steady(gather)?;
    let say = question.say;
    let title = say.fill(w::TITLE, &[("period", &say.period(question.period))]);
    let new = |stage: Stage| question.to_with("/honours/new", &[("stage", stage.code())]);
    let content = html! {
        div.head {
            div { h1 { (title) } p { span lang="vi" { (place.card.name) } ". " (say.text(w::LEAD)) } }
            @if may_record(visit) {
                div.acts {
                    a.btn.bare href=(new(Stage::Delegated)) { (say.text(w::DELEGATE)) }
                    a.btn href=(new(Stage::Proposed)) { (say.text(w::PROPOSE)) }
                    a.btn.main href=(new(Stage::Decided)) { (say.text(w::RECORD)) }
                }
            }
        }
        div.gap {
            (numbers(&question, &shown.told, shown.women))
            (papers(&question, &shown.papers))
            (names(visit, &question, &filter, &shown.names))
            (switch::part(visit, &question, &place, shown.roll))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

fn filter(visit: &Visit, question: &Question, scope: Id) -> HonourFilter {
    let get = |field: &str| visit.raw.get(field);
    HonourFilter {
        scope: Some(scope),
        now: question.view != View::Was,
        days: Some(question.as_of.map_or(question.period, |day| question.period.up_to(day))),
        stage: get("stage").and_then(Stage::from_code),
        level: get("level").and_then(Level::from_code),
        form: get("form").and_then(Form::from_code),
        award: get("award").and_then(awards::award).map(|award| award.code),
        subject: get("subject").and_then(Subject::from_code),
        text: get("name").unwrap_or_default().to_owned(),
        before: get("before").and_then(before),
    }
}

/// Where a page of names begins: a day and an id.
pub(super) fn before(text: &str) -> Option<(Day, Id)> {
    let (day, id) = text.split_once('_')?;
    Some((Day::parse(day).ok()?, Id::parse(id)?))
}

fn numbers(question: &Question, told: &[Figure], women: i64) -> Markup {
    let say = question.say;
    html! {
        section.sheet aria-label=(say.text(w::NUMBERS)) { dl.figs {
            @for figure in told {
                div {
                    dt { (find_indicator(figure.indicator).map_or(figure.name, |found| say.text(found.name))) }
                    dd.big { (fig(question, figure)) }
                    @if figure.indicator == "awards.people" && women > 0 {
                        dd { small.mut { (say.text(w::WOMEN)) ": " b { (say.number(women)) } } }
                    }
                }
            }
        } }
    }
}

fn papers(question: &Question, rows: &[CommendationRow]) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::PAPERS)) } p { (say.text(w::PAPERS_LEAD)) } }
            @if rows.is_empty() {
                div.empty { p { (say.text(w::NO_PAPERS)) } }
            } @else {
                (papers_table(question, &rows[..rows.len().min(PAPERS)]))
                @if rows.len() > PAPERS { footer { (say.text(w::MORE_PAPERS)) } }
            }
        }
    }
}

/// Papers as a table.
pub(super) fn papers_table(question: &Question, rows: &[CommendationRow]) -> Markup {
    let say = question.say;
    let heads = [w::FOR_WHAT, w::DECIDED_BY, w::PAPER, w::STAGE];
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(w::PAPERS)) }
            thead { tr {
                @for head in heads { th scope="col" { (say.text(head)) } }
                th.n scope="col" { (say.text(w::PEOPLE)) }
                th.n scope="col" { (say.text(w::COLLECTIVES)) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" lang="vi" { a href=(question.to(&format!("/honours/{}", row.id))) { (row.title) } }
                td data-l=(say.text(w::DECIDED_BY)) lang="vi" { span { (row.decided_by) } }
                td data-l=(say.text(w::PAPER)) lang="vi" { span { (row.document) } }
                td.nb data-l=(say.text(w::STAGE)) { span { (say.text(row.stage.name())) } }
                td.n data-l=(say.text(w::PEOPLE)) { span { (say.number(row.counts.0)) } }
                td.n data-l=(say.text(w::COLLECTIVES)) { span { (say.number(row.counts.1)) } }
            } } }
        } }
    }
}

fn names(visit: &Visit, question: &Question, filter: &HonourFilter, page: &HonourPage) -> Markup {
    let say = question.say;
    let next = page.next.map(|(day, id)| {
        let before = format!("{day}_{id}");
        let mut fields = kept(filter);
        fields.push(("before", before));
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, &**value)).collect();
        question.to_with("/honours", &fields)
    });
    html! {
        section.sheet id="ten" {
            header { h2 { (say.text(w::NAMES)) } }
            div.pad { (narrow(visit, question, filter)) }
            @if page.rows.is_empty() {
                div.empty { p { (say.text(w::NO_NAMES)) } p { (say.text(w::NO_NAMES_DO)) } }
            } @else {
                (names_table(question, &page.rows, true))
                @if let Some(next) = next {
                    nav.pager aria-label=(say.text(common::PAGES)) { span {} ol { li { a rel="next" href={ (next) "#ten" } { (say.text(common::NEXT)) } } } }
                }
            }
        }
    }
}

fn kept(filter: &HonourFilter) -> Vec<(&'static str, String)> {
    let codes = [
        ("stage", filter.stage.map(Stage::code)),
        ("level", filter.level.map(Level::code)),
        ("form", filter.form.map(Form::code)),
        ("subject", filter.subject.map(Subject::code)),
        ("award", filter.award),
    ];
    let codes = codes.into_iter().filter_map(|(name, code)| Some((name, code?.to_owned())));
    let text = Some(("name", filter.text.clone())).filter(|(_, text)| !text.is_empty());
    codes.chain(text).collect()
}

fn narrow(visit: &Visit, question: &Question, filter: &HonourFilter) -> Markup {
    let say = question.say;
    let pick = |name: &str, label: kernel::Text, now: Option<&str>, choices: &[(&str, &str)]| {
        html! {
            label.pick-one { span.vh { (say.text(label)) }
                select name=(name) {
                    @for (code, text) in choices {
                        option value=(code) selected[Some(*code) == now.or(Some(""))] { (text) }
                    }
                }
            }
        }
    };
    let every = [("", say.text(w::ANY_AWARD))].into_iter();
    let awards: Vec<(&str, &str)> =
        every.chain(awards::AWARDS.iter().map(|award| (award.code, award.name))).collect();
    let stages = super::page::choices(say, Some(w::ANY_STAGE), Stage::ALL, |each: Stage| {
        (each.code(), each.name())
    });
    let subjects =
        super::page::choices(say, Some(w::ANY_SUBJECT), Subject::ALL, |each: Subject| {
            (each.code(), each.name())
        });
    html! {
        form.tools.narrow method="get" action=(visit.path) aria-label=(say.text(w::NARROW)) {
            (frame::hidden(question))
            label.pick-one { span.vh { (say.text(w::NAME)) }
                input name="name" type="search" maxlength="80" value=(filter.text) autocomplete="off"
                    placeholder=(say.text(w::NAME));
            }
            (pick("form", w::FORM, filter.form.map(Form::code), &forms(say, Some(w::ANY_FORM))))
            (pick("award", w::AWARD, filter.award, &awards))
            (pick("level", w::LEVEL, filter.level.map(Level::code), &levels(say, Some(w::ANY_LEVEL))))
            (pick("subject", w::SUBJECT, filter.subject.map(Subject::code), &subjects))
            (pick("stage", w::STAGE, filter.stage.map(Stage::code), &stages))
            button.btn { (say.text(w::NARROW)) }
        }
    }
}

/// Honours as a table, with the unit where it is not the page's own.
pub(super) fn names_table(question: &Question, rows: &[HonourRow], with_names: bool) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(w::NAMES)) }
            thead { tr {
                @if with_names { th scope="col" { (say.text(w::NAME)) } }
                th scope="col" { (say.text(w::AWARD)) }
                th scope="col" { (say.text(w::DECIDED_BY)) }
                th scope="col" { (say.text(w::PAPER)) }
                th.n scope="col" { (say.text(w::YEAR)) }
            } }
            tbody { @for row in rows { tr {
                @if with_names { th scope="row" { (name(question, say, row)) } }
                td data-l=(say.text(w::AWARD)) { span {
                    (award(say, row)) " " (state(say, row))
                    @if let Some(text) = &row.achievement { small.under.mut lang="vi" { (text) } }
                } }
                td data-l=(say.text(w::DECIDED_BY)) lang="vi" { span {
                    (row.decided_by)
                    @if let Some(by) = &row.presented_by { small.under.mut { (say.fill(w::PRESENTED_BY_X, &[("who", by)])) } }
                } }
                td data-l=(say.text(w::PAPER)) lang="vi" { span { a href=(question.to(&format!("/honours/{}", row.commendation))) { (row.document) } } }
                td.n data-l=(say.text(w::YEAR)) { span { (row.year) } }
            } } }
        } }
    }
}

fn name(question: &Question, say: Say, row: &HonourRow) -> Markup {
    html! {
        span lang="vi" {
            @match (row.person, row.subject) {
                (Some(person), _) => a href=(question.to(&format!("/members/{person}"))) { (row.named) },
                (None, Subject::Collective) => a href=(question.of_unit(&row.unit.1).to(&crate::units::record_path(&row.unit.1))) { (row.named) },
                (None, Subject::Person) => (row.named),
            }
            @if row.named != row.unit_named { small.under.mut { (row.unit_named) } }
        }
        @if row.subject == Subject::Collective { small.under.mut { (say.text(row.subject.name())) } }
    }
}
