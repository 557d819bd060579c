//! The laws of the ledger, on a case small enough for paper and on random histories.

mod chains;
mod paper;
mod properties;
