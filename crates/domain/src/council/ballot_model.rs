//! The words of ballots: how one is held, who votes in it, how it ends.

use kernel::{Day, Id, Text};

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident $code:literal $vi:literal $en:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $variant,)* }

        impl $name {
            /// Every one, in the order of forms.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The stable code.
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code,)* } }
            /// Its name.
            pub const fn name(self) -> Text { match self { $(Self::$variant => Text::new($vi, $en),)* } }
            /// The one with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.code() == code)
            }
        }
    };
}

pub(super) use codes;

codes! {
    /// How a ballot is held.
    Way {
        /// Each on an own telephone or machine.
        Electronic "electronic" "trên máy, điện thoại" "electronic",
        /// On paper, counted and entered by two people.
        Paper "paper" "phiếu giấy" "on paper",
        /// By show of hands, name by name.
        Hands "hands" "giơ tay" "by show of hands",
    }
}

codes! {
    /// A vote.
    Choice {
        /// For it.
        For "for" "Tán thành" "For",
        /// Against it.
        Against "against" "Không tán thành" "Against",
        /// Neither.
        Blank "blank" "Phiếu trắng" "Blank",
    }
}

/// Votes counted together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// For.
    pub votes_for: i64,
    /// Against.
    pub against: i64,
    /// Blank.
    pub blank: i64,
    /// Spoilt papers.
    pub spoilt: i64,
}

impl Tally {
    /// One vote more.
    pub(super) fn add(&mut self, choice: Choice) {
        match choice {
            Choice::For => self.votes_for += 1,
            Choice::Against => self.against += 1,
            Choice::Blank => self.blank += 1,
        }
    }

    /// How many votes in all.
    #[must_use]
    pub fn sum(self) -> i64 {
        self.votes_for + self.against + self.blank + self.spoilt
    }
}

/// What somebody did in a ballot, or is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voter {
    /// The seat.
    pub member: Id,
    /// Whether the vote comes in writing from somebody absent.
    pub in_writing: bool,
    /// Whether the vote was cast; of papers nobody knows.
    pub has_voted: bool,
    /// What was voted, in an open ballot.
    pub choice: Option<Choice>,
}

/// A count of papers as one person entered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Who entered it.
    pub counter: String,
    /// What.
    pub tally: Tally,
}

/// How a ballot ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was counted.
    Counted {
        /// The sums.
        tally: Tally,
        /// Whether it had the votes.
        passed: bool,
    },
    /// It was thrown away unread, for a reason.
    Void(String),
}

/// A ballot on a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Its id.
    pub id: Id,
    /// How it is held.
    pub way: Way,
    /// Whether it is secret.
    pub secret: bool,
    /// What the share is taken of.
    pub base: i64,
    /// Votes needed.
    pub needed: i64,
    /// Who may vote in it.
    pub voters: Vec<Voter>,
    /// The counts of papers, the last of each who entered one; while only one did, no other reader is shown
    /// it.
    pub counts: Vec<Count>,
    /// How many people entered a count.
    pub counters: usize,
    /// How it ended; none while it is open.
    pub ended: Option<Ended>,
    /// Whether this program holds its urn; of no meaning without one.
    pub has_urn: bool,
}

impl Ballot {
    /// Whether its votes wait in an urn.
    #[must_use]
    pub fn uses_urn(&self) -> bool {
        self.secret && self.way == Way::Electronic
    }

    /// Whether the votes were lost with the program that held them.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.ended.is_none() && self.uses_urn() && !self.has_urn
    }

    /// How many have voted.
    #[must_use]
    pub fn voted(&self) -> usize {
        self.voters.iter().filter(|voter| voter.has_voted).count()
    }
}

/// A ballot as one of its voters sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnBallot {
    /// Its id.
    pub id: Id,
    /// Whose session: council, title, day.
    pub session: (String, String, Day),
    /// The award asked for.
    pub award: Option<String>,
    /// What is asked.
    pub title: String,
    /// Who it is about.
    pub subject: String,
    /// Whether it is secret.
    pub secret: bool,
    /// Whether the reader has voted.
    pub has_voted: bool,
    /// Whether the votes were lost and it will be held again.
    pub is_lost: bool,
}

/// The ballots to be opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// On which matters.
    pub matters: Vec<Id>,
    /// How.
    pub way: Way,
    /// The absent members whose votes come in writing.
    pub in_writing: Vec<Id>,
}
