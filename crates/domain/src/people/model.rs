//! What is known of a person.

use kernel::Id;

use super::seal::Sensitive;

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
