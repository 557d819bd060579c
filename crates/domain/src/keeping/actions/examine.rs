//! The doctor's run, and the end of the chain: proved, and written down.

use kernel::{Actor, Id};

use super::{Doing, ask};
use crate::audit::Verified;
use crate::books::doctor::{self, Report};
use crate::jobs::{Done, Job, Progress};
use crate::keeping::model::{Examination, Found, UpkeepKind};
use crate::{App, Result};

/// Asks for an examination of the books.
pub fn ask_examination(app: &App, actor: &Actor) -> Result<Id> {
    ask(app, actor, "examination", "")
}

/// Has the doctor prove the books, and writes down what was found.
pub fn examine(app: &App, actor: &Actor, progress: &mut dyn FnMut(&str)) -> Result<Report> {
    let doing = Doing { kind: UpkeepKind::Examination, actor, subject: None, began_at: app.now() };
    let report = doctor::examine(app, actor, progress)?;
    // What the doctor says is told even where nothing can be written any more.
    let _ = doing.write(app, Ok(kept(&report)), |kept| kept.findings.is_empty());
    Ok(report)
}

/// The report as it is kept.
fn kept(report: &Report) -> Examination {
    let Report { batches, facts, postings, rollups, .. } = *report;
    Examination { batches, facts, postings, rollups, findings: found(report) }
}

pub(super) fn found(report: &Report) -> Vec<Found> {
    let found = |finding: &doctor::Finding| Found {
        law: finding.law.to_owned(),
        table: finding.table.to_owned(),
        row: finding.row.clone(),
        what: finding.what.clone(),
    };
    report.findings.iter().map(found).collect()
}

/// The same as a job. The doctor reads one moment of the books and writes nothing, so it is simply begun again.
pub(crate) fn examination_job(
    app: &App,
    actor: &Actor,
    _: &Job,
    progress: &Progress<'_>,
) -> Result<Done> {
    let mut told = Ok(());
    let report = examine(app, actor, &mut |what| {
        if told.is_ok() {
            told = progress.tell(what, 0, 0);
        }
    })?;
    told?;
    Ok(Done { answer: report.findings.len().to_string() })
}

/// Writes down that the end of the chain was proved.
pub(crate) fn write_chain_proved(app: &App, actor: &Actor, proved: &Verified) -> Result<()> {
    let found = proved.finding.iter().map(|what| Found {
        law: "chain".to_owned(),
        table: "batch".to_owned(),
        row: String::new(),
        what: what.clone(),
    });
    let kept = Examination {
        batches: proved.last - proved.first + 1,
        facts: proved.rows,
        findings: found.collect(),
        ..Examination::default()
    };
    let doing = Doing { kind: UpkeepKind::Chain, actor, subject: None, began_at: app.now() };
    doing.write(app, Ok(kept), |kept| kept.findings.is_empty()).map(drop)
}
