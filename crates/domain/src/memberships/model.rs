//! The events of a membership.

use kernel::{Day, Id, Text};
use ledger::account::{self, Account};

use crate::documents::DocumentRef;
use crate::people::NewPerson;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident $code:literal $vi:literal $en:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$each])* $variant,)* }
        impl $name {
            /// Every member.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The stable code.
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code,)* } }
            /// The member with this code.
            pub fn from_code(code: &str) -> Option<Self> { Self::ALL.iter().copied().find(|each| each.code() == code) }
            /// Its name.
            pub const fn name(self) -> Text { match self { $(Self::$variant => Text::new($vi, $en),)* } }
        }
    };
}

codes! {
    /// What happened to a membership (domain/operations, section 16).
    EventKind {
        /// Kết nạp.
        Admitted "admitted" "Kết nạp" "Admitted",
        /// Công nhận: moved from another workers' organisation, or a member already without a file.
        Recognised "recognised" "Công nhận" "Recognised",
        /// Gia nhập lại, khôi phục.
        Restored "restored" "Gia nhập lại" "Restored",
        /// A member already when the books began.
        BroughtForward "brought_forward" "Đưa vào sổ ban đầu" "Brought forward",
        /// Moved to another unit, both ends on one day.
        Transferred "transferred" "Chuyển sinh hoạt" "Transferred",
        /// Introduced to another unit, which has not answered yet.
        Sent "sent" "Giới thiệu chuyển đi, chờ tiếp nhận" "Sent, not yet received",
        /// Received by the unit to which the person was sent.
        Received "received" "Tiếp nhận" "Received",
        /// Not received; back at the unit that sent.
        Returned "returned" "Không tiếp nhận, về đơn vị cũ" "Returned",
        /// Carried to a successor unit.
        Carried "carried" "Chuyển theo đơn vị sáp nhập, chia tách" "Carried with a unit",
        /// Left, for a reason.
        Left "left" "Thôi là đoàn viên" "Left",
        /// The unit ended.
        EndedWithUnit "ended_with_unit" "Thôi do đơn vị kết thúc" "Ended with the unit",
        /// Was recorded in error; not a decrease of activity.
        Corrected "corrected" "Xóa khỏi sổ do ghi sai" "Recorded in error",
    }
}

codes! {
    /// Why a member left.
    LeaveReason {
        /// Nghỉ hưu.
        Retired "retired" "Nghỉ hưu" "Retired",
        /// Chấm dứt hợp đồng.
        JobEnded "job_ended" "Chấm dứt hợp đồng, nghỉ việc" "Job ended",
        /// Xin ra.
        OwnWish "own_wish" "Xin ra khỏi tổ chức" "Own wish",
        /// Qua đời.
        Died "died" "Qua đời" "Died",
        /// Khai trừ.
        Expelled "expelled" "Khai trừ" "Expelled",
        /// Đi nước ngoài.
        Abroad "abroad" "Đi nước ngoài" "Went abroad",
        /// Khác.
        Other "other" "Lý do khác" "Other",
    }
}

impl LeaveReason {
    /// The account on which the leaving counts.
    pub const fn account(self) -> Account {
        match self {
            Self::Retired => account::LEFT_RETIRED,
            Self::JobEnded => account::LEFT_JOB_ENDED,
            Self::OwnWish => account::LEFT_OWN_WISH,
            Self::Died => account::LEFT_DIED,
            Self::Expelled => account::LEFT_EXPELLED,
            Self::Abroad => account::LEFT_ABROAD,
            Self::Other => account::LEFT_OTHER,
        }
    }
}

/// An event to be recorded.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// What happened.
    pub kind: EventKind,
    /// To whom.
    pub person: Id,
    /// At which unit; for a transfer, the unit left.
    pub unit: Id,
    /// On which day.
    pub on: Day,
    /// The unit at the other end of a transfer.
    pub other: Option<Id>,
    /// Why a member left.
    pub reason: Option<LeaveReason>,
    /// The paper.
    pub document: Option<DocumentRef>,
    /// The founding (or other unit event) at which it happened.
    pub unit_event: Option<Id>,
    /// The import it came with.
    pub import: Option<Id>,
}

impl NewEvent {
    /// An event without reason, other end or paper.
    pub fn new(kind: EventKind, person: Id, unit: Id, on: Day) -> Self {
        let (other, reason, document, unit_event, import) = (None, None, None, None, None);
        Self { kind, person, unit, on, other, reason, document, unit_event, import }
    }
}

/// An event as rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) id: Id,
    pub(crate) kind: EventKind,
    pub(crate) unit: Id,
    pub(crate) on: Day,
    pub(crate) other: Option<Id>,
    pub(crate) transfer: Option<Id>,
    pub(crate) reason: Option<String>,
    /// Whether it is a transfer from a unit whose books are kept elsewhere.
    pub(crate) from_outside: bool,
}

/// Days as a member of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spell {
    pub(crate) unit: Id,
    pub(crate) from: Day,
    pub(crate) to: Option<Day>,
    pub(crate) start: Id,
    pub(crate) end: Option<Id>,
}

/// A person new to the books, to be admitted, recognised or brought forward at a unit.
#[derive(Clone, Debug)]
pub struct Admission {
    /// Who.
    pub person: NewPerson,
    /// How the membership begins.
    pub kind: EventKind,
    /// At which unit.
    pub unit: Id,
    /// On which day.
    pub on: Day,
    /// The unit elsewhere from which the person transferred, for a transfer in.
    pub from_outside: Option<Id>,
    /// The paper.
    pub document: Option<DocumentRef>,
    /// The founding at which it happened.
    pub unit_event: Option<Id>,
}

/// A unit as pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitName {
    /// Its id.
    pub id: Id,
    /// Its code.
    pub code: String,
    /// Its present name.
    pub name: String,
}

/// An event of a life line.
#[derive(Clone, Debug)]
pub struct LifeEvent {
    /// Its id.
    pub id: Id,
    /// What happened.
    pub kind: EventKind,
    /// On which day.
    pub on: Day,
    /// At which unit; for a transfer, the one left.
    pub unit: UnitName,
    /// The other end of a transfer.
    pub other: Option<UnitName>,
    /// Why a member left.
    pub reason: Option<LeaveReason>,
    /// The paper, with its day.
    pub document: Option<String>,
    /// When the books learned of it, in words.
    pub recorded_at: String,
    /// Who recorded it.
    pub actor: String,
}

/// Somebody who was introduced to another unit and not answered yet.
#[derive(Clone, Debug)]
pub struct Pending {
    /// The introduction.
    pub event: Id,
    /// Who.
    pub person: Id,
    /// The name.
    pub name: String,
    /// Birth, as precise as known.
    pub birth: Option<String>,
    /// From where.
    pub from: UnitName,
    /// To where.
    pub to: UnitName,
    /// Since when.
    pub on: Day,
    /// The paper.
    pub document: Option<String>,
    /// Whether the reader may receive.
    pub may_receive: bool,
    /// Whether the reader may say that the member was not received.
    pub may_return: bool,
}

/// What a record would add to an account of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The unit.
    pub unit: UnitName,
    /// The account.
    pub account: Account,
    /// On which day.
    pub on: Day,
    /// How much.
    pub quantity: i64,
}
