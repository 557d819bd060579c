//! The words of councils: who sits in one, its sessions, the matters, ballots and what came of them.

use kernel::{Day, Id, Text};

use super::ballot_model::{Ballot, Ended, Tally, codes};
use super::terms::{Share, Terms};
use crate::documents::DocumentRef;

codes! {
    /// What a member of a council is in it.
    Role {
        /// Leads it.
        Chair "chair" "Chủ tịch Hội đồng" "Chair",
        /// Leads it in the chair's absence.
        Deputy "deputy" "Phó Chủ tịch Hội đồng" "Deputy chair",
        /// Keeps its minutes.
        Secretary "secretary" "Ủy viên thư ký" "Secretary",
        /// Sits in it.
        Member "member" "Ủy viên" "Member",
    }
}

codes! {
    /// Where a member was during a session.
    Presence {
        /// There.
        Present "present" "có mặt" "present",
        /// Away, and said so.
        Excused "excused" "vắng có lý do" "excused",
        /// Away.
        Absent "absent" "vắng" "absent",
    }
}

codes! {
    /// What came of a matter.
    Outcome {
        /// It had the votes.
        Passed "passed" "Thông qua" "Passed",
        /// It had not.
        Failed "failed" "Không thông qua" "Not passed",
        /// It was not voted on.
        Postponed "postponed" "Để lại" "Postponed",
    }
}

codes! {
    /// The life of a session.
    Stage {
        /// It is called, or being held.
        Planned "planned" "chưa kết thúc" "open",
        /// It was closed: nothing of it changes any more.
        Closed "closed" "đã kết thúc" "closed",
        /// It was called off.
        Cancelled "cancelled" "đã hủy" "called off",
    }
}

/// A council to be written down, with its first members.
#[derive(Clone, Debug)]
pub struct NewCouncil {
    /// Whose it is.
    pub unit: Id,
    /// Its name.
    pub name: String,
    /// First day.
    pub from: Day,
    /// Last day, where the decision says it.
    pub to: Option<Day>,
    /// The decision it was set up by.
    pub document: DocumentRef,
    /// Who sits in it.
    pub members: Vec<NewMember>,
}

/// A member to be written down.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// What they are in it.
    pub role: Role,
    /// Who it is, in the books; an outsider is only named.
    pub person: Option<Id>,
    /// The name as the decision has it; of a person in the books the name there.
    pub named: String,
    /// What they are elsewhere: `Chủ tịch LĐLĐ quận`.
    pub title: String,
    /// First day; the council's own without it.
    pub from: Option<Day>,
}

/// A council in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouncilRow {
    /// Its id.
    pub id: Id,
    /// Whose: id, code, name.
    pub unit: (Id, String, String),
    /// Its name.
    pub name: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Option<Day>,
    /// Members today.
    pub members: i64,
}

/// A council as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    /// Its id.
    pub id: Id,
    /// Whose: id, code, name.
    pub unit: (Id, String, String),
    /// Its name.
    pub name: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Option<Day>,
    /// The decision: id, number, day.
    pub paper: (Id, String, Option<Day>),
    /// Everybody who sits or sat in it, by role and name.
    pub members: Vec<Member>,
    /// Whether the reader may manage it.
    pub may_manage: bool,
}

/// Somebody in a council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The id of the seat.
    pub id: Id,
    /// What they are in it.
    pub role: Role,
    /// Who it is, in the books.
    pub person: Option<Id>,
    /// The name.
    pub named: String,
    /// What they are elsewhere.
    pub title: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Option<Day>,
}

impl Member {
    /// Whether they sit in it on a day.
    #[must_use]
    pub fn sits_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// A session to be called.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Of which council.
    pub council: Id,
    /// When.
    pub on: Day,
    /// Where.
    pub place: String,
    /// What it is about.
    pub title: String,
    /// How many of the members must be present.
    pub quorum: Share,
    /// Where that stands.
    pub quorum_source: String,
}

/// A session in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Its id.
    pub id: Id,
    /// Of which council: id and name.
    pub council: (Id, String),
    /// When.
    pub on: Day,
    /// Where.
    pub place: String,
    /// What it is about.
    pub title: String,
    /// How far it is.
    pub stage: Stage,
    /// Matters on its agenda.
    pub matters: i64,
}

/// A matter to be put on the agenda.
#[derive(Clone, Debug)]
pub struct NewMatter {
    /// The award asked for; none for another matter.
    pub award: Option<String>,
    /// What is asked: for an award the achievement, else the matter itself.
    pub title: String,
    /// Who it is about.
    pub subject: Subject,
    /// What the session typed; none where a rule of the regulations says it all.
    pub terms: Option<Terms>,
    /// The nomination it comes from.
    pub nomination: Option<Id>,
}

/// Who a matter is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A person in the books.
    Person(Id),
    /// A unit in the books.
    Unit(Id),
    /// Somebody or something only named; empty where it is about nobody.
    Named(String),
}

/// Somebody who may not vote on a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recusal {
    /// The seat.
    pub member: Id,
    /// Why.
    pub reason: String,
    /// Whether the program found it out: the matter is about that member.
    pub is_own: bool,
}

/// A round with nominations that wait for a council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The round.
    pub round: Id,
    /// Its name.
    pub name: String,
    /// How many wait that stand on no agenda yet.
    pub nominations: usize,
}

/// A matter on an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Its id.
    pub id: Id,
    /// Its place on the agenda, from 1.
    pub place: usize,
    /// The award asked for.
    pub award: Option<String>,
    /// What is asked.
    pub title: String,
    /// The name of who it is about.
    pub subject: String,
    /// The person it is about.
    pub person: Option<Id>,
    /// The unit it is about.
    pub unit: Option<Id>,
    /// The nomination it comes from.
    pub nomination: Option<Id>,
    /// What it asks for.
    pub terms: Terms,
    /// Who may not vote on it.
    pub recusals: Vec<Recusal>,
    /// Its ballots, the last one last.
    pub ballots: Vec<Ballot>,
    /// What came of it, once the session is closed.
    pub outcome: Option<(Outcome, String)>,
}

impl Matter {
    /// The ballot that is open.
    #[must_use]
    pub fn open_ballot(&self) -> Option<&Ballot> {
        self.ballots.iter().find(|ballot| ballot.ended.is_none())
    }

    /// The ballot that was counted, its sums, and whether it had the votes.
    #[must_use]
    pub fn counted(&self) -> Option<(&Ballot, Tally, bool)> {
        self.ballots.iter().find_map(|ballot| match &ballot.ended {
            Some(Ended::Counted { tally, passed }) => Some((ballot, *tally, *passed)),
            _ => None,
        })
    }

    /// Whether a member may not vote on it.
    #[must_use]
    pub fn is_recused(&self, member: Id) -> bool {
        self.recusals.iter().any(|recusal| recusal.member == member)
    }
}

/// A session with everything in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Its id.
    pub id: Id,
    /// Of which council, as it stands.
    pub council: Council,
    /// When.
    pub on: Day,
    /// Where.
    pub place: String,
    /// What it is about.
    pub title: String,
    /// How many of the members must be present, and where that stands.
    pub quorum: (Share, String),
    /// How far it is.
    pub stage: Stage,
    /// Who sat in the council that day.
    pub members: Vec<Member>,
    /// Where each of them was, with a note, as far as it is known.
    pub presence: Vec<(Id, Presence, String)>,
    /// The agenda.
    pub matters: Vec<Matter>,
}

impl Room {
    /// Where a member was.
    #[must_use]
    pub fn presence_of(&self, member: Id) -> Option<Presence> {
        self.presence.iter().find(|(each, ..)| *each == member).map(|(_, presence, _)| *presence)
    }

    /// How many were present.
    #[must_use]
    pub fn present(&self) -> usize {
        let there = |member: &&Member| self.presence_of(member.id) == Some(Presence::Present);
        self.members.iter().filter(there).count()
    }

    /// Somebody who sat in the council that day.
    #[must_use]
    pub fn member(&self, id: Id) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    /// A matter on the agenda.
    #[must_use]
    pub fn matter(&self, id: Id) -> Option<&Matter> {
        self.matters.iter().find(|matter| matter.id == id)
    }
}
