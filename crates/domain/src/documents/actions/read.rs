//! Lists of papers, one paper, and the people it is about; each within the reader's reach.

use db::Tx;
use kernel::{Actor, Id, Refusal};

use crate::documents::model::{
    Asked, Caused, DocumentCard, DocumentRef, DocumentRow, PeoplePage, RecordSort,
};
use crate::documents::{card_store, cause_store, list_store, store};
use crate::reach::Bounds;
use crate::{App, Error, Result, policy};

/// The papers about a unit and all under it, the newest first.
pub fn list(app: &App, actor: &Actor, scope: Id, asked: &Asked) -> Result<Vec<DocumentRow>> {
    let today = app.today();
    app.db.read(|tx| {
        app.must_reach(tx, actor, "documents.read", scope, today)?;
        let bounds = app.bounds_under(tx, actor, "documents.read", scope)?;
        list_store::list(tx, app.federation, (&bounds, today), asked)
    })
}

/// The paper, for who reaches a unit that it is about.
pub(super) fn must_see(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    action: &str,
    document: Id,
) -> Result<DocumentRef> {
    let bounds = app.bounds(tx, actor, action)?;
    let paper = store::find(tx, app.federation, document)?;
    // Who reaches everything is told of a paper that is not there as such; others learn nothing of it.
    if bounds == Bounds::Whole {
        return paper.ok_or_else(|| unknown(document).into());
    }
    let reach = (&bounds, app.today());
    match paper {
        Some(paper) if card_store::is_about(tx, app.federation, reach, document)? => Ok(paper),
        _ => Err(actor.out_of_reach(policy::power_for(action), "đơn vị của văn bản này").into()),
    }
}

fn unknown(document: Id) -> Refusal {
    Refusal::new(
        "unknown_document",
        format!("Sổ không có văn bản {document}"),
        "Tìm trong danh sách văn bản",
    )
}

/// Where an action holds for the actor; none where it holds nowhere.
pub(super) fn held(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    action: &str,
) -> Result<Option<Bounds>> {
    match app.bounds(tx, actor, action) {
        Ok(Bounds::Ranges(ranges)) if ranges.is_empty() => Ok(None),
        Ok(bounds) => Ok(Some(bounds)),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The first of the entries of a paper within reach; who reaches everything was there from the start. Files attached
/// before it are no matter of who enters the paper later: a number, a day and an issuer can be guessed.
pub(super) fn kept_since(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    action: &str,
    document: Id,
) -> Result<Option<Id>> {
    match held(app, tx, actor, action)? {
        None => Ok(None),
        Some(Bounds::Whole) => Ok(Some(Id(0))),
        Some(bounds) => {
            let reach = (&bounds, app.today());
            let entries = card_store::entries(tx, app.federation, reach, document)?;
            Ok(entries.first().map(|entry| entry.id))
        }
    }
}

/// Everything a page says of one paper.
pub fn card(app: &App, actor: &Actor, document: Id) -> Result<DocumentCard> {
    let (federation, today) = (app.federation, app.today());
    app.db.read(|tx| {
        let paper = must_see(app, tx, actor, "documents.read", document)?;
        let bounds = app.bounds(tx, actor, "documents.read")?;
        let reach = (&bounds, today);
        let recorded = card_store::recorded(tx, federation, document)?;
        let (kind, recorded) = recorded.ok_or_else(|| unknown(document))?;
        let mut entries = card_store::entries(tx, federation, reach, document)?;
        for entry in &mut entries {
            let may = app.must_reach(tx, actor, "documents.record", entry.unit.0, today);
            entry.may_withdraw = allowed(may)?;
        }
        let may_read_files = allowed(must_see(app, tx, actor, "documents.file", document))?;
        let since = kept_since(app, tx, actor, "documents.file", document)?;
        let mut files = card_store::files(tx, federation, document)?;
        for file in &mut files {
            file.may_take = since.is_some_and(|since| since < file.id);
        }
        let may_enter = held(app, tx, actor, "documents.record")?.is_some();
        let namesake = (document, &*paper.number, &*paper.issuer);
        Ok(DocumentCard {
            id: document,
            kind,
            recorded,
            series: card_store::series(tx, federation, document)?,
            files,
            same_number: card_store::namesakes(tx, federation, reach, namesake)?,
            caused: caused(app, tx, actor, &bounds, document)?,
            may_attach: entries.iter().any(|entry| entry.may_withdraw),
            may_read_files,
            may_enter,
            entries,
            paper,
        })
    })
}

/// Whether something was allowed; that the books failed stays an error.
fn allowed<T>(told: Result<T>) -> Result<bool> {
    match told {
        Ok(_) => Ok(true),
        Err(Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The records with pages of their own, each with the command by which they are read.
const RECORDS: [(&str, RecordSort); 7] = [
    ("honours.read", RecordSort::Commendation),
    ("activities.read", RecordSort::Activity),
    ("rounds.read", RecordSort::Round),
    ("council.read", RecordSort::Council),
    ("honours.read", RecordSort::Emulation),
    ("scores.read", RecordSort::Cluster),
    ("scores.read", RecordSort::Sheet),
];

fn caused(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    bounds: &Bounds,
    document: Id,
) -> Result<Caused> {
    let (federation, today) = (app.federation, app.today());
    let reach = (bounds, today);
    let imports = match held(app, tx, actor, "imports.run")? {
        Some(bounds) => cause_store::imports(tx, federation, (&bounds, today), document)?,
        None => Vec::new(),
    };
    let mut records = Vec::new();
    for (command, sort) in RECORDS {
        if let Some(bounds) = held(app, tx, actor, command)? {
            let reach = (&bounds, today);
            records.extend(cause_store::records(tx, federation, reach, document, sort)?);
        }
    }
    Ok(Caused {
        records,
        units: cause_store::units(tx, federation, reach, document)?,
        members: cause_store::members(tx, federation, reach, document)?,
        targets: cause_store::targets(tx, federation, reach, document)?,
        imports,
    })
}

/// The people a paper is about, a page of them.
pub fn caused_people(
    app: &App,
    actor: &Actor,
    document: Id,
    (skip, take): (usize, usize),
) -> Result<PeoplePage> {
    app.db.read(|tx| {
        must_see(app, tx, actor, "documents.read", document)?;
        let Some(bounds) = held(app, tx, actor, "people.search")? else {
            return Ok(PeoplePage::default());
        };
        let reach = (&bounds, app.today());
        let mut rows = cause_store::people(tx, app.federation, reach, document, (skip, take + 1))?;
        let more = rows.len() > take;
        rows.truncate(take);
        Ok(PeoplePage { rows, more })
    })
}
