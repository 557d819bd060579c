//! The four states of a cell: what each does to sums and denominators, and who typed it and why.

use kernel::UnitKind;

use super::super::*;
use super::{code, of_district, of_union, step, typed, value, with_district};
use crate::figures::State as CellState;
use crate::figures::tests::{World, day};
use crate::units::Entry;

fn says(line: &str, state: CellState, note: Option<&str>) -> Typed {
    Typed { line: line.to_owned(), value: None, state, note: note.map(str::to_owned) }
}

fn approve(world: &World<'_>, key: &Key, cell: &Typed) {
    type_cells(&world.app, &world.actor, key, std::slice::from_ref(cell)).unwrap();
    step(world, key, Step::Submit).unwrap();
    step(world, key, Step::Approve).unwrap();
}

/// The line “1” of the district when one union reported 120 and the other said `cell`.
fn gathered(world: &World<'_>, [k, a, b]: [kernel::Id; 3], cell: &Typed) -> (Report, Gathered) {
    approve(world, &of_union(a), &typed("1", 120));
    approve(world, &of_union(b), cell);
    let report = read(&world.app, &world.actor, &of_district(k), None).unwrap();
    let all = report.cells.iter().find(|cell| cell.line == "1").unwrap().gathered.unwrap();
    (report, all)
}

#[test]
fn each_state_has_its_own_effect_on_sum_and_denominator() {
    let why = Some("không có lao động");
    for (cell, sum, reported, obliged, missing) in [
        (typed("1", 0), 120, 2, 2, 0),
        (says("1", CellState::NotReported, None), 120, 1, 2, 1),
        (says("1", CellState::NotApplicable, why), 120, 1, 2, 0),
        (says("1", CellState::NotObliged, why), 120, 1, 1, 0),
    ] {
        with_district(|world, units| {
            let (report, all) = gathered(world, units, &cell);
            let told = (all.sum, all.reported, all.obliged(), all.missing());
            assert_eq!(told, (sum, reported, obliged, missing), "{cell:?}");
            assert_eq!(value(&report, "1"), Some(120));
            let missed = report
                .findings
                .iter()
                .any(|each| each.code == "units_missing" && each.line.as_deref() == Some("1"));
            assert_eq!(missed, missing > 0, "{cell:?}");
        });
    }
}

#[test]
fn what_a_unit_tells_on_two_forms_is_summed_once() {
    with_district(|world, [k, a, _]| {
        approve(world, &of_union(a), &typed("1", 120));
        let twice = of_district(a);
        type_cells(&world.app, &world.actor, &twice, &[typed("1", 120)]).unwrap();
        step(world, &twice, Step::Submit).unwrap();
        assert_eq!(step(world, &twice, Step::Approve), Err("counted_already"));
        let report = read(&world.app, &world.actor, &of_district(k), None).unwrap();
        assert_eq!(value(&report, "1"), Some(120));
        step(world, &twice, Step::Return).unwrap();
        // What says nothing of it may stand beside what is counted.
        approve(world, &twice, &says("1", CellState::NotReported, None));
        let report = read(&world.app, &world.actor, &of_district(k), None).unwrap();
        let all = report.cells.iter().find(|cell| cell.line == "1").unwrap().gathered.unwrap();
        assert_eq!((all.sum, all.reported), (120, 1));
    });
}

#[test]
fn a_union_waits_for_no_report_of_its_own_sections() {
    with_district(|world, [_, a, _]| {
        for (code, kind) in [("bp", UnitKind::Section), ("to", UnitKind::Group)] {
            world.unit(code, kind, Some(a), "2020-01-01", Entry::BroughtForward);
        }
        let report = read(&world.app, &world.actor, &of_union(a), None).unwrap();
        assert!(report.cells.iter().all(|cell| cell.gathered.is_none()));
        assert!(report.findings.iter().all(|found| found.code != "units_missing"));
    });
}

#[test]
fn what_is_not_a_value_is_filed_and_read_back_as_it_was_said() {
    with_district(|world, [_, a, _]| {
        let why = Some("đơn vị không thuê lao động thời vụ");
        let cells = [
            typed("1", 0),
            says("2", CellState::NotApplicable, why),
            says("4", CellState::NotObliged, why),
            says("5", CellState::NotReported, Some("đang thống kê")),
        ];
        type_cells(&world.app, &world.actor, &of_union(a), &cells).unwrap();
        let filed = step(world, &of_union(a), Step::Submit).unwrap();
        let state = |line: &str| {
            let cell = filed.cells.iter().find(|cell| cell.line == line).unwrap();
            (cell.state, cell.value)
        };
        assert_eq!(state("1"), (CellState::Value, Some(0)), "nothing is a value");
        assert_eq!(state("2"), (CellState::NotApplicable, None));
        assert_eq!(state("4"), (CellState::NotObliged, None));
        assert_eq!(state("5"), (CellState::NotReported, None));
        assert_eq!(state("6"), (CellState::NotReported, None), "nobody said anything");
        let asks = |line: &str| {
            let of = |each: &&Finding| each.line.as_deref() == Some(line);
            filed.findings.iter().filter(of).any(|each| each.code == "not_filled")
        };
        assert!(asks("6") && !asks("5") && !asks("2"));
    });
}

#[test]
fn a_cell_without_a_value_says_why_it_needs_none() {
    with_district(|world, [_, a, _]| {
        for state in [CellState::NotObliged, CellState::NotApplicable] {
            for note in [None, Some(" ")] {
                let cell = says("1", state, note);
                let refused = type_cells(&world.app, &world.actor, &of_union(a), &[cell]);
                assert_eq!(refused.map_err(code), Err("why_missing"));
            }
        }
    });
}

#[test]
fn who_typed_a_cell_stays_with_it_when_somebody_else_files_it() {
    with_district(|world, [_, a, _]| {
        let clerk = kernel::Actor::operator("Trần Thị Ghi");
        type_cells(&world.app, &clerk, &of_union(a), &[typed("1", 20), typed("1.1", 9)]).unwrap();
        world.clock.move_to(day("2022-04-01"));
        type_cells(&world.app, &world.actor, &of_union(a), &[typed("1.1", 10)]).unwrap();
        let filed = step(world, &of_union(a), Step::Submit).unwrap();
        let who = |line: &str| {
            let typist = filed.typists.iter().find(|each| each.line == line).unwrap();
            (&*typist.actor, typist.recorded_at.contains("1/4/2022"))
        };
        assert_eq!(who("1"), ("Trần Thị Ghi", false));
        assert_eq!(who("1.1"), ("thử", true));
    });
}

#[test]
fn a_sum_of_lines_adds_values_and_says_what_all_its_lines_say() {
    let text = "code = \"tong\"\nname = \"Tổng\"\nsource = \"QĐ 9\"\nconfidence = \"R\"\nlevel = \"grassroots\"\n\
                from = \"2020-01-01\"\ndecimals = 0\n\n[[line]]\ncode = \"1\"\ntext = \"Một\"\nmeasure = \"x\"\n\n\
                [[line]]\ncode = \"2\"\ntext = \"Hai\"\nmeasure = \"y\"\n\n\
                [[line]]\ncode = \"3\"\ntext = \"Cộng\"\nsum = [\"1\", \"2\"]\n";
    let why = Some("không có");
    with_district(|world, [_, a, _]| {
        let form = put_in_force(&world.app, &world.actor, text).unwrap();
        let key = Key { form, ..of_union(a) };
        let total = |first: Typed, second: Typed| {
            type_cells(&world.app, &world.actor, &key, &[first, second]).unwrap();
            let report = read(&world.app, &world.actor, &key, None).unwrap();
            let cell = report.cells.iter().find(|cell| cell.line == "3").unwrap().clone();
            let open = report.findings.iter().any(|each| each.code == "sum_incomplete");
            (cell.state, cell.value, open)
        };
        let missing = || says("2", CellState::NotReported, None);
        let none = |line: &str| says(line, CellState::NotApplicable, why);
        assert_eq!(total(typed("1", 3), typed("2", 4)), (CellState::Value, Some(7), false));
        assert_eq!(total(typed("1", 3), missing()), (CellState::Value, Some(3), true));
        assert_eq!(total(typed("1", 3), none("2")), (CellState::Value, Some(3), false));
        assert_eq!(total(none("1"), none("2")), (CellState::NotApplicable, None, false));
        assert_eq!(total(none("1"), missing()), (CellState::NotReported, None, false));
    });
}
