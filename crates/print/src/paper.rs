//! What papers say, as data: the only way in. Fields are lines of plain text; a template decides how they look.

use serde::Serialize;

/// A day on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Day {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
}

impl Day {
    /// `ngày 05 tháng 02 năm 2024`: days below 10 and months below 3 get a zero, so that nobody can put a digit before.
    #[must_use]
    pub fn in_words(self) -> String {
        let Self { year, month, day } = self;
        let month = if month < 3 { format!("0{month}") } else { month.to_string() };
        format!("ngày {day:02} tháng {month} năm {year}")
    }
}

/// A paper to be set.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Paper {
    /// Certificates: giấy khen, bằng khen, kỷ niệm chương; a page each.
    Certificates(Certificates),
    /// A decision with annexed lists.
    Decision(Decision),
    /// A submission letter (tờ trình).
    Submission(Submission),
    /// Minutes (biên bản).
    Minutes(Minutes),
    /// A report as a table.
    Form(Form),
}

impl Paper {
    /// The template that sets it.
    pub(crate) fn template(&self) -> &'static str {
        match self {
            Self::Certificates(_) => "certificates.typ",
            Self::Decision(_) => "decision.typ",
            Self::Submission(_) => "submission.typ",
            Self::Minutes(_) => "minutes.typ",
            Self::Form(_) => "form.typ",
        }
    }

    /// The day it bears, which the file bears too: nothing here asks a clock.
    pub(crate) fn day(&self) -> Day {
        match self {
            Self::Certificates(paper) => paper.day,
            Self::Decision(paper) => paper.head.day,
            Self::Submission(paper) => paper.head.day,
            Self::Minutes(paper) => paper.head.day,
            Self::Form(paper) => paper.head.day,
        }
    }
}

/// One run of certificates.
#[derive(Clone, Debug, Serialize)]
pub struct Certificates {
    /// The title of the file.
    pub title: String,
    /// The day the file bears.
    pub day: Day,
    /// With the frame, or the words alone for paper that has one printed on it.
    pub frame: bool,
    /// The certificates, a page each.
    pub pages: Vec<Certificate>,
}

/// One certificate.
#[derive(Clone, Debug, Serialize)]
pub struct Certificate {
    /// Who gives it, line by line: `BAN CHẤP HÀNH`, `LIÊN ĐOÀN LAO ĐỘNG QUẬN …`.
    pub issuer: Vec<String>,
    /// What is given, in large letters: `GIẤY KHEN`.
    pub award: String,
    /// The award's own name under it, where it has one: `“Vì sự nghiệp xây dựng tổ chức Công đoàn”`.
    pub named: Option<String>,
    /// Whom it is given.
    pub name: String,
    /// Their title and unit.
    pub unit: Option<String>,
    /// What for.
    pub content: String,
    /// Where it is signed.
    pub place: String,
    /// When, in words.
    pub dated: String,
    /// Who signs.
    pub signing: Signing,
    /// The decision's number.
    pub decision: String,
    /// The decision's day, in words.
    pub decided: String,
    /// Its number in the golden book.
    pub number: Option<String>,
    /// The square by which it is verified.
    pub square: Option<Square>,
}

/// A square code and the short code beside it.
#[derive(Clone, Debug, Serialize)]
pub struct Square {
    /// What the square holds.
    #[serde(skip)]
    pub text: String,
    /// The code people can type.
    pub code: String,
}

/// Who signs: `TM. BAN THƯỜNG VỤ`, `CHỦ TỊCH`, and the name.
#[derive(Clone, Debug, Serialize)]
pub struct Signing {
    /// In whose stead and as what, line by line.
    pub lines: Vec<String>,
    /// The name under the signature.
    pub name: String,
}

/// The head of a letter.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// The body above, line by line.
    pub above: Vec<String>,
    /// The issuing body, line by line.
    pub body: Vec<String>,
    /// Number and symbol: `12/QĐ-LĐLĐ`.
    pub symbol: String,
    /// The place.
    pub place: String,
    /// The day.
    pub day: Day,
}

/// A decision.
#[derive(Clone, Debug, Serialize)]
pub struct Decision {
    /// The head.
    pub head: Head,
    /// What it is about: `Về việc khen thưởng …`.
    pub about: String,
    /// Who decides, in capitals, line by line.
    pub authority: Vec<String>,
    /// On what grounds, a paragraph each.
    pub grounds: Vec<String>,
    /// The articles, in order; their numbers are set by the template.
    pub articles: Vec<String>,
    /// Who gets a copy.
    pub receivers: Vec<String>,
    /// Who signs.
    pub signing: Signing,
    /// The lists annexed, each on pages of its own.
    pub annexes: Vec<Annex>,
}

/// A submission letter.
#[derive(Clone, Debug, Serialize)]
pub struct Submission {
    /// The head.
    pub head: Head,
    /// What it is about.
    pub about: String,
    /// To whom.
    pub to: Vec<String>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Who gets a copy.
    pub receivers: Vec<String>,
    /// Who signs.
    pub signing: Signing,
    /// The lists annexed.
    pub annexes: Vec<Annex>,
}

/// Minutes of a meeting.
#[derive(Clone, Debug, Serialize)]
pub struct Minutes {
    /// The head.
    pub head: Head,
    /// What was met about.
    pub about: String,
    /// What happened, part by part.
    pub parts: Vec<Part>,
    /// Who took them down.
    pub secretary: Signing,
    /// Who led.
    pub chair: Signing,
}

/// A part of minutes.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// Its heading.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// A table under them: the votes.
    pub table: Option<Table>,
}

/// A report as a table.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// The head.
    pub head: Head,
    /// Its title.
    pub title: String,
    /// Lines under the title: unit, period, as of when.
    pub facts: Vec<String>,
    /// On its side.
    pub landscape: bool,
    /// The table.
    pub table: Table,
    /// Notes under it.
    pub notes: Vec<String>,
    /// Who signs, from left to right.
    pub signing: Vec<Signing>,
}

/// A list annexed to a paper.
#[derive(Clone, Debug, Serialize)]
pub struct Annex {
    /// Its title: `DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN`.
    pub title: String,
    /// The line under it: `(Kèm theo Quyết định số …)`.
    pub of: String,
    /// The list.
    pub table: Table,
}

/// A table.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Its share of the width, against the other columns.
    pub share: u16,
    /// How its cells stand.
    pub align: Align,
}

/// How a cell stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right: numbers.
    Right,
}

/// A row.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<String>,
    /// A heading or a sum.
    pub strong: bool,
}
