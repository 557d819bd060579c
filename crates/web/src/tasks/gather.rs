//! The tasks of a reader, each with the page where it is dealt with.

use domain::accounts::Role;
use domain::figures::{Figure, FigureSet};
use domain::overview::{COUNTED_TO, Waiting, waiting};
use kernel::{Period, Power};

use super::{badge, calls, duties, scores, words};
use crate::address::Question;
use crate::figures::indicator_name;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;

/// A thing to do: what, more about it, where, and whether it needs an eye before the others.
pub(crate) struct Task {
    pub(crate) what: String,
    pub(crate) more: String,
    pub(crate) to: String,
    pub(crate) is_late: bool,
}

/// The tasks of one sort.
pub(crate) struct Group {
    pub(crate) title: kernel::Text,
    pub(crate) tasks: Vec<Task>,
}

/// Everything that waits.
pub(crate) struct Told {
    pub(crate) groups: Vec<Group>,
    /// How many things wait; the targets, which are told only where figures were worked out, are none of them.
    pub(super) count: usize,
}

impl Told {
    /// Whether there is nothing to do.
    pub(crate) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}

/// What waits in a unit and under it, with the targets that figures already worked out are behind. The menu of the same
/// page counts what was gathered here.
pub(crate) fn gather(
    visit: &Visit,
    question: &Question,
    place: &Place,
    set: Option<&FigureSet>,
) -> Result<Told, Problem> {
    let waits = waiting(&visit.app, &visit.actor, place.card.id)?;
    let say = question.say;
    let targets = set.map_or_else(Vec::new, |set| behind(visit, question, set));
    let of_targets = targets.len();
    let groups = [
        (words::REPORTS, calls::reports(visit, question, place)?),
        (words::TARGETS, targets),
        (words::TRANSFERS, transfers(question, &waits)),
        (words::ROUNDS, rounds(visit, question, place)?),
        (words::SCORES, scores::scores(visit, question, place)?),
        (words::REQUESTS, requests(question, &waits)),
        (words::SUSPECTS, suspects(visit, question, place)?),
        (words::DUTIES, duties::duties(visit, question, place)?),
        (words::AGREEMENTS, duties::agreements(visit, question, place)?),
        (words::IMPORTS, imports(question, &waits)),
        (words::POSTS, posts(say, question, &waits)),
    ];
    let all: usize = groups.iter().map(|(_, tasks)| tasks.len()).sum();
    let count = all - of_targets;
    badge::keep(visit, place, count);
    let groups = groups.into_iter().filter(|(_, tasks)| !tasks.is_empty());
    Ok(Told { groups: groups.map(|(title, tasks)| Group { title, tasks }).collect(), count })
}

/// How many, as far as it was counted.
fn counted(say: Say, count: i64) -> String {
    let told = say.number(count);
    if count >= COUNTED_TO { format!("{told}+") } else { told }
}

/// Figures behind what an even pace would have done by now, of targets whose period is not over.
fn behind(visit: &Visit, question: &Question, set: &FigureSet) -> Vec<Task> {
    let say = question.say;
    let page = |figure: &Figure| {
        // Who may not read the names behind a figure sees it beside its target.
        if visit.actor.may(Power::ReadPeople) {
            format!("/figures/{}", figure.indicator)
        } else {
            "/targets".to_owned()
        }
    };
    let task = |figure: &Figure| {
        let (value, target, due) = (figure.value?, figure.target?, figure.pace?);
        let period = Period::parse(figure.target_period.as_deref()?).ok()?;
        if value >= due || period.last() < visit.today {
            return None;
        }
        let period = say.period(period);
        let [done, asked] = [value, target].map(|number| say.number(number));
        let name = indicator_name(say, figure.indicator);
        let places = [("name", name), ("done", &done), ("target", &asked), ("period", &period)];
        let due = say.number(due);
        Some(Task {
            what: say.fill(words::BEHIND, &places),
            more: say.fill(words::BEHIND_MORE, &[("due", &due)]),
            to: question.to(&page(figure)),
            is_late: true,
        })
    };
    set.figures.iter().filter_map(task).collect()
}

/// A task that stands for a number of things; none where there are none.
fn of_count(
    say: Say,
    count: Option<i64>,
    (what, more): (kernel::Text, kernel::Text),
    to: String,
) -> Option<Task> {
    let count = count.filter(|count| *count > 0)?;
    let what = say.fill(what, &[("n", &counted(say, count))]);
    Some(Task { what, more: say.text(more).to_owned(), to, is_late: false })
}

fn transfers(question: &Question, waits: &Waiting) -> Vec<Task> {
    let say = question.say;
    let to = || question.to("/transfers");
    let coming = (words::TO_RECEIVE, words::TO_RECEIVE_MORE);
    let gone = (words::TO_BE_ANSWERED, words::TO_BE_ANSWERED_MORE);
    [of_count(say, waits.to_receive, coming, to()), of_count(say, waits.to_be_answered, gone, to())]
        .into_iter()
        .flatten()
        .collect()
}

/// Pairs of records that may be one person, of a scope small enough to be looked through.
fn suspects(visit: &Visit, question: &Question, place: &Place) -> Result<Vec<Task>, Problem> {
    let pairs = domain::overview::duplicates(&visit.app, &visit.actor, place.card.id)?;
    let text = (words::PAIRS, words::PAIRS_MORE);
    Ok(of_count(question.say, pairs, text, question.to("/duplicates")).into_iter().collect())
}

fn requests(question: &Question, waits: &Waiting) -> Vec<Task> {
    let text = (words::CORRECTIONS, words::CORRECTIONS_MORE);
    of_count(question.say, waits.corrections, text, question.to("/corrections"))
        .into_iter()
        .collect()
}

/// What rounds wait for at the unit itself: its last day, files to appraise, to mend, to bring to an outcome.
fn rounds(visit: &Visit, question: &Question, place: &Place) -> Result<Vec<Task>, Problem> {
    use domain::rounds::{DueWhat, due};
    let say = question.say;
    // Who may not read members has nothing to do with their files.
    if !visit.actor.may(Power::RecordHonours) {
        return Ok(Vec::new());
    }
    let told = due(&visit.app, &visit.actor, place.card.id)?;
    let task = |each: &domain::rounds::Due| {
        let (count, day) = (say.number(each.count), each.due_on.map(|day| say.day(day)));
        let places = [("n", &*count), ("day", day.as_deref().unwrap_or_default())];
        let (what, act) = match each.what {
            DueWhat::Call => (words::ROUND_CALL, ""),
            DueWhat::Appraise => (words::ROUND_APPRAISE, "?state=sent"),
            DueWhat::Mend => (words::ROUND_MEND, "?state=returned"),
            DueWhat::Outcome => (words::ROUND_OUTCOME, "/outcome"),
        };
        let (id, name) = &each.round;
        let to = match act.strip_prefix("?state=") {
            Some(state) => question.to_with(&format!("/rounds/{id}"), &[("state", state)]),
            None => question.to(&format!("/rounds/{id}{act}")),
        };
        let is_late = each.due_on.is_some_and(|day| day < visit.today);
        Task { what: say.fill(what, &places), more: name.clone(), to, is_late }
    };
    Ok(told.iter().map(task).collect())
}

fn imports(question: &Question, waits: &Waiting) -> Vec<Task> {
    let say = question.say;
    let named = waits.refused_last.iter().map(|import| {
        let (rows, when) = (say.number(import.rows), say.day(import.at.day()));
        let places = [("file", &*import.file_name), ("n", &rows)];
        Task {
            what: say.fill(words::REFUSED, &places),
            more: say.fill(words::REFUSED_MORE, &[("unit", &*import.unit.1), ("day", &when)]),
            to: question.of_unit(&import.unit.0).to("/imports"),
            is_late: false,
        }
    });
    let mut tasks: Vec<Task> = named.collect();
    let others = waits.refused.unwrap_or_default().imports - tasks.len() as i64;
    let text = (words::REFUSED_OTHERS, words::REFUSED_OTHERS_MORE);
    tasks.extend(of_count(say, Some(others), text, question.to("/imports")));
    tasks
}

fn posts(say: Say, question: &Question, waits: &Waiting) -> Vec<Task> {
    let ending = waits.ending.iter().flatten();
    let task = |post: &domain::overview::Ending| {
        let role = Role::find(&post.role).map_or(&*post.role, |role| say.text(role.name));
        let day = say.day(post.on);
        let places = [("name", &*post.holder.1), ("role", role), ("day", &day)];
        Task {
            what: say.fill(words::ENDING, &places),
            more: post.unit.clone(),
            to: question.to(&format!("/accounts/{}", post.holder.0)),
            is_late: false,
        }
    };
    ending.map(task).collect()
}
