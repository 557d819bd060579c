//! The tree of units, a level at a time: the units directly below one, or all levels under it, narrowed down.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exports::Format;
use domain::figures::{BelowPage, BelowRow, page_below};
use domain::units::{UnitsAsked, export};
use maud::{Markup, html};

use super::filters::{self, Filters};
use super::find::kind_of;
use super::{Place, words};
use crate::address::Question;
use crate::frame::Frame;
use crate::parts::{self, Page, download, pager};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::{frame, words as common};

/// Units on one page.
const AT_ONCE: usize = 50;

/// The figures of each unit, and their headings.
const COLUMNS: [&str; 3] = ["members.closing", "units.closing", "members.admitted"];

fn asked(visit: &Visit, filters: &Filters, number: usize) -> UnitsAsked {
    UnitsAsked {
        filter: filters.filter,
        deep: filters.deep,
        skip: (number - 1) * AT_ONCE,
        after: visit.raw.get("after").unwrap_or_default().to_owned(),
        most: AT_ONCE,
    }
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let number = visit.raw.page("page")?;
    let filters = Filters::read(visit, &question);
    let asked = asked(visit, &filters, number);
    let query = question.query(&place.card.code);
    let gather = || Ok(page_below(&visit.app, &visit.actor, &query, &COLUMNS, &asked)?);
    let (shown, head) = visit.steady(gather)?;
    let content = html! {
        (crumbs(visit, &question, &place))
        (heading(&question, &place, &filters, &shown))
        (super::find::search(visit, &question))
        section.sheet id="danh-sach" {
            (filters::form(&question, &filters))
            @if shown.rows.is_empty() {
                (nothing(&question, &filters))
            } @else {
                (table(&question, &shown.rows, filters.deep))
                (turning(&question, &filters, &asked, number, &shown))
            }
        }
    };
    let title = title(&question, &place, &filters);
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

fn title(question: &Question, place: &Place, filters: &Filters) -> String {
    let text = if filters.deep { words::ALL_LEVELS_OF } else { common::UNITS_BELOW_OF };
    question.say.fill(text, &[("unit", &place.card.name)])
}

/// The managers above, each the door to its own level.
fn crumbs(visit: &Visit, question: &Question, place: &Place) -> Markup {
    html! {
        @if !place.card.managers.is_empty() {
            nav.crumbs aria-label=(question.say.text(common::PATH)) { ol {
                @for each in place.above(&visit.actor) { (each.step(question.say, &question.of_unit(each.code).to("/units"))) }
                li aria-current="page" lang=[question.say.foreign()] { (place.card.name) }
            } }
        }
    }
}

fn heading(question: &Question, place: &Place, filters: &Filters, shown: &BelowPage) -> Markup {
    let say = question.say;
    let day = say.day(question.organisation_day());
    let fields = filters.fields();
    html! {
        div.head {
            div {
                h1 { (title(question, place, filters)) }
                p {
                    @match shown.total {
                        Some(total) => {
                            (say.fill(common::BELOW_COUNT, &[("n", &say.number(total as i64)), ("day", &day)])) ". "
                        }
                        None => { (say.fill(words::ALL_LEVELS_LEAD, &[("day", &day)])) " " }
                    }
                    (say.text(words::TREE_LEAD))
                }
            }
            div.acts.no-print {
                a.btn href=(question.to_with("/units.csv", &fields)) { (say.text(words::DOWNLOAD)) " CSV" }
                a.btn href=(question.to_with("/units.xlsx", &fields)) { (say.text(words::DOWNLOAD)) " Excel" }
                a.btn href=(super::record_door(question, &place.card.code)) { (say.text(words::RECORD_OF)) }
            }
        }
    }
}

fn nothing(question: &Question, filters: &Filters) -> Markup {
    let say = question.say;
    html! {
        div.empty {
            @if filters.is_narrow() {
                p { b { (say.text(words::NONE_FIT)) } } p { (say.text(words::NONE_FIT_DO)) }
                a.btn href=(question.whole().to("/units")) { (say.text(words::CLEAR_FILTERS)) }
            } @else {
                p { (say.text(common::NONE_BELOW)) }
                a.btn href=(question.to("/")) { (say.text(common::OVERVIEW)) }
            }
        }
    }
}

/// Units as a table with their main figures, each a door to its own trace.
fn table(question: &Question, rows: &[BelowRow], deep: bool) -> Markup {
    let say = question.say;
    let heads =
        [common::MEMBERS, common::UNIONS, common::ADMITTED_SHORT].map(|head| say.text(head));
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(common::UNITS)) }
            thead { tr {
                th scope="col" { (say.text(common::NAME)) }
                th scope="col" { (say.text(common::KIND)) }
                @if deep { th scope="col" { (say.text(common::ABOVE_AND_BELOW)) } }
                th scope="col" { (say.text(common::CODE)) }
                @for head in heads { th.n scope="col" { (head) } }
                th scope="col" { span.vh { (say.text(words::BELOW_IT)) } }
            } }
            tbody { @for row in rows { (line(question, row, deep, heads)) } }
        } }
    }
}

fn line(question: &Question, row: &BelowRow, deep: bool, heads: [&str; 3]) -> Markup {
    let say = question.say;
    let BelowRow { unit, values } = row;
    html! {
        tr {
            th scope="row" {
                a lang=[say.foreign()] href=(super::record_door(question, &unit.code)) { (unit.name) }
                @if let Some(day) = &unit.ended_on {
                    small.under.mut { (say.fill(common::ENDED_ON, &[("day", &say.day_text(day))])) }
                }
            }
            td.nb data-l=(say.text(common::KIND)) { span { (kind_of(say, unit.kind)) } }
            @if deep {
                td data-l=(say.text(common::ABOVE_AND_BELOW)) lang="vi" { span { (unit.parent.as_deref().unwrap_or("–")) } }
            }
            td.mut data-l=(say.text(common::CODE)) { span { (unit.code) } }
            @for (place, (head, indicator)) in heads.iter().zip(COLUMNS).enumerate() {
                @let value = values.as_ref().and_then(|values| values.get(place));
                td.n data-l=(head) { span { (parts::figure_of(question, unit, indicator, value)) } }
            }
            td.n.branch {
                @if unit.manages {
                    a href=(question.of_unit(&unit.code).to("/units"))
                        aria-label=(say.fill(words::OPEN_BRANCH, &[("name", &unit.name)])) { (say.text(words::BRANCH)) " ›" }
                }
            }
        }
    }
}

fn turning(
    question: &Question,
    filters: &Filters,
    asked: &UnitsAsked,
    number: usize,
    shown: &BelowPage,
) -> Markup {
    let say = question.say;
    let keep = filters.fields();
    let Some(total) = shown.total else {
        let count = say.number(shown.rows.len() as i64);
        let next = shown.next.as_deref().map(|next| {
            let mut fields = keep.clone();
            fields.push(("after", next));
            format!("{}#danh-sach", question.to_with("/units", &fields))
        });
        return html! {
            nav.pager aria-label=(say.text(common::PAGES)) {
                span { (say.fill(words::SHOWN_HERE, &[("n", &count)])) }
                ol {
                    @if !asked.after.is_empty() {
                        li { a href=(question.to_with("/units", &keep)) { (say.text(words::FROM_THE_START)) } }
                    }
                    @if let Some(next) = next { li { a rel="next" href=(next) { (say.text(words::NEXT_PART)) } } }
                }
            }
        };
    };
    let range = say.fill(
        common::LINES_OF,
        &[
            ("first", &say.number((asked.skip + 1).min(total) as i64)),
            ("last", &say.number((asked.skip + shown.rows.len()) as i64)),
            ("total", &say.number(total as i64)),
        ],
    );
    let more = asked.skip + shown.rows.len() < total;
    pager(
        question,
        "/units",
        &Page { field: "page", number, more, range, keep: &keep, anchor: "danh-sach" },
    )
}

/// The list as separated text.
pub(super) fn csv(visit: &Visit) -> Result<Response, Problem> {
    file(visit, Format::Csv)
}

/// The list as a workbook.
pub(super) fn xlsx(visit: &Visit) -> Result<Response, Problem> {
    file(visit, Format::Xlsx)
}

fn file(visit: &Visit, format: Format) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let filters = Filters::read(visit, &question);
    let asked = UnitsAsked { after: String::new(), ..asked(visit, &filters, 1) };
    let query = question.query(&place.card.code);
    let bytes = export(&visit.app, &visit.actor, &query, &asked, format)?;
    let name = format!("don-vi_{}.{}", place.card.code, format.ending());
    Ok(download(&name, format.content_type(), bytes))
}
