//! The rows of a list one by one: the unit, what happens to it, whether that can be written, and why not.

use domain::reorganisations::{Deed, Looked, SeenRow};
use kernel::{Id, Text};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::parts::{Page, pager};
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

/// Rows on one page.
const ROWS: usize = 50;

/// Which rows are shown, by the code in the address.
const FILTERS: [(&str, Text); 4] =
    [("all", words::ALL_ROWS), ("will", words::WILL), ("keeps", words::KEEPS), ("not", words::NOT)];

/// The place of a row among the counts.
fn class(row: &SeenRow) -> usize {
    match (&row.refused, row.deed) {
        (Some(_), _) => 2,
        (None, Some(Deed::Keep)) => 1,
        (None, _) => 0,
    }
}

/// The sheet of rows: those to mend first asked for where there are any.
pub(super) fn sheet(
    visit: &Visit,
    question: &Question,
    (id, looked): (Id, &Looked),
) -> Result<Markup, Problem> {
    let say = question.say;
    let usual = if looked.counts[2] > 0 { "not" } else { "all" };
    let asked = visit.raw.get("show").unwrap_or(usual);
    let place = FILTERS.iter().position(|(code, _)| *code == asked).unwrap_or(0);
    let number = visit.raw.page("page")?;
    let wanted = |row: &&SeenRow| place == 0 || class(row) == place - 1;
    let all: Vec<&SeenRow> = looked.rows.iter().filter(wanted).collect();
    let first = (number - 1) * ROWS;
    let shown: Vec<&SeenRow> = all.iter().copied().skip(first).take(ROWS).collect();
    let [from, to, count] =
        [first + 1, first + shown.len(), all.len()].map(|n| say.number(n as i64));
    let path = format!("/reorganise/{id}");
    let turn = Page {
        field: "page",
        number,
        more: first + shown.len() < all.len(),
        range: say.fill(words::OF_ALL, &[("from", &from), ("to", &to), ("all", &count)]),
        keep: &[("show", FILTERS[place].0)],
        anchor: "tung-dong",
    };
    let counts = [looked.rows.len(), looked.counts[0], looked.counts[1], looked.counts[2]];
    Ok(html! {
        section.sheet id="tung-dong" {
            div.tools {
                h2 { (say.text(words::EACH_ROW)) }
                span.chips { @for ((code, name), count) in FILTERS.iter().zip(counts) {
                    a.chip.plain href={ (question.to_with(&path, &[("show", code)])) "#tung-dong" }
                        aria-current=[(*code == FILTERS[place].0).then_some("true")] {
                        (say.text(*name)) " " (say.number(count as i64))
                    }
                } }
            }
            @if shown.is_empty() { p.pad.mut { (say.text(words::NO_ROWS)) } } @else {
                (table(question, &shown))
                (pager(question, &path, &turn))
            }
        }
    })
}

fn table(question: &Question, rows: &[&SeenRow]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(words::EACH_ROW)) }
            thead { tr {
                th.n scope="col" { (say.text(words::ROW)) }
                th scope="col" { (say.text(words::UNIT)) }
                th scope="col" { (say.text(words::DEED)) }
                th scope="col" { (say.text(words::VERDICT)) }
                th scope="col" { (say.text(words::WHY)) }
            } }
            tbody { @for row in rows { (line(say, row)) } }
        } }
    }
}

fn line(say: Say, row: &SeenRow) -> Markup {
    let (tag, name) = match class(row) {
        0 => ("tag good", words::WILL),
        1 => ("tag", words::KEEPS),
        _ => ("tag bad", words::NOT),
    };
    html! {
        tr {
            td.n.dim.off { @if let Some(sheet) = &row.sheet { (sheet) " · " } (row.row) }
            th scope="row" { (unit(say, row)) }
            td data-l=(say.text(words::DEED)) { span { (deed(say, row)) } }
            td data-l=(say.text(words::VERDICT)) { span class=(tag) { (say.text(name)) } }
            td.full lang="vi" {
                @if let Some(refusal) = &row.refused {
                    (refusal.message) @if !refusal.remedy.is_empty() { ". " span.mut { (refusal.remedy) } }
                    " " small.mut { "[" (refusal.code) "]" }
                }
                @for doubt in &row.doubts { p.small { span.tag.warn { (say.text(words::LOOK_AT)) } " " (doubt) } }
            }
        }
    }
}

fn unit(say: Say, row: &SeenRow) -> Markup {
    html! {
        @match &row.unit {
            Some((code, name)) => {
                (name) br;
                small.mut {
                    @if row.deed == Some(Deed::Found) { (say.fill(words::NEW_UNIT, &[("code", code)])) } @else { (code) }
                    @if *name != row.written && *code != row.written { " · " (row.written) }
                }
            }
            None => (row.written),
        }
    }
}

fn deed(say: Say, row: &SeenRow) -> Markup {
    let Some(deed) = row.deed else { return html! { "–" } };
    html! {
        b { (say.text(deed_name(deed))) }
        @if let Some(to) = &row.to {
            " " @if deed == Deed::Found { (say.fill(words::FOUND_UNDER, &[("to", to)])) } @else { (to) }
        }
        @if let Some(name) = row.new_name.as_ref().filter(|_| deed != Deed::Merge) {
            small.under { (say.fill(words::NEW_NAME, &[("name", name)])) }
        }
    }
}

fn deed_name(deed: Deed) -> Text {
    match deed {
        Deed::Move => words::MOVE,
        Deed::HandOver => words::HAND_OVER,
        Deed::Merge => words::MERGE,
        Deed::Rename => words::RENAME,
        Deed::End => words::END,
        Deed::StrikeOff => words::STRIKE_OFF,
        Deed::Found => words::FOUND,
        Deed::Suspend => words::SUSPEND,
        Deed::Resume => words::RESUME,
        Deed::Restore => words::RESTORE,
        Deed::Keep => words::KEEP,
    }
}

/// What a column of a list tells, in words.
pub(super) fn field_name(say: Say, code: Option<&str>) -> &'static str {
    say.text(match code {
        Some("stt") => words::STT_COLUMN,
        Some("unit") => words::SUBJECT_COLUMN,
        Some("code") => words::CODE_COLUMN,
        Some("from_unit") => words::FROM_COLUMN,
        Some("deed") => words::DEED,
        Some("to_unit") => words::TO_COLUMN,
        Some("new_name") => words::NAME_COLUMN,
        Some("class") => words::CLASS_COLUMN,
        Some("khoi") => words::BLOCK_COLUMN,
        Some("members") => words::MEMBERS_COLUMN,
        Some("note") => words::NOTE_COLUMN,
        _ => words::NOT_READ,
    })
}
