//! The paper case of LEDGER section 9, told through actions, on both engines.

mod ages;
mod compare;
mod days;
mod histories;
mod views;
mod ways_back;

use std::sync::Arc;

use kernel::{Actor, Block, Day, FixedClock, Id, Instant, Period, UnitKind};
use ledger::views::View;

use super::{FigureSet, Query, figures};
use crate::App;
use crate::documents::DocumentRef;
use crate::memberships::{EventKind, LeaveReason, NewEvent, record};
use crate::people::{Keys, NewPerson, Sex};
use crate::units::{self, Entry, NewUnit, open_unit};

/// The books of a test: an opened system whose clock the test moves.
pub(crate) struct World<'w> {
    pub(crate) app: App,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) actor: Actor,
    pub(crate) test: &'w db::testing::TestDb,
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(crate) fn paper(number: &str) -> DocumentRef {
    DocumentRef::decision(number, None, "LĐLĐ", "Quyết định")
}

impl World<'_> {
    pub(crate) fn unit(
        &self,
        code: &str,
        kind: UnitKind,
        manager: Option<Id>,
        from: &str,
        entry: Entry,
    ) -> Id {
        let new = NewUnit {
            code: code.to_owned(),
            name: format!("Đơn vị {code}"),
            kind,
            block: Block::PrivateEnterprise,
            address: None,
            employer: None,
            manager,
            from: day(from),
            entry,
            method: None,
            members: None,
            document: Some(paper("1/QĐ")),
            import: None,
        };
        open_unit(&self.app, &self.actor, &new).unwrap()
    }

    pub(crate) fn person(&self, name: &str, sex: Sex) -> Id {
        let name = name.to_owned();
        self.new_person(&NewPerson { name, sex: Some(sex), ..NewPerson::default() })
    }

    pub(crate) fn new_person(&self, new: &NewPerson) -> Id {
        self.app
            .write(&self.actor, "memberships.record", "người", |batch| {
                crate::people::write_person(batch, new)
            })
            .unwrap()
    }

    pub(crate) fn admit(&self, unit: Id, on: &str, how_many: usize) -> Vec<Id> {
        (0..how_many)
            .map(|number| {
                let sex = if number % 2 == 0 { Sex::Female } else { Sex::Male };
                let person = self.person(&format!("Nguyễn Thị Số {number}"), sex);
                self.event(NewEvent::new(EventKind::Admitted, person, unit, day(on)));
                person
            })
            .collect()
    }

    #[expect(clippy::needless_pass_by_value, reason = "events are told in place")]
    pub(crate) fn event(&self, new: NewEvent) -> Id {
        record(&self.app, &self.actor, &new).unwrap()
    }

    pub(crate) fn ask(&self, query: &Query) -> FigureSet {
        figures(&self.app, &self.actor, query).unwrap()
    }

    pub(crate) fn values(&self, query: &Query, codes: &[&str]) -> Vec<i64> {
        let set = self.ask(query);
        let value =
            |code: &&str| set.figures.iter().find(|f| f.indicator == *code).unwrap().value.unwrap();
        codes.iter().map(value).collect()
    }
}

/// Runs a test on an empty set of books on each engine, its clock on 1/1/2021.
pub(crate) fn on_books(test: impl Fn(&World<'_>)) {
    db::testing::on_each_engine_with(crate::books::schema::HISTORY, |database| {
        on_database(database, &test);
    });
}

/// The same on the embedded engine alone: for tests whose size is what they are about.
pub(crate) fn on_books_beside_the_program(test: impl Fn(&World<'_>)) {
    on_database(&db::testing::sqlite(), &test);
}

fn on_database(database: &db::testing::TestDb, test: &impl Fn(&World<'_>)) {
    let clock = Arc::new(FixedClock::on(day("2021-01-01")));
    // The database of the test is opened a second time, as a second process would.
    let db = database.again();
    let app = App::open(db, clock.clone(), Keys::from_secret(&[7; 32])).unwrap();
    let actor = Actor::operator("thử");
    test(&World { app, clock, actor, test: database });
}

/// The books prove themselves whole.
pub(crate) fn proven(world: &World<'_>) {
    let report = crate::books::doctor::examine(&world.app, &world.actor, &mut |_| {}).unwrap();
    assert_eq!(report.findings, [], "{report:?}");
}

/// What the books say, as text.
pub(crate) fn dump(world: &World<'_>) -> String {
    let mut text = Vec::new();
    world.app.dump(&world.actor, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

const ROW: [&str; 8] = [
    "members.opening",
    "members.admitted",
    "members.transferred_in",
    "members.transferred_out",
    "members.left",
    "members.came_with_units",
    "members.went_with_units",
    "members.closing",
];

/// Tells the paper case, each thing on the day it was recorded.
pub(crate) fn tell_paper_case(world: &World<'_>) {
    let root =
        |code| world.unit(code, UnitKind::Province, None, "2000-01-01", Entry::BroughtForward);
    let h = root("h");
    let x = world.unit("x", UnitKind::External, None, "2000-01-01", Entry::External);
    let district =
        |code| world.unit(code, UnitKind::District, Some(h), "2000-01-01", Entry::BroughtForward);
    let [k, l] = ["k", "l"].map(district);
    let [u1, u2, u3] = ["u1", "u2", "u3"].map(|code| {
        world.unit(code, UnitKind::Grassroots, Some(k), "2020-12-31", Entry::BroughtForward)
    });
    let people = world.admit(u1, "2020-12-31", 30);
    world.admit(u2, "2020-12-31", 20);
    world.admit(u3, "2020-12-31", 10);
    let actor = &world.actor;
    world.clock.move_to(day("2021-02-10"));
    world.admit(u1, "2021-02-10", 5);
    world.clock.move_to(day("2021-03-15"));
    let transfer = NewEvent::new(EventKind::Transferred, people[0], u1, day("2021-03-15"));
    world.event(NewEvent { other: Some(u2), ..transfer });
    world.clock.move_to(day("2021-04-20"));
    units::hand_over(&world.app, actor, u2, day("2021-04-01"), l, Some(&paper("2/QĐ"))).unwrap();
    units::hand_over(&world.app, actor, u3, day("2021-04-20"), x, Some(&paper("3/QĐ"))).unwrap();
    world.clock.move_to(day("2021-05-05"));
    world.admit(u2, "2021-03-01", 1);
    world.clock.move_to(day("2021-06-02"));
    for person in &people[1..3] {
        let left = NewEvent::new(EventKind::Left, *person, u1, day("2021-05-20"));
        world.event(NewEvent { reason: Some(LeaveReason::Retired), ..left });
    }
    units::move_unit(&world.app, actor, u2, day("2021-06-01"), h, Some(&paper("4/QĐ"))).unwrap();
    world.clock.move_to(day("2021-12-31"));
}

#[test]
fn each_scope_of_the_paper_case_balances_as_written() {
    on_books(|world| {
        tell_paper_case(world);
        let half = Period::parse("2021-H1").unwrap();
        for (scope, expected) in [
            ("k", [60, 6, 0, 0, 2, 0, 32, 32]),
            ("l", [0, 0, 0, 0, 0, 22, 22, 0]),
            ("h", [60, 6, 0, 0, 2, 0, 10, 54]),
        ] {
            assert_eq!(world.values(&Query::of(scope, half), &ROW), expected, "{scope}");
        }
    });
}

#[test]
fn a_report_filed_in_may_reprints_the_same_for_ever() {
    on_books(|world| {
        tell_paper_case(world);
        let to_may = Period::parse("2021-01-01..2021-05-01").unwrap();
        let known_at = Some(Instant::parse("2021-05-01").unwrap());
        let query = Query { known_at, ..Query::of("k", to_may) };
        assert_eq!(world.values(&query, &ROW), [60, 5, 0, 0, 0, 0, 31, 34]);
        assert_eq!(world.values(&Query::of("k", to_may), &ROW), [60, 6, 0, 0, 0, 0, 32, 34]);
    });
}

#[test]
fn seen_from_today_the_district_is_its_one_remaining_unit_and_says_where_the_others_went() {
    on_books(|world| {
        tell_paper_case(world);
        let query = Query { view: View::Now, ..Query::of("k", Period::parse("2021-H1").unwrap()) };
        assert_eq!(world.values(&query, &ROW), [30, 5, 0, 1, 2, 0, 0, 32]);
        let notes = world.ask(&query).notes.join(" ");
        assert!(notes.contains("2 đơn vị") && notes.contains("Đơn vị h (1)"), "{notes}");
    });
}

#[test]
fn the_roll_up_and_the_fold_tell_the_same_for_every_scope_period_and_indicator() {
    on_books(|world| {
        tell_paper_case(world);
        for scope in ["h", "k", "l", "u1", "u2", "u3"] {
            for period in [
                "2021-H1",
                "2021-Q2",
                "2021-04",
                "2021-03-10..2021-04-10",
                "2021-04-05..2021-04-20",
                "2020",
            ] {
                let query = Query::of(scope, Period::parse(period).unwrap());
                let folded = Query {
                    known_at: Some(Instant::parse("2021-12-31").unwrap()),
                    ..query.clone()
                };
                assert_eq!(
                    world.ask(&query).figures,
                    world.ask(&folded).figures,
                    "{scope} {period}"
                );
            }
        }
    });
}

#[test]
fn the_books_of_the_paper_case_prove_themselves() {
    on_books(|world| {
        tell_paper_case(world);
        let report = crate::books::doctor::examine(&world.app, &world.actor, &mut |_| {}).unwrap();
        assert_eq!(report.findings, [], "{report:?}");
        assert!(report.batches > 60 && report.postings > 200);
    });
}
