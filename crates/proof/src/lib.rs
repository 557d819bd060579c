//! Soát số liệu: finds the figure claims in a published text and says which do not hold.
//!
//! The text is a plain one or a saved web page. It is cut into blocks ([`source`]), sentences and
//! figures; figures that the wording ties together are claims ([`claim`]), and each is reckoned
//! anew. A claim raises an alarm only where the wording leaves one reading: what is right must
//! never be called wrong. Nothing is compared with the books here; that is for whoever has them.

mod award_names;
mod check;
mod claim;
mod figure;
mod judge;
mod refusal;
mod report;
mod sentence;
mod source;
mod token;
mod words;

pub use award_names::AwardNames;
pub use check::{Options, check, mark};
pub use refusal::Refusal;
pub use report::{Finding, Found, Kind, Marked, Passage, Report, Verdict};
