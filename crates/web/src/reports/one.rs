//! One report: its cells, what to look at, what was remarked, what moved since it was filed, its life.

use axum::http::StatusCode;
use axum::response::Response;
use domain::activities;
use domain::reports::{
    Difference, Finding, Key, Line, Report, State, Step, What, differences, read,
};
use kernel::{Power, Refusal};
use maud::{Markup, html};

use super::list::state_tag;
use super::{act, cells, door, key_of, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::crumbs;
use crate::parts::form::{self, Field};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::units::Place;

/// The form of the cells: filing sends it along, so that nothing typed is left behind.
const CELLS: &str = "cells";

struct Shown {
    report: Report,
    moved: Vec<Difference>,
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    show(visit, &question, &place, StatusCode::OK, None)
}

/// The page, with why something was not written.
pub(super) fn show(
    visit: &Visit,
    question: &Question,
    place: &Place,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let key = key_of(visit, question, place)?;
    let version = visit.raw.get("version").and_then(|typed| typed.parse().ok());
    let (shown, head) = visit.steady(|| {
        let report = read(&visit.app, &visit.actor, &key, version)?;
        let is_filed = !report.state.is_open() && version.is_none();
        let moved =
            if is_filed { differences(&visit.app, &visit.actor, &key)? } else { Vec::new() };
        Ok(Shown { report, moved })
    })?;
    let (say, report) = (question.say, &shown.report);
    let is_old = version.is_some_and(|number: i64| {
        report.steps.last().is_some_and(|step| number < step.version) || report.state.is_open()
    });
    let is_locked = report.is_locked(visit.today);
    let can_type = report.state.is_open()
        && version.is_none()
        && !is_locked
        && visit.actor.may(Power::WriteReports);
    let content = html! {
        (crumbs(say, &[(question.to("/reports"), say.text(words::REPORTS))], &say.period(question.period)))
        (top(visit, (question, place), &key, &shown, version))
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        @if is_old { div.note role="status" { p { (say.text(words::OLD_VERSION)) " " a href=(door(question, &key.form.code)) { (say.text(words::SEE_LAST)) } } } }
        @if let Some(due) = report.due.and_then(|due| due.on).filter(|_| is_locked) {
            div.note role="status" { p { (say.fill(words::IS_LOCKED, &[("day", &say.day(due))])) } }
        }
        div.gap {
            @if !shown.moved.is_empty() { (moved(question, &shown.moved)) }
            @if !report.findings.is_empty() && can_type { (findings(visit, question, &key, report)) }
            form id=(CELLS) method="post" action=(act::action(question, &key.form.code, "cells")) {
                (frame::form_key(visit))
                @if can_type { (form::hidden("seen", &report.version.to_string())) }
                section.sheet {
                    header { h2 { (say.text(words::CELLS)) } span.small.mut { (key.form.source) } }
                    (cells::table(visit, question, &key, report, can_type))
                    @if can_type && key.form.lines.iter().any(|line| line.measure.is_some()) {
                        div.pad { p.hint { (say.text(words::EFFECT)) } (form::acts(say, words::WRITE_CELLS, None)) }
                    }
                }
            }
            (steps_to_take(visit, question, &key, report, version.is_some()))
            @if !report.steps.is_empty() { (life(question, &key, report)) }
        }
    };
    let frame = Frame { visit, question, place: Some(place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &key.form.name, &content)))
}

/// The title, where the report stands, and the files it is taken along as.
fn top(
    visit: &Visit,
    (question, place): (&Question, &Place),
    key: &Key,
    shown: &Shown,
    version: Option<i64>,
) -> Markup {
    let (say, report) = (question.say, &shown.report);
    let shown_version = version.map(|number| number.to_string());
    let file = |ending: &str| {
        let path = format!("/reports/{}/{ending}", key.form.code);
        match &shown_version {
            Some(number) => question.to_with(&path, &[("version", number)]),
            None => question.to(&path),
        }
    };
    html! {
        div.head {
            div {
                h1 { (key.form.name) }
                p {
                    (state_tag(question, report.state)) " " (place.card.name) " · " (say.period(question.period)) " · "
                    (say.fill(words::VERSION, &[("n", &say.number(report.version))]))
                    @if let Some(due) = report.due.and_then(|due| due.on).filter(|_| report.state.is_open()) {
                        @let is_over = due < visit.today;
                        " " span.tag.bad[is_over] { (say.fill(if is_over { words::DUE_OVER } else { words::DUE_ON }, &[("day", &say.day(due))])) }
                    }
                    @if !shown.moved.is_empty() {
                        " " span.tag.warn { (say.fill(words::MOVED_N, &[("n", &say.number(shown.moved.len() as i64))])) }
                    }
                }
            }
            div.acts {
                a.btn href=(file("xlsx")) { (say.text(words::DOWNLOAD)) }
                @if visit.settings.press.is_some() {
                    a.btn href=(file("docx")) { (say.text(words::AS_DOCX)) }
                    a.btn href=(file("pdf")) { (say.text(words::AS_PDF)) }
                }
                (crate::exchange::door(visit, question, key, report))
                a.btn href=(file("hall")) { (say.text(words::HALL)) }
                @if report.state == State::Published {
                    a.btn href={ "/cong-bo/" (place.card.code) } { (say.text(words::SEE_PUBLIC)) }
                }
            }
        }
    }
}

/// Where a finding is mended: at the units that have not reported, at those that owe it, in the register, in the count that
/// is stated, in the cell that is typed, by what stands behind a line.
fn mended_at(visit: &Visit, question: &Question, key: &Key, found: &Finding, line: &str) -> String {
    let register = found.against.as_deref().and_then(register_of);
    match (found.code, found.against.as_deref()) {
        ("units_missing" | "levels_behind", _) => question.to("/reports"),
        ("obliged_not_held" | "held_beyond_obliged", Some(code)) => {
            question.to(&format!("/obligations/{code}"))
        }
        ("register_differs", _) if register.is_some() => {
            question.to(&format!("/activities/{}", register.unwrap_or_default()))
        }
        ("stated_differs", Some(code)) if visit.actor.may(Power::RecordActivities) => {
            question.to_with("/activities/stated", &[("indicator", code)])
        }
        _ if matches!(key.form.line(line).map(Line::what), Some(What::Typed(_))) => {
            format!("#v-{line}")
        }
        _ => question.to_with(&format!("/reports/{}/line", key.form.code), &[("line", line)]),
    }
}

/// The register that counts an indicator, or that has a field.
fn register_of(code: &str) -> Option<&'static str> {
    let of_field = activities::standing_field(code).map(|(register, _)| register.code);
    of_field.or_else(|| {
        let mut all = activities::REGISTERS.iter();
        all.find(|register| register.indicators.contains(&code)).map(|register| register.code)
    })
}

fn findings(visit: &Visit, question: &Question, key: &Key, report: &Report) -> Markup {
    let say = question.say;
    let is_vi = say.code() == "vi";
    let lead = |each: &Finding, line: &str| {
        let name = key.form.line(line).map_or("", |line| &*line.text);
        html! { a lang=[(!is_vi).then_some("vi")] href=(mended_at(visit, question, key, each, line)) { (line) ". " (name) } }
    };
    html! {
        section.sheet {
            header { h2 { (say.text(words::LOOK_AT)) } span.small.mut { (say.text(words::NOTHING_BLOCKED)) } }
            ul.rows.drafts { @for alike in alike(&report.findings) {
                @let what = if is_vi { &alike[0].what } else { &alike[0].what_en };
                li { div { @match alike[..] {
                    [each] => {
                        @if let Some(line) = &each.line { (lead(each, line)) ": " }
                        (what)
                    }
                    _ => {
                        (what) ": " (say.text(words::LINES)) " "
                        @for (place, each) in alike.iter().enumerate() {
                            @if place > 0 { "; " }
                            @if let Some(line) = &each.line { (lead(each, line)) }
                        }
                    }
                } } }
            } }
        }
    }
}

/// Findings that say the same of several lines stand together, where the first of them stood.
fn alike(findings: &[Finding]) -> Vec<Vec<&Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|group| group[0].what == finding.what) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

fn moved(question: &Question, moved: &[Difference]) -> Markup {
    let say = question.say;
    let number =
        |value: Option<i64>| value.map_or_else(|| "…".to_owned(), |value| say.number(value));
    html! {
        section.sheet {
            header { h2 { (say.text(words::MOVED)) } span.small.mut { (say.text(words::FILED_STAYS)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::MOVED)) }
                thead { tr {
                    th scope="col" { (say.text(words::CONTENT)) }
                    th.n scope="col" { (say.text(words::WHEN_FILED)) }
                    th.n scope="col" { (say.text(words::NOW)) }
                    th scope="col" { (say.text(words::BECAUSE)) }
                } }
                tbody { @for each in moved { tr {
                    th scope="row" { (each.line) ". " (each.text) }
                    td.n data-l=(say.text(words::WHEN_FILED)) { del { (number(each.filed)) } }
                    td.n data-l=(say.text(words::NOW)) { ins { (number(each.now)) } }
                    td.full { (causes(question, each)) }
                } } }
            } }
        }
    }
}

fn causes(question: &Question, moved: &Difference) -> Markup {
    let say = question.say;
    html! {
        @if moved.causes.is_empty() { span.mut { (say.text(words::REORGANISED)) } }
        @else {
            details {
                summary { (say.fill(words::ENTRIES, &[("n", &say.number(moved.causes.len() as i64))])) }
                ul.bare { @for line in &moved.causes { li {
                    (say.signed(line.quantity)) " " span lang="vi" { (line.event) } ", " (say.day_text(&line.on)) ", " (line.unit)
                    @if let Some(person) = &line.person { ": " (person) }
                    small.under.mut { (say.moment_text(&line.recorded_at)) ", " (line.actor) }
                } } }
            }
        }
    }
}

/// The steps that follow from where a report stands, for who may take them.
fn steps_to_take(
    visit: &Visit,
    question: &Question,
    key: &Key,
    report: &Report,
    is_old: bool,
) -> Markup {
    let say = question.say;
    let may = |power| visit.actor.may(power);
    let steps: &[(Step, kernel::Text)] = match report.state {
        _ if is_old => &[],
        State::Drafted | State::Returned
            if may(Power::WriteReports) && !report.is_locked(visit.today) =>
        {
            &[(Step::Submit, words::DO_SUBMIT)]
        }
        State::Submitted if may(Power::ApproveReports) => {
            &[(Step::Approve, words::DO_APPROVE), (Step::Return, words::DO_RETURN)]
        }
        State::Approved if may(Power::ApproveReports) => {
            &[(Step::Publish, words::DO_PUBLISH), (Step::Reopen, words::DO_REOPEN)]
        }
        State::Published if may(Power::ApproveReports) => &[(Step::Reopen, words::DO_REOPEN)],
        _ => &[],
    };
    let asks_why = steps.iter().any(|(step, _)| matches!(step, Step::Return | Step::Reopen));
    let returns = steps.iter().any(|(step, _)| *step == Step::Return);
    let note = Field {
        is_optional: true,
        hint: say.text(words::REASON_HINT),
        most: 500,
        ..Field::new("note", say.text(words::REASON), visit.form.text("note"))
    };
    html! { @if !steps.is_empty() {
        section.sheet {
            header { h2 { (say.text(words::NEXT)) } }
            form.pad.form method="post" action=(act::action(question, &key.form.code, "step")) {
                (frame::form_key(visit)) (form::hidden("seen", &report.version.to_string()))
                @if asks_why { (form::area(say, &note, 2)) }
                @if returns {
                    details { summary { (say.text(words::REMARKS)) }
                        @for line in key.form.lines.iter().filter(|line| line.what() != What::Heading) {
                            (form::input(say, &Field {
                                is_optional: true,
                                most: 300,
                                ..Field::new(&format!("r-{}", line.code), &format!("{}. {}", line.code, line.text), "")
                            }))
                        }
                    }
                }
                div.acts { @for (at, (step, verb)) in steps.iter().enumerate() {
                    button.btn.main[at == 0] name="step" value=(step.code()) form=[(*step == Step::Submit).then_some(CELLS)] { (say.text(*verb)) }
                } }
            }
        }
    } }
}

fn life(question: &Question, key: &Key, report: &Report) -> Markup {
    let say = question.say;
    let name = |step| match step {
        Step::Submit => words::WAS_SUBMITTED,
        Step::Return => words::WAS_RETURNED,
        Step::Approve => words::WAS_APPROVED,
        Step::Publish => words::WAS_PUBLISHED,
        Step::Reopen => words::WAS_REOPENED,
    };
    html! {
        section.sheet {
            header { h2 { (say.text(words::LIFE)) } }
            div.pad { ol.tl { @for told in &report.steps { li {
                time { (say.moment_text(&told.recorded_at)) }
                div {
                    b { (say.text(name(told.step))) } ", " (told.actor)
                    @if told.step == Step::Submit {
                        " " a href=(question.to_with(&format!("/reports/{}", key.form.code), &[("version", &told.version.to_string())])) {
                            (say.fill(words::VERSION, &[("n", &say.number(told.version))]))
                        }
                    }
                    @if let Some(note) = &told.note { small.under { (note) } }
                }
            } } } }
        }
    }
}
