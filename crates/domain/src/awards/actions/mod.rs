//! The use cases of awards.

mod commend;
mod contests;
mod emulation;
mod ends;
mod initiatives;
mod read;
mod roll;
mod sheet;

pub use commend::commend;
pub use contests::{add_to_contest, contest};
pub use emulation::{EmulationCard, emulations, launch, record_emulation};
pub use ends::{decline, revoke, withdraw};
pub use initiatives::{initiative, initiatives, recognise};
pub use read::{
    HonoursOf, commendation, commendations, honours, honours_of_person, honours_of_unit,
};
pub use roll::{public_roll, publish_roll, roll_state};
pub use sheet::read_list;
