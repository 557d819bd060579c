//! The SQL of what a paper caused: every list by the index of papers, within bounds, and no longer than a page shows.

use db::{Row, Tx};
use kernel::{Day, Id, Instant, Period};

use super::list_store::Bound;
use super::model::{
    Caused, ImportCaused, MembersCaused, PersonCaused, RecordCaused, RecordSort, TargetCaused,
    UnitCaused,
};
use crate::Result;
use crate::memberships::EventKind;
use crate::reach::Bounds;

/// Where and on which day it is asked.
pub(super) type Reach<'r> = (&'r Bounds, Day);

/// Code and name of a unit from a column on; one that was withdrawn keeps its code.
fn unit(row: &Row<'_>, first: usize) -> Result<(String, String), db::DbError> {
    let code = row.text(first)?.to_owned();
    let name = row.opt_text(first + 1)?.map_or_else(|| code.clone(), str::to_owned);
    Ok((code, name))
}

/// The names of the unit of a record.
const NAMES: &str = "JOIN unit c ON c.federation_id = $1 AND c.id = e.unit_id
    LEFT JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = e.unit_id";

/// What happened to units.
pub(super) fn units(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): Reach<'_>,
    document: Id,
) -> Result<Vec<UnitCaused>> {
    let mut bound = Bound::new(federation);
    let (paper, most) = (bound.put(document), bound.put(Caused::MOST as i64));
    let within = bound.within(bounds, today, "(u.path || '')");
    let sql = format!(
        "SELECT e.kind, e.on_day, (SELECT MIN(r.id) FROM unit_event r WHERE r.federation_id = $1
                 AND r.unit_id = e.unit_id AND r.reverses = e.id), c.code, n.name
         FROM unit_event e CROSS JOIN unit_path u {NAMES}
         WHERE e.federation_id = $1 AND e.document_id = {paper} AND e.reverses IS NULL
           AND u.unit_id = e.unit_id AND {within} ORDER BY e.on_day, e.id LIMIT {most}"
    );
    Ok(tx.query(&sql, &bound.0, |row| {
        Ok(UnitCaused {
            kind: row.text(0)?.to_owned(),
            on: row.day(1)?,
            is_reversed: row.opt_int(2)?.is_some(),
            unit: unit(row, 3)?,
        })
    })?)
}

/// That an event of a member stands.
const STANDS: &str = "e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM member_event r
    WHERE r.federation_id = $1 AND r.person_id = e.person_id AND r.reverses = e.id)";

fn kind(row: &Row<'_>, column: usize) -> Result<EventKind, db::DbError> {
    let wrong = || db::DbError::Inconsistent { sql: "member_event".to_owned(), column };
    EventKind::from_code(row.text(column)?).ok_or_else(wrong)
}

/// What happened to members, by unit and sort.
pub(super) fn members(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): Reach<'_>,
    document: Id,
) -> Result<Vec<MembersCaused>> {
    let mut bound = Bound::new(federation);
    let (paper, most) = (bound.put(document), bound.put(Caused::MOST as i64));
    let within = bound.within(bounds, today, "(u.path || '')");
    let sql = format!(
        "SELECT c.code, n.name, e.kind, e.times FROM (
             SELECT e.unit_id, e.kind, COUNT(*) AS times FROM member_event e
             WHERE e.federation_id = $1 AND e.document_id = {paper} AND {STANDS} GROUP BY e.unit_id, e.kind) e
         CROSS JOIN unit_path u {NAMES}
         WHERE u.unit_id = e.unit_id AND {within} ORDER BY n.name, c.code, e.kind LIMIT {most}"
    );
    Ok(tx.query(&sql, &bound.0, |row| {
        Ok(MembersCaused { unit: unit(row, 0)?, kind: kind(row, 2)?, count: row.int(3)? })
    })?)
}

/// The people themselves, so many after the first ones are skipped.
pub(super) fn people(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): Reach<'_>,
    document: Id,
    (skip, take): (usize, usize),
) -> Result<Vec<PersonCaused>> {
    let mut bound = Bound::new(federation);
    let paper = bound.put(document);
    let within = bound.within(bounds, today, "(u.path || '')");
    let [most, skipped] = [take, skip].map(|number| bound.put(number as i64));
    let sql = format!(
        "SELECT p.id, p.name, e.kind, e.on_day, c.code, n.name
         FROM member_event e CROSS JOIN unit_path u {NAMES}
         JOIN person p ON p.federation_id = $1 AND p.id = e.person_id
         WHERE e.federation_id = $1 AND e.document_id = {paper} AND {STANDS} AND u.unit_id = e.unit_id AND {within}
         ORDER BY e.id LIMIT {most} OFFSET {skipped}"
    );
    Ok(tx.query(&sql, &bound.0, |row| {
        Ok(PersonCaused {
            person: row.id(0)?,
            name: row.text(1)?.to_owned(),
            kind: kind(row, 2)?,
            on: row.day(3)?,
            unit: unit(row, 4)?,
        })
    })?)
}

/// Targets that it set.
pub(super) fn targets(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): Reach<'_>,
    document: Id,
) -> Result<Vec<TargetCaused>> {
    let mut bound = Bound::new(federation);
    let (paper, most) = (bound.put(document), bound.put(Caused::MOST as i64));
    let within = bound.within(bounds, today, "(u.path || '')");
    let sql = format!(
        "SELECT c.code, n.name, e.indicator, e.from_on, e.to_on, e.value
         FROM target e CROSS JOIN unit_path u {NAMES}
         WHERE e.federation_id = $1 AND e.document_id = {paper} AND u.unit_id = e.unit_id AND {within}
         ORDER BY e.from_on, e.indicator, e.id LIMIT {most}"
    );
    Ok(tx.query(&sql, &bound.0, |row| {
        Ok(TargetCaused {
            unit: unit(row, 0)?,
            indicator: row.text(2)?.to_owned(),
            period: Period { from: row.day(3)?, to: row.day(4)? },
            value: row.opt_int(5)?,
        })
    })?)
}

/// Imports that brought records naming it, for units within bounds.
pub(super) fn imports(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): Reach<'_>,
    document: Id,
) -> Result<Vec<ImportCaused>> {
    let mut bound = Bound::new(federation);
    let (paper, most) = (bound.put(document), bound.put(Caused::MOST as i64));
    let within = bound.within(bounds, today, "(u.path || '')");
    let of = |table: &str| {
        format!(
            "SELECT import_id FROM {table} WHERE federation_id = $1 AND document_id = {paper}
             AND import_id IS NOT NULL"
        )
    };
    let all = ["unit_event", "member_event", "target"].map(of).join(" UNION ");
    let sql = format!(
        "SELECT e.file_name, e.kind, c.code, n.name, b.recorded_at
         FROM ({all}) i JOIN import_run e ON e.federation_id = $1 AND e.id = i.import_id
         CROSS JOIN unit_path u {NAMES}
         JOIN batch b ON b.federation_id = $1 AND b.number = e.batch
         WHERE e.undoes IS NULL AND u.unit_id = e.unit_id AND {within} ORDER BY e.id LIMIT {most}"
    );
    Ok(tx.query(&sql, &bound.0, |row| {
        Ok(ImportCaused {
            file_name: row.text(0)?.to_owned(),
            kind: row.text(1)?.to_owned(),
            unit: unit(row, 2)?,
            at: Instant(row.int(4)?),
        })
    })?)
}

/// The records of a sort that name the paper `$2`, as they stand: id, title, unit, day, register. Activities are looked
/// for at the units the paper is about.
fn source(sort: RecordSort) -> &'static str {
    match sort {
        RecordSort::Commendation => {
            "SELECT id, title, unit_id, on_day, '' AS register FROM commendation
             WHERE federation_id = $1 AND document_id = $2"
        }
        RecordSort::Activity => {
            "SELECT a.record_id AS id, a.title, a.unit_id, a.on_day, a.register FROM document_unit d
             JOIN activity a ON a.federation_id = d.federation_id AND a.unit_id = d.unit_id
                 AND a.document_id = d.document_id AND a.withdrawn = 0
             WHERE d.federation_id = $1 AND d.document_id = $2 AND NOT EXISTS (SELECT 1 FROM activity l
                 WHERE l.federation_id = a.federation_id AND l.record_id = a.record_id AND l.id > a.id)"
        }
        RecordSort::Round => {
            "SELECT id, name AS title, unit_id, opened_on AS on_day, '' AS register FROM round
             WHERE federation_id = $1 AND document_id = $2"
        }
        RecordSort::Emulation => {
            "SELECT id, name AS title, unit_id, from_on AS on_day, '' AS register FROM emulation
             WHERE federation_id = $1 AND document_id = $2"
        }
        RecordSort::Cluster => {
            "SELECT id, name AS title, unit_id, from_on AS on_day, '' AS register FROM emulation_cluster
             WHERE federation_id = $1 AND document_id = $2"
        }
        RecordSort::Sheet => {
            "SELECT id, name AS title, unit_id, from_on AS on_day, '' AS register FROM score_sheet
             WHERE federation_id = $1 AND document_id = $2"
        }
        RecordSort::Council => {
            "SELECT k.council_id AS id, k.name AS title, k.unit_id, k.from_on AS on_day, '' AS register FROM council k
             WHERE k.federation_id = $1 AND NOT EXISTS (SELECT 1 FROM council l
                     WHERE l.federation_id = k.federation_id AND l.council_id = k.council_id AND l.id > k.id)
               AND (EXISTS (SELECT 1 FROM council o WHERE o.federation_id = k.federation_id
                        AND o.council_id = k.council_id AND o.document_id = $2)
                 OR EXISTS (SELECT 1 FROM council_member m WHERE m.federation_id = k.federation_id
                        AND m.council_id = k.council_id AND m.document_id = $2))"
        }
    }
}

/// Records of a sort that name it, at units within bounds.
pub(super) fn records(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): Reach<'_>,
    document: Id,
    sort: RecordSort,
) -> Result<Vec<RecordCaused>> {
    let mut bound = Bound::new(federation);
    bound.put(document);
    let most = bound.put(Caused::MOST as i64);
    let within = bound.within(bounds, today, "(u.path || '')");
    let source = source(sort);
    let sql = format!(
        "SELECT e.id, e.title, c.code, n.name, e.on_day, e.register FROM ({source}) e CROSS JOIN unit_path u {NAMES}
         WHERE u.unit_id = e.unit_id AND {within} ORDER BY e.id LIMIT {most}"
    );
    Ok(tx.query(&sql, &bound.0, |row| {
        Ok(RecordCaused {
            sort,
            register: row.text(5)?.to_owned(),
            id: row.id(0)?,
            title: row.text(1)?.to_owned(),
            unit: unit(row, 2)?,
            on: row.day(4)?,
        })
    })?)
}
