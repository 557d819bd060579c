//! Clean text: composed, single-spaced, without invisible characters, with a real Đ.
//!
//! Cleaning never changes what a reader sees except in two ways: white space, and the order of
//! marks that no font shows rightly. Old encodings (TCVN3, VNI) must be decoded *before*: in them
//! a soft hyphen is the letter ư and `Ð` is the letter é, so [`clean`] leaves the soft hyphen alone.

use crate::letter::{lower, upper};
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// Composed form (dựng sẵn), the only one we store.
pub fn nfc(text: &str) -> String {
    if text.chars().all(is_settled) { text.to_owned() } else { text.nfc().collect() }
}

/// Characters that no composition touches, whatever stands beside them: all below the combining
/// marks, and the Vietnamese block. Nearly every text we meet has no others.
fn is_settled(c: char) -> bool {
    matches!(c, '\0'..'\u{300}' | '\u{1EA0}'..='\u{1EF9}')
}

/// Decomposed form (tổ hợp), as some keyboards and file systems write.
pub fn nfd(text: &str) -> String {
    text.nfd().collect()
}

/// Whether the text is in composed form already.
pub fn is_nfc(text: &str) -> bool {
    text.chars().all(is_settled) || unicode_normalization::is_nfc(text)
}

/// Something [`clean`] put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flaw {
    /// Leading, trailing, double or non-breaking white space, tabs, line breaks.
    Whitespace,
    /// Decomposed, or partly composed as in Windows-1258 (`ê` + combining dot), or the tone typed
    /// before the hat (`á` + circumflex).
    NotNfc,
    /// Icelandic eth U+00D0/U+00F0 (or African U+0189/U+0256) instead of Đ/đ.
    EthForD,
    /// A zero-width or control character inside the text.
    InvisibleChar,
}

impl Flaw {
    const ALL: [Self; 4] = [Self::Whitespace, Self::NotNfc, Self::EthForD, Self::InvisibleChar];
}

/// A small set of [`Flaw`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flaws(u8);

impl Flaws {
    fn add(&mut self, flaw: Flaw) {
        self.0 |= 1 << flaw as u8;
    }

    /// Whether this flaw was found.
    pub fn contains(self, flaw: Flaw) -> bool {
        self.0 & (1 << flaw as u8) != 0
    }

    /// Whether the text was clean.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The flaws found, in the order of the enum.
    pub fn iter(self) -> impl Iterator<Item = Flaw> {
        Flaw::ALL.into_iter().filter(move |flaw| self.contains(*flaw))
    }
}

/// The text as it should be stored: NFC, trimmed, one space between words, Đ for Ð, nothing
/// invisible. Cleaning clean text changes nothing.
pub fn clean(text: &str) -> String {
    cleaned(text).0
}

/// What [`clean`] would put right in this text.
pub fn what_was_cleaned(text: &str) -> Flaws {
    cleaned(text).1
}

/// [`clean`] and [`what_was_cleaned`] in one pass.
pub fn cleaned(text: &str) -> (String, Flaws) {
    let mut flaws = Flaws::default();
    let mut kept = String::with_capacity(text.len());
    let mut space_owed = false;
    for c in text.chars() {
        if c.is_whitespace() {
            if c != ' ' || space_owed || kept.is_empty() {
                flaws.add(Flaw::Whitespace);
            }
            space_owed = true;
        } else if is_invisible(c) {
            flaws.add(Flaw::InvisibleChar);
        } else {
            if space_owed && !kept.is_empty() {
                kept.push(' ');
            }
            space_owed = false;
            kept.push(real_d(c, &mut flaws));
        }
    }
    if space_owed {
        flaws.add(Flaw::Whitespace);
    }
    if !kept.chars().all(is_settled) {
        let composed = compose(&kept);
        if composed != kept {
            flaws.add(Flaw::NotNfc);
            kept = composed;
        }
    }
    (kept, flaws)
}

fn real_d(c: char, flaws: &mut Flaws) -> char {
    let real = match c {
        '\u{D0}' | '\u{189}' => 'Đ',
        '\u{F0}' | '\u{256}' => 'đ',
        _ => return c,
    };
    flaws.add(Flaw::EthForD);
    real
}

/// Zero-width, direction and control characters. Not the soft hyphen: see the module's head.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{180E}' | '\u{FE00}'..='\u{FE0F}')
}

/// Composes, and puts hat, breve and horn before the tone: `á` + circumflex is ấ for every
/// reader, though Unicode's own composition leaves it in two parts.
fn compose(text: &str) -> String {
    let mut ordered: Vec<char> = text.nfd().collect();
    for cluster in ordered.chunk_by_mut(|_, next| canonical_combining_class(*next) != 0) {
        let shape_is_late = cluster.len() > 2 && cluster[1..].iter().copied().any(is_shape);
        if shape_is_late && is_shapeable(cluster[0]) {
            cluster[1..].sort_by_key(|mark| !is_shape(*mark));
        }
    }
    // Sorting may have brought marks out of canonical order; composing puts them back.
    ordered.into_iter().nfc().collect()
}

/// Circumflex, breve or horn: marks that make another vowel, not another tone.
fn is_shape(mark: char) -> bool {
    matches!(mark, '\u{302}' | '\u{306}' | '\u{31B}')
}

fn is_shapeable(base: char) -> bool {
    matches!(base, 'a' | 'e' | 'o' | 'u' | 'A' | 'E' | 'O' | 'U')
}

/// Whether there are letters and all of them are capitals.
pub fn is_all_caps(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// Whether there are letters and none of them is a capital.
pub fn is_all_lower(text: &str) -> bool {
    text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase)
}

/// A person's name with a capital at the head of each word, the rest small: `NGUYỄN VĂN AN` and
/// `nguyễn văn an` → `Nguyễn Văn An`. Parts joined by a hyphen are words (`Rơ-Măm`), and so is what
/// follows a one-letter prefix of the highlands (`H'Ngân`).
pub fn title_case_name(name: &str) -> String {
    let mut titled = String::with_capacity(name.len());
    let mut letters_before = 0;
    for c in name.chars() {
        if c.is_alphabetic() {
            titled.push(if letters_before == 0 { upper(c) } else { lower(c) });
            letters_before += 1;
        } else {
            titled.push(c);
            let is_mark = canonical_combining_class(c) != 0;
            let joins = matches!(c, '\'' | '’') && letters_before != 1;
            if !is_mark && !joins {
                letters_before = 0;
            }
        }
    }
    titled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategies::vietnamese;
    use proptest::prelude::*;

    fn flaws(text: &str) -> Vec<Flaw> {
        what_was_cleaned(text).iter().collect()
    }

    #[test]
    fn white_space_is_trimmed_and_collapsed() {
        for (dirty, expected) in [
            ("Tạ\u{A0}Văn Hậu", "Tạ Văn Hậu"),
            ("Trần Thị Minh Giang  ", "Trần Thị Minh Giang"),
            (" Lương Văn Quân", "Lương Văn Quân"),
            ("Hà  Thị\r\nHòa", "Hà Thị Hòa"),
            ("\t", ""),
        ] {
            assert_eq!(clean(dirty), expected);
            assert_eq!(flaws(dirty), [Flaw::Whitespace], "{dirty:?}");
        }
    }

    #[test]
    fn decomposed_and_partly_composed_text_becomes_nfc() {
        for dirty in [
            nfd("Nguyễn Thị Phượng"),
            "Nguye\u{302}\u{303}n Thi\u{323} Phươ\u{323}ng".into(),
            "Nguyê\u{303}n Thi\u{323} Phươ\u{323}ng".into(),
            // The tone before the hat.
            "Nguy\u{1EBD}\u{302}n Thị Phượng".into(),
        ] {
            assert_eq!(clean(&dirty), "Nguyễn Thị Phượng");
            assert_eq!(flaws(&dirty), [Flaw::NotNfc], "{dirty:?}");
        }
    }

    #[test]
    fn icelandic_eth_becomes_d_with_stroke() {
        assert_eq!(clean("Ðoàn Thị Yến"), "Đoàn Thị Yến");
        assert_eq!(flaws("Ðoàn Thị Yến"), [Flaw::EthForD]);
        assert_eq!(clean("\u{F0}ường"), "đường");
    }

    #[test]
    fn invisible_characters_go_and_the_soft_hyphen_stays_for_tcvn3() {
        assert_eq!(clean("Nguy\u{200B}ễn Linh"), "Nguyễn Linh");
        assert_eq!(flaws("Nguy\u{200B}ễn Linh"), [Flaw::InvisibleChar]);
        assert_eq!(clean("H\u{AD}ng"), "H\u{AD}ng");
        assert!(flaws("H\u{AD}ng").is_empty());
    }

    #[test]
    fn several_flaws_are_all_named() {
        let dirty = " Ð\u{FEFF}a\u{301}";
        assert_eq!(clean(dirty), "Đá");
        let all = [Flaw::Whitespace, Flaw::NotNfc, Flaw::EthForD, Flaw::InvisibleChar];
        assert_eq!(flaws(dirty), all);
    }

    #[test]
    fn names_get_a_capital_for_each_word() {
        for (typed, expected) in [
            ("BÙI THÙY TƯƠI", "Bùi Thùy Tươi"),
            ("trần hải hoa", "Trần Hải Hoa"),
            ("ĐỖ VĂN CƯỜNG", "Đỗ Văn Cường"),
            ("h'ngân niê", "H'Ngân Niê"),
            ("KSOR Y-BLANG", "Ksor Y-Blang"),
            ("o'brien", "O'Brien"),
            ("nguyễn văn ái", "Nguyễn Văn Ái"),
        ] {
            assert_eq!(title_case_name(typed), expected);
        }
        assert_eq!(title_case_name(&nfd("ÁI")), nfd("Ái"));
    }

    #[test]
    fn case_is_told_by_letters_alone() {
        assert!(is_all_caps("NGUYỄN 2") && !is_all_caps("Nguyễn") && !is_all_caps("12"));
        assert!(is_all_lower("trần 2") && !is_all_lower("Trần") && !is_all_lower(""));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(what_was_cleaned(&once).is_empty());
            prop_assert!(is_nfc(&once));
        }

        #[test]
        fn text_without_flaws_is_left_alone(text in any::<String>()) {
            prop_assert_eq!(what_was_cleaned(&text).is_empty(), clean(&text) == text);
        }

        #[test]
        fn composing_undoes_decomposing(text in vietnamese()) {
            prop_assert!(is_nfc(&text));
            prop_assert_eq!(nfc(&nfd(&text)), text);
        }

        #[test]
        fn title_case_keeps_the_letters(name in vietnamese()) {
            prop_assert_eq!(title_case_name(&name).to_lowercase(), name.to_lowercase());
        }
    }
}
