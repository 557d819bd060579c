//! A round: what it says, who was called, what stands where.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::award_name;
use domain::rounds::{
    NominationFilter, NominationRow, Quota, Round, RoundCard, RoundStep, State, nominations, round,
};
use kernel::{Power, Refusal};
use maud::{Markup, html};

use super::page::{crumbs, id_of, nomination_at, round_at, to_list};
use super::{call, list, tags, words as w};
use crate::address::Question;
use crate::frame::framed;
use crate::parts::form;
use crate::parts::{Page, pager};
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;

/// Nominations on a page.
const ON_A_PAGE: usize = 100;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The page, with why something was not written.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let told = round(&visit.app, &visit.actor, id)?;
    let number = visit.raw.page("page")?;
    let filter = NominationFilter {
        state: visit.raw.get("state").and_then(State::from_code),
        award: visit.raw.get("award").map(str::to_owned).filter(|code| !code.is_empty()),
        holder: None,
        text: visit.raw.get("name").unwrap_or_default().to_owned(),
        page: ((number - 1) * ON_A_PAGE, ON_A_PAGE),
    };
    let (rows, all) = nominations(&visit.app, &visit.actor, id, &filter)?;
    let say = question.say;
    let name = &told.round.head.name;
    let content = html! {
        (crumbs(&question, &[to_list(&question)], name))
        (head(visit, (&question, &place), &told))
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.gap {
            @if let Some(note) = &told.round.note { div.note { i.i.i-info aria-hidden="true" {} p lang="vi" { (note) } } }
            section.sheet {
                header {
                    h2 { (say.text(w::NOMINATIONS)) }
                    p { @for (n, (state, count)) in told.counts.iter().enumerate() {
                        @if n > 0 { " · " } (say.text(state.name())) " " b { (say.number(*count)) }
                    } }
                }
                (search(visit, &question, &told))
                @if rows.is_empty() {
                    p.pad.mut { (say.text(if told.counts.is_empty() { w::NO_NOMINATIONS } else { w::NO_MATCH })) }
                } @else { (table(&question, &rows)) }
                (turning(&question, &told, (number, all)))
            }
            div.grid.g2 {
                (calls(visit, &question, &told))
                (stated(&question, &told.round))
            }
            @if !told.openings.is_empty() { (openings(&question, &told)) }
            @if told.may_change && visit.is_signed_in() { (call::sheet(visit, &question, &told)) }
        }
    };
    framed(visit, (&question, Some(&place)), status, name, &content)
}

fn head(visit: &Visit, (question, place): (&Question, &Place), told: &RoundCard) -> Markup {
    let say = question.say;
    let head = &told.round.head;
    let may = visit.is_signed_in() && visit.actor.may(Power::RecordHonours);
    let here = format!("/rounds/{}", head.id);
    html! {
        div.head {
            div {
                h1 lang="vi" { (head.name) }
                p {
                    (tags::round(say, head, visit.today)) " "
                    (say.text(head.sort.name())) ", " (list::years(head)) " · "
                    span lang="vi" { (head.unit.2) } " · " (say.text(w::DUE)) " " (say.day(head.due_on))
                }
            }
            @if may { div.acts {
                a.btn href=(question.to(&format!("{here}/outcome"))) { (say.fill(w::WORK, &[("unit", &place.card.name)])) }
                (crate::papers::letter_door(visit, question, head.id))
                @if told.may_nominate { a.btn.main href=(question.to(&format!("{here}/nominate"))) { (say.text(w::NOMINATE)) } }
            } }
        }
    }
}

fn search(visit: &Visit, question: &Question, told: &RoundCard) -> Markup {
    let say = question.say;
    let at = |field: &str| visit.raw.get(field).unwrap_or_default().to_owned();
    let (name, state, award) = (at("name"), at("state"), at("award"));
    html! {
        form.tools.pad.round-find method="get" action=(round_at(question, told.round.head.id)) {
            (crate::frame::hidden(question))
            label.vh for="f-name" { (say.text(w::SEARCH)) }
            input id="f-name" name="name" type="search" value=(name) placeholder=(say.text(w::SEARCH)) maxlength="100";
            label.vh for="f-state" { (say.text(w::STATE)) }
            select id="f-state" name="state" {
                option value="" { (say.text(w::ALL_STATES)) }
                @for each in State::ALL { option value=(each.code()) selected[each.code() == state] { (say.text(each.name())) } }
            }
            label.vh for="f-award" { (say.text(w::AWARD)) }
            select id="f-award" name="award" {
                option value="" { (say.text(w::ANY_AWARD)) }
                @for each in &told.round.awards { option value=(each.award) selected[each.award == award] { (award_name(&each.award)) } }
            }
            button.btn { (say.text(w::FILTER)) }
        }
    }
}

/// Rows of nominations.
pub(super) fn table(question: &Question, rows: &[NominationRow]) -> Markup {
    let say = question.say;
    let heads = [w::WHO, w::AWARD, w::VERDICT, w::STATE, w::HOLDER, w::SINCE];
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::NOMINATIONS)) }
            thead { tr { @for head in heads { th scope="col" { (say.text(head)) } } } }
            tbody { @for row in rows { tr {
                th scope="row" {
                    a href=(nomination_at(question, row.id)) lang="vi" { (row.named) }
                    @if row.named != row.unit_named { small.under.mut lang="vi" { (row.unit_named) } }
                }
                td data-l=(say.text(w::AWARD)) lang="vi" { span { (award_name(&row.award)) } }
                td data-l=(say.text(w::VERDICT)) { (tags::verdict(say, row.verdict.as_deref())) }
                td data-l=(say.text(w::STATE)) { (tags::state(say, row.state)) }
                td data-l=(say.text(w::HOLDER)) { (tags::holder(say, row)) }
                td data-l=(say.text(w::SINCE)) { span.nb { (say.day(row.since)) } }
            } } }
        } }
    }
}

fn turning(question: &Question, told: &RoundCard, (number, all): (usize, usize)) -> Markup {
    let say = question.say;
    let first = (number - 1) * ON_A_PAGE;
    let last = (first + ON_A_PAGE).min(all);
    let range = format!("{}–{} / {}", first + 1, last, say.number(all as i64));
    let path = format!("/rounds/{}", told.round.head.id);
    let page =
        Page { field: "page", number, more: last < all, range, keep: &[], anchor: "noi-dung" };
    html! { @if all > ON_A_PAGE { (pager(question, &path, &page)) } }
}

fn calls(visit: &Visit, question: &Question, told: &RoundCard) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::CALLED)) } }
            @if told.calls.is_empty() { p.pad.mut { (say.text(w::NONE_CALLED)) } } @else { div.tw { table.stack {
                caption.vh { (say.text(w::CALLED)) }
                thead { tr {
                    th scope="col" { (say.text(w::UNIT)) }
                    th.n scope="col" { (say.text(w::NOMINATIONS)) }
                    th.n scope="col" { (say.text(w::SENT)) }
                    th scope="col" { (say.text(w::DUE)) }
                } }
                tbody { @for call in &told.calls { tr {
                    th scope="row" lang="vi" { (call.called.2) }
                    td.n data-l=(say.text(w::NOMINATIONS)) { (say.number(call.nominations)) }
                    td.n data-l=(say.text(w::SENT)) { (say.number(call.sent)) }
                    td data-l=(say.text(w::DUE)) {
                        span.nb.warn[call.due_on < visit.today && call.sent == 0] { (say.day(call.due_on)) }
                    }
                } } }
            } } }
        }
    }
}

fn stated(question: &Question, round: &Round) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::STATED)) } }
            dl.kv.pad {
                @if let Some((id, number, day)) = &round.document {
                    dt { (say.text(w::PAPER)) }
                    dd { a href=(question.to(&format!("/documents/{id}"))) lang="vi" { (number) @if let Some(day) = day { ", " (say.day(*day)) } } }
                }
                dt { (say.text(w::AWARDS)) }
                dd { ul.bare { @for line in &round.awards { li lang="vi" {
                    (award_name(&line.award))
                    small.under.mut { (award_says(say, line)) }
                } } } }
                @if !round.quotas.is_empty() {
                    dt { (say.text(w::QUOTAS)) }
                    dd { ul.bare { @for quota in &round.quotas { li { (quota_says(say, quota)) } } } }
                }
                @if !round.priorities.is_empty() {
                    dt { (say.text(w::PRIORITIES)) }
                    dd { ol { @for rule in &round.priorities { li lang="vi" { (rule.says.as_deref().unwrap_or_else(|| say.text(rule.sort.name()))) } } } }
                }
                dt { (say.text(w::COMMENT)) }
                dd { @match round.comment_level {
                    Some(level) => (say.fill(w::COMMENT_SAYS, &[("n", &say.number(round.comment_days)), ("level", say.text(level.name()))])),
                    None => (say.text(w::NO_COMMENT)),
                } }
                @if !round.steps.is_empty() {
                    dt { (say.text(w::HISTORY)) }
                    dd { ul.bare { @for (step, due, note) in &round.steps { li lang="vi" {
                        (say.text(step.name())) @if *step != RoundStep::Requoted { ", " (say.day(*due)) } @if let Some(note) = note { ": " (note) }
                    } } } }
                }
            }
        }
    }
}

fn award_says(say: Say, line: &domain::rounds::RoundAward) -> String {
    let council: Vec<&str> = line.council.iter().map(|level| say.text(level.name())).collect();
    let council = if council.is_empty() {
        say.text(w::NO_COUNCIL).to_owned()
    } else {
        format!("{}: {}", say.text(w::COUNCIL_AT), council.join(", "))
    };
    let level = format!("{}: {}", say.text(w::DECIDED_AT), say.text(line.level.name()));
    match &line.higher_by {
        Some(text) => format!("{level} · {council} · {}: {text}", say.text(w::DO_HIGHER)),
        None => format!("{level} · {council}"),
    }
}

fn quota_says(say: Say, quota: &Quota) -> String {
    let award = quota.award.as_deref().map_or_else(|| say.text(w::ANY_AWARD), award_name);
    let block = quota.block.map_or_else(|| say.text(w::ANY_BLOCK), |block| say.text(block.name()));
    let most = say.fill(w::QUOTA, &[("n", &say.number(quota.at_most))]);
    format!("{most}, {}: {award}, {block}", say.text(w::OF_EACH))
}

fn openings(question: &Question, told: &RoundCard) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::OPENINGS)) } }
            ul.rows { @for (id, unit, from, to) in &told.openings { li {
                a href=(question.to(&format!("/openings/{id}"))) lang="vi" {
                    (say.fill(w::OPENING_SAYS, &[("unit", unit), ("from", &say.day(*from)), ("to", &say.day(to.previous()))]))
                }
            } } }
        }
    }
}
