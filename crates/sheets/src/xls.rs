//! `.xls`: the old binary format (BIFF5 and BIFF8). Own code over the container's reader: the
//! libraries reserve memory for the area a sheet declares and tell neither fonts nor hidden rows.

mod formula;
mod globals;
mod record;
mod sheet;
mod text;

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use crate::budget::Budget;
use crate::{Format, Limits, Lookalike, Refusal, Workbook};

/// Reads all worksheets.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Refusal> {
    let corrupt = |error: std::io::Error| Refusal::corrupt(error.to_string());
    let mut container = CompoundFile::open(Cursor::new(bytes)).map_err(corrupt)?;
    if container.exists("/EncryptedPackage") {
        return Err(Refusal::Encrypted);
    }
    let Some(name) = ["/Workbook", "/Book"].into_iter().find(|name| container.exists(name)) else {
        return Err(Refusal::NotAWorkbook { found: Lookalike::OtherDocument });
    };
    let mut stream = Vec::new();
    let part = container.open_stream(name).map_err(corrupt)?;
    part.take(limits.unpacked_bytes + 1).read_to_end(&mut stream).map_err(corrupt)?;
    if stream.len() as u64 > limits.unpacked_bytes {
        return Err(Refusal::TooLargeUnpacked { limit: limits.unpacked_bytes });
    }
    read_stream(&stream, limits)
}

fn read_stream(stream: &[u8], limits: &Limits) -> Result<Workbook, Refusal> {
    let globals = globals::read(stream, limits)?;
    let mut budget = Budget::new(limits);
    let mut sheets = Vec::with_capacity(globals.sheets.len());
    for listed in &globals.sheets {
        sheets.push(sheet::read(listed, stream, &globals, &mut budget)?);
    }
    let date_1904 = globals.date_1904;
    Ok(Workbook { format: Format::Xls, encoding: None, separator: None, date_1904, sheets })
}
