//! Documents: the papers that say why. Every record names one where its kind asks for it.
//!
//! Not here: the files themselves and number series, which come with the register of documents.

mod store;

pub(crate) use store::find_or_add;

use kernel::Day;

/// A paper as a record cites it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentRef {
    /// The number as written, such as `22/QĐ-LĐLĐ`. Never unique by itself.
    pub number: String,
    /// Its day, where known.
    pub issued_on: Option<Day>,
    /// Who issued it, as written; empty where unknown.
    pub issuer: String,
    /// What it is about.
    pub title: String,
}

impl DocumentRef {
    /// A decision by number and day.
    pub fn decision(number: &str, issued_on: Option<Day>, issuer: &str, title: &str) -> Self {
        let [number, issuer, title] = [number, issuer, title].map(str::to_owned);
        Self { number, issued_on, issuer, title }
    }
}
