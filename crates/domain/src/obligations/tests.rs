//! Who is obliged, by rule and record.

use kernel::{Block, Id, Period, UnitKind};

use super::*;
use crate::activities::{NewActivity, record};
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::figures::{Query, State, figure};
use crate::reports::{Finding, Key, find_form, read};
use crate::units::{Entry, reclassify};

/// District k over five non-state enterprises and a school, seen on 15/1/2024.
fn with_units(test: impl Fn(&World<'_>, Vec<Id>)) {
    on_books(|world| {
        world.clock.move_to(day("2024-01-15"));
        let brought = |code: &str, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let k = brought("k", UnitKind::District, None);
        let units: Vec<Id> = ["a", "b", "c", "d", "e", "s"]
            .map(|code| brought(code, UnitKind::Grassroots, Some(k)))
            .to_vec();
        let class = (UnitKind::Grassroots, Block::Education);
        let from = day("2020-01-01");
        reclassify(&world.app, &world.actor, units[5], from, class, &paper("2/QĐ")).unwrap();
        test(world, units);
        proven(world);
    });
}

fn put(world: &World<'_>, new: &NewActivity) {
    record(&world.app, &world.actor, new).unwrap();
}

fn told(world: &World<'_>, code: &str) -> DutyList {
    duties(&world.app, &world.actor, code, "k", 2023).unwrap()
}

fn standing_of(list: &DutyList, code: &str) -> &'static str {
    list.duties.iter().find(|duty| duty.code == code).unwrap().standing.code()
}

/// a held in time, b has 9 workers, c is exempt, d owes, e never said how many work there.
fn tell(world: &World<'_>, units: &[Id]) {
    for (unit, workers) in [(0, 40), (1, 9), (2, 30), (3, 12)] {
        let new = NewActivity::new("headcount", "", units[unit], day("2023-12-01"));
        put(world, &new.count("workers", workers));
    }
    put(world, &NewActivity::new("conferences", "workers", units[0], day("2023-12-05")));
    let exempt = NewActivity::new("exemptions", "conferences.workers", units[2], day("2023-12-06"));
    put(world, &exempt.text("reason", "new"));
}

#[test]
fn each_unit_stands_as_its_block_headcount_exemption_and_records_say() {
    with_units(|world, units| {
        tell(world, &units);
        let list = told(world, "conferences.workers");
        let stands = ["a", "b", "c", "d", "e"].map(|code| standing_of(&list, code));
        assert_eq!(stands, ["held", "not_obliged", "exempt", "due", "unknown"]);
        let Counts { obliged, held, exempt, too_few_workers, headcount_unknown, .. } = list.counts;
        assert_eq!((obliged, held, exempt, too_few_workers, headcount_unknown), (2, 1, 1, 1, 1));
        let list = told(world, "dialogues");
        assert_eq!((list.counts.obliged, list.counts.late), (5, 5), "31/12 is over");
        assert_eq!(told(world, "conferences.officials").counts.obliged, 1);
    });
}

#[test]
fn it_is_late_by_the_program_s_clock_and_late_holding_counts_as_held() {
    with_units(|world, units| {
        tell(world, &units);
        world.clock.move_to(day("2024-03-31"));
        assert_eq!(standing_of(&told(world, "conferences.workers"), "d"), "due");
        world.clock.move_to(day("2024-04-01"));
        assert_eq!(standing_of(&told(world, "conferences.workers"), "d"), "late");
        let late = NewActivity::new("conferences", "workers", units[3], day("2024-04-01"));
        put(world, &NewActivity { year: Some(2023), ..late });
        let list = told(world, "conferences.workers");
        assert_eq!(standing_of(&list, "d"), "held_late");
        assert_eq!((list.counts.held, list.counts.held_late, list.counts.late), (2, 1, 0));
    });
}

#[test]
fn who_holds_it_without_owing_it_is_told_apart_and_never_lifts_the_rate() {
    with_units(|world, units| {
        tell(world, &units);
        put(world, &NewActivity::new("conferences", "workers", units[1], day("2023-12-07")));
        let query = Query::of("k", Period::parse("2023").unwrap());
        let set = figure(&world.app, &world.actor, "conferences.workers.held", &query).unwrap();
        let told = &set.figures[0];
        assert_eq!((told.value, told.ratio), (Some(2), Some([1, 2])));
        assert_eq!(told.percent_vi.as_deref(), Some("50%"));
        let population = told.population.as_ref().unwrap();
        assert_eq!((population.counts.held_beyond, population.year), (1, 2023));
        let query = Query::of("s", Period::parse("2023").unwrap());
        let set = figure(&world.app, &world.actor, "conferences.workers.held", &query).unwrap();
        assert_eq!(set.figures[0].state, State::NotObliged);
    });
}

#[test]
fn a_report_sets_over_who_owes_it_only_what_they_held() {
    with_units(|world, units| {
        tell(world, &units);
        let k = crate::units::scope_of_code(&world.app, &world.actor, "k").unwrap();
        let (form, period) = (find_form("ket_qua_nam").unwrap(), Period::parse("2023").unwrap());
        let cell = || {
            let key = Key { unit: k, form, period };
            let report = read(&world.app, &world.actor, &key, None).unwrap();
            report.cells.into_iter().find(|cell| cell.line == "I.2").unwrap()
        };
        assert_eq!((cell().value, cell().target, cell().note), (Some(1), Some(2), None));
        put(world, &NewActivity::new("conferences", "workers", units[1], day("2023-12-07")));
        let beyond = cell();
        assert_eq!((beyond.value, beyond.target), (Some(2), None), "not two of two");
        let note = "Đơn vị thuộc diện đã tổ chức: 1/2 (50%)";
        assert_eq!(beyond.note.as_deref(), Some(note));
        let report = read(&world.app, &world.actor, &Key { unit: k, form, period }, None).unwrap();
        let of_line = |each: &&Finding| each.line.as_deref() == Some("I.2");
        let mut of_line = report.findings.iter().filter(of_line);
        let open = of_line.find(|each| each.code == "obliged_not_held").unwrap();
        assert_eq!(open.against.as_deref(), Some("conferences.workers"));
        assert!(open.what.starts_with("Còn 1 trên 2 đơn vị thuộc diện"), "{}", open.what);
    });
}

#[test]
fn the_obligations_of_a_year_are_counted_without_their_lists() {
    with_units(|world, units| {
        tell(world, &units);
        for told in summary(&world.app, &world.actor, "k", 2023).unwrap() {
            let list = duties(&world.app, &world.actor, &told.obligation.code, "k", 2023).unwrap();
            assert_eq!(told.counts, list.counts, "{}", told.obligation.code);
            assert!(told.duties.is_empty() && told.version.is_some() == list.version.is_some());
        }
    });
}

#[test]
fn where_no_rule_could_be_read_nothing_is_worked_out() {
    with_units(|world, _| {
        let list = duties(&world.app, &world.actor, "conferences.workers", "k", 2021).unwrap();
        assert!(list.version.is_none() && list.duties.is_empty());
    });
}
