//! The SQL of lists of members: in the order of names, a page at a time, never reading more than a
//! bounded number.
//!
//! A small scope is read whole and sorted. A large one is walked along an index of names, and the unit of each person is
//! tested; the walk stops when the page is full or when so many people were looked at that the reader
//! would wait.

use std::collections::HashMap;

use db::{Row, Tx, Value, values};
use kernel::{Day, Id};

use super::list_model::{Cursor, Filter, MemberRow, Status, Years};
use super::model::Sex;
use crate::Result;
use crate::books::chunked;
use crate::reach::Bounds;

/// How many people one page may cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    /// People of a scope up to which it is read whole.
    pub(super) small: i64,
    /// People looked at for one page of a large scope.
    pub(super) walk: i64,
}

impl Pace {
    /// What is read in well under a tenth of a second.
    pub(super) const USUAL: Self = Self { small: 5_000, walk: 10_000 };
    /// For a file: 400,000 people are read and sorted in a second and a half, and of more a part as large as a file
    /// is found sooner along the names.
    pub(super) const FILE: Self = Self { small: 400_000, walk: 1_000_000 };

    /// The same for a filter: half as far where each person is looked up in further tables.
    fn walk_for(self, filter: &Filter) -> i64 {
        let looks_up = filter.without_number || filter.joined.is_some();
        if looks_up { (self.walk / 2).max(1) } else { self.walk }
    }
}

/// A person found, before the rest of the row is read: with the key of the order and the unit.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) key: Vec<u8>,
    pub(super) id: Id,
    pub(super) name: String,
    pub(super) sex: Option<Sex>,
    pub(super) birth: Option<String>,
    pub(super) unit: Option<Id>,
    pub(super) status: Status,
}

impl Found {
    pub(super) fn cursor(&self) -> Cursor {
        Cursor { key: self.key.clone(), id: self.id }
    }
}

/// Where and on which day a list looks.
pub(super) struct Ground<'g> {
    pub(super) federation: Id,
    pub(super) today: Day,
    pub(super) bounds: &'g Bounds,
    pub(super) filter: &'g Filter,
    pub(super) pace: Pace,
}

/// A statement being put together: its conditions, and its values in the order of their places.
struct Asking {
    text: String,
    values: Vec<Value<'static>>,
}

impl Asking {
    /// A place for a value.
    fn place(&mut self, value: impl Into<Value<'static>>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn and(&mut self, condition: &str) {
        self.text.push_str(" AND ");
        self.text.push_str(condition);
    }
}

const FOUND: &str = "p.sort_key, p.id, p.name, p.sex, p.birth, u.unit_id, p.status";

fn found(row: &Row<'_>) -> Result<Found, db::DbError> {
    found_from(row, row.opt_bytes(0)?.unwrap_or_default().to_vec())
}

fn found_from(row: &Row<'_>, key: Vec<u8>) -> Result<Found, db::DbError> {
    Ok(Found {
        key,
        id: row.id(1)?,
        name: row.text(2)?.to_owned(),
        sex: row.opt_text(3)?.and_then(Sex::from_code),
        birth: row.opt_text(4)?.map(str::to_owned),
        unit: row.opt_id(5)?,
        status: Status::from_code(row.text(6)?).unwrap_or(Status::Left),
    })
}

impl Ground<'_> {
    /// The unit a person belongs to: who left belongs to the last one.
    fn unit(&self) -> &'static str {
        match self.filter.status {
            Some(Status::Member | Status::InTransit) | None => "p.unit_id",
            Some(Status::Left) => {
                "(SELECT s.unit_id FROM spell s WHERE s.federation_id = p.federation_id
                  AND s.person_id = p.id ORDER BY s.from_on DESC, s.start_event DESC LIMIT 1)"
            }
        }
    }

    /// The conditions on `person p` and the path `u` of the person's unit; `$1` is the federation.
    fn asking(&self) -> Asking {
        let mut asking = Asking { text: String::new(), values: vec![self.federation.into()] };
        let day = asking.place(self.today.to_string());
        asking.text = format!(
            "u.federation_id = $1 AND u.unit_id = {} AND u.from_on <= {day} AND u.to_on > {day}
             AND p.federation_id = $1 AND {}",
            self.unit(),
            standing(self.filter.status)
        );
        let (within, ranges) = self.bounds.condition("u.path", asking.values.len() + 1);
        asking.values.extend(ranges.into_iter().map(Value::from));
        asking.and(&within);
        self.narrow(&mut asking);
        asking
    }

    /// The filters of the form.
    fn narrow(&self, asking: &mut Asking) {
        let filter = self.filter;
        let columns = [
            ("p.sex", filter.sex.map(Sex::code)),
            ("u.block", filter.block.map(kernel::Block::code)),
            ("u.kind", filter.kind.map(kernel::UnitKind::code)),
        ];
        for (column, code) in columns {
            if let Some(code) = code {
                let place = asking.place(code);
                asking.and(&format!("{column} = {place}"));
            }
        }
        if let Some(years) = filter.born {
            within_years(asking, "p.birth", years);
        }
        if let Some(years) = filter.joined {
            // Both are letters of a year or of a day in it; what is between them is worked out once.
            let low = asking.place(format!("{:04}", years.from));
            let high = asking.place(format!("{:04}~", years.to));
            asking.and(&format!(
                "CASE WHEN u.path >= '' THEN {JOINED} BETWEEN {low} AND {high} ELSE FALSE END"
            ));
        }
        if filter.without_number {
            // Of those alone who stand within the bounds: a planner that sees the federation is one and the same asks
            // of everybody first, unless what it asks begins with the path.
            asking.and(
                "CASE WHEN u.path >= '' THEN NOT EXISTS (SELECT 1 FROM person_secret x
                 WHERE x.federation_id = u.federation_id AND x.person_id = p.id AND x.cccd_index IS NOT NULL)
                 ELSE FALSE END",
            );
        }
    }
}

/// The condition of a status, as the partial index of those who are no members names it.
fn standing(status: Option<Status>) -> &'static str {
    match status {
        None => "p.status <> 'left'",
        Some(Status::Member) => "p.status = 'member'",
        Some(Status::InTransit) => "p.status <> 'member' AND p.status = 'in_transit'",
        Some(Status::Left) => "p.status <> 'member' AND p.status = 'left'",
    }
}

/// When a person joined: as the list told, or as admitted in these books; asked of those alone who stand within the
/// bounds.
const JOINED: &str = "COALESCE(
    (SELECT f.joined FROM person_fact f WHERE f.federation_id = u.federation_id AND f.person_id = p.id
     ORDER BY f.id DESC LIMIT 1),
    (SELECT MIN(e.on_day) FROM member_event e WHERE e.federation_id = u.federation_id
     AND e.person_id = p.id AND e.kind = 'admitted' AND e.reverses IS NULL AND NOT EXISTS (
         SELECT 1 FROM member_event r WHERE r.federation_id = e.federation_id AND r.person_id = e.person_id
         AND r.reverses = e.id)))";

/// Whether a day, or the beginning of one, lies in some years.
fn within_years(asking: &mut Asking, what: &str, years: Years) {
    let low = asking.place(format!("{:04}", years.from));
    let high = asking.place(format!("{:04}", i32::from(years.to) + 1));
    asking.and(&format!("{what} >= {low} AND {what} < {high}"));
}

/// How many members and people in transit stand within bounds, counted no further than one beyond `most`.
pub(super) fn count_up_to(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    bounds: &Bounds,
    most: i64,
) -> Result<i64> {
    let (within, ranges) = bounds.condition("u.path", 4);
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM unit_path u CROSS JOIN person p
         WHERE u.federation_id = $1 AND {within} AND u.from_on <= $2 AND u.to_on > $2
           AND p.federation_id = $1 AND p.unit_id = u.unit_id LIMIT $3) c"
    );
    let mut values = values![federation, today, most + 1].to_vec();
    values.extend(ranges.into_iter().map(Value::from));
    Ok(tx.find(&sql, &values, |row| row.int(0))?.unwrap_or(0))
}

/// Everybody of a small scope who passes, in the order of names, from a place on.
pub(super) fn read_whole(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<Vec<Found>> {
    let mut asking = ground.asking();
    if let Some(after) = after {
        let (key, id) = (asking.place(after.key.clone()), asking.place(after.id));
        asking.and(&format!("(p.sort_key, p.id) > ({key}, {id})"));
    }
    let most = asking.place(limit);
    let sql = format!(
        "SELECT {FOUND} FROM unit_path u CROSS JOIN person p WHERE {}
         ORDER BY p.sort_key, p.id LIMIT {most}",
        asking.text
    );
    Ok(tx.query(&sql, &asking.values, found)?)
}

/// How many of a small scope pass.
pub(super) fn count_whole(tx: &mut Tx<'_>, ground: &Ground<'_>) -> Result<i64> {
    let asking = ground.asking();
    let sql = format!("SELECT COUNT(*) FROM unit_path u CROSS JOIN person p WHERE {}", asking.text);
    Ok(tx.find(&sql, &asking.values, |row| row.int(0))?.unwrap_or(0))
}

/// Some people by their ids, those who pass.
pub(super) fn read_some(tx: &mut Tx<'_>, ground: &Ground<'_>, ids: &[Id]) -> Result<Vec<Found>> {
    let mut all = Vec::new();
    chunked(ids, |list| {
        let asking = ground.asking();
        let sql = format!(
            "SELECT {FOUND} FROM person p CROSS JOIN unit_path u WHERE p.id IN ({list}) AND {}
             ORDER BY p.sort_key, p.id",
            asking.text
        );
        all.extend(tx.query(&sql, &asking.values, found)?);
        Ok(())
    })?;
    Ok(all)
}

/// The people of a large scope in the order of names, from a place on; and the place where the walk broke off, if it
/// came no further.
pub(super) fn walk(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<(Vec<Found>, Option<Cursor>)> {
    let (key, id) = after.map_or((Vec::new(), Id(0)), |after| (after.key.clone(), after.id));
    let sql = format!(
        "SELECT p.sort_key, p.id FROM person p WHERE p.federation_id = $1 AND {}
           AND (p.sort_key, p.id) > ($2, $3) ORDER BY p.sort_key, p.id LIMIT 1 OFFSET $4",
        // The index of all people has no status.
        match ground.filter.status {
            None | Some(Status::Member) => "1 = 1",
            status => standing(status),
        }
    );
    let values =
        values![ground.federation, key.clone(), id, ground.pace.walk_for(ground.filter) - 1];
    let edge = tx.find(&sql, &values, |row| {
        Ok(Cursor { key: row.opt_bytes(0)?.unwrap_or_default().to_vec(), id: row.id(1)? })
    })?;
    let mut asking = ground.asking();
    let (low, low_id) = (asking.place(key), asking.place(id));
    asking.and(&format!("(p.sort_key, p.id) > ({low}, {low_id})"));
    if let Some(edge) = &edge {
        let (high, high_id) = (asking.place(edge.key.clone()), asking.place(edge.id));
        asking.and(&format!("(p.sort_key, p.id) <= ({high}, {high_id})"));
    }
    let most = asking.place(limit);
    let sql = format!(
        "SELECT {FOUND} FROM person p CROSS JOIN unit_path u WHERE {}
         ORDER BY p.sort_key, p.id LIMIT {most}",
        asking.text
    );
    Ok((tx.query(&sql, &asking.values, found)?, edge))
}

/// The people of a large scope of whom a word of the name begins with a key, in the order of what follows it.
pub(super) fn walk_names(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    key: &str,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<(Vec<Found>, Option<Cursor>)> {
    let from = after.and_then(|after| String::from_utf8(after.key.clone()).ok());
    let from = from.unwrap_or_else(|| key.to_owned());
    let id = after.map_or(Id(0), |after| after.id);
    let end = format!("{key}\u{10FFFF}");
    let sql = "SELECT suffix, person_id FROM name_suffix WHERE federation_id = $1
               AND suffix < $2 AND (suffix, person_id) > ($3, $4)
               ORDER BY suffix, person_id LIMIT 1 OFFSET $5";
    let values = values![
        ground.federation,
        end.clone(),
        from.clone(),
        id,
        ground.pace.walk_for(ground.filter) - 1
    ];
    let edge = tx.find(sql, &values, |row| {
        Ok(Cursor { key: row.text(0)?.as_bytes().to_vec(), id: row.id(1)? })
    })?;
    let mut asking = ground.asking();
    let (low, low_id) = (asking.place(from), asking.place(id));
    asking.and(&format!("(s.suffix, s.person_id) > ({low}, {low_id})"));
    if let Some(edge) = &edge {
        let high = String::from_utf8_lossy(&edge.key).into_owned();
        let (high, high_id) = (asking.place(high), asking.place(edge.id));
        asking.and(&format!("(s.suffix, s.person_id) <= ({high}, {high_id})"));
    } else {
        let end = asking.place(end);
        asking.and(&format!("s.suffix < {end}"));
    }
    let most = asking.place(limit);
    let sql = format!(
        "SELECT s.suffix, p.id, p.name, p.sex, p.birth, u.unit_id, p.status
         FROM name_suffix s CROSS JOIN person p CROSS JOIN unit_path u
         WHERE s.federation_id = $1 AND p.id = s.person_id AND {}
         ORDER BY s.suffix, s.person_id LIMIT {most}",
        asking.text
    );
    let read = |row: &Row<'_>| found_from(row, row.text(0)?.as_bytes().to_vec());
    Ok((tx.query(&sql, &asking.values, read)?, edge))
}

/// Ids of people with a phone number.
pub(super) fn by_phone(tx: &mut Tx<'_>, federation: Id, phone: &str) -> Result<Vec<Id>> {
    let sql = "SELECT DISTINCT person_id FROM person_fact
               WHERE federation_id = $1 AND phone = $2 AND phone IS NOT NULL LIMIT 500";
    Ok(tx.query(sql, &values![federation, phone], |row| row.id(0))?)
}

/// Ids of people with the blind index of an identity number.
pub(super) fn by_number(tx: &mut Tx<'_>, federation: Id, index: &[u8]) -> Result<Vec<Id>> {
    let sql = "SELECT person_id FROM person_secret WHERE federation_id = $1 AND cccd_index = $2
               ORDER BY person_id LIMIT 500";
    Ok(tx.query(sql, &values![federation, index.to_vec()], |row| row.id(0))?)
}

/// Where rows are shown: a file does not tell whether an identity number is there, and need not ask.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// On a page.
    Page,
    /// In a file.
    File,
}

/// The rest of the rows, by a statement a table.
pub(super) fn dress(
    tx: &mut Tx<'_>,
    federation: Id,
    found: Vec<Found>,
    shown: Shown,
) -> Result<Vec<MemberRow>> {
    let people: Vec<Id> = found.iter().map(|each| each.id).collect();
    let mut units: Vec<Id> = found.iter().filter_map(|each| each.unit).collect();
    units.sort_unstable();
    units.dedup();
    let mut names: HashMap<Id, (String, String)> = HashMap::new();
    chunked(&units, |list| {
        let sql = format!(
            "SELECT n.unit_id, u.code, n.name FROM unit_now n
             JOIN unit u ON u.federation_id = n.federation_id AND u.id = n.unit_id
             WHERE n.federation_id = $1 AND n.unit_id IN ({list})"
        );
        Ok(tx.each(&sql, &values![federation], |row| {
            names.insert(row.id(0)?, (row.text(1)?.to_owned(), row.text(2)?.to_owned()));
            Ok(())
        })?)
    })?;
    let mut told = told(tx, federation, &people, shown)?;
    let rows = found.into_iter().map(|each| {
        let Told { joined, job, union_title, phone, has_number } =
            told.remove(&each.id).unwrap_or_default();
        let unit = each.unit.and_then(|unit| {
            names.get(&unit).map(|(code, name)| (unit, code.clone(), name.clone()))
        });
        MemberRow {
            id: each.id,
            name: each.name,
            sex: each.sex,
            birth: each.birth,
            status: each.status,
            unit,
            joined,
            job,
            union_title,
            phone,
            has_number,
        }
    });
    Ok(rows.collect())
}

/// What facts tell of a person on a list.
#[derive(Default)]
struct Told {
    joined: Option<String>,
    job: Option<String>,
    union_title: Option<String>,
    phone: Option<String>,
    has_number: bool,
}

fn told(tx: &mut Tx<'_>, federation: Id, people: &[Id], shown: Shown) -> Result<HashMap<Id, Told>> {
    let mut all: HashMap<Id, Told> = HashMap::with_capacity(people.len());
    chunked(people, |list| {
        // In the order of telling, so that the last told stays; person by person, as the index has them: by the id
        // alone, the embedded engine would rather read the whole table in its order.
        let sql = format!(
            "SELECT person_id, joined, job, union_title, phone FROM person_fact
             WHERE federation_id = $1 AND person_id IN ({list}) ORDER BY person_id, id"
        );
        tx.each(&sql, &values![federation], |row| {
            let owned = |column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
            let told = Told {
                joined: owned(1)?,
                job: owned(2)?,
                union_title: owned(3)?,
                phone: owned(4)?,
                has_number: false,
            };
            all.insert(row.id(0)?, told);
            Ok(())
        })?;
        if shown == Shown::File {
            return Ok(());
        }
        let sql = format!(
            "SELECT person_id FROM person_secret
             WHERE federation_id = $1 AND person_id IN ({list}) AND cccd_index IS NOT NULL"
        );
        Ok(tx.each(&sql, &values![federation], |row| {
            all.entry(row.id(0)?).or_default().has_number = true;
            Ok(())
        })?)
    })?;
    let untold = |id: &Id| all.get(id).is_none_or(|told| told.joined.is_none());
    let untold: Vec<Id> = people.iter().copied().filter(untold).collect();
    chunked(&untold, |list| {
        let sql = format!(
            "SELECT e.person_id, MIN(e.on_day) FROM member_event e
             WHERE e.federation_id = $1 AND e.person_id IN ({list}) AND e.kind = 'admitted' AND e.reverses IS NULL
               AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = e.federation_id
                   AND r.person_id = e.person_id AND r.reverses = e.id)
             GROUP BY e.person_id"
        );
        Ok(tx.each(&sql, &values![federation], |row| {
            all.entry(row.id(0)?).or_default().joined = row.opt_text(1)?.map(str::to_owned);
            Ok(())
        })?)
    })?;
    Ok(all)
}
