//! The SQL of taking a reorganisation back: what it wrote, and what has come to depend on it.

use db::{Tx, values};
use kernel::Id;

use super::model::Written;
use crate::Result;
use crate::books::chunked;
use crate::books::schema::FACTS;

/// Dependents that are named of each sort at most.
const NAMED: usize = 5;

/// Not reversed, and no reversal.
const STANDS: &str = "e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM unit_event r
    WHERE r.federation_id = e.federation_id AND r.unit_id = e.unit_id AND r.reverses = e.id)";

/// The events of units that a batch wrote from an id on, the latest first.
pub(super) fn events(
    tx: &mut Tx<'_>,
    federation: Id,
    (batch, first): (i64, Id),
) -> Result<Vec<Written>> {
    let sql = format!(
        "SELECT e.id, e.unit_id, e.kind, e.on_day FROM unit_event e
         WHERE e.federation_id = $1 AND e.id > $2 AND e.batch = $3 AND {STANDS} ORDER BY e.id DESC"
    );
    Ok(tx.query(&sql, &values![federation, first, batch], |row| {
        Ok(Written {
            id: row.id(0)?,
            unit: row.id(1)?,
            kind: row.text(2)?.to_owned(),
            on: row.day(3)?,
        })
    })?)
}

/// What was recorded since about the units it touched, each by name and day.
pub(super) fn later_events(
    tx: &mut Tx<'_>,
    federation: Id,
    batch: i64,
    units: &[Id],
) -> Result<Vec<String>> {
    let mut found = Vec::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT n.name, e.on_day FROM unit_event e
             JOIN unit_now n ON n.federation_id = e.federation_id AND n.unit_id = e.unit_id
             WHERE e.federation_id = $1 AND (e.unit_id IN ({list}) OR e.other_id IN ({list})) AND e.batch > $2
               AND {STANDS} ORDER BY e.id LIMIT {NAMED}"
        );
        found.extend(tx.query(&sql, &values![federation, batch], |row| {
            Ok(format!("việc của đơn vị {} ngày {}", row.text(0)?, row.day(1)?.vi()))
        })?);
        Ok(())
    })?;
    found.truncate(NAMED);
    Ok(found)
}

/// What was recorded since about people it carried or ended, or at units it founded.
pub(super) fn later_of_members(
    tx: &mut Tx<'_>,
    federation: Id,
    batch: i64,
    column: &str,
    ids: &[Id],
) -> Result<Vec<String>> {
    let mut found = Vec::new();
    chunked(ids, |list| {
        let sql = format!(
            "SELECT p.name, e.on_day FROM member_event e
             JOIN person p ON p.federation_id = e.federation_id AND p.id = e.person_id
             WHERE e.federation_id = $1 AND e.{column} IN ({list}) AND e.batch > $2 AND e.reverses IS NULL
               AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = e.federation_id
                   AND r.person_id = e.person_id AND r.reverses = e.id)
             ORDER BY e.id LIMIT {NAMED}"
        );
        found.extend(tx.query(&sql, &values![federation, batch], |row| {
            Ok(format!("việc của đoàn viên {} ngày {}", row.text(0)?, row.day(1)?.vi()))
        })?);
        Ok(())
    })?;
    found.truncate(NAMED);
    Ok(found)
}

/// What else belongs to units it founded: every register that names a unit is asked, those of later days too.
pub(super) fn others(
    tx: &mut Tx<'_>,
    federation: Id,
    batch: i64,
    founded: &[Id],
) -> Result<Vec<String>> {
    const ASKED: [&str; 6] =
        ["unit", "unit_version", "unit_line", "unit_event", "member_event", "posting"];
    let mut found = Vec::new();
    for table in FACTS.iter().filter(|table| !ASKED.contains(&table.name)) {
        for place in table.places() {
            let (name, column) = (table.name, table.columns[place]);
            let mut count = 0;
            chunked(founded, |list| {
                let sql = format!(
                    "SELECT COUNT(*) FROM {name} WHERE federation_id = $1 AND {column} IN ({list}) AND batch > $2"
                );
                count += tx
                    .find(&sql, &values![federation, batch], |row| row.int(0))?
                    .unwrap_or_default();
                Ok(())
            })?;
            if count > 0 {
                found.push(format!("{count} {} của đơn vị mới", noun(name)));
            }
        }
    }
    Ok(found)
}

fn noun(table: &str) -> &'static str {
    match table {
        "target" => "chỉ tiêu",
        "post_fact" => "chức vụ",
        "correction_request" => "đề nghị sửa",
        "series_number" => "số văn bản",
        "document_entry" => "văn bản đi, đến",
        "activity" => "hoạt động",
        "stated_count" => "số liệu tự khai",
        "emulation" | "emulation_launch" => "phong trào thi đua",
        "commendation" | "honour" => "khen thưởng",
        "initiative" => "sáng kiến",
        "certificate" => "giấy chứng nhận",
        "report_step" => "bước báo cáo",
        "reorganisation" => "lần sắp xếp",
        _ => "việc khác",
    }
}
