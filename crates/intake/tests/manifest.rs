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

/// The reading of one sample as its JSON.
fn report(file: &Json) -> Json {
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
    if std::env::var("NOASOF").is_err() {
        options.as_of = file["as_of"].as_str().map(|day| day.parse().unwrap());
    }
    serde_json::to_value(Report::of(name, &read(&workbook, &options))).unwrap()
}

#[test]
fn every_sample_is_read_as_the_manifest_says() {
    let manifest = manifest();
    let wanted = std::env::var("FILE").unwrap_or_default();
    let files = manifest["files"].as_array().unwrap();
    let mut differences = Vec::new();
    for file in files.iter().filter(|f| f["file"].as_str().unwrap().contains(&wanted)) {
        let name = file["file"].as_str().unwrap();
        let found = compare::file(file, &report(file));
        differences.extend(found.into_iter().map(|line| format!("{name}: {line}")));
    }
    let shown: Vec<&str> = differences.iter().take(200).map(String::as_str).collect();
    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), shown.join("\n"));
}
