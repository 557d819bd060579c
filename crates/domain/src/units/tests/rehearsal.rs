//! What is rehearsed leaves nothing, and is what carrying it out then does.

use super::*;

fn decision(on: &str, acts: Vec<Act>) -> Change {
    Change { on: day(on), reason: "sắp xếp".to_owned(), document: Some(paper("9/QĐ")), acts }
}

fn merge(unit: &str, to: &str) -> Act {
    Act::Succeed { unit: unit.to_owned(), shares: vec![(to.to_owned(), None)], ends: true }
}

fn founding(code: &str, manager: &str) -> Act {
    Act::Found(Founding {
        code: code.to_owned(),
        name: format!("Công đoàn {code}"),
        kind: UnitKind::Grassroots,
        block: Block::PrivateEnterprise,
        manager: manager.to_owned(),
        entry: Entry::Formed,
        method: None,
        members: None,
        address: None,
    })
}

fn unit(code: &str) -> String {
    code.to_owned()
}

#[test]
fn every_event_is_rehearsed_without_a_trace_and_then_carried_out_as_foreseen() {
    let events: [fn() -> Vec<Act>; 9] = [
        || vec![founding("m", "k")],
        || vec![Act::Rename { unit: unit("a"), name: "Công đoàn Sao Mai".to_owned() }],
        || {
            let (kind, block) = (UnitKind::Guild, Block::TradeGuild);
            vec![Act::Reclassify { unit: unit("a"), kind, block }]
        },
        || vec![Act::Suspend { unit: unit("a") }, Act::Resume { unit: unit("a") }],
        || vec![Act::HandOver { unit: unit("a"), to: unit("l") }],
        || vec![Act::Move { unit: unit("a"), to: unit("h") }],
        || vec![merge("a", "b")],
        || vec![founding("m", "k"), merge("a", "m"), merge("b", "m")],
        || vec![Act::StrikeOff { unit: unit("a") }],
    ];
    for (number, acts) in events.into_iter().enumerate() {
        with_districts(|world, &Units { a, b, .. }| {
            world.admit(a, "2020-12-01", 4);
            world.admit(b, "2020-12-01", 2);
            let (app, actor) = (&world.app, &world.actor);
            let change = decision("2021-03-01", acts());
            let before = dump(world);
            let head = crate::figures::head(app).unwrap();
            let seen = rehearse(app, actor, &change).unwrap();
            assert!(seen.refused.is_empty(), "{number}: {:?}", seen.refused);
            assert_eq!(dump(world), before, "{number}: nothing stays");
            assert_eq!(crate::figures::head(app).unwrap(), head);
            carry_out(app, actor, &change, "c1").unwrap();
            let year = Query::of("", seen.days);
            for scope in &seen.moved {
                let query = Query { scope: scope.code.clone(), ..year.clone() };
                for figure in &scope.figures {
                    let told = world.values(&query, &[figure.indicator]);
                    assert_eq!(told, [figure.is], "{number} {} {}", scope.code, figure.indicator);
                }
            }
            let written = dump(world);
            carry_out(app, actor, &change, "c1").unwrap();
            assert_eq!(dump(world), written, "{number}: told twice, written once");
        });
    }
}

#[test]
fn a_rehearsal_tells_members_targets_and_what_is_still_open() {
    with_districts(|world, &Units { a, l, .. }| {
        let people = world.admit(a, "2020-12-01", 4);
        let (app, actor) = (&world.app, &world.actor);
        let target = crate::targets::NewTarget {
            unit: a,
            indicator: "members.admitted".to_owned(),
            period: Period::parse("2021").unwrap(),
            value: Some(7),
        };
        crate::targets::set_targets(app, actor, &[target], &paper("2/QĐ")).unwrap();
        let seen = rehearse(app, actor, &decision("2021-03-01", vec![merge("a", "b")])).unwrap();
        assert_eq!(seen.people, [("carried".to_owned(), 4)]);
        let members = seen.posted.iter().filter(|posted| posted.account == 100);
        assert_eq!(members.map(|posted| posted.quantity).sum::<i64>(), 0, "none is lost");
        assert_eq!(seen.targets.len(), 1);
        assert_eq!((seen.targets[0].code.as_str(), seen.targets[0].value), ("a", 7));
        assert_eq!(seen.open, Open::default());
        let sent = NewEvent::new(EventKind::Sent, people[0], a, day("2021-02-01"));
        world.event(NewEvent { other: Some(l), ..sent });
        let end = decision("2021-03-01", vec![Act::Dissolve { unit: unit("a") }]);
        let seen = rehearse(app, actor, &end).unwrap();
        assert_eq!(seen.refused[&0].code, "not_disposed_of");
    });
}

#[test]
fn refused_lines_are_named_and_the_others_are_tried_without_them() {
    with_districts(|world, &Units { a, .. }| {
        world.admit(a, "2020-12-01", 4);
        let (app, actor) = (&world.app, &world.actor);
        let acts = vec![
            Act::Move { unit: unit("khong-co"), to: unit("l") },
            Act::Move { unit: unit("a"), to: unit("l") },
            Act::Move { unit: unit("k"), to: unit("b") },
            Act::Restore { unit: unit("b") },
        ];
        let change = decision("2021-03-01", acts);
        let before = dump(world);
        let seen = rehearse(app, actor, &change).unwrap();
        let refused: Vec<_> = seen.refused.iter().map(|(line, no)| (*line, no.code)).collect();
        assert_eq!(refused, [(0, "unknown_unit"), (2, "cycle_in_managers"), (3, "not_ended")]);
        assert!(seen.moved.iter().any(|scope| scope.code == "l"), "the rest is seen");
        let whole = carry_out(app, actor, &change, "c2");
        assert_eq!(code(whole), "unknown_unit");
        assert_eq!(dump(world), before, "committed at once, or not at all");
    });
}

#[test]
fn who_reaches_one_district_is_refused_elsewhere_and_told_nothing_of_it() {
    with_districts(|world, &Units { k, a, .. }| {
        world.admit(a, "2020-12-01", 4);
        let powers = vec![kernel::Power::RecordUnits, kernel::Power::ReadFigures];
        let hold = kernel::actor::Hold { post: Id(9), unit: k, below: true, powers };
        let clerk = kernel::Actor::with_posts("Lê Thị Sổ", Id(8), vec![hold]);
        let app = &world.app;
        let hand = decision("2021-03-01", vec![Act::HandOver { unit: unit("a"), to: unit("l") }]);
        let seen = rehearse(app, &clerk, &hand).unwrap();
        let scopes: Vec<_> = seen.moved.iter().map(|scope| scope.code.as_str()).collect();
        assert_eq!(scopes, ["k"], "neither the city nor the other district");
        let stray = decision("2021-03-01", vec![Act::Rename { unit: unit("l"), name: unit("x") }]);
        assert_eq!(rehearse(app, &clerk, &stray).unwrap().refused[&0].code, "out_of_reach");
        let reader = kernel::Actor::with_powers("xem", &[kernel::Power::ReadFigures]);
        assert_eq!(code(rehearse(app, &reader, &hand).map(drop)), "not_allowed");
    });
}
