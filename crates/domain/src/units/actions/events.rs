//! Events in a unit's life: renamed, reclassified, suspended, handed over, moved, ended, restored.

use db::values;
use kernel::{Actor, Block, Day, Id, UnitKind};
use ledger::account::{self, Account};
use ledger::{Cause, Posting};

use super::open::{Version, state_line, state_version};
use crate::books::{Batch, schema};
use crate::documents::{self, DocumentRef};
use crate::units::rules::{self, must_be_open, must_have_document};
use crate::units::store::{self, Told, UnitState};
use crate::{App, Result, memberships};

/// An event to be written: what, of which unit, on which day, by which paper.
struct Event<'e> {
    kind: &'static str,
    unit: Id,
    on: Day,
    document: Option<&'e DocumentRef>,
    other: Option<Id>,
    members: Option<i64>,
    reason: Option<&'e str>,
    import: Option<Id>,
}

impl<'e> Event<'e> {
    fn new(kind: &'static str, unit: Id, on: Day, document: Option<&'e DocumentRef>) -> Self {
        Self { kind, unit, on, document, other: None, members: None, reason: None, import: None }
    }

    /// Writes the event and gives back its id and that of its document.
    fn write(self, batch: &mut Batch<'_, '_>) -> Result<(Id, Option<Id>)> {
        batch.not_in_the_future(self.on)?;
        let document = match self.document {
            Some(paper) => Some(documents::find_or_add(batch, paper)?),
            None => None,
        };
        let row = values![
            self.kind,
            self.unit,
            self.on,
            document,
            self.other,
            None::<i64>,
            self.members,
            self.reason.map(str::to_owned),
            self.import,
            None::<i64>
        ];
        Ok((batch.append(&schema::UNIT_EVENT, row)?, document))
    }
}

fn open_on(batch: &mut Batch<'_, '_>, unit: Id, on: Day) -> Result<UnitState> {
    let federation = batch.federation();
    let state = store::load(batch.reader()?, federation, unit)?;
    must_be_open(&state, on)?;
    Ok(state)
}

/// Gives a unit another name from a day on. Papers of before keep the old one.
pub fn rename(
    app: &App,
    actor: &Actor,
    unit: Id,
    on: Day,
    name: &str,
    document: &DocumentRef,
) -> Result<()> {
    app.write(actor, "units.record", "Đổi tên đơn vị", |batch| {
        write_name(batch, unit, on, name, Some(document))
    })
}

pub(super) fn write_name(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    on: Day,
    name: &str,
    document: Option<&DocumentRef>,
) -> Result<()> {
    must_have_document(document, "đổi tên đơn vị")?;
    rules::check_name(name)?;
    let state = open_on(batch, unit, on)?;
    let (_, paper) = Event::new("renamed", unit, on, document).write(batch)?;
    let renamed = |told: &Told| Told { name: name.to_owned(), ..told.clone() };
    restate_version(batch, &state, (on, "renamed"), paper, renamed).map(drop)
}

/// Changes a unit's kind or block from a day on; it moves between the columns of every report from that day.
pub fn reclassify(
    app: &App,
    actor: &Actor,
    unit: Id,
    on: Day,
    class: (UnitKind, Block),
    document: &DocumentRef,
) -> Result<()> {
    app.write(actor, "units.record", "Đổi loại hình, khối của đơn vị", |batch| {
        write_class(batch, unit, on, class, Some(document))
    })
}

pub(super) fn write_class(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    on: Day,
    class: (UnitKind, Block),
    document: Option<&DocumentRef>,
) -> Result<()> {
    must_have_document(document, "đổi loại hình, khối của đơn vị")?;
    let state = open_on(batch, unit, on)?;
    let (event, paper) = Event::new("reclassified", unit, on, document).write(batch)?;
    let (kind, block) = class;
    let classed = |told: &Told| Told { kind, block, ..told.clone() };
    let (was, next) = restate_version(batch, &state, (on, "reclassified"), paper, classed)?;
    batch.restate(unit, on)?;
    post_kinds(batch, event, unit, (on, was.kind, kind), 1)?;
    // A change told before moved the unit from another kind than it now had.
    match next {
        Some(next) => {
            post_kinds(batch, event, unit, (next.from, was.kind, next.kind), -1)?;
            post_kinds(batch, event, unit, (next.from, kind, next.kind), 1)
        }
        None => Ok(()),
    }
}

/// Counts a unit in or out of the grassroots unions when it changed from one kind to another; or takes that back.
fn post_kinds(
    batch: &mut Batch<'_, '_>,
    event: Id,
    unit: Id,
    (on, was, is): (Day, UnitKind, UnitKind),
    sign: i64,
) -> Result<()> {
    let (flow, stock) = match (was.counts_as_grassroots(), is.counts_as_grassroots()) {
        (false, true) => (account::KIND_IN, 1),
        (true, false) => (account::KIND_OUT, -1),
        _ => return Ok(()),
    };
    let posting = |account, quantity| Posting { account, unit, other: None, on, quantity };
    batch.post(event, posting(account::UNITS, sign * stock))?;
    batch.post(event, posting(flow, sign))
}

/// Changes one thing a unit says of itself from a day on, and in the later versions that only carried it along until the
/// next event of that kind. Gives back the version of before and that of the next such event.
fn restate_version(
    batch: &mut Batch<'_, '_>,
    state: &UnitState,
    (on, event): (Day, &str),
    document: Option<Id>,
    changed: impl Fn(&Told) -> Told,
) -> Result<(Told, Option<Told>)> {
    let versions = store::versions(batch, state.id)?;
    let decided = store::days_of_events(batch, state.id, event)?;
    let was = versions.iter().rev().find(|told| told.from <= on).or(versions.first()).cloned();
    let Some(was) = was else {
        return Err(crate::Error::Broken(format!("đơn vị {} không có tên", state.id)));
    };
    let mut last = changed(&Told { from: on, ..was.clone() });
    write_version(batch, state.id, &last, document)?;
    let mut next = None;
    for told in versions.iter().filter(|told| told.from > on) {
        if next.is_none() && !decided.contains(&told.from) {
            last = changed(told);
            write_version(batch, state.id, &last, document)?;
        } else {
            next.get_or_insert_with(|| told.clone());
            last = told.clone();
        }
    }
    store::write_now(batch, state.id, &last.name, state.opened_on, state.ended_on)?;
    Ok((was, next))
}

fn write_version(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    told: &Told,
    document: Option<Id>,
) -> Result<()> {
    let version = Version {
        name: &told.name,
        kind: told.kind,
        block: told.block,
        address: told.address.as_deref(),
        employer: told.employer,
        document,
    };
    state_version(batch, unit, told.from, &version)
}

fn count_unit(
    batch: &mut Batch<'_, '_>,
    event: Id,
    unit: Id,
    on: Day,
    flow: Account,
    stock: i64,
) -> Result<()> {
    let posting = |account, quantity| Posting { account, unit, other: None, on, quantity };
    batch.post(event, posting(account::UNITS, stock))?;
    batch.post(event, posting(flow, stock.abs()))
}

/// Notes that a unit's work is suspended or taken up again; it is not an ending and moves no figure of members.
pub fn suspend(
    app: &App,
    actor: &Actor,
    unit: Id,
    on: Day,
    resumes: bool,
    reason: &str,
) -> Result<()> {
    app.write(actor, "units.record", "Tạm ngừng hoặc hoạt động trở lại", |batch| {
        write_pause(batch, unit, on, resumes, Some(reason), None)
    })
}

pub(super) fn write_pause(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    on: Day,
    resumes: bool,
    reason: Option<&str>,
    document: Option<&DocumentRef>,
) -> Result<()> {
    open_on(batch, unit, on)?;
    let kind = if resumes { "resumed" } else { "suspended" };
    let event = Event { reason, ..Event::new(kind, unit, on, document) };
    event.write(batch).map(drop)
}

/// Hands a unit over to another superior, in these books or elsewhere, with the members it has.
pub fn hand_over(
    app: &App,
    actor: &Actor,
    unit: Id,
    on: Day,
    to: Id,
    document: Option<&DocumentRef>,
) -> Result<()> {
    app.write(actor, "units.record", "Bàn giao đơn vị", |batch| {
        write_move(batch, unit, on, to, Cause::HandOver, document, None)
    })
}

/// Puts a unit under another superior because the organisation above it is rearranged.
pub fn move_unit(
    app: &App,
    actor: &Actor,
    unit: Id,
    on: Day,
    to: Id,
    document: Option<&DocumentRef>,
) -> Result<()> {
    app.write(actor, "units.record", "Sắp xếp lại tổ chức", |batch| {
        write_move(batch, unit, on, to, Cause::Reorganised, document, None)
    })
}

/// Moves many units on one day by one decision, as one batch: unit and new superior.
pub fn move_many(
    app: &App,
    actor: &Actor,
    on: Day,
    cause: Cause,
    moves: &[(Id, Id)],
    document: &DocumentRef,
) -> Result<()> {
    app.write(actor, "units.record", "Sắp xếp lại tổ chức", |batch| {
        moves.iter().try_for_each(|(unit, to)| {
            write_move(batch, *unit, on, *to, cause, Some(document), None)
        })
    })
}

pub(crate) fn write_move(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    on: Day,
    to: Id,
    cause: Cause,
    document: Option<&DocumentRef>,
    import: Option<Id>,
) -> Result<()> {
    must_have_document(document, "bàn giao, sắp xếp đơn vị")?;
    let state = open_on(batch, unit, on)?;
    open_on(batch, to, on)?;
    let lines = store::standing_statements(batch, "unit_line", unit)?;
    rules::must_have_no_line_from(lines.iter().any(|(_, from)| *from == on), &state, on)?;
    let kind = if cause == Cause::HandOver { "handed_over" } else { "moved" };
    let event = Event { other: Some(to), import, ..Event::new(kind, unit, on, document) };
    let (event, _) = event.write(batch)?;
    state_line(batch, unit, on, Some(to), cause, event)?;
    batch.restate(unit, on)
}

/// How a unit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EndHow {
    /// Xóa tên.
    StruckOff,
    /// Giải thể, chấm dứt hoạt động.
    Dissolved,
    /// Its members went to its successors.
    Merged,
}

impl EndHow {
    fn facts(self) -> (&'static str, Account, Account) {
        match self {
            Self::StruckOff => ("struck_off", account::STRUCK_OFF, account::ENDED_STRUCK_OFF),
            Self::Dissolved => ("dissolved", account::DISSOLVED, account::ENDED_DISSOLVED),
            Self::Merged => ("merged", account::MERGED, account::ENDED_DISSOLVED),
        }
    }
}

/// Ends a unit with its members: struck off, or dissolved.
pub fn end_unit(
    app: &App,
    actor: &Actor,
    unit: Id,
    on: Day,
    struck_off: bool,
    reason: &str,
    document: Option<&DocumentRef>,
) -> Result<()> {
    let how = if struck_off { EndHow::StruckOff } else { EndHow::Dissolved };
    app.write(actor, "units.record", "Ghi đơn vị kết thúc", |batch| {
        write_end(batch, unit, on, how, Some(reason), document, None).map(drop)
    })
}

/// Ends a unit inside a batch and tells how many members ended with it.
pub(crate) fn write_end(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    on: Day,
    how: EndHow,
    reason: Option<&str>,
    document: Option<&DocumentRef>,
    import: Option<Id>,
) -> Result<(Id, i64)> {
    must_have_document(document, "kết thúc đơn vị")?;
    let state = open_on(batch, unit, on)?;
    rules::must_be_empty("children", store::open_below(batch, unit, on)?, &state)?;
    rules::must_be_empty("transit", memberships::in_transit_from(batch, unit)?, &state)?;
    rules::must_be_the_last(store::counts_after(batch, unit, on)?, &state, on)?;
    let (kind, unit_flow, member_flow) = how.facts();
    let members = memberships::members_on(batch, unit, on)?;
    let counted = memberships::counted_on(batch, unit, on)?;
    rules::must_have_as_many(counted, members.len() as i64, &state.name)?;
    let event =
        Event { reason, members: Some(counted), import, ..Event::new(kind, unit, on, document) };
    let (event, paper) = event.write(batch)?;
    memberships::end_with_unit(batch, unit, on, &members, member_flow, event, paper)?;
    // Members of whom only the number was ever told end with the unit too.
    let unnamed = counted - members.len() as i64;
    if unnamed > 0 {
        let posting = |account, quantity| Posting { account, unit, other: None, on, quantity };
        batch.post(event, posting(account::MEMBERS, -unnamed))?;
        batch.post(event, posting(member_flow, unnamed))?;
    }
    if state.kind.counts_as_grassroots() {
        count_unit(batch, event, unit, on, unit_flow, -1)?;
    }
    store::write_now(batch, unit, &state.name, state.opened_on, Some(on))?;
    Ok((event, counted))
}

/// Opens an ended unit again. Its members of before come back one by one, by their own decisions.
pub fn restore(app: &App, actor: &Actor, unit: Id, on: Day, document: &DocumentRef) -> Result<()> {
    app.write(actor, "units.record", "Khôi phục đơn vị", |batch| {
        write_restoration(batch, unit, on, Some(document))
    })
}

/// Opens an ended unit again inside a batch.
pub(super) fn write_restoration(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    on: Day,
    document: Option<&DocumentRef>,
) -> Result<()> {
    must_have_document(document, "khôi phục đơn vị")?;
    let federation = batch.federation();
    let state = store::load(batch.reader()?, federation, unit)?;
    if state.ended_on.is_none_or(|ended| on <= ended) {
        let refusal = kernel::Refusal::new(
            "not_ended",
            format!("{} đang hoạt động vào ngày {}", state.name, on.vi()),
            "Chỉ khôi phục đơn vị đã kết thúc, sau ngày kết thúc",
        );
        return Err(refusal.into());
    }
    let (event, _) = Event::new("restored", unit, on, document).write(batch)?;
    if state.kind.counts_as_grassroots() {
        count_unit(batch, event, unit, on, account::UNITS_RESTORED, 1)?;
    }
    store::write_now(batch, unit, &state.name, state.opened_on, None)
}
