//! What waits and what was written last, on both engines.

use kernel::actor::Hold;
use kernel::{Actor, Id, Power};

use super::{Waiting, duplicates, last_entries, waiting};
use crate::accounts::{
    NewAccount, NewPost, Role, actor_of, end_post, find_account, give_post, open_account,
};
use crate::figures::tests::{World, day, on_books, tell_paper_case};
use crate::memberships::{EventKind, NewEvent};
use crate::own::{NewRequest, request_correction};
use crate::people::{NewPerson, Sex};
use crate::requests::{Answer, answer};
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
        let pairs = |scope| duplicates(&world.app, &world.actor, scope).unwrap();
        assert_eq!(pairs(h), Some(1));
        assert_eq!(pairs(k), Some(0));
    });
}

#[test]
fn a_correction_waits_until_it_is_answered() {
    on_books(|world| {
        tell_paper_case(world);
        let [k, u1] = ["k", "u1"].map(|code| id(world, code));
        let person = world.admit(u1, "2021-12-01", 1)[0];
        let (login, name) = ("an.bt".to_owned(), "Bùi Thị An".to_owned());
        open_account(&world.app, &world.actor, &NewAccount { login, name, person: Some(person) })
            .unwrap();
        let account = find_account(&world.app, &world.actor, "an.bt").unwrap();
        let member = actor_of(&world.app, &account).unwrap();
        let ask = || {
            let new = NewRequest { field: "job", asked: "thợ may", why: None };
            request_correction(&world.app, &member, &new).unwrap()
        };
        let waits = |scope| waiting(&world.app, &world.actor, scope).unwrap().corrections;
        let (first, _) = (ask(), ask());
        assert_eq!(waits(k), Some(2));
        answer(&world.app, &world.actor, first, &Answer::Apply).unwrap();
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
        assert_eq!((told.to_receive, told.ending), (Some(0), None));
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

#[test]
fn a_post_that_ends_in_the_next_days_is_told_to_who_manages_accounts_there() {
    on_books(|world| {
        tell_paper_case(world);
        world.clock.move_to(day("2021-12-20"));
        let [k, l] = ["k", "l"].map(|code| id(world, code));
        let (login, name) = ("binh.lv".to_owned(), "Lê Văn Bình".to_owned());
        let new = NewAccount { login, name, person: None };
        let account = open_account(&world.app, &world.actor, &new).unwrap();
        let role = Role::find("clerk").unwrap();
        let give = |unit, to| {
            let (from, stands_for, reason) = (day("2021-01-01"), None, None);
            let post = NewPost { account, unit, role, from, to, stands_for, reason };
            give_post(&world.app, &world.actor, &post).unwrap()
        };
        let post = give(k, Some(day("2022-01-10")));
        give(k, Some(day("2022-06-30")));
        give(k, None);
        give(l, Some(day("2022-01-05")));
        let manager = at(k, &[Power::ReadFigures, Power::ManageAccounts]);
        let told = |actor: &Actor| waiting(&world.app, actor, k).unwrap().ending;
        let clerk = at(k, &[Power::ReadFigures, Power::RecordMembers]);
        let ending = told(&manager).unwrap();
        assert_eq!(ending.len(), 1);
        let only = &ending[0];
        assert_eq!(
            (&*only.holder.0, &*only.role, only.on),
            ("binh.lv", "clerk", day("2022-01-10"))
        );
        assert_eq!(told(&clerk), None);
        end_post(&world.app, &world.actor, post, day("2021-12-20")).unwrap();
        assert!(told(&manager).unwrap().iter().all(|each| each.on != day("2022-01-10")));
    });
}
