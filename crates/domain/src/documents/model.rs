//! What a paper is: its kind, how it came into a register, what is asked of a list and told of one.

use kernel::{Day, Id, Instant, Text};

use crate::files::Media;
use crate::memberships::EventKind;

/// A paper as a record cites it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentRef {
    /// The number as written, such as `22/QĐ-LĐLĐ`. Never unique by itself.
    pub number: String,
    /// Its day, where known.
    pub issued_on: Option<Day>,
    /// Who issued it, as written; empty where unknown.
    pub issuer: String,
    /// What it is about.
    pub title: String,
}

impl DocumentRef {
    /// A decision by number and day.
    pub fn decision(number: &str, issued_on: Option<Day>, issuer: &str, title: &str) -> Self {
        let [number, issuer, title] = [number, issuer, title].map(str::to_owned);
        Self { number, issued_on, issuer, title }
    }
}

macro_rules! kinds {
    ($($variant:ident $code:literal $sign:literal $vi:literal $en:literal,)*) => {
        /// A kind of paper; each has its own series of numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $(#[doc = $en] $variant,)* }

        impl Kind {
            /// Every kind, in the order of forms.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The stable code.
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code,)* } }
            /// How numbers show it, such as `QĐ`; empty where nothing is usual.
            pub const fn sign(self) -> &'static str { match self { $(Self::$variant => $sign,)* } }
            /// Its name.
            pub const fn name(self) -> Text { match self { $(Self::$variant => Text::new($vi, $en),)* } }
            /// The kind with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.code() == code)
            }
        }
    };
}

kinds! {
    Decision "decision" "QĐ" "Quyết định" "Decision",
    Resolution "resolution" "NQ" "Nghị quyết" "Resolution",
    Plan "plan" "KH" "Kế hoạch" "Plan",
    Programme "programme" "CTr" "Chương trình" "Programme",
    Report "report" "BC" "Báo cáo" "Report",
    Notice "notice" "TB" "Thông báo" "Notice",
    Guidance "guidance" "HD" "Hướng dẫn" "Guidance",
    Submission "submission" "TTr" "Tờ trình" "Submission",
    Minutes "minutes" "BB" "Biên bản" "Minutes",
    Introduction "introduction" "GGT" "Giấy giới thiệu" "Letter of introduction",
    Letter "letter" "CV" "Công văn" "Official letter",
    Other "other" "" "Văn bản khác" "Another paper",
}

/// How a paper came into a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It came from elsewhere.
    Incoming,
    /// The unit issued it.
    Issued,
}

impl Way {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Incoming => "incoming",
            Self::Issued => "issued",
        }
    }

    /// The way with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Incoming, Self::Issued].into_iter().find(|each| each.code() == code)
    }
}

/// The paper that is entered in a register.
#[derive(Clone, Debug)]
pub enum Which {
    /// By what it bears: found when the books know it already, written down if not.
    Borne(DocumentRef),
    /// One that the books know.
    Known(Id),
}

/// How a paper is entered in the register of a unit.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// Whose register.
    pub unit: Id,
    /// How it came.
    pub way: Way,
    /// What kind it is.
    pub kind: Kind,
    /// The day it came, or was entered.
    pub on: Day,
    /// A remark.
    pub note: Option<String>,
}

/// A paper of the unit itself, which takes the next number of its series.
#[derive(Clone, Debug)]
pub struct NewIssue {
    /// Who issues it.
    pub unit: Id,
    /// What kind it is; each has a series.
    pub kind: Kind,
    /// What stands behind the number: `QĐ-LĐLĐ`.
    pub symbol: String,
    /// Its day.
    pub issued_on: Day,
    /// What it is about.
    pub title: String,
    /// Where a series that has no number this year begins, when papers were numbered by hand before; 1 if not told.
    pub first: Option<i64>,
}

/// The next number of a series, as a form shows it before it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The number.
    pub number: i64,
    /// Whether the series has no number in that year yet.
    pub is_first: bool,
    /// The day of the last paper of the series: none may be dated before it.
    pub not_before: Option<Day>,
    /// What stood behind the last number, or what is usual.
    pub symbol: String,
}

/// Which papers a list asks for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Words of number, title or issuer, marks or not.
    pub text: String,
    /// Words of the issuer.
    pub issuer: String,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only of this year.
    pub year: Option<i16>,
    /// After this one: day as text, and id.
    pub after: Option<(String, Id)>,
    /// At most so many.
    pub limit: usize,
}

/// A paper in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub paper: DocumentRef,
    /// Its kind.
    pub kind: Kind,
    /// Files attached.
    pub files: i64,
}

/// A paper with everything the books tell a reader of it.
#[derive(Clone, Debug)]
pub struct DocumentCard {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub paper: DocumentRef,
    /// Its kind.
    pub kind: Kind,
    /// The batch that first wrote it down, when, and by whom.
    pub recorded: (i64, Instant, String),
    /// The registers it stands in, within reach.
    pub entries: Vec<EntryTold>,
    /// The number it took, if it took one.
    pub series: Option<SeriesTold>,
    /// Its files.
    pub files: Vec<FileTold>,
    /// Other papers of the issuer with the same number, within reach.
    pub same_number: Vec<DocumentRow>,
    /// What it caused, within reach.
    pub caused: Caused,
    /// Whether the reader may take its files.
    pub may_read_files: bool,
    /// Whether the reader may attach files: holds the register of a unit where it is entered.
    pub may_attach: bool,
    /// Whether the reader may enter papers in any register.
    pub may_enter: bool,
}

/// An entry in a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryTold {
    /// Its id.
    pub id: Id,
    /// Whose register: id, code and name.
    pub unit: (Id, String, String),
    /// How it came.
    pub way: Way,
    /// The day it came.
    pub on: Day,
    /// The remark.
    pub note: Option<String>,
    /// Who entered it.
    pub actor: String,
    /// Whether the reader may take it out.
    pub may_withdraw: bool,
}

/// A number taken from a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesTold {
    /// Whose series: code and name.
    pub unit: (String, String),
    /// Of which kind of paper.
    pub kind: Kind,
    /// Of which year.
    pub year: i64,
    /// The number.
    pub number: i64,
}

/// A file attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileTold {
    /// The id of the attachment.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is.
    pub media: Option<Media>,
    /// How large.
    pub bytes: i64,
    /// The hash of its content.
    pub hash: String,
    /// When and by whom it was attached.
    pub at: Instant,
    /// By whom.
    pub actor: String,
    /// Whether the reader may take it: it was attached to a paper that stood in a register within reach by then.
    pub may_take: bool,
}

/// What a paper caused. Each list ends at [`Caused::MOST`] rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caused {
    /// What happened to units.
    pub units: Vec<UnitCaused>,
    /// What happened to members, by unit and sort.
    pub members: Vec<MembersCaused>,
    /// Targets set.
    pub targets: Vec<TargetCaused>,
    /// Imports that named it.
    pub imports: Vec<ImportCaused>,
    /// Records with pages of their own, sort by sort.
    pub records: Vec<RecordCaused>,
}

impl Caused {
    /// Rows of each list at most.
    pub const MOST: usize = 200;

    /// Whether nothing came of the paper as far as the reader sees.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
            && self.members.is_empty()
            && self.targets.is_empty()
            && self.imports.is_empty()
            && self.records.is_empty()
    }
}

/// Something that happened to a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCaused {
    /// The code of the event.
    pub kind: String,
    /// Its day.
    pub on: Day,
    /// Code and name of the unit.
    pub unit: (String, String),
    /// Whether it was taken back.
    pub is_reversed: bool,
}

/// Something that happened to members of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembersCaused {
    /// Code and name of the unit.
    pub unit: (String, String),
    /// What.
    pub kind: EventKind,
    /// To how many; what was taken back does not count.
    pub count: i64,
}

/// A target that was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetCaused {
    /// Code and name of the unit.
    pub unit: (String, String),
    /// The indicator.
    pub indicator: String,
    /// The period.
    pub period: kernel::Period,
    /// What was asked; none where it was withdrawn.
    pub value: Option<i64>,
}

/// An import whose records name the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportCaused {
    /// The name of the file.
    pub file_name: String,
    /// The sort of list.
    pub kind: String,
    /// Code and name of the unit it was for.
    pub unit: (String, String),
    /// When.
    pub at: Instant,
}

/// What a record with a page of its own is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordSort {
    /// A list of honours that the paper grants or proposes.
    Commendation,
    /// A record of a register of activities.
    Activity,
    /// A round of commendation that it opens.
    Round,
    /// A council that it sets up, or a seat of which it fills.
    Council,
    /// A movement, wave or contest that it launches.
    Emulation,
    /// A cluster that it forms.
    Cluster,
    /// A score sheet that it puts in force.
    Sheet,
}

/// A record with a page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordCaused {
    /// What it is.
    pub sort: RecordSort,
    /// The code of the register of an activity; of others empty.
    pub register: String,
    /// Its id, by which its page is found.
    pub id: Id,
    /// What it says.
    pub title: String,
    /// Code and name of the unit.
    pub unit: (String, String),
    /// Its day.
    pub on: Day,
}

/// Somebody a paper is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonCaused {
    /// The person.
    pub person: Id,
    /// The name.
    pub name: String,
    /// What happened.
    pub kind: EventKind,
    /// On which day.
    pub on: Day,
    /// Code and name of the unit.
    pub unit: (String, String),
}

/// A page of the people a paper is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeoplePage {
    /// Its rows.
    pub rows: Vec<PersonCaused>,
    /// Whether there are more after them.
    pub more: bool,
}
