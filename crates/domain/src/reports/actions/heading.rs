//! The head of a report on paper: that of the day it was filed, for ever; that of today while it is a draft.

use kernel::Actor;

use crate::papers::{self, Letterhead};
use crate::reports::model::{Key, Report, Step};
use crate::{App, Result};

/// The head of the version shown. Of a filed version it is what the books knew when it was filed, so that the paper set
/// again is the same.
pub fn heading(app: &App, actor: &Actor, key: &Key, report: &Report) -> Result<Letterhead> {
    let filed = report
        .steps
        .iter()
        .find(|told| told.step == Step::Submit && told.version == report.version);
    match filed {
        Some(told) => papers::letterhead(app, actor, key.unit, told.on, Some(told.batch)),
        None => papers::letterhead(app, actor, key.unit, app.today(), None),
    }
}
