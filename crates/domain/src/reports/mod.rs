//! Reports: a form's lines filled for a unit and a period, filed, sent back or approved, and never changed afterwards.
//!
//! ```text
//! drafted ──submit──► submitted ──approve──► approved ──publish──► published
//!    ▲                   │                      │                     │
//!    │◄───── return ─────┘   (next version)     │                     │
//!    └◄──────────────── reopen ◄────────────────┴─────────────────────┘
//! ```
//!
//! A form is data with a source and days (`regulations/reports/`). What the books count is counted at the moment a
//! report is filed and kept with it, so a filed report prints the same for ever; what moved since is told apart. What
//! the books do not hold is typed by the unit, and summed above from the approved reports of the units directly below.
//! Not here: what the figures mean (`figures`), and the files a report is printed to (`exports`).

mod actions;
mod article;
mod form;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Article, Run, act, article, below, differences, export, heading, must_have_forms, read,
    type_cells, versions,
};
pub use article::{ArticleForm, all as article_forms, find as find_article};
pub use form::{Form, Level, Line, What, all as forms, find as find_form, read_form};
pub use model::{
    BelowRow, Cell, Difference, Finding, Gathered, Key, Report, Source, State, Step, StepTold,
    Typed, Version,
};
