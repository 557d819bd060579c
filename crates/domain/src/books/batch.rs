//! A batch: everything one action writes, under one number, one instant and one hash.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use db::{Tx, Value, values};
use kernel::{Actor, Day, Id, Instant, Power, Refusal};
use ledger::chain::{self, Field, Hash, TableDigest};
use ledger::{Account, Class, Posting, Stretch};

use super::paths::chunked;
use super::schema::{self, FACTS, Table};
use crate::{App, Error, Result};

/// Rows of a table kept before they are written; about half a megabyte.
const BUFFER: usize = 2_000;

/// A batch being written. It holds the federation's chain until it is sealed or dropped.
pub struct Batch<'a, 'tx> {
    pub(crate) app: &'a App,
    pub(super) tx: &'a mut Tx<'tx>,
    number: i64,
    seq: i64,
    recorded_at: Instant,
    /// The last day on which anything can have happened: today.
    last_day: Day,
    previous: Hash,
    actor: Actor,
    /// The power its writes need at the units they belong to; none where the action itself decides.
    power: Option<Power>,
    /// Units the actor was found to reach, or that are too new to tell before the end.
    reached: HashSet<Id>,
    unproven: Vec<Id>,
    reason: String,
    command: Option<String>,
    /// What its command answers.
    answer: String,
    facts: Vec<Pending>,
    /// Papers this batch already looked up or wrote down.
    pub(crate) documents: HashMap<crate::documents::DocumentRef, Id>,
    /// Per table of facts: where its rows name a paper, and the units that paper is about.
    cites: Vec<Option<(usize, Vec<(usize, &'static str)>)>>,
    /// Units and papers named beside each other in this batch.
    pub(super) cited: BTreeSet<(i64, i64)>,
    pub(super) paths: HashMap<Id, Rc<[Stretch]>>,
    pub(super) scopes: HashMap<Id, bool>,
    pub(super) rollups: HashMap<(Id, Account, i32, Class), i64>,
    pub(super) bridges: HashMap<(Id, Account, Day, Id, Class), i64>,
    /// The units that keep a roll-up by the day, once this batch asked.
    pub(super) day_scopes: Option<HashSet<Id>>,
    pub(super) rollup_days: HashMap<super::days::DayKey, i64>,
}

/// The rows of one table that this batch writes.
#[derive(Default)]
struct Pending {
    digest: TableDigest,
    rows: Vec<Vec<Value<'static>>>,
}

impl<'a, 'tx> Batch<'a, 'tx> {
    /// Takes the head of the chain: from here to the end, no other writer of this federation runs.
    pub(crate) fn begin(
        app: &'a App,
        tx: &'a mut Tx<'tx>,
        (actor, power): (&Actor, Option<Power>),
        reason: &str,
        command: Option<&str>,
    ) -> Result<Self> {
        tx.execute(
            "UPDATE chain_head SET number = number WHERE federation_id = $1",
            &values![app.federation],
        )?;
        let sql = "SELECT number, seq, recorded_at, hash FROM chain_head WHERE federation_id = $1";
        let head = tx.find(sql, &values![app.federation], |row| {
            Ok((row.int(0)?, row.int(1)?, row.int(2)?, chain::from_hex(row.text(3)?)))
        })?;
        let Some((number, seq, last, Some(previous))) = head else {
            return Err(Error::Broken("không đọc được đầu chuỗi sổ".to_owned()));
        };
        // The chain never runs backwards, even where the machine's clock did.
        let recorded_at = app.now().max(Instant(last));
        Ok(Self {
            app,
            tx,
            number: number + 1,
            seq,
            recorded_at,
            last_day: recorded_at.day().max(app.today()),
            previous,
            actor: actor.clone(),
            power: power.filter(|_| actor.holds().is_some()),
            reached: HashSet::new(),
            unproven: Vec::new(),
            reason: reason.to_owned(),
            command: command.map(str::to_owned),
            answer: String::new(),
            facts: FACTS.iter().map(|_| Pending::default()).collect(),
            documents: HashMap::new(),
            cites: FACTS.iter().map(|table| table.cites()).collect(),
            cited: BTreeSet::new(),
            paths: HashMap::new(),
            scopes: HashMap::new(),
            rollups: HashMap::new(),
            bridges: HashMap::new(),
            day_scopes: None,
            rollup_days: HashMap::new(),
        })
    }

    /// The federation whose books these are.
    pub fn federation(&self) -> Id {
        self.app.federation
    }

    /// The answer this command gave when it first ran.
    pub(crate) fn first_answer(&mut self) -> Result<Option<String>> {
        let command = self.command.clone().unwrap_or_default();
        first_answer(self.tx, self.app.federation, &command)
    }

    /// How many rows of facts it holds so far.
    pub(crate) fn written(&self) -> u64 {
        self.facts.iter().map(|pending| pending.digest.rows()).sum()
    }

    /// Says what the command that writes this batch answers, so that it can be answered the same again.
    pub(crate) fn answers(&mut self, answer: impl std::fmt::Display) {
        self.answer = answer.to_string();
    }

    /// What was said so.
    pub(crate) fn answer(&self) -> &str {
        &self.answer
    }

    /// Appends a fact and gives back its id. `values` follow the table's columns.
    pub fn append(&mut self, table: &Table, values: impl Into<Vec<Value<'static>>>) -> Result<Id> {
        let values = values.into();
        self.must_reach_one(table, &values)?;
        let id = self.app.ids.next(&*self.app.clock);
        self.append_row(table, id.0, values)?;
        Ok(id)
    }

    /// An id for a fact that others name before it is written.
    pub(crate) fn next_id(&self) -> Id {
        self.app.ids.next(&*self.app.clock)
    }

    /// Appends a fact under such an id.
    pub(crate) fn append_as(
        &mut self,
        id: Id,
        table: &Table,
        values: impl Into<Vec<Value<'static>>>,
    ) -> Result<()> {
        let values = values.into();
        self.must_reach_one(table, &values)?;
        self.append_row(table, id.0, values)
    }

    fn append_row(
        &mut self,
        table: &Table,
        key: i64,
        values: impl IntoIterator<Item = Value<'static>>,
    ) -> Result<()> {
        let index = FACTS.iter().position(|each| each.name == table.name);
        let Some(pending) = index.and_then(|index| self.facts.get_mut(index)) else {
            return Err(Error::Broken(format!("không có bảng {}", table.name)));
        };
        let mut row = Vec::with_capacity(table.columns.len() + 3);
        row.push(Value::from(self.app.federation));
        row.push(Value::from(key));
        row.push(Value::from(self.number));
        row.extend(values);
        cite(&mut self.cited, index.and_then(|index| self.cites[index].as_ref()), &row[3..]);
        pending.digest.row(row.iter().map(field));
        pending.rows.push(row);
        if pending.rows.len() >= BUFFER {
            self.flush()?;
        }
        Ok(())
    }

    /// Writes a posting for a record, and what every scope sees of it.
    pub fn post(&mut self, record: Id, posting: Posting) -> Result<()> {
        self.write_posting(record, posting, None)
    }

    /// Reverses every posting of a record that is not reversed yet; the reversals belong to the same record.
    pub fn reverse(&mut self, record: Id) -> Result<()> {
        self.reverse_many(&[record])
    }

    /// Reverses every posting of many records, a chunk of them at a time.
    pub(crate) fn reverse_many(&mut self, records: &[Id]) -> Result<()> {
        let federation = self.app.federation;
        let mut rows = Vec::new();
        chunked(records, |list| {
            let sql = format!(
                "SELECT seq, record_id, account, unit_id, other_id, on_day, quantity FROM posting
                 WHERE federation_id = $1 AND record_id IN ({list}) AND reverses IS NULL AND seq NOT IN (
                     SELECT reverses FROM posting
                     WHERE federation_id = $1 AND record_id IN ({list}) AND reverses IS NOT NULL)
                 ORDER BY seq"
            );
            rows.extend(self.reader()?.query(&sql, &values![federation], |row| {
                let posting = Posting {
                    account: Account(row.int(2)? as i32),
                    unit: row.id(3)?,
                    other: row.opt_id(4)?,
                    on: row.day(5)?,
                    quantity: -row.int(6)?,
                };
                Ok((row.int(0)?, row.id(1)?, posting))
            })?);
            Ok(())
        })?;
        rows.into_iter()
            .try_for_each(|(seq, record, posting)| self.write_posting(record, posting, Some(seq)))
    }

    fn write_posting(&mut self, record: Id, posting: Posting, reverses: Option<i64>) -> Result<()> {
        self.seq += 1;
        let Posting { account, unit, other, on, quantity } = posting;
        let row = values![record, account.0, unit, other, on, quantity, reverses];
        self.append_row(&schema::POSTING, self.seq, row)?;
        self.spread(&posting)
    }

    /// The transaction, with everything appended so far already in it.
    pub fn reader(&mut self) -> Result<&mut Tx<'tx>> {
        self.flush()?;
        Ok(self.tx)
    }

    /// Writes the rows that wait.
    fn flush(&mut self) -> Result<()> {
        for (table, pending) in FACTS.iter().zip(&mut self.facts) {
            if pending.rows.is_empty() {
                continue;
            }
            let mut columns = vec!["federation_id", table.key, "batch"];
            columns.extend_from_slice(table.columns);
            self.tx.insert_many(table.name, &columns, &pending.rows, "")?;
            pending.rows.clear();
        }
        Ok(())
    }

    /// The power at each unit is asked where a fact is written, so that no action can forget it.
    fn must_reach_one(&mut self, table: &Table, values: &[Value<'_>]) -> Result<()> {
        let Some(power) = self.power else { return Ok(()) };
        let units: Vec<Id> = table
            .places()
            .filter_map(|column| match values.get(column) {
                Some(Value::Int(unit)) => Some(Id(*unit)),
                _ => None,
            })
            .collect();
        for unit in &units {
            if self.reaches(*unit, power)? {
                return Ok(());
            }
        }
        match units.first() {
            Some(unit) => Err(self.out_of_reach(*unit, power)),
            None => Ok(()),
        }
    }

    /// Refuses unless the actor holds this batch's power at a unit.
    pub(crate) fn must_reach(&mut self, unit: Id) -> Result<()> {
        let Some(power) = self.power else { return Ok(()) };
        if self.reaches(unit, power)? { Ok(()) } else { Err(self.out_of_reach(unit, power)) }
    }

    fn reaches(&mut self, unit: Id, power: Power) -> Result<bool> {
        if self.reached.contains(&unit) {
            return Ok(true);
        }
        let today = self.app.today();
        let path = self.path(unit)?;
        let stretch = ledger::paths::on(&path, today).or(path.last());
        let reaches = match stretch {
            Some(stretch) => self.actor.may_at(power, &stretch.chain),
            None => {
                self.unproven.push(unit);
                true
            }
        };
        if reaches {
            self.reached.insert(unit);
        }
        Ok(reaches)
    }

    fn out_of_reach(&mut self, unit: Id, power: Power) -> Error {
        let federation = self.federation();
        let name = self
            .reader()
            .and_then(|tx| crate::units::load(tx, federation, unit))
            .map_or_else(|_| "đơn vị này".to_owned(), |state| state.name);
        self.actor.out_of_reach(power, &name).into()
    }

    /// Units that this batch made must stand within reach too.
    fn prove_new_units(&mut self) -> Result<()> {
        let Some(power) = self.power else { return Ok(()) };
        for unit in std::mem::take(&mut self.unproven) {
            let path = self.path(unit)?;
            let reached = path.last().is_some_and(|last| self.actor.may_at(power, &last.chain));
            if !reached {
                return Err(self.out_of_reach(unit, power));
            }
        }
        Ok(())
    }

    /// Puts a line into the audit trail.
    pub(crate) fn note(
        &mut self,
        what: &str,
        subject: Option<Id>,
        detail: Option<&str>,
    ) -> Result<()> {
        let row =
            values![self.actor.name.clone(), what.to_owned(), subject, detail.map(str::to_owned)];
        self.append(&schema::AUDIT_ENTRY, row.to_vec()).map(drop)
    }

    /// On whose behalf it runs.
    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Closes the batch: writes what waits, the projections, the header and the new head of the chain. A batch
    /// that wrote no fact leaves no trace.
    pub(crate) fn seal(mut self, answer: Option<&str>) -> Result<()> {
        self.prove_new_units()?;
        self.flush()?;
        self.write_projections()?;
        let rows = self.written();
        if rows == 0 {
            return Ok(());
        }
        let header = Header {
            number: self.number,
            actor: &self.actor.name,
            recorded_at: self.recorded_at.0,
            reason: &self.reason,
            command: self.command.as_deref(),
            last_seq: self.seq,
            rows: rows as i64,
            answer,
        };
        let digests = std::mem::take(&mut self.facts).into_iter().map(|pending| pending.digest);
        let hash = header.seal(&self.previous, FACTS.iter().map(|table| table.name).zip(digests));
        header.insert(self.tx, self.app.federation, &self.previous, &hash)?;
        self.tx.execute(
            "UPDATE chain_head SET number = $1, seq = $2, recorded_at = $3, hash = $4 WHERE federation_id = $5",
            &values![self.number, self.seq, self.recorded_at.0, chain::hex(&hash), self.app.federation],
        )?;
        Ok(())
    }

    /// Refuses a day after the books' last allowed one, which is today.
    pub fn not_in_the_future(&self, on: Day) -> Result<(), Refusal> {
        let today = self.last_day;
        if on <= today {
            return Ok(());
        }
        Err(Refusal::new(
            "after_last_day",
            format!("Ngày {} còn ở tương lai, sổ chỉ nhận đến {}", on.vi(), today.vi()),
            "Ghi vào ngày việc đã xảy ra",
        ))
    }
}

/// Notes the units of a row that names a paper.
fn cite(
    cited: &mut BTreeSet<(i64, i64)>,
    places: Option<&(usize, Vec<(usize, &'static str)>)>,
    row: &[Value<'_>],
) {
    let Some((paper, units)) = places else { return };
    let Some(Value::Int(paper)) = row.get(*paper) else { return };
    for (unit, _) in units {
        if let Some(Value::Int(unit)) = row.get(*unit) {
            cited.insert((*unit, *paper));
        }
    }
}

/// The header of a batch, as hashed and as stored.
pub(super) struct Header<'h> {
    pub(super) number: i64,
    pub(super) actor: &'h str,
    pub(super) recorded_at: i64,
    pub(super) reason: &'h str,
    pub(super) command: Option<&'h str>,
    pub(super) last_seq: i64,
    pub(super) rows: i64,
    pub(super) answer: Option<&'h str>,
}

impl Header<'_> {
    /// The hash of the batch with this header and these tables after `previous`.
    pub(super) fn seal(
        &self,
        previous: &Hash,
        tables: impl IntoIterator<Item = (&'static str, impl Into<chain::TableSeal>)>,
    ) -> Hash {
        let text = |text: Option<_>| text.map_or(Field::Null, Field::Text);
        let fields = [
            Field::Int(self.number),
            Field::Text(self.actor),
            Field::Int(self.recorded_at),
            Field::Text(self.reason),
            text(self.command),
            Field::Int(self.last_seq),
            Field::Int(self.rows),
            text(self.answer),
        ];
        chain::seal(previous, fields, tables)
    }

    fn insert(&self, tx: &mut Tx<'_>, federation: Id, previous: &Hash, hash: &Hash) -> Result<()> {
        let columns = "federation_id, number, actor, recorded_at, reason, command, last_seq, rows_written, answer,
             previous_hash, hash";
        let sql = format!(
            "INSERT INTO batch ({columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        );
        let values = values![
            federation,
            self.number,
            self.actor,
            self.recorded_at,
            self.reason,
            self.command,
            self.last_seq,
            self.rows,
            self.answer,
            chain::hex(previous),
            chain::hex(hash)
        ];
        tx.execute(&sql, &values)?;
        Ok(())
    }
}

/// What the batch of a command answered; none when no batch bears its name.
pub(crate) fn first_answer(
    tx: &mut Tx<'_>,
    federation: Id,
    command: &str,
) -> Result<Option<String>> {
    let sql = "SELECT answer FROM batch WHERE federation_id = $1 AND command = $2";
    let read = |row: &db::Row<'_>| Ok(row.opt_text(0)?.unwrap_or_default().to_owned());
    Ok(tx.find(sql, &values![federation, command], read)?)
}

/// A stored value as it enters the canonical bytes.
pub(super) fn field<'v>(value: &'v Value<'_>) -> Field<'v> {
    match value {
        Value::Null => Field::Null,
        Value::Int(number) => Field::Int(*number),
        Value::Text(text) => Field::Text(text),
        Value::Bytes(bytes) => Field::Bytes(bytes),
    }
}

/// Writes the federation down, and the head every chain starts from, unless both stand already.
pub(crate) fn begin_federation(tx: &mut Tx<'_>, federation: Id) -> Result<()> {
    let sql = "INSERT INTO federation (id, code, name) VALUES ($1, 'so', 'Sổ') ON CONFLICT (id) DO NOTHING";
    tx.execute(sql, &values![federation])?;
    let sql = "INSERT INTO chain_head (federation_id, number, seq, recorded_at, hash) VALUES ($1, 0, 0, 0, $2)
               ON CONFLICT (federation_id) DO NOTHING";
    tx.execute(sql, &values![federation, chain::hex(&chain::GENESIS)])?;
    Ok(())
}
