//! What a request is to who answers it.

use kernel::{Id, Instant};

use crate::people::NewPerson;

/// Which open requests a list asks for; those that wait longest come first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// After this one.
    pub after: Option<Id>,
    /// At most so many.
    pub limit: usize,
}

/// A request, open or answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: Id,
    /// Whose record.
    pub person: Id,
    /// The name.
    pub name: String,
    /// Code and name of the unit the person belongs to.
    pub unit: (String, String),
    /// Which field: one of [`crate::own::FIELDS`].
    pub field: String,
    /// What it should say; of an identity number in a list, the last four digits.
    pub asked: String,
    /// Why.
    pub why: Option<String>,
    /// When it was asked.
    pub at: Instant,
    /// The answer; none while it waits.
    pub answer: Option<AnswerTold>,
}

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerTold {
    /// Whether the request was accepted.
    pub accepted: bool,
    /// What was said.
    pub said: Option<String>,
    /// When.
    pub at: Instant,
    /// By whom.
    pub actor: String,
}

/// An answer to be given.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The field is set to what was asked.
    Apply,
    /// The record is corrected to this.
    Correct(Box<NewPerson>),
    /// It was dealt with otherwise: what was done.
    Done(String),
    /// It is not accepted: why.
    Decline(String),
}
