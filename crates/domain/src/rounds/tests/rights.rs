//! Who may do what where, and what waits for whom.

use kernel::actor::Hold;
use kernel::{Actor, Power};

use super::*;

fn at(unit: Id, powers: &[Power]) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: powers.to_vec() };
    Actor::with_posts("cán bộ", Id(8), vec![hold])
}

fn clerk(unit: Id) -> Actor {
    at(unit, &[Power::ReadPeople, Power::RecordHonours])
}

#[test]
fn each_rung_is_worked_by_its_own_people_and_by_those_above_and_by_nobody_else() {
    with_tree(|world, tree| {
        let app = &world.app;
        let [below, aside] = tree.unions.map(clerk);
        let (district, city) = (clerk(tree.district), clerk(tree.city));
        assert_eq!(no(open_round(app, &district, &of_city(tree))), "out_of_reach");
        let round = open_round(app, &city, &of_city(tree)).unwrap();
        let new = of_person(round, tree, 0, "tinh.bang_khen");
        assert_eq!(no(nominate(app, &aside, &new)), "out_of_reach");
        let reader = at(tree.unions[0], &[Power::ReadPeople]);
        assert_eq!(no(nominate(app, &reader, &new)), "not_allowed");
        let id = nominate(app, &below, &new).unwrap();
        let cells = [("bao_cao".to_owned(), "Báo cáo".to_owned())];
        assert_eq!(no(fill(app, &aside, id, &cells)), "out_of_reach");
        fill(app, &below, id, &cells).unwrap();
        let mine = nomination(app, &below, id).unwrap();
        assert_eq!(mine.may, [May::Fill, May::Send, May::Withdraw]);
        assert_eq!(nomination(app, &reader, id).unwrap().may, []);
        let what = outcome(world, tree.unions[0], id, None);
        assert_eq!(no(send(app, &aside, &what, Some("vì"))), "out_of_reach");
        send(app, &below, &what, Some("vì")).unwrap();

        let marks = [Mark { item: "bao_cao".to_owned(), reason: None }];
        assert_eq!(
            no(accept(app, &below, id, &marks)),
            "out_of_reach",
            "nobody appraises the own file"
        );
        assert_eq!(nomination(app, &below, id).unwrap().may, [May::Recall, May::Withdraw]);
        let theirs = nomination(app, &district, id).unwrap().may;
        for may in [May::Appraise, May::Return, May::Refuse] {
            assert!(theirs.contains(&may), "{may:?} in {theirs:?}");
        }
        accept(app, &district, id, &marks).unwrap();
        let up = outcome(world, tree.district, id, Some("3/TTr"));
        assert_eq!(no(send(app, &below, &up, None)), "out_of_reach");
        send(app, &district, &up, None).unwrap();
        accept(app, &city, id, &marks).unwrap();
        let what = outcome(world, tree.city, id, Some("4/QĐ"));
        assert_eq!(no(decide(app, &district, &what, &decided_by("BTV"))), "out_of_reach");
        decide(app, &city, &what, &decided_by("BTV")).unwrap();
    });
}

#[test]
fn a_nomination_is_read_by_those_who_reach_the_unit_and_a_round_by_those_it_calls() {
    with_tree(|world, tree| {
        let app = &world.app;
        let round = opened(world, &of_city(tree));
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        let [below, aside] = tree.unions.map(clerk);
        assert_eq!(no(nomination(app, &aside, id)), "out_of_reach");
        assert_eq!(no(take_file(app, &aside, id, Id(4))), "out_of_reach");
        assert_eq!(no(nomination(app, &below, Id(4))), "unknown_nomination");
        let all = |actor: &Actor| {
            let filter = NominationFilter::default();
            nominations(app, actor, round, &filter).unwrap().1
        };
        assert_eq!((all(&below), all(&aside), all(&clerk(tree.district))), (1, 0, 1));
        let seen = super::super::round(app, &aside, round).unwrap();
        assert_eq!((seen.counts.len(), seen.calls.len(), seen.may_change), (0, 0, false));
        let stranger = world.unit(
            "z",
            UnitKind::District,
            Some(tree.city),
            "2020-01-01",
            Entry::BroughtForward,
        );
        assert_eq!(no(super::super::round(app, &clerk(stranger), round)), "unknown_round");
        assert_eq!(
            no(nominations(app, &clerk(stranger), round, &NominationFilter::default())),
            "unknown_round"
        );
        assert_eq!(no(rounds(app, &aside, tree.city)), "out_of_reach");
        assert_eq!(no(submission_of(app, &aside, round, tree.city)), "out_of_reach");
        assert_eq!(no(decided_lines(app, &aside, round, tree.city)), "out_of_reach");
        let number = Power::ReadFigures;
        assert_eq!(no(rounds(app, &at(tree.city, &[number]), tree.city)), "not_allowed");
    });
}

#[test]
fn what_waits_is_told_to_who_can_deal_with_it() {
    with_tree(|world, tree| {
        let round = opened(world, &NewRound { due_on: day("2026-03-20"), ..of_city(tree) });
        let told = |actor: &Actor, unit: Id| {
            let due = due(&world.app, actor, unit).unwrap();
            due.into_iter().map(|each| (each.what, each.count)).collect::<Vec<_>>()
        };
        let district = clerk(tree.district);
        assert_eq!(told(&district, tree.district), [(DueWhat::Call, 0)]);
        assert_eq!(told(&at(tree.district, &[Power::ReadPeople]), tree.district), []);
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        up(world, tree.unions[0], id).unwrap();
        assert_eq!(told(&district, tree.district), [(DueWhat::Call, 0), (DueWhat::Appraise, 1)]);
        all_accepted(world, id).unwrap();
        assert_eq!(told(&district, tree.district), [(DueWhat::Call, 0), (DueWhat::Outcome, 1)]);
        let marks = [Mark { item: "bao_cao".to_owned(), reason: Some("thiếu".to_owned()) }];
        return_file(&world.app, &world.actor, id, &marks, None).unwrap();
        assert_eq!(told(&world.actor, tree.unions[0]), [(DueWhat::Mend, 1)]);
        world.clock.move_to(day("2026-03-25"));
        assert_eq!(told(&district, tree.district), [], "a call that is over is told no more");
    });
}
