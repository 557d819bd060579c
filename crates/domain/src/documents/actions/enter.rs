//! Entering papers in a register: with the number they bear, or with the next one of a series; taking an entry out.

use db::values;
use kernel::{Actor, Day, Id, Refusal};

use super::read::must_see;
use crate::books::{Batch, schema};
use crate::documents::model::{DocumentRef, Kind, NewEntry, NewIssue, Next, Way, Which};
use crate::documents::{rules, store};
use crate::{App, Result, units};

/// Passes where the actor may enter papers in the register of a unit.
pub fn may_enter_at(app: &App, actor: &Actor, unit: Id) -> Result<()> {
    app.db.read(|tx| app.must_reach(tx, actor, "documents.record", unit, app.today()))
}

/// Enters a paper in the register of a unit, and gives the paper's id.
pub fn enter(
    app: &App,
    actor: &Actor,
    which: &Which,
    new: &NewEntry,
    file: Option<(&str, &[u8])>,
) -> Result<Id> {
    app.allow(actor, "documents.record")?;
    let which = match which {
        Which::Borne(paper) => Which::Borne(rules::must_be_whole(paper, app.today())?),
        Which::Known(id) => Which::Known(*id),
    };
    rules::not_to_come(new.on, app.today())?;
    let note = rules::must_be_note(new.note.as_deref())?;
    app.write(actor, "documents.record", "Vào sổ văn bản", |batch| {
        let document = match &which {
            Which::Borne(paper) => store::find_or_add(batch, paper)?,
            Which::Known(id) => {
                must_see(app, batch.reader()?, actor, "documents.read", *id)?;
                *id
            }
        };
        must_not_stand_twice(batch, document, new.unit)?;
        write_entry(batch, document, new, note.clone())?;
        if let Some((name, bytes)) = file {
            super::files::write_file(batch, document, name, bytes)?;
        }
        Ok(document)
    })
}

fn must_not_stand_twice(batch: &mut Batch<'_, '_>, document: Id, unit: Id) -> Result<()> {
    let federation = batch.federation();
    let entries = store::entries(batch.reader()?, federation, document)?;
    if entries.iter().all(|(_, at)| *at != unit) {
        return Ok(());
    }
    Err(Refusal::new(
        "already_entered",
        "Văn bản cùng số, ngày, cơ quan ban hành đã có trong sổ của đơn vị này",
        "Tìm trong danh sách văn bản; cần bổ sung thì đính kèm tệp vào văn bản ấy",
    )
    .into())
}

fn write_entry(
    batch: &mut Batch<'_, '_>,
    document: Id,
    new: &NewEntry,
    note: Option<String>,
) -> Result<()> {
    let federation = batch.federation();
    units::load(batch.reader()?, federation, new.unit)?;
    let (way, kind) = (new.way.code(), new.kind.code());
    let row = values![document, new.unit, way, kind, new.on, note, None::<i64>];
    batch.append(&schema::DOCUMENT_ENTRY, row)?;
    store::update_kind(batch, document, new.kind)
}

/// The number that the next paper of a series would take, for who may take it.
pub fn next_number(app: &App, actor: &Actor, unit: Id, kind: Kind, year: i16) -> Result<Next> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "documents.record", unit, app.today())?;
        let federation = app.federation;
        let last = store::last_number(tx, federation, (unit, kind, year))?;
        let symbol = |number: String| number.split_once('/').map(|(_, behind)| behind.to_owned());
        let of_kind = store::last_issued(tx, federation, unit, Some(kind))?.and_then(symbol);
        let symbol = match of_kind {
            Some(symbol) => symbol,
            None => {
                let other = store::last_issued(tx, federation, unit, None)?.and_then(symbol);
                let state = units::load(tx, federation, unit)?;
                rules::usual_symbol(kind, other.as_deref(), state.kind)
            }
        };
        Ok(Next {
            number: last.map_or(1, |(number, _)| number + 1),
            is_first: last.is_none(),
            not_before: last.map(|(_, day)| day),
            symbol,
        })
    })
}

/// Writes down a paper of the unit itself under the next number of its series: both in one batch, so that no number is
/// taken without its paper, and two at once take two numbers.
pub fn issue(
    app: &App,
    actor: &Actor,
    new: &NewIssue,
    file: Option<(&str, &[u8])>,
) -> Result<(Id, String)> {
    app.allow(actor, "documents.record")?;
    let title = rules::must_be_title(&new.title)?;
    let symbol = rules::must_be_symbol(&new.symbol)?;
    rules::not_to_come(new.issued_on, app.today())?;
    let reason = format!("Cấp số văn bản: {title}");
    app.write(actor, "documents.record", &reason, |batch| {
        batch.must_reach(new.unit)?;
        let federation = batch.federation();
        let state = units::load(batch.reader()?, federation, new.unit)?;
        let year = new.issued_on.year();
        let last = store::last_number(batch.reader()?, federation, (new.unit, new.kind, year))?;
        let number = rules::next_after(last, new.first, new.issued_on)?;
        let written = rules::written(number, &symbol);
        let issued_on = Some(new.issued_on);
        let (title, issuer) = (title.clone(), state.name);
        let paper = DocumentRef { number: written.clone(), issued_on, issuer, title };
        let document = store::find_or_add(batch, &paper)?;
        must_not_stand_twice(batch, document, new.unit)?;
        let row = values![document, new.unit, new.kind.code(), i64::from(year), number];
        batch.append(&schema::SERIES_NUMBER, row)?;
        let entry = NewEntry {
            unit: new.unit,
            way: Way::Issued,
            kind: new.kind,
            on: new.issued_on,
            note: None,
        };
        write_entry(batch, document, &entry, None)?;
        if let Some((name, bytes)) = file {
            super::files::write_file(batch, document, name, bytes)?;
        }
        batch.answers(document);
        Ok((document, written))
    })
}

/// Takes an entry out of a register, for a reason. The paper stays, and so does its number.
pub fn withdraw_entry(
    app: &App,
    actor: &Actor,
    (document, entry): (Id, Id),
    reason: &str,
) -> Result<()> {
    app.allow(actor, "documents.record")?;
    let reason = rules::must_be_note(Some(reason))?.ok_or_else(|| {
        Refusal::new(
            "reason_missing",
            "Chưa ghi lý do đưa văn bản ra khỏi sổ",
            "Ghi lý do, ví dụ: vào sổ nhầm đơn vị",
        )
    })?;
    app.write(actor, "documents.record", "Đưa văn bản ra khỏi sổ", |batch| {
        let federation = batch.federation();
        let stands = store::find_entry(batch.reader()?, federation, (document, entry))?;
        let (unit, way, kind, on) = stands.ok_or_else(|| {
            Refusal::new("unknown_entry", "Không còn lần vào sổ này", "Mở lại trang của văn bản")
        })?;
        let row = values![document, unit, way, kind, Day::parse(&on)?, reason.clone(), entry];
        batch.append(&schema::DOCUMENT_ENTRY, row)?;
        let left = store::kind_entered(batch.reader()?, federation, document)?;
        let paper = store::find(batch.reader()?, federation, document)?;
        let by_number = || paper.map_or(Kind::Other, |paper| rules::kind_of_number(&paper.number));
        store::update_kind(batch, document, left.unwrap_or_else(by_number))
    })
}
