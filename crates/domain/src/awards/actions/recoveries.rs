//! What a revoked honour gives back: what went with it is to come back, and is recorded when it did.

use kernel::{Actor, Id, Refusal};

use crate::awards::model::{Ended, NewRecovery, Recovered, Recovery, Thing};
use crate::awards::{list_store, recovery_store, rules, store};
use crate::{App, Result};

/// Lines of what came back of one honour at most.
const LINES_MAX: usize = 50;

/// Records that something came back of a revoked honour.
pub fn recover(app: &App, actor: &Actor, honour: Id, new: &NewRecovery) -> Result<Id> {
    app.write(
        actor,
        "honours.record",
        "Ghi hiện vật, tiền thưởng thu hồi được",
        |batch| {
            batch.not_in_the_future(new.on)?;
            rules::check_recovery(new)?;
            let federation = batch.federation();
            let known = store::load(batch.reader()?, federation, honour)?;
            batch.must_reach(known.unit)?;
            let revoked = list_store::ended(batch.reader()?, federation, honour)?;
            let since = revoked.filter(|(how, _)| *how == Ended::Revoked).map(|(_, on)| on);
            let Some(since) = since else {
                let message = format!("Khen thưởng của {} chưa bị thu hồi", known.named);
                return Err(refuse("not_revoked", message, "Ghi quyết định thu hồi trước"));
            };
            if new.on < since {
                let message = format!("Ngày {} trước ngày thu hồi {}", new.on.vi(), since.vi());
                return Err(refuse("recovered_too_early", message, "Kiểm tra lại ngày"));
            }
            let back = recovery_store::recovered(batch.reader()?, federation, honour)?;
            if back.len() >= LINES_MAX {
                let message = format!("Đã ghi {LINES_MAX} dòng thu hồi cho khen thưởng này");
                return Err(refuse("too_many_lines", message, "Gộp các khoản thành một dòng"));
            }
            let paper_back = back.iter().any(|each| each.what == Thing::Paper);
            if new.what == Thing::Paper && paper_back {
                let message = "Giấy đã ghi thu hồi rồi".to_owned();
                return Err(refuse("already_recovered", message, "Không cần ghi lần nữa"));
            }
            recovery_store::append(batch, (honour, known.unit), new, None)
        },
    )
}

fn refuse(code: &'static str, message: String, remedy: &'static str) -> crate::Error {
    Refusal::new(code, message, remedy).into()
}

/// Says that a line of what came back was a mistake; it stays in the books.
pub fn withdraw_recovery(app: &App, actor: &Actor, honour: Id, line: Id) -> Result<()> {
    app.write(actor, "honours.record", "Hủy dòng ghi nhầm khi thu hồi", |batch| {
        let federation = batch.federation();
        let known = store::load(batch.reader()?, federation, honour)?;
        batch.must_reach(known.unit)?;
        let back = recovery_store::recovered(batch.reader()?, federation, honour)?;
        let found = back.into_iter().find(|each| each.id == Some(line)).ok_or_else(|| {
            let message = "Không có dòng thu hồi này, hoặc đã hủy rồi".to_owned();
            refuse("unknown_recovery", message, "Mở lại trang của văn bản")
        })?;
        let told = NewRecovery {
            what: found.what,
            on: found.on,
            amount_vnd: found.amount_vnd,
            item: found.item,
            giver: found.giver,
        };
        recovery_store::append(batch, (honour, known.unit), &told, Some(line)).map(drop)
    })
}

/// What went with a revoked honour, what came back, and what is still out.
pub fn recovery(app: &App, actor: &Actor, honour: Id) -> Result<Recovery> {
    app.allow(actor, "honours.read")?;
    app.db.read(|tx| {
        let known = store::load(tx, app.federation, honour)?;
        app.must_reach(tx, actor, "honours.read", known.unit, app.today())?;
        let given = recovery_store::given(tx, app.federation, honour)?;
        let recovered = recovery_store::recovered(tx, app.federation, honour)?;
        let money_given: i64 = given.iter().filter_map(|each| each.amount_vnd).sum();
        let promised = list_store::money_of(tx, app.federation, honour)?;
        let money =
            if given.iter().any(|each| each.what == Thing::Money) { money_given } else { promised };
        let sum = |what: Thing| {
            let of = recovered.iter().filter(move |each: &&Recovered| each.what == what);
            of.filter_map(|each| each.amount_vnd).sum::<i64>()
        };
        let count = |what: Thing| recovered.iter().filter(|each| each.what == what).count();
        let items = given.iter().filter(|each| each.what == Thing::Item).count();
        Ok(Recovery {
            money_out: (money - sum(Thing::Money)).max(0),
            items_out: items.saturating_sub(count(Thing::Item)),
            paper_out: given.iter().any(|each| each.what == Thing::Paper)
                && count(Thing::Paper) == 0,
            given,
            recovered,
        })
    })
}
