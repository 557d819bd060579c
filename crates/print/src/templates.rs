//! The templates: those inside the program, and an office's own, which take their place, for all papers or those
//! from a day on.

use std::collections::BTreeMap;
use std::path::Path;

use typst::foundations::Datetime;

use crate::paper::Day;
use crate::refusal::Refusal;

/// A template is a page of text, a picture an emblem or a frame.
const LARGEST: u64 = 2_000_000;
/// Folders of templates by day at most: each holds a hundred kilobytes in memory, and is tried before pages are served.
const VERSIONS_MAX: usize = 50;

macro_rules! inside {
    ($($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../../templates/print/", $name)))),*]
    };
}

/// Every template inside the program: its name and its text.
pub const TEMPLATES: &[(&str, &str)] = inside![
    "certificates.typ",
    "common.typ",
    "decision.typ",
    "form.typ",
    "minutes.typ",
    "submission.typ"
];

/// The pictures an office may put beside its templates.
pub const PICTURES: &[&str] = &["emblem.png", "emblem.svg", "frame.png", "frame.svg"];

/// Files by name, as a template sees them.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The templates inside.
pub(crate) fn inside() -> Files {
    TEMPLATES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Templates, and the first day of the papers they are for; the first ones are for all before.
pub(crate) type Dated = (Option<Day>, Files);

/// The templates inside; over them those of a folder; and over these, for papers from a day on, those of each folder in
/// it whose name is that day. What such a folder does not hold stays as it was.
pub(crate) fn of_folder(folder: &Path) -> Result<Vec<Dated>, Refusal> {
    let mut files = inside();
    lay_over(&mut files, folder, "")?;
    let mut versions = vec![(None, files.clone())];
    for (day, name) in days_in(folder)? {
        lay_over(&mut files, &folder.join(&name), &format!("{name}/"))?;
        versions.push((Some(day), files.clone()));
    }
    Ok(versions)
}

fn unreadable(file: &str, message: String) -> Refusal {
    Refusal::Unreadable { file: file.to_owned(), message }
}

/// Puts the templates and pictures of a folder over others.
fn lay_over(files: &mut Files, folder: &Path, within: &str) -> Result<(), Refusal> {
    let names = TEMPLATES.iter().map(|(name, _)| *name).chain(PICTURES.iter().copied());
    for name in names {
        let path = folder.join(name);
        let unreadable = |message: String| unreadable(&format!("{within}{name}"), message);
        let size = match std::fs::metadata(&path) {
            Ok(found) => found.len(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(unreadable(error.to_string())),
        };
        if size > LARGEST {
            return Err(unreadable(format!("tệp lớn hơn {LARGEST} byte")));
        }
        let bytes = std::fs::read(&path).map_err(|error| unreadable(error.to_string()))?;
        if name.ends_with(".typ") && std::str::from_utf8(&bytes).is_err() {
            return Err(unreadable("không phải chữ UTF-8".to_owned()));
        }
        // A picture takes the place of the former one, whatever it was drawn as.
        if let Some((stem, _)) = name.split_once('.').filter(|(_, ending)| *ending != "typ") {
            files.retain(|known, _| known.split_once('.').is_none_or(|(other, _)| other != stem));
        }
        files.insert(name.to_owned(), bytes);
    }
    Ok(())
}

/// The folders of a folder whose names are days, the earliest first. A name that begins like a day and is none is
/// refused: nobody is to wonder why it is not used.
fn days_in(folder: &Path) -> Result<Vec<(Day, String)>, Refusal> {
    let failed = |error: std::io::Error| unreadable(".", error.to_string());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with(|letter: char| letter.is_ascii_digit()) || !entry.path().is_dir() {
            continue;
        }
        let Some(day) = day_named(&name) else {
            let message = "tên thư mục phải là một ngày như 2026-07-01".to_owned();
            return Err(unreadable(&name, message));
        };
        found.push((day, name));
    }
    if found.len() > VERSIONS_MAX {
        return Err(unreadable(".", format!("nhiều hơn {VERSIONS_MAX} thư mục theo ngày")));
    }
    found.sort_unstable();
    Ok(found)
}

fn day_named(name: &str) -> Option<Day> {
    let parts: Vec<&str> = name.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let (year, month, day): (i16, u8, u8) =
        (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Datetime::from_ymd(i32::from(year), month, day).map(|_| Day { year, month, day })
}
