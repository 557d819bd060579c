//! The demo books: four districts of Hà Nội, generated people, and every published figure exact.
//!
//! The federations of Thanh Xuân, Hai Bà Trưng, Nam Từ Liêm and Hoàn Kiếm under the city (`ha-noi`) under the
//! confederation (`tld`), from 1/1/1997 to the end of October 2026. Everything is recorded in the order in which it
//! became known, a few days after the month in the years that matter (after the quarter or the year in others), so that
//! asking what was known at a moment makes sense. What was published:
//!
//! * Thanh Xuân 2023: 3.335 admitted of 2.500, 31 founded of 30; in 2024 to the middle of the year 901 and 9, with 275
//!   unions and 19.874 members on 30/6/2024.
//! * Hoàn Kiếm, first half of 2021: 21 founded of 27 (2 by the new method with 41 members, 4 with 25 or more), 1.548
//!   admitted of 1.400, 3 handed over with 194 members, 2 struck off with 66.
//!
//! * Commendation, contests and initiatives of Thanh Xuân 2023–2024, Hai Bà Trưng 2022, Nam Từ Liêm 2015–2020.
//!
//! On 10/7/2021 Hoàn Kiếm recorded one admission too many: someone who had left and came back. It was put right on
//! 20/9/2021, so that the books say 1.549 as known on 1/8/2021 and 1.548 ever since. In June 2025 the unions of bodies
//! paid from the state budget ended; on 1/7/2025 the districts ended and their unions came under ward unions. A few
//! people sent in October 2026 have not been received yet.

mod accounts;
mod activities;
mod agenda;
mod beginning;
mod certificates;
mod council;
mod districts;
mod exchange;
mod honours;
mod joining;
mod leaving;
mod movements;
mod papers;
mod places;
mod plan;
mod published;
mod published_honours;
mod reorganisation;
mod reports;
mod rounds;
mod scenarios;
mod scores;
mod service;
mod teller;

use std::sync::Arc;

use db::Db;
use domain::accounts::Hashing;
use domain::people::Keys;
use domain::{App, Result};
use fastrand::Rng;
use kernel::{Day, FixedClock};

use crate::chance::Seeded;

pub use accounts::{ACCOUNTS, DemoAccount, PASSWORD};
use agenda::Task;
use teller::Teller;

/// The seed of the demo.
const SEED: u64 = 1929;

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Built {
    /// Grassroots unions, ended ones among them.
    pub units: usize,
    /// Members when the books end.
    pub members: usize,
    /// The last day on which something was recorded.
    pub last_day: Day,
}

/// Writes the demo books into an empty database. `progress` is told each year as it begins. Books in a file are made
/// without a journal: a file that was broken off, or whose making failed, is to be thrown away.
pub fn build(db: Db, keys: Keys, progress: &mut dyn FnMut(&str)) -> Result<Built> {
    // Nobody relies on these books yet. Where another connection is open the journal stays: slower, nothing else.
    let _ = db.write_without_care();
    let clock = Arc::new(FixedClock::on(Day::parse(beginning::FIRST_DAY)?));
    let app = App::open(db, clock.clone(), keys)?;
    // The passwords of the demo are known to everybody, so their hashes need not be dear.
    let app = app.with_chance(Arc::new(Seeded::new(SEED)), Hashing::CHEAP);
    let mut teller = Teller::new(app, clock, SEED);
    let mut last_day = Day::MIN;
    for (day, task) in agenda::agenda(&mut Rng::with_seed(SEED))? {
        if day.year() != last_day.year() {
            progress(&format!("năm {}", day.year()));
        }
        last_day = day;
        teller.clock.move_to(day);
        teller.tell(task)?;
    }
    teller.open_accounts(last_day)?;
    teller.tell_service(last_day)?;
    teller.keep_papers(last_day)?;
    teller.certify()?;
    teller.tell_rounds(last_day)?;
    teller.council()?;
    teller.score()?;
    let members = teller.units.iter().map(|unit| unit.members.len()).sum();
    Ok(Built { units: teller.units.len(), members, last_day })
}

impl Teller {
    fn tell(&mut self, task: Task) -> Result<()> {
        match task {
            Task::BeginCity => self.begin_city(),
            Task::BeginLongBien => self.begin_long_bien(),
            Task::BeginDistrict(district) => self.begin_district(district),
            Task::Record(district, sitting) => self.record(district, &sitting),
            Task::MovePeople(district, month) => self.move_people(district, month),
            Task::Send(from, to, on) => self.send(from, to, on),
            Task::Receive(on) => self.receive(on),
            Task::SetTargets(which) => self.set_targets(which),
            Task::Depart(district, passing) => self.depart(district, passing),
            Task::Err => self.err(),
            Task::Correct => self.correct(),
            Task::Approach => self.approach(),
            Task::ReviewBlocks => self.review_blocks(),
            Task::PlanClasses => self.plan_classes(),
            Task::Cadres => self.cadres(),
            Task::CareOf2022 => self.care_of_2022(),
            Task::Democracy => self.democracy(),
            Task::ClassesOf2024 => self.classes_of_2024(),
            Task::EndBudgetUnions => self.end_budget_unions(),
            Task::Reorganise => self.reorganise(),
            Task::Honour(which) => (published_honours::EVENTS[which].1)(self),
            Task::Report(which) => (reports::EVENTS[which].1)(self),
            Task::Exchange(which) => (exchange::EVENTS[which].1)(self),
        }
    }
}
