//! The lines of the scenarios about commendation, contests and initiatives, printed back from records, each with its trace.

use domain::awards::{
    self, EmulationKind, Form, HonourFilter, Level, RollFilter, Stage, award_name,
};
use domain::figures::{Query, figure, trace};
use domain::units::scope_of_code;
use kernel::{Actor, Id, Period};

use crate::books::books;

fn reader() -> Actor {
    Actor::operator("người đọc")
}

fn value(scope: &str, period: &str, code: &str) -> i64 {
    let query = Query::of(scope, Period::parse(period).unwrap());
    let set = figure(books(), &reader(), code, &query).unwrap();
    set.figures[0].value.unwrap()
}

/// The lines behind a figure: they add up to it, and each leads to a paper.
fn lines(scope: &str, period: &str, code: &str) -> Vec<domain::figures::TraceLine> {
    let query = Query::of(scope, Period::parse(period).unwrap());
    let told = trace(books(), &reader(), code, &query, 0, 10_000).unwrap();
    assert_eq!(told.lines.iter().map(|line| line.quantity).sum::<i64>(), told.value, "{code}");
    assert!(told.lines.iter().all(|line| line.document.is_some()), "{code}");
    told.lines
}

/// Scope, period, indicator, what was published.
const PUBLISHED: &[(&str, &str, &str, i64)] = &[
    // S0
    ("thanh-xuan", "2024", "awards.collectives.titles.district", 38),
    ("thanh-xuan", "2024", "awards.people.certificates.district", 64),
    ("thanh-xuan", "2024", "awards.proposed.collectives", 14),
    ("thanh-xuan", "2024", "awards.proposed.people", 28),
    ("thanh-xuan", "2024", "awards.people.medals.tld", 8),
    ("thanh-xuan", "2024", "awards.people.praised.city", 3),
    ("thanh-xuan", "2024", "awards.people.praised.district", 95),
    // S1
    ("thanh-xuan", "2024", "emulation.movements", 2),
    // S2
    ("hai-ba-trung", "2022", "awards.collectives", 52),
    ("hai-ba-trung", "2022", "awards.people", 43),
    // S3
    (S3, TERM, "awards.people.exemplars", 101),
    (S3, TERM, "awards.collectives.exemplars", 30),
    (S3, TERM, "awards.delegated.collectives", 2),
    (S3, TERM, "awards.delegated.people", 2),
    (S3, TERM, "emulation.movements", 5),
    (S3, TERM, "contests.entries", 35),
    (S3, TERM, "contests.contestants", 115),
    (S3, TERM, "contests.prizes.first", 8),
    (S3, TERM, "contests.prizes.second", 12),
    (S3, TERM, "contests.prizes.third", 15),
    (S3, TERM, "contests.prizes.consolation", 21),
    (S3, TERM, "awards.people.workers.district", 149),
    (S3, TERM, "awards.people.workers.city", 10),
    (S3, TERM, "initiatives.recognised.district", 26),
    (S3, TERM, "initiatives.recognised.city", 2),
    (S3, TERM, "awards.grades.first", 5),
    (S3, TERM, "awards.grades.second", 4),
    (S3, TERM, "awards.grades.third", 3),
    (S3, TERM, "awards.people.prizes", 12),
    (S3, TERM, "awards.proposed.people", 3),
    (S3, TERM, "initiatives.experience.district", 2_365),
    (S3, TERM, "initiatives.experience.city", 60),
];
const S3: &str = "nam-tu-liem";
const TERM: &str = "2015-01-01..2020-06-30";

#[test]
fn every_line_of_the_scenarios_about_commendation_is_printed_back_with_its_trace() {
    for (scope, period, code, published) in PUBLISHED {
        assert_eq!(value(scope, period, code), *published, "{scope} {code}");
        lines(scope, period, code);
    }
}

#[test]
fn the_city_and_the_confederation_see_what_the_districts_see() {
    assert_eq!(value("ha-noi", "2022", "awards.collectives"), 52);
    assert_eq!(value("tld", "2022", "awards.people"), 43);
    assert_eq!(value("hoan-kiem", "2022", "awards.people"), 0);
}

#[test]
fn eight_medals_were_decided_by_the_confederation_and_presented_by_the_city() {
    for code in ["awards.people.medals.tld", "awards.people.medals"] {
        let told = lines("thanh-xuan", "2024", code);
        assert_eq!(told.len(), 8);
        for line in told {
            assert!(line.person.is_some() && line.person_id.is_some());
            assert!(
                line.event.contains("Vì sự nghiệp xây dựng tổ chức Công đoàn"),
                "{}",
                line.event
            );
            assert!(
                line.event.ends_with("Tổng Liên đoàn Lao động Việt Nam quyết định"),
                "{}",
                line.event
            );
        }
    }
    let rows = honours("thanh-xuan", "2024", |filter| filter.form = Some(Form::Medal));
    assert_eq!(rows.len(), 8);
    for row in rows {
        assert_eq!(row.level, Level::Tld);
        assert_eq!(row.presented_by.as_deref(), Some("LĐLĐ thành phố Hà Nội"));
    }
    let query = Query::of("thanh-xuan", Period::parse("2024").unwrap());
    assert!(figure(books(), &reader(), "awards.people.medals.district", &query).is_err());
}

fn scope(code: &str) -> Id {
    scope_of_code(books(), &reader(), code).unwrap()
}

fn honours(code: &str, period: &str, ask: impl Fn(&mut HonourFilter)) -> Vec<awards::HonourRow> {
    let days = Some(Period::parse(period).unwrap());
    let mut filter = HonourFilter { scope: Some(scope(code)), days, ..HonourFilter::default() };
    ask(&mut filter);
    awards::honours(books(), &reader(), &filter, 5_000).unwrap().rows
}

#[test]
fn a_figure_and_the_list_of_names_are_the_same_people() {
    let traced: Vec<String> = lines("hai-ba-trung", "2022", "awards.people")
        .into_iter()
        .filter_map(|line| line.person)
        .collect();
    let rows =
        honours("hai-ba-trung", "2022", |filter| filter.subject = Some(awards::Subject::Person));
    let mut listed: Vec<String> = rows.into_iter().map(|row| row.named).collect();
    let mut traced = traced;
    traced.sort();
    listed.sort();
    assert_eq!(traced.len(), 43);
    assert_eq!(traced, listed);
}

#[test]
fn fourteen_collectives_and_twenty_eight_people_are_proposed_and_counted_as_nothing_else() {
    let rows = honours("thanh-xuan", "2024", |filter| filter.stage = Some(Stage::Proposed));
    assert_eq!(rows.len(), 42);
    assert_eq!(value("thanh-xuan", "2024", "awards.people.merit"), 0);
}

#[test]
fn the_waves_are_tied_to_events_and_the_contests_tell_people_apart_from_attendances() {
    let days = Period::parse(TERM).unwrap();
    let told = awards::emulations(books(), &reader(), scope(S3), false, days).unwrap();
    let waves = told.iter().filter(|row| row.told.kind == EmulationKind::Wave);
    let events: Vec<&str> = waves.filter_map(|row| row.told.event.as_deref()).collect();
    assert!(events.iter().any(|event| event.contains("28/7/2019")), "{events:?}");
    assert!(events.iter().any(|event| event.contains("1/4/2019")), "{events:?}");
    assert!(told.iter().all(|row| row.told.kind == EmulationKind::Contest
        || row.told.kind == EmulationKind::Conference
        || row.launched > 0));
    let contests = told.iter().filter(|row| row.told.kind == EmulationKind::Contest);
    let (mut contestants, mut entries, mut prizes) = (0, 0, [0; 4]);
    for row in contests {
        let (_, summary, _) = awards::contest(books(), &reader(), row.told.id).unwrap();
        assert_eq!(summary.trades.len(), 4);
        assert!(summary.people <= summary.contestants && summary.units <= summary.entries);
        contestants += summary.contestants;
        entries += summary.entries;
        for (sum, prize) in prizes.iter_mut().zip(summary.prizes) {
            *sum += prize;
        }
    }
    assert_eq!((entries, contestants, prizes), (35, 115, [8, 12, 15, 21]));
}

#[test]
fn the_benefit_of_the_initiatives_is_hundreds_of_billions_and_counted_once() {
    let benefit = value(S3, TERM, "initiatives.benefit_vnd");
    assert!((100_000_000_000..1_000_000_000_000).contains(&benefit), "{benefit}");
    assert_eq!(lines(S3, TERM, "initiatives.benefit_vnd").len(), 26);
    let days = Period::parse(TERM).unwrap();
    let rows = awards::initiatives(books(), &reader(), (scope(S3), false), days, (0, 100)).unwrap();
    for row in rows.iter().filter(|row| !row.typed.0) {
        assert!(!row.authors.is_empty(), "{}", row.name);
    }
}

#[test]
fn a_count_that_was_only_published_says_so_in_its_trace() {
    let told = lines(S3, TERM, "initiatives.experience.city");
    assert_eq!(told.len(), 1);
    assert!(
        told[0].event.contains("số ghi theo văn bản") && told[0].event.contains("“trên”"),
        "{}",
        told[0].event
    );
}

#[test]
fn the_public_roll_tells_name_unit_award_and_year_of_what_was_decided() {
    let filter = RollFilter::default();
    let page = awards::public_roll(books(), "thanh-xuan", &filter, 500).unwrap();
    assert_eq!(page.rows.len(), 38 + 64 + 8 + 98);
    let somebody = page.rows.iter().find(|row| row.award == "tld.ky_niem_chuong").unwrap();
    let plain = RollFilter { text: vietnamese_plain(&somebody.named), ..RollFilter::default() };
    let found = awards::public_roll(books(), "thanh-xuan", &plain, 500).unwrap();
    assert!(found.rows.iter().any(|row| row == somebody));
    assert!(found.rows.len() < page.rows.len());
    assert!(award_name(&somebody.award).contains("Kỷ niệm chương"));
}

/// A name typed without marks.
fn vietnamese_plain(named: &str) -> String {
    vietnamese::fold::fold(named)
}
