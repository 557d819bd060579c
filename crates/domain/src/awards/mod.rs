//! Awards: who was honoured, by whom, by which decision; movements, contests and initiatives that led there.
//!
//! ```text
//! proposed ──► decided ──► revoked (by a decision, on its own day; what was decided stays counted where it was)
//!     │            └─────► withdrawn (recorded in error; its postings are reversed)
//!     └──► declined
//! ```
//!
//! A *commendation* is one paper with its list; an *honour* is one line of the list: one person or collective, as named
//! that day, at one level. Each rung of the ladder is a paper of its own; an honour may name the proposal it answers and
//! the nomination of a round. Each honour posts one account, that of its form and deciding level, on the paper's day.
//! Not here: who deserves an honour (rules), councils and rounds, certificates.

mod actions;
mod catalogue;
pub(crate) mod codes;
mod columns;
mod contest_store;
mod emulation_model;
mod emulation_store;
mod initiative_store;
mod list_store;
mod match_store;
mod model;
mod recovery_store;
mod registration_store;
mod roll_store;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod told;

pub use actions::{
    EmulationCard, HonoursOf, add_to_contest, answer_registration, commend, commendation,
    commendations, contest, decline, delegate, emulations, exemplars, honours, honours_of_person,
    honours_of_unit, initiative, initiatives, launch, public_roll, publish_roll, read_list,
    recognise, record_emulation, recover, recovery, register, registrations, revoke, roll_state,
    withdraw, withdraw_recovery, women_honoured,
};
pub(crate) use actions::{
    commend_in, decline_in, is_roll_open, member_named, unit_named, unit_on, withdraw_in,
};
pub use catalogue::{AWARDS, Award, award, award_name};
pub use columns::{Listed, ListedRow};
pub use emulation_model::{
    Author, ContestLine, ContestSummary, Emulation, EmulationKind, EmulationRow, Initiative,
    InitiativeKind, InitiativeRow, NewContestLine, NewEmulation, Prize, Registration,
    RegistrationStep, Told,
};
pub use model::{
    Commendation, CommendationRow, Delegation, Ended, Exemplars, Form, Given, HonourFilter,
    HonourPage, HonourRow, Level, NewCommendation, NewHonour, NewRecovery, Recovered, Recovery,
    Revocation, RollFilter, RollPage, RollRow, Stage, Subject, Thing,
};
pub(crate) use told::TraceOf;
