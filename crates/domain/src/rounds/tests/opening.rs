//! Opening a round: what it must say, who is called, how it is closed and prolonged.

use super::*;

#[test]
fn a_round_that_says_something_impossible_is_refused_by_name() {
    with_tree(|world, tree| {
        let with = |change: &dyn Fn(&mut NewRound)| {
            let mut new = of_city(tree);
            change(&mut new);
            no(open_round(&world.app, &world.actor, &new))
        };
        assert_eq!(with(&|new| new.name = " ".to_owned()), "bad_text");
        assert_eq!(with(&|new| new.note = Some("x".repeat(2_001))), "bad_text");
        assert_eq!(with(&|new| new.years = (2024, 2025)), "bad_years");
        assert_eq!(with(&|new| new.sort = RoundSort::Campaign), "bad_years");
        assert_eq!(with(&|new| new.due_on = day("2026-02-28")), "due_in_the_past");
        assert_eq!(with(&|new| new.comment_days = 61), "bad_comment_days");
        assert_eq!(with(&|new| new.comment_days = 5), "comment_level_missing");
        assert_eq!(with(&|new| new.comment_level = Some(Level::City)), "comment_level_missing");
        assert_eq!(with(&|new| new.awards.clear()), "no_awards");
        assert_eq!(with(&|new| new.awards[0].award = "no.such".to_owned()), "unknown_award");
        assert_eq!(with(&|new| new.awards[0].level = Level::Grassroots), "level_not_competent");
        let council = |new: &mut NewRound| new.awards[0].council = vec![Level::Tld];
        assert_eq!(with(&council), "council_above_decision");
        assert_eq!(with(&|new| new.awards[0].higher_by = Some(String::new())), "bad_text");
        assert_eq!(with(&|new| new.awards[0].items.clear()), "bad_checklist");
        let twice = |new: &mut NewRound| new.awards[0].items[1].code = "bao_cao".to_owned();
        assert_eq!(with(&twice), "bad_checklist");
        assert_eq!(with(&|new| new.awards[1] = new.awards[0].clone()), "award_twice");
        let quota = |at_most, award: Option<&str>| Quota {
            called: None,
            award: award.map(str::to_owned),
            block: None,
            at_most,
        };
        assert_eq!(with(&|new| new.quotas = vec![quota(-1, None)]), "bad_quota");
        assert_eq!(with(&|new| new.quotas = vec![quota(1, Some("tld.bang_khen"))]), "bad_quota");
        assert_eq!(with(&|new| new.quotas = vec![quota(1, None); 201]), "too_many_rules");
        let says = |new: &mut NewRound| new.priorities[0].says = Some(String::new());
        assert_eq!(with(&says), "bad_text");
        assert_eq!(with(&|new| new.called.clear()), "nobody_called");
        assert_eq!(with(&|new| new.called = vec![tree.tld]), "not_below");
        let part =
            world.unit("t", UnitKind::Group, Some(tree.unions[0]), "2026-01-01", Entry::Formed);
        assert_eq!(with(&|new| new.called = vec![part]), "no_rung");
    });
}

#[test]
fn a_campaign_covers_several_years_and_a_list_tells_it_to_those_it_concerns() {
    with_tree(|world, tree| {
        let new = NewRound { sort: RoundSort::Campaign, years: (2021, 2025), ..of_city(tree) };
        let round = opened(world, &new);
        for unit in [tree.tld, tree.city, tree.district, tree.unions[1]] {
            let listed = rounds(&world.app, &world.actor, unit).unwrap();
            assert_eq!(listed.iter().map(|row| row.id).collect::<Vec<_>>(), [round]);
        }
        let stranger = world.unit(
            "z",
            UnitKind::District,
            Some(tree.city),
            "2020-01-01",
            Entry::BroughtForward,
        );
        assert_eq!(rounds(&world.app, &world.actor, stranger).unwrap(), []);
        let told = super::super::round(&world.app, &world.actor, round).unwrap();
        assert_eq!(told.round.awards, new.awards);
        assert_eq!(told.round.head.years, (2021, 2025));
        assert_eq!(told.calls.len(), 1);
    });
}

#[test]
fn a_called_unit_calls_those_below_it_with_an_earlier_day_and_others_may_not() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let call = |caller, called, due: &str| {
            call_units(&world.app, &world.actor, (round, caller), &[called], day(due))
        };
        let union = tree.unions[0];
        assert_eq!(no(call(tree.district, union, "2026-05-01")), "bad_due_day");
        assert_eq!(no(call(tree.district, union, "2026-02-01")), "bad_due_day");
        assert_eq!(no(call(union, union, "2026-04-01")), "not_called");
        assert_eq!(no(call(tree.district, tree.city, "2026-04-01")), "not_below");
        call(tree.district, union, "2026-03-20").unwrap();
        world.clock.move_to(day("2026-03-21"));
        let late = nominate(&world.app, &world.actor, &of_person(round, tree, 0, "tinh.bang_khen"));
        assert_eq!(no(late), "call_over");
        call(tree.district, union, "2026-04-15").unwrap();
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        assert_eq!(
            card(world, id).row.called,
            tree.district,
            "quotas hold for whom the city called"
        );
    });
}

#[test]
fn a_round_is_prolonged_with_the_calls_of_its_unit_closed_and_opened_again() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let change = |step, due: Option<&str>| {
            change_round(&world.app, &world.actor, round, step, due.map(day), "theo kế hoạch mới")
        };
        world.clock.move_to(day("2026-05-02"));
        let begin =
            || nominate(&world.app, &world.actor, &of_person(round, tree, 0, "tinh.bang_khen"));
        assert_eq!(no(begin()), "call_over");
        assert_eq!(no(change(RoundStep::Extended, None)), "due_in_the_past");
        assert_eq!(no(change(RoundStep::Extended, Some("2026-05-01"))), "due_in_the_past");
        assert_eq!(no(change(RoundStep::Reopened, None)), "step_out_of_turn");
        change(RoundStep::Extended, Some("2026-05-10")).unwrap();
        begin().unwrap();
        change(RoundStep::Closed, None).unwrap();
        assert_eq!(no(change(RoundStep::Closed, None)), "step_out_of_turn");
        let second = of_person(round, tree, 1, "tinh.bang_khen");
        assert_eq!(no(nominate(&world.app, &world.actor, &second)), "round_closed");
        change(RoundStep::Reopened, None).unwrap();
        nominate(&world.app, &world.actor, &second).unwrap();
        let told = super::super::round(&world.app, &world.actor, round).unwrap();
        assert_eq!(told.round.steps.len(), 3);
        let unsaid = change_round(&world.app, &world.actor, round, RoundStep::Closed, None, " ");
        assert_eq!(no(unsaid), "bad_text");
    });
}

#[test]
fn the_units_that_may_be_called_are_those_directly_below_that_stand_on_a_rung() {
    with_tree(|world, tree| {
        let below = |unit| {
            let found = units_below(&world.app, &world.actor, unit).unwrap();
            found.into_iter().map(|(_, code, _)| code).collect::<Vec<_>>()
        };
        assert_eq!(below(tree.city), ["k"]);
        assert_eq!(below(tree.district), ["a", "b"]);
        world.unit("t", UnitKind::Group, Some(tree.unions[0]), "2026-01-01", Entry::Formed);
        assert_eq!(below(tree.unions[0]), Vec::<String>::new());
        let near = people_near(&world.app, &world.actor, tree.unions[0], "so 1").unwrap();
        assert_eq!(near.iter().map(|each| each.id).collect::<Vec<_>>(), [tree.people[1]]);
        assert_eq!(people_near(&world.app, &world.actor, tree.city, "").unwrap().len(), 3);
        assert_eq!(people_near(&world.app, &world.actor, tree.unions[1], "").unwrap(), []);
    });
}
