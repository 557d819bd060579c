//! Forms of reports as dated data: read once, checked as a whole, refused with file, line and remedy.

use std::collections::HashSet;
use std::sync::LazyLock;

use kernel::{Day, Period, Refusal, UnitKind};
use serde::Deserialize;

use crate::{activities, figures};

/// Lines of a form at most.
const LINES_MAX: usize = 500;
/// Letters of a text in a form at most.
const TEXT_MAX: usize = 300;

/// The forms that come with the program: a new circular is a new file and a line here.
const FILES: &[(&str, &str)] = &[
    (
        "regulations/reports/doan_vien_cdcs.toml",
        include_str!("../../../../regulations/reports/doan_vien_cdcs.toml"),
    ),
    (
        "regulations/reports/ket_qua_nam.toml",
        include_str!("../../../../regulations/reports/ket_qua_nam.toml"),
    ),
    (
        "regulations/reports/khen_thuong_cham_lo.toml",
        include_str!("../../../../regulations/reports/khen_thuong_cham_lo.toml"),
    ),
    (
        "regulations/reports/thi_dua_nhieu_nam.toml",
        include_str!("../../../../regulations/reports/thi_dua_nhieu_nam.toml"),
    ),
    (
        "regulations/reports/hoat_dong_cdcs.toml",
        include_str!("../../../../regulations/reports/hoat_dong_cdcs.toml"),
    ),
    (
        "regulations/reports/tong_hop_hoat_dong.toml",
        include_str!("../../../../regulations/reports/tong_hop_hoat_dong.toml"),
    ),
];

/// Which units report on a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Grassroots unions.
    Grassroots,
    /// Units that manage others.
    Upper,
}

impl Level {
    /// Whether a kind of unit reports on forms of this level.
    pub fn reports(self, kind: UnitKind) -> bool {
        let manages = matches!(
            kind,
            UnitKind::Confederation
                | UnitKind::Province
                | UnitKind::Sector
                | UnitKind::District
                | UnitKind::WardUnion
        );
        match self {
            Self::Grassroots => kind.counts_as_grassroots(),
            Self::Upper => manages,
        }
    }
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its stable code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The document it stands in.
    pub source: String,
    /// `R` read, `S` reported by others; a guess is no form.
    pub confidence: String,
    /// Who reports on it.
    pub level: Level,
    /// First day it holds, ISO.
    pub from: String,
    /// Last day it holds, ISO; none while it holds.
    pub to: Option<String>,
    /// The day from which it counts up, `mm-dd`; none where the source does not say.
    pub begins: Option<String>,
    /// The days up to which it counts, `mm-dd`; any day where there are none.
    #[serde(default)]
    pub cut_offs: Vec<String>,
    /// Decimals of its percentages, rounded half-up.
    pub decimals: u8,
    /// Its lines in order.
    #[serde(rename = "line")]
    pub lines: Vec<Line>,
}

/// A line of a form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its number as printed.
    pub code: String,
    /// Its wording.
    pub text: String,
    /// What it is counted in.
    #[serde(default)]
    pub unit: String,
    /// The indicator that fills it.
    pub indicator: Option<String>,
    /// The name under which a typed line is summed from the units below, whatever its number in their form.
    pub measure: Option<String>,
    /// What the program counts of the same, that a typed line is held against: an indicator, or a field of a register
    /// that states how things are, `headcount.workers`.
    pub beside: Option<String>,
    /// The lines it is the sum of.
    #[serde(default)]
    pub sum: Vec<String>,
    /// The line of which it is a part.
    pub part_of: Option<String>,
    /// Whether it stays inside when the report is made public.
    #[serde(default)]
    pub internal: bool,
}

/// Where the value of a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What<'l> {
    /// Nowhere: it heads the lines below it.
    Heading,
    /// From the books.
    Indicator(&'l str),
    /// From the unit that reports, and from those below.
    Typed(&'l str),
    /// From other lines.
    Sum(&'l [String]),
}

impl Line {
    /// Where its value comes from.
    pub fn what(&self) -> What<'_> {
        match (&self.indicator, &self.measure, &*self.sum) {
            (Some(code), ..) => What::Indicator(code),
            (None, Some(measure), _) => What::Typed(measure),
            (None, None, []) => What::Heading,
            (None, None, lines) => What::Sum(lines),
        }
    }
}

impl Form {
    /// The line with this number.
    pub fn line(&self, code: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.code == code)
    }

    /// The periods it reports on that end on a day or before it, the latest first. Where the source does not say from
    /// which day it counts up, a period begins after the cut-off before.
    pub fn periods_before(&self, day: Day, how_many: usize) -> Vec<Period> {
        let year = day.date().year();
        let on = |year: i16, month_day: &str| Day::parse(&format!("{year:04}-{month_day}")).ok();
        let mut ends: Vec<Day> = (year - 10..=year)
            .flat_map(|year| self.cut_offs.iter().filter_map(move |cut| on(year, cut)))
            .collect();
        ends.sort_unstable();
        let period = |at: usize| {
            let last = ends[at];
            let first = match &self.begins {
                Some(begins) => on(last.date().year(), begins).filter(|first| *first <= last)?,
                None => ends.get(at.checked_sub(1)?)?.next(),
            };
            Some(Period::inclusive(first, last))
        };
        let past = (0..ends.len()).rev().filter(|at| ends[*at] <= day);
        past.filter_map(period).filter(|period| self.reports_on(*period)).take(how_many).collect()
    }

    /// Whether it reports on a period.
    pub fn reports_on(&self, period: Period) -> bool {
        self.must_report_on(period).is_ok()
    }

    /// Refuses a period the form does not report on.
    pub(crate) fn must_report_on(&self, period: Period) -> Result<(), Refusal> {
        let (first, last) = (period.from.to_string(), period.last().to_string());
        let holds = self.from <= last && self.to.as_ref().is_none_or(|to| last <= *to);
        let begins = self.begins.as_deref().is_none_or(|day| first.ends_with(day));
        let cut = self.cut_offs.is_empty() || self.cut_offs.iter().any(|day| last.ends_with(day));
        if holds && begins && cut {
            return Ok(());
        }
        let days: Vec<String> = self.cut_offs.iter().map(|day| vi_day(day)).collect();
        let remedy = match (holds, days.is_empty()) {
            (false, _) => format!("Mẫu này có hiệu lực từ {}", vi_iso(&self.from)),
            (true, true) => "Chọn kỳ khác".to_owned(),
            (true, false) => format!("Chọn kỳ có số liệu tính đến {}", days.join(" hoặc ")),
        };
        let message = format!("{} không báo cáo kỳ {}", self.name, period.vi());
        Err(Refusal::new("period_not_of_form", message, remedy))
    }
}

fn vi_day(month_day: &str) -> String {
    month_day.split_once('-').map_or_else(String::new, |(month, day)| {
        format!("{}/{}", day.trim_start_matches('0'), month.trim_start_matches('0'))
    })
}

fn vi_iso(day: &str) -> String {
    Day::parse(day).map_or_else(|_| day.to_owned(), Day::vi)
}

static FORMS: LazyLock<Result<Vec<Form>, Refusal>> =
    LazyLock::new(|| FILES.iter().map(|(file, text)| read_form(file, text)).collect());

/// Every form; the refusal of the first that does not hold.
pub fn all() -> Result<&'static [Form], Refusal> {
    match &*FORMS {
        Ok(forms) => Ok(forms),
        Err(refusal) => Err(refusal.clone()),
    }
}

/// The form with this code.
pub fn find(code: &str) -> Result<&'static Form, Refusal> {
    all()?.iter().find(|form| form.code == code).ok_or_else(|| unknown(code))
}

/// The refusal of a code that no form bears.
pub(super) fn unknown(code: &str) -> Refusal {
    let known: Vec<&str> = all().unwrap_or_default().iter().map(|form| &*form.code).collect();
    Refusal::new(
        "unknown_form",
        format!("Không có mẫu báo cáo “{}”", code.chars().take(60).collect::<String>()),
        format!("Các mẫu đang có: {}", known.join(", ")),
    )
}

/// Reads a form; every refusal tells file, line and what to mend.
pub fn read_form(file: &str, text: &str) -> Result<Form, Refusal> {
    let form: Form = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(1, |span| line_at(text, span.start));
        bad(file, at, error.message(), "Sửa cho đúng cách viết của tệp mẫu")
    })?;
    check(&form).map_err(|(code, what, remedy)| bad(file, line_of(text, &code), &what, remedy))?;
    Ok(form)
}

fn bad(file: &str, line: usize, what: &str, remedy: &str) -> Refusal {
    Refusal::new("bad_report_form", format!("{file}, dòng {line}: {what}"), remedy)
}

/// The line of a file in which a byte stands, from 1.
pub(super) fn line_at(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}

/// The line of the file where a line of the form begins; 1 for the form itself.
fn line_of(text: &str, code: &str) -> usize {
    let wanted = format!("code = \"{code}\"");
    text.lines().position(|line| line.trim() == wanted).map_or(1, |at| at + 1)
}

/// A fault: the line it is at, what it is, what mends it.
type Fault = (String, String, &'static str);

fn check(form: &Form) -> Result<(), Fault> {
    let here = |what: &str, remedy| Err((form.code.clone(), what.to_owned(), remedy));
    if !["R", "S"].contains(&&*form.confidence) {
        return here(
            "mẫu chưa được đọc từ nguồn nào",
            "Ghi confidence là R (đã đọc) hoặc S (nguồn khác thuật lại); điều phỏng đoán không thành mẫu",
        );
    }
    if form.source.trim().is_empty() || form.code.trim().is_empty() || form.name.trim().is_empty() {
        return here("thiếu mã, tên hoặc nguồn", "Ghi đủ code, name, source");
    }
    let days = std::iter::once(&form.from).chain(&form.to);
    if days.into_iter().any(|day| Day::parse(day).is_err()) {
        return here("ngày hiệu lực không có trên lịch", "Viết như 2014-11-28");
    }
    if form
        .cut_offs
        .iter()
        .chain(&form.begins)
        .any(|day| Day::parse(&format!("2024-{day}")).is_err())
    {
        return here("ngày chốt số liệu không có trên lịch", "Viết như 06-30");
    }
    if form.decimals > 4 {
        return here("quá nhiều số lẻ", "Ghi decimals từ 0 đến 4");
    }
    if !(1..=LINES_MAX).contains(&form.lines.len()) {
        return here("mẫu không có dòng nào, hoặc quá 500 dòng", "Xem lại các [[line]]");
    }
    let mut seen = HashSet::new();
    form.lines.iter().try_for_each(|line| check_line(line, &mut seen))
}

fn check_line<'f>(line: &'f Line, seen: &mut HashSet<&'f str>) -> Result<(), Fault> {
    let here = |what: String, remedy| Err((line.code.clone(), what, remedy));
    if line.code.trim().is_empty() || !(1..=TEXT_MAX).contains(&line.text.chars().count()) {
        return here("dòng thiếu số hiệu hoặc nội dung".to_owned(), "Ghi code và text");
    }
    if let Some(code) = &line.indicator
        && figures::find_indicator(code).is_none()
    {
        return here(
            format!("không có chỉ tiêu “{code}”"),
            "Xem mã chỉ tiêu bằng: ketdoan figures --json",
        );
    }
    let ways = usize::from(line.indicator.is_some())
        + usize::from(line.measure.is_some())
        + usize::from(!line.sum.is_empty());
    if ways > 1 {
        return here(
            "dòng có hai nguồn số liệu".to_owned(),
            "Chỉ giữ một trong indicator, measure, sum",
        );
    }
    if let Some(code) = &line.beside {
        if line.measure.is_none() {
            return here(
                "dòng không ghi tay mà có số để đối chiếu".to_owned(),
                "Chỉ ghi beside ở dòng có measure",
            );
        }
        if figures::find_indicator(code).is_none() && activities::standing_field(code).is_none() {
            return here(
                format!("không có chỉ tiêu hay ô của sổ “{code}” để đối chiếu"),
                "Ghi mã chỉ tiêu (xem bằng: ketdoan figures --json), hoặc sổ và ô như headcount.workers",
            );
        }
    }
    // Only lines above are named, so that no line can be a sum of itself.
    if let Some(other) = line.sum.iter().chain(&line.part_of).find(|code| !seen.contains(&***code))
    {
        return here(
            format!("không có dòng “{other}” ở phía trên"),
            "Nêu số hiệu của dòng đứng trước",
        );
    }
    if !seen.insert(&line.code) {
        return here(format!("hai dòng cùng số hiệu “{}”", line.code), "Đổi số hiệu một dòng");
    }
    Ok(())
}
