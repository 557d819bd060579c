//! Every sample workbook against the manifest of what a correct import finds in it.

#![cfg(test)]

#[path = "manifest/compare.rs"]
mod compare;

use std::path::Path;

use intake::{Kind, Options, Report, read};
use jiff::civil::date;
use serde_json::Value as Json;
use sheets::{Limits, read_file};

fn data(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn manifest() -> Json {
    let text = std::fs::read_to_string(data("manifest.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The reading of one sample as its JSON; the day of the list is given, or left to its title.
fn report(file: &Json, day_given: bool) -> Json {
    let name = file["file"].as_str().unwrap();
    let kind = match file["kind"].as_str().unwrap() {
        "units" => Kind::Units,
        "movements" => Kind::Movements,
        "targets" => Kind::Targets,
        _ => Kind::Members,
    };
    let workbook = match read_file(&data(name), &Limits::default()) {
        Ok(workbook) => workbook,
        Err(refusal) => {
            return serde_json::to_value(Report::refused(name, refusal.code())).unwrap();
        }
    };
    let mut options = Options::new(kind, date(2026, 11, 22));
    let day = file["as_of"].as_str().filter(|_| day_given);
    options.as_of = day.map(|day| day.parse().unwrap());
    serde_json::to_value(Report::of(name, &read(&workbook, &options))).unwrap()
}

/// Every difference between the samples and the manifest.
fn differences(day_given: bool) -> Vec<String> {
    let manifest = manifest();
    let files = manifest["files"].as_array().unwrap();
    let of_file = |file: &Json| {
        let name = file["file"].as_str().unwrap().to_owned();
        let found = compare::file(file, &report(file, day_given));
        found.into_iter().map(move |line| format!("{name}: {line}")).collect::<Vec<_>>()
    };
    files.iter().flat_map(of_file).collect()
}

#[test]
fn every_sample_is_read_as_the_manifest_says() {
    let found = differences(true);
    assert!(found.is_empty(), "{} differences\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_titles_of_the_samples_tell_their_day_when_nobody_else_does() {
    let found = differences(false);
    assert!(found.is_empty(), "{} differences\n{}", found.len(), found.join("\n"));
}
