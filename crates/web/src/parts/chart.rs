//! A line that grows month by month, against a target and the year before; whole numbers only, no
//! inline style.

use maud::{Markup, html};

use crate::say::Say;

/// What is drawn. Values are sums from the beginning of the year to each month's end.
pub(crate) struct Chart<'c> {
    /// The finding in words, for those who do not see the picture.
    pub(crate) title: &'c str,
    /// This year's sums, as far as it has gone.
    pub(crate) line: &'c [i64],
    /// Last year's, to compare with.
    pub(crate) before: Option<&'c [i64]>,
    /// A level to reach.
    pub(crate) target: Option<Mark>,
    /// What stands under the last value of each line.
    pub(crate) names: [String; 2],
}

/// A level with its name.
pub(crate) struct Mark {
    pub(crate) value: i64,
    pub(crate) name: String,
}

// The picture in tenths of a unit of its view box, 540 × 222.
const LEFT: i64 = 460;
const RIGHT: i64 = 4_650;
const TOP: i64 = 200;
const BOTTOM: i64 = 1_960;
const MONTHS: i64 = 12;

/// A length in tenths as text: `46.5`.
fn tenths(value: i64) -> String {
    format!("{}.{}", value / 10, (value % 10).abs())
}

/// The top of an axis from zero and its step: 1, 2 or 5 times a power of ten, at most five steps.
fn axis(highest: i64) -> (i64, i64) {
    let highest = highest.max(1);
    let mut power = 1_i64;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if step.saturating_mul(5) >= highest {
                let steps = highest / step + i64::from(highest % step != 0);
                return (step.saturating_mul(steps), step);
            }
        }
        power = power.saturating_mul(10);
    }
}

struct Plane {
    top: i64,
}

impl Plane {
    fn x(month: usize) -> i64 {
        LEFT + (RIGHT - LEFT) * month as i64 / (MONTHS - 1)
    }

    fn y(&self, value: i64) -> i64 {
        let share = i128::from(BOTTOM - TOP) * i128::from(value.clamp(0, self.top));
        BOTTOM - (share / i128::from(self.top)) as i64
    }

    /// The corners of a line.
    fn line(&self, values: &[i64]) -> String {
        let corner = |(month, value): (usize, &i64)| {
            format!("{} {}", tenths(Self::x(month)), tenths(self.y(*value)))
        };
        let corners: Vec<String> = values.iter().enumerate().map(corner).collect();
        format!("M{}", corners.join(" L"))
    }

    /// The ground under a line.
    fn ground(&self, values: &[i64]) -> String {
        let last = Self::x(values.len().saturating_sub(1));
        let (bottom, left) = (tenths(BOTTOM), tenths(LEFT));
        format!("{}L{} {bottom}L{left} {bottom}Z", self.line(values), tenths(last))
    }
}

/// Draws it. Without a single month there is nothing to draw.
pub(crate) fn chart(say: Say, chart: &Chart<'_>) -> Markup {
    let Some(end) = chart.line.last() else { return html! {} };
    let target = chart.target.as_ref().map(|mark| mark.value);
    let before = chart.before.and_then(<[i64]>::last);
    let highest = [Some(*end), target, before.copied()].into_iter().flatten().max().unwrap_or(1);
    let (top, step) = axis(highest);
    let plane = Plane { top };
    html! {
        svg.ch viewBox="0 0 540 222" role="img" aria-labelledby="bieu-do" {
            title id="bieu-do" { (chart.title) }
            @for level in 0..=(top / step) {
                @let y = plane.y(level * step);
                path.ax d={ "M46 " (tenths(y)) "H465" } {}
                text x="40" y=(tenths(y + 40)) text-anchor="end" { (say.number(level * step)) }
            }
            path.fa d=(plane.ground(chart.line)) {}
            @if let Some(mark) = &chart.target {
                @let y = plane.y(mark.value);
                path.ax0 d={ "M46 " (tenths(y)) "H465" } stroke-width="1.5" {}
                text.s x="50" y=(tenths(y - 60)) { (mark.name) }
            }
            @if let Some(values) = chart.before { path.lb d=(plane.line(values)) {} }
            path.la d=(plane.line(chart.line)) {}
            @let last = Plane::x(chart.line.len() - 1);
            circle.a cx=(tenths(last)) cy=(tenths(plane.y(*end))) r="4" {}
            (ends(say, chart, &plane))
            @for month in 0..12 {
                text x=(tenths(Plane::x(month))) y="214" text-anchor="middle" { (month + 1) }
            }
        }
    }
}

/// The last values with their names, kept clear of each other.
fn ends(say: Say, chart: &Chart<'_>, plane: &Plane) -> Markup {
    const APART: i64 = 320;
    const BELOW: i64 = 190;
    const ABOVE: i64 = -260;
    let month = chart.line.len() - 1;
    let mine = chart.line.last().copied().unwrap_or_default();
    let mut y = plane.y(mine) + 40;
    let mut other = chart.before.and_then(<[i64]>::last).map(|last| (*last, plane.y(*last) + 40));
    let beside = chart.before.and_then(|values| values.get(month).copied());
    if month < 11 {
        // Last year's line goes on beside the end of this year's: the name stands on the side away
        // from it.
        y += beside.map_or(0, |value| if value >= mine { BELOW } else { ABOVE });
    } else if let Some((_, place)) = other.as_mut().filter(|(_, place)| (y - *place).abs() < APART)
    {
        if y <= *place { *place = y + APART } else { y = *place + APART }
    }
    // A name below the ground would lie on the months.
    let y = y.min(BOTTOM - 190);
    let x = tenths(Plane::x(month) + 90);
    let [this_year, last_year] = &chart.names;
    html! {
        text.s x=(x) y=(tenths(y)) { (say.number(mine)) }
        text x=(x) y=(tenths(y + 150)) { (this_year) }
        @if let Some((value, y)) = other {
            text x="474" y=(tenths(y)) { (say.number(value)) }
            text x="474" y=(tenths(y + 150)) { (last_year) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_begins_at_zero_and_has_round_steps() {
        for (highest, expected) in
            [(0, (1, 1)), (3, (3, 1)), (7, (8, 2)), (21, (25, 5)), (3_335, (4_000, 1_000))]
        {
            assert_eq!(axis(highest), expected, "{highest}");
        }
        assert!(axis(i64::MAX / 16).0 > 0);
    }

    #[test]
    fn a_year_without_a_month_draws_nothing_and_a_year_of_zeros_stays_on_the_ground() {
        let names = [String::new(), String::new()];
        let empty = Chart { title: "", line: &[], before: None, target: None, names };
        assert_eq!(chart(Say::default(), &empty).into_string(), "");
        let zeros = Chart { line: &[0, 0], ..empty };
        assert!(chart(Say::default(), &zeros).into_string().contains("M46.0 196.0 L84.0 196.0"));
    }
}
