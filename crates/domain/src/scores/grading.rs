//! The arithmetic of scores: whole hundredths, exact fractions, bands and side conditions, explained line by line.

use kernel::Refusal;

use super::model::Points;
use super::sheet::{Band, Body, Condition, Effect, Group, POINTS_MAX, When};

/// What the points of a card make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The sum, in hundredths.
    pub points: i64,
    /// Each group: code, points, points at most.
    pub groups: Vec<(String, i64, i64)>,
    /// The grade by points alone: its place, the best being 0.
    pub band: Option<usize>,
    /// The grade with the side conditions; none where ranking is forbidden.
    pub grade: Option<usize>,
    /// The side conditions that apply, by code.
    pub met: Vec<String>,
    /// The explanation, line by line.
    pub said: Vec<String>,
}

impl Outcome {
    /// The weakest group, percent of its points, rounded down.
    pub fn weakest(&self) -> Option<i64> {
        let shares = self.groups.iter().filter(|(_, _, most)| *most > 0);
        shares.map(|(_, points, most)| points * 100 / most).min()
    }
}

/// Points as people write them: `8,5`. No more than two decimals, never negative.
pub fn points_from(typed: &str) -> Result<i64, Refusal> {
    let wrong = || {
        let typed: String = typed.chars().take(20).collect();
        let message = format!("“{typed}” không phải là số điểm");
        Refusal::new("bad_points", message, "Ghi số điểm như 8 hoặc 8,5, nhiều nhất hai số lẻ")
    };
    let plain = typed.trim().replace('.', ",");
    let (whole, rest) = plain.split_once(',').unwrap_or((&plain, ""));
    let digits = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    if whole.is_empty() || whole.len() > 4 || rest.len() > 2 || !digits(whole) || !digits(rest) {
        return Err(wrong());
    }
    if plain.ends_with(',') {
        return Err(wrong());
    }
    let whole: i64 = whole.parse().map_err(|_| wrong())?;
    let rest: i64 = format!("{rest:0<2}").parse().map_err(|_| wrong())?;
    Some(whole * 100 + rest).filter(|points| *points <= POINTS_MAX).ok_or_else(wrong)
}

/// Hundredths as people read them: `8`, `8,5`, `8,25`.
pub fn points_text(hundredths: i64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole},{}", rest / 10),
        rest => format!("{whole},{rest:02}"),
    }
}

impl Points {
    /// Whole hundredths.
    pub(super) const fn whole(points: i64) -> Self {
        Self { points, parts: 1 }
    }

    /// Two halves of a year by their weights, exact.
    pub(super) fn of_halves((first, one): (i64, i64), (second, two): (i64, i64)) -> Self {
        Self { points: first * one + second * two, parts: one + two }
    }

    /// Which is more, without dividing.
    pub(super) fn compare(self, other: Self) -> std::cmp::Ordering {
        (self.points * other.parts).cmp(&(other.points * self.parts))
    }

    fn reaches(self, hundredths: i64) -> bool {
        self.points >= hundredths * self.parts
    }

    /// As people read them; a fraction that is no whole hundredth is rounded half-up.
    pub fn text(self) -> String {
        points_text(self.rounded())
    }

    /// Whole hundredths, rounded half-up.
    pub fn rounded(self) -> i64 {
        (2 * self.points + self.parts) / (2 * self.parts)
    }

    /// Whether what is printed is rounded.
    pub fn is_rounded(self) -> bool {
        self.points % self.parts != 0
    }
}

/// The grade that points reach: the first band from above. None while a band is not set.
pub(super) fn band(bands: &[Band], points: Points) -> Option<usize> {
    bands.iter().position(|band| band.least.is_some_and(|least| points.reaches(least)))
}

/// What points and answers make of a sheet.
pub(super) fn outcome(
    body: &Body,
    points_of: impl Fn(&str) -> i64,
    applies: impl Fn(&str) -> bool,
) -> Outcome {
    let groups: Vec<(String, i64, i64)> = body
        .groups
        .iter()
        .map(|group| {
            let sum: i64 = body.items_of(&group.code).map(|item| points_of(&item.code)).sum();
            (group.code.clone(), sum, body.most_of(group))
        })
        .collect();
    let points = groups.iter().map(|(_, sum, _)| sum).sum();
    let parts: Vec<String> = groups
        .iter()
        .zip(&body.groups)
        .map(|((_, sum, most), group)| {
            format!("{}: {}/{}", called(group), points_text(*sum), points_text(*most))
        })
        .collect();
    let mut said = vec![format!("Tổng {} điểm ({})", points_text(points), parts.join("; "))];
    let reached = band(&body.bands, Points::whole(points));
    said.extend(reached.map(|step| band_said(&body.bands[step])));
    let met: Vec<&Condition> = body
        .conditions
        .iter()
        .filter(|condition| match condition.when {
            When::Asked => applies(&condition.code),
            When::GroupBelow(percent) => {
                groups.iter().any(|(_, sum, most)| sum * 100 < most * percent)
            }
        })
        .collect();
    let grade = lowered(body, reached, &met, &mut said);
    let met = met.into_iter().map(|condition| condition.code.clone()).collect();
    Outcome { points, groups, band: reached, grade, met, said }
}

/// A group by its number, or by its name where its code is no number.
fn called(group: &Group) -> String {
    if group.code.starts_with(|letter: char| letter.is_ascii_digit()) {
        return format!("nhóm {}", group.code);
    }
    group.name.to_lowercase()
}

fn band_said(band: &Band) -> String {
    let least = band.least.map(points_text).unwrap_or_default();
    format!("Từ {least} điểm trở lên: {}", band.name)
}

/// A grade after the side conditions that apply, each of them said.
pub(super) fn lowered(
    body: &Body,
    reached: Option<usize>,
    met: &[&Condition],
    said: &mut Vec<String>,
) -> Option<usize> {
    let mut grade = reached;
    for condition in met {
        match &condition.effect {
            Effect::Forbid => {
                said.push(format!("{}: không xếp loại", condition.say));
                grade = None;
            }
            Effect::Cap(cap) => {
                let Some(step) = body.step_of(cap) else { continue };
                let name = &body.bands[step].name;
                if grade.is_some_and(|at| at < step) {
                    said.push(format!("{}: hạ xuống {name}", condition.say));
                    grade = Some(step);
                } else {
                    said.push(format!("{}: không quá {name}, nên không đổi", condition.say));
                }
            }
        }
    }
    if met.iter().any(|condition| condition.effect == Effect::Forbid) { None } else { grade }
}

/// The place of each of some points, the most first: ties share a place, and the next one is passed over.
pub(super) fn places(points: &[Points]) -> Vec<i64> {
    let more = |own: Points| {
        points.iter().filter(|other| other.compare(own) == std::cmp::Ordering::Greater).count()
    };
    points.iter().map(|own| more(*own) as i64 + 1).collect()
}
