//! One finding: where, what, what stands there and what is proposed instead.

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::kinds::{Finding, Level, Severity};

/// A value as it stands in a cell, in a proposal or in a record.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Said {
    /// An empty cell; nothing can be proposed.
    #[default]
    Nothing,
    /// A number as a cell stores it; a whole one is printed without decimals.
    Number(f64),
    /// A whole number.
    Count(i64),
    /// Text.
    Text(String),
    /// One value from each of several cells.
    Each(Vec<Self>),
    /// Several fields at once.
    Fields(Vec<(&'static str, Self)>),
}

impl Said {
    /// Text, or nothing.
    pub(crate) fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.into()))
    }

    /// A whole number, or nothing.
    pub(crate) fn count(count: Option<i64>) -> Self {
        count.map_or(Self::Nothing, Self::Count)
    }
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Said {
    fn from(number: i64) -> Self {
        Self::Count(number)
    }
}

/// The largest whole number a spreadsheet stores exactly.
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

impl Serialize for Said {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => to.serialize_none(),
            Self::Count(count) => to.serialize_i64(*count),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < WHOLE_MAX => {
                to.serialize_i64(*number as i64)
            }
            Self::Number(number) => to.serialize_f64(*number),
            Self::Text(text) => to.serialize_str(text),
            Self::Each(each) => to.collect_seq(each),
            Self::Fields(fields) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (field, said) in fields {
                    map.serialize_entry(field, said)?;
                }
                map.end()
            }
        }
    }
}

/// A finding on one row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// As the spreadsheet shows it.
    pub row: u32,
    /// Column letters, two joined by a comma where two cells are meant; `None` when no cell is.
    pub column: Option<String>,
    /// The field, as the structure of the sheet names it.
    pub field: &'static str,
    /// How grave it is here.
    pub severity: Severity,
    /// What it is.
    pub kind: Finding,
    /// What stands in the cell.
    pub raw: Said,
    /// What to put instead.
    pub proposed: Said,
    /// How much was expected of a reader.
    pub level: Level,
    /// The other row meant, of the same sheet unless the note says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ref_row: Option<u32>,
    /// More about this one, in Vietnamese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Problem {
    /// The same cell, another finding.
    #[must_use]
    pub(crate) fn of(self, kind: Finding) -> Self {
        Self { kind, severity: kind.severity(), level: kind.level(), ..self }
    }

    /// What to put instead.
    #[must_use]
    pub(crate) fn propose(self, proposed: impl Into<Said>) -> Self {
        Self { proposed: proposed.into(), ..self }
    }

    /// More about it.
    #[must_use]
    pub(crate) fn note(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }

    /// The other row meant.
    #[must_use]
    pub(crate) fn other_row(self, row: u32) -> Self {
        Self { ref_row: Some(row), ..self }
    }

    /// The sentence for the clerk: what is the matter and what to do, with what is known here.
    pub fn vi(&self) -> String {
        match (&self.note, self.ref_row) {
            (Some(note), _) => format!("{} ({note})", self.kind.vi()),
            (None, Some(row)) => format!("{} (dòng {row})", self.kind.vi()),
            (None, None) => self.kind.vi().to_owned(),
        }
    }
}

/// A finding on a whole sheet or on the workbook.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileProblem {
    /// The sheet; `None` for the workbook and for CSV.
    pub sheet: Option<String>,
    /// What it is.
    pub kind: Finding,
    /// How grave it is.
    pub severity: Severity,
    /// The cell or column.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The row as the spreadsheet shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The field, as records name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// The code of the block a subtotal belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub block: Option<String>,
    /// The printed figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed: Option<i64>,
    /// The sum over all data rows after corrections.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computed: Option<i64>,
    /// The same without rejected rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computed_accepted_rows: Option<i64>,
}

impl FileProblem {
    /// A finding about a sheet, with nothing more to say yet.
    pub(crate) fn new(sheet: Option<&str>, kind: Finding) -> Self {
        Self {
            sheet: sheet.map(str::to_owned),
            kind,
            severity: kind.severity(),
            place: None,
            row: None,
            field: None,
            block: None,
            printed: None,
            computed: None,
            computed_accepted_rows: None,
        }
    }
}
