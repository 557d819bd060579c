//! What goes on below: registration to a movement, exemplars sent on, what a revoked honour gives back and what leaned on
//! it, and honours that follow a person whose records were merged.

use super::*;
use crate::eligibility::leaned_on;
use crate::people::{merge, unmerge};

fn movement(world: &World<'_>, ground: &Ground, kind: EmulationKind) -> Id {
    let new = NewEmulation {
        unit: ground.district,
        kind,
        name: "Lao động giỏi".to_owned(),
        event: None,
        from: day("2021-02-01"),
        to: None,
        document: None,
        part_of: None,
        about: None,
    };
    record_emulation(&world.app, &world.actor, &new).unwrap()
}

fn chair(unit: Id) -> Actor {
    let powers = vec![Power::ReadFigures, Power::ReadPeople, Power::RecordHonours];
    Actor::with_posts("chủ tịch", Id(9), vec![Hold { post: Id(1), unit, below: true, powers }])
}

#[test]
fn a_unit_registers_where_it_was_called_and_is_answered_by_who_called_it() {
    with_unions(|world, ground| {
        let id = movement(world, ground, EmulationKind::Movement);
        let (app, [a, b]) = (&world.app, ground.unions);
        let own = chair(a);
        assert_eq!(code(register(app, &own, id, a, "3 sáng kiến")), "not_launched_here");
        assert_eq!(code(registrations(app, &own, id)), "out_of_reach");
        launch(app, &world.actor, id, &[a, b], day("2021-02-02")).unwrap();
        assert_eq!(code(register(app, &own, id, a, " ")), "bad_text");
        assert_eq!(code(register(app, &own, id, b, "3 sáng kiến")), "out_of_reach");
        register(app, &own, id, a, "3 sáng kiến").unwrap();
        assert_eq!(code(register(app, &own, id, a, "3 sáng kiến")), "already_registered");
        assert_eq!(code(answer_registration(app, &own, id, a, Ok(()))), "out_of_reach");
        let answer = |unit, told| answer_registration(app, &world.actor, id, unit, told);
        assert_eq!(code(answer(a, Err(" "))), "bad_text");
        assert_eq!(code(answer(b, Ok(()))), "not_waiting");
        answer(a, Err("Ghi rõ tên sáng kiến")).unwrap();
        register(app, &own, id, a, "3 sáng kiến có tên").unwrap();
        answer(a, Ok(())).unwrap();
        let seen = registrations(app, &own, id).unwrap();
        assert_eq!(seen.len(), 1, "a union sees its own line only");
        assert_eq!(seen[0].step, Some(RegistrationStep::Accepted));
        assert_eq!(registrations(app, &world.actor, id).unwrap().len(), 2);
        let listed = emulations(app, &own, a, false, Period::parse("2021").unwrap()).unwrap();
        assert_eq!(listed.len(), 1, "what was launched to a union is told there");
        assert!(contest(app, &own, id).is_ok());
    });
}

#[test]
fn a_clerk_outside_all_units_that_were_called_is_told_nothing_of_their_registrations() {
    with_unions(|world, ground| {
        let id = movement(world, ground, EmulationKind::Movement);
        let (app, [a, b]) = (&world.app, ground.unions);
        launch(app, &world.actor, id, &[b], day("2021-02-02")).unwrap();
        register(app, &chair(b), id, b, "3 sáng kiến").unwrap();
        assert_eq!(code(registrations(app, &chair(a), id)), "out_of_reach");
        assert_eq!(registrations(app, &chair(b), id).unwrap().len(), 1);
        let above = registrations(app, &chair(ground.district), id).unwrap();
        assert_eq!(above.len(), 1, "who called sees all");
    });
}

fn exemplar_list(ground: &Ground) -> Vec<NewHonour> {
    let [a, b] = ground.unions;
    let people =
        ground.people[0].iter().map(|person| NewHonour::of_person("khac.dien_hinh", *person, a));
    people.chain([NewHonour::of_unit("khac.dien_hinh", b)]).collect()
}

#[test]
fn exemplars_are_sent_on_once_and_counted_as_sent() {
    with_unions(|world, ground| {
        let (app, actor) = (&world.app, &world.actor);
        let id = movement(world, ground, EmulationKind::Conference);
        let honoured = NewCommendation {
            emulation: Some(id),
            ..decision(ground, "5/QĐ", exemplar_list(ground))
        };
        write(world, &honoured).unwrap();
        let told = exemplars(app, actor, id).unwrap();
        assert_eq!((Exemplars::counts(&told.honoured), told.sent.len()), ((3, 1), 0));
        let ids: Vec<Id> = told.to_send().map(|row| row.id).collect();
        let new = |honours: Vec<Id>, number: &str| Delegation {
            to: "Hội nghị điển hình tiên tiến thành phố".to_owned(),
            level: Level::City,
            on: day("2021-04-01"),
            document: paper(number),
            honours,
        };
        let send = |honours: Vec<Id>, number| delegate(app, actor, id, &new(honours, number));
        assert_eq!(code(send(vec![Id(5)], "6/GT")), "not_an_exemplar");
        assert_eq!(code(send(Vec::new(), "6/GT")), "empty_list");
        let early = Delegation { on: day("2021-01-31"), ..new(vec![ids[0]], "6/GT") };
        assert_eq!(code(delegate(app, actor, id, &early)), "before_conference");
        let other = movement(world, ground, EmulationKind::Wave);
        assert_eq!(
            code(delegate(app, actor, other, &new(vec![ids[0]], "6/GT"))),
            "not_a_conference"
        );
        send(vec![ids[0], ids[3]], "6/GT").unwrap();
        assert_eq!(code(send(vec![ids[0]], "7/GT")), "not_an_exemplar");
        let told = exemplars(app, actor, id).unwrap();
        assert_eq!(Exemplars::counts(&told.sent), (1, 1));
        let sent = ["awards.delegated.people", "awards.delegated.collectives"];
        assert_eq!(values(world, "k", &sent), [1, 1]);
        assert_eq!(values(world, "k", &BOTH), [3, 1], "being sent honours nobody again");
        let chosen = code(withdraw(app, actor, ids[0], "ghi nhầm"));
        assert_eq!(chosen, "cannot_end_so", "an honour somebody was sent on for stays");
    });
}

fn taken_away(number: &str) -> Revocation {
    Revocation {
        on: day("2021-05-01"),
        document: paper(number),
        cause: "Khai thành tích không đúng".to_owned(),
        recovered: None,
        recovered_vnd: None,
    }
}

#[test]
fn what_a_revoked_honour_came_with_is_asked_back_until_it_came() {
    with_unions(|world, ground| {
        let (app, actor) = (&world.app, &world.actor);
        let mut lines = some(ground);
        lines[0].money_vnd = Some(702_000);
        write(world, &decision(ground, "5/QĐ", lines)).unwrap();
        let paid = rows(world, ground.unions[0]).into_iter().find(|row| row.money_vnd.is_some());
        let honour = paid.unwrap().id;
        let money = |amount| NewRecovery {
            what: Thing::Money,
            on: day("2021-05-20"),
            amount_vnd: amount,
            item: None,
            giver: "Người đã nhận".to_owned(),
        };
        assert_eq!(code(recover(app, actor, honour, &money(Some(1)))), "not_revoked");
        let below_nothing = Revocation { recovered_vnd: Some(-1), ..taken_away("6/QĐ") };
        assert_eq!(code(revoke(app, actor, honour, &below_nothing)), "bad_money");
        let endless = Revocation { recovered: Some("x".repeat(501)), ..taken_away("6/QĐ") };
        assert_eq!(code(revoke(app, actor, honour, &endless)), "bad_text");
        revoke(app, actor, honour, &taken_away("6/QĐ")).unwrap();
        let first = recovery(app, actor, honour).unwrap();
        assert_eq!((first.money_out, first.paper_out), (702_000, false));
        assert_eq!(code(recover(app, actor, honour, &money(None))), "bad_money");
        let early = NewRecovery { on: day("2021-04-30"), ..money(Some(1)) };
        assert_eq!(code(recover(app, actor, honour, &early)), "recovered_too_early");
        let nobody = NewRecovery { giver: " ".to_owned(), ..money(Some(1)) };
        assert_eq!(code(recover(app, actor, honour, &nobody)), "bad_text");
        let line = recover(app, actor, honour, &money(Some(300_000))).unwrap();
        let paper_back = NewRecovery { what: Thing::Paper, ..money(None) };
        recover(app, actor, honour, &paper_back).unwrap();
        assert_eq!(code(recover(app, actor, honour, &paper_back)), "already_recovered");
        let then = recovery(app, actor, honour).unwrap();
        assert_eq!(then.money_out, 402_000);
        assert_eq!(then.recovered.len(), 2);
        withdraw_recovery(app, actor, honour, line).unwrap();
        assert_eq!(code(withdraw_recovery(app, actor, honour, line)), "unknown_recovery");
        assert_eq!(recovery(app, actor, honour).unwrap().recovered.len(), 1);
        assert_eq!(
            code(recover(app, &chair(ground.unions[1]), honour, &paper_back)),
            "out_of_reach"
        );
    });
}

#[test]
fn a_later_honour_whose_condition_only_the_revoked_one_met_is_named_with_its_clause() {
    with_unions(|world, ground| {
        let (app, actor, person) = (&world.app, &world.actor, ground.people[0][0]);
        let told = |award: &str, level, number: &str, on: &str, year| NewCommendation {
            level,
            decided_by: "Cấp trên".to_owned(),
            on: day(on),
            year,
            ..decision(ground, number, vec![NewHonour::of_person(award, person, ground.unions[0])])
        };
        write(world, &told("tinh.bang_khen", Level::City, "5/QĐ", "2020-03-01", 2019)).unwrap();
        write(world, &told("tld.bang_khen", Level::Tld, "9/QĐ", "2021-03-01", 2020)).unwrap();
        let of_award = |award: &str| {
            rows(world, ground.district).into_iter().find(|row| row.award == award).unwrap().id
        };
        let first = of_award("tinh.bang_khen");
        let leaned = leaned_on(app, actor, first).unwrap();
        assert_eq!(leaned.len(), 1, "{leaned:?}");
        assert_eq!(
            (leaned[0].honour, leaned[0].document.as_str()),
            (of_award("tld.bang_khen"), "9/QĐ")
        );
        assert!(leaned[0].clause.contains("1689/QĐ-TLĐ"), "{:?}", leaned[0]);
        revoke(app, actor, first, &taken_away("10/QĐ")).unwrap();
        assert_eq!(leaned_on(app, actor, first).unwrap(), leaned, "the same once it is revoked");
        assert!(leaned_on(app, actor, of_award("tld.bang_khen")).unwrap().is_empty());
        assert_eq!(code(leaned_on(app, &chair(ground.unions[1]), first)), "out_of_reach");
    });
}

#[test]
fn honours_follow_a_person_whose_records_were_merged_and_come_back_when_that_is_undone() {
    with_unions(|world, ground| {
        let (app, actor) = (&world.app, &world.actor);
        let [a, _] = ground.unions;
        let [keep, dropped, _] = ground.people[0][..] else { panic!("three members") };
        let line = NewHonour::of_person("ctt.giay_khen", dropped, a);
        write(world, &decision(ground, "5/QĐ", vec![line])).unwrap();
        let record = crate::eligibility::NewRecord {
            person: dropped,
            sort: crate::eligibility::RecordSort::Service,
            kind: "chuyen_trach".to_owned(),
            title: None,
            from: day("2015-01-01"),
            last: Some(day("2019-12-31")),
            document: None,
        };
        crate::eligibility::record(app, actor, &record).unwrap();
        let honours_of = |person| honours_of_person(app, actor, person).unwrap().len();
        let records_of = |person| crate::eligibility::records_of(app, actor, person).unwrap();
        assert_eq!((honours_of(keep), records_of(keep).len()), (0, 0));
        merge(app, actor, keep, dropped).unwrap();
        assert_eq!((honours_of(keep), records_of(keep).len()), (1, 1));
        assert_eq!(records_of(keep)[0].person, keep);
        assert_eq!(rows(world, a)[0].person, Some(keep), "the list leads to who is kept");
        let told =
            crate::eligibility::explain(app, actor, keep, "tld.ky_niem_chuong", day("2021-06-01"));
        assert_eq!(told.unwrap().service.months(), 60);
        unmerge(app, actor, dropped).unwrap();
        assert_eq!((honours_of(keep), records_of(keep).len()), (0, 0));
        assert_eq!((honours_of(dropped), records_of(dropped).len()), (1, 1));
        assert_eq!(rows(world, a)[0].person, Some(dropped));
    });
}

#[test]
fn two_records_that_became_one_are_honoured_once_in_a_life_and_answered_as_one() {
    with_unions(|world, ground| {
        let (app, actor) = (&world.app, &world.actor);
        let [a, _] = ground.unions;
        let [keep, dropped, _] = ground.people[0][..] else { panic!("three members") };
        let medal = |number: &str, person| NewCommendation {
            level: Level::Tld,
            decided_by: "Tổng Liên đoàn".to_owned(),
            ..decision(ground, number, vec![NewHonour::of_person("tld.ky_niem_chuong", person, a)])
        };
        write(world, &medal("5/QĐ", dropped)).unwrap();
        let line = NewHonour::of_person("ctt.giay_khen", dropped, a);
        let asked = decision(ground, "1/TTr", vec![line]);
        let asked = write(world, &NewCommendation { stage: Stage::Proposed, ..asked }).unwrap();
        let asked = commendation(app, actor, asked).unwrap().lines[0].id;
        merge(app, actor, keep, dropped).unwrap();
        assert_eq!(code(write(world, &medal("6/QĐ", keep))), "already_honoured");
        let line = NewHonour::of_person("ctt.giay_khen", keep, a);
        let answer = NewHonour { answers: Some(asked), ..line };
        assert!(write(world, &decision(ground, "7/QĐ", vec![answer])).is_ok());
    });
}

#[test]
fn women_are_told_among_the_people_honoured() {
    with_unions(|world, ground| {
        write(world, &decision(ground, "5/QĐ", some(ground))).unwrap();
        let women = |scope| {
            let days = Period::parse("2021-H1").unwrap();
            women_honoured(&world.app, &world.actor, (scope, false), days).unwrap()
        };
        // Of three members admitted together the first and the third are women.
        assert_eq!((women(ground.district), women(ground.unions[1])), (2, 0));
    });
}
