//! What describes a register: forms, fields, checks across fields, and what a record adds to which account.

use std::collections::BTreeMap;

use kernel::{Block, Day, Refusal, Text, UnitKind};
use ledger::Account;

use super::model::FieldValue;

/// A register: everything the mechanism knows of it.
#[derive(Debug)]
pub struct Register {
    /// The stable code, as in addresses and files.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// What it holds, in a sentence.
    pub about: Text,
    /// Its forms; at least one.
    pub forms: &'static [Form],
    /// Its fields in the order of the form.
    pub fields: &'static [Field],
    /// Which units may have records.
    pub place: Place,
    /// Whether a record names people, and what naming them means.
    pub people: Option<Text>,
    /// Whether the same person may be named only once a year in a form, unless the clerk insists.
    pub once_a_person: bool,
    /// Whether its texts are read only by who may read the unit's members.
    pub confidential: bool,
    /// Whether a record states how things are: of each unit the last one holds, and they add up over units, not over time.
    pub stands: bool,
    /// The indicators told at the head of its page.
    pub indicators: &'static [&'static str],
    /// What goes across fields.
    pub check: fn(&Draft<'_>) -> Result<(), Refusal>,
    /// What a record adds.
    pub postings: fn(&Draft<'_>) -> Vec<Post>,
}

/// A sort of record within a register.
#[derive(Debug)]
pub struct Form {
    /// The stable code.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// How often a unit can have one.
    pub once: Once,
}

/// How often a unit can have a record of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once {
    /// Any number of times.
    Free,
    /// Once for a year.
    AYear,
    /// Once for a year and the number in the field `round`.
    ARound,
}

/// Which units may have records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Grassroots unions and what is below them.
    Grassroots,
    /// Any unit; an upper office's records are its own activity.
    Any,
}

/// What a field may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// People or things, up to so many.
    Count(i64),
    /// Đồng.
    Money,
    /// Đồng on average, over as many people as another field says.
    Average(&'static str),
    /// A calendar year.
    Year,
    /// A day, also one to come.
    Day,
    /// A text of so many letters.
    Text(usize),
    /// One of some codes.
    Choice(&'static [(&'static str, Text)]),
    /// Set or not.
    Mark,
}

/// A field of a register.
#[derive(Debug)]
pub struct Field {
    /// The stable code.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// What it may hold.
    pub kind: FieldKind,
    /// Whether a record must have it.
    pub required: bool,
    /// The forms that have it; empty for all of them.
    pub forms: &'static [&'static str],
}

impl Field {
    /// A field that must hold something.
    pub const fn must(code: &'static str, name: Text, kind: FieldKind) -> Self {
        Self { code, name, kind, required: true, forms: &[] }
    }

    /// A field that may stay empty.
    pub const fn may(code: &'static str, name: Text, kind: FieldKind) -> Self {
        Self { code, name, kind, required: false, forms: &[] }
    }

    /// The same in some forms only.
    #[must_use]
    pub const fn of(self, forms: &'static [&'static str]) -> Self {
        Self { forms, ..self }
    }

    /// Whether a form has it.
    pub fn is_of(&self, form: &str) -> bool {
        self.forms.is_empty() || self.forms.contains(&form)
    }

    /// Whether it counts something that can be summed.
    pub fn is_summed(&self) -> bool {
        matches!(self.kind, FieldKind::Count(_) | FieldKind::Money) && self.code != "round"
    }
}

impl Register {
    /// The form with this code; the only one where the code is empty.
    pub fn form(&self, code: &str) -> Option<&'static Form> {
        if code.is_empty() && self.forms.len() == 1 {
            return self.forms.first();
        }
        self.forms.iter().find(|form| form.code == code)
    }

    /// The field that says on which day what a record tells of ends; none where nothing ends by itself.
    pub fn end(&self) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.code == "expires_on")
    }

    /// The fields of a form.
    pub fn fields_of<'f>(&self, form: &'f str) -> impl Iterator<Item = &'static Field> + use<'f> {
        self.fields.iter().filter(move |field| field.is_of(form))
    }
}

/// Something a record adds to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Post {
    /// The account.
    pub account: Account,
    /// The day; the record's own where none is given.
    pub on: Option<Day>,
    /// How many; for `each_person`, for each of them.
    pub quantity: i64,
    /// Whether it is posted for each person named.
    pub each_person: bool,
}

impl Post {
    /// So many on the record's own day.
    pub const fn of(account: Account, quantity: i64) -> Self {
        Self { account, on: None, quantity, each_person: false }
    }
}

/// A record whose fields have been checked one by one, for rules that go across them.
#[derive(Debug)]
pub struct Draft<'d> {
    /// The form.
    pub form: &'static Form,
    /// What the unit is on the day.
    pub kind: UnitKind,
    /// Its block on the day.
    pub block: Block,
    /// The first day.
    pub on: Day,
    /// The last day.
    pub last: Day,
    /// The year it belongs to.
    pub year: i16,
    /// The fields that hold something.
    pub values: &'d BTreeMap<String, FieldValue>,
    /// People named.
    pub people: usize,
}

impl Draft<'_> {
    /// A number of a field, 0 when it is empty.
    pub fn count(&self, field: &str) -> i64 {
        self.opt_count(field).unwrap_or_default()
    }

    /// A number of a field.
    pub fn opt_count(&self, field: &str) -> Option<i64> {
        match self.values.get(field) {
            Some(FieldValue::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// A day of a field.
    pub fn day(&self, field: &str) -> Option<Day> {
        match self.values.get(field) {
            Some(FieldValue::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// A choice of a field, or its text.
    pub fn choice(&self, field: &str) -> &str {
        match self.values.get(field) {
            Some(FieldValue::Text(text)) => text,
            _ => "",
        }
    }

    /// Whether the unit manages others: what it does is its own activity, not that of its units.
    pub fn is_of_an_office(&self) -> bool {
        !matches!(
            self.kind,
            UnitKind::Grassroots
                | UnitKind::Guild
                | UnitKind::MemberUnion
                | UnitKind::Section
                | UnitKind::Group
        )
    }

    /// The account of a grassroots unit's activity, or the one beside it where an upper office does it itself.
    pub fn account(&self, of_units: Account) -> Account {
        if self.is_of_an_office() { of_units.own() } else { of_units }
    }

    /// Whether the unit is an enterprise of the state.
    pub fn is_state_enterprise(&self) -> bool {
        self.block == Block::StateEnterprise
    }
}
