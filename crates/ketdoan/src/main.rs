//! The program: one binary, every command.
fn main() {}
