#![doc = include_str!("../README.md")]

pub mod collate;
pub mod fold;
pub mod letter;
pub mod name;
pub mod syllable;
pub mod text;
