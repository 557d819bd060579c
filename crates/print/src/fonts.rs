//! The typefaces: Times New Roman or its metric equals where the machine has them, else the one inside.
//!
//! The rules of paper ask for Times New Roman, which may not be handed on; Liberation Serif has its measures. A face is
//! taken only whole: upright, bold, italic and bold italic, each with every Vietnamese letter.

use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// A file larger than this is no typeface of ours; Times New Roman has 1.2 MB.
const LARGEST: u64 = 8_000_000;

/// Where machines keep the four cuts of a family: folder, then upright, bold, italic, bold italic.
const PLACES: &[(&str, [&str; 4])] = &[
    ("C:\\Windows\\Fonts", ["times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"]),
    ("/System/Library/Fonts/Supplemental", TIMES),
    ("/Library/Fonts", TIMES),
    (
        "/usr/share/fonts/truetype/msttcorefonts",
        [
            "Times_New_Roman.ttf",
            "Times_New_Roman_Bold.ttf",
            "Times_New_Roman_Italic.ttf",
            "Times_New_Roman_Bold_Italic.ttf",
        ],
    ),
    ("/usr/share/fonts/truetype/liberation", LIBERATION),
    ("/usr/share/fonts/truetype/liberation2", LIBERATION),
    ("/usr/share/fonts/liberation-serif", LIBERATION),
    ("/usr/share/fonts/liberation", LIBERATION),
];

const TIMES: [&str; 4] = [
    "Times New Roman.ttf",
    "Times New Roman Bold.ttf",
    "Times New Roman Italic.ttf",
    "Times New Roman Bold Italic.ttf",
];

const LIBERATION: [&str; 4] = [
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
];

/// The typefaces of a press.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) faces: Vec<Font>,
    /// The family papers are set in.
    pub(crate) family: String,
}

impl Fonts {
    /// The face inside the program alone: the same on every machine.
    pub(crate) fn inside() -> Self {
        Self::of(Vec::new())
    }

    /// The machine's own face where it has a whole one, before the one inside.
    pub(crate) fn of_machine() -> Self {
        let whole = PLACES.iter().find_map(|(folder, files)| family_at(Path::new(folder), files));
        Self::of(whole.unwrap_or_default())
    }

    /// The four cuts in a folder of the office's own, under any names.
    pub(crate) fn of_folder(folder: &Path) -> Option<Self> {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder).ok()?.flatten().map(|file| file.path()).collect();
        files.sort();
        let faces: Vec<Font> =
            files.iter().take(16).filter_map(|file| face(file)).flatten().collect();
        let named = faces.first()?.info().family.clone();
        let faces: Vec<Font> =
            faces.into_iter().filter(|face| face.info().family == named).collect();
        (faces.len() >= 4 && faces.iter().all(is_whole)).then(|| Self::of(faces))
    }

    fn of(mut faces: Vec<Font>) -> Self {
        // The first six files of the assets are Libertinus Serif; the others are for formulas and code. Its bold italic
        // has neither ơ nor ư: without it the semibold italic stands in, which has.
        let inside = typst_assets::fonts().take(6).flat_map(|data| Font::iter(Bytes::new(data)));
        faces.extend(inside.filter(is_whole));
        let family = faces.first().map(|face| face.info().family.clone()).unwrap_or_default();
        Self { book: LazyHash::new(FontBook::from_fonts(&faces)), faces, family }
    }
}

fn family_at(folder: &Path, files: &[&str; 4]) -> Option<Vec<Font>> {
    let cuts = files.iter().map(|file| face(&folder.join(file))?.into_iter().next());
    let faces: Vec<Font> = cuts.collect::<Option<_>>()?;
    faces.iter().all(is_whole).then_some(faces)
}

fn face(file: &Path) -> Option<Vec<Font>> {
    let size = std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file)?.len();
    let data = (size <= LARGEST).then(|| std::fs::read(file).ok())??;
    Some(Font::iter(Bytes::new(data)).collect())
}

/// Whether a face has every letter Vietnamese is written with.
pub(crate) fn is_whole(face: &Font) -> bool {
    letters().all(|letter| face.info().coverage.contains(letter as u32))
}

/// Every letter of Vietnamese, small and capital, with every tone.
pub(crate) fn letters() -> impl Iterator<Item = char> {
    const MARKED: &str =
        "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
    let both = |letter: char| letter.to_lowercase().chain(letter.to_uppercase());
    MARKED.chars().chain('a'..='z').flat_map(both).chain("0123456789.,;:-–“”/()%".chars())
}
