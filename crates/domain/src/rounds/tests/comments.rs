//! Lists opened to members: the days, what is said, what must be answered before an outcome.

use kernel::{Actor, Power};

use super::*;

/// A nomination that lies appraised at the district, in a round that asks for five days of comment there.
fn appraised(world: &World<'_>, tree: &Tree) -> (Id, Id) {
    let new = NewRound { comment_days: 5, comment_level: Some(Level::District), ..of_city(tree) };
    let round = opened(world, &new);
    let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
    up(world, tree.unions[0], id).unwrap();
    all_accepted(world, id).unwrap();
    (round, id)
}

fn open(world: &World<'_>, place: (Id, Id), id: Id, days: i64) -> crate::Result<Id> {
    open_list(&world.app, &world.actor, place, &[id], days)
}

#[test]
fn no_outcome_comes_before_the_days_are_over_and_every_objection_is_answered() {
    with_tree(|world, tree| {
        let (round, id) = appraised(world, tree);
        assert_eq!(no(up(world, tree.district, id)), "comment_missing");
        let list = open(world, (round, tree.district), id, 5).unwrap();
        let told = opening(&world.app, &world.actor, list).unwrap();
        assert_eq!((told.from, told.to), (day("2026-03-01"), day("2026-03-06")));
        assert_eq!(told.lines.len(), 1);
        let says = |sort, named: Option<&str>| {
            comment(&world.app, &world.actor, (list, id), (sort, "Chưa đúng số liệu"), named)
        };
        says(CommentSort::Agrees, None).unwrap();
        let objection = says(CommentSort::Objects, Some("Trần Thị B")).unwrap();
        world.clock.move_to(day("2026-03-05"));
        assert_eq!(no(up(world, tree.district, id)), "comment_not_over");
        world.clock.move_to(day("2026-03-06"));
        assert_eq!(no(says(CommentSort::Agrees, None)), "comment_over");
        assert_eq!(no(up(world, tree.district, id)), "objection_open");
        let waits = card(world, id).waits.unwrap();
        assert_eq!(waits.code, "objection_open");
        answer_comment(&world.app, &world.actor, objection, "Đã đối chiếu, số liệu đúng").unwrap();
        let again = answer_comment(&world.app, &world.actor, objection, "lần nữa");
        assert_eq!(no(again), "already_answered");
        up(world, tree.district, id).unwrap();
        let told = card(world, id);
        assert_eq!(told.comments.len(), 3);
        assert_eq!(told.comments[1].by, "Trần Thị B");
    });
}

#[test]
fn nobody_fills_a_list_alone_so_that_others_are_not_heard() {
    let room = |own, all| super::super::rules::must_leave_room(own, all);
    assert_eq!((room(0, 4_999), room(199, 2_500)), (Ok(()), Ok(())));
    for (own, all) in [(200, 200), (0, 5_000)] {
        assert_eq!(room(own, all).unwrap_err().code, "too_many_comments", "{own} of {all}");
    }
}

#[test]
fn a_day_of_an_outcome_inside_the_days_of_comment_is_refused_later_too() {
    with_tree(|world, tree| {
        let (round, id) = appraised(world, tree);
        open(world, (round, tree.district), id, 5).unwrap();
        world.clock.move_to(day("2026-03-20"));
        let backdated =
            Outcome { on: day("2026-03-04"), ..outcome(world, tree.district, id, Some("3/TTr")) };
        assert_eq!(no(send(&world.app, &world.actor, &backdated, None)), "comment_not_over");
    });
}

#[test]
fn a_list_is_opened_once_by_who_holds_the_files_for_as_long_as_the_round_asks() {
    with_tree(|world, tree| {
        let (round, id) = appraised(world, tree);
        assert_eq!(no(open(world, (round, tree.district), id, 4)), "bad_comment_days");
        assert_eq!(no(open(world, (round, tree.district), id, 61)), "bad_comment_days");
        assert_eq!(no(open(world, (round, tree.city), id, 5)), "held_elsewhere");
        open(world, (round, tree.district), id, 5).unwrap();
        assert_eq!(no(open(world, (round, tree.district), id, 5)), "already_opened");
        let second = written(world, &of_person(round, tree, 1, "tinh.bang_khen"));
        up(world, tree.unions[0], second).unwrap();
        assert_eq!(no(open(world, (round, tree.district), second, 5)), "step_out_of_turn");
        let told = super::super::round(&world.app, &world.actor, round).unwrap();
        assert_eq!(told.openings.len(), 1);
    });
}

#[test]
fn a_member_sees_the_open_list_of_the_own_unit_and_nothing_others_said() {
    use crate::accounts::{NewAccount, actor_of, find_account, open_account};
    with_tree(|world, tree| {
        let (round, id) = appraised(world, tree);
        let list = open(world, (round, tree.district), id, 5).unwrap();
        comment(&world.app, &world.actor, (list, id), (CommentSort::Agrees, "Đồng ý"), None)
            .unwrap();
        let member = |login: &str, person: Id| {
            let new = NewAccount {
                login: login.to_owned(),
                name: login.to_owned(),
                person: Some(person),
            };
            open_account(&world.app, &world.actor, &new).unwrap();
            actor_of(&world.app, &find_account(&world.app, &world.actor, login).unwrap()).unwrap()
        };
        let inside = member("lan", tree.people[1]);
        let listed = open_lists_for(&world.app, &inside).unwrap();
        assert_eq!(listed.iter().map(|(id, ..)| *id).collect::<Vec<_>>(), [list]);
        let told = opening(&world.app, &inside, list).unwrap();
        assert_eq!((told.lines.len(), told.comments.len()), (1, 0));
        assert!(told.may_comment && !told.may_answer);
        let says = |actor: &Actor, named: Option<&str>| {
            comment(&world.app, actor, (list, id), (CommentSort::Objects, "Chưa đúng"), named)
        };
        assert_eq!(no(says(&inside, Some("Người khác"))), "own_name_only");
        let id_of = says(&inside, None).unwrap();
        assert_eq!(no(answer_comment(&world.app, &inside, id_of, "tự trả lời")), "not_allowed");

        let stranger_unit = world.unit(
            "z",
            UnitKind::District,
            Some(tree.city),
            "2020-01-01",
            Entry::BroughtForward,
        );
        let union = world.unit(
            "z1",
            UnitKind::Grassroots,
            Some(stranger_unit),
            "2020-01-01",
            Entry::BroughtForward,
        );
        let stranger = member("hoa", world.admit(union, "2025-01-10", 1)[0]);
        assert_eq!(open_lists_for(&world.app, &stranger).unwrap(), []);
        assert_eq!(no(opening(&world.app, &stranger, list)), "unknown_opening");
        assert_eq!(no(says(&stranger, None)), "unknown_opening");
        let nobody = Actor::with_powers("không ai", &[Power::ReadFigures]);
        assert_eq!(no(opening(&world.app, &nobody, list)), "unknown_opening");
    });
}
