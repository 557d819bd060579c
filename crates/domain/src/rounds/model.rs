//! What a round, its awards, its calls and a nomination are.

use kernel::{Block, Day, Id};

use crate::awards::codes::codes;
use crate::awards::{Level, Subject};
use crate::documents::DocumentRef;

codes! {
    /// What sort of round it is.
    RoundSort {
        /// For the work of a year.
        Yearly "yearly" "Thường xuyên hằng năm" / "Yearly",
        /// For one theme.
        Thematic "thematic" "Chuyên đề" / "Thematic",
        /// For one occasion, unplanned.
        OneOff "one_off" "Đột xuất" / "One-off",
        /// For a campaign of several years.
        Campaign "campaign" "Giai đoạn nhiều năm" / "Campaign of several years",
    }
}

codes! {
    /// What may be done with a round.
    RoundStep {
        /// No more nominations.
        Closed "closed" "Kết thúc nhận hồ sơ" / "Closed",
        /// Nominations again.
        Reopened "reopened" "Mở lại" / "Reopened",
        /// Another last day.
        Extended "extended" "Đổi hạn" / "Another last day",
        /// Quotas stated anew.
        Requoted "requoted" "Điều chỉnh chỉ tiêu" / "Quotas changed",
    }
}

codes! {
    /// What an item of a checklist is answered with.
    ItemSort {
        /// A text written here.
        Text "text" "Nội dung ghi tại đây" / "Text",
        /// At least one file.
        File "file" "Tệp minh chứng" / "Files",
        /// A text and at least one file.
        Both "both" "Nội dung và tệp" / "Text and files",
    }
}

codes! {
    /// What goes first where merit is equal.
    Priority {
        /// A woman.
        Woman "woman" "Nữ" / "A woman",
        /// A grassroots union outside the state.
        NonState "non_state" "Công đoàn cơ sở ngoài nhà nước" / "A non-state union",
        /// Anything else, said in words.
        Other "other" "Quy tắc khác" / "Another rule",
    }
}

codes! {
    /// A step of a nomination.
    Step {
        /// Somebody was nominated.
        Nominated "nominated" "Lập hồ sơ" / "Nominated",
        /// The file went to the rung above.
        Sent "sent" "Trình lên" / "Sent up",
        /// It was sent back to be mended.
        Returned "returned" "Trả lại để bổ sung" / "Returned",
        /// Who sent it took it back.
        Recalled "recalled" "Rút lại để sửa" / "Recalled",
        /// Every item was accepted.
        Accepted "accepted" "Thẩm định xong" / "Accepted",
        /// The list was opened to members.
        Opened "opened" "Lấy ý kiến đoàn viên" / "Opened for comment",
        /// The council was for it.
        Passed "passed" "Hội đồng thông qua" / "Passed by the council",
        /// The council was against it.
        Failed "failed" "Hội đồng không thông qua" / "Not passed by the council",
        /// It is looked at again.
        Reconsidered "reconsidered" "Xét lại" / "Reconsidered",
        /// A level outside these books sent it further up.
        PassedOn "passed_on" "Cấp trên trình tiếp" / "Passed on",
        /// It was honoured.
        Decided "decided" "Quyết định khen" / "Honoured",
        /// It was refused.
        Refused "refused" "Không được khen" / "Refused",
        /// The unit took the nomination out.
        Withdrawn "withdrawn" "Rút đề nghị" / "Withdrawn",
    }
}

codes! {
    /// Where a nomination stands.
    State {
        /// The unit writes the file.
        Drafted "drafted" "Đang lập hồ sơ" / "Being written",
        /// It waits to be appraised.
        Sent "sent" "Chờ thẩm định" / "To be appraised",
        /// It is to be mended.
        Returned "returned" "Cần bổ sung" / "To be mended",
        /// Appraised.
        Accepted "accepted" "Đã thẩm định" / "Appraised",
        /// The council was for it.
        Passed "passed" "Hội đồng thông qua" / "Passed by the council",
        /// The council was against it.
        Failed "failed" "Hội đồng không thông qua" / "Not passed by the council",
        /// Honoured.
        Decided "decided" "Đã khen" / "Honoured",
        /// Refused.
        Refused "refused" "Không được khen" / "Refused",
        /// Taken out.
        Withdrawn "withdrawn" "Đã rút" / "Withdrawn",
    }
}

impl State {
    /// Whether nothing more happens to it.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Decided | Self::Refused | Self::Withdrawn)
    }

    /// Whether the file may be written into.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Drafted | Self::Returned)
    }
}

codes! {
    /// What a comment is.
    CommentSort {
        /// For the nomination.
        Agrees "agrees" "Đồng ý" / "Agrees",
        /// Against it: the office must answer before any outcome.
        Objects "objects" "Không đồng ý, phản ánh" / "Objects",
        /// The answer of the office.
        Answer "answer" "Trả lời" / "Answer",
    }
}

/// An item of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its code within the award.
    pub code: String,
    /// What it is answered with.
    pub sort: ItemSort,
    /// What it asks for.
    pub title: String,
    /// Whether the file is incomplete without it.
    pub needed: bool,
    /// Where that is written.
    pub source: Option<String>,
}

/// An award of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundAward {
    /// The award's code.
    pub award: String,
    /// The level that decides it in this round.
    pub level: Level,
    /// The levels at which a council votes before the outcome.
    pub council: Vec<Level>,
    /// The text by which a higher award may be asked for what a lower rung refused; none where it may not.
    pub higher_by: Option<String>,
    /// Its checklist.
    pub items: Vec<Item>,
}

/// At most so many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    /// Of this called unit; of each called unit where none is named.
    pub called: Option<Id>,
    /// For this award; for all together where none is named.
    pub award: Option<String>,
    /// From this block; from all where none is named.
    pub block: Option<Block>,
    /// So many.
    pub at_most: i64,
}

/// A rule of what goes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriorityRule {
    /// What it looks at.
    pub sort: Priority,
    /// In words.
    pub says: Option<String>,
}

/// A round to be opened.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// The unit that opens it.
    pub unit: Id,
    /// What sort it is.
    pub sort: RoundSort,
    /// Its name.
    pub name: String,
    /// The first and the last year whose merit is looked at.
    pub years: (i16, i16),
    /// The last day on which the called units may send.
    pub due_on: Day,
    /// The plan or letter that opened it.
    pub document: Option<DocumentRef>,
    /// Days for which the list stands open to members; 0 where it need not be opened.
    pub comment_days: i64,
    /// The level at which it is opened.
    pub comment_level: Option<Level>,
    /// A remark for the called units.
    pub note: Option<String>,
    /// What may be asked for.
    pub awards: Vec<RoundAward>,
    /// How many.
    pub quotas: Vec<Quota>,
    /// What goes first.
    pub priorities: Vec<PriorityRule>,
    /// Who is called.
    pub called: Vec<Id>,
}

/// A nomination to be begun.
#[derive(Clone, Debug)]
pub struct NewNomination {
    /// The round.
    pub round: Id,
    /// The unit that nominates.
    pub unit: Id,
    /// For which award.
    pub award: String,
    /// Whom.
    pub subject: Subject,
    /// The collective's unit, or the unit of the person.
    pub of_unit: Id,
    /// The person.
    pub person: Option<Id>,
    /// The name of a part of a unit that has no unit of its own.
    pub named: Option<String>,
    /// For what, in a few words: it goes onto the list and the paper.
    pub achievement: String,
    /// The refused nomination it goes beyond.
    pub after: Option<Id>,
}

/// An outcome of a rung for some nominations, with its paper.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The unit that records it: the one that holds the files, or that sent them out of these books.
    pub unit: Id,
    /// Which nominations.
    pub nominations: Vec<Id>,
    /// The paper.
    pub document: Option<DocumentRef>,
    /// Its day.
    pub on: Day,
}

/// What a decision says beside its list.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Who decided, as the paper has it.
    pub decided_by: String,
    /// What the list honours.
    pub title: String,
    /// Who hands it over, where that is known.
    pub presented_by: Option<String>,
    /// When it was handed over.
    pub presented_on: Option<Day>,
}

/// What a council came to about a nomination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouncilOutcome {
    /// Whether it passed.
    pub passed: bool,
    /// Why not, or a remark.
    pub reason: Option<String>,
    /// Votes for it.
    pub votes_for: i64,
    /// Of so many that count.
    pub denominator: i64,
}

/// A nomination that waits for a council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForCouncil {
    /// The nomination.
    pub nomination: Id,
    /// The round.
    pub round: Id,
    /// The award's code.
    pub award: String,
    /// The level that decides it.
    pub level: Level,
    /// Person or collective.
    pub subject: Subject,
    /// The person, for recusal.
    pub person: Option<Id>,
    /// Who is nominated, as named that day.
    pub named: String,
    /// The unit of who is nominated: the collective itself, or the person's unit.
    pub unit: Id,
    /// Its name that day.
    pub unit_named: String,
    /// The unit that holds the file, whose council votes.
    pub holder: Id,
    /// The rung of that unit.
    pub rung: Level,
}
