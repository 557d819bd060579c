//! The words every room shares: ids, clock, days and periods, actors, refusals. Pure.
//!
//! Not here: anything a register means, and anything that reads or writes.

pub mod actor;
pub mod block;
pub mod clock;
pub mod day;
pub mod id;
pub mod period;
pub mod refusal;
pub mod text;

pub use actor::{Actor, Power};
pub use block::{Block, UnitKind};
pub use clock::{Clock, FixedClock, Instant, SystemClock};
pub use day::{Day, Month};
pub use id::{Id, IdSource};
pub use period::Period;
pub use refusal::Refusal;
pub use text::Text;
