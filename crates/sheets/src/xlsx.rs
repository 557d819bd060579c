//! `.xlsx`: Office Open XML. One streaming pass over each part, own code because the limits,
//! fonts, hidden rows and formulas are wanted in the same pass and no declared size is believed.

mod cell;
mod sheet;
mod strings;
mod styles;
mod workbook;

use crate::budget::Budget;
use crate::package::Package;
use crate::{Format, Limits, Refusal, Workbook};

/// Reads all worksheets.
pub(crate) fn read(package: &mut Package<'_>, limits: &Limits) -> Result<Workbook, Refusal> {
    let parts = workbook::read(package, limits)?;
    let styles = match &parts.styles {
        Some(part) => package.find_text(part)?.map(|text| styles::read(part, &text)),
        None => None,
    };
    let styles = styles.transpose()?.unwrap_or_default();
    let shared = match &parts.strings {
        Some(part) => package.find_text(part)?.map(|text| strings::read(part, &text)),
        None => None,
    };
    let shared = shared.transpose()?.unwrap_or_default();
    let context = sheet::Context { styles, shared, date_1904: parts.date_1904 };

    let mut budget = Budget::new(limits);
    let mut sheets = Vec::with_capacity(parts.sheets.len());
    for listed in parts.sheets {
        let text = package.text(&listed.part)?;
        sheets.push(sheet::read(&listed, &text, &context, &mut budget)?);
    }
    let date_1904 = parts.date_1904;
    Ok(Workbook { format: Format::Xlsx, encoding: None, separator: None, date_1904, sheets })
}
