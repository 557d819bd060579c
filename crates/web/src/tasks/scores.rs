//! What cycles of scoring wait for at a unit: its own cards, the cards to review, the clusters to rank.

use domain::scores::{State, cycles};
use kernel::Power;

use super::gather::Task;
use super::words;
use crate::address::Question;
use crate::problem::Problem;
use crate::site::Visit;
use crate::units::Place;

/// Cards to fill and to review, for who may record.
pub(super) fn scores(
    visit: &Visit,
    question: &Question,
    place: &Place,
) -> Result<Vec<Task>, Problem> {
    let say = question.say;
    if !visit.actor.may(Power::RecordHonours) {
        return Ok(Vec::new());
    }
    let told = cycles(&visit.app, &visit.actor, place.card.id)?;
    let mut tasks: Vec<Task> = told
        .own
        .iter()
        .filter(|row| row.state.is_open())
        .map(|row| {
            let day = say.day(row.cycle.own_by);
            let what =
                if row.state == State::Returned { words::CARD_MEND } else { words::CARD_FILL };
            Task {
                what: say.fill(what, &[("day", &day)]),
                more: row.cycle.name.clone(),
                to: question.to(&format!("/scores/cards/{}", row.card)),
                is_late: row.cycle.own_by < visit.today,
            }
        })
        .collect();
    for row in &told.opened {
        let to = question.to(&format!("/scores/cycles/{}", row.cycle.id));
        let late = row.cycle.review_by.is_some_and(|day| day < visit.today);
        for (count, what) in [(row.waiting, words::CARDS_REVIEW), (row.reviewed, words::CARDS_RANK)]
        {
            if count > 0 {
                tasks.push(Task {
                    what: say.fill(what, &[("n", &say.number(count))]),
                    more: row.cycle.name.clone(),
                    to: to.clone(),
                    is_late: late && what == words::CARDS_REVIEW,
                });
            }
        }
    }
    Ok(tasks)
}
