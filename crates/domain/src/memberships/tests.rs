//! Every refusal of a membership with the case that brings it; the fold of events; transfers told in two halves.

use kernel::{Day, Id, Period, UnitKind};

use super::model::Event;
use super::rules::{self, Standing};
use super::{EventKind as K, LeaveReason, NewEvent, record, reverse_event};
use crate::figures::Query;
use crate::figures::tests::{World, day, on_books, proven};
use crate::people::{NewPerson, Sex};
use crate::units::{self, Entry};

/// A province `h` with three unions and one elsewhere; the clock stands on 30/6/2021.
fn with_unions(test: impl Fn(&World<'_>, Unions)) {
    on_books(|world| {
        world.clock.move_to(day("2021-06-30"));
        let since = "2020-01-01";
        let h = world.unit("h", UnitKind::Province, None, since, Entry::BroughtForward);
        let [a, b, c] = ["a", "b", "c"].map(|code| {
            world.unit(code, UnitKind::Grassroots, Some(h), since, Entry::BroughtForward)
        });
        let outside = world.unit("x", UnitKind::External, None, "2000-01-01", Entry::External);
        test(world, Unions { a, b, c, outside });
        proven(world);
    });
}

struct Unions {
    a: Id,
    b: Id,
    c: Id,
    outside: Id,
}

fn refused(world: &World<'_>, new: &NewEvent) -> &'static str {
    let error = record(&world.app, &world.actor, new).unwrap_err();
    error.refusal().unwrap_or_else(|| panic!("{error}")).code
}

fn to(other: Id, event: NewEvent) -> NewEvent {
    NewEvent { other: Some(other), ..event }
}

#[test]
fn every_refusal_of_an_event_has_its_case() {
    with_unions(|world, Unions { a, b, c, .. }| {
        let [member, stranger] = ["Lê Văn An", "Lê Thị Bình"].map(|name| {
            let new = NewPerson {
                name: name.to_owned(),
                birth: Some("1990-05-05".to_owned()),
                sex: Some(Sex::Female),
                ..NewPerson::default()
            };
            world.new_person(&new)
        });
        let on = |kind, person, unit, text| NewEvent::new(kind, person, unit, day(text));
        world.event(on(K::Admitted, member, a, "2021-03-01"));
        let paper = crate::figures::tests::paper("9/QĐ");
        units::end_unit(&world.app, &world.actor, c, day("2021-02-01"), true, "hết", Some(&paper))
            .unwrap();
        let nowhere = Id(1);
        for (expected, event) in [
            ("unknown_unit", on(K::Admitted, stranger, nowhere, "2021-03-01")),
            ("unknown_unit", to(nowhere, on(K::Transferred, member, a, "2021-04-01"))),
            ("unit_not_open", on(K::Admitted, stranger, a, "2019-12-31")),
            ("unit_not_open", on(K::Admitted, stranger, c, "2021-03-01")),
            ("unit_not_open", on(K::Admitted, stranger, c, "2021-02-01")),
            ("unit_not_open", to(c, on(K::Transferred, member, a, "2021-04-01"))),
            ("member_outlives_unit", on(K::Admitted, stranger, c, "2021-01-31")),
            ("unknown_person", on(K::Admitted, nowhere, a, "2021-03-01")),
            ("already_a_member", on(K::Admitted, member, b, "2021-04-01")),
            ("already_a_member", on(K::Recognised, member, a, "2021-03-01")),
            ("not_a_member_there", on(K::Left, member, b, "2021-04-01")),
            ("not_a_member_there", on(K::Left, member, a, "2021-02-28")),
            ("not_a_member_there", on(K::Left, stranger, a, "2021-04-01")),
            ("not_a_member_there", to(b, on(K::Transferred, stranger, a, "2021-04-01"))),
            ("not_a_member_there", to(b, on(K::Carried, stranger, a, "2021-04-01"))),
            ("same_unit", to(a, on(K::Transferred, member, a, "2021-04-01"))),
            ("same_unit", on(K::Sent, member, a, "2021-04-01")),
            ("transfer_already_answered", to(b, on(K::Received, member, a, "2021-04-01"))),
            ("transfer_already_answered", on(K::Returned, member, a, "2021-04-01")),
            ("after_last_day", on(K::Left, member, a, "2021-07-01")),
        ] {
            assert_eq!(refused(world, &event), expected, "{event:?}");
        }
        let child = NewPerson {
            name: "Lê Văn Con".to_owned(),
            birth: Some("2020-06".to_owned()),
            ..NewPerson::default()
        };
        let child = world.new_person(&child);
        assert_eq!(refused(world, &on(K::Admitted, child, a, "2020-05-31")), "before_birth");
        let unknown = reverse_event(&world.app, &world.actor, Id(1)).unwrap_err();
        assert_eq!(unknown.refusal().unwrap().code, "unknown_event");
    });
}

#[test]
fn an_ending_with_the_unit_cannot_be_taken_back_for_one_member_alone() {
    with_unions(|world, Unions { a, .. }| {
        let person = world.admit(a, "2021-01-05", 1)[0];
        let paper = crate::figures::tests::paper("9/QĐ");
        units::end_unit(&world.app, &world.actor, a, day("2021-02-01"), true, "hết", Some(&paper))
            .unwrap();
        let federation = world.app.federation;
        let events =
            world.app.db.read(|tx| super::store::events_of(tx, federation, person)).unwrap();
        let refused = reverse_event(&world.app, &world.actor, events[1].id).unwrap_err();
        assert_eq!(refused.refusal().unwrap().code, "member_outlives_unit");
    });
}

#[test]
fn an_event_on_which_a_later_one_rests_cannot_be_taken_back_before_it() {
    with_unions(|world, Unions { a, b, .. }| {
        let person = world.person("Trần Văn Bốn", Sex::Male);
        let admitted = world.event(NewEvent::new(K::Admitted, person, a, day("2021-01-05")));
        let moved = NewEvent::new(K::Transferred, person, a, day("2021-02-05"));
        let moved = world.event(to(b, moved));
        let reverse = |event| reverse_event(&world.app, &world.actor, event);
        let early = reverse(admitted).unwrap_err();
        assert_eq!(early.refusal().unwrap().code, "not_a_member_there");
        reverse(moved).unwrap();
        assert_eq!(reverse(moved).unwrap_err().refusal().unwrap().code, "unknown_event");
        reverse(admitted).unwrap();
        let query = Query::of("h", Period::parse("2021-H1").unwrap());
        assert_eq!(world.values(&query, &["members.admitted", "members.closing"]), [0, 0]);
    });
}

const FLOW: [&str; 5] = [
    "members.closing",
    "members.in_transit",
    "members.transferred_out",
    "members.transferred_in",
    "members.left",
];

#[test]
fn a_person_sent_is_in_transit_until_received_or_returned() {
    with_unions(|world, Unions { a, b, c, .. }| {
        let people = world.admit(a, "2021-01-05", 3);
        let half = Period::parse("2021-H1").unwrap();
        let of = |code: &str| world.values(&Query::of(code, half), &FLOW);
        let sent = |person, other| to(other, NewEvent::new(K::Sent, person, a, day("2021-03-01")));
        world.event(sent(people[0], b));
        world.event(sent(people[1], c));
        assert_eq!(of("a"), [1, 2, 0, 0, 0]);
        assert_eq!(of("h"), [1, 2, 0, 0, 0]);
        let answer =
            |kind, person, other: Id| to(other, NewEvent::new(kind, person, a, day("2021-03-20")));
        assert_eq!(refused(world, &answer(K::Received, people[0], c)), "transfer_already_answered");
        world.event(answer(K::Received, people[0], b));
        world.event(NewEvent::new(K::Returned, people[1], a, day("2021-03-21")));
        assert_eq!(refused(world, &answer(K::Received, people[0], b)), "transfer_already_answered");
        assert_eq!(of("a"), [2, 0, 1, 0, 0]);
        assert_eq!(of("b"), [1, 0, 0, 1, 0]);
        assert_eq!(of("c"), [0, 0, 0, 0, 0]);
        assert_eq!(of("h"), [3, 0, 0, 0, 0], "moves inside a scope are none of its moves");
        let march = Query::of("a", Period::parse("2021-03-01..2021-03-10").unwrap());
        assert_eq!(
            world.values(&march, &FLOW),
            [1, 2, 0, 0, 0],
            "on the tenth both were in transit"
        );
    });
}

#[test]
fn a_unit_does_not_end_while_people_it_sent_are_unanswered() {
    with_unions(|world, Unions { a, b, .. }| {
        let people = world.admit(a, "2021-01-05", 2);
        world.event(to(b, NewEvent::new(K::Sent, people[0], a, day("2021-03-01"))));
        let paper = crate::figures::tests::paper("8/QĐ");
        let end = || {
            let (app, actor) = (&world.app, &world.actor);
            units::end_unit(app, actor, a, day("2021-04-01"), false, "giải thể", Some(&paper))
        };
        assert_eq!(end().unwrap_err().refusal().unwrap().code, "not_disposed_of");
        world.event(to(b, NewEvent::new(K::Received, people[0], a, day("2021-03-05"))));
        end().unwrap();
        let query = Query::of("h", Period::parse("2021-H1").unwrap());
        let codes = ["members.closing", "members.ended_with_unit", "units.closing"];
        assert_eq!(world.values(&query, &codes), [1, 1, 2]);
    });
}

#[test]
fn a_move_to_or_from_another_federation_has_one_end_here() {
    with_unions(|world, Unions { a, outside, .. }| {
        let people = world.admit(a, "2021-01-05", 1);
        let gone = NewEvent::new(K::Transferred, people[0], a, day("2021-02-01"));
        world.event(to(outside, gone));
        let came = world.person("Phạm Thị Mới", Sex::Female);
        world.event(to(a, NewEvent::new(K::Transferred, came, outside, day("2021-02-02"))));
        let of =
            |code: &str| world.values(&Query::of(code, Period::parse("2021-H1").unwrap()), &FLOW);
        assert_eq!(of("a"), [1, 0, 1, 1, 0]);
        assert_eq!(of("h"), [1, 0, 1, 1, 0]);
    });
}

#[test]
fn leaving_counts_under_its_reason_and_coming_back_is_another_spell() {
    with_unions(|world, Unions { a, b, .. }| {
        let person = world.admit(a, "2021-01-05", 1)[0];
        let left = NewEvent::new(K::Left, person, a, day("2021-02-01"));
        world.event(NewEvent { reason: Some(LeaveReason::OwnWish), ..left });
        world.event(NewEvent::new(K::Restored, person, b, day("2021-02-01")));
        world.event(NewEvent::new(K::Corrected, person, b, day("2021-04-01")));
        let query = Query::of("h", Period::parse("2021-H1").unwrap());
        let codes = [
            "members.admitted",
            "members.left.own_wish",
            "members.restored",
            "members.corrected",
            "members.closing",
        ];
        assert_eq!(world.values(&query, &codes), [1, 1, 1, 1, 0]);
    });
}

/// The unit of the fold's table whose books are kept elsewhere.
const ELSEWHERE: i64 = 7;

/// An event of the fold's table: kind, unit, day of March, other end, answered transfer.
fn told(id: i64, kind: K, unit: i64, on: u8, other: Option<i64>, transfer: Option<i64>) -> Event {
    Event {
        id: Id(id),
        kind,
        unit: Id(unit),
        on: Day::new(2021, 3, on as i8).unwrap(),
        other: other.map(Id),
        transfer: transfer.map(Id),
        reason: None,
        from_outside: unit == ELSEWHERE,
    }
}

/// Spells as unit, first day of March, last day.
type Folded = Result<(Vec<(i64, i8, Option<i8>)>, Standing), &'static str>;

fn folded(events: &[Event]) -> Folded {
    let dated = |day: Day| day.date().day();
    let (spells, standing) = rules::fold(events).map_err(|refusal| refusal.code)?;
    let spells = spells.iter().map(|s| (s.unit.0, dated(s.from), s.to.map(dated))).collect();
    Ok((spells, standing))
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn events_fold_into_spells_in_the_order_of_days_then_of_records() {
    let at = |unit| Standing::Member(Id(unit));
    let admitted = |id, on| told(id, K::Admitted, 1, on, None, None);
    let sent = told(2, K::Sent, 1, 5, Some(2), None);
    let waiting = Standing::InTransit { from: Id(1), to: Id(2), transfer: Id(2) };
    let cases: Vec<(&str, Vec<Event>, Folded)> = vec![
        ("nothing", vec![], Ok((vec![], Standing::Nobody))),
        ("admitted", vec![admitted(1, 3)], Ok((vec![(1, 3, None)], at(1)))),
        (
            "told late, folded early",
            vec![told(1, K::Left, 1, 9, None, None), admitted(2, 3)],
            Ok((vec![(1, 3, Some(9))], Standing::Nobody)),
        ),
        (
            "out and in on one day",
            vec![
                admitted(1, 3),
                told(2, K::Left, 1, 5, None, None),
                told(3, K::Restored, 2, 5, None, None),
            ],
            Ok((vec![(1, 3, Some(5)), (2, 5, None)], at(2))),
        ),
        (
            "in and out the wrong way round",
            vec![told(1, K::Left, 1, 5, None, None), admitted(2, 5)],
            Err("not_a_member_there"),
        ),
        (
            "transferred",
            vec![admitted(1, 3), told(2, K::Transferred, 1, 4, Some(2), None)],
            Ok((vec![(1, 3, Some(4)), (2, 4, None)], at(2))),
        ),
        (
            "transferred without having been there",
            vec![told(1, K::Transferred, 1, 4, Some(2), None)],
            Err("not_a_member_there"),
        ),
        (
            "from elsewhere",
            vec![told(1, K::Transferred, 7, 4, Some(2), None)],
            Ok((vec![(2, 4, None)], at(2))),
        ),
        (
            "carried from nowhere",
            vec![told(1, K::Carried, 7, 4, Some(2), None)],
            Err("not_a_member_there"),
        ),
        ("sent", vec![admitted(1, 3), sent.clone()], Ok((vec![(1, 3, Some(5))], waiting))),
        (
            "received",
            vec![admitted(1, 3), sent.clone(), told(3, K::Received, 1, 7, Some(2), Some(2))],
            Ok((vec![(1, 3, Some(5)), (2, 7, None)], at(2))),
        ),
        (
            "returned",
            vec![admitted(1, 3), sent.clone(), told(3, K::Returned, 1, 7, None, Some(2))],
            Ok((vec![(1, 3, Some(5)), (1, 7, None)], at(1))),
        ),
        (
            "answered with another letter",
            vec![admitted(1, 3), sent.clone(), told(3, K::Received, 1, 7, Some(2), Some(99))],
            Err("transfer_already_answered"),
        ),
        (
            "left while in transit",
            vec![admitted(1, 3), sent, told(3, K::Left, 1, 7, None, None)],
            Err("not_a_member_there"),
        ),
        ("admitted twice", vec![admitted(1, 3), admitted(2, 4)], Err("already_a_member")),
        (
            "ended with the unit",
            vec![admitted(1, 3), told(2, K::EndedWithUnit, 1, 8, None, None)],
            Ok((vec![(1, 3, Some(8))], Standing::Nobody)),
        ),
    ];
    for (name, events, expected) in cases {
        assert_eq!(folded(&events), expected, "{name}");
        let reversed: Vec<Event> = events.into_iter().rev().collect();
        assert_eq!(folded(&reversed), expected, "{name}, told in another order");
    }
}

#[test]
fn a_command_told_twice_is_answered_twice_and_written_once() {
    with_unions(|world, Unions { a, .. }| {
        let person = world.person("Đỗ Văn Một", Sex::Male);
        let admit = |command: &str| {
            world.app.write_once(
                &world.actor,
                "memberships.record",
                "Kết nạp",
                command,
                |batch| {
                    let new = NewEvent::new(K::Admitted, person, a, day("2021-02-02"));
                    super::record_in(batch, &new).map(|id| id.to_string())
                },
            )
        };
        let first = admit("form-1").unwrap();
        assert_eq!(admit("form-1").unwrap(), first);
        let second = admit("form-2").unwrap_err();
        assert_eq!(second.refusal().unwrap().code, "already_a_member");
        let query = Query::of("a", Period::parse("2021-H1").unwrap());
        assert_eq!(world.values(&query, &["members.admitted"]), [1]);
    });
}
