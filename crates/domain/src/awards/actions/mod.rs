//! The use cases of awards.

mod commend;
mod contests;
mod delegates;
mod emulation;
mod ends;
mod initiatives;
mod read;
mod recoveries;
mod registrations;
mod roll;
mod sheet;

pub use commend::commend;
pub(crate) use commend::{commend_in, member_named, unit_named, unit_on};
pub use contests::{add_to_contest, contest};
pub use delegates::{delegate, exemplars};
pub use emulation::{EmulationCard, emulations, launch, record_emulation};
pub use ends::{decline, revoke, withdraw};
pub(crate) use ends::{decline_in, withdraw_in};
pub use initiatives::{initiative, initiatives, recognise};
pub use read::{
    HonoursOf, commendation, commendations, honours, honours_of_person, honours_of_unit,
    women_honoured,
};
pub use recoveries::{recover, recovery, withdraw_recovery};
pub use registrations::{answer_registration, register, registrations};
pub(crate) use roll::is_roll_open;
pub use roll::{public_roll, publish_roll, roll_state};
pub use sheet::read_list;
