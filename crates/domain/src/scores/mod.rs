//! Scores: clusters of units, score sheets as data, cycles in which units score themselves, rankings of clusters.
//!
//! ```text
//! opened ──► submitted ──► reviewed ──► ranked (the cluster's list is decided; withdrawn, it is reviewed again)
//!    ▲            │            │
//!    └─ returned ─┴─ reopened ─┘
//! ```
//!
//! A *frame* is what a regulation fixes (`regulations/scores/`): groups with maxima, grades with their bands, side
//! conditions, who may be ranked. A *sheet* is what an office makes under a frame, or on its own; it never widens the
//! frame, and its body holds everything a card needs. A *cycle* calls the units of clusters to a *card* each. Points are
//! whole hundredths, a year made of two halves is an exact fraction. A decided ranking keeps every line with its
//! explanation and counts each union on the account of its grade.
//! Not here: movements and honours (`awards`), and what a ranking proves for an award (`eligibility`).

mod actions;
mod cluster_store;
mod clusters;
mod evidence_store;
mod frame;
mod grading;
mod list_store;
mod model;
mod ranking_store;
mod rules;
mod sheet;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    attach, card, change_part, clusters, cycle, cycles, decide, evidence_file, export, fill, found,
    make_sheet, open_cycle, ranking, reopen, review, send_back, sheet, sheets, submit,
    withdraw_evidence, withdraw_ranking,
};
pub use clusters::{Cluster, ClusterUnit, NewCluster, Part};
pub use frame::{Frame, all as frames, find as find_frame, read_frame};
pub use grading::{Outcome, points_from, points_text};
pub use model::{
    Answer, Card, CardRow, Cycle, CycleRow, Cycles, Evidence, Hand, Mark, NewCycle, NewEvidence,
    OwnCard, Points, RankLine, Ranking, State, Step, StepTold, Term,
};
pub(crate) use ranking_store::stood;
pub use sheet::{Band, Body, Condition, Effect, Group, Item, NewSheet, Sheet, SheetRow, When};
