//! Making a score sheet, and reading those a unit may use: its own, and those of the units above it.

use kernel::{Actor, Id, Refusal};

use crate::books::read_paths;
use crate::scores::sheet::{self, NewSheet, Sheet, SheetRow};
use crate::scores::{frame, store};
use crate::{App, Result, documents, units};

/// Bytes of a sheet's body at most: 200 items of a kilobyte.
const BODY_MAX: usize = 300_000;

/// Makes a sheet by a decision; under a frame it takes over what the frame fixes.
pub fn make_sheet(app: &App, actor: &Actor, new: &NewSheet) -> Result<Id> {
    app.write(actor, "scores.manage", "Lập bảng điểm thi đua", |batch| {
        let frame = new.frame.as_deref().map(frame::find).transpose()?;
        let body = sheet::under(frame, new.body.clone(), new.from)?;
        sheet::check(&new.name, &body)?;
        if new.document.number.trim().is_empty() {
            let remedy = "Ghi số và ngày của văn bản ban hành bảng điểm";
            return Err(Refusal::new("document_missing", "Bảng điểm cần số văn bản", remedy).into());
        }
        let size: usize = body.items.iter().map(|item| item.text.len() + item.evidence.len()).sum();
        if size > BODY_MAX {
            let remedy = "Ghi mỗi chỉ tiêu ngắn gọn như trong văn bản";
            return Err(Refusal::new("sheet_too_long", "Bảng điểm quá dài", remedy).into());
        }
        let federation = batch.federation();
        let state = units::load(batch.reader()?, federation, new.unit)?;
        units::must_be_open(&state, new.from)?;
        let document = documents::find_or_add(batch, &new.document)?;
        store::append_sheet(batch, new, &body, document)
    })
}

/// The sheets a unit may use, the latest first.
pub fn sheets(app: &App, actor: &Actor, unit: Id) -> Result<Vec<SheetRow>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "scores.read", unit, app.today())?;
        let path = read_paths(tx, app.federation, &[unit])?.remove(&unit).unwrap_or_default();
        let stretch = ledger::paths::on(&path, app.today()).or(path.last());
        let chain = stretch.map(|stretch| stretch.chain.clone()).unwrap_or_default();
        store::sheets(tx, app.federation, &chain)
    })
}

/// One sheet: a regulation of the office that made it, open to whoever reads figures there or below it.
pub fn sheet(app: &App, actor: &Actor, id: Id) -> Result<Sheet> {
    app.db.read(|tx| {
        app.allow(actor, "scores.read")?;
        store::sheet(tx, app.federation, id)
    })
}
