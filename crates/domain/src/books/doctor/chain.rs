//! The chain: every batch's hash worked out again from the rows that stand in the tables.

use std::collections::BTreeMap;

use db::{Tx, Value, values};
use ledger::chain::{self, GENESIS, Hash, TableDigest};

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

/// The digests of every table, by batch.
type Digests = BTreeMap<i64, Vec<TableDigest>>;

pub(super) fn examine(tx: &mut Tx<'_>, app: &App, report: &mut Report) -> Result<()> {
    let told = headers(tx, app)?;
    let mut digests = Digests::new();
    let mut first_rows: BTreeMap<(i64, usize), String> = BTreeMap::new();
    for (place, table) in FACTS.iter().enumerate() {
        read_table(tx, app, (place, table), &mut digests, &mut first_rows, report)?;
    }
    report.batches = told.len() as i64;
    if let Some((batch, place)) =
        digests.keys().find(|batch| !told.contains_key(batch)).and_then(|batch| {
            let place = digests[batch].iter().position(|digest| digest.rows() > 0)?;
            Some((*batch, place))
        })
    {
        report.findings.push(Finding {
            law: "extra_row",
            table: FACTS[place].name,
            row: first_rows.get(&(batch, place)).cloned().unwrap_or_default(),
            what: format!("Dòng thuộc đợt ghi số {batch} nhưng sổ không có đợt ghi này"),
        });
    }
    walk(app, &told, digests, &first_rows, report);
    compare_head(tx, app, &told, report)
}

fn headers(tx: &mut Tx<'_>, app: &App) -> Result<BTreeMap<i64, Told>> {
    let sql = "SELECT number, actor, recorded_at, reason, command, last_seq, rows_written, answer, previous_hash, hash
               FROM batch WHERE federation_id = $1 ORDER BY number";
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let rows = tx.query(sql, &values![app.federation], |row| {
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
    (place, table): (usize, &Table),
    digests: &mut Digests,
    first_rows: &mut BTreeMap<(i64, usize), String>,
    report: &mut Report,
) -> Result<()> {
    let mut columns = vec!["federation_id", table.key, "batch"];
    columns.extend_from_slice(table.columns);
    let sql = format!(
        "SELECT {} FROM {} WHERE federation_id = $1 ORDER BY {}",
        columns.join(", "),
        table.name,
        table.key
    );
    let mut values: Vec<Value<'static>> = Vec::with_capacity(columns.len());
    tx.each(&sql, &values![app.federation], |row| {
        values.clear();
        for column in 0..columns.len() {
            values.push(row.value(column)?);
        }
        let batch = row.int(2)?;
        let all = digests.entry(batch).or_insert_with(|| vec![TableDigest::default(); FACTS.len()]);
        if all[place].rows() == 0 {
            first_rows.insert((batch, place), row.int(1)?.to_string());
        }
        all[place].row(values.iter().map(field));
        report.facts += 1;
        report.postings += i64::from(table.name == "posting");
        Ok(())
    })?;
    Ok(())
}

/// Follows the chain from its first batch; the first that does not agree is named, with the tables it wrote to.
fn walk(
    app: &App,
    told: &BTreeMap<i64, Told>,
    mut digests: Digests,
    first_rows: &BTreeMap<(i64, usize), String>,
    report: &mut Report,
) {
    let _ = app;
    let mut previous: Hash = GENESIS;
    for (expected, (number, batch)) in (1..).zip(told) {
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
        let tables = digests.remove(number).unwrap_or_default();
        let rows: u64 = tables.iter().map(TableDigest::rows).sum();
        let hash = header.seal(&previous, FACTS.iter().map(|table| table.name).zip(tables));
        let whole = *number == expected
            && batch.previous == chain::hex(&previous)
            && batch.hash == chain::hex(&hash)
            && rows as i64 == batch.rows;
        if !whole {
            report.findings.push(broken(*number, batch, rows as i64, first_rows));
            return;
        }
        previous = hash;
    }
}

fn broken(
    number: i64,
    batch: &Told,
    rows: i64,
    first_rows: &BTreeMap<(i64, usize), String>,
) -> Finding {
    let wrote: Vec<String> = first_rows
        .range((number, 0)..=(number, usize::MAX))
        .map(|((_, place), first)| format!("{} từ {first}", FACTS[*place].name))
        .collect();
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
