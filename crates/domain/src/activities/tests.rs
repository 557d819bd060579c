//! Registers: recorded, corrected, withdrawn; what is refused, in which order; what stands beside a figure.

mod ending;
mod people;

use kernel::{Actor, Block, Id, Period, Power, UnitKind};

use super::*;
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::figures::{Query, figure, trace};
use crate::people::Sex;
use crate::units::{Entry, reclassify};

/// District k over a non-state enterprise a, a school s and a state enterprise n.
fn with_units(test: impl Fn(&World<'_>, [Id; 4])) {
    on_books(|world| {
        world.clock.move_to(day("2024-01-15"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let k = brought("k", UnitKind::District, None);
        let [a, s, n] = ["a", "s", "n"].map(|code| brought(code, UnitKind::Grassroots, Some(k)));
        let class = |unit, block| {
            let class = (UnitKind::Grassroots, block);
            reclassify(&world.app, &world.actor, unit, day("2020-01-01"), class, &paper("2/QĐ"))
                .unwrap();
        };
        class(s, Block::Education);
        class(n, Block::StateEnterprise);
        test(world, [k, a, s, n]);
        proven(world);
    });
}

fn conference(form: &str, unit: Id, on: &str) -> NewActivity {
    NewActivity::new("conferences", form, unit, day(on))
}

fn put(world: &World<'_>, new: &NewActivity) -> crate::Result<Id> {
    record(&world.app, &world.actor, new)
}

fn refused<T: std::fmt::Debug>(told: crate::Result<T>) -> &'static str {
    match told {
        Err(crate::Error::Refused(refusal)) => refusal.code,
        told => panic!("{told:?}"),
    }
}

fn value(world: &World<'_>, scope: &str, indicator: &str) -> i64 {
    let query = Query::of(scope, Period::parse("2023").unwrap());
    let set = figure(&world.app, &world.actor, indicator, &query).unwrap();
    set.figures[0].value.unwrap_or_default()
}

fn seen(world: &World<'_>, record: Id) -> Id {
    card(&world.app, &world.actor, record).unwrap().version
}

#[test]
fn a_conference_counts_once_a_year_and_leads_back_to_its_record_and_paper() {
    with_units(|world, [_, a, ..]| {
        let new =
            NewActivity { document: Some(paper("7/BB")), ..conference("workers", a, "2023-12-05") };
        put(world, &new.count("summoned", 50).count("present", 48)).unwrap();
        assert_eq!(value(world, "k", "conferences.workers.held"), 1);
        assert_eq!(value(world, "k", "conferences.attendances"), 48);
        assert_eq!(refused(put(world, &conference("workers", a, "2023-12-20"))), "already_held");
        put(world, &conference("extraordinary", a, "2023-12-20")).unwrap();
        let query = Query::of("k", Period::parse("2023").unwrap());
        let told =
            trace(&world.app, &world.actor, "conferences.workers.held", &query, 0, 10).unwrap();
        assert_eq!(told.lines.len(), 1);
        assert_eq!(told.lines[0].event, "Hội nghị người lao động");
        assert_eq!(told.lines[0].document.as_deref(), Some("7/BB"));
    });
}

#[test]
fn every_fault_of_a_record_has_its_own_refusal() {
    with_units(|world, [k, a, s, n]| {
        let of = |new: NewActivity| refused(put(world, &new));
        assert_eq!(of(NewActivity::new("x", "", a, day("2023-12-05"))), "unknown_register");
        assert_eq!(of(conference("x", a, "2023-12-05")), "unknown_form");
        assert_eq!(of(conference("workers", a, "2024-12-05")), "after_last_day");
        assert_eq!(of(conference("workers", a, "2019-12-05")), "unit_not_open");
        assert_eq!(of(conference("workers", k, "2023-12-05")), "wrong_place");
        let long =
            NewActivity { last: Some(day("2022-01-01")), ..conference("workers", a, "2023-12-05") };
        assert_eq!(of(long), "days_out_of_order");
        let far = NewActivity { year: Some(2021), ..conference("workers", a, "2023-12-05") };
        assert_eq!(of(far), "year_far_from_day");
        assert_eq!(of(conference("workers", a, "2023-12-05").count("x", 1)), "unknown_field");
        assert_eq!(of(conference("workers", a, "2023-12-05").count("present", -1)), "bad_value");
        assert_eq!(of(conference("workers", a, "2023-12-05").text("manner", "x")), "bad_value");
        assert_eq!(of(conference("workers", s, "2023-12-05")), "wrong_form_for_block");
        assert_eq!(of(conference("officials", a, "2023-12-05")), "wrong_form_for_block");
        let more = conference("workers", a, "2023-12-05").count("summoned", 5).count("present", 6);
        assert_eq!(of(more), "part_more_than_whole");
        let few = conference("workers", n, "2023-12-05").count("summoned", 9).count("present", 5);
        assert_eq!(of(few), "no_quorum");
        let periodic = NewActivity::new("dialogues", "periodic", a, day("2023-12-05"));
        assert_eq!(of(periodic.clone()), "field_missing");
        assert_eq!(of(periodic.count("round", 0)), "bad_round");
        let term = NewActivity::new("congresses", "congress", a, day("2023-12-05"));
        let backwards = term.clone().count("term_from", 2028).count("term_to", 2023);
        assert_eq!(of(backwards), "term_ends_before_it_begins");
        assert_eq!(of(term.count("term_from", 2023).count("term_to", 2038)), "term_too_long");
        let care = NewActivity::new("care", "tet", k, day("2023-12-05")).text("level", "district");
        let shares = care.count("people", 3).count("cost", 10).count("from_union", 9);
        assert_eq!(of(shares), "shares_do_not_add_up");
        let vote = NewActivity::new("agreements", "new", a, day("2023-12-05"))
            .count("voted", 10)
            .day("effective_on", day("2023-12-06"));
        let vote = |for_it, to| vote.clone().count("in_favour", for_it).day("expires_on", day(to));
        assert_eq!(of(vote(5, "2025-12-06")), "no_majority");
        assert_eq!(of(vote(6, "2027-12-06")), "bad_term");
        put(world, &vote(6, "2026-12-06")).unwrap();
        let nobody = NewActivity::new("party", "introduced", a, day("2023-12-05"));
        assert_eq!(of(nobody), "nobody_named");
    });
}

#[test]
fn a_correction_takes_back_what_the_old_version_counted_and_a_withdrawal_takes_all() {
    with_units(|world, [_, a, ..]| {
        let class = |attendances: i64| {
            NewActivity::new("classes", "held", a, day("2023-05-10"))
                .text("for_whom", "members")
                .count("days", 1)
                .count("attendances", attendances)
        };
        let id = put(world, &class(40)).unwrap();
        let first = seen(world, id);
        correct(&world.app, &world.actor, first, id, &class(35)).unwrap();
        assert_eq!(value(world, "k", "classes.attendances"), 35);
        assert_eq!(value(world, "k", "classes.held"), 1);
        // Who saw the first version does not overwrite the second.
        let late = correct(&world.app, &world.actor, first, id, &class(50));
        assert_eq!(refused(late), "changed_meanwhile");
        let second = seen(world, id);
        assert_ne!(first, second);
        assert_eq!(refused(withdraw(&world.app, &world.actor, second, id, " ")), "reason_missing");
        withdraw(&world.app, &world.actor, second, id, "Ghi trùng").unwrap();
        assert_eq!(value(world, "k", "classes.attendances"), 0);
        assert_eq!(refused(card(&world.app, &world.actor, id)), "unknown_record");
    });
}

#[test]
fn an_upper_office_s_own_activity_is_never_added_to_that_of_its_units() {
    with_units(|world, [k, a, ..]| {
        for unit in [k, a] {
            let class = NewActivity::new("classes", "held", unit, day("2023-05-10"));
            let class = class.text("for_whom", "chairs").count("days", 1).count("attendances", 9);
            put(world, &class).unwrap();
        }
        assert_eq!(value(world, "k", "classes.held"), 1);
        assert_eq!(value(world, "k", "classes.held.own"), 1);
        assert_eq!(value(world, "k", "classes.chairs.own"), 1);
    });
}

#[test]
fn people_are_counted_at_both_steps_and_nobody_is_named_twice_unseen() {
    with_units(|world, [_, a, ..]| {
        let people = world.admit(a, "2023-01-10", 3);
        let new = |form: &str, people: &[Id]| NewActivity {
            people: people.to_vec(),
            ..NewActivity::new("party", form, a, day("2023-06-01"))
        };
        put(world, &new("introduced", &people)).unwrap();
        put(world, &new("admitted", &people[..1])).unwrap();
        assert_eq!(value(world, "k", "party.introduced"), 3);
        assert_eq!(value(world, "k", "party.admitted"), 1);
        assert_eq!(refused(put(world, &new("introduced", &people[..1]))), "named_before");
        let insists = NewActivity { despite_warnings: true, ..new("introduced", &people[..1]) };
        put(world, &insists).unwrap();
        assert_eq!(refused(put(world, &new("admitted", &[people[1], people[1]]))), "person_twice");
        let query = Query::of("k", Period::parse("2023").unwrap());
        let told = trace(&world.app, &world.actor, "party.admitted", &query, 0, 10).unwrap();
        assert_eq!(told.lines[0].person_id, Some(people[0].to_string()));
    });
}

#[test]
fn a_petition_is_answered_on_its_own_day() {
    with_units(|world, [_, a, ..]| {
        let raised = NewActivity::new("petitions", "", a, day("2022-12-28"));
        let raised = raised.text("raised_at", "dialogue").text("content", "Bữa ăn ca");
        let id = put(world, &raised).unwrap();
        let half = raised.clone().day("answered_on", day("2023-01-05"));
        let version = seen(world, id);
        let told = correct(&world.app, &world.actor, version, id, &half);
        assert_eq!(refused(told), "answer_incomplete");
        let whole = half.text("outcome", "granted");
        correct(&world.app, &world.actor, version, id, &whole).unwrap();
        assert_eq!(value(world, "k", "petitions.raised"), 0);
        assert_eq!(value(world, "k", "petitions.answered"), 1);
    });
}

#[test]
fn a_stated_count_stands_beside_the_register_and_is_never_added() {
    with_units(|world, [k, a, ..]| {
        put(world, &conference("workers", a, "2023-12-05")).unwrap();
        let stated = |value, reason: &str| NewStated {
            unit: k,
            indicator: "conferences.workers.held".to_owned(),
            period: Period::parse("2023").unwrap(),
            value,
            reason: reason.to_owned(),
            document: None,
        };
        let state = |new: &NewStated| state_count(&world.app, &world.actor, new);
        assert_eq!(refused(state(&stated(Some(4), ""))), "reason_missing");
        state(&stated(Some(4), "Ba đơn vị chưa gửi biên bản")).unwrap();
        let query = Query::of("k", Period::parse("2023").unwrap());
        let set = || figure(&world.app, &world.actor, "conferences.workers.held", &query).unwrap();
        let told = set().figures.remove(0);
        assert_eq!(told.value, Some(1));
        let stands = told.stated.unwrap();
        assert_eq!((stands.value, stands.difference), (4, 3));
        state(&stated(None, "Đã gửi đủ")).unwrap();
        assert_eq!(set().figures.remove(0).stated, None);
    });
}

#[test]
fn a_list_shows_what_was_done_under_the_scope_and_its_sums() {
    with_units(|world, [k, a, ..]| {
        let people = world.admit(a, "2023-01-10", 2);
        for (on, form) in [("2023-05-10", "held"), ("2023-06-10", "held"), ("2022-06-10", "held")] {
            let class = NewActivity {
                people: people.clone(),
                ..NewActivity::new("classes", form, k, day(on))
            };
            put(world, &class.text("for_whom", "members").count("days", 1).count("attendances", 9))
                .unwrap();
        }
        let register = find("classes").unwrap();
        let asked = Asked { most: 1, ..Asked::default() };
        let period = Period::parse("2023").unwrap();
        let page = list(&world.app, &world.actor, register, ("k", period), &asked).unwrap();
        assert_eq!((page.rows.len(), page.total, page.distinct), (1, 2, 2));
        assert_eq!(page.rows[0].on, day("2023-06-10"));
        assert!(page.sums.contains(&("attendances", 18)));
        let page = list(&world.app, &world.actor, register, ("a", period), &asked).unwrap();
        assert_eq!(page.total, 0);
    });
}

#[test]
fn a_list_goes_in_line_by_line_and_bad_lines_come_back_with_their_reason() {
    with_units(|world, [k, ..]| {
        let register = find("conferences").unwrap();
        let text = "Mã đơn vị\tĐơn vị\tLoại\tNgày\tSố người có mặt\n\
            a\t\tHội nghị người lao động\t5/12/2023\t40\n\
            \tĐơn vị n\tworkers\t2023-12-06\t12\n\
            a\t\tworkers\t7/12/2023\t\n\
            s\t\tworkers\t7/12/2023\t\n\
            zzz\t\tworkers\t7/12/2023\t\n";
        let seen = look_at_lines(&world.app, &world.actor, register, k, text).unwrap();
        let told = |lines: &[TakenLine]| -> Vec<Option<&'static str>> {
            lines.iter().map(|line| line.refusal.as_ref().map(|no| no.code)).collect()
        };
        let expected =
            [None, None, Some("already_held"), Some("wrong_form_for_block"), Some("unknown_unit")];
        assert_eq!(told(&seen), expected);
        assert_eq!(value(world, "k", "conferences.workers.held"), 0, "looking writes nothing");
        let taken = take_lines(&world.app, &world.actor, register, k, text).unwrap();
        assert_eq!(told(&taken), expected);
        assert_eq!(value(world, "k", "conferences.workers.held"), 1);
        assert_eq!(value(world, "k", "conferences.attendances"), 52);
        let heads = take_lines(&world.app, &world.actor, register, k, "a\tb\n");
        assert_eq!(refused(heads), "headings_missing");
    });
}

#[test]
fn a_clerk_outside_the_unit_neither_writes_nor_reads_and_who_may_not_see_people_sees_no_names() {
    with_units(|world, [_, a, s, _]| {
        let people = world.admit(a, "2023-01-10", 1);
        let id = put(
            world,
            &NewActivity {
                people,
                ..NewActivity::new("party", "introduced", a, day("2023-06-01"))
            },
        );
        let id = id.unwrap();
        let at = |unit, powers: &[Power]| {
            let hold =
                kernel::actor::Hold { post: Id(1), unit, below: true, powers: powers.to_vec() };
            Actor::with_posts("cán bộ", Id(2), vec![hold])
        };
        let all = [Power::ReadFigures, Power::ReadPeople, Power::RecordActivities];
        let elsewhere = at(s, &all);
        let new = conference("workers", a, "2023-12-05");
        assert_eq!(refused(record(&world.app, &elsewhere, &new)), "out_of_reach");
        assert_eq!(refused(card(&world.app, &elsewhere, id)), "unknown_record");
        let version = seen(world, id);
        let told = withdraw(&world.app, &elsewhere, version, id, "x");
        assert_eq!(refused(told), "out_of_reach");
        let reader = at(a, &[Power::ReadFigures]);
        let shown = card(&world.app, &reader, id).unwrap();
        assert!(shown.people.is_none() && shown.named == 1);
        assert_eq!(refused(record(&world.app, &reader, &new)), "not_allowed");
        assert!(card(&world.app, &at(a, &all), id).unwrap().people.is_some());
        // Nobody outside one's reach is named either.
        let stranger = world.person("Trần Văn B", Sex::Male);
        let named = NewActivity {
            people: vec![stranger],
            ..NewActivity::new("party", "introduced", a, day("2023-07-01"))
        };
        assert_eq!(refused(record(&world.app, &at(a, &all), &named)), "out_of_reach");
    });
}

#[test]
fn averages_are_weighted_when_units_are_told_together_and_only_the_last_return_counts() {
    with_units(|world, [_, a, _, n]| {
        let of = |unit, on, workers, wage| {
            let new = NewActivity::new("headcount", "", unit, day(on)).count("workers", workers);
            put(world, &new.count("wage", wage).count("wage_of", workers)).unwrap();
        };
        of(a, "2023-03-01", 500, 1_000_000);
        of(a, "2023-11-01", 10, 6_000_000);
        of(n, "2023-11-01", 30, 10_000_000);
        let register = find("headcount").unwrap();
        let asked = Asked { most: 10, ..Asked::default() };
        let period = Period::parse("2023").unwrap();
        let page = list(&world.app, &world.actor, register, ("k", period), &asked).unwrap();
        let standing = page.standing.unwrap();
        assert_eq!(standing.units, 2);
        assert!(standing.values.contains(&("workers", 40)), "{standing:?}");
        assert!(standing.values.contains(&("wage", 9_000_000)), "{standing:?}");
    });
}

#[test]
fn the_texts_of_a_confidential_register_are_for_who_may_read_the_unit_s_members() {
    with_units(|world, [_, a, ..]| {
        let new = NewActivity::new("legal-advice", "advice", a, day("2023-06-01"));
        let new =
            new.text("field", "wage").count("asked_by", 2).text("content", "Nợ lương ba tháng");
        let id = put(world, &NewActivity { title: "Chị H.".to_owned(), ..new }).unwrap();
        let hold = |powers: &[Power]| kernel::actor::Hold {
            post: Id(1),
            unit: a,
            below: true,
            powers: powers.to_vec(),
        };
        let at = |powers: &[Power]| Actor::with_posts("ai đó", Id(2), vec![hold(powers)]);
        let (reader, clerk) =
            (at(&[Power::ReadFigures]), at(&[Power::ReadFigures, Power::ReadPeople]));
        let shown = card(&world.app, &reader, id).unwrap();
        assert!(shown.title.is_empty() && !shown.values.contains_key("content"));
        assert_eq!(shown.number("asked_by"), Some(2));
        assert!(card(&world.app, &clerk, id).unwrap().values.contains_key("content"));
        let asked = Asked { most: 10, ..Asked::default() };
        let of_2023 = ("a", Period::parse("2023").unwrap());
        let register = find("legal-advice").unwrap();
        let page = list(&world.app, &reader, register, of_2023, &asked).unwrap();
        assert!(page.rows[0].title.is_empty() && !page.rows[0].values.contains_key("content"));
    });
}

#[test]
fn what_registers_describe_can_be_written_and_printed() {
    for register in REGISTERS {
        assert!(!register.forms.is_empty(), "{}", register.code);
        for field in register.fields {
            assert!(field.forms.iter().all(|form| register.form(form).is_some()), "{}", field.code);
            assert!(!COMMON_FIELDS.contains(&field.code), "{} {}", register.code, field.code);
        }
        for code in register.indicators {
            assert!(crate::figures::find_indicator(code).is_some(), "{code}");
        }
        assert_eq!(columns(register).len(), 9 + register.fields.len());
    }
}

/// Names that the form of every record has already.
const COMMON_FIELDS: [&str; 6] = ["unit", "on", "last", "year", "title", "form"];
