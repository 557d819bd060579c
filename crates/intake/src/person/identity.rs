//! The identity number of a person, and what it says against the rest of the row.

use vietnamese::id::cccd::{self, Cccd, CccdReading, CccdRefusal, CccdRepair, Known};

use super::Person;
use crate::cells;
use crate::columns::Field;
use crate::kinds::{Finding, Level};
use crate::problem::Said;
use crate::reader::{Notes, Reader};
use crate::table::Line;

/// A cell of identity numbers as read.
pub(super) type NumberRead = Result<CccdReading, CccdRefusal>;

/// The number that can speak for birth year and sex.
pub(super) fn witness(read: Option<&NumberRead>) -> Option<Cccd> {
    match read {
        Some(Ok(CccdReading::Cccd { number, .. })) => Some(*number),
        _ => None,
    }
}

/// Whether zeros were put back, which the birth year must confirm.
fn hangs_on_birth(read: &NumberRead) -> bool {
    matches!(read, Ok(CccdReading::Cccd { repairs, .. }) if repairs.contains(&CccdRepair::LostZero))
}

impl<'a> Reader<'a> {
    /// The identity number as its cell gives it, with what is known beside it.
    pub(super) fn number(&self, line: &Line<'a>, known: Known) -> Option<NumberRead> {
        self.cell(line, Field::Cccd).map(|cell| cccd::read(&cells::digits(cell), known))
    }

    /// The identity number, judged by what the row says otherwise.
    pub(super) fn identity(
        &self,
        line: &Line<'a>,
        first: Option<NumberRead>,
        known: Known,
        person: &mut Person,
        notes: &mut Notes,
    ) {
        if !self.table.has(Field::Cccd) {
            return;
        }
        let problem = |kind| self.problem(line, Field::Cccd, kind);
        let read = match first {
            Some(read) if hangs_on_birth(&read) => self.number(line, self.possible(known)),
            read => read,
        };
        let Some(read) = read else {
            let mut missing = problem(Finding::CccdMissing);
            if missing.raw != Said::Nothing {
                missing.level = Level::May; // follows from the formula that has no value
            }
            notes.found.push(missing);
            return;
        };
        match read {
            Ok(CccdReading::Cccd { number, repairs }) => {
                for repair in repairs {
                    let kind = match repair {
                        CccdRepair::Punctuation => Finding::CccdPunctuation,
                        CccdRepair::LetterO => Finding::CccdLetterO,
                        CccdRepair::LostZero => Finding::CccdLostZero,
                    };
                    notes.found.push(problem(kind).propose(number.as_str()));
                }
                self.tell_disagreement(line, number, known, notes);
                person.cccd = Some(number.to_string());
            }
            Ok(CccdReading::OldCmnd { number, .. }) => {
                let proposed = Said::Fields(vec![("cmnd", Said::from(number.as_str()))]);
                notes.found.push(problem(Finding::CccdIsOldCmnd).propose(proposed));
                person.cmnd = Some(number);
            }
            Err(refusal) => {
                let kind = match refusal {
                    CccdRefusal::Empty => Finding::CccdMissing,
                    CccdRefusal::BadLength { .. } => Finding::CccdBadLength,
                    CccdRefusal::BadChars => Finding::CccdBadChars,
                    CccdRefusal::Scientific => Finding::CccdScientific,
                };
                if let Some(cell) = self.cell(line, Field::Cccd) {
                    notes.keep("cccd", cell);
                }
                notes.found.push(problem(kind));
            }
        }
    }

    /// A birth year that cannot be is no witness.
    fn possible(&self, known: Known) -> Known {
        let year = known.birth_year.filter(|year| *year <= self.as_of.year());
        Known { birth_year: year, ..known }
    }

    fn tell_disagreement(&self, line: &Line<'a>, number: Cccd, known: Known, notes: &mut Notes) {
        let problem = |kind| self.problem(line, Field::Cccd, kind);
        if number.province().is_none() {
            notes.found.push(problem(Finding::CccdPlaceNotProvince));
        }
        let differs = number.disagreement(known);
        if let (Some(said), Some(written)) = (differs.birth_year, known.birth_year) {
            let note = format!("số CCCD là năm {said}, danh sách ghi {written}");
            let mut mismatch = problem(Finding::CccdBirthYearMismatch).note(note);
            if written > self.as_of.year() {
                mismatch.level = Level::May; // follows from the birth date
            }
            notes.found.push(mismatch);
        }
        if let (Some(said), Some(written)) = (differs.sex, known.sex) {
            let note = format!("số CCCD là {said}, danh sách ghi {written}");
            notes.found.push(problem(Finding::CccdSexMismatch).note(note));
        }
    }
}
