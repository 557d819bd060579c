//! The SQL of pairs that may be one person: kept with the list of people, so that no page has to look for them.

use std::collections::{BTreeMap, BTreeSet};

use db::{Row, Tx, Value, values};
use kernel::{Day, Id, Instant};

use super::model::{Apart, Merge};
use crate::Result;
use crate::books::chunked;
use crate::reach::Bounds;

/// A pair: the later record, then the earlier one.
pub(super) type Pair = (Id, Id);

/// Pairs some people, just written, make with anybody in the books. They are looked for two tables at a time: of four at
/// once PostgreSQL makes a plan from what it counted last, and of tables that have grown since that plan may never end.
pub(super) fn add_pairs(tx: &mut Tx<'_>, federation: Id, people: &[Id]) -> Result<()> {
    chunked(people, |list| {
        let by_name = format!(
            "SELECT n.id, o.id FROM person n CROSS JOIN person o
             WHERE n.federation_id = $1 AND n.id IN ({list}) AND LENGTH(n.birth) = 10
               AND o.federation_id = n.federation_id AND o.match_key = n.match_key AND o.birth = n.birth
               AND o.sex = n.sex AND o.id <> n.id"
        );
        let by_number = format!(
            "SELECT a.person_id, b.person_id FROM person_secret a CROSS JOIN person_secret b
             WHERE a.federation_id = $1 AND a.person_id IN ({list}) AND a.cccd_index IS NOT NULL
               AND b.federation_id = a.federation_id AND b.cccd_index = a.cccd_index
               AND b.person_id <> a.person_id"
        );
        let mut pairs = read_pairs(tx, federation, &[&by_name, &by_number])?;
        suspected(tx, federation, &mut pairs)?;
        let rows: Vec<Vec<Value<'static>>> = pairs
            .iter()
            .map(|(later, earlier)| values![federation, *later, *earlier].to_vec())
            .collect();
        let columns = ["federation_id", "person_id", "other_id"];
        let known = "ON CONFLICT (federation_id, person_id, other_id) DO NOTHING";
        Ok(tx.insert_many("suspect_pair", &columns, &rows, known)?)
    })
}

/// Leaves the pairs of people who are in the list of people and were not told apart.
fn suspected(tx: &mut Tx<'_>, federation: Id, pairs: &mut BTreeSet<Pair>) -> Result<()> {
    let both: BTreeSet<Id> = pairs.iter().flat_map(|(later, earlier)| [*later, *earlier]).collect();
    let both: Vec<Id> = both.into_iter().collect();
    let (mut listed, mut apart) = (BTreeSet::new(), BTreeMap::new());
    chunked(&both, |list| {
        let sql = format!("SELECT id FROM person WHERE federation_id = $1 AND id IN ({list})");
        listed.extend(tx.query(&sql, &values![federation], |row| row.id(0))?);
        // Of what was said of two the latest holds; the later record stands first in it.
        let sql = format!(
            "SELECT person_id, other_id, apart FROM person_apart
             WHERE federation_id = $1 AND person_id IN ({list}) ORDER BY id"
        );
        tx.each(&sql, &values![federation], |row| {
            apart.insert((row.id(0)?, row.id(1)?), row.int(2)? != 0);
            Ok(())
        })?;
        Ok(())
    })?;
    let is_told_apart = |(one, other): &Pair| {
        [(*one, *other), (*other, *one)].iter().any(|pair| apart.get(pair) == Some(&true))
    };
    pairs.retain(|pair| {
        let (later, earlier) = pair;
        listed.contains(later) && listed.contains(earlier) && !is_told_apart(pair)
    });
    Ok(())
}

/// The first pair that should be kept and is not, or is kept and should not be.
pub(crate) fn wrong_pair(tx: &mut Tx<'_>, federation: Id) -> Result<Option<Pair>> {
    let by_name = "SELECT n.id, o.id FROM person n CROSS JOIN person o
        WHERE n.federation_id = $1 AND LENGTH(n.birth) = 10 AND o.federation_id = n.federation_id
          AND o.match_key = n.match_key AND o.birth = n.birth AND o.sex = n.sex AND o.id < n.id";
    let by_number = "SELECT a.person_id, b.person_id FROM person_secret a CROSS JOIN person_secret b
        WHERE a.federation_id = $1 AND a.cccd_index IS NOT NULL AND b.federation_id = a.federation_id
          AND b.cccd_index = a.cccd_index AND b.person_id < a.person_id";
    let kept = "SELECT person_id, other_id FROM suspect_pair WHERE federation_id = $1";
    let mut should_be = read_pairs(tx, federation, &[by_name, by_number])?;
    suspected(tx, federation, &mut should_be)?;
    // As they stand: one kept the wrong way round is wrong.
    let stand = tx.query(kept, &values![federation], |row| Ok((row.id(0)?, row.id(1)?)))?;
    let stand: BTreeSet<Pair> = stand.into_iter().collect();
    Ok(should_be.symmetric_difference(&stand).next().copied())
}

/// The pairs some statements find, the later record of each first.
fn read_pairs(tx: &mut Tx<'_>, federation: Id, sqls: &[&str]) -> Result<BTreeSet<Pair>> {
    let mut pairs = BTreeSet::new();
    for sql in sqls {
        tx.each(sql, &values![federation], |row| {
            let (one, other) = (row.id(0)?, row.id(1)?);
            pairs.insert((one.max(other), one.min(other)));
            Ok(())
        })?;
    }
    Ok(pairs)
}

/// Takes out every pair of some people, who are in no list any more or are known otherwise.
pub(super) fn delete_pairs(tx: &mut Tx<'_>, federation: Id, people: &[Id]) -> Result<()> {
    chunked(people, |list| {
        for column in ["person_id", "other_id"] {
            let sql = format!(
                "DELETE FROM suspect_pair WHERE federation_id = $1 AND {column} IN ({list})"
            );
            tx.execute(&sql, &values![federation])?;
        }
        Ok(())
    })
}

/// Takes out one pair.
pub(super) fn delete_pair(tx: &mut Tx<'_>, federation: Id, (later, earlier): Pair) -> Result<()> {
    let sql =
        "DELETE FROM suspect_pair WHERE federation_id = $1 AND person_id = $2 AND other_id = $3";
    tx.execute(sql, &values![federation, later, earlier])?;
    Ok(())
}

/// That a person belongs within bounds today; who is no member there is looked at again by the action. The day is `$2`, the
/// bounds' values begin at `$6`.
fn within(person: &str, bounds: &Bounds) -> (String, Vec<String>) {
    let (condition, values) = bounds.condition("u.path", 6);
    let sql = format!(
        "({person}.status <> 'member' OR EXISTS (SELECT 1 FROM unit_path u WHERE u.federation_id = $1
          AND u.unit_id = {person}.unit_id AND u.from_on <= $2 AND u.to_on > $2 AND {condition}))"
    );
    (sql, values)
}

/// Where a list goes on: behind this pair, or with rows below this id.
pub(super) struct Turn<'b> {
    pub(super) federation: Id,
    pub(super) today: Day,
    pub(super) bounds: &'b Bounds,
    pub(super) before: Pair,
    pub(super) take: i64,
}

impl Turn<'_> {
    fn values(&self, more: Vec<String>) -> Vec<db::Value<'static>> {
        let (first, second) = self.before;
        let mut values: Vec<db::Value<'static>> =
            values![self.federation, self.today, first, second, self.take].into();
        values.extend(more.into_iter().map(db::Value::from));
        values
    }
}

/// Pairs within bounds, those of the latest records first, each with whether both are members.
pub(super) fn pairs(tx: &mut Tx<'_>, turn: &Turn<'_>) -> Result<Vec<(Pair, bool)>> {
    let (first, values) = within("n", turn.bounds);
    let (second, _) = within("o", turn.bounds);
    let sql = format!(
        "SELECT s.person_id, s.other_id, n.status, o.status
         FROM suspect_pair s CROSS JOIN person n CROSS JOIN person o
         WHERE s.federation_id = $1 AND (s.person_id < $3 OR (s.person_id = $3 AND s.other_id < $4))
           AND n.federation_id = $1 AND n.id = s.person_id AND o.federation_id = $1 AND o.id = s.other_id
           AND {first} AND {second}
         ORDER BY s.person_id DESC, s.other_id DESC LIMIT $5"
    );
    Ok(tx.query(&sql, &turn.values(values), |row| {
        let are_members = row.text(2)? == "member" && row.text(3)? == "member";
        Ok(((row.id(0)?, row.id(1)?), are_members))
    })?)
}

/// Merges that stand, of people within bounds, the latest first; `before` is a merge's own id.
pub(super) fn merges(tx: &mut Tx<'_>, turn: &Turn<'_>) -> Result<Vec<(Merge, bool)>> {
    let (inside, values) = within("k", turn.bounds);
    let sql = format!(
        "SELECT f.id, f.person_id, f.name, f.birth, k.id, k.name, b.actor, b.recorded_at, k.status
         FROM person_fact f CROSS JOIN person k CROSS JOIN batch b
         WHERE f.federation_id = $1 AND f.merged_into IS NOT NULL AND f.id < $3 AND f.id <= $4
           AND k.federation_id = $1 AND k.id = f.merged_into AND b.federation_id = $1 AND b.number = f.batch
           AND NOT EXISTS (SELECT 1 FROM person_fact l WHERE l.federation_id = $1 AND l.person_id = f.person_id
               AND l.id > f.id)
           AND {inside}
         ORDER BY f.id DESC LIMIT $5"
    );
    Ok(tx.query(&sql, &turn.values(values), |row| {
        let merge = Merge {
            id: row.id(0)?,
            dropped: row.id(1)?,
            name: row.text(2)?.to_owned(),
            birth: row.opt_text(3)?.map(str::to_owned),
            kept: row.id(4)?,
            kept_name: row.text(5)?.to_owned(),
            actor: row.text(6)?.to_owned(),
            at: Instant(row.int(7)?),
        };
        Ok((merge, row.text(8)? == "member"))
    })?)
}

/// Pairs that were told apart and still are, of people within bounds, the latest first; `before` is the row's own id.
pub(super) fn told_apart(tx: &mut Tx<'_>, turn: &Turn<'_>) -> Result<Vec<(Apart, bool)>> {
    let (first, values) = within("n", turn.bounds);
    let (second, _) = within("o", turn.bounds);
    let sql = format!(
        "SELECT d.id, n.id, n.name, o.id, o.name, d.why, b.actor, b.recorded_at, n.status, o.status
         FROM person_apart d CROSS JOIN person n CROSS JOIN person o CROSS JOIN batch b
         WHERE d.federation_id = $1 AND d.apart = 1 AND d.id < $3 AND d.id <= $4
           AND n.federation_id = $1 AND n.id = d.person_id AND o.federation_id = $1 AND o.id = d.other_id
           AND b.federation_id = $1 AND b.number = d.batch
           AND NOT EXISTS (SELECT 1 FROM person_apart t WHERE t.federation_id = $1 AND t.person_id = d.person_id
               AND t.other_id = d.other_id AND t.id > d.id)
           AND {first} AND {second}
         ORDER BY d.id DESC LIMIT $5"
    );
    Ok(tx.query(&sql, &turn.values(values), |row: &Row<'_>| {
        let apart = Apart {
            id: row.id(0)?,
            person: row.id(1)?,
            name: row.text(2)?.to_owned(),
            other: row.id(3)?,
            other_name: row.text(4)?.to_owned(),
            why: row.opt_text(5)?.map(str::to_owned),
            actor: row.text(6)?.to_owned(),
            at: Instant(row.int(7)?),
        };
        Ok((apart, row.text(8)? == "member" && row.text(9)? == "member"))
    })?)
}

/// Whether a pair is told apart.
pub(super) fn is_apart(tx: &mut Tx<'_>, federation: Id, (later, earlier): Pair) -> Result<bool> {
    let sql = "SELECT apart FROM person_apart WHERE federation_id = $1 AND person_id = $2 AND other_id = $3
               ORDER BY id DESC LIMIT 1";
    let said = tx.find(sql, &values![federation, later, earlier], |row| row.int(0))?;
    Ok(said == Some(1))
}

/// Blind index and sealed fields of some people.
pub(super) fn numbers(
    tx: &mut Tx<'_>,
    federation: Id,
    people: &[Id],
) -> Result<std::collections::HashMap<Id, (Vec<u8>, Vec<u8>)>> {
    let mut found = std::collections::HashMap::new();
    chunked(people, |list| {
        let sql = format!(
            "SELECT person_id, cccd_index, sealed FROM person_secret
             WHERE federation_id = $1 AND person_id IN ({list}) AND cccd_index IS NOT NULL"
        );
        Ok(tx.each(&sql, &values![federation], |row| {
            let bytes =
                |column| Ok::<_, db::DbError>(row.opt_bytes(column)?.unwrap_or_default().to_vec());
            found.insert(row.id(0)?, (bytes(1)?, bytes(2)?));
            Ok(())
        })?)
    })?;
    Ok(found)
}
