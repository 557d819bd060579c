//! Frames of score sheets as dated data: read once, checked as a whole, refused with file, line and remedy.

use std::collections::HashSet;
use std::sync::LazyLock;

use kernel::{Day, Refusal};
use serde::Deserialize;

use super::sheet::{Band, Condition, Effect, Group, When};

/// The frames that come with the program: a new guideline is a new file and a line here.
const FILES: &[(&str, &str)] = &[
    (
        "regulations/scores/cdcs_1294.toml",
        include_str!("../../../../regulations/scores/cdcs_1294.toml"),
    ),
    (
        "regulations/scores/cdcs_1931.toml",
        include_str!("../../../../regulations/scores/cdcs_1931.toml"),
    ),
];

/// Grades of a frame at most: the ledger has an account for each of four.
pub(super) const GRADES_MAX: usize = 4;
/// Points of a group at most.
const POINTS_MAX: i64 = 1_000;

/// What a regulation fixes of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Its stable code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub source: String,
    /// `R` read, `S` reported by others.
    pub confidence: String,
    /// The first day it holds.
    pub from: Day,
    /// The last, once it is over.
    pub to: Option<Day>,
    /// Months since the founding before a union is ranked.
    pub months_founded: Option<i32>,
    /// The same since a split or merger.
    pub months_changed: Option<i32>,
    /// What could not be read.
    pub note: Option<String>,
    /// Its groups; none where the office sets them.
    pub groups: Vec<Group>,
    /// Its grades, the best first, with their bands where the text was read.
    pub bands: Vec<Band>,
    /// Its side conditions.
    pub conditions: Vec<Condition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    code: String,
    name: String,
    source: String,
    confidence: String,
    from: String,
    to: Option<String>,
    months_founded: Option<i32>,
    months_changed: Option<i32>,
    note: Option<String>,
    grades: Vec<WrittenGrade>,
    #[serde(default)]
    group: Vec<WrittenGroup>,
    #[serde(default)]
    condition: Vec<WrittenCondition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenGrade {
    code: String,
    name: String,
    from: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenGroup {
    code: String,
    name: String,
    max: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCondition {
    code: String,
    say: String,
    cap: Option<String>,
    group_below: Option<i64>,
}

static FRAMES: LazyLock<Result<Vec<Frame>, Refusal>> =
    LazyLock::new(|| FILES.iter().map(|(file, text)| read_frame(file, text)).collect());

/// Every frame; the refusal of the first that does not hold.
pub fn all() -> Result<&'static [Frame], Refusal> {
    match &*FRAMES {
        Ok(frames) => Ok(frames),
        Err(refusal) => Err(refusal.clone()),
    }
}

/// The frame with this code.
pub fn find(code: &str) -> Result<&'static Frame, Refusal> {
    all()?.iter().find(|frame| frame.code == code).ok_or_else(|| {
        let known: Vec<&str> = all().unwrap_or_default().iter().map(|each| &*each.code).collect();
        let code: String = code.chars().take(40).collect();
        let remedy = format!("Các khung đang có: {}", known.join(", "));
        Refusal::new("unknown_frame", format!("Không có khung chấm điểm “{code}”"), remedy)
    })
}

/// Reads a frame; every refusal tells file, line and what to mend.
pub fn read_frame(file: &str, text: &str) -> Result<Frame, Refusal> {
    let written: Written = toml::from_str(text).map_err(|error| {
        let before = text.as_bytes().iter().take(error.span().map_or(0, |span| span.start));
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        bad(file, line, error.message(), "Sửa cho đúng cách viết của tệp khung")
    })?;
    check(&written).map_err(|(code, what, remedy)| {
        let wanted = format!("code = \"{code}\"");
        let line = text.lines().position(|line| line.contains(&wanted)).map_or(1, |at| at + 1);
        bad(file, line, &what, remedy)
    })?;
    let day = |text: &str| Day::parse(text).unwrap_or(Day::MIN);
    Ok(Frame {
        from: day(&written.from),
        to: written.to.as_deref().map(day),
        groups: written.group.into_iter().map(group).collect(),
        bands: written.grades.into_iter().map(band).collect(),
        conditions: written.condition.into_iter().map(condition).collect(),
        code: written.code,
        name: written.name,
        source: written.source,
        confidence: written.confidence,
        months_founded: written.months_founded,
        months_changed: written.months_changed,
        note: written.note,
    })
}

fn group(told: WrittenGroup) -> Group {
    Group { code: told.code, name: told.name, most: Some(told.max * 100), by_council: false }
}

fn band(told: WrittenGrade) -> Band {
    Band { grade: told.code, name: told.name, least: told.from.map(|points| points * 100) }
}

fn condition(told: WrittenCondition) -> Condition {
    let effect = told.cap.map_or(Effect::Forbid, Effect::Cap);
    let when = told.group_below.map_or(When::Asked, When::GroupBelow);
    Condition { code: told.code, say: told.say, effect, when }
}

fn bad(file: &str, line: usize, what: &str, remedy: &str) -> Refusal {
    Refusal::new("bad_score_frame", format!("{file}, dòng {line}: {what}"), remedy)
}

/// A fault: the code it is at, what it is, what mends it.
type Fault = (String, String, &'static str);

fn check(told: &Written) -> Result<(), Fault> {
    let at = |code: &str, what: &str, remedy| Err((code.to_owned(), what.to_owned(), remedy));
    if !["R", "S"].contains(&&*told.confidence) || told.source.trim().is_empty() {
        let remedy = "Ghi nguồn, và confidence là R (đã đọc) hoặc S (nguồn khác thuật lại)";
        return at(&told.code, "khung chưa được đọc từ nguồn nào", remedy);
    }
    if std::iter::once(&told.from).chain(&told.to).any(|day| Day::parse(day).is_err()) {
        return at(&told.code, "ngày hiệu lực không có trên lịch", "Viết như 2019-08-14");
    }
    if !(2..=GRADES_MAX).contains(&told.grades.len()) {
        return at(&told.code, "khung phải có từ hai đến bốn mức", "Xem lại grades");
    }
    let least: Vec<i64> = told.grades.iter().filter_map(|grade| grade.from).collect();
    if !least.is_empty()
        && (least.len() != told.grades.len() || !least.is_sorted_by(|high, low| high > low))
    {
        let remedy = "Ghi điểm của mọi mức, mức cao trước, hoặc bỏ trống tất cả";
        return at(&told.code, "điểm của các mức không giảm dần", remedy);
    }
    let mut seen = HashSet::new();
    for group in &told.group {
        if !seen.insert(&group.code) || !(1..=POINTS_MAX).contains(&group.max) {
            let remedy = "Mỗi nhóm một mã riêng, điểm tối đa từ 1 đến 1000";
            return at(&group.code, "nhóm trùng mã hoặc điểm tối đa không hợp lệ", remedy);
        }
    }
    for each in &told.condition {
        let known = each.cap.as_ref().is_none_or(|cap| told.grades.iter().any(|g| g.code == *cap));
        if !known || each.group_below.is_some_and(|percent| !(1..=100).contains(&percent)) {
            let remedy = "cap là mã một mức của khung, group_below là phần trăm từ 1 đến 100";
            return at(&each.code, "điều kiện kèm theo không hợp lệ", remedy);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_frames_hold_what_was_read_and_nothing_else() {
        let now = find("cdcs_1294").unwrap();
        let most: Vec<_> = now.groups.iter().filter_map(|group| group.most).collect();
        assert_eq!(most, [4_000, 4_000, 1_500, 500]);
        assert!(now.bands.iter().all(|band| band.least.is_none()), "the bands were not read");
        let before = find("cdcs_1931").unwrap();
        let least: Vec<_> = before.bands.iter().filter_map(|band| band.least).collect();
        assert_eq!((least, before.conditions.len()), (vec![8_500, 7_000, 5_000, 0], 2));
        assert_eq!(before.to.map(Day::next), Some(now.from), "one frame follows the other");
    }

    #[test]
    fn a_frame_with_an_error_is_refused_with_file_line_and_remedy() {
        let good = include_str!("../../../../regulations/scores/cdcs_1931.toml");
        for (from, to, line) in [
            ("confidence = \"R\"", "confidence = \"G\"", "dòng 3"),
            ("from = 70 }", "from = 90 }", "dòng 3"),
            ("cap = \"kha\"", "cap = \"khong_co\"", "dòng 19"),
            ("group_below = 50", "group_below = 0", "dòng 24"),
            ("from = \"2014-12-27\"", "from = \"2014-02-30\"", "dòng 3"),
            ("code = \"cdcs_1931\"", "code = 1931", "dòng 3"),
        ] {
            assert!(good.contains(from), "{from}");
            let refusal = read_frame("thu.toml", &good.replacen(from, to, 1)).unwrap_err();
            assert_eq!(refusal.code, "bad_score_frame");
            assert!(refusal.message.contains(line), "{to}: {}", refusal.message);
            assert!(!refusal.remedy.is_empty());
        }
    }
}
