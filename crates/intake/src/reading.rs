//! What reading a workbook gives: typed rows with a verdict each, and everything that was found.

use jiff::civil::Date;
use serde::Serialize;

use crate::changes::ChangeRow;
use crate::columns::Role;
use crate::legacy::LegacyColumn;
use crate::members::MemberRow;
use crate::movements::{
    AdmissionRow, HandedOverRow, LeaverRow, PlanResultRow, StruckOffRow, SummaryRow, TransferRow,
};
use crate::problem::{FileProblem, Problem};
use crate::record::{Record, Verdict};
use crate::rows::NotData;
use crate::targets::TargetRow;
use crate::units::UnitRow;

/// Which list the caller wants to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Grassroots unions.
    Units,
    /// Members.
    Members,
    /// Movements of members and unions in a period.
    Movements,
    /// Targets by union.
    Targets,
    /// What a decision does to units.
    Changes,
}

/// What the caller knows beside the workbook.
#[derive(Clone, Debug)]
pub struct Options {
    /// The list wanted.
    pub kind: Kind,
    /// The day the list is drawn up; read from its title when not given.
    pub as_of: Option<Date>,
    /// Today: the latest day a list can be drawn up.
    pub today: Date,
    /// The names of the units that exist. Empty: the names in the workbook are enough.
    pub known_units: Vec<String>,
    /// The union whose roster it is, for rows that name no unit that exists.
    pub unit: Option<String>,
    /// Fewer members than this make no grassroots union; a parameter of the Charter, which the
    /// caller reads for the day of the list.
    pub members_min: i64,
    /// Columns somebody said are something else than was understood.
    pub forced: Vec<Forced>,
    /// Columns whose text is to be taken as it stands, whatever encoding it seems to be in.
    pub as_written: Vec<Place>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
pub struct Place {
    /// The name on the tab; `None` for CSV.
    pub sheet: Option<String>,
    /// Column letters.
    pub column: String,
}

/// What a column tells, as somebody decided.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
pub struct Forced {
    /// The column.
    pub place: Place,
    /// The field by its code; `None` for a column that is not to be read.
    pub field: Option<String>,
}

impl Options {
    /// A dry run of this kind of list on this day, with nothing else known. Five members make a
    /// union by the Charter of 2020 (XII).
    pub fn new(kind: Kind, today: Date) -> Self {
        Self {
            kind,
            as_of: None,
            today,
            known_units: Vec::new(),
            unit: None,
            members_min: 5,
            forced: Vec::new(),
            as_written: Vec::new(),
        }
    }
}

/// Why a workbook that could be opened holds nothing to take in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// No cell, or a header without rows.
    NoData,
    /// No sheet has the headings of the wanted list.
    NoList,
}

impl Refusal {
    /// The stable name, for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoData => "no_data",
            Self::NoList => "no_list",
        }
    }

    /// What is wrong and what to do, in Vietnamese.
    pub fn vi(self) -> &'static str {
        match self {
            Self::NoData => {
                "Tệp không có dòng dữ liệu nào. Đề nghị kiểm tra lại đã chọn đúng tệp chưa."
            }
            Self::NoList => {
                "Không trang tính nào có hàng tiêu đề của danh sách cần nhập. Đề nghị kiểm tra đã \
                 chọn đúng loại danh sách, và hàng tiêu đề có ghi tên các cột."
            }
        }
    }
}

/// A workbook as read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The list wanted.
    pub kind: Kind,
    /// Set when nothing could be read.
    pub refused: Option<Refusal>,
    /// The day ages and future dates were judged by.
    pub as_of: Date,
    /// First and last day of the period, where the titles tell one.
    pub period: Option<(Date, Date)>,
    /// The lists found, in the order of their tabs.
    pub sheets: Vec<SheetReading>,
    /// The sheets left alone, and why.
    pub skipped: Vec<Skipped>,
    /// Findings on whole sheets and on the workbook.
    pub file_problems: Vec<FileProblem>,
}

/// A sheet that is no list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The name on the tab; `None` for CSV.
    pub sheet: Option<String>,
    /// Why.
    pub why: WhySkipped,
}

/// Why a sheet is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhySkipped {
    /// The tab is hidden.
    Hidden,
    /// No cell.
    Empty,
    /// No headings of the wanted list.
    NoHeader,
    /// A header without rows.
    NoRows,
    /// Its name or title says that it is old, a draft, a form or an example.
    SetAside,
}

/// One list as read.
#[derive(Clone, Debug)]
pub struct SheetReading {
    /// The name on the tab; `None` for CSV.
    pub sheet: Option<String>,
    /// Which list it is.
    pub role: Role,
    /// Where everything stands.
    pub structure: Structure,
    /// Columns in an old encoding, to be shown before anything is written.
    pub legacy: Vec<LegacyColumn>,
    /// The grassroots union named above the table.
    pub unit: Option<String>,
    /// How many rows there are.
    pub counts: Counts,
    /// Findings, in the order of the rows.
    pub problems: Vec<Problem>,
    /// The rows.
    pub rows: Rows,
}

impl SheetReading {
    /// The findings on one row.
    pub fn problems_of(&self, row: u32) -> &[Problem] {
        let from = self.problems.partition_point(|problem| problem.row < row);
        let to = self.problems.partition_point(|problem| problem.row <= row);
        &self.problems[from..to]
    }
}

impl Reading {
    /// Leaves out rows that were to go in but that somebody did not decide to take; gives back which.
    pub fn leave_out(
        &mut self,
        leave: impl Fn(Option<&str>, u32, Verdict) -> bool,
    ) -> Vec<(Option<String>, u32)> {
        let mut left = Vec::new();
        for reading in &mut self.sheets {
            let SheetReading { sheet, rows, counts, .. } = reading;
            with_rows!(rows, rows => for row in rows {
                let verdict = row.verdict();
                if verdict.is_accepted() && leave(sheet.as_deref(), row.row(), verdict) {
                    row.set_verdict(Verdict::Refused);
                    left.push((sheet.clone(), row.row()));
                }
            });
            *counts = rows.counts();
        }
        left
    }
}

/// Rows that are data, and what becomes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// All of them.
    pub data_rows: usize,
    /// Those that go in.
    pub accepted: usize,
    /// Those that do not.
    pub rejected: usize,
}

/// Where the parts of a table stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Structure {
    /// The rows of the header.
    pub header_rows: Vec<u32>,
    /// The row of column numbers below it.
    pub number_row: Option<u32>,
    /// First and last row with data.
    pub first_data_row: u32,
    /// See above.
    pub last_data_row: u32,
    /// Every column with a heading.
    pub columns: Vec<ColumnReading>,
    /// Rows among the data that are none.
    pub not_data: Vec<NotData>,
    /// Data rows that are hidden.
    pub hidden_rows: Vec<u32>,
    /// Columns that are hidden and read all the same.
    pub hidden_columns: Vec<String>,
}

/// One column and what it was understood to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnReading {
    /// Column letters.
    pub column: String,
    /// The field; `None` for a column that is not read.
    pub field: Option<&'static str>,
    /// The heading, its levels joined by ` > `.
    pub header: String,
}

/// The rows of one list.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant is the list of its name")]
pub enum Rows {
    Units(Vec<UnitRow>),
    Members(Vec<MemberRow>),
    Targets(Vec<TargetRow>),
    Changes(Vec<ChangeRow>),
    Summary(Vec<SummaryRow>),
    Founded(Vec<UnitRow>),
    Admissions(Vec<AdmissionRow>),
    TransfersOut(Vec<TransferRow>),
    TransfersIn(Vec<TransferRow>),
    Leavers(Vec<LeaverRow>),
    HandedOver(Vec<HandedOverRow>),
    StruckOff(Vec<StruckOffRow>),
    PlanAndResult(Vec<PlanResultRow>),
}

/// Does the same with the rows of whatever list it is.
macro_rules! with_rows {
    ($rows:expr, $each:ident => $body:expr) => {
        match $rows {
            $crate::reading::Rows::Units($each) => $body,
            $crate::reading::Rows::Members($each) => $body,
            $crate::reading::Rows::Targets($each) => $body,
            $crate::reading::Rows::Changes($each) => $body,
            $crate::reading::Rows::Summary($each) => $body,
            $crate::reading::Rows::Founded($each) => $body,
            $crate::reading::Rows::Admissions($each) => $body,
            $crate::reading::Rows::TransfersOut($each) => $body,
            $crate::reading::Rows::TransfersIn($each) => $body,
            $crate::reading::Rows::Leavers($each) => $body,
            $crate::reading::Rows::HandedOver($each) => $body,
            $crate::reading::Rows::StruckOff($each) => $body,
            $crate::reading::Rows::PlanAndResult($each) => $body,
        }
    };
}
pub(crate) use with_rows;

impl Rows {
    /// How many there are, and how many go in.
    pub(crate) fn counts(&self) -> Counts {
        fn of<R: Record>(rows: &[R]) -> Counts {
            let accepted = rows.iter().filter(|row| row.verdict().is_accepted()).count();
            Counts { data_rows: rows.len(), accepted, rejected: rows.len() - accepted }
        }
        with_rows!(self, rows => of(rows))
    }
}
