//! What is known of the safety of the books.

use kernel::{Id, Instant};
use serde::{Deserialize, Serialize};

use crate::books::BackupReport;
use crate::jobs::Standing;

/// What was done to keep the books safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpkeepKind {
    /// A copy was made.
    Backup,
    /// A copy was restored for trial.
    Drill,
    /// The doctor proved the books.
    Examination,
    /// The end of the chain was proved.
    Chain,
}

const KINDS: [(UpkeepKind, &str); 4] = [
    (UpkeepKind::Backup, "backup"),
    (UpkeepKind::Drill, "drill"),
    (UpkeepKind::Examination, "examination"),
    (UpkeepKind::Chain, "chain"),
];

impl UpkeepKind {
    /// The stable code.
    pub fn code(self) -> &'static str {
        KINDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, code)| code)
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        KINDS.iter().find(|(_, each)| *each == code).map(|(kind, _)| *kind)
    }
}

/// One thing that was done, and how it came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upkeep {
    /// Its id.
    pub id: Id,
    /// What was done.
    pub kind: UpkeepKind,
    /// Who asked for it.
    pub actor: String,
    /// When it began.
    pub began_at: Instant,
    /// When it ended.
    pub ended_at: Instant,
    /// The name of the copy.
    pub subject: Option<String>,
    /// Whether everything was as it should be.
    pub is_good: bool,
    /// What was found, as its kind writes it; a sentence where it broke off.
    pub answer: String,
}

impl Upkeep {
    /// What was found, read as its kind writes it; none where it broke off.
    pub fn told<'a, T: Deserialize<'a>>(&'a self) -> Option<T> {
        serde_json::from_str(&self.answer).ok()
    }
}

/// A copy of the books in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The name of its file.
    pub name: String,
    /// Its bytes.
    pub bytes: u64,
    /// Who made it and when; none for a file that somebody laid there.
    pub made: Option<Upkeep>,
    /// Its last trial.
    pub drill: Option<Upkeep>,
}

impl Backup {
    /// What stands in it, as it was when it was read back.
    pub fn report(&self) -> Option<BackupReport> {
        self.made.as_ref()?.told()
    }
}

/// A number that is not the same in the copy and in the living books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What was counted, in Vietnamese.
    pub what: String,
    /// The living books.
    pub here: String,
    /// The copy.
    pub there: String,
}

/// What a trial of a copy found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drill {
    /// The last batch in the copy.
    pub batches: i64,
    /// The batches of the living books then.
    pub batches_now: i64,
    /// Rows restored.
    pub rows: u64,
    /// Tables whose rows were counted on both sides.
    pub tables: usize,
    /// Figures asked of both sides.
    pub figures: usize,
    /// What was not the same.
    pub differences: Vec<Difference>,
    /// What the doctor found in the restored books.
    pub findings: Vec<Found>,
}

impl Drill {
    /// Takes up how many figures were compared, and which differ.
    pub(super) fn take(&mut self, (figures, differences): (usize, Vec<Difference>)) {
        self.figures += figures;
        self.differences.extend(differences);
    }

    /// Whether the copy can be relied on.
    pub fn is_good(&self) -> bool {
        self.differences.is_empty() && self.findings.is_empty()
    }
}

/// One finding of the doctor, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Which law is broken.
    pub law: String,
    /// The table.
    pub table: String,
    /// The first row that breaks it.
    pub row: String,
    /// What was found, in Vietnamese.
    pub what: String,
}

/// What the doctor read and found, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examination {
    /// Batches whose hashes were worked out again.
    pub batches: i64,
    /// Rows of facts read.
    pub facts: i64,
    /// Postings folded again.
    pub postings: i64,
    /// Roll-up rows compared.
    pub rollups: i64,
    /// What does not agree.
    pub findings: Vec<Found>,
}

/// How the books and their keeping stand.
#[derive(Clone, Debug)]
pub struct Health {
    /// `SQLite` or `PostgreSQL`.
    pub engine: &'static str,
    /// Bytes on the disk.
    pub bytes: i64,
    /// The last step of the schema, and how many there are.
    pub schema: (String, i64),
    /// The jobs.
    pub jobs: Standing,
    /// The last copy, whether it came out well or not.
    pub backup: Option<Upkeep>,
    /// The last trial.
    pub drill: Option<Upkeep>,
    /// The doctor's last run.
    pub examination: Option<Upkeep>,
    /// When the chain was proved last: its end alone, or all of it by the doctor.
    pub chain: Option<Upkeep>,
    /// The folder of copies; none where the program was told none.
    pub folder: Option<String>,
    /// The copies in it, the latest first.
    pub backups: Vec<Backup>,
}
