//! A nomination's way: up, back to be mended, up again, voted on, decided or refused, taken out.

use super::*;
use crate::awards;

#[test]
fn a_nomination_climbs_three_rungs_is_returned_and_mended_and_becomes_an_honour() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        let told = card(world, id);
        assert_eq!((told.row.state, told.row.rung), (State::Drafted, Level::Grassroots));
        assert_eq!(told.row.holder, Some((tree.unions[0], "Đơn vị a".to_owned())));
        assert_eq!(told.row.named, "Nguyễn Thị Số 0");
        assert_eq!(told.row.priority, ["woman", "non_state"], "as the books know that day");
        up(world, tree.unions[0], id).unwrap();
        assert_eq!(card(world, id).row.holder.map(|(unit, _)| unit), Some(tree.district));
        assert_eq!(
            counted(world, "k"),
            [0, 0],
            "a union's request to its own superior is no proposal"
        );

        let reason = Some("Thiếu số liệu".to_owned());
        let marks = [Mark { item: "bao_cao".to_owned(), reason }];
        return_file(&world.app, &world.actor, id, &marks, Some("Xem lại")).unwrap();
        let back = card(world, id);
        assert_eq!(back.row.state, State::Returned);
        assert_eq!(back.items[0].mark, Some((false, Some("Thiếu số liệu".to_owned()), false)));
        assert_eq!(no(up(world, tree.unions[0], id)), "not_mended");
        write_report(world, id, "Báo cáo có số liệu");
        assert_eq!(card(world, id).items[0].mark.as_ref().map(|mark| mark.2), Some(true), "mended");
        up(world, tree.unions[0], id).unwrap();
        assert_eq!(no(accept(&world.app, &world.actor, id, &[])), "not_appraised");
        all_accepted(world, id).unwrap();

        world.clock.move_to(day("2026-03-10"));
        up(world, tree.district, id).unwrap();
        assert_eq!(
            counted(world, "k"),
            [0, 1],
            "counted once, when it goes to the level that decides"
        );
        all_accepted(world, id).unwrap();
        assert_eq!(card(world, id).waits, None);
        let papers = decide_here(world, tree.city, id, "88/QĐ-LĐLĐ").unwrap();
        let decided = card(world, id);
        assert_eq!(
            (decided.row.state, decided.row.commendation),
            (State::Decided, Some(papers[0]))
        );
        assert_eq!(decided.may, [], "nothing more happens to it");
        assert_eq!(counted(world, "k"), [1, 1]);
        let paper = awards::commendation(&world.app, &world.actor, papers[0]).unwrap();
        assert_eq!(paper.lines.len(), 1);
        assert_eq!(paper.lines[0].named, "Nguyễn Thị Số 0");
        let steps: Vec<Step> = decided.steps.iter().map(|step| step.step).collect();
        use Step::{Accepted, Decided, Nominated, Returned, Sent};
        assert_eq!(steps, [Nominated, Sent, Returned, Sent, Accepted, Sent, Accepted, Decided]);
        assert_eq!(decided_lines(&world.app, &world.actor, round, tree.city).unwrap().len(), 1);
    });
}

#[test]
fn what_the_rules_said_on_the_day_is_kept_and_a_later_record_does_not_change_it() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        assert!(card(world, id).verdict.is_none());
        up(world, tree.unions[0], id).unwrap();
        let kept = card(world, id).verdict.unwrap();
        assert_eq!((kept.on, kept.why.as_deref()), (day("2026-03-01"), Some("xin xét")));
        assert_eq!(kept.year, 2025, "in March the round looks at the year that is over");
        let told = preview(
            &world.app,
            &world.actor,
            ("tinh.bang_khen", 2025),
            (Subject::Person, tree.unions[0], Some(tree.people[0])),
        );
        let told = told.unwrap().unwrap();
        assert_eq!(kept.state, told.verdict.state.code());
        assert_eq!(kept.findings.len(), told.verdict.findings.len());
        world.clock.move_to(day("2026-12-01"));
        assert_eq!(card(world, id).verdict, Some(kept));
    });
}

#[test]
fn who_changed_unions_since_is_honoured_where_they_stand_on_the_day_of_the_decision() {
    use crate::memberships::{EventKind, NewEvent};
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        up(world, tree.unions[0], id).unwrap();
        all_accepted(world, id).unwrap();
        world.clock.move_to(day("2026-03-10"));
        let (person, [from, to]) = (tree.people[0], tree.unions);
        let moved = NewEvent::new(EventKind::Transferred, person, from, day("2026-03-05"));
        world.event(NewEvent { other: Some(to), ..moved });
        up(world, tree.district, id).unwrap();
        all_accepted(world, id).unwrap();
        let papers = decide_here(world, tree.city, id, "88/QĐ-LĐLĐ").unwrap();
        let paper = awards::commendation(&world.app, &world.actor, papers[0]).unwrap();
        assert_eq!(paper.lines[0].unit_named, "Đơn vị b");
        assert_eq!(card(world, id).row.unit_named, "Đơn vị a", "as the file had it");
    });
}

#[test]
fn whose_record_was_merged_since_is_honoured_by_the_one_that_is_kept() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        up(world, tree.unions[0], id).unwrap();
        all_accepted(world, id).unwrap();
        up(world, tree.district, id).unwrap();
        all_accepted(world, id).unwrap();
        let kept = tree.people[2];
        crate::people::merge(&world.app, &world.actor, kept, tree.people[0]).unwrap();
        let papers = decide_here(world, tree.city, id, "88/QĐ-LĐLĐ").unwrap();
        let paper = awards::commendation(&world.app, &world.actor, papers[0]).unwrap();
        assert_eq!(paper.lines[0].person, Some(kept));
        assert_eq!(counted(world, "k"), [1, 1]);
    });
}

#[test]
fn a_collective_that_was_merged_since_is_refused_with_who_took_it_over_and_can_be_taken_out() {
    use crate::units::{Share, Succession, succeed};
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let new = NewNomination {
            subject: Subject::Collective,
            person: None,
            ..of_person(round, tree, 0, "tinh.bang_khen")
        };
        let id = written(world, &new);
        up(world, tree.unions[0], id).unwrap();
        all_accepted(world, id).unwrap();
        world.clock.move_to(day("2026-03-10"));
        let [from, to] = tree.unions;
        let shares = vec![Share { to, people: None }];
        let merged = Succession { unit: from, shares, ends: true };
        let decision = paper("6/QĐ", "2026-03-05");
        succeed(&world.app, &world.actor, day("2026-03-05"), &[merged], &decision).unwrap();
        let error = up(world, tree.district, id).unwrap_err();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code, "unit_not_open");
        assert_eq!(refusal.message, "Đơn vị a đã kết thúc ngày 5/3/2026, đoàn viên về Đơn vị b");
        assert!(refusal.remedy.contains("đề nghị đơn vị kế tiếp"), "{}", refusal.remedy);
        withdraw(&world.app, &world.actor, id, "Đã sáp nhập vào đơn vị b").unwrap();
        assert_eq!(state(world, id), State::Withdrawn);
    });
}

#[test]
fn an_award_of_the_unit_above_is_decided_there_and_not_sent_further() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let id = written(world, &of_person(round, tree, 1, "ctt.giay_khen"));
        up(world, tree.unions[0], id).unwrap();
        all_accepted(world, id).unwrap();
        assert_eq!(no(up(world, tree.district, id)), "decided_here");
        assert_eq!(no(decide_here(world, tree.city, id, "1/QĐ")), "held_elsewhere");
        decide_here(world, tree.district, id, "12/QĐ-LĐLĐ").unwrap();
        assert_eq!(state(world, id), State::Decided);
    });
}

#[test]
fn a_council_votes_before_the_outcome_and_a_lost_vote_can_be_looked_at_again() {
    with_tree(|world, tree| {
        let mut new = of_city(tree);
        new.awards[0].council = vec![Level::City];
        let round = opened(world, &new);
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        up(world, tree.unions[0], id).unwrap();
        all_accepted(world, id).unwrap();
        up(world, tree.district, id).unwrap();
        let ready = || {
            let read = |tx: &mut db::Tx<'_>| ready_for_council(tx, world.app.federation, round);
            world.app.db.read(read).unwrap()
        };
        assert_eq!(ready(), [], "not appraised there yet");
        all_accepted(world, id).unwrap();
        let waits = ready();
        assert_eq!(waits.len(), 1);
        assert_eq!((waits[0].holder, waits[0].rung), (tree.city, Level::City));
        assert_eq!(waits[0].person, Some(tree.people[0]));
        assert_eq!(no(decide_here(world, tree.city, id, "1/QĐ")), "council_missing");
        let answer = |passed: bool| {
            let reason = (!passed).then(|| "Chưa đủ phiếu".to_owned());
            let votes_for = if passed { 8 } else { 7 };
            let outcome = CouncilOutcome { passed, reason, votes_for, denominator: 9 };
            world.app.write(&world.actor, "rounds.decide", "hội đồng", |batch| {
                let place = ((Id(77), day("2026-03-01")), tree.city, Id(i64::MAX));
                council_answered(batch, id, &outcome, place)
            })
        };
        answer(false).unwrap();
        assert_eq!((state(world, id), ready()), (State::Failed, vec![]));
        assert_eq!(no(decide_here(world, tree.city, id, "1/QĐ")), "council_against");
        assert_eq!(no(answer(true)), "step_out_of_turn", "one vote, one answer");
        reconsider(&world.app, &world.actor, id, "Bổ sung minh chứng").unwrap();
        answer(true).unwrap();
        let told = card(world, id);
        assert_eq!(told.row.state, State::Passed);
        let votes: Vec<_> = told.steps.iter().filter_map(|step| step.votes).collect();
        assert_eq!(votes, [(7, 9), (8, 9)]);
        let submitted = submission_of(&world.app, &world.actor, round, tree.city).unwrap();
        assert_eq!(submitted.lines, [], "decided here, so nothing goes further up");
        decide_here(world, tree.city, id, "1/QĐ").unwrap();
        let lines = decided_lines(&world.app, &world.actor, round, tree.city).unwrap();
        assert_eq!(lines[0].votes, Some((8, 9)));
    });
}

#[test]
fn a_session_and_a_decision_entered_a_week_late_keep_their_own_days() {
    with_tree(|world, tree| {
        let mut new = of_city(tree);
        new.awards[0].council = vec![Level::City];
        let round = opened(world, &new);
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        up(world, tree.unions[0], id).unwrap();
        all_accepted(world, id).unwrap();
        world.clock.move_to(day("2026-03-10"));
        up(world, tree.district, id).unwrap();
        world.clock.move_to(day("2026-03-22"));
        all_accepted(world, id).unwrap();
        let told = CouncilOutcome { passed: true, reason: None, votes_for: 8, denominator: 9 };
        let answered = world.app.write(&world.actor, "rounds.decide", "hội đồng", |batch| {
            let place = ((Id(77), day("2026-03-15")), tree.city, Id(i64::MAX));
            council_answered(batch, id, &told, place)
        });
        answered.unwrap();
        let steps = card(world, id).steps;
        assert_eq!(steps.last().unwrap().on, day("2026-03-15"), "the day of the session");
        let decided = |on: &str| {
            let document = Some(paper("88/QĐ-LĐLĐ", on));
            let what = Outcome { on: day(on), document, ..outcome(world, tree.city, id, None) };
            decide(&world.app, &world.actor, &what, &decided_by("Ban Thường vụ"))
        };
        assert_eq!(no(decided("2026-03-14")), "before_last_step", "not before the vote");
        decided("2026-03-20").unwrap();
        assert_eq!(state(world, id), State::Decided);
    });
}

#[test]
fn a_session_before_the_file_came_answers_it_on_the_day_it_came() {
    with_tree(|world, tree| {
        let mut new = of_city(tree);
        new.awards[1].council = vec![Level::District];
        let round = opened(world, &new);
        let id = written(world, &of_person(round, tree, 0, "ctt.giay_khen"));
        world.clock.move_to(day("2026-03-10"));
        up(world, tree.unions[0], id).unwrap();
        world.clock.move_to(day("2026-03-22"));
        all_accepted(world, id).unwrap();
        let told = CouncilOutcome { passed: true, reason: None, votes_for: 8, denominator: 9 };
        let answered = world.app.write(&world.actor, "rounds.decide", "hội đồng", |batch| {
            let place = ((Id(77), day("2026-03-05")), tree.district, Id(i64::MAX));
            council_answered(batch, id, &told, place)
        });
        answered.unwrap();
        assert_eq!(card(world, id).steps.last().unwrap().on, day("2026-03-10"));
    });
}

#[test]
fn what_lies_outside_the_books_is_answered_by_who_sent_it() {
    with_tree(|world, tree| {
        let mut new = of_city(tree);
        new.awards.push(line("nha_nuoc.bang_khen_thu_tuong", Level::State, &[]));
        let round = opened(world, &new);
        let id = written(world, &of_person(round, tree, 0, "nha_nuoc.bang_khen_thu_tuong"));
        up(world, tree.unions[0], id).unwrap();
        for unit in [tree.district, tree.city] {
            all_accepted(world, id).unwrap();
            up(world, unit, id).unwrap();
        }
        all_accepted(world, id).unwrap();
        up(world, tree.tld, id).unwrap();
        let told = card(world, id);
        assert_eq!((told.row.holder, told.row.rung), (None, Level::State));
        assert!(told.may.contains(&May::Recall), "what is given back there can be mended");
        recall(&world.app, &world.actor, id).unwrap();
        let back = card(world, id).row;
        let holder = back.holder.map(|(unit, _)| unit);
        assert_eq!((back.state, holder), (State::Returned, Some(tree.tld)));
        up(world, tree.tld, id).unwrap();
        assert_eq!(no(decide_here(world, tree.city, id, "1/QĐ-TTg")), "held_elsewhere");
        decide_here(world, tree.tld, id, "1/QĐ-TTg").unwrap();
        assert_eq!(state(world, id), State::Decided);
    });
}

#[test]
fn a_refusal_answers_the_proposal_and_a_decision_taken_out_opens_the_file_again() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let ids = [0, 1].map(|person| {
            let id = written(world, &of_person(round, tree, person, "tinh.bang_khen"));
            up(world, tree.unions[0], id).unwrap();
            all_accepted(world, id).unwrap();
            up(world, tree.district, id).unwrap();
            all_accepted(world, id).unwrap();
            id
        });
        let what = outcome(world, tree.city, ids[0], None);
        refuse(&world.app, &world.actor, &what, "Chưa đủ thành tích").unwrap();
        assert_eq!(state(world, ids[0]), State::Refused);
        assert_eq!(counted(world, "k"), [0, 2], "it stays counted as proposed");
        let papers = decide_here(world, tree.city, ids[1], "9/QĐ-LĐLĐ").unwrap();
        assert_eq!(no(reconsider(&world.app, &world.actor, ids[1], "nhầm")), "decision_stands");
        let paper = awards::commendation(&world.app, &world.actor, papers[0]).unwrap();
        awards::withdraw(&world.app, &world.actor, paper.lines[0].id, "ghi nhầm").unwrap();
        reconsider(&world.app, &world.actor, ids[1], "Quyết định ghi nhầm").unwrap();
        assert_eq!(state(world, ids[1]), State::Accepted);
        decide_here(world, tree.city, ids[1], "10/QĐ-LĐLĐ").unwrap();
        assert_eq!(counted(world, "k"), [1, 2]);
    });
}

#[test]
fn a_nomination_is_taken_back_or_taken_out_and_what_was_proposed_counts_no_more() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        up(world, tree.unions[0], id).unwrap();
        recall(&world.app, &world.actor, id).unwrap();
        assert_eq!(state(world, id), State::Returned);
        up(world, tree.unions[0], id).unwrap();
        all_accepted(world, id).unwrap();
        assert_eq!(no(recall(&world.app, &world.actor, id)), "step_out_of_turn");
        up(world, tree.district, id).unwrap();
        assert_eq!(counted(world, "k"), [0, 1]);
        withdraw(&world.app, &world.actor, id, "Người được đề nghị xin rút").unwrap();
        assert_eq!((state(world, id), counted(world, "k")), (State::Withdrawn, vec![0, 0]));
        assert_eq!(no(withdraw(&world.app, &world.actor, id, "lần nữa")), "step_out_of_turn");
        let again =
            nominate(&world.app, &world.actor, &of_person(round, tree, 0, "tinh.bang_khen"));
        assert!(again.is_ok(), "what was taken out does not bar another");
    });
}
