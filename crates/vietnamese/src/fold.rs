//! Keys for searching and for finding duplicates.
//!
//! [`fold`] forgets everything a hurried typist leaves out: marks, case, spacing. [`match_key`]
//! forgets only what two careful clerks write differently: case, and where the tone mark stands.
//! Both are stored in columns; [`VERSION`] must grow whenever either changes for any text.

use crate::letter::{Letter, Tone, ascii_base, lower};
use crate::text::is_invisible;
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// Version of the keys; a stored key of another version must be built again.
pub const VERSION: u32 = 1;

/// The text as typed without marks: lower-case base letters, `đ` → `d`, one space between words.
///
/// NFC and NFD give the same key, folding twice changes nothing. Punctuation stays (dashes and
/// quotation marks in their ASCII form); letters of other scripts stay as they are.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut space_owed = false;
    for c in text.chars() {
        if c.is_ascii_graphic() {
            settle(&mut key, &mut space_owed);
            key.push(c.to_ascii_lowercase());
        } else if c.is_whitespace() {
            space_owed = true;
        } else if let Some(letter) = Letter::of(c) {
            settle(&mut key, &mut space_owed);
            key.push(ascii_base(letter.base));
        } else {
            fold_rare(c, &mut key, &mut space_owed);
        }
    }
    key
}

fn settle(key: &mut String, space_owed: &mut bool) {
    if *space_owed && !key.is_empty() {
        key.push(' ');
    }
    *space_owed = false;
}

/// What is neither ASCII nor a Vietnamese letter: marks and invisible characters go, foreign
/// accents are stripped, look-alikes become ASCII.
fn fold_rare(c: char, key: &mut String, space_owed: &mut bool) {
    for part in std::iter::once(c).nfkd() {
        let part = match part {
            '\u{D0}' | '\u{F0}' | '\u{189}' | '\u{256}' | 'Đ' | 'đ' => 'd',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '‘' | '’' | '‚' | '′' => '\'',
            '“' | '”' | '„' | '″' => '"',
            other => other,
        };
        if part.is_whitespace() {
            *space_owed = true;
        } else if !is_ignorable(part) {
            settle(key, space_owed);
            key.extend(part.to_lowercase().nfkd().filter(|c| !is_ignorable(*c)));
        }
    }
}

fn is_ignorable(c: char) -> bool {
    is_invisible(c) || c == '\u{AD}' || canonical_combining_class(c) != 0
}

/// The word suffixes of a folded text, longest first: `nguyen thi dung`, `thi dung`, `dung`.
/// Stored in an index, they let any run of words be found by its beginning.
pub fn suffixes(folded: &str) -> impl Iterator<Item = &str> {
    let after_spaces = folded.match_indices(' ').map(|(at, _)| at + 1);
    std::iter::once(0).chain(after_spaces).map(|at| &folded[at..]).filter(|rest| !rest.is_empty())
}

/// Equal for two spellings of one name: keeps letters and tones, forgets case, spacing and where
/// in its word the tone mark stands (`Hòa` = `hoà`, `Thủy` = `thuỷ`, `qúy` = `quý`, `gìa` = `già`).
///
/// Each word is written as its bases, then the marks of its tones: a key to compare, not to read.
pub fn match_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    let mut tones = [Tone::Ngang; 4];
    let mut tone_count = 0;
    for c in crate::text::clean(text).chars() {
        if let Some(letter) = Letter::of(c) {
            key.push(letter.base);
            if letter.tone != Tone::Ngang && tone_count < tones.len() {
                tones[tone_count] = letter.tone;
                tone_count += 1;
            }
        } else {
            end_word(&mut key, &tones[..tone_count]);
            tone_count = 0;
            if c != '\u{AD}' {
                key.push(lower(c));
            }
        }
    }
    end_word(&mut key, &tones[..tone_count]);
    key
}

fn end_word(key: &mut String, tones: &[Tone]) {
    key.extend(tones.iter().filter_map(|tone| tone.mark()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategies::vietnamese;
    use crate::text::{nfc, nfd};
    use proptest::prelude::*;

    #[test]
    fn marks_case_and_spacing_are_forgotten() {
        for (text, key) in [
            ("Đỗ Văn Dũng", "do van dung"),
            ("  Nguyễn\u{A0}Thị  Ánh ", "nguyen thi anh"),
            ("ÐOÀN", "doan"),
            ("Hòa – Hoà", "hoa - hoa"),
            ("“May 10”", "\"may 10\""),
            ("H\u{AD}ương", "huong"),
            ("Müller Straße", "muller straße"),
            ("№ 5", "no 5"),
            ("", ""),
        ] {
            assert_eq!(fold(text), key);
            assert_eq!(fold(&nfd(text)), key);
        }
    }

    #[test]
    fn every_letter_of_the_alphabet_folds_to_ascii() {
        for vowel in crate::letter::VOWELS.as_flattened() {
            for c in [*vowel, crate::letter::upper(*vowel)] {
                let key = fold(&c.to_string());
                assert_eq!(key.len(), 1, "{c}");
                assert_eq!(key, fold(&nfd(&c.to_string())));
            }
        }
    }

    #[test]
    fn suffixes_begin_at_each_word() {
        let all: Vec<_> = suffixes("nguyen thi dung").collect();
        assert_eq!(all, ["nguyen thi dung", "thi dung", "dung"]);
        assert_eq!(suffixes("").count(), 0);
        assert_eq!(suffixes("dung").count(), 1);
    }

    #[test]
    fn two_placements_of_a_tone_mark_match() {
        for (a, b) in [
            ("Dương Khắc Hòa", "Dương Khắc Hoà"),
            ("Thủy", "thuỷ"),
            ("KHỎE", "khoẻ"),
            ("Qúy", "Quý"),
            ("gìa", "già"),
            ("Lê  Thị Hoà ", "lê thị hòa"),
            ("Ðoàn", "Đoàn"),
        ] {
            assert_eq!(match_key(a), match_key(b), "{a} {b}");
            assert_eq!(match_key(&nfd(a)), match_key(b));
        }
    }

    #[test]
    fn letters_and_tones_still_tell_names_apart() {
        let names = ["Hòa", "Hóa", "Hoa", "Hỏa", "Hoá A", "Đạt", "Dạt", "An", "Ân", "Ăn", "Hòa 2"];
        for (at, a) in names.iter().enumerate() {
            for b in &names[at + 1..] {
                assert_ne!(match_key(a), match_key(b), "{a} {b}");
            }
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn folding_does_not_see_the_normal_form(text in any::<String>()) {
            prop_assert_eq!(fold(&nfc(&text)), fold(&nfd(&text)));
        }

        #[test]
        fn a_folded_vietnamese_text_is_ascii(text in vietnamese()) {
            prop_assert!(fold(&text).is_ascii());
        }

        #[test]
        fn the_match_key_does_not_see_case_or_normal_form(text in vietnamese()) {
            let key = match_key(&text);
            prop_assert_eq!(match_key(&text.to_uppercase()), key.clone());
            prop_assert_eq!(match_key(&nfd(&text)), key);
        }

        #[test]
        fn every_suffix_is_the_end_of_the_key(text in "[a-z ]{0,40}") {
            let key = fold(&text);
            for suffix in suffixes(&key) {
                prop_assert!(key.ends_with(suffix));
            }
        }
    }
}
