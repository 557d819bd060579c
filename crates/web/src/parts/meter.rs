//! Bars drawn by the server as SVG: attributes and classes only, since the page's policy allows no
//! inline style.

use maud::{Markup, html};

/// Tenths of a percent, exact enough for a picture and free of floating point.
fn per_mille(part: i64, whole: i64) -> i64 {
    let share = i128::from(part) * 1000 / i128::from(whole.max(1));
    share.clamp(0, 1500) as i64
}

/// Actual against target on one axis from 0 to 150 %; the mark of the target is always at two thirds.
pub(crate) fn meter(done: i64, planned: i64, label: &str) -> Markup {
    let reached = per_mille(done, planned);
    let (within, beyond) = (reached.min(1000), (reached - 1000).max(0));
    html! {
        svg.mtr viewBox="0 0 1500 10" preserveAspectRatio="none" role="img" aria-label=(label) {
            rect.tr x="0" y="0" width="1500" height="10" {}
            rect.a x="0" y="0" width=(within) height="10" {}
            @if beyond > 0 { rect.over x="1000" y="0" width=(beyond) height="10" {} }
            rect.goal x="992" y="0" width="14" height="10" {}
        }
    }
}

/// The scale shared by the bars of one table: the largest increase and the largest decrease.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FlowScale {
    pub(crate) up: i64,
    pub(crate) down: i64,
}

/// An increase to the right of the common zero, a decrease to the left of it.
pub(crate) fn flow(change: i64, scale: FlowScale) -> Markup {
    const WIDTH: i64 = 2000;
    let span = (scale.up + scale.down).max(1);
    let share = |part: i64| (i128::from(part) * i128::from(WIDTH) / i128::from(span)) as i64;
    let zero = share(scale.down);
    // Something that happened is seen, however small beside the rest.
    let long = share(change.abs()).clamp(8, WIDTH);
    let start = if change < 0 { zero - long } else { zero };
    html! {
        svg.ch.flow viewBox={ "0 0 " (WIDTH) " 12" } preserveAspectRatio="none" aria-hidden="true" {
            rect.zero x=(zero.clamp(0, WIDTH - 8)) y="0" width="8" height="12" {}
            @if change != 0 {
                rect class=(if change < 0 { "t" } else { "a" }) x=(start) y="1" width=(long) height="10" {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_ends_at_the_edge_when_the_result_is_far_beyond() {
        let beyond = meter(9_000, 10, "90000%").into_string();
        assert!(beyond.contains(r#"class="over" x="1000" y="0" width="500""#), "{beyond}");
        assert!(!meter(5, 10, "50%").into_string().contains("over"));
    }

    #[test]
    fn a_decrease_lies_left_of_the_zero_it_shares_with_the_increases() {
        let drawn = flow(-30, FlowScale { up: 70, down: 30 }).into_string();
        assert!(drawn.contains(r#"class="t" x="0" y="1" width="600""#), "{drawn}");
    }
}
