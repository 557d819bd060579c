//! The reports of a unit: its forms, and where those of the units below stand.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{
    BelowRow, FiledRow, Form, Key, Level, Owed, State, all_forms, article_forms, below, filed,
    form_among, owed, versions,
};
use kernel::Period;
use maud::{Markup, html};

use super::{door, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::units::Place;

/// Rows of units below shown; the rest is asked for at the unit between.
const ROWS: usize = 500;

/// Periods offered of each form: two years of halves.
const PERIODS: usize = 4;

struct Shown {
    below: Vec<BelowRow>,
    /// The forms of this unit's level, each with the number of its last version, 0 where nothing was filed.
    forms: Vec<(&'static Form, i64)>,
    /// What was called for and is not filed.
    owed: Vec<Owed>,
    /// Every form there is.
    known: Vec<&'static Form>,
    /// What was ever filed, on whatever form.
    filed: Vec<FiledRow>,
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (shown, head) = visit.steady(|| gather(visit, &question, &place))?;
    let say = question.say;
    let title = say.fill(words::TITLE, &[("period", &say.period(question.period))]);
    let content = html! {
        div.head {
            div { h1 { (title) } p { (place.card.name) ". " (say.text(words::LEAD)) } }
            div.acts {
                @if !shown.below.is_empty() { a.btn href=(question.to("/report-calls")) { (say.text(words::CALLS)) } }
                a.btn href=(question.to("/report-forms")) { (say.text(words::FORMS)) }
            }
        }
        (owing(&question, visit, &shown)?)
        div.gap {
            section.sheet {
                header { h2 { (say.text(words::OF_UNIT)) } }
                ul.rows.drafts {
                    @for (form, filed) in &shown.forms {
                        li { div {
                            b lang="vi" { (form.name) }
                            span.chips { @for period in periods(visit, &question, form) {
                                @let here = (period == question.period).then_some("true");
                                a.chip href=(door(&question.in_period(period), &form.code)) aria-current=[here] { (say.period(period)) span.vh lang="vi" { ": " (form.name) } }
                            } }
                            small.under.mut {
                                @if *filed > 0 { (say.fill(words::FILED_N, &[("n", &say.number(*filed))])) ". " }
                                (say.fill(words::FROM_SOURCE, &[("source", &form.source)]))
                                " " span.tag { (mark(&question, form)) }
                            }
                        } }
                    }
                }
            }
            section.sheet {
                header { h2 { (say.text(words::ARTICLES)) } }
                ul.rows.drafts { @for form in article_forms().map_err(Problem::Refused)? {
                    li { a lang="vi" href=(question.to(&format!("/articles/{}", form.code))) { (form.name) } }
                } }
            }
            @if !shown.below.is_empty() { (units_below(&question, &shown.below)) }
            @if !shown.filed.is_empty() { (ever_filed(&question, &shown.filed)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

/// The periods offered of a form: that which is looked at, where it reports on it, and the latest ones.
fn periods(visit: &Visit, question: &Question, form: &Form) -> Vec<Period> {
    let mut periods = form.periods_before(visit.today, PERIODS);
    if form.reports_on(question.period) && !periods.contains(&question.period) {
        periods.push(question.period);
    }
    periods
}

/// How far the source of a form was seen.
fn mark(question: &Question, form: &Form) -> &'static str {
    question.say.text(if form.confidence == "R" { words::READ } else { words::SECOND_HAND })
}

fn gather(visit: &Visit, question: &Question, place: &Place) -> Result<Shown, Problem> {
    let (app, actor, unit) = (&visit.app, &visit.actor, place.card.id);
    let below = below(app, actor, unit, question.period)?;
    // What a unit is says on which forms it reports; a union with sections below it is still a union.
    let level = match place.card.kind {
        kind if Level::Grassroots.reports(kind) => Level::Grassroots,
        kind if Level::Upper.reports(kind) || !below.is_empty() => Level::Upper,
        _ => Level::Grassroots,
    };
    let mut of_level = Vec::new();
    // Of each code the version that holds for the period looked at.
    let mut codes: Vec<&str> = Vec::new();
    let known = all_forms(app)?;
    for any in known.iter().copied().filter(|form| form.level == level) {
        if codes.contains(&&*any.code) {
            continue;
        }
        codes.push(&any.code);
        let form = form_among(app, &known, &any.code, question.period)?;
        let key = Key { unit, form, period: question.period };
        let last = versions(app, actor, &key)?.last().map_or(0, |version| version.number);
        of_level.push((form, last));
    }
    Ok(Shown {
        below,
        forms: of_level,
        owed: owed(app, actor, unit)?,
        known,
        filed: filed(app, actor, unit)?,
    })
}

/// What was called for and waits to be filed, the first due first.
fn owing(question: &Question, visit: &Visit, shown: &Shown) -> Result<Markup, Problem> {
    let say = question.say;
    let mut rows = Vec::with_capacity(shown.owed.len());
    for each in &shown.owed {
        let name = &form_among(&visit.app, &shown.known, &each.form, each.period)?.name;
        rows.push((name, each));
    }
    Ok(html! { @if !rows.is_empty() {
        section.sheet.first {
            header { h2 { (say.text(words::TO_FILE)) } }
            ul.rows.drafts { @for (name, each) in rows {
                @let is_over = each.due < visit.today;
                li { div {
                    a href=(door(&question.in_period(each.period), &each.form)) { (name) ", " (say.period(each.period)) }
                    " " span.tag.bad[is_over] { (say.fill(if is_over { words::DUE_OVER } else { words::DUE_ON }, &[("day", &say.day(each.due))])) }
                    " " (state_tag(question, each.state))
                } }
            } }
        }
    } })
}

fn units_below(question: &Question, rows: &[BelowRow]) -> Markup {
    let say = question.say;
    let approved = rows.iter().filter(|row| row.is_counted()).count() as i64;
    let waiting = rows.iter().filter(|row| row.state == State::Submitted).count() as i64;
    let all = rows.len() as i64;
    let share = say.share(approved, all).unwrap_or_default();
    let (approved, waiting, all) = (say.number(approved), say.number(waiting), say.number(all));
    let places = [("n", &*approved), ("all", &*all), ("share", &*share), ("wait", &*waiting)];
    html! {
        section.sheet {
            header { h2 { (say.text(words::BELOW)) } span.small.mut { (say.fill(words::COMPLETE, &places)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::BELOW)) }
                thead { tr {
                    th scope="col" { (say.text(words::UNIT)) }
                    th scope="col" { (say.text(words::STATE)) }
                    th scope="col" { (say.text(words::SINCE)) }
                } }
                tbody { @for row in rows.iter().take(ROWS) { tr {
                    @let own = question.of_unit(&row.code);
                    th scope="row" {
                        @match &row.form {
                            Some(form) => a href=(door(&own, form)) { (row.name) },
                            None => a href=(own.to("/reports")) { (row.name) },
                        }
                    }
                    td data-l=(say.text(words::STATE)) { @match row.received {
                        Some((package, version)) => span {
                            (say.fill(words::VERSION, &[("n", &say.number(version))])) " "
                            (crate::exchange::mark(question, &package.to_string()))
                        },
                        None => (state_tag(question, row.state)),
                    } }
                    td data-l=(say.text(words::SINCE)) { (say.moment_text(row.since.as_deref().unwrap_or("–"))) }
                } } }
            } }
            @if rows.len() > ROWS { p.pad.mut { (say.fill(words::MORE_BELOW, &[("n", &say.number((rows.len() - ROWS) as i64))])) } }
        }
    }
}

/// Every report of the unit, also on forms that are no more.
fn ever_filed(question: &Question, rows: &[FiledRow]) -> Markup {
    let say = question.say;
    html! {
        section.sheet { details {
            summary.pad { h2 { (say.text(words::EVER_FILED)) " (" (say.number(rows.len() as i64)) ")" } }
            p.pad.mut { (say.text(words::EVER_FILED_LEAD)) }
            ul.rows lang="vi" { @for row in rows { li { span {
                a href=(door(&question.in_period(row.period), &row.form)) { (row.name) }
                small.under.mut lang=(say.code()) {
                    (say.period(row.period)) " · " (say.fill(words::VERSION, &[("n", &say.number(row.version))]))
                }
            } (state_tag(question, row.state)) } } }
        } }
    }
}

/// Where a report stands, in words.
pub(crate) fn state_tag(question: &Question, state: State) -> Markup {
    let (class, text) = match state {
        State::Drafted => ("tag", words::DRAFTED),
        State::Submitted => ("tag warn", words::SUBMITTED),
        State::Returned => ("tag bad", words::RETURNED),
        State::Approved => ("tag good", words::APPROVED),
        State::Published => ("tag good", words::PUBLISHED),
    };
    html! { span class=(class) { (question.say.text(text)) } }
}
