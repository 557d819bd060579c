//! The rules of obligations as data, from `regulations/obligations`.

use std::sync::LazyLock;

use kernel::{Block, Day};
use serde::Deserialize;

/// An obligation: what must be held, and the versions of its rule.
#[derive(Debug, Deserialize)]
pub struct Obligation {
    /// The stable code; exemptions name it.
    pub code: String,
    /// The register in which holding it is recorded.
    pub register: String,
    /// The form of the record.
    pub form: String,
    /// The indicator whose denominator it is.
    pub indicator: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// The versions, the earliest first.
    pub version: Vec<Version>,
}

/// A version of a rule.
#[derive(Debug, Deserialize)]
pub struct Version {
    /// The first day on which it can be due.
    pub from: FirstDay,
    /// The blocks of units that are obliged.
    pub blocks: Vec<BlockCode>,
    /// From how many workers on.
    pub min_workers: Option<i64>,
    /// The day of the year whose units count: `12-31`.
    pub counted_on: String,
    /// The last day.
    pub due: Due,
    /// Whom it obliges, in words.
    pub definition: String,
    /// Why and how often, in words.
    pub why: String,
    /// The text it stands in.
    pub source: String,
    /// The article.
    pub article: String,
    /// `R` read, `S` reported by others.
    pub confidence: String,
}

/// When something is due, counted from the year it is for.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Due {
    /// Years after it.
    pub years_after: i16,
    /// The month.
    pub month: i8,
    /// The day.
    pub day: i8,
}

/// A day as it stands in the file.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct FirstDay(pub Day);

impl TryFrom<String> for FirstDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Day::parse(&text).map(Self).map_err(|refusal| refusal.message)
    }
}

/// A block as it stands in the file.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct BlockCode(pub Block);

impl TryFrom<String> for BlockCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Block::from_code(&text).map(Self).ok_or(text)
    }
}

#[derive(Deserialize)]
struct File {
    obligation: Vec<Obligation>,
}

const TEXTS: [&str; 1] = [include_str!("../../../../regulations/obligations/democracy.toml")];

static OBLIGATIONS: LazyLock<Vec<Obligation>> = LazyLock::new(|| {
    // A file that cannot be read is found by the test below, long before anybody runs it.
    let read = |text: &&str| toml::from_str::<File>(text).map(|file| file.obligation);
    TEXTS.iter().filter_map(|text| read(text).ok()).flatten().collect()
});

/// Every obligation.
pub fn all() -> &'static [Obligation] {
    &OBLIGATIONS
}

/// The obligation with this code.
pub fn find(code: &str) -> Option<&'static Obligation> {
    all().iter().find(|each| each.code == code)
}

/// The obligation whose population is the denominator of an indicator.
pub fn of_indicator(code: &str) -> Option<&'static Obligation> {
    all().iter().find(|each| each.indicator == code)
}

impl Version {
    /// The last day of what is owed for a year.
    pub fn due_in(&self, year: i16) -> Day {
        let Due { years_after, month, day } = self.due;
        Day::new(year + years_after, month, day).unwrap_or(Day::MAX)
    }

    /// The day whose units count.
    pub fn counted_in(&self, year: i16) -> Day {
        let parts = self.counted_on.split_once('-');
        let number = |text: &str| text.parse::<i8>().ok();
        let day = parts.and_then(|(month, day)| Day::new(year, number(month)?, number(day)?));
        day.unwrap_or(Day::MAX)
    }
}

impl Obligation {
    /// The version that holds for a year: the latest that was in force when it fell due.
    pub fn in_year(&self, year: i16) -> Option<&Version> {
        self.version.iter().rev().find(|version| version.from.0 <= version.due_in(year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{activities, figures};

    #[test]
    fn every_file_is_read_whole_and_every_rule_is_sourced_dated_and_not_a_guess() {
        let count: usize =
            TEXTS.iter().map(|text| toml::from_str::<File>(text).unwrap().obligation.len()).sum();
        assert!(count > 0 && count == all().len());
        for obligation in all() {
            let code = &obligation.code;
            assert!(obligation.version.is_sorted_by_key(|version| version.from.0), "{code}");
            for version in &obligation.version {
                assert!(!version.source.is_empty() && !version.definition.is_empty(), "{code}");
                assert!(["R", "S"].contains(&version.confidence.as_str()), "{code}");
                assert!(!version.blocks.is_empty(), "{code}");
                assert_eq!(version.counted_in(2023).year(), 2023, "{code}");
                assert!(version.due_in(2023) >= version.counted_in(2023), "{code}");
            }
        }
    }

    #[test]
    fn every_obligation_names_a_form_an_indicator_and_can_be_exempted_from() {
        let exemptions = activities::find("exemptions").unwrap();
        for each in all() {
            let register = activities::find(&each.register).unwrap();
            assert!(register.form(&each.form).is_some(), "{}", each.code);
            assert!(figures::find_indicator(&each.indicator).is_some(), "{}", each.code);
            assert!(exemptions.form(&each.code).is_some(), "{}", each.code);
        }
        assert_eq!(exemptions.forms.len(), all().len());
    }

    #[test]
    fn a_rule_holds_for_the_years_that_fall_due_under_it() {
        let workers = find("conferences.workers").unwrap();
        assert!(workers.in_year(2022).is_none(), "due 31/3/2023, before any rule that was read");
        assert_eq!(workers.in_year(2023).unwrap().min_workers, Some(10));
        assert_eq!(find("dialogues").unwrap().in_year(2023).unwrap().min_workers, None);
    }
}
