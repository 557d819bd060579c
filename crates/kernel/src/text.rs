//! A sentence of the interface in its two languages; the compiler sees that both are there.

/// A fixed text: Vietnamese first, English second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// The Vietnamese text, which is the product.
    pub vi: &'static str,
    /// The English text, for readers who need it.
    pub en: &'static str,
}

/// The language a reader asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// Reads a locale such as `vi_VN.UTF-8` or `en-GB`; anything not English is Vietnamese.
    pub fn of_locale(locale: &str) -> Self {
        if locale.get(..2).is_some_and(|tag| tag.eq_ignore_ascii_case("en")) {
            Self::English
        } else {
            Self::Vietnamese
        }
    }
}

impl Text {
    /// Puts the two languages side by side.
    pub const fn new(vi: &'static str, en: &'static str) -> Self {
        Self { vi, en }
    }

    /// The text in the language asked for.
    pub const fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Vietnamese => self.vi,
            Language::English => self.en,
        }
    }
}
