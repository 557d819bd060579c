//! A secret ballot before a reader of the whole database: whoever voted what, every row of every table is
//! the same, after each single vote and after the close, as long as the sums are.

use std::fmt::Write as _;
use std::sync::Arc;

use db::testing::TestDb;
use kernel::FixedClock;

use super::*;
use crate::App;
use crate::people::Keys;

/// Every row of every table there is, whatever the catalogue says. Rows of the council's tables stand in
/// the order in which the engine keeps them, so that an order would tell too.
fn everything(app: &App) -> String {
    let tables = match app.engine_name() {
        "SQLite" => {
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        }
        _ => {
            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema()
             ORDER BY 1"
        }
    };
    let read = |tx: &mut db::Tx<'_>| {
        let mut text = String::new();
        for table in tx.query(tables, &[], |row| Ok(row.text(0)?.to_owned()))? {
            let mut rows = tx.query(&format!("SELECT * FROM {table}"), &[], |row| {
                let values = (0..row.columns()).map(|column| row.value(column));
                Ok(format!("{:?}", values.collect::<Result<Vec<_>, _>>()?))
            })?;
            if !table.starts_with("council") {
                rows.sort();
            }
            writeln!(text, "== {table}\n{}", rows.join("\n")).unwrap();
        }
        Ok::<_, db::DbError>(text)
    };
    app.db.read(read).unwrap()
}

/// The whole database after each vote, and after the close.
fn readings(database: &TestDb, choices: &[Choice]) -> Vec<String> {
    let clock = Arc::new(FixedClock::on(day("2021-01-01")));
    let app = App::open(database.again(), clock.clone(), Keys::from_secret(&[7; 32])).unwrap();
    let world = World { app, clock, actor: Actor::operator("thử"), test: database };
    let hall = Hall::of(&world, choices.len());
    hall.attend_but(&[]);
    let matter = hall.about_union(typed("2/3", Base::All, true));
    let ballot = hall.open(matter, Way::Electronic).unwrap();
    let mut readings = vec![everything(&world.app)];
    for (place, choice) in choices.iter().enumerate() {
        // A program may name what it asks, with a hash of it: that must not be kept either.
        let actor = hall.actors[place].clone().under(format!("lệnh {place}"), choice.code());
        cast(&world.app, &actor, &[(ballot, *choice)]).unwrap();
        readings.push(everything(&world.app));
    }
    hall.close(ballot, false).unwrap();
    readings.push(everything(&world.app));
    readings
}

fn on_engines(test: impl Fn(&dyn Fn() -> TestDb)) {
    test(&db::testing::sqlite);
    if db::testing::postgres().is_some() {
        test(&|| db::testing::postgres().unwrap());
    }
}

#[test]
fn who_voted_what_makes_no_difference_to_any_row_after_any_vote_or_the_close() {
    use Choice::{Against, Blank, For};
    let assignments = [
        [For, For, For, Against, Blank],
        [Against, Blank, For, For, For],
        [Blank, For, Against, For, For],
    ];
    on_engines(|fresh| {
        let [first, others @ ..] = assignments.map(|choices| readings(&fresh(), &choices));
        for other in others {
            assert_eq!(first.len(), other.len());
            for (step, (one, two)) in first.iter().zip(&other).enumerate() {
                assert!(one == two, "after {step} votes the books tell who voted what");
            }
        }
    });
}

#[test]
fn before_the_close_not_even_the_sums_are_there_and_after_it_nothing_else_is() {
    use Choice::{Against, For};
    on_engines(|fresh| {
        let [first, other] = [[For, For, For, For], [Against, Against, Against, For]]
            .map(|choices| readings(&fresh(), &choices));
        let (last, before) = first.split_last().unwrap();
        assert!(before == &other[..before.len()], "the running count can be read");
        assert!(last != other.last().unwrap(), "the close must write the sums");
        assert!(first.windows(2).all(|pair| pair[0] != pair[1]), "that somebody voted is written");
    });
}

#[test]
fn an_open_ballot_does_tell_so_that_these_readings_would_notice() {
    in_hall(3, |hall| {
        hall.attend_but(&[]);
        let matter = hall.about_union(typed("2/3", Base::All, false));
        let ballot = hall.open(matter, Way::Electronic).unwrap();
        hall.vote(0, ballot, Choice::Blank).unwrap();
        assert!(everything(&hall.world.app).contains("blank"));
    });
}
