//! A paper set, and handed over as a file.

use axum::response::Response;
use kernel::{Day, Refusal};
use print::Paper;

use super::words;
use crate::parts::download;
use crate::site::Visit;

/// Where a paper is signed, when the books do not know: to be filled in by hand.
pub(super) const NO_PLACE: &str = "....................";

/// What a paper is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum As {
    /// To be printed and kept.
    Pdf,
    /// To be edited.
    Docx,
}

impl As {
    /// The ending of file names.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// The bytes of a paper, or why it could not be set.
pub(crate) fn must_set(visit: &Visit, paper: &Paper, how: As) -> Result<Vec<u8>, Refusal> {
    let Some(press) = &visit.settings.press else {
        let no = visit.say.text(words::NO_PRESS);
        return Err(Refusal::new("no_press", no, "Mở sổ bằng lệnh ketdoan serve"));
    };
    let made = match how {
        As::Pdf => press.pdf(paper),
        As::Docx => press.docx(paper),
    };
    made.map_err(|refusal| refused(&refusal))
}

/// Why a paper was not set, as pages tell it.
pub(crate) fn refused(refusal: &print::Refusal) -> Refusal {
    let (message, remedy) = refusal.told();
    Refusal::new(refusal.code(), message, remedy)
}

/// The file, under a name without its ending.
pub(crate) fn give(name: &str, how: As, bytes: Vec<u8>) -> Response {
    let name = format!("{}.{}", name.replace('/', "-"), how.ending());
    download(&name, how.content_type(), bytes)
}

/// A day as papers have it.
pub(crate) fn day_of(day: Day) -> print::Day {
    let date = day.date();
    print::Day {
        year: date.year(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    }
}
