//! Writing into a file: texts, files attached and taken off, and giving a file to who may see it.

use axum::response::Response;
use domain::files::Media;
use domain::rounds::{attach as attach_file, fill as fill_items, take_file, withdraw_file};
use kernel::{Id, Refusal};

use super::page::{id_at, id_of, must_record, nomination_at};
use super::{nomination, words as w};
use crate::parts::download;
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Writes the texts that were typed.
pub(super) fn fill(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    let told = fill_items(&visit.app, &visit.actor, id, &cells(visit));
    after(visit, id, told, visit.say.text(w::SAVED))
}

/// The texts that were typed: fields `t-ITEM`.
fn cells(visit: &Visit) -> Vec<(String, String)> {
    let fields = visit.form.fields();
    fields
        .filter_map(|(name, words)| Some((name.strip_prefix("t-")?.to_owned(), words.to_owned())))
        .collect()
}

/// Back to the file with what was done, or with why not.
fn after(
    visit: &Visit,
    id: Id,
    told: Result<(), domain::Error>,
    done: &str,
) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    carried_out(
        visit,
        told,
        |()| visit.done(&format!("{}#ho-so", nomination_at(&question, id)), done),
        nomination::show,
    )
}

/// Attaches a file to an item; what was typed meanwhile is written too.
pub(super) fn attach(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    let say = visit.say;
    let sent = visit.form.file("file");
    let name = sent.map(|sent| sent.name.clone()).unwrap_or_default();
    let missing = || Refusal::new("file_missing", say.text(w::NO_FILE), say.text(w::NO_FILE_DO));
    let told = sent.ok_or_else(|| domain::Error::from(missing())).and_then(|sent| {
        let (item, cells) = (visit.form.text("item"), cells(visit));
        if !cells.is_empty() {
            fill_items(&visit.app, &visit.actor, id, &cells)?;
        }
        attach_file(&visit.app, &visit.actor, id, item, (&*sent.name, &*sent.bytes)).map(drop)
    });
    after(visit, id, told, &say.fill(w::ATTACHED, &[("name", &name)]))
}

/// Gives a file; that it was taken is noted.
pub(super) fn give(visit: &Visit) -> Result<Response, Problem> {
    let (told, bytes) = take_file(&visit.app, &visit.actor, id_of(visit)?, id_at(visit, 4)?)?;
    let kind = Media::from_ending(&told.media);
    let kind = kind.map_or("application/octet-stream", Media::content_type);
    Ok(download(&told.name, kind, bytes))
}

/// Takes a file off.
pub(super) fn withdraw(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (id, file) = (id_of(visit)?, id_at(visit, 4)?);
    let told = withdraw_file(&visit.app, &visit.actor, id, file);
    after(visit, id, told, visit.say.text(w::TAKEN_OFF))
}
