//! What waits and what was written last, on both engines.

use db::values;
use kernel::actor::Hold;
use kernel::{Actor, Id, Power};

use super::{Waiting, last_entries, waiting};
use crate::figures::tests::{World, day, on_books, tell_paper_case};
use crate::memberships::{EventKind, NewEvent};
use crate::people::{NewPerson, Sex};
use crate::units::scope_of_code;

fn id(world: &World<'_>, code: &str) -> Id {
    scope_of_code(&world.app, &world.actor, code).unwrap()
}

/// Somebody with powers at a unit and all under it.
fn at(unit: Id, powers: &[Power]) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: powers.to_vec() };
    Actor::with_posts("Lê Thị Sổ", Id(1), vec![hold])
}

fn twin(name: &str) -> NewPerson {
    NewPerson {
        name: name.to_owned(),
        sex: Some(Sex::Female),
        birth: Some("1990-05-06".to_owned()),
        ..NewPerson::default()
    }
}

#[test]
fn a_member_in_transit_waits_at_both_ends_and_nowhere_else_until_received() {
    on_books(|world| {
        tell_paper_case(world);
        let [h, k, l, u1, u2] = ["h", "k", "l", "u1", "u2"].map(|code| id(world, code));
        let person = world.admit(u1, "2021-12-01", 1)[0];
        let sent = NewEvent::new(EventKind::Sent, person, u1, day("2021-12-10"));
        world.event(NewEvent { other: Some(u2), ..sent });
        let ends = |scope| {
            let told = waiting(&world.app, &world.actor, scope).unwrap();
            (told.to_be_answered, told.to_receive)
        };
        assert_eq!(ends(h), (Some(1), Some(1)));
        assert_eq!(ends(k), (Some(1), Some(0)));
        assert_eq!(ends(u2), (Some(0), Some(1)));
        assert_eq!(ends(l), (Some(0), Some(0)));
        let got = NewEvent::new(EventKind::Received, person, u1, day("2021-12-12"));
        world.event(NewEvent { other: Some(u2), ..got });
        assert_eq!(ends(h), (Some(0), Some(0)));
    });
}

#[test]
fn two_records_that_may_be_one_person_are_counted_once_where_both_stand() {
    on_books(|world| {
        tell_paper_case(world);
        let [h, k, u1, u2] = ["h", "k", "u1", "u2"].map(|code| id(world, code));
        for unit in [u1, u2] {
            let person = world.new_person(&twin("Lê Thị Hòa"));
            world.event(NewEvent::new(EventKind::Admitted, person, unit, day("2021-12-01")));
        }
        let pairs = |scope| waiting(&world.app, &world.actor, scope).unwrap().duplicates;
        assert_eq!(pairs(h), Some(1));
        assert_eq!(pairs(k), Some(0));
    });
}

#[test]
fn a_correction_waits_until_it_is_answered() {
    on_books(|world| {
        tell_paper_case(world);
        let [k, u1] = ["k", "u1"].map(|code| id(world, code));
        let ask = |number: i64, answers: Option<i64>| {
            let sql = "INSERT INTO correction_request
                (federation_id, id, batch, person_id, unit_id, field, asked, why, answers, accepted)
                VALUES (1, $1, 1, 1, $2, 'phone', '0900000000', NULL, $3, NULL)";
            let write = |tx: &mut db::Tx<'_>| tx.execute(sql, &values![number, u1, answers]);
            world.test.again().write(write).unwrap();
        };
        let waits = |scope| waiting(&world.app, &world.actor, scope).unwrap().corrections;
        ask(1, None);
        ask(2, None);
        assert_eq!(waits(k), Some(2));
        ask(3, Some(1));
        assert_eq!(waits(k), Some(1));
        assert_eq!(waits(id(world, "u2")), Some(0));
    });
}

#[test]
fn what_a_reader_may_not_do_is_not_counted_for_that_reader() {
    on_books(|world| {
        tell_paper_case(world);
        let [h, k, l] = ["h", "k", "l"].map(|code| id(world, code));
        let reader = at(k, &[Power::ReadFigures]);
        assert_eq!(waiting(&world.app, &reader, k).unwrap(), Waiting::default());
        assert_eq!(last_entries(&world.app, &reader, k, 5).unwrap(), []);
        for scope in [h, l] {
            let refusal = waiting(&world.app, &reader, scope).unwrap_err();
            assert_eq!(refusal.refusal().unwrap().code, "out_of_reach");
            assert!(last_entries(&world.app, &reader, scope, 5).is_err());
        }
        let clerk = at(k, &[Power::ReadFigures, Power::RecordMembers]);
        let told = waiting(&world.app, &clerk, k).unwrap();
        assert_eq!((told.to_receive, told.duplicates), (Some(0), Some(0)));
        assert_eq!(told.refused, None);
    });
}

#[test]
fn the_last_entries_of_a_unit_are_those_that_count_there_the_latest_first() {
    on_books(|world| {
        tell_paper_case(world);
        let k = id(world, "k");
        let entries = last_entries(&world.app, &world.actor, k, 3).unwrap();
        assert_eq!(entries.len(), 3);
        assert!(entries.is_sorted_by(|a, b| a.batch > b.batch));
        let first = &entries[0];
        assert_eq!(first.actor, "thử");
        assert_eq!(first.unit, Some(("u1".to_owned(), "Đơn vị u1".to_owned())));
        let elsewhere = last_entries(&world.app, &world.actor, id(world, "l"), 3).unwrap();
        assert!(elsewhere.iter().all(|entry| entries.iter().all(|own| own.batch != entry.batch)));
    });
}
