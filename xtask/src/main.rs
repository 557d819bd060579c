//! The tasks of the house: tidy, test, bench.
fn main() {}
