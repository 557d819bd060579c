//! The SQL of lists: the cycles of a unit, its own cards, the cards of a cycle.

use db::{Row, Tx, values};
use kernel::Id;

use super::model::{CardRow, Cycle, CycleRow, OwnCard, State, Step};
use super::store::{CYCLE, CYCLE_JOINS, cycle_at};
use crate::Result;

/// Cycles, or own cards, shown at most.
const ROWS_MAX: usize = 100;
/// Cards of a cycle at most: more than the clusters of a unit hold.
const CARDS_MAX: usize = 10_000;

/// The last step of a card `c`.
const LAST: &str =
    "(SELECT s.step FROM score_step s WHERE s.federation_id = c.federation_id AND s.card_id = c.id
    ORDER BY s.id DESC LIMIT 1)";

/// Whether the ranking of the cluster of a card `c` stands.
const RANKED: &str = "(SELECT MAX(r.id) FROM score_ranking r WHERE r.federation_id = c.federation_id
    AND r.cycle_id = c.cycle_id AND r.cluster_id = c.cluster_id AND r.withdraws IS NULL
    AND NOT EXISTS (SELECT 1 FROM score_ranking w WHERE w.federation_id = r.federation_id AND w.cycle_id = r.cycle_id
        AND w.withdraws = r.id))";

fn state(row: &Row<'_>, column: usize) -> Result<State, db::DbError> {
    let last = row.opt_text(column)?.and_then(Step::from_code);
    Ok(State::after(last, row.opt_id(column + 1)?.is_some()))
}

/// The cycles that a unit opened, the latest first.
pub(super) fn opened(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<CycleRow>> {
    let sql = format!(
        "SELECT {CYCLE} FROM score_cycle y {CYCLE_JOINS} WHERE y.federation_id = $1 AND y.unit_id = $2
         ORDER BY y.to_on DESC, y.id DESC LIMIT {ROWS_MAX}"
    );
    let cycles = tx.query(&sql, &values![federation, unit], |row| cycle_at(row, 0))?;
    let ids: Vec<Id> = cycles.iter().map(|cycle| cycle.id).collect();
    let mut rows: Vec<CycleRow> = cycles.into_iter().map(none).collect();
    crate::books::chunked(&ids, |list| {
        let sql = format!(
            "SELECT c.cycle_id, {LAST}, {RANKED} FROM score_card c WHERE c.federation_id = $1 AND c.cycle_id IN ({list})"
        );
        tx.each(&sql, &values![federation], |row| {
            let (id, state) = (row.id(0)?, state(row, 1)?);
            if let Some(found) = rows.iter_mut().find(|each| each.cycle.id == id) {
                found.cards += 1;
                match state {
                    State::Open | State::Returned => found.open += 1,
                    State::Submitted => found.waiting += 1,
                    State::Reviewed => found.reviewed += 1,
                    State::Ranked => found.ranked += 1,
                }
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(rows)
}

fn none(cycle: Cycle) -> CycleRow {
    CycleRow { cycle, cards: 0, open: 0, waiting: 0, reviewed: 0, ranked: 0 }
}

/// The cards of a unit itself, the latest first.
pub(super) fn own(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<OwnCard>> {
    let sql = format!(
        "SELECT {CYCLE}, c.id, {LAST}, {RANKED} FROM score_card c
         JOIN score_cycle y ON y.federation_id = c.federation_id AND y.id = c.cycle_id {CYCLE_JOINS}
         WHERE c.federation_id = $1 AND c.unit_id = $2 ORDER BY y.to_on DESC, c.id DESC LIMIT {ROWS_MAX}"
    );
    Ok(tx.query(&sql, &values![federation, unit], |row| {
        Ok(OwnCard { cycle: cycle_at(row, 0)?, card: row.id(14)?, state: state(row, 15)? })
    })?)
}

/// The cards of a cycle by cluster and name, without their points; one cluster's, or all.
pub(super) fn cards(
    tx: &mut Tx<'_>,
    federation: Id,
    cycle: Id,
    cluster: Option<Id>,
) -> Result<Vec<CardRow>> {
    let only = cluster.map(|id| format!("AND c.cluster_id = {}", id.0)).unwrap_or_default();
    let sql = format!(
        "SELECT c.id, c.unit_id, u.code, n.name, c.cluster_id, k.name, {LAST}, {RANKED} FROM score_card c
         JOIN emulation_cluster k ON k.federation_id = c.federation_id AND k.id = c.cluster_id
         JOIN unit u ON u.federation_id = c.federation_id AND u.id = c.unit_id
         JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.unit_id
         WHERE c.federation_id = $1 AND c.cycle_id = $2 {only}
         ORDER BY k.name, c.cluster_id, n.search_key, u.code LIMIT {CARDS_MAX}"
    );
    Ok(tx.query(&sql, &values![federation, cycle], |row| {
        Ok(CardRow {
            card: row.id(0)?,
            unit: (row.id(1)?, row.text(2)?.to_owned(), row.text(3)?.to_owned()),
            cluster: (row.id(4)?, row.text(5)?.to_owned()),
            state: state(row, 6)?,
            own: None,
            reviewed: None,
        })
    })?)
}

/// Whether the cluster of a card is ranked.
pub(super) fn is_ranked(tx: &mut Tx<'_>, federation: Id, card: Id) -> Result<bool> {
    let sql = format!("SELECT {RANKED} FROM score_card c WHERE c.federation_id = $1 AND c.id = $2");
    Ok(tx.find(&sql, &values![federation, card], |row| row.opt_id(0))?.flatten().is_some())
}
