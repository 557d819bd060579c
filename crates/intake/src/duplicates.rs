//! One person twice: by identity number, and without one by name and birth.

use std::collections::{HashMap, HashSet};

use vietnamese::date::PartialDate;
use vietnamese::fold::match_key;

use crate::kinds::Finding;
use crate::person::Person;

/// Two rows that seem to be one person, by their places in the list of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Twin {
    /// The row the finding stands on.
    pub at: usize,
    /// What it is.
    pub kind: Finding,
    /// The other row.
    pub other: usize,
    /// The finding stands on the earlier row, which goes in all the same.
    pub kept: bool,
}

/// Finds people who stand twice.
pub(crate) fn find(people: &[&Person]) -> Vec<Twin> {
    let mut twins = by_number(people);
    twins.extend(by_name(people));
    twins
}

fn by_number(people: &[&Person]) -> Vec<Twin> {
    let mut first: HashMap<&str, (usize, &str)> = HashMap::with_capacity(people.len());
    let mut twins = Vec::new();
    for (at, person) in people.iter().enumerate() {
        let (Some(number), Some(name)) = (person.cccd.as_deref(), person.name.as_deref()) else {
            continue;
        };
        let Some((other, earlier)) = first.get(number).copied() else {
            first.insert(number, (at, name));
            continue;
        };
        if match_key(name) == match_key(earlier) {
            twins.push(Twin { at, kind: Finding::DuplicatePerson, other, kept: false });
        } else {
            let kind = Finding::CccdConflict;
            twins.push(Twin { at, kind, other, kept: false });
            twins.push(Twin { at: other, kind, other: at, kept: true });
        }
    }
    twins
}

/// Where a name and a birth stand first, and first with a number.
#[derive(Clone, Copy, Default)]
struct Standing {
    first: usize,
    numbered: Option<usize>,
}

fn by_name(people: &[&Person]) -> Vec<Twin> {
    let unnumbered = people.iter().filter(|person| person.cccd.is_none());
    let days: HashSet<PartialDate> = unnumbered.filter_map(|person| person.birth).collect();
    if days.is_empty() {
        return Vec::new();
    }
    let mut standing: HashMap<(PartialDate, String), Standing> = HashMap::new();
    let mut doubtful = Vec::new();
    for (at, person) in people.iter().enumerate() {
        let (Some(name), Some(birth)) = (&person.name, person.birth) else { continue };
        if !days.contains(&birth) {
            continue;
        }
        let key = (birth, match_key(name));
        let stands = standing.entry(key.clone()).or_insert(Standing { first: at, numbered: None });
        if person.cccd.is_some() {
            stands.numbered.get_or_insert(at);
        } else {
            doubtful.push((at, key));
        }
    }
    // Of two without a number, the later one is the doubtful one.
    let twin = |(at, key): (usize, (PartialDate, String))| {
        let stands = standing.get(&key)?;
        let other = stands.numbered.unwrap_or(stands.first);
        (other != at).then_some(Twin { at, kind: Finding::PossibleDuplicate, other, kept: false })
    };
    doubtful.into_iter().filter_map(twin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, birth: &str, cccd: Option<&str>) -> Person {
        Person {
            name: Some(name.into()),
            birth: PartialDate::from_iso(birth),
            cccd: cccd.map(str::to_owned),
            ..Person::default()
        }
    }

    fn found(people: &[Person]) -> Vec<(usize, Finding, usize)> {
        let people: Vec<&Person> = people.iter().collect();
        find(&people).into_iter().map(|twin| (twin.at, twin.kind, twin.other)).collect()
    }

    #[test]
    fn one_number_under_one_name_is_one_person_and_under_two_names_a_conflict() {
        let people = [
            person("Bùi Thùy Tươi", "1988-07-31", Some("033188986103")),
            person("BÙI THUỲ TƯƠI", "1988-07-31", Some("033188986103")),
            person("Tạ Thị Ánh", "1973-05-12", Some("033188986103")),
        ];
        let conflict = Finding::CccdConflict;
        let expected = [(1, Finding::DuplicatePerson, 0), (2, conflict, 0), (0, conflict, 2)];
        assert_eq!(found(&people), expected);
    }

    #[test]
    fn without_a_number_the_same_name_and_birth_are_a_question() {
        let people = [
            person("Dương Khắc Hòa", "1997-06-03", Some("030097000001")),
            person("Dương Khắc Hoà", "1997-06-03", None),
            person("Dương Khắc Hoà", "1997-06-04", None),
            person("Dương Khắc Hòa", "1997-06-03", Some("030097000002")),
        ];
        assert_eq!(found(&people), [(1, Finding::PossibleDuplicate, 0)]);
    }
}
