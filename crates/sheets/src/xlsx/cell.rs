//! One cell of a worksheet as it stands in the file, and what it means.

use quick_xml::events::BytesStart;

use super::sheet::{Context, column_of};
use super::strings::unescape;
use crate::serial;
use crate::strings::{RichText, text_cell};
use crate::{Cell, Formula, Value};

/// How the stored value of a cell is to be read.
#[derive(Clone, Copy, Default, PartialEq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Inline,
    FormulaText,
    Bool,
    Error,
    IsoDate,
}

/// The pieces of a cell, filled while its element is read; room is used again.
#[derive(Default)]
pub(super) struct Raw {
    pub(super) col: u32,
    pub(super) value: String,
    pub(super) has_value: bool,
    pub(super) inline: RichText,
    pub(super) formula: Option<(String, bool)>,
    style: u32,
    kind: Kind,
}

impl Raw {
    /// Begins a cell from its start tag.
    pub(super) fn begin(&mut self, start: &BytesStart<'_>, next_column: u32) {
        self.value.clear();
        self.has_value = false;
        self.inline.clear();
        self.formula = None;
        (self.col, self.style, self.kind) = (next_column, 0, Kind::Number);
        for attribute in start.attributes().with_checks(false).flatten() {
            let value = attribute.value.as_ref();
            match attribute.key.as_ref() {
                "r" => self.col = column_of(value).unwrap_or(next_column),
                "s" => self.style = value.parse().unwrap_or(0),
                "t" => self.kind = Kind::of(value),
                _ => {}
            }
        }
    }

    /// The cell, if it holds anything, or what is wrong with it.
    pub(super) fn cell(&mut self, context: &Context) -> Option<Result<Cell, &'static str>> {
        let inline = self.kind == Kind::Inline;
        if self.formula.is_none()
            && self.value.is_empty()
            && (!inline || self.inline.text.is_empty())
        {
            return None;
        }
        let look = context.styles.look(self.style);
        let font = look.and_then(|look| look.font.as_ref());
        let mut cell = match self.kind {
            Kind::Shared if !self.value.is_empty() => {
                let text = self.value.trim().parse().ok().and_then(|at| context.shared.get(at));
                match text {
                    Some((text, runs)) => text_cell(self.col, text, runs, font),
                    None => return Some(Err("a cell refers to a text that is not there")),
                }
            }
            Kind::Inline => text_cell(self.col, &self.inline.text, &self.inline.runs, font),
            _ => Cell { font: font.cloned(), ..Cell::new(self.col, self.value(context.date_1904)) },
        };
        let is_date = self.kind == Kind::IsoDate || look.is_some_and(|look| look.date);
        cell.date_format = is_date && matches!(cell.value, Value::Number(_));
        let has_value = match self.kind {
            Kind::FormulaText => self.has_value,
            Kind::Inline => true,
            _ => !self.value.is_empty(),
        };
        let formula = self.formula.take();
        cell.formula = formula.map(|(text, external)| Formula { text, external, has_value });
        Some(Ok(cell))
    }

    fn value(&mut self, date_1904: bool) -> Value {
        let value = &mut self.value;
        let number = match self.kind {
            Kind::Number => value.trim().parse().ok(),
            Kind::IsoDate => serial::of_iso(value, date_1904),
            Kind::Bool => return Value::Bool(matches!(value.trim(), "1" | "true")),
            Kind::Error => return Value::Error(value.clone()),
            Kind::Shared | Kind::Inline | Kind::FormulaText => None,
        };
        if let Some(number) = number.filter(|number: &f64| number.is_finite()) {
            return Value::Number(number);
        }
        unescape(value, 0);
        Value::Text(value.clone())
    }
}

impl Kind {
    fn of(attribute: &str) -> Self {
        match attribute {
            "s" => Self::Shared,
            "inlineStr" => Self::Inline,
            "str" => Self::FormulaText,
            "b" => Self::Bool,
            "e" => Self::Error,
            "d" => Self::IsoDate,
            _ => Self::Number,
        }
    }
}
