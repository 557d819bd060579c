//! What the address of a list of members asks: the filter, the columns, the place to go on from.

use domain::people::{Cursor, Filter, Sex, Status, Years};

use super::words as w;
use crate::address::{Question, Raw};
use crate::say::Say;

/// A column that a reader may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Birth,
    Sex,
    Unit,
    Title,
    Job,
    Phone,
    Joined,
    Status,
}

impl Column {
    pub(super) const ALL: [Self; 8] = [
        Self::Birth,
        Self::Sex,
        Self::Unit,
        Self::Title,
        Self::Job,
        Self::Phone,
        Self::Joined,
        Self::Status,
    ];
    /// Those shown unless a reader chooses.
    const USUAL: [Self; 6] =
        [Self::Birth, Self::Sex, Self::Unit, Self::Title, Self::Joined, Self::Status];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::Sex => "sex",
            Self::Unit => "at",
            Self::Title => "title",
            Self::Job => "job",
            Self::Phone => "phone",
            Self::Joined => "joined",
            Self::Status => "status",
        }
    }

    pub(super) fn name(self, say: Say) -> &'static str {
        say.text(match self {
            Self::Birth => w::BIRTH,
            Self::Sex => w::SEX,
            Self::Unit => w::UNION,
            Self::Title => w::TITLE,
            Self::Job => w::JOB,
            Self::Phone => w::PHONE,
            Self::Joined => w::JOINED,
            Self::Status => w::STATUS,
        })
    }
}

/// A list as it is asked.
pub(super) struct Asked {
    pub(super) filter: Filter,
    pub(super) columns: Vec<Column>,
    pub(super) after: Option<Cursor>,
}

/// The fields of the address that belong to the filter.
const FIELDS: [&str; 8] =
    ["q", "status", "sex", "born_from", "born_to", "joined_from", "joined_to", "no_number"];

impl Asked {
    /// Understands an address; what cannot be read asks nothing.
    pub(super) fn read(raw: &Raw, question: &Question) -> Self {
        let years = |from: &str, to: &str| {
            let year = |field: &str| {
                let year = raw.get(field)?.parse::<i16>().ok()?;
                (1850..=2200).contains(&year).then_some(year)
            };
            match (year(from), year(to)) {
                (None, None) => None,
                (first, last) => {
                    Some(Years { from: first.unwrap_or(1850), to: last.unwrap_or(2200) })
                }
            }
        };
        let status = raw.get("status").and_then(Status::from_code).unwrap_or(Status::Member);
        let filter = Filter {
            typed: raw.get("q").map(|typed| typed.chars().take(120).collect()),
            status: Some(status),
            sex: raw.get("sex").and_then(Sex::from_code),
            block: question.block,
            kind: question.kind,
            joined: years("joined_from", "joined_to"),
            born: years("born_from", "born_to"),
            without_number: raw.get("no_number") == Some("1"),
        };
        let chosen: Vec<Column> = Column::ALL
            .into_iter()
            .filter(|column| raw.all("col").any(|code| code == column.code()))
            .collect();
        let columns = if chosen.is_empty() { Column::USUAL.to_vec() } else { chosen };
        let after = raw.get("after").and_then(Cursor::parse);
        Self { filter, columns, after }
    }
}

/// The address of a list with the fields of this one, some of them left out, some given.
pub(super) fn to(
    raw: &Raw,
    question: &Question,
    path: &str,
    without: &[&str],
    with: &[(&str, &str)],
) -> String {
    question.to_with(path, &[&kept(raw, without), with].concat())
}

/// The fields of the filter as hidden ones, some left out, for a form that asks something more.
pub(super) fn kept<'r>(raw: &'r Raw, without: &[&str]) -> Vec<(&'r str, &'r str)> {
    let mut fields: Vec<(&str, &str)> = FIELDS
        .iter()
        .filter(|field| !without.contains(field))
        .filter_map(|field| Some((*field, raw.get(field)?)))
        .collect();
    if !without.contains(&"col") {
        fields.extend(raw.all("col").map(|code| ("col", code)));
    }
    fields
}
