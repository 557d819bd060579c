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
mod calls;
mod checks;
mod form;
mod kept;
mod kept_store;
mod model;
mod own_forms;
mod public;
mod rules;
mod store;
mod sums;
mod sums_store;
#[cfg(test)]
mod tests;

pub use actions::{
    Article, InputTold, LineTold, Run, act, act_on, article, at_filing, basis, below, differences,
    export, filed, heading, known_form, line, must_have_forms, read, type_cells, versions,
};
pub(crate) use actions::{approved_version, counted_among, measures_among, must_be_above};
pub use article::{ArticleForm, all as article_forms, find as find_article};
pub use calls::{
    Call, Counts, Due, Filing, NewCall, Owed, Owing, Waits, calls, completeness,
    export_completeness, extend, let_off, owed, send_call, waiting, withdraw,
};
pub use form::{Form, Level, Line, What, all as forms, find as find_form, read_form};
pub(crate) use kept::FiledVersion;
pub use kept::{Basis, Definition, Input, KeptForm, KeptLine, Wording};
pub use model::{
    BelowRow, Cell, Difference, FiledRow, Finding, Gathered, Key, Report, Source, State, Step,
    StepTold, Typed, Typist, Version,
};
pub(crate) use model::{state_code, state_from};
pub use own_forms::{all_forms, form_among, form_at, preview, put_in_force, text_of};
pub use public::{
    PublicArticle, PublicLine, PublicList, PublicReport, PublicRow, public_article, public_list,
    public_report, publish_article, withdraw_article,
};
pub(crate) use sums_store::{Life, catch_up, directly_above, follow_life, follow_units, stray};
