//! Awards and the rules for them as dated data: catalogue, conditions, verdicts that explain themselves. Pure.
//!
//! The files of `regulations/awards/` are read once, checked as a whole and refused with file, line and remedy when
//! anything in them does not hold. Titles (danh hiệu) stand apart from forms (hình thức); every entry names its source,
//! its article, its days and its mark; what is marked a guess is shown and never decides.
//!
//! Not here: the books, people, rounds, votes, decisions. Whoever asks brings the facts, each with the reference it is
//! traced by.

pub mod ahead;
mod ask;
pub mod award;
pub mod catalogue;
mod check;
pub mod compare;
pub mod fact;
pub mod facts;
pub mod judge;
pub mod mark;
pub mod money;
mod read;
mod read_rules;
pub mod rule;
pub mod service;
pub mod source;
mod written;

pub use ask::{Answer, Asker, Used};
pub use award::{Award, Layer, Level, Names, Sort, Subject};
pub use catalogue::{Catalogue, RuleFile};
pub use compare::{Change, Difference};
pub use fact::Fact;
pub use facts::{Facts, Trace, Value};
pub use judge::{Case, Finding, Judge, State, Verdict};
pub use mark::Mark;
pub use money::{Amount, Coefficient, Rounding};
pub use rule::{Condition, Effect, Rule};
pub use source::{Lasts, Source};
