//! People: duplicates merged and taken apart again, corrections that figures follow, and numbers nobody can read.

mod lists;
mod suspects;

use kernel::{Actor, Id, Period, Power, UnitKind};

use super::*;
use crate::figures::Query;
use crate::figures::tests::{World, day, dump, on_books, paper, proven};
use crate::memberships::{EventKind, LeaveReason, NewEvent, record, reverse_event};
use crate::units::{self, Entry};

/// Two unions under a district; the clock stands on 30/6/2021.
fn with_unions(test: impl Fn(&World<'_>, [Id; 2])) {
    on_books(|world| {
        world.clock.move_to(day("2021-06-30"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let k = brought("k", UnitKind::District, None);
        test(world, ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(k))));
        proven(world);
    });
}

const NUMBER: &str = "001190123456";

fn someone(name: &str, number: Option<&str>) -> NewPerson {
    NewPerson {
        name: name.to_owned(),
        sex: Some(Sex::Female),
        birth: Some("1990-05-06".to_owned()),
        sensitive: Sensitive { cccd: number.map(str::to_owned), ..Sensitive::default() },
        ..NewPerson::default()
    }
}

fn values(world: &World<'_>, scope: &str, codes: &[&str]) -> Vec<i64> {
    world.values(&Query::of(scope, Period::parse("2021-H1").unwrap()), codes)
}

fn code<T: std::fmt::Debug>(result: crate::Result<T>) -> &'static str {
    result.unwrap_err().refusal().map_or("failed", |refusal| refusal.code)
}

#[test]
fn duplicates_are_found_by_number_and_by_name_birth_and_sex() {
    with_unions(|world, _| {
        let first = world.new_person(&someone("Ngô Thị Hoà", Some(NUMBER)));
        let same_number = world.new_person(&someone("Ngô Thị Hoa", Some(NUMBER)));
        let same_name = world.new_person(&someone("Ngô Thị Hòa", None));
        world.new_person(&NewPerson {
            birth: Some("1990".to_owned()),
            ..someone("Ngô Thị Hòa", None)
        });
        world.new_person(&NewPerson { sex: Some(Sex::Male), ..someone("Ngô Thị Hòa", None) });
        let found = find_duplicates(&world.app, &world.actor, 10).unwrap();
        let pairs: Vec<_> = found.iter().map(|pair| (pair.keep, pair.drop, pair.because)).collect();
        assert_eq!(pairs, [(first, same_number, "cccd"), (first, same_name, "name_birth_sex")]);
    });
}

#[test]
fn a_merge_leaves_one_member_and_taking_it_back_leaves_what_was_before() {
    with_unions(|world, [a, b]| {
        let keep = world.new_person(&someone("Ngô Thị Hoà", Some(NUMBER)));
        let drop = world.new_person(&someone("Ngô Thị Hòa", Some(NUMBER)));
        for person in [keep, drop] {
            world.event(NewEvent::new(EventKind::Admitted, person, a, day("2021-01-05")));
        }
        let mistaken = world.event(NewEvent::new(EventKind::Left, drop, a, day("2021-01-20")));
        reverse_event(&world.app, &world.actor, mistaken).unwrap();
        let sent = NewEvent::new(EventKind::Sent, drop, a, day("2021-02-05"));
        world.event(NewEvent { other: Some(b), ..sent.clone() });
        world.event(NewEvent {
            kind: EventKind::Received,
            other: Some(b),
            on: day("2021-02-09"),
            ..sent
        });
        let left = NewEvent::new(EventKind::Left, drop, b, day("2021-03-05"));
        world.event(NewEvent { reason: Some(LeaveReason::Retired), ..left });
        let before = dump(world);
        for _ in 0..2 {
            merge(&world.app, &world.actor, keep, drop).unwrap();
            assert_eq!(values(world, "k", &["members.admitted", "members.closing"]), [1, 1]);
            assert!(find_duplicates(&world.app, &world.actor, 10).unwrap().is_empty());
            assert_eq!(code(merge(&world.app, &world.actor, keep, drop)), "unknown_person");
            assert_eq!(code(merge(&world.app, &world.actor, drop, keep)), "unknown_person");
            let facts = someone("Ngô Thị Khác", None);
            assert_eq!(code(correct(&world.app, &world.actor, drop, &facts)), "unknown_person");
            proven(world);
            unmerge(&world.app, &world.actor, drop).unwrap();
            assert_eq!(dump(world), before);
        }
        assert_eq!(code(unmerge(&world.app, &world.actor, drop)), "not_merged");
        assert_eq!(code(merge(&world.app, &world.actor, keep, keep)), "same_person");
    });
}

#[test]
fn one_who_ended_with_a_struck_off_unit_is_merged_and_taken_apart_with_that_reason() {
    with_unions(|world, [a, _]| {
        let keep = world.new_person(&someone("Ngô Thị Hoà", None));
        let drop = world.new_person(&someone("Ngô Thị Hòa", None));
        world.event(NewEvent::new(EventKind::Admitted, drop, a, day("2021-01-05")));
        let (app, actor) = (&world.app, &world.actor);
        units::end_unit(app, actor, a, day("2021-03-01"), true, "hết", Some(&paper("3/QĐ")))
            .unwrap();
        let before = dump(world);
        merge(app, actor, keep, drop).unwrap();
        unmerge(app, actor, drop).unwrap();
        assert_eq!(dump(world), before);
    });
}

#[test]
fn a_corrected_sex_moves_the_count_of_women_and_old_names_are_not_found_any_more() {
    with_unions(|world, [a, _]| {
        let person = world.new_person(&someone("Ngô Thị Hoà", Some(NUMBER)));
        world.event(NewEvent::new(EventKind::Admitted, person, a, day("2021-01-05")));
        let codes = ["members.closing", "members.closing.women", "members.admitted.women"];
        assert_eq!(values(world, "k", &codes), [1, 1, 1]);
        let man = NewPerson { sex: Some(Sex::Male), ..someone("Đào Văn Hòa", None) };
        correct(&world.app, &world.actor, person, &man).unwrap();
        assert_eq!(values(world, "k", &codes), [1, 0, 0]);
        let names = |typed| -> Vec<String> {
            let found = search(&world.app, &world.actor, typed, 10).unwrap();
            found.into_iter().map(|row| row.name).collect()
        };
        assert_eq!(names("ngo thi"), Vec::<String>::new());
        assert_eq!(names("van ho"), ["Đào Văn Hòa"]);
        assert_eq!(names(""), Vec::<String>::new());
        let card = person_card(&world.app, &world.actor, person, true).unwrap();
        assert_eq!(card.cccd_masked.as_deref(), Some(NUMBER), "a correction forgets no number");
    });
}

#[test]
fn an_identity_number_stands_nowhere_in_the_books_and_is_masked_until_asked_for() {
    with_unions(|world, _| {
        let person = world.new_person(&someone("Ngô Thị Hoà", Some(NUMBER)));
        let card = |reveal| person_card(&world.app, &world.actor, person, reveal).unwrap();
        assert_eq!(card(false).cccd_masked.as_deref(), Some("••••••••3456"));
        let looked = || {
            let sql = "SELECT COUNT(*) FROM audit_entry WHERE what = 'people.read_identity'";
            let read = |tx: &mut db::Tx<'_>| tx.find(sql, &[], |row| row.int(0));
            world.test.db.read(read).unwrap()
        };
        assert_eq!(looked(), Some(0));
        assert_eq!(card(true).cccd_masked.as_deref(), Some(NUMBER));
        assert_eq!(looked(), Some(1));
        let clerk = Actor::with_powers("thư ký", &[Power::ReadPeople]);
        assert_eq!(code(person_card(&world.app, &clerk, person, true)), "not_allowed");
        assert_eq!(looked(), Some(1));
        assert!(columns_with(world, NUMBER).is_empty(), "{:?}", columns_with(world, NUMBER));
        assert_eq!(columns_with(world, "Ngô Thị Hoà"), ["person_fact.name", "person.name"]);
        let index = world.app.keys.index_of(NUMBER);
        let read = |tx: &mut db::Tx<'_>| {
            known_by_identity(tx, world.app.federation, std::slice::from_ref(&index))
        };
        assert_eq!(world.app.db.read(read).unwrap()[&index].person, person);
        assert_ne!(
            Keys::from_secret(&[8; 32]).index_of(NUMBER),
            index,
            "another key, another index"
        );
    });
}

/// The columns of the books in which a text can be read, in texts and in bytes.
fn columns_with(world: &World<'_>, wanted: &str) -> Vec<String> {
    let mut tables = crate::books::schema::all_tables();
    tables.sort_by_key(|(name, _)| *name == "person");
    let mut found = Vec::new();
    for (table, columns) in tables {
        let sql = format!("SELECT {} FROM {table}", columns.join(", "));
        let read = |tx: &mut db::Tx<'_>| {
            tx.each(&sql, &[], |row| {
                for (place, column) in columns.iter().enumerate() {
                    let bytes = match row.value(place)? {
                        db::Value::Text(text) => text.as_bytes().to_vec(),
                        db::Value::Bytes(bytes) => bytes.to_vec(),
                        db::Value::Int(number) => number.to_string().into_bytes(),
                        db::Value::Null => Vec::new(),
                    };
                    let holds = bytes.windows(wanted.len()).any(|part| part == wanted.as_bytes());
                    let name = format!("{table}.{column}");
                    if holds && !found.contains(&name) {
                        found.push(name);
                    }
                }
                Ok(())
            })
        };
        world.test.db.read(read).unwrap();
    }
    found
}

#[test]
fn a_merged_person_takes_part_in_nothing() {
    with_unions(|world, [a, _]| {
        let [keep, drop] =
            ["Ngô Thị Hoà", "Ngô Thị Hòa"].map(|n| world.new_person(&someone(n, None)));
        merge(&world.app, &world.actor, keep, drop).unwrap();
        let admitted = NewEvent::new(EventKind::Admitted, drop, a, day("2021-01-05"));
        assert_eq!(code(record(&world.app, &world.actor, &admitted)), "unknown_person");
        assert!(person_card(&world.app, &world.actor, drop, false).is_err());
    });
}

/// A clerk of one union.
fn clerk_at(unit: Id) -> Actor {
    let powers = vec![Power::ReadPeople, Power::ReadFigures, Power::RecordMembers];
    let hold = kernel::actor::Hold { post: Id(9), unit, below: true, powers };
    Actor::with_posts("Lê Thị Sổ", Id(8), vec![hold])
}

#[test]
fn a_merge_is_taken_back_by_who_is_answerable_for_the_record_that_was_kept_and_nobody_else() {
    with_unions(|world, [a, b]| {
        let [keep, drop] =
            ["Ngô Thị Hoà", "Ngô Thị Hòa"].map(|name| world.new_person(&someone(name, None)));
        for person in [keep, drop] {
            world.event(NewEvent::new(EventKind::Admitted, person, a, day("2021-01-05")));
        }
        merge(&world.app, &world.actor, keep, drop).unwrap();
        let before = dump(world);
        assert_eq!(code(unmerge(&world.app, &clerk_at(b), drop)), "out_of_reach");
        assert_eq!(dump(world), before);
        unmerge(&world.app, &clerk_at(a), drop).unwrap();
    });
}

#[test]
fn what_was_taken_back_opens_nobody_s_record_to_the_unit_it_named() {
    with_unions(|world, [a, b]| {
        let person = world.new_person(&someone("Ngô Thị Hoà", None));
        world.event(NewEvent::new(EventKind::Admitted, person, a, day("2021-01-05")));
        let moved = NewEvent::new(EventKind::Transferred, person, a, day("2021-02-05"));
        let moved = world.event(NewEvent { other: Some(b), ..moved });
        let sees = |unit| person_card(&world.app, &clerk_at(unit), person, false).is_ok();
        assert!(sees(b), "a member there now");
        reverse_event(&world.app, &world.actor, moved).unwrap();
        assert!(sees(a) && !sees(b), "the transfer never was");
        let only = world.new_person(&someone("Đỗ Thị Lan", None));
        let mistake = NewEvent::new(EventKind::Admitted, only, b, day("2021-01-05"));
        let mistake = world.event(mistake);
        reverse_event(&world.app, &world.actor, mistake).unwrap();
        let card = |unit| person_card(&world.app, &clerk_at(unit), only, false);
        assert!(card(b).is_ok(), "nothing else is left, and somebody is answerable for everybody");
        assert_eq!(code(card(a)), "out_of_reach");
    });
}

#[test]
fn a_correction_takes_nobody_else_s_identity_number() {
    with_unions(|world, [a, _]| {
        let person = world.new_person(&someone("Ngô Thị Hoà", None));
        let other = world.new_person(&someone("Đỗ Thị Lan", Some(NUMBER)));
        for person in [person, other] {
            world.event(NewEvent::new(EventKind::Admitted, person, a, day("2021-01-05")));
        }
        let (app, actor) = (&world.app, &world.actor);
        let before = dump(world);
        let stolen = someone("Ngô Thị Hoà", Some(NUMBER));
        assert_eq!(code(correct(app, actor, person, &stolen)), "known_number");
        assert_eq!(dump(world), before);
        correct(app, actor, other, &someone("Đỗ Thị Lan", Some(NUMBER))).unwrap();
        correct(app, actor, person, &someone("Ngô Thị Hoà", Some("001190123457"))).unwrap();
    });
}
