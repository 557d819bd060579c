//! Opening units, and taking openings back.

use db::{Value, values};
use kernel::{Actor, Block, Day, Id, Refusal, UnitKind};
use ledger::account::{self, Account};
use ledger::{Cause, Posting};

use crate::books::{Batch, schema, tree};
use crate::documents;
use crate::units::model::{Entry, Method, NewUnit};
use crate::units::{rules, search_store, store};
use crate::{App, Result, parameters};

/// Writes a new unit down: founded, brought forward, formed, or kept elsewhere.
pub fn open_unit(app: &App, actor: &Actor, new: &NewUnit) -> Result<Id> {
    app.write(actor, "units.record", &format!("Ghi đơn vị {}", new.name), |batch| {
        batch.not_in_the_future(new.from)?;
        let (unit, _) = write_new_unit(batch, new)?;
        batch.answers(unit);
        Ok(unit)
    })
}

/// Writes many new units down as one batch. Gives back each unit with its first event.
pub fn open_many(app: &App, actor: &Actor, reason: &str, new: &[NewUnit]) -> Result<Vec<(Id, Id)>> {
    app.write(actor, "units.record", reason, |batch| {
        new.iter()
            .map(|each| {
                batch.not_in_the_future(each.from)?;
                write_new_unit(batch, each)
            })
            .collect()
    })
}

/// Writes a new unit inside a batch; gives back the unit and its first event.
pub(crate) fn write_new_unit(batch: &mut Batch<'_, '_>, new: &NewUnit) -> Result<(Id, Id)> {
    rules::check_code(&new.code)?;
    rules::check_name(&new.name)?;
    rules::check_people(new.members)?;
    let unit = match store::id_of_code(batch, &new.code)? {
        Some(id) if batch.path(id)?.is_empty() => id,
        Some(_) => return Err(code_taken(&new.code).into()),
        None => batch.append(&schema::UNIT, values![new.code.clone()])?,
    };
    let document = match &new.document {
        Some(paper) => Some(documents::find_or_add(batch, paper)?),
        None => None,
    };
    let method = new.method.map(|method| method.code().to_owned());
    let row = values![
        new.entry.code(),
        unit,
        new.from,
        document,
        new.manager,
        method,
        new.members,
        None::<i64>,
        new.import,
        None::<i64>
    ];
    let event = batch.append(&schema::UNIT_EVENT, row)?;
    let version = Version {
        name: &new.name,
        kind: new.kind,
        block: new.block,
        address: new.address.as_deref(),
        employer: new.employer,
        document,
    };
    state_version(batch, unit, new.from, &version)?;
    state_line(batch, unit, new.from, new.manager, Cause::Founded, event)?;
    batch.restate(unit, new.from)?;
    store::write_now(batch, unit, &new.name, new.from, None)?;
    post_opening(batch, event, unit, new)?;
    Ok((unit, event))
}

fn code_taken(code: &str) -> Refusal {
    Refusal::new("code_taken", format!("Mã “{code}” đã dùng cho đơn vị khác"), "Chọn mã khác")
}

/// What a unit says of itself from a day on.
pub(super) struct Version<'v> {
    pub(super) name: &'v str,
    pub(super) kind: UnitKind,
    pub(super) block: Block,
    pub(super) address: Option<&'v str>,
    pub(super) employer: Option<Id>,
    pub(super) document: Option<Id>,
}

pub(super) fn state_version(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    from: Day,
    version: &Version<'_>,
) -> Result<()> {
    // Rank is told apart from kind so that it can differ; until a decision says otherwise it follows from it.
    let rank =
        if version.kind == UnitKind::WardUnion { UnitKind::Grassroots } else { version.kind };
    let row = values![
        unit,
        from,
        version.name.to_owned(),
        version.kind.code(),
        version.block.code(),
        rank.code(),
        version.address.map(str::to_owned),
        version.employer,
        version.document,
        None::<i64>
    ];
    batch.append(&schema::UNIT_VERSION, row)?;
    search_store::index(batch, unit, version.name)
}

pub(super) fn state_line(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    from: Day,
    manager: Option<Id>,
    cause: Cause,
    event: Id,
) -> Result<()> {
    if let Some(manager) = manager {
        let federation = batch.federation();
        store::load(batch.reader()?, federation, manager)?;
    }
    let row = values![unit, tree::LINE, from, manager, cause.code(), event, None::<i64>];
    batch.append(&schema::UNIT_LINE, row).map(drop)
}

/// The account on which a unit's opening counts.
fn opening_account(entry: Entry) -> Option<Account> {
    match entry {
        Entry::Founded => Some(account::FOUNDED),
        Entry::BroughtForward => Some(account::UNITS_BROUGHT_FORWARD),
        Entry::Formed => Some(account::SPLIT_IN),
        Entry::External => None,
    }
}

fn post_opening(batch: &mut Batch<'_, '_>, event: Id, unit: Id, new: &NewUnit) -> Result<()> {
    let Some(flow) = opening_account(new.entry).filter(|_| new.kind.counts_as_grassroots()) else {
        return Ok(());
    };
    let mut post = |account, quantity| {
        batch.post(event, Posting { account, unit, other: None, on: new.from, quantity })
    };
    post(account::UNITS, 1)?;
    post(flow, 1)?;
    if new.entry != Entry::Founded {
        return Ok(());
    }
    let by_new_method = new.method == Some(Method::New);
    if by_new_method {
        post(account::FOUNDED_NEW_METHOD, 1)?;
    }
    if let Some(members) = new.members {
        post(account::FOUNDED_MEMBERS, members)?;
        if by_new_method {
            post(account::FOUNDED_NEW_METHOD_MEMBERS, members)?;
        }
        let threshold = parameters::in_force("units.founded.min_members", new.from);
        if threshold.is_some_and(|dated| members >= dated.value) {
            post(account::FOUNDED_MIN_MEMBERS, 1)?;
        }
    }
    Ok(())
}

/// Withdraws what a unit's opening said, so that it never stood: for undoing an import.
pub(crate) fn close_line(batch: &mut Batch<'_, '_>, unit: Id) -> Result<()> {
    let mut first = Day::MAX;
    for (table, facts) in
        [("unit_line", &schema::UNIT_LINE), ("unit_version", &schema::UNIT_VERSION)]
    {
        for (id, from) in store::standing_statements(batch, table, unit)? {
            first = first.min(from);
            let row: Vec<Value<'static>> = if table == "unit_line" {
                values![unit, tree::LINE, from, None::<i64>, Cause::Founded.code(), None::<i64>, id]
                    .into()
            } else {
                let none = None::<i64>;
                values![
                    unit,
                    from,
                    "",
                    UnitKind::Grassroots.code(),
                    Block::Other.code(),
                    "",
                    none,
                    none,
                    none,
                    id
                ]
                .into()
            };
            batch.append(facts, row)?;
        }
    }
    batch.restate(unit, first)?;
    store::delete_now(batch, unit)
}

/// Withdraws the line that an event stated, so that the one before it holds again.
pub(crate) fn retract_line(batch: &mut Batch<'_, '_>, unit: Id, event: Id) -> Result<()> {
    for (id, from) in store::lines_of_event(batch, unit, event)? {
        let row = values![
            unit,
            tree::LINE,
            from,
            None::<i64>,
            Cause::Reorganised.code(),
            None::<i64>,
            id
        ];
        batch.append(&schema::UNIT_LINE, row)?;
        batch.restate(unit, from)?;
    }
    Ok(())
}

/// Opens a unit whose ending was taken back.
pub(crate) fn reopen(batch: &mut Batch<'_, '_>, unit: Id) -> Result<()> {
    store::clear_end(batch, unit)
}
