//! The catalogue of award names: which names there are, and which only look like one.

use crate::refusal::Refusal;
use crate::token::{Sort, tokens};
use serde::Deserialize;
use std::sync::LazyLock;
use vietnamese::fold::fold;

/// The names that stand in `regulations/awards/names.toml`.
static BUILT_IN: LazyLock<AwardNames> = LazyLock::new(|| {
    let text = include_str!("../../../regulations/awards/names.toml");
    // A test reads the file; an unreadable one would leave every name unknown, which raises no alarm.
    AwardNames::read(text).unwrap_or_default()
});

/// Award names to compare with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AwardNames {
    awards: Vec<Award>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    award: Vec<WrittenAward>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAward {
    #[expect(dead_code, reason = "read to prove that every entry has one")]
    code: String,
    form: String,
    name: String,
    #[serde(default)]
    called: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    look_alikes: Vec<String>,
    #[serde(default)]
    words: Vec<String>,
    source: String,
    #[serde(default)]
    article: Option<String>,
    confidence: Confidence,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
enum Confidence {
    /// The text was read.
    R,
    /// Reported by others.
    S,
}

/// One award, its names as runs of words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Award {
    form: String,
    name: String,
    called: Vec<String>,
    right: Vec<String>,
    look_alikes: Vec<String>,
    words: Vec<String>,
    source: String,
}

/// What a printed name is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Match<'a> {
    /// It is in the catalogue.
    Known {
        /// The kind of award and its name.
        title: String,
        /// Where the name was read.
        source: &'a str,
    },
    /// It is not, and it is meant to be this one.
    Resembles {
        /// The kind of award and its name.
        title: String,
        /// The right name.
        name: &'a str,
    },
}

impl AwardNames {
    /// Reads a catalogue written as the one in `regulations/awards/names.toml`.
    pub fn read(toml: &str) -> Result<Self, Refusal> {
        let unreadable = |reason: String| Refusal::AwardNamesUnreadable { reason };
        let written: Written =
            toml::from_str(toml).map_err(|error| unreadable(error.to_string()))?;
        Ok(Self { awards: written.award.into_iter().map(Award::of).collect() })
    }

    /// The catalogue this program was built with.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The words that names stand behind, each once.
    pub(crate) fn called(&self) -> Vec<&str> {
        let mut called: Vec<&str> =
            self.awards.iter().flat_map(|award| &award.called).map(String::as_str).collect();
        called.sort_unstable();
        called.dedup();
        called
    }

    /// What a printed name is; `None` for names of which nothing is known.
    ///
    /// `behind` are the words in front of it. `ends` says whether the name is known to end where it
    /// ends (by a quotation mark) or may be followed by other words.
    pub(crate) fn find(
        &self,
        behind: Option<&str>,
        printed: &str,
        ends: bool,
    ) -> Option<Match<'_>> {
        let printed = words_of(printed);
        let meets = |name: &String| {
            printed == *name || (!ends && crate::words::after_start(&printed, name).is_some())
        };
        let candidates = || {
            self.awards.iter().filter(|award| match behind {
                Some(behind) => award.called.iter().any(|called| called == behind),
                None => !award.words.is_empty(),
            })
        };
        let known = candidates().find(|award| award.right.iter().any(meets));
        if let Some(award) = known {
            return Some(Match::Known { title: award.title(), source: &award.source });
        }
        let meant = candidates().find(|award| {
            award.look_alikes.iter().any(meets)
                || award.is_meant(&printed)
                || award.is_misspelt(&printed)
        });
        meant.map(|award| Match::Resembles { title: award.title(), name: &award.name })
    }
}

impl Award {
    fn of(written: WrittenAward) -> Self {
        let all = |names: &[String]| names.iter().map(|name| words_of(name)).collect::<Vec<_>>();
        let mut right = vec![words_of(&written.name)];
        right.extend(all(&written.aliases));
        let article = written.article.map(|article| format!(", {article}")).unwrap_or_default();
        let reported = if written.confidence == Confidence::S {
            " (theo nguồn khác thuật lại)"
        } else {
            ""
        };
        Self {
            form: written.form,
            right,
            called: all(&written.called),
            look_alikes: all(&written.look_alikes),
            words: all(&written.words),
            source: format!("{}{article}{reported}", written.source),
            name: written.name,
        }
    }

    fn title(&self) -> String {
        let mut letters = self.form.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        format!("{first}{} “{}”", letters.as_str(), self.name)
    }

    fn is_meant(&self, printed: &str) -> bool {
        let phrases: Vec<&str> = self.words.iter().map(String::as_str).collect();
        !phrases.is_empty()
            && phrases.iter().all(|phrase| crate::words::contains(printed, &[phrase]))
    }

    /// The same words but for marks, or but for one letter in one of them.
    fn is_misspelt(&self, printed: &str) -> bool {
        const WORDS_MIN: usize = 3;
        self.right.iter().any(|name| {
            let is_long = name.split(' ').count() >= WORDS_MIN;
            is_long && (fold(name) == fold(printed) || differs_by_a_letter(name, printed))
        })
    }
}

/// The names of a form are compared as words: case, commas, dashes and `CĐ` for `Công đoàn` are
/// one person's habit.
fn words_of(name: &str) -> String {
    let words =
        tokens(name).into_iter().filter(|token| token.sort != Sort::Sign).map(|token| match token
            .key
            .as_str()
        {
            "cđ" => "công đoàn".to_owned(),
            "tlđ" => "tổng liên đoàn".to_owned(),
            _ => token.key,
        });
    words.collect::<Vec<_>>().join(" ")
}

fn differs_by_a_letter(name: &str, printed: &str) -> bool {
    let (name, printed): (Vec<&str>, Vec<&str>) =
        (name.split(' ').collect(), printed.split(' ').collect());
    if name.len() != printed.len() {
        return false;
    }
    let unlike: Vec<(&&str, &&str)> = name.iter().zip(&printed).filter(|(a, b)| a != b).collect();
    let [(right, wrong)] = unlike.as_slice() else { return false };
    let (right, wrong) = (fold(right), fold(wrong));
    let is_long = right.len() >= 4 && wrong.len() >= 3;
    is_long && (one_letter_more(&right, &wrong) || one_letter_more(&wrong, &right))
}

/// Whether the longer word is the shorter one with one letter put in.
fn one_letter_more(longer: &str, shorter: &str) -> bool {
    longer.len() == shorter.len() + 1
        && (0..longer.len()).any(|at| {
            longer.is_char_boundary(at)
                && longer.get(..at) == shorter.get(..at)
                && longer.get(at + 1..) == shorter.get(at..)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(behind: &str, printed: &str) -> Option<bool> {
        let found = AwardNames::built_in().find(Some(behind), printed, true)?;
        Some(matches!(found, Match::Known { .. }))
    }

    #[test]
    fn the_catalogue_of_the_regulations_is_readable() {
        let text = include_str!("../../../regulations/awards/names.toml");
        let names = AwardNames::read(text).expect("a readable catalogue");
        assert!(names.awards.len() > 20);
        assert_eq!(names.called().len(), 7);
    }

    #[test]
    fn a_catalogue_with_an_unknown_confidence_is_refused() {
        let guess = "[[award]]\ncode='a'\nform='b'\nname='c'\nsource='d'\nconfidence='G'\n";
        let refused = AwardNames::read(guess).map_err(|refusal| refusal.code());
        assert_eq!(refused, Err("award_names_unreadable"));
    }

    #[test]
    fn known_names_are_known_in_every_habit_of_writing() {
        for (behind, printed) in [
            ("kỷ niệm chương", "Vì sự nghiệp xây dựng tổ chức Công đoàn"),
            ("kỷ niệm chương", "VÌ SỰ NGHIỆP XÂY DỰNG TỔ CHỨC CĐ"),
            ("danh hiệu", "Chiến sỹ thi đua cơ sở"),
            ("danh hiệu", "Giỏi việc nước - Đảm việc nhà"),
            ("giải thưởng", "Nguyễn Đức Cảnh"),
        ] {
            assert_eq!(find(behind, printed), Some(true), "{printed}");
        }
    }

    #[test]
    fn names_that_resemble_one_are_told_from_names_of_other_awards() {
        for printed in [
            "Vì sự nghiệp phát triển Công đoàn Việt Nam",
            "Vì sự nghiệp xây dựng Công đoàn",
            "Vì sự nghiệp Công đoàn",
        ] {
            assert_eq!(find("kỷ niệm chương", printed), Some(false), "{printed}");
        }
        assert_eq!(find("giải thưởng", "Nguyễn Đức Cánh"), Some(false));
        for (behind, printed) in [
            ("kỷ niệm chương", "Vì sự nghiệp Giáo dục"),
            ("kỷ niệm chương", "Vì sự nghiệp Dân vận"),
            ("giải thưởng", "Nguyễn Văn Trỗi"),
            ("danh hiệu", "Công đoàn cơ sở vững mạnh xuất sắc"),
            ("danh hiệu", "Người tốt, việc tốt"),
            ("danh hiệu", "Giỏi việc trường, đảm việc nhà"),
        ] {
            assert_eq!(find(behind, printed), None, "{printed}");
        }
    }
}
