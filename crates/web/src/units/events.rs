//! Recording what happens to a unit: a form, its effect before anything is written, and then the writing, once.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::http::StatusCode;
use axum::response::Response;
use domain::units::{
    MemberName, Rehearsal, carry_out, fresh_command, members_to_share, must_record_at, rehearse,
};
use kernel::{Block, Refusal, Text, UnitKind};
use maud::{Markup, html};

use super::event::{self, EVENTS, Event, Part, Wrong};
use super::profile::Record;
use super::{effect, record_path, tabs, words};
use crate::frame::{self, Frame};
use crate::parts::form::{self, Field};
use crate::parts::paper;
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::words as common;

/// What stands beside the fields.
enum Aside {
    /// Nothing was tried yet.
    Nothing,
    /// What it would do, and the print of what was typed.
    Seen(Box<Rehearsal>, String),
}

/// The events to choose from.
pub(super) fn choose(visit: &Visit) -> Result<Response, Problem> {
    let record = match gather(visit)? {
        Ok(record) => record,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let say = visit.say;
    let has_ended = record.profile.card.ended_on.is_some();
    let path = tabs::events_path(&record.profile.card.code);
    let content = html! {
        (record.crumbs())
        div.head { div { h1 { (say.text(words::CHOOSE_EVENT)) } p { (record.profile.card.name) ". " (say.text(words::CHOOSE_LEAD)) } } }
        section.sheet { ul.rows.ends {
            @for event in EVENTS.iter().filter(|event| event.of_ended == has_ended) {
                li { span {} span {
                    a href=(record.question.to(&format!("{path}/{}", event.code))) { b { (say.text(event.name)) } }
                    small.mut { (say.text(event.lead)) }
                } }
            }
        } }
    };
    let title = say.text(words::CHOOSE_EVENT);
    Ok(whole(&record, StatusCode::OK, title, &content))
}

/// The record of the unit, for who may record there.
fn gather(visit: &Visit) -> Result<Result<Record<'_>, Response>, Problem> {
    let record = Record::of(visit)?;
    if let Ok(record) = &record {
        must_record_at(&visit.app, &visit.actor, record.place.card.id)?;
    }
    Ok(record)
}

fn event_of(visit: &Visit) -> Result<&'static Event, Problem> {
    event::find(visit.part(4)).ok_or(Problem::NoPage)
}

/// The empty form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let event = event_of(visit)?;
    match gather(visit)? {
        Ok(record) => show(&record, event, StatusCode::OK, &Aside::Nothing, None, None),
        Err(elsewhere) => Ok(elsewhere),
    }
}

/// Shows what it would do; and writes it when that is what was seen.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let event = event_of(visit)?;
    let record = match gather(visit)? {
        Ok(record) => record,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let refused = |told: &Wrong, aside: &Aside| {
        show(&record, event, StatusCode::UNPROCESSABLE_ENTITY, aside, Some(told), None)
    };
    let change = match event::read(visit, &record, event) {
        Ok(change) => change,
        Err(told) => return refused(&told, &Aside::Nothing),
    };
    let print = print_of(visit);
    let confirms = visit.form.text("step") == "write";
    if confirms && visit.form.text("seen") == print {
        // The name says what was seen: the same thing sent twice is written once, another thing is another command.
        let command = format!("{}-{print}", visit.form.text("command"));
        return match carry_out(&visit.app, &visit.actor, &change, &command) {
            Ok(()) => {
                let done = visit.say.fill(words::WRITTEN, &[("event", visit.say.text(event.name))]);
                let to = format!("{}/relations", record_path(&record.profile.card.code));
                visit.done(&record.question.to(&to), &done)
            }
            Err(domain::Error::Refused(refusal)) => refused(&(None, refusal), &Aside::Nothing),
            Err(error) => Err(error.into()),
        };
    }
    let seen = rehearse(&visit.app, &visit.actor, &change)?;
    if let Some(refusal) = seen.refused.values().next() {
        if refusal.code == "out_of_reach" {
            return Err(Problem::Refused(refusal.clone()));
        }
        return refused(&(field_of(refusal), refusal.clone()), &Aside::Nothing);
    }
    let note = confirms.then_some(words::CHANGED_SINCE);
    show(&record, event, StatusCode::OK, &Aside::Seen(Box::new(seen), print), None, note)
}

/// The field that a rule's refusal is about, where one can be named.
fn field_of(refusal: &Refusal) -> Option<&'static str> {
    match refusal.code {
        "document_missing" => Some("paper-number"),
        "after_last_day" | "unit_not_open" | "later_events" => Some("on"),
        "bad_name" => Some("name"),
        "bad_code" | "code_taken" => Some("new-code"),
        _ => None,
    }
}

/// A print of everything typed, so that what is written is what was seen.
fn print_of(visit: &Visit) -> String {
    let mut hasher = DefaultHasher::new();
    for (name, value) in visit.form.fields() {
        if !matches!(name, "key" | "step" | "seen" | "command") {
            (name, value).hash(&mut hasher);
        }
    }
    format!("{:016x}", hasher.finish())
}

fn whole(record: &Record<'_>, status: StatusCode, title: &str, content: &Markup) -> Response {
    let frame = Frame {
        visit: record.visit,
        question: &record.question,
        place: Some(&record.place),
        head: None,
    };
    respond(status, frame::page(&frame, title, content))
}

fn show(
    record: &Record<'_>,
    event: &Event,
    status: StatusCode,
    aside: &Aside,
    told: Option<&Wrong>,
    note: Option<Text>,
) -> Result<Response, Problem> {
    let (visit, say) = (record.visit, record.visit.say);
    let card = &record.profile.card;
    let shares = event.parts.iter().any(|part| matches!(part, Part::Who(_)));
    let names = if shares {
        members_to_share(&visit.app, &visit.actor, card.id, visit.today)?
    } else {
        Some(Vec::new())
    };
    let command =
        visit.form.some("command").map_or_else(|| fresh_command(&visit.app), str::to_owned);
    let path = format!("{}/{}", tabs::events_path(&card.code), event.code);
    let title = format!("{} · {}", say.text(event.name), card.name);
    let content = html! {
        (record.crumbs())
        div.head { div { h1 { (say.text(event.name)) } p { b { (card.name) } ". " (say.text(event.lead)) } } }
        div.grid.g21.even {
            form.form method="post" action=(record.question.to(&path)) {
                @if let Some((field, refusal)) = told { (form::refused(say, refusal, *field)) }
                @if let Some(note) = note { p.note.warn role="alert" { (say.text(note)) } }
                (frame::form_key(visit))
                (form::hidden("command", &command))
                @for part in event.parts { (fields(record, *part, names.as_deref(), told)) }
                (form::date(say, "on", say.text(words::ON_DAY), visit.form.boxes("on"), error_at(told, "on")))
                (paper::fields(visit, event.paperless, told.map(|(_, refusal)| refusal)))
                (form::input(say, &Field { is_optional: true, most: 300, ..Field::new("reason", say.text(words::REASON), visit.form.text("reason")) }))
                (buttons(say, aside, &path))
            }
            div.gap { (beside(say, aside)) }
        }
    };
    Ok(whole(record, status, &title, &content))
}

/// The first button is what Enter presses: looking, never writing.
fn buttons(say: Say, aside: &Aside, path: &str) -> Markup {
    let back = path.rsplit_once('/').map_or("", |(back, _)| back);
    html! {
        @if let Aside::Seen(_, print) = aside { (form::hidden("seen", print)) }
        div.acts {
            @match aside {
                Aside::Seen(..) => {
                    button.btn name="step" value="look" { (say.text(words::PREVIEW)) }
                    button.btn.main name="step" value="write" { (say.text(words::WRITE)) }
                }
                Aside::Nothing => button.btn.main name="step" value="look" { (say.text(words::PREVIEW)) },
            }
            a.btn.bare href=(back) { (say.text(common::GO_BACK)) }
        }
    }
}

fn beside(say: Say, aside: &Aside) -> Markup {
    html! {
        @match aside {
            Aside::Seen(seen, _) => (effect::sheets(say, seen)),
            Aside::Nothing => section.sheet { div.empty { p { (say.text(words::PREVIEW_FIRST)) } } },
        }
    }
}

fn error_at<'t>(told: Option<&'t Wrong>, name: &str) -> Option<&'t str> {
    told.filter(|(field, _)| *field == Some(name)).map(|(_, refusal)| &*refusal.message)
}

fn fields(
    record: &Record<'_>,
    part: Part,
    names: Option<&[MemberName]>,
    told: Option<&Wrong>,
) -> Markup {
    let (say, typed) = (record.visit.say, &record.visit.form);
    let text = |name: &'static str, label: Text, hint: Option<Text>| {
        let hint = hint.map_or("", |hint| say.text(hint));
        let field = Field {
            hint,
            most: 300,
            error: error_at(told, name),
            ..Field::new(name, say.text(label), typed.text(name))
        };
        form::input(say, &field)
    };
    match part {
        Part::Name => text("name", words::NEW_NAME, Some(words::NAME_HINT)),
        Part::Class => class(record, told, |own| own),
        Part::NewUnit => html! {
            (text("new-name", words::UNIT_NAME, Some(words::NAME_HINT)))
            (text("new-code", words::UNIT_CODE, Some(words::UNIT_CODE_HINT)))
            (class(record, told, kind_below))
        },
        Part::Founding => founding(record, told),
        Part::To(label) => picker(record, "to", label, told),
        Part::Others => {
            let field = Field {
                hint: say.text(words::OTHERS_HINT),
                ..Field::new("others", say.text(words::OTHERS), typed.text("others"))
            };
            form::area(say, &field, 3)
        }
        Part::Successor(label, at) => successor(record, label, at, told),
        Part::Who(rest) => who(record, rest, names),
        Part::How => how(record),
    }
}

/// The kind a unit founded below this one begins with: one that manages grassroots unions founds them; any other founds
/// its own kind.
fn kind_below(own: UnitKind) -> UnitKind {
    if own.counts_as_grassroots() { own } else { UnitKind::Grassroots }
}

fn class(record: &Record<'_>, told: Option<&Wrong>, begins: fn(UnitKind) -> UnitKind) -> Markup {
    let (say, typed) = (record.visit.say, &record.visit.form);
    let last = record.profile.versions.last();
    let kinds: Vec<(&str, &str)> =
        UnitKind::ALL.iter().map(|kind| (kind.code(), say.text(kind.name()))).collect();
    let blocks: Vec<(&str, &str)> =
        Block::ALL.iter().map(|block| (block.code(), say.text(block.name()))).collect();
    let usual = begins(last.map_or(UnitKind::Grassroots, |version| version.kind));
    let kind = typed.some("kind").unwrap_or(usual.code());
    let block =
        typed.some("block").or(last.map(|version| version.block.code())).unwrap_or_default();
    let kind =
        Field { error: error_at(told, "kind"), ..Field::new("kind", say.text(common::KIND), kind) };
    html! {
        (form::select(say, &kind, &kinds))
        (form::select(say, &Field::new("block", say.text(words::BLOCK), block), &blocks))
    }
}

fn founding(record: &Record<'_>, told: Option<&Wrong>) -> Markup {
    let (say, typed) = (record.visit.say, &record.visit.form);
    let ways = [
        ("", words::METHOD_UNKNOWN),
        ("truyen_thong", words::METHOD_TRADITIONAL),
        ("moi", words::METHOD_NEW),
    ];
    let members = Field {
        is_optional: true,
        most: 9,
        error: error_at(told, "members"),
        ..Field::new("members", say.text(words::FOUNDING_MEMBERS), typed.text("members"))
    };
    let address = Field {
        is_optional: true,
        most: 300,
        ..Field::new("address", say.text(words::ADDRESS), typed.text("address"))
    };
    html! {
        fieldset.field {
            legend { (say.text(words::METHOD)) }
            @for (code, name) in ways {
                label.pick { input type="radio" name="method" value=(code) checked[typed.text("method") == code]; span { (say.text(name)) } }
            }
        }
        (form::input(say, &members))
        (form::input(say, &address))
    }
}

/// A unit by its code or name; script offers those that match, without it the name is looked up when it is sent.
fn picker(record: &Record<'_>, name: &'static str, label: Text, told: Option<&Wrong>) -> Markup {
    let (say, typed) = (record.visit.say, &record.visit.form);
    let error = error_at(told, name);
    let (hint, wrong) = (format!("h-{name}"), format!("e-{name}"));
    let told = if error.is_some() { format!("{wrong} {hint}") } else { hint.clone() };
    html! {
        div.field {
            label for={ "f-" (name) } { (say.text(label)) }
            span.hint id=(hint) { (say.text(words::UNIT_PICK_HINT)) }
            @if let Some(error) = error { (form::error_at(say, &wrong, error)) }
            div.combo data-units=(say.text(common::MATCHING_UNITS)) data-stay="" {
                input id={ "f-" (name) } name=(name) value=(typed.text(name)) autocomplete="off" maxlength="300"
                    aria-describedby=(told) aria-invalid=[error.map(|_| "true")];
            }
        }
    }
}

fn successor(record: &Record<'_>, label: Text, at: &'static str, told: Option<&Wrong>) -> Markup {
    let (say, typed) = (record.visit.say, &record.visit.form);
    let [to, code, name] = match at {
        "a" => ["to-a", "a-new-code", "a-new-name"],
        _ => ["to-b", "b-new-code", "b-new-name"],
    };
    let text = |field: &'static str, label: Text, hint: Text| {
        let hint = say.text(hint);
        form::input(
            say,
            &Field {
                is_optional: true,
                hint,
                most: 300,
                ..Field::new(field, say.text(label), typed.text(field))
            },
        )
    };
    html! {
        fieldset.field.group {
            legend { (say.text(label)) }
            (picker(record, to, words::SUCCESSOR_EXISTING, told))
            (text(name, words::UNIT_NAME, words::NAME_HINT))
            (text(code, words::UNIT_CODE, words::UNIT_CODE_HINT))
        }
    }
}

fn who(record: &Record<'_>, rest: Text, names: Option<&[MemberName]>) -> Markup {
    let (say, typed) = (record.visit.say, &record.visit.form);
    let hint = say.fill(words::WHO_GOES_HINT, &[("rest", say.text(rest))]);
    let ticked: std::collections::HashSet<&str> = typed.all("who").collect();
    html! {
        fieldset.field {
            legend { (say.text(words::WHO_GOES_FIRST)) }
            @match names {
                None => p.note.warn { (say.text(words::TOO_MANY_TO_TICK)) },
                Some([]) => p.hint { (say.text(words::NOBODY_TO_TICK)) },
                Some(names) => {
                    span.hint { (hint) }
                    ul.ticks { @for member in names {
                        @let id = member.id.to_string();
                        li { label.tick {
                            input type="checkbox" name="who" value=(id) checked[ticked.contains(&*id)];
                            span lang="vi" { (member.name) }
                            @if let Some(birth) = &member.birth { small.mut { (say.day_text(birth)) } }
                        } }
                    } }
                }
            }
        }
    }
}

fn how(record: &Record<'_>) -> Markup {
    let (say, typed) = (record.visit.say, &record.visit.form);
    let ways = [("dissolved", words::HOW_DISSOLVED), ("struck_off", words::HOW_STRUCK)];
    let now = typed.some("how").unwrap_or("dissolved");
    html! {
        fieldset.field {
            legend { (say.text(words::HOW_ENDED)) }
            @for (code, name) in ways {
                label.pick { input type="radio" name="how" value=(code) checked[now == code]; span { (say.text(name)) } }
            }
        }
    }
}
