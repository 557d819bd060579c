//! Making copies, trying them, examining the books, and telling how it stands.

mod backup;
mod drill;
mod examine;
mod health;
mod take;

pub use backup::ask_backup;
pub(crate) use backup::backup_job;
pub use drill::ask_drill;
pub(crate) use drill::drill_job;
pub use examine::{ask_examination, examine};
pub(crate) use examine::{examination_job, write_chain_proved};
pub use health::health;
pub use take::{TakenBackup, take_backup};

use std::path::PathBuf;

use kernel::{Actor, Id, Instant};

use super::model::{Upkeep, UpkeepKind};
use super::{rules, store};
use crate::jobs::{self, NewJob};
use crate::{App, Error, Result};

/// The folder of copies; it need not be there yet.
fn folder(app: &App) -> Result<PathBuf> {
    app.folder.clone().ok_or_else(|| rules::no_folder().into())
}

/// A copy that stands in the folder, by its name.
fn file_of(app: &App, name: &str) -> Result<PathBuf> {
    let file = folder(app)?.join(name);
    if !rules::is_name(name) || !file.is_file() {
        return Err(rules::no_backup(name).into());
    }
    Ok(file)
}

fn ask(app: &App, actor: &Actor, kind: &'static str, input: &str) -> Result<Id> {
    jobs::ask(app, actor, &NewJob { kind, unit: None, input, file: None, is_draft: false })
}

/// What was done and when it began.
struct Doing<'d> {
    kind: UpkeepKind,
    actor: &'d Actor,
    subject: Option<&'d str>,
    began_at: Instant,
}

impl Doing<'_> {
    /// Writes down how it came out. A job that was cancelled or interrupted leaves no line.
    fn write<T: serde::Serialize>(
        &self,
        app: &App,
        outcome: Result<T>,
        is_good: impl FnOnce(&T) -> bool,
    ) -> Result<T> {
        let (is_good, answer) = match &outcome {
            Ok(told) => {
                let text = serde_json::to_string(told);
                let text = text.map_err(|_| Error::Broken("không ghi được kết quả".to_owned()))?;
                (is_good(told), text)
            }
            Err(Error::Refused(refusal)) if refusal.code.starts_with("job_") => return outcome,
            Err(error) => (false, error.to_string()),
        };
        let line = Upkeep {
            id: app.ids.next(&*app.clock),
            kind: self.kind,
            actor: self.actor.name.clone(),
            began_at: self.began_at,
            ended_at: app.now(),
            subject: self.subject.map(str::to_owned),
            is_good,
            answer,
        };
        app.db.write(|tx| store::insert(tx, app.federation, &line))?;
        outcome
    }
}
