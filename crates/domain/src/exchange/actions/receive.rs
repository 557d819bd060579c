//! A package looked at, and taken in.

use kernel::{Actor, Id, Period, Refusal};

use crate::exchange::model::{Body, Changed, Look, PeerKey, Standing, Taken};
use crate::exchange::open::{self, Opened};
use crate::exchange::{rules, store};
use crate::reports::{self, Wording, must_be_above};
use crate::{App, Error, Result, policy};

/// What a package says and where it stands with the books; nothing is written.
pub fn look(app: &App, actor: &Actor, file: &[u8]) -> Result<Look> {
    app.allow(actor, "exchange.receive")?;
    let Opened { body, period, signature } = open::open(file)?;
    app.db.read(|tx| {
        let keys = store::keys_called(tx, app.federation, &signature.key)?;
        let trusted = rules::trusted(&keys, &body.unit.code, app.today())?;
        app.must_reach(tx, actor, "exchange.receive", trusted.unit, period.last())?;
        let known = store::by_hash(tx, app.federation, &signature.hash)?;
        let report = (&*body.form.code, period);
        let last = store::last_of(tx, app.federation, trusted.unit, report)?;
        let standing = match known {
            Some(_) => Standing::Known,
            None => rules::standing(body.version, last.map(|(_, version)| version))?,
        };
        let other = known.or(last);
        let changes = match other.filter(|_| known.is_none()) {
            Some((id, _)) => match store::file(tx, app.federation, id)? {
                Some((_, before)) => changes(&open::open(before.as_bytes())?.body, &body),
                None => Vec::new(),
            },
            None => Vec::new(),
        };
        let own = reports::counted_among(tx, app, &[trusted.unit], period)?;
        let has_own = own.iter().any(|(_, form)| *form == body.form.code);
        let same_form = reports::find_form(&body.form.code).ok();
        let same_form = same_form.map(|form| Wording::of(form).form == body.form);
        let told = Look {
            period,
            signature: signature.clone(),
            trusted,
            standing,
            other,
            changes,
            has_own,
            same_form,
            body: body.clone(),
        };
        Ok(told)
    })
}

/// The cells whose values differ, in the order of the later one's lines; a line that went away comes last.
fn changes(before: &Body, after: &Body) -> Vec<Changed> {
    let value = |body: &Body, line: &str| {
        body.cells.iter().find(|cell| cell.line == line).and_then(|cell| cell.value)
    };
    let gone =
        before.cells.iter().filter(|old| !after.cells.iter().any(|new| new.line == old.line));
    let lines = after.cells.iter().chain(gone);
    let told = lines.map(|cell| Changed {
        line: cell.line.clone(),
        before: value(before, &cell.line),
        after: value(after, &cell.line),
    });
    told.filter(|each| each.before != each.after).collect()
}

/// Takes a package in. The same contents are taken in once; a package that is refused is noted with why.
pub fn receive(app: &App, actor: &Actor, file: &[u8]) -> Result<Taken> {
    let taken = take(app, actor, file);
    if let Err(Error::Refused(refusal)) = &taken
        && actor.may(policy::power_for("exchange.receive"))
    {
        let detail = format!("{}: {} byte", refusal.code, file.len());
        app.note(actor, "exchange.refused", None, Some(&detail))?;
    }
    taken
}

fn take(app: &App, actor: &Actor, file: &[u8]) -> Result<Taken> {
    app.allow(actor, "exchange.receive")?;
    let opened = open::open(file)?;
    app.write(actor, "exchange.receive", "Nhận gói báo cáo", |batch| {
        let Opened { body, period, signature } = &opened;
        let federation = batch.federation();
        let keys = store::keys_called(batch.reader()?, federation, &signature.key)?;
        let trusted = rules::trusted(&keys, &body.unit.code, batch.app.today())?;
        batch.must_reach(trusted.unit)?;
        must_be_above(batch, actor, trusted.unit, period.last())?;
        must_be_over(batch.app.today(), *period)?;
        let known = store::by_hash(batch.reader()?, federation, &signature.hash)?;
        if let Some((id, _)) = known {
            return Ok(taken(&opened, &trusted, id, Standing::Known));
        }
        let report = (&*body.form.code, *period);
        let last = store::last_of(batch.reader()?, federation, trusted.unit, report)?;
        let standing = rules::standing(body.version, last.map(|(_, version)| version))?;
        let id = store::write_package(batch, (&trusted, *period), (body, signature), file)?;
        let detail = format!(
            "{} {} {} bản {}",
            trusted.unit_code,
            body.form.code,
            period.code(),
            body.version
        );
        batch.note("exchange.received", Some(id), Some(&detail))?;
        let taken = taken(&opened, &trusted, id, standing);
        batch.answers(taken.answer());
        Ok(taken)
    })
}

/// A report on days that are still to come was not approved by anybody.
fn must_be_over(today: kernel::Day, period: Period) -> Result<(), Refusal> {
    if period.from <= today {
        return Ok(());
    }
    Err(Refusal::new(
        "period_to_come",
        format!("Gói báo cáo nói về kỳ {} chưa tới", period.vi()),
        "Kiểm tra đồng hồ của máy này và của nơi gửi",
    ))
}

fn taken(opened: &Opened, trusted: &PeerKey, id: Id, standing: Standing) -> Taken {
    Taken {
        package: id.to_string(),
        unit: trusted.unit_code.clone(),
        form: opened.body.form.code.clone(),
        period: opened.period.code(),
        version: opened.body.version,
        hash: opened.signature.hash.clone(),
        standing,
    }
}
