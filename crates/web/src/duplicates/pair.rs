//! A pair side by side: what each record tells, whether they agree in it, the score, and what can be decided.

use domain::people::{Agreement, Point, Record, Suspicion, Trait};
use kernel::Id;
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::form_key;
use crate::members::said;
use crate::parts::form::hidden;
use crate::say::Say;
use crate::site::Visit;

/// The sheet of a pair.
pub(super) fn sheet(visit: &Visit, question: &Question, suspicion: &Suspicion) -> Markup {
    let say = question.say;
    let Suspicion { earlier, later, likeness } = suspicion;
    let id = format!("cap-{}-{}", later.row.id, earlier.row.id);
    let score = say.number(likeness.score);
    let class = match likeness.score {
        70.. => "tag bad",
        40..70 => "tag warn",
        _ => "tag",
    };
    html! {
        section.sheet.pair aria-labelledby=(id) {
            header {
                h2 id=(id) { (later.row.name) }
                span class=(class) { (say.fill(words::SCORE, &[("n", &score)])) }
            }
            div.tw { table.dense.stack {
                caption.vh { (say.text(words::SIDE_BY_SIDE)) }
                thead { tr {
                    td {}
                    th scope="col" { (say.text(words::EARLIER)) }
                    th scope="col" { (say.text(words::LATER)) }
                    th scope="col" { (say.text(words::AGREES)) }
                } }
                tbody { @for point in &likeness.points { (line(question, earlier, later, point)) }
                    (beside(say, earlier, later)) }
            } }
            (decide(visit, question, earlier, later))
        }
    }
}

fn trait_name(say: Say, of: Trait) -> &'static str {
    say.text(match of {
        Trait::Number => words::NUMBER,
        Trait::Name => words::NAME,
        Trait::Birth => words::BIRTH,
        Trait::Sex => words::SEX,
        Trait::Phone => words::PHONE,
        Trait::Joined => words::JOINED,
        Trait::Unit => words::UNIT,
    })
}

/// What a record tells of a trait.
fn told(question: &Question, record: &Record, of: Trait) -> Markup {
    let say = question.say;
    let row = &record.row;
    let day = |iso: &Option<String>| iso.as_deref().map(|iso| said::day(say, iso));
    let text = |text: Option<String>| match text.filter(|text| !text.is_empty()) {
        Some(text) => html! { (text) },
        None => html! { span.mut { (say.text(words::NOT_TOLD)) } },
    };
    match of {
        Trait::Number => text(record.cccd_masked.clone()),
        Trait::Name => html! {
            a href=(question.to(&format!("/members/{}", row.id))) { (said::name(&row.name)) }
        },
        Trait::Birth => text(day(&row.birth)),
        Trait::Sex => text(Some(said::sex(say, row.sex).to_owned())),
        Trait::Phone => text(row.phone.clone()),
        Trait::Joined => text(day(&row.joined)),
        Trait::Unit => match &row.unit {
            Some((_, code, name)) => html! { a href=(question.of_unit(code).to("/")) { (name) } },
            None => text(None),
        },
    }
}

fn line(question: &Question, earlier: &Record, later: &Record, point: &Point) -> Markup {
    let say = question.say;
    let (word, class) = match point.agreement {
        Agreement::Same => (words::SAME, "tag good"),
        Agreement::Alike => (words::ALIKE, "tag warn"),
        Agreement::Differs => (words::DIFFERS, "tag bad"),
        Agreement::Unknown => (words::UNKNOWN, "tag flat"),
    };
    html! {
        tr {
            th scope="row" { (trait_name(say, point.of)) }
            td data-l=(say.text(words::EARLIER)) { span { (told(question, earlier, point.of)) } }
            td data-l=(say.text(words::LATER)) { span { (told(question, later, point.of)) } }
            td data-l=(say.text(words::AGREES)) { span {
                span class=(class) { (say.text(word)) }
                @if point.points != 0 { " " small.mut.nb { (say.fill(words::POINTS, &[("n", &say.signed(point.points))])) } }
            } }
        }
    }
}

/// What is told beside the traits that are compared: state and work.
fn beside(say: Say, earlier: &Record, later: &Record) -> Markup {
    let states = [earlier, later].map(|record| said::status(say, record.row.status));
    let jobs = [earlier, later].map(|record| record.row.job.clone().unwrap_or_default());
    let heads = [words::EARLIER, words::LATER].map(|head| say.text(head));
    html! {
        tr {
            th scope="row" { (say.text(words::STATE)) }
            @for (state, head) in states.iter().zip(heads) { td data-l=(head) { span { (state) } } }
            td.off {}
        }
        @if jobs.iter().any(|job| !job.is_empty()) {
            tr {
                th scope="row" { (say.text(words::JOB)) }
                @for (job, head) in jobs.iter().zip(heads) { td data-l=(head) { span { (job) } } }
                td.off {}
            }
        }
    }
}

/// Which to keep, or that they are two people.
fn decide(visit: &Visit, question: &Question, earlier: &Record, later: &Record) -> Markup {
    let say = question.say;
    let ids = |a: Id, b: Id| html! { (hidden("a", &a.to_string())) (hidden("b", &b.to_string())) };
    let (a, b) = (earlier.row.id, later.row.id);
    html! {
        footer.decide {
            form.inline method="post" action=(question.to("/duplicates/merge")) {
                (form_key(visit)) (ids(a, b))
                button.btn name="keep" value=(a) { (say.text(words::KEEP_EARLIER)) span.vh { ": " (earlier.row.name) } }
                button.btn name="keep" value=(b) { (say.text(words::KEEP_LATER)) span.vh { ": " (later.row.name) } }
            }
            details.undo {
                summary { (say.text(words::NOT_ONE)) span.vh { ": " (later.row.name) } }
                form method="post" action=(question.to("/duplicates/apart")) {
                    (form_key(visit)) (ids(a, b))
                    label { (say.text(words::WHY)) " "
                        input name="why" maxlength="300" autocomplete="off"; }
                    button.btn { (say.text(words::SAY_NOT_ONE)) }
                }
            }
            p.small.mut { (say.text(words::MERGE_IS)) }
        }
    }
}
