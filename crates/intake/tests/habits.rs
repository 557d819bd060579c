//! Workbooks as other clerks make them: other words, other orders, other shapes.

#![cfg(test)]

#[path = "habits/book.rs"]
mod book;
#[path = "habits/members.rs"]
mod members;
