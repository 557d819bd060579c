//! What happens to a member, or to several chosen from a list: transferred, left, restored, recorded in error. Filled in, looked at, written.

use axum::http::StatusCode;
use axum::response::Response;
use domain::memberships::{
    Effect, EventKind, LeaveReason, NewEvent, may_record, preview, record_many, transfer_kind,
};
use domain::people::{Profile, Status, profile};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{crumbs, person_of, profile_at, shown};
use super::{effects, said, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::{form, paper, typed, unit};
use crate::problem::Problem;
use crate::site::Visit;

/// People of one form at most: a page of the list.
const MOST: usize = 50;

/// What a form records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Transfer,
    Leave,
    Restore,
    Error,
}

impl What {
    const ALL: [(&'static str, Self); 4] = [
        ("transfer", Self::Transfer),
        ("leave", Self::Leave),
        ("restore", Self::Restore),
        ("error", Self::Error),
    ];

    fn read(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|(each, _)| *each == code)
            .map_or(Self::Transfer, |(_, what)| what)
    }

    fn code(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, what)| *what == self).map_or("", |(code, _)| code)
    }

    fn title(self) -> kernel::Text {
        match self {
            Self::Transfer => w::TRANSFER,
            Self::Leave => w::RECORD_LEAVING,
            Self::Restore => w::RESTORE,
            Self::Error => w::RECORD_ERROR,
        }
    }
}

/// Why the form is shown again, or what it would write.
enum Shown<'s> {
    Fill(Option<&'s Refusal>),
    Preview(&'s [Effect], EventKind),
}

/// The form for one person.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    may_record(&visit.app, &visit.actor)?;
    let person = profile(&visit.app, &visit.actor, person_of(visit)?)?;
    let what = What::read(visit.raw.get("what").unwrap_or_default());
    show(visit, StatusCode::OK, what, &[person], &Shown::Fill(None))
}

/// The form for one person, sent.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    carry_on(visit, &[person_of(visit)?])
}

/// The form for those chosen on a list, sent.
pub(super) fn send_many(visit: &Visit) -> Result<Response, Problem> {
    let people: Vec<Id> = visit.form.all("id").filter_map(Id::parse).take(MOST).collect();
    if people.is_empty() {
        return Err(Problem::Refused(Refusal::new(
            "nobody_chosen",
            "Chưa chọn ai trong danh sách",
            "Quay lại danh sách và đánh dấu những người cần ghi",
        )));
    }
    carry_on(visit, &people)
}

fn carry_on(visit: &Visit, people: &[Id]) -> Result<Response, Problem> {
    let (app, actor) = (&visit.app, &visit.actor);
    may_record(app, actor)?;
    let mut profiles = Vec::with_capacity(people.len());
    for person in people {
        profiles.push(profile(app, actor, *person)?);
    }
    let what = What::read(visit.form.text("what"));
    let step = visit.form.text("step");
    if step.is_empty() || step == "edit" {
        return show(visit, StatusCode::OK, what, &profiles, &Shown::Fill(None));
    }
    match work(visit, what, &profiles, step == "write") {
        Ok(Done::Looked(effects, kind)) => {
            show(visit, StatusCode::OK, what, &profiles, &Shown::Preview(&effects, kind))
        }
        Ok(Done::Written(events)) => {
            let message = visit.say.fill(w::WRITTEN, &[("n", &events.len().to_string())]);
            match (&profiles[..], &events[..]) {
                ([one], [event]) => {
                    let to = format!("/members/{}?done={event}", one.id);
                    visit.done(&to, &message)
                }
                _ => visit.done(super::list::PATH, &message),
            }
        }
        Err(domain::Error::Refused(refusal)) => {
            let status = match refusal.code {
                "not_allowed" | "out_of_reach" => StatusCode::FORBIDDEN,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            show(visit, status, what, &profiles, &Shown::Fill(Some(&refusal)))
        }
        Err(error) => Err(error.into()),
    }
}

enum Done {
    Looked(Vec<Effect>, EventKind),
    Written(Vec<Id>),
}

fn work(
    visit: &Visit,
    what: What,
    people: &[Profile],
    writes: bool,
) -> Result<Done, domain::Error> {
    let (app, actor) = (&visit.app, &visit.actor);
    let events = events(visit, what, people)?;
    let kind = events.first().map_or(EventKind::Left, |event| event.kind);
    if !writes {
        return Ok(Done::Looked(preview(app, actor, &events)?, kind));
    }
    Ok(Done::Written(record_many(app, actor, visit.say.text(what.title()), &events)?))
}

/// The events that the form tells.
fn events(visit: &Visit, what: What, people: &[Profile]) -> Result<Vec<NewEvent>, domain::Error> {
    let form = &visit.form;
    let on = typed::boxes(form.boxes("on"))?.ok_or_else(|| {
        Refusal::new("no_day", "Chưa ghi ngày của việc này", "Ghi ngày, tháng, năm")
    })?;
    let document = paper::read_some(visit, visit.say.text(what.title()))?;
    let chosen = match what {
        What::Transfer | What::Restore => Some(unit::read(visit, "other")?),
        What::Leave | What::Error => None,
    };
    let reason = match what {
        What::Leave => Some(LeaveReason::from_code(form.text("reason")).ok_or_else(|| {
            Refusal::new("no_reason", "Chưa chọn lý do thôi sinh hoạt", "Chọn một lý do")
        })?),
        _ => None,
    };
    let kind = match (what, chosen) {
        (What::Transfer, Some(to)) => transfer_kind(&visit.app, &visit.actor, to)?,
        (What::Leave, _) => EventKind::Left,
        (What::Restore, _) => EventKind::Restored,
        (What::Transfer | What::Error, _) => EventKind::Corrected,
    };
    let event = |person: &Profile| {
        let at = match what {
            What::Restore => chosen,
            _ => person.unit.as_ref().map(|unit| unit.id),
        };
        let unit = at.ok_or_else(|| {
            Refusal::new(
                "not_a_member_there",
                format!("{} chưa là đoàn viên của đơn vị nào", person.facts.name),
                "Ghi kết nạp hoặc gia nhập lại trước",
            )
        })?;
        let new = NewEvent::new(kind, person.id, unit, on);
        let other = chosen.filter(|_| what == What::Transfer);
        Ok(NewEvent { other, reason, document: document.clone(), ..new })
    };
    people.iter().map(event).collect()
}

/// The field that a refusal is about.
fn field_of(visit: &Visit, refusal: &Refusal) -> Option<&'static str> {
    match refusal.code {
        // The day of the paper is read after the other one.
        "bad_day" if typed::boxes(visit.form.boxes("on")).is_ok() => Some("paper-day"),
        "no_day" | "bad_day" | "after_last_day" | "before_birth" | "unit_not_open"
        | "not_a_member_there" => Some("on"),
        "same_unit" | "unknown_unit" | "several_units" | "no_unit" | "already_a_member" => {
            Some("other")
        }
        "no_reason" => Some("reason"),
        _ => None,
    }
}

fn show(
    visit: &Visit,
    status: StatusCode,
    what: What,
    people: &[Profile],
    shown_as: &Shown<'_>,
) -> Result<Response, Problem> {
    let say = visit.say;
    let title = say.text(what.title());
    shown(visit, status, title, |question| {
        let one = match people {
            [one] => Some((one.id, &*one.facts.name)),
            _ => None,
        };
        let action = match people {
            [one] => format!("/members/{}/event", one.id),
            _ => "/members/bulk".to_owned(),
        };
        html! {
            (crumbs(question, one, title))
            div.head { div { h1 { (title) } p { (whom(people)) } } }
            form.gap method="post" action=(action) novalidate {
                (form_key(visit))
                (form::hidden("what", what.code()))
                @if people.len() > 1 { @for person in people { (form::hidden("id", &person.id.to_string())) } }
                @match shown_as {
                    Shown::Fill(refusal) => (fill(visit, question, what, people, *refusal)),
                    Shown::Preview(found, kind) => (look(visit, *kind, found)),
                }
            }
        }
    })
}

fn whom(people: &[Profile]) -> Markup {
    const NAMED: usize = 8;
    html! {
        @for (place, person) in people.iter().take(NAMED).enumerate() {
            @if place > 0 { ", " }
            (said::name(&person.facts.name))
            @if people.len() == 1 {
                @if let Some(unit) = &person.unit { " · " (unit.name) }
            }
        }
        @if people.len() > NAMED { " … (" (people.len()) ")" }
    }
}

fn fill(
    visit: &Visit,
    question: &Question,
    what: What,
    people: &[Profile],
    refusal: Option<&Refusal>,
) -> Markup {
    let (say, typed) = (visit.say, &visit.form);
    let error = |field: &str| {
        refusal.filter(|told| field_of(visit, told) == Some(field)).map(|told| &*told.message)
    };
    let day = typed.boxes("on");
    let back = match people {
        [one] => profile_at(question, one.id),
        _ => question.to(super::list::PATH),
    };
    let reasons: Vec<(&str, &str)> = [("", say.text(w::CHOOSE))]
        .into_iter()
        .chain(LeaveReason::ALL.iter().map(|each| (each.code(), say.text(each.name()))))
        .collect();
    let is_restored = people.iter().all(|person| person.status == Status::Left);
    html! {
        @if let Some(refusal) = refusal { (form::refused(say, refusal, field_of(visit, refusal))) }
        section.sheet { div.pad.form {
            @if what == What::Transfer { (unit::input(visit, "other", say.text(w::TO_UNIT), say.text(w::TO_UNIT_HINT), error("other"))) }
            @if what == What::Restore {
                (unit::input(visit, "other", say.text(w::AT_UNIT), "", error("other")))
                @if !is_restored { p.mut { (say.text(w::RESTORE_ONLY_LEFT)) } }
            }
            @if what == What::Leave {
                (form::select(say, &form::Field { error: error("reason"), ..form::Field::new("reason", say.text(w::REASON), typed.text("reason")) }, &reasons))
            }
            @if what == What::Error { p { (say.text(w::ERROR_LEAD)) } }
            (form::date(say, "on", say.text(w::ON_DAY), day, error("on")))
            (paper::fields(visit, true, refusal))
            div.acts {
                button.btn.main name="step" value="preview" { (say.text(w::LOOK_FIRST)) }
                a.btn.bare href=(back) { (say.text(crate::words::GO_BACK)) }
            }
        } }
    }
}

/// What was typed, hidden, with what it would write.
fn look(visit: &Visit, kind: EventKind, found: &[Effect]) -> Markup {
    let say = visit.say;
    html! {
        (keep(visit))
        div.note { i.i.i-info aria-hidden="true" {}
            p { (say.text(w::WILL_RECORD)) " " b { (say.text(kind.name())) } ". "
                @if kind == EventKind::Sent { (say.text(w::SENT_EXPLAINED)) } }
        }
        (effects::table(say, found))
        div.acts {
            button.btn.main name="step" value="write" { (say.text(w::WRITE)) }
            button.btn name="step" value="edit" { (say.text(w::EDIT_AGAIN)) }
        }
    }
}

/// The fields of a form once more, hidden, but for those that the form writes itself.
pub(super) fn keep(visit: &Visit) -> Markup {
    html! {
        @for (name, value) in visit.form.fields() {
            @if !["key", "step", "what", "id"].contains(&name) { (form::hidden(name, value)) }
        }
    }
}
