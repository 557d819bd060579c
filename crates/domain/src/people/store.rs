//! The SQL of people.

use std::collections::HashMap;

use db::{Tx, Value, values};
use kernel::{Day, Id, Refusal};

use super::cohort::Cohort;
use super::model::{Duplicate, NewPerson, PersonRow, Sex};
use super::ready::{Names, Ready, search_keys};
use super::seal::{Sealed, Sensitive};
use super::{suspects_store, withdrawal_store};
use crate::Result;
use crate::books::{Batch, schema};

/// What matching needs of a person who is in the books already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) person: Id,
    pub(crate) name: String,
    pub(crate) match_key: String,
    pub(crate) sex: Option<Sex>,
}

/// Writes many new people and their projections, a buffer at a time.
#[derive(Default)]
pub(crate) struct PersonWriter {
    secrets: Vec<Vec<Value<'static>>>,
    people: Vec<Vec<Value<'static>>>,
    /// The same people by their ids.
    ids: Vec<Id>,
    suffixes: Vec<Vec<Value<'static>>>,
}

/// People kept before they are written.
const BUFFER: usize = 2_000;
/// Ends of names kept before they are written: some 15 megabytes. They fall anywhere in the index, so the more of them go
/// in together in its order, the fewer pages are touched twice.
const SUFFIXES: usize = 100_000;

impl PersonWriter {
    /// Writes a new person, made ready before, as a member of a unit (or of none yet).
    pub(crate) fn add(
        &mut self,
        batch: &mut Batch<'_, '_>,
        (new, ready): (&NewPerson, Ready),
        unit: Option<Id>,
        status: &str,
    ) -> Result<Id> {
        must_be_named(new)?;
        let federation = batch.federation();
        let person = batch.app.ids.next(&*batch.app.clock);
        let Ready { sealed, names } = ready;
        write_fact(batch, person, new, sealed.as_ref().map(|sealed| sealed.commitment.clone()))?;
        if let Some(sealed) = sealed {
            self.secrets.push(values![federation, person, sealed.cccd_index, sealed.bytes].into());
        }
        self.suffixes.extend(suffix_rows(federation, person, names.ends));
        let keys = (names.sort, names.match_key);
        self.people.push(person_row(federation, person, new, keys, (unit, status)));
        self.ids.push(person);
        if self.people.len() >= BUFFER {
            self.flush_people(batch)?;
        }
        if self.suffixes.len() >= SUFFIXES {
            self.flush_suffixes(batch)?;
        }
        Ok(person)
    }

    /// Writes what waits.
    pub(crate) fn flush(&mut self, batch: &mut Batch<'_, '_>) -> Result<()> {
        self.flush_people(batch)?;
        self.flush_suffixes(batch)
    }

    fn flush_people(&mut self, batch: &mut Batch<'_, '_>) -> Result<()> {
        let federation = batch.federation();
        let tx = batch.reader()?;
        tx.insert_many("person_secret", &SECRET, &self.secrets, "")?;
        tx.insert_many("person", &PERSON, &self.people, "")?;
        suspects_store::add_pairs(tx, federation, &self.ids)?;
        self.secrets.clear();
        self.people.clear();
        self.ids.clear();
        Ok(())
    }

    fn flush_suffixes(&mut self, batch: &mut Batch<'_, '_>) -> Result<()> {
        let again = "ON CONFLICT (federation_id, suffix, person_id) DO NOTHING";
        // The index grows in the order of its key: neighbours go in together.
        self.suffixes.sort_unstable_by(|a, b| text_of(&a[1]).cmp(text_of(&b[1])));
        let columns = ["federation_id", "suffix", "person_id"];
        batch.reader()?.insert_many("name_suffix", &columns, &self.suffixes, again)?;
        self.suffixes.clear();
        Ok(())
    }
}

const SECRET: [&str; 4] = ["federation_id", "person_id", "cccd_index", "sealed"];
const PERSON: [&str; 9] =
    ["federation_id", "id", "name", "sort_key", "match_key", "sex", "birth", "unit_id", "status"];

fn text_of<'v>(value: &'v Value<'_>) -> &'v str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

/// Limits of a person's record.
pub(crate) fn must_be_named(new: &NewPerson) -> Result<(), Refusal> {
    if !(1..=120).contains(&new.name.trim().chars().count()) {
        return Err(Refusal::new(
            "bad_name",
            "Họ tên trống hoặc dài quá 120 chữ",
            "Ghi họ tên như trên thẻ căn cước",
        ));
    }
    Ok(())
}

/// Appends a version of what is known of a person.
pub(crate) fn write_fact(
    batch: &mut Batch<'_, '_>,
    person: Id,
    new: &NewPerson,
    commitment: Option<String>,
) -> Result<Id> {
    let row = fact_row(person, new, commitment, false, None);
    batch.append(&schema::PERSON_FACT, row)
}

pub(super) fn fact_row(
    person: Id,
    new: &NewPerson,
    commitment: Option<String>,
    withdrawn: bool,
    merged_into: Option<Id>,
) -> Vec<Value<'static>> {
    values![
        person,
        new.name.clone(),
        new.sex.map(Sex::code),
        new.birth.clone(),
        new.joined.clone(),
        new.hometown.clone(),
        new.job.clone(),
        new.phone.clone(),
        new.union_title.clone(),
        new.note.clone(),
        commitment,
        new.import,
        withdrawn,
        merged_into
    ]
    .into()
}

fn person_row(
    federation: Id,
    person: Id,
    new: &NewPerson,
    (sort_key, match_key): (Vec<u8>, String),
    (unit, status): (Option<Id>, &str),
) -> Vec<Value<'static>> {
    let sex = new.sex.map(Sex::code);
    let birth = new.birth.clone();
    let status = status.to_owned();
    values![federation, person, new.name.clone(), sort_key, match_key, sex, birth, unit, status]
        .into()
}

fn suffix_rows(
    federation: Id,
    person: Id,
    ends: Vec<String>,
) -> impl Iterator<Item = Vec<Value<'static>>> {
    ends.into_iter().map(move |suffix| values![federation, suffix, person].into())
}

/// Writes one new person.
#[cfg(test)]
pub(crate) fn write_person(batch: &mut Batch<'_, '_>, new: &NewPerson) -> Result<Id> {
    let mut writer = PersonWriter::default();
    let ready = Ready::of(&batch.app.keys, new)?;
    let person = writer.add(batch, (new, ready), None, "left")?;
    writer.flush(batch)?;
    Ok(person)
}

/// Writes the projections of a person afresh after a correction.
pub(super) fn rewrite(batch: &mut Batch<'_, '_>, person: Id, new: &NewPerson) -> Result<()> {
    let federation = batch.federation();
    let sort_key = vietnamese::name::sort_key(&new.name);
    let match_key = vietnamese::fold::match_key(&new.name);
    let tx = batch.reader()?;
    tx.execute(
        "UPDATE person SET name = $1, sort_key = $2, match_key = $3, sex = $4, birth = $5
         WHERE federation_id = $6 AND id = $7",
        &values![
            &new.name,
            sort_key,
            match_key,
            new.sex.map(Sex::code),
            new.birth.clone(),
            federation,
            person
        ],
    )?;
    let cohort = Cohort::of(new.sex, new.birth.as_deref()).number();
    let sql = "UPDATE spell SET cohort = $1 WHERE federation_id = $2 AND person_id = $3";
    tx.execute(sql, &values![cohort, federation, person])?;
    withdrawal_store::delete_suffixes(tx, federation, &[person])?;
    let rows: Vec<_> = suffix_rows(federation, person, search_keys(&new.name)).collect();
    tx.insert_many("name_suffix", &["federation_id", "suffix", "person_id"], &rows, "")?;
    suspects_store::delete_pairs(tx, federation, &[person])?;
    suspects_store::add_pairs(tx, federation, &[person])
}

/// Sets where a person stands today.
pub(crate) fn set_status(
    batch: &mut Batch<'_, '_>,
    person: Id,
    unit: Option<Id>,
    status: &str,
) -> Result<()> {
    let federation = batch.federation();
    let sql = "UPDATE person SET unit_id = $1, status = $2 WHERE federation_id = $3 AND id = $4";
    batch.reader()?.execute(sql, &values![unit, status, federation, person])?;
    Ok(())
}

/// The unit at which the lists show a person.
#[cfg(test)]
pub(crate) fn unit_of(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Option<Id>> {
    let sql = "SELECT unit_id FROM person WHERE federation_id = $1 AND id = $2";
    Ok(tx.find(sql, &values![federation, person], |row| row.opt_id(0))?.flatten())
}

/// Puts a withdrawn person back into the lists.
pub(super) fn reinstate(batch: &mut Batch<'_, '_>, person: Id) -> Result<()> {
    let federation = batch.federation();
    let (facts, commitment) = load_facts(batch.reader()?, federation, person)?;
    batch.append(&schema::PERSON_FACT, fact_row(person, &facts, commitment, false, None))?;
    let names = Names::of(&facts.name);
    let keys = (names.sort, names.match_key);
    let row = person_row(federation, person, &facts, keys, (None, "left"));
    let suffixes: Vec<_> = suffix_rows(federation, person, names.ends).collect();
    let tx = batch.reader()?;
    tx.insert_many("person", &PERSON, &[row], "")?;
    tx.insert_many("name_suffix", &["federation_id", "suffix", "person_id"], &suffixes, "")?;
    suspects_store::add_pairs(tx, federation, &[person])
}

/// The latest facts of a person, without the sealed fields, and their commitment.
pub(super) fn load_facts(
    tx: &mut Tx<'_>,
    federation: Id,
    person: Id,
) -> Result<(NewPerson, Option<String>)> {
    let sql = format!(
        "SELECT {FACTS} FROM person_fact WHERE federation_id = $1 AND person_id = $2
         ORDER BY id DESC LIMIT 1"
    );
    let found = tx.find(&sql, &values![federation, person], facts_of)?;
    found.ok_or_else(|| unknown(person).into())
}

/// The columns that [`facts_of`] reads.
pub(super) const FACTS: &str =
    "name, sex, birth, joined, hometown, job, phone, union_title, note, commitment, import_id";

/// The facts of a row, without the sealed fields, and their commitment.
pub(super) fn facts_of(row: &db::Row<'_>) -> Result<(NewPerson, Option<String>), db::DbError> {
    let owned = |column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
    let facts = NewPerson {
        name: row.text(0)?.to_owned(),
        sex: row.opt_text(1)?.and_then(Sex::from_code),
        birth: owned(2)?,
        joined: owned(3)?,
        hometown: owned(4)?,
        job: owned(5)?,
        phone: owned(6)?,
        union_title: owned(7)?,
        note: owned(8)?,
        sensitive: Sensitive::default(),
        import: row.opt_id(10)?,
    };
    Ok((facts, owned(9)?))
}

/// The refusal of an identity number that somebody else has.
pub(crate) fn known_number() -> Refusal {
    Refusal::new(
        "known_number",
        "Số căn cước này đã có trong sổ",
        "Xem người đã có; nếu là một người thì ghi chuyển sinh hoạt hoặc gia nhập lại",
    )
}

pub(super) fn unknown(person: Id) -> Refusal {
    Refusal::new(
        "unknown_person",
        format!("Sổ không có người mang số {person}"),
        "Tìm lại người này theo tên hoặc số căn cước",
    )
}

/// The sealed fields of a person.
pub(super) fn load_sealed(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT sealed FROM person_secret WHERE federation_id = $1 AND person_id = $2";
    let sealed = tx
        .find(sql, &values![federation, person], |row| Ok(row.opt_bytes(0)?.map(<[u8]>::to_vec)))?;
    Ok(sealed.flatten())
}

/// Writes sealed fields in place of those a person had.
pub(super) fn replace_sealed(batch: &mut Batch<'_, '_>, person: Id, sealed: Sealed) -> Result<()> {
    let federation = batch.federation();
    let tail = "ON CONFLICT (federation_id, person_id)
                DO UPDATE SET cccd_index = excluded.cccd_index, sealed = excluded.sealed";
    let row = values![federation, person, sealed.cccd_index, sealed.bytes].into();
    batch.reader()?.insert_many("person_secret", &SECRET, &[row], tail)?;
    Ok(())
}

/// People in the books by the blind index of their identity number; chunks of a few hundred a statement.
pub(crate) fn known_by_identity(
    tx: &mut Tx<'_>,
    federation: Id,
    indexes: &[Vec<u8>],
) -> Result<HashMap<Vec<u8>, Known>> {
    let mut found = HashMap::new();
    for chunk in indexes.chunks(400) {
        let places: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(
            "SELECT s.cccd_index, p.id, p.name, p.match_key, p.sex FROM person_secret s
             JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
             WHERE s.federation_id = $1 AND s.cccd_index IN ({})",
            places.join(", ")
        );
        let mut values = vec![Value::from(federation)];
        values.extend(chunk.iter().map(|index| Value::from(index.as_slice())));
        tx.each(&sql, &values, |row| {
            let index = row.opt_bytes(0)?.unwrap_or_default().to_vec();
            let known = Known {
                person: row.id(1)?,
                name: row.text(2)?.to_owned(),
                match_key: row.text(3)?.to_owned(),
                sex: row.opt_text(4)?.and_then(Sex::from_code),
            };
            found.insert(index, known);
            Ok(())
        })?;
    }
    Ok(found)
}

/// The first day a person can have done anything: the first day of the year, month or day of birth.
pub(crate) fn birth_floor(birth: Option<&str>) -> Day {
    let padded = match birth {
        Some(text) if text.len() == 4 => format!("{text}-01-01"),
        Some(text) if text.len() == 7 => format!("{text}-01"),
        Some(text) => text.to_owned(),
        None => return Day::MIN,
    };
    Day::parse(&padded).unwrap_or(Day::MIN)
}

fn list_row(row: &db::Row<'_>) -> Result<PersonRow, db::DbError> {
    let owned = |column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
    Ok(PersonRow {
        id: row.id(0)?.to_string(),
        name: row.text(1)?.to_owned(),
        sex: owned(2)?,
        birth: owned(3)?,
        unit: owned(4)?,
        status: row.text(5)?.to_owned(),
    })
}

/// People with a name whose folded end begins with a key, in name order.
pub(super) fn by_suffix(
    tx: &mut Tx<'_>,
    federation: Id,
    key: &str,
    limit: i64,
) -> Result<Vec<PersonRow>> {
    // The index is in the order of suffixes, so the first rows of the range are the answer: no sorting of thousands.
    // CROSS JOIN keeps them outermost.
    let sql = "SELECT p.id, p.name, p.sex, p.birth, n.name, p.status
               FROM (SELECT suffix, person_id FROM name_suffix
                     WHERE federation_id = $1 AND suffix >= $2 AND suffix < $3 ORDER BY suffix, person_id LIMIT $4) s
               CROSS JOIN person p
               LEFT JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = p.unit_id
               WHERE p.federation_id = $1 AND p.id = s.person_id
               ORDER BY s.suffix, p.sort_key";
    let end = format!("{key}\u{10FFFF}");
    Ok(tx.query(sql, &values![federation, key, end, limit], list_row)?)
}

/// The units a person belongs to for who may see: the present one, the one that is asked to receive, or else the last.
/// What was taken back counts only where nothing else is left, so that somebody is answerable for everybody.
pub(crate) fn places_of(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Vec<Id>> {
    let sql = "SELECT unit_id, status FROM person WHERE federation_id = $1 AND id = $2";
    let read = |row: &db::Row<'_>| Ok((row.opt_id(0)?, row.text(1)? == "in_transit"));
    let Some((unit, in_transit)) = tx.find(sql, &values![federation, person], read)? else {
        return Ok(Vec::new());
    };
    let mut places: Vec<Id> = unit.into_iter().collect();
    if unit.is_none() || in_transit {
        let sql = "SELECT e.unit_id, e.other_id FROM member_event e
             WHERE e.federation_id = $1 AND e.person_id = $2 AND e.reverses IS NULL
             ORDER BY CASE WHEN EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = $1 AND r.person_id = $2
                 AND r.reverses = e.id) THEN 1 ELSE 0 END, e.on_day DESC, e.id DESC LIMIT 1";
        let last =
            tx.find(sql, &values![federation, person], |row| Ok((row.id(0)?, row.opt_id(1)?)))?;
        places.extend(last.into_iter().flat_map(|(unit, other)| [Some(unit), other]).flatten());
    }
    Ok(places)
}

/// The row of lists of a person.
pub(super) fn row_of(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Option<PersonRow>> {
    let sql = "SELECT p.id, p.name, p.sex, p.birth, n.name, p.status FROM person p
               LEFT JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = p.unit_id
               WHERE p.federation_id = $1 AND p.id = $2";
    Ok(tx.find(sql, &values![federation, person], list_row)?)
}

/// Pairs with one blind index.
pub(super) fn pairs_by_number(
    tx: &mut Tx<'_>,
    federation: Id,
    limit: i64,
) -> Result<Vec<Duplicate>> {
    let sql = "SELECT MIN(s.person_id), MAX(s.person_id), MIN(p.name) FROM person_secret s
        JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
        WHERE s.federation_id = $1 AND s.cccd_index IS NOT NULL
        GROUP BY s.cccd_index HAVING COUNT(*) > 1 ORDER BY 1 LIMIT $2";
    pairs(tx, federation, sql, "cccd", limit)
}

/// Pairs with one name, full birth date and sex.
pub(super) fn pairs_by_name(tx: &mut Tx<'_>, federation: Id, limit: i64) -> Result<Vec<Duplicate>> {
    let sql = "SELECT MIN(id), MAX(id), MIN(name) FROM person
        WHERE federation_id = $1 AND birth IS NOT NULL AND LENGTH(birth) = 10 AND sex IS NOT NULL
        GROUP BY match_key, birth, sex HAVING COUNT(*) > 1 ORDER BY 1 LIMIT $2";
    pairs(tx, federation, sql, "name_birth_sex", limit)
}

fn pairs(
    tx: &mut Tx<'_>,
    federation: Id,
    sql: &str,
    because: &'static str,
    limit: i64,
) -> Result<Vec<Duplicate>> {
    Ok(tx.query(sql, &values![federation, limit], |row| {
        let (keep, drop, name) = (row.id(0)?, row.id(1)?, row.text(2)?.to_owned());
        Ok(Duplicate { keep, drop, because, name })
    })?)
}

/// Into whom a person was merged, by the latest fact.
pub(crate) fn merged_into(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Option<Id>> {
    let sql = "SELECT merged_into FROM person_fact WHERE federation_id = $1 AND person_id = $2
               ORDER BY id DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, person], |row| row.opt_id(0))?.flatten())
}

/// Refuses a person who is in no list: unknown, or merged away.
pub(crate) fn must_stand(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<()> {
    row_of(tx, federation, person)?.map(drop).ok_or_else(|| unknown(person).into())
}
