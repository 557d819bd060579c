//! The decision of a unit that caused something of units or members: what it did, and the lists of people.

use axum::http::StatusCode;
use axum::response::Response;
use domain::documents::{DocumentCard, EntryTold, Kind, PersonCaused, Way, card, caused_people};
use domain::memberships::EventKind;
use domain::papers::{Set, last_signer, letterhead};
use kernel::{Power, Refusal};
use maud::{Markup, html};
use print::{Align, Column, Row, Table};
use vietnamese::number::format_integer;

use super::draft::Draft;
use super::words as w;
use super::writing::{Writing, send, show};
use crate::address::Question;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::units::event_name;

/// People of one decision at most.
const PEOPLE_MAX: usize = 4_000;

/// The way from a paper to its wording, where a unit within reach issued it and it did something.
pub(crate) fn door(visit: &Visit, question: &Question, told: &DocumentCard) -> Markup {
    let there = question.to(&format!("/documents/{}/paper", told.id));
    let writes = visit.actor.may(Power::ReadPeople)
        && visit.settings.press.is_some()
        && must_write(told).is_ok();
    html! { @if writes { div.acts { a.btn href=(there) { (question.say.text(w::WORD_IT)) } } } }
}

/// The form with the drafted words.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (told, writing) = found(visit, 2)?;
    let signed = last_signer(&visit.app, &visit.actor, writing.unit)?;
    let said = (&*told.paper.number, &*told.paper.title);
    let draft = Draft::of_paper(said, &writing.head, signed, &articles(&told, &writing.lists));
    show(visit, StatusCode::OK, &writing, &draft, None)
}

/// The decision, as what was asked.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    let (_, writing) = found(visit, 3)?;
    send(visit, &writing)
}

/// The paper an address names, and what is to be written of it.
fn found(visit: &Visit, place: usize) -> Result<(DocumentCard, Writing), Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let id = visit.id_at(place).ok_or(Problem::NoPage)?;
    let told = card(&visit.app, &visit.actor, id)?;
    let unit = must_write(&told).map_err(Problem::Refused)?.unit.0;
    let on = told.paper.issued_on.unwrap_or(visit.today);
    let people = caused_people(&visit.app, &visit.actor, id, (0, PEOPLE_MAX))?;
    let writing = Writing {
        name: w::PAPER,
        is_letter: false,
        head: letterhead(&visit.app, &visit.actor, unit, on, None)?,
        lists: lists(&people.rows),
        number: Some(told.paper.number.clone()),
        back: format!("/documents/{id}"),
        back_name: told.paper.number.clone(),
        there: format!("/print/documents/{id}"),
        set: Set::Decision,
        unit,
        on,
    };
    Ok((told, writing))
}

/// The register of the unit that issued it; a paper of others, or one that did nothing, is not written here.
fn must_write(told: &DocumentCard) -> Result<&EntryTold, Refusal> {
    let did =
        !told.caused.members.is_empty() || told.caused.units.iter().any(|each| !each.is_reversed);
    let issued = told.entries.iter().find(|entry| entry.way == Way::Issued);
    match issued.filter(|_| told.kind == Kind::Decision && did) {
        Some(entry) => Ok(entry),
        None => Err(Refusal::new(
            "written_elsewhere",
            format!("Văn bản {} không soạn từ sổ ở đây", told.paper.number),
            "Đính kèm tệp của văn bản ấy vào sổ văn bản",
        )),
    }
}

/// One list for each sort of thing that happened to people.
fn lists(people: &[PersonCaused]) -> Vec<(String, Table)> {
    let mut kinds: Vec<EventKind> = people.iter().map(|each| each.kind).collect();
    kinds.sort_by_key(|kind| kind.code());
    kinds.dedup();
    let list = |kind: EventKind| {
        let rows: Vec<&PersonCaused> = people.iter().filter(|each| each.kind == kind).collect();
        (format!("danh sách {}", kind.name().vi).to_uppercase(), table(&rows))
    };
    kinds.into_iter().map(list).collect()
}

fn table(people: &[&PersonCaused]) -> Table {
    let column = |title: &str, share, align| Column { title: title.to_owned(), share, align };
    let row = |(at, each): (usize, &&PersonCaused)| Row {
        cells: vec![
            format_integer(at as i64 + 1),
            each.name.clone(),
            each.unit.1.clone(),
            each.on.vi(),
        ],
        strong: false,
    };
    Table {
        columns: vec![
            column("TT", 2, Align::Center),
            column("Họ và tên", 8, Align::Left),
            column("Đơn vị", 11, Align::Left),
            column("Từ ngày", 4, Align::Center),
        ],
        rows: people.iter().enumerate().map(row).collect(),
    }
}

/// What it did: an article for each thing that happened to a unit, and one for each list.
fn articles(told: &DocumentCard, lists: &[(String, Table)]) -> Vec<String> {
    let say = Say::default();
    let units = told.caused.units.iter().filter(|each| !each.is_reversed).map(|each| {
        let what = event_name(say, &each.kind);
        format!("{what} {} kể từ {}.", each.unit.1, super::day_of(each.on).in_words())
    });
    let mut kinds: Vec<EventKind> = told.caused.members.iter().map(|each| each.kind).collect();
    kinds.sort_by_key(|kind| kind.code());
    kinds.dedup();
    let members = kinds.into_iter().map(|kind| {
        let of_kind = told.caused.members.iter().filter(|each| each.kind == kind);
        let count: i64 = of_kind.clone().map(|each| each.count).sum();
        let units: Vec<&str> = of_kind.map(|each| &*each.unit.1).collect();
        let list = if lists.is_empty() { "" } else { "; danh sách kèm theo" };
        let count = format_integer(count);
        format!("{} {count} người tại {}{list}.", kind.name().vi, units.join(", "))
    });
    let mut articles: Vec<String> = units.chain(members).collect();
    let first = if articles.len() > 1 { "các điều trên" } else { "Điều 1" };
    articles.push(format!(
        "Văn phòng, các đơn vị và cá nhân có tên tại {first} chịu trách nhiệm thi hành Quyết định này./."
    ));
    articles
}
