//! The name of a person, freed from what else stands in its cell.

use vietnamese::name::{is_single_word, split_remark, strip_honorific};
use vietnamese::text::{is_all_caps, is_all_lower, title_case_name};

use crate::columns::Field;
use crate::kinds::Finding;
use crate::reader::{Kept, Notes, Reader, Text};
use crate::table::Line;

impl<'a> Reader<'a> {
    /// The name, without what else stands in its cell.
    pub(super) fn name(
        &self,
        line: &Line<'a>,
        notes: &mut Notes,
    ) -> (Option<String>, Option<String>) {
        let Some(Text { clean: text, coded, mut repairs, .. }) = self.full_name(line) else {
            return (None, None);
        };
        let mut name = text.as_str();
        if let Some((alone, remark)) = split_remark(name) {
            repairs.push(Finding::NameExtraText);
            notes.kept.push(Kept { field: "name", raw: remark.to_owned() });
            name = alone;
        }
        if let Some((_, person)) = may_be_addressed(name).then(|| strip_honorific(name)).flatten() {
            repairs.push(Finding::NameHonorific);
            name = person;
        }
        let shouted = repairs.contains(&Finding::LegacyAllcapsFont);
        let name = if shouted {
            title_case_name(name)
        } else if is_miscased(name) {
            repairs.push(Finding::NameCase);
            title_case_name(name)
        } else {
            name.to_owned()
        };
        self.tell(line, Field::Name, &repairs, &name, notes);
        if is_single_word(&name) {
            notes.found.push(self.problem(line, Field::Name, Finding::NameSingleWord));
        }
        (Some(name), coded)
    }

    /// The name of one cell, or of two where family and given name have their own.
    fn full_name(&self, line: &Line<'a>) -> Option<Text> {
        let name = self.text(line, Field::Name);
        let (first, given) = match self.text(line, Field::FamilyName) {
            // Beside family and middle names, a column headed `Tên` is the given name.
            Some(family) => (Some(family), self.text(line, Field::GivenName).or(name)),
            None => (name, self.text(line, Field::GivenName)),
        };
        match (first, given) {
            (Some(mut first), Some(given)) => {
                first.clean = format!("{} {}", first.clean, given.clean);
                first.repairs.extend(given.repairs);
                Some(first)
            }
            (first, given) => first.or(given),
        }
    }
}

/// A glance at the first word: most names begin with a family, and only a few words address.
fn may_be_addressed(name: &str) -> bool {
    const FIRST: [&str; 15] = [
        "bà", "ông", "cô", "đ/c", "đc", "d/c", "dc", "mr", "mrs", "ms", "anh", "chị", "em", "bác",
        "chú",
    ];
    let first = name.split([' ', '.', ':']).next().unwrap_or(name);
    let is = |word: &&str| first.chars().flat_map(char::to_lowercase).eq(word.chars());
    FIRST.iter().any(is) || is(&"đồng") || is(&"dong") || is(&"thầy")
}

/// All capitals, all small, a word that begins small among others that do not, or one with two
/// capitals together: TCVN3 typed in capitals gives `NGUYễN`.
fn is_miscased(name: &str) -> bool {
    let shouts = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        letters.windows(2).any(|pair| pair[0].is_uppercase() && pair[1].is_uppercase())
    };
    is_all_caps(name)
        || is_all_lower(name)
        || name.split(' ').any(shouts)
        || name.split(' ').any(|word| word.chars().next().is_some_and(char::is_lowercase))
}
