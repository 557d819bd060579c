//! The SQL of traces: the lines of flows, and how a posting leads to its record, person and paper.

use std::collections::HashMap;

use db::{Row, Tx, values};
use kernel::{Id, Instant, Period};
use ledger::Posting;
use ledger::account::Account;

use super::model::{Query, TraceLine, Window};
use super::store;
use crate::awards;
use crate::books::{chunked, end_of_range};
use crate::memberships::EventKind;
use crate::{Error, Result};

/// What a line tells, by place: seq, day, unit, code, quantity, person, person id, member event, unit event, document
/// number, document day, instant, actor, activity's register, form and title.
const COLUMNS: &str = "p.seq, p.on_day, n.name, c.code, p.quantity, h.name, h.id, m.kind, e.kind,
    d.number, d.issued_on, b.recorded_at, b.actor, a.register, a.form, a.title";

/// The last three of these for a line that no register wrote.
pub(super) const OF_NO_REGISTER: &str =
    "CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT)";

/// What a line of an honour, a contest, an initiative or emulation tells besides, after [`COLUMNS`].
const ALSO: &str = "y.stage, y.award, y.named, y.unit_named, y.typed, w.decided_by, z.how, z.cause, i.name, i.level,
    i.typed, i.at_least, k.kind, k.prize, k.named, k.trade, r.kind, r.name, y.grade, v.named, xc.name, xr.place";

/// How a posting leads to its record, person and paper.
const JOINS: &str = "JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
    JOIN unit c ON c.federation_id = p.federation_id AND c.id = p.unit_id
    JOIN batch b ON b.federation_id = p.federation_id AND b.number = p.batch
    LEFT JOIN member_event m ON m.federation_id = p.federation_id AND m.id = p.record_id
    LEFT JOIN activity_person g ON g.federation_id = p.federation_id AND g.id = p.record_id
    LEFT JOIN activity a ON a.federation_id = p.federation_id AND a.id = COALESCE(g.activity_id, p.record_id)
    LEFT JOIN unit_event e ON e.federation_id = p.federation_id AND e.id = p.record_id
    LEFT JOIN honour y ON y.federation_id = p.federation_id AND y.id = p.record_id
    LEFT JOIN commendation w ON w.federation_id = p.federation_id AND w.id = y.commendation_id
    LEFT JOIN honour_end z ON z.federation_id = p.federation_id AND z.id = p.record_id
    LEFT JOIN honour v ON v.federation_id = p.federation_id AND v.id = z.honour_id
    LEFT JOIN initiative i ON i.federation_id = p.federation_id AND i.id = p.record_id
    LEFT JOIN contest_line k ON k.federation_id = p.federation_id AND k.id = p.record_id
    LEFT JOIN emulation r ON r.federation_id = p.federation_id AND r.id = p.record_id
    LEFT JOIN score_rank xr ON xr.federation_id = p.federation_id AND xr.id = p.record_id
    LEFT JOIN score_ranking xh ON xh.federation_id = p.federation_id AND xh.id = xr.ranking_id
    LEFT JOIN emulation_cluster xc ON xc.federation_id = p.federation_id AND xc.id = xh.cluster_id
    LEFT JOIN person h ON h.federation_id = p.federation_id
        AND h.id = COALESCE(m.person_id, g.person_id, y.person_id, v.person_id, k.person_id)
    LEFT JOIN document d ON d.federation_id = p.federation_id AND d.id = COALESCE(m.document_id, e.document_id,
        a.document_id, y.document_id, z.document_id, i.document_id, k.document_id, r.document_id, xr.document_id)";

/// Reads a line whose columns stand as in [`COLUMNS`].
pub(super) fn line(row: &Row<'_>) -> Result<TraceLine, db::DbError> {
    let owned = |column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
    let member = row.opt_text(7)?.and_then(EventKind::from_code).map(|kind| kind.name().vi);
    let unit = row.opt_text(8)?.map(unit_event_name);
    Ok(TraceLine {
        seq: row.int(0)?,
        on: row.text(1)?.to_owned(),
        unit: row.text(2)?.to_owned(),
        unit_code: row.text(3)?.to_owned(),
        quantity: row.int(4)?,
        person: owned(5)?,
        person_id: row.opt_id(6)?.map(|id| id.to_string()),
        event: match (member.or(unit), row.opt_text(13)?) {
            (Some(event), _) => event.to_owned(),
            (None, Some(register)) => activity_name(register, row.opt_text(14)?, row.opt_text(15)?),
            (None, None) => String::new(),
        },
        document: paper(row, 9)?,
        recorded_at: row.opt_int(11)?.map(|at| Instant(at).vi()).unwrap_or_default(),
        actor: row.opt_text(12)?.unwrap_or_default().to_owned(),
    })
}

/// The same with what stands in [`ALSO`]: an honour, a contest, an initiative or emulation says what it is.
fn full_line(row: &Row<'_>) -> Result<TraceLine, db::DbError> {
    const FIRST: usize = 16;
    let told = line(row)?;
    let text = |place: usize| Ok::<_, db::DbError>(row.opt_text(FIRST + place)?.map(str::to_owned));
    let flag = |place: usize| {
        Ok::<_, db::DbError>(row.opt_int(FIRST + place)?.is_some_and(|flag| flag != 0))
    };
    let told_of = awards::TraceOf {
        stage: text(0)?,
        award: text(1)?,
        named: text(2)?.or(text(14)?).or(text(19)?),
        unit_named: text(3)?,
        typed: flag(4)? || flag(10)?,
        decided_by: text(5)?,
        ended: text(6)?,
        cause: text(7)?,
        initiative: text(8)?,
        level: text(9)?,
        at_least: flag(11)?,
        contest: text(12)?,
        prize: text(13)?,
        trade: text(15)?,
        emulation: text(16)?,
        emulation_named: text(17)?,
        grade: row.opt_int(FIRST + 18)?,
        cluster: text(20)?,
        place: row.opt_int(FIRST + 21)?,
    };
    match told_of.tell() {
        Some((event, named)) => {
            let unit = told_of.unit_named.clone().unwrap_or(told.unit);
            Ok(TraceLine { event, unit, person: told.person.or(named), ..told })
        }
        None => Ok(told),
    }
}

/// A paper by number and day, from two columns.
pub(super) fn paper(row: &Row<'_>, column: usize) -> Result<Option<String>, db::DbError> {
    let issued = row.opt_day(column + 1)?;
    let issued = issued.map(|day| format!(" ngày {}", day.vi())).unwrap_or_default();
    Ok(row.opt_text(column)?.map(|number| format!("{number}{issued}")))
}

/// What a record of a register was: its form, and how it was called.
fn activity_name(register: &str, form: Option<&str>, title: Option<&str>) -> String {
    let form = crate::activities::find(register)
        .and_then(|register| register.form(form.unwrap_or_default()))
        .map_or(register, |form| form.name.vi);
    match title.filter(|title| !title.is_empty()) {
        Some(title) => format!("{form}: {title}"),
        None => form.to_owned(),
    }
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

pub(super) fn list(accounts: &[Account]) -> String {
    accounts.iter().map(|account| account.0.to_string()).collect::<Vec<_>>().join(", ")
}

/// The condition that rows of a table with `block` and `kind` stand in the columns asked about. The codes are our own.
pub(super) fn column_condition(table: &str, query: &Query) -> String {
    let mut condition = String::new();
    let mut add = |column: &str, code: Option<&str>| {
        condition.extend(code.map(|code| format!(" AND {table}.{column} = '{code}'")));
    };
    add("block", query.block.map(kernel::Block::code));
    add("kind", query.kind.map(kernel::UnitKind::code));
    condition
}

/// The postings of flows that a scope saw in a period, by unit and day.
pub(super) fn flows(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    accounts: &[Account],
    query: &Query,
    window: Window,
) -> Result<Vec<TraceLine>> {
    let days = query.days();
    let mut lines = Vec::new();
    for prefix in store::prefixes(tx, federation, scope, days)? {
        let most = (window.skip + window.take) as i64;
        let values = values![federation, &prefix, end_of_range(&prefix), days.from, days.to, most];
        lines.extend(tx.query(&flows_sql(accounts, query), &values, full_line)?);
    }
    Ok(window.of(lines))
}

/// How many lines [`flows`] has in all.
pub(super) fn count_flows(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    accounts: &[Account],
    query: &Query,
) -> Result<i64> {
    let days = query.days();
    let mut count = 0;
    for prefix in store::prefixes(tx, federation, scope, days)? {
        let sql = format!("SELECT COUNT(*) FROM {}", flows_seen(accounts, query));
        let values = values![federation, &prefix, end_of_range(&prefix), days.from, days.to];
        count += tx.find(&sql, &values, |row| row.int(0))?.unwrap_or(0);
    }
    Ok(count)
}

/// The postings recorded after one of them, under a scope on their own day.
pub(super) fn recorded_since(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    (accounts, days): (&[Account], Period),
    after: i64,
    most: usize,
) -> Result<Vec<TraceLine>> {
    let mut lines = Vec::new();
    for prefix in store::prefixes(tx, federation, scope, days)? {
        let sql = format!(
            "SELECT {COLUMNS}, {ALSO} FROM posting p
             JOIN unit_path u ON u.federation_id = p.federation_id AND u.unit_id = p.unit_id
                 AND u.path >= $2 AND u.path < $3 AND u.from_on <= p.on_day AND u.to_on > p.on_day
             {JOINS}
             WHERE p.federation_id = $1 AND p.seq > $6 AND p.on_day >= $4 AND p.on_day < $5
               AND p.account IN ({})
               AND (p.other_id IS NULL OR NOT EXISTS (SELECT 1 FROM unit_path o
                   WHERE o.federation_id = $1 AND o.unit_id = p.other_id AND o.from_on <= p.on_day
                     AND o.to_on > p.on_day AND o.path >= $2 AND o.path < $3))
             ORDER BY p.seq LIMIT $7",
            list(accounts)
        );
        let end = end_of_range(&prefix);
        let values = values![federation, &prefix, end, days.from, days.to, after, most as i64];
        lines.extend(tx.query(&sql, &values, full_line)?);
    }
    lines.sort_by_key(|line: &TraceLine| line.seq);
    lines.truncate(most);
    Ok(lines)
}

/// The postings `q` that a path sees; CROSS JOIN keeps the paths outermost.
fn flows_seen(accounts: &[Account], query: &Query) -> String {
    format!(
        "unit_path u CROSS JOIN posting q
         WHERE u.federation_id = $1 AND u.path >= $2 AND u.path < $3 AND u.from_on < $5 AND u.to_on > $4
           AND q.federation_id = $1 AND q.unit_id = u.unit_id AND q.on_day >= $4 AND q.on_day < $5
           AND q.on_day >= u.from_on AND q.on_day < u.to_on AND q.account IN ({}){}
           AND (q.other_id IS NULL OR NOT EXISTS (SELECT 1 FROM unit_path o
               WHERE o.federation_id = $1 AND o.unit_id = q.other_id AND o.from_on <= q.on_day
                 AND o.to_on > q.on_day AND o.path >= $2 AND o.path < $3))",
        list(accounts),
        column_condition("u", query)
    )
}

/// The first postings are found in the order of the path index, without sorting all of them, and only those lead on to
/// records, people and papers.
fn flows_sql(accounts: &[Account], query: &Query) -> String {
    format!(
        "SELECT {COLUMNS}, {ALSO} FROM (
             SELECT u.path, q.federation_id, q.seq, q.batch, q.record_id, q.unit_id, q.on_day, q.quantity
             FROM {}
             ORDER BY u.path, q.on_day, q.seq LIMIT $6) p
         {JOINS}
         ORDER BY p.path, p.on_day, p.seq",
        flows_seen(accounts, query)
    )
}

/// The postings of some accounts of some units that pass a test: number and quantity, in the order of numbers.
pub(super) fn passing(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    accounts: &[Account],
    query: &Query,
    known_to: i64,
    counts: impl Fn(&Posting) -> bool,
) -> Result<Vec<(i64, i64)>> {
    let days = query.days();
    let mut kept: Vec<(i64, i64)> = Vec::new();
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
                kept.push((row.int(0)?, posting.quantity));
            }
            Ok(())
        })
        .map_err(Error::from)
    })?;
    kept.sort_unstable();
    Ok(kept)
}

/// Lines by the numbers of their postings, in the order given, each with the quantity given.
pub(super) fn lines_of(
    tx: &mut Tx<'_>,
    federation: Id,
    wanted: &[(i64, i64)],
) -> Result<Vec<TraceLine>> {
    let seqs: Vec<Id> = wanted.iter().map(|(seq, _)| Id(*seq)).collect();
    let mut found: HashMap<i64, TraceLine> = HashMap::new();
    chunked(&seqs, |list| {
        let sql = format!(
            "SELECT {COLUMNS}, {ALSO} FROM posting p {JOINS} WHERE p.federation_id = $1 AND p.seq IN ({list})"
        );
        tx.each(&sql, &values![federation], |row| {
            let line = full_line(row)?;
            found.insert(line.seq, line);
            Ok(())
        })
        .map_err(Error::from)
    })?;
    let told = wanted.iter().filter_map(|(seq, quantity)| {
        Some(TraceLine { quantity: *quantity, ..found.remove(seq)? })
    });
    Ok(told.collect())
}
