//! The cohort of a person: year of birth and sex in one number, as a spell keeps them.

use crate::people::Sex;

/// Numbers of one year.
const OF_A_YEAR: i64 = 4;

/// Those who were born in a year and are of a sex, each as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Cohort {
    pub(crate) sex: Option<Sex>,
    pub(crate) year: Option<i16>,
}

impl Cohort {
    /// The cohort of somebody born on a day, in a month or in a year: `yyyy…`.
    pub(crate) fn of(sex: Option<Sex>, birth: Option<&str>) -> Self {
        Self { sex, year: birth.and_then(|birth| birth.get(..4)?.parse().ok()) }
    }

    /// The number that stands for it; see `migrations/0019_ages.sql`.
    pub(crate) fn number(self) -> i64 {
        let sex = match self.sex {
            Some(Sex::Female) => 1,
            Some(Sex::Male) => 2,
            None => 0,
        };
        i64::from(self.year.unwrap_or(0)) * OF_A_YEAR + sex
    }

    /// The cohort that a number stands for.
    pub(crate) fn of_number(number: i64) -> Self {
        let sex = match number.rem_euclid(OF_A_YEAR) {
            1 => Some(Sex::Female),
            2 => Some(Sex::Male),
            _ => None,
        };
        let year = i16::try_from(number.div_euclid(OF_A_YEAR)).ok().filter(|year| *year != 0);
        Self { sex, year }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_for_the_cohort_it_was_made_of() {
        for sex in [None, Some(Sex::Female), Some(Sex::Male)] {
            for birth in [None, Some("1975"), Some("1992-01"), Some("2001-12-31")] {
                let cohort = Cohort::of(sex, birth);
                assert_eq!(Cohort::of_number(cohort.number()), cohort);
                assert_eq!(cohort.year.is_some(), birth.is_some());
            }
        }
    }
}
