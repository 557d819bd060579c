//! The text of a cell: paragraphs, spans with fonts, and spaces written as elements.
//!
//! The standard wants several spaces read as one unless they are elements, but spreadsheet
//! programs write and read them as they stand, and a clerk's stray spaces must be seen.

use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::styles::Styles;
use crate::Refusal;
use crate::strings::RichText;
use crate::xml::{Xml, attribute, number};

/// Reads a cell's content up to the end of the cell. Comments and drawings are no part of it.
/// No more than `most` bytes come out of spaces that are only counted.
pub(super) fn read(
    xml: &mut Xml<'_>,
    styles: &Styles,
    rich: &mut RichText,
    most: usize,
) -> Result<(), Refusal> {
    let mut first = true;
    loop {
        match xml.next()? {
            Event::Start(start) if matches!(start.name().as_ref(), "text:p" | "text:h") => {
                if !first {
                    rich.text.push('\n');
                    rich.close_run(rich.text.len() - 1, None);
                }
                first = false;
                Paragraph { xml, styles, rich, most }.read()?;
            }
            Event::Start(_) => xml.skip()?,
            Event::End(_) => return Ok(()),
            Event::Eof => return Err(xml.corrupt("a cell without its end")),
            _ => {}
        }
    }
}

struct Paragraph<'p, 'x> {
    xml: &'p mut Xml<'x>,
    styles: &'p Styles,
    rich: &'p mut RichText,
    most: usize,
}

impl Paragraph<'_, '_> {
    fn read(mut self) -> Result<(), Refusal> {
        let mut fonts: Vec<Option<Arc<str>>> = vec![None];
        loop {
            let start_at = self.rich.text.len();
            match self.xml.next()? {
                Event::Start(start) if start.name().as_ref().starts_with("text:") => {
                    if start.local_name().as_ref() == "note" {
                        self.xml.skip()?;
                        continue;
                    }
                    self.special(&start);
                    let style = attribute(&start, "style-name");
                    let font = style.and_then(|style| self.styles.font("text", &style));
                    fonts.push(font.or_else(|| fonts.last().cloned().flatten()));
                }
                Event::Start(_) => self.xml.skip()?,
                Event::End(_) => {
                    fonts.pop();
                    if fonts.is_empty() {
                        return Ok(());
                    }
                }
                Event::Eof => return Err(self.xml.corrupt("a paragraph without its end")),
                event => self.xml.push_text(&event, &mut self.rich.text)?,
            }
            self.rich.close_run(start_at, fonts.last().cloned().flatten());
        }
    }

    fn special(&mut self, start: &BytesStart<'_>) {
        let (character, count) = match start.local_name().as_ref() {
            "s" => (" ", number(start, "c").unwrap_or(1) as usize),
            "tab" => ("\t", 1),
            "line-break" => ("\n", 1),
            _ => return,
        };
        let room = self.most.saturating_sub(self.rich.text.len());
        self.rich.text.push_str(&character.repeat(count.min(room)));
    }
}
