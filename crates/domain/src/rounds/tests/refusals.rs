//! Nominating, filling and sending: what is refused, by name and in order.

use kernel::Block;

use super::*;

#[test]
fn who_may_not_be_nominated_is_refused_by_name() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let good = of_person(round, tree, 0, "tinh.bang_khen");
        let with = |change: &dyn Fn(&mut NewNomination)| {
            let mut new = good.clone();
            change(&mut new);
            no(nominate(&world.app, &world.actor, &new))
        };
        assert_eq!(with(&|new| new.round = Id(5)), "unknown_round");
        assert_eq!(with(&|new| new.award = "tld.bang_khen".to_owned()), "not_in_round");
        assert_eq!(with(&|new| new.achievement = String::new()), "bad_text");
        assert_eq!(with(&|new| new.person = None), "name_missing");
        assert_eq!(with(&|new| new.subject = Subject::Collective), "name_missing");
        assert_eq!(with(&|new| new.of_unit = tree.unions[1]), "not_of_unit");
        assert_eq!(with(&|new| new.person = Some(Id(3))), "unknown_person");
        let other = world.admit(tree.unions[1], "2025-01-10", 1)[0];
        assert_eq!(with(&|new| new.person = Some(other)), "not_a_member_then");
        assert_eq!(with(&|new| new.after = Some(Id(3))), "not_refused");
        let above =
            NewNomination { unit: tree.tld, award: "ctt.giay_khen".to_owned(), ..good.clone() };
        assert_eq!(no(nominate(&world.app, &world.actor, &above)), "above_decision");
        nominate(&world.app, &world.actor, &good).unwrap();
        assert_eq!(with(&|_| {}), "already_nominated");
        let alone = NewRound { called: vec![tree.unions[1]], ..of_city(tree) };
        let not_for_a = opened(world, &alone);
        assert_eq!(with(&|new| new.round = not_for_a), "not_called");
    });
}

#[test]
fn another_name_makes_nobody_another_and_no_refusal_undone() {
    use crate::people::{NewPerson, Sex, correct};
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let id = written(world, &of_person(round, tree, 0, "ctt.giay_khen"));
        let name = "Nguyễn Thị Sửa".to_owned();
        let renamed = NewPerson { name, sex: Some(Sex::Female), ..NewPerson::default() };
        correct(&world.app, &world.actor, tree.people[0], &renamed).unwrap();
        let again = of_person(round, tree, 0, "ctt.giay_khen");
        assert_eq!(no(nominate(&world.app, &world.actor, &again)), "already_nominated");
        up(world, tree.unions[0], id).unwrap();
        let what = outcome(world, tree.district, id, None);
        refuse(&world.app, &world.actor, &what, "Chưa tiêu biểu").unwrap();
        let higher = of_person(round, tree, 0, "tinh.bang_khen");
        assert_eq!(no(nominate(&world.app, &world.actor, &higher)), "refused_below");
    });
}

#[test]
fn a_collective_is_the_unit_itself_or_a_part_with_its_own_name() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let whole = NewNomination {
            subject: Subject::Collective,
            person: None,
            ..of_person(round, tree, 0, "tinh.bang_khen")
        };
        let part = NewNomination { named: Some("Tổ may số 3".to_owned()), ..whole.clone() };
        let ids = [whole, part].map(|new| nominate(&world.app, &world.actor, &new).unwrap());
        let named = ids.map(|id| card(world, id).row.named);
        assert_eq!(named, ["Đơn vị a", "Tổ may số 3"]);
        let worker = NewNomination {
            award: "khac.bieu_duong".to_owned(),
            ..of_person(round, tree, 0, "khac.bieu_duong")
        };
        let id = written(world, &worker);
        up(world, tree.unions[0], id).unwrap();
        let verdict = card(world, id).verdict.unwrap();
        assert_eq!((verdict.state.as_str(), verdict.findings.len()), ("no_rule", 0));
    });
}

#[test]
fn a_file_takes_what_its_items_ask_for_and_nothing_else() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let id = nominate(&world.app, &world.actor, &of_person(round, tree, 0, "tinh.bang_khen"));
        let id = id.unwrap();
        let write = |item: &str, body: &str| {
            no(fill(&world.app, &world.actor, id, &[(item.to_owned(), body.to_owned())]))
        };
        assert_eq!(write("khong_co", "chữ"), "unknown_item");
        assert_eq!(write("tep", "chữ"), "files_only");
        assert_eq!(write("bao_cao", &"x".repeat(30_001)), "bad_text");
        let pdf = b"%PDF-1.7 minh chung".as_slice();
        let send_file = |item: &str, name: &str, bytes: &[u8]| {
            attach(&world.app, &world.actor, id, item, (name, bytes))
        };
        assert_eq!(no(send_file("bao_cao", "a.pdf", pdf)), "text_only");
        assert_eq!(no(send_file("tep", "a.pdf", b"<html>")), "bad_file_kind");
        let file = send_file("tep", "a.pdf", pdf).unwrap();
        assert_eq!(no(send_file("tep", "b.pdf", pdf)), "already_attached");
        let (told, bytes) = take_file(&world.app, &world.actor, id, file).unwrap();
        assert_eq!((told.name.as_str(), &*bytes), ("a.pdf", pdf));
        assert_eq!(crate::files::sweep(&world.app).unwrap(), 0, "a file of a nomination is kept");
        withdraw_file(&world.app, &world.actor, id, file).unwrap();
        assert_eq!(no(take_file(&world.app, &world.actor, id, file)), "unknown_file");
        assert_eq!(no(up(world, tree.unions[0], id)), "file_incomplete");
        write_report(world, id, "Báo cáo");
        up(world, tree.unions[0], id).unwrap();
        assert_eq!(write("bao_cao", "sửa sau khi gửi"), "step_out_of_turn");
        assert_eq!(no(send_file("tep", "c.pdf", pdf)), "step_out_of_turn");
    });
}

#[test]
fn a_file_moves_only_from_where_it_lies_and_when_it_is_its_turn() {
    with_tree(|world, tree| {
        let round = opened(world, &of_city(tree));
        let id = written(world, &of_person(round, tree, 0, "tinh.bang_khen"));
        let (app, actor) = (&world.app, &world.actor);
        assert_eq!(no(up(world, tree.district, id)), "held_elsewhere");
        let none = Outcome { nominations: Vec::new(), ..outcome(world, tree.district, id, None) };
        assert_eq!(no(send(app, actor, &none, None)), "nothing_chosen");
        assert_eq!(no(return_file(app, actor, id, &[], None)), "step_out_of_turn");
        assert_eq!(no(mark(app, actor, id, &[])), "step_out_of_turn");
        assert_eq!(
            no(refuse(app, actor, &outcome(world, tree.unions[0], id, None), "không")),
            "step_out_of_turn"
        );
        assert_eq!(no(reconsider(app, actor, id, "xét lại")), "step_out_of_turn");
        assert_eq!(no(pass_on(app, actor, id, world.app.today(), "trình tiếp")), "nowhere_to_pass");
        let early = Outcome { on: day("2026-02-01"), ..outcome(world, tree.unions[0], id, None) };
        assert_eq!(no(send(app, actor, &early, Some("vì"))), "before_last_step");
        let ahead = Outcome { on: day("2026-12-01"), ..early };
        assert_eq!(no(send(app, actor, &ahead, Some("vì"))), "after_last_day");
        up(world, tree.unions[0], id).unwrap();
        assert_eq!(no(return_file(app, actor, id, &[], None)), "nothing_returned");
        let unknown = [Mark { item: "x".to_owned(), reason: None }];
        assert_eq!(no(mark(app, actor, id, &unknown)), "unknown_item");
        let silent = [Mark { item: "bao_cao".to_owned(), reason: Some(" ".to_owned()) }];
        assert_eq!(no(mark(app, actor, id, &silent)), "bad_text");
        all_accepted(world, id).unwrap();
        assert_eq!(no(decide_here(world, tree.district, id, "1/QĐ")), "level_not_competent");
        let unnumbered = outcome(world, tree.district, id, None);
        assert_eq!(no(send(app, actor, &unnumbered, None)), "document_missing");
        assert_eq!(no(decide(app, actor, &unnumbered, &decided_by("BTV"))), "document_missing");
        assert_eq!(no(refuse(app, actor, &unnumbered, "")), "bad_text");
    });
}

#[test]
fn a_quota_holds_for_each_called_unit_and_by_block_and_a_returned_file_frees_its_place() {
    with_tree(|world, tree| {
        let quota = Quota {
            called: None,
            award: Some("tinh.bang_khen".to_owned()),
            block: Some(Block::PrivateEnterprise),
            at_most: 1,
        };
        let round = opened(world, &NewRound { quotas: vec![quota], ..of_city(tree) });
        let ids = [0, 1].map(|person| {
            let id = written(world, &of_person(round, tree, person, "tinh.bang_khen"));
            up(world, tree.unions[0], id).unwrap();
            all_accepted(world, id).unwrap();
            id
        });
        up(world, tree.district, ids[0]).unwrap();
        assert_eq!(no(up(world, tree.district, ids[1])), "quota_full");
        let marks = [Mark { item: "bao_cao".to_owned(), reason: Some("thiếu".to_owned()) }];
        return_file(&world.app, &world.actor, ids[0], &marks, None).unwrap();
        up(world, tree.district, ids[1]).unwrap();
        write_report(world, ids[0], "Đã bổ sung");
        assert_eq!(no(up(world, tree.district, ids[0])), "quota_full");
    });
}

#[test]
fn a_quota_stated_anew_by_a_paper_holds_from_then_on_and_the_round_tells_by_which() {
    with_tree(|world, tree| {
        let of = |award: Option<&str>, at_most| {
            let award = award.map(str::to_owned);
            Quota { called: None, award, block: None, at_most }
        };
        let (mine, all) = (of(Some("tinh.bang_khen"), 1), of(None, 9));
        let round = opened(world, &NewRound { quotas: vec![mine, all.clone()], ..of_city(tree) });
        let (app, actor) = (&world.app, &world.actor);
        let ids = [0, 1].map(|person| {
            let id = written(world, &of_person(round, tree, person, "tinh.bang_khen"));
            up(world, tree.unions[0], id).unwrap();
            all_accepted(world, id).unwrap();
            id
        });
        up(world, tree.district, ids[0]).unwrap();
        assert_eq!(no(up(world, tree.district, ids[1])), "quota_full");
        let by = paper("15/KH-LĐLĐ", "2026-03-01");
        let state =
            |quota: Quota, why: &str| change_quotas(app, actor, round, &[quota], (&by, why));
        let two = of(Some("tinh.bang_khen"), 2);
        let unnumbered = DocumentRef { number: " ".to_owned(), ..by.clone() };
        let unsaid = change_quotas(app, actor, round, &[two.clone()], (&unnumbered, "thêm"));
        assert_eq!(no(unsaid), "document_missing");
        assert_eq!(no(state(two.clone(), " ")), "bad_text");
        assert_eq!(no(state(of(None, -1), "thêm")), "bad_quota");
        assert_eq!(no(state(of(Some("tld.bang_khen"), 1), "thêm")), "bad_quota");
        assert_eq!(no(state(all.clone(), "thêm")), "nothing_changed");
        let elsewhere = Quota { called: Some(tree.tld), ..two.clone() };
        assert_eq!(no(state(elsewhere, "thêm")), "not_below");
        let by_hand = change_round(app, actor, round, RoundStep::Requoted, None, "thêm");
        assert_eq!(no(by_hand), "step_out_of_turn");
        state(two.clone(), "thêm khối sản xuất").unwrap();
        up(world, tree.district, ids[1]).unwrap();
        let told = super::super::round(app, actor, round).unwrap().round;
        assert_eq!(told.quotas, [two, all]);
        let note = "15/KH-LĐLĐ ngày 1/3/2026: thêm khối sản xuất";
        assert_eq!(told.steps, [(RoundStep::Requoted, told.head.due_on, Some(note.to_owned()))]);
        assert!(!told.head.is_closed);
        change_round(app, actor, round, RoundStep::Closed, None, "đủ").unwrap();
        assert_eq!(no(state(of(None, 8), "thêm")), "round_closed");
    });
}

#[test]
fn where_the_rules_speak_against_somebody_the_unit_says_why() {
    use ::rules::State as Told;
    assert_eq!(super::super::rules::must_say_why(Told::Eligible, None), Ok(()));
    assert_eq!(super::super::rules::must_say_why(Told::NeedsEvidence, Some(" ")), Ok(()));
    for state in [Told::NotEligible, Told::OnHold] {
        let refused = super::super::rules::must_say_why(state, Some(" ")).unwrap_err();
        assert_eq!(refused.code, "verdict_against");
        assert_eq!(super::super::rules::must_say_why(state, Some("đã có kết luận")), Ok(()));
    }
}

#[test]
fn more_is_asked_after_a_refusal_only_where_the_rule_of_the_round_says_so() {
    with_tree(|world, tree| {
        let refused_once = |new: &NewRound| {
            let round = opened(world, new);
            let id = written(world, &of_person(round, tree, 0, "ctt.giay_khen"));
            up(world, tree.unions[0], id).unwrap();
            let what = outcome(world, tree.district, id, None);
            refuse(&world.app, &world.actor, &what, "Chưa tiêu biểu").unwrap();
            (round, id)
        };
        let (round, id) = refused_once(&of_city(tree));
        let higher = of_person(round, tree, 0, "tinh.bang_khen");
        assert_eq!(no(nominate(&world.app, &world.actor, &higher)), "refused_below");
        let named = NewNomination { after: Some(id), ..higher };
        assert_eq!(no(nominate(&world.app, &world.actor, &named)), "refused_below");

        let mut new = of_city(tree);
        new.awards[1].higher_by = Some("Quy chế khen thưởng, Điều 4".to_owned());
        let (round, id) = refused_once(&new);
        let higher = of_person(round, tree, 0, "tinh.bang_khen");
        assert_eq!(no(nominate(&world.app, &world.actor, &higher)), "refused_below");
        let same = NewNomination { after: Some(id), ..of_person(round, tree, 0, "ctt.giay_khen") };
        assert_eq!(no(nominate(&world.app, &world.actor, &same)), "refused_below");
        assert!(card(world, id).may.contains(&May::Higher));
        let named = written(world, &NewNomination { after: Some(id), ..higher });
        up(world, tree.unions[0], named).unwrap();
        let told = card(world, named);
        assert_eq!(told.after, Some(id));
        let holder = told.row.holder.map(|(unit, _)| unit);
        assert_eq!(holder, Some(tree.city), "past the rung that refused");
    });
}
