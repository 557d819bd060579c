//! One heading and the field it names: known wordings, weighed by how much of the heading they
//! explain.

use crate::columns::{Field, Spec};
use crate::header::Column;
use vietnamese::fold::fold;
use vietnamese::text::clean;

/// The heading of one column, level by level from the top.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    /// 0-based.
    pub col: u32,
    written: Vec<String>,
    folded: Vec<String>,
}

impl Heading {
    /// An empty heading over this column.
    pub(crate) fn new(col: u32) -> Self {
        Self { col, written: Vec::new(), folded: Vec::new() }
    }

    /// One level further down.
    pub(crate) fn push(&mut self, text: &str) {
        let written = clean(text);
        let folded = words(&written);
        if !folded.is_empty() {
            self.written.push(written);
            self.folded.push(folded);
        }
    }

    /// Whether nothing stands over the column.
    pub(crate) fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// How well a column's words explain this heading; 0 when not at all.
    fn weight(&self, spec: &Spec) -> u32 {
        spec.words.iter().map(|pattern| self.weight_of(pattern)).max().unwrap_or(0)
    }

    fn weight_of(&self, pattern: &str) -> u32 {
        let (above, wanted) = match pattern.split_once(" > ") {
            Some((above, wanted)) => (Some(above), wanted),
            None => (None, pattern),
        };
        let Some((leaf, parents)) = self.folded.split_last() else { return 0 };
        let above_weight = match above {
            Some(above) if parents.iter().any(|parent| holds(parent, above)) => above.len() as u32,
            Some(_) => return 0,
            None => 0,
        };
        let base = 10 * above_weight;
        if let Some(wanted) = wanted.strip_prefix('~') {
            // The marks count: "nam" (men) is not "năm" (year).
            let lower = self.written.last().map(|text| text.to_lowercase());
            return if lower.as_deref() == Some(wanted) {
                base + 10 * fold(wanted).len() as u32 + 60
            } else {
                0
            };
        }
        if let Some(wanted) = wanted.strip_prefix('=') {
            return if leaf == wanted { base + 10 * wanted.len() as u32 + 60 } else { 0 };
        }
        let length = 10 * wanted.len() as u32;
        if leaf == wanted {
            base + length + 50
        } else if holds(leaf, wanted) {
            base + length
        } else if above.is_none() && !parents.is_empty() {
            self.flat_weight(wanted)
        } else {
            0
        }
    }

    /// Words that run over two levels, as where a heading is broken into two rows; words that stand
    /// above only, and say nothing about this column among its neighbours, count for little.
    fn flat_weight(&self, wanted: &str) -> u32 {
        let flat = self.folded.join(" ");
        let above = flat.len() - self.folded.last().map_or(0, String::len);
        let length = 10 * wanted.len() as u32;
        let ends = places(&flat, wanted).map(|at| at + wanted.len());
        match ends.max() {
            Some(end) if end > above => length.saturating_sub(25),
            Some(_) => length / 4,
            None => 0,
        }
    }
}

/// Gives every heading at most one column of the list, the best match first; returns the columns
/// from the left and how well they fit together.
pub(crate) fn assign(headings: &[Heading], specs: &'static [Spec]) -> (Vec<Column>, u32) {
    let mut claims: Vec<(u32, usize, &'static Spec)> = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        for spec in specs {
            let weight = heading.weight(spec);
            if weight > 0 {
                claims.push((weight, at, spec));
            }
        }
    }
    // The heavier claim wins; of equals the one further left, as printed.
    claims.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut given: Vec<Option<&'static Spec>> = vec![None; headings.len()];
    let mut ignored = vec![false; headings.len()];
    let mut score = 0;
    for (weight, at, spec) in claims {
        if given[at].is_some() || ignored[at] {
            continue;
        }
        if spec.field == Field::Ignored {
            ignored[at] = true;
        } else if !given.iter().flatten().any(|taken| taken.field == spec.field) {
            given[at] = Some(spec);
            score += 100 + weight.min(200) / 2;
        }
    }
    women_of_the_left(headings, &mut given, specs);
    second_half_of_name(headings, &mut given, specs);
    let columns = headings.iter().zip(given).map(|(heading, spec)| Column {
        col: heading.col,
        spec,
        title: heading.written.join(" > "),
    });
    (columns.collect(), score)
}

/// A bare `Nữ` right of a head count is the women among it.
fn women_of_the_left(
    headings: &[Heading],
    given: &mut [Option<&'static Spec>],
    specs: &'static [Spec],
) {
    for at in 1..headings.len() {
        let bare = matches!(headings[at].folded.as_slice(), [leaf] if
            matches!(leaf.as_str(), "nu" | "trong do nu" | "so nu" | "tong so nu" | "nu gioi"));
        let women = match given[at - 1].map(|spec| spec.field) {
            Some(Field::Workers) => Field::WorkersWomen,
            Some(Field::Members) => Field::MembersWomen,
            _ => continue,
        };
        let free = !given.iter().flatten().any(|taken| taken.field == women);
        if bare && given[at].is_none() && free {
            given[at] = specs.iter().find(|spec| spec.field == women);
        }
    }
}

/// `Họ và tên` merged over two columns: family and middle names, then the given name.
fn second_half_of_name(
    headings: &[Heading],
    given: &mut [Option<&'static Spec>],
    specs: &'static [Spec],
) {
    let has_given = |given: &[Option<&'static Spec>]| {
        given.iter().flatten().any(|spec| spec.field == Field::GivenName)
    };
    let name = given.iter().position(|spec| spec.is_some_and(|spec| spec.field == Field::Name));
    let Some(name) = name else { return };
    let next = name + 1;
    if next < headings.len()
        && given[next].is_none()
        && headings[next].col == headings[name].col + 1
        && headings[next].folded == headings[name].folded
        && !has_given(given)
    {
        given[next] = specs.iter().find(|spec| spec.field == Field::GivenName);
    }
}

/// Folded words: only letters and digits, one space between them.
pub(crate) fn words(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            kept.push(c);
        } else if !kept.is_empty() && !kept.ends_with(' ') {
            kept.push(' ');
        }
    }
    while kept.ends_with(' ') {
        kept.pop();
    }
    kept
}

/// Whether these words stand in the text as whole words, one after another.
pub(crate) fn holds(text: &str, wanted: &str) -> bool {
    places(text, wanted).next().is_some()
}

/// Where these words begin in the text.
fn places(text: &str, wanted: &str) -> impl Iterator<Item = usize> {
    text.match_indices(wanted).map(|(at, _)| at).filter(move |at| {
        let end = at + wanted.len();
        let begins = *at == 0 || text[..*at].ends_with(' ');
        begins && (end == text.len() || text[end..].starts_with(' '))
    })
}
