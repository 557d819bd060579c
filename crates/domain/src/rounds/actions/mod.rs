//! The use cases of rounds.

mod appraise;
mod comments;
mod council;
mod due;
mod file;
mod higher;
mod judge;
mod nominate;
mod open;
mod outcome;
mod papers;
mod place;
mod quotas;
mod read;
mod read_one;
mod send;

pub use appraise::{Mark, accept, mark, reconsider, return_file};
pub use comments::{answer_comment, comment, open_list, open_lists_for, opening};
pub use council::{council_answered, ready_for_council};
pub use due::due;
pub use file::{attach, fill, take_file, withdraw_file};
pub use judge::preview;
pub use nominate::{nominate, recall, withdraw};
pub use open::{call_units, change_round, open_round};
pub use outcome::{decide, pass_on, refuse};
pub use papers::{decided_lines, submission_of};
pub use quotas::change_quotas;
pub use read::{nominations, people_near, round, rounds, units_below};
pub use read_one::nomination;
pub use send::send;
