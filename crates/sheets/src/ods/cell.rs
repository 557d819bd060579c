//! One cell of a table as it stands in the file, and what it means.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::SignedDuration;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use crate::formula::is_external;
use crate::serial;
use crate::strings::{RichText, text_cell};
use crate::{Cell, Formula, Value};

/// How the stored value of a cell is to be read.
#[derive(Clone, Copy, Default, PartialEq)]
enum Kind {
    /// No value is stored.
    #[default]
    None,
    Number,
    Date,
    Time,
    Bool,
    Text,
}

/// What the start tag of a cell says.
pub(super) struct Tag<'s> {
    kind: Kind,
    value: Cow<'s, str>,
    formula: Option<Cow<'s, str>>,
    is_error: bool,
    pub(super) style: Option<Cow<'s, str>>,
    pub(super) repeated: u32,
    pub(super) columns_spanned: u32,
    pub(super) rows_spanned: u32,
}

impl<'s> Tag<'s> {
    pub(super) fn read(start: &'s BytesStart<'_>) -> Self {
        let mut tag = Self {
            kind: Kind::None,
            value: Cow::Borrowed(""),
            formula: None,
            is_error: false,
            style: None,
            repeated: 1,
            columns_spanned: 1,
            rows_spanned: 1,
        };
        for attribute in start.attributes().with_checks(false).flatten() {
            if let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) {
                tag.take(attribute.key.as_ref(), value);
            }
        }
        tag
    }

    fn take(&mut self, key: &str, value: Cow<'s, str>) {
        let count = || value.parse::<u32>().unwrap_or(1).max(1);
        match key {
            "office:value-type" => self.kind = Kind::of(&value),
            "calcext:value-type" => self.is_error = value == "error",
            "office:value"
            | "office:date-value"
            | "office:time-value"
            | "office:boolean-value"
            | "office:string-value" => self.value = value,
            "table:formula" => self.formula = Some(value),
            "table:style-name" => self.style = Some(value),
            "table:number-columns-repeated" => self.repeated = count(),
            "table:number-columns-spanned" => self.columns_spanned = count(),
            "table:number-rows-spanned" => self.rows_spanned = count(),
            _ => {}
        }
    }

    /// The cell these attributes and this content make.
    pub(super) fn cell(
        self,
        col: u32,
        content: &RichText,
        font: Option<Arc<str>>,
        date_1904: bool,
    ) -> Cell {
        let has_value = self.kind != Kind::None;
        let stored = self.stored(date_1904);
        let is_date = matches!(self.kind, Kind::Date | Kind::Time);
        let mut cell = match stored {
            Some(value) => Cell { font, ..Cell::new(col, value) },
            None if self.is_error => {
                Cell { font, ..Cell::new(col, Value::Error(content.text.clone())) }
            }
            None if content.text.is_empty() => {
                Cell { font, ..Cell::new(col, Value::Text(self.value.into_owned())) }
            }
            None => text_cell(col, &content.text, &content.runs, font.as_ref()),
        };
        cell.date_format = is_date && matches!(cell.value, Value::Number(_));
        cell.formula = self.formula.map(|formula| {
            // The language stands before the formula, as in `of:=A1+1`.
            let text = formula.split_once('=').map_or(&*formula, |(_, text)| text);
            Formula { text: text.to_owned(), external: is_external(text), has_value }
        });
        cell
    }

    fn stored(&self, date_1904: bool) -> Option<Value> {
        let number = match self.kind {
            Kind::Number => self.value.trim().parse().ok(),
            Kind::Date => serial::of_iso(&self.value, date_1904),
            Kind::Time => {
                let time = self.value.parse::<SignedDuration>().ok();
                time.map(|time| time.as_secs_f64() / 86_400.0)
            }
            Kind::Bool => return Some(Value::Bool(self.value == "true")),
            Kind::None | Kind::Text => None,
        };
        number.filter(|number: &f64| number.is_finite()).map(Value::Number)
    }
}

impl Kind {
    fn of(attribute: &str) -> Self {
        match attribute {
            "float" | "percentage" | "currency" => Self::Number,
            "date" => Self::Date,
            "time" => Self::Time,
            "boolean" => Self::Bool,
            _ => Self::Text,
        }
    }
}
