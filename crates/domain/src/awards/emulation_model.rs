//! What belongs to emulation: movements, waves, contests and what happened in them, initiatives.

use kernel::{Day, Id};

use super::codes::codes;
use super::model::Level;
use crate::documents::DocumentRef;

codes! {
    /// What belongs to emulation.
    EmulationKind {
        /// A lasting theme.
        Movement "movement" "Phong trào thi đua" / "Movement",
        /// A stretch of time tied to an event.
        Wave "wave" "Đợt thi đua cao điểm" / "Wave",
        /// A contest.
        Contest "contest" "Hội thi" / "Contest",
        /// A conference of exemplars.
        Conference "conference" "Hội nghị điển hình" / "Conference of exemplars",
    }
}

codes! {
    /// What a line of a contest tells.
    Told {
        /// A unit that entered.
        Entry "entry" "Đơn vị dự thi" / "Entry",
        /// Somebody who competed.
        Contestant "contestant" "Thí sinh" / "Contestant",
        /// Somebody who judged.
        Judge "judge" "Giám khảo" / "Judge",
    }
}

codes! {
    /// A prize of a contest.
    Prize {
        /// The first.
        First "first" "Giải nhất" / "First prize",
        /// The second.
        Second "second" "Giải nhì" / "Second prize",
        /// The third.
        Third "third" "Giải ba" / "Third prize",
        /// The consolation prize.
        Consolation "consolation" "Giải khuyến khích" / "Consolation prize",
    }
}

codes! {
    /// The sort of an initiative.
    InitiativeKind {
        /// An improvement of work, with a benefit.
        Improvement "improvement" "Sáng kiến, cải tiến" / "Initiative",
        /// An experience initiative of a school (SKKN).
        Experience "experience" "Sáng kiến kinh nghiệm" / "Experience initiative",
    }
}

codes! {
    /// Where a registration to a movement stands.
    RegistrationStep {
        /// It waits for an answer.
        Sent "sent" "Chờ duyệt" / "Waits for an answer",
        /// It was accepted.
        Accepted "accepted" "Đã duyệt" / "Accepted",
        /// It came back with a reason.
        Returned "returned" "Trả lại" / "Sent back",
    }
}

/// A unit that a movement was launched to, with its registration where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// The unit: id, code, name.
    pub unit: (Id, String, String),
    /// Where the registration stands; none while nothing was sent.
    pub step: Option<RegistrationStep>,
    /// The day of the step.
    pub on: Option<Day>,
    /// What the unit pledges.
    pub pledge: Option<String>,
    /// Why it came back.
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded_at: Option<String>,
}

/// A movement, wave, contest or conference, to be recorded.
#[derive(Clone, Debug)]
pub struct NewEmulation {
    /// Who launches it.
    pub unit: Id,
    /// What it is.
    pub kind: EmulationKind,
    /// Its name.
    pub name: String,
    /// The event it is tied to.
    pub event: Option<String>,
    /// From when.
    pub from: Day,
    /// Its last day.
    pub to: Option<Day>,
    /// The plan or launch.
    pub document: Option<DocumentRef>,
    /// The movement it is part of.
    pub part_of: Option<Id>,
    /// In a few words: for whom, by which blocks.
    pub about: Option<String>,
}

/// The same as it stands in the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emulation {
    /// Its id.
    pub id: Id,
    /// Who launched it: id, code, name.
    pub unit: (Id, String, String),
    /// What it is.
    pub kind: EmulationKind,
    /// Its name.
    pub name: String,
    /// The event.
    pub event: Option<String>,
    /// From when.
    pub from: Day,
    /// Its last day.
    pub to: Option<Day>,
    /// Number and day of the paper.
    pub document: Option<String>,
    /// The movement it is part of.
    pub part_of: Option<(Id, String)>,
    /// About it.
    pub about: Option<String>,
}

/// A row of the list of emulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmulationRow {
    /// It.
    pub told: Emulation,
    /// Units it was launched to.
    pub launched: i64,
    /// Honours that belong to it.
    pub honours: i64,
}

/// A line of a contest, to be recorded.
#[derive(Clone, Debug)]
pub struct NewContestLine {
    /// Entry, contestant or judge.
    pub kind: Told,
    /// The unit.
    pub unit: Id,
    /// The day.
    pub on: Day,
    /// The person, where the books know one.
    pub person: Option<Id>,
    /// The name of a team, or of somebody who is not in the books.
    pub named: Option<String>,
    /// The trade.
    pub trade: Option<String>,
    /// The round, from 1.
    pub round: Option<i64>,
    /// The score in hundredths.
    pub score: Option<i64>,
    /// The prize.
    pub prize: Option<Prize>,
    /// How many, where only a number is known.
    pub count: Option<i64>,
}

/// The same as it stands in the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContestLine {
    /// Its id.
    pub id: Id,
    /// What it tells.
    pub kind: Told,
    /// The unit's code and name today.
    pub unit: (String, String),
    /// The day.
    pub on: Day,
    /// The person.
    pub person: Option<Id>,
    /// The name.
    pub named: String,
    /// The trade.
    pub trade: Option<String>,
    /// The round.
    pub round: Option<i64>,
    /// The score in hundredths.
    pub score: Option<i64>,
    /// The prize.
    pub prize: Option<Prize>,
    /// How many.
    pub quantity: i64,
}

/// A contest in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContestSummary {
    /// Entries of units.
    pub entries: i64,
    /// Units, each once.
    pub units: i64,
    /// Attendances of contestants.
    pub contestants: i64,
    /// People the books know, each once.
    pub people: i64,
    /// Prizes by rank.
    pub prizes: [i64; 4],
    /// Trades with their contestants.
    pub trades: Vec<(String, i64)>,
}

/// An author of an initiative, with the share as a fraction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The person, where the books know one.
    pub person: Option<Id>,
    /// The name; may be empty for a person of the books.
    pub named: String,
    /// The unit.
    pub unit: Id,
    /// The share: so many parts of so many.
    pub share: (i64, i64),
}

/// An initiative as one level recognised it, to be recorded.
#[derive(Clone, Debug)]
pub struct Initiative {
    /// The unit where it was made.
    pub unit: Id,
    /// Its sort.
    pub kind: InitiativeKind,
    /// Its name; where only a number is known, what the number counts.
    pub name: String,
    /// The level that recognised it.
    pub level: Level,
    /// The day.
    pub on: Day,
    /// The year, or that in which a school year ended.
    pub year: i16,
    /// The field.
    pub field: Option<String>,
    /// What it was worth, in đồng.
    pub benefit_vnd: Option<i64>,
    /// The decision.
    pub document: DocumentRef,
    /// The row of the same initiative at a lower level; its benefit is not counted again.
    pub first: Option<Id>,
    /// The movement it belongs to.
    pub emulation: Option<Id>,
    /// How many, where only a number is known, and whether it said "over".
    pub count: Option<(i64, bool)>,
    /// The authors; none where only a number is known.
    pub authors: Vec<Author>,
}

/// The same as it stands in the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitiativeRow {
    /// Its id.
    pub id: Id,
    /// The unit's code and name today.
    pub unit: (String, String),
    /// Its sort.
    pub kind: InitiativeKind,
    /// Its name.
    pub name: String,
    /// The level.
    pub level: Level,
    /// The day.
    pub on: Day,
    /// The benefit.
    pub benefit_vnd: Option<i64>,
    /// Number and day of the paper.
    pub document: String,
    /// How many it counts.
    pub quantity: i64,
    /// Whether it is only a number, and whether it said "over".
    pub typed: (bool, bool),
    /// The authors with their shares.
    pub authors: Vec<(String, (i64, i64))>,
}
