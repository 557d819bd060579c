//! Whose packages are trusted: keys written down once two people compared them, and ended when they are not used.

use kernel::{Actor, Day, Id, Refusal};

use crate::exchange::model::{NewKey, PeerKey};
use crate::exchange::{rules, store};
use crate::reports::must_be_above;
use crate::signing;
use crate::{App, Result};

/// The keys trusted for the units within reach, the latest first.
pub fn keys(app: &App, actor: &Actor) -> Result<Vec<PeerKey>> {
    app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "exchange.read")?;
        store::keys(tx, app.federation, &bounds)
    })
}

/// Trusts a key from a day on. Who does holds the power above the unit it speaks for.
pub fn add_key(app: &App, actor: &Actor, new: &NewKey) -> Result<Id> {
    app.write(actor, "exchange.keys", "Ghi khóa tin cậy", |batch| {
        batch.must_reach(new.unit)?;
        let federation = batch.federation();
        let known = store::keys_called(batch.reader()?, federation, &new.key)?;
        rules::key_must_hold(new, &known)?;
        must_be_above(batch, actor, new.unit, new.from)?;
        let id = store::write_key(batch, new)?;
        let fingerprint = signing::fingerprint(&new.key);
        batch.note("exchange.key_trusted", Some(id), Some(&fingerprint))?;
        batch.answers(id);
        Ok(id)
    })
}

/// Says that a key is trusted to a day and no longer. What was taken in by it stays.
pub fn end_key(app: &App, actor: &Actor, key: Id, to: Day, why: &str) -> Result<Id> {
    let why = why.trim();
    if why.is_empty() || why.chars().count() > 500 {
        return Err(Refusal::new(
            "reason_missing",
            "Chưa nêu lý do thôi tin khóa, hoặc lý do dài quá 500 chữ",
            "Ghi ngắn gọn vì sao",
        )
        .into());
    }
    app.write(actor, "exchange.keys", "Kết thúc khóa tin cậy", |batch| {
        let federation = batch.federation();
        let found = store::key(batch.reader()?, federation, key)?;
        let found = found.ok_or_else(unknown)?;
        batch.must_reach(found.unit)?;
        must_be_above(batch, actor, found.unit, to)?;
        if found.to.is_some_and(|until| until <= to) || to < found.from.previous() {
            return Err(Refusal::new(
                "key_bad_end",
                "Khóa đã kết thúc trước ngày ấy, hoặc ngày ấy trước khi khóa bắt đầu được tin",
                "Chọn ngày trong khoảng khóa đang được tin",
            )
            .into());
        }
        let id = store::write_end(batch, &found, to, why)?;
        batch.note("exchange.key_ended", Some(found.id), Some(&found.fingerprint))?;
        Ok(id)
    })
}

fn unknown() -> Refusal {
    Refusal::new("unknown_key", "Danh sách không có khóa này", "Mở lại trang khóa tin cậy")
}

/// The public key with which these books sign; drawn now where there is none yet.
pub fn make_key(app: &App, actor: &Actor) -> Result<String> {
    app.write(actor, "exchange.send", "Làm khóa ký", |batch| {
        let public = signing::key(batch)?.public();
        batch.answers(&public);
        Ok(public)
    })
}
