//! The workbook's own records: sheets, fonts, formats, shared texts.

use std::collections::HashMap;
use std::sync::Arc;

use super::formula::Books;
use super::record::{BOF, EOF, Records, Segments, u16_at, u32_at};
use super::text::{Dialect, Fonts, shared};
use crate::number_format::{is_date_code, is_date_id};
use crate::strings::StringTable;
use crate::{Limits, Refusal};

const CODE_PAGE: u16 = 0x0042;
const DATE_MODE: u16 = 0x0022;
const FILE_PASS: u16 = 0x002F;
const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041E;
const FORMAT_BIFF5: u16 = 0x001E;
const XF: u16 = 0x00E0;
const BOUND_SHEET: u16 = 0x0085;
const SUP_BOOK: u16 = 0x01AE;
const EXTERN_SHEET: u16 = 0x0017;
const SST: u16 = 0x00FC;

/// What all sheets of a workbook share.
#[derive(Default)]
pub(super) struct Globals {
    pub(super) sheets: Vec<Listed>,
    pub(super) date_1904: bool,
    pub(super) dialect: Dialect,
    pub(super) strings: StringTable,
    pub(super) books: Books,
    fonts: Fonts,
    date_codes: HashMap<u16, bool>,
    /// The font and the number format of each cell format.
    looks: Vec<(u16, u16)>,
}

/// A worksheet and where its records begin in the stream.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) position: usize,
}

impl Globals {
    /// The font of a cell format and whether it shows dates.
    pub(super) fn look(&self, index: u16) -> (Option<Arc<str>>, bool) {
        let Some(&(font, format)) = self.looks.get(usize::from(index)) else {
            return (None, false);
        };
        let date = self.date_codes.get(&format).copied();
        (self.fonts.get(font), date.unwrap_or_else(|| is_date_id(u32::from(format))))
    }

    fn take(&mut self, kind: u16, data: &[u8], limits: &Limits) -> Result<Option<()>, Refusal> {
        let taken = match kind {
            BOF => u16_at(data, 0).map(|version| self.dialect.biff8 = version >= 0x0600),
            CODE_PAGE => {
                self.dialect.set_code_page(data);
                Some(())
            }
            DATE_MODE => u16_at(data, 0).map(|mode| self.date_1904 = mode == 1),
            FILE_PASS => return Err(Refusal::Encrypted),
            FONT => {
                let name = data.get(14..).and_then(|name| self.dialect.short(name));
                name.map(|name| self.fonts.0.push(Arc::from(name)))
            }
            FORMAT | FORMAT_BIFF5 => self.format(data),
            XF => u16_at(data, 0).zip(u16_at(data, 2)).map(|look| self.looks.push(look)),
            BOUND_SHEET => return self.bound_sheet(data, limits),
            SUP_BOOK => self.books.add_book(data),
            EXTERN_SHEET => self.books.set_references(data),
            _ => Some(()),
        };
        Ok(taken)
    }

    fn format(&mut self, data: &[u8]) -> Option<()> {
        let id = u16_at(data, 0)?;
        let code = if self.dialect.biff8 {
            self.dialect.long(&mut Segments::single(&data[2..]))
        } else {
            self.dialect.short(&data[2..])
        };
        self.date_codes.insert(id, is_date_code(&code?));
        Some(())
    }

    /// A sheet that is no worksheet (a chart, a macro) is passed over.
    fn bound_sheet(&mut self, data: &[u8], limits: &Limits) -> Result<Option<()>, Refusal> {
        let (Some(position), Some([state, kind])) = (u32_at(data, 0), data.get(4..6)) else {
            return Ok(None);
        };
        if *kind != 0 {
            return Ok(Some(()));
        }
        if self.sheets.len() == limits.sheets {
            return Err(Refusal::TooManySheets { limit: limits.sheets });
        }
        let hidden = state & 3 != 0;
        let listed = |name| Listed { name, hidden, position: position as usize };
        Ok(self.dialect.short(&data[6..]).map(|name| self.sheets.push(listed(name))))
    }

    fn read_strings(&mut self, mut segments: Segments<'_>) -> Result<(), Refusal> {
        // How many texts the record declares is not believed: they end with the record.
        let header = segments.u32().and_then(|_| segments.u32());
        for _ in 0..header.unwrap_or(0) {
            let Some(rich) = shared(&mut segments, &self.fonts) else {
                return Err(Refusal::corrupt("the shared texts are cut off"));
            };
            self.strings.push(&rich)?;
        }
        Ok(())
    }
}

pub(super) fn read(stream: &[u8], limits: &Limits) -> Result<Globals, Refusal> {
    let mut globals = Globals::default();
    let mut records = Records::new(stream);
    while let Some((kind, data)) = records.next()? {
        match kind {
            EOF => break,
            SST => {
                let segments = records.continued(data)?;
                globals.read_strings(segments)?;
            }
            kind => {
                let taken = globals.take(kind, data, limits)?;
                taken.ok_or_else(|| Refusal::corrupt(format!("a short record {kind:#06x}")))?;
            }
        }
    }
    Ok(globals)
}
