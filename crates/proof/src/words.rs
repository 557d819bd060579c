//! Asking whether a run of words begins, ends or holds a phrase, by whole words.

/// The words in front of a phrase that a run ends with.
pub(crate) fn before_end<'a>(words: &'a str, phrase: &str) -> Option<&'a str> {
    let rest = words.strip_suffix(phrase)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_suffix(' ') }
}

/// The words behind a phrase that a run begins with.
pub(crate) fn after_start<'a>(words: &'a str, phrase: &str) -> Option<&'a str> {
    let rest = words.strip_prefix(phrase)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// Whether a run ends with one of the phrases.
pub(crate) fn ends_with(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| before_end(words, phrase).is_some())
}

/// Whether a run begins with one of the phrases.
pub(crate) fn starts_with(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| after_start(words, phrase).is_some())
}

/// Whether one of the phrases stands anywhere in a run.
pub(crate) fn contains(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| find(words, phrase).is_some())
}

/// The byte at which a phrase begins in a run, the first time.
pub(crate) fn find(words: &str, phrase: &str) -> Option<usize> {
    places(words, phrase).next()
}

/// The byte at which a phrase begins in a run, the last time.
pub(crate) fn rfind(words: &str, phrase: &str) -> Option<usize> {
    places(words, phrase).last()
}

fn places<'a>(words: &'a str, phrase: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_edge = |at: Option<usize>| {
        at.and_then(|at| words.as_bytes().get(at)).is_none_or(|byte| *byte == b' ')
    };
    let found = words.match_indices(phrase).map(|(at, _)| at);
    found.filter(move |at| is_edge(at.checked_sub(1)) && is_edge(Some(at + phrase.len())))
}

/// The words in front of the longest of the phrases that a run ends with.
pub(crate) fn strip_longest<'a>(words: &'a str, phrases: &[&str]) -> Option<&'a str> {
    phrases.iter().filter_map(|phrase| before_end(words, phrase)).min_by_key(|rest| rest.len())
}

/// The words behind the last of some signs. Signs stand alone between words; the comma of `87,5`
/// is none.
pub(crate) fn last_clause<'a>(words: &'a str, signs: &[&str]) -> &'a str {
    let ends = signs.iter().filter_map(|sign| rfind(words, sign).map(|at| at + sign.len()));
    ends.max().map_or(words, |end| words[end..].trim_start())
}

/// The words in front of the first of some signs.
pub(crate) fn first_clause<'a>(words: &'a str, signs: &[&str]) -> &'a str {
    let starts = signs.iter().filter_map(|sign| find(words, sign));
    starts.min().map_or(words, |start| words[..start].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_met_by_whole_words_only() {
        assert!(ends_with("đơn vị , đạt tỷ lệ", &["tỷ lệ"]));
        assert!(!ends_with("bất đạt", &["ạt"]));
        assert!(contains("trong đó có", &["đó"]));
        assert!(!contains("trong đón có", &["đó"]));
        assert!(contains("gồm", &["gồm"]));
        assert_eq!(strip_longest("a đạt tỷ lệ", &["tỷ lệ", "đạt tỷ lệ"]), Some("a"));
        assert_eq!(after_start("tổng số phiếu", "tổng số"), Some("phiếu"));
        assert_eq!(last_clause("a , đạt 87,5 % ; b c", &[",", ";"]), "b c");
        assert_eq!(last_clause("đạt 87,5 %", &[","]), "đạt 87,5 %");
        assert_eq!(first_clause("đạt 1.400 , b .", &[".", ","]), "đạt 1.400");
    }
}
