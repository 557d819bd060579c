//! Printed sums against the rows they sum up.
//!
//! A sum is right when it is that of the rows as corrected, with or without the refused ones:
//! nobody can know which of the two the clerk added up.

mod label;

use std::ops::Range;

use sheets::{Cell, Value};
use vietnamese::number::{misread_thousands, parse_integer};

use crate::columns::Field;
use crate::header::address;
use crate::khoi;
use crate::kinds::Finding;
use crate::legacy;
use crate::problem::{FileProblem, Said};
use crate::record::Record;
use crate::rows::{Sums, TotalRow};
use crate::table::Table;
use label::{Figure, What, figures_in};

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
struct Figures {
    all: i64,
    accepted: i64,
}

impl Figures {
    fn agrees(self, printed: i64) -> bool {
        printed == self.all || printed == self.accepted
    }
}

/// Running sums of one value: those of any stretch of rows are the difference of two.
struct Running(Vec<Figures>);

impl Running {
    fn of<R: Record>(rows: &[R], value: impl Fn(&R) -> i64) -> Self {
        let mut sums = Vec::with_capacity(rows.len() + 1);
        let mut sum = Figures::default();
        sums.push(sum);
        for row in rows {
            let value = value(row);
            sum.all += value;
            sum.accepted += if row.verdict().is_accepted() { value } else { 0 };
            sums.push(sum);
        }
        Self(sums)
    }

    fn over(&self, stretch: &Range<usize>) -> Figures {
        let (from, to) = (self.0[stretch.start], self.0[stretch.end]);
        Figures { all: to.all - from.all, accepted: to.accepted - from.accepted }
    }

    /// The finding that a printed sum is that of none of these stretches.
    fn mismatch(
        &self,
        stretches: &[Range<usize>],
        printed: i64,
        problem: FileProblem,
    ) -> Option<FileProblem> {
        let mut sums = stretches.iter().map(|rows| self.over(rows));
        let likeliest = sums.next()?;
        let agrees = likeliest.agrees(printed) || sums.any(|sums| sums.agrees(printed));
        (!agrees).then_some(FileProblem {
            printed: Some(printed),
            computed: Some(likeliest.all),
            computed_accepted_rows: Some(likeliest.accepted),
            ..problem
        })
    }
}

/// Compares every printed sum of a table with its rows.
pub(crate) fn check<R: Record>(
    table: &Table<'_>,
    rows: &[R],
    sheet: Option<&str>,
) -> Vec<FileProblem> {
    let mut found = Vec::new();
    if !table.totals.is_empty() {
        let sums = TableSums::of(table, rows);
        for total in &table.totals {
            sums.compare(total, sheet, &mut found);
        }
    }
    found
}

/// Running sums of everything that a table's printed sums may be of.
struct TableSums<'t, 'a> {
    table: &'t Table<'a>,
    counted: Vec<(Field, Running)>,
    rows: Running,
    women: Running,
}

impl<'t, 'a> TableSums<'t, 'a> {
    fn of<R: Record>(table: &'t Table<'a>, rows: &[R]) -> Self {
        let counted = COUNTS.iter().filter(|field| table.has(**field));
        let counted =
            counted.map(|field| (*field, Running::of(rows, |row| count(row, *field)))).collect();
        let is_woman = |row: &R| matches!(row.said(Field::Sex), Said::Text(sex) if sex == "nu");
        let women = Running::of(rows, |row| i64::from(is_woman(row)));
        Self { table, counted, rows: Running::of(rows, |_| 1), women }
    }

    /// Compares the figures of one row of sums: under the columns, and in the label.
    fn compare(&self, total: &TotalRow<'_>, sheet: Option<&str>, found: &mut Vec<FileProblem>) {
        let table = self.table;
        let of_all = total.sums == Sums::All;
        let kind = if of_all { Finding::TotalMismatch } else { Finding::SubtotalMismatch };
        let heading = total.heading.filter(|_| !of_all);
        let problem = FileProblem {
            row: Some(total.row.number),
            block: heading.map(|at| block(&table.headings[at].text)),
            ..FileProblem::new(sheet, kind)
        };
        let stretches = stretches(table, total);
        for (field, running) in &self.counted {
            let Some(cell) = table.own_cell(total.row, *field) else { continue };
            let Some(printed) = figure(cell) else { continue };
            let place = Some(address(cell.col, total.row.number));
            let field = table.spec(*field).map(|spec| spec.key);
            let problem = FileProblem { place, field, ..problem.clone() };
            found.extend(running.mismatch(&stretches, printed, problem));
        }
        for said in label_figures(total) {
            if let Some((running, field)) = self.of_label(said) {
                let problem = FileProblem { field, ..problem.clone() };
                found.extend(running.mismatch(&stretches, said.printed, problem));
            }
        }
    }

    /// What a figure in a label counts, and its name.
    fn of_label(&self, said: Figure) -> Option<(&Running, Option<&'static str>)> {
        match (said.of, self.table.header.role.of_people()) {
            (What::Women, true) => {
                let told = [Field::Sex, Field::DobFemale, Field::MarkFemale];
                let is_told = told.into_iter().any(|field| self.table.has(field));
                is_told.then_some((&self.women, Some("women")))
            }
            (What::Members, false) => {
                let members = self.counted.iter().find(|(field, _)| *field == Field::Members);
                members.map(|(_, running)| (running, Some("members")))
            }
            (What::Members | What::Unsaid, true) | (What::Units | What::Unsaid, false) => {
                Some((&self.rows, None))
            }
            (What::Units, true) | (What::Women, false) => None,
        }
    }
}

fn count<R: Record>(row: &R, field: Field) -> i64 {
    match row.said(field) {
        Said::Count(count) => count,
        _ => 0,
    }
}

/// So many nested or neighbouring parts a sum may reach over.
const PARTS_MAX: usize = 20;

/// The stretches of rows a sum may be over, the likeliest first. Parts may be nested, so a sum may
/// reach back over several headings, and one in the row of a heading forward over several.
fn stretches(table: &Table<'_>, total: &TotalRow<'_>) -> Vec<Range<usize>> {
    let end = table.lines.len();
    let starts = |at: usize| table.headings[at].start;
    match (total.sums, total.heading) {
        (Sums::All, _) => std::iter::once(0..end).collect(),
        (Sums::Above, None) => vec![total.since..total.at, 0..total.at],
        (Sums::Above, Some(heading)) => {
            let back = (0..=heading).rev().take(PARTS_MAX).map(starts);
            back.chain([0]).map(|start| start.min(total.at)..total.at).collect()
        }
        (Sums::Below, None) => Vec::new(),
        (Sums::Below, Some(heading)) => {
            let next = (heading + 1..table.headings.len()).take(PARTS_MAX).map(starts);
            next.chain([end]).map(|stop| total.at..stop.max(total.at)).collect()
        }
    }
}

fn block(heading: &str) -> String {
    khoi::parse(heading).map_or_else(|| heading.to_owned(), |block| block.code().to_owned())
}

/// The figures in the label: `Tổng số: 120 đoàn viên, trong đó nữ: 73`, `Cộng khối I: 17 đơn vị`.
fn label_figures(total: &TotalRow<'_>) -> Vec<Figure> {
    let texts = total.row.cells.iter().filter(|cell| matches!(cell.value, Value::Text(_)));
    texts.flat_map(|cell| figures_in(&legacy::label(cell))).collect()
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
