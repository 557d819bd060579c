//! The kinds of long work: under which action each is allowed, and what does it.

use kernel::Actor;

use super::board::Progress;
use super::model::Job;
use crate::{App, Error, Result};

/// What a job answers.
#[derive(Clone, Debug, Default)]
pub struct Done {
    /// The answer, as the kind writes it.
    pub answer: String,
}

/// Does the work of a job as the actor who asked for it.
pub(super) type Work = fn(&App, &Actor, &Job, &Progress<'_>) -> Result<Done>;

/// A kind of long work.
pub(super) struct Kind {
    pub(super) code: &'static str,
    /// The action whose power is needed to ask for it; its work checks the units.
    pub(super) action: &'static str,
    /// Whether that power must hold over the whole of the books.
    pub(super) is_whole: bool,
    pub(super) work: Work,
}

const KINDS: &[Kind] = &[
    Kind { code: "import", action: "imports.run", is_whole: false, work: crate::imports::run_job },
    Kind {
        code: "reorganisation",
        action: "units.record",
        is_whole: false,
        work: crate::reorganisations::run_job,
    },
    Kind {
        code: "backup",
        action: "books.backup",
        is_whole: true,
        work: crate::keeping::backup_job,
    },
    Kind {
        code: "certificates",
        action: "certificates.print",
        is_whole: false,
        work: crate::certificates::run_job,
    },
    Kind { code: "drill", action: "books.drill", is_whole: true, work: crate::keeping::drill_job },
    Kind {
        code: "examination",
        action: "books.doctor",
        is_whole: true,
        work: crate::keeping::examination_job,
    },
    #[cfg(test)]
    super::tests::KIND,
];

/// The kind with a code.
pub(super) fn kind(code: &str) -> Result<&'static Kind> {
    let found = KINDS.iter().find(|kind| kind.code == code);
    found.ok_or_else(|| Error::Broken(format!("không có loại việc {code}")))
}
