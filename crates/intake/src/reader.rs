//! Reading the fields of a row: what every kind of list does with texts, dates, counts and phones.

use jiff::civil::Date;
use sheets::{Cell, Value};
use vietnamese::date::{DateReading, DateRefusal, DateRepair, DateSystem, PartialDate};
use vietnamese::id::phone::{self, PhoneRepair};
use vietnamese::number::{Form, misread_thousands, parse_integer};
use vietnamese::text::{Flaw, Flaws, cleaned};

use crate::cells;
use crate::columns::Field;
use crate::kinds::{Finding, Level, Severity};
use crate::legacy::Codes;
use crate::problem::{Problem, Said};
use crate::table::{Line, Table};

/// No count of people or units is larger; what is, was meant for another column.
const COUNT_MAX: f64 = 1_000_000_000.0;

/// Everything a field is read by.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    /// The list.
    pub table: &'a Table<'a>,
    /// The old encodings of its columns.
    pub codes: &'a Codes,
    /// The day the list is drawn up.
    pub as_of: Date,
    /// How the workbook counts days.
    pub days: DateSystem,
    /// Fewer members than this make no grassroots union.
    pub members_min: i64,
    /// Separated text: every number is text.
    pub is_csv: bool,
    /// The most fields a record of separated text may have.
    pub fields_max: Option<u32>,
}

/// A cell that could not be taken into its field and is kept with the row instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The field, as the structure of the sheet names it.
    pub field: &'static str,
    /// What stood in the cell.
    pub raw: String,
}

/// What a row gathers while it is read.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// Findings.
    pub found: Vec<Problem>,
    /// Cells that did not fit their field.
    pub kept: Vec<Kept>,
}

impl Notes {
    /// Keeps with the row what its field cannot take.
    pub(crate) fn keep(&mut self, field: &'static str, cell: &Cell) {
        self.kept.push(Kept { field, raw: cells::digits(cell).trim().to_owned() });
    }
}

/// A text as read.
#[derive(Debug)]
pub(crate) struct Text {
    /// Decoded and clean; never empty.
    pub clean: String,
    /// What stood in the cell, when it was decoded from an old encoding.
    pub coded: Option<String>,
    /// What was put right on the way.
    pub repairs: Vec<Finding>,
    /// There was other white space between its words than one space.
    pub spaced: bool,
}

/// The findings for a date that is no day, and for one after the list.
pub(crate) struct DateKinds {
    pub impossible: Finding,
    pub future: Finding,
}

impl<'a> Reader<'a> {
    /// A finding about a field of a row, with what stands in its cell.
    pub(crate) fn problem(&self, line: &Line<'a>, field: Field, kind: Finding) -> Problem {
        let spec = self.table.spec(field);
        let cell = self.table.own_cell(line.row, field);
        Problem {
            row: line.number(),
            column: self.table.letters(field),
            field: spec.map_or("row", |spec| spec.finding_code()),
            severity: kind.severity(),
            kind,
            raw: cell.map_or(Said::Nothing, |cell| cells::raw(cell, self.days)),
            proposed: Said::Nothing,
            level: kind.level(),
            ref_row: None,
            note: None,
        }
    }

    /// The cell that holds for a field, its own or a merged one above; `None` when there is no
    /// value in it.
    pub(crate) fn cell(&self, line: &Line<'a>, field: Field) -> Option<&'a Cell> {
        let cell = self.table.cell(line.row, field)?;
        let empty = matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
        (!empty).then_some(cell)
    }

    /// A text, decoded and cleaned.
    pub(crate) fn text(&self, line: &Line<'a>, field: Field) -> Option<Text> {
        let cell = self.cell(line, field)?;
        let mut repairs = Vec::new();
        let mut spaced = false;
        let (text, coded) = match &cell.value {
            Value::Text(raw) => {
                spaced = is_spaced(raw.trim());
                let decoded = self.codes.decode(cell, raw, &mut repairs);
                let written = decoded.as_deref().unwrap_or(raw);
                let (text, flaws) = if is_clean(written) {
                    (written.to_owned(), Flaws::default())
                } else {
                    cleaned(written)
                };
                repairs.extend(flaws.iter().filter_map(|flaw| self.kind_of(flaw)));
                (text, decoded.map(|_| raw.clone()))
            }
            _ => (cells::digits(cell).into_owned(), None),
        };
        if text.is_empty() {
            return None;
        }
        if self.table.own_cell(line.row, field).is_none() {
            repairs = vec![Finding::MergedFillDown];
        }
        Some(Text { clean: text, coded, repairs, spaced })
    }

    fn kind_of(&self, flaw: Flaw) -> Option<Finding> {
        match flaw {
            Flaw::Whitespace => Some(Finding::Whitespace),
            Flaw::NotNfc => (!self.codes.decomposed).then_some(Finding::NotNfc),
            Flaw::EthForD => Some(Finding::EthForD),
            Flaw::InvisibleChar => Some(Finding::InvisibleChar),
        }
    }

    /// Tells what was put right in a text.
    pub(crate) fn tell(
        &self,
        line: &Line<'a>,
        field: Field,
        repairs: &[Finding],
        proposed: &str,
        notes: &mut Notes,
    ) {
        for kind in repairs {
            let mut problem = self.problem(line, field, *kind).propose(proposed);
            if *kind == Finding::LegacyCapitalRestored && field != Field::Name {
                problem.level = Level::Should; // a name without its capital is another name
            }
            notes.found.push(problem);
        }
    }

    /// A text that means nothing more than it says.
    pub(crate) fn plain(&self, line: &Line<'a>, field: Field, notes: &mut Notes) -> Option<String> {
        let read = self.text(line, field)?;
        self.tell(line, field, &read.repairs, &read.clean, notes);
        Some(read.clean)
    }

    /// A head count.
    pub(crate) fn count(&self, line: &Line<'a>, field: Field, notes: &mut Notes) -> Option<i64> {
        let cell = self.cell(line, field)?;
        let (kind, count) = match &cell.value {
            Value::Number(number) if number.fract() == 0.0 && number.abs() <= COUNT_MAX => {
                return Some(*number as i64);
            }
            Value::Number(number) => {
                (Finding::NumberDecimalThousands, misread_thousands(&number.to_string()))
            }
            Value::Text(text) if matches!(text.trim(), "-" | "–" | "—" | "/" | ".") => {
                return None;
            }
            Value::Text(text) => match parse_integer(text) {
                Ok((count, _)) if count.unsigned_abs() > COUNT_MAX as u64 => {
                    (Finding::NumberText, None)
                }
                Ok((count, Form::Plain)) if self.is_csv => return Some(count),
                Ok((count, Form::Plain)) => (Finding::NumberText, Some(count)),
                Ok((count, _)) => (Finding::NumberTextThousands, Some(count)),
                Err(_) => (Finding::NumberText, with_noun(text)),
            },
            Value::Bool(_) | Value::Error(_) => (Finding::NumberText, None),
        };
        let mut problem = self.problem(line, field, kind);
        problem.proposed = Said::count(count);
        if count.is_none() {
            problem.severity = Severity::Warning;
            notes.keep(problem.field, cell);
        }
        notes.found.push(problem);
        count
    }

    /// A telephone number in its one form.
    pub(crate) fn phone(&self, line: &Line<'a>, notes: &mut Notes) -> Option<String> {
        let cell = self.cell(line, Field::Phone)?;
        let Ok(reading) = phone::read(&cells::digits(cell)) else {
            notes.keep("phone", cell);
            notes.found.push(self.problem(line, Field::Phone, Finding::PhoneInvalid));
            return None;
        };
        let number = reading.first.to_string();
        let grave = [PhoneRepair::Multiple, PhoneRepair::Old11Digits];
        let told = grave.iter().find(|repair| reading.repairs.contains(repair));
        let told = told.map_or(reading.repairs.as_slice(), std::slice::from_ref);
        for repair in told {
            let kind = match repair {
                PhoneRepair::LostZero => Finding::PhoneLostZero,
                PhoneRepair::Normalised => Finding::PhoneNormalised,
                PhoneRepair::Old11Digits => Finding::PhoneOld11Digits,
                PhoneRepair::Multiple => Finding::PhoneMultiple,
            };
            let problem = self.problem(line, Field::Phone, kind);
            notes.found.push(problem.propose(number.as_str()));
        }
        for other in reading.others {
            notes.kept.push(Kept { field: "phone", raw: other.to_string() });
        }
        Some(number)
    }

    /// Reads a date cell without telling anything.
    pub(crate) fn read_date(
        &self,
        line: &Line<'a>,
        field: Field,
        latest_year: i16,
    ) -> Option<Result<DateReading, DateRefusal>> {
        let cell = self.cell(line, field)?;
        match cells::date(cell, self.days, latest_year) {
            Err(DateRefusal::Empty) => None,
            read => Some(read),
        }
    }

    /// Tells what it took to read a date; what is merely less precise is told of birth dates only.
    pub(crate) fn tell_date(
        &self,
        line: &Line<'a>,
        field: Field,
        reading: DateReading,
        notes: &mut Notes,
    ) {
        let of_birth = matches!(field, Field::Dob | Field::DobMale | Field::DobFemale);
        for repair in reading.repairs.iter() {
            let kind = match repair {
                DateRepair::TwoDigitYear => Finding::DateTwoDigitYear,
                DateRepair::Swapped => Finding::DateMonthDaySwapped,
                DateRepair::Compact => Finding::DateCompact,
                DateRepair::Serial => Finding::DateSerialNumber,
                DateRepair::YearOnly if of_birth => Finding::DobYearOnly,
                DateRepair::MonthOnly if of_birth => Finding::DobMonthOnly,
                DateRepair::YearOnly | DateRepair::MonthOnly => continue,
            };
            let problem = self.problem(line, field, kind);
            notes.found.push(Problem { proposed: Said::from(reading.date.iso()), ..problem });
        }
    }

    /// A date that must not reject its row: what cannot be read stays empty and is kept.
    pub(crate) fn dated(
        &self,
        line: &Line<'a>,
        field: Field,
        kinds: &DateKinds,
        notes: &mut Notes,
    ) -> Option<PartialDate> {
        let Ok(reading) = self.read_date(line, field, self.as_of.year())? else {
            let problem = self.problem(line, field, kinds.impossible);
            if let Some(cell) = self.cell(line, field) {
                notes.keep(problem.field, cell);
            }
            notes.found.push(problem);
            return None;
        };
        self.tell_date(line, field, reading, notes);
        if reading.date.first_day() > self.as_of {
            notes.found.push(self.problem(line, field, kinds.future));
        }
        Some(reading.date)
    }
}

/// The count in `18 người`.
fn with_noun(text: &str) -> Option<i64> {
    let (number, noun) = text.trim().split_once(' ')?;
    let is_noun = !noun.is_empty() && noun.chars().all(|c| c.is_alphabetic() || c == ' ');
    let (count, _) = parse_integer(number).ok()?;
    (is_noun && count.unsigned_abs() <= COUNT_MAX as u64).then_some(count)
}

/// Whether a text is plainly clean: ASCII and composed Vietnamese letters, single spaces between
/// words. Nearly every cell is, and needs no closer look.
fn is_clean(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars() {
        let plain = match c {
            ' ' => before != ' ',
            '!'..='~' | '\u{1EA0}'..='\u{1EF9}' => true,
            '\u{D0}' | '\u{D7}' | '\u{F0}' | '\u{F7}' => false,
            '\u{C0}'..='\u{1B0}' => !matches!(c, '\u{189}'),
            _ => false,
        };
        if !plain {
            return false;
        }
        before = c;
    }
    before != ' '
}

/// Whether words are parted by anything but single spaces.
fn is_spaced(text: &str) -> bool {
    text.contains("  ") || text.chars().any(|c| c != ' ' && c.is_whitespace())
}
