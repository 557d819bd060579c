//! What a cluster is: the units below another, divided for emulation, with a head that changes.

use kernel::{Day, Id};

use crate::awards::codes::codes;
use crate::documents::DocumentRef;

codes! {
    /// What a unit is in a cluster.
    Part {
        /// One of it.
        Member "member" "Thành viên" / "Member",
        /// Its head.
        Head "head" "Trưởng khối, cụm" / "Head",
        /// No longer in it.
        Gone "gone" "Ra khỏi khối, cụm" / "No longer in it",
    }
}

/// A cluster to be made.
#[derive(Clone, Debug)]
pub struct NewCluster {
    /// The unit that divides those below it.
    pub unit: Id,
    /// Its name.
    pub name: String,
    /// From when.
    pub from: Day,
    /// Its last day.
    pub to: Option<Day>,
    /// What unites it, in a few words.
    pub about: Option<String>,
    /// The decision.
    pub document: DocumentRef,
    /// Its units.
    pub units: Vec<Id>,
    /// The unit at its head.
    pub head: Option<Id>,
}

/// A unit of a cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterUnit {
    /// Its id.
    pub id: Id,
    /// Its code.
    pub code: String,
    /// Its name today.
    pub name: String,
    /// What it is in the cluster.
    pub part: Part,
    /// Since when.
    pub since: Day,
}

/// A cluster as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Its id.
    pub id: Id,
    /// The unit that divides.
    pub unit: Id,
    /// Its name.
    pub name: String,
    /// From when.
    pub from: Day,
    /// Its last day.
    pub to: Option<Day>,
    /// What unites it.
    pub about: Option<String>,
    /// Number and day of the decision.
    pub document: String,
    /// Its units on the day, the head first.
    pub units: Vec<ClusterUnit>,
}
