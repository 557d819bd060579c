//! Plausible Vietnamese people, drawn from a seed; none of them is real.
//!
//! Family names are as frequent as counted, middle and given names follow sex and generation, and the identity number
//! agrees with place, sex, century and year of birth, each number once. The same seed gives the same people.

mod jobs;
mod names;
mod numbers;
mod places;

use domain::people::{NewPerson, Sensitive, Sex};
use fastrand::Rng;
use kernel::{Block, Day};

use crate::draw::{Weighted, one_of};

/// Ages at which people join, both counted.
#[derive(Clone, Copy, Debug)]
pub struct Ages {
    /// The youngest.
    pub from: i16,
    /// The oldest; the young are more frequent.
    pub to: i16,
}

impl Ages {
    /// Those who begin to work.
    pub const JOINING: Self = Self { from: 19, to: 46 };
    /// Those who began to work some years ago.
    pub const BEGINNING: Self = Self { from: 19, to: 32 };
}

/// A generated person.
#[derive(Clone, Debug)]
pub struct Worker {
    /// What the books are told.
    pub facts: NewPerson,
    /// Born on.
    pub born: Day,
}

impl Worker {
    /// The day of retirement by the rule in force until 2020: men at sixty, women at fifty-five.
    pub fn retires(&self) -> Day {
        let years = if self.facts.sex == Some(Sex::Female) { 55 } else { 60 };
        self.born.plus(years * 365 + years / 4)
    }
}

/// A source of people.
pub struct People {
    rng: Rng,
    names: names::Names,
    provinces: Weighted<places::Province>,
    jobs: Vec<(Block, Weighted<&'static str>)>,
    numbers: numbers::Numbers,
}

impl People {
    /// People from a seed.
    pub fn from_seed(seed: u64) -> Self {
        Self {
            rng: Rng::with_seed(seed),
            names: names::Names::new(),
            provinces: Weighted::new(places::PROVINCES.iter().copied()),
            jobs: Block::ALL
                .iter()
                .map(|block| (*block, Weighted::read(jobs::of(*block))))
                .collect(),
            numbers: numbers::Numbers::default(),
        }
    }

    /// Someone of these ages who joins a union in a block on a day.
    pub fn worker(&mut self, block: Block, joined: Day, ages: Ages) -> Worker {
        let rng = &mut self.rng;
        let women = jobs::women_in_a_hundred(block);
        let sex = if rng.u32(0..100) < women { Sex::Female } else { Sex::Male };
        let age = rng.i16(ages.from..=ages.to).min(rng.i16(ages.from..=ages.to));
        let born = joined.plus(-i32::from(age) * 365 - i32::from(age) / 4 - rng.i32(1..=360));
        let year = born.year();
        let name = self.names.draw(rng, sex, year);
        let province = self.provinces.draw(rng);
        let district = one_of(rng, province.districts);
        let cccd = self.numbers.identity(rng, province.code, sex, year);
        let job = self.jobs.iter().find(|(known, _)| *known == block);
        let facts = NewPerson {
            name,
            sex: Some(sex),
            birth: Some(born.to_string()),
            joined: Some(joined.to_string()),
            hometown: Some([district, province.name].join(", ")),
            job: job.map(|(_, jobs)| (*jobs.draw(rng)).to_owned()),
            phone: Some(numbers::phone(rng)),
            sensitive: Sensitive { cccd: Some(cccd), ..Sensitive::default() },
            ..NewPerson::default()
        };
        Worker { facts, born }
    }
}

#[cfg(test)]
mod tests;
