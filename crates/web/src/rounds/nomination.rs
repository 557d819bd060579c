//! One nomination: who holds it, its file item by item, what the rules said, and what can be done now.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::award_name;
use domain::rounds::{ItemSort, ItemTold, May, NominationCard, Priority, State, nomination};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{crumbs, id_of, nomination_at, round_at, to_list};
use super::{life, tags, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The page, where there is a refusal with it on top.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let told = nomination(&visit.app, &visit.actor, id_of(visit)?)?;
    let say = question.say;
    let row = &told.row;
    let above = [to_list(&question), (round_at(&question, row.round), &*told.round.head.name)];
    let content = html! {
        (crumbs(&question, &above, &row.named))
        (head(&question, &told))
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.gap {
            (doing(visit, &question, &told))
            div.grid.g21 {
                div.gap {
                    @if told.may.contains(&May::Appraise) && row.state == State::Sent {
                        (appraisal(visit, &question, &told))
                    } @else { (file(visit, &question, &told)) }
                    @if let Some(verdict) = &told.verdict { (life::verdict(say, verdict)) }
                }
                div.gap {
                    (life::line(&question, &told))
                    @if !told.comments.is_empty() { (life::comments(say, &told)) }
                }
            }
        }
    };
    framed(visit, (&question, None), status, &row.named, &content)
}

fn head(question: &Question, told: &NominationCard) -> Markup {
    let say = question.say;
    let row = &told.row;
    let counts = |code: &str| told.round.priorities.iter().any(|rule| rule.sort.code() == code);
    let first = row.priority.iter().filter(|code| counts(code));
    let first: Vec<&str> = first
        .filter_map(|code| Priority::from_code(code))
        .map(|rule| say.text(rule.name()))
        .collect();
    html! {
        div.head { div {
            h1 lang="vi" { (row.named) }
            p lang="vi" {
                (tags::state(say, row.state)) " " (award_name(&row.award))
                @if row.named != row.unit_named { " · " (row.unit_named) }
            }
            p lang="vi" { (row.achievement) }
            @if !first.is_empty() { p.small { (say.text(w::PRIORITY)) ": " (first.join(", ")) } }
            @if let Some(after) = told.after { p.small { a href=(nomination_at(question, after)) { (say.text(w::AFTER)) } } }
        } }
    }
}

/// Who holds it, and every act the reader may carry out now.
fn doing(visit: &Visit, question: &Question, told: &NominationCard) -> Markup {
    let say = question.say;
    let row = &told.row;
    let holds = match &row.holder {
        _ if row.state.is_over() => say.text(w::IS_OVER_NOW).to_owned(),
        Some((_, unit)) => say.fill(w::WHO_HOLDS, &[("unit", unit)]),
        None => say.fill(w::HOLDS_OUTSIDE, &[("level", say.text(row.rung.name()))]),
    };
    let next = told.next.as_ref().map(|(unit, level)| match unit {
        Some(unit) => say.fill(w::NEXT_IS, &[("unit", unit)]),
        None => say.fill(w::NEXT_OUTSIDE, &[("level", say.text(level.name()))]),
    });
    html! {
        section.sheet id="viec" {
            header { h2 lang="vi" { (holds) } @if let Some(next) = next.filter(|_| !row.state.is_over()) { p lang="vi" { (next) } } }
            div.pad.gap {
                @if let Some(waits) = &told.waits {
                    div.note.warn { i.i.i-wait aria-hidden="true" {} p lang="vi" { b { (say.text(w::WAITS)) } ". " (waits.message) ". " (waits.remedy) "." } }
                }
                @if let Some((list, to)) = &told.open_until {
                    p { a href=(question.to(&format!("/openings/{list}"))) { (say.text(w::OPENING_TITLE)) } " · " (say.day(to.previous())) }
                }
                @if let Some(paper) = row.commendation { p { a href=(question.to(&format!("/honours/{paper}"))) { (say.text(w::SEE_DECISION)) } } }
                @if visit.is_signed_in() { (acts(visit, question, told)) }
            }
        }
    }
}

fn acts(visit: &Visit, question: &Question, told: &NominationCard) -> Markup {
    let say = question.say;
    let may = |what: May| told.may.contains(&what);
    let id = told.row.id.to_string();
    let outcome = |what: &str| {
        let path = format!("/rounds/{}/outcome", told.row.round);
        let unit = told.row.holder.as_ref().map_or(String::new(), |(unit, _)| unit.to_string());
        question.to_with(&path, &[("do", what), ("n", &id), ("at", &unit)])
    };
    let links = [
        (May::Send, w::DO_SEND, "send"),
        (May::Open, w::DO_OPEN, "open"),
        (May::Decide, w::DO_DECIDE, "decide"),
        (May::Refuse, w::DO_REFUSE, "refuse"),
    ];
    let is_main = |what: May| match what {
        May::Decide => true,
        May::Send => !may(May::Decide),
        _ => false,
    };
    let shown = links.iter().filter(|(what, ..)| may(*what));
    let in_house = may(May::Appraise) && told.row.state == State::Drafted;
    let higher = || {
        let path = format!("/rounds/{}/nominate", told.row.round);
        question.to_with(&path, &[("after", &id)])
    };
    html! {
        div.acts {
            @for (what, text, code) in shown { a.btn.main[is_main(*what)] href=(outcome(code)) { (say.text(*text)) } }
            @if may(May::Higher) { a.btn href=(higher()) { (say.text(w::DO_HIGHER)) } }
            @if in_house { (press(visit, question, told, "complete", w::DO_COMPLETE)) }
            @if may(May::Recall) { (press(visit, question, told, "recall", w::DO_RECALL)) }
        }
        @if told.may.is_empty() { p.mut { (say.text(w::NOTHING_TO_DO)) } }
        @if may(May::PassOn) { (with_reason(visit, question, told, ("pass-on", w::DO_PASS_ON), None)) }
        @if may(May::Reconsider) { (with_reason(visit, question, told, ("reconsider", w::DO_RECONSIDER), None)) }
        @if may(May::Return) && told.row.state != State::Sent { (send_back(visit, question, told)) }
        @if may(May::Withdraw) { (with_reason(visit, question, told, ("withdraw", w::DO_WITHDRAW), Some(w::WITHDRAW_SURE))) }
    }
}

fn act_at(question: &Question, id: Id) -> String {
    question.to(&format!("/nominations/{id}/act"))
}

fn press(
    visit: &Visit,
    question: &Question,
    told: &NominationCard,
    what: &str,
    text: kernel::Text,
) -> Markup {
    html! {
        form method="post" action=(act_at(question, told.row.id)) {
            (form_key(visit))
            button.btn name="do" value=(what) { (question.say.text(text)) }
        }
    }
}

/// An act that asks for its reason, folded until it is wanted.
fn with_reason(
    visit: &Visit,
    question: &Question,
    told: &NominationCard,
    (what, text): (&str, kernel::Text),
    lead: Option<kernel::Text>,
) -> Markup {
    let say = question.say;
    let is_typed = visit.form.text("do") == what;
    let id = format!("why-{what}");
    html! {
        details.more open[is_typed] {
            summary { (say.text(text)) }
            form.form method="post" action=(act_at(question, told.row.id)) {
                (form_key(visit))
                @if let Some(lead) = lead { p.small { (say.text(lead)) } }
                div.field {
                    label for=(id) { (say.text(w::REASON)) }
                    input id=(id) name="why" maxlength="500" required value=(if is_typed { visit.form.text("why") } else { "" });
                }
                div.acts { button.btn name="do" value=(what) { (say.text(text)) } }
            }
        }
    }
}

/// Sending back what was accepted before: which item, and why.
fn send_back(visit: &Visit, question: &Question, told: &NominationCard) -> Markup {
    let say = question.say;
    html! {
        details.more {
            summary { (say.text(w::DO_RETURN)) }
            form.form method="post" action=(act_at(question, told.row.id)) {
                (form_key(visit))
                @for each in &told.items { (judgement(visit, say, each, "small")) }
                div.acts { button.btn name="do" value="return" { (say.text(w::DO_RETURN)) } }
            }
        }
    }
}

/// An item that is neither needed nor there has nothing to be judged.
fn is_judged(told: &ItemTold) -> bool {
    told.item.needed || told.body.is_some() || !told.files.is_empty()
}

/// Two choices and a reason.
fn judgement(visit: &Visit, say: Say, told: &ItemTold, legend: &str) -> Markup {
    let code = &told.item.code;
    let (field, why) = (format!("m-{code}"), format!("w-{code}"));
    let stands = told.mark.as_ref().filter(|(_, _, mended)| !mended);
    let chosen = visit.form.some(&field).unwrap_or(match stands {
        Some((true, ..)) => "ok",
        Some((false, ..)) => "back",
        None => "",
    });
    let reason =
        visit.form.some(&why).or_else(|| stands.and_then(|(_, reason, _)| reason.as_deref()));
    html! {
        fieldset.field.judge {
            legend class=(legend) lang="vi" { (told.item.title) }
            span.picks {
                label.pick { input type="radio" name=(field) value="ok" checked[chosen == "ok"]; span { (say.text(w::ITEM_OK)) } }
                label.pick { input type="radio" name=(field) value="back" checked[chosen == "back"]; span { (say.text(w::ITEM_BACK)) } }
            }
            input name=(why) maxlength="2000" value=(reason.unwrap_or_default())
                aria-label={ (say.text(w::WHY_BACK)) ": " (told.item.title) } placeholder=(say.text(w::WHY_BACK));
        }
    }
}

/// The file with a judgement at each item.
fn appraisal(visit: &Visit, question: &Question, told: &NominationCard) -> Markup {
    let say = question.say;
    let note = Field {
        most: 2_000,
        is_optional: true,
        ..Field::new("note", say.text(w::RETURN_NOTE), visit.form.text("note"))
    };
    html! {
        section.sheet id="ho-so" {
            header { h2 { (say.text(w::APPRAISE)) } p { (say.text(w::APPRAISE_LEAD)) } }
            form method="post" action=(act_at(question, told.row.id)) {
                (form_key(visit))
                @for each in &told.items { div.pad.item {
                    (content(question, told.row.id, each))
                    @if is_judged(each) { (judgement(visit, say, each, "vh")) }
                } }
                div.pad.form {
                    (form::input(say, &note))
                    div.acts {
                        button.btn.main name="do" value="accept" { (say.text(w::DO_ACCEPT)) }
                        button.btn name="do" value="return" { (say.text(w::DO_RETURN)) }
                        button.btn.bare name="do" value="save" { (say.text(w::SAVE_MARKS)) }
                    }
                }
            }
        }
    }
}

/// What stands in an item.
fn content(question: &Question, id: Id, told: &ItemTold) -> Markup {
    let say = question.say;
    html! {
        h3 lang="vi" { (told.item.title) " " (mark(say, told)) }
        @if let Some(source) = &told.item.source { p.small.mut lang="vi" { (source) } }
        @if let Some(body) = &told.body { p.body lang="vi" { (body) } }
        @if !told.files.is_empty() { ul.bare { @for file in &told.files { li {
            a href=(question.to(&format!("/nominations/{id}/files/{}", file.id))) download lang="vi" { (file.name) }
        } } } }
        @if told.body.is_none() && told.files.is_empty() { p.mut { (say.text(w::NOTHING_YET)) } }
    }
}

fn mark(say: Say, told: &ItemTold) -> Markup {
    let needed = if told.item.needed { w::NEEDED } else { w::IF_ANY };
    html! {
        @match &told.mark {
            Some((_, _, true)) => span.tag.info { (say.text(w::ITEM_MENDED)) },
            Some((true, ..)) => span.tag.good { (say.text(w::ITEM_OK)) },
            Some((false, ..)) => span.tag.bad { (say.text(w::ITEM_BACK)) },
            None => small.mut { "(" (say.text(needed)) ")" },
        }
        @if let Some((false, Some(reason), false)) = &told.mark { small.under.bad lang="vi" { (reason) } }
    }
}

/// The file: to be read, or to be written into while it is open.
fn file(visit: &Visit, question: &Question, told: &NominationCard) -> Markup {
    let say = question.say;
    let id = told.row.id;
    let is_open = told.may.contains(&May::Fill) && visit.is_signed_in();
    if !is_open {
        return html! {
            section.sheet id="ho-so" {
                header { h2 { (say.text(w::FILE)) } }
                @for each in &told.items { div.pad.item { (content(question, id, each)) } }
            }
        };
    }
    let here = format!("/nominations/{id}");
    let with_files = told.items.iter().filter(|each| each.item.sort != ItemSort::Text);
    let choices: Vec<(&str, &str)> =
        with_files.map(|each| (&*each.item.code, &*each.item.title)).collect();
    html! {
        section.sheet id="ho-so" {
            header { h2 { (say.text(w::FILE)) } p { (say.text(w::FILE_LEAD_OPEN)) } }
            // One form: a file that is sent takes along what was typed meanwhile.
            form method="post" action=(question.to(&format!("{here}/file"))) {
                (form_key(visit))
                @for each in &told.items { div.pad.item { (writing(visit, say, each)) } }
                div.pad { div.acts { button.btn { (say.text(w::SAVE_FILE)) } } }
                @if !choices.is_empty() {
                    div.pad.form {
                        (form::select(say, &Field::new("item", say.text(w::ATTACH_TO), visit.form.text("item")), &choices))
                        div.field {
                            label.vh for="f-file" { (say.text(w::ATTACH)) }
                            span.hint id="h-file" { (say.text(w::FILE_HINT)) }
                            input id="f-file" type="file" name="file" aria-describedby="h-file" accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg";
                        }
                        div.acts {
                            button.btn formenctype="multipart/form-data"
                                formaction=(question.to(&format!("{here}/files"))) { (say.text(w::ATTACH)) }
                        }
                    }
                }
            }
            @for each in told.items.iter().filter(|each| !each.files.is_empty()) {
                div.pad.item {
                    h3 lang="vi" { (each.item.title) }
                    ul.rows.posts { @for file in &each.files { li {
                        a href=(question.to(&format!("{here}/files/{}", file.id))) download lang="vi" { (file.name) }
                        form method="post" action=(question.to(&format!("{here}/files/{}/withdraw", file.id))) {
                            (form_key(visit))
                            button.btn.bare { (say.text(w::TAKE_OFF)) span.vh { " " (file.name) } }
                        }
                    } } }
                }
            }
        }
    }
}

/// An item that is written into.
fn writing(visit: &Visit, say: Say, told: &ItemTold) -> Markup {
    let field = format!("t-{}", told.item.code);
    let body = visit.form.some(&field).or(told.body.as_deref()).unwrap_or_default();
    html! {
        div.field {
            label for={ "f-" (field) } lang="vi" { (told.item.title) " " (mark(say, told)) }
            @if let Some(source) = &told.item.source { span.hint lang="vi" { (source) } }
            @if told.item.sort != ItemSort::File {
                textarea id={ "f-" (field) } name=(field) rows="5" maxlength="30000" { (body) }
            }
        }
    }
}
