//! One's own record: read by its owner alone, mended on request, taken home with a note.

use kernel::{Actor, Id, UnitKind};

use super::*;
use crate::accounts::{NewAccount, account_card, actor_of, find_account, open_account};
use crate::figures::tests::{World, day, on_books, proven};
use crate::memberships::{EventKind, NewEvent};
use crate::people::{Sex, person_card};
use crate::units::Entry;

fn code<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

/// A member of a union, and the member's account, which holds no post.
fn with_member(test: impl Fn(&World<'_>, Id, &Actor)) {
    on_books(|world| {
        let unit = world.unit("a", UnitKind::Grassroots, None, "2020-01-01", Entry::BroughtForward);
        let person = world.person("Bùi Thị An", Sex::Female);
        world.event(NewEvent::new(EventKind::Admitted, person, unit, day("2020-06-01")));
        let (login, name) = ("an.bt".to_owned(), "Bùi Thị An".to_owned());
        let new = NewAccount { login, name, person: Some(person) };
        open_account(&world.app, &world.actor, &new).unwrap();
        let account = find_account(&world.app, &world.actor, "an.bt").unwrap();
        test(world, person, &actor_of(&world.app, &account).unwrap());
        proven(world);
    });
}

#[test]
fn a_member_reads_the_own_record_and_no_other() {
    with_member(|world, person, member| {
        let record = my_record(&world.app, member).unwrap();
        assert_eq!((&*record.name, record.events.len()), ("Bùi Thị An", 1));
        assert_eq!(record.id, person.to_string());
        assert_eq!(code(person_card(&world.app, member, person, false)), "not_allowed");
        assert_eq!(code(account_card(&world.app, member, "an.bt")), "done");
        let stranger = Actor::with_posts("Người khác", Id(7), Vec::new());
        assert_eq!(code(my_record(&world.app, &stranger)), "no_own_record");
        assert_eq!(code(my_record(&world.app, &world.actor)), "no_own_record");
    });
}

#[test]
fn who_looked_at_a_record_is_told_to_its_owner() {
    with_member(|world, person, member| {
        assert!(who_looked(&world.app, member).unwrap().is_empty());
        person_card(&world.app, &world.actor, person, true).unwrap();
        let data = my_data(&world.app, member).unwrap();
        assert_eq!(data.looks.len(), 1, "{:?}", data.looks);
        assert_eq!(data.looks[0].what, "people.read_identity");
        let after = who_looked(&world.app, member).unwrap();
        assert_eq!(after[0].what, "people.own_data_taken", "the latest first");
        assert_eq!(after[0].actor, "Bùi Thị An (an.bt)");
    });
}

#[test]
fn a_request_waits_at_the_own_unit_and_has_its_limits() {
    with_member(|world, _, member| {
        let ask = |field: &str, asked: &str| {
            let new = NewRequest { field, asked, why: Some("theo căn cước") };
            code(request_correction(&world.app, member, &new))
        };
        assert_eq!(ask("birth", "  1/2/1990 "), "done");
        assert_eq!(ask("salary", "nhiều"), "unknown_field");
        assert_eq!(ask("birth", " "), "bad_request_text");
        let long = "x".repeat(301);
        assert_eq!(ask("birth", &long), "bad_request_text");
        let mine = my_requests(&world.app, member).unwrap();
        assert_eq!((mine.len(), &*mine[0].asked, mine[0].accepted), (1, "1/2/1990", None));
        for _ in 1..10 {
            assert_eq!(ask("job", "thợ"), "done");
        }
        assert_eq!(ask("job", "thợ"), "too_many_requests");
    });
}
