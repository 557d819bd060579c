//! The SQL of councils, seats and sessions: facts, of which the latest row says what stands.

use std::collections::HashMap;

use db::{DbError, Row, Tx, Value, values};
use kernel::{Day, Id};

use super::model::{Council, CouncilRow, Member, Role, SessionRow, Stage};
use super::terms::Share;
use crate::Result;
use crate::reach::Bounds;

/// Councils of a list at most.
const COUNCILS_MAX: i64 = 200;

fn owned(row: &Row<'_>, column: usize) -> Result<String, DbError> {
    Ok(row.text(column)?.to_owned())
}

/// The councils of the units within bounds, the latest first. A unit that ended counts where it stood last.
pub(super) fn councils(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &Bounds,
    today: Day,
) -> Result<Vec<CouncilRow>> {
    let (condition, ranges) = bounds.condition("p.path", 4);
    let sql = format!(
        "SELECT c.council_id, c.unit_id, u.code, n.name, c.name, c.from_on, c.to_on,
            (SELECT COUNT(*) FROM council_member m WHERE m.federation_id = c.federation_id AND m.council_id = c.council_id
                AND m.from_on <= $2 AND (m.to_on IS NULL OR m.to_on >= $2)
                AND m.id = (SELECT MAX(l.id) FROM council_member l
                    WHERE l.federation_id = m.federation_id AND l.member_id = m.member_id))
         FROM council c
         JOIN unit u ON u.federation_id = c.federation_id AND u.id = c.unit_id
         JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.unit_id
         JOIN unit_path p ON p.federation_id = c.federation_id AND p.unit_id = c.unit_id AND p.from_on = (
             SELECT MAX(l.from_on) FROM unit_path l WHERE l.federation_id = c.federation_id AND l.unit_id = c.unit_id)
         WHERE c.federation_id = $1 AND {condition}
            AND c.id = (SELECT MAX(l.id) FROM council l
                WHERE l.federation_id = c.federation_id AND l.council_id = c.council_id)
         ORDER BY c.from_on DESC, c.council_id DESC LIMIT $3"
    );
    let mut values: Vec<Value<'_>> = values![federation, today, COUNCILS_MAX].to_vec();
    values.extend(ranges.into_iter().map(Value::from));
    Ok(tx.query(&sql, &values, |row| {
        Ok(CouncilRow {
            id: row.id(0)?,
            unit: (row.id(1)?, owned(row, 2)?, owned(row, 3)?),
            name: owned(row, 4)?,
            from: row.day(5)?,
            to: row.opt_day(6)?,
            members: row.int(7)?,
        })
    })?)
}

/// One council with everybody who sits or sat in it.
pub(super) fn council(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Council>> {
    let sql = "SELECT c.council_id, c.unit_id, u.code, n.name, c.name, c.from_on, c.to_on, c.document_id, d.number,
            d.issued_on
         FROM council c
         JOIN unit u ON u.federation_id = c.federation_id AND u.id = c.unit_id
         JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.unit_id
         JOIN document d ON d.federation_id = c.federation_id AND d.id = c.document_id
         WHERE c.federation_id = $1 AND c.council_id = $2 ORDER BY c.id DESC LIMIT 1";
    let found = tx.find(sql, &values![federation, id], |row| {
        Ok(Council {
            id: row.id(0)?,
            unit: (row.id(1)?, owned(row, 2)?, owned(row, 3)?),
            name: owned(row, 4)?,
            from: row.day(5)?,
            to: row.opt_day(6)?,
            paper: (row.id(7)?, owned(row, 8)?, row.opt_day(9)?),
            members: Vec::new(),
            may_manage: false,
        })
    })?;
    let Some(mut council) = found else { return Ok(None) };
    council.members = members(tx, federation, id)?;
    Ok(Some(council))
}

const MEMBER: &str = "SELECT m.member_id, m.role, m.person_id, m.named, m.title, m.from_on, m.to_on
    FROM council_member m
    WHERE m.federation_id = $1 AND m.id = (SELECT MAX(l.id) FROM council_member l
        WHERE l.federation_id = m.federation_id AND l.member_id = m.member_id)";

fn member(row: &Row<'_>) -> Result<Member, DbError> {
    Ok(Member {
        id: row.id(0)?,
        role: Role::from_code(row.text(1)?).unwrap_or(Role::Member),
        person: row.opt_id(2)?,
        named: owned(row, 3)?,
        title: owned(row, 4)?,
        from: row.day(5)?,
        to: row.opt_day(6)?,
    })
}

fn members(tx: &mut Tx<'_>, federation: Id, council: Id) -> Result<Vec<Member>> {
    let sql = format!("{MEMBER} AND m.council_id = $2 ORDER BY m.member_id");
    let mut members = tx.query(&sql, &values![federation, council], member)?;
    members.sort_by_key(|member| (member.role, member.id));
    Ok(members)
}

/// The records that some people's records were merged into, as far as they were.
pub(super) fn kept(tx: &mut Tx<'_>, federation: Id, people: &[Id]) -> Result<HashMap<Id, Id>> {
    let mut kept: HashMap<Id, Id> = HashMap::new();
    crate::books::chunked(people, |list| {
        let sql = format!(
            "SELECT f.person_id, f.merged_into FROM person_fact f
             WHERE f.federation_id = $1 AND f.person_id IN ({list}) AND f.merged_into IS NOT NULL
                AND f.id = (SELECT MAX(l.id) FROM person_fact l
                    WHERE l.federation_id = f.federation_id AND l.person_id = f.person_id)"
        );
        let found = tx.query(&sql, &values![federation], |row| Ok((row.id(0)?, row.id(1)?)))?;
        kept.extend(found);
        Ok(())
    })?;
    // A record that was merged into one that was merged in its turn: rare, and looked up one by one.
    for into in kept.values_mut() {
        for _ in 0..4 {
            let Some(next) = crate::people::merged_into(tx, federation, *into)? else { break };
            *into = next;
        }
    }
    Ok(kept)
}

/// A session as its latest row tells it.
pub(super) struct SessionTold {
    pub(super) council: Id,
    pub(super) on: Day,
    pub(super) place: String,
    pub(super) title: String,
    pub(super) quorum: (Share, String),
    pub(super) stage: Stage,
}

/// One session.
pub(super) fn session(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<SessionTold>> {
    let sql =
        "SELECT council_id, on_day, place, title, quorum, quorum_source, stage FROM council_session
               WHERE federation_id = $1 AND session_id = $2 ORDER BY id DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, id], |row| {
        Ok(SessionTold {
            council: row.id(0)?,
            on: row.day(1)?,
            place: owned(row, 2)?,
            title: owned(row, 3)?,
            quorum: (share(row.text(4)?), owned(row, 5)?),
            stage: Stage::from_code(row.text(6)?).unwrap_or(Stage::Closed),
        })
    })?)
}

/// The last day on which a council sat: a session was closed, or a ballot was opened in it.
pub(super) fn sat_last(tx: &mut Tx<'_>, federation: Id, council: Id) -> Result<Option<Day>> {
    let sql = "SELECT MAX(s.on_day) FROM council_session s
         WHERE s.federation_id = $1 AND s.council_id = $2
            AND s.id = (SELECT MAX(l.id) FROM council_session l
                WHERE l.federation_id = s.federation_id AND l.session_id = s.session_id)
            AND (s.stage = 'closed' OR EXISTS (SELECT 1 FROM council_ballot b
                WHERE b.federation_id = s.federation_id AND b.session_id = s.session_id))";
    Ok(tx.find(sql, &values![federation, council], |row| row.opt_day(0))?.flatten())
}

/// A share as it is kept; what no program wrote asks for everybody.
pub(super) fn share(kept: &str) -> Share {
    Share::parse(kept).unwrap_or(Share { part: 1, whole: 1 })
}

/// The sessions of some councils, the latest first.
pub(super) fn sessions(
    tx: &mut Tx<'_>,
    federation: Id,
    councils: &[Id],
    limit: i64,
) -> Result<Vec<SessionRow>> {
    let mut rows = Vec::new();
    crate::books::chunked(councils, |list| {
        let sql = format!(
            "SELECT s.session_id, s.council_id, c.name, s.on_day, s.place, s.title, s.stage,
                (SELECT COUNT(*) FROM council_matter m WHERE m.federation_id = s.federation_id
                    AND m.session_id = s.session_id AND m.withdrawn = 0
                    AND m.id = (SELECT MAX(l.id) FROM council_matter l WHERE l.federation_id = m.federation_id
                        AND l.session_id = m.session_id AND l.matter_id = m.matter_id))
             FROM council_session s
             JOIN council c ON c.federation_id = s.federation_id AND c.council_id = s.council_id
                AND c.id = (SELECT MAX(l.id) FROM council l
                    WHERE l.federation_id = c.federation_id AND l.council_id = c.council_id)
             WHERE s.federation_id = $1 AND s.council_id IN ({list})
                AND s.id = (SELECT MAX(l.id) FROM council_session l
                    WHERE l.federation_id = s.federation_id AND l.session_id = s.session_id)
             ORDER BY s.on_day DESC, s.session_id DESC LIMIT $2"
        );
        rows.extend(tx.query(&sql, &values![federation, limit], |row| {
            Ok(SessionRow {
                id: row.id(0)?,
                council: (row.id(1)?, owned(row, 2)?),
                on: row.day(3)?,
                place: owned(row, 4)?,
                title: owned(row, 5)?,
                stage: Stage::from_code(row.text(6)?).unwrap_or(Stage::Closed),
                matters: row.int(7)?,
            })
        })?);
        Ok(())
    })?;
    rows.sort_by(|a, b| (b.on, b.id).cmp(&(a.on, a.id)));
    rows.truncate(limit as usize);
    Ok(rows)
}

/// The people of some seats who have an account that can sign in.
pub(super) fn with_account(tx: &mut Tx<'_>, federation: Id, people: &[Id]) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    crate::books::chunked(people, |list| {
        let sql = format!(
            "SELECT f.person_id FROM account_fact f
             WHERE f.federation_id = $1 AND f.person_id IN ({list}) AND f.state = 'open'
                AND f.id = (SELECT MAX(l.id) FROM account_fact l
                    WHERE l.federation_id = f.federation_id AND l.account_id = f.account_id)"
        );
        found.extend(tx.query(&sql, &values![federation], |row| row.id(0))?);
        Ok(())
    })?;
    Ok(found)
}

/// Which of some nominations stand on the agenda of a session that is not over.
pub(super) fn on_agendas(tx: &mut Tx<'_>, federation: Id, nominations: &[Id]) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    crate::books::chunked(nominations, |list| {
        let sql = format!(
            "SELECT m.nomination_id FROM council_matter m
             JOIN council_session s ON s.federation_id = m.federation_id AND s.session_id = m.session_id
                AND s.id = (SELECT MAX(l.id) FROM council_session l
                    WHERE l.federation_id = s.federation_id AND l.session_id = s.session_id)
             WHERE m.federation_id = $1 AND m.nomination_id IN ({list}) AND m.withdrawn = 0 AND s.stage = 'planned'
                AND m.id = (SELECT MAX(l.id) FROM council_matter l WHERE l.federation_id = m.federation_id
                    AND l.session_id = m.session_id AND l.matter_id = m.matter_id)"
        );
        found.extend(tx.query(&sql, &values![federation], |row| row.id(0))?);
        Ok(())
    })?;
    Ok(found)
}

/// The name of a person in the books; none where there is no such person, or the record was withdrawn or
/// merged.
pub(super) fn person_named(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Option<String>> {
    let sql = "SELECT name FROM person WHERE federation_id = $1 AND id = $2";
    Ok(tx.find(sql, &values![federation, person], |row| owned(row, 0))?)
}
