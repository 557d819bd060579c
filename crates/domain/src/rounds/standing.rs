//! Where a nomination stands: the fold of its steps. Pure.

use kernel::{Day, Id, UnitKind};

use super::model::{State, Step};
use crate::awards::Level;

/// A step as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StepRow {
    pub(super) id: Id,
    pub(super) nomination: Id,
    pub(super) unit: Id,
    pub(super) step: Step,
    pub(super) holder: Option<Id>,
    pub(super) level: Level,
    pub(super) on: Day,
    pub(super) opening: Option<Id>,
    pub(super) commendation: Option<Id>,
    pub(super) session: Option<Id>,
}

/// Where a nomination stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// The unit that holds the file; none when it lies outside these books.
    pub holder: Option<Id>,
    /// The rung on which it lies.
    pub level: Level,
    /// The units that sent it, the lowest first.
    pub senders: Vec<Id>,
    /// The list on which this rung opened it to members.
    pub opening: Option<Id>,
    /// The paper of the decision.
    pub commendation: Option<Id>,
    /// The unit that returned it last, while it is to be mended.
    pub returned_by: Option<Id>,
    /// The day of the last step.
    pub since: Day,
    /// The day before which no paper about it can be: of the last step that has a day of its own. Appraisal has the day
    /// on which it was typed, and an office types a session and a decision after they were.
    pub(super) told_on: Day,
    /// Whether the unit that nominates has sent it before.
    pub was_sent: bool,
}

impl Standing {
    /// Folds the steps of one nomination, the first one first.
    pub(super) fn of(steps: &[StepRow]) -> Option<Self> {
        let first = steps.first()?;
        let mut told = Self {
            state: State::Drafted,
            holder: first.holder,
            level: first.level,
            senders: Vec::new(),
            opening: None,
            commendation: None,
            returned_by: None,
            since: first.on,
            told_on: first.on,
            was_sent: false,
        };
        steps.iter().for_each(|step| told.take(step));
        Some(told)
    }

    fn take(&mut self, step: &StepRow) {
        (self.holder, self.level, self.since) = (step.holder, step.level, step.on);
        if step.step != Step::Accepted {
            self.told_on = step.on;
        }
        match step.step {
            Step::Nominated => self.state = State::Drafted,
            Step::Sent => {
                self.senders.push(step.unit);
                self.arrive(State::Sent);
                self.was_sent = true;
            }
            Step::Returned => {
                self.senders.pop();
                self.arrive(State::Returned);
                self.returned_by = Some(step.unit);
            }
            Step::Recalled => {
                self.senders.pop();
                self.arrive(State::Returned);
            }
            Step::Accepted => self.state = State::Accepted,
            Step::Opened => self.opening = step.opening,
            Step::Passed => self.state = State::Passed,
            Step::Failed => self.state = State::Failed,
            Step::Reconsidered => {
                let is_outside = step.holder.is_none();
                self.state = if is_outside { State::Sent } else { State::Accepted };
                self.commendation = None;
            }
            Step::PassedOn => {}
            Step::Decided => {
                self.state = State::Decided;
                self.commendation = step.commendation;
            }
            Step::Refused => self.state = State::Refused,
            Step::Withdrawn => self.state = State::Withdrawn,
        }
    }

    fn arrive(&mut self, state: State) {
        self.state = state;
        (self.opening, self.returned_by) = (None, None);
    }

    /// The unit at which something is recorded about it: who holds it, or who sent it out of these books.
    pub fn seat(&self) -> Option<Id> {
        self.holder.or_else(|| self.senders.last().copied())
    }

    /// Whether it lies outside these books.
    pub fn is_outside(&self) -> bool {
        self.holder.is_none()
    }
}

/// The rung on which a unit stands; parts of a grassroots union have none of their own.
pub(super) fn rung_of(kind: UnitKind) -> Option<Level> {
    match kind {
        UnitKind::Confederation => Some(Level::Tld),
        UnitKind::Province | UnitKind::Sector => Some(Level::City),
        UnitKind::District | UnitKind::WardUnion => Some(Level::District),
        UnitKind::Grassroots | UnitKind::Guild => Some(Level::Grassroots),
        UnitKind::MemberUnion | UnitKind::Section | UnitKind::Group | UnitKind::External => None,
    }
}

/// The rung above one, outside these books.
pub(super) fn above(level: Level) -> Option<Level> {
    match level {
        Level::Grassroots => Some(Level::District),
        Level::District => Some(Level::City),
        Level::City => Some(Level::Tld),
        Level::Tld => Some(Level::State),
        Level::State => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(id: i64, unit: i64, what: Step, holder: Option<i64>, level: Level) -> StepRow {
        StepRow {
            id: Id(id),
            nomination: Id(1),
            unit: Id(unit),
            step: what,
            holder: holder.map(Id),
            level,
            on: Day::MIN,
            opening: None,
            commendation: None,
            session: None,
        }
    }

    #[test]
    fn a_returned_file_lies_with_who_sent_it_and_a_new_rung_begins_anew() {
        use Level::{District, Grassroots};
        let mut steps = vec![step(1, 10, Step::Nominated, Some(10), Grassroots)];
        assert!(Standing::of(&[]).is_none());
        steps.push(step(2, 10, Step::Sent, Some(20), District));
        let sent = Standing::of(&steps).unwrap();
        assert_eq!((sent.state, sent.holder), (State::Sent, Some(Id(20))));
        assert_eq!(sent.senders, [Id(10)]);
        steps.push(step(3, 20, Step::Returned, Some(10), Grassroots));
        let returned = Standing::of(&steps).unwrap();
        assert_eq!((returned.state, returned.returned_by), (State::Returned, Some(Id(20))));
        assert!(returned.senders.is_empty() && returned.was_sent);
        steps.push(step(4, 10, Step::Sent, Some(20), District));
        steps.push(StepRow {
            opening: Some(Id(9)),
            ..step(5, 20, Step::Opened, Some(20), District)
        });
        steps.push(step(6, 20, Step::Accepted, Some(20), District));
        assert_eq!(Standing::of(&steps).unwrap().opening, Some(Id(9)));
        steps.push(step(7, 20, Step::Sent, None, Level::City));
        let outside = Standing::of(&steps).unwrap();
        assert!(outside.is_outside() && outside.opening.is_none());
        assert_eq!(outside.seat(), Some(Id(20)));
    }
}
