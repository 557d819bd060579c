//! What can be done with papers: listed, read, entered in a register, numbered, given files.

mod enter;
mod files;
mod read;

pub use enter::{enter, issue, may_enter_at, next_number, withdraw_entry};
pub use files::{attach, download, withdraw_file};
pub use read::{card, caused_people, list};
