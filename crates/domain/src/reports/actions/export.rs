//! A report as a spreadsheet: the form's lines, what is counted, target, exact percentage.

use kernel::Actor;

use crate::exports::{self, Cell as Field, Format, Table};
use crate::figures::State as CellState;
use crate::reports::Line;
use crate::reports::model::{Key, Report};
use crate::{App, Result};

/// The report shown, as the bytes of a file; the audit trail keeps that it left the books.
pub fn export(
    app: &App,
    actor: &Actor,
    key: &Key,
    report: &Report,
    format: Format,
) -> Result<Vec<u8>> {
    let title = key.form.name.to_uppercase();
    let about = format!("{} · {} · bản {}", report.unit_name, key.period.vi(), report.version);
    let table = Table {
        name: "Báo cáo".to_owned(),
        titles: vec![title, about, format!("Nguồn mẫu: {}", key.form.source)],
        columns: [
            ("TT", 8),
            ("Nội dung", 60),
            ("Đơn vị tính", 12),
            ("Số lượng", 14),
            ("Chỉ tiêu", 14),
            ("Tỷ lệ", 10),
            ("Ghi chú", 40),
        ]
        .map(|(name, width)| (name.to_owned(), width))
        .to_vec(),
        rows: key.form.lines.iter().map(|line| row(key, report, line)).collect(),
    };
    exports::export(app, actor, ("reports.exported", Some(key.unit)), &table, format)
}

/// The value of a line; of a line that is the sum of others, the formula, as long as it gives what stands there.
fn value_of(key: &Key, report: &Report, line: &Line) -> Field {
    let value =
        |code: &str| report.cells.iter().find(|cell| cell.line == code).and_then(|cell| cell.value);
    let Some(whole) = value(&line.code) else { return Field::Empty };
    let place = |code: &String| {
        let at = key.form.lines.iter().position(|each| each.code == *code)?;
        Some((at, value(code)?))
    };
    let parts: Option<Vec<(usize, i64)>> = line.sum.iter().map(place).collect();
    let sum = |parts: &[(usize, i64)]| {
        parts.iter().fold(0_i64, |sum, (_, part)| sum.saturating_add(*part))
    };
    match parts {
        Some(parts) if !parts.is_empty() && sum(&parts) == whole => {
            Field::Sum(parts.into_iter().map(|(at, _)| at).collect(), whole)
        }
        _ => Field::Integer(whole),
    }
}

fn row(key: &Key, report: &Report, line: &Line) -> Vec<Field> {
    let cell = report.cells.iter().find(|cell| cell.line == line.code);
    let value = cell.and_then(|cell| cell.value);
    let target = cell.and_then(|cell| cell.target);
    let percent = value.zip(target).map_or(Field::Empty, |(done, asked)| Field::ratio(done, asked));
    let note = cell.map_or_else(String::new, |cell| {
        let state = match cell.state {
            CellState::Value => "",
            CellState::NotReported => "Chưa báo cáo",
            CellState::NotObliged => "Không thuộc diện",
            CellState::NotApplicable => "Không có việc này",
        };
        let said = [state, cell.note.as_deref().unwrap_or_default()];
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
    });
    vec![
        Field::text(&line.code),
        Field::text(&line.text),
        Field::text(&line.unit),
        value_of(key, report, line),
        Field::number(target),
        percent,
        Field::text(note),
    ]
}
