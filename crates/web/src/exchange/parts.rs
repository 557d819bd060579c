//! What the page of a package and the look at one have in common: what it says, cell by cell.

use domain::exchange::{Body, CellTold, Signature, StepTold};
use kernel::Instant;
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::say::Say;

/// The mark of a figure that was received, leading to its package.
pub(crate) fn mark(question: &Question, package: &str) -> Markup {
    let say = question.say;
    html! { a.tag href=(question.to(&format!("/exchange/{package}"))) { (say.text(words::AS_REPORTED)) } }
}

/// Who, what, when, signed by whom.
pub(super) fn facts(say: Say, body: &Body, signature: &Signature, here: &str) -> Markup {
    let step = |told: &StepTold| {
        let when = moment(say, &told.at);
        say.fill(words::STEP_BY, &[("when", &when), ("who", &told.by)])
    };
    let called = [("name", &*body.unit.name), ("code", &*body.unit.code)];
    html! {
        dl.kv.pad {
            dt { (say.text(words::FROM_UNIT)) }
            dd lang="vi" { (here) small.under.mut { (say.fill(words::CALLED_THERE, &called)) } }
            dt { (say.text(words::FORM)) } dd lang="vi" { (body.form.name) small.under.mut { (body.form.source) } }
            dt { (say.text(words::VERSION)) } dd { (say.number(body.version)) }
            dt { (say.text(words::FILED)) } dd { (step(&body.filed)) }
            dt { (say.text(words::APPROVED)) } dd { (step(&body.approved)) }
            dt { (say.text(words::KNOWN_AT)) } dd { (moment(say, &body.known_at)) }
            dt { (say.text(words::SIGNED_BY)) } dd { code { (signature.fingerprint) } }
            dt { (say.text(words::HASH)) } dd { code.long { (signature.hash) } }
        }
    }
}

/// An ISO moment as people read it.
fn moment(say: Say, iso: &str) -> String {
    Instant::parse(iso).map_or_else(|_| iso.to_owned(), |at| say.moment(at))
}

/// The cells by the lines of the form that came with them.
pub(super) fn cells(say: Say, body: &Body) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(words::CELLS)) } span.tag { (say.text(words::AS_REPORTED)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::CELLS)) }
                thead { tr {
                    th.n scope="col" { (say.text(words::NUMBER)) }
                    th scope="col" { (say.text(words::CONTENT)) }
                    th scope="col" { (say.text(words::COUNTED_IN)) }
                    th.n scope="col" { (say.text(words::VALUE)) }
                    th.n scope="col" { (say.text(words::TARGET)) }
                    th scope="col" { (say.text(words::NOTE)) }
                } }
                tbody lang="vi" { @for line in &body.form.lines {
                    @match body.cells.iter().find(|cell| cell.line == line.code) {
                        Some(cell) => tr {
                            td.n.dim.off { (line.code) }
                            th scope="row" { (line.text) }
                            td.mut.off { (line.unit) }
                            td.n data-l=(say.text(words::VALUE)) { (value(say, cell)) }
                            td.n.off[cell.target.is_none()] data-l=(say.text(words::TARGET)) {
                                @if let Some(target) = cell.target { (say.number(target)) }
                            }
                            td.full { (cell.note.as_deref().unwrap_or_default()) }
                        },
                        None => tr.sub { th scope="rowgroup" colspan="6" { (line.code) ". " (line.text) } },
                    }
                } }
            } }
        }
    }
}

fn value(say: Say, cell: &CellTold) -> Markup {
    let why = match &*cell.state {
        "not_obliged" => words::NOT_OBLIGED,
        "not_applicable" => words::NOT_APPLICABLE,
        _ => words::NOT_REPORTED,
    };
    html! {
        @match cell.value {
            Some(value) => (say.number(value)),
            None => span.mut { (say.text(why)) },
        }
    }
}

/// What the indicators counted at the sender, and which units stood below.
pub(super) fn behind(say: Say, body: &Body) -> Markup {
    html! {
        @if !body.definitions.is_empty() {
            section.sheet { details {
                summary.pad { h2 { (say.text(words::DEFINITIONS)) } }
                dl.kv.pad lang="vi" { @for each in &body.definitions {
                    dt { (each.name) } dd { (each.meaning) small.under.mut { (each.indicator) " · " (each.formula) } }
                } }
            } }
        }
        @if !body.inputs.is_empty() {
            section.sheet { details {
                summary.pad { h2 { (say.text(words::INPUTS)) } }
                ul.rows lang="vi" { @for each in &body.inputs { li { span {
                    (each.name)
                    small.under.mut lang=(say.code()) { @match (&each.form, each.version) {
                        (Some(form), Some(version)) => {
                            (say.fill(words::SUMMED, &[("n", &say.number(version)), ("form", form)]))
                            @if each.received { ", " (say.text(words::AS_REPORTED)) }
                        },
                        _ => (say.text(words::NOT_SUMMED)),
                    } }
                } } } }
            } }
        }
    }
}
