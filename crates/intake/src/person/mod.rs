//! A person as a row tells: name, sex, birth and identity number, each a witness for the others.

mod birth;
mod identity;
mod name;

use vietnamese::date::PartialDate;
use vietnamese::id::Sex;
use vietnamese::id::cccd::{Cccd, Known};

use crate::columns::Field;
use crate::kinds::{Finding, Level};
use crate::problem::{Problem, Said};
use crate::reader::{DateKinds, Notes, Reader};
use crate::table::Line;
use birth::{Birth, with_century, years_between};
use identity::witness;

/// The youngest and the oldest member a list may hold without a question.
const AGES: std::ops::RangeInclusive<i16> = 15..=100;

/// A person on a list.
#[derive(Clone, Default, PartialEq)]
pub struct Person {
    /// Full name, clean, as it is to be printed.
    pub name: Option<String>,
    /// The name as it stands in the file, when it was in an old encoding.
    pub name_raw: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Birth, as precise as it is known.
    pub birth: Option<PartialDate>,
    /// Twelve digits.
    pub cccd: Option<String>,
    /// The nine digits of an old identity card.
    pub cmnd: Option<String>,
}

/// Personal data: the numbers are kept out of logs.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let hidden = |number: &Option<String>| number.as_ref().map(|_| "…");
        f.debug_struct("Person")
            .field("name", &self.name)
            .field("sex", &self.sex)
            .field("birth", &self.birth)
            .field("cccd", &hidden(&self.cccd))
            .field("cmnd", &hidden(&self.cmnd))
            .finish_non_exhaustive()
    }
}

impl<'a> Reader<'a> {
    /// Reads everything a row says about its person.
    pub(crate) fn person(&self, line: &Line<'a>, notes: &mut Notes) -> Person {
        let (name, name_raw) = self.name(line, notes);
        let (birth_field, mut sex) = self.birth_column(line);
        let birth = self.birth_cell(line, birth_field);
        let number = self.number(line, Known { birth_year: None, sex });
        let witness = witness(number.as_ref());
        if self.both_birth_columns(line) {
            sex = witness.map(Cccd::sex);
            self.tell_both_columns(line, sex, notes);
        }
        let mut person = Person { name, name_raw, sex, ..Person::default() };
        let mut known = Known { birth_year: None, sex };
        match birth {
            Birth::Unsaid => self.birth_missing(line, birth_field, witness, &mut person, notes),
            Birth::Impossible(year) => {
                known.birth_year = year;
                let agrees = witness.map(Cccd::birth_year).filter(|said| Some(*said) == year);
                person.birth = agrees.and_then(PartialDate::year_only);
                let problem = self.problem(line, birth_field, Finding::DobImpossible);
                let proposed = Said::text(person.birth.map(PartialDate::iso));
                self.keep_birth(line, birth_field, &person, notes);
                notes.found.push(problem.propose(proposed));
            }
            Birth::Date(reading) => {
                let reading = with_century(reading, witness);
                self.tell_date(line, birth_field, reading, notes);
                known.birth_year = Some(reading.date.year());
                person.birth = self.birth_judged(line, birth_field, reading.date, witness, notes);
            }
        }
        self.identity(line, number, known, &mut person, notes);
        person
    }

    /// The day the person joined, asked whether it can be.
    pub(crate) fn joined(
        &self,
        line: &Line<'a>,
        person: &Person,
        notes: &mut Notes,
    ) -> Option<PartialDate> {
        let kinds =
            DateKinds { impossible: Finding::JoinDateImpossible, future: Finding::JoinDateFuture };
        let joined = self.dated(line, Field::JoinDate, &kinds, notes)?;
        let too_young = person.birth.filter(|birth| years_between(*birth, joined) < *AGES.start());
        if too_young.is_some() {
            let mut problem = self.problem(line, Field::JoinDate, Finding::JoinDateBefore15);
            let odd_age = |found: &Problem| found.kind == Finding::AgeOutOfRange;
            if notes.found.iter().any(odd_age) {
                problem.level = Level::May;
            }
            notes.found.push(problem);
        }
        Some(joined)
    }
}

/// The code records use.
pub(crate) fn sex_code(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "nam",
        Sex::Female => "nu",
    }
}
