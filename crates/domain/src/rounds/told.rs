//! What is told of rounds and nominations to those who read them.

use kernel::{Block, Day, Id};

use super::model::{
    CommentSort, Item, PriorityRule, Quota, RoundAward, RoundSort, RoundStep, State, Step,
};
use crate::awards::{Level, Subject};

/// Somebody who might be nominated, found by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonNear {
    /// The person.
    pub id: Id,
    /// The name.
    pub name: String,
    /// Birth, as precise as known.
    pub birth: Option<String>,
    /// The unit: id and name today.
    pub unit: (Id, String),
}

/// A line of the list of rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundRow {
    /// Its id.
    pub id: Id,
    /// The unit that opened it: id, code, name today.
    pub unit: (Id, String, String),
    /// What sort it is.
    pub sort: RoundSort,
    /// Its name.
    pub name: String,
    /// The first and the last year looked at.
    pub years: (i64, i64),
    /// When it was opened.
    pub opened_on: Day,
    /// The last day, as it was set last.
    pub due_on: Day,
    /// Whether it takes no more nominations.
    pub is_closed: bool,
}

/// A called unit, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallRow {
    /// The unit: id, code, name today.
    pub called: (Id, String, String),
    /// Who called it.
    pub caller: Id,
    /// Its last day.
    pub due_on: Day,
    /// Its nominations that stand.
    pub nominations: i64,
    /// Those of them that went beyond it.
    pub sent: i64,
}

/// A round with everything stated of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// What the list tells.
    pub head: RoundRow,
    /// Number and day of the paper that opened it.
    pub document: Option<(Id, String, Option<Day>)>,
    /// Days for which the list stands open to members.
    pub comment_days: i64,
    /// The level at which it does.
    pub comment_level: Option<Level>,
    /// A remark for the called units.
    pub note: Option<String>,
    /// What may be asked for.
    pub awards: Vec<RoundAward>,
    /// How many.
    pub quotas: Vec<Quota>,
    /// What goes first.
    pub priorities: Vec<PriorityRule>,
    /// What was done with it: what, the last day it set, why, when recorded.
    pub steps: Vec<(RoundStep, Day, Option<String>)>,
}

/// A round as somebody sees it.
#[derive(Clone, Debug)]
pub struct RoundCard {
    /// The round.
    pub round: Round,
    /// Who was called, as far as the reader sees.
    pub calls: Vec<CallRow>,
    /// How many nominations within reach stand where.
    pub counts: Vec<(State, i64)>,
    /// Its lists that were opened to members: id, unit's name, first day, first day after.
    pub openings: Vec<(Id, String, Day, Day)>,
    /// Whether the reader may change the round.
    pub may_change: bool,
    /// The unit at which the reader may nominate here, where there is one.
    pub may_nominate: bool,
}

/// A line of a list of nominations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NominationRow {
    /// Its id.
    pub id: Id,
    /// The round.
    pub round: Id,
    /// The award's code.
    pub award: String,
    /// The level that decides.
    pub level: Level,
    /// Person or collective.
    pub subject: Subject,
    /// The collective's unit, or the person's.
    pub of_unit: Id,
    /// The person.
    pub person: Option<Id>,
    /// The name that day.
    pub named: String,
    /// The unit's name that day.
    pub unit_named: String,
    /// The unit that nominates, and its code.
    pub unit: (Id, String),
    /// The called unit it answers.
    pub called: Id,
    /// The block of the unit that day.
    pub block: Block,
    /// What speaks for going first, as far as the books know: the codes.
    pub priority: Vec<String>,
    /// For what.
    pub achievement: String,
    /// Where it stands.
    pub state: State,
    /// Who holds it: the unit's id and name today; none outside the books.
    pub holder: Option<(Id, String)>,
    /// On which rung.
    pub rung: Level,
    /// Since when.
    pub since: Day,
    /// The outcome of the rules when it was sent: the code.
    pub verdict: Option<String>,
    /// The paper that decided it.
    pub commendation: Option<Id>,
}

/// Which nominations are asked for.
#[derive(Clone, Debug, Default)]
pub struct NominationFilter {
    /// Only in this state.
    pub state: Option<State>,
    /// Only for this award.
    pub award: Option<String>,
    /// Only held by this unit.
    pub holder: Option<Id>,
    /// Words of a name.
    pub text: String,
    /// How many come before the page, and how many it has.
    pub page: (usize, usize),
}

/// A step of the life line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTold {
    /// What was done.
    pub step: Step,
    /// At which unit: its name.
    pub unit: String,
    /// Who holds the file after it: the name; none outside these books.
    pub holder: Option<String>,
    /// The rung after it.
    pub level: Level,
    /// Its day.
    pub on: Day,
    /// When it was recorded.
    pub recorded_at: kernel::Instant,
    /// Who recorded it.
    pub actor: String,
    /// The paper.
    pub document: Option<(Id, String)>,
    /// The decision.
    pub commendation: Option<Id>,
    /// The council's session.
    pub session: Option<Id>,
    /// Votes for it, and of how many.
    pub votes: Option<(i64, i64)>,
    /// Why, or a remark.
    pub note: Option<String>,
}

/// A file of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOf {
    /// Its id.
    pub id: Id,
    /// The item it belongs to.
    pub item: String,
    /// Its name.
    pub name: String,
    /// The ending that says what it is.
    pub media: String,
    /// Its size.
    pub bytes: i64,
    /// Under which content it is kept.
    pub(crate) hash: String,
}

/// An item of the checklist with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemTold {
    /// The item.
    pub item: Item,
    /// What was written.
    pub body: Option<String>,
    /// Its files.
    pub files: Vec<FileOf>,
    /// The last judgement that counts here: accepted or not, why not, whether it was mended since.
    pub mark: Option<(bool, Option<String>, bool)>,
}

/// What a condition said on the day the file was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingTold {
    /// Its sentence.
    pub says: String,
    /// Its clause.
    pub clause: String,
    /// The answer's code.
    pub answer: String,
    /// Whether it counts.
    pub decides: bool,
    /// The records it was decided by.
    pub used: String,
    /// What is missing.
    pub missing: String,
}

/// The verdict that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictTold {
    /// The day whose rules were applied.
    pub on: Day,
    /// The year of merit.
    pub year: i64,
    /// The outcome's code.
    pub state: String,
    /// The rules in their versions.
    pub rules: String,
    /// What the unit says against it.
    pub why: Option<String>,
    /// Condition by condition.
    pub findings: Vec<FindingTold>,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentTold {
    /// Its id.
    pub id: Id,
    /// The nomination.
    pub nomination: Id,
    /// What it is.
    pub sort: CommentSort,
    /// Its words.
    pub body: String,
    /// Who, as told; who recorded it where nobody is.
    pub by: String,
    /// When.
    pub recorded_at: kernel::Instant,
    /// The comment it answers.
    pub answers: Option<Id>,
}

/// What may be done with a nomination, now, by the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum May {
    /// Write into the file.
    Fill,
    /// Send it to the rung above.
    Send,
    /// Take it back from there.
    Recall,
    /// Take the nomination out.
    Withdraw,
    /// Accept and return items.
    Appraise,
    /// Send it back.
    Return,
    /// Open the list to members.
    Open,
    /// Decide here.
    Decide,
    /// Refuse.
    Refuse,
    /// Look at it again.
    Reconsider,
    /// Say that a level outside these books sent it further up.
    PassOn,
    /// Ask for a higher award.
    Higher,
}

/// A nomination with everything kept of it.
#[derive(Clone, Debug)]
pub struct NominationCard {
    /// What a list tells.
    pub row: NominationRow,
    /// The round: its name and who opened it.
    pub round: Round,
    /// The name of the unit that nominates, today.
    pub unit_name: String,
    /// The checklist with what stands in it.
    pub items: Vec<ItemTold>,
    /// What the rules said when it was sent last.
    pub verdict: Option<VerdictTold>,
    /// Its life.
    pub steps: Vec<StepTold>,
    /// What was said about it.
    pub comments: Vec<CommentTold>,
    /// The list on which it stands open now, and until when.
    pub open_until: Option<(Id, Day)>,
    /// The refused nomination it goes beyond.
    pub after: Option<Id>,
    /// Where it goes when it is sent: the unit's name, or none outside these books; and the rung.
    pub next: Option<(Option<String>, Level)>,
    /// Whether a council votes on the rung where it lies.
    pub needs_council: bool,
    /// What the reader may do now.
    pub may: Vec<May>,
    /// Why an outcome must wait, where it must.
    pub waits: Option<kernel::Refusal>,
}
