//! What a member reads of the own record.

use kernel::Id;
use serde::Serialize;

/// The own record; the identity number is masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MyRecord {
    /// The id, as text.
    pub id: String,
    /// The name.
    pub name: String,
    /// `nam` or `nu`.
    pub sex: Option<String>,
    /// Birth, as precise as known.
    pub birth: Option<String>,
    /// When the union was joined, as a list told.
    pub joined: Option<String>,
    /// Quê quán.
    pub hometown: Option<String>,
    /// Work.
    pub job: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Post in the union, as a list told.
    pub union_title: Option<String>,
    /// The identity number, all but its last four digits hidden.
    pub identity_number: Option<String>,
    /// The unit of today.
    pub unit: Option<String>,
    /// `member`, `in_transit`, `left`.
    pub status: String,
    /// The life line: day, what happened, unit.
    pub events: Vec<(String, String, String)>,
}

/// A line of the trail about the own record: somebody looked, or changed something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Look {
    /// When, as ISO text.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What, by its code.
    pub what: String,
    /// Why the books were written then.
    pub reason: String,
}

/// Something to be mended.
#[derive(Clone, Debug)]
pub struct NewRequest<'a> {
    /// Which field: one of [`super::FIELDS`].
    pub field: &'a str,
    /// What it should say.
    pub asked: &'a str,
    /// Why, such as the paper that proves it.
    pub why: Option<&'a str>,
}

/// A request and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Request {
    /// Its id, as text.
    pub id: String,
    /// Which field.
    pub field: String,
    /// What it should say.
    pub asked: String,
    /// Why.
    pub why: Option<String>,
    /// Whether it was accepted; none while it waits.
    pub accepted: Option<bool>,
    /// What the answer said.
    pub answer: Option<String>,
    /// When it was asked, as ISO text.
    pub asked_at: String,
    /// When it was answered, as ISO text.
    pub answered_at: Option<String>,
}

/// Everything the books hold of one person, to take home.
#[derive(Clone, Debug, Serialize)]
pub struct MyData {
    /// When it was put together, as ISO text.
    pub made_at: String,
    /// The record.
    pub record: MyRecord,
    /// The requests.
    pub requests: Vec<Request>,
    /// Who looked.
    pub looks: Vec<Look>,
}

/// The person of an account, with the unit a request goes to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    pub(super) person: Id,
    pub(super) unit: Option<Id>,
}
