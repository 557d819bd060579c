//! Documents: the papers that say why, the registers they are entered in, their numbers and their files.
//!
//! Every record names a paper where its kind asks for one; it is known by number, day and issuer. A unit *enters* papers in
//! its register: those that came, and its own, which may take the next number of a series. A series belongs to a unit, a
//! kind of paper and a year; a number is taken in the batch that writes the paper, so none is left out and none is given
//! twice. Who reaches a unit that a paper is about sees the paper, and of what it caused as much as that reach holds.
//! Not here: what a record that names a paper means; the files' bytes, which `files` keeps.

mod actions;
mod card_store;
mod cause_store;
mod list_store;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    attach, card, caused_people, download, enter, issue, list, may_enter_at, next_number,
    withdraw_entry, withdraw_file,
};
pub use model::{
    Asked, Caused, DocumentCard, DocumentRef, DocumentRow, EntryTold, FileTold, ImportCaused, Kind,
    MembersCaused, NewEntry, NewIssue, Next, PeoplePage, PersonCaused, RecordCaused, RecordSort,
    SeriesTold, TargetCaused, UnitCaused, Way, Which,
};
pub(crate) use rules::must_be_file;
pub(crate) use store::{catch_up, examine, find_or_add};
