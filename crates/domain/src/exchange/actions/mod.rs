//! Use cases of exchange.

mod keys;
mod read;
mod receive;
mod send;

pub use keys::{add_key, end_key, keys, make_key};
pub use read::{Shown, inside, package, received, sent};
pub(crate) use read::{counted_below, received_below};
pub use receive::{look, receive};
pub use send::{Package, pack};
