//! Initiatives: the list with authors, shares and benefits, and the form that records one.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{
    Author, Initiative, InitiativeKind, InitiativeRow, Level, ListedRow, initiative, initiatives,
    read_list, recognise,
};
use domain::figures::{Figure, figures, find_indicator};
use kernel::{Id, Refusal};
use ledger::views::View;
use maud::{Markup, html};

use super::page::{choices, levels, may_record, must_record};
use super::words as w;
use crate::address::Question;
use crate::frame::{self, Frame, form_key};
use crate::parts::form::{self, Field};
use crate::parts::{self, Page, fig, pager, typed};
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;
use crate::units::Place;

/// Initiatives on one page.
const AT_ONCE: usize = 50;
/// Authors of one initiative at most.
const AUTHORS: usize = 30;
/// Figures that fit in large digits.
const SHORT: i64 = 1_000_000_000;
/// The figures at the top.
const TOLD: [&str; 5] = [
    "initiatives.recognised.district",
    "initiatives.recognised.city",
    "initiatives.benefit_vnd",
    "initiatives.experience.district",
    "initiatives.experience.city",
];

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Records one.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    carried_out(
        visit,
        carry_out(visit, &place),
        |_| visit.done(&question.to("/initiatives"), visit.say.text(w::INITIATIVE_WRITTEN)),
        show,
    )
}

fn carry_out(visit: &Visit, place: &Place) -> Result<Id, domain::Error> {
    let form = &visit.form;
    let document = parts::paper::read(visit, form.text("title"))?;
    let missing = || Refusal::new("bad_day", "Thiếu ngày của văn bản", "Ghi ngày như 8/5/2020");
    let on = document.issued_on.ok_or_else(missing)?;
    let scope = (place.card.id, on);
    let unit_row = ListedRow { unit: form.text("unit").to_owned(), ..ListedRow::default() };
    let found = read_list(&visit.app, &visit.actor, scope, "ctt.cdcs_vung_manh", &[unit_row])?;
    let Some(found) = found.into_iter().next() else { return Err(missing().into()) };
    let unit = found.found?.unit;
    let count = form.some("count").map(typed::count).transpose()?;
    let new = Initiative {
        unit,
        kind: InitiativeKind::from_code(form.text("kind")).unwrap_or(InitiativeKind::Improvement),
        name: form.text("title").to_owned(),
        level: Level::from_code(form.text("level")).unwrap_or(Level::District),
        on,
        year: on.year(),
        field: form.some("field").map(str::to_owned),
        benefit_vnd: form.some("benefit").map(typed::count).transpose()?,
        document,
        first: form.some("first").and_then(Id::parse),
        emulation: None,
        count: count.map(|count| (count, form.some("at-least").is_some())),
        authors: authors(visit, scope, form.text("unit"))?,
    };
    recognise(&visit.app, &visit.actor, &new)
}

/// One author a line: the name, then the share after a semicolon; alone it is the whole.
fn authors(
    visit: &Visit,
    scope: (Id, kernel::Day),
    unit: &str,
) -> Result<Vec<Author>, domain::Error> {
    let text = visit.form.text("authors");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > AUTHORS {
        let message = format!("Sáng kiến có nhiều hơn {AUTHORS} tác giả");
        return Err(Refusal::new("too_many_authors", message, "Ghi những tác giả chính").into());
    }
    let parts: Vec<(&str, (i64, i64))> = lines
        .iter()
        .map(|line| -> Result<_, Refusal> {
            let (name, share) = line.rsplit_once(';').unwrap_or((line, "1/1"));
            Ok((name.trim(), share_of(share.trim())?))
        })
        .collect::<Result<_, Refusal>>()?;
    let rows: Vec<ListedRow> = parts
        .iter()
        .map(|(name, _)| ListedRow {
            named: (*name).to_owned(),
            unit: unit.to_owned(),
            ..ListedRow::default()
        })
        .collect();
    let found = read_list(&visit.app, &visit.actor, scope, "khac.cong_nhan_gioi", &rows)?;
    let told = found.into_iter().zip(parts);
    told.map(|(each, (_, share))| -> Result<Author, domain::Error> {
        let line = each.found?;
        Ok(Author {
            person: line.person,
            named: line.named.unwrap_or_default(),
            unit: line.unit,
            share,
        })
    })
    .collect()
}

/// A share as people write it: `1/3` or `40%`.
fn share_of(typed: &str) -> Result<(i64, i64), Refusal> {
    let bad = || {
        Refusal::new("shares_not_one", format!("Không rõ phần “{typed}”"), "Ghi như 1/3 hoặc 40%")
    };
    let number = |text: &str| text.trim().parse::<i64>().map_err(|_| bad());
    if let Some(percent) = typed.strip_suffix('%') {
        return Ok((number(percent)?, 100));
    }
    let (parts, whole) = typed.split_once('/').ok_or_else(bad)?;
    Ok((number(parts)?, number(whole)?))
}

fn show(visit: &Visit, status: StatusCode, told: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let number = visit.raw.page("page")?;
    let lower = lower(visit)?;
    let scope = (place.card.id, question.view != View::Was);
    let window = ((number - 1) * AT_ONCE, AT_ONCE + 1);
    let gather = || {
        let set = figures(&visit.app, &visit.actor, &question.query(&place.card.code))?;
        let figures: Vec<Figure> =
            set.figures.into_iter().filter(|each| TOLD.contains(&each.indicator)).collect();
        Ok((figures, initiatives(&visit.app, &visit.actor, scope, question.period, window)?))
    };
    let ((figures, mut rows), head) = visit.steady(gather)?;
    let more = rows.len() > AT_ONCE;
    rows.truncate(AT_ONCE);
    let say = question.say;
    let first = (number - 1) * AT_ONCE;
    let range =
        format!("{}–{}", say.number((first + 1) as i64), say.number((first + rows.len()) as i64));
    let title = say.fill(w::INITIATIVES_TITLE, &[("period", &say.period(question.period))]);
    let content = html! {
        div.head { div { h1 { (title) } p { span lang="vi" { (place.card.name) } ". " (say.text(w::INITIATIVES_LEAD)) } } }
        div.gap {
            section.sheet aria-label=(say.text(w::NUMBERS)) { dl.figs { @for figure in &figures { div {
                dt { (find_indicator(figure.indicator).map_or(figure.name, |found| say.text(found.name))) }
                dd.big[figure.value.is_none_or(|value| value < SHORT)] { (fig(&question, figure)) }
            } } } }
            section.sheet id="danh-sach" {
                @if rows.is_empty() { div.empty { p { (say.text(w::NO_INITIATIVES)) } } }
                @else {
                    (table(&question, &rows, may_record(visit)))
                    (pager(&question, "/initiatives", &Page { field: "page", number, more, range, keep: &[], anchor: "danh-sach" }))
                }
            }
            @if may_record(visit) { (new_form(visit, &question, lower.as_ref(), told)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &title, &content)))
}

fn table(question: &Question, rows: &[InitiativeRow], may_record: bool) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(w::INITIATIVES)) }
            thead { tr {
                th scope="col" { (say.text(w::NAME_OF_IT)) }
                th scope="col" { (say.text(w::AUTHORS)) }
                th scope="col" { (say.text(w::LEVEL)) }
                th.n scope="col" { (say.text(w::BENEFIT)) }
                th scope="col" { (say.text(w::PAPER)) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" lang="vi" {
                    (row.name) small.under.mut { (row.unit.1) }
                    @if may_record && !row.typed.0 {
                        small.under { a href={ (question.to_with("/initiatives", &[("first", &row.id.to_string())])) "#ghi" } { (say.text(w::HIGHER_LEVEL)) } }
                    }
                }
                td data-l=(say.text(w::AUTHORS)) lang="vi" { span {
                    @if row.typed.0 {
                        span.tag.warn { (say.text(w::TYPED)) } " "
                        @if row.typed.1 { (say.text(w::OVER)) " " } b { (say.number(row.quantity)) }
                    } @else {
                        @for (place, (name, (parts, whole))) in row.authors.iter().enumerate() {
                            @if place > 0 { ", " } (name) @if *whole > 1 { " (" (parts) "/" (whole) ")" }
                        }
                    }
                } }
                td data-l=(say.text(w::LEVEL)) { span { (say.text(row.level.name())) small.under.mut { (say.text(row.kind.name())) } } }
                td.n data-l=(say.text(w::BENEFIT)) { span { (row.benefit_vnd.map_or("–".to_owned(), |benefit| say.number(benefit))) } }
                td data-l=(say.text(w::PAPER)) lang="vi" { span { (row.document) } }
            } } }
        } }
    }
}

/// The initiative that a higher level recognises too, where the address or the form names one.
fn lower(visit: &Visit) -> Result<Option<InitiativeRow>, Problem> {
    let named = visit.form.some("first").or_else(|| visit.raw.get("first")).and_then(Id::parse);
    named.map(|id| Ok(initiative(&visit.app, &visit.actor, id)?)).transpose()
}

/// What stands in a field: what was typed, or what is known of the initiative a higher level recognises too.
fn stands(visit: &Visit, lower: Option<&InitiativeRow>, field: &str) -> String {
    let Some(lower) = lower.filter(|_| visit.form.some(field).is_none()) else {
        return visit.form.text(field).to_owned();
    };
    match field {
        "title" => lower.name.clone(),
        "unit" => lower.unit.0.clone(),
        "authors" => {
            let line =
                |(name, (parts, whole)): &(String, (i64, i64))| format!("{name}; {parts}/{whole}");
            lower.authors.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}

fn new_form(
    visit: &Visit,
    question: &Question,
    lower: Option<&InitiativeRow>,
    told: Option<&Refusal>,
) -> Markup {
    let (say, typed) = (question.say, &visit.form);
    let [title_is, unit_is, authors_are] =
        ["title", "unit", "authors"].map(|field| stands(visit, lower, field));
    let kinds =
        choices(say, None, InitiativeKind::ALL, |kind: InitiativeKind| (kind.code(), kind.name()));
    let wrong = |codes: &[&str]| told.filter(|no| codes.contains(&no.code)).map(|no| &*no.message);
    let title = Field {
        most: 500,
        error: wrong(&["bad_text"]),
        ..Field::new("title", say.text(w::NAME_OF_IT), &title_is)
    };
    let unit = Field {
        hint: say.text(w::UNIT_HINT),
        error: wrong(&["unknown_unit", "several_units"]),
        ..Field::new("unit", say.text(w::UNIT), &unit_is)
    };
    let authors = Field {
        is_optional: true,
        hint: say.text(w::AUTHORS_HINT),
        error: wrong(&["shares_not_one"]),
        ..Field::new("authors", say.text(w::AUTHORS), &authors_are)
    };
    let benefit = Field {
        is_optional: true,
        most: 25,
        error: wrong(&["bad_money", "bad_number"]),
        ..Field::new("benefit", say.text(w::BENEFIT), typed.text("benefit"))
    };
    let count = Field {
        is_optional: true,
        most: 9,
        hint: say.text(w::COUNT_HINT),
        ..Field::new("count", say.text(w::COUNT), typed.text("count"))
    };
    let field =
        Field { is_optional: true, ..Field::new("field", say.text(w::FIELD), typed.text("field")) };
    html! {
        details.sheet.more id="ghi" open[told.is_some() || lower.is_some()] {
            summary.pad { (say.text(w::RECORD_INITIATIVE)) }
            form.form.pad method="post" action=(question.to("/initiatives")) {
                @if let Some(refusal) = told { (form::refused(say, refusal, None)) }
                (form_key(visit))
                @if let Some(lower) = lower { (form::hidden("first", &lower.id.to_string())) p.hint { (say.text(w::HIGHER_LEVEL_HINT)) } }
                (form::select(say, &Field::new("kind", say.text(w::KIND), typed.text("kind")), &kinds))
                (form::area(say, &title, 2))
                (form::input(say, &unit))
                (form::area(say, &authors, 3))
                (form::select(say, &Field::new("level", say.text(w::LEVEL), typed.some("level").unwrap_or("district")), &levels(say, None)))
                (form::input(say, &benefit))
                (form::input(say, &field))
                (parts::paper::fields(visit, false, told))
                (form::input(say, &count))
                label.tick { input type="checkbox" name="at-least" value="1" checked[typed.some("at-least").is_some()]; " " (say.text(w::AT_LEAST)) }
                (form::acts(say, w::WRITE, None))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_fraction_or_a_percentage() {
        assert_eq!(share_of("1/3").unwrap(), (1, 3));
        assert_eq!(share_of("40%").unwrap(), (40, 100));
        assert_eq!(share_of("nửa").unwrap_err().code, "shares_not_one");
    }
}
