//! Units: every refusal with its case, and what joining, dividing, renaming, reclassifying, ending and restoring do to
//! figures.

mod record;
mod rehearsal;
mod tree;

use kernel::{Block, Id, Period, Refusal, UnitKind};

use super::*;
use crate::figures::Query;
use crate::figures::tests::{World, day, dump, on_books, paper, proven};
use crate::memberships::{EventKind, NewEvent};
use crate::people::Sex;

/// A province `h`, its districts `k` and `l`, and two unions under `k`; the clock stands on 30/6/2021.
#[expect(clippy::many_single_char_names, reason = "the units are called so in the cases")]
fn with_districts(test: impl Fn(&World<'_>, &Units)) {
    on_books(|world| {
        world.clock.move_to(day("2021-06-30"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let h = brought("h", UnitKind::Province, None);
        let [k, l] = ["k", "l"].map(|code| brought(code, UnitKind::District, Some(h)));
        let [a, b] = ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(k)));
        test(world, &Units { h, k, l, a, b });
        proven(world);
    });
}

struct Units {
    h: Id,
    k: Id,
    l: Id,
    a: Id,
    b: Id,
}

fn code(result: crate::Result<()>) -> &'static str {
    result.unwrap_err().refusal().map_or("failed", |refusal: &Refusal| refusal.code)
}

fn half() -> Period {
    Period::parse("2021-H1").unwrap()
}

#[test]
fn every_refusal_of_an_event_of_a_unit_has_its_case() {
    with_districts(|world, &Units { h, k, l, a, b }| {
        let (app, actor, paper) = (&world.app, &world.actor, paper("5/QĐ"));
        let before = dump(world);
        let on = |text| day(text);
        let nowhere = Id(1);
        let moved = |unit, text, to, paper| code(move_unit(app, actor, unit, on(text), to, paper));
        let ended = |unit, text, paper| {
            code(end_unit(app, actor, unit, on(text), false, "giải thể", paper))
        };
        let class = (UnitKind::Guild, Block::TradeGuild);
        for (told, expected) in [
            (moved(nowhere, "2021-02-01", l, Some(&paper)), "unknown_unit"),
            (moved(a, "2021-02-01", nowhere, Some(&paper)), "unknown_unit"),
            (moved(a, "2019-12-31", l, Some(&paper)), "unit_not_open"),
            (moved(a, "2021-07-01", l, Some(&paper)), "after_last_day"),
            (moved(a, "2021-02-01", l, None), "document_missing"),
            (moved(h, "2021-02-01", k, Some(&paper)), "cycle_in_managers"),
            (moved(k, "2021-02-01", a, Some(&paper)), "cycle_in_managers"),
            (moved(a, "2021-02-01", a, Some(&paper)), "cycle_in_managers"),
            (ended(a, "2021-02-01", None), "document_missing"),
            (ended(k, "2021-02-01", Some(&paper)), "not_disposed_of"),
            (ended(a, "2021-07-01", Some(&paper)), "after_last_day"),
            (ended(a, "2019-01-01", Some(&paper)), "unit_not_open"),
            (code(rename(app, actor, a, on("2019-01-01"), "Tên", &paper)), "unit_not_open"),
            (code(rename(app, actor, a, on("2021-01-01"), "  ", &paper)), "bad_name"),
            (
                code(reclassify(app, actor, nowhere, on("2021-01-01"), class, &paper)),
                "unknown_unit",
            ),
            (code(restore(app, actor, b, on("2021-02-01"), &paper)), "not_ended"),
            (code(suspend(app, actor, b, on("2019-02-01"), false, "vắng")), "unit_not_open"),
            (moved(a, "2020-01-01", l, Some(&paper)), "second_manager"),
            (
                code(rules::must_have_as_many(5, 6, "Đơn vị a").map_err(crate::Error::from)),
                "more_leave_than_there_are",
            ),
            (
                code(rules::check_people(Some(-1)).map_err(crate::Error::from)),
                "bad_number_of_people",
            ),
            (
                code(rules::check_people(Some(100_000_001)).map_err(crate::Error::from)),
                "bad_number_of_people",
            ),
            (
                code(succeed(
                    app,
                    actor,
                    on("2021-02-01"),
                    &[Succession {
                        unit: a,
                        shares: vec![Share { to: b, people: Some(Vec::new()) }],
                        ends: false,
                    }],
                    &paper,
                )),
                "nobody_chosen",
            ),
        ] {
            assert_eq!(told, expected);
        }
        assert_eq!(dump(world), before, "a refusal leaves nothing");
    });
}

#[test]
fn a_code_is_plain_and_used_once() {
    with_districts(|world, &Units { k, .. }| {
        for (new, expected) in [("a", "code_taken"), ("Đơn Vị", "bad_code"), ("", "bad_code")] {
            let unit = NewUnit {
                code: new.to_owned(),
                name: "Công đoàn".to_owned(),
                kind: UnitKind::Grassroots,
                block: Block::Other,
                address: None,
                employer: None,
                manager: Some(k),
                from: day("2021-01-01"),
                entry: Entry::Founded,
                method: None,
                members: None,
                document: None,
                import: None,
            };
            let told = open_unit(&world.app, &world.actor, &unit);
            assert_eq!(code(told.map(drop)), expected, "{new:?}");
        }
    });
}

const MOVES: [&str; 5] = [
    "members.opening",
    "members.transferred_in",
    "members.transferred_out",
    "members.ended_with_unit",
    "members.closing",
];

#[test]
fn a_merged_unit_ends_and_its_members_stand_at_the_successor() {
    with_districts(|world, &Units { a, b, .. }| {
        world.admit(a, "2020-12-01", 4);
        world.admit(b, "2020-12-01", 3);
        let merge = Succession { unit: a, shares: vec![Share { to: b, people: None }], ends: true };
        succeed(&world.app, &world.actor, day("2021-03-01"), &[merge], &paper("6/QĐ")).unwrap();
        let of = |scope: &str| world.values(&Query::of(scope, half()), &MOVES);
        assert_eq!(of("a"), [4, 0, 4, 0, 0]);
        assert_eq!(of("b"), [3, 4, 0, 0, 7]);
        assert_eq!(of("k"), [7, 0, 0, 0, 7]);
        let units = world.values(&Query::of("k", half()), &["units.opening", "units.closing"]);
        assert_eq!(units, [2, 1]);
        let late = NewEvent::new(
            EventKind::Admitted,
            world.person("Vũ Thị Muộn", Sex::Female),
            a,
            day("2021-03-02"),
        );
        let refused = crate::memberships::record(&world.app, &world.actor, &late).unwrap_err();
        assert_eq!(refused.refusal().unwrap().code, "unit_not_open");
    });
}

#[test]
fn shares_of_a_division_must_add_up() {
    with_districts(|world, &Units { a, b, k, .. }| {
        let people = world.admit(a, "2020-12-01", 4);
        let c = world.unit("c", UnitKind::Grassroots, Some(k), "2021-02-01", Entry::Formed);
        let stranger = world.admit(b, "2020-12-01", 1)[0];
        let try_it = |shares: &[(Id, Option<&[Id]>)], ends| {
            let shares = shares
                .iter()
                .map(|(to, people)| Share { to: *to, people: people.map(<[Id]>::to_vec) })
                .collect();
            let divided = Succession { unit: a, shares, ends };
            succeed(&world.app, &world.actor, day("2021-02-01"), &[divided], &paper("7/QĐ"))
        };
        let short = try_it(&[(b, Some(&people[..2]))], true);
        assert_eq!(code(short), "shares_do_not_add_up");
        let twice = try_it(&[(b, Some(&people[..2])), (c, Some(&people[1..]))], true);
        assert_eq!(code(twice), "shares_do_not_add_up");
        let stray = try_it(&[(c, Some(&[stranger]))], false);
        assert_eq!(code(stray), "shares_do_not_add_up");
        try_it(&[(c, Some(&people[..1]))], false).unwrap();
        let closing = |scope: &str| world.values(&Query::of(scope, half()), &["members.closing"]);
        assert_eq!([closing("a"), closing("b"), closing("c")], [[3], [1], [1]]);
        try_it(&[(b, Some(&people[1..2])), (c, None)], true).unwrap();
        assert_eq!([closing("a"), closing("b"), closing("c")], [[0], [2], [3]]);
        assert_eq!(world.values(&Query::of("k", half()), &["units.closing"]), [2]);
    });
}

#[test]
fn a_new_name_holds_from_its_day_and_is_found() {
    with_districts(|world, &Units { a, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        rename(app, actor, a, day("2021-02-01"), "Công đoàn Sao Mai", &paper("8/QĐ")).unwrap();
        let found = find_units(app, actor, "sao mai", 10).unwrap();
        assert_eq!(found.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), ["a"]);
        assert_eq!(unit_card(app, actor, a, day("2021-03-01")).unwrap().name, "Công đoàn Sao Mai");
        assert!(find_units(app, actor, "không có", 10).unwrap().is_empty());
    });
}

#[test]
fn a_reclassified_unit_moves_between_the_columns_with_its_members() {
    with_districts(|world, &Units { a, b, .. }| {
        world.admit(a, "2020-12-01", 4);
        world.admit(b, "2020-12-01", 3);
        let class = (UnitKind::Grassroots, Block::Administrative);
        let on = day("2021-02-01");
        reclassify(&world.app, &world.actor, a, on, class, &paper("9/QĐ")).unwrap();
        let closing = |period: &str| {
            let query = Query::of("k", Period::parse(period).unwrap());
            let answer = breakdown(world, &query);
            (answer(Block::PrivateEnterprise), answer(Block::Administrative))
        };
        assert_eq!(closing("2021-01"), (7, 0));
        assert_eq!(closing("2021-02"), (3, 4));
        let all = world.values(&Query::of("k", half()), &MOVES);
        assert_eq!(all, [7, 0, 0, 0, 7], "the whole does not move");
    });
}

/// The closing members of a question by block.
fn breakdown(world: &World<'_>, query: &Query) -> impl Fn(Block) -> i64 {
    let codes = ["members.closing"];
    let columns =
        crate::figures::breakdown(&world.app, &world.actor, query, &codes, false).unwrap();
    move |block| {
        let of_block = columns.iter().filter(|(each, _, _)| *each == block.code());
        of_block.map(|(_, _, values)| values[0]).sum()
    }
}

#[test]
fn a_unit_that_changes_its_kind_joins_or_leaves_the_count_of_unions() {
    with_districts(|world, &Units { a, k, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        let team = (UnitKind::District, Block::PrivateEnterprise);
        reclassify(app, actor, a, day("2021-02-01"), team, &paper("9/QĐ")).unwrap();
        assert_eq!(world.values(&Query::of("k", half()), &["units.closing"]), [1]);
        let union = (UnitKind::Grassroots, Block::PrivateEnterprise);
        reclassify(app, actor, a, day("2021-04-01"), union, &paper("9/QĐ")).unwrap();
        assert_eq!(world.values(&Query::of("k", half()), &["units.closing"]), [2]);
        assert_eq!(subtree_now(app, actor, k, day("2021-06-30")).unwrap().len(), 2);
    });
}

#[test]
fn an_ended_unit_can_be_restored_and_its_members_come_back_one_by_one() {
    with_districts(|world, &Units { a, .. }| {
        let people = world.admit(a, "2020-12-01", 4);
        let (app, actor) = (&world.app, &world.actor);
        end_unit(app, actor, a, day("2021-02-01"), true, "hết", Some(&paper("10/QĐ"))).unwrap();
        let of = |codes: &[&str]| world.values(&Query::of("k", half()), codes);
        assert_eq!(of(&MOVES), [4, 0, 0, 4, 0]);
        assert_eq!(
            of(&["units.struck_off", "units.struck_off.members", "units.closing"]),
            [1, 4, 1]
        );
        let early = restore(app, actor, a, day("2021-02-01"), &paper("11/QĐ"));
        assert_eq!(code(early), "not_ended");
        restore(app, actor, a, day("2021-04-01"), &paper("11/QĐ")).unwrap();
        world.event(NewEvent::new(EventKind::Restored, people[0], a, day("2021-04-02")));
        assert_eq!(of(&["units.closing", "members.restored", "members.closing"]), [2, 1, 1]);
    });
}

#[test]
fn a_unit_does_not_end_before_what_its_books_already_tell() {
    with_districts(|world, &Units { a, .. }| {
        let people = world.admit(a, "2020-12-01", 2);
        world.event(NewEvent::new(EventKind::Left, people[0], a, day("2021-05-01")));
        let (app, actor) = (&world.app, &world.actor);
        let end =
            |text| end_unit(app, actor, a, day(text), false, "giải thể", Some(&paper("10/QĐ")));
        assert_eq!(code(end("2021-04-01")), "later_events");
        end("2021-05-01").unwrap();
        let values = world.values(&Query::of("k", half()), &["members.left", "members.closing"]);
        assert_eq!(values, [1, 0]);
    });
}

#[test]
fn an_employer_without_a_union_is_approached_until_one_is_founded() {
    with_districts(|world, &Units { k, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        let employer = Employer {
            name: "Công ty Hoa Sen".to_owned(),
            tax_number: Some("0101234567".to_owned()),
            address: None,
            workers: Some(40),
        };
        for on in ["2021-02-01", "2021-03-01"] {
            record_visit(app, actor, k, &employer, day(on), "hẹn lại").unwrap();
        }
        let late = record_visit(app, actor, k, &employer, day("2021-07-01"), "hẹn");
        assert_eq!(code(late.map(drop)), "after_last_day");
        let approached = || {
            let rows = prospects(app, actor, 0, 50).unwrap().into_iter();
            rows.map(|row| (row.employer, row.visits)).collect::<Vec<_>>()
        };
        assert_eq!(approached(), [(employer.clone(), 2)]);
        let id = app
            .write(actor, "units.record", "thử", |batch| add_employer(batch, &employer, None))
            .unwrap();
        let founded = NewUnit {
            code: "hoa-sen".to_owned(),
            name: "Công đoàn Hoa Sen".to_owned(),
            kind: UnitKind::Grassroots,
            block: Block::PrivateEnterprise,
            address: None,
            employer: Some(id),
            manager: Some(k),
            from: day("2021-04-01"),
            entry: Entry::Founded,
            method: Some(Method::New),
            members: Some(30),
            document: Some(paper("12/QĐ")),
            import: None,
        };
        open_unit(app, actor, &founded).unwrap();
        assert_eq!(approached(), []);
        let codes = ["units.founded", "units.founded.new_method", "units.founded.min_members"];
        assert_eq!(world.values(&Query::of("k", half()), &codes), [1, 1, 1]);
    });
}

#[test]
fn a_reader_who_names_no_unit_begins_at_the_province() {
    on_books(|world| {
        let home = || home(&world.app, &world.actor, day("2021-01-01")).unwrap();
        assert!(home().is_none());
        let since = "2020-01-01";
        world.unit("x", UnitKind::External, None, "2000-01-01", Entry::External);
        assert_eq!(home().unwrap().code, "x");
        world.unit("a", UnitKind::Grassroots, None, since, Entry::BroughtForward);
        assert_eq!(home().unwrap().code, "a");
        let tld = world.unit("tld", UnitKind::Confederation, None, since, Entry::BroughtForward);
        let h = world.unit("h", UnitKind::Province, Some(tld), since, Entry::BroughtForward);
        assert_eq!(home().unwrap().code, "tld", "it manages another");
        world.unit("k", UnitKind::District, Some(h), since, Entry::BroughtForward);
        let found = home().unwrap();
        assert_eq!((&*found.code, found.managers.len()), ("h", 1));
        let rows = find_units(&world.app, &world.actor, "đơn vị", 9).unwrap();
        let parents: Vec<_> = rows.iter().map(|row| (&*row.code, row.parent.as_deref())).collect();
        assert!(parents.contains(&("k", Some("Đơn vị h"))), "{parents:?}");
        assert!(parents.contains(&("tld", None)), "{parents:?}");
    });
}

#[test]
fn a_second_decision_about_the_manager_from_one_day_is_refused_until_the_first_is_taken_back() {
    with_districts(|world, &Units { h, l, a, .. }| {
        let (app, actor, on) = (&world.app, &world.actor, day("2021-02-01"));
        hand_over(app, actor, a, on, l, Some(&paper("5/QĐ"))).unwrap();
        let again = |to| code(hand_over(app, actor, a, on, to, Some(&paper("6/QĐ"))));
        assert_eq!([again(h), again(l)], ["second_manager", "second_manager"]);
        hand_over(app, actor, a, day("2021-02-02"), h, Some(&paper("6/QĐ"))).unwrap();
    });
}

#[test]
fn two_units_may_manage_each_other_at_different_times() {
    with_districts(|world, &Units { h, k, l, a, .. }| {
        world.admit(a, "2020-12-01", 4);
        let (app, actor, paper) = (&world.app, &world.actor, paper("5/QĐ"));
        let moved = |unit, on, to| move_unit(app, actor, unit, day(on), to, Some(&paper));
        moved(k, "2021-01-10", l).unwrap();
        assert_eq!(code(moved(l, "2021-01-20", k)), "cycle_in_managers");
        moved(k, "2021-03-01", h).unwrap();
        moved(l, "2021-03-02", k).unwrap();
        moved(a, "2021-04-01", l).unwrap();
        let of = |scope: &str, period: &str| {
            let query = Query::of(scope, Period::parse(period).unwrap());
            world.values(&query, &["members.closing", "units.closing"])
        };
        assert_eq!(
            [of("l", "2021-01"), of("l", "2021-03"), of("l", "2021-Q2")],
            [vec![4, 2], vec![0, 0], vec![4, 1]]
        );
        assert_eq!([of("k", "2021-02"), of("k", "2021-Q2")], [[4, 2], [4, 2]]);
    });
}

#[test]
fn a_change_told_late_holds_until_the_next_of_its_kind_and_leaves_the_others_alone() {
    with_districts(|world, &Units { a, .. }| {
        let (app, actor, paper) = (&world.app, &world.actor, paper("9/QĐ"));
        let section = (UnitKind::Section, Block::Education);
        rename(app, actor, a, day("2021-03-01"), "Công đoàn Hai", &paper).unwrap();
        reclassify(app, actor, a, day("2021-05-26"), section, &paper).unwrap();
        // Both are told after what came later: the name of March stays, and so does the class of June.
        rename(app, actor, a, day("2021-02-01"), "Công đoàn Một", &paper).unwrap();
        reclassify(app, actor, a, day("2021-01-10"), section, &paper).unwrap();
        let guild = (UnitKind::Guild, Block::TradeGuild);
        reclassify(app, actor, a, day("2021-04-01"), guild, &paper).unwrap();
        assert_eq!(unit_card(app, actor, a, day("2021-06-01")).unwrap().name, "Công đoàn Hai");
        let units = |period: &str| {
            let query = Query::of("k", Period::parse(period).unwrap());
            world.values(
                &query,
                &["units.opening", "units.formed", "units.dissolved", "units.closing"],
            )
        };
        assert_eq!(units("2021-01"), [2, 0, 1, 1]);
        assert_eq!(units("2021-Q2"), [1, 1, 1, 1]);
        assert_eq!(units("2021-04"), [1, 1, 0, 2]);
    });
}
