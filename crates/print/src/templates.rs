//! The templates: those inside the program, and an office's own, which take their place.

use std::collections::BTreeMap;
use std::path::Path;

use crate::refusal::Refusal;

/// A template is a page of text, a picture an emblem or a frame.
const LARGEST: u64 = 2_000_000;

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

/// The templates inside, and over them those of a folder.
pub(crate) fn with_folder(folder: &Path) -> Result<Files, Refusal> {
    let mut files = inside();
    let names = TEMPLATES.iter().map(|(name, _)| *name).chain(PICTURES.iter().copied());
    for name in names {
        let path = folder.join(name);
        let unreadable = |message: String| Refusal::Unreadable { file: name.to_owned(), message };
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
        files.insert(name.to_owned(), bytes);
    }
    Ok(files)
}
