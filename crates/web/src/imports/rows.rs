//! The rows of a list one by one: whom they are about, what becomes of them, why, and what one may decide.

use domain::imports::{Class, Look, LookRow};
use domain::people::Sex;
use maud::{Markup, html};

use super::preview::{FILTERS, ROWS, filter};
use super::words;
use crate::address::Question;
use crate::frame;
use crate::members::said;
use crate::parts::{Page, form, pager};
use crate::say::Say;
use crate::site::Visit;

/// The rows of one page, with the filters above.
pub(super) fn sheet(visit: &Visit, question: &Question, look: &Look, number: usize) -> Markup {
    let say = question.say;
    let (code, _) = filter(visit);
    let path = format!("/imports/{}", look.job.id);
    let first = (number - 1) * ROWS;
    let [from, to, all] =
        [first + 1, first + look.rows.len(), look.shown].map(|n| say.number(n as i64));
    let turn = Page {
        field: "page",
        number,
        more: first + look.rows.len() < look.shown,
        range: say.fill(words::OF_ALL, &[("from", &from), ("to", &to), ("all", &all)]),
        keep: &[("show", code)],
        anchor: "tung-dong",
    };
    html! {
        section.sheet id="tung-dong" {
            div.tools {
                h2 { (say.text(words::EACH_ROW)) }
                (chips(question, look, &path, code))
                @if look.counts[1] + look.counts[2] > 0 {
                    span.end { a.btn href=(question.to(&format!("{path}/refused.xlsx"))) download {
                        i.i.i-get aria-hidden="true" {} (say.text(words::GET_REFUSED))
                    } }
                }
            }
            form method="post" action=(question.to(&format!("{path}/rows"))) {
                (frame::form_key(visit))
                (form::hidden("show", code))
                (form::hidden("page", &number.to_string()))
                @if look.rows.is_empty() { p.pad.mut { (say.text(words::NO_ROWS)) } } @else { (table(question, look)) }
                footer { div.acts { (for_all(question, look)) } }
            }
            @if !look.rows.is_empty() { (pager(question, &path, &turn)) }
        }
    }
}

fn for_all(question: &Question, look: &Look) -> Markup {
    let say = question.say;
    let waits = say.number(look.counts[1] as i64);
    html! {
        @if look.counts[1] > 0 {
            button.btn name="all" value="take" { (say.fill(words::TAKE_ALL, &[("n", &waits)])) }
        } @else if !look.draft.choices.holds_doubtful {
            button.btn name="all" value="hold" { (say.text(words::HOLD_ALL)) }
        }
    }
}

fn chips(question: &Question, look: &Look, path: &str, code: &str) -> Markup {
    let say = question.say;
    let names = [words::ALL_ROWS, words::WILL, words::WAITS, words::WILL_NOT];
    let counts = [look.counts.iter().sum(), look.counts[0], look.counts[1], look.counts[2]];
    html! {
        span.chips { @for ((own, _), (name, count)) in FILTERS.iter().zip(names.into_iter().zip(counts)) {
            a.chip.plain href={ (question.to_with(path, &[("show", own)])) "#tung-dong" }
                aria-current=[(*own == code).then_some("true")] {
                (say.text(name)) " " (say.number(count as i64))
            }
        } }
    }
}

fn table(question: &Question, look: &Look) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(words::EACH_ROW)) }
            thead { tr {
                th.n scope="col" { (say.text(words::ROW)) }
                th scope="col" { (say.text(words::ABOUT)) }
                th scope="col" { (say.text(words::VERDICT)) }
                th scope="col" { (say.text(words::WHY)) }
            } }
            tbody { @for row in &look.rows { (line(question, look, row)) } }
        } }
    }
}

/// The values beside the subject as people write them.
fn beside(say: Say, row: &LookRow) -> String {
    let told = row.beside.iter().map(|value| match &**value {
        "nu" => said::sex(say, Some(Sex::Female)).to_owned(),
        "nam" => said::sex(say, Some(Sex::Male)).to_owned(),
        day if is_day(day) => said::day(say, day),
        _ => value.clone(),
    });
    told.collect::<Vec<_>>().join(" · ")
}

/// Whether a value is a day or a month as they are kept: `1990-05-06`, `1990-05`.
fn is_day(value: &str) -> bool {
    matches!(value.len(), 7 | 10)
        && value.bytes().enumerate().all(|(at, letter)| match at {
            4 | 7 => letter == b'-',
            _ => letter.is_ascii_digit(),
        })
}

fn line(question: &Question, look: &Look, row: &LookRow) -> Markup {
    let say = question.say;
    let at = look.sheets.iter().position(|sheet| sheet.sheet == row.sheet).unwrap_or(0);
    let value = format!("{at}:{}", row.row);
    let (class, name) = match row.class {
        Class::Takes => ("tag good", words::WILL),
        Class::Waits => ("tag warn", words::YOU_DECIDE),
        Class::Refused => ("tag bad", words::WILL_NOT),
    };
    html! {
        tr {
            td.n.dim.off { @if look.sheets.len() > 1 { @if let Some(sheet) = &row.sheet { (sheet) " · " } } (row.row) }
            th scope="row" { (row.about) @if !row.beside.is_empty() { br; small.mut { (beside(say, row)) } } }
            td data-l=(say.text(words::VERDICT)) { span class=(class) { (say.text(name)) } }
            td.full lang="vi" {
                @for reason in &row.reasons { p { (reason) } }
                @for (raw, proposed) in &row.mended {
                    p.mut.small { (say.fill(words::MENDED, &[("raw", raw), ("proposed", proposed)])) }
                }
                @if row.is_decided {
                    p.small { (say.text(words::YOUR_CHOICE)) " "
                        button.btn.bare name="rethink" value=(value) { (say.text(words::RETHINK)) } }
                } @else if row.class == Class::Waits {
                    div.acts {
                        button.btn name="take" value=(value) { (say.text(words::TAKE)) }
                        button.btn name="leave" value=(value) { (say.text(words::LEAVE)) }
                    }
                }
            }
        }
    }
}
