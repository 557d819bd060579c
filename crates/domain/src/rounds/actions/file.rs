//! Writing into a file of nomination: texts and attached files, by the unit that holds it while it is open.

use kernel::{Actor, Id, Refusal};

use super::place;
use crate::books::Batch;
use crate::rounds::known_store::{self, Known};
use crate::rounds::model::{Item, ItemSort, State};
use crate::rounds::told::FileOf;
use crate::rounds::{file_store, read_store, rules};
use crate::{App, Error, Result, documents, files};

/// Writes texts into items of the checklist: item and words. What stands there already is left as it is.
pub fn fill(app: &App, actor: &Actor, nomination: Id, cells: &[(String, String)]) -> Result<()> {
    app.write(actor, "rounds.nominate", "Ghi hồ sơ đề nghị khen", |batch| {
        let (known, unit, checklist) = open_file(batch, nomination)?;
        let federation = batch.federation();
        let place = (nomination, &known.standing);
        let stands = file_store::items(batch.reader()?, federation, place, &checklist)?;
        for (code, body) in cells {
            let item = item_of(&checklist, code)?;
            let letters = body.trim().chars().count();
            if item.sort == ItemSort::File && letters > 0 {
                let message = format!("Mục “{}” chỉ nhận tệp", item.title);
                return Err(Refusal::new("files_only", message, "Gửi tệp cho mục này").into());
            }
            if letters > rules::BODY_MAX {
                let message = format!("Mục “{}” dài hơn {} chữ", item.title, rules::BODY_MAX);
                return Err(Refusal::new(
                    "bad_text",
                    message,
                    "Ghi gọn lại, phần còn lại gửi thành tệp",
                )
                .into());
            }
            let body = body.trim().replace("\r\n", "\n");
            let before = stands.iter().find(|told| told.item.code == *code);
            if before.and_then(|told| told.body.as_deref()).unwrap_or_default() != body {
                file_store::append_cell(batch, (nomination, unit), code, &body)?;
            }
        }
        Ok(())
    })
}

/// A file that may be written into, with the unit that holds it and its checklist.
fn open_file(batch: &mut Batch<'_, '_>, nomination: Id) -> Result<(Known, Id, Vec<Item>)> {
    let federation = batch.federation();
    let known = known_store::load(batch.reader()?, federation, nomination)?;
    rules::must_stand_so(&known.standing, &[State::Drafted, State::Returned])?;
    let unit = known.standing.holder.unwrap_or(known.unit);
    batch.must_reach(unit)?;
    let awards = read_store::awards(batch.reader()?, federation, known.round)?;
    let checklist = place::checklist_of(&awards, &known.award);
    Ok((known, unit, checklist))
}

fn item_of<'a>(checklist: &'a [Item], code: &str) -> Result<&'a Item, Refusal> {
    checklist.iter().find(|item| item.code == code).ok_or_else(|| {
        Refusal::new("unknown_item", "Danh mục hồ sơ không có mục này", "Tải lại trang hồ sơ")
    })
}

/// Attaches a file to an item. Gives back its id.
pub fn attach(
    app: &App,
    actor: &Actor,
    nomination: Id,
    item: &str,
    (name, bytes): (&str, &[u8]),
) -> Result<Id> {
    app.write(actor, "rounds.nominate", "Gửi tệp minh chứng", |batch| {
        let (_, unit, checklist) = open_file(batch, nomination)?;
        let item = item_of(&checklist, item)?;
        if item.sort == ItemSort::Text {
            let message = format!("Mục “{}” ghi bằng chữ, không nhận tệp", item.title);
            return Err(Refusal::new("text_only", message, "Ghi nội dung vào mục này").into());
        }
        let (name, media) = documents::must_be_file(name, bytes)?;
        let (app, federation) = (batch.app, batch.federation());
        let stand = file_store::files(batch.reader()?, federation, nomination)?;
        if stand.len() >= rules::FILES_MAX {
            let message = format!("Hồ sơ đã có {} tệp", rules::FILES_MAX);
            let remedy = "Gộp các trang thành một tệp PDF, hoặc bỏ bớt tệp cũ";
            return Err(Refusal::new("too_many_files", message, remedy).into());
        }
        let hash = files::put_in(app, batch.reader()?, &name, bytes)?;
        if stand.iter().any(|file| file.hash == hash && file.item == item.code) {
            let message = format!("Tệp {name} có nội dung giống hệt một tệp đã gửi ở mục này");
            return Err(Refusal::new("already_attached", message, "Không cần gửi lại").into());
        }
        let file = FileOf {
            id: nomination,
            item: item.code.clone(),
            name,
            media: media.ending().to_owned(),
            bytes: bytes.len() as i64,
            hash,
        };
        file_store::append_file(batch, (nomination, unit), &file, None)
    })
}

/// Takes a file off an item; it stays in the books.
pub fn withdraw_file(app: &App, actor: &Actor, nomination: Id, file: Id) -> Result<()> {
    app.write(actor, "rounds.nominate", "Bỏ tệp minh chứng", |batch| {
        let (_, unit, _) = open_file(batch, nomination)?;
        let federation = batch.federation();
        let stand = file_store::files(batch.reader()?, federation, nomination)?;
        let found = stand.into_iter().find(|each| each.id == file).ok_or_else(unknown_file)?;
        file_store::append_file(batch, (nomination, unit), &found, Some(file)).map(drop)
    })
}

fn unknown_file() -> Refusal {
    Refusal::new("unknown_file", "Hồ sơ không còn tệp này", "Mở lại trang hồ sơ")
}

/// A file with its bytes, for who sees the nomination; taking it is noted.
pub fn take_file(app: &App, actor: &Actor, nomination: Id, file: Id) -> Result<(FileOf, Vec<u8>)> {
    let (found, bytes) = app.db.read(|tx| {
        app.allow(actor, "rounds.read")?;
        let known = known_store::load(tx, app.federation, nomination)?;
        app.must_reach(tx, actor, "rounds.read", known.unit, app.today())?;
        let stand = file_store::files(tx, app.federation, nomination)?;
        let found = stand.into_iter().find(|each| each.id == file).ok_or_else(unknown_file)?;
        let bytes = files::load(app, tx, &found.hash)?;
        Ok::<_, Error>((found, bytes))
    })?;
    app.note(actor, "rounds.file_taken", Some(nomination), Some(&found.name))?;
    Ok((found, bytes))
}
