//! The SQL of lists of nominations, and of the life of one.

use std::collections::HashMap;

use db::{Row, Tx, values};
use kernel::{Block, Id, Instant};

use super::known_store::{Known, level};
use super::model::{State, Step};
use super::store::unknown_nomination;
use super::told::{
    FindingTold, NominationFilter, NominationRow, PersonNear, StepTold, VerdictTold,
};
use crate::Result;
use crate::awards::{Level, Subject};
use crate::books::chunked;
use crate::reach::Bounds;

const ROW: &str =
    "SELECT n.id, n.round_id, n.award, n.level, n.subject, n.of_unit, n.person_id, n.named,
        n.unit_named, n.unit_id, u.code, n.called_id, n.block, n.priority, n.achievement,
        (SELECT v.state FROM nomination_verdict v WHERE v.federation_id = n.federation_id
            AND v.nomination_id = n.id ORDER BY v.id DESC LIMIT 1)
    FROM nomination n
    JOIN unit u ON u.federation_id = n.federation_id AND u.id = n.unit_id";

fn row(row: &Row<'_>) -> Result<NominationRow, db::DbError> {
    Ok(NominationRow {
        id: row.id(0)?,
        round: row.id(1)?,
        award: row.text(2)?.to_owned(),
        level: level(row, 3)?,
        subject: Subject::from_code(row.text(4)?).unwrap_or(Subject::Person),
        of_unit: row.id(5)?,
        person: row.opt_id(6)?,
        named: row.text(7)?.to_owned(),
        unit_named: row.text(8)?.to_owned(),
        unit: (row.id(9)?, row.text(10)?.to_owned()),
        called: row.id(11)?,
        block: Block::from_code(row.text(12)?).unwrap_or(Block::Other),
        priority: row
            .text(13)?
            .split(' ')
            .filter(|code| !code.is_empty())
            .map(str::to_owned)
            .collect(),
        achievement: row.text(14)?.to_owned(),
        state: State::Drafted,
        holder: None,
        rung: Level::Grassroots,
        since: kernel::Day::MIN,
        verdict: row.opt_text(15)?.map(str::to_owned),
        commendation: None,
    })
}

/// Rows of nominations with where they stand; `known` tells that.
pub(super) fn rows(tx: &mut Tx<'_>, federation: Id, known: &[Known]) -> Result<Vec<NominationRow>> {
    let ids: Vec<Id> = known.iter().map(|each| each.id).collect();
    let mut found: HashMap<Id, NominationRow> = HashMap::new();
    chunked(&ids, |list| {
        let sql = format!("{ROW} WHERE n.federation_id = $1 AND n.id IN ({list})");
        let rows = tx.query(&sql, &values![federation], row)?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
        Ok(())
    })?;
    let holders: Vec<Id> = known.iter().filter_map(|each| each.standing.holder).collect();
    let names = unit_names(tx, federation, &holders)?;
    let told = known.iter().filter_map(|each| {
        let row = found.remove(&each.id)?;
        let holder = each.standing.holder;
        Some(NominationRow {
            state: each.standing.state,
            holder: holder.map(|id| (id, names.get(&id).cloned().unwrap_or_default())),
            rung: each.standing.level,
            since: each.standing.since,
            commendation: each.standing.commendation,
            ..row
        })
    });
    Ok(told.collect())
}

/// The names of some units today.
pub(super) fn unit_names(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
) -> Result<HashMap<Id, String>> {
    let mut units = units.to_vec();
    units.sort_unstable();
    units.dedup();
    let mut found = HashMap::new();
    chunked(&units, |list| {
        let sql = format!(
            "SELECT unit_id, name FROM unit_now WHERE federation_id = $1 AND unit_id IN ({list})"
        );
        found.extend(
            tx.query(&sql, &values![federation], |row| Ok((row.id(0)?, row.text(1)?.to_owned())))?,
        );
        Ok(())
    })?;
    Ok(found)
}

/// The nominations of a round that stand within reach and are asked for, before they are folded: ids in the order of
/// names.
pub(super) fn ids(
    tx: &mut Tx<'_>,
    federation: Id,
    round: Id,
    bounds: &Bounds,
    filter: &NominationFilter,
) -> Result<Vec<Id>> {
    let (condition, paths) = bounds.condition("p.path", 3);
    let mut given: Vec<db::Value<'_>> = values![federation, round].into();
    given.extend(paths.into_iter().map(db::Value::from));
    let mut more = String::new();
    if let Some(award) = &filter.award {
        given.push(db::Value::from(award.clone()));
        more.push_str(&format!(" AND n.award = ${}", given.len()));
    }
    if let Some(pattern) = pattern(&filter.text) {
        given.push(db::Value::from(pattern));
        more.push_str(&format!(" AND n.search_key LIKE ${}", given.len()));
    }
    let sql = format!(
        "SELECT n.id FROM nomination n
         JOIN unit_path p ON p.federation_id = n.federation_id AND p.unit_id = n.unit_id AND p.to_on = '9999-12-31'
         WHERE n.federation_id = $1 AND n.round_id = $2 AND {condition}{more} ORDER BY n.award, n.unit_named, n.named, n.id"
    );
    Ok(tx.query(&sql, &given, |row| row.id(0))?)
}

/// A search as typed, as the pattern of a comparison.
fn pattern(typed: &str) -> Option<String> {
    let folded = vietnamese::fold::fold(typed);
    let plain: String =
        folded.chars().take(80).filter(|letter| !"%_\\".contains(*letter)).collect();
    (!plain.trim().is_empty()).then(|| format!("%{}%", plain.trim()))
}

/// One nomination.
pub(super) fn one(tx: &mut Tx<'_>, federation: Id, known: &Known) -> Result<NominationRow> {
    let rows = rows(tx, federation, std::slice::from_ref(known))?;
    rows.into_iter().next().ok_or_else(|| unknown_nomination().into())
}

/// The life of a nomination.
pub(super) fn life(tx: &mut Tx<'_>, federation: Id, nomination: Id) -> Result<Vec<StepTold>> {
    let sql = "SELECT s.step, n.name, h.name, s.level, s.on_day, b.recorded_at, b.actor, s.document_id, d.number,
             s.commendation_id, s.session_id, s.votes_for, s.denominator, s.note
         FROM nomination_step s
         JOIN batch b ON b.federation_id = s.federation_id AND b.number = s.batch
         JOIN unit_now n ON n.federation_id = s.federation_id AND n.unit_id = s.unit_id
         LEFT JOIN unit_now h ON h.federation_id = s.federation_id AND h.unit_id = s.holder_id
         LEFT JOIN document d ON d.federation_id = s.federation_id AND d.id = s.document_id
         WHERE s.federation_id = $1 AND s.nomination_id = $2 ORDER BY s.id";
    Ok(tx.query(sql, &values![federation, nomination], |row| {
        let document = match (row.opt_id(7)?, row.opt_text(8)?) {
            (Some(id), Some(number)) => Some((id, number.to_owned())),
            _ => None,
        };
        let votes = row.opt_int(11)?.zip(row.opt_int(12)?);
        Ok(StepTold {
            step: Step::from_code(row.text(0)?).unwrap_or(Step::Reconsidered),
            unit: row.text(1)?.to_owned(),
            holder: row.opt_text(2)?.map(str::to_owned),
            level: level(row, 3)?,
            on: row.day(4)?,
            recorded_at: Instant(row.int(5)?),
            actor: row.text(6)?.to_owned(),
            document,
            commendation: row.opt_id(9)?,
            session: row.opt_id(10)?,
            votes,
            note: row.opt_text(13)?.map(str::to_owned),
        })
    })?)
}

/// The verdict kept last.
pub(super) fn verdict(
    tx: &mut Tx<'_>,
    federation: Id,
    nomination: Id,
) -> Result<Option<VerdictTold>> {
    let sql = "SELECT id, on_day, year, state, rules, why FROM nomination_verdict
         WHERE federation_id = $1 AND nomination_id = $2 ORDER BY id DESC LIMIT 1";
    let found = tx.find(sql, &values![federation, nomination], |row| {
        let told = VerdictTold {
            on: row.day(1)?,
            year: row.int(2)?,
            state: row.text(3)?.to_owned(),
            rules: row.text(4)?.to_owned(),
            why: row.opt_text(5)?.map(str::to_owned),
            findings: Vec::new(),
        };
        Ok((row.id(0)?, told))
    })?;
    let Some((id, told)) = found else { return Ok(None) };
    let sql = "SELECT says, clause, answer, decides, used, missing FROM nomination_finding
         WHERE federation_id = $1 AND verdict_id = $2 ORDER BY place";
    let findings = tx.query(sql, &values![federation, id], |row| {
        Ok(FindingTold {
            says: row.text(0)?.to_owned(),
            clause: row.text(1)?.to_owned(),
            answer: row.text(2)?.to_owned(),
            decides: row.int(3)? != 0,
            used: row.text(4)?.to_owned(),
            missing: row.text(5)?.to_owned(),
        })
    })?;
    Ok(Some(VerdictTold { findings, ..told }))
}

/// The refused nomination that one goes beyond.
pub(super) fn after(tx: &mut Tx<'_>, federation: Id, nomination: Id) -> Result<Option<Id>> {
    let sql = "SELECT after_id FROM nomination WHERE federation_id = $1 AND id = $2";
    Ok(tx.find(sql, &values![federation, nomination], |row| row.opt_id(0))?.flatten())
}

/// Votes of a unit's council on nominations of a round, and the papers that decided them.
pub(super) fn votes_and_papers(
    tx: &mut Tx<'_>,
    federation: Id,
    round: Id,
) -> Result<(HashMap<(Id, Id), (i64, i64)>, HashMap<Id, (Id, String, kernel::Day)>)> {
    let sql = "SELECT nomination_id, unit_id, votes_for, denominator FROM nomination_step
         WHERE federation_id = $1 AND round_id = $2 AND step IN ('passed', 'failed') ORDER BY id";
    let mut votes = HashMap::new();
    tx.each(sql, &values![federation, round], |row| {
        if let Some(told) = row.opt_int(2)?.zip(row.opt_int(3)?) {
            votes.insert((row.id(0)?, row.id(1)?), told);
        }
        Ok::<_, db::DbError>(())
    })?;
    let sql = "SELECT s.nomination_id, c.id, d.number, c.on_day FROM nomination_step s
         JOIN commendation c ON c.federation_id = s.federation_id AND c.id = s.commendation_id
         JOIN document d ON d.federation_id = c.federation_id AND d.id = c.document_id
         WHERE s.federation_id = $1 AND s.round_id = $2 AND s.step = 'decided' ORDER BY s.id";
    let mut papers = HashMap::new();
    tx.each(sql, &values![federation, round], |row| {
        papers.insert(row.id(0)?, (row.id(1)?, row.text(2)?.to_owned(), row.day(3)?));
        Ok::<_, db::DbError>(())
    })?;
    Ok((votes, papers))
}

/// Members under a unit whose name has a word that begins so; the first ones of all where nothing is typed.
pub(super) fn people_near(
    tx: &mut Tx<'_>,
    federation: Id,
    (from, to): (&str, &str),
    typed: &str,
) -> Result<Vec<PersonNear>> {
    let key = vietnamese::fold::fold(typed);
    let join = if key.is_empty() {
        "FROM person p"
    } else {
        "FROM name_suffix s JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
             AND s.suffix >= $4 AND s.suffix < $5"
    };
    let sql = format!(
        "SELECT DISTINCT p.id, p.name, p.birth, p.unit_id, n.name, p.sort_key {join}
         JOIN unit_path u ON u.federation_id = p.federation_id AND u.unit_id = p.unit_id AND u.to_on = '9999-12-31'
         JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
         WHERE p.federation_id = $1 AND p.status = 'member' AND u.path >= $2 AND u.path < $3
         ORDER BY p.sort_key, p.id LIMIT 30"
    );
    let mut given: Vec<db::Value<'_>> = values![federation, from, to].into();
    if !key.is_empty() {
        given.push(db::Value::from(key.clone()));
        given.push(db::Value::from(format!("{key}\u{10FFFF}")));
    }
    Ok(tx.query(&sql, &given, |row| {
        Ok(PersonNear {
            id: row.id(0)?,
            name: row.text(1)?.to_owned(),
            birth: row.opt_text(2)?.map(str::to_owned),
            unit: (row.id(3)?, row.text(4)?.to_owned()),
        })
    })?)
}
