//! Rounds from the call to the decision, on both engines: every step, and every refusal by name.

mod comments;
mod life;
mod opening;
mod refusals;
mod rights;

use kernel::{Id, UnitKind};

use super::*;
use crate::Error;
use crate::awards::{Level, Subject};
use crate::documents::DocumentRef;
use crate::figures::tests::{World, day, on_books, proven};
use crate::units::Entry;

/// A confederation, a city, a district with two unions, and three members of the first.
struct Tree {
    tld: Id,
    city: Id,
    district: Id,
    unions: [Id; 2],
    people: Vec<Id>,
}

fn with_tree(test: impl Fn(&World<'_>, &Tree)) {
    on_books(|world| {
        world.clock.move_to(day("2026-03-01"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let tld = brought("tld", UnitKind::Confederation, None);
        let city = brought("h", UnitKind::Province, Some(tld));
        let district = brought("k", UnitKind::District, Some(city));
        let unions = ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(district)));
        let people = world.admit(unions[0], "2024-01-10", 3);
        test(world, &Tree { tld, city, district, unions, people });
        proven(world);
    });
}

fn code(error: &Error) -> &'static str {
    error.refusal().map_or("failed", |refusal| refusal.code)
}

/// The code of a refusal.
fn no<T: std::fmt::Debug>(told: crate::Result<T>) -> &'static str {
    code(&told.unwrap_err())
}

fn paper(number: &str, on: &str) -> DocumentRef {
    DocumentRef::decision(number, Some(day(on)), "Văn phòng", "Đợt xét")
}

fn item(code: &str, sort: ItemSort, needed: bool) -> Item {
    Item { code: code.to_owned(), sort, title: format!("Mục {code}"), needed, source: None }
}

fn line(award: &str, level: Level, council: &[Level]) -> RoundAward {
    RoundAward {
        award: award.to_owned(),
        level,
        council: council.to_vec(),
        higher_by: None,
        items: vec![item("bao_cao", ItemSort::Text, true), item("tep", ItemSort::File, false)],
    }
}

/// A round of the city for merit certificates and praise, that calls the district.
fn of_city(tree: &Tree) -> NewRound {
    NewRound {
        unit: tree.city,
        sort: RoundSort::Yearly,
        name: "Khen thưởng năm 2025".to_owned(),
        years: (2025, 2025),
        due_on: day("2026-04-30"),
        document: Some(paper("10/KH-LĐLĐ", "2026-02-25")),
        comment_days: 0,
        comment_level: None,
        note: None,
        awards: vec![
            line("tinh.bang_khen", Level::City, &[]),
            line("ctt.giay_khen", Level::District, &[]),
            line("khac.bieu_duong", Level::City, &[]),
        ],
        quotas: Vec::new(),
        priorities: vec![PriorityRule { sort: Priority::Woman, says: None }],
        called: vec![tree.district],
    }
}

fn opened(world: &World<'_>, new: &NewRound) -> Id {
    open_round(&world.app, &world.actor, new).unwrap()
}

fn of_person(round: Id, tree: &Tree, person: usize, award: &str) -> NewNomination {
    NewNomination {
        round,
        unit: tree.unions[0],
        award: award.to_owned(),
        subject: Subject::Person,
        of_unit: tree.unions[0],
        person: Some(tree.people[person]),
        named: None,
        achievement: "Hoàn thành xuất sắc nhiệm vụ năm 2025".to_owned(),
        after: None,
    }
}

/// A nomination whose report is written.
fn written(world: &World<'_>, new: &NewNomination) -> Id {
    let id = nominate(&world.app, &world.actor, new).unwrap();
    write_report(world, id, "Báo cáo thành tích");
    id
}

fn write_report(world: &World<'_>, id: Id, words: &str) {
    fill(&world.app, &world.actor, id, &[("bao_cao".to_owned(), words.to_owned())]).unwrap();
}

fn outcome(world: &World<'_>, unit: Id, id: Id, number: Option<&str>) -> Outcome {
    let on = world.app.today();
    let document =
        number.map(|number| DocumentRef::decision(number, Some(on), "Văn phòng", "Đợt xét"));
    Outcome { unit, nominations: vec![id], document, on }
}

fn up(world: &World<'_>, unit: Id, id: Id) -> crate::Result<()> {
    let number = format!("{unit}/TTr");
    send(&world.app, &world.actor, &outcome(world, unit, id, Some(&number)), Some("xin xét"))
}

fn all_accepted(world: &World<'_>, id: Id) -> crate::Result<()> {
    let marks = [Mark { item: "bao_cao".to_owned(), reason: None }];
    accept(&world.app, &world.actor, id, &marks)
}

fn decided_by(name: &str) -> Decision {
    Decision {
        decided_by: name.to_owned(),
        title: "Khen thưởng năm 2025".to_owned(),
        presented_by: None,
        presented_on: None,
    }
}

fn decide_here(world: &World<'_>, unit: Id, id: Id, number: &str) -> crate::Result<Vec<Id>> {
    let what = outcome(world, unit, id, Some(number));
    decide(&world.app, &world.actor, &what, &decided_by("Ban Thường vụ"))
}

fn card(world: &World<'_>, id: Id) -> NominationCard {
    nomination(&world.app, &world.actor, id).unwrap()
}

fn state(world: &World<'_>, id: Id) -> State {
    card(world, id).row.state
}

/// What the ledger says of a unit in 2026: people honoured by merit certificate, people proposed.
fn counted(world: &World<'_>, unit: &str) -> Vec<i64> {
    let year = kernel::Period::parse("2026").unwrap();
    let codes = ["awards.people.merit", "awards.proposed.people"];
    world.values(&crate::figures::Query::of(unit, year), &codes)
}
