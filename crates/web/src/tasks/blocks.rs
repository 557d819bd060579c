//! What is to be done and what was written last, as sheets.

use domain::overview::Entry;
use maud::{Markup, html};

use super::gather::{Group, Task, Told};
use super::words;
use crate::address::Question;
use crate::units::record_door;

/// Tasks shown beside the figures of the overview.
const SHOWN: usize = 6;

/// The tasks of one sort as rows.
pub(super) fn rows(tasks: &Group) -> Markup {
    html! {
        ul.rows.tasks { @for task in &tasks.tasks { (row(task)) } }
    }
}

fn row(task: &Task) -> Markup {
    html! {
        li {
            @if task.is_late { i.i.i-warn aria-hidden="true" {} } @else { i.i.i-wait.dim aria-hidden="true" {} }
            span { a href=(task.to) { (task.what) } small { (task.more) } }
        }
    }
}

/// What needs attention, for the overview: the first tasks, and the way to all of them.
pub(crate) fn attention(question: &Question, told: &Told) -> Markup {
    let say = question.say;
    let all: Vec<_> = told.groups.iter().flat_map(|group| &group.tasks).collect();
    html! {
        section.sheet aria-labelledby="can-chu-y" {
            header {
                h2 id="can-chu-y" { (say.text(words::ATTENTION)) }
                @if all.len() > SHOWN { a href=(question.to("/tasks")) { (say.fill(words::ALL_TASKS, &[("n", &say.number(all.len() as i64))])) } }
            }
            @if told.is_empty() { div.empty.plain.pad { p { (say.text(words::NOTHING_HERE)) } } } @else {
                ul.rows.tasks { @for task in all.iter().take(SHOWN) { (row(task)) } }
            }
        }
    }
}

/// What was written last about the unit and those under it, for the overview.
pub(crate) fn last_written(question: &Question, entries: &[Entry]) -> Markup {
    let say = question.say;
    html! {
        @if !entries.is_empty() {
            section.sheet aria-labelledby="ghi-gan-day" {
                header { h2 id="ghi-gan-day" { (say.text(words::LAST_WRITTEN)) } }
                ul.rows.posts { @for entry in entries { li { span {
                    span lang="vi" { (entry.reason) }
                    small.under.mut {
                        (say.moment(entry.recorded_at)) " · " span lang="vi" { (entry.actor) }
                        @if let Some((code, name)) = &entry.unit { " · " a href=(record_door(question, code)) lang="vi" { (name) } }
                    }
                } } } }
            }
        }
    }
}
