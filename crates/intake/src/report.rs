//! The reading as one documented JSON object, in the words of the workbook.
//!
//! `{"file","refused","sheets":[{"sheet","counts","problems","rows",…}],"file_problems":[…]}`:
//! records hold the fields whose columns the sheet has, null where a cell is empty.

use serde::ser::{SerializeMap, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

use crate::columns::{Field, Role, Spec};
use crate::members::MemberRow;
use crate::person::Person;
use crate::problem::Said;
use crate::reading::{Reading, Rows, SheetReading, with_rows};
use crate::record::Record;

/// A reading, ready to be printed.
#[derive(Clone, Copy, Debug)]
pub struct Report<'r> {
    file: &'r str,
    refused: Option<&'r str>,
    reading: Option<&'r Reading>,
}

impl<'r> Report<'r> {
    /// A file that was read.
    pub fn of(file: &'r str, reading: &'r Reading) -> Self {
        Self {
            file,
            refused: reading.refused.map(crate::reading::Refusal::code),
            reading: Some(reading),
        }
    }

    /// A file that could not even be opened, and the code of the refusal.
    pub fn refused(file: &'r str, code: &'r str) -> Self {
        Self { file, refused: Some(code), reading: None }
    }
}

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut report = to.serialize_struct("Report", 7)?;
        report.serialize_field("file", self.file)?;
        report.serialize_field("refused", &self.refused)?;
        let as_of = self.reading.map(|reading| reading.as_of.to_string());
        let period = self.reading.and_then(|reading| reading.period);
        let period = period.map(|(from, to)| [from.to_string(), to.to_string()]);
        report.serialize_field("as_of", &as_of)?;
        report.serialize_field("period", &period)?;
        let none = Vec::new();
        report.serialize_field("sheets", self.reading.map_or(&none, |reading| &reading.sheets))?;
        let skipped = self.reading.map_or(&[][..], |reading| &reading.skipped);
        report.serialize_field("skipped_sheets", skipped)?;
        let found = self.reading.map_or(&[][..], |reading| &reading.file_problems);
        report.serialize_field("file_problems", found)?;
        report.end()
    }
}

impl Serialize for SheetReading {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut sheet = to.serialize_struct("SheetReading", 8)?;
        sheet.serialize_field("sheet", &self.sheet)?;
        sheet.serialize_field("role", &self.role)?;
        sheet.serialize_field("unit", &self.unit)?;
        sheet.serialize_field("counts", &self.counts)?;
        sheet.serialize_field("structure", &self.structure)?;
        sheet.serialize_field("legacy", &self.legacy)?;
        sheet.serialize_field("problems", &self.problems)?;
        sheet.serialize_field("rows", &Records(self))?;
        sheet.end()
    }
}

/// The records of a sheet.
struct Records<'s>(&'s SheetReading);

impl Serialize for Records<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let fields = fields(self.0);
        let names_coded = with_person(&self.0.rows, |person| person.name_raw.is_some());
        with_rows!(&self.0.rows, rows => {
            let mut all = to.serialize_seq(Some(rows.len()))?;
            for row in rows {
                all.serialize_element(&One { row, fields: &fields, extra: row.extra(names_coded) })?;
            }
            all.end()
        })
    }
}

/// The fields of a sheet's records and their names, in the order of the list.
fn fields(sheet: &SheetReading) -> Vec<(Field, &'static str)> {
    let codes: Vec<&str> =
        sheet.structure.columns.iter().filter_map(|column| column.field).collect();
    let specs = sheet.role.columns();
    let has = |spec: &Spec| codes.contains(&spec.code);
    let mut fields: Vec<(Field, &'static str)> = Vec::new();
    for spec in specs.iter().filter(|spec| has(spec)) {
        let field = match spec.field {
            Field::Stt | Field::Ignored => continue,
            Field::FamilyName | Field::GivenName => Field::Name,
            Field::MarkMale | Field::MarkFemale => Field::Sex,
            Field::DobMale | Field::DobFemale => {
                add(&mut fields, Field::Sex, "sex");
                Field::Dob
            }
            Field::DobDay | Field::DobMonth | Field::DobYear => Field::Dob,
            Field::Decision => Field::DecisionNo,
            field => field,
        };
        add(&mut fields, field, spec.key);
        if spec.field == Field::Decision {
            add(&mut fields, Field::DecisionDate, "decision_date");
        }
    }
    if matches!(sheet.role, Role::Units) {
        add(&mut fields, Field::Khoi, "khoi");
    }
    fields
}

fn add(fields: &mut Vec<(Field, &'static str)>, field: Field, key: &'static str) {
    if !fields.iter().any(|(known, _)| *known == field) {
        fields.push((field, key));
    }
}

/// One record.
struct One<'s, R> {
    row: &'s R,
    fields: &'s [(Field, &'static str)],
    extra: Vec<(&'static str, Said)>,
}

impl<R: Record> Serialize for One<'_, R> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("row", &self.row.row())?;
        let accepted = self.row.verdict().is_accepted();
        map.serialize_entry("outcome", if accepted { "accept" } else { "reject" })?;
        map.serialize_entry("verdict", &self.row.verdict())?;
        for (field, key) in self.fields {
            map.serialize_entry(key, &self.row.said(*field))?;
        }
        for (key, said) in &self.extra {
            map.serialize_entry(key, said)?;
        }
        map.end()
    }
}

/// Entries that stand in no column: an old identity card, a name as it was coded, a true rate.
pub(crate) trait Extra {
    /// The entries; `coded`: the list has names in an old encoding.
    fn extra(&self, coded: bool) -> Vec<(&'static str, Said)>;
}

fn of_person(person: &Person, coded: bool) -> Vec<(&'static str, Said)> {
    let mut extra = Vec::new();
    if let Some(cmnd) = &person.cmnd {
        extra.push(("cmnd", Said::from(cmnd.as_str())));
    }
    if coded {
        let raw = person.name_raw.as_ref().or(person.name.as_ref());
        extra.push(("name_raw", Said::text(raw.map(String::as_str))));
    }
    extra
}

fn with_person(rows: &Rows, test: impl Fn(&Person) -> bool) -> bool {
    match rows {
        Rows::Members(rows) => rows.iter().any(|row: &MemberRow| test(&row.person)),
        Rows::Admissions(rows) => rows.iter().any(|row| test(&row.person)),
        _ => false,
    }
}

macro_rules! extra_of_person {
    ($($row:ty),*) => {
        $(impl Extra for $row {
            fn extra(&self, coded: bool) -> Vec<(&'static str, Said)> {
                of_person(&self.person, coded)
            }
        })*
    };
}
macro_rules! no_extra {
    ($($row:ty),*) => {
        $(impl Extra for $row {
            fn extra(&self, _: bool) -> Vec<(&'static str, Said)> {
                Vec::new()
            }
        })*
    };
}
extra_of_person!(
    MemberRow,
    crate::movements::AdmissionRow,
    crate::movements::TransferRow,
    crate::movements::LeaverRow
);
no_extra!(
    crate::units::UnitRow,
    crate::targets::TargetRow,
    crate::changes::ChangeRow,
    crate::movements::SummaryRow,
    crate::movements::HandedOverRow,
    crate::movements::StruckOffRow
);

impl Extra for crate::movements::PlanResultRow {
    fn extra(&self, _: bool) -> Vec<(&'static str, Said)> {
        vec![("true_rate", Said::text(self.true_rate.as_deref()))]
    }
}
