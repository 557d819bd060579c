//! Where an entry stands and on which days it holds.

use std::fmt;

use kernel::Day;

use crate::Mark;

/// The document an entry was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its symbol and day as written: `149/HD-TLĐ ngày 04/02/2015`.
    pub document: String,
    /// The article or section, when it is known.
    pub article: Option<String>,
    /// How sure it is.
    pub mark: Mark,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.article {
            Some(article) => write!(f, "{article}, {}", self.document),
            None => f.write_str(&self.document),
        }
    }
}

/// The days an entry is in force, first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lasts {
    /// The first day.
    pub from: Day,
    /// The last day; `None` while it is in force.
    pub to: Option<Day>,
}

impl Lasts {
    /// Whether a day is among them.
    pub fn holds(self, on: Day) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Whether the two share a day.
    pub fn meets(self, other: Self) -> bool {
        self.from <= other.to.unwrap_or(Day::MAX) && other.from <= self.to.unwrap_or(Day::MAX)
    }

    /// Whether every day of the other is one of these.
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.to.unwrap_or(Day::MAX) <= self.to.unwrap_or(Day::MAX)
    }
}

impl fmt::Display for Lasts {
    /// `từ 12/11/2019 đến 28/5/2024`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "từ {}", self.from.vi())?;
        self.to.map_or(Ok(()), |to| write!(f, " đến {}", to.vi()))
    }
}
