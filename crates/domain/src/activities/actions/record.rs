//! Writing a record, correcting it, withdrawing it: record and postings together.

use kernel::{Actor, Day, Id, Refusal};
use ledger::Posting;

use crate::activities::model::{Activity, NewActivity};
use crate::activities::register::{Draft, Form, Once, Post, Register};
use crate::activities::{rules, store};
use crate::books::Batch;
use crate::people::{must_reach_person, must_stand};
use crate::units::{self, must_be_open};
use crate::{App, Result, documents};

/// Letters of the reason for a withdrawal.
const REASON_MAX: usize = 300;

/// Writes a record; gives back its id.
pub fn record(app: &App, actor: &Actor, new: &NewActivity) -> Result<Id> {
    let (register, _) = rules::resolve(new)?;
    app.write(actor, "activities.record", register.name.vi, |batch| write(batch, new, None))
}

/// Writes many records as one batch; all of them or none.
pub fn record_many(app: &App, actor: &Actor, reason: &str, new: &[NewActivity]) -> Result<Vec<Id>> {
    app.write(actor, "activities.record", reason, |batch| {
        new.iter().map(|each| write(batch, each, None)).collect()
    })
}

/// Replaces a record's standing version, which the clerk has seen, by another; the old postings are reversed.
pub fn correct(app: &App, actor: &Actor, seen: Id, record: Id, new: &NewActivity) -> Result<Id> {
    app.write(actor, "activities.record", "Sửa một bản ghi hoạt động", |batch| {
        let old = standing(batch, record, seen)?;
        if old.register.code != new.register {
            return Err(rules::unknown_record().into());
        }
        reverse(batch, &old)?;
        write(batch, new, Some(record))
    })
}

/// Takes a record back; it stays readable in the trail, with the reason.
pub fn withdraw(app: &App, actor: &Actor, seen: Id, record: Id, reason: &str) -> Result<()> {
    let reason = reason.trim();
    app.write(actor, "activities.record", "Gỡ một bản ghi hoạt động", |batch| {
        if reason.is_empty() || reason.chars().count() > REASON_MAX {
            return Err(Refusal::new(
                "reason_missing",
                "Gỡ một bản ghi cần nói rõ vì sao",
                format!("Ghi lý do, nhiều nhất {REASON_MAX} chữ"),
            )
            .into());
        }
        let old = standing(batch, record, seen)?;
        reverse(batch, &old)?;
        store::append_withdrawal(batch, &old, reason)
    })
}

/// The standing version, which must be the one that was seen and within reach.
fn standing(batch: &mut Batch<'_, '_>, record: Id, seen: Id) -> Result<Activity> {
    let federation = batch.federation();
    let old = store::standing(batch.reader()?, federation, record)?;
    let old = old.ok_or_else(rules::unknown_record)?;
    batch.must_reach(old.unit.0)?;
    if old.version != seen {
        return Err(rules::changed_meanwhile().into());
    }
    Ok(old)
}

fn reverse(batch: &mut Batch<'_, '_>, old: &Activity) -> Result<()> {
    let federation = batch.federation();
    let mut records = store::naming_rows(batch.reader()?, federation, old.version)?;
    records.push(old.version);
    batch.reverse_many(&records)
}

/// Writes a version of a record: the first, or one that follows.
pub(crate) fn write(batch: &mut Batch<'_, '_>, new: &NewActivity, of: Option<Id>) -> Result<Id> {
    let (register, form) = rules::resolve(new)?;
    batch.not_in_the_future(new.on)?;
    batch.must_reach(new.unit)?;
    let federation = batch.federation();
    let unit = units::load(batch.reader()?, federation, new.unit)?;
    must_be_open(&unit, new.on)?;
    let class = class_on(batch, new.unit, new.on)?;
    let draft = Draft {
        form,
        kind: class.kind,
        block: class.block,
        on: new.on,
        last: new.last.unwrap_or(new.on),
        year: new.year.unwrap_or_else(|| new.on.year()),
        values: &new.values,
        people: new.people.len(),
    };
    rules::check(register, form, new, draft.is_of_an_office())?;
    (register.check)(&draft)?;
    must_be_the_only_one(batch, register, &draft, new.unit, of)?;
    must_be_reached(batch, new)?;
    must_not_be_named_before(batch, register, &draft, new, of)?;
    // The last check: from here on the record goes in, so that a refused line of a list leaves nothing behind.
    let posts: Vec<Post> =
        (register.postings)(&draft).into_iter().filter(|post| post.quantity != 0).collect();
    posts.iter().filter_map(|post| post.on).try_for_each(|on| batch.not_in_the_future(on))?;
    let document = match &new.document {
        Some(paper) => Some(documents::find_or_add(batch, paper)?),
        None => None,
    };
    let version = batch.next_id();
    let record = of.unwrap_or(version);
    let naming = store::append(batch, (version, record), (register, form), new, document)?;
    post(batch, &posts, (new.unit, new.on), version, &naming)?;
    Ok(record)
}

fn class_on(batch: &mut Batch<'_, '_>, unit: Id, on: Day) -> Result<ledger::Class> {
    let path = batch.path(unit)?;
    let stretch = ledger::paths::on(&path, on).or(path.last());
    stretch.map(|stretch| stretch.class).ok_or_else(|| rules::unknown_record().into())
}

fn must_be_the_only_one(
    batch: &mut Batch<'_, '_>,
    register: &Register,
    draft: &Draft<'_>,
    unit: Id,
    but: Option<Id>,
) -> Result<()> {
    let Form { code, name, once } = draft.form;
    if *once == Once::Free {
        return Ok(());
    }
    let (federation, year) = (batch.federation(), i64::from(draft.year));
    let asked = (unit, register.code, *code, year);
    let others = store::others(batch.reader()?, federation, asked, but)?;
    let same = |round: i64| *once == Once::AYear || round == draft.count("round");
    match others.into_iter().find(|(_, round)| same(*round)) {
        None => Ok(()),
        Some((on, _)) => Err(Refusal::new(
            "already_held",
            format!("Đơn vị đã có bản ghi “{}” của năm {year}, ngày {}", name.vi, on.vi()),
            "Mở bản ghi đó để sửa; cuộc khác trong năm thì ghi đúng loại hoặc đúng thứ tự",
        )
        .into()),
    }
}

/// Nobody is named whom the clerk may not see, or who is in no list.
fn must_be_reached(batch: &mut Batch<'_, '_>, new: &NewActivity) -> Result<()> {
    let (app, actor, federation) = (batch.app, batch.actor().clone(), batch.federation());
    for person in &new.people {
        must_reach_person(app, batch.reader()?, &actor, "activities.people", *person)?;
        must_stand(batch.reader()?, federation, *person)?;
    }
    Ok(())
}

/// The same gift to the same person in the same season is a slip more often than not.
fn must_not_be_named_before(
    batch: &mut Batch<'_, '_>,
    register: &Register,
    draft: &Draft<'_>,
    new: &NewActivity,
    but: Option<Id>,
) -> Result<()> {
    if !register.once_a_person || new.despite_warnings || new.people.is_empty() {
        return Ok(());
    }
    let (federation, year) = (batch.federation(), i64::from(draft.year));
    let asked = (register.code, draft.form.code, year);
    let before = store::named_before(batch.reader()?, federation, &new.people, asked, but)?;
    if before.is_empty() {
        return Ok(());
    }
    let names: Vec<String> =
        before.iter().take(5).map(|(name, on)| format!("{name} (ngày {})", on.vi())).collect();
    Err(Refusal::new(
        "named_before",
        format!("Năm {year} đã ghi “{}” cho {}", draft.form.name.vi, names.join(", ")),
        "Xem lại; nếu đúng là một lần nữa thì đánh dấu “Vẫn ghi” rồi ghi lại",
    )
    .into())
}

fn post(
    batch: &mut Batch<'_, '_>,
    posts: &[Post],
    (unit, day): (Id, Day),
    version: Id,
    naming: &[Id],
) -> Result<()> {
    for post in posts {
        let (account, quantity, on) = (post.account, post.quantity, post.on.unwrap_or(day));
        let posting = Posting { account, unit, other: None, on, quantity };
        if post.each_person {
            naming.iter().try_for_each(|row| batch.post(*row, posting))?;
        } else {
            batch.post(version, posting)?;
        }
    }
    Ok(())
}
