//! What is told of any cell whatever it holds: formulas, links, text a spreadsheet would run,
//! hidden rows and columns.

use sheets::{Cell, Value, column_letters};

use crate::cells;
use crate::columns::Field;
use crate::kinds::Finding;
use crate::problem::{FileProblem, Problem, Said};
use crate::reader::{Notes, Reader};
use crate::rows::running_number;
use crate::table::{Line, Table};

impl<'a> Reader<'a> {
    /// Looks at every cell of a row that the list knows.
    pub(crate) fn check(&self, line: &Line<'a>, found: &mut Vec<Problem>) {
        if line.row.hidden {
            let subject = self.table.header.role.subject();
            found.push(self.problem(line, subject, Finding::HiddenRow));
        }
        for cell in &line.row.cells {
            let suspicious = match &cell.value {
                _ if cell.formula.is_some() => true,
                Value::Text(text) => text.trim_start().starts_with(['=', '+', '-', '@']),
                _ => false,
            };
            if suspicious && let Some(field) = self.table.field_at(cell.col) {
                self.check_cell(line, field, cell, found);
            }
        }
    }

    /// Tells a record of separated text that has more fields than its list: a separator that was
    /// not quoted has shifted its cells.
    pub(crate) fn is_shifted(&self, line: &Line<'a>, notes: &mut Notes) -> bool {
        let most = self.fields_max;
        if most.is_none_or(|most| line.row.field_count.is_none_or(|count| count <= most)) {
            return false;
        }
        // Addresses hold the most commas and semicolons.
        let free = [Field::Hometown, Field::Address, Field::Note];
        let subject = self.table.header.role.subject();
        let place = free.into_iter().find(|field| self.table.has(*field)).unwrap_or(subject);
        let title = self.table.header.column(place).map_or("", |column| column.title.as_str());
        let problem = self.problem(line, place, Finding::CsvFieldCount);
        let note = format!("dấu phân cách trong “{title}” làm lệch các ô");
        notes.found.push(Problem { raw: Said::Nothing, ..problem.note(note) });
        true
    }

    /// Tells running numbers that repeat or skip; a list may begin anew under each heading.
    pub(crate) fn check_sequence(&self, found: &mut Vec<Problem>) {
        let mut before: Option<i64> = None;
        for line in &self.table.lines {
            let number = self.table.own_cell(line.row, Field::Stt).and_then(running_number);
            let Some(number) = number else { continue };
            let expected = before.map(|before| before + 1);
            if let Some(expected) = expected.filter(|next| *next != number && number != 1) {
                found.push(self.problem(line, Field::Stt, Finding::SttSequence).propose(expected));
            }
            before = Some(number);
        }
    }

    fn check_cell(&self, line: &Line<'a>, field: Field, cell: &Cell, found: &mut Vec<Problem>) {
        let result = cells::result(cell, self.days);
        let problem = |kind| self.problem(line, field, kind);
        if let Some(formula) = &cell.formula {
            if formula.external {
                found.push(problem(Finding::ExternalLink).propose(result.clone()));
            }
            if formula.has_value {
                found.push(problem(Finding::FormulaCell).propose(result));
            } else {
                found.push(problem(Finding::FormulaWithoutValue));
            }
        } else if let Value::Text(text) = &cell.value
            && would_run(text)
        {
            found.push(problem(Finding::InjectionText).propose(text.as_str()));
        }
    }
}

/// Whether a spreadsheet would run this text. Numbers with a sign, telephone numbers and lists
/// with a dash are none.
fn would_run(text: &str) -> bool {
    let text = text.trim_start();
    let Some(first) = text.chars().next() else { return false };
    let rest = &text[first.len_utf8()..];
    let runs_on = rest
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '"' | '\'' | '@' | '='));
    match first {
        '=' => !rest.trim().is_empty(),
        '@' => runs_on,
        '+' | '-' => {
            let is_phone = rest.chars().all(|c| c.is_ascii_digit() || " .-()".contains(c));
            let adds = rest.contains(['+', '*', '/', '|', '!', '(', '^'])
                || rest.split_once('-').is_some_and(|(a, b)| is_number(a) && is_number(b));
            runs_on && adds && !(is_phone && first == '+')
        }
        _ => false,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Hidden columns that the list reads.
pub(crate) fn hidden_columns(table: &Table<'_>, sheet: Option<&str>) -> Vec<FileProblem> {
    let hidden = table.sheet.hidden_columns.iter();
    let read = hidden.filter(|col| table.field_at(**col).is_some());
    read.map(|col| FileProblem {
        place: Some(column_letters(*col)),
        ..FileProblem::new(sheet, Finding::HiddenColumn)
    })
    .collect()
}

/// The most fields a record of separated text may have: as many as the header, or as most records
/// have where every line ends in the same separators. `None` for other formats.
pub(crate) fn fields_max(table: &Table<'_>) -> Option<u32> {
    let header = crate::header::row_at(table.sheet, *table.header.rows.end())?.field_count?;
    let mut counts: Vec<u32> = table.lines.iter().filter_map(|line| line.row.field_count).collect();
    counts.sort_unstable();
    let median = counts.get(counts.len() / 2).copied().unwrap_or(header);
    Some(header.max(median))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_runs_is_told_from_phones_numbers_and_dashes() {
        for text in
            ["=cmd|' /C calc'!A0", "+SUM(A1:A9)", "@import", "-1+1", "-2+3+cmd|' /C calc'!A0"]
        {
            assert!(would_run(text), "{text}");
        }
        for text in
            ["+84381057408", "+84 77 223 1383", "-", "- nghỉ thai sản", "-5", "+ tổ 2", "@", "="]
        {
            assert!(!would_run(text), "{text}");
        }
    }
}
