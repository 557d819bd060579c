//! The order of Vietnamese text: CLDR `vi` through ICU4X.
//!
//! Letters first (`a ă â b c d đ e ê …`), then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then
//! case. The order of a stored key must never depend on the database, so keys are made here and
//! compared as bytes.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use std::cmp::Ordering;
use std::sync::LazyLock;

/// Version of every sort key; stored keys of another version must be built again. It names the
/// data the keys come from (ICU4X, CLDR) and our own arrangement of names.
pub const VERSION: &str = "icu4x-2.4/vi/names-1";

static LETTERS_TONES_CASE: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| collator(Strength::Tertiary));
static LETTERS_TONES: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| collator(Strength::Secondary));

fn collator(strength: Strength) -> Option<CollatorBorrowed<'static>> {
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    CollatorBorrowed::try_new(CollatorPreferences::from(&locale!("vi")), options).ok()
}

/// Compares Vietnamese text. Built once for the program, usable from every thread.
#[derive(Debug, Clone, Copy, Default)]
pub struct Collator {
    ignores_case: bool,
}

impl Collator {
    /// Letters, then tones, then case.
    pub fn new() -> Self {
        Self { ignores_case: false }
    }

    /// Letters, then tones; `an` and `AN` are equal.
    pub fn ignoring_case() -> Self {
        Self { ignores_case: true }
    }

    fn icu(self) -> Option<&'static CollatorBorrowed<'static>> {
        // The data are compiled in: there is nothing that could be missing at run time, and the
        // fallback to code points exists only so that no path can panic.
        if self.ignores_case { LETTERS_TONES.as_ref() } else { LETTERS_TONES_CASE.as_ref() }
    }

    /// The order of two texts; NFC and NFD are equal.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        self.icu().map_or_else(|| a.cmp(b), |icu| icu.compare(a, b))
    }

    /// Bytes whose order is the order of the texts.
    pub fn sort_key(self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(2 * text.len() + 8);
        self.append_sort_key(text, &mut key);
        key
    }

    /// Appends the sort key to a buffer.
    pub fn append_sort_key(self, text: &str, key: &mut Vec<u8>) {
        match self.icu() {
            Some(icu) => {
                let Ok(()) = icu.write_sort_key_to(text, key);
            }
            None => key.extend_from_slice(text.as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategies::vietnamese;
    use crate::text::nfd;
    use proptest::prelude::*;

    #[test]
    fn the_data_for_vietnamese_are_compiled_in() {
        assert!(LETTERS_TONES_CASE.is_some() && LETTERS_TONES.is_some());
    }

    #[test]
    fn letters_come_in_the_order_of_the_alphabet() {
        let sorted = [
            "A", "An", "Ang", "Ă", "Ăn", "Â", "Ân", "B", "D", "Dĩ", "Dung", "Dũng", "Dương", "Đ",
            "Đạt", "Đăng", "E", "Ê", "Oanh", "Ôn", "Ơn", "Uyên", "Ưng", "Yến",
        ];
        let keys: Vec<_> = sorted.iter().map(|text| Collator::new().sort_key(text)).collect();
        assert!(keys.is_sorted());
    }

    #[test]
    fn tones_come_in_the_order_of_the_dictionary_and_after_letters() {
        let collator = Collator::new();
        let sorted = ["ma", "mà", "mả", "mã", "má", "mạ", "mai", "mài"];
        assert!(sorted.is_sorted_by(|a, b| collator.compare(a, b) == Ordering::Less));
    }

    #[test]
    fn case_decides_last_or_not_at_all() {
        assert_eq!(Collator::new().compare("an", "An"), Ordering::Less);
        assert_eq!(Collator::ignoring_case().compare("an", "AN"), Ordering::Equal);
        assert_eq!(Collator::new().compare("An", "án"), Ordering::Less);
    }

    proptest! {
        #[test]
        fn keys_sort_as_the_texts_compare(a in "\\PC{0,12}", b in "\\PC{0,12}") {
            for collator in [Collator::new(), Collator::ignoring_case()] {
                let by_key = collator.sort_key(&a).cmp(&collator.sort_key(&b));
                prop_assert_eq!(by_key, collator.compare(&a, &b));
            }
        }

        #[test]
        fn the_normal_form_does_not_count(text in vietnamese()) {
            let collator = Collator::new();
            prop_assert_eq!(collator.sort_key(&text), collator.sort_key(&nfd(&text)));
        }

        #[test]
        fn no_key_holds_a_zero_byte(text in "\\PC{0,30}") {
            prop_assert!(!Collator::new().sort_key(&text).contains(&0));
        }
    }
}
