//! How sure a fact of the regulations is.

use serde::Deserialize;

/// The mark of confidence every entry carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Mark {
    /// The text itself was read, or a page that gives the article clause by clause.
    #[serde(rename = "R")]
    Read,
    /// Reported by others: news, another body's guide.
    #[serde(rename = "S")]
    Reported,
    /// A guess, or a text known to be in force that could not be read. It is shown and never decides.
    #[serde(rename = "G")]
    Guess,
}

impl Mark {
    /// Whether what carries the mark may decide anything.
    pub fn decides(self) -> bool {
        self != Self::Guess
    }

    /// The letter in the files.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Read => "R",
            Self::Reported => "S",
            Self::Guess => "G",
        }
    }

    /// What the mark says to a reader.
    pub fn meaning(self) -> kernel::Text {
        match self {
            Self::Read => kernel::Text::new("đã đọc văn bản", "text read"),
            Self::Reported => kernel::Text::new("theo nguồn khác thuật lại", "reported by others"),
            Self::Guess => kernel::Text::new(
                "chưa kiểm chứng, không dùng để xét",
                "unverified, decides nothing",
            ),
        }
    }
}
