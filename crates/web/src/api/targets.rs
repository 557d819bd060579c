//! Targets for programs.

use axum::response::Response;
use domain::targets::{NewTarget, Seen, TARGETED, grid, revise};
use domain::units::scope_of_code;
use kernel::{Actor, Period};

use super::answer::{body, carry_out, json, paper, refuse, segment};
use super::shapes::{List, Target, Targets, Written};
use crate::problem::Problem;
use crate::site::Visit;

/// Targets of one request at most.
const MOST: usize = 100;

/// The targets of a unit and a period.
pub(super) fn read(visit: &Visit) -> Result<Response, Problem> {
    let period = visit.raw.question(visit.today)?.period;
    let unit = scope_of_code(&visit.app, &visit.actor, &segment(visit, 1))?;
    let told = grid(&visit.app, &visit.actor, unit, period, (0, 1))?;
    let pairs = TARGETED.iter().zip(told.own.values).filter(|(_, value)| value.is_some());
    let items =
        pairs.map(|(code, value)| Target { indicator: (*code).to_owned(), value }).collect();
    json(&List { items, next: None })
}

/// Sets targets by one decision.
pub(super) fn set(visit: &Visit) -> Result<Response, Problem> {
    let asked: Targets = body(visit)?;
    if asked.targets.len() > MOST {
        let message = format!("Một lần gửi nhiều nhất {MOST} chỉ tiêu");
        return Err(refuse("too_many", message, "Chia thành nhiều lần gửi"));
    }
    let period = Period::parse(&asked.period).map_err(Problem::Refused)?;
    let unit = scope_of_code(&visit.app, &visit.actor, &segment(visit, 1))?;
    let stands = grid(&visit.app, &visit.actor, unit, period, (0, 1))?.own.values;
    let seen = |target: Target| {
        let place = TARGETED.iter().position(|code| *code == target.indicator);
        let seen = place.and_then(|place| stands[place]);
        Seen {
            new: NewTarget { unit, indicator: target.indicator, period, value: target.value },
            seen,
        }
    };
    let changes: Vec<Seen> = asked.targets.into_iter().map(seen).collect();
    let Some(document) = paper(Some(&asked.document), "Giao chỉ tiêu")? else {
        return Err(Problem::Ours);
    };
    let work = |actor: &Actor| {
        revise(&visit.app, actor, &changes, &document).map(|written| written.to_string())
    };
    let shape = |told: String| Written { written: told.parse().unwrap_or_default() };
    carry_out(visit, work, shape)
}
