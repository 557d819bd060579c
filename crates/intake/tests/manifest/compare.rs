//! Compares one reading with what the manifest expects, and says every difference in words.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

/// All differences of one file.
pub(crate) fn file(expected: &Json, actual: &Json) -> Vec<String> {
    let mut differences = Vec::new();
    if expected["expect"] == "refuse" {
        if actual["refused"] != expected["reason"] {
            let (wanted, got) = (&expected["reason"], &actual["refused"]);
            differences.push(format!("refused {got}, expected {wanted}"));
        }
        return differences;
    }
    if !actual["refused"].is_null() {
        return vec![format!("refused {}", actual["refused"])];
    }
    let lists: Vec<&Json> = list(&expected["sheets"]).collect();
    for wanted in &lists {
        let name = &wanted["sheet"];
        let got = list(&actual["sheets"]).find(|sheet| sheet["sheet"] == *name);
        match (wanted["import"] == true, got) {
            (true, Some(got)) => {
                let found = sheet(wanted, got, &actual["file_problems"]);
                differences.extend(found.into_iter().map(|line| format!("{name} {line}")));
            }
            (true, None) => differences.push(format!("{name} not found")),
            (false, Some(_)) => differences.push(format!("{name} should be left alone")),
            (false, None) => {}
        }
    }
    if list(&actual["sheets"]).count() != lists.iter().filter(|s| s["import"] == true).count() {
        differences.push("more sheets than expected".into());
    }
    differences
}

fn sheet(expected: &Json, actual: &Json, file_problems: &Json) -> Vec<String> {
    let mut out = Vec::new();
    for count in ["data_rows", "accepted", "rejected"] {
        let (wanted, got) = (&expected["counts"][count], &actual["counts"][count]);
        if wanted != got {
            out.push(format!("{count}: {got}, expected {wanted}"));
        }
    }
    if !expected["role"].is_null() && expected["role"] != actual["role"] {
        out.push(format!("role {}, expected {}", actual["role"], expected["role"]));
    }
    structure(&expected["structure"], actual, &mut out);
    problems(expected, actual, &mut out);
    must_warnings(expected, actual, &mut out);
    sums(expected, file_problems, &mut out);
    records(expected, actual, &mut out);
    by_unit(expected, actual, &mut out);
    out
}

fn structure(expected: &Json, actual: &Json, out: &mut Vec<String>) {
    let got = &actual["structure"];
    for part in [
        "header_rows",
        "number_row",
        "first_data_row",
        "last_data_row",
        "hidden_rows",
        "hidden_columns",
    ] {
        if let Some(wanted) = expected.get(part)
            && *wanted != got[part]
        {
            out.push(format!("{part}: {}, expected {wanted}", got[part]));
        }
    }
    for wanted in list(&expected["columns"]) {
        let column = list(&got["columns"]).find(|column| column["column"] == wanted["column"]);
        if column.is_none_or(|c| c["field"] != wanted["field"] || c["header"] != wanted["header"]) {
            out.push(format!("column {wanted}, got {column:?}"));
        }
    }
    for wanted in list(&expected["not_data"]) {
        // Blank rows hold nothing to tell.
        let blank = wanted["what"].as_str().is_some_and(|what| what.starts_with("blank"));
        if !blank && !list(&got["not_data"]).any(|not| not == wanted) {
            out.push(format!("not data: {wanted}"));
        }
    }
    if let Some(legacy) = expected.get("legacy") {
        for column in list(&actual["legacy"]) {
            if column["encoding"] != legacy["encoding"] {
                out.push(format!("legacy {column}"));
            }
        }
        if list(&actual["legacy"]).next().is_none() {
            out.push("no legacy column".into());
        }
    }
}

fn problems(expected: &Json, actual: &Json, out: &mut Vec<String>) {
    let (wanted, got) = (by_place(&expected["problems"]), by_place(&actual["problems"]));
    for (place, problem) in wanted.iter().flat_map(|(at, all)| all.iter().map(move |p| (at, p))) {
        let found = got.get(place).map_or(&[][..], Vec::as_slice);
        let parts = ["field", "column", "severity", "raw", "proposed", "ref_row", "level"];
        let right = |each: &Json| parts.iter().all(|part| same(&each[*part], &problem[*part]));
        let needed = problem["level"] != "may";
        if needed && !found.iter().any(|each| right(each)) {
            out.push(format!("missing {problem}\n    got {found:?}"));
        }
    }
    for (place, problems) in &got {
        let grave = problems.iter().any(|problem| problem["severity"] != "info");
        if grave && !wanted.contains_key(place) {
            out.push(format!("false alarm {problems:?}"));
        }
    }
    for trap in list(&expected["must_not_flag"]) {
        if got.contains_key(&place(trap)) {
            out.push(format!("fell into the trap {trap}"));
        }
    }
}

type Place<'j> = (u64, &'j str);

fn place(problem: &Json) -> Place<'_> {
    (problem["row"].as_u64().unwrap_or(0), problem["kind"].as_str().unwrap_or(""))
}

/// Findings by row and kind.
fn by_place(problems: &Json) -> BTreeMap<Place<'_>, Vec<&Json>> {
    let mut places: BTreeMap<Place<'_>, Vec<&Json>> = BTreeMap::new();
    for problem in list(problems) {
        places.entry(place(problem)).or_default().push(problem);
    }
    places
}

/// Accepted rows with a warning that nobody may miss.
fn must_warnings(expected: &Json, actual: &Json, out: &mut Vec<String>) {
    let wanted = &expected["counts"]["accepted_with_a_must_warning"];
    if wanted.is_null() {
        return;
    }
    let row = |each: &Json| each["row"].as_u64();
    let refused = list(&actual["rows"]).filter(|each| each["outcome"] == "reject");
    let refused: BTreeSet<u64> = refused.filter_map(row).collect();
    let doubtful = list(&actual["problems"])
        .filter(|each| each["severity"] == "warning" && each["level"] == "must");
    let doubtful: BTreeSet<u64> = doubtful.filter_map(row).collect();
    let rows: Vec<&u64> = doubtful.difference(&refused).collect();
    if wanted.as_u64() != Some(rows.len() as u64) {
        out.push(format!("{} rows with a must warning, expected {wanted}", rows.len()));
    }
}

/// Printed sums: those that must be told are, and no other.
fn sums(expected: &Json, file_problems: &Json, out: &mut Vec<String>) {
    let of_sheet: Vec<&Json> = list(file_problems)
        .filter(|each| each["sheet"].is_null() || each["sheet"] == expected["sheet"])
        .collect();
    let same_place = |a: &Json, b: &Json| {
        a["kind"] == b["kind"] && (b.get("where").is_none() || a["where"] == b["where"])
    };
    for wanted in list(&expected["file_problems"]).filter(|each| each["level"] != "may") {
        let parts = ["severity", "field", "block", "printed", "computed", "computed_accepted_rows"];
        let right = |each: &&&Json| {
            same_place(each, wanted)
                && parts.iter().all(|part| wanted.get(*part).is_none_or(|w| *w == each[*part]))
        };
        if of_sheet.iter().find(right).is_none() {
            out.push(format!("missing {wanted}, got {of_sheet:?}"));
        }
    }
    for got in of_sheet {
        let grave = got["severity"] != "info";
        if grave && !list(&expected["file_problems"]).any(|each| same_place(got, each)) {
            out.push(format!("false alarm {got}"));
        }
    }
}

fn records(expected: &Json, actual: &Json, out: &mut Vec<String>) {
    let rows: BTreeMap<u64, &Json> =
        list(&actual["rows"]).filter_map(|row| Some((row["row"].as_u64()?, row))).collect();
    for wanted in list(&expected["rows"]) {
        let Some(got) = wanted["row"].as_u64().and_then(|row| rows.get(&row)) else {
            out.push(format!("no record for row {}", wanted["row"]));
            continue;
        };
        for (key, value) in wanted.as_object().into_iter().flatten() {
            if got.get(key).is_none_or(|said| !same(said, value)) {
                let row = &wanted["row"];
                out.push(format!("row {row} {key}: {:?}, expected {value}", got.get(key)));
            }
        }
    }
}

/// Accepted rows of every union, where the manifest counts them.
fn by_unit(expected: &Json, actual: &Json, out: &mut Vec<String>) {
    let mut accepted: BTreeMap<&str, u64> = BTreeMap::new();
    for row in list(&actual["rows"]).filter(|row| row["outcome"] == "accept") {
        *accepted.entry(row["unit"].as_str().unwrap_or("")).or_default() += 1;
    }
    for (unit, wanted) in expected["accepted_by_unit"].as_object().into_iter().flatten() {
        let got = accepted.get(unit.as_str()).copied();
        if wanted.as_u64() != got {
            out.push(format!("{unit}: {got:?} accepted, expected {wanted}"));
        }
    }
}

fn list(json: &Json) -> impl Iterator<Item = &Json> {
    json.as_array().into_iter().flatten()
}

/// Equal values; 5 and 5.0 are one number.
fn same(a: &Json, b: &Json) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        _ => a == b,
    }
}
