//! The SQL of sheets, cycles, cards, points and steps: one of them read, or written.

use db::{DbError, Row, Tx, values};
use kernel::{Day, Id, Instant, Refusal};

use super::model::{Cycle, Hand, Mark, NewCycle, Step, StepTold, Term};
use super::rules::Begun;
use super::sheet::{Body, NewSheet, Sheet, SheetRow};
use crate::books::{Batch, schema};
use crate::{Error, Result};

/// Number and day of a paper, from two columns.
pub(super) fn paper(row: &Row<'_>, column: usize) -> Result<String, DbError> {
    let issued = row.opt_day(column + 1)?;
    let issued = issued.map(|day| format!(" ngày {}", day.vi())).unwrap_or_default();
    Ok(format!("{}{issued}", row.opt_text(column)?.unwrap_or_default()))
}

const SHEET: &str = "SELECT s.id, s.unit_id, u.code, n.name, s.frame, s.name, s.from_on, d.number, d.issued_on, s.body
    FROM score_sheet s
    JOIN unit u ON u.federation_id = s.federation_id AND u.id = s.unit_id
    JOIN unit_now n ON n.federation_id = s.federation_id AND n.unit_id = s.unit_id
    LEFT JOIN document d ON d.federation_id = s.federation_id AND d.id = s.document_id";

fn sheet_head(row: &Row<'_>) -> Result<SheetRow, DbError> {
    Ok(SheetRow {
        id: row.id(0)?,
        unit: (row.id(1)?, row.text(2)?.to_owned(), row.text(3)?.to_owned()),
        frame: row.opt_text(4)?.map(str::to_owned),
        name: row.text(5)?.to_owned(),
        from: row.day(6)?,
        document: paper(row, 7)?,
    })
}

/// A sheet that must be there.
pub(super) fn sheet(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Sheet> {
    let sql = format!("{SHEET} WHERE s.federation_id = $1 AND s.id = $2");
    let read = |row: &Row<'_>| Ok((sheet_head(row)?, row.text(9)?.to_owned()));
    let (head, body) = tx.find(&sql, &values![federation, id], read)?.ok_or_else(|| {
        Error::from(Refusal::new(
            "unknown_sheet",
            "Sổ không có bảng điểm này",
            "Tìm lại trong danh sách bảng điểm",
        ))
    })?;
    let body = serde_json::from_str(&body)
        .map_err(|error| Error::Broken(format!("bảng điểm {id}: {error}")))?;
    Ok(Sheet { head, body })
}

/// The sheets that a unit, or one of those above it, made.
pub(super) fn sheets(tx: &mut Tx<'_>, federation: Id, chain: &[Id]) -> Result<Vec<SheetRow>> {
    let list: Vec<String> = chain.iter().map(|id| id.0.to_string()).collect();
    if list.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{SHEET} WHERE s.federation_id = $1 AND s.unit_id IN ({}) ORDER BY s.from_on DESC, s.id DESC LIMIT 200",
        list.join(", ")
    );
    Ok(tx.query(&sql, &values![federation], sheet_head)?)
}

/// Writes a sheet down.
pub(super) fn append_sheet(
    batch: &mut Batch<'_, '_>,
    new: &NewSheet,
    body: &Body,
    document: Id,
) -> Result<Id> {
    let text = serde_json::to_string(body)
        .map_err(|error| Error::Broken(format!("bảng điểm: {error}")))?;
    let frame = new.frame.clone();
    let row = values![new.unit, frame, new.name.trim().to_owned(), new.from, text, document];
    batch.append(&schema::SCORE_SHEET, row)
}

/// What a cycle is read from, by place: 14 columns.
pub(super) const CYCLE: &str =
    "y.id, y.unit_id, yu.code, yn.name, y.sheet_id, y.name, y.term, y.year, y.from_on,
    y.to_on, y.own_by, y.review_by, yd.number, yd.issued_on";

/// How a cycle leads to its unit and paper.
pub(super) const CYCLE_JOINS: &str =
    "JOIN unit yu ON yu.federation_id = y.federation_id AND yu.id = y.unit_id
    JOIN unit_now yn ON yn.federation_id = y.federation_id AND yn.unit_id = y.unit_id
    LEFT JOIN document yd ON yd.federation_id = y.federation_id AND yd.id = y.document_id";

/// Reads a cycle whose columns begin at a place.
pub(super) fn cycle_at(row: &Row<'_>, at: usize) -> Result<Cycle, DbError> {
    Ok(Cycle {
        id: row.id(at)?,
        unit: (row.id(at + 1)?, row.text(at + 2)?.to_owned(), row.text(at + 3)?.to_owned()),
        sheet: row.id(at + 4)?,
        name: row.text(at + 5)?.to_owned(),
        term: Term::from_code(row.text(at + 6)?).unwrap_or(Term::Year),
        year: row.int(at + 7)?,
        from: row.day(at + 8)?,
        to: row.day(at + 9)?,
        own_by: row.day(at + 10)?,
        review_by: row.opt_day(at + 11)?,
        document: Some(paper(row, at + 12)?).filter(|paper| !paper.is_empty()),
    })
}

/// A cycle that must be there.
pub(super) fn cycle(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Cycle> {
    let sql = format!(
        "SELECT {CYCLE} FROM score_cycle y {CYCLE_JOINS} WHERE y.federation_id = $1 AND y.id = $2"
    );
    tx.find(&sql, &values![federation, id], |row| cycle_at(row, 0))?
        .ok_or_else(|| unknown_cycle().into())
}

/// The refusal of a cycle that is not there.
pub(super) fn unknown_cycle() -> Refusal {
    Refusal::new(
        "unknown_cycle",
        "Sổ không có kỳ chấm điểm này",
        "Tìm lại trong danh sách kỳ chấm điểm",
    )
}

/// The first half of a year with the same sheet, opened by the same unit.
pub(super) fn first_half(tx: &mut Tx<'_>, federation: Id, second: &Cycle) -> Result<Option<Id>> {
    let sql = "SELECT MAX(id) FROM score_cycle WHERE federation_id = $1 AND unit_id = $2 AND sheet_id = $3
        AND year = $4 AND term = 'half1'";
    let given = values![federation, second.unit.0, second.sheet, second.year];
    Ok(tx.find(sql, &given, |row| row.opt_id(0))?.flatten())
}

/// Whether a unit has opened the same cycle already.
pub(super) fn is_open(tx: &mut Tx<'_>, federation: Id, new: &NewCycle) -> Result<bool> {
    let sql = "SELECT 1 FROM score_cycle WHERE federation_id = $1 AND unit_id = $2 AND sheet_id = $3 AND year = $4
        AND term = $5 LIMIT 1";
    let given = values![federation, new.unit, new.sheet, i64::from(new.year), new.term.code()];
    Ok(tx.find(sql, &given, |_| Ok(()))?.is_some())
}

/// Writes a cycle down.
pub(super) fn append_cycle(
    batch: &mut Batch<'_, '_>,
    new: &NewCycle,
    document: Option<Id>,
) -> Result<Id> {
    let row = values![
        new.unit,
        new.sheet,
        new.name.trim().to_owned(),
        new.term.code(),
        i64::from(new.year),
        new.from,
        new.to,
        new.own_by,
        new.review_by.map(|day| day.to_string()),
        document
    ];
    batch.append(&schema::SCORE_CYCLE, row)
}

/// What stands of a card by itself: cycle, cluster and its name, unit with code and name.
pub(super) struct CardHead {
    pub(super) cycle: Id,
    pub(super) cluster: (Id, String),
    pub(super) unit: (Id, String, String),
}

/// A card that must be there.
pub(super) fn card(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<CardHead> {
    let sql = "SELECT c.cycle_id, c.cluster_id, k.name, c.unit_id, u.code, n.name FROM score_card c
         JOIN emulation_cluster k ON k.federation_id = c.federation_id AND k.id = c.cluster_id
         JOIN unit u ON u.federation_id = c.federation_id AND u.id = c.unit_id
         JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.unit_id
         WHERE c.federation_id = $1 AND c.id = $2";
    let read = |row: &Row<'_>| {
        Ok(CardHead {
            cycle: row.id(0)?,
            cluster: (row.id(1)?, row.text(2)?.to_owned()),
            unit: (row.id(3)?, row.text(4)?.to_owned(), row.text(5)?.to_owned()),
        })
    };
    tx.find(sql, &values![federation, id], read)?.ok_or_else(|| {
        let remedy = "Mở kỳ chấm điểm và chọn lại đơn vị";
        Refusal::new("unknown_card", "Sổ không có phiếu chấm này", remedy).into()
    })
}

/// Writes the card of a unit.
pub(super) fn append_card(
    batch: &mut Batch<'_, '_>,
    (cycle, cluster, unit): (Id, Id, Id),
    on: Day,
) -> Result<Id> {
    batch.append(&schema::SCORE_CARD, values![cycle, cluster, unit, on])
}

/// The points and answers of some cards as they stand: card, hand, mark. The latest row of each holds.
pub(super) fn marks(
    tx: &mut Tx<'_>,
    federation: Id,
    cards: &[Id],
) -> Result<Vec<(Id, Hand, Mark)>> {
    let mut found = Vec::new();
    crate::books::chunked(cards, |list| {
        let sql = format!(
            "SELECT m.card_id, m.hand, m.item, m.points, m.reason FROM score_mark m
             WHERE m.federation_id = $1 AND m.card_id IN ({list}) AND NOT EXISTS (SELECT 1 FROM score_mark l
                 WHERE l.federation_id = m.federation_id AND l.card_id = m.card_id AND l.hand = m.hand
                   AND l.item = m.item AND l.id > m.id)
             ORDER BY m.card_id, m.id"
        );
        found.extend(tx.query(&sql, &values![federation], |row| {
            let mark = Mark {
                item: row.text(2)?.to_owned(),
                points: row.int(3)?,
                reason: row.opt_text(4)?.map(str::to_owned),
            };
            Ok((row.id(0)?, Hand::from_code(row.text(1)?).unwrap_or(Hand::Own), mark))
        })?);
        Ok(())
    })?;
    Ok(found)
}

/// Writes points.
pub(super) fn append_mark(
    batch: &mut Batch<'_, '_>,
    (card, unit): (Id, Id),
    hand: Hand,
    mark: &Mark,
) -> Result<()> {
    let reason = mark.reason.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let reason = reason.map(str::to_owned);
    let row = values![card, unit, hand.code(), mark.item.clone(), mark.points, reason];
    batch.append(&schema::SCORE_MARK, row).map(drop)
}

/// The steps of a card, the first one first.
pub(super) fn steps(tx: &mut Tx<'_>, federation: Id, card: Id) -> Result<Vec<StepTold>> {
    let sql = "SELECT s.step, s.note, b.recorded_at, b.actor FROM score_step s
         JOIN batch b ON b.federation_id = s.federation_id AND b.number = s.batch
         WHERE s.federation_id = $1 AND s.card_id = $2 ORDER BY s.id";
    Ok(tx.query(sql, &values![federation, card], |row| {
        Ok(StepTold {
            step: Step::from_code(row.text(0)?).unwrap_or(Step::Return),
            note: row.opt_text(1)?.map(str::to_owned),
            recorded_at: Instant(row.int(2)?).vi(),
            actor: row.text(3)?.to_owned(),
        })
    })?)
}

/// Writes a step.
pub(super) fn append_step(
    batch: &mut Batch<'_, '_>,
    (card, unit): (Id, Id),
    step: Step,
    note: Option<&str>,
) -> Result<()> {
    let note = note.map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    batch.append(&schema::SCORE_STEP, values![card, unit, step.code(), note]).map(drop)
}

/// How some units began and last changed, up to a day.
pub(super) fn begun(tx: &mut Tx<'_>, federation: Id, unit: Id, on: Day) -> Result<Begun> {
    let sql = "SELECT e.kind, e.on_day FROM unit_event e WHERE e.federation_id = $1 AND e.unit_id = $2 AND e.on_day <= $3
         AND e.kind IN ('founded', 'formed') AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM unit_event r
             WHERE r.federation_id = e.federation_id AND r.unit_id = e.unit_id AND r.reverses = e.id)
         ORDER BY e.on_day, e.id";
    let rows = tx.query(sql, &values![federation, unit, on], |row| {
        Ok((row.text(0)? == "founded", row.day(1)?))
    })?;
    let changed = crate::eligibility::last_change(tx, federation, unit, on)?;
    let founded = rows.iter().find(|(founded, _)| *founded).map(|(_, day)| *day);
    let formed = rows.iter().rfind(|(founded, _)| !founded).map(|(_, day)| *day);
    Ok(Begun { founded, changed: changed.max(formed) })
}
