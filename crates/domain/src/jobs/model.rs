//! What a job is.

use kernel::{Id, Instant, Refusal};

/// How far a job has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Being prepared; nothing was asked for yet.
    Draft,
    /// Asked for.
    Waiting,
    /// Taken up.
    Running,
    /// Answered.
    Done,
    /// A rule said no.
    Refused,
    /// Taken back by who asked.
    Cancelled,
    /// Broken off by a fault of ours.
    Failed,
}

const STATES: [(State, &str); 7] = [
    (State::Draft, "draft"),
    (State::Waiting, "waiting"),
    (State::Running, "running"),
    (State::Done, "done"),
    (State::Refused, "refused"),
    (State::Cancelled, "cancelled"),
    (State::Failed, "failed"),
];

impl State {
    /// The stable code.
    pub fn code(self) -> &'static str {
        STATES.iter().find(|(state, _)| *state == self).map_or("", |(_, code)| code)
    }

    pub(super) fn from_code(code: &str) -> Self {
        STATES.iter().find(|(_, each)| *each == code).map_or(Self::Failed, |(state, _)| *state)
    }

    /// Whether nothing more will happen.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Refused | Self::Cancelled | Self::Failed)
    }
}

/// A job as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: Id,
    /// What sort of work it is.
    pub kind: String,
    /// The account that asked; none for the operator at the machine.
    pub account: Option<Id>,
    /// Its name as the books write it.
    pub actor: String,
    /// The unit it is about.
    pub unit: Option<Id>,
    /// What was asked, as its kind writes it.
    pub input: String,
    /// The file it came with, by its hash.
    pub file: Option<String>,
    /// How far it has come.
    pub state: State,
    /// What is being done, in words.
    pub stage: String,
    /// How many of `total` are done.
    pub done: i64,
    /// How many there are; 0 where nobody can tell.
    pub total: i64,
    /// The answer as its kind writes it, or why there is none.
    pub answer: Option<String>,
    /// The file it answered with, by its hash.
    pub answer_file: Option<String>,
    /// How often a program died while it did this.
    pub deaths: i64,
    /// When it was asked for.
    pub made_at: Instant,
    /// When it was taken up.
    pub began_at: Option<Instant>,
    /// When it ended.
    pub ended_at: Option<Instant>,
}

/// How the jobs of these books stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many are in each state; drafts are not counted.
    pub counts: Vec<(State, i64)>,
    /// The last ones broken off by a fault of ours, the latest first.
    pub failed: Vec<Job>,
}

impl Standing {
    /// How many are in a state.
    pub fn of(&self, state: State) -> i64 {
        self.counts.iter().find(|(each, _)| *each == state).map_or(0, |(_, count)| *count)
    }
}

impl Job {
    /// Of a job that was refused or failed: code, sentence and remedy.
    pub fn refusal(&self) -> Option<[String; 3]> {
        let answer = self.answer.as_deref().filter(|_| self.state != State::Done)?;
        let mut lines = answer.splitn(3, '\n').map(str::to_owned);
        Some([lines.next()?, lines.next()?, lines.next()?])
    }
}

/// Why a job ended without an answer, as it is kept.
pub(super) fn reason_text(refusal: &Refusal) -> String {
    let flat = |text: &str| text.replace('\n', " ");
    format!("{}\n{}\n{}", refusal.code, flat(&refusal.message), flat(&refusal.remedy))
}
