//! One's own: what a member reads of the own record, who looked at it, what is asked to be mended, all of it to take home.
//!
//! An account is tied to a person when it is opened. What stands here asks for no power but that tie. Not here: how a
//! request is answered, which `requests` lets those do who keep the members of the unit.

mod actions;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{FIELDS, my_data, my_record, my_requests, request_correction, who_looked};
pub use model::{Look, MyData, MyRecord, NewRequest, Request};
