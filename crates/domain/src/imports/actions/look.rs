//! Looking at a file before it goes in: what was understood, what was put right, what becomes of each row.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use intake::{Reading, Severity, SheetReading, Verdict, WhySkipped};
use kernel::{Actor, Day, Id};

use super::job::open;
use super::run::{file_refused, known_names, read};
use crate::imports::draft::Draft;
use crate::imports::matching::day_of;
use crate::imports::model::RowPlace;
use crate::jobs::{self, Job};
use crate::{App, Result, figures};

/// Files kept in memory as read; each is 20,000 rows or so.
const SHELF: usize = 4;
/// Bytes of their texts at most, the latest file's aside: 20,000 rows of twelve columns are 4 MB, and what is read of
/// them takes five times that.
const SHELF_TEXTS: usize = 16 << 20;
/// Cells put right that are told of a row at most.
const MENDED: usize = 4;

/// The files looked at last, so that turning a page does not read them again.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<Vec<Shelved>>);

/// A file as read, and the bytes of its texts.
struct Shelved {
    key: String,
    texts: usize,
    reading: Arc<Reading>,
}

impl Shelf {
    fn find(&self, key: &str) -> Option<Arc<Reading>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|own| own.key == key).map(|own| Arc::clone(&own.reading))
    }

    fn keep(&self, key: String, texts: usize, reading: &Arc<Reading>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stay = fitting(texts, kept.iter().map(|own| own.texts));
        kept.truncate(stay);
        kept.insert(0, Shelved { key, texts, reading: Arc::clone(reading) });
    }
}

/// How many of the files kept stay beside a new one, the latest first.
fn fitting(new: usize, kept: impl Iterator<Item = usize>) -> usize {
    let sums = kept.scan(new, |sum, texts| {
        *sum += texts;
        Some(*sum)
    });
    sums.take(SHELF - 1).take_while(|sum| *sum <= SHELF_TEXTS).count()
}

/// The bytes of all texts of a workbook.
fn texts_of(workbook: &sheets::Workbook) -> usize {
    let cells = workbook.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    let texts = cells.map(|cell| match &cell.value {
        sheets::Value::Text(text) | sheets::Value::Error(text) => text.len(),
        sheets::Value::Number(_) | sheets::Value::Bool(_) => 0,
    });
    texts.sum()
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// It goes in.
    Takes,
    /// Somebody must decide.
    Waits,
    /// It does not go in.
    Refused,
}

/// Which rows are shown.
pub type Filter = Option<Class>;

/// A file as it is looked at.
#[derive(Clone, Debug)]
pub struct Look {
    /// The job that prepares it.
    pub job: Job,
    /// What it is and what was decided.
    pub draft: Draft,
    /// The day its rows are judged by.
    pub as_of: Day,
    /// The lists found.
    pub sheets: Vec<LookSheet>,
    /// Sheets left alone, and why.
    pub skipped: Vec<(String, &'static str)>,
    /// Printed sums and other findings about whole sheets.
    pub totals: Vec<LookTotal>,
    /// Rows that go in, that wait, that do not.
    pub counts: [usize; 3],
    /// The rows of this page.
    pub rows: Vec<LookRow>,
    /// How many rows the filter shows.
    pub shown: usize,
}

/// A list found on a sheet.
#[derive(Clone, Debug)]
pub struct LookSheet {
    /// The name on the tab; none for CSV.
    pub sheet: Option<String>,
    /// The rows of its header.
    pub header_rows: Vec<u32>,
    /// Rows of data.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<LookColumn>,
    /// What a column of it may tell, by code.
    pub fields: Vec<&'static str>,
    /// Columns in an old encoding.
    pub repairs: Vec<LookRepair>,
}

/// A column and what it was understood to tell.
#[derive(Clone, Debug)]
pub struct LookColumn {
    /// Its letters.
    pub column: String,
    /// Its heading.
    pub header: String,
    /// What it tells, by code; none for one that is not read.
    pub field: Option<&'static str>,
    /// Whether somebody decided so.
    pub is_forced: bool,
}

/// A column in an old encoding.
#[derive(Clone, Debug)]
pub struct LookRepair {
    /// Its letters.
    pub column: String,
    /// Its heading.
    pub header: String,
    /// The encoding.
    pub encoding: &'static str,
    /// A text as it stands in the file.
    pub raw: String,
    /// The same in Unicode.
    pub decoded: String,
    /// Whether somebody decided to take the column as it stands.
    pub is_off: bool,
}

/// A finding about a whole sheet.
#[derive(Clone, Debug)]
pub struct LookTotal {
    /// The sheet.
    pub sheet: Option<String>,
    /// What was found, in Vietnamese.
    pub says: &'static str,
    /// Where.
    pub place: Option<String>,
    /// The printed figure and the one worked out, where it is about a sum.
    pub sums: Option<(i64, i64)>,
    /// Whether somebody should look.
    pub is_grave: bool,
}

/// A row as it is looked at.
#[derive(Clone, Debug)]
pub struct LookRow {
    /// Its sheet.
    pub sheet: Option<String>,
    /// Its number.
    pub row: u32,
    /// Whom or what it is about.
    pub about: String,
    /// A few values beside.
    pub beside: Vec<String>,
    /// What becomes of it.
    pub class: Class,
    /// Whether somebody decided about it.
    pub is_decided: bool,
    /// Why, in Vietnamese.
    pub reasons: Vec<String>,
    /// What was put right: as it stands, as it is taken.
    pub mended: Vec<(String, String)>,
}

/// The file of an import that is being prepared, with one page of its rows.
pub fn look(
    app: &App,
    actor: &Actor,
    id: Id,
    filter: Filter,
    (skip, take): (usize, usize),
) -> Result<Look> {
    app.allow(actor, "imports.run")?;
    let job = jobs::find(app, actor, id)?;
    let draft = Draft::of(&job)?;
    let reading = reading(app, &job, &draft)?;
    let judge = Judge::of(&draft);
    let mut counts = [0; 3];
    let mut shown = Vec::new();
    for (at, sheet) in reading.sheets.iter().enumerate() {
        for (place, (row, verdict)) in sheet.verdicts().into_iter().enumerate() {
            let (class, is_decided) = judge.class(sheet.sheet.as_ref(), row, verdict);
            counts[class as usize] += 1;
            if filter.is_none_or(|wanted| wanted == class) {
                shown.push((at, place, row, class, is_decided));
            }
        }
    }
    let page = shown.iter().skip(skip).take(take);
    let rows = page.filter_map(|(at, place, row, class, is_decided)| {
        let sheet = &reading.sheets[*at];
        let (about, beside) = sheet.about(*place)?;
        let reasons = reasons(sheet, *row);
        let mended = mended(sheet, *row);
        let (row, class, is_decided) = (*row, *class, *is_decided);
        let sheet = sheet.sheet.clone();
        Some(LookRow { sheet, row, about, beside, class, is_decided, reasons, mended })
    });
    Ok(Look {
        as_of: draft
            .as_of
            .as_deref()
            .and_then(|day| Day::parse(day).ok())
            .unwrap_or_else(|| day_of(reading.as_of)),
        sheets: reading.sheets.iter().map(|sheet| sheet_of(sheet, &draft)).collect(),
        skipped: skipped(&reading),
        totals: totals(&reading),
        rows: rows.collect(),
        shown: shown.len(),
        counts,
        job,
        draft,
    })
}

/// Read anew when the books or the decisions changed since.
fn reading(app: &App, job: &Job, draft: &Draft) -> Result<Arc<Reading>> {
    let shape = (&draft.choices.forced, &draft.choices.as_written);
    let shape = serde_json::to_string(&shape).unwrap_or_default();
    let key = format!("{} {} {shape}", job.id, figures::head(app)?.number);
    if let Some(kept) = app.shelf.find(&key) {
        return Ok(kept);
    }
    let (draft, bytes) = open(app, job)?;
    let request = draft.request(&bytes)?;
    let known = known_names(app, &request)?;
    let (workbook, reading) = read(&request, &draft.choices, &*app.clock, known)?;
    let texts = texts_of(&workbook);
    drop(workbook);
    if let Some(refused) = reading.refused {
        return Err(file_refused(refused.code(), refused.vi().to_owned()).into());
    }
    let reading = Arc::new(reading);
    app.shelf.keep(key, texts, &reading);
    Ok(reading)
}

/// What was decided about rows, quick to ask.
struct Judge<'d> {
    holds_doubtful: bool,
    taken: HashSet<&'d RowPlace>,
    left: HashSet<&'d RowPlace>,
}

impl<'d> Judge<'d> {
    fn of(draft: &'d Draft) -> Self {
        let choices = &draft.choices;
        Self {
            holds_doubtful: choices.holds_doubtful,
            taken: choices.taken.iter().collect(),
            left: choices.left.iter().collect(),
        }
    }

    fn class(&self, sheet: Option<&String>, row: u32, verdict: Verdict) -> (Class, bool) {
        let place = (sheet.cloned(), row);
        if !verdict.is_accepted() {
            return (Class::Refused, false);
        }
        if self.left.contains(&place) {
            return (Class::Refused, true);
        }
        match verdict {
            Verdict::Doubtful if self.taken.contains(&place) => (Class::Takes, true),
            Verdict::Doubtful if self.holds_doubtful => (Class::Waits, false),
            _ => (Class::Takes, false),
        }
    }
}

fn reasons(sheet: &SheetReading, row: u32) -> Vec<String> {
    let grave = sheet.problems_of(row).iter().filter(|found| found.severity != Severity::Info);
    grave.map(intake::Problem::vi).collect()
}

/// What was put right in a row. Identity numbers and telephones are not shown.
fn mended(sheet: &SheetReading, row: u32) -> Vec<(String, String)> {
    let told = sheet.problems_of(row).iter().filter(|found| {
        !matches!(found.field, "cccd" | "cmnd" | "phone" | "row") && !found.kind.vi().is_empty()
    });
    let pairs = told.map(|found| (found.raw.plain(), found.proposed.plain()));
    let mut pairs: Vec<_> =
        pairs.filter(|(raw, proposed)| !proposed.is_empty() && raw != proposed).collect();
    pairs.dedup();
    pairs.truncate(MENDED);
    pairs
}

fn sheet_of(sheet: &SheetReading, draft: &Draft) -> LookSheet {
    let forced = |letters: &str| {
        draft
            .choices
            .forced
            .iter()
            .any(|forced| forced.place.sheet == sheet.sheet && forced.place.column == letters)
    };
    let columns: Vec<LookColumn> = sheet
        .structure
        .columns
        .iter()
        .map(|column| LookColumn {
            column: column.column.clone(),
            header: column.header.clone(),
            field: column.field,
            is_forced: forced(&column.column),
        })
        .collect();
    let header = |letters: &str| {
        let own = columns.iter().find(|column| column.column == letters);
        own.map(|column| column.header.clone()).unwrap_or_default()
    };
    let repairs = sheet.legacy.iter().map(|legacy| LookRepair {
        column: legacy.column.clone(),
        header: header(&legacy.column),
        encoding: legacy.encoding,
        raw: legacy.raw.clone(),
        decoded: legacy.decoded.clone(),
        is_off: legacy.is_off,
    });
    LookSheet {
        repairs: repairs.collect(),
        sheet: sheet.sheet.clone(),
        header_rows: sheet.structure.header_rows.clone(),
        rows: sheet.counts.data_rows,
        fields: sheet.role.fields().collect(),
        columns,
    }
}

fn skipped(reading: &Reading) -> Vec<(String, &'static str)> {
    let why = |why: WhySkipped| match why {
        WhySkipped::Hidden => "trang ẩn",
        WhySkipped::Empty => "trang trống",
        WhySkipped::NoHeader => "không có hàng tiêu đề của danh sách này",
        WhySkipped::NoRows => "chỉ có tiêu đề, không có dòng",
        WhySkipped::SetAside => "tên trang nói là bản cũ, bản nháp hoặc mẫu",
    };
    let skipped = reading.skipped.iter();
    skipped.map(|each| (each.sheet.clone().unwrap_or_default(), why(each.why))).collect()
}

fn totals(reading: &Reading) -> Vec<LookTotal> {
    let found = reading.file_problems.iter().map(|found| LookTotal {
        sheet: found.sheet.clone(),
        says: found.kind.vi(),
        place: found.place.clone(),
        sums: found.printed.zip(found.computed),
        is_grave: found.severity != Severity::Info,
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_file_sends_others_off_the_shelf_and_stays_itself() {
        let fits = |new, kept: &[usize]| fitting(new, kept.iter().copied());
        assert_eq!(fits(1, &[1, 1, 1, 1]), SHELF - 1);
        assert_eq!(fits(1, &[1, SHELF_TEXTS, 1]), 1);
        assert_eq!(fits(SHELF_TEXTS * 3, &[1]), 0);
    }
}
