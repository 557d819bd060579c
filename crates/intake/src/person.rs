//! A person as a row tells: name, sex, birth and identity number, each a witness for the others.

use sheets::Value;
use vietnamese::date::{DateReading, DateRefusal, DateRepair, PartialDate};
use vietnamese::id::Sex;
use vietnamese::id::cccd::{self, Cccd, CccdReading, CccdRefusal, CccdRepair, Known};
use vietnamese::name::{is_single_word, split_remark, strip_honorific};
use vietnamese::text::{is_all_caps, is_all_lower, title_case_name};

use crate::cells;
use crate::columns::Field;
use crate::kinds::{Finding, Level};
use crate::problem::{Problem, Said};
use crate::reader::{Kept, Notes, Reader, Text};
use crate::table::Line;

/// The youngest and the oldest member a list may hold without a question.
const AGES: std::ops::RangeInclusive<i16> = 15..=100;

/// A person on a list.
#[derive(Clone, Debug, Default, PartialEq)]
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

/// A cell of identity numbers as read.
type NumberRead = Result<CccdReading, CccdRefusal>;

/// The number that can speak for birth year and sex.
fn witness(read: Option<&NumberRead>) -> Option<Cccd> {
    match read {
        Some(Ok(CccdReading::Cccd { number, .. })) => Some(*number),
        _ => None,
    }
}

/// Whether zeros were put back, which the birth year must confirm.
fn hangs_on_birth(read: &NumberRead) -> bool {
    matches!(read, Ok(CccdReading::Cccd { repairs, .. }) if repairs.contains(&CccdRepair::LostZero))
}

/// What a row says about the birth, before the identity number is asked.
#[derive(Clone, Copy)]
enum Birth {
    /// The list has no such column, or the cell is empty.
    Unsaid,
    /// A date, in this column.
    Date(DateReading),
    /// No day of any calendar, but of this year.
    Impossible(Option<i16>),
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

    /// The name, without what else stands in its cell.
    fn name(&self, line: &Line<'a>, notes: &mut Notes) -> (Option<String>, Option<String>) {
        let Some(Text { clean: text, coded, mut repairs, .. }) = self.full_name(line) else {
            return (None, None);
        };
        let mut name = text.as_str();
        if let Some((alone, remark)) = split_remark(name) {
            repairs.push(Finding::NameExtraText);
            notes.kept.push(Kept { field: "name", raw: remark.to_owned() });
            name = alone;
        }
        if let Some((_, person)) = may_be_addressed(name).then(|| strip_honorific(name)).flatten() {
            repairs.push(Finding::NameHonorific);
            name = person;
        }
        let shouted = repairs.contains(&Finding::LegacyAllcapsFont);
        let name = if shouted {
            title_case_name(name)
        } else if is_miscased(name) {
            repairs.push(Finding::NameCase);
            title_case_name(name)
        } else {
            name.to_owned()
        };
        self.tell(line, Field::Name, &repairs, &name, notes);
        if is_single_word(&name) {
            notes.found.push(self.problem(line, Field::Name, Finding::NameSingleWord));
        }
        (Some(name), coded)
    }

    /// The name of one cell, or of two where family and given name have their own.
    fn full_name(&self, line: &Line<'a>) -> Option<Text> {
        let name = self.text(line, Field::Name);
        let (first, given) = match self.text(line, Field::FamilyName) {
            // Beside family and middle names, a column headed `Tên` is the given name.
            Some(family) => (Some(family), self.text(line, Field::GivenName).or(name)),
            None => (name, self.text(line, Field::GivenName)),
        };
        match (first, given) {
            (Some(mut first), Some(given)) => {
                first.clean = format!("{} {}", first.clean, given.clean);
                first.repairs.extend(given.repairs);
                Some(first)
            }
            (first, given) => first.or(given),
        }
    }

    /// The column that holds the birth, and the sex as the columns tell it.
    fn birth_column(&self, line: &Line<'a>) -> (Field, Option<Sex>) {
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

    fn both_birth_columns(&self, line: &Line<'a>) -> bool {
        self.cell(line, Field::DobMale).is_some() && self.cell(line, Field::DobFemale).is_some()
    }

    fn tell_both_columns(&self, line: &Line<'a>, sex: Option<Sex>, notes: &mut Notes) {
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

    fn birth_cell(&self, line: &Line<'a>, field: Field) -> Birth {
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

    /// The identity number as its cell gives it, with what is known beside it.
    fn number(&self, line: &Line<'a>, known: Known) -> Option<NumberRead> {
        self.cell(line, Field::Cccd).map(|cell| cccd::read(&cells::digits(cell), known))
    }

    fn has_birth_column(&self) -> bool {
        [Field::Dob, Field::DobMale, Field::DobFemale, Field::DobYear]
            .into_iter()
            .any(|field| self.table.has(field))
    }

    fn birth_missing(
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
    fn birth_judged(
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

    fn keep_birth(&self, line: &Line<'a>, field: Field, person: &Person, notes: &mut Notes) {
        let known = person.birth.is_some();
        if let Some(cell) = self.cell(line, field).filter(|_| !known) {
            notes.keep("dob", cell);
        }
    }

    /// The identity number, judged by what the row says otherwise.
    fn identity(
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

    /// The day the person joined, asked whether it can be.
    pub(crate) fn joined(
        &self,
        line: &Line<'a>,
        person: &Person,
        notes: &mut Notes,
    ) -> Option<PartialDate> {
        let kinds = crate::reader::DateKinds {
            impossible: Finding::JoinDateImpossible,
            future: Finding::JoinDateFuture,
        };
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

/// A glance at the first word: most names begin with a family, and only a few words address.
fn may_be_addressed(name: &str) -> bool {
    const FIRST: [&str; 15] = [
        "bà", "ông", "cô", "đ/c", "đc", "d/c", "dc", "mr", "mrs", "ms", "anh", "chị", "em", "bác",
        "chú",
    ];
    let first = name.split([' ', '.', ':']).next().unwrap_or(name);
    let is = |word: &&str| first.chars().flat_map(char::to_lowercase).eq(word.chars());
    FIRST.iter().any(|word| is(&word)) || is(&"đồng") || is(&"dong") || is(&"thầy")
}

/// All capitals, all small, or a word that begins small among others that do not.
fn is_miscased(name: &str) -> bool {
    is_all_caps(name)
        || is_all_lower(name)
        || name.split(' ').any(|word| word.chars().next().is_some_and(char::is_lowercase))
}

/// A two-digit year belongs to the century that the identity number says.
fn with_century(reading: DateReading, witness: Option<Cccd>) -> DateReading {
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
fn years_between(from: PartialDate, to: PartialDate) -> i16 {
    let (from, to) = (from.first_day(), to.last_day());
    let before_birthday = (to.month(), to.day()) < (from.month(), from.day());
    to.year() - from.year() - i16::from(before_birthday)
}

/// The code records use.
pub(crate) fn sex_code(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "nam",
        Sex::Female => "nu",
    }
}
