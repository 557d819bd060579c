//! The SQL of lists of papers: those about units within reach, the newest first, found by words, kind and year.
//!
//! Few papers fit a word: then these are looked at. A small scope has few papers: then all of them are. Otherwise the
//! papers are walked from the newest on until a page is full, which in a large scope is soon.

use db::{Tx, Value};
use kernel::{Day, Id};

use super::model::{Asked, DocumentRow, Kind};
use super::rules;
use super::store::paper;
use crate::Result;
use crate::reach::Bounds;

/// Papers that fit a word up to which each is looked at.
const HITS: i64 = 2_000;
/// Papers of a scope up to which all are looked at.
const FEW: i64 = 3_000;

/// Values of a statement being put together; the first is the federation.
pub(super) struct Bound(pub(super) Vec<Value<'static>>);

impl Bound {
    pub(super) fn new(federation: Id) -> Self {
        Self(vec![Value::from(federation)])
    }

    /// Takes a value and gives its place.
    pub(super) fn put(&mut self, value: impl Into<Value<'static>>) -> String {
        self.0.push(value.into());
        format!("${}", self.0.len())
    }

    /// The condition that the stretch `u` of a unit is that of a day and lies within bounds. The last one of a unit that
    /// ended goes on.
    pub(super) fn within(&mut self, bounds: &Bounds, today: Day, path: &str) -> String {
        let day = self.put(today);
        let (condition, ranges) = bounds.condition(path, self.0.len() + 1);
        self.0.extend(ranges.into_iter().map(Value::from));
        format!("u.federation_id = $1 AND u.from_on <= {day} AND u.to_on > {day} AND {condition}")
    }

    /// The condition that a paper is about a unit within bounds.
    pub(super) fn about(&mut self, bounds: &Bounds, today: Day, document: &str) -> String {
        // Worked out, so that no planner looks for the path by its index.
        let within = self.within(bounds, today, "(u.path || '')");
        format!(
            "EXISTS (SELECT 1 FROM document_unit x CROSS JOIN unit_path u WHERE x.federation_id = $1
                 AND x.document_id = {document} AND u.unit_id = x.unit_id AND {within})"
        )
    }
}

/// What is read of a paper for a list; `n` is its row in the list of papers.
pub(super) const ROW: &str = "n.document_id, n.kind, (SELECT COUNT(*) FROM attachment a
        WHERE a.federation_id = $1 AND a.document_id = n.document_id AND a.withdraws IS NULL
          AND NOT EXISTS (SELECT 1 FROM attachment w WHERE w.federation_id = $1
              AND w.document_id = a.document_id AND w.withdraws = a.id)),
    d.number, d.issued_on, d.issuer, d.title";

pub(super) fn row(row: &db::Row<'_>) -> Result<DocumentRow, db::DbError> {
    Ok(DocumentRow {
        id: row.id(0)?,
        kind: Kind::from_code(row.text(1)?).unwrap_or(Kind::Other),
        files: row.int(2)?,
        paper: paper(row, 3)?,
    })
}

fn count(tx: &mut Tx<'_>, sql: &str, bound: &Bound) -> Result<i64> {
    Ok(tx.find(sql, &bound.0, |row| row.int(0))?.unwrap_or(0))
}

/// How the papers are come by: a table that names candidates, and whether their reach must still be asked.
enum Source {
    Hits(String),
    Scope,
    All,
}

fn source(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): (&Bounds, Day),
    asked: &Asked,
) -> Result<Source> {
    if let Some(word) = rules::rarest_word(&asked.text, &asked.issuer) {
        let mut bound = Bound::new(federation);
        let [from, to] = [word.clone(), format!("{word}\u{10FFFF}")].map(|key| bound.put(key));
        let most = bound.put(HITS + 1);
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT s.document_id FROM document_suffix s
             WHERE s.federation_id = $1 AND s.suffix >= {from} AND s.suffix < {to} LIMIT {most}) w"
        );
        if count(tx, &sql, &bound)? <= HITS {
            return Ok(Source::Hits(word));
        }
    }
    let mut bound = Bound::new(federation);
    let within = bound.within(bounds, today, "u.path");
    let most = bound.put(FEW + 1);
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT x.document_id FROM unit_path u CROSS JOIN document_unit x
         WHERE {within} AND x.federation_id = $1 AND x.unit_id = u.unit_id LIMIT {most}) w"
    );
    Ok(if count(tx, &sql, &bound)? <= FEW { Source::Scope } else { Source::All })
}

/// The papers asked for, the newest first; those without a day come last.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    reach: (&Bounds, Day),
    asked: &Asked,
) -> Result<Vec<DocumentRow>> {
    let source = source(tx, federation, reach, asked)?;
    let (bounds, today) = reach;
    let mut bound = Bound::new(federation);
    let (from, mut conditions) = match source {
        Source::Hits(word) => {
            let [first, end] =
                [word.clone(), format!("{word}\u{10FFFF}")].map(|key| bound.put(key));
            let from = format!(
                "(SELECT DISTINCT s.document_id FROM document_suffix s WHERE s.federation_id = $1
                  AND s.suffix >= {first} AND s.suffix < {end}) c CROSS JOIN document_now n"
            );
            let about = bound.about(bounds, today, "n.document_id");
            (from, vec!["n.document_id = c.document_id".to_owned(), about])
        }
        Source::Scope => {
            let within = bound.within(bounds, today, "u.path");
            let from = format!(
                "(SELECT DISTINCT x.document_id FROM unit_path u CROSS JOIN document_unit x
                  WHERE {within} AND x.federation_id = $1 AND x.unit_id = u.unit_id) c CROSS JOIN document_now n"
            );
            (from, vec!["n.document_id = c.document_id".to_owned()])
        }
        Source::All => {
            let about = bound.about(bounds, today, "n.document_id");
            ("document_now n".to_owned(), vec![about])
        }
    };
    conditions.extend(narrowed(&mut bound, asked));
    let most = bound.put(asked.limit as i64);
    let sql = format!(
        "SELECT {ROW} FROM (SELECT n.document_id, n.kind, n.on_day FROM {from}
             WHERE n.federation_id = $1 AND {} ORDER BY n.on_day DESC, n.document_id DESC LIMIT {most}) n
         JOIN document d ON d.federation_id = $1 AND d.id = n.document_id
         ORDER BY n.on_day DESC, n.document_id DESC",
        conditions.join(" AND ")
    );
    Ok(tx.query(&sql, &bound.0, row)?)
}

/// The conditions of kind, year, words and place in the list.
fn narrowed(bound: &mut Bound, asked: &Asked) -> Vec<String> {
    let mut conditions = Vec::new();
    if let Some(kind) = asked.kind {
        conditions.push(format!("n.kind = {}", bound.put(kind.code())));
    }
    if let Some(year) = asked.year {
        let [from, to] = [year, year.saturating_add(1)].map(|year| bound.put(format!("{year:04}")));
        conditions.push(format!("n.on_day >= {from} AND n.on_day < {to}"));
    }
    for pattern in rules::patterns(&asked.text, &asked.issuer) {
        conditions.push(format!("n.search_key LIKE {}", bound.put(pattern)));
    }
    if let Some((day, id)) = &asked.after {
        let (day, id) = (bound.put(day.clone()), bound.put(*id));
        conditions.push(format!("(n.on_day, n.document_id) < ({day}, {id})"));
    }
    conditions
}
