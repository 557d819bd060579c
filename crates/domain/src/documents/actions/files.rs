//! Files of a paper: attached by who keeps a register it stands in, taken by who may read people where it stood in one by
//! then, which is noted.

use db::{Tx, values};
use kernel::{Actor, Id, Refusal};

use super::read::{kept_since, must_see};
use crate::books::{Batch, schema};
use crate::documents::model::FileTold;
use crate::documents::{card_store, rules, store};
use crate::{App, Error, Result, files, policy};

/// Files of one paper at most.
const FILES_MAX: usize = 20;

/// Attaches a file to a paper, and gives the attachment's id.
pub fn attach(app: &App, actor: &Actor, document: Id, file: (&str, &[u8])) -> Result<Id> {
    app.write(actor, "documents.record", "Đính kèm tệp vào văn bản", |batch| {
        must_keep(batch, document)?;
        write_file(batch, document, file.0, file.1)
    })
}

/// Passes who reaches the register of a unit in which the paper stands.
fn must_keep(batch: &mut Batch<'_, '_>, document: Id) -> Result<()> {
    let federation = batch.federation();
    let mut told = Err(Error::from(Refusal::new(
        "not_entered",
        "Văn bản này chưa có trong sổ văn bản của đơn vị nào",
        "Đưa văn bản vào sổ của đơn vị trước, rồi đính kèm tệp",
    )));
    for (_, unit) in store::entries(batch.reader()?, federation, document)? {
        match batch.must_reach(unit) {
            Err(Error::Refused(refusal)) => told = Err(refusal.into()),
            other => return other,
        }
    }
    told
}

/// Writes a file beside the paper it belongs to.
pub(super) fn write_file(
    batch: &mut Batch<'_, '_>,
    document: Id,
    name: &str,
    bytes: &[u8],
) -> Result<Id> {
    let (name, media) = rules::must_be_file(name, bytes)?;
    let (app, federation) = (batch.app, batch.federation());
    let hash = files::put_in(app, batch.reader()?, &name, bytes)?;
    let stand = store::files(batch.reader()?, federation, document)?;
    let actor = batch.actor().clone();
    let since = kept_since(app, batch.reader()?, &actor, "documents.record", document)?;
    // Of a file that others attached before nothing is told; who has it too attaches it as well.
    let is_told = |id: &Id| since.is_some_and(|since| since < *id);
    if stand.iter().any(|(id, known, ..)| *known == hash && is_told(id)) {
        return Err(Refusal::new(
            "already_attached",
            format!("Tệp {name} có nội dung giống hệt một tệp đã đính kèm"),
            "Không cần gửi lại",
        )
        .into());
    }
    if stand.len() >= FILES_MAX {
        return Err(Refusal::new(
            "too_many_files",
            format!("Văn bản đã có {FILES_MAX} tệp đính kèm"),
            "Gộp các trang thành một tệp PDF, hoặc bỏ bớt tệp cũ",
        )
        .into());
    }
    let size = bytes.len() as i64;
    let row = values![document, hash, name, media.ending(), size, None::<i64>];
    batch.append(&schema::ATTACHMENT, row)
}

/// Takes a file off a paper: it is shown no more, and stays in the books.
pub fn withdraw_file(app: &App, actor: &Actor, document: Id, attachment: Id) -> Result<()> {
    app.write(actor, "documents.record", "Bỏ tệp đính kèm", |batch| {
        must_keep(batch, document)?;
        let federation = batch.federation();
        let stand = store::files(batch.reader()?, federation, document)?;
        let found = stand.into_iter().find(|(id, ..)| *id == attachment);
        let (_, hash, name, media, size) = found.ok_or_else(unknown_file)?;
        let (app, actor) = (batch.app, batch.actor().clone());
        must_be_given(app, batch.reader()?, &actor, "documents.record", (document, attachment))?;
        let row = values![document, hash, name, media, size, attachment];
        batch.append(&schema::ATTACHMENT, row).map(drop)
    })
}

/// Passes who keeps a register in which the paper stood when the file was attached.
fn must_be_given(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    action: &str,
    (document, attachment): (Id, Id),
) -> Result<()> {
    let since = kept_since(app, tx, actor, action, document)?;
    if since.is_some_and(|since| since < attachment) {
        return Ok(());
    }
    Err(actor
        .out_of_reach(policy::power_for(action), "sổ văn bản nơi tệp này được đính kèm")
        .into())
}

fn unknown_file() -> Refusal {
    Refusal::new("unknown_file", "Văn bản không còn tệp này", "Mở lại trang của văn bản")
}

/// A file of a paper with its bytes; taking it is noted.
pub fn download(
    app: &App,
    actor: &Actor,
    document: Id,
    attachment: Id,
) -> Result<(FileTold, Vec<u8>)> {
    let (file, bytes) = app.db.read(|tx| {
        must_see(app, tx, actor, "documents.file", document)?;
        let stand = card_store::files(tx, app.federation, document)?;
        let file = stand.into_iter().find(|file| file.id == attachment).ok_or_else(unknown_file)?;
        must_be_given(app, tx, actor, "documents.file", (document, attachment))?;
        let bytes = files::load(app, tx, &file.hash)?;
        Ok::<_, Error>((file, bytes))
    })?;
    app.note(actor, "documents.file_taken", Some(document), Some(&file.name))?;
    Ok((file, bytes))
}
