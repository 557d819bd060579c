//! A register's rows as lines of text with tabs, the way a spreadsheet gives them to the clipboard: read by the same
//! columns that an export has.

use std::collections::BTreeMap;

use kernel::{Day, Refusal};

use super::columns::{Column, columns};
use super::model::FieldValue;
use super::register::{Field, FieldKind, Form, Register};

/// Lines of one import: a year of a province's enterprises, and a page that still shows them.
pub const LINES_MAX: usize = 5_000;

/// A line understood, as far as the books are not needed.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Code or name of the unit.
    pub(super) unit: String,
    pub(super) form: &'static Form,
    pub(super) on: Day,
    pub(super) last: Option<Day>,
    pub(super) year: Option<i16>,
    pub(super) title: String,
    /// Number and day of the paper.
    pub(super) paper: Option<(String, Option<Day>)>,
    pub(super) values: BTreeMap<String, FieldValue>,
}

/// Which column of the text holds what: the place in the register's columns.
pub(super) struct Heads {
    columns: Vec<Column>,
    places: Vec<Option<usize>>,
}

fn key(text: &str) -> String {
    vietnamese::fold::fold(text.trim())
}

/// Reads the line of headings. Columns that are not the register's are passed over.
pub(super) fn heads(register: &'static Register, line: &str) -> Result<Heads, Refusal> {
    let columns = columns(register);
    let known: Vec<String> = columns.iter().map(|column| key(column.name)).collect();
    let places: Vec<Option<usize>> =
        line.split('\t').map(|head| known.iter().position(|each| *each == key(head))).collect();
    let has = |place: usize| places.contains(&Some(place));
    if !(has(0) || has(1)) || !has(3) {
        return Err(headings_missing());
    }
    Ok(Heads { columns, places })
}

/// No line of headings.
pub(super) fn headings_missing() -> Refusal {
    Refusal::new(
        "headings_missing",
        "Dòng đầu phải là tên cột, có ít nhất “Mã đơn vị” hoặc “Đơn vị”, và “Ngày”",
        "Tải bảng tính của sổ này về để lấy đúng tên cột",
    )
}

/// Reads one line.
pub(super) fn read(
    register: &'static Register,
    heads: &Heads,
    line: &str,
) -> Result<Line, Refusal> {
    let mut cells: BTreeMap<usize, &str> = BTreeMap::new();
    for (cell, place) in line.split('\t').zip(&heads.places) {
        if let Some(place) = place.filter(|_| !cell.trim().is_empty()) {
            cells.insert(place, cell.trim());
        }
    }
    let text = |place: usize| cells.get(&place).copied().unwrap_or_default();
    let form = form_of(register, text(2))?;
    let day = |place: usize| -> Result<Option<Day>, Refusal> {
        if text(place).is_empty() { Ok(None) } else { day_of(text(place)).map(Some) }
    };
    let mut values = BTreeMap::new();
    for (place, column) in heads.columns.iter().enumerate() {
        let (Some(field), Some(cell)) = (column.field, cells.get(&place)) else { continue };
        if let Some(value) = value_of(field, cell)? {
            values.insert(field.code.to_owned(), value);
        }
    }
    let unit = if text(0).is_empty() { text(1) } else { text(0) };
    let on = day(3)?.ok_or_else(|| bad_day(""))?;
    Ok(Line {
        unit: unit.to_owned(),
        form,
        on,
        last: day(4)?,
        year: if text(5).is_empty() { None } else { Some(year_of(text(5))?) },
        title: text(6).to_owned(),
        paper: if text(7).is_empty() { None } else { Some((text(7).to_owned(), day(8)?)) },
        values,
    })
}

/// A form by its code or name; the only one where the cell is empty.
fn form_of(register: &'static Register, cell: &str) -> Result<&'static Form, Refusal> {
    let named = |form: &&Form| form.code == cell || key(form.name.vi) == key(cell);
    register.forms.iter().find(named).or_else(|| register.form(cell)).ok_or_else(|| {
        Refusal::new(
            "unknown_form",
            format!("{} không có loại “{}”", register.name.vi, short(cell)),
            "Ghi một loại của sổ ở cột “Loại”",
        )
    })
}

fn value_of(field: &Field, cell: &str) -> Result<Option<FieldValue>, Refusal> {
    let wrong = |then: &str| {
        Refusal::new(
            "bad_value",
            format!("“{}”: không đọc được “{}”", field.name.vi, short(cell)),
            then.to_owned(),
        )
    };
    Ok(Some(match field.kind {
        FieldKind::Count(_) | FieldKind::Money | FieldKind::Average(_) => FieldValue::Number(
            vietnamese::number::parse_integer(cell)
                .map(|(number, _)| number)
                .map_err(|_| wrong("Ghi số nguyên như 1.400"))?,
        ),
        FieldKind::Year => FieldValue::Number(i64::from(year_of(cell)?)),
        FieldKind::Day => FieldValue::Day(day_of(cell)?),
        FieldKind::Mark if matches!(&*key(cell), "co" | "x" | "1" | "yes") => FieldValue::Number(1),
        FieldKind::Mark => return Ok(None),
        FieldKind::Text(_) => FieldValue::Text(cell.to_owned()),
        FieldKind::Choice(choices) => {
            let named =
                |(code, name): &&(&str, kernel::Text)| *code == cell || key(name.vi) == key(cell);
            let found = choices.iter().find(named);
            FieldValue::Text(
                found.ok_or_else(|| wrong("Ghi một mục trong danh sách"))?.0.to_owned(),
            )
        }
    }))
}

fn year_of(cell: &str) -> Result<i16, Refusal> {
    let year = cell.parse().ok().filter(|year| (1929..=2200).contains(year));
    year.ok_or_else(|| {
        Refusal::new(
            "bad_year",
            format!("“{}” không phải là một năm", short(cell)),
            "Ghi bốn chữ số, như 2023",
        )
    })
}

/// `28/7/2024` or ISO.
fn day_of(cell: &str) -> Result<Day, Refusal> {
    let parts: Vec<&str> = cell.split(['/', '.']).collect();
    let day = match parts[..] {
        [day, month, year] => match (year.parse(), month.parse(), day.parse()) {
            (Ok(year), Ok(month), Ok(day)) => Day::new(year, month, day),
            _ => None,
        },
        _ => Day::parse(cell).ok(),
    };
    day.filter(|day| (1929..=2200).contains(&day.year())).ok_or_else(|| bad_day(cell))
}

fn bad_day(cell: &str) -> Refusal {
    Refusal::new(
        "bad_day",
        format!("“{}” không phải là một ngày", short(cell)),
        "Viết như 28/7/2024",
    )
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_line_is_read_by_its_headings_and_every_fault_names_its_cell() {
        let register = crate::activities::find("classes").unwrap();
        let heads = heads(register, "đơn vị\tngày\tloại\tđối tượng\tlượt người dự\tgì đó").unwrap();
        let of = |line: &str| read(register, &heads, line);
        let line = of("u1\t5/6/2023\tLớp đã mở\tchủ tịch công đoàn cơ sở\t1.400\tx").unwrap();
        assert_eq!(
            (&*line.unit, line.form.code, line.on.vi().as_str()),
            ("u1", "held", "5/6/2023")
        );
        assert_eq!(line.values["for_whom"], FieldValue::Text("chairs".to_owned()));
        assert_eq!(line.values["attendances"], FieldValue::Number(1400));
        for (line, code) in [
            ("u1\t31/6/2023\theld\tchairs\t1", "bad_day"),
            ("u1\t\theld\tchairs\t1", "bad_day"),
            ("u1\t5/6/2023\tgì\tchairs\t1", "unknown_form"),
            ("u1\t5/6/2023\theld\tai\t1", "bad_value"),
            ("u1\t5/6/2023\theld\tchairs\tnhiều", "bad_value"),
        ] {
            assert_eq!(of(line).unwrap_err().code, code, "{line}");
        }
        assert!(super::heads(register, "loại\tngày").is_err());
    }
}
