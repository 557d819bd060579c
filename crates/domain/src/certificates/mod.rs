//! Certificates: the paper somebody is given for an honour, numbered, signed, verified by anybody, revoked with a cause.
//!
//! A certificate takes the next number of its issuer's series and year, a short code nobody can guess, and an Ed25519
//! signature over the facts that may be public. It is never changed: a wrong one is revoked and another is issued, and
//! the number of the first is not given again. Printing it again prints the same. Not here: whether somebody deserves
//! it, which is a matter of awards; how it looks, which is a matter of templates.

mod actions;
mod code;
mod model;
mod payload;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use actions::run_job;
pub use actions::{
    How, LIST_MAX, Prints, ask_run, awaiting, deliver, issue, issue_for_honours, of_decision, one,
    printed, register, revoke, run_file, standing, verify, withdraw_delivery,
};
pub use code::{shown, typed};
pub use model::{
    Certificate, CertificateFacts, DecisionRow, Delivered, Delivery, Issued, NewDelivery, Public,
    Revocation, Signer, Standing, Verified, Waiting, What, Wording,
};
pub use payload::{MAX_TEXT, signed_part};
pub use rules::{is_of_level, series_of};

pub use crate::signing::public_keys;
