//! Evidence per item: words or a file, added by the unit, taken off while the card is open, read by who may read people.

use kernel::{Actor, Id, Refusal};

use super::read::state_of;
use crate::files::{self, Media};
use crate::scores::model::{NewEvidence, Step};
use crate::scores::{evidence_store, rules, store};
use crate::{App, Error, Result, documents};

/// Pieces of evidence of one card at most.
const PIECES_MAX: usize = 300;

/// Adds evidence to an item of a card that the unit may still write.
pub fn attach(app: &App, actor: &Actor, card: Id, new: &NewEvidence) -> Result<Id> {
    app.write(actor, "scores.fill", "Thêm minh chứng chấm điểm", |batch| {
        let federation = batch.federation();
        let head = store::card(batch.reader()?, federation, card)?;
        batch.must_reach(head.unit.0)?;
        let state = state_of(batch.reader()?, app, card)?;
        rules::must_follow_from(state, Step::Submit, None)?;
        let cycle = store::cycle(batch.reader()?, federation, head.cycle)?;
        let sheet = store::sheet(batch.reader()?, federation, cycle.sheet)?;
        if sheet.body.item(&new.item).is_none() {
            let remedy = "Tải lại trang phiếu chấm";
            return Err(
                Refusal::new("unknown_item", "Bảng điểm không có chỉ tiêu này", remedy).into()
            );
        }
        rules::must_fit(new.said.as_deref())?;
        let said = new.said.as_deref().map(str::trim).filter(|text| !text.is_empty());
        if said.is_none() && new.file.is_none() {
            let remedy = "Ghi số văn bản, biên bản, hoặc chọn tệp";
            return Err(Refusal::new("no_evidence", "Chưa ghi minh chứng nào", remedy).into());
        }
        if evidence_store::of_card(batch.reader()?, federation, card)?.len() >= PIECES_MAX {
            let message = format!("Phiếu đã có {PIECES_MAX} minh chứng");
            return Err(
                Refusal::new("too_much_evidence", message, "Gộp các trang thành một tệp").into()
            );
        }
        let file = match &new.file {
            None => None,
            Some((name, bytes)) => {
                let (name, media) = documents::must_be_file(name, bytes)?;
                let hash = files::put_in(app, batch.reader()?, &name, bytes)?;
                Some((hash, name, media.ending(), bytes.len() as i64))
            }
        };
        let told = (&*new.item, said.map(str::to_owned));
        evidence_store::append(batch, (card, head.unit.0), told, file, None)
    })
}

/// Takes evidence off a card that the unit may still write; it stays in the books.
pub fn withdraw_evidence(app: &App, actor: &Actor, card: Id, evidence: Id) -> Result<()> {
    app.write(actor, "scores.fill", "Bỏ minh chứng chấm điểm", |batch| {
        let federation = batch.federation();
        let head = store::card(batch.reader()?, federation, card)?;
        batch.must_reach(head.unit.0)?;
        let state = state_of(batch.reader()?, app, card)?;
        rules::must_follow_from(state, Step::Submit, None)?;
        let known = evidence_store::of_card(batch.reader()?, federation, card)?;
        let known = known.into_iter().find(|each| each.told.id == evidence).ok_or_else(unknown)?;
        let told = (&*known.told.item, None);
        evidence_store::append(batch, (card, head.unit.0), told, None, Some(evidence)).map(drop)
    })
}

fn unknown() -> Refusal {
    Refusal::new("unknown_evidence", "Phiếu không còn minh chứng này", "Tải lại trang phiếu chấm")
}

/// The file of a piece of evidence: name, sort and bytes; taking it is noted.
pub fn evidence_file(
    app: &App,
    actor: &Actor,
    card: Id,
    evidence: Id,
) -> Result<(String, Media, Vec<u8>)> {
    app.allow(actor, "scores.evidence")?;
    let (name, media, bytes) = app.db.read(|tx| {
        let head = store::card(tx, app.federation, card)?;
        app.must_reach(tx, actor, "scores.evidence", head.unit.0, app.today())?;
        let known = evidence_store::of_card(tx, app.federation, card)?;
        let known = known.into_iter().find(|each| each.told.id == evidence).ok_or_else(unknown)?;
        let (Some(hash), Some((name, _))) = (known.hash, known.told.file) else {
            return Err(Error::from(unknown()));
        };
        let media = known.media.as_deref().and_then(Media::from_ending).ok_or_else(unknown)?;
        Ok((name, media, files::load(app, tx, &hash)?))
    })?;
    app.note(actor, "scores.evidence_taken", Some(card), Some(&name))?;
    Ok((name, media, bytes))
}
