//! What the other views show of times when a scope did not stand, and what they measure against targets.

use kernel::{Block, Period, UnitKind};
use ledger::views::View;

use super::{World, day, on_books, paper, tell_paper_case};
use crate::figures::{Figure, FigureSet, Query, State};
use crate::targets::{NewTarget, set_targets};
use crate::units::{self, Entry};

fn half() -> Period {
    Period::parse("2021-H1").unwrap()
}

fn of<'s>(set: &'s FigureSet, code: &str) -> &'s Figure {
    set.figures.iter().find(|figure| figure.indicator == code).unwrap()
}

/// The paper case; then from 1/7/2021 a ward union takes `u1` and the district ends.
fn tell_of_a_ward(world: &World<'_>) {
    tell_paper_case(world);
    let (app, actor) = (&world.app, &world.actor);
    let id = |code| units::scope_of_code(app, actor, code).unwrap();
    let (h, k, u1) = (id("h"), id("k"), id("u1"));
    let on = day("2021-07-01");
    let ward = world.unit("w", UnitKind::WardUnion, Some(h), "2021-07-01", Entry::Formed);
    units::move_unit(app, actor, u1, on, ward, Some(&paper("9/QĐ"))).unwrap();
    units::end_unit(app, actor, k, on, false, "bỏ cấp quận", Some(&paper("9/QĐ"))).unwrap();
}

#[test]
fn a_young_ward_union_shows_the_past_of_its_units_and_says_where_they_stood() {
    on_books(|world| {
        tell_of_a_ward(world);
        let was = world.ask(&Query::of("w", half()));
        assert_eq!(of(&was, "members.closing").state, State::NotApplicable);
        let now = world.ask(&Query { view: View::Now, ..Query::of("w", half()) });
        assert_eq!(of(&now, "members.opening").value, Some(30));
        assert_eq!(of(&now, "members.closing").value, Some(32));
        let notes = now.notes.join(" ");
        assert!(notes.contains("thành lập ngày 1/7/2021, sau kỳ này"), "{notes}");
        assert!(notes.contains("1 đơn vị cuối kỳ thuộc nơi khác: Đơn vị k (1)"), "{notes}");
        let like = world.ask(&Query { view: View::Like, ..Query::of("w", half()) });
        assert_eq!(of(&like, "members.closing").value, Some(0));
        let notes = like.notes.join(" ");
        assert!(notes.contains("Không đơn vị nào thuộc Đơn vị w suốt cả hai kỳ"), "{notes}");
    });
}

#[test]
fn an_ended_district_keeps_its_past_as_it_was_and_says_in_view_now_where_its_units_are() {
    on_books(|world| {
        tell_of_a_ward(world);
        let second_half = Period::parse("2022").unwrap();
        let was = world.ask(&Query::of("k", second_half));
        assert_eq!(of(&was, "members.closing").state, State::NotApplicable);
        let now = world.ask(&Query { view: View::Now, ..Query::of("k", half()) });
        assert_eq!(of(&now, "members.closing").value, Some(0));
        assert!(now.notes.join(" ").contains("nay thuộc: "), "{:?}", now.notes);
    });
}

fn with_target(world: &World<'_>, scope: &str) {
    let unit = units::scope_of_code(&world.app, &world.actor, scope).unwrap();
    let indicator = "members.admitted".to_owned();
    let target = NewTarget { unit, indicator, period: half(), value: Some(10) };
    set_targets(&world.app, &world.actor, &[target], &paper("1/QĐ-CT")).unwrap();
}

#[test]
fn a_part_is_not_measured_against_the_target_of_the_whole() {
    on_books(|world| {
        tell_paper_case(world);
        with_target(world, "k");
        with_target(world, "u1");
        let ask = |scope: &str, view| {
            let set = world.ask(&Query { view, ..Query::of(scope, half()) });
            let percent = of(&set, "members.admitted").percent.clone();
            (percent, set.targets_withheld, set.notes.join(" "))
        };
        assert_eq!(ask("k", View::Was), (Some("60".to_owned()), false, String::new()));
        for view in [View::Now, View::Like] {
            let (percent, withheld, notes) = ask("k", view);
            assert_eq!((percent, withheld), (None, true));
            assert!(notes.contains("nên không so với chỉ tiêu"), "{notes}");
        }
        // The unit is the same whole whichever way it is looked at.
        assert_eq!(ask("u1", View::Now), (Some("50".to_owned()), false, String::new()));
    });
}

#[test]
fn a_column_is_not_measured_against_the_target_of_all_columns() {
    on_books(|world| {
        tell_paper_case(world);
        with_target(world, "k");
        let block = Some(Block::PrivateEnterprise);
        let set = world.ask(&Query { block, ..Query::of("k", half()) });
        let figure = of(&set, "members.admitted");
        assert_eq!((figure.value, figure.target, set.targets_withheld), (Some(6), None, true));
        assert!(set.notes.join(" ").contains("không giao cho riêng khối"), "{:?}", set.notes);
        let none = Query { block: Some(Block::Ward), ..Query::of("k", half()) };
        assert_eq!(of(&world.ask(&none), "members.admitted").value, Some(0));
    });
}
