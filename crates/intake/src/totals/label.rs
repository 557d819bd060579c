//! The figures that the label of a sum states in words.

use vietnamese::fold::fold;
use vietnamese::number::parse_integer;

use crate::heading::{holds, words};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    Members,
    Women,
    Units,
    Unsaid,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Figure {
    pub printed: i64,
    pub of: What,
}

/// The figures a label states, with what they count. A number that only names a block
/// (`Cộng khối 2`) states nothing.
pub(super) fn figures_in(text: &str) -> Vec<Figure> {
    let plain = fold(text);
    let mut figures = Vec::new();
    let mut rest = plain.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        let number = number.trim_end_matches('.');
        rest = after;
        let Ok((printed, _)) = parse_integer(number) else { continue };
        let noun = after.trim_start();
        let is_women = holds(&words(before), "nu")
            || noun == "nu"
            || noun.starts_with("nu ")
            || noun.starts_with("nu)");
        let counts = |nouns: &[&str]| nouns.iter().any(|each| noun.starts_with(each));
        let of = if is_women {
            What::Women
        } else if counts(&["doan vien", "nguoi", "dv", "dong chi", "cong doan vien"]) {
            What::Members
        } else if counts(&["don vi", "cdcs", "cong doan", "truong", "cong ty"]) {
            What::Units
        } else if before.trim_end().ends_with(':') && noun.is_empty() {
            What::Unsaid
        } else {
            continue;
        };
        figures.push(Figure { printed, of });
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_states_its_figures_and_what_they_count() {
        let said =
            |text| figures_in(text).into_iter().map(|f| (f.printed, f.of)).collect::<Vec<_>>();
        let footer = "Tổng số: 120 đoàn viên, trong đó nữ: 73";
        assert_eq!(said(footer), [(120, What::Members), (73, What::Women)]);
        assert_eq!(said("Tổng số: 20.000 đoàn viên"), [(20_000, What::Members)]);
        assert_eq!(said("Cộng khối I: 17 đơn vị"), [(17, What::Units)]);
        assert_eq!(said("Cộng: 3 CĐCS"), [(3, What::Units)]);
        assert_eq!(said("Danh sách có 30 người (11 nữ)"), [(30, What::Members), (11, What::Women)]);
        assert_eq!(said("Cộng khối 2"), []);
        assert_eq!(said("Tổng cộng năm 2024"), []);
    }
}
