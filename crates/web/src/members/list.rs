//! The list of members of a unit and all under it: search, filters, columns, pages.

use axum::http::StatusCode;
use axum::response::Response;
use domain::figures::{Query, figure};
use domain::people::{Filter, MemberPage, Sex, Status, Years, members};
use kernel::{Block, Period, Power, UnitKind};
use maud::{Markup, html};

use super::asked::{Asked, Column, kept, to};
use super::{said, table, words as w};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::form::hidden;
use crate::parts::number_link;
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::units::Place;

/// Rows of one page.
const AT_ONCE: usize = 50;
/// Rows of a list that is put on paper: some twenty-five sheets; a longer one is taken as a file.
const ON_PAPER: usize = 1_000;
/// Where the list stands.
pub(super) const PATH: &str = "/members";

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let asked = Asked::read(&visit.raw, &question);
    let gather = || {
        let (app, actor) = (&visit.app, &visit.actor);
        let after = asked.after.as_ref();
        let most = if crate::print::is_ready(visit) { ON_PAPER } else { AT_ONCE };
        let page = members(app, actor, place.card.id, &asked.filter, after, most)?;
        Ok((page, counted(visit, &place)?))
    };
    let ((page, count), head) = visit.steady(gather)?;
    let say = question.say;
    let content = html! {
        (heading(visit, &question, &place, count))
        (conditions_on_paper(visit, &question, &asked.filter))
        section.sheet aria-label=(say.text(w::CAPTION)) {
            (tools(visit, &question, &asked))
            @if page.rows.is_empty() {
                (nobody(visit, &question, &asked, &page))
            } @else {
                (table::bulk(visit, &question))
                (table::table(visit, &question, &asked, &page.rows))
                (turning(visit, &question, &asked, &page))
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    let title = format!("{} · {}", say.text(w::MEMBERS), place.card.name);
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

/// How many members the ledger counts today.
fn counted(visit: &Visit, place: &Place) -> Result<Option<i64>, Problem> {
    if !visit.actor.may(Power::ReadFigures) {
        return Ok(None);
    }
    let today = Period::inclusive(visit.today, visit.today);
    let query = Query::of(&place.card.code, today);
    let set = figure(&visit.app, &visit.actor, "members.closing", &query)?;
    Ok(set.figures.first().and_then(|figure| figure.value))
}

fn heading(visit: &Visit, question: &Question, place: &Place, count: Option<i64>) -> Markup {
    let say = question.say;
    let today = say.day(visit.today);
    let lead = say.fill(w::LEAD, &[("unit", &place.card.name), ("day", &today)]);
    let now = Period::inclusive(visit.today, visit.today);
    let at_today = question.whole().of_unit(&place.card.code).in_period(now);
    html! {
        div.head {
            div {
                h1 { (say.text(w::MEMBERS)) }
                p { (lead) " "
                    @if let Some(count) = count {
                        b { (number_link(&at_today, "members.closing", count)) } " " (say.text(w::MEMBERS_N)) "."
                    }
                }
            }
            @if visit.is_signed_in() {
                div.acts {
                    (crate::print::button(visit, crate::print::MEMBERS))
                    @if visit.actor.may(Power::Import) {
                        a.btn href=(question.to("/imports")) { (say.text(w::IMPORT)) }
                    }
                    @if visit.actor.may(Power::RecordMembers) {
                        a.btn.main href=(question.to("/members/new")) { (say.text(w::ADMIT)) }
                    }
                }
            }
        }
    }
}

/// On paper there is no form to read the conditions from.
fn conditions_on_paper(visit: &Visit, question: &Question, filter: &Filter) -> Markup {
    let chips = conditions(visit, question, filter);
    let each: Vec<String> =
        chips.iter().map(|chip| format!("{}: {}", chip.about, chip.value)).collect();
    html! { @if !each.is_empty() { p.only-print { (each.join(" · ")) } } }
}

fn tools(visit: &Visit, question: &Question, asked: &Asked) -> Markup {
    let say = question.say;
    let raw = &visit.raw;
    html! {
        div.tools {
            form.find role="search" method="get" action=(PATH) {
                label.vh for="tim" { (say.text(w::SEARCH_LABEL)) }
                input id="tim" name="q" type="search" maxlength="120" placeholder=(say.text(w::SEARCH_HINT))
                    value=[raw.get("q")] autocomplete="off";
                (keep(question, &kept(raw, &["q"])))
                button.btn { (say.text(w::SEARCH)) }
            }
            div.end {
                @for (path, text) in [("/members/list.xlsx", w::GET_XLSX), ("/members/list.csv", w::GET_CSV)] {
                    a.btn href=(to(raw, question, path, &[], &[])) {
                        i.i.i-get aria-hidden="true" {} (say.text(text))
                    }
                }
            }
            (chips(visit, question, &asked.filter))
            (more(visit, question, &asked.filter))
            (columns(visit, question, &asked.columns))
        }
    }
}

/// The fields of the question and of the filter, hidden.
fn keep(question: &Question, fields: &[(&str, &str)]) -> Markup {
    html! {
        (frame::hidden(question))
        @for (name, value) in fields { (hidden(name, value)) }
    }
}

/// A condition in force: what it is about, what it asks, and the address without it.
struct Chip {
    about: &'static str,
    value: String,
    without: String,
}

fn conditions(visit: &Visit, question: &Question, filter: &Filter) -> Vec<Chip> {
    let (say, raw) = (question.say, &visit.raw);
    let mut chips = Vec::new();
    let mut add = |about, value: String, fields: &[&str]| {
        let without = to(raw, question, PATH, fields, &[]);
        chips.push(Chip { about: say.text(about), value, without });
    };
    if let Some(typed) = &filter.typed {
        add(w::TYPED, typed.clone(), &["q"]);
    }
    if let Some(status) = filter.status.filter(|status| *status != Status::Member) {
        add(w::STATUS, said::status_name(say, status).to_owned(), &["status"]);
    }
    if filter.sex.is_some() {
        add(w::SEX, said::sex(say, filter.sex).to_owned(), &["sex"]);
    }
    let years = |years: Years| {
        let end = |year: i16, none: i16| (year != none).then(|| year.to_string());
        let (from, to) = (end(years.from, 1850), end(years.to, 2200));
        let [from, to] = [from, to].map(|year| year.unwrap_or_else(|| "…".to_owned()));
        say.fill(w::YEARS, &[("from", &from), ("to", &to)])
    };
    if let Some(born) = filter.born {
        add(w::BIRTH, years(born), &["born_from", "born_to"]);
    }
    if let Some(joined) = filter.joined {
        add(w::JOINED, years(joined), &["joined_from", "joined_to"]);
    }
    if filter.without_number {
        add(w::STATUS, say.text(w::NO_NUMBER).to_owned(), &["no_number"]);
    }
    let columns = [
        (w::BLOCK, question.block.map(Block::name), Question { block: None, ..question.clone() }),
        (w::KIND, question.kind.map(UnitKind::name), Question { kind: None, ..question.clone() }),
    ];
    for (about, name, without) in columns {
        if let Some(name) = name {
            let without = to(raw, &without, PATH, &[], &[]);
            let (about, value) = (say.text(about), say.text(name).to_owned());
            chips.push(Chip { about, value, without });
        }
    }
    chips
}

fn chips(visit: &Visit, question: &Question, filter: &Filter) -> Markup {
    let say = question.say;
    let chips = conditions(visit, question, filter);
    html! {
        @if !chips.is_empty() {
            div.chips.full {
                span.mut { (say.text(w::FILTERED_BY)) }
                @for chip in &chips {
                    a.chip href=(chip.without) {
                        (chip.about) ": " b { (chip.value) }
                        span.vh { ", " (say.text(w::DROP_FILTER)) } i.i.i-x aria-hidden="true" {}
                    }
                }
                a.small href=(question.whole().to(PATH)) { (say.text(w::DROP_ALL)) }
            }
        }
    }
}

/// The form of conditions, closed until it is wanted.
fn more(visit: &Visit, question: &Question, filter: &Filter) -> Markup {
    let (say, raw) = (question.say, &visit.raw);
    let statuses = Status::ALL.map(|each| (each.code(), said::status_name(say, each)));
    let sexes = [Sex::Female, Sex::Male].map(|each| (each.code(), said::sex(say, Some(each))));
    let blocks: Vec<_> =
        Block::ALL.iter().map(|each| (each.code(), say.text(each.name()))).collect();
    let kinds: Vec<_> = UnitKind::ALL
        .iter()
        .filter(|each| each.counts_as_grassroots())
        .map(|each| (each.code(), say.text(each.name())))
        .collect();
    let year = |name: &str, label: kernel::Text| {
        html! { div.field {
            label for={ "f-" (name) } { (say.text(label)) }
            input.w8 id={ "f-" (name) } name=(name) inputmode="numeric" maxlength="4" autocomplete="off"
                value=[raw.get(name)];
        } }
    };
    let status = filter.status.map_or("", Status::code);
    let bare = Question { block: None, kind: None, ..question.clone() };
    let asked = ["status", "sex", "born_from", "born_to", "joined_from", "joined_to", "no_number"];
    html! {
        details.more.conditions {
            summary { (say.text(w::ADD_FILTER)) }
            form method="get" action=(PATH) {
                (keep(&bare, &kept(raw, &asked)))
                (choice("status", say.text(w::STATUS), status, None, &statuses))
                (choice("sex", say.text(w::SEX), filter.sex.map_or("", Sex::code), Some(say.text(w::ANY)), &sexes))
                (choice("block", say.text(w::BLOCK), question.block.map_or("", Block::code), Some(say.text(w::ANY)), &blocks))
                (choice("kind", say.text(w::KIND), question.kind.map_or("", UnitKind::code), Some(say.text(w::ANY)), &kinds))
                (year("born_from", w::BORN_FROM)) (year("born_to", w::BORN_TO))
                (year("joined_from", w::JOINED_FROM)) (year("joined_to", w::BORN_TO))
                label.pick {
                    input type="checkbox" name="no_number" value="1" checked[filter.without_number];
                    span { (say.text(w::ONLY_NO_NUMBER)) }
                }
                button.btn { (say.text(w::FILTER)) }
            }
        }
    }
}

fn choice(
    name: &str,
    label: &str,
    chosen: &str,
    any: Option<&str>,
    choices: &[(&str, &str)],
) -> Markup {
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            select id={ "f-" (name) } name=(name) {
                @if let Some(any) = any { option value="" selected[chosen.is_empty()] { (any) } }
                @for (code, text) in choices { option value=(code) selected[*code == chosen] { (text) } }
            }
        }
    }
}

fn columns(visit: &Visit, question: &Question, chosen: &[Column]) -> Markup {
    let say = question.say;
    html! {
        details.more.conditions {
            summary { (say.text(w::COLUMNS)) }
            form method="get" action=(PATH) {
                (keep(question, &kept(&visit.raw, &["col"])))
                @for column in Column::ALL {
                    label.pick {
                        input type="checkbox" name="col" value=(column.code()) checked[chosen.contains(&column)];
                        span { (column.name(say)) }
                    }
                }
                button.btn { (say.text(w::SHOW_COLUMNS)) }
            }
        }
    }
}

fn nobody(visit: &Visit, question: &Question, asked: &Asked, page: &MemberPage) -> Markup {
    let say = question.say;
    let is_plain = asked.filter.is_plain() && asked.after.is_none();
    let (what, then) =
        if is_plain { (w::NONE_HERE, w::NONE_HERE_DO) } else { (w::NONE_MATCH, w::NONE_MATCH_DO) };
    html! {
        div.empty {
            h2 { (say.text(what)) }
            p { (say.text(then)) }
            @if page.is_cut {
                p { (say.text(w::CUT)) }
                (go_on(visit, question, page))
            } @else if !is_plain {
                a.btn href=(question.whole().to(PATH)) { (say.text(w::DROP_ALL)) }
            }
        }
    }
}

fn go_on(visit: &Visit, question: &Question, page: &MemberPage) -> Markup {
    let say = question.say;
    let next = page.next.as_ref().map(domain::people::Cursor::text).unwrap_or_default();
    let address = to(&visit.raw, question, PATH, &[], &[("after", &next)]);
    let label = if page.is_cut { w::GO_ON } else { w::NEXT };
    html! { a rel="next" href=(address) { (say.text(label)) } }
}

fn turning(visit: &Visit, question: &Question, asked: &Asked, page: &MemberPage) -> Markup {
    let say = question.say;
    let shown = say.number(page.rows.len() as i64);
    let range = match (page.total, &asked.filter.typed) {
        (Some(total), _) => say.fill(w::COUNT_OF, &[("n", &say.number(total))]),
        (None, None) => say.fill(w::COUNT_SHOWN, &[("n", &shown)]),
        (None, Some(_)) => say.fill(w::COUNT_FOUND, &[("n", &shown)]),
    };
    html! {
        @if page.next.is_some() { p.only-print { (say.fill(w::PAPER_CUT, &[("n", &shown)])) } }
        nav.pager aria-label=(say.text(w::PAGES)) {
            span { (range) @if page.is_cut { ". " (say.text(w::CUT)) } }
            @if asked.after.is_some() || page.next.is_some() {
                ol {
                    @if asked.after.is_some() {
                        li { a href=(to(&visit.raw, question, PATH, &[], &[])) { (say.text(w::FIRST)) } }
                    }
                    @if page.next.is_some() { li { (go_on(visit, question, page)) } }
                }
            }
        }
    }
}
