//! Obligations as tasks: what units of a scope must still hold, when the last day is near or over; agreements that end.

use domain::activities::{Activity, FieldValue};
use domain::obligations::DutyList;
use domain::overview::{agreements_ending, duties_left};
use kernel::Power;

use super::gather::Task;
use super::words;
use crate::activities::ENDS_SOON;
use crate::address::Question;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;

/// What is still to be held, for who records it.
pub(super) fn duties(
    visit: &Visit,
    question: &Question,
    place: &Place,
) -> Result<Vec<Task>, Problem> {
    if !visit.actor.may(Power::RecordActivities) {
        return Ok(Vec::new());
    }
    let (unit, code) = (place.card.id, &*place.card.code);
    let lists = duties_left(&visit.app, &visit.actor, unit, code)?;
    Ok(lists.iter().filter_map(|list| task(visit, question, list)).collect())
}

/// Agreements that end soon, for who records the next ones.
pub(super) fn agreements(
    visit: &Visit,
    question: &Question,
    place: &Place,
) -> Result<Vec<Task>, Problem> {
    if !visit.actor.may(Power::RecordActivities) {
        return Ok(Vec::new());
    }
    let (unit, code) = (place.card.id, &*place.card.code);
    let ends = agreements_ending(&visit.app, &visit.actor, unit, code, ENDS_SOON)?;
    let say = question.say;
    let task = |each: &Activity| {
        let Some(FieldValue::Day(day)) = each.values.get("expires_on") else { return None };
        Some(Task {
            what: say.fill(words::AGREEMENT, &[("unit", &each.unit.2)]),
            more: say.fill(words::AGREEMENT_MORE, &[("day", &say.day(*day))]),
            to: question.to(&format!("/activities/agreements/{}", each.record)),
            is_late: false,
        })
    };
    Ok(ends.iter().filter_map(task).collect())
}

fn task(visit: &Visit, question: &Question, list: &DutyList) -> Option<Task> {
    let say = question.say;
    let due = list.version?.due_in(list.year);
    let is_late = due < visit.today;
    let left = say.number(list.counts.obliged - list.counts.held);
    let (year, day) = (list.year.to_string(), say.day(due));
    let text = if is_late { words::DUTY_OVER } else { words::DUTY_DUE };
    let whole = kernel::Period::year(list.year)?;
    Some(Task {
        what: say.fill(words::DUTY, &[("name", name(say, list)), ("n", &left), ("year", &year)]),
        more: say.fill(text, &[("day", &day)]),
        to: question.in_period(whole).to(&format!("/obligations/{}", list.obligation.code)),
        is_late,
    })
}

fn name(say: Say, list: &DutyList) -> &'static str {
    if say.code() == "en" { &list.obligation.name_en } else { &list.obligation.name }
}
