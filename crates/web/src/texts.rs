//! How sentences are written down: Vietnamese first, and the compiler sees both languages of each.

/// Names fixed texts. A word in braces, such as `{n}`, is a place to be filled, and `{n|file|files}` an English word in the
/// form for that many; each list of words holds a test that both languages are there and have the same places.
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
        let braces = |text: &'static str| {
            let parts = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
            parts.map(|(place, _)| place).collect::<Vec<_>>()
        };
        let places = |text| {
            let mut found = braces(text);
            found.retain(|place| !place.contains('|'));
            found.sort_unstable();
            found
        };
        for forms in braces(text.en).into_iter().filter(|place| place.contains('|')) {
            let parts: Vec<&str> = forms.split('|').collect();
            assert_eq!(parts.len(), 3, "{name}: {forms}");
            assert!(places(text.vi).contains(&parts[0]) && parts[1] != parts[2], "{name}: {forms}");
        }
        assert!(braces(text.vi).iter().all(|place| !place.contains('|')), "{name}");
        assert!(!text.vi.trim().is_empty() && !text.en.trim().is_empty(), "{name}");
        assert_eq!(places(text.vi), places(text.en), "{name}");
        assert!(text.vi != text.en || SAME.contains(name), "{name} was left in Vietnamese");
    }
}
