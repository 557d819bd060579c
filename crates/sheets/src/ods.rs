//! `.ods`: OpenDocument. One streaming pass over the content, own code because a few bytes may
//! say that a cell is repeated a million times: only what is counted is kept.

mod cell;
mod content;
mod styles;
mod table;

use quick_xml::events::Event;

use crate::budget::Budget;
use crate::package::Package;
use crate::xml::{Xml, attribute};
use crate::{Format, Limits, Lookalike, Refusal, Workbook};

const MANIFEST: &str = "META-INF/manifest.xml";
const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Reads all tables.
pub(crate) fn read(package: &mut Package<'_>, limits: &Limits) -> Result<Workbook, Refusal> {
    refuse_encrypted(package)?;
    let kind = package.find_text("mimetype")?.unwrap_or_default();
    if !kind.trim().is_empty() && !kind.trim().starts_with(KIND) {
        return Err(Refusal::NotAWorkbook { found: Lookalike::OtherDocument });
    }
    let mut styles = styles::Styles::default();
    if let Some(text) = package.find_text("styles.xml")? {
        let mut xml = Xml::new("styles.xml", &text);
        loop {
            match xml.next()? {
                Event::Eof => break,
                event => styles.take(&event, &xml)?,
            }
        }
    }
    let text = package.text("content.xml")?;
    let mut budget = Budget::new(limits);
    read_content(&text, styles, &mut budget, limits)
}

fn read_content(
    text: &str,
    mut styles: styles::Styles,
    budget: &mut Budget<'_>,
    limits: &Limits,
) -> Result<Workbook, Refusal> {
    let mut xml = Xml::new("content.xml", text);
    let mut date_1904 = false;
    let mut sheets = Vec::new();
    loop {
        match xml.next()? {
            Event::Eof => break,
            Event::Start(start) if start.name().as_ref() == "table:null-date" => {
                date_1904 = attribute(&start, "date-value").is_some_and(|d| d == "1904-01-01");
            }
            Event::Start(start) if start.name().as_ref() == "table:table" => {
                if sheets.len() == limits.sheets {
                    return Err(Refusal::TooManySheets { limit: limits.sheets });
                }
                sheets.push(table::read(&start, &mut xml, &styles, date_1904, budget)?);
            }
            event => styles.take(&event, &xml)?,
        }
    }
    Ok(Workbook { format: Format::Ods, encoding: None, separator: None, date_1904, sheets })
}

/// The manifest lists how each part is encrypted, if it is.
fn refuse_encrypted(package: &mut Package<'_>) -> Result<(), Refusal> {
    let Some(text) = package.find_text(MANIFEST)? else {
        return Ok(());
    };
    let mut xml = Xml::new(MANIFEST, &text);
    loop {
        match xml.next()? {
            Event::Eof => return Ok(()),
            Event::Start(start) if start.local_name().as_ref() == "encryption-data" => {
                return Err(Refusal::Encrypted);
            }
            _ => {}
        }
    }
}
