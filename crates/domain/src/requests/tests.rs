//! Requests of members: they wait within reach, are answered once, and what they change is changed with the answer.

use kernel::actor::Hold;
use kernel::{Actor, Id, Power, UnitKind};

use super::*;
use crate::accounts::{NewAccount, actor_of, find_account, open_account};
use crate::figures::tests::{World, day, on_books, proven};
use crate::memberships::{EventKind, NewEvent};
use crate::own::{NewRequest, my_record, my_requests, request_correction};
use crate::people::Sex;
use crate::units::Entry;

fn code<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

fn at(unit: Id, powers: &[Power]) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: powers.to_vec() };
    Actor::with_posts("Lê Thị Sổ", Id(1), vec![hold])
}

/// What a test stands on: a member of `a` with an account, and who keeps `a` and `b`.
struct Case<'c> {
    world: &'c World<'c>,
    person: Id,
    units: [Id; 2],
    member: Actor,
    clerks: [Actor; 2],
}

const CLERK: &[Power] = &[Power::ReadFigures, Power::ReadPeople, Power::RecordMembers];

fn with_case(test: impl Fn(&Case<'_>)) {
    on_books(|world| {
        let unit = |code| {
            world.unit(code, UnitKind::Grassroots, None, "2020-01-01", Entry::BroughtForward)
        };
        let units = [unit("a"), unit("b")];
        let person = world.person("Bùi Thị An", Sex::Female);
        world.event(NewEvent::new(EventKind::Admitted, person, units[0], day("2020-06-01")));
        let (login, name) = ("an.bt".to_owned(), "Bùi Thị An".to_owned());
        open_account(&world.app, &world.actor, &NewAccount { login, name, person: Some(person) })
            .unwrap();
        let account = find_account(&world.app, &world.actor, "an.bt").unwrap();
        let member = actor_of(&world.app, &account).unwrap();
        test(&Case { world, person, units, member, clerks: units.map(|unit| at(unit, CLERK)) });
        proven(world);
    });
}

impl Case<'_> {
    fn ask(&self, field: &str, asked: &str) -> Id {
        let new = NewRequest { field, asked, why: Some("theo căn cước") };
        request_correction(&self.world.app, &self.member, &new).unwrap()
    }

    fn waiting(&self, actor: &Actor) -> Vec<Id> {
        let asked = Asked { after: None, limit: 50 };
        open(&self.world.app, actor, asked).unwrap().into_iter().map(|row| row.id).collect()
    }

    fn answer(&self, actor: &Actor, id: Id, told: &Answer) -> &'static str {
        code(answer(&self.world.app, actor, id, told))
    }
}

#[test]
fn a_request_waits_where_the_member_is_and_nowhere_else_until_it_is_answered() {
    with_case(|case| {
        let (app, [own, other]) = (&case.world.app, &case.clerks);
        let (first, second) = (case.ask("job", "thợ may"), case.ask("phone", "0912 345 678"));
        assert_eq!(case.waiting(own), [first, second], "those that wait longest first");
        let after = open(app, own, Asked { after: Some(first), limit: 1 }).unwrap();
        assert_eq!(after.len(), 1);
        assert!(case.waiting(other).is_empty());
        for told in [Answer::Apply, Answer::Decline("không".to_owned())] {
            assert_eq!(case.answer(other, first, &told), "out_of_reach");
        }
        assert_eq!(code(find(app, other, first)), "out_of_reach");
        assert_eq!(code(find(app, other, Id(5))), "out_of_reach", "nothing is told by ids either");
        assert_eq!(code(find(app, &case.world.actor, Id(5))), "unknown_request");
        let reader = at(case.units[0], &[Power::ReadFigures, Power::ReadPeople]);
        assert_eq!(case.answer(&reader, first, &Answer::Apply), "not_allowed");
        assert_eq!(code(find(app, &reader, first)), "not_allowed");
        assert_eq!(code(open(app, &case.member, Asked::default())), "not_allowed");
        assert_eq!(case.answer(own, first, &Answer::Apply), "done");
        assert_eq!(case.answer(own, first, &Answer::Apply), "already_answered");
        assert_eq!(case.waiting(own), [second]);
    });
}

#[test]
fn who_moved_is_answered_where_they_belong_today() {
    with_case(|case| {
        let id = case.ask("job", "thợ may");
        let [a, b] = case.units;
        let moved = NewEvent::new(EventKind::Transferred, case.person, a, day("2020-12-01"));
        case.world.event(NewEvent { other: Some(b), ..moved });
        assert_eq!(case.waiting(&case.clerks[1]), [id]);
        assert!(case.waiting(&case.clerks[0]).is_empty());
        assert_eq!(case.answer(&case.clerks[1], id, &Answer::Apply), "done");
    });
}

#[test]
fn what_is_accepted_is_in_the_record_with_the_answer_and_the_member_reads_both() {
    with_case(|case| {
        let app = &case.world.app;
        for (field, asked, read) in [
            ("name", "Bùi Thị  Ân", "Bùi Thị Ân"),
            ("birth", "6/5/1990", "1990-05-06"),
            ("phone", "0912.345.678", "0912345678"),
            ("hometown", "Nam Định", "Nam Định"),
            ("union_title", "Tổ trưởng", "Tổ trưởng"),
            ("cccd", "001190123456", "••••••••3456"),
        ] {
            let id = case.ask(field, asked);
            assert_eq!(case.answer(&case.clerks[0], id, &Answer::Apply), "done", "{field}");
            let record = my_record(app, &case.member).unwrap();
            let now = match field {
                "name" => Some(record.name),
                "birth" => record.birth,
                "phone" => record.phone,
                "hometown" => record.hometown,
                "union_title" => record.union_title,
                _ => record.identity_number,
            };
            assert_eq!(now.as_deref(), Some(read), "{field}");
        }
        let mine = my_requests(app, &case.member).unwrap();
        assert!(mine.iter().all(|each| each.accepted == Some(true) && each.answered_at.is_some()));
    });
}

#[test]
fn what_cannot_be_read_changes_nothing_and_goes_on_waiting() {
    with_case(|case| {
        for (field, asked, expected) in [
            ("birth", "ngày mai", "asked_unreadable"),
            ("birth", "31/2/1990", "asked_unreadable"),
            ("sex", "không rõ", "asked_unreadable"),
            ("phone", "12", "asked_unreadable"),
            ("cccd", "123", "asked_unreadable"),
            ("unit", "Công ty khác", "not_a_field"),
            ("other", "Xem giúp", "not_a_field"),
        ] {
            let id = case.ask(field, asked);
            assert_eq!(case.answer(&case.clerks[0], id, &Answer::Apply), expected, "{asked}");
            assert_eq!(case.waiting(&case.clerks[0]), [id]);
            let done = Answer::Done("Đã ghi việc chuyển sinh hoạt".to_owned());
            assert_eq!(case.answer(&case.clerks[0], id, &done), "done");
        }
        let facts = crate::people::NewPerson::default();
        assert_eq!(applied("birth", "5/1990", &facts).unwrap().birth.as_deref(), Some("1990-05"));
        assert_eq!(applied("birth", "1990", &facts).unwrap().birth.as_deref(), Some("1990"));
        assert_eq!(
            applied("birth", "1990-05-06", &facts).unwrap().birth.as_deref(),
            Some("1990-05-06")
        );
    });
}

#[test]
fn a_request_is_declined_for_a_reason_that_the_member_reads() {
    with_case(|case| {
        let id = case.ask("joined", "1/6/2019");
        let decline =
            |said: &str| case.answer(&case.clerks[0], id, &Answer::Decline(said.to_owned()));
        assert_eq!(decline("  "), "reason_missing");
        assert_eq!(decline(&"x".repeat(301)), "reason_missing");
        let done = Answer::Done(String::new());
        assert_eq!(case.answer(&case.clerks[0], id, &done), "done_missing");
        assert_eq!(decline("Sổ đoàn viên ghi 1/6/2020"), "done");
        let mine = my_requests(&case.world.app, &case.member).unwrap();
        assert_eq!(mine[0].accepted, Some(false));
        assert_eq!(mine[0].answer.as_deref(), Some("Sổ đoàn viên ghi 1/6/2020"));
        let told = find(&case.world.app, &case.clerks[0], id).unwrap().answer.unwrap();
        assert_eq!((&*told.actor, told.accepted), ("Lê Thị Sổ", false));
    });
}

#[test]
fn a_guided_correction_answers_the_request_it_came_from_or_does_neither() {
    with_case(|case| {
        let app = &case.world.app;
        let id = case.ask("birth", "khoảng tháng 5 năm 1990");
        let known = crate::people::profile(app, &case.world.actor, case.person).unwrap().facts;
        let born = |birth: &str| {
            let birth = Some(birth.to_owned());
            Answer::Correct(Box::new(crate::people::NewPerson { birth, ..known.clone() }))
        };
        assert_eq!(case.answer(&case.clerks[0], id, &born("2020-07-01")), "before_birth");
        assert_eq!(case.waiting(&case.clerks[0]), [id]);
        assert_eq!(case.answer(&case.clerks[0], id, &born("1990-05")), "done");
        assert_eq!(my_record(app, &case.member).unwrap().birth.as_deref(), Some("1990-05"));
    });
}

#[test]
fn an_identity_number_is_hidden_in_lists_and_noted_where_it_is_read() {
    with_case(|case| {
        let app = &case.world.app;
        let id = case.ask("cccd", "001190123456");
        let rows = open(app, &case.clerks[0], Asked { after: None, limit: 9 }).unwrap();
        assert_eq!(rows[0].asked, "••••••••3456");
        assert_eq!(find(app, &case.clerks[0], id).unwrap().asked, "••••••••3456");
        assert!(crate::own::who_looked(app, &case.member).unwrap().is_empty());
        let powers = [CLERK, &[Power::ReadIdentity]].concat();
        assert_eq!(find(app, &at(case.units[0], &powers), id).unwrap().asked, "001190123456");
        let looks = crate::own::who_looked(app, &case.member).unwrap();
        assert_eq!(looks[0].what, "people.read_identity");
    });
}
