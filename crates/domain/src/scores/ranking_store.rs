//! The SQL of decided rankings.

use db::{Row, Tx, values};
use kernel::{Day, Id};

use super::model::{Points, RankLine};
use super::store::paper;
use crate::Result;
use crate::books::{Batch, schema};

/// The ranking of a cluster that stands: id, day, number and day of the paper.
pub(super) fn standing(
    tx: &mut Tx<'_>,
    federation: Id,
    (cycle, cluster): (Id, Id),
) -> Result<Option<(Id, Day, String)>> {
    let sql = "SELECT r.id, r.on_day, d.number, d.issued_on FROM score_ranking r
         LEFT JOIN document d ON d.federation_id = r.federation_id AND d.id = r.document_id
         WHERE r.federation_id = $1 AND r.cycle_id = $2 AND r.cluster_id = $3 AND r.withdraws IS NULL
           AND NOT EXISTS (SELECT 1 FROM score_ranking w WHERE w.federation_id = r.federation_id
               AND w.cycle_id = r.cycle_id AND w.withdraws = r.id)
         ORDER BY r.id DESC LIMIT 1";
    let read = |row: &Row<'_>| Ok((row.id(0)?, row.day(1)?, paper(row, 2)?));
    Ok(tx.find(sql, &values![federation, cycle, cluster], read)?)
}

/// The lines of a ranking as they were decided; the grade by its code.
pub(super) fn lines(tx: &mut Tx<'_>, federation: Id, ranking: Id) -> Result<Vec<(Id, RankLine)>> {
    let sql = "SELECT r.id, r.card_id, r.unit_id, u.code, n.name, r.place, r.points, r.parts, r.weakest, r.grade, r.said
         FROM score_rank r
         JOIN unit u ON u.federation_id = r.federation_id AND u.id = r.unit_id
         JOIN unit_now n ON n.federation_id = r.federation_id AND n.unit_id = r.unit_id
         WHERE r.federation_id = $1 AND r.ranking_id = $2 ORDER BY r.id";
    let read = |row: &Row<'_>| {
        let grade = row.opt_text(9)?.map(|code| (code.to_owned(), code.to_owned()));
        let line = RankLine {
            card: row.id(1)?,
            unit: (row.id(2)?, row.text(3)?.to_owned(), row.text(4)?.to_owned()),
            place: row.opt_int(5)?,
            tied: false,
            points: Points { points: row.int(6)?, parts: row.int(7)?.max(1) },
            weakest: row.opt_int(8)?,
            grade,
            said: row.text(10)?.lines().map(str::to_owned).collect(),
        };
        Ok((row.id(0)?, line))
    };
    Ok(tx.query(sql, &values![federation, ranking], read)?)
}

/// Writes the head of a ranking, or that one is taken back.
pub(super) fn append_head(
    batch: &mut Batch<'_, '_>,
    (cycle, cluster, unit): (Id, Id, Id),
    on: Day,
    document: Option<Id>,
    withdrawn: Option<(Id, &str)>,
) -> Result<Id> {
    let (withdraws, cause) = match withdrawn {
        Some((id, cause)) => (Some(id), Some(cause.trim().to_owned())),
        None => (None, None),
    };
    let row = values![cycle, cluster, unit, on, document, withdraws, cause];
    batch.append(&schema::SCORE_RANKING, row)
}

/// Writes a line of it.
pub(super) fn append_line(
    batch: &mut Batch<'_, '_>,
    (ranking, document): (Id, Id),
    (on, year, is_half): (Day, i64, bool),
    line: &RankLine,
) -> Result<Id> {
    let grade = line.grade.as_ref().map(|(code, _)| code.clone());
    let row = values![
        ranking,
        line.card,
        line.unit.0,
        on,
        year,
        i64::from(is_half),
        line.place,
        line.points.points,
        line.points.parts,
        line.weakest,
        grade,
        line.said.join("\n"),
        document
    ];
    batch.append(&schema::SCORE_RANK, row)
}

/// What a decided ranking of a year says of a unit.
pub(crate) struct Stood {
    /// The line.
    pub(crate) id: Id,
    /// The place.
    pub(crate) place: Option<i64>,
    /// The points in hundredths, rounded down.
    pub(crate) points: i64,
    /// The weakest group in percent.
    pub(crate) weakest: Option<i64>,
    /// The grade's code.
    pub(crate) grade: Option<String>,
    /// The cluster's name.
    pub(crate) cluster: String,
    /// Number and day of the decision.
    pub(crate) document: String,
}

/// The ranking of a unit for a year that was decided by a day and stands.
pub(crate) fn stood(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    (year, on): (i16, Day),
) -> Result<Option<Stood>> {
    let sql = "SELECT r.id, r.place, r.points, r.parts, r.weakest, r.grade, k.name, d.number, d.issued_on
         FROM score_rank r
         JOIN score_ranking h ON h.federation_id = r.federation_id AND h.id = r.ranking_id
         JOIN emulation_cluster k ON k.federation_id = h.federation_id AND k.id = h.cluster_id
         LEFT JOIN document d ON d.federation_id = r.federation_id AND d.id = r.document_id
         WHERE r.federation_id = $1 AND r.unit_id = $2 AND r.year = $3 AND r.is_half = 0 AND r.on_day <= $4
           AND NOT EXISTS (SELECT 1 FROM score_ranking w WHERE w.federation_id = h.federation_id
               AND w.cycle_id = h.cycle_id AND w.withdraws = h.id)
         ORDER BY r.on_day DESC, r.id DESC LIMIT 1";
    let read = |row: &Row<'_>| {
        Ok(Stood {
            id: row.id(0)?,
            place: row.opt_int(1)?,
            points: row.int(2)?.div_euclid(row.int(3)?.max(1)),
            weakest: row.opt_int(4)?,
            grade: row.opt_text(5)?.map(str::to_owned),
            cluster: row.text(6)?.to_owned(),
            document: paper(row, 7)?,
        })
    };
    Ok(tx.find(sql, &values![federation, unit, i64::from(year), on], read)?)
}
