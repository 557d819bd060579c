//! Files by the hash of their content: what is uploaded and what is attached to documents.
//!
//! A file is cut into parts, sealed like everything that may name people, and found by its SHA-256. The same file put
//! away twice is kept once. It stays as long as something refers to it, an attachment or a job, and is swept after.
//! Not here: who may read a file; that is asked by the slice that refers to it.

mod actions;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::sweep;
pub use actions::{load, put_in};
pub use rules::{FILE_BYTES, Media, must_fit};
