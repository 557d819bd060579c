//! What a commendation, an honour, a contest and an initiative are.

use kernel::{Day, Id};

use super::codes::codes;
use crate::documents::DocumentRef;

codes! {
    /// Who decides: the rung of the ladder.
    Level {
        /// The grassroots union itself.
        Grassroots "grassroots" "Cơ sở" / "Grassroots",
        /// The union directly above the grassroots: of a district until 2025, of a ward since.
        District "district" "Cấp trên trực tiếp cơ sở" / "Above the grassroots",
        /// The federation of a province or city.
        City "city" "Tỉnh, thành phố" / "Province or city",
        /// The confederation.
        Tld "tld" "Tổng Liên đoàn" / "Confederation",
        /// The state.
        State "state" "Nhà nước" / "State",
    }
}

codes! {
    /// The form in which somebody is honoured; the order is that of the ledger's accounts.
    Form {
        /// What somebody is, for a period.
        Title "title" "Danh hiệu thi đua" / "Title",
        /// A flag.
        Flag "flag" "Cờ thi đua" / "Flag",
        /// A certificate of a higher level.
        Merit "merit" "Bằng khen" / "Merit certificate",
        /// A certificate of a lower level.
        Certificate "certificate" "Giấy khen" / "Certificate of commendation",
        /// A commemorative medal.
        Medal "medal" "Kỷ niệm chương" / "Commemorative medal",
        /// A prize with a name.
        Prize "prize" "Giải thưởng" / "Prize",
        /// Praised in public, without a form of its own.
        Praised "praised" "Biểu dương, tuyên dương" / "Public praise",
        /// Honoured as an exemplar.
        Exemplar "exemplar" "Điển hình tiên tiến" / "Exemplar",
        /// An outstanding worker.
        Worker "worker" "Công nhân giỏi" / "Outstanding worker",
    }
}

codes! {
    /// What a paper does with those on its list.
    Stage {
        /// Asks a higher level to honour them.
        Proposed "proposed" "Đề nghị" / "Proposed",
        /// Honours them.
        Decided "decided" "Đã quyết định" / "Decided",
        /// Sends them to the next level's conference.
        Delegated "delegated" "Cử dự cấp trên" / "Sent to the next level",
    }
}

codes! {
    /// Whom a line is about.
    Subject {
        /// A person.
        Person "person" "Cá nhân" / "Person",
        /// A collective: a unit, or a part of one.
        Collective "collective" "Tập thể" / "Collective",
    }
}

codes! {
    /// How an honour ended.
    Ended {
        /// Taken away by a decision.
        Revoked "revoked" "Đã thu hồi" / "Revoked",
        /// It was recorded in error.
        Withdrawn "withdrawn" "Xóa do ghi sai" / "Recorded in error",
        /// A proposal that was not granted.
        Declined "declined" "Không được khen" / "Not granted",
    }
}

/// A paper with its list, to be recorded.
#[derive(Clone, Debug)]
pub struct NewCommendation {
    /// The unit that keeps the record: the office that decided, proposed, or was told.
    pub unit: Id,
    /// What the paper does.
    pub stage: Stage,
    /// The level that decides.
    pub level: Level,
    /// Who decided, or is asked to, as written in the paper.
    pub decided_by: String,
    /// Who proposed.
    pub proposed_by: Option<String>,
    /// Who handed it over.
    pub presented_by: Option<String>,
    /// When it was handed over.
    pub presented_on: Option<Day>,
    /// The paper; its number is needed.
    pub document: DocumentRef,
    /// The day on which it counts: that of the paper.
    pub on: Day,
    /// The year whose merit is honoured.
    pub year: i16,
    /// What for, in a few words.
    pub title: String,
    /// The movement, wave, contest or conference it belongs to.
    pub emulation: Option<Id>,
    /// Its list.
    pub lines: Vec<NewHonour>,
}

/// A line of the list, to be recorded.
#[derive(Clone, Debug)]
pub struct NewHonour {
    /// The code of the award.
    pub award: String,
    /// Whom it is about.
    pub subject: Subject,
    /// The collective's unit, or the unit of the person on that day.
    pub unit: Id,
    /// The person, where the books know one.
    pub person: Option<Id>,
    /// The name as the paper has it; needed for who is not in the books, and for a part of a unit.
    pub named: Option<String>,
    /// The grade, of a prize that has grades: 1 is the first.
    pub grade: Option<u8>,
    /// For what.
    pub achievement: Option<String>,
    /// Money that goes with it.
    pub money_vnd: Option<i64>,
    /// How many, where the paper tells only a number; none for one name.
    pub count: Option<i64>,
    /// The proposal this line answers.
    pub answers: Option<Id>,
    /// The nomination of a round it comes from.
    pub nomination: Option<Id>,
}

impl NewHonour {
    /// A unit honoured.
    pub fn of_unit(award: &str, unit: Id) -> Self {
        Self {
            award: award.to_owned(),
            subject: Subject::Collective,
            unit,
            person: None,
            named: None,
            grade: None,
            achievement: None,
            money_vnd: None,
            count: None,
            answers: None,
            nomination: None,
        }
    }

    /// A person honoured, a member of a unit.
    pub fn of_person(award: &str, person: Id, unit: Id) -> Self {
        Self { subject: Subject::Person, person: Some(person), ..Self::of_unit(award, unit) }
    }
}

/// One line of a roll or list, as of the day of the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HonourRow {
    /// Its id.
    pub id: Id,
    /// The paper it stands on.
    pub commendation: Id,
    /// Its place there, from 1.
    pub item: i64,
    /// Proposed, decided or sent.
    pub stage: Stage,
    /// The deciding level.
    pub level: Level,
    /// The award's code.
    pub award: String,
    /// Its form.
    pub form: Form,
    /// Its grade.
    pub grade: Option<i64>,
    /// The unit, and its code.
    pub unit: (Id, String),
    /// The person.
    pub person: Option<Id>,
    /// Person or collective.
    pub subject: Subject,
    /// The name that day.
    pub named: String,
    /// The unit's name that day.
    pub unit_named: String,
    /// The day.
    pub on: Day,
    /// The year honoured.
    pub year: i64,
    /// For what.
    pub achievement: Option<String>,
    /// Money.
    pub money_vnd: Option<i64>,
    /// How many it counts.
    pub quantity: i64,
    /// Whether it is only a number.
    pub typed: bool,
    /// How it ended.
    pub ended: Option<(Ended, Day, String)>,
    /// Number and day of the paper.
    pub document: String,
    /// Who decided.
    pub decided_by: String,
    /// Who presented.
    pub presented_by: Option<String>,
    /// What the paper honours.
    pub title: String,
}

/// Which honours are asked for.
#[derive(Clone, Debug, Default)]
pub struct HonourFilter {
    /// Only under this unit.
    pub scope: Option<Id>,
    /// As the units stand today instead of as they stood that day.
    pub now: bool,
    /// Only from this day on, before the other.
    pub days: Option<kernel::Period>,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only this level.
    pub level: Option<Level>,
    /// Only this form.
    pub form: Option<Form>,
    /// Only this award, by its code.
    pub award: Option<&'static str>,
    /// Only people, or only collectives.
    pub subject: Option<Subject>,
    /// Words of a name, with or without marks.
    pub text: String,
    /// Lines before this one, for the next page.
    pub before: Option<(Day, Id)>,
}

/// A page of honours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HonourPage {
    /// Its rows, the latest first.
    pub rows: Vec<HonourRow>,
    /// Where the next page begins.
    pub next: Option<(Day, Id)>,
}

/// A paper with its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commendation {
    /// What stands at its head.
    pub head: CommendationRow,
    /// Who proposed.
    pub proposed_by: Option<String>,
    /// Who presented, and when.
    pub presented: (Option<String>, Option<Day>),
    /// The movement, wave, contest or conference.
    pub emulation: Option<(Id, String)>,
    /// Its lines.
    pub lines: Vec<HonourRow>,
    /// Whether the reader may record here.
    pub may_record: bool,
}

/// The head of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommendationRow {
    /// Its id.
    pub id: Id,
    /// The unit that keeps it: id, code, name today.
    pub unit: (Id, String, String),
    /// The stage.
    pub stage: Stage,
    /// The level.
    pub level: Level,
    /// Who decided.
    pub decided_by: String,
    /// Number and day of the paper.
    pub document: String,
    /// The paper itself.
    pub paper: DocumentRef,
    /// The day.
    pub on: Day,
    /// The year honoured.
    pub year: i64,
    /// What for.
    pub title: String,
    /// People, and collectives, on its list that were not withdrawn.
    pub counts: (i64, i64),
}

/// How an honour is taken away.
#[derive(Clone, Debug)]
pub struct Revocation {
    /// The day of the decision.
    pub on: Day,
    /// The decision.
    pub document: DocumentRef,
    /// Why.
    pub cause: String,
    /// What came back: the object, as written.
    pub recovered: Option<String>,
    /// Money that came back.
    pub recovered_vnd: Option<i64>,
}

codes! {
    /// What goes with an honour and comes back when it is revoked.
    Thing {
        /// The certificate itself.
        Paper "paper" "Giấy chứng nhận" / "The certificate",
        /// Money.
        Money "money" "Tiền thưởng" / "Money",
        /// An item: a medal, a frame.
        Item "item" "Hiện vật" / "An item",
    }
}

/// Something that was handed over with an honour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What.
    pub what: Thing,
    /// How much, for money.
    pub amount_vnd: Option<i64>,
    /// What it is, for an item.
    pub item: Option<String>,
    /// When.
    pub on: Day,
    /// Who took it.
    pub receiver: String,
}

/// Something that came back, to be recorded.
#[derive(Clone, Debug)]
pub struct NewRecovery {
    /// What.
    pub what: Thing,
    /// When.
    pub on: Day,
    /// How much, for money.
    pub amount_vnd: Option<i64>,
    /// What it is, for an item.
    pub item: Option<String>,
    /// Who gave it back.
    pub giver: String,
}

/// Something that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Its id; none for what the revocation itself told.
    pub id: Option<Id>,
    /// What.
    pub what: Thing,
    /// How much.
    pub amount_vnd: Option<i64>,
    /// What it is.
    pub item: Option<String>,
    /// When.
    pub on: Day,
    /// Who gave it back.
    pub giver: String,
}

/// What a revoked honour gives back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// What was handed over with it.
    pub given: Vec<Given>,
    /// What came back.
    pub recovered: Vec<Recovered>,
    /// Money still out.
    pub money_out: i64,
    /// Items still out.
    pub items_out: usize,
    /// Whether the paper is still out.
    pub paper_out: bool,
}

/// Exemplars of a conference, and who of them goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exemplars {
    /// Those honoured, as they stand.
    pub honoured: Vec<HonourRow>,
    /// Those sent to the next level's.
    pub sent: Vec<HonourRow>,
}

/// Some exemplars to be sent to the next level.
#[derive(Clone, Debug)]
pub struct Delegation {
    /// The next level's conference or congress, in words.
    pub to: String,
    /// The level that holds it.
    pub level: Level,
    /// The day of the paper.
    pub on: Day,
    /// The paper.
    pub document: DocumentRef,
    /// Their honours.
    pub honours: Vec<Id>,
}

/// Which lines of a public roll are asked for.
#[derive(Clone, Debug, Default)]
pub struct RollFilter {
    /// The year honoured.
    pub year: Option<i64>,
    /// The form.
    pub form: Option<Form>,
    /// Only people, or only collectives.
    pub subject: Option<Subject>,
    /// Words of a name, with or without marks.
    pub text: String,
    /// Lines before this one.
    pub before: Option<(Day, Id)>,
}

/// A line of a public roll: nothing else of the person is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollRow {
    /// The name that day.
    pub named: String,
    /// The unit's name that day.
    pub unit_named: String,
    /// Person or collective.
    pub subject: Subject,
    /// The award's code.
    pub award: String,
    /// The deciding level.
    pub level: Level,
    /// The year honoured.
    pub year: i64,
}

/// A page of a public roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollPage {
    /// The federation's name today.
    pub scope_name: String,
    /// Its rows, the latest first.
    pub rows: Vec<RollRow>,
    /// The years that have lines, the latest first.
    pub years: Vec<i64>,
    /// Where the next page begins.
    pub next: Option<(Day, Id)>,
}
