//! The form of a record: written or withdrawn, then back to the explanation.

use axum::response::Response;
use domain::eligibility::{NewRecord, RecordSort, name_of_kind, record, withdraw_record};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::person::show;
use super::words as w;
use crate::frame::form_key;
use crate::members::person_of;
use crate::parts::form::{self, Field};
use crate::parts::{paper, typed};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Which field a refusal is about.
pub(super) fn field_of(refusal: &Refusal) -> Option<&'static str> {
    match refusal.code {
        "unknown_kind" => Some("what"),
        "too_long" => Some("title"),
        "bad_day" | "bad_record_day" => Some("from"),
        "days_reversed" | "grade_of_one_year" => Some("last"),
        _ => None,
    }
}

/// The form, sent.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let person = person_of(visit)?;
    let here = format!("/members/{person}/eligibility");
    let said = match visit.form.some("withdraw") {
        Some(asked) => withdrawn(visit, person, asked),
        None => written(visit, person),
    };
    carried_out(visit, said, |message| visit.done(&here, &message), show)
}

fn withdrawn(visit: &Visit, person: Id, asked: &str) -> Result<String, domain::Error> {
    let id = Id::parse(asked).unwrap_or(Id(0));
    withdraw_record(&visit.app, &visit.actor, person, id)?;
    Ok(visit.say.text(w::WITHDRAWN).to_owned())
}

fn written(visit: &Visit, person: Id) -> Result<String, domain::Error> {
    let sent = &visit.form;
    let (sort, kind) = sent.text("what").split_once('.').unwrap_or_default();
    let sort = RecordSort::from_code(sort).ok_or_else(|| {
        Refusal::new(
            "unknown_kind",
            "Chưa chọn nội dung cần ghi",
            "Chọn một nội dung trong danh sách",
        )
    })?;
    let from = typed::boxes(sent.boxes("from"))?.ok_or_else(|| {
        Refusal::new("bad_record_day", "Chưa ghi từ ngày nào", "Ghi ngày, tháng, năm")
    })?;
    let new = NewRecord {
        person,
        sort,
        kind: kind.to_owned(),
        title: sent.some("title").map(str::to_owned),
        from,
        last: typed::boxes(sent.boxes("last"))?,
        document: paper::read_some(visit, "Căn cứ hồ sơ xét khen thưởng")?,
    };
    record(&visit.app, &visit.actor, &new)?;
    let what = visit.say.text(name_of_kind(sort, kind));
    Ok(visit.say.fill(w::WRITTEN, &[("what", what)]))
}

/// The fields of a new record.
pub(super) fn fields(visit: &Visit, person: Id, refusal: Option<&Refusal>) -> Markup {
    let (say, sent) = (visit.say, &visit.form);
    let wrong = |field: &str| {
        refusal.filter(|told| field_of(told) == Some(field)).map(|told| &*told.message)
    };
    let mut choices: Vec<(String, String)> =
        vec![(String::new(), say.text(w::UNKNOWN_KIND).to_owned())];
    for sort in RecordSort::ALL {
        choices.extend(sort.kinds().iter().map(|(kind, name)| {
            let shown = format!("{}: {}", say.text(sort.name()), say.text(*name));
            (format!("{}.{kind}", sort.code()), shown)
        }));
    }
    let choices: Vec<(&str, &str)> =
        choices.iter().map(|(code, name)| (&**code, &**name)).collect();
    let what =
        Field { error: wrong("what"), ..Field::new("what", say.text(w::WHAT), sent.text("what")) };
    let title = Field {
        is_optional: true,
        most: 200,
        hint: say.text(w::HELD_AS_HINT),
        error: wrong("title"),
        ..Field::new("title", say.text(w::HELD_AS), sent.text("title"))
    };
    let from = format!("{} ({})", say.text(w::FROM), say.text(w::FROM_HINT));
    let last = format!("{} ({})", say.text(w::LAST), say.text(w::LAST_HINT));
    html! {
        section.sheet id="ghi-them" {
            header { h2 { (say.text(w::ADD)) } }
            form.form.pad method="post" action={ "/members/" (person) "/eligibility" } novalidate {
                (form_key(visit))
                (form::select(say, &what, &choices))
                (form::input(say, &title))
                (form::date(say, "from", &from, sent.boxes("from"), wrong("from")))
                (form::date(say, "last", &last, sent.boxes("last"), wrong("last")))
                (paper::fields(visit, true, refusal))
                (form::acts(say, w::WRITE, None))
            }
        }
    }
}
