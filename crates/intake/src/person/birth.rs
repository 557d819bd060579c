//! When a person was born, and the sex that the columns of birth dates tell.

use sheets::Value;
use vietnamese::date::{DateReading, DateRefusal, DateRepair, PartialDate};
use vietnamese::id::Sex;
use vietnamese::id::cccd::{Cccd, Known};

use super::identity::witness;
use super::{AGES, Person, sex_code};
use crate::cells;
use crate::columns::Field;
use crate::kinds::Finding;
use crate::problem::Said;
use crate::reader::{Notes, Reader};
use crate::table::Line;

/// What a row says about the birth, before the identity number is asked.
#[derive(Clone, Copy)]
pub(super) enum Birth {
    /// The list has no such column, or the cell is empty.
    Unsaid,
    /// A date, in this column.
    Date(DateReading),
    /// No day of any calendar, but of this year.
    Impossible(Option<i16>),
}

impl<'a> Reader<'a> {
    /// The column that holds the birth, and the sex as the columns tell it.
    pub(super) fn birth_column(&self, line: &Line<'a>) -> (Field, Option<Sex>) {
        let male = self.cell(line, Field::DobMale).is_some();
        let female = self.cell(line, Field::DobFemale).is_some();
        match (male, female) {
            (true, false) => (Field::DobMale, Some(Sex::Male)),
            (false, true) => (Field::DobFemale, Some(Sex::Female)),
            (true, true) => {
                let number = self.number(line, Known::default());
                let woman = witness(number.as_ref()).is_some_and(|said| said.sex() == Sex::Female);
                (if woman { Field::DobFemale } else { Field::DobMale }, None)
            }
            (false, false) => (Field::Dob, self.sex(line)),
        }
    }

    pub(super) fn both_birth_columns(&self, line: &Line<'a>) -> bool {
        self.cell(line, Field::DobMale).is_some() && self.cell(line, Field::DobFemale).is_some()
    }

    pub(super) fn tell_both_columns(&self, line: &Line<'a>, sex: Option<Sex>, notes: &mut Notes) {
        let fields = [Field::DobMale, Field::DobFemale];
        let raw = fields.map(|field| self.problem(line, field, Finding::DobBothColumns));
        let letters: Vec<String> = raw.iter().filter_map(|each| each.column.clone()).collect();
        let mut problem = raw[0].clone();
        problem.column = Some(letters.join(","));
        problem.raw = Said::Each(raw.into_iter().map(|each| each.raw).collect());
        problem.proposed =
            sex.map_or(Said::Nothing, |sex| Said::Fields(vec![("sex", Said::from(sex_code(sex)))]));
        notes.found.push(problem);
    }

    /// The sex in a column of its own or by a mark.
    fn sex(&self, line: &Line<'a>) -> Option<Sex> {
        let plain = self.cell(line, Field::Sex).map(|cell| &cell.value);
        match plain {
            Some(Value::Text(text)) if text == "Nam" => return Some(Sex::Male),
            Some(Value::Text(text)) if text == "Nữ" => return Some(Sex::Female),
            _ => {}
        }
        if let Some(read) = self.text(line, Field::Sex) {
            return Sex::parse(&read.clean);
        }
        let marked = |field| self.cell(line, field).is_some();
        match (self.table.has(Field::MarkMale), self.table.has(Field::MarkFemale)) {
            (_, true) if marked(Field::MarkFemale) => Some(Sex::Female),
            (true, _) if marked(Field::MarkMale) => Some(Sex::Male),
            (false, true) => Some(Sex::Male),
            (true, false) => Some(Sex::Female),
            _ => None,
        }
    }

    pub(super) fn birth_cell(&self, line: &Line<'a>, field: Field) -> Birth {
        if field == Field::Dob && !self.table.has(Field::Dob) && self.table.has(Field::DobYear) {
            return self.birth_in_parts(line);
        }
        match self.read_date(line, field, self.as_of.year()) {
            None => Birth::Unsaid,
            Some(Ok(reading)) => Birth::Date(reading),
            Some(Err(DateRefusal::Impossible { year })) => Birth::Impossible(Some(year)),
            Some(Err(_)) => Birth::Impossible(None),
        }
    }

    /// Day, month and year in columns of their own.
    fn birth_in_parts(&self, line: &Line<'a>) -> Birth {
        let part = |field| self.cell(line, field).map(|cell| cells::digits(cell).trim().to_owned());
        let parts = [Field::DobDay, Field::DobMonth, Field::DobYear].map(part);
        let said: Vec<String> = parts.into_iter().flatten().collect();
        if said.is_empty() {
            return Birth::Unsaid;
        }
        match vietnamese::date::parse(&said.join("/"), self.as_of.year()) {
            Ok(reading) => Birth::Date(reading),
            Err(DateRefusal::Impossible { year }) => Birth::Impossible(Some(year)),
            Err(_) => Birth::Impossible(None),
        }
    }

    fn has_birth_column(&self) -> bool {
        [Field::Dob, Field::DobMale, Field::DobFemale, Field::DobYear]
            .into_iter()
            .any(|field| self.table.has(field))
    }

    pub(super) fn birth_missing(
        &self,
        line: &Line<'a>,
        field: Field,
        witness: Option<Cccd>,
        person: &mut Person,
        notes: &mut Notes,
    ) {
        if !self.has_birth_column() {
            return;
        }
        let mut problem = self.problem(line, field, Finding::DobMissing);
        problem.field = "dob";
        if let Some(witness) = witness {
            let sex = *person.sex.get_or_insert(witness.sex());
            person.birth = PartialDate::year_only(witness.birth_year());
            let year = Said::text(person.birth.map(PartialDate::iso));
            let fields = vec![("sex", Said::from(sex_code(sex))), ("dob", year)];
            problem.proposed = Said::Fields(fields);
        }
        notes.found.push(problem);
    }

    /// A birth date before the day of the list, at an age that can be.
    pub(super) fn birth_judged(
        &self,
        line: &Line<'a>,
        field: Field,
        date: PartialDate,
        witness: Option<Cccd>,
        notes: &mut Notes,
    ) -> Option<PartialDate> {
        if date.first_day() > self.as_of {
            let year = witness.map(Cccd::birth_year).filter(|year| *year <= self.as_of.year());
            let proposed = year.and_then(|year| with_year(date, year));
            let said = Said::text(proposed.map(PartialDate::iso));
            notes.found.push(self.problem(line, field, Finding::DobFuture).propose(said));
            return proposed;
        }
        let age = years_between(date, self.as_of.into());
        if !AGES.contains(&age) {
            let mut problem = self.problem(line, field, Finding::AgeOutOfRange);
            problem.note = witness
                .filter(|said| said.birth_year() != date.year())
                .map(|said| format!("số CCCD cho năm sinh {}", said.birth_year()));
            notes.found.push(problem);
        }
        Some(date)
    }

    pub(super) fn keep_birth(
        &self,
        line: &Line<'a>,
        field: Field,
        person: &Person,
        notes: &mut Notes,
    ) {
        let known = person.birth.is_some();
        if let Some(cell) = self.cell(line, field).filter(|_| !known) {
            notes.keep("dob", cell);
        }
    }
}

/// A two-digit year belongs to the century that the identity number says.
pub(super) fn with_century(reading: DateReading, witness: Option<Cccd>) -> DateReading {
    let said = witness.map(Cccd::birth_year).filter(|year| {
        reading.repairs.contains(DateRepair::TwoDigitYear)
            && (year - reading.date.year()) % 100 == 0
    });
    let date = said.and_then(|year| with_year(reading.date, year)).unwrap_or(reading.date);
    DateReading { date, ..reading }
}

/// The same day or month of another year.
fn with_year(date: PartialDate, year: i16) -> Option<PartialDate> {
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => PartialDate::day_of(year, month, day),
        (Some(month), None) => PartialDate::month_only(year, month),
        _ => PartialDate::year_only(year),
    }
}

/// Full years from one date to another, as many as there can be.
pub(super) fn years_between(from: PartialDate, to: PartialDate) -> i16 {
    let (from, to) = (from.first_day(), to.last_day());
    let before_birthday = (to.month(), to.day()) < (from.month(), from.day());
    to.year() - from.year() - i16::from(before_birthday)
}
