//! What a score sheet is: groups, items, bands, side conditions; made by an office, never wider than its frame.

use std::collections::HashSet;

use kernel::{Day, Id, Refusal};
use serde::{Deserialize, Serialize};

use super::frame::{Frame, GRADES_MAX};
use crate::documents::DocumentRef;

/// Items of a sheet at most: the longest that was seen has some sixty.
const ITEMS_MAX: usize = 200;
/// Groups, and side conditions, at most.
const GROUPS_MAX: usize = 20;
/// Letters of a text at most.
const LETTERS_MAX: usize = 500;
/// Points of a sheet at most, in hundredths.
pub(super) const POINTS_MAX: i64 = 100_000;
/// Weights of the two halves of a year at most.
const WEIGHT_MAX: i64 = 100;

/// A group of items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Points at most, in hundredths; none where the items alone say so.
    pub most: Option<i64>,
    /// Whether the council of the upper unit gives its points.
    pub by_council: bool,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The group it stands in.
    pub group: String,
    /// Its code, unique in the sheet.
    pub code: String,
    /// What is asked.
    pub text: String,
    /// Points at most, in hundredths.
    pub most: i64,
    /// What proves it; empty where nothing is asked.
    pub evidence: String,
}

/// A grade with the points from which it is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// The grade's code.
    pub grade: String,
    /// Its name.
    pub name: String,
    /// Points at least, in hundredths; none while the office did not say.
    pub least: Option<i64>,
}

/// What a side condition does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// No better than this grade.
    Cap(String),
    /// Not ranked at all.
    Forbid,
}

/// When a side condition applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// The unit answers, the upper unit reviews.
    Asked,
    /// A group has less than so many percent of its points.
    GroupBelow(i64),
}

/// A side condition: what lowers a grade or forbids one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Its code.
    pub code: String,
    /// The sentence that is true when it applies.
    pub say: String,
    /// What it does.
    pub effect: Effect,
    /// When it applies.
    pub when: When,
}

/// A sheet to be made.
#[derive(Clone, Debug)]
pub struct NewSheet {
    /// The unit that makes it.
    pub unit: Id,
    /// The frame it stands under; none for an office's own.
    pub frame: Option<String>,
    /// Its name.
    pub name: String,
    /// From when it is used.
    pub from: Day,
    /// The decision that issues it.
    pub document: DocumentRef,
    /// What it says.
    pub body: Body,
}

/// What a sheet says; kept whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Its groups in order.
    pub groups: Vec<Group>,
    /// Its items in order.
    pub items: Vec<Item>,
    /// Its grades, the best first.
    pub bands: Vec<Band>,
    /// Its side conditions.
    pub conditions: Vec<Condition>,
    /// The weights of the two halves of a year; none where a half stands alone.
    pub halves: Option<(i64, i64)>,
    /// Months since the founding before a union is ranked.
    pub months_founded: Option<i32>,
    /// The same since a split or merger.
    pub months_changed: Option<i32>,
}

/// A sheet as it stands in the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its head.
    pub head: SheetRow,
    /// What it says.
    pub body: Body,
}

/// The head of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Its id.
    pub id: Id,
    /// The unit that made it: id, code, name.
    pub unit: (Id, String, String),
    /// The frame's code.
    pub frame: Option<String>,
    /// Its name.
    pub name: String,
    /// From when it is used.
    pub from: Day,
    /// Number and day of the decision.
    pub document: String,
}

impl Body {
    /// The items of a group.
    pub fn items_of<'s>(&'s self, group: &'s str) -> impl Iterator<Item = &'s Item> {
        self.items.iter().filter(move |item| item.group == group)
    }

    /// The item with this code.
    pub fn item(&self, code: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.code == code)
    }

    /// The group with this code.
    pub fn group(&self, code: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.code == code)
    }

    /// The points of a group at most: what it says itself, or the sum of its items.
    pub fn most_of(&self, group: &Group) -> i64 {
        group.most.unwrap_or_else(|| self.items_of(&group.code).map(|item| item.most).sum())
    }

    /// The points of the whole sheet at most.
    pub fn most(&self) -> i64 {
        self.groups.iter().map(|group| self.most_of(group)).sum()
    }

    /// The place of a grade, the best being 0.
    pub fn step_of(&self, grade: &str) -> Option<usize> {
        self.bands.iter().position(|band| band.grade == grade)
    }
}

fn refuse(code: &'static str, message: impl Into<String>, remedy: &'static str) -> Refusal {
    Refusal::new(code, message.into(), remedy)
}

/// What a frame fixes is taken over; what it leaves open stays as the office wrote it. Nothing may be wider than the frame.
pub(super) fn under(frame: Option<&Frame>, mut body: Body, from: Day) -> Result<Body, Refusal> {
    let Some(frame) = frame else { return Ok(body) };
    if from < frame.from || frame.to.is_some_and(|to| to < from) {
        let to = frame.to.map(|day| format!(" đến {}", day.vi())).unwrap_or_default();
        let message = format!("{} áp dụng từ {}{to}", frame.name, frame.from.vi());
        return Err(refuse("frame_not_in_force", message, "Chọn khung có hiệu lực vào ngày ấy"));
    }
    if !frame.groups.is_empty() {
        let councils: HashSet<String> = body
            .groups
            .iter()
            .filter(|group| group.by_council)
            .map(|group| group.code.clone())
            .collect();
        body.groups.clone_from(&frame.groups);
        for group in &mut body.groups {
            group.by_council = councils.contains(&group.code);
        }
    }
    let open = frame.bands.iter().any(|band| band.least.is_none());
    let typed = std::mem::replace(&mut body.bands, frame.bands.clone());
    if open {
        for band in &mut body.bands {
            let told = typed.iter().find(|each| each.grade == band.grade);
            band.least = told.and_then(|each| each.least);
        }
    }
    let own = std::mem::replace(&mut body.conditions, frame.conditions.clone());
    body.conditions.extend(own);
    body.months_founded = body.months_founded.max(frame.months_founded);
    body.months_changed = body.months_changed.max(frame.months_changed);
    Ok(body)
}

/// Refuses a sheet that does not hold together.
pub(super) fn check(name: &str, body: &Body) -> Result<(), Refusal> {
    let long = |text: &str| !(1..=LETTERS_MAX).contains(&text.trim().chars().count());
    if long(name) {
        let message = format!("Tên bảng điểm phải có, dài nhất {LETTERS_MAX} chữ");
        return Err(refuse("bad_text", message, "Ghi tên như trong quyết định"));
    }
    check_groups(body, long)?;
    check_items(body, long)?;
    check_bands(body, long)?;
    let mut seen = HashSet::new();
    for each in &body.conditions {
        let known = match &each.effect {
            Effect::Cap(grade) => body.step_of(grade).is_some(),
            Effect::Forbid => true,
        };
        if long(&each.say) || !known || !seen.insert(&each.code) || seen.len() > GROUPS_MAX {
            let message = format!("Điều kiện kèm theo “{}” không hợp lệ", each.say);
            let remedy = "Mỗi điều kiện một câu, hạ xuống một mức của bảng hoặc không xếp loại";
            return Err(refuse("bad_condition", message, remedy));
        }
    }
    if body.halves.is_some_and(|(first, second)| {
        !(0..=WEIGHT_MAX).contains(&first) || !(1..=WEIGHT_MAX).contains(&second)
    }) {
        let remedy = "Ghi hai số nguyên, ví dụ 1 và 2 khi sáu tháng cuối năm tính hai lần";
        return Err(refuse("bad_halves", "Hệ số của hai nửa năm không hợp lệ", remedy));
    }
    Ok(())
}

fn check_groups(body: &Body, long: impl Fn(&str) -> bool) -> Result<(), Refusal> {
    let mut seen = HashSet::new();
    let bad = body.groups.iter().find(|group| {
        let most = group.most.is_some_and(|most| !(1..=POINTS_MAX).contains(&most));
        let code = group.code.trim().is_empty() || group.code.chars().count() > 20;
        long(&group.name) || code || most || !seen.insert(&group.code)
    });
    if body.groups.is_empty() || body.groups.len() > GROUPS_MAX || bad.is_some() {
        let which = bad.map(|group| format!(" “{}”", group.code)).unwrap_or_default();
        let remedy = "Mỗi nhóm có mã riêng, tên và điểm tối đa lớn hơn 0";
        return Err(refuse("bad_group", format!("Nhóm{which} không hợp lệ"), remedy));
    }
    Ok(())
}

fn check_items(body: &Body, long: impl Fn(&str) -> bool) -> Result<(), Refusal> {
    if body.items.is_empty() || body.items.len() > ITEMS_MAX {
        let message = format!("Bảng điểm phải có từ 1 đến {ITEMS_MAX} chỉ tiêu");
        return Err(refuse("bad_items", message, "Ghi mỗi dòng một chỉ tiêu"));
    }
    let mut seen = HashSet::new();
    for item in &body.items {
        let code = item.code.trim();
        let bad_code = code.is_empty() || code.chars().count() > 20 || code.starts_with('?');
        let bad = body.group(&item.group).is_none()
            || long(&item.text)
            || item.evidence.chars().count() > LETTERS_MAX
            || !(1..=POINTS_MAX).contains(&item.most);
        if bad_code || bad || !seen.insert(code) {
            let message = format!("Chỉ tiêu “{} {}” không hợp lệ", item.code, item.text);
            let remedy = "Mỗi chỉ tiêu thuộc một nhóm, có mã riêng, nội dung và điểm tối đa";
            return Err(refuse("bad_item", message, remedy));
        }
    }
    for group in &body.groups {
        let sum: i64 = body.items_of(&group.code).map(|item| item.most).sum();
        if group.most.is_some_and(|most| sum > most) || sum == 0 {
            let most = super::grading::points_text(body.most_of(group));
            let message = format!(
                "Các chỉ tiêu của nhóm {} cộng lại {} điểm, nhóm có {most}",
                group.code,
                super::grading::points_text(sum)
            );
            let remedy = "Sửa điểm tối đa của chỉ tiêu cho vừa điểm của nhóm";
            return Err(refuse("group_overfull", message, remedy));
        }
    }
    Ok(())
}

fn check_bands(body: &Body, long: impl Fn(&str) -> bool) -> Result<(), Refusal> {
    let least: Vec<i64> = body.bands.iter().filter_map(|band| band.least).collect();
    let named = body.bands.iter().all(|band| !long(&band.name) && !long(&band.grade));
    let whole = least.len() == body.bands.len() && least.last() == Some(&0);
    let in_order = least.is_sorted_by(|high, low| high > low);
    let reached = least.first().is_some_and(|best| *best <= body.most());
    if !(2..=GRADES_MAX).contains(&least.len()) || !named || !whole || !in_order || !reached {
        let remedy =
            "Ghi điểm từ cao xuống thấp, mức cuối từ 0 điểm, mức đầu không quá điểm của bảng";
        return Err(refuse("bad_bands", "Mức điểm của các mức xếp loại không hợp lệ", remedy));
    }
    Ok(())
}
