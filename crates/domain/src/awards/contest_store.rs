//! The SQL of contests: entries, contestants, judges, prizes.

use db::{Row, Tx, values};
use kernel::Id;

use super::emulation_model::{ContestLine, ContestSummary, NewContestLine, Prize, Told};
use super::list_store::owned;
use crate::Result;
use crate::books::{Batch, schema};

/// Writes a line.
pub(super) fn append(
    batch: &mut Batch<'_, '_>,
    (emulation, document): (Id, Option<Id>),
    line: &NewContestLine,
    named: &str,
) -> Result<Id> {
    let row = values![
        emulation,
        line.kind.code(),
        line.unit,
        line.on,
        line.person,
        named.to_owned(),
        line.trade.clone(),
        line.round,
        line.score,
        line.prize.map(Prize::code),
        line.count.unwrap_or(1),
        i64::from(line.count.is_some()),
        document
    ];
    batch.append(&schema::CONTEST_LINE, row)
}

/// A contest in numbers.
pub(super) fn summary(tx: &mut Tx<'_>, federation: Id, emulation: Id) -> Result<ContestSummary> {
    let sql = "SELECT kind, COALESCE(prize, ''), CAST(SUM(quantity) AS BIGINT) FROM contest_line
         WHERE federation_id = $1 AND emulation_id = $2 GROUP BY kind, COALESCE(prize, '')";
    let mut told = ContestSummary::default();
    tx.each(sql, &values![federation, emulation], |row| {
        let (kind, count) = (Told::from_code(row.text(0)?), row.int(2)?);
        match kind {
            Some(Told::Entry) => told.entries += count,
            Some(Told::Contestant) => told.contestants += count,
            _ => {}
        }
        if let Some(prize) = Prize::from_code(row.text(1)?) {
            told.prizes[prize as usize] += count;
        }
        Ok(())
    })?;
    let sql = "SELECT COUNT(DISTINCT CASE WHEN kind = 'entry' THEN unit_id END),
             COUNT(DISTINCT CASE WHEN kind = 'contestant' THEN person_id END)
         FROM contest_line WHERE federation_id = $1 AND emulation_id = $2";
    let read = |row: &Row<'_>| Ok((row.int(0)?, row.int(1)?));
    if let Some((units, people)) = tx.find(sql, &values![federation, emulation], read)? {
        (told.units, told.people) = (units, people);
    }
    let sql =
        "SELECT trade, CAST(SUM(CASE WHEN kind = 'contestant' THEN quantity ELSE 0 END) AS BIGINT)
         FROM contest_line WHERE federation_id = $1 AND emulation_id = $2 AND trade IS NOT NULL
         GROUP BY trade ORDER BY trade";
    told.trades = tx.query(sql, &values![federation, emulation], |row| {
        Ok((row.text(0)?.to_owned(), row.int(1)?))
    })?;
    Ok(told)
}

/// The lines of a contest: prizes first, then by score.
pub(super) fn lines(
    tx: &mut Tx<'_>,
    federation: Id,
    emulation: Id,
    most: usize,
) -> Result<Vec<ContestLine>> {
    let sql = format!(
        "SELECT c.id, c.kind, u.code, n.name, c.on_day, c.person_id, c.named, c.trade, c.round, c.score, c.prize,
             c.quantity FROM contest_line c
         JOIN unit u ON u.federation_id = c.federation_id AND u.id = c.unit_id
         JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.unit_id
         WHERE c.federation_id = $1 AND c.emulation_id = $2
         ORDER BY c.kind, CASE c.prize WHEN 'first' THEN 1 WHEN 'second' THEN 2 WHEN 'third' THEN 3
             WHEN 'consolation' THEN 4 ELSE 5 END, c.id LIMIT {most}"
    );
    Ok(tx.query(&sql, &values![federation, emulation], |row| {
        Ok(ContestLine {
            id: row.id(0)?,
            kind: Told::from_code(row.text(1)?).unwrap_or(Told::Entry),
            unit: (row.text(2)?.to_owned(), row.text(3)?.to_owned()),
            on: row.day(4)?,
            person: row.opt_id(5)?,
            named: owned(row, 6)?.unwrap_or_default(),
            trade: owned(row, 7)?,
            round: row.opt_int(8)?,
            score: row.opt_int(9)?,
            prize: row.opt_text(10)?.and_then(Prize::from_code),
            quantity: row.int(11)?,
        })
    })?)
}
