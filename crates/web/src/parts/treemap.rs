//! A map of parts by size: rectangles whose areas are as the values, each a link; drawn on the server in whole numbers.

use maud::{Markup, html};

/// A part.
pub(crate) struct Tile {
    pub(crate) name: String,
    /// The value as it is read.
    pub(crate) text: String,
    pub(crate) value: i64,
    pub(crate) address: String,
}

/// The picture in units of its view box.
const WIDTH: i64 = 1_000;
const HEIGHT: i64 = 380;
/// A letter of the names, and what must be left around them.
const LETTER: i64 = 8;
const AROUND: i64 = 16;
/// A rectangle lower than this holds no name, one lower than the second no value under it.
const NAME_HEIGHT: i64 = 26;
const VALUE_HEIGHT: i64 = 46;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
}

/// Divides an area in two again and again, always across its longer side, so that no part grows thin.
fn divide(values: &[i64], area: Area, into: &mut Vec<Area>) {
    if values.len() < 2 {
        into.extend(values.iter().map(|_| area));
        return;
    }
    let total: i64 = values.iter().sum();
    let mut first = values[0];
    let mut count = 1;
    while count + 1 < values.len() && (first + values[count]) * 2 <= total {
        first += values[count];
        count += 1;
    }
    let share = |length: i64| {
        let part = i128::from(length) * i128::from(first) / i128::from(total.max(1));
        part as i64
    };
    let (before, behind) = values.split_at(count);
    let (one, other) = if area.width >= area.height {
        let width = share(area.width);
        let rest = Area { x: area.x + width, width: area.width - width, ..area };
        (Area { width, ..area }, rest)
    } else {
        let height = share(area.height);
        let rest = Area { y: area.y + height, height: area.height - height, ..area };
        (Area { height, ..area }, rest)
    };
    divide(before, one, into);
    divide(behind, other, into);
}

/// A name cut to a width, with the sign that it was cut; none where too little of it would be left.
fn fitting(name: &str, width: i64) -> Option<String> {
    let most = usize::try_from((width - AROUND) / LETTER).unwrap_or(0);
    if name.chars().count() <= most {
        return Some(name.to_owned());
    }
    (most >= 6).then(|| name.chars().take(most - 1).chain(['…']).collect())
}

/// How much of the names is the words that all of them begin with, in bytes: on the map they would hide what tells the
/// parts from each other.
fn shared(names: &[&str]) -> usize {
    let Some((first, rest)) = names.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return 0;
    };
    let ends = first.match_indices(' ').map(|(at, _)| at + 1);
    let is_shared = |end: &usize| rest.iter().all(|name| name.starts_with(&first[..*end]));
    ends.take_while(is_shared).last().unwrap_or(0)
}

/// Draws the parts, the largest first; those of nothing are left out.
pub(crate) fn treemap(title: &str, tiles: &[Tile]) -> Markup {
    let mut drawn: Vec<&Tile> = tiles.iter().filter(|tile| tile.value > 0).collect();
    drawn.sort_by_key(|tile| std::cmp::Reverse(tile.value));
    let names: Vec<&str> = drawn.iter().map(|tile| &*tile.name).collect();
    let skip = shared(&names);
    let values: Vec<i64> = drawn.iter().map(|tile| tile.value).collect();
    let mut areas = Vec::new();
    divide(&values, Area { x: 0, y: 0, width: WIDTH, height: HEIGHT }, &mut areas);
    html! {
        svg.ch.tm viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="group" aria-label=(title) {
            @for (tile, area) in drawn.iter().zip(&areas) { (one(tile, *area, skip)) }
        }
    }
}

fn one(tile: &Tile, area: Area, skip: usize) -> Markup {
    let Area { x, y, width, height } = area;
    let own = tile.name.get(skip..).unwrap_or(&tile.name);
    let name = fitting(own, width).filter(|_| height >= NAME_HEIGHT);
    let fits = fitting(&tile.text, width).is_some_and(|text| text == tile.text);
    html! {
        a href=(tile.address) {
            title { (tile.name) ": " (tile.text) }
            rect x=(x) y=(y) width=(width) height=(height) {}
            @if let Some(name) = name {
                text.s x=(x + AROUND / 2) y=(y + 19) { (name) }
                @if fits && height >= VALUE_HEIGHT { text x=(x + AROUND / 2) y=(y + 38) { (tile.text) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Area = Area { x: 0, y: 0, width: WIDTH, height: HEIGHT };

    fn areas(values: &[i64]) -> Vec<Area> {
        let mut areas = Vec::new();
        divide(values, WHOLE, &mut areas);
        areas
    }

    #[test]
    fn the_parts_fill_the_whole_without_a_gap_and_are_as_large_as_their_values() {
        let values = [400, 300, 200, 50, 30, 20];
        let areas = areas(&values);
        let sum: i64 = areas.iter().map(|area| area.width * area.height).sum();
        assert_eq!(sum, WIDTH * HEIGHT);
        for (value, area) in values.iter().zip(&areas) {
            let exact = WIDTH * HEIGHT * value / 1_000;
            let drawn = area.width * area.height;
            assert!((drawn - exact).abs() <= WIDTH + HEIGHT, "{value}: {drawn} for {exact}");
        }
    }

    #[test]
    fn one_part_is_the_whole_and_none_is_nothing() {
        assert_eq!(areas(&[7]), [WHOLE]);
        assert_eq!(areas(&[]), []);
        assert_eq!(areas(&[i64::MAX / 4, i64::MAX / 4]).len(), 2);
    }

    #[test]
    fn what_all_names_begin_with_is_left_out_by_whole_words() {
        let names = ["Công đoàn phường Hoàn Kiếm", "Công đoàn phường Hồng Hà"];
        assert_eq!(&names[0][shared(&names)..], "Hoàn Kiếm");
        assert_eq!(shared(&names[..1]), 0);
        assert_eq!(shared(&["CĐCS May", "Nghiệp đoàn"]), 0);
        assert_eq!(shared(&[]), 0);
    }

    #[test]
    fn a_name_that_does_not_fit_is_cut_and_says_so() {
        assert_eq!(fitting("CĐCS May", 200).as_deref(), Some("CĐCS May"));
        assert_eq!(fitting("CĐCS Công ty May Hạ Đình", 100).as_deref(), Some("CĐCS Công…"));
        assert_eq!(fitting("CĐCS Công ty", 40), None);
    }
}
