//! How sentences are written down: Vietnamese first, and the compiler sees both languages of each.

/// Names fixed texts. A word in braces, such as `{n}`, is a place to be filled; each list of words holds a test that both
/// languages are there and have the same places.
macro_rules! words {
    ($($name:ident = $vi:literal / $en:literal;)*) => {
        $(pub(crate) const $name: kernel::Text = kernel::Text::new($vi, $en);)*

        #[cfg(test)]
        const ALL: &[(&str, kernel::Text)] = &[$((stringify!($name), $name),)*];

        #[cfg(test)]
        #[test]
        fn every_sentence_is_there_in_both_languages_with_the_same_places() {
            crate::texts::must_stand_in_both_languages(ALL);
        }
    };
}

/// Words that are the same in both languages on purpose.
#[cfg(test)]
const SAME: [&str; 4] = ["PRODUCT", "PERIOD_HINT", "OTHER_LANGUAGE", "LOGIN_EXAMPLE"];

/// Holds that both languages of each text are there, differ, and have the same places.
#[cfg(test)]
pub(crate) fn must_stand_in_both_languages(texts: &[(&str, kernel::Text)]) {
    for (name, text) in texts {
        let places = |text: &str| {
            let parts = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
            let mut found: Vec<String> = parts.map(|(place, _)| place.to_owned()).collect();
            found.sort_unstable();
            found
        };
        assert!(!text.vi.trim().is_empty() && !text.en.trim().is_empty(), "{name}");
        assert_eq!(places(text.vi), places(text.en), "{name}");
        assert!(text.vi != text.en || SAME.contains(name), "{name} was left in Vietnamese");
    }
}
