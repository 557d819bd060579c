//! Members by age and sex. Pure: counts by year of birth in, bands of five years out.

use std::collections::HashMap;

use kernel::Day;
use serde::Serialize;

use crate::people::{Cohort, Sex};

/// The ages at which bands begin; the first and the last are open.
const BEGINS: [i16; 8] = [0, 25, 30, 35, 40, 45, 50, 55];

/// Counts members as they are read.
#[derive(Default)]
pub(super) struct Tally(HashMap<Cohort, i64>);

impl Tally {
    /// One more.
    pub(super) fn add(&mut self, cohort: Cohort) {
        *self.0.entry(cohort).or_default() += 1;
    }
}

/// Members of an age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AgeBand {
    /// The first age of the band; 0 for the youngest.
    pub from: i16,
    /// The last age; none for the oldest.
    pub to: Option<i16>,
    /// Women.
    pub women: i64,
    /// Men.
    pub men: i64,
}

/// The members of a scope at the end of a day by age and sex. The age is the year of the day less the year of birth, so
/// that a birth of which the year alone is known counts as exactly as any other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ages {
    /// The bands, youngest first.
    pub bands: Vec<AgeBand>,
    /// Members whose year of birth, or whose sex, is not in the books.
    pub unknown: i64,
    /// All members counted.
    pub total: i64,
}

impl Ages {
    /// Puts counts into bands, as seen from a day.
    pub(super) fn of(Tally(counts): &Tally, on: Day) -> Self {
        let mut bands: Vec<AgeBand> = BEGINS
            .iter()
            .enumerate()
            .map(|(place, from)| {
                let to = BEGINS.get(place + 1).map(|next| next - 1);
                AgeBand { from: *from, to, ..AgeBand::default() }
            })
            .collect();
        let (mut unknown, mut total) = (0, 0);
        for (Cohort { sex, year }, members) in counts {
            total += members;
            let age = year.map(|born| on.year().saturating_sub(born)).filter(|age| *age >= 0);
            let band = age.and_then(|age| bands.iter_mut().rev().find(|band| band.from <= age));
            match (band, sex) {
                (Some(band), Some(Sex::Female)) => band.women += members,
                (Some(band), Some(Sex::Male)) => band.men += members,
                _ => unknown += members,
            }
        }
        Self { bands, unknown, total }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(sex: Option<Sex>, year: Option<i16>, members: i64) -> (Cohort, i64) {
        (Cohort { sex, year }, members)
    }

    #[test]
    fn a_birthday_at_the_edge_of_a_band_falls_into_the_band_that_begins_there() {
        let on = Day::parse("2024-06-30").unwrap();
        let counts = [
            counted(Some(Sex::Female), Some(2000), 3), // 24
            counted(Some(Sex::Female), Some(1999), 5), // 25
            counted(Some(Sex::Male), Some(1969), 7),   // 55
            counted(Some(Sex::Male), Some(1930), 1),
        ];
        let ages = Ages::of(&Tally(counts.into()), on);
        assert_eq!((ages.bands[0].women, ages.bands[1].women), (3, 5));
        assert_eq!((ages.bands[7].men, ages.bands[7].to), (8, None));
        assert_eq!((ages.unknown, ages.total), (0, 16));
    }

    #[test]
    fn who_is_not_known_by_year_and_sex_is_counted_as_unknown_and_in_no_band() {
        let on = Day::parse("2024-06-30").unwrap();
        let counts = [
            counted(None, Some(1990), 2),
            counted(Some(Sex::Female), None, 3),
            counted(Some(Sex::Male), Some(2030), 5),
        ];
        let ages = Ages::of(&Tally(counts.into()), on);
        assert_eq!((ages.unknown, ages.total), (10, 10));
        assert!(ages.bands.iter().all(|band| band.women + band.men == 0));
    }
}
