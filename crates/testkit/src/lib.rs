//! Generated people and units, and the demo books.
//!
//! Everything here is invented and drawn from a seed: the same seed gives the same people. Names of districts, wards
//! and federations are real, the figures of [`demo`] are as published, every person and every employer is not.

pub mod chance;
pub mod demo;
mod draw;
pub mod generate;
pub mod people;
pub mod units;
