//! Units for programs.

use axum::response::Response;
use domain::units::{
    Entry, NewUnit, UnitRow, card_of_code, find_units, open_unit, scope_of_code, subtree_now,
};
use kernel::{Actor, Block, UnitKind};

use super::answer::{body, carry_out, day, json, number, paper, recorded, refuse, segment};
use super::shapes::{Founding, List, Manager, Unit, UnitCard};
use crate::problem::Problem;
use crate::site::Visit;

/// Items on one page at most.
const MOST: usize = 500;

fn shape(row: UnitRow) -> Unit {
    Unit {
        code: row.code,
        name: row.name,
        kind: row.kind.to_owned(),
        opened_on: row.opened_on,
        ended_on: row.ended_on,
    }
}

/// Units whose name holds what is asked, a page at a time of the first that are found.
pub(super) fn found(visit: &Visit) -> Result<Response, Problem> {
    let (skip, limit) =
        (number(visit, "cursor", 0, MOST)?, number(visit, "limit", 50, MOST)?.max(1));
    let asked = visit.raw.get("q").unwrap_or_default();
    let rows = find_units(&visit.app, &visit.actor, asked, (skip + limit + 1).min(MOST))?;
    json(&List::page(rows, (skip, limit), shape))
}

/// One unit.
pub(super) fn one(visit: &Visit) -> Result<Response, Problem> {
    let on = visit.raw.get("on").map_or(Ok(visit.today), day)?;
    let card = card_of_code(&visit.app, &visit.actor, &segment(visit, 1), on)?;
    let managers =
        card.managers.into_iter().map(|(_, code, name)| Manager { code, name }).collect();
    let unit = Unit {
        code: card.code,
        name: card.name,
        kind: card.kind.name().vi.to_owned(),
        opened_on: card.opened_on.to_string(),
        ended_on: card.ended_on.map(|day| day.to_string()),
    };
    json(&UnitCard { unit, managers })
}

/// The units directly below one, by name, a page at a time.
pub(super) fn below(visit: &Visit) -> Result<Response, Problem> {
    let on = visit.raw.get("on").map_or(Ok(visit.today), day)?;
    let (skip, limit) =
        (number(visit, "cursor", 0, 1_000_000)?, number(visit, "limit", 100, MOST)?.max(1));
    let unit = scope_of_code(&visit.app, &visit.actor, &segment(visit, 1))?;
    let rows = subtree_now(&visit.app, &visit.actor, unit, on)?;
    json(&List::page(rows, (skip, limit), shape))
}

/// Founds a unit.
pub(super) fn found_one(visit: &Visit) -> Result<Response, Problem> {
    let asked: Founding = body(visit)?;
    let kinds: Vec<&str> = UnitKind::ALL.iter().map(|kind| kind.code()).collect();
    let kind = UnitKind::from_code(&asked.kind)
        .ok_or_else(|| unknown("loại đơn vị", &asked.kind, &kinds))?;
    let blocks: Vec<&str> = Block::ALL.iter().map(|block| block.code()).collect();
    let block =
        Block::from_code(&asked.block).ok_or_else(|| unknown("khối", &asked.block, &blocks))?;
    let manager = scope_of_code(&visit.app, &visit.actor, &asked.manager)?;
    let new = NewUnit {
        code: asked.code,
        name: asked.name,
        kind,
        block,
        address: None,
        employer: None,
        manager: Some(manager),
        from: day(&asked.on)?,
        entry: Entry::Founded,
        method: None,
        members: asked.members,
        document: paper(Some(&asked.document), "Thành lập công đoàn")?,
        import: None,
    };
    let work = |actor: &Actor| open_unit(&visit.app, actor, &new).map(|id| id.to_string());
    carry_out(visit, work, recorded)
}

fn unknown(what: &str, code: &str, known: &[&str]) -> Problem {
    let code: String = code.chars().take(40).collect();
    refuse(
        "unknown_code",
        format!("Không có {what} “{code}”"),
        &format!("Chọn một trong: {}", known.join(", ")),
    )
}
