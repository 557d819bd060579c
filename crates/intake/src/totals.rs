//! Printed sums against the rows they sum up.
//!
//! A sum is right when it is that of the rows as corrected, with or without the refused ones:
//! nobody can know which of the two the clerk added up.

use sheets::{Cell, Value};
use vietnamese::fold::fold;
use vietnamese::number::{misread_thousands, parse_integer};

use crate::columns::Field;
use crate::header::address;
use crate::khoi;
use crate::kinds::Finding;
use crate::legacy::label;
use crate::problem::{FileProblem, Said};
use crate::record::Record;
use crate::rows::TotalRow;
use crate::table::Table;

/// Columns that can be added up.
const COUNTS: &[Field] = &[
    Field::Workers,
    Field::WorkersWomen,
    Field::Members,
    Field::MembersWomen,
    Field::Opening,
    Field::Admitted,
    Field::Received,
    Field::Sent,
    Field::LeftRetired,
    Field::LeftContractEnd,
    Field::LeftOther,
    Field::HandedOver,
    Field::StruckOff,
    Field::Closing,
    Field::MembersToAdmit,
    Field::UnionsToFound,
    Field::ConferencesPublic,
    Field::ConferencesWorkers,
    Field::Dialogues,
    Field::CollectiveAgreements,
    Field::IntroducedToParty,
];

/// A sum over all rows, and over those that go in.
#[derive(Clone, Copy, Default)]
struct Sums {
    all: i64,
    accepted: i64,
}

impl Sums {
    fn of<R: Record>(rows: &[&R], value: impl Fn(&R) -> i64) -> Self {
        let mut sums = Self::default();
        for row in rows {
            let value = value(row);
            sums.all += value;
            sums.accepted += if row.verdict().is_accepted() { value } else { 0 };
        }
        sums
    }

    fn agrees(self, printed: i64) -> bool {
        printed == self.all || printed == self.accepted
    }
}

/// Compares every printed sum of a table with its rows.
pub(crate) fn check<R: Record>(
    table: &Table<'_>,
    rows: &[R],
    sheet: Option<&str>,
) -> Vec<FileProblem> {
    let mut found = Vec::new();
    for total in &table.totals {
        let scope: Vec<&R> = table
            .lines
            .iter()
            .zip(rows)
            .filter(|(line, _)| total.heading.is_none() || line.heading == total.heading)
            .map(|(_, row)| row)
            .collect();
        let kind = if total.of_part { Finding::SubtotalMismatch } else { Finding::TotalMismatch };
        let problem = FileProblem {
            block: total.heading.map(|at| block(&table.headings[at].text)),
            ..FileProblem::new(sheet, kind)
        };
        check_cells(table, total, &scope, &problem, &mut found);
        check_label(table, total, &scope, &problem, &mut found);
    }
    found
}

fn block(heading: &str) -> String {
    khoi::parse(heading).map_or_else(|| heading.to_owned(), |block| block.code().to_owned())
}

/// The figures under the columns.
fn check_cells<R: Record>(
    table: &Table<'_>,
    total: &TotalRow<'_>,
    scope: &[&R],
    problem: &FileProblem,
    found: &mut Vec<FileProblem>,
) {
    for field in COUNTS {
        let Some(cell) = table.own_cell(total.row, *field) else { continue };
        let Some(printed) = figure(cell) else { continue };
        let sums = Sums::of(scope, |row| match row.said(*field) {
            Said::Count(count) => count,
            _ => 0,
        });
        if !sums.agrees(printed) {
            found.push(FileProblem {
                place: Some(address(cell.col, total.row.number)),
                row: Some(total.row.number),
                field: table.spec(*field).map(|spec| spec.key),
                ..mismatch(problem, printed, sums)
            });
        }
    }
}

/// The figures in the label: `Tổng số: 120 đoàn viên, trong đó nữ: 73`, `Cộng khối I: 17 đơn vị`.
fn check_label<R: Record>(
    table: &Table<'_>,
    total: &TotalRow<'_>,
    scope: &[&R],
    problem: &FileProblem,
    found: &mut Vec<FileProblem>,
) {
    let role = table.header.role;
    let texts = total.row.cells.iter().filter(|cell| matches!(cell.value, Value::Text(_)));
    for said in texts.flat_map(|cell| figures_in(&label(cell))) {
        let sums = match said.of {
            What::Women if role.of_people() => {
                Sums::of(scope, |row| i64::from(row.said(Field::Sex) == Said::from("nu")))
            }
            What::Members if !role.of_people() => continue,
            What::Units if role.of_people() => continue,
            What::Women => continue,
            What::Members | What::Units | What::Unsaid => Sums::of(scope, |_| 1),
        };
        let countable = said.of != What::Women || sex_is_told(table);
        if countable && !sums.agrees(said.printed) {
            found.push(FileProblem {
                row: Some(total.row.number),
                field: (said.of == What::Women).then_some("women"),
                ..mismatch(problem, said.printed, sums)
            });
        }
    }
}

fn sex_is_told(table: &Table<'_>) -> bool {
    let told = [Field::Sex, Field::DobFemale, Field::MarkFemale];
    told.into_iter().any(|field| table.has(field))
}

fn mismatch(problem: &FileProblem, printed: i64, sums: Sums) -> FileProblem {
    FileProblem {
        printed: Some(printed),
        computed: Some(sums.all),
        computed_accepted_rows: Some(sums.accepted),
        ..problem.clone()
    }
}

/// A printed figure.
fn figure(cell: &Cell) -> Option<i64> {
    match &cell.value {
        Value::Number(number) if number.fract() == 0.0 => Some(*number as i64),
        Value::Number(number) => misread_thousands(&number.to_string()),
        Value::Text(text) => parse_integer(text).ok().map(|(count, _)| count),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum What {
    Members,
    Women,
    Units,
    Unsaid,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Figure {
    printed: i64,
    of: What,
}

/// The figures a label states, with what they count. A number that only names a block
/// (`Cộng khối 2`) states nothing.
fn figures_in(text: &str) -> Vec<Figure> {
    let plain = fold(text);
    let mut figures = Vec::new();
    let mut rest = plain.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        let number = number.trim_end_matches('.');
        rest = after;
        let Ok((printed, _)) = parse_integer(number) else { continue };
        let noun = after.trim_start();
        let is_women = crate::heading::holds(&crate::heading::words(before), "nu")
            || noun == "nu"
            || noun.starts_with("nu ")
            || noun.starts_with("nu)");
        let counts = |nouns: &[&str]| nouns.iter().any(|each| noun.starts_with(each));
        let of = if is_women {
            What::Women
        } else if counts(&["doan vien", "nguoi", "dv", "dong chi", "cong doan vien"]) {
            What::Members
        } else if counts(&["don vi", "cdcs", "cong doan", "truong", "cong ty"]) {
            What::Units
        } else if before.trim_end().ends_with(':') && noun.is_empty() {
            What::Unsaid
        } else {
            continue;
        };
        figures.push(Figure { printed, of });
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_states_its_figures_and_what_they_count() {
        let said =
            |text| figures_in(text).into_iter().map(|f| (f.printed, f.of)).collect::<Vec<_>>();
        let footer = "Tổng số: 120 đoàn viên, trong đó nữ: 73";
        assert_eq!(said(footer), [(120, What::Members), (73, What::Women)]);
        assert_eq!(said("Tổng số: 20.000 đoàn viên"), [(20_000, What::Members)]);
        assert_eq!(said("Cộng khối I: 17 đơn vị"), [(17, What::Units)]);
        assert_eq!(said("Cộng: 3 CĐCS"), [(3, What::Units)]);
        assert_eq!(said("Danh sách có 30 người (11 nữ)"), [(30, What::Members), (11, What::Women)]);
        assert_eq!(said("Cộng khối 2"), []);
        assert_eq!(said("Tổng cộng năm 2024"), []);
    }
}
