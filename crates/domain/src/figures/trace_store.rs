//! The SQL of traces.

use db::{Row, Tx, values};
use kernel::{Day, Id, Instant, Period};
use ledger::Posting;
use ledger::account::{self, Account, Role};

use super::model::TraceLine;
use super::store;
use crate::books::{chunked, end_of_range};
use crate::memberships::EventKind;
use crate::{Error, Result};

/// What a line tells, by place: seq, day, unit, code, quantity, person, person id, member event, unit event, document
/// number, document day, instant, actor.
const COLUMNS: &str = "p.seq, p.on_day, n.name, c.code, p.quantity, h.name, h.id, m.kind, e.kind,
    d.number, d.issued_on, b.recorded_at, b.actor";

/// How a posting leads to its record, person and paper.
const JOINS: &str = "JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
    JOIN unit c ON c.federation_id = p.federation_id AND c.id = p.unit_id
    JOIN batch b ON b.federation_id = p.federation_id AND b.number = p.batch
    LEFT JOIN member_event m ON m.federation_id = p.federation_id AND m.id = p.record_id
    LEFT JOIN person h ON h.federation_id = p.federation_id AND h.id = m.person_id
    LEFT JOIN unit_event e ON e.federation_id = p.federation_id AND e.id = p.record_id
    LEFT JOIN document d ON d.federation_id = p.federation_id AND d.id = COALESCE(m.document_id, e.document_id)";

fn line(row: &Row<'_>) -> Result<TraceLine, db::DbError> {
    let owned = |column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
    let member = row.opt_text(7)?.and_then(EventKind::from_code).map(|kind| kind.name().vi);
    let unit = row.opt_text(8)?.map(unit_event_name);
    let issued = row.opt_day(10)?.map(|day| format!(" ngày {}", day.vi())).unwrap_or_default();
    Ok(TraceLine {
        seq: row.int(0)?,
        on: row.text(1)?.to_owned(),
        unit: row.text(2)?.to_owned(),
        unit_code: row.text(3)?.to_owned(),
        quantity: row.int(4)?,
        person: owned(5)?,
        person_id: row.opt_id(6)?.map(|id| id.to_string()),
        event: member.or(unit).unwrap_or_default().to_owned(),
        document: owned(9)?.map(|number| format!("{number}{issued}")),
        recorded_at: Instant(row.int(11)?).vi(),
        actor: row.text(12)?.to_owned(),
    })
}

/// The name of a unit event.
pub(super) fn unit_event_name(code: &str) -> &'static str {
    match code {
        "founded" => "Thành lập",
        "brought_forward" => "Đưa vào sổ ban đầu",
        "formed" => "Lập do chia, tách, hợp nhất",
        "handed_over" => "Bàn giao",
        "moved" => "Sắp xếp lại tổ chức",
        "struck_off" => "Xóa tên",
        "dissolved" => "Giải thể, chấm dứt hoạt động",
        "merged" => "Sáp nhập, hợp nhất, chia",
        "restored" => "Khôi phục",
        "reclassified" => "Đổi loại hình, khối",
        _ => "Việc khác của đơn vị",
    }
}

fn list(accounts: &[Account]) -> String {
    accounts.iter().map(|account| account.0.to_string()).collect::<Vec<_>>().join(", ")
}

/// The postings of flows that a scope saw in a period, by unit and day; bridges by unit.
pub(super) fn flows(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    accounts: &[Account],
    days: Period,
    window: (usize, usize),
) -> Result<Vec<TraceLine>> {
    let is_bridge = |account: &Account| {
        matches!(account.role(), Role::BridgeIn | Role::BridgeOut | Role::BridgeDetail)
    };
    if accounts.iter().any(is_bridge) {
        return bridges(tx, federation, scope, accounts, days, window);
    }
    let mut lines = Vec::new();
    for prefix in store::prefixes(tx, federation, scope, days)? {
        let most = (window.0 + window.1) as i64;
        let values = values![federation, &prefix, end_of_range(&prefix), days.from, days.to, most];
        lines.extend(tx.query(&flows_sql(accounts), &values, line)?);
    }
    Ok(lines.into_iter().skip(window.0).take(window.1).collect())
}

/// The first postings are found in the order of the path index, without sorting all of them, and only those lead on to
/// records, people and papers. CROSS JOIN keeps the paths outermost.
fn flows_sql(accounts: &[Account]) -> String {
    format!(
        "SELECT {COLUMNS} FROM (
             SELECT u.path, q.federation_id, q.seq, q.batch, q.record_id, q.unit_id, q.on_day, q.quantity
             FROM unit_path u CROSS JOIN posting q
             WHERE u.federation_id = $1 AND u.path >= $2 AND u.path < $3 AND u.from_on < $5 AND u.to_on > $4
               AND q.federation_id = $1 AND q.unit_id = u.unit_id AND q.on_day >= $4 AND q.on_day < $5
               AND q.on_day >= u.from_on AND q.on_day < u.to_on AND q.account IN ({})
               AND (q.other_id IS NULL OR NOT EXISTS (SELECT 1 FROM unit_path o
                   WHERE o.federation_id = $1 AND o.unit_id = q.other_id AND o.from_on <= q.on_day
                     AND o.to_on > q.on_day AND o.path >= $2 AND o.path < $3))
             ORDER BY u.path, q.on_day, q.seq LIMIT $6) p
         {JOINS}
         ORDER BY p.path, p.on_day, p.seq",
        list(accounts)
    )
}

/// The units that came or went, with what they brought or took.
fn bridges(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    accounts: &[Account],
    days: Period,
    window: (usize, usize),
) -> Result<Vec<TraceLine>> {
    let sql = format!(
        "SELECT 0, g.on_day, n.name, c.code, CAST(SUM(g.quantity) AS BIGINT), MAX(e.kind), MAX(d.number),
             MAX(d.issued_on), MAX(b.recorded_at), MAX(b.actor)
         FROM bridge g
         JOIN unit_now n ON n.federation_id = g.federation_id AND n.unit_id = g.unit_id
         JOIN unit c ON c.federation_id = g.federation_id AND c.id = g.unit_id
         LEFT JOIN unit_line l ON l.federation_id = g.federation_id AND l.unit_id = g.unit_id
             AND l.from_on = g.on_day AND l.retracts IS NULL
         LEFT JOIN unit_event e ON e.federation_id = g.federation_id AND e.id = l.event_id
         LEFT JOIN document d ON d.federation_id = g.federation_id AND d.id = e.document_id
         LEFT JOIN batch b ON b.federation_id = g.federation_id AND b.number = e.batch
         WHERE g.federation_id = $1 AND g.scope_id = $2 AND g.account IN ({})
           AND g.on_day >= $3 AND g.on_day < $4
         GROUP BY g.on_day, n.name, c.code, g.unit_id HAVING SUM(g.quantity) <> 0
         ORDER BY g.on_day, n.name LIMIT $5 OFFSET $6",
        list(accounts)
    );
    let values = values![federation, scope, days.from, days.to, window.1 as i64, window.0 as i64];
    Ok(tx.query(&sql, &values, |row| {
        let issued = row.opt_day(7)?.map(|day| format!(" ngày {}", day.vi())).unwrap_or_default();
        Ok(TraceLine {
            seq: 0,
            on: row.text(1)?.to_owned(),
            unit: row.text(2)?.to_owned(),
            unit_code: row.text(3)?.to_owned(),
            quantity: row.int(4)?,
            person: None,
            person_id: None,
            event: row.opt_text(5)?.map_or("Theo cấp quản lý trên", unit_event_name).to_owned(),
            document: row.opt_text(6)?.map(|number| format!("{number}{issued}")),
            recorded_at: row.opt_int(8)?.map(|at| Instant(at).vi()).unwrap_or_default(),
            actor: row.opt_text(9)?.unwrap_or_default().to_owned(),
        })
    })?)
}

/// Who or what makes up a stock at the end of a day: the members by unit and name, or the units.
pub(super) fn stock(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    stock: Account,
    day: Day,
    window: (usize, usize),
) -> Result<Vec<TraceLine>> {
    let mut lines = Vec::new();
    let on = Period { from: day, to: day.next() };
    for prefix in store::prefixes(tx, federation, scope, on)? {
        let sql = stock_sql(stock);
        let values = values![
            federation,
            &prefix,
            end_of_range(&prefix),
            day,
            window.1 as i64,
            window.0 as i64
        ];
        lines.extend(tx.query(&sql, &values, line)?);
    }
    Ok(lines)
}

fn stock_sql(stock: Account) -> String {
    let under = "u.federation_id = $1 AND u.path >= $2 AND u.path < $3 AND u.from_on <= $4 AND u.to_on > $4";
    let columns = COLUMNS.replace("p.seq, p.on_day", "0, p.on_day").replace("p.quantity", "1");
    if stock.base() == account::UNITS {
        return format!(
            "SELECT 0, n.opened_on, n.name, c.code, 1, NULL, CAST(NULL AS BIGINT), NULL, e.kind, d.number,
                 d.issued_on, b.recorded_at, b.actor
             FROM unit_path u
             JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
                 AND n.opened_on <= $4 AND (n.ended_on IS NULL OR n.ended_on > $4)
             JOIN unit c ON c.federation_id = u.federation_id AND c.id = u.unit_id
             LEFT JOIN unit_event e ON e.federation_id = u.federation_id AND e.unit_id = u.unit_id
                 AND e.on_day = n.opened_on AND e.kind IN ('founded', 'brought_forward', 'formed')
             LEFT JOIN document d ON d.federation_id = u.federation_id AND d.id = e.document_id
             LEFT JOIN batch b ON b.federation_id = u.federation_id AND b.number = e.batch
             WHERE {under} AND u.kind IN ('cdcs', 'nghiep_doan')
             ORDER BY u.path LIMIT $5 OFFSET $6"
        );
    }
    let women = if stock.is_women() { "AND h.sex = 'nu'" } else { "" };
    format!(
        "SELECT {columns} FROM unit_path u
         JOIN spell s ON s.federation_id = u.federation_id AND s.unit_id = u.unit_id
             AND s.from_on <= $4 AND (s.to_on IS NULL OR s.to_on > $4)
         JOIN (SELECT federation_id, id AS record_id, id AS seq, batch, on_day FROM member_event) p
             ON p.federation_id = u.federation_id AND p.record_id = s.start_event
         JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
         JOIN unit c ON c.federation_id = u.federation_id AND c.id = u.unit_id
         JOIN batch b ON b.federation_id = u.federation_id AND b.number = p.batch
         JOIN member_event m ON m.federation_id = u.federation_id AND m.id = p.record_id
         JOIN person h ON h.federation_id = u.federation_id AND h.id = s.person_id
         LEFT JOIN unit_event e ON e.federation_id = u.federation_id AND e.id = -1
         LEFT JOIN document d ON d.federation_id = u.federation_id AND d.id = m.document_id
         WHERE {under} {women}
         ORDER BY u.path, h.sort_key, h.id LIMIT $5 OFFSET $6"
    )
}

/// The postings of some accounts that pass a test, with their seq; for questions that only the fold can answer.
#[expect(clippy::too_many_arguments, reason = "one statement's worth of conditions, used once")]
pub(super) fn filtered(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    accounts: &[Account],
    days: Period,
    known_to: i64,
    counts: impl Fn(&Posting) -> bool,
    window: (usize, usize),
) -> Result<Vec<TraceLine>> {
    let mut kept: Vec<i64> = Vec::new();
    chunked(units, |ids| {
        let sql = format!(
            "SELECT seq, account, unit_id, other_id, on_day, quantity FROM posting
             WHERE federation_id = $1 AND unit_id IN ({ids}) AND on_day >= $2 AND on_day < $3 AND batch <= $4
               AND account IN ({})",
            list(accounts)
        );
        tx.each(&sql, &values![federation, days.from, days.to, known_to], |row| {
            let posting = Posting {
                account: Account(row.int(1)? as i32),
                unit: row.id(2)?,
                other: row.opt_id(3)?,
                on: row.day(4)?,
                quantity: row.int(5)?,
            };
            if counts(&posting) {
                kept.push(row.int(0)?);
            }
            Ok(())
        })
        .map_err(Error::from)
    })?;
    kept.sort_unstable();
    let wanted: Vec<Id> = kept.into_iter().skip(window.0).take(window.1).map(Id).collect();
    let mut lines = Vec::new();
    chunked(&wanted, |seqs| {
        let sql = format!(
            "SELECT {COLUMNS} FROM posting p {JOINS}
             WHERE p.federation_id = $1 AND p.seq IN ({seqs}) ORDER BY p.seq"
        );
        lines.extend(tx.query(&sql, &values![federation], line)?);
        Ok(())
    })?;
    Ok(lines)
}
