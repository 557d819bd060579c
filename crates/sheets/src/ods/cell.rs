//! One cell of a table as it stands in the file, and what it means.

use std::sync::Arc;

use jiff::SignedDuration;
use quick_xml::events::BytesStart;

use crate::formula::is_external;
use crate::serial;
use crate::strings::{RichText, text_cell};
use crate::{Cell, Formula, Value};

/// What the start tag of a cell says.
#[derive(Default)]
pub(super) struct Tag {
    kind: String,
    value: String,
    formula: Option<String>,
    is_error: bool,
    pub(super) style: Option<String>,
    pub(super) repeated: u32,
    pub(super) columns_spanned: u32,
    pub(super) rows_spanned: u32,
}

impl Tag {
    pub(super) fn read(start: &BytesStart<'_>) -> Self {
        let mut tag = Self { repeated: 1, columns_spanned: 1, rows_spanned: 1, ..Self::default() };
        for attribute in start.attributes().with_checks(false).flatten() {
            let version = quick_xml::XmlVersion::Implicit1_0;
            let Ok(value) = attribute.normalized_value(version) else { continue };
            let count = || value.parse::<u32>().unwrap_or(1).max(1);
            match attribute.key.as_ref() {
                "office:value-type" => tag.kind = value.into_owned(),
                "calcext:value-type" => tag.is_error = value == "error",
                "office:value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value"
                | "office:string-value" => tag.value = value.into_owned(),
                "table:formula" => tag.formula = Some(value.into_owned()),
                "table:style-name" => tag.style = Some(value.into_owned()),
                "table:number-columns-repeated" => tag.repeated = count(),
                "table:number-columns-spanned" => tag.columns_spanned = count(),
                "table:number-rows-spanned" => tag.rows_spanned = count(),
                _ => {}
            }
        }
        tag
    }

    /// The cell these attributes and this content make.
    pub(super) fn cell(
        self,
        col: u32,
        content: &RichText,
        font: Option<Arc<str>>,
        date_1904: bool,
    ) -> Cell {
        let has_value = !self.kind.is_empty();
        let stored = self.stored(date_1904);
        let is_date = matches!(self.kind.as_str(), "date" | "time");
        let mut cell = match stored {
            Some(value) => Cell { font, ..Cell::new(col, value) },
            None if self.is_error => {
                Cell { font, ..Cell::new(col, Value::Error(content.text.clone())) }
            }
            None if content.text.is_empty() => {
                Cell { font, ..Cell::new(col, Value::Text(self.value)) }
            }
            None => text_cell(col, &content.text, &content.runs, font.as_ref()),
        };
        cell.date_format = is_date && matches!(cell.value, Value::Number(_));
        cell.formula = self.formula.map(|formula| {
            // The language stands before the formula, as in `of:=A1+1`.
            let text = formula.split_once('=').map_or(formula.as_str(), |(_, text)| text);
            Formula { text: text.to_owned(), external: is_external(text), has_value }
        });
        cell
    }

    fn stored(&self, date_1904: bool) -> Option<Value> {
        let number = match self.kind.as_str() {
            "float" | "percentage" | "currency" => self.value.trim().parse().ok(),
            "date" => serial::of_iso(&self.value, date_1904),
            "time" => self.value.parse::<SignedDuration>().ok().map(|t| t.as_secs_f64() / 86_400.0),
            "boolean" => return Some(Value::Bool(self.value == "true")),
            _ => None,
        };
        number.filter(|number: &f64| number.is_finite()).map(Value::Number)
    }
}
