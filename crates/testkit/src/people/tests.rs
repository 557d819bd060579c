//! Tests of the generated people.
use std::collections::{HashMap, HashSet};

use vietnamese::id::cccd::Cccd;

use super::*;

fn some(seed: u64, how_many: usize) -> Vec<Worker> {
    let mut people = People::from_seed(seed);
    let day = Day::parse("2021-06-30").unwrap();
    let blocks = [Block::PrivateEnterprise, Block::Education];
    (0..how_many).map(|n| people.worker(blocks[n % 2], day, Ages::JOINING)).collect()
}

#[test]
fn the_same_seed_gives_the_same_people_and_another_seed_others() {
    let names = |seed| some(seed, 50).into_iter().map(|w| w.facts.name).collect::<Vec<_>>();
    assert_eq!(names(7), names(7));
    assert_ne!(names(7), names(8));
}

#[test]
fn every_identity_number_agrees_with_place_sex_and_year_and_is_given_once() {
    let mut seen = HashSet::new();
    for worker in some(1, 20_000) {
        let text = worker.facts.sensitive.cccd.unwrap();
        let number = Cccd::from_digits(&text).unwrap();
        assert_eq!(number.birth_year(), worker.born.year());
        let female = worker.facts.sex == Some(Sex::Female);
        assert_eq!(number.sex() == vietnamese::id::Sex::Female, female);
        let province = number.province().unwrap();
        assert!(worker.facts.hometown.unwrap().ends_with(province), "{text} {province}");
        assert!(seen.insert(text));
    }
}

#[test]
fn everyone_is_of_working_age_on_the_day_of_joining() {
    let joined = Day::parse("2021-06-30").unwrap();
    for worker in some(2, 5_000) {
        let years = joined.since(worker.born) / 365;
        assert!((18..=48).contains(&years), "{years}");
        assert!(worker.retires() > joined);
    }
}

#[test]
fn phones_read_as_phones() {
    for worker in some(3, 1_000) {
        let phone = worker.facts.phone.unwrap();
        let read = vietnamese::id::phone::read(&phone).unwrap();
        assert_eq!(read.first.to_string(), phone);
        assert_eq!(
            (read.first.kind(), read.repairs),
            (vietnamese::id::phone::PhoneKind::Mobile, vec![])
        );
    }
}

#[test]
fn family_names_are_as_frequent_as_counted() {
    let mut count: HashMap<String, usize> = HashMap::new();
    for worker in some(4, 20_000) {
        let family = worker.facts.name.split(' ').next().unwrap().to_owned();
        *count.entry(family).or_default() += 1;
    }
    assert!((6_800..8_400).contains(&count["Nguyễn"]), "{}", count["Nguyễn"]);
    assert!(count["Trần"] > count["Lê"] && count["Lê"] > count["Phạm"]);
}
