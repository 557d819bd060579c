//! Who filed in time as a spreadsheet.

use kernel::{Actor, Day, Id};

use super::actions::completeness;
use super::model::{Filing, Owing};
use crate::exports::{self, Cell as Field, Format, Table};
use crate::reports::{State, form_at};
use crate::{App, Result};

/// The units of a call with how each stands, as the bytes of a file; the audit trail keeps that it left the books.
pub fn export_completeness(app: &App, actor: &Actor, call: Id, format: Format) -> Result<Vec<u8>> {
    let (call, rows, counts) = completeness(app, actor, call)?;
    let form = form_at(app, &call.form, call.period)?;
    let about = format!(
        "{} · hạn nộp {} · đủ {}/{} · đúng hạn {}/{}",
        call.period.vi(),
        call.due_on.vi(),
        counts.filed(),
        counts.owed,
        counts.on_time,
        counts.owed
    );
    let table = Table {
        name: "Tình hình nộp".to_owned(),
        titles: vec![form.name.to_uppercase(), about],
        columns: [
            ("Mã đơn vị", 16),
            ("Đơn vị", 50),
            ("Hạn nộp", 12),
            ("Nộp ngày", 12),
            ("Tình trạng", 18),
            ("Số ngày trễ", 10),
            ("Báo cáo", 16),
            ("Ghi chú", 40),
        ]
        .map(|(name, width)| (name.to_owned(), width))
        .to_vec(),
        rows: rows.iter().map(row).collect(),
    };
    exports::export(app, actor, ("reports.exported", Some(call.unit)), &table, format)
}

fn row(row: &Owing) -> Vec<Field> {
    let day = |iso: &str| Day::parse(iso).map_or(Field::Empty, Field::Date);
    let (standing, late) = match row.filing {
        Filing::OnTime => ("Đúng hạn", None),
        Filing::Late(days) => ("Nộp trễ", Some(days)),
        Filing::Returned => ("Đang sửa", None),
        Filing::Awaited => ("Còn hạn", None),
        Filing::Missing(days) => ("Quá hạn, chưa nộp", Some(days)),
    };
    let state = match row.state {
        State::Drafted => "Chưa nộp",
        State::Submitted => "Chờ duyệt",
        State::Returned => "Trả lại",
        State::Approved => "Đã duyệt",
        State::Published => "Đã công bố",
    };
    vec![
        Field::text(&row.code),
        Field::text(&row.name),
        day(&row.due),
        row.filed_on.as_deref().map_or(Field::Empty, day),
        Field::text(standing),
        Field::number(late.map(i64::from)),
        Field::text(state),
        Field::text(row.reason.as_deref().unwrap_or_default()),
    ]
}
