//! Any bytes through `parsers::files`.
#![no_main]

#[path = "../../tests/parsers/mod.rs"]
#[allow(dead_code, reason = "each target runs one of them")]
mod parsers;

libfuzzer_sys::fuzz_target!(|input: &[u8]| parsers::files(input));
