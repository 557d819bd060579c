//! Roll-ups by the day: what manages managing units is read by them, and sees what the ledger says.

use kernel::{Id, Instant, Period, UnitKind};

use super::{World, day, on_books, paper, proven, tell_paper_case};
use crate::books::{catch_up_days, day_scopes, doctor};
use crate::figures::Query;
use crate::units::{self, Entry};

/// Periods that begin and end inside months, in the shorter and in the longer part.
const ODD: [&str; 5] = [
    "2021-01-05..2021-02-20",
    "2021-03-10..2021-04-10",
    "2021-04-01..2021-05-19",
    "2021-02-25..2021-06-02",
    "2021-06-01..2021-06-20",
];

/// Every scope in every odd period, along the roll-ups and along the fold of the ledger.
fn agrees(world: &World<'_>, scopes: &[&str]) {
    for scope in scopes {
        for period in ODD {
            let query = Query::of(scope, Period::parse(period).unwrap());
            let known_at = Some(Instant::parse("2022-12-31").unwrap());
            let folded = world.ask(&Query { known_at, ..query.clone() });
            assert_eq!(world.ask(&query).figures, folded.figures, "{scope} {period}");
        }
    }
}

fn kept(world: &World<'_>) -> Vec<Id> {
    let scopes = world.app.db.read(|tx| day_scopes(tx, world.app.federation)).unwrap();
    let mut scopes: Vec<Id> = scopes.into_iter().collect();
    scopes.sort_unstable();
    scopes
}

fn id(world: &World<'_>, code: &str) -> Id {
    units::scope_of_code(&world.app, &world.actor, code).unwrap()
}

#[test]
fn who_manages_managing_units_keeps_its_days_and_sees_in_parts_of_months_what_the_ledger_says() {
    on_books(|world| {
        tell_paper_case(world);
        assert_eq!(kept(world), [id(world, "h")]);
        agrees(world, &["h", "k", "l"]);
        proven(world);
    });
}

#[test]
fn a_unit_that_comes_to_manage_a_managing_unit_starts_its_days_with_what_it_saw() {
    on_books(|world| {
        tell_paper_case(world);
        // Both districts have managed unions since; now one manages the other, told late.
        let [k, l] = ["k", "l"].map(|code| id(world, code));
        world.clock.move_to(day("2022-02-01"));
        let far = world.unit("u9", UnitKind::Grassroots, Some(l), "2021-03-01", Entry::Founded);
        world.admit(far, "2021-03-12", 3);
        let paper = paper("7/QĐ");
        units::move_unit(&world.app, &world.actor, l, day("2021-05-10"), k, Some(&paper)).unwrap();
        let mut expected = [k, id(world, "h")];
        expected.sort_unstable();
        assert_eq!(kept(world), expected);
        agrees(world, &["h", "k", "l"]);
        proven(world);
        world.admit(far, "2021-05-12", 1);
        units::move_unit(
            &world.app,
            &world.actor,
            l,
            day("2021-06-10"),
            id(world, "h"),
            Some(&paper),
        )
        .unwrap();
        agrees(world, &["h", "k", "l"]);
        proven(world);
    });
}

#[test]
fn books_of_an_older_program_get_their_days_when_they_are_opened() {
    on_books(|world| {
        tell_paper_case(world);
        let scopes = kept(world);
        for table in ["rollup_day", "day_scope"] {
            let sql = format!("DELETE FROM {table}");
            world.test.db.write(|tx| tx.execute(&sql, &[])).unwrap();
        }
        let federation = world.app.federation;
        world.app.db.write(|tx| catch_up_days(tx, federation)).unwrap();
        assert_eq!(kept(world), scopes);
        agrees(world, &["h"]);
        proven(world);
    });
}

#[test]
fn a_day_that_was_changed_removed_or_added_is_found() {
    for (sql, table) in [
        ("UPDATE rollup_day SET quantity = 99 WHERE on_day = '2021-02-10'", "rollup_day"),
        ("DELETE FROM rollup_day WHERE on_day = '2021-02-10'", "rollup_day"),
        (
            "INSERT INTO rollup_day SELECT federation_id, scope_id, '2099-01-01', account, block, kind, 1
             FROM rollup_day WHERE on_day = '2021-02-10'",
            "rollup_day",
        ),
        ("DELETE FROM day_scope", "day_scope"),
    ] {
        on_books(|world| {
            tell_paper_case(world);
            assert!(world.test.db.write(|tx| tx.execute(sql, &[])).unwrap() > 0, "{sql}");
            let report = doctor::examine(&world.app, &world.actor, &mut |_| {}).unwrap();
            let found = report.findings.iter().any(|each| (each.law, each.table) == ("rollup", table));
            assert!(found, "{sql}: {:?}", report.findings);
        });
    }
}
