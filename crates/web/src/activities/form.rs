//! The form of a record: filled in, written, corrected. It is made from the register's description.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use domain::activities::{self, Activity, FieldValue, Form, NewActivity, Register, name_people};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::list::{crumbs, register_of};
use super::{fields, words as w};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::form::{self, Field as Input};
use crate::parts::{paper, typed, unit};
use crate::problem::{Problem, of_form, respond};
use crate::site::Visit;
use crate::words as common;

/// Lines of people that are read at most.
const PEOPLE_MAX: usize = 1_000;

/// What was wrong: the field, where one can be named, and the refusal.
type Wrong = (String, Refusal);

/// What the form is about.
struct Ground {
    register: &'static Register,
    form: &'static Form,
    /// The record that is corrected.
    old: Option<Activity>,
}

/// The empty form; or the choice of its sort.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(kernel::Power::RecordActivities).map_err(Problem::Refused)?;
    let register = register_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    domain::activities::must_record_at(&visit.app, &visit.actor, place.card.id)?;
    match chosen(visit, register) {
        Some(form) => show(visit, &Ground { register, form, old: None }, StatusCode::OK, None),
        None => Ok(choose(visit, &question, register)),
    }
}

/// The sort that was chosen, or the only one there is.
fn chosen(visit: &Visit, register: &'static Register) -> Option<&'static Form> {
    let code = visit.form.some("form").or(visit.raw.get("form")).unwrap_or_default();
    register.form(code)
}

fn choose(visit: &Visit, question: &Question, register: &'static Register) -> Response {
    let say = question.say;
    let path = format!("/activities/{}/new", register.code);
    let content = html! {
        (crumbs(question, register))
        div.head { div { h1 { (say.text(w::NEW_RECORD)) } p { (say.text(register.about)) } } }
        section.sheet { ul.rows {
            @for form in register.forms {
                li { span {} span {
                    a href=(question.to_with(&path, &[("form", form.code)])) { b { (say.text(form.name)) } }
                } }
            }
        } }
    };
    let frame = Frame { visit, question, place: None, head: None };
    respond(StatusCode::OK, frame::page(&frame, say.text(register.name), &content))
}

/// Writes the record.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(kernel::Power::RecordActivities).map_err(Problem::Refused)?;
    let register = register_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    domain::activities::must_record_at(&visit.app, &visit.actor, place.card.id)?;
    let Some(form) = chosen(visit, register) else { return Ok(choose(visit, &question, register)) };
    let ground = Ground { register, form, old: None };
    let new = match read(visit, &ground) {
        Ok(new) => new,
        Err(wrong) => return refused(visit, &ground, &wrong),
    };
    match activities::record(&visit.app, &visit.actor, &new) {
        Ok(record) => {
            let places = [("what", visit.say.text(form.name)), ("unit", visit.form.text("unit"))];
            let to = question.to(&format!("/activities/{}/{record}", register.code));
            visit.done(&to, &visit.say.fill(w::WRITTEN, &places))
        }
        Err(error) => refused(visit, &ground, &(String::new(), of_form(error)?)),
    }
}

/// The record that the path names.
pub(super) fn record_of(visit: &Visit) -> Result<Activity, Problem> {
    let register = register_of(visit)?;
    let id = visit.id_at(3).ok_or(Problem::NoPage)?;
    let found = activities::card(&visit.app, &visit.actor, id)?;
    if found.register.code == register.code { Ok(found) } else { Err(Problem::NoPage) }
}

fn ground_of(visit: &Visit) -> Result<Ground, Problem> {
    visit.actor.must(kernel::Power::RecordActivities).map_err(Problem::Refused)?;
    let old = record_of(visit)?;
    domain::activities::must_record_at(&visit.app, &visit.actor, old.unit.0)?;
    Ok(Ground { register: old.register, form: old.form, old: Some(old) })
}

/// The form with what stands in the books.
pub(super) fn page_of(visit: &Visit) -> Result<Response, Problem> {
    show(visit, &ground_of(visit)?, StatusCode::OK, None)
}

/// Corrects the record.
pub(super) fn correct(visit: &Visit) -> Result<Response, Problem> {
    let ground = ground_of(visit)?;
    let Some(old) = &ground.old else { return Err(Problem::NoPage) };
    let seen = Id::parse(visit.form.text("seen")).unwrap_or(old.version);
    let new = match read(visit, &ground) {
        Ok(new) => new,
        Err(wrong) => return refused(visit, &ground, &wrong),
    };
    match activities::correct(&visit.app, &visit.actor, seen, old.record, &new) {
        Ok(record) => {
            let to = format!("/activities/{}/{record}", ground.register.code);
            visit.done(&to, visit.say.text(w::CORRECTED))
        }
        Err(error) => refused(visit, &ground, &(String::new(), of_form(error)?)),
    }
}

fn refused(visit: &Visit, ground: &Ground, wrong: &Wrong) -> Result<Response, Problem> {
    // That somebody has no right there is no matter of the form.
    let refusal = of_form(wrong.1.clone().into())?;
    let wrong = (wrong.0.clone(), refusal);
    show(visit, ground, StatusCode::UNPROCESSABLE_ENTITY, Some(&wrong))
}

/// The record as typed.
fn read(visit: &Visit, ground: &Ground) -> Result<NewActivity, Wrong> {
    let typed_form = &visit.form;
    let at = |field: &str| {
        let field = field.to_owned();
        move |refusal: Refusal| (field, refusal)
    };
    let unit = match &ground.old {
        Some(old) => old.unit.0,
        None => unit::read(visit, "unit").map_err(|error| ("unit".to_owned(), told(error)))?,
    };
    let on = typed::boxes(typed_form.boxes("on")).map_err(at("on"))?.unwrap_or(visit.today);
    let last = typed::boxes(typed_form.boxes("last")).map_err(at("last"))?;
    let year = match typed_form.some("year") {
        Some(year) => Some(year.parse::<i16>().map_err(|_| {
            let (no, then) = ("Năm phải là bốn chữ số", "Ghi như 2023, hoặc để trống");
            ("year".to_owned(), Refusal::new("bad_year", no, then))
        })?),
        None => None,
    };
    let values = fields::read(visit, ground.register, ground.form.code)?;
    let document = paper::read_some(visit, ground.form.name.vi).map_err(at("paper-number"))?;
    let lines: Vec<&str> = typed_form.text("people").lines().take(PEOPLE_MAX).collect();
    let people = name_people(&visit.app, &visit.actor, unit, on, &lines)
        .map_err(|error| ("people".to_owned(), told(error)))?;
    Ok(NewActivity {
        last,
        year,
        title: typed_form.text("title").to_owned(),
        values,
        people,
        document,
        despite_warnings: typed_form.some("insist").is_some(),
        ..NewActivity::new(ground.register.code, ground.form.code, unit, on)
    })
}

/// The refusal of an action as a fault of the form.
fn told(error: domain::Error) -> Refusal {
    match error {
        domain::Error::Refused(refusal) => refusal,
        other => Refusal::new("broken", other.to_string(), "Thử lại; nếu vẫn lỗi thì báo quản trị"),
    }
}

fn show(
    visit: &Visit,
    ground: &Ground,
    status: StatusCode,
    wrong: Option<&Wrong>,
) -> Result<Response, Problem> {
    let (question, place) = match &ground.old {
        Some(_) => (visit.raw.question(visit.today)?, None),
        None => {
            let (question, place) = visit.question_and_place()?;
            (question, Some(place))
        }
    };
    let say = question.say;
    let heading = if ground.old.is_some() { w::CORRECT_OF } else { w::NEW_OF };
    let title = say.fill(heading, &[("form", say.text(ground.form.name))]);
    let base = format!("/activities/{}", ground.register.code);
    let back = ground.old.as_ref().map_or(base.clone(), |old| format!("{base}/{}", old.record));
    let error = |field: &str| wrong.filter(|(at, _)| at == field).map(|(_, no)| &*no.message);
    let content = html! {
        (crumbs(&question, ground.register))
        div.head { div { h1 { (title) } p { (say.text(ground.register.about)) } } }
        section.sheet {
            form.form.pad method="post" action=(question.to(&visit.path)) {
                @if let Some((field, refusal)) = wrong {
                    (form::refused(say, refusal, Some(&**field).filter(|field| !field.is_empty())))
                }
                (frame::form_key(visit))
                (form::hidden("form", ground.form.code))
                @match &ground.old {
                    Some(old) => {
                        (form::hidden("seen", &old.version.to_string()))
                        p { b lang="vi" { (old.unit.2) } }
                    }
                    None => (unit::input_own(visit, "unit", say.text(w::UNIT), error("unit"))),
                }
                (when(visit, ground, &error))
                (fields::inputs(visit, ground.register, ground.form.code, &stands(ground), wrong))
                (people(visit, ground, &error))
                @let written = ground.old.as_ref().and_then(|old| old.document.as_ref());
                (paper_fields(visit, written, wrong))
                @if wrong.is_some_and(|(_, refusal)| refusal.code == "named_before") {
                    div.field { label.tick { input type="checkbox" name="insist" value="1"; " " (say.text(w::INSIST)) } }
                }
                (form::acts(say, w::WRITE, Some(&question.to(&back))))
            }
        }
    };
    let frame = Frame { visit, question: &question, place: place.as_ref(), head: None };
    Ok(respond(status, frame::page(&frame, &title, &content)))
}

/// The paper as typed; of a record that is corrected, as it stands.
fn paper_fields(
    visit: &Visit,
    written: Option<&(String, Option<kernel::Day>, String)>,
    wrong: Option<&Wrong>,
) -> Markup {
    let is_first = visit.form.fields().next().is_none();
    let Some((number, issued, issuer)) = written.filter(|_| is_first) else {
        return paper::fields(visit, true, wrong.map(|(_, refusal)| refusal));
    };
    let say = visit.say;
    let day = issued.map(parts_of);
    let part = |place: usize| day.as_ref().map_or("", |parts| parts[place].as_str());
    html! {
        (form::input(say, &Input { is_optional: true, most: 60, ..Input::new("paper-number", say.text(common::PAPER_NUMBER), number) }))
        (form::date(say, "paper-day", say.text(common::PAPER_DAY), [part(0), part(1), part(2)], None))
        (form::input(say, &Input { is_optional: true, ..Input::new("paper-issuer", say.text(common::PAPER_ISSUER), issuer) }))
    }
}

/// A day in the three boxes of a form.
fn parts_of(day: kernel::Day) -> [String; 3] {
    let date = day.date();
    [date.day().to_string(), date.month().to_string(), date.year().to_string()]
}

fn stands(ground: &Ground) -> BTreeMap<String, FieldValue> {
    ground.old.as_ref().map(|old| old.values.clone()).unwrap_or_default()
}

/// Days, year and what it was called.
fn when<'e>(visit: &Visit, ground: &Ground, error: &impl Fn(&str) -> Option<&'e str>) -> Markup {
    let (say, typed) = (visit.say, &visit.form);
    let old = ground.old.as_ref();
    let boxes = |name: &str, stands: Option<kernel::Day>| -> [String; 3] {
        let boxes = typed.boxes(name);
        match stands.filter(|_| boxes.iter().all(|part| part.is_empty())) {
            Some(day) => parts_of(day),
            None => boxes.map(str::to_owned),
        }
    };
    let on = boxes("on", Some(old.map_or(visit.today, |old| old.on)));
    let last = boxes("last", old.filter(|old| old.last != old.on).map(|old| old.last));
    let year = typed
        .some("year")
        .or(visit.raw.get("year"))
        .map(str::to_owned)
        .or_else(|| old.filter(|old| old.year != old.on.year()).map(|old| old.year.to_string()))
        .unwrap_or_default();
    let title =
        typed.some("title").map_or_else(|| old.map_or("", |old| &*old.title), |title| title);
    html! {
        (form::date(say, "on", say.text(w::FROM_DAY), on.each_ref().map(String::as_str), error("on")))
        (form::date(say, "last", say.text(w::TO_DAY), last.each_ref().map(String::as_str), error("last")))
        (form::input(say, &Input {
            is_optional: true, most: 4, hint: say.text(w::FOR_YEAR_HINT), error: error("year"),
            ..Input::new("year", say.text(w::FOR_YEAR), &year)
        }))
        (form::input(say, &Input {
            is_optional: true, most: 300, ..Input::new("title", say.text(w::CALLED), title)
        }))
    }
}

/// The people it names, one a line.
fn people<'e>(visit: &Visit, ground: &Ground, error: &impl Fn(&str) -> Option<&'e str>) -> Markup {
    let say = visit.say;
    let Some(label) = ground.register.people else { return html! {} };
    let stands = ground.old.as_ref().and_then(|old| old.people.as_ref()).map(|people| {
        // A person's number is the surest name; nobody has to type it.
        people.iter().map(|(id, name)| format!("{name} #{id}")).collect::<Vec<_>>().join("\n")
    });
    let value = visit.form.some("people").map(str::to_owned).or(stands).unwrap_or_default();
    let field = Input {
        is_optional: true,
        most: 20_000,
        hint: say.text(w::PEOPLE_HINT),
        error: error("people"),
        ..Input::new("people", say.text(label), &value)
    };
    form::area(say, &field, 4)
}
