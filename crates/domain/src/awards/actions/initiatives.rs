//! Initiatives: recognised by a level, with the authors' shares and what they were worth.

use std::collections::HashMap;

use kernel::{Actor, Id, Period, Refusal};
use ledger::Posting;
use ledger::account::honours as accounts;

use super::commend::{member_named, unit_named};
use crate::awards::emulation_model::{Initiative, InitiativeKind, InitiativeRow};
use crate::awards::{initiative_store, rules};
use crate::{App, Result, documents};

/// Records that a level recognised an initiative, or a number of them where only a number is known.
pub fn recognise(app: &App, actor: &Actor, new: &Initiative) -> Result<Id> {
    app.write(actor, "honours.record", "Công nhận sáng kiến", |batch| {
        batch.not_in_the_future(new.on)?;
        rules::check_initiative(new)?;
        let mut names = HashMap::new();
        unit_named(batch, new.unit, new.on, &mut names)?;
        if let Some(first) = new.first {
            let federation = batch.federation();
            let found = initiative_store::find(batch.reader()?, federation, first)?;
            let (unit, lower) = found.ok_or_else(unknown)?;
            if unit != new.unit || lower.level >= new.level {
                return Err(Refusal::new(
                    "not_higher",
                    format!("“{}” đã được công nhận ở cấp này, hoặc của đơn vị khác", lower.name),
                    "Chọn đúng sáng kiến và cấp cao hơn cấp đã công nhận",
                )
                .into());
            }
        }
        let document = documents::find_or_add(batch, &new.document)?;
        let federation = batch.federation();
        if initiative_store::is_recognised(batch.reader()?, federation, new, document)? {
            return Err(Refusal::new(
                "already_recognised",
                format!("“{}” đã được công nhận theo chính văn bản này", new.name.trim()),
                "Mở sáng kiến đã ghi; nếu là sáng kiến khác thì ghi tên cho rõ",
            )
            .into());
        }
        let id = initiative_store::append(batch, new, document)?;
        for author in &new.authors {
            let named = match author.person {
                Some(person) => member_named(batch, person, author.unit, new.on)?,
                None => {
                    rules::must_be_somebody(None, Some(&author.named), None)?;
                    author.named.trim().to_owned()
                }
            };
            initiative_store::append_author(batch, id, author, &named)?;
        }
        let account = match new.kind {
            InitiativeKind::Improvement => accounts::initiatives(new.level as i32),
            InitiativeKind::Experience => accounts::experience(new.level as i32),
        };
        let quantity = new.count.map_or(1, |(count, _)| count);
        let posting = Posting { account, unit: new.unit, other: None, on: new.on, quantity };
        batch.post(id, posting)?;
        // What it was worth counts once, at the first level that recognised it.
        if let Some(benefit) = new.benefit_vnd.filter(|benefit| *benefit > 0 && new.first.is_none())
        {
            batch.post(id, Posting { account: accounts::BENEFIT, quantity: benefit, ..posting })?;
        }
        Ok(id)
    })
}

fn unknown() -> Refusal {
    Refusal::new(
        "unknown_initiative",
        "Sổ không có sáng kiến này",
        "Tìm lại trong danh sách sáng kiến",
    )
}

/// The initiatives of the units under a scope in a period.
pub fn initiatives(
    app: &App,
    actor: &Actor,
    (scope, now): (Id, bool),
    days: Period,
    page: (usize, usize),
) -> Result<Vec<InitiativeRow>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "honours.read", scope, days.last())?;
        let place = (scope, now, app.today());
        initiative_store::list(tx, app.federation, place, days, page)
    })
}

/// One initiative.
pub fn initiative(app: &App, actor: &Actor, id: Id) -> Result<InitiativeRow> {
    app.allow(actor, "honours.read")?;
    app.db.read(|tx| {
        let (unit, told) = initiative_store::find(tx, app.federation, id)?.ok_or_else(unknown)?;
        app.must_reach(tx, actor, "honours.read", unit, told.on)?;
        Ok(told)
    })
}
