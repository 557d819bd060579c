//! Targets: the later decision holds, and the sum of the units below stands beside the unit's own.

use kernel::{Id, Period, UnitKind};

use super::*;
use crate::figures::Query;
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::units::Entry;

fn with_district(test: impl Fn(&World<'_>, [Id; 3])) {
    on_books(|world| {
        world.clock.move_to(day("2021-06-30"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let k = brought("k", UnitKind::District, None);
        let [a, b] = ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(k)));
        test(world, [k, a, b]);
        proven(world);
    });
}

fn year() -> Period {
    Period::parse("2021").unwrap()
}

fn asked(unit: Id, value: Option<i64>) -> NewTarget {
    NewTarget { unit, indicator: "members.admitted".to_owned(), period: year(), value }
}

fn set(world: &World<'_>, targets: &[NewTarget], number: &str) -> crate::Result<()> {
    set_targets(&world.app, &world.actor, targets, &paper(number))
}

fn target_of(world: &World<'_>, scope: &str) -> Option<i64> {
    let set = world.ask(&Query::of(scope, year()));
    set.figures.iter().find(|each| each.indicator == "members.admitted").unwrap().target
}

#[test]
fn a_later_decision_revises_a_target_and_one_without_a_value_takes_it_back() {
    with_district(|world, [k, ..]| {
        assert_eq!(target_of(world, "k"), None);
        for (value, number) in [(Some(100), "1/QĐ"), (Some(120), "2/QĐ"), (None, "3/QĐ")] {
            set(world, &[asked(k, value)], number).unwrap();
            assert_eq!(target_of(world, "k"), value);
        }
    });
}

#[test]
fn the_sum_of_the_units_below_stands_beside_the_own_target() {
    with_district(|world, [k, a, b]| {
        set(world, &[asked(k, Some(100)), asked(a, Some(70)), asked(b, Some(20))], "1/QĐ").unwrap();
        set(world, &[asked(b, Some(25))], "2/QĐ").unwrap();
        let sums = children_sum(&world.app, &world.actor, k, year()).unwrap();
        let indicator = "members.admitted".to_owned();
        assert_eq!(sums, [ChildSum { indicator, own: Some(100), sum: 95, units: 2 }]);
        set(world, &[asked(k, None), asked(a, None)], "3/QĐ").unwrap();
        let sums = children_sum(&world.app, &world.actor, k, year()).unwrap();
        assert_eq!((sums[0].own, sums[0].sum, sums[0].units), (None, 25, 1));
    });
}

#[test]
fn a_target_of_nobody_or_out_of_measure_is_refused_whole() {
    with_district(|world, [k, ..]| {
        for (bad, expected) in [
            (asked(Id(1), Some(5)), "unknown_unit"),
            (asked(k, Some(-1)), "bad_target"),
            (asked(k, Some(1_000_000_001)), "bad_target"),
        ] {
            let refused = set(world, &[asked(k, Some(7)), bad], "1/QĐ").unwrap_err();
            assert_eq!(refused.refusal().unwrap().code, expected);
            assert_eq!(target_of(world, "k"), None);
        }
    });
}
