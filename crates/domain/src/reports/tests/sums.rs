//! Running sums: whatever is filed, sent back, approved, reopened or moved under another manager, they are what the
//! reports add up to.

use std::sync::Arc;

use kernel::{Actor, FixedClock, Id, UnitKind};
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::{code, of_district, of_union, step, typed, with_district};
use crate::App;
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::people::Keys;
use crate::reports::{Key, Source, State, Step, act, read, stray, type_cells};
use crate::units::{self, Entry};

/// What may happen to the reports of a city, its two districts and their unions, and to the unions.
#[derive(Clone, Copy, Debug)]
enum What {
    Type(i64),
    Take(Step),
    HandOver(usize),
    StrikeOff,
    Restore,
}

fn whats() -> impl Strategy<Value = Vec<(What, usize, i32)>> {
    let what = prop_oneof![
        3 => (0..1_000_i64).prop_map(What::Type),
        8 => prop::sample::select(&Step::ALL[..]).prop_map(What::Take),
        8 => prop::sample::select(&[Step::Submit, Step::Approve][..]).prop_map(What::Take),
        2 => (0..3_usize).prop_map(What::HandOver),
        1 => Just(What::StrikeOff),
        1 => Just(What::Restore),
    ];
    // Days before, within and after those reported on.
    prop::collection::vec((what, 0..6_usize, 0..500_i32), 20..40)
}

struct Books<'w> {
    world: &'w World<'w>,
    city: Id,
    districts: [Id; 2],
    unions: [Id; 4],
}

impl Books<'_> {
    fn begin<'w>(world: &'w World<'w>) -> Books<'w> {
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2015-01-01", Entry::BroughtForward)
        };
        let city = brought("h", UnitKind::Province, None);
        let districts = ["k", "l"].map(|code| brought(code, UnitKind::District, Some(city)));
        let unions = ["a", "b", "c", "d"]
            .map(|code| brought(code, UnitKind::Grassroots, Some(districts[0])));
        Books { world, city, districts, unions }
    }

    fn key(&self, number: usize) -> Key {
        match self.unions.get(number) {
            Some(union) => of_union(*union),
            None => of_district(self.districts[number % 2]),
        }
    }

    fn take(&self, (what, number, days): (What, usize, i32)) -> crate::Result<()> {
        let World { app, actor, .. } = self.world;
        let (key, union) = (self.key(number), self.unions[number % 4]);
        let on = day("2020-06-01").plus(days);
        match what {
            What::Type(value) => type_cells(app, actor, &key, &[typed("1", value)]),
            What::Take(step) => act(app, actor, &key, step, Some("vì thế"), &[]).map(drop),
            What::HandOver(to) => {
                let to = [self.districts[0], self.districts[1], self.city][to];
                units::hand_over(app, actor, union, on, to, Some(&paper("2/QĐ")))
            }
            What::StrikeOff => {
                units::end_unit(app, actor, union, on, true, "giải thể", Some(&paper("3/QĐ")))
            }
            What::Restore => units::restore(app, actor, union, on, &paper("4/QĐ")),
        }
    }

    /// The value of line 1 and what its unit typed there, of a report that counts.
    fn approved(&self, unit: Id) -> Option<(Option<i64>, Option<i64>)> {
        let key = if self.unions.contains(&unit) { of_union(unit) } else { of_district(unit) };
        let report = read(&self.world.app, &self.world.actor, &key, None).unwrap();
        let cell = report.cells.iter().find(|cell| cell.line == "1").unwrap();
        report.state.counts().then_some((cell.value, cell.typed))
    }

    /// What stands below a unit as the lists say, each with its approved report.
    fn below(&self, unit: Id) -> Vec<Id> {
        let World { app, actor, .. } = self.world;
        let last = of_union(unit).period.last();
        let rows = units::subtree_now(app, actor, unit, last).unwrap();
        let id = |row: units::UnitRow| units::scope_of_code(app, actor, &row.code).unwrap();
        rows.into_iter().map(id).collect()
    }

    fn straight(&self, unit: Id) -> (i64, i64) {
        let mut all = (0, 0);
        for below in self.below(unit) {
            let own = self.approved(below).and_then(|(_, typed)| typed);
            let deeper = self.straight(below);
            all.0 += own.unwrap_or(0) + deeper.0;
            all.1 += i64::from(own.is_some()) + deeper.1;
        }
        all
    }

    /// What a unit gathers is what its reports say when they are read one by one; and the fold gives what is kept.
    fn hold(&self) {
        let World { app, actor, .. } = self.world;
        for unit in [self.city, self.districts[0], self.districts[1]] {
            let report = read(app, actor, &of_district(unit), None).unwrap();
            if !report.state.is_open() {
                continue;
            }
            let cell = report.cells.iter().find(|cell| cell.line == "1").unwrap();
            assert_eq!(cell.source, Source::Summed);
            let below = self.below(unit);
            let values: Vec<i64> =
                below.iter().filter_map(|unit| self.approved(*unit)?.0).collect();
            let (straight, straight_reported) = self.straight(unit);
            assert_eq!(cell.gathered.is_some(), !below.is_empty());
            let Some(told) = cell.gathered else { continue };
            let (sum, reported) = (values.iter().sum(), values.len() as i64);
            assert_eq!((told.sum, told.reported, told.due), (sum, reported, below.len() as i64));
            assert_eq!((told.straight, told.straight_reported), (straight, straight_reported));
        }
        assert_eq!(app.db.read(|tx| stray(tx, app.federation)).unwrap(), None);
    }
}

fn tell(whats: &[(What, usize, i32)]) {
    let test = db::testing::sqlite();
    let clock = Arc::new(FixedClock::on(day("2022-03-31")));
    let app = App::open(test.again(), clock.clone(), Keys::from_secret(&[7; 32])).unwrap();
    let world = World { app, clock, actor: Actor::operator("thử"), test: &test };
    let books = Books::begin(&world);
    for (place, what) in whats.iter().enumerate() {
        if let Err(error) = books.take(*what) {
            assert!(error.refusal().is_some(), "{what:?}: {error:?}");
        }
        if place % 8 == 7 {
            books.hold();
        }
    }
    books.hold();
    proven(&world);
}

proptest! {
    // A look costs the reading of every report, so the histories are few.
    #![proptest_config(Config { cases: 8, max_shrink_iters: 100, ..Config::default() })]

    #[test]
    fn whatever_happens_to_reports_and_units_the_running_sums_are_what_the_reports_say(
        whats in whats()
    ) {
        tell(&whats);
    }
}

#[test]
fn a_unit_handed_over_before_the_last_day_takes_its_report_along_and_one_after_it_does_not() {
    on_books(|world| {
        world.clock.move_to(day("2022-03-31"));
        let books = Books::begin(world);
        let union = books.unions[0];
        type_cells(&world.app, &world.actor, &of_union(union), &[typed("1", 40)]).unwrap();
        step(world, &of_union(union), Step::Submit).unwrap();
        step(world, &of_union(union), Step::Approve).unwrap();
        let sums = || {
            books.districts.map(|district| {
                let report = read(&world.app, &world.actor, &of_district(district), None).unwrap();
                let cell = report.cells.iter().find(|cell| cell.line == "1").unwrap().clone();
                cell.gathered.map(|all| (all.sum, all.due))
            })
        };
        assert_eq!(sums(), [Some((40, 4)), None]);
        let to = books.districts[1];
        let hand_over = |on: &str| {
            let paper = paper("2/QĐ");
            units::hand_over(&world.app, &world.actor, union, day(on), to, Some(&paper)).unwrap();
        };
        hand_over("2021-06-01");
        assert_eq!(sums(), [Some((40, 4)), None], "on the last day it stood where it stood");
        hand_over("2021-05-31");
        assert_eq!(sums(), [Some((0, 3)), Some((40, 1))]);
        proven(world);
    });
}

#[test]
fn a_running_sum_that_was_changed_removed_or_added_is_found_and_old_books_get_theirs() {
    for sql in [
        "UPDATE report_sum SET total = total + 1 WHERE reach = 'below' AND measure = 'workers.total'",
        "UPDATE report_sum SET not_reported = 5 WHERE reach = 'all'",
        "DELETE FROM report_sum WHERE measure = 'workers.total'",
        "INSERT INTO report_sum SELECT federation_id, scope_id, from_on, to_on, reach, 'x', 1, 1, 0, 0, 0
         FROM report_sum WHERE reach = 'below' AND measure = 'workers.total'",
    ] {
        with_district(|world, [k, a, _]| {
            type_cells(&world.app, &world.actor, &of_union(a), &[typed("1", 40)]).unwrap();
            step(world, &of_union(a), Step::Submit).unwrap();
            step(world, &of_union(a), Step::Approve).unwrap();
            proven(world);
            assert!(world.test.db.write(|tx| tx.execute(sql, &[])).unwrap() > 0, "{sql}");
            let find = |tx: &mut db::Tx<'_>| stray(tx, world.app.federation);
            let found = world.app.db.read(find).unwrap();
            assert_eq!(found.map(|(scope, _)| scope), Some(k), "{sql}");
            world.test.db.write(|tx| tx.execute("DELETE FROM report_sum", &[])).unwrap();
            world.app.db.write(|tx| world.app.catch_up(tx)).unwrap();
            let report = read(&world.app, &world.actor, &of_district(k), None).unwrap();
            assert_eq!(super::value(&report, "1"), Some(40), "{sql}");
        });
    }
}

#[test]
fn what_the_levels_between_have_not_passed_on_is_told_before_the_top_files() {
    on_books(|world| {
        world.clock.move_to(day("2022-03-31"));
        let books = Books::begin(world);
        let report = of_union(books.unions[0]);
        type_cells(&world.app, &world.actor, &report, &[typed("1", 40)]).unwrap();
        step(world, &report, Step::Submit).unwrap();
        step(world, &report, Step::Approve).unwrap();
        let told = || {
            let city = read(&world.app, &world.actor, &of_district(books.city), None).unwrap();
            let behind = city.findings.iter().any(|found| found.code == "levels_behind");
            (super::value(&city, "1"), behind)
        };
        assert_eq!(told(), (None, true), "the district has it, the city not yet");
        let district = of_district(books.districts[0]);
        assert_eq!(step(world, &district, Step::Submit).unwrap().state, State::Submitted);
        step(world, &district, Step::Approve).unwrap();
        assert_eq!(told(), (Some(40), false));
        let again = type_cells(&world.app, &world.actor, &report, &[typed("1", 41)]);
        assert_eq!(again.map_err(code), Err("report_not_open"));
    });
}
