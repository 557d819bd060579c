//! The columns of a register in a spreadsheet: the same for export and import, from its description.

use super::model::{Activity, FieldValue};
use super::register::{Field, FieldKind, Register};
use crate::exports::Cell;

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its heading.
    pub name: &'static str,
    /// Its width in letters.
    pub width: u16,
    /// The field it holds; none for what every record has.
    pub field: Option<&'static Field>,
}

const COMMON: [(&str, u16); 9] = [
    ("Mã đơn vị", 16),
    ("Đơn vị", 40),
    ("Loại", 28),
    ("Ngày", 12),
    ("Đến ngày", 12),
    ("Năm", 8),
    ("Tên gọi", 40),
    ("Số văn bản", 18),
    ("Ngày văn bản", 12),
];

/// The columns of a register.
pub fn columns(register: &'static Register) -> Vec<Column> {
    let common = COMMON.iter().map(|(name, width)| Column { name, width: *width, field: None });
    let own = register.fields.iter().map(|field| {
        let width = if matches!(field.kind, FieldKind::Text(_)) { 40 } else { 16 };
        Column { name: field.name.vi, width, field: Some(field) }
    });
    common.chain(own).collect()
}

/// The cells of a record in the order of the columns.
pub fn row_of(activity: &Activity) -> Vec<Cell> {
    let paper = activity.document.as_ref();
    let mut row = vec![
        Cell::text(activity.unit.1.as_str()),
        Cell::text(activity.unit.2.as_str()),
        Cell::text(activity.form.name.vi),
        Cell::Date(activity.on),
        Cell::Date(activity.last),
        Cell::Integer(i64::from(activity.year)),
        Cell::text(activity.title.as_str()),
        Cell::text(paper.map_or("", |(number, ..)| number)),
        paper.and_then(|(_, issued, _)| *issued).map_or(Cell::Empty, Cell::Date),
    ];
    row.extend(activity.register.fields.iter().map(|field| cell(field, activity)));
    row
}

fn cell(field: &Field, activity: &Activity) -> Cell {
    match activity.values.get(field.code) {
        None => Cell::Empty,
        Some(FieldValue::Number(_)) if field.kind == FieldKind::Mark => Cell::text("có"),
        Some(FieldValue::Number(number)) => Cell::Integer(*number),
        Some(FieldValue::Day(day)) => Cell::Date(*day),
        Some(FieldValue::Text(code)) => Cell::text(choice_name(field, code)),
    }
}

/// The name of a choice, or the text itself.
fn choice_name<'t>(field: &Field, code: &'t str) -> &'t str {
    let FieldKind::Choice(choices) = field.kind else { return code };
    choices.iter().find(|(each, _)| *each == code).map_or(code, |(_, name)| name.vi)
}
