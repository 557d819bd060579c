//! The council room: councils for emulation and commendation, their sessions, ballots and minutes.
//!
//! A council is set up by a decision with its seats; a session is called, its attendance taken, its agenda
//! voted on, and it is closed once, with an outcome for each matter. How many must be present and what
//! passes come from `regulations/council` where a text was read, and are typed by the session with their
//! source where none was. Who a matter is about has no vote on it. A secret vote is in no table: urns stand
//! in memory until the close writes the sums (decision 0073). Not here: the honour itself, which `awards`
//! records by its own decision.

mod actions;
mod ballot_model;
mod ballot_rules;
mod minutes;
mod model;
mod regulations;
mod room_store;
mod rules;
mod store;
mod terms;
#[cfg(test)]
mod tests;
mod urn;

pub use actions::{
    add_matter, attend, call_session, cancel_session, cast, change_session, close_ballots,
    close_session, council, councils, enter_count, minutes_of, must_have_rules, open_ballots,
    own_ballots, record_votes, recuse, room, rules_for, seat, set_up, take_from_round, unseat,
    void_ballot, waiting, withdraw_matter,
};
pub use ballot_model::{Ballot, Choice, Count, Ended, Opening, OwnBallot, Tally, Voter, Way};
pub use minutes::{Minutes, MinutesPart, MinutesTable};
pub use model::{
    Council, CouncilRow, Matter, Member, NewCouncil, NewMatter, NewMember, NewSession, Outcome,
    Presence, Recusal, Role, Room, SessionRow, Stage, Subject, Waiting,
};
pub use regulations::{Origin, Regulations, SizeRule, VoteRule, read as read_rules, standard};
pub use terms::{Base, Share, Terms};
pub(crate) use urn::Urns;
