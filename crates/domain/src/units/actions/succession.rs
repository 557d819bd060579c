//! Succession: sáp nhập, hợp nhất, chia, tách. Members go to the successors, every one of them.

use std::collections::HashSet;

use db::values;
use kernel::{Actor, Day, Id, Refusal};

use super::events::{EndHow, write_end};
use crate::books::{Batch, schema};
use crate::documents::DocumentRef;
use crate::{App, Result, memberships};

/// The members who go to one successor; `None` means all that are left.
#[derive(Clone, Debug)]
pub struct Share {
    /// The successor.
    pub to: Id,
    /// Who goes there.
    pub people: Option<Vec<Id>>,
}

/// What becomes of one unit.
#[derive(Clone, Debug)]
pub struct Succession {
    /// The unit.
    pub unit: Id,
    /// Its successors.
    pub shares: Vec<Share>,
    /// Whether it ends (merged, divided) or stays (others split off from it).
    pub ends: bool,
}

/// Carries the members of each unit to its successors on a day, by one decision, and ends the units that end.
pub fn succeed(
    app: &App,
    actor: &Actor,
    on: Day,
    successions: &[Succession],
    document: &DocumentRef,
) -> Result<()> {
    app.write(actor, "units.record", "Sáp nhập, hợp nhất, chia, tách đơn vị", |batch| {
        successions.iter().try_for_each(|each| succeed_one(batch, on, each, document))
    })
}

pub(super) fn succeed_one(
    batch: &mut Batch<'_, '_>,
    on: Day,
    succession: &Succession,
    document: &DocumentRef,
) -> Result<()> {
    let members = memberships::members_on(batch, succession.unit, on)?;
    let members: Vec<Id> = members.iter().map(|member| member.person).collect();
    let shares = distribute(succession, &members)?;
    let mut carried = Vec::with_capacity(shares.len());
    for (to, people) in shares {
        memberships::carry(batch, succession.unit, to, on, &people, document)?;
        carried.push((to, people.len() as i64));
    }
    if succession.ends {
        let (event, _) =
            write_end(batch, succession.unit, on, EndHow::Merged, None, Some(document), None)?;
        for (to, count) in carried {
            let row = values![event, succession.unit, to, count];
            batch.append(&schema::UNIT_SUCCESSOR, row)?;
        }
    }
    Ok(())
}

/// Who goes where. A unit that ends must send every member somewhere, and nobody goes twice.
fn distribute(succession: &Succession, members: &[Id]) -> Result<Vec<(Id, Vec<Id>)>, Refusal> {
    let mut left: HashSet<Id> = members.iter().copied().collect();
    let mut shares = Vec::with_capacity(succession.shares.len());
    for share in &succession.shares {
        if share.people.as_ref().is_some_and(Vec::is_empty) {
            return Err(Refusal::new(
                "nobody_chosen",
                "Chưa chọn đoàn viên nào về đơn vị kế tục",
                "Chọn những đoàn viên sang đơn vị ấy; nếu tất cả cùng sang thì ghi là sáp nhập",
            ));
        }
        let people: Vec<Id> = match &share.people {
            Some(people) => people.clone(),
            None => members.iter().copied().filter(|id| left.contains(id)).collect(),
        };
        if let Some(stray) = people.iter().find(|id| !left.remove(id)) {
            return Err(Refusal::new(
                "shares_do_not_add_up",
                format!("Đoàn viên {stray} không thuộc đơn vị vào ngày đó, hoặc được chia hai lần"),
                "Kiểm tra lại danh sách chia về từng đơn vị",
            ));
        }
        shares.push((share.to, people));
    }
    if succession.ends && !left.is_empty() {
        return Err(Refusal::new(
            "shares_do_not_add_up",
            format!("Còn {} đoàn viên chưa được chia về đơn vị nào", left.len()),
            "Chia hết đoàn viên về các đơn vị kế tiếp",
        ));
    }
    Ok(shares)
}
