//! A named "no": what was refused, where, and what to do next.

use std::fmt;

/// A refusal by a rule or by a limit. Its code is public and never changes its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Stable code, such as `already_a_member`.
    pub code: &'static str,
    /// What is wrong and where, one Vietnamese sentence without a full stop.
    pub message: String,
    /// What to do next, one Vietnamese sentence without a full stop.
    pub remedy: String,
}

impl Refusal {
    /// Names a refusal.
    pub fn new(code: &'static str, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { code, message: message.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}]. {}.", self.message, self.code, self.remedy)
    }
}

impl std::error::Error for Refusal {}
