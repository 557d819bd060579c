//! What cycles, cards and rankings are.

use kernel::{Day, Id};

use super::grading::Outcome;
use super::sheet::Sheet;
use crate::awards::codes::codes;
use crate::documents::DocumentRef;

codes! {
    /// Which stretch a cycle is about.
    Term {
        /// January to June.
        FirstHalf "half1" "Sáu tháng đầu năm" / "First half-year",
        /// July to December; with a sheet that weighs halves it decides the year.
        SecondHalf "half2" "Sáu tháng cuối năm" / "Second half-year",
        /// A calendar year.
        Year "year" "Cả năm" / "Year",
        /// A school year, named by the year in which it ends.
        School "school" "Năm học" / "School year",
    }
}

codes! {
    /// By whose hand points were given.
    Hand {
        /// The unit's own.
        Own "own" "Tự chấm" / "Own points",
        /// The upper unit's review.
        Review "review" "Thẩm định" / "Reviewed",
        /// The council's bonus.
        Bonus "bonus" "Hội đồng" / "Council",
    }
}

codes! {
    /// What happened to a card.
    Step {
        /// Sent up by the unit.
        Submit "submitted" "Đã gửi" / "Sent",
        /// Sent back for more.
        Return "returned" "Trả lại" / "Sent back",
        /// Reviewed, item by item.
        Review "reviewed" "Đã thẩm định" / "Reviewed",
        /// Taken up again after the review.
        Reopen "reopened" "Thẩm định lại" / "Taken up again",
    }
}

codes! {
    /// Where a card stands.
    State {
        /// The unit scores itself.
        Open "open" "Đang tự chấm" / "Being filled",
        /// It came back.
        Returned "returned" "Bị trả lại" / "Sent back",
        /// It waits for the review.
        Submitted "submitted" "Chờ thẩm định" / "Waits for review",
        /// It was reviewed.
        Reviewed "reviewed" "Đã thẩm định" / "Reviewed",
        /// Its cluster's ranking was decided.
        Ranked "ranked" "Đã xếp loại" / "Ranked",
    }
}

impl State {
    /// Where a card stands after its last step.
    pub(super) fn after(last: Option<Step>, ranked: bool) -> Self {
        match last {
            _ if ranked => Self::Ranked,
            None => Self::Open,
            Some(Step::Return) => Self::Returned,
            Some(Step::Submit | Step::Reopen) => Self::Submitted,
            Some(Step::Review) => Self::Reviewed,
        }
    }

    /// Whether the unit itself may still write.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Returned)
    }

    /// Whether the points are those of the upper unit.
    pub fn is_reviewed(self) -> bool {
        matches!(self, Self::Reviewed | Self::Ranked)
    }
}

/// A cycle to be opened.
#[derive(Clone, Debug)]
pub struct NewCycle {
    /// Who opens it.
    pub unit: Id,
    /// With which sheet.
    pub sheet: Id,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub term: Term,
    /// The year.
    pub year: i16,
    /// The first day looked at.
    pub from: Day,
    /// The last.
    pub to: Day,
    /// The last day of scoring oneself.
    pub own_by: Day,
    /// The last day of the review.
    pub review_by: Option<Day>,
    /// The plan.
    pub document: Option<DocumentRef>,
    /// The clusters called.
    pub clusters: Vec<Id>,
}

/// A cycle as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Its id.
    pub id: Id,
    /// Who opened it: id, code, name.
    pub unit: (Id, String, String),
    /// Its sheet.
    pub sheet: Id,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub term: Term,
    /// The year.
    pub year: i64,
    /// The first day looked at.
    pub from: Day,
    /// The last.
    pub to: Day,
    /// The last day of scoring oneself.
    pub own_by: Day,
    /// The last day of the review.
    pub review_by: Option<Day>,
    /// Number and day of the plan.
    pub document: Option<String>,
}

/// A cycle in a list, with how many cards stand where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleRow {
    /// It.
    pub cycle: Cycle,
    /// Cards called.
    pub cards: i64,
    /// Of them open, or sent back.
    pub open: i64,
    /// Of them waiting for the review.
    pub waiting: i64,
    /// Of them reviewed and not ranked yet.
    pub reviewed: i64,
    /// Of them ranked.
    pub ranked: i64,
}

/// A card of the unit itself, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCard {
    /// Its id.
    pub card: Id,
    /// Its cycle.
    pub cycle: Cycle,
    /// Where it stands.
    pub state: State,
}

/// What a unit has to do with scores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cycles {
    /// Cycles it opened.
    pub opened: Vec<CycleRow>,
    /// Its own cards.
    pub own: Vec<OwnCard>,
    /// Whether the reader may record at the unit.
    pub may_record: bool,
}

/// Points given, in hundredths; an answer to a side condition is 0 or 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The item.
    pub item: String,
    /// The points.
    pub points: i64,
    /// Why, where it differs from what the unit gave.
    pub reason: Option<String>,
}

/// An answer to a side condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The condition.
    pub condition: String,
    /// Whether it applies.
    pub applies: bool,
    /// Why, where the review says otherwise.
    pub reason: Option<String>,
}

/// An exact number of points: `points` / `parts` hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// Above the line.
    pub points: i64,
    /// Below it; 1 where the points are whole hundredths.
    pub parts: i64,
}

/// Evidence to be added.
#[derive(Clone, Debug)]
pub struct NewEvidence {
    /// The item.
    pub item: String,
    /// In words.
    pub said: Option<String>,
    /// A file: name and bytes.
    pub file: Option<(String, Vec<u8>)>,
}

/// Evidence as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: Id,
    /// The item.
    pub item: String,
    /// In words.
    pub said: Option<String>,
    /// The file: its name and bytes.
    pub file: Option<(String, i64)>,
}

/// A step of a card, as told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTold {
    /// What happened.
    pub step: Step,
    /// The words that went with it.
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded_at: String,
    /// By whom.
    pub actor: String,
}

/// A card with everything that stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: Id,
    /// The unit: id, code, name.
    pub unit: (Id, String, String),
    /// The cluster: id and name.
    pub cluster: (Id, String),
    /// The cycle.
    pub cycle: Cycle,
    /// The sheet.
    pub sheet: Sheet,
    /// Where it stands.
    pub state: State,
    /// Points and answers by hand: hand, item, points, reason.
    pub marks: Vec<(Hand, Mark)>,
    /// Evidence by item.
    pub evidence: Vec<Evidence>,
    /// Its life.
    pub steps: Vec<StepTold>,
    /// What the unit's own points make.
    pub own: Outcome,
    /// What the reviewed points make, once it was reviewed.
    pub reviewed: Option<Outcome>,
    /// Whether the reader may fill it.
    pub may_fill: bool,
    /// Whether the reader may review it.
    pub may_review: bool,
}

impl Card {
    /// What stands of an item by a hand.
    pub fn mark(&self, hand: Hand, item: &str) -> Option<&Mark> {
        let found = self.marks.iter().find(|(each, mark)| *each == hand && mark.item == item);
        found.map(|(_, mark)| mark)
    }
}

/// A card in the list of a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// Its id.
    pub card: Id,
    /// The unit: id, code, name.
    pub unit: (Id, String, String),
    /// The cluster: id and name.
    pub cluster: (Id, String),
    /// Where it stands.
    pub state: State,
    /// What the unit gave itself, once it was sent.
    pub own: Option<i64>,
    /// What the review made of it.
    pub reviewed: Option<i64>,
}

/// A line of a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankLine {
    /// The card.
    pub card: Id,
    /// The unit: id, code, name.
    pub unit: (Id, String, String),
    /// Its place, where it has one.
    pub place: Option<i64>,
    /// Whether others share the place.
    pub tied: bool,
    /// The points, exact.
    pub points: Points,
    /// The weakest group, percent of its points.
    pub weakest: Option<i64>,
    /// The grade: code and name.
    pub grade: Option<(String, String)>,
    /// The explanation, line by line.
    pub said: Vec<String>,
}

/// The ranking of a cluster in a cycle: as it would be decided now, or as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// The cycle.
    pub cycle: Cycle,
    /// The cluster: id and name.
    pub cluster: (Id, String),
    /// Whether it makes a year of two halves, and with which weights.
    pub halves: Option<(i64, i64)>,
    /// Its lines by place.
    pub lines: Vec<RankLine>,
    /// Units whose cards are not reviewed yet: name and state.
    pub waiting: Vec<(String, State)>,
    /// The decision: id of the ranking, day, number and day of the paper.
    pub decided: Option<(Id, Day, String)>,
    /// Whether the reader may decide.
    pub may_decide: bool,
}
