//! Pairs that may be one person: they come with the people, go with a merge or a word of people, and stay within reach.

use kernel::actor::Hold;
use kernel::{Actor, Power};

use super::*;
use crate::people::{Suspects, merges, suspects, tell_apart, told_apart};

fn pairs(told: &Suspects) -> Vec<(Id, Id)> {
    told.pairs.iter().map(|pair| (pair.earlier.row.id, pair.later.row.id)).collect()
}

/// Two of one name in `a`, and one with the number of the first in `b`; all of them members.
fn three(world: &World<'_>, [a, b]: [Id; 2]) -> [Id; 3] {
    let first = world.new_person(&someone("Ngô Thị Hoà", Some(NUMBER)));
    let second = world.new_person(&someone("Ngô Thị Hòa", None));
    let other = NewPerson { birth: None, ..someone("Ngô Hoa", Some(NUMBER)) };
    let third = world.new_person(&other);
    for (person, unit) in [(first, a), (second, a), (third, b)] {
        world.event(NewEvent::new(EventKind::Admitted, person, unit, day("2021-01-05")));
    }
    [first, second, third]
}

#[test]
fn pairs_come_with_the_people_the_latest_first_and_say_what_agrees() {
    with_unions(|world, units| {
        let [first, second, third] = three(world, units);
        let (app, actor) = (&world.app, &world.actor);
        let k = units::scope_of_code(app, actor, "k").unwrap();
        let told = suspects(app, actor, k, None, 10).unwrap();
        assert_eq!(pairs(&told), [(first, third), (first, second)]);
        assert_eq!(told.next, None);
        let scores: Vec<i64> = told.pairs.iter().map(|pair| pair.likeness.score).collect();
        // Number 50, sex 5, joined 5, another name takes 20; name 20, birth 20, sex 5, joined 5, unit 5.
        assert_eq!(scores, [40, 55]);
        assert_eq!(told.pairs[0].earlier.cccd_masked.as_deref(), Some("••••••••3456"));
        // A page at a time.
        let one = suspects(app, actor, k, None, 1).unwrap();
        assert_eq!((pairs(&one), one.next), (vec![(first, third)], Some((third, first))));
        let rest = suspects(app, actor, k, one.next, 1).unwrap();
        assert_eq!((pairs(&rest), rest.next), (vec![(first, second)], None));
        // A correction makes pairs, and takes them away.
        let renamed = NewPerson { birth: None, ..someone("Lê Thị Mai", None) };
        correct(app, actor, second, &renamed).unwrap();
        assert_eq!(pairs(&suspects(app, actor, k, None, 10).unwrap()), [(first, third)]);
        correct(app, actor, second, &someone("Ngô Thị Hoà", None)).unwrap();
        assert_eq!(suspects(app, actor, k, None, 10).unwrap().pairs.len(), 2);
    });
}

#[test]
fn a_pair_told_apart_does_not_come_back_until_that_is_taken_back() {
    with_unions(|world, units| {
        let [first, second, third] = three(world, units);
        let (app, actor) = (&world.app, &world.actor);
        let k = units::scope_of_code(app, actor, "k").unwrap();
        tell_apart(app, actor, (first, second), true, Some(" chị em họ ")).unwrap();
        let listed = || pairs(&suspects(app, actor, k, None, 10).unwrap());
        assert_eq!(listed(), [(first, third)]);
        assert_eq!(code(tell_apart(app, actor, (second, first), true, None)), "already_apart");
        assert_eq!(code(tell_apart(app, actor, (first, first), true, None)), "same_person");
        // What is known is written again: the pair stays away.
        correct(app, actor, second, &someone("Ngô Thị Hòa", None)).unwrap();
        assert_eq!(listed(), [(first, third)]);
        let (told, more) = told_apart(app, actor, k, None, 10).unwrap();
        assert_eq!((told.len(), more), (1, false));
        assert_eq!((told[0].other, told[0].person), (first, second));
        assert_eq!(told[0].why.as_deref(), Some("chị em họ"));
        tell_apart(app, actor, (first, second), false, None).unwrap();
        assert_eq!(listed(), [(first, third), (first, second)]);
        assert_eq!(told_apart(app, actor, k, None, 10).unwrap().0.len(), 0);
        assert_eq!(code(tell_apart(app, actor, (first, second), false, None)), "not_apart");
    });
}

#[test]
fn a_merge_is_listed_until_it_is_taken_back_and_its_pairs_go_and_come_with_it() {
    with_unions(|world, units| {
        let [first, second, third] = three(world, units);
        let (app, actor) = (&world.app, &world.actor);
        let k = units::scope_of_code(app, actor, "k").unwrap();
        let before = dump(world);
        merge(app, actor, first, second).unwrap();
        assert_eq!(pairs(&suspects(app, actor, k, None, 10).unwrap()), [(first, third)]);
        let (told, more) = merges(app, actor, k, None, 10).unwrap();
        assert_eq!((told.len(), more), (1, false));
        assert_eq!((told[0].dropped, told[0].kept), (second, first));
        unmerge(app, actor, second).unwrap();
        assert_eq!(merges(app, actor, k, None, 10).unwrap().0.len(), 0);
        assert_eq!(suspects(app, actor, k, None, 10).unwrap().pairs.len(), 2);
        assert_eq!(dump(world), before);
    });
}

#[test]
fn a_pair_that_is_missing_or_too_many_is_found_by_the_doctor() {
    for sql in [
        "DELETE FROM suspect_pair WHERE person_id = (SELECT MIN(person_id) FROM suspect_pair)",
        "DELETE FROM suspect_pair WHERE person_id = (SELECT MAX(person_id) FROM suspect_pair)",
        "UPDATE suspect_pair SET other_id = other_id - 1 WHERE person_id = (SELECT MAX(person_id) FROM suspect_pair)",
    ] {
        on_books(|world| {
            world.clock.move_to(day("2021-06-30"));
            let brought = |code| {
                world.unit(code, UnitKind::Grassroots, None, "2020-01-01", Entry::BroughtForward)
            };
            three(world, [brought("a"), brought("b")]);
            proven(world);
            assert!(world.test.db.write(|tx| tx.execute(sql, &[])).unwrap() > 0, "{sql}");
            let report =
                crate::books::doctor::examine(&world.app, &world.actor, &mut |_| {}).unwrap();
            assert!(report.findings.iter().any(|found| found.law == "pairs"), "{sql}");
        });
    }
}

#[test]
fn who_answers_for_one_of_two_is_told_of_neither_and_decides_nothing() {
    with_unions(|world, units| {
        let [first, second, third] = three(world, units);
        let app = &world.app;
        let powers = vec![Power::RecordMembers, Power::ReadPeople];
        let hold = Hold { post: Id(1), unit: units[0], below: true, powers };
        let clerk = Actor::with_posts("thư ký", Id(1), vec![hold]);
        let told = suspects(app, &clerk, units[0], None, 10).unwrap();
        assert_eq!(pairs(&told), [(first, second)], "the other is a member elsewhere");
        assert_eq!(code(tell_apart(app, &clerk, (first, third), true, None)), "out_of_reach");
        assert_eq!(code(merge(app, &clerk, first, third)), "out_of_reach");
        assert_eq!(code(suspects(app, &clerk, units[1], None, 10)), "out_of_reach");
        assert_eq!(code(merges(app, &clerk, units[1], None, 10)), "out_of_reach");
        let reader = Actor::with_powers("người xem", &[Power::ReadPeople]);
        assert_eq!(code(suspects(app, &reader, units[0], None, 10)), "not_allowed");
    });
}
