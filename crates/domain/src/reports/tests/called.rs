//! Calls: who owes what by when, in time or late by the program's own clock, locked after the day, reopened from above.

use kernel::actor::Hold;
use kernel::{Actor, Id, Period, Power, UnitKind};

use super::super::*;
use super::{code, of_union, step, typed};
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::units::{Entry, hand_over};

/// A district with two unions, on a day before the calls: the program's clock never goes back.
fn with_district(test: impl Fn(&World<'_>, [Id; 3])) {
    on_books(|world| {
        world.clock.move_to(day("2021-05-20"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let k = brought("k", UnitKind::District, None);
        let [a, b] = ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(k)));
        test(world, [k, a, b]);
        proven(world);
    });
}

fn period() -> Period {
    Period::parse("2020-12-01..2021-05-31").unwrap()
}

fn new(due: &str) -> NewCall {
    NewCall {
        form: "1_hdcd".to_owned(),
        period: period(),
        due: day(due),
        remind: vec![7, 1],
        locks: true,
        note: Some("Nộp trước giao ban".to_owned()),
        units: Vec::new(),
    }
}

fn called(world: &World<'_>, k: Id, due: &str) -> Id {
    send_call(&world.app, &world.actor, k, &new(due)).unwrap()
}

fn counts(world: &World<'_>, call: Id) -> Counts {
    completeness(&world.app, &world.actor, call).unwrap().2
}

fn file(world: &World<'_>, unit: Id) -> Result<Report, &'static str> {
    type_cells(&world.app, &world.actor, &of_union(unit), &[typed("1", 10)]).map_err(code)?;
    step(world, &of_union(unit), Step::Submit)
}

fn at(unit: Id, powers: &[Power]) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: powers.to_vec() };
    Actor::with_posts("Lê Thị Sổ", Id(1), vec![hold])
}

#[test]
fn units_are_on_time_late_or_missing_by_the_program_s_clock_and_the_rates_are_exact() {
    with_district(|world, [k, a, b]| {
        world.clock.move_to(day("2021-06-01"));
        let call =
            send_call(&world.app, &world.actor, k, &NewCall { locks: false, ..new("2021-06-10") });
        let call = call.unwrap();
        assert_eq!(counts(world, call), Counts { owed: 2, awaited: 2, ..Counts::default() });
        world.clock.move_to(day("2021-06-10"));
        file(world, a).unwrap();
        world.clock.move_to(day("2021-06-13"));
        let (_, rows, told) = completeness(&world.app, &world.actor, call).unwrap();
        assert_eq!(told, Counts { owed: 2, on_time: 1, missing: 1, ..Counts::default() });
        let of = |unit: Id| rows.iter().find(|row| row.unit == unit).unwrap();
        assert_eq!((of(a).filing, of(b).filing), (Filing::OnTime, Filing::Missing(3)));
        file(world, b).unwrap();
        step(world, &of_union(a), Step::Approve).unwrap();
        let told = counts(world, call);
        let expected = Counts { owed: 2, on_time: 1, late: 1, approved: 1, ..Counts::default() };
        assert_eq!((told, told.filed()), (expected, 2));
        step(world, &of_union(b), Step::Return).unwrap();
        let expected = Counts { late: 0, returned: 1, ..expected };
        assert_eq!(counts(world, call), expected, "what is being mended is not there");
    });
}

#[test]
fn a_locked_report_takes_nothing_until_the_unit_above_gives_another_day() {
    with_district(|world, [k, a, b]| {
        world.clock.move_to(day("2021-06-01"));
        let call = called(world, k, "2021-06-10");
        file(world, b).unwrap();
        world.clock.move_to(day("2021-06-11"));
        assert_eq!(file(world, a).unwrap_err(), "report_locked");
        assert_eq!(step(world, &of_union(a), Step::Submit), Err("report_locked"));
        let own = at(a, &[Power::WriteReports, Power::ApproveReports, Power::ReadFigures]);
        let later = day("2021-06-20");
        let refused = extend(&world.app, &own, call, a, later, "xin thêm ngày").map_err(code);
        assert_eq!(refused, Err("out_of_reach"), "who owes does not give itself another day");
        extend(&world.app, &world.actor, call, a, later, "mất điện").unwrap();
        file(world, a).unwrap();
        assert_eq!(counts(world, call), Counts { owed: 2, on_time: 2, ..Counts::default() });

        // What was sent back from above may be filed again though the day is over.
        step(world, &of_union(b), Step::Return).unwrap();
        file(world, b).unwrap();
        // What was approved is taken up again by the unit above, not by the unit itself.
        step(world, &of_union(b), Step::Approve).unwrap();
        let own = at(b, &[Power::WriteReports, Power::ApproveReports, Power::ReadFigures]);
        let again = act(&world.app, &own, &of_union(b), Step::Reopen, Some("sửa số"), &[]);
        assert_eq!(again.map_err(code).unwrap_err(), "own_report");
        step(world, &of_union(b), Step::Reopen).unwrap();
    });
}

#[test]
fn a_unit_let_off_leaves_the_denominator_and_a_call_taken_back_is_owed_by_nobody() {
    with_district(|world, [k, a, b]| {
        world.clock.move_to(day("2021-06-01"));
        let call = called(world, k, "2021-06-10");
        let_off(&world.app, &world.actor, call, a, "mới thành lập").unwrap();
        let expected = Counts { owed: 1, awaited: 1, let_off: 1, ..Counts::default() };
        assert_eq!(counts(world, call), expected);
        assert_eq!(owed(&world.app, &world.actor, a).unwrap(), []);
        withdraw(&world.app, &world.actor, call).unwrap();
        assert_eq!(owed(&world.app, &world.actor, b).unwrap(), []);
        assert_eq!(calls(&world.app, &world.actor, k).unwrap(), []);
        let gone = completeness(&world.app, &world.actor, call).map_err(code);
        assert_eq!(gone.unwrap_err(), "unknown_call");
        world.clock.move_to(day("2021-07-01"));
        file(world, b).unwrap();
    });
}

#[test]
fn who_owes_and_who_waits_is_told_when_the_day_comes_near() {
    with_district(|world, [k, a, b]| {
        world.clock.move_to(day("2021-06-01"));
        called(world, k, "2021-06-30");
        let told = owed(&world.app, &world.actor, a).unwrap();
        assert_eq!(told.len(), 1);
        assert!(!told[0].is_pressing && !told[0].is_locked);
        assert_eq!(waiting(&world.app, &world.actor, k).unwrap(), Waits::default());
        world.clock.move_to(day("2021-06-23"));
        assert!(owed(&world.app, &world.actor, a).unwrap()[0].is_pressing);
        file(world, b).unwrap();
        let waits = waiting(&world.app, &world.actor, k).unwrap();
        assert_eq!(waits.to_approve, [("1_hdcd".to_owned(), period(), 1)]);
        assert_eq!(waits.missing.iter().map(|(_, open)| *open).collect::<Vec<_>>(), [1]);
        world.clock.move_to(day("2021-07-01"));
        assert!(owed(&world.app, &world.actor, a).unwrap()[0].is_locked);
        assert_eq!(owed(&world.app, &world.actor, b).unwrap(), [], "filed is not owed");
    });
}

#[test]
fn a_second_call_takes_the_place_of_the_first_and_lets_off_whom_it_no_longer_names() {
    with_district(|world, [k, a, b]| {
        world.clock.move_to(day("2021-06-01"));
        let first = called(world, k, "2021-06-10");
        let second = NewCall { units: vec![b], ..new("2021-06-15") };
        let second = send_call(&world.app, &world.actor, k, &second).unwrap();
        assert_eq!(owed(&world.app, &world.actor, a).unwrap(), []);
        assert_eq!(owed(&world.app, &world.actor, b).unwrap()[0].due, day("2021-06-15"));
        let gone = completeness(&world.app, &world.actor, first).map_err(code);
        assert_eq!(gone.unwrap_err(), "unknown_call");
        assert_eq!(counts(world, second).owed, 1);
    });
}

#[test]
fn what_its_new_manager_asks_of_a_unit_is_not_taken_back_by_the_one_before() {
    with_district(|world, [k, a, b]| {
        let l = world.unit("l", UnitKind::District, None, "2020-01-01", Entry::BroughtForward);
        world.clock.move_to(day("2021-06-01"));
        let first = called(world, k, "2021-06-10");
        let on = day("2021-06-01");
        hand_over(&world.app, &world.actor, a, on, l, Some(&paper("2/QĐ"))).unwrap();
        let second = called(world, l, "2021-06-20");
        assert_eq!((counts(world, first).owed, counts(world, second).owed), (1, 1));
        let later = extend(&world.app, &world.actor, first, a, day("2021-06-30"), "vì");
        assert_eq!(later.map_err(code), Err("not_called_from_here"));
        let third = called(world, k, "2021-06-12");
        withdraw(&world.app, &world.actor, third).unwrap();
        assert_eq!(owed(&world.app, &world.actor, b).unwrap(), []);
        let still = owed(&world.app, &world.actor, a).unwrap();
        assert_eq!(still.iter().map(|each| each.due).collect::<Vec<_>>(), [day("2021-06-20")]);
    });
}

#[test]
fn a_call_that_makes_no_sense_is_refused_by_name() {
    with_district(|world, [k, a, _]| {
        world.clock.move_to(day("2021-06-05"));
        let send =
            |unit: Id, new: &NewCall| send_call(&world.app, &world.actor, unit, new).map_err(code);
        let good = new("2021-06-10");
        let note = Some("x".repeat(501));
        let upper = Period::parse("2021-H1").unwrap();
        for (changed, expected) in [
            (NewCall { form: "khong".to_owned(), ..good.clone() }, "unknown_form"),
            (NewCall { period: upper, ..good.clone() }, "period_not_of_form"),
            (NewCall { due: day("2021-05-31"), ..good.clone() }, "due_before_end"),
            (NewCall { due: day("2021-06-04"), ..good.clone() }, "due_past"),
            (NewCall { remind: vec![0], ..good.clone() }, "bad_reminder"),
            (NewCall { remind: vec![1, 2, 3, 4, 5, 6], ..good.clone() }, "bad_reminder"),
            (NewCall { note, ..good.clone() }, "note_too_long"),
            (NewCall { units: vec![k], ..good.clone() }, "not_called_from_here"),
        ] {
            assert_eq!(send(k, &changed), Err(expected));
        }
        assert_eq!(send(a, &good), Err("nobody_called"), "nobody stands below a union");
        let upper = NewCall { form: "2_hdcd".to_owned(), ..good.clone() };
        assert_eq!(send(k, &upper), Err("nobody_called"), "the form of another level");
        let reader = at(k, &[Power::ReadFigures, Power::WriteReports]);
        let refused = send_call(&world.app, &reader, k, &good).map_err(code);
        assert_eq!(refused, Err("not_allowed"));
        let call = send(k, &good).unwrap();
        let extended = |due: &str, reason: &str| {
            extend(&world.app, &world.actor, call, a, day(due), reason).map_err(code)
        };
        assert_eq!(extended("2021-06-04", "vì"), Err("due_past"));
        assert_eq!(extended("2021-06-12", " "), Err("reason_missing"));
        let stranger = extend(&world.app, &world.actor, call, k, day("2021-06-12"), "vì");
        assert_eq!(stranger.map_err(code), Err("not_called_from_here"));
    });
}
