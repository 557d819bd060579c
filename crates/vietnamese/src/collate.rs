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
