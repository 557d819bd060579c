//! Rounds: awards asked for over a stretch of time, by units that were called, with files that travel from rung to rung.
//!
//! ```text
//!            ┌──────────────── returned (or recalled by who sent it) ◄──────────────┐
//!            ▼                                                                      │
//! drafted ──sent──► sent ──accepted item by item──► accepted ──council──► passed ──┬┤
//!    │                                                  │  ▲         └──► failed ──┘│
//!    │                                                  │  └── reconsidered ──┘     │
//!    └► withdrawn                                       └── opened for comment      ├──► sent to the rung above
//!                                                                                   ├──► decided (an honour)
//!                                                                                   └──► refused
//! ```
//!
//! A nomination lies at one unit at a time, on one *rung*: grassroots, above the grassroots, city, confederation, state.
//! Every rung appraises, may open the list to members, may have a council vote, and ends with an outcome of its own: a
//! decision, recorded as an honour by `awards`; a refusal; or the file goes up with a submission. What the rules said of
//! somebody on the day the file was sent is kept with it and never worked out again. Where a nomination stands is the
//! fold of its steps. Not here: councils and ballots (`council`), the papers themselves, what an honour counts as.

mod actions;
mod checklist;
mod comment_store;
mod due_model;
mod file_store;
mod known_store;
mod list_store;
mod model;
mod read_store;
mod round_rules;
mod rules;
mod standing;
mod store;
#[cfg(test)]
mod tests;
mod told;

pub use actions::{
    Mark, accept, answer_comment, attach, call_units, change_quotas, change_round, comment,
    council_answered, decide, decided_lines, due, fill, mark, nominate, nomination, nominations,
    open_list, open_lists_for, open_round, opening, pass_on, people_near, preview,
    ready_for_council, recall, reconsider, refuse, return_file, round, rounds, send, submission_of,
    take_file, units_below, withdraw, withdraw_file,
};
pub use checklist::{Checklist, checklist_for, must_have_checklists};
pub use due_model::*;
pub use model::*;
pub use standing::Standing;
pub use told::*;
