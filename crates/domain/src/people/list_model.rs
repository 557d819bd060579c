//! Lists of members: what is asked, a row, a page, and the place from which the next page goes on.

use kernel::{Block, Id, UnitKind};

use super::model::Sex;

/// Where people stand who are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Members today.
    Member,
    /// Introduced elsewhere, not received yet.
    InTransit,
    /// Members once.
    Left,
}

impl Status {
    /// Every one, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Member, Self::InTransit, Self::Left];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::InTransit => "in_transit",
            Self::Left => "left",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.code() == code)
    }
}

/// Years from the first to the last, both counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first.
    pub from: i16,
    /// The last.
    pub to: i16,
}

/// Which people a list shows.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// What was typed: a part of the name from the beginning of a word, a whole identity number, or a phone number.
    pub typed: Option<String>,
    /// Where they stand; without it, members and those in transit.
    pub status: Option<Status>,
    /// Sex.
    pub sex: Option<Sex>,
    /// The block of their unit today.
    pub block: Option<Block>,
    /// The kind of their unit today.
    pub kind: Option<UnitKind>,
    /// Years in which they joined, as told by a list or by their admission.
    pub joined: Option<Years>,
    /// Years of birth.
    pub born: Option<Years>,
    /// Only those without an identity number.
    pub without_number: bool,
}

impl Filter {
    /// Whether it asks for all members, so that the ledger has counted them already.
    pub fn is_plain(&self) -> bool {
        self.typed.is_none()
            && self.status == Some(Status::Member)
            && self.sex.is_none()
            && self.block.is_none()
            && self.kind.is_none()
            && self.joined.is_none()
            && self.born.is_none()
            && !self.without_number
    }
}

/// The last person looked at: the key of the order, then the id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub(super) key: Vec<u8>,
    pub(super) id: Id,
}

/// Bytes of a key at most; the sort key of 120 letters is shorter.
const KEY_MAX: usize = 1_000;

impl Cursor {
    /// As an address carries it.
    pub fn text(&self) -> String {
        use std::fmt::Write as _;
        let mut text = format!("{}.", self.id);
        for byte in &self.key {
            let _ = write!(text, "{byte:02x}");
        }
        text
    }

    /// Reads what [`Cursor::text`] wrote; anything else is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, hex) = text.split_once('.')?;
        if hex.len() > 2 * KEY_MAX || !hex.len().is_multiple_of(2) || !hex.is_ascii() {
            return None;
        }
        let bytes = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16));
        let key = bytes.collect::<Result<_, _>>().ok()?;
        Some(Self { key, id: Id::parse(id)? })
    }
}

/// A person on a list of members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Birth, as precise as known.
    pub birth: Option<String>,
    /// Where the person stands.
    pub status: Status,
    /// The unit of today, or the last one: id, code and name.
    pub unit: Option<(Id, String, String)>,
    /// Joined the union, as told by a list or by the admission.
    pub joined: Option<String>,
    /// Work.
    pub job: Option<String>,
    /// Post in the union.
    pub union_title: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Whether an identity number is kept.
    pub has_number: bool,
}

/// A page of a list.
#[derive(Clone, Debug, Default)]
pub struct MemberPage {
    /// The rows.
    pub rows: Vec<MemberRow>,
    /// How many match in all, where that was counted.
    pub total: Option<i64>,
    /// From where to go on; none at the end.
    pub next: Option<Cursor>,
    /// Whether the list broke off because many people were looked at, not because the page is full.
    pub is_cut: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_back_and_nonsense_is_none() {
        let cursor = Cursor { key: vec![0, 7, 255], id: Id(42) };
        assert_eq!(Cursor::parse(&cursor.text()), Some(cursor));
        for wrong in ["", "1", "x.00", "0000000000001.0", "0000000000001.zz", "1.00"] {
            assert_eq!(Cursor::parse(wrong), None, "{wrong}");
        }
    }
}
