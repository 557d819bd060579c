//! Workbooks as other clerks make them: other words, other orders, other shapes.

#![cfg(test)]

#[path = "habits/book.rs"]
mod book;
#[path = "habits/changes.rs"]
mod changes;
#[path = "habits/encodings.rs"]
mod encodings;
#[path = "habits/members.rs"]
mod members;
#[path = "habits/movements.rs"]
mod movements;
#[path = "habits/units.rs"]
mod units;
