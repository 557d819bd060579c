//! A list of members as a file for a spreadsheet, in which nothing is a formula. Each is noted in the audit trail.

use kernel::{Actor, Id};
use sheets::write::{Column, Table};

use super::list;
use crate::exports::{self, Cell, Format};
use crate::people::Sex;
use crate::people::list_model::{Filter, MemberRow, Status};
use crate::people::list_store::Pace;
use crate::{App, Error, Result};

/// Rows of one file; who needs more asks for narrower scopes.
pub const EXPORT_MAX: usize = 100_000;

/// The people of a scope who pass a filter, as a file. Identity numbers are not in it.
pub fn export_members(
    app: &App,
    actor: &Actor,
    scope: Id,
    filter: &Filter,
    format: Format,
) -> Result<Vec<u8>> {
    app.allow(actor, "people.export")?;
    app.allow(actor, "people.search")?;
    let (rows, is_more) = app.db.read(|tx| {
        app.must_reach(tx, actor, "people.search", scope, app.today())?;
        let bounds = app.bounds_under(tx, actor, "people.search", scope)?;
        list::all(app, tx, (&bounds, Pace::FILE), filter, EXPORT_MAX)
    })?;
    let columns = HEADS.map(|(title, width)| Column::new(title, width));
    let sheet = Table { name: "Đoàn viên", titles: &[], columns: &columns };
    let bytes = exports::file(&sheet, rows.iter().enumerate().map(cells), format);
    let bytes = bytes.map_err(|error| Error::Broken(format!("không ghi được tệp: {error}")))?;
    let more = if is_more { ", còn nữa" } else { "" };
    let detail = format!("{} người{more}", rows.len());
    app.note(actor, "people.export", Some(scope), Some(&detail))?;
    Ok(bytes)
}

const HEADS: [(&str, u16); 11] = [
    ("STT", 6),
    ("Họ và tên", 28),
    ("Ngày sinh", 12),
    ("Giới", 6),
    ("Đơn vị", 40),
    ("Mã đơn vị", 18),
    ("Chức danh", 20),
    ("Công việc", 24),
    ("Điện thoại", 14),
    ("Vào công đoàn", 14),
    ("Tình trạng", 16),
];

/// The texts of a row after its number.
fn texts(row: &MemberRow) -> [String; 10] {
    let day = |iso: &Option<String>| iso.as_deref().map(written).unwrap_or_default();
    let plain = |text: &Option<String>| text.clone().unwrap_or_default();
    let sex = row.sex.map_or("", |sex| if sex == Sex::Female { "Nữ" } else { "Nam" });
    let status = match row.status {
        Status::Member => "Đang sinh hoạt",
        Status::InTransit => "Chờ tiếp nhận",
        Status::Left => "Đã thôi",
    };
    let unit = row.unit.as_ref();
    [
        row.name.clone(),
        day(&row.birth),
        sex.to_owned(),
        unit.map(|(_, _, name)| name.clone()).unwrap_or_default(),
        unit.map(|(_, code, _)| code.clone()).unwrap_or_default(),
        plain(&row.union_title),
        plain(&row.job),
        plain(&row.phone),
        day(&row.joined),
        status.to_owned(),
    ]
}

/// `1991-03-07` as people write it: `7/3/1991`; a month and a year, or a year, as precise as known.
fn written(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').rev().map(|part| part.trim_start_matches('0')).collect();
    parts.join("/")
}

fn cells((number, row): (usize, &MemberRow)) -> Vec<Cell> {
    let texts = texts(row).map(Cell::Text);
    [Cell::Integer(number as i64 + 1)].into_iter().chain(texts).collect()
}
