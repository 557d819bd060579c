//! What a decision does to units, as one command: written once, or rehearsed and taken back.

use kernel::{Actor, Block, Day, Id, UnitKind};
use ledger::Cause;

use super::events::{
    EndHow, write_class, write_end, write_move, write_name, write_pause, write_restoration,
};
use super::open::write_new_unit;
use super::succession::{self, Share, Succession};
use crate::books::Batch;
use crate::documents::DocumentRef;
use crate::units::model::{Entry, Method, NewUnit};
use crate::units::rules::must_have_document;
use crate::units::store;
use crate::{App, Result};

/// A unit that a decision founds or forms, named by codes because it may stand beside others that are new too.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// Its block.
    pub block: Block,
    /// The code of who manages it.
    pub manager: String,
    /// Founded, or formed from others.
    pub entry: Entry,
    /// By which method, when founded.
    pub method: Option<Method>,
    /// Members at the founding.
    pub members: Option<i64>,
    /// Its address as text.
    pub address: Option<String>,
}

/// One thing that a decision does; units stand by their codes.
#[derive(Clone, Debug)]
pub enum Act {
    /// A unit begins.
    Found(Founding),
    /// It bears another name.
    Rename {
        /// Which.
        unit: String,
        /// The name.
        name: String,
    },
    /// It is of another kind or block.
    Reclassify {
        /// Which.
        unit: String,
        /// The kind.
        kind: UnitKind,
        /// The block.
        block: Block,
    },
    /// Its work is suspended.
    Suspend {
        /// Which.
        unit: String,
    },
    /// Its work is taken up again.
    Resume {
        /// Which.
        unit: String,
    },
    /// It passes to another superior with its members.
    HandOver {
        /// Which.
        unit: String,
        /// To whom.
        to: String,
    },
    /// The line above it is rearranged.
    Move {
        /// Which.
        unit: String,
        /// Under whom.
        to: String,
    },
    /// Its members go to successors; it ends, or stays with those who are left.
    Succeed {
        /// Which.
        unit: String,
        /// The successors and who goes there; none named means all that are left.
        shares: Vec<(String, Option<Vec<Id>>)>,
        /// Whether it ends.
        ends: bool,
    },
    /// Nothing is left of it in fact.
    StrikeOff {
        /// Which.
        unit: String,
    },
    /// It ends by decision.
    Dissolve {
        /// Which.
        unit: String,
    },
    /// It stands again.
    Restore {
        /// Which.
        unit: String,
    },
}

impl Act {
    /// The codes of the units it is about: the one it happens to first.
    pub fn units(&self) -> Vec<&str> {
        match self {
            Self::Found(new) => vec![&new.code, &new.manager],
            Self::HandOver { unit, to } | Self::Move { unit, to } => vec![unit, to],
            Self::Succeed { unit, shares, .. } => {
                let to = shares.iter().map(|(code, _)| &**code);
                std::iter::once(&**unit).chain(to).collect()
            }
            Self::Rename { unit, .. }
            | Self::Reclassify { unit, .. }
            | Self::Suspend { unit }
            | Self::Resume { unit }
            | Self::StrikeOff { unit }
            | Self::Dissolve { unit }
            | Self::Restore { unit } => vec![unit],
        }
    }

    /// The unit that ends by it.
    pub(super) fn ends(&self) -> Option<&str> {
        match self {
            Self::StrikeOff { unit }
            | Self::Dissolve { unit }
            | Self::Succeed { unit, ends: true, .. } => Some(unit),
            _ => None,
        }
    }
}

/// What one decision does, all of it or nothing.
#[derive(Clone, Debug)]
pub struct Change {
    /// From which day.
    pub on: Day,
    /// Why, as text; empty when the decision says enough.
    pub reason: String,
    /// The decision.
    pub document: Option<DocumentRef>,
    /// What it does, in the order in which it must be written.
    pub acts: Vec<Act>,
}

/// Writes a change down at most once: told again with the same name, it writes nothing.
pub fn carry_out(app: &App, actor: &Actor, change: &Change, command: &str) -> Result<()> {
    let who = actor.account.map_or_else(|| actor.name.clone(), |account| account.to_string());
    let command = format!("units/{who}/{command}");
    let reason = change.title();
    app.write_once(actor, "units.record", &reason, &command, |batch| {
        change.acts.iter().try_for_each(|act| write_act(batch, change, act))?;
        Ok("đã ghi".to_owned())
    })
    .map(drop)
}

impl Change {
    /// What the books say of the batch.
    pub(super) fn title(&self) -> String {
        let paper =
            self.document.as_ref().map_or(String::new(), |paper| format!(", {}", paper.number));
        match self.acts.as_slice() {
            [act] => format!("Ghi việc của đơn vị {}{paper}", act.units()[0]),
            acts => format!("Ghi {} việc của đơn vị{paper}", acts.len()),
        }
    }
}

fn id_of(batch: &mut Batch<'_, '_>, code: &str) -> Result<Id> {
    let federation = batch.federation();
    Ok(store::load_by_code(batch.reader()?, federation, code)?.id)
}

pub(crate) fn write_act(batch: &mut Batch<'_, '_>, change: &Change, act: &Act) -> Result<()> {
    let (on, paper) = (change.on, change.document.as_ref());
    let reason = Some(&*change.reason).filter(|reason| !reason.is_empty());
    batch.not_in_the_future(on)?;
    if let Act::Found(new) = act {
        return found(batch, change, new);
    }
    let unit = id_of(batch, act.units()[0])?;
    match act {
        Act::Found(_) => Ok(()),
        Act::Rename { name, .. } => write_name(batch, unit, on, name, paper),
        Act::Reclassify { kind, block, .. } => write_class(batch, unit, on, (*kind, *block), paper),
        Act::Suspend { .. } => write_pause(batch, unit, on, false, reason, paper),
        Act::Resume { .. } => write_pause(batch, unit, on, true, reason, paper),
        Act::HandOver { to, .. } => {
            let to = id_of(batch, to)?;
            write_move(batch, unit, on, to, Cause::HandOver, paper, None)
        }
        Act::Move { to, .. } => {
            let to = id_of(batch, to)?;
            write_move(batch, unit, on, to, Cause::Reorganised, paper, None)
        }
        Act::Succeed { shares, ends, .. } => {
            must_have_document(paper, "sáp nhập, chia, tách đơn vị")?;
            let Some(paper) = paper else { return Ok(()) };
            let shares = shares
                .iter()
                .map(|(to, people)| Ok(Share { to: id_of(batch, to)?, people: people.clone() }))
                .collect::<Result<Vec<_>>>()?;
            let succession = Succession { unit, shares, ends: *ends };
            succession::succeed_one(batch, on, &succession, paper)
        }
        Act::StrikeOff { .. } => {
            write_end(batch, unit, on, EndHow::StruckOff, reason, paper, None).map(drop)
        }
        Act::Dissolve { .. } => {
            write_end(batch, unit, on, EndHow::Dissolved, reason, paper, None).map(drop)
        }
        Act::Restore { .. } => write_restoration(batch, unit, on, paper),
    }
}

fn found(batch: &mut Batch<'_, '_>, change: &Change, new: &Founding) -> Result<()> {
    must_have_document(change.document.as_ref(), "thành lập đơn vị")?;
    let manager = id_of(batch, &new.manager)?;
    let federation = batch.federation();
    let above = store::load(batch.reader()?, federation, manager)?;
    crate::units::rules::must_be_open(&above, change.on)?;
    let new = NewUnit {
        code: new.code.clone(),
        name: new.name.clone(),
        kind: new.kind,
        block: new.block,
        address: new.address.clone(),
        employer: None,
        manager: Some(manager),
        from: change.on,
        entry: new.entry,
        method: new.method,
        members: new.members,
        document: change.document.clone(),
        import: None,
    };
    write_new_unit(batch, &new).map(drop)
}
