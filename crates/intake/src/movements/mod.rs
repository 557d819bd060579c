//! Movements in a period: nine kinds of sheet in one workbook.

mod balance;
mod cross;
mod lines;
mod reason;
mod rows;

pub use reason::LeavingReason;
pub use rows::{
    AdmissionRow, HandedOverRow, LeaverRow, PlanResultRow, StruckOffRow, SummaryRow, TransferRow,
};

use crate::columns::{Field, Role};
use crate::draft::Draft;
use crate::duplicates;
use crate::kinds::Finding;
use crate::person::Person;
use crate::problem::{Problem, Said};
use crate::read::Part;
use crate::reader::Reader;
use crate::reading::{Options, Rows};
use crate::record::Record;
use crate::unit_names::UnitNames;
use crate::units_named::Resolver;
use balance::Details;
use cross::{People, Tellers};
use lines::Span;

/// Reads every sheet of a workbook of movements, then lays them side by side.
pub(crate) fn read<'a>(parts: Vec<Part<'a>>, options: &Options, span: Span) -> Vec<Draft<'a>> {
    let mut units = resolver(&parts, options);
    let mut drafts: Vec<Draft<'a>> = Vec::new();
    for part in parts {
        let (rows, problems) = read_rows(&part, span, &mut units);
        drafts.push(part.with(rows, problems));
    }
    for draft in &mut drafts {
        tell_twins(draft);
    }
    lay_side_by_side(&mut drafts, &units);
    for draft in &mut drafts {
        draft.judge();
    }
    tell_summary(&mut drafts);
    drafts
}

/// The units of the period: those the books know, and those of the summary and the founded.
fn resolver<'a>(parts: &[Part<'a>], options: &Options) -> Resolver<'a> {
    let writings = |role: Role, field: Field| {
        let of_role = parts.iter().filter(move |part| part.reader.table.header.role == role);
        of_role.flat_map(move |part| part.reader.writings(field))
    };
    let listed: Vec<(String, usize)> = writings(Role::SummaryByUnit, Field::Unit)
        .chain(writings(Role::UnitsFounded, Field::Name))
        .collect();
    let has_list = parts.iter().any(|part| part.reader.table.header.role == Role::SummaryByUnit);
    if has_list || !options.known_units.is_empty() {
        let known = options.known_units.iter().map(String::as_str);
        let listed = UnitNames::of_column(&listed);
        return Resolver::strict(UnitNames::of_list(known.chain(listed.iter())));
    }
    let details = [Field::Unit, Field::FromUnit, Field::ToUnit];
    let mentioned = parts
        .iter()
        .flat_map(|part| details.into_iter().flat_map(|field| part.reader.writings(field)));
    let all: Vec<(String, usize)> = listed.into_iter().chain(mentioned).collect();
    Resolver::lenient(UnitNames::of_column(&all))
}

fn read_rows<'a>(part: &Part<'a>, span: Span, units: &mut Resolver<'a>) -> (Rows, Vec<Problem>) {
    let mut found = Vec::new();
    let reader = &part.reader;
    let rows = match reader.table.header.role {
        Role::SummaryByUnit => Rows::Summary(reader.each(&mut found, |reader, line, notes| {
            let row = reader.summary(line, units, notes);
            let tell = |field, kind| reader.problem(line, field, kind);
            balance::tell_balance(&row, reader.table, tell, &mut notes.found);
            row
        })),
        Role::UnitsFounded => {
            let rows =
                reader.each(&mut found, |reader, line, notes| reader.founded(line, span, notes));
            reader.tell_twins(&reader.table.lines, &rows, &mut found);
            Rows::Founded(rows)
        }
        Role::Admissions => Rows::Admissions(
            reader
                .each(&mut found, |reader, line, notes| reader.admission(line, span, units, notes)),
        ),
        Role::TransfersOut => Rows::TransfersOut(reader.each(&mut found, |reader, line, notes| {
            reader.transfer(line, Field::FromUnit, span, units, notes)
        })),
        Role::TransfersIn => Rows::TransfersIn(reader.each(&mut found, |reader, line, notes| {
            reader.transfer(line, Field::ToUnit, span, units, notes)
        })),
        Role::Leavers => Rows::Leavers(
            reader.each(&mut found, |reader, line, notes| reader.leaver(line, span, units, notes)),
        ),
        Role::UnitsHandedOver => {
            Rows::HandedOver(reader.each(&mut found, |reader, line, notes| {
                reader.handed_over(line, span, units, notes)
            }))
        }
        Role::UnitsStruckOff => {
            Rows::StruckOff(reader.each(&mut found, |reader, line, notes| {
                reader.struck_off(line, span, units, notes)
            }))
        }
        // Only the nine roles above and this one are looked for in a workbook of movements.
        Role::PlanAndResult | Role::Units | Role::Members | Role::Targets | Role::Changes => {
            Rows::PlanAndResult(reader.each(&mut found, Reader::plan_result))
        }
    };
    (rows, found)
}

/// People who stand twice on one sheet.
fn tell_twins(draft: &mut Draft<'_>) {
    let people: Vec<(u32, &Person)> = match &draft.rows {
        Rows::Admissions(rows) => rows.iter().map(|row| (row.row, &row.person)).collect(),
        Rows::TransfersOut(rows) | Rows::TransfersIn(rows) => {
            rows.iter().map(|row| (row.row, &row.person)).collect()
        }
        Rows::Leavers(rows) => rows.iter().map(|row| (row.row, &row.person)).collect(),
        _ => return,
    };
    let persons: Vec<&Person> = people.iter().map(|(_, person)| *person).collect();
    for twin in duplicates::find(&persons) {
        let (row, other) = (people[twin.at].0, people[twin.other].0);
        draft.problems.extend(draft.reader.twin(row, twin, other));
    }
}

fn lay_side_by_side(drafts: &mut [Draft<'_>], units: &Resolver<'_>) {
    let at = |wanted: fn(&Rows) -> bool| drafts.iter().position(|draft| wanted(&draft.rows));
    let sent = at(|rows| matches!(rows, Rows::TransfersOut(_)));
    let received = at(|rows| matches!(rows, Rows::TransfersIn(_)));
    let left = at(|rows| matches!(rows, Rows::Leavers(_)));
    let transfers = |at: Option<usize>| match &drafts[at?].rows {
        Rows::TransfersOut(rows) | Rows::TransfersIn(rows) => Some(rows.as_slice()),
        _ => None,
    };
    let leavers = |at: Option<usize>| match &drafts[at?].rows {
        Rows::Leavers(rows) => Some(rows.as_slice()),
        _ => None,
    };
    let people =
        People { sent: transfers(sent), received: transfers(received), left: leavers(left) };
    let tell = |at: Option<usize>, row: u32, field: Field, kind: Finding| {
        drafts[at?].reader.problem_at(row, field, kind)
    };
    let found = cross::cross_check(
        &people,
        units,
        &Tellers {
            sent: &|row, field, kind| tell(sent, row, field, kind),
            received: &|row, field, kind| tell(received, row, field, kind),
            left: &|row, field, kind| tell(left, row, field, kind),
        },
    );
    for (at, problems) in [(sent, found.sent), (received, found.received), (left, found.left)] {
        if let Some(at) = at {
            drafts[at].problems.extend(problems);
        }
    }
}

/// The summary against the rows that go in.
fn tell_summary(drafts: &mut [Draft<'_>]) {
    let mut details = Details::default();
    for draft in drafts.iter() {
        add_details(&draft.rows, &mut details);
    }
    for draft in drafts {
        let Rows::Summary(rows) = &draft.rows else { continue };
        let reader = &draft.reader;
        let figure = |row: &SummaryRow, field| match row.said(field) {
            Said::Count(count) => count,
            _ => 0,
        };
        let tell = |row, field, kind| {
            reader.table.has(field).then(|| reader.problem_at(row, field, kind)).flatten()
        };
        let found = balance::against_details(rows, &details, figure, tell);
        draft.problems.extend(found);
    }
}

fn add_details(rows: &Rows, details: &mut Details) {
    match rows {
        Rows::Admissions(rows) => {
            let people = rows.iter().filter(|row| row.verdict.is_accepted());
            details.add(Field::Admitted, people.map(|row| (row.unit.as_deref(), 1)));
        }
        Rows::TransfersOut(rows) => {
            let people = rows.iter().filter(|row| row.verdict.is_accepted());
            details.add(Field::Sent, people.map(|row| (row.from_unit.as_deref(), 1)));
        }
        Rows::TransfersIn(rows) => {
            let people = rows.iter().filter(|row| row.verdict.is_accepted());
            details.add(Field::Received, people.map(|row| (row.to_unit.as_deref(), 1)));
        }
        Rows::Leavers(rows) => {
            let accepted: Vec<&LeaverRow> =
                rows.iter().filter(|row| row.verdict.is_accepted()).collect();
            for field in [Field::LeftRetired, Field::LeftContractEnd, Field::LeftOther] {
                let people = accepted.iter().filter(|row| row.why.column() == field);
                details.add(field, people.map(|row| (row.unit.as_deref(), 1)));
            }
        }
        Rows::HandedOver(rows) => {
            let units = rows.iter().map(|row| (row.unit.as_deref(), row.members.unwrap_or(0)));
            details.add(Field::HandedOver, units);
        }
        Rows::StruckOff(rows) => {
            let units = rows.iter().map(|row| (row.unit.as_deref(), row.members.unwrap_or(0)));
            details.add(Field::StruckOff, units);
        }
        _ => {}
    }
}
