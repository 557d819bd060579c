//! How an honour ends: revoked by a decision, not granted, or taken out because it was recorded in error.

use kernel::{Actor, Id};
use ledger::Posting;
use ledger::account::honours as accounts;

use crate::awards::model::{Ended, Revocation, Subject};
use crate::awards::{rules, store};
use crate::books::Batch;
use crate::{App, Result, documents};

/// Takes an honour away by a decision. What was decided stays counted on its day; the revocation counts on its own.
pub fn revoke(app: &App, actor: &Actor, honour: Id, how: &Revocation) -> Result<()> {
    app.write(actor, "honours.record", "Thu hồi khen thưởng", |batch| {
        batch.not_in_the_future(how.on)?;
        rules::check_revocation(how)?;
        let federation = batch.federation();
        let known = store::load(batch.reader()?, federation, honour)?;
        batch.must_reach(known.unit)?;
        rules::must_may_end(known.standing, Ended::Revoked, how.on)?;
        let document = documents::find_or_add(batch, &how.document)?;
        let told = (&*how.cause, how.recovered.clone(), how.recovered_vnd);
        let place = (honour, known.unit);
        let end = store::append_end(batch, place, Ended::Revoked, how.on, Some(document), told)?;
        let account = match known.subject {
            Subject::Person => accounts::REVOKED_PEOPLE,
            Subject::Collective => accounts::REVOKED_COLLECTIVES,
        };
        let (unit, quantity, on) = (known.unit, known.quantity, how.on);
        batch.post(end, Posting { account, unit, other: None, on, quantity })
    })
}

/// Takes out a line that was recorded in error: its postings are reversed, as if it had never been told.
pub fn withdraw(app: &App, actor: &Actor, honour: Id, cause: &str) -> Result<()> {
    app.write(actor, "honours.record", "Xóa mục khen thưởng ghi sai", |batch| {
        withdraw_in(batch, honour, cause)
    })
}

/// The same within a batch that writes more.
pub(crate) fn withdraw_in(batch: &mut Batch<'_, '_>, honour: Id, cause: &str) -> Result<()> {
    rules::must_say(cause, "lý do")?;
    let federation = batch.federation();
    let known = store::load(batch.reader()?, federation, honour)?;
    batch.must_reach(known.unit)?;
    rules::must_may_end(known.standing, Ended::Withdrawn, known.standing.on)?;
    let (place, on) = ((honour, known.unit), known.standing.on);
    store::append_end(batch, place, Ended::Withdrawn, on, None, (cause, None, None))?;
    batch.reverse(honour)
}

/// Notes that a proposal was not granted, with the reason. It stays counted as proposed.
pub fn decline(app: &App, actor: &Actor, honour: Id, on: kernel::Day, cause: &str) -> Result<()> {
    app.write(actor, "honours.record", "Đề nghị khen không được duyệt", |batch| {
        decline_in(batch, honour, on, cause)
    })
}

/// The same within a batch that writes more.
pub(crate) fn decline_in(
    batch: &mut Batch<'_, '_>,
    honour: Id,
    on: kernel::Day,
    cause: &str,
) -> Result<()> {
    batch.not_in_the_future(on)?;
    rules::must_say(cause, "lý do")?;
    let federation = batch.federation();
    let known = store::load(batch.reader()?, federation, honour)?;
    batch.must_reach(known.unit)?;
    rules::must_may_end(known.standing, Ended::Declined, on)?;
    let place = (honour, known.unit);
    store::append_end(batch, place, Ended::Declined, on, None, (cause, None, None)).map(drop)
}
