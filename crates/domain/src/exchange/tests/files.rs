//! Files: exactly what was signed is read, everything else is refused by name.

use kernel::Period;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Sender, forged, new_key, package_of, take, with_city};
use crate::exchange::{NewKey, PACKAGE_BYTES_MAX, add_key, canonical, open};
use crate::reports::{self, Key};
use crate::signing;

const GOLDEN: &[u8] = include_bytes!("../golden/package-1.0.json");

fn golden() -> Value {
    serde_json::from_slice::<Value>(GOLDEN).unwrap()["body"].clone()
}

#[test]
fn a_package_altered_in_any_byte_is_refused() {
    let sender = Sender::new();
    let file = sender.file(207).file;
    assert!(open::open(&file).is_ok());
    for at in 0..file.len() {
        for bit in 0..8 {
            let mut altered = file.clone();
            altered[at] ^= 1 << bit;
            assert!(open::open(&altered).is_err(), "byte {at} bit {bit}");
        }
    }
    for at in 0..=file.len() {
        let added = [&file[..at], b" ", &file[at..]].concat();
        assert!(open::open(&added).is_err(), "a blank at {at}");
        assert!(at == file.len() || open::open(&file[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn a_package_of_an_older_shape_made_by_another_program_is_read() {
    with_city(|world, _, [h, k, _]| {
        let key = signing::public_of(&[5; 32]);
        let entry = NewKey { code: "quan-k".to_owned(), ..new_key(k, &key) };
        add_key(&world.app, &world.actor, &entry).unwrap();
        let taken = take(world, GOLDEN).unwrap();
        let opened = package_of(world, &taken);
        assert_eq!(opened.body.schema, "1.0");
        assert_eq!((opened.body.definitions.len(), opened.body.inputs.len()), (0, 0));
        assert_eq!(opened.body.cells[0].note.as_deref(), Some("Theo bảng lương \"tháng 5\"\n"));
        let period = Period::parse("2020-12-01..2021-05-31").unwrap();
        let above = Key { unit: h, form: reports::find_form("2_hdcd").unwrap(), period };
        let rows = reports::below(&world.app, &world.actor, h, period).unwrap();
        assert!(rows.iter().any(|row| row.unit == k && row.is_counted()));
        assert!(reports::read(&world.app, &world.actor, &above, None).is_ok());
    });
}

/// The golden contents with something in them put otherwise, signed.
fn altered(path: &[&str], value: Value) -> Vec<u8> {
    let mut body = golden();
    let mut place = &mut body;
    for name in path {
        place = match name.parse::<usize>() {
            Ok(at) => &mut place[at],
            Err(_) => &mut place[*name],
        };
    }
    *place = value;
    forged(&body)
}

/// What is said of a file: the name of the refusal, and its sentence.
fn told(file: &[u8]) -> (&'static str, String) {
    open::open(file).err().map_or(("read", String::new()), |no| (no.code, no.message))
}

#[test]
fn what_is_wrong_with_a_file_is_refused_by_name_and_place() {
    assert_eq!(told(&forged(&golden())).0, "read");
    assert_eq!(told(&vec![b' '; PACKAGE_BYTES_MAX + 1]).0, "package_too_large");
    let (name, place) = told(b"{\"format\":\n \"ketdoan");
    assert_eq!((name, place.contains("dòng 2")), ("package_unreadable", true), "{place}");
    assert_eq!(told(&[0xff, 0xfe]).0, "package_unreadable");
    assert_eq!(told("[".repeat(4_000).as_bytes()).0, "package_too_deep");
    for other in ["{}", "[]", "7", "\"x\"", "{\"format\":\"zip\"}"] {
        assert_eq!(told(other.as_bytes()).0, "not_a_package", "{other}");
    }
    for (schema, name) in [
        ("1.2", "package_newer"),
        ("2.0", "package_newer"),
        ("0.9", "package_unknown_schema"),
        ("01.1", "package_unknown_schema"),
        ("", "package_unknown_schema"),
    ] {
        assert_eq!(told(&altered(&["schema"], json!(schema))).0, name, "{schema}");
    }
    let pretty =
        serde_json::to_vec_pretty(&serde_json::from_slice::<Value>(GOLDEN).unwrap()).unwrap();
    let (name, place) = told(&pretty);
    assert_eq!((name, place.contains("byte 2")), ("package_not_canonical", true), "{place}");
    let twice = String::from_utf8(GOLDEN.to_vec()).unwrap().replacen(
        "\"version\":1",
        "\"version\":1,\"version\":1",
        1,
    );
    assert_eq!(told(twice.as_bytes()).0, "package_not_canonical");
    let mut whole: Value = serde_json::from_slice(GOLDEN).unwrap();
    whole["more"] = json!(1);
    assert_eq!(told(&canonical::bytes_of(&whole).unwrap()).0, "package_bad_shape");
    let mut whole: Value = serde_json::from_slice(GOLDEN).unwrap();
    whole["key"] = json!(signing::public_of(&[6; 32]));
    assert_eq!(told(&canonical::bytes_of(&whole).unwrap()).0, "package_altered");
}

#[test]
fn contents_that_no_report_has_are_refused_with_the_field_or_the_cell() {
    assert_eq!(told(&forged(&golden())).0, "read");
    for (path, value, name, place) in [
        (&["cells", "0", "colour"][..], json!(1), "package_bad_shape", "colour"),
        (&["unit"], json!("k"), "package_bad_shape", ""),
        (&["cells", "0", "line"], json!("9"), "package_bad_content", "ô 9"),
        (&["cells", "1", "line"], json!("1"), "package_bad_content", "ô 1"),
        (&["cells", "0", "state"], json!("not_reported"), "package_bad_content", "ô 1"),
        (&["cells", "0", "state"], json!("sure"), "package_bad_content", "ô 1"),
        (&["cells", "0", "source"], json!("typed"), "package_bad_content", "ô 1"),
        (&["cells", "0", "value"], json!(2_000_000_000_000_000_i64), "package_bad_content", "ô 1"),
        (&["cells", "0", "value"], json!(-1), "package_bad_content", "ô 1"),
        (&["cells", "0", "typed"], json!(-1), "package_bad_content", "ô 1"),
        (&["cells", "0", "note"], json!("x".repeat(501)), "package_bad_content", "ô 1"),
        (&["period", "from"], json!("2021-06-31"), "package_bad_content", "period.from"),
        (&["period", "from"], json!("2022-01-01"), "package_bad_content", "period"),
        (&["known_at"], json!("hôm qua"), "package_bad_content", "known_at"),
        (&["as_of"], json!("x"), "package_bad_content", "as_of"),
        (&["version"], json!(0), "package_bad_content", "version"),
        (&["unit", "name"], json!(""), "package_bad_content", "unit.name"),
        (&["filed", "by"], json!("x".repeat(301)), "package_bad_content", "filed.by"),
        (&["form", "code"], json!("../x"), "package_bad_content", "form.code"),
        (&["form", "level"], json!("top"), "package_bad_content", "form"),
        (&["form", "line"], json!([]), "package_bad_content", "form.line"),
        (&["form", "line", "1", "code"], json!("1"), "package_bad_content", "dòng 1"),
        (&["form", "line", "0", "text"], json!(""), "package_bad_content", "dòng 1"),
        (&["form", "line", "0", "measure"], json!("a\u{0}"), "package_bad_content", "dòng 1"),
        (&["form", "line", "0", "beside"], json!("a.b"), "package_bad_content", "dòng 1"),
    ] {
        let (said, message) = told(&altered(path, value.clone()));
        assert_eq!(said, name, "{path:?} {value}");
        assert!(message.contains(place), "{message}");
    }
}

#[test]
fn no_file_breaks_the_reading_and_what_is_forged_with_a_key_is_read_or_refused_by_name() {
    proptest!(ProptestConfig::with_cases(200), |(bytes in prop::collection::vec(any::<u8>(), 0..400),
        at in 0..GOLDEN.len(), put in "\\PC{0,12}|[0-9]{1,20}|[\\[{\"]{1,300}")| {
        prop_assert!(open::open(&bytes).is_err());
        let cut = GOLDEN.iter().take(at).chain(put.as_bytes()).chain(&GOLDEN[at..]);
        let cut: Vec<u8> = cut.copied().collect();
        prop_assert_eq!(open::open(&cut).is_ok(), put.is_empty());
        // The same in what is signed: whatever a trusted sender's program writes is no panic here.
        let told = String::from_utf8_lossy(&cut).into_owned();
        if let Ok(whole) = serde_json::from_str::<Value>(&told)
            && canonical::bytes_of(&whole["body"]).is_some()
            && let Err(refusal) = open::open(&forged(&whole["body"]))
        {
            prop_assert!(!refusal.message.is_empty() && !refusal.remedy.is_empty());
        }
    });
}
