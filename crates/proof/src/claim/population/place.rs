//! Other days and other places, which make two sizes incomparable.

use super::statement::Statement;
use crate::sentence::Sentence;
use crate::words::contains;
use std::collections::HashMap;

/// Words of another day.
const OTHER_DAYS: &[&str] = &[
    "năm trước",
    "cùng kỳ",
    "năm ngoái",
    "tính đến",
    "thời điểm",
    "đầu năm",
    "cuối năm",
    "kỳ trước",
];

/// Words in front of the name of a place.
const RANKS: &[&str] = &["phường", "xã", "cụm", "khối", "huyện", "quận", "tỉnh", "thị", "phố"];

/// The places a text speaks of.
pub(super) struct Places {
    /// The one it names most often, and more than once: where it is at home.
    home: Option<String>,
}

impl Places {
    /// The places named in some sentences.
    pub(super) fn of<'a, 'b: 'a>(sentences: impl Iterator<Item = &'a Sentence<'b>>) -> Self {
        let mut times: HashMap<String, usize> = HashMap::new();
        for sentence in sentences {
            for name in (0..sentence.len()).filter_map(|at| place(sentence, at)) {
                *times.entry(name).or_default() += 1;
            }
        }
        times.retain(|_, times| *times > 1);
        let home = times.into_iter().max_by(|(a, m), (b, n)| m.cmp(n).then(b.cmp(a)));
        Self { home: home.map(|(name, _)| name) }
    }

    /// Whether the words between two statements name another day, or a place that is neither the
    /// one of the first statement nor home.
    pub(super) fn are_others(&self, first: &Statement<'_, '_>, second: &Statement<'_, '_>) -> bool {
        let stated = (0..first.from).rev().find_map(|at| place(first.sentence, at));
        let here = stated.or_else(|| self.home.clone());
        if first.place == second.place {
            return names_another(first.sentence, first.to, second.from, here.as_ref());
        }
        names_another(first.sentence, first.to, first.sentence.len(), here.as_ref())
            || names_another(second.sentence, 0, second.from, here.as_ref())
    }
}

fn names_another(sentence: &Sentence<'_>, from: usize, to: usize, here: Option<&String>) -> bool {
    let is_dated = |at: usize| {
        let next = sentence.raw(at + 1).chars().next();
        matches!(sentence.key(at), "năm" | "tháng" | "quý")
            && next.is_some_and(|c| c.is_ascii_digit() || "IVX".contains(c))
    };
    let is_away = |at: usize| place(sentence, at).is_some_and(|name| Some(&name) != here);
    contains(sentence.words(from, to), OTHER_DAYS)
        || (from..to).any(|at| is_dated(at) || is_away(at))
}

/// The name of a place that begins with its rank: `quận Thanh Xuân`, `cụm 2`.
fn place(sentence: &Sentence<'_>, at: usize) -> Option<String> {
    const SYLLABLES_MAX: usize = 3;
    if !RANKS.contains(&sentence.key(at)) {
        return None;
    }
    let is_name = |at: &usize| {
        let first = sentence.raw(*at).chars().next();
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    let end = (at + 1..at + 1 + SYLLABLES_MAX).take_while(is_name).last()? + 1;
    Some(sentence.words(at, end).to_owned())
}
