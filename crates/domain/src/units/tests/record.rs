//! A unit's record, and the employers without one: the same on both engines, and no further than a post reaches.

use kernel::actor::Hold;
use kernel::{Actor, Power};

use super::*;

fn clerk_at(unit: Id, powers: &[Power]) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: powers.to_vec() };
    Actor::with_posts("Lê Thị Sổ", Id(8), vec![hold])
}

#[test]
fn a_record_tells_names_events_managers_papers_and_who_wrote_them() {
    with_districts(|world, &Units { a, b, k, l, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        world.admit(a, "2020-12-01", 3);
        rename(app, actor, a, day("2021-02-01"), "Sao Mai", &paper("8/QĐ")).unwrap();
        move_unit(app, actor, a, day("2021-03-01"), l, Some(&paper("9/QĐ"))).unwrap();
        let merge = Succession { unit: a, shares: vec![Share { to: b, people: None }], ends: true };
        succeed(app, actor, day("2021-04-01"), &[merge], &paper("10/QĐ")).unwrap();
        let on = day("2021-03-15");
        let told = profile(app, actor, a, on).unwrap();
        let kinds: Vec<_> = told.events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds, ["brought_forward", "renamed", "moved", "merged"]);
        assert_eq!(told.events[3].others, [("b".to_owned(), "Đơn vị b".to_owned())]);
        assert_eq!(told.events[3].members, Some(0), "they were carried before it ended");
        let names: Vec<_> = told.versions.iter().map(|version| version.name.as_str()).collect();
        assert_eq!(names, ["Đơn vị a", "Sao Mai"]);
        let managers = told.managers.iter().map(|each| each.manager.clone().unwrap().0);
        assert_eq!(managers.collect::<Vec<_>>(), ["k", "l"]);
        let successor = profile(app, actor, b, on).unwrap();
        assert_eq!(
            successor.events[1].at.as_ref().unwrap().0,
            "a",
            "what came to it stands there too"
        );
        let papers = unit_papers(app, actor, a, on).unwrap();
        assert_eq!(papers.len(), 4);
        assert!(unit_trail(app, actor, a, on).unwrap().len() >= 4);
        assert_eq!(members_to_share(app, actor, b, day("2021-06-30")).unwrap().unwrap().len(), 3);
        let clerk = clerk_at(k, &[Power::ReadFigures]);
        let other = profile(app, &clerk, l, on).unwrap();
        assert!(!other.reaches && other.events.iter().all(|event| event.members.is_none()));
        for told in [
            code(unit_papers(app, &clerk, l, on).map(drop)),
            code(must_record_at(app, &clerk_at(k, &[Power::RecordUnits]), l)),
        ] {
            assert_eq!(told, "out_of_reach");
        }
        assert_eq!(code(unit_trail(app, &clerk, a, on).map(drop)), "not_allowed");
    });
}

#[test]
fn employers_without_a_union_are_told_to_those_who_approached_them() {
    with_districts(|world, &Units { k, l, .. }| {
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
        let seen = |unit| prospects(app, &clerk_at(unit, &[Power::ReadFigures]), 0, 10).unwrap();
        assert_eq!((seen(k).len(), seen(k)[0].visits), (1, 2));
        assert_eq!(seen(k)[0].last_on, Some(day("2021-03-01")));
        assert!(seen(l).is_empty());
        assert_eq!(prospects(app, actor, 0, 10).unwrap().len(), 1);
        assert!(prospects(app, actor, 1, 10).unwrap().is_empty());
        let empty = record_visit(app, actor, k, &employer, day("2021-03-02"), " ");
        assert_eq!(code(empty.map(drop)), "outcome_missing");
    });
}
