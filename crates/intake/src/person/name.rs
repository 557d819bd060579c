//! The name of a person, freed from what else stands in its cell.

use vietnamese::name::{is_single_word, split_remark, strip_honorific};
use vietnamese::text::{is_all_caps, title_case_name};

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
        let typed = name;
        let shouted = repairs.contains(&Finding::LegacyAllcapsFont);
        let needs_case = shouted || is_miscased(typed);
        let name = if needs_case { title_case_name(typed) } else { typed.to_owned() };
        if !shouted && name != typed {
            repairs.push(Finding::NameCase);
        }
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
    const FIRST: [&str; 18] = [
        "bà", "ông", "cô", "đ/c", "đc", "d/c", "dc", "mr", "mrs", "ms", "anh", "chị", "em", "bác",
        "chú", "đồng", "dong", "thầy",
    ];
    let first = name.split([' ', '.', ':']).next().unwrap_or(name);
    first.chars().take(5).count() < 5 && FIRST.contains(&first.to_lowercase().as_str())
}

/// All capitals, all small, a word that begins small among others that do not, or one with two
/// capitals together: TCVN3 typed in capitals gives `NGUYễN`.
fn is_miscased(name: &str) -> bool {
    let (mut begins_word, mut after_capital) = (true, false);
    for c in name.chars() {
        let capital = c.is_uppercase();
        if capital && after_capital || begins_word && c.is_lowercase() {
            return true;
        }
        begins_word = c == ' ';
        after_capital = capital;
    }
    is_all_caps(name)
}
