//! What is known of a person.

use kernel::{Id, Instant};

use super::likeness::Likeness;
use super::list_model::{MemberRow, Status};
use super::seal::Sensitive;
use crate::memberships::{LifeEvent, UnitName};

/// Sex, as told by the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    /// Nam.
    Male,
    /// Nữ.
    Female,
}

impl Sex {
    /// The stable code: `nam`, `nu`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Male => "nam",
            Self::Female => "nu",
        }
    }

    /// The sex with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Male, Self::Female].into_iter().find(|sex| sex.code() == code)
    }
}

/// A person to be written down. Texts are clean (NFC, no outer spaces).
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// Họ và tên, as on the identity card.
    pub name: String,
    /// Sex, where told.
    pub sex: Option<Sex>,
    /// Birth: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, as precise as it is known.
    pub birth: Option<String>,
    /// Joined the union, as told by the list; not the day of an event in these books.
    pub joined: Option<String>,
    /// Quê quán.
    pub hometown: Option<String>,
    /// Work.
    pub job: Option<String>,
    /// Phone, normalised.
    pub phone: Option<String>,
    /// Post in the union, as told by the list.
    pub union_title: Option<String>,
    /// Remarks, and raw texts that could not be read.
    pub note: Option<String>,
    /// What the law calls sensitive, or lets do harm.
    pub sensitive: Sensitive,
    /// The import the person came with.
    pub import: Option<Id>,
}

/// A person on a list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PersonRow {
    /// The id, as text.
    pub id: String,
    /// The name.
    pub name: String,
    /// `nam` or `nu`.
    pub sex: Option<String>,
    /// Birth, as precise as known.
    pub birth: Option<String>,
    /// The unit of which the person is a member today.
    pub unit: Option<String>,
    /// `member`, `in_transit`, `left`.
    pub status: String,
}

/// What a page says of one person; the identity number is masked.
#[derive(Clone, Debug)]
pub struct PersonCard {
    /// The row of lists.
    pub row: PersonRow,
    /// The identity number, all but its last four digits hidden.
    pub cccd_masked: Option<String>,
    /// The life line: day, kind of event, unit.
    pub events: Vec<(String, String, String)>,
}

/// Two records that may be one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The earlier record.
    pub keep: Id,
    /// The later one.
    pub drop: Id,
    /// `cccd` or `name_birth_sex`.
    pub because: &'static str,
    /// The name they share.
    pub name: String,
}

/// Everything a page says of one person.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The id.
    pub id: Id,
    /// What is known, without the sealed fields.
    pub facts: NewPerson,
    /// The identity number, all but its last four digits hidden.
    pub cccd_masked: Option<String>,
    /// The unit of today, or the last one.
    pub unit: Option<UnitName>,
    /// Where the person stands.
    pub status: Status,
    /// The life line, the newest first.
    pub events: Vec<LifeEvent>,
    /// Versions of what is known, the newest first.
    pub changes: Vec<Change>,
    /// Who read the identity number.
    pub seen: Vec<Look>,
    /// Who may be the same person.
    pub twins: Vec<Twin>,
    /// Whether the reader may record what happens to this person.
    pub may_record: bool,
    /// Whether the reader may read the identity number.
    pub may_reveal: bool,
}

/// A version of what is known.
#[derive(Clone, Debug)]
pub struct Change {
    /// What was told.
    pub facts: NewPerson,
    /// By whom.
    pub actor: String,
    /// When, in words.
    pub at: String,
}

/// Somebody who read what is sealed.
#[derive(Clone, Debug)]
pub struct Look {
    /// Who.
    pub actor: String,
    /// When, in words.
    pub at: String,
}

/// Somebody in the books who may be the same person.
#[derive(Clone, Debug)]
pub struct Twin {
    /// Who; nobody is named who is out of reach.
    pub row: Option<MemberRow>,
    /// Whether the identity number is the same.
    pub by_number: bool,
}

/// Two records that may be one person, and what speaks for it.
#[derive(Clone, Debug)]
pub struct Suspicion {
    /// The earlier record.
    pub earlier: Record,
    /// The later one.
    pub later: Record,
    /// How like they are.
    pub likeness: Likeness,
}

/// One of two records.
#[derive(Clone, Debug)]
pub struct Record {
    /// What lists tell.
    pub row: MemberRow,
    /// The identity number, all but its last four digits hidden.
    pub cccd_masked: Option<String>,
}

/// A page of suspicions.
#[derive(Clone, Debug, Default)]
pub struct Suspects {
    /// The pairs.
    pub pairs: Vec<Suspicion>,
    /// The pair behind which the next page begins; none at the end.
    pub next: Option<(Id, Id)>,
}

/// A merge that stands.
#[derive(Clone, Debug)]
pub struct Merge {
    /// Its own id.
    pub id: Id,
    /// The record that was merged away.
    pub dropped: Id,
    /// Its name.
    pub name: String,
    /// Its birth.
    pub birth: Option<String>,
    /// The record that was kept.
    pub kept: Id,
    /// Its name.
    pub kept_name: String,
    /// By whom.
    pub actor: String,
    /// When.
    pub at: Instant,
}

/// Two records that were told apart.
#[derive(Clone, Debug)]
pub struct Apart {
    /// Its own id.
    pub id: Id,
    /// The later record.
    pub person: Id,
    /// Its name.
    pub name: String,
    /// The earlier record.
    pub other: Id,
    /// Its name.
    pub other_name: String,
    /// Why.
    pub why: Option<String>,
    /// By whom.
    pub actor: String,
    /// When.
    pub at: Instant,
}
