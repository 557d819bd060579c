//! Clusters on the page of scores: shown with their units, made, changed.

use axum::response::Response;
use domain::scores::{Cluster, NewCluster, Part, change_part, found};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::list::{self, Tried};
use super::page::{id_of, must_record};
use super::words as w;
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;
use crate::units::Place;

/// Lines of the list of units at most.
const LINES_MAX: usize = 2_000;

/// Makes a cluster.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    carried_out(
        visit,
        carry_out(visit, &place),
        |_| visit.done(&question.to("/scores"), visit.say.text(w::CLUSTER_WRITTEN)),
        |visit, status, no| list::show(visit, status, no.map(|no| (Tried::Cluster, no))),
    )
}

fn carry_out(visit: &Visit, place: &Place) -> Result<Id, domain::Error> {
    let form = &visit.form;
    let from = typed::boxes(form.boxes("from"))?.unwrap_or(visit.today);
    let units = units_named(visit, form.text("units"))?;
    let new = NewCluster {
        unit: place.card.id,
        name: form.text("name").to_owned(),
        from,
        to: typed::boxes(form.boxes("to"))?,
        about: form.some("about").map(str::to_owned),
        document: parts::paper::read(visit, form.text("name"))?,
        head: units.first().copied(),
        units,
    };
    found(&visit.app, &visit.actor, &new)
}

/// The units of a list, one a line, by code or name; a line that fits none or several is refused by its number.
fn units_named(visit: &Visit, list: &str) -> Result<Vec<Id>, domain::Error> {
    let lines: Vec<&str> = list.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > LINES_MAX {
        let message = format!("Danh sách dài hơn {LINES_MAX} dòng");
        return Err(Refusal::new("list_too_long", message, "Chia thành nhiều khối").into());
    }
    let mut units = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        let unit = parts::unit::named(visit, line).map_err(|error| match error {
            domain::Error::Refused(no) => {
                let message = format!("Dòng {}: {}", place + 1, no.message);
                domain::Error::Refused(Refusal { message, ..no })
            }
            other => other,
        })?;
        units.push(unit);
    }
    Ok(units)
}

/// Changes what a unit is in a cluster.
pub(super) fn change(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let cluster = id_of(visit)?;
    let changed = || -> Result<(), domain::Error> {
        let form = &visit.form;
        let part = Part::from_code(form.text("part")).unwrap_or(Part::Member);
        let unit = match Id::parse(form.text("id")) {
            Some(unit) => unit,
            None => parts::unit::named(visit, form.text("joins"))?,
        };
        let on = typed::boxes(form.boxes("on"))?.unwrap_or(visit.today);
        let document = parts::paper::read_some(visit, "Thay đổi khối, cụm thi đua")?;
        change_part(&visit.app, &visit.actor, cluster, (unit, part), on, document.as_ref())
    };
    carried_out(
        visit,
        changed(),
        |()| visit.done(&visit.raw.to("/scores"), visit.say.text(w::PART_WRITTEN)),
        |visit, status, no| list::show(visit, status, no.map(|no| (Tried::Part, no))),
    )
}

/// The clusters of a unit with their units.
pub(super) fn part(
    visit: &Visit,
    question: &Question,
    unit: Id,
    clusters: &[Cluster],
    may: bool,
    refusal: Option<&Refusal>,
) -> Markup {
    let say = question.say;
    html! {
        section.sheet id="khoi" {
            header { h2 { (say.text(w::CLUSTERS)) } }
            @if let Some(refusal) = refusal { div.pad { (form::refused(say, refusal, None)) } }
            @if clusters.is_empty() { div.empty { p { (say.text(w::NO_CLUSTERS)) } } }
            @for each in clusters { details.pad open[clusters.len() == 1] {
                summary {
                    b lang="vi" { (each.name) } " "
                    " · " span.mut { (say.fill(w::N_UNITS, &[("n", &say.number(each.units.len() as i64))])) }
                    small.under.mut lang="vi" {
                        (say.day(each.from)) @if let Some(to) = each.to { " – " (say.day(to)) } " · " (each.document)
                        @if let Some(about) = &each.about { " · " (about) }
                    }
                }
                (members(visit, question, each, may && each.unit == unit))
            } }
        }
    }
}

fn members(visit: &Visit, question: &Question, cluster: &Cluster, may: bool) -> Markup {
    let say = question.say;
    let to = question.to(&format!("/scores/clusters/{}", cluster.id));
    html! {
        ul.rows.drafts { @for unit in &cluster.units { li {
            span {
                a href=(question.of_unit(&unit.code).to("/scores")) lang="vi" { (unit.name) }
                @if unit.part == Part::Head { " " span.tag.good { (say.text(w::HEAD)) } }
                small.under.mut { (unit.code) " · " (say.fill(w::SINCE, &[("day", &say.day(unit.since))])) }
            }
            @if may {
                form method="post" action=(to) {
                    (form_key(visit)) (form::hidden("id", &unit.id.to_string()))
                    @if unit.part != Part::Head {
                        button.btn.bare name="part" value=(Part::Head.code()) { (say.text(w::MAKE_HEAD)) }
                    }
                    button.btn.bare name="part" value=(Part::Gone.code()) { (say.text(w::LEAVE_CLUSTER)) }
                }
            }
        } } }
        @if may {
            form.form method="post" action=(to) {
                (form_key(visit)) (form::hidden("part", Part::Member.code()))
                (parts::unit::input_apart(visit, &format!("-{}", cluster.id), "joins", say.text(w::JOIN_CLUSTER), "", None))
                div.acts { button.btn { (say.text(w::WRITE)) } }
            }
        }
    }
}

/// The form of a new cluster.
pub(super) fn new_form(visit: &Visit, question: &Question, told: Option<&Refusal>) -> Markup {
    let (say, typed) = (question.say, &visit.form);
    let kept = |name: &str| if told.is_some() { typed.text(name) } else { "" };
    let name = Field {
        most: 300,
        hint: say.text(w::CLUSTER_NAME_HINT),
        ..Field::new("name", say.text(w::NAME), kept("name"))
    };
    let units = Field {
        most: 100_000,
        hint: say.text(w::UNITS_HINT),
        ..Field::new("units", say.text(w::UNITS), kept("units"))
    };
    let about = Field {
        is_optional: true,
        most: 500,
        ..Field::new("about", say.text(w::ABOUT), kept("about"))
    };
    html! {
        details.sheet.more open[told.is_some()] {
            summary.pad { (say.text(w::NEW_CLUSTER)) }
            form.form.pad method="post" action=(question.to("/scores/clusters")) {
                @if let Some(refusal) = told { (form::refused(say, refusal, None)) }
                (form_key(visit))
                (form::input(say, &name))
                (form::area(say, &units, 8))
                (form::date(say, "from", say.text(w::FROM), typed.boxes("from"), None))
                (form::date(say, "to", say.text(w::TO), typed.boxes("to"), None))
                (parts::paper::fields(visit, false, told))
                (form::area(say, &about, 2))
                (form::acts(say, w::WRITE, None))
            }
        }
    }
}
