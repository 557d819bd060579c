//! One list while it is being read: its rows and findings, until the verdicts are given.

use std::panic::resume_unwind;

use crate::checks::hidden_columns;
use crate::columns::Field;
use crate::duplicates::Twin;
use crate::kinds::{Finding, Level, Severity};
use crate::problem::{FileProblem, Problem};
use crate::reader::{Notes, Reader};
use crate::reading::{ColumnReading, Rows, SheetReading, Structure, with_rows};
use crate::record::judge;
use crate::table::{Line, Table};
use crate::titles::Titles;
use crate::totals;
use sheets::column_letters;

/// Fewer lines than this are read sooner than a thread begins.
const APART: usize = 1_000;

/// A list and what was read from it so far.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    /// The name on the tab; `None` for CSV.
    pub sheet: Option<&'a str>,
    /// How its fields are read.
    pub reader: Reader<'a>,
    /// The lines above it.
    pub titles: &'a Titles,
    /// Its rows.
    pub rows: Rows,
    /// Findings so far, in no order.
    pub problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// Reads every line with this, and gathers what is found.
    pub(crate) fn each<R>(
        &self,
        problems: &mut Vec<Problem>,
        mut read: impl FnMut(&Self, &Line<'a>, &mut Notes) -> R,
    ) -> Vec<R> {
        self.check_sequence(problems);
        self.lines(&self.table.lines, problems, &mut read)
    }

    /// Reads every line with this, a stretch of the list on each processor. What is seen while reading is kept a
    /// stretch: it may only save work, never change what is read.
    pub(crate) fn each_apart<S, R: Send>(
        &self,
        problems: &mut Vec<Problem>,
        begin: impl Fn() -> S + Sync,
        read: impl Fn(&Self, &mut S, &Line<'a>, &mut Notes) -> R + Sync,
    ) -> Vec<R> {
        self.check_sequence(problems);
        let lines = &self.table.lines;
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let stretch = lines.len().div_ceil(processors).max(APART);
        let (begin, read) = (&begin, &read);
        let of_stretch = move |lines: &[Line<'a>]| {
            let (mut seen, mut found) = (begin(), Vec::new());
            let mut one = |reader: &Self, line: &Line<'a>, notes: &mut Notes| {
                read(reader, &mut seen, line, notes)
            };
            (self.lines(lines, &mut found, &mut one), found)
        };
        let mut stretches = lines.chunks(stretch);
        let first = stretches.next().unwrap_or_default();
        std::thread::scope(|scope| {
            let others: Vec<_> =
                stretches.map(|lines| scope.spawn(move || of_stretch(lines))).collect();
            let (mut rows, found) = of_stretch(first);
            problems.extend(found);
            for other in others {
                // A panic in a thread goes on here, as it would have without threads.
                let (more, found) = other.join().unwrap_or_else(|panic| resume_unwind(panic));
                rows.extend(more);
                problems.extend(found);
            }
            rows
        })
    }

    fn lines<R>(
        &self,
        lines: &[Line<'a>],
        problems: &mut Vec<Problem>,
        read: &mut impl FnMut(&Self, &Line<'a>, &mut Notes) -> R,
    ) -> Vec<R> {
        let mut notes = Notes::default();
        let mut rows = Vec::with_capacity(lines.len());
        for line in lines {
            self.check(line, &mut notes.found);
            rows.push(read(self, line, &mut notes));
            problems.append(&mut notes.found);
            notes.kept.clear();
        }
        rows
    }

    /// A finding about a field of the row with this number.
    pub(crate) fn problem_at(&self, row: u32, field: Field, kind: Finding) -> Option<Problem> {
        let lines = &self.table.lines;
        let at = lines.binary_search_by_key(&row, Line::number).ok()?;
        Some(self.problem(&lines[at], field, kind))
    }

    /// The finding that a person stands twice, here and in another row.
    pub(crate) fn twin(&self, row: u32, twin: Twin, other_row: u32) -> Option<Problem> {
        let field = match twin.kind {
            Finding::PossibleDuplicate => Field::Name,
            _ => Field::Cccd,
        };
        let problem = self.problem_at(row, field, twin.kind)?.other_row(other_row);
        if !twin.kept {
            return Some(problem);
        }
        Some(Problem { severity: Severity::Warning, level: Level::Should, ..problem })
    }
}

impl Draft<'_> {
    /// Gives every row its verdict. Called again when later findings come in.
    pub(crate) fn judge(&mut self) {
        self.problems.sort_by(|a, b| a.row.cmp(&b.row).then_with(|| a.column.cmp(&b.column)));
        let problems = &self.problems;
        with_rows!(&mut self.rows, rows => judge(rows, problems));
    }

    /// Compares printed sums, and closes the list.
    pub(crate) fn close(mut self, found: &mut Vec<FileProblem>) -> SheetReading {
        self.judge();
        let table = self.reader.table;
        found.extend(hidden_columns(table, self.sheet));
        found.extend(with_rows!(&self.rows, rows => totals::check(table, rows, self.sheet)));
        let lines = table.lines.iter().map(|line| line.row);
        SheetReading {
            sheet: self.sheet.map(str::to_owned),
            role: table.header.role,
            structure: structure(table),
            legacy: self.reader.codes.columns(&lines),
            unit: self.titles.unit.clone(),
            counts: self.rows.counts(),
            problems: self.problems,
            rows: self.rows,
        }
    }
}

fn structure(table: &Table<'_>) -> Structure {
    let columns = table.header.columns.iter().map(|column| ColumnReading {
        column: column_letters(column.col),
        field: column.spec.map(|spec| spec.code),
        header: column.title.clone(),
    });
    let hidden = table.lines.iter().filter(|line| line.row.hidden);
    let hidden_columns = table.sheet.hidden_columns.iter();
    Structure {
        header_rows: table.header.rows.clone().collect(),
        number_row: table.header.number_row,
        first_data_row: table.lines.first().map_or(0, Line::number),
        last_data_row: table.lines.last().map_or(0, Line::number),
        columns: columns.collect(),
        not_data: table.not_data.clone(),
        hidden_rows: hidden.map(Line::number).collect(),
        hidden_columns: hidden_columns.map(|col| column_letters(*col)).collect(),
    }
}
