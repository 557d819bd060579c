//! The rows of a list as typed: fields `r-N-…`, read back as they were, with what was found of each.

use domain::awards::{AWARDS, Listed, ListedRow};
use maud::{Markup, html};

use super::words as w;
use crate::form::Form;
use crate::say::Say;

/// Empty rows offered.
pub(super) const BLANK: usize = 8;
/// Rows of one form at most: a form has four thousand fields.
pub(super) const MOST: usize = 500;

const FIELDS: [&str; 6] = ["name", "unit", "award", "grade", "achievement", "money"];

/// The rows that were typed, with their numbers; empty ones are passed over.
pub(super) fn read(form: &Form) -> Vec<(ListedRow, String)> {
    let mut found = Vec::new();
    for number in 0..MOST {
        let text = |field: &str| form.text(&format!("r-{number}-{field}")).to_owned();
        let row = ListedRow {
            line: number + 1,
            subject: String::new(),
            named: text("name"),
            unit: text("unit"),
            award: text("award"),
            grade: text("grade"),
            achievement: text("achievement"),
            money: text("money"),
        };
        if row.named.is_empty() && row.unit.is_empty() {
            continue;
        }
        found.push((row, text("answers")));
    }
    found
}

/// The rows as fields, then some empty ones; what was found of a row stands under it.
pub(super) fn fields(
    say: Say,
    rows: &[(ListedRow, String)],
    told: &[Listed],
    blank: usize,
) -> Markup {
    let empty = (ListedRow::default(), String::new());
    let blank = blank.min(MOST.saturating_sub(rows.len()));
    let all = rows.iter().chain(std::iter::repeat_n(&empty, blank));
    html! {
        div.tw { table.stack.dense.list-rows {
            caption.vh { (say.text(w::LIST)) }
            thead { tr {
                th.n scope="col" { (say.text(w::NUMBER)) }
                th scope="col" { (say.text(w::NAME)) small.under.mut { (say.text(w::NAME_HINT)) } }
                th scope="col" { (say.text(w::UNIT)) small.under.mut { (say.text(w::UNIT_HINT)) } }
                th scope="col" { (say.text(w::AWARD)) small.under.mut { (say.text(w::AWARD_HINT)) } }
                th scope="col" { (say.text(w::GRADE)) }
                th scope="col" { (say.text(w::ACHIEVEMENT)) }
                th scope="col" { (say.text(w::MONEY)) }
            } }
            tbody { @for (number, (row, answers)) in all.enumerate() {
                @let told = told.get(number).filter(|_| number < rows.len());
                (one(say, number, row, answers, told))
            } }
        } }
    }
}

fn one(say: Say, number: usize, row: &ListedRow, answers: &str, told: Option<&Listed>) -> Markup {
    let values = [&row.named, &row.unit, &row.award, &row.grade, &row.achievement, &row.money];
    let labels = [w::NAME, w::UNIT, w::AWARD, w::GRADE, w::ACHIEVEMENT, w::MONEY];
    let wrong = told.is_some_and(|told| told.found.is_err());
    html! {
        tr {
            td.n { (number + 1) @if !answers.is_empty() { input type="hidden" name={ "r-" (number) "-answers" } value=(answers); } }
            @for ((field, label), value) in FIELDS.iter().zip(labels).zip(values) {
                td data-l=(say.text(label)) {
                    @if *field == "award" {
                        select name={ "r-" (number) "-award" } aria-label={ (say.text(label)) " " (number + 1) } {
                            option value="" { (say.text(w::AS_ABOVE)) }
                            @for award in AWARDS { option value=(award.code) selected[is_award(value, award)] { (award.name) } }
                            @if !value.is_empty() && !AWARDS.iter().any(|award| is_award(value, award)) {
                                option value=(value) selected { (value) }
                            }
                        }
                    } @else {
                        input class=[(*field == "grade").then_some("w4")] name={ "r-" (number) "-" (field) } value=(value) maxlength="300"
                            autocomplete="off" aria-label={ (say.text(label)) " " (number + 1) } aria-invalid=[wrong.then_some("true")];
                    }
                }
            }
        }
        @if let Some(told) = told {
            @match (&told.found, &told.note) {
                (Err(refusal), _) => tr { td.off {} td.err.full colspan="6" lang="vi" { (refusal.message) ". " (refusal.remedy) } },
                (Ok(_), Some(note)) => tr { td.off {} td.warn.full colspan="6" lang="vi" { (note) } },
                (Ok(_), None) => {}
            }
        }
    }
}

fn is_award(value: &str, award: &domain::awards::Award) -> bool {
    value == award.code || vietnamese::fold::fold(value) == vietnamese::fold::fold(award.name)
}
