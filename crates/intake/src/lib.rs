//! A clerk's workbook read into typed rows with a verdict for each; pure, writes nothing.
//!
//! [`read()`] takes an opened workbook and the kind of list that is wanted. It finds the header by
//! its wordings, tells data from headings, sums and signatures, decodes old encodings column by
//! column, reads every field, and says of each row whether it goes in as it is, repaired,
//! doubtful, or not at all, with cell, reason and proposal.
//!
//! Not here: opening files (`sheets`), the language itself (`vietnamese`), and everything that
//! needs the books: whether a person is a member already, whether a unit exists.

mod cells;
mod changes;
mod checks;
mod columns;
mod draft;
mod duplicates;
mod header;
mod heading;
mod khoi;
mod kinds;
mod legacy;
mod members;
mod movements;
mod person;
mod preview;
mod problem;
mod read;
mod reader;
mod reading;
mod record;
mod report;
mod rows;
mod table;
mod targets;
mod titles;
mod top;
mod totals;
mod unit_names;
mod units;
mod units_named;

pub use changes::{ChangeRow, Deed};
pub use columns::Role;
pub use kinds::{Finding, Level, Severity};
pub use legacy::LegacyColumn;
pub use members::MemberRow;
pub use movements::{
    AdmissionRow, HandedOverRow, LeaverRow, LeavingReason, PlanResultRow, StruckOffRow, SummaryRow,
    TransferRow,
};
pub use person::Person;
pub use problem::{FileProblem, Problem, Said};
pub use read::read;
pub use reader::Kept;
pub use reading::{
    ColumnReading, Counts, Forced, Kind, Options, Place, Reading, Refusal, Rows, SheetReading,
    Skipped, Structure, WhySkipped,
};
pub use record::Verdict;
pub use report::Report;
pub use rows::{NotData, What};
pub use targets::TargetRow;
pub use units::{FoundingMethod, UnitRow};
