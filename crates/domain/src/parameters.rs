//! Dated parameters from `regulations/parameters.toml`: numbers that rules ask for and that change.

use std::sync::LazyLock;

use kernel::Day;
use serde::Deserialize;

/// One value of a parameter and where it comes from.
#[derive(Debug, Deserialize)]
pub struct Dated {
    /// First day it holds, ISO.
    pub from: String,
    /// The value.
    pub value: i64,
    /// Where it stands.
    pub source: String,
    /// `R` read, `S` reported by others.
    pub confidence: String,
}

/// A parameter.
#[derive(Debug, Deserialize)]
pub struct Parameter {
    /// Its code.
    pub code: String,
    /// What it means, in Vietnamese.
    pub meaning: String,
    /// Its values by day.
    pub values: Vec<Dated>,
}

#[derive(Deserialize)]
struct File {
    parameter: Vec<Parameter>,
}

static PARAMETERS: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let text = include_str!("../../../regulations/parameters.toml");
    toml::from_str::<File>(text).map(|file| file.parameter).unwrap_or_default()
});

/// Every parameter.
pub fn all() -> &'static [Parameter] {
    &PARAMETERS
}

/// The value in force on a day; `None` before its first day.
pub fn in_force(code: &str, on: Day) -> Option<&'static Dated> {
    let parameter = PARAMETERS.iter().find(|each| each.code == code)?;
    let on = on.to_string();
    parameter.values.iter().rev().find(|dated| dated.from <= on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_sourced_dated_and_not_a_guess() {
        assert!(!all().is_empty());
        for parameter in all() {
            assert!(parameter.values.is_sorted_by_key(|dated| &dated.from), "{}", parameter.code);
            for dated in &parameter.values {
                assert!(Day::parse(&dated.from).is_ok() && !dated.source.is_empty());
                assert!(["R", "S"].contains(&dated.confidence.as_str()), "{}", parameter.code);
            }
        }
    }

    #[test]
    fn the_threshold_of_2021_is_twenty_five_and_before_2016_there_is_none() {
        let on = |day| in_force("units.founded.min_members", Day::parse(day).unwrap());
        assert_eq!(on("2021-06-30").map(|dated| dated.value), Some(25));
        assert!(on("2015-06-30").is_none());
    }
}
