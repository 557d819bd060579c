//! What a unit is.

use std::collections::BTreeMap;

use kernel::{Block, Day, Id, Period, Refusal, UnitKind};

use crate::documents::DocumentRef;

/// How a unit came into the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Founded and recognised on the day.
    Founded,
    /// It stood already when the books began.
    BroughtForward,
    /// Formed by a split or by joining others.
    Formed,
    /// Its books are kept elsewhere.
    External,
}

impl Entry {
    /// The stable code of the event.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Founded => "founded",
            Self::BroughtForward => "brought_forward",
            Self::Formed => "formed",
            Self::External => "external",
        }
    }
}

/// How workers came to found a union. What exactly the new method is could not be read in a source; the books keep what
/// the decision says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Led by the superior union.
    Traditional,
    /// Phương thức mới: led by the workers themselves.
    New,
}

impl Method {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Traditional => "truyen_thong",
            Self::New => "moi",
        }
    }
}

/// A unit to be written down.
#[derive(Clone, Debug)]
pub struct NewUnit {
    /// A short code, unique in the federation: small letters, digits and hyphens.
    pub code: String,
    /// Its name in full.
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// Its block.
    pub block: Block,
    /// Its address as text, where known.
    pub address: Option<String>,
    /// Its employer in the books, where known.
    pub employer: Option<Id>,
    /// Who manages it.
    pub manager: Option<Id>,
    /// The day from which it stands.
    pub from: Day,
    /// How it came.
    pub entry: Entry,
    /// By which method, when founded.
    pub method: Option<Method>,
    /// Members at the founding, when founded.
    pub members: Option<i64>,
    /// The decision.
    pub document: Option<DocumentRef>,
    /// The import it came with.
    pub import: Option<Id>,
}

/// A unit on a list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct UnitRow {
    /// Its id, as text.
    pub id: String,
    /// Its code.
    pub code: String,
    /// Its present name.
    pub name: String,
    /// What it is.
    pub kind: &'static str,
    /// The day from which it stands.
    pub opened_on: String,
    /// The day on which it ended.
    pub ended_on: Option<String>,
    /// The name of the unit that manages it, on the day asked or at the last.
    pub parent: Option<String>,
    /// The name it bore once and was found by.
    pub formerly: Option<String>,
    /// Whether it manages others, now or at some time.
    pub manages: bool,
}

/// Which units of a list are wanted by their life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lives {
    /// Those that stand on the day.
    #[default]
    Open,
    /// Those that ended by the day.
    Ended,
    /// Both.
    Either,
}

/// What a list of units is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitFilter {
    /// Only of this kind.
    pub kind: Option<UnitKind>,
    /// Only of this block.
    pub block: Option<Block>,
    /// By their life.
    pub lives: Lives,
    /// Only those at which no member counts.
    pub memberless: bool,
}

/// A page of a list of units below another.
#[derive(Clone, Debug, Default)]
pub struct UnitsAsked {
    /// What it is narrowed to.
    pub filter: UnitFilter,
    /// All levels below, in the order of managers; else the one directly below, by name.
    pub deep: bool,
    /// How many are skipped, of the level directly below.
    pub skip: usize,
    /// Where the page before ended, of all levels.
    pub after: String,
    /// How many at most.
    pub most: usize,
}

/// What a page says of one unit.
#[derive(Clone, Debug)]
pub struct UnitCard {
    /// Its id.
    pub id: Id,
    /// Its code.
    pub code: String,
    /// Its present name.
    pub name: String,
    /// What it is, in its last version.
    pub kind: UnitKind,
    /// First day.
    pub opened_on: Day,
    /// The day it ended.
    pub ended_on: Option<Day>,
    /// Its managers on the day asked for, nearest first: id, code, name.
    pub managers: Vec<(Id, String, String)>,
}

/// An employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employer {
    /// Its name.
    pub name: String,
    /// Its tax number, digits only.
    pub tax_number: Option<String>,
    /// Its address as text.
    pub address: Option<String>,
    /// Workers it employs, as last told.
    pub workers: Option<i64>,
}

/// Postings of one account and day that a change would write, added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// The account's number.
    pub account: i32,
    /// The day.
    pub on: Day,
    /// What they add up to.
    pub quantity: i64,
    /// At how many units.
    pub units: i64,
}

/// A figure before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureMoved {
    /// The indicator's code.
    pub indicator: &'static str,
    /// Its value now.
    pub was: i64,
    /// Its value after.
    pub is: i64,
}

/// A scope some of whose figures would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeMoved {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The figures that change.
    pub figures: Vec<FigureMoved>,
}

/// A target of a unit touched, for a period that runs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetTouched {
    /// The unit's code.
    pub code: String,
    /// The unit's name.
    pub unit: String,
    /// The indicator's code.
    pub indicator: String,
    /// The period.
    pub period: Period,
    /// What was asked.
    pub value: i64,
}

/// What is still open at units that end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// Members sent elsewhere and not answered.
    pub sent: i64,
    /// Posts held there.
    pub posts: i64,
    /// Corrections asked for and not answered.
    pub requests: i64,
}

/// What a change would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsal {
    /// The days for which figures are compared.
    pub days: Period,
    /// The postings it would write.
    pub posted: Vec<Posted>,
    /// The members it would move or end: kind of event, how many.
    pub people: Vec<(String, i64)>,
    /// The scopes whose figures would change, within the reader's reach.
    pub moved: Vec<ScopeMoved>,
    /// The targets it touches.
    pub targets: Vec<TargetTouched>,
    /// The open work it touches.
    pub open: Open,
    /// The lines that rules refuse, by their place; `usize::MAX` stands for the whole.
    pub refused: BTreeMap<usize, Refusal>,
}

impl Default for Rehearsal {
    fn default() -> Self {
        Self {
            days: Period { from: Day::MIN, to: Day::MIN },
            posted: Vec::new(),
            people: Vec::new(),
            moved: Vec::new(),
            targets: Vec::new(),
            open: Open::default(),
            refused: BTreeMap::new(),
        }
    }
}

/// An employer without a union, and what is known of the visits to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Its id.
    pub id: Id,
    /// The employer, with the workers as last told.
    pub employer: Employer,
    /// How often it was approached.
    pub visits: i64,
    /// When last.
    pub last_on: Option<Day>,
    /// With what outcome.
    pub outcome: Option<String>,
}

/// What a unit says of itself from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionTold {
    /// From which day.
    pub from: Day,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// Its block.
    pub block: Block,
    /// Its address as text.
    pub address: Option<String>,
    /// Its employer.
    pub employer: Option<String>,
    /// The decision: number and day.
    pub document: Option<Paper>,
}

/// A paper as pages cite it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its id.
    pub id: Id,
    /// Its number as written.
    pub number: String,
    /// Its day.
    pub issued_on: Option<Day>,
    /// Who issued it.
    pub issuer: String,
    /// What it is about.
    pub title: String,
}

/// Something that happened to a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventTold {
    /// The stable code of what happened.
    pub kind: String,
    /// The day.
    pub on: Day,
    /// The unit it happened to, where it is another than the one asked about: code and name.
    pub at: Option<(String, String)>,
    /// The other unit: who manages it now, or the successor.
    pub others: Vec<(String, String)>,
    /// The decision.
    pub document: Option<Paper>,
    /// Why.
    pub reason: Option<String>,
    /// Members then; none where the reader may not see figures.
    pub members: Option<i64>,
    /// Whether it was taken back.
    pub is_reversed: bool,
    /// The batch that wrote it.
    pub batch: i64,
}

/// Who managed a unit from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManagerTold {
    /// First day.
    pub from: Day,
    /// The first day it no longer held.
    pub to: Day,
    /// Code and name; none while nobody did.
    pub manager: Option<(String, String)>,
}

/// Everything a unit's record says without figures or people.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The unit with its managers on the day.
    pub card: UnitCard,
    /// Whether the reader reaches its figures.
    pub reaches: bool,
    /// Its standing versions, the earliest first.
    pub versions: Vec<VersionTold>,
    /// What happened to it, and what happened to others that reached it, the earliest first.
    pub events: Vec<EventTold>,
    /// Its direct managers, the earliest first.
    pub managers: Vec<ManagerTold>,
}

/// A batch that wrote something about a unit, or a line of the audit trail about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    /// The batch.
    pub batch: i64,
    /// When it was recorded.
    pub recorded_at: String,
    /// Who.
    pub actor: String,
    /// What.
    pub what: String,
}

/// A member, to be sent to a successor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberName {
    /// The person.
    pub id: Id,
    /// The name.
    pub name: String,
    /// The birth as known.
    pub birth: Option<String>,
}
