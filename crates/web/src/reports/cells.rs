//! The cells of a report: value, target, rate, where the value came from, and the fields of a cell that is typed.

use domain::figures::State as CellState;
use domain::reports::{Cell, Gathered, Key, Line, Report, What};
use maud::{Markup, html};

use super::{act, words};
use crate::address::Question;
use crate::parts::{form, number_link, state_of};
use crate::site::Visit;

/// The lines of a report with their cells, to be typed where that may be.
pub(super) fn table(
    visit: &Visit,
    question: &Question,
    key: &Key,
    report: &Report,
    can_type: bool,
) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh lang="vi" { (key.form.name) }
            thead { tr {
                th.n scope="col" { (say.text(words::NUMBER)) }
                th scope="col" { (say.text(words::CONTENT)) }
                th scope="col" { (say.text(words::COUNTED_IN)) }
                th.n scope="col" { (say.text(words::VALUE)) }
                th.n scope="col" { (say.text(words::TARGET)) }
                th.n scope="col" { (say.text(words::RATE)) }
                th scope="col" { (say.text(words::NOTE)) }
            } }
            tbody { @for line in &key.form.lines {
                @match report.cells.iter().find(|cell| cell.line == line.code) {
                    Some(cell) => (row(visit, question, report, line, cell, can_type)),
                    None => tr.sub { th scope="rowgroup" colspan="7" lang="vi" { (line.code) ". " (line.text) } },
                }
            } }
        } }
    }
}

fn row(
    visit: &Visit,
    question: &Question,
    report: &Report,
    line: &Line,
    cell: &Cell,
    can_type: bool,
) -> Markup {
    let say = question.say;
    let rate = cell.value.zip(cell.target).and_then(|(done, asked)| say.share(done, asked));
    let remarks = report.remarks.iter().filter(|(code, _)| *code == line.code);
    let is_typed = matches!(line.what(), What::Typed(_)) && can_type;
    html! { tr {
        td.n.dim.off { a href=(line_door(question, report, line)) aria-label=(say.fill(words::OPEN_LINE, &[("line", &line.code)])) { (line.code) } }
        th scope="row" { span lang="vi" { (line.text) } @for (_, remark) in remarks { small.under.bad { (remark) } } }
        td.mut.off lang="vi" { (line.unit) }
        td.n data-l=(say.text(words::VALUE)) { (value(visit, question, report, line, cell, is_typed)) }
        td.n.off[cell.target.is_none()] data-l=(say.text(words::TARGET)) { @match cell.target { Some(target) => (say.number(target)), None => "" } }
        td.n.off[rate.is_none()] data-l=(say.text(words::RATE)) { (rate.unwrap_or_default()) }
        td.full { (note(visit, question, line, cell, is_typed)) (typist(question, report, line, cell)) }
    } }
}

fn value(
    visit: &Visit,
    question: &Question,
    report: &Report,
    line: &Line,
    cell: &Cell,
    is_typed: bool,
) -> Markup {
    let say = question.say;
    let shown = match (cell.value, line.what()) {
        // What is filed is what was filed; the way back leads to the books of today, so only a draft has it.
        (Some(value), What::Indicator(code)) if report.state.is_open() => {
            number_link(question, code, value)
        }
        (Some(value), _) => {
            html! { a href=(line_door(question, report, line)) { (say.number(value)) } }
        }
        (None, _) => state_of(say, cell.state),
    };
    if !is_typed {
        return shown;
    }
    let name = format!("v-{}", line.code);
    let stands = cell.typed.map(|value| say.number(value)).unwrap_or_default();
    let sent = visit.form.fields().find(|(field, _)| *field == name).map(|(_, typed)| typed);
    let why = format!("s-{}", line.code);
    let chosen = visit.form.fields().find(|(field, _)| *field == why).map(|(_, typed)| typed);
    let chosen = chosen.unwrap_or(said(cell));
    let wrong = sent.and_then(|typed| act::number(&line.code, typed).err());
    let error = format!("e-{}", line.code);
    html! {
        @if cell.gathered.is_some() { (shown) " " }
        input.w8 id=(name) name=(name) inputmode="numeric" maxlength="20" autocomplete="off"
            aria-label=(line.text) value=(sent.unwrap_or(&stands))
            aria-invalid=[wrong.as_ref().map(|_| "true")] aria-describedby=[wrong.as_ref().map(|_| &*error)];
        @if let Some(no) = &wrong { (form::error_at(say, &error, &no.remedy)) }
        select.why name=(why) aria-label={ (say.text(words::STATE_OF_CELL)) ": " (line.text) } {
            @for (code, name) in WHYS { option value=(code) selected[code == chosen] { (say.text(name)) } }
        }
    }
}

/// Why a typed line has no value, as the page offers it; a value wins over it.
const WHYS: [(&str, kernel::Text); 3] = [
    ("", words::NOT_YET),
    ("not_obliged", words::NOT_OBLIGED),
    ("not_applicable", words::NOT_APPLICABLE),
];

/// What the unit said of a cell without a value.
fn said(cell: &Cell) -> &'static str {
    match cell.state {
        CellState::NotObliged => "not_obliged",
        CellState::NotApplicable => "not_applicable",
        CellState::Value | CellState::NotReported => "",
    }
}

/// Who typed a cell, and when.
fn typist(question: &Question, report: &Report, line: &Line, cell: &Cell) -> Markup {
    let typed = report.typists.iter().find(|each| each.line == line.code);
    let is_there = cell.typed.is_some() || cell.note.is_some();
    html! { @if let Some(typed) = typed.filter(|_| is_there && matches!(line.what(), What::Typed(_))) {
        @let when = question.say.moment_text(&typed.recorded_at);
        small.under.mut { (question.say.fill(words::TYPED_BY, &[("who", &typed.actor), ("when", &when)])) }
    } }
}

fn note(visit: &Visit, question: &Question, line: &Line, cell: &Cell, is_typed: bool) -> Markup {
    let say = question.say;
    let name = format!("n-{}", line.code);
    let sent = visit.form.fields().find(|(field, _)| *field == name).map(|(_, typed)| typed);
    let is_empty = |what: &str| visit.form.text(&format!("{what}-{}", line.code)).is_empty();
    let lacks_why = !is_empty("s") && is_empty("v") && is_empty("n");
    html! {
        @if let Some(gathered) = cell.gathered { small { (told(question, &gathered, cell.typed)) } " " }
        @if is_typed {
            input name=(name) maxlength="300" autocomplete="off" placeholder=(say.text(words::WHY))
                aria-invalid=[lacks_why.then_some("true")]
                aria-label={ (say.text(words::NOTE)) ": " (line.text) } value=(sent.or(cell.note.as_deref()).unwrap_or(""));
        } @else if let Some(note) = &cell.note { (note) }
    }
}

/// The way to what stands behind a line, of the version that is shown.
fn line_door(question: &Question, report: &Report, line: &Line) -> String {
    let number = report.version.to_string();
    let is_filed = report.steps.iter().any(|told| told.version == report.version);
    let mut fields = vec![("line", &*line.code)];
    if is_filed {
        fields.push(("version", &number));
    }
    question.to_with(&format!("/reports/{}/line", report.form), &fields)
}

/// How the sum from below and what the office did itself make the cell.
fn told(question: &Question, gathered: &Gathered, typed: Option<i64>) -> String {
    let say = question.say;
    let counted = [
        gathered.sum,
        gathered.obliged() - gathered.missing(),
        gathered.obliged(),
        typed.unwrap_or(0),
        gathered.not_obliged,
        gathered.not_applicable,
    ];
    let [sum, n, all, own, outside, none] = counted.map(|value| say.number(value));
    let mut told =
        say.fill(words::GATHERED, &[("sum", &sum), ("n", &n), ("all", &all), ("own", &own)]);
    if gathered.received > 0 {
        let received = say.number(gathered.received);
        told = format!("{told}, {}", say.fill(words::RECEIVED_N, &[("n", &received)]));
    }
    if gathered.not_obliged + gathered.not_applicable == 0 {
        return told;
    }
    format!("{told}; {}", say.fill(words::NOT_IN_IT, &[("n", &outside), ("none", &none)]))
}
