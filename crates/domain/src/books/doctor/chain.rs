//! The chain: every batch's hash worked out again from the rows that stand in the tables.

use std::collections::{BTreeMap, HashMap};

use db::{Tx, Value, values};
use ledger::chain::{self, GENESIS, Hash, TableDigest, TableSeal};

use super::{Finding, Report};
use crate::books::batch::{Header, field};
use crate::books::schema::{FACTS, Table};
use crate::{App, Result};

/// A batch as its header tells it.
struct Told {
    actor: String,
    recorded_at: i64,
    reason: String,
    command: Option<String>,
    last_seq: i64,
    rows: i64,
    answer: Option<String>,
    previous: String,
    hash: String,
}

/// What a batch wrote to a table: the table's place, the first row, and the seal of all of them.
struct Wrote {
    place: usize,
    first: i64,
    seal: TableSeal,
}

/// What each batch wrote, table by table in their order. Most batches write to two or three of them.
type Written = BTreeMap<i64, Vec<Wrote>>;

pub(super) fn examine(tx: &mut Tx<'_>, app: &App, report: &mut Report) -> Result<()> {
    let told = headers(tx, app, 1)?;
    let mut written = Written::new();
    for (place, table) in FACTS.iter().enumerate() {
        read_table(tx, app, (place, table, 0), &mut written, report)?;
    }
    report.batches = told.len() as i64;
    let stray = written.iter().find(|(batch, _)| !told.contains_key(batch));
    if let Some((batch, wrote)) = stray.and_then(|(batch, all)| Some((batch, all.first()?))) {
        report.findings.push(Finding {
            law: "extra_row",
            table: FACTS[wrote.place].name,
            row: wrote.first.to_string(),
            what: format!("Dòng thuộc đợt ghi số {batch} nhưng sổ không có đợt ghi này"),
        });
    }
    walk(&told, &written, report);
    compare_head(tx, app, &told, report)
}

fn headers(tx: &mut Tx<'_>, app: &App, first: i64) -> Result<BTreeMap<i64, Told>> {
    let sql = "SELECT number, actor, recorded_at, reason, command, last_seq, rows_written, answer, previous_hash, hash
               FROM batch WHERE federation_id = $1 AND number >= $2 ORDER BY number";
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let rows = tx.query(sql, &values![app.federation, first], |row| {
        let told = Told {
            actor: row.text(1)?.to_owned(),
            recorded_at: row.int(2)?,
            reason: row.text(3)?.to_owned(),
            command: owned(row.opt_text(4)?),
            last_seq: row.int(5)?,
            rows: row.int(6)?,
            answer: owned(row.opt_text(7)?),
            previous: row.text(8)?.to_owned(),
            hash: row.text(9)?.to_owned(),
        };
        Ok((row.int(0)?, told))
    })?;
    Ok(rows.into_iter().collect())
}

/// Digests one table in the order of its key; within a batch that is the order of writing.
fn read_table(
    tx: &mut Tx<'_>,
    app: &App,
    (place, table, floor): (usize, &Table, i64),
    written: &mut Written,
    report: &mut Report,
) -> Result<()> {
    let mut columns = vec!["federation_id", table.key, "batch"];
    columns.extend_from_slice(table.columns);
    let sql = format!(
        "SELECT {} FROM {} WHERE federation_id = $1 AND {} >= $2 ORDER BY {}",
        columns.join(", "),
        table.name,
        table.key,
        table.key
    );
    let mut values: Vec<Value<'static>> = Vec::with_capacity(columns.len());
    let mut digests: HashMap<i64, (i64, TableDigest)> = HashMap::new();
    let mut room = Vec::new();
    tx.each(&sql, &values![app.federation, floor], |row| {
        values.clear();
        for column in 0..columns.len() {
            values.push(row.value(column)?);
        }
        let first = row.int(1)?;
        let of_batch = digests.entry(row.int(2)?);
        let (_, digest) = of_batch.or_insert_with(|| (first, TableDigest::default()));
        digest.row_in(&mut room, values.iter().map(field));
        report.facts += 1;
        report.postings += i64::from(table.name == "posting");
        Ok(())
    })?;
    // Sealed at once: a digest that may still take rows is several times as large, and there is one for each batch.
    for (batch, (first, digest)) in digests {
        written.entry(batch).or_default().push(Wrote { place, first, seal: digest.into() });
    }
    Ok(())
}

/// Follows the chain from its first batch; the first that does not agree is named, with the tables it wrote to.
fn walk(told: &BTreeMap<i64, Told>, written: &Written, report: &mut Report) {
    let mut previous: Hash = GENESIS;
    walk_from((1, &mut previous), told, written, report);
}

/// The same from a batch on, with the hash of the one before, which becomes the last hash.
fn walk_from(
    (first, previous): (i64, &mut Hash),
    told: &BTreeMap<i64, Told>,
    written: &Written,
    report: &mut Report,
) {
    for (expected, (number, batch)) in (first..).zip(told) {
        let header = Header {
            number: *number,
            actor: &batch.actor,
            recorded_at: batch.recorded_at,
            reason: &batch.reason,
            command: batch.command.as_deref(),
            last_seq: batch.last_seq,
            rows: batch.rows,
            answer: batch.answer.as_deref(),
        };
        let wrote = written.get(number).map_or(&[][..], Vec::as_slice);
        let rows: u64 = wrote.iter().map(|table| table.seal.rows).sum();
        let tables = wrote.iter().map(|table| (FACTS[table.place].name, table.seal));
        let hash = header.seal(previous, tables);
        let whole = *number == expected
            && batch.previous == chain::hex(previous)
            && batch.hash == chain::hex(&hash)
            && rows as i64 == batch.rows;
        if !whole {
            report.findings.push(broken(*number, batch, rows as i64, wrote));
            return;
        }
        *previous = hash;
    }
}

fn broken(number: i64, batch: &Told, rows: i64, wrote: &[Wrote]) -> Finding {
    let from = |each: &Wrote| format!("{} từ {}", FACTS[each.place].name, each.first);
    let wrote: Vec<String> = wrote.iter().map(from).collect();
    let count = match rows - batch.rows {
        0 => "một dòng đã bị sửa".to_owned(),
        extra if extra > 0 => format!("có thêm {extra} dòng không do chương trình ghi"),
        missing => format!("thiếu {} dòng", -missing),
    };
    Finding {
        law: "chain",
        table: "batch",
        row: number.to_string(),
        what: format!(
            "Đợt ghi số {number} ({}, {}) không khớp dấu băm: {count}. Bảng liên quan: {}",
            batch.reason,
            batch.actor,
            if wrote.is_empty() { "không còn dòng nào".to_owned() } else { wrote.join(", ") }
        ),
    }
}

fn compare_head(
    tx: &mut Tx<'_>,
    app: &App,
    told: &BTreeMap<i64, Told>,
    report: &mut Report,
) -> Result<()> {
    let sql = "SELECT number, seq, hash FROM chain_head WHERE federation_id = $1";
    let head = tx.find(sql, &values![app.federation], |row| {
        Ok((row.int(0)?, row.int(1)?, row.text(2)?.to_owned()))
    })?;
    let last = told.iter().next_back();
    let expected = last.map_or((0, 0, chain::hex(&GENESIS)), |(number, batch)| {
        (*number, batch.last_seq, batch.hash.clone())
    });
    if head.as_ref() != Some(&expected) {
        report.findings.push(Finding {
            law: "chain",
            table: "chain_head",
            row: expected.0.to_string(),
            what: format!("Đầu chuỗi phải là đợt ghi số {}, sổ ghi {head:?}", expected.0),
        });
    }
    Ok(())
}

/// Batches and rows that are read at once for a page.
const END_BATCHES: i64 = 1_000;
const END_ROWS: i64 = 200_000;
/// An id may be drawn a little before the moment its batch is dated.
const EARLIER: i64 = 60 * 60 * 1_000;

/// The last batches whose rows together are few enough, proved from where they begin.
pub(super) fn end(tx: &mut Tx<'_>, app: &App) -> Result<crate::audit::Verified> {
    let sql = "SELECT number, rows_written, recorded_at, last_seq, hash FROM batch WHERE federation_id = $1
               ORDER BY number DESC LIMIT $2";
    let latest = tx.query(sql, &values![app.federation, END_BATCHES], |row| {
        Ok((row.int(0)?, row.int(1)?, row.int(2)?, row.int(3)?, row.text(4)?.to_owned()))
    })?;
    let mut rows = 0;
    let fits = |batch: &&(i64, i64, i64, i64, String)| {
        rows += batch.1;
        rows <= END_ROWS || rows == batch.1
    };
    let taken = latest.iter().take_while(fits).count();
    let (first, began) = latest.get(taken.saturating_sub(1)).map_or((1, 0), |b| (b.0, b.2));
    let last = latest.first().map_or(0, |batch| batch.0);
    // What the batch before left is where these begin; the very first begins at nothing.
    let before = latest.get(taken);
    let (mut previous, seq) = match before {
        Some(batch) => (chain::from_hex(&batch.4).unwrap_or(GENESIS), batch.3),
        None => (GENESIS, 0),
    };
    let floor = if first == 1 { 0 } else { kernel::Id::first_at(began - EARLIER).0 };
    let told = headers(tx, app, first)?;
    let (mut written, mut report) = (Written::new(), Report::default());
    for (place, table) in FACTS.iter().enumerate() {
        let floor = if table.name == "posting" { seq + 1 } else { floor };
        read_table(tx, app, (place, table, floor), &mut written, &mut report)?;
    }
    let tables = written.range(first..).flat_map(|(_, all)| all);
    let rows = tables.map(|table| table.seal.rows as i64).sum();
    walk_from((first, &mut previous), &told, &written, &mut report);
    compare_head(tx, app, &told, &mut report)?;
    let finding = report.findings.into_iter().next().map(|finding| finding.what);
    // What stands last: worked out again it is the same, here or once the whole chain was looked at.
    let hash = latest.first().map_or_else(|| chain::hex(&GENESIS), |batch| batch.4.clone());
    Ok(crate::audit::Verified { first, last, rows, hash, finding })
}
