//! A dump: what the books say today, as text, without the journal that led there. Two sets of books that say the same
//! have equal dumps, byte for byte; so an import that was undone leaves the dump it found.

use std::io::Write;

use db::{Tx, values};
use kernel::Actor;

use crate::{App, Error, Result};

/// A part of the dump: its heading, and a query whose columns are texts and whole numbers.
const PARTS: &[(&str, &str)] = &[
    (
        "đơn vị",
        "SELECT c.code, n.name, n.opened_on, n.ended_on FROM unit_now n
         JOIN unit c ON c.federation_id = n.federation_id AND c.id = n.unit_id
         WHERE n.federation_id = $1 ORDER BY c.code",
    ),
    (
        "đường quản lý",
        "SELECT c.code, p.from_on, p.to_on, p.path, p.block, p.kind, p.cause FROM unit_path p
         JOIN unit c ON c.federation_id = p.federation_id AND c.id = p.unit_id
         WHERE p.federation_id = $1 ORDER BY c.code, p.from_on",
    ),
    (
        "doanh nghiệp",
        "SELECT e.name, e.tax_number, e.address, e.workers FROM employer e
         WHERE e.federation_id = $1 AND e.withdraws IS NULL AND NOT EXISTS (SELECT 1 FROM employer w
             WHERE w.federation_id = e.federation_id AND w.search_key = e.search_key AND w.withdraws = e.id)
         ORDER BY e.name, e.id",
    ),
    (
        "người",
        "SELECT p.id, p.name, p.sex, p.birth, c.code, p.status FROM person p
         LEFT JOIN unit c ON c.federation_id = p.federation_id AND c.id = p.unit_id
         WHERE p.federation_id = $1 ORDER BY p.id",
    ),
    (
        "dữ liệu niêm phong",
        "SELECT person_id FROM person_secret WHERE federation_id = $1 ORDER BY person_id",
    ),
    (
        "cặp nghi trùng",
        "SELECT person_id, other_id FROM suspect_pair WHERE federation_id = $1 ORDER BY person_id, other_id",
    ),
    (
        "từ tên",
        "SELECT suffix, person_id FROM name_suffix WHERE federation_id = $1 ORDER BY suffix, person_id",
    ),
    (
        "từ tên đơn vị",
        "SELECT s.suffix, c.code FROM unit_suffix s
         JOIN unit c ON c.federation_id = s.federation_id AND c.id = s.unit_id
         WHERE s.federation_id = $1 ORDER BY s.suffix, c.code",
    ),
    (
        "quá trình đoàn viên",
        "SELECT s.person_id, s.from_on, c.code, s.to_on FROM spell s
         JOIN unit c ON c.federation_id = s.federation_id AND c.id = s.unit_id
         WHERE s.federation_id = $1 ORDER BY s.person_id, s.from_on, s.start_event",
    ),
    (
        "số dư",
        "SELECT c.code, p.account, p.on_day, CAST(SUM(p.quantity) AS BIGINT) FROM posting p
         JOIN unit c ON c.federation_id = p.federation_id AND c.id = p.unit_id
         WHERE p.federation_id = $1 GROUP BY c.code, p.account, p.on_day HAVING SUM(p.quantity) <> 0
         ORDER BY c.code, p.account, p.on_day",
    ),
    (
        "cộng dồn",
        "SELECT c.code, r.account, r.month, r.block, r.kind, r.quantity FROM rollup r
         JOIN unit c ON c.federation_id = r.federation_id AND c.id = r.scope_id
         WHERE r.federation_id = $1 AND r.quantity <> 0
         ORDER BY c.code, r.account, r.month, r.block, r.kind",
    ),
    (
        "hoạt động",
        "SELECT c.code, a.register, a.form, a.on_day, a.last_day, a.year, a.title, d.number FROM activity a
         JOIN unit c ON c.federation_id = a.federation_id AND c.id = a.unit_id
         LEFT JOIN document d ON d.federation_id = a.federation_id AND d.id = a.document_id
         WHERE a.federation_id = $1 AND a.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM activity l
             WHERE l.federation_id = a.federation_id AND l.record_id = a.record_id AND l.id > a.id)
         ORDER BY c.code, a.register, a.form, a.on_day, a.id",
    ),
    (
        "chuyển theo đơn vị",
        "SELECT c.code, b.account, b.on_day, u.code, b.block, b.kind, b.quantity FROM bridge b
         JOIN unit c ON c.federation_id = b.federation_id AND c.id = b.scope_id
         JOIN unit u ON u.federation_id = b.federation_id AND u.id = b.unit_id
         WHERE b.federation_id = $1 AND b.quantity <> 0
         ORDER BY c.code, b.account, b.on_day, u.code, b.block, b.kind",
    ),
    (
        "chỉ tiêu",
        "SELECT c.code, t.indicator, t.from_on, t.to_on, t.value FROM target t
         JOIN unit c ON c.federation_id = t.federation_id AND c.id = t.unit_id
         WHERE t.federation_id = $1 AND t.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM target l
             WHERE l.federation_id = t.federation_id AND l.unit_id = t.unit_id AND l.indicator = t.indicator
               AND l.from_on = t.from_on AND l.to_on = t.to_on AND l.id > t.id)
         ORDER BY c.code, t.indicator, t.from_on, t.to_on",
    ),
    (
        "khen thưởng",
        "SELECT c.code, h.stage, h.award, h.level, h.named, h.on_day, h.quantity FROM honour h
         JOIN unit c ON c.federation_id = h.federation_id AND c.id = h.unit_id
         WHERE h.federation_id = $1 AND NOT EXISTS (SELECT 1 FROM honour_end e
             WHERE e.federation_id = h.federation_id AND e.honour_id = h.id)
         ORDER BY c.code, h.stage, h.award, h.on_day, h.item, h.id",
    ),
];

impl App {
    /// Writes the dump.
    pub fn dump(&self, actor: &Actor, out: &mut dyn Write) -> Result<()> {
        self.allow(actor, "books.dump")?;
        self.db.read(|tx| {
            PARTS.iter().try_for_each(|(heading, sql)| write_part(tx, self, heading, sql, out))
        })
    }
}

fn write_part(
    tx: &mut Tx<'_>,
    app: &App,
    heading: &str,
    sql: &str,
    out: &mut dyn Write,
) -> Result<()> {
    let columns = sql[..sql.find("FROM").unwrap_or(0)].matches(", ").count() + 1;
    let columns = columns - usize::from(sql.contains("CAST(NULL"));
    writeln!(out, "# {heading}").map_err(Error::file("ghi bản kê"))?;
    let mut failed = None;
    tx.each(sql, &values![app.federation], |row| {
        let mut line = String::new();
        for column in 0..columns {
            if column > 0 {
                line.push('\t');
            }
            match row.value(column)? {
                db::Value::Null => line.push('-'),
                db::Value::Int(number) => line.push_str(&number.to_string()),
                db::Value::Text(text) => line.push_str(&text.replace(['\t', '\n'], " ")),
                db::Value::Bytes(_) => {}
            }
        }
        if failed.is_none() {
            failed = writeln!(out, "{line}").err();
        }
        Ok(())
    })?;
    failed.map_or(Ok(()), |error| Err(Error::file("ghi bản kê")(error)))
}
