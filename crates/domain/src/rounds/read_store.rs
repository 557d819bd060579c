//! The SQL of reading rounds: what is stated of them, who was called, how far everybody is.

use std::collections::HashMap;

use db::{Row, Tx, values};
use kernel::{Block, Day, Id};

use super::known_store::level;
use super::model::{
    Item, ItemSort, Priority, PriorityRule, Quota, RoundAward, RoundSort, RoundStep,
};
use super::store::unknown_round;
use super::told::{CallRow, Round, RoundRow};
use crate::Result;
use crate::awards::Level;
use crate::books::chunked;

/// What stands at the head of a round; the last step of the round tells its last day and whether it is closed.
const HEAD: &str = "SELECT r.id, r.unit_id, u.code, n.name, r.sort, r.name, r.year, r.to_year, r.opened_on,
        COALESCE(s.due_on, r.due_on), s.step
    FROM round r
    JOIN unit u ON u.federation_id = r.federation_id AND u.id = r.unit_id
    JOIN unit_now n ON n.federation_id = r.federation_id AND n.unit_id = r.unit_id
    LEFT JOIN round_step s ON s.federation_id = r.federation_id AND s.round_id = r.id AND NOT EXISTS (
        SELECT 1 FROM round_step l WHERE l.federation_id = s.federation_id AND l.round_id = s.round_id
            AND l.id > s.id)
    WHERE r.federation_id = $1";

fn head(row: &Row<'_>) -> Result<RoundRow, db::DbError> {
    let step = row.opt_text(10)?.and_then(RoundStep::from_code);
    Ok(RoundRow {
        id: row.id(0)?,
        unit: (row.id(1)?, row.text(2)?.to_owned(), row.text(3)?.to_owned()),
        sort: RoundSort::from_code(row.text(4)?).unwrap_or(RoundSort::OneOff),
        name: row.text(5)?.to_owned(),
        years: (row.int(6)?, row.int(7)?),
        opened_on: row.day(8)?,
        due_on: row.day(9)?,
        is_closed: step == Some(RoundStep::Closed),
    })
}

/// The head of a round.
pub(super) fn find_head(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<RoundRow> {
    let sql = format!("{HEAD} AND r.id = $2");
    tx.find(&sql, &values![federation, round], head)?.ok_or_else(|| unknown_round().into())
}

/// The rounds that concern a unit, the latest first: its own, those that call it or a unit above it, and those of the
/// units under it (by the path of the unit as it stood last).
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    (chain, under): (&[Id], (&str, &str)),
    most: usize,
) -> Result<Vec<RoundRow>> {
    let mut found = Vec::new();
    chunked(chain, |list| {
        let sql = format!(
            "{HEAD} AND (EXISTS (SELECT 1 FROM round_call c WHERE c.federation_id = r.federation_id
                     AND c.round_id = r.id AND c.called_id IN ({list}))
                 OR EXISTS (SELECT 1 FROM unit_path p WHERE p.federation_id = r.federation_id
                     AND p.unit_id = r.unit_id AND p.to_on = '9999-12-31' AND p.path >= $2 AND p.path < $3))
             ORDER BY r.opened_on DESC, r.id DESC LIMIT {most}"
        );
        found.extend(tx.query(&sql, &values![federation, under.0, under.1], head)?);
        Ok(())
    })?;
    Ok(found)
}

/// A round with everything stated of it.
pub(super) fn find(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<Round> {
    let head = find_head(tx, federation, round)?;
    let sql = "SELECT r.comment_days, r.comment_level, r.note, r.document_id, d.number, d.issued_on FROM round r
         LEFT JOIN document d ON d.federation_id = r.federation_id AND d.id = r.document_id
         WHERE r.federation_id = $1 AND r.id = $2";
    let told = tx.find(sql, &values![federation, round], |row| {
        let document = match row.opt_id(3)? {
            Some(id) => Some((id, row.text(4)?.to_owned(), row.opt_day(5)?)),
            None => None,
        };
        let comment_level = row.opt_text(1)?.and_then(Level::from_code);
        Ok((row.int(0)?, comment_level, row.opt_text(2)?.map(str::to_owned), document))
    })?;
    let (comment_days, comment_level, note, document) = told.ok_or_else(unknown_round)?;
    Ok(Round {
        head,
        document,
        comment_days,
        comment_level,
        note,
        awards: awards(tx, federation, round)?,
        quotas: quotas(tx, federation, round)?,
        priorities: priorities(tx, federation, round)?,
        steps: steps(tx, federation, round)?,
    })
}

/// The awards of a round with their checklists.
pub(super) fn awards(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<Vec<RoundAward>> {
    let sql = "SELECT award, item, sort, title, needed, source FROM round_item
         WHERE federation_id = $1 AND round_id = $2 ORDER BY award, place";
    let mut items: HashMap<String, Vec<Item>> = HashMap::new();
    tx.each(sql, &values![federation, round], |row| {
        let item = Item {
            code: row.text(1)?.to_owned(),
            sort: ItemSort::from_code(row.text(2)?).unwrap_or(ItemSort::Both),
            title: row.text(3)?.to_owned(),
            needed: row.int(4)? != 0,
            source: row.opt_text(5)?.map(str::to_owned),
        };
        items.entry(row.text(0)?.to_owned()).or_default().push(item);
        Ok::<_, db::DbError>(())
    })?;
    let sql = "SELECT award, level, council, higher_by FROM round_award
         WHERE federation_id = $1 AND round_id = $2 ORDER BY place";
    let found = tx.query(sql, &values![federation, round], |row| {
        Ok(RoundAward {
            award: row.text(0)?.to_owned(),
            level: level(row, 1)?,
            council: row.text(2)?.split(' ').filter_map(Level::from_code).collect(),
            higher_by: row.opt_text(3)?.map(str::to_owned),
            items: Vec::new(),
        })
    })?;
    let with = |told: RoundAward| {
        let items = items.remove(&told.award).unwrap_or_default();
        RoundAward { items, ..told }
    };
    Ok(found.into_iter().map(with).collect())
}

/// The quotas as they stand: of those for the same unit, award and block the last one.
fn quotas(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<Vec<Quota>> {
    let sql = "SELECT called_id, award, block, at_most FROM round_quota
         WHERE federation_id = $1 AND round_id = $2 ORDER BY id";
    let told = tx.query(sql, &values![federation, round], |row| {
        Ok(Quota {
            called: row.opt_id(0)?,
            award: row.opt_text(1)?.map(str::to_owned),
            block: row.opt_text(2)?.and_then(Block::from_code),
            at_most: row.int(3)?,
        })
    })?;
    let mut stands: Vec<Quota> = Vec::with_capacity(told.len());
    for one in told {
        let whose = (one.called, one.award.clone(), one.block);
        let found = stands.iter_mut().find(|known| {
            (known.called, &known.award, known.block) == (whose.0, &whose.1, whose.2)
        });
        match found {
            Some(known) => known.at_most = one.at_most,
            None => stands.push(one),
        }
    }
    Ok(stands)
}

fn priorities(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<Vec<PriorityRule>> {
    let sql = "SELECT sort, says FROM round_priority WHERE federation_id = $1 AND round_id = $2 ORDER BY place";
    Ok(tx.query(sql, &values![federation, round], |row| {
        Ok(PriorityRule {
            sort: Priority::from_code(row.text(0)?).unwrap_or(Priority::Other),
            says: row.opt_text(1)?.map(str::to_owned),
        })
    })?)
}

fn steps(
    tx: &mut Tx<'_>,
    federation: Id,
    round: Id,
) -> Result<Vec<(RoundStep, Day, Option<String>)>> {
    let sql = "SELECT step, due_on, note FROM round_step WHERE federation_id = $1 AND round_id = $2 ORDER BY id";
    Ok(tx.query(sql, &values![federation, round], |row| {
        let step = RoundStep::from_code(row.text(0)?).unwrap_or(RoundStep::Extended);
        Ok((step, row.day(1)?, row.opt_text(2)?.map(str::to_owned)))
    })?)
}

/// The calls of a round as they stand: the last row of each called unit, withdrawn ones left out.
pub(super) fn calls(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<Vec<CallRow>> {
    let sql = "SELECT c.called_id, u.code, n.name, c.unit_id, c.due_on FROM round_call c
         JOIN unit u ON u.federation_id = c.federation_id AND u.id = c.called_id
         JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.called_id
         WHERE c.federation_id = $1 AND c.round_id = $2 AND c.withdrawn = 0 AND NOT EXISTS (
             SELECT 1 FROM round_call l WHERE l.federation_id = c.federation_id AND l.round_id = c.round_id
                 AND l.called_id = c.called_id AND l.id > c.id)
         ORDER BY n.name, c.called_id";
    Ok(tx.query(sql, &values![federation, round], |row| {
        Ok(CallRow {
            called: (row.id(0)?, row.text(1)?.to_owned(), row.text(2)?.to_owned()),
            caller: row.id(3)?,
            due_on: row.day(4)?,
            nominations: 0,
            sent: 0,
        })
    })?)
}

/// A call as it reaches a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call {
    pub(super) nearest: Id,
    pub(super) due_on: Day,
    pub(super) top: Id,
}

/// The call that reaches a unit: the nearest called unit on its chain with its last day, and the highest called unit below
/// the one that opened the round, for which quotas hold.
pub(super) fn call_of(
    tx: &mut Tx<'_>,
    federation: Id,
    (round, chain): (Id, &[Id]),
) -> Result<Option<Call>> {
    let mut found: Vec<(Id, Day)> = Vec::new();
    chunked(chain, |list| {
        let sql = format!(
            "SELECT c.called_id, c.due_on FROM round_call c
             WHERE c.federation_id = $1 AND c.round_id = $2 AND c.called_id IN ({list}) AND c.withdrawn = 0
               AND NOT EXISTS (SELECT 1 FROM round_call l WHERE l.federation_id = c.federation_id
                   AND l.round_id = c.round_id AND l.called_id = c.called_id AND l.id > c.id)"
        );
        let rows =
            tx.query(&sql, &values![federation, round], |row| Ok((row.id(0)?, row.day(1)?)))?;
        found.extend(rows);
        Ok(())
    })?;
    let of = |unit: &Id| found.iter().find(|(called, _)| called == unit).copied();
    let Some((nearest, due_on)) = chain.iter().find_map(of) else { return Ok(None) };
    let sql = "SELECT unit_id FROM round WHERE federation_id = $1 AND id = $2";
    let opener = tx.find(sql, &values![federation, round], |row| row.id(0))?;
    let below = chain.iter().rev().filter(|unit| Some(**unit) != opener);
    let top = below.filter(|unit| of(unit).is_some()).copied().next().unwrap_or(nearest);
    Ok(Some(Call { nearest, due_on, top }))
}

/// The rounds that call a unit, with its last day there, the rounds' own and whether they are closed.
pub(super) fn calls_to(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<(Id, Day)>> {
    let sql = "SELECT c.round_id, c.due_on FROM round_call c
         WHERE c.federation_id = $1 AND c.called_id = $2 AND c.withdrawn = 0 AND NOT EXISTS (
             SELECT 1 FROM round_call l WHERE l.federation_id = c.federation_id AND l.round_id = c.round_id
                 AND l.called_id = c.called_id AND l.id > c.id)
         ORDER BY c.due_on DESC, c.id DESC LIMIT 100";
    Ok(tx.query(sql, &values![federation, unit], |row| Ok((row.id(0)?, row.day(1)?)))?)
}

/// The nominations whose file a unit holds, with their rounds.
pub(super) fn held(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<Id>> {
    let sql = "SELECT s.nomination_id FROM nomination_step s
         WHERE s.federation_id = $1 AND s.holder_id = $2
           AND s.step NOT IN ('decided', 'refused', 'withdrawn') AND NOT EXISTS (
             SELECT 1 FROM nomination_step l WHERE l.federation_id = s.federation_id
                 AND l.nomination_id = s.nomination_id AND l.id > s.id)
         ORDER BY s.nomination_id LIMIT 5000";
    Ok(tx.query(sql, &values![federation, unit], |row| row.id(0))?)
}

/// The names of some rounds, and whether they are closed.
pub(super) fn heads(tx: &mut Tx<'_>, federation: Id, rounds: &[Id]) -> Result<Vec<RoundRow>> {
    let mut found = Vec::new();
    chunked(rounds, |list| {
        let sql = format!("{HEAD} AND r.id IN ({list})");
        found.extend(tx.query(&sql, &values![federation], head)?);
        Ok(())
    })?;
    Ok(found)
}
