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
fn what_units_below_pass_on_is_not_summed_beside_what_they_were_asked() {
    with_district(|world, [k, a, b]| {
        let from = "2020-01-01";
        let h = world.unit("h", UnitKind::Province, None, from, Entry::BroughtForward);
        let l = world.unit("l", UnitKind::District, Some(h), from, Entry::BroughtForward);
        let c = world.unit("c", UnitKind::Grassroots, Some(l), from, Entry::BroughtForward);
        let asked = [asked(h, Some(100)), asked(l, Some(80)), asked(c, Some(80))];
        set(world, &asked, "1/QĐ").unwrap();
        let sums = |unit| children_sum(&world.app, &world.actor, unit, year()).unwrap();
        let told = |unit| sums(unit).first().map(|sum| (sum.own, sum.sum, sum.units));
        assert_eq!(told(h), Some((Some(100), 80, 1)));
        assert_eq!(told(l), Some((Some(80), 80, 1)));
        assert_eq!([k, a, b].map(told), [None; 3]);
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

#[test]
fn many_cells_are_revised_by_one_decision_and_what_somebody_else_changed_is_not_overwritten() {
    with_district(|world, [k, a, b]| {
        set(world, &[asked(k, Some(100)), asked(a, Some(70))], "1/QĐ").unwrap();
        let cell = |unit, seen, value| Seen { new: asked(unit, value), seen };
        let revised = |cells: &[Seen], number: &str| {
            revise(&world.app, &world.actor, cells, &paper(number))
                .map_err(|error| error.refusal().map_or("failed", |refusal| refusal.code))
        };
        let all =
            [cell(k, Some(100), Some(120)), cell(a, Some(70), Some(70)), cell(b, None, Some(40))];
        assert_eq!(revised(&all, "2/QĐ"), Ok(2), "an untouched cell is no change");
        let late = [cell(b, Some(40), Some(41)), cell(k, Some(100), Some(130))];
        assert_eq!(revised(&late, "3/QĐ"), Err("changed_meanwhile"));
        assert_eq!(revised(&[cell(k, Some(120), Some(120))], "3/QĐ"), Err("nothing_changed"));
        assert_eq!(revised(&[cell(k, Some(120), Some(-1))], "3/QĐ"), Err("bad_target"));
        assert_eq!(revised(&[cell(k, Some(120), Some(1))], " "), Err("document_missing"));
        let wrong = NewTarget { indicator: "members.none".to_owned(), ..asked(k, Some(1)) };
        assert_eq!(revised(&[Seen { new: wrong, seen: None }], "3/QĐ"), Err("unknown_indicator"));
        let told = grid(&world.app, &world.actor, k, year(), (0, 50)).unwrap();
        assert_eq!((told.own.values[0], told.sums[0], told.total), (Some(120), 110, 2));
        let below: Vec<Option<i64>> = told.below.iter().map(|row| row.values[0]).collect();
        assert_eq!(below, [Some(70), Some(40)]);
        let decided = history(&world.app, &world.actor, k, year()).unwrap();
        let values: Vec<_> =
            decided.iter().map(|each| (each.value, each.number.as_deref())).collect();
        assert_eq!(values, [(Some(120), Some("2/QĐ")), (Some(100), Some("1/QĐ"))]);
    });
}
