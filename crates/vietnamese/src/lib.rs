#![doc = include_str!("../README.md")]

pub mod collate;
pub mod date;
mod distance;
pub mod ethnic;
pub mod fold;
pub mod id;
pub mod legacy;
pub mod letter;
pub mod money;
pub mod name;
pub mod number;
#[cfg(test)]
mod strategies;
pub mod syllable;
pub mod text;
