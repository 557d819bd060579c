//! Asking for long work, and doing it.

mod asking;
mod worker;

pub use asking::{NewJob, ask, cancel, change_draft, find, forget_old, mine, standing, submit};
#[cfg(test)]
pub(crate) use worker::claim;
pub use worker::{Worker, resume, step};
