//! The own member record: what the books say, what is asked to be mended, who looked.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::my_account;
use domain::own::{self, FIELDS, Look, MyRecord, NewRequest, Request};
use kernel::{Instant, Refusal, Text};
use maud::{Markup, html};

use super::{account, owner, words};
use crate::audit;
use crate::frame::{form_key, unplaced};
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

/// The name of a field that can be mended.
pub(crate) fn field_name(code: &str) -> Text {
    match code {
        "name" => words::NAME,
        "birth" => words::BIRTH,
        "sex" => words::SEX,
        "phone" => words::PHONE,
        "hometown" => words::HOMETOWN,
        "job" => words::JOB,
        "joined" => words::JOINED,
        "union_title" => words::TITLE,
        "cccd" => words::CCCD,
        "unit" => words::UNIT,
        _ => words::OTHER,
    }
}

/// What the record says, field by field.
pub(super) fn facts(say: Say, record: &MyRecord) -> Vec<(&'static str, Option<String>)> {
    let sex = record
        .sex
        .as_deref()
        .map(|sex| say.text(if sex == "nu" { words::FEMALE } else { words::MALE }).to_owned());
    let day = |text: &Option<String>| text.as_deref().map(|text| say.day_text(text));
    [
        (words::NAME, Some(record.name.clone())),
        (words::BIRTH, day(&record.birth)),
        (words::SEX, sex),
        (words::UNIT, record.unit.clone()),
        (words::JOINED, day(&record.joined)),
        (words::TITLE, record.union_title.clone()),
        (words::JOB, record.job.clone()),
        (words::HOMETOWN, record.hometown.clone()),
        (words::PHONE, record.phone.clone()),
        (words::CCCD, record.identity_number.clone()),
    ]
    .map(|(name, value)| (say.text(name), value))
    .to_vec()
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    owner(visit)?;
    let (app, actor, say) = (&visit.app, &visit.actor, visit.say);
    let mine = my_account(app, actor)?;
    let record = own::my_record(app, actor)?;
    let (requests, looks) = (own::my_requests(app, actor)?, own::who_looked(app, actor)?);
    let content = html! {
        (account::head(visit, &mine))
        div.gap {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, Some("asked"))) }
            div.grid.g2.even {
                section.sheet {
                    header { h2 { (say.text(words::TAB_RECORD)) } p { (say.text(words::RECORD_LEAD)) } }
                    dl.kv.pad { @for (name, value) in facts(say, &record) {
                        dt { (name) } dd lang="vi" { @match value { Some(value) => (value), None => span.st { "– " (say.text(words::NOT_KNOWN)) } } }
                    } }
                }
                (life_line(say, &record))
            }
            (crate::rounds::lists_for_member(visit)?)
            (mending(visit, &requests, refusal))
            (looks_sheet(say, &looks))
            (take_home(visit))
        }
    };
    unplaced(visit, status, say.text(words::TAB_RECORD), &content)
}

fn life_line(say: Say, record: &MyRecord) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(words::LIFE_LINE)) } }
            div.pad { ol.tl { @for (day, what, unit) in record.events.iter().rev() {
                li { time { (say.day_text(day)) } span lang="vi" { b { (what) } small.under.mut { (unit) } } }
            } } }
        }
    }
}

fn mending(visit: &Visit, requests: &[Request], refusal: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let fields: Vec<(&str, &str)> =
        FIELDS.iter().map(|code| (*code, say.text(field_name(code)))).collect();
    let typed = |name, label, is_optional| Field {
        most: 300,
        is_optional,
        ..Field::new(name, say.text(label), visit.form.text(name))
    };
    let asked =
        Field { error: refusal.map(|no| &*no.message), ..typed("asked", words::SHOULD_SAY, false) };
    html! {
        section.sheet {
            header { h2 { (say.text(words::ASK_MEND)) } p { (say.text(words::ASK_MEND_LEAD)) } }
            @if !requests.is_empty() { ul.rows.posts { @for each in requests { li {
                span lang="vi" {
                    b { (say.text(field_name(&each.field))) } ": " (each.asked)
                    small.under.mut {
                        @if let Some(why) = &each.why { (why) " · " }
                        (say.fill(words::ASKED_AT, &[("day", &day_of(say, &each.asked_at))]))
                        @if let Some(at) = &each.answered_at { " · " (say.fill(words::ANSWERED_AT, &[("day", &day_of(say, at))])) }
                    }
                    @if let Some(answer) = &each.answer { small.under { (say.text(words::ANSWER)) ": " (answer) } }
                }
                @match each.accepted {
                    None => span.tag.info { (say.text(words::WAITING)) },
                    Some(true) => span.tag.good { (say.text(words::ACCEPTED)) },
                    Some(false) => span.tag { (say.text(words::NOT_ACCEPTED)) },
                }
            } } } }
            form.form.pad method="post" action="/me/record/request" {
                (form_key(visit))
                (form::select(say, &Field::new("field", say.text(words::WHICH_FIELD), visit.form.text("field")), &fields))
                (form::input(say, &asked))
                (form::input(say, &typed("why", words::BECAUSE, true)))
                (form::acts(say, words::SEND_REQUEST, None))
            }
        }
    }
}

/// The day of an instant that comes as ISO text.
fn day_of(say: Say, at: &str) -> String {
    Instant::parse(at).map_or_else(|_| at.to_owned(), |at| say.day(at.day()))
}

fn looks_sheet(say: Say, looks: &[Look]) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(words::LOOKS)) } }
            @if looks.is_empty() { div.pad { p.mut { (say.text(words::NO_LOOKS)) } } } @else {
                div.tw { table.stack {
                    caption.vh { (say.text(words::LOOKS)) }
                    thead { tr { @for head in [words::WHEN, words::WHO, words::WHAT] { th scope="col" { (say.text(head)) } } } }
                    tbody { @for look in looks { tr {
                        th scope="row" { (Instant::parse(&look.at).map_or_else(|_| look.at.clone(), |at| say.moment(at))) }
                        td data-l=(say.text(words::WHO)) { span lang="vi" { (look.actor) } }
                        td data-l=(say.text(words::WHAT)) { span { (audit::what_name(say, &look.what)) } }
                    } } }
                } }
            }
        }
    }
}

fn take_home(visit: &Visit) -> Markup {
    let say = visit.say;
    html! {
        section.sheet {
            header { h2 { (say.text(words::TAKE)) } p { (say.text(words::TAKE_LEAD)) } }
            form.pad.acts method="post" action="/me/record/take" {
                (form_key(visit))
                button.btn name="as" value="text" { (say.text(words::AS_TEXT)) }
                button.btn name="as" value="json" { (say.text(words::AS_JSON)) }
            }
        }
    }
}

/// Asks for the record to be mended.
pub(super) fn request(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let form = &visit.form;
    let new =
        NewRequest { field: form.text("field"), asked: form.text("asked"), why: form.some("why") };
    match own::request_correction(&visit.app, &visit.actor, &new) {
        Ok(_) => visit.done("/me/record", visit.say.text(words::REQUEST_SENT)),
        Err(domain::Error::Refused(refusal)) if refusal.code != "no_own_record" => {
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}
