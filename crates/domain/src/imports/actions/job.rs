//! An import as a job: done once, with what it answered kept for whoever asked.

use kernel::{Actor, Id, Refusal};
use serde::{Deserialize, Serialize};

use super::run::{self, Prepared};
use crate::imports::draft::Draft;
use crate::imports::model::{Outcome, RefusedRow};
use crate::jobs::{self, Done, Job, Progress, State};
use crate::{App, Error, Result, files};

/// Notes of an outcome that are kept at most.
const NOTES_MAX: usize = 20;

/// What an import did, in short; the refused rows stand in a file beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobOutcome {
    /// The import, by which it can be undone.
    pub import: String,
    /// Rows that went in.
    pub accepted: usize,
    /// Rows that did not.
    pub refused: usize,
    /// What else the clerk should know.
    pub notes: Vec<String>,
}

/// Takes the file of a job in, as one batch under the job's command.
pub(crate) fn run_job(
    app: &App,
    actor: &Actor,
    job: &Job,
    progress: &Progress<'_>,
) -> Result<Done> {
    let (draft, bytes) = open(app, job)?;
    progress.tell("Đang đọc tệp", 0, 0)?;
    let request = draft.request(&bytes)?;
    let prepared = run::prepare(app, &request, &draft.choices)?;
    let (command, reason) = (jobs::command_of(job.id), run::reason_of(&request));
    let answer = app.write_once(actor, "imports.run", &reason, &command, |batch| {
        let outcome = run::take_in(batch, &request, &prepared, progress)?;
        keep_refused(batch, job.id, &outcome.refused)?;
        text(&short(outcome))
    })?;
    app.look_over();
    Ok(Done { answer })
}

/// The refused rows are put away in the transaction of the import itself, so that both stand or neither.
fn keep_refused(
    batch: &mut crate::books::Batch<'_, '_>,
    job: Id,
    refused: &[RefusedRow],
) -> Result<()> {
    let (app, federation) = (batch.app, batch.federation());
    let bytes = text(&refused)?;
    let tx = batch.reader()?;
    let hash = files::put_in(app, tx, "refused.json", bytes.as_bytes())?;
    jobs::set_answer_file(tx, federation, job, Some(&hash))
}

fn short(outcome: Outcome) -> JobOutcome {
    let notes = outcome.notes.into_iter().take(NOTES_MAX).collect();
    let import = outcome.import.unwrap_or_default();
    JobOutcome { import, accepted: outcome.accepted, refused: outcome.refused.len(), notes }
}

fn text<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::Broken("không ghi được kết quả".to_owned()))
}

/// The draft of a job and the bytes of its file.
pub(super) fn open(app: &App, job: &Job) -> Result<(Draft, Vec<u8>)> {
    let draft = Draft::of(job)?;
    let hash = job.file.as_deref().unwrap_or_default();
    let bytes = app.db.read(|tx| files::load(app, tx, hash))?;
    Ok((draft, bytes))
}

/// What an import answered, and the rows that did not go in.
pub fn outcome(app: &App, actor: &Actor, id: Id) -> Result<(JobOutcome, Vec<RefusedRow>)> {
    let job = jobs::find(app, actor, id)?;
    let answer = job.answer.as_deref().filter(|_| job.state == State::Done);
    let short = answer.and_then(|answer| serde_json::from_str(answer).ok());
    let short: JobOutcome = short.ok_or_else(|| {
        Refusal::new("not_done", "Lần nhập này chưa xong", "Chờ việc xong rồi xem kết quả")
    })?;
    Ok((short, refused_rows(app, &job)?))
}

fn refused_rows(app: &App, job: &Job) -> Result<Vec<RefusedRow>> {
    let Some(hash) = job.answer_file.as_deref() else { return Ok(Vec::new()) };
    let bytes = app.db.read(|tx| files::load(app, tx, hash))?;
    serde_json::from_slice(&bytes).map_err(|_| Error::Broken("không đọc được kết quả".to_owned()))
}

/// The rows that do not go in, or did not, as the workbook that came, each with its reason: name and bytes.
pub fn refused_file(app: &App, actor: &Actor, id: Id) -> Result<(String, Vec<u8>)> {
    app.allow(actor, "imports.run")?;
    let job = jobs::find(app, actor, id)?;
    let (draft, bytes) = open(app, &job)?;
    let request = draft.request(&bytes)?;
    let Prepared { workbook, reading, left } = run::prepare(app, &request, &draft.choices)?;
    let refused = if job.state == State::Done {
        refused_rows(app, &job)?
    } else {
        run::refused_by_reading(&reading).into_iter().chain(left).collect()
    };
    let bytes = run::workbook_of_refused(&workbook, &reading, &refused)?;
    app.note(actor, "imports.refused_taken", Some(job.id), Some(&draft.file_name))?;
    let stem = draft.file_name.rsplit_once('.').map_or(&*draft.file_name, |(stem, _)| stem);
    Ok((format!("{stem} - dòng chưa ghi.xlsx"), bytes))
}
