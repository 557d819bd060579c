//! The card of a unit: filled by itself on any screen, reviewed side by side, with its evidence and its life.

use axum::http::StatusCode;
use axum::response::Response;
use domain::scores::{
    Answer, Card, Condition, Effect, Group, Hand, Item, Mark, Outcome, When, card, fill,
    points_from, submit,
};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{crumbs, id_of, must_record, state_tag};
use super::{evidence, review, words as w};
use crate::address::Question;
use crate::frame::{self, Frame, form_key};
use crate::parts::form;
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;

/// Which form of the page was refused.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tried {
    Fill,
    Review,
    Evidence,
}

/// Why, and where.
pub(super) type Refused<'r> = Option<(Tried, &'r Refusal)>;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Writes a unit's own points, and sends the card where asked.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    let (app, actor) = (&visit.app, &visit.actor);
    let sends = visit.form.text("act") == "send";
    let written = || -> Result<(), domain::Error> {
        keep(visit, id)?;
        if sends { submit(app, actor, id, None) } else { Ok(()) }
    };
    carried_out(
        visit,
        written(),
        |()| {
            let message = visit.say.text(if sends { w::SENT } else { w::SAVED });
            visit.done(&visit.raw.to(&format!("/scores/cards/{id}")), message)
        },
        |visit, status, no| show(visit, status, no.map(|no| (Tried::Fill, no))),
    )
}

/// Writes what was typed of a unit's own points and answers.
pub(super) fn keep(visit: &Visit, id: Id) -> Result<(), domain::Error> {
    let (app, actor) = (&visit.app, &visit.actor);
    let shown = card(app, actor, id)?;
    let (marks, answers) = typed(visit, &shown)?;
    let own = |mark: &Mark| {
        let item = shown.sheet.body.item(&mark.item);
        let group = item.and_then(|item| shown.sheet.body.group(&item.group));
        group.is_some_and(|group| !group.by_council)
    };
    let marks: Vec<Mark> = marks.into_iter().filter(own).collect();
    fill(app, actor, id, &marks, &answers)
}

/// The points and answers that were typed: fields `p-ITEM`, `c-CONDITION`, their reasons `pr-` and `cr-`.
pub(super) fn typed(visit: &Visit, shown: &Card) -> Result<(Vec<Mark>, Vec<Answer>), Refusal> {
    let body = &shown.sheet.body;
    let reason = |name: String| visit.form.some(&name).map(str::to_owned);
    let mut marks = Vec::new();
    for item in &body.items {
        let Some(text) = visit.form.some(&format!("p-{}", item.code)) else { continue };
        let points = points_from(text).map_err(|no| {
            let message = format!("Chỉ tiêu {}: {}", item.code, no.message);
            Refusal { message, ..no }
        })?;
        let reason = reason(format!("pr-{}", item.code));
        marks.push(Mark { item: item.code.clone(), points, reason });
    }
    let mut answers = Vec::new();
    for condition in body.conditions.iter().filter(|each| each.when == When::Asked) {
        let Some(text) = visit.form.some(&format!("c-{}", condition.code)) else { continue };
        let reason = reason(format!("cr-{}", condition.code));
        let applies = text == "1";
        answers.push(Answer { condition: condition.code.clone(), applies, reason });
    }
    Ok((marks, answers))
}

/// The page, with what was refused of one of its forms.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refused: Refused<'_>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let (shown, head) = visit.steady(|| Ok(card(&visit.app, &visit.actor, id)?))?;
    let say = question.say;
    let signed_in = visit.is_signed_in();
    let fills = signed_in && shown.may_fill && shown.state.is_open();
    let reviews = signed_in && shown.may_review && shown.state == domain::scores::State::Submitted;
    let path = format!("/scores/cycles/{}", shown.cycle.id);
    let between = shown.may_review.then_some((&*path, &*shown.cycle.name));
    let told = |tried: Tried| refused.filter(|(each, _)| *each == tried).map(|(_, no)| no);
    let content = html! {
        (crumbs(&question, between, &shown.unit.2))
        div.head { div {
            h1 lang="vi" { (shown.unit.2) }
            p {
                (state_tag(say, shown.state)) " "
                span lang="vi" { (shown.cycle.name) " · " (shown.cluster.1) } " · "
                (say.day(shown.cycle.from)) " – " (say.day(shown.cycle.to))
                @if shown.state.is_open() { " · " (say.text(w::OWN_BY)) " " (say.day(shown.cycle.own_by)) }
            }
        } }
        div.gap {
            @if shown.state.is_open() {
                @if let Some(note) = shown.steps.last().and_then(|told| told.note.as_deref()) {
                    div.note role="status" { p { b { (say.text(w::DO_RETURN)) } ": " span lang="vi" { (note) } } }
                }
            }
            @if reviews { (review::sheet(visit, &question, &shown, told(Tried::Review))) }
            @else { (own_sheet(visit, &question, &shown, fills, refused)) }
            (evidence::part(visit, &question, &shown, fills))
            // Of a card nobody began there is nothing to say yet.
            @if !shown.marks.is_empty() { (outcomes(&question, &shown)) }
            @if signed_in && shown.may_review { (review::steps(visit, &question, &shown, told(Tried::Review))) }
            @if !shown.steps.is_empty() { (life(&question, &shown)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &shown.unit.2, &content)))
}

/// The sheet as the unit fills it, or as it stands.
fn own_sheet(
    visit: &Visit,
    question: &Question,
    shown: &Card,
    fills: bool,
    refused: Refused<'_>,
) -> Markup {
    let say = question.say;
    let to = question.to(&format!("/scores/cards/{}", shown.id));
    let told = |tried: Tried| refused.filter(|(each, _)| *each == tried).map(|(_, no)| no);
    html! {
        form.gap method="post" action=(to) {
            (form_key(visit))
            @if let Some(refusal) = told(Tried::Fill) { (not_done(question, refusal)) }
            section.sheet {
                header { h2 lang="vi" { (shown.sheet.head.name) } }
                div.tw { table.stack.marks {
                    caption.vh { (shown.sheet.head.name) }
                    thead { tr {
                        th scope="col" { (say.text(w::ITEM)) }
                        th.n scope="col" { (say.text(w::MOST)) }
                        th.n scope="col" { (say.text(w::OWN)) }
                        @if shown.reviewed.is_some() {
                            th.n scope="col" { (say.text(w::REVIEWED)) }
                            th scope="col" { (say.text(w::REASON)) }
                        }
                    } }
                    tbody { @for group in &shown.sheet.body.groups {
                        (heading(question, shown, group))
                        @for item in shown.sheet.body.items_of(&group.code) {
                            (own_row(visit, question, shown, (group, item), fills))
                        }
                    } }
                } }
            }
            (conditions(visit, question, shown, fills, false))
            @if fills { div.acts {
                // The first is what Enter presses, on a telephone as well: it must not send.
                button.btn name="act" value="save" { (say.text(w::SAVE)) }
                button.btn.main name="act" value="send" { (say.text(w::SAVE_AND_SEND)) }
            } }
            // In the same form: evidence that is sent takes along the points typed meanwhile.
            @if fills { (evidence::new_form(visit, question, shown, told(Tried::Evidence))) }
        }
    }
}

/// Why a card was not written; one that lacks something stays as it was typed and is only not sent.
fn not_done(question: &Question, refusal: &Refusal) -> Markup {
    let is_kept = matches!(refusal.code, "items_not_scored" | "condition_not_answered");
    let title = if is_kept { w::KEPT_NOT_SENT } else { crate::words::NOT_WRITTEN };
    form::refused_as(question.say, title, refusal, None)
}

/// What is wrong with points as they were typed into an item.
fn wrong(visit: &Visit, question: &Question, item: &Item, sent: &str) -> Option<String> {
    match points_from(sent) {
        Err(_) if sent.is_empty() => {
            let sends = visit.form.text("act") == "send";
            sends.then(|| "Chưa chấm điểm".to_owned())
        }
        Err(no) => Some(no.message),
        Ok(points) if points > item.most => {
            Some(format!("Nhiều nhất {} điểm", question.say.points(item.most)))
        }
        Ok(_) => None,
    }
}

/// A group by its number and name; a code that is no number says nothing to a reader.
pub(super) fn titled(group: &Group) -> String {
    if group.code.starts_with(|letter: char| letter.is_ascii_digit()) {
        return format!("{}. {}", group.code, group.name);
    }
    group.name.clone()
}

/// The row of a group with its points.
pub(super) fn heading(question: &Question, shown: &Card, group: &Group) -> Markup {
    let say = question.say;
    let best = shown.reviewed.as_ref().unwrap_or(&shown.own);
    let sum =
        best.groups.iter().find(|(code, ..)| *code == group.code).map_or(0, |(_, sum, _)| *sum);
    html! { tr.sub { th scope="rowgroup" colspan="5" lang="vi" {
        (titled(group)) ": " (say.points(sum)) "/" (say.points(shown.sheet.body.most_of(group)))
        @if group.by_council { " " span.tag { (say.text(w::BY_COUNCIL)) } }
    } } }
}

/// What an item asks, with what proves it.
pub(super) fn asked(question: &Question, shown: &Card, item: &Item) -> Markup {
    let say = question.say;
    let own = shown.evidence.iter().filter(|each| each.item == item.code);
    html! {
        (item.code) ". " (item.text)
        @if !item.evidence.is_empty() { small.under.mut { (say.fill(w::EVIDENCE_NEEDED, &[("what", &item.evidence)])) } }
        @for each in own { small.under { i.i.i-file aria-hidden="true" {} (evidence::told(question, shown, each)) } }
    }
}

fn own_row(
    visit: &Visit,
    question: &Question,
    shown: &Card,
    (group, item): (&Group, &Item),
    fills: bool,
) -> Markup {
    let say = question.say;
    let own = shown.mark(Hand::Own, &item.code);
    let later = shown.mark(if group.by_council { Hand::Bonus } else { Hand::Review }, &item.code);
    let stands = own.map(|mark| say.points(mark.points)).unwrap_or_default();
    let name = format!("p-{}", item.code);
    let sent = visit.form.fields().find(|(field, _)| *field == name).map(|(_, typed)| typed);
    let no = sent.and_then(|sent| wrong(visit, question, item, sent));
    let error = format!("e-{}", item.code);
    let reviewed = later.or(own).map_or_else(|| "–".to_owned(), |mark| say.points(mark.points));
    html! { tr {
        th scope="row" lang="vi" { (asked(question, shown, item)) }
        td.n data-l=(say.text(w::MOST)) { span { (say.points(item.most)) } }
        td.n data-l=(say.text(w::OWN)) {
            @if fills && !group.by_council {
                input.w8 name=(name) inputmode="decimal" maxlength="7" autocomplete="off" aria-label=(item.text)
                    value=(sent.unwrap_or(&stands)) aria-invalid=[no.as_ref().map(|_| "true")]
                    aria-describedby=[no.as_ref().map(|_| &*error)];
                @if let Some(no) = &no { (form::error_at(say, &error, no)) }
            } @else { span { @if stands.is_empty() { "–" } @else { (stands) } } }
        }
        @if shown.reviewed.is_some() {
            td.n data-l=(say.text(w::REVIEWED)) { span { (reviewed) } }
            td.full lang="vi" { (later.and_then(|mark| mark.reason.as_deref()).unwrap_or_default()) }
        }
    } }
}

/// What a side condition does, in words.
pub(super) fn effect(
    question: &Question,
    shown_bands: &[domain::scores::Band],
    condition: &Condition,
) -> String {
    let say = question.say;
    match &condition.effect {
        Effect::Forbid => say.text(w::FORBIDS).to_owned(),
        Effect::Cap(grade) => {
            let band = shown_bands.iter().find(|band| band.grade == *grade);
            say.fill(w::CAPS, &[("grade", band.map_or(grade, |band| &band.name))])
        }
    }
}

/// The side conditions: answered by the unit, answered again by the review, or worked out.
pub(super) fn conditions(
    visit: &Visit,
    question: &Question,
    shown: &Card,
    writes: bool,
    reviews: bool,
) -> Markup {
    let (say, body) = (question.say, &shown.sheet.body);
    html! { @if !body.conditions.is_empty() {
        section.sheet {
            header { h2 { (say.text(w::CONDITIONS)) } }
            ul.rows.drafts { @for condition in &body.conditions { li { div {
                span lang="vi" { (condition.say) }
                small.under.mut lang="vi" { (say.text(w::EFFECT)) ": " (effect(question, &body.bands, condition)) }
                @match condition.when {
                    When::GroupBelow(_) => small.under.mut { (say.text(w::COMPUTED)) },
                    When::Asked => (answer(visit, question, shown, condition, (writes, reviews))),
                }
            } } } }
        }
    } }
}

fn answer(
    visit: &Visit,
    question: &Question,
    shown: &Card,
    condition: &Condition,
    (writes, reviews): (bool, bool),
) -> Markup {
    let say = question.say;
    let key = format!("?{}", condition.code);
    let own = shown.mark(Hand::Own, &key);
    let later = shown.mark(Hand::Review, &key);
    let word = |mark: Option<&Mark>| match mark {
        None => say.text(w::NOT_ANSWERED),
        Some(mark) if mark.points == 1 => say.text(w::YES),
        Some(_) => say.text(w::NO),
    };
    let name = format!("c-{}", condition.code);
    let stands = later.or(own).map(|mark| mark.points.to_string());
    let chosen = visit.form.some(&name).map(str::to_owned).or(stands);
    html! {
        @if reviews || !writes { small.under { (say.text(w::OWN)) ": " b { (word(own)) } } }
        @if shown.reviewed.is_some() && later.is_some() {
            small.under { (say.text(w::REVIEWED)) ": " b { (word(later)) }
                @if let Some(reason) = later.and_then(|mark| mark.reason.as_deref()) { ". " span lang="vi" { (reason) } } }
        }
        @if writes {
            span.chips role="radiogroup" aria-label=(condition.say) {
                @for (value, label) in [("0", w::NO), ("1", w::YES)] {
                    label.tick {
                        input type="radio" name=(name) value=(value) checked[chosen.as_deref() == Some(value)];
                        " " (say.text(label))
                    }
                }
            }
            @if reviews {
                input name={ "cr-" (condition.code) } maxlength="500" autocomplete="off"
                    placeholder=(say.text(w::REASON)) aria-label={ (say.text(w::REASON)) ": " (condition.say) }
                    value=(visit.form.text(&format!("cr-{}", condition.code)));
            }
        }
    }
}

fn outcomes(question: &Question, shown: &Card) -> Markup {
    let say = question.say;
    let one = |title, outcome: &Outcome| {
        let grade = outcome.grade.and_then(|step| shown.sheet.body.bands.get(step));
        html! {
            h3 { (say.text(title)) ": " (say.points(outcome.points)) " " (say.text(w::POINTS).to_lowercase())
                ", " span lang="vi" { (grade.map_or(say.text(w::NOT_RANKED), |band| &band.name)) } }
            ul lang="vi" { @for said in &outcome.said { li { (said) } } }
        }
    };
    html! {
        section.sheet {
            header { h2 { (say.text(w::OUTCOME)) } }
            div.pad {
                @if let Some(reviewed) = &shown.reviewed { (one(w::OUTCOME_REVIEWED, reviewed)) }
                (one(w::OUTCOME_OWN, &shown.own))
            }
        }
    }
}

fn life(question: &Question, shown: &Card) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::LIFE)) } }
            div.pad { ol.tl { @for told in &shown.steps { li {
                time { (say.moment_text(&told.recorded_at)) }
                div {
                    b { (say.text(told.step.name())) } ", " (told.actor)
                    @if let Some(note) = &told.note { small.under lang="vi" { (note) } }
                }
            } } } }
        }
    }
}
