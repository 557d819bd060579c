//! Reports as tasks: what the unit owes, what waits to be approved, who has not filed.

use domain::reports::{Form, Owed, State, all_forms, form_among, owed, waiting};
use kernel::{Period, Power};

use super::gather::Task;
use super::words;
use crate::address::Question;
use crate::problem::Problem;
use crate::site::Visit;
use crate::units::Place;

/// The tasks of reports in a unit: of its own for who files, of those below for who approves.
pub(super) fn reports(
    visit: &Visit,
    question: &Question,
    place: &Place,
) -> Result<Vec<Task>, Problem> {
    let (app, actor, unit) = (&visit.app, &visit.actor, place.card.id);
    let mut tasks = Vec::new();
    if !(actor.may(Power::WriteReports) || actor.may(Power::ApproveReports)) {
        return Ok(tasks);
    }
    let forms = all_forms(app)?;
    let named = |of: (&str, Period), text, count| named(visit, question, &forms, of, text, count);
    if actor.may(Power::WriteReports) {
        for each in owed(app, actor, unit)? {
            let of = (&*each.form, each.period);
            tasks.push(to_file(visit, question, &each, named(of, words::REPORT_OWED, None)?));
        }
    }
    if actor.may(Power::ApproveReports) {
        let waits = waiting(app, actor, unit)?;
        for (form, period, count) in &waits.to_approve {
            let to = question.in_period(*period).to("/reports");
            let what = named((&**form, *period), words::TO_APPROVE, Some(*count))?;
            let more = question.say.text(words::TO_APPROVE_MORE).to_owned();
            tasks.push(Task { what, more, to, is_late: false });
        }
        for (call, count) in &waits.missing {
            let of = (&*call.form, call.period);
            let what = named(of, words::NOT_FILED, Some(*count))?;
            let is_late = call.due_on < visit.today;
            let to =
                question.to_with(&format!("/report-calls/{}", call.key), &[("show", "missing")]);
            let more = due(question, call.due_on, is_late);
            tasks.push(Task { what, more, to, is_late });
        }
    }
    Ok(tasks)
}

fn named(
    visit: &Visit,
    question: &Question,
    forms: &[&'static Form],
    (form, period): (&str, Period),
    text: kernel::Text,
    count: Option<i64>,
) -> Result<String, Problem> {
    let say = question.say;
    let name = &form_among(&visit.app, forms, form, period)?.name;
    let count = count.map(|count| say.number(count)).unwrap_or_default();
    let period = say.period(period);
    Ok(say.fill(text, &[("n", &count), ("name", name), ("period", &period)]))
}

fn due(question: &Question, day: kernel::Day, is_over: bool) -> String {
    let text = if is_over { words::REPORT_LATE } else { words::REPORT_DUE };
    question.say.fill(text, &[("day", &question.say.day(day))])
}

fn to_file(visit: &Visit, question: &Question, owed: &Owed, what: String) -> Task {
    let say = question.say;
    let day = say.day(owed.due);
    let more = if owed.is_locked {
        say.fill(words::REPORT_LOCKED, &[("day", &day)])
    } else if owed.state == State::Returned {
        say.fill(words::REPORT_RETURNED, &[("day", &day)])
    } else {
        due(question, owed.due, owed.due < visit.today)
    };
    Task {
        what,
        more,
        to: question.in_period(owed.period).to(&format!("/reports/{}", owed.form)),
        is_late: owed.is_pressing || owed.state == State::Returned,
    }
}
