//! The styles part: which font a cell has and whether its number format is a date.

use std::collections::HashMap;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use crate::Refusal;
use crate::number_format::{is_date_code, is_date_id};
use crate::strings::FontNames;
use crate::xml::{Xml, attribute, number};

/// More cell formats than Excel itself allows (65,490): such a file was not made by hand.
const MOST_STYLES: usize = 65_536;

/// What a cell format says that matters here.
#[derive(Clone, Default)]
pub(super) struct Look {
    pub(super) font: Option<Arc<str>>,
    pub(super) date: bool,
}

/// Cell formats by their index.
#[derive(Default)]
pub(super) struct Styles(Vec<Look>);

impl Styles {
    pub(super) fn look(&self, index: u32) -> Option<&Look> {
        self.0.get(index as usize)
    }
}

#[derive(Default)]
struct Reading {
    fonts: Vec<Option<Arc<str>>>,
    date_codes: HashMap<u32, bool>,
    looks: Vec<Look>,
    names: FontNames,
    /// Cell formats stand in `cellXfs`; `cellStyleXfs` has elements of the same name.
    in_cell_formats: bool,
    in_fonts: bool,
}

pub(super) fn read(part: &str, text: &str) -> Result<Styles, Refusal> {
    let mut xml = Xml::new(part, text);
    let mut reading = Reading::default();
    loop {
        match xml.next()? {
            Event::Eof => return Ok(Styles(reading.looks)),
            Event::Start(start) => reading.start(&start),
            Event::End(end) => match end.local_name().as_ref() {
                "fonts" => reading.in_fonts = false,
                "cellXfs" => reading.in_cell_formats = false,
                _ => {}
            },
            _ => {}
        }
        if reading.looks.len().max(reading.fonts.len()).max(reading.date_codes.len()) > MOST_STYLES
        {
            return Err(xml.corrupt("too many styles"));
        }
    }
}

impl Reading {
    fn start(&mut self, start: &BytesStart<'_>) {
        match start.local_name().as_ref() {
            "numFmt" => {
                if let (Some(id), Some(code)) =
                    (number(start, "numFmtId"), attribute(start, "formatCode"))
                {
                    self.date_codes.insert(id, is_date_code(&code));
                }
            }
            "fonts" => self.in_fonts = true,
            "font" if self.in_fonts => self.fonts.push(None),
            "name" if self.in_fonts => {
                if let (Some(font), Some(name)) = (self.fonts.last_mut(), attribute(start, "val")) {
                    *font = Some(self.names.get(&name));
                }
            }
            "cellXfs" => self.in_cell_formats = true,
            "xf" if self.in_cell_formats => {
                let format = number(start, "numFmtId").unwrap_or(0);
                let date = self.date_codes.get(&format).copied();
                let font = number(start, "fontId").unwrap_or(0);
                let font = self.fonts.get(font as usize).cloned().flatten();
                let date = date.unwrap_or_else(|| is_date_id(format));
                self.looks.push(Look { font, date });
            }
            _ => {}
        }
    }
}
