//! Reading: the content decides which reader it goes to.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::package::Package;
use crate::sniff::{Container, container};
use crate::{Limits, Lookalike, Refusal, Workbook, ods, text, xls, xlsx};

/// Reads a workbook from disk.
pub fn read_file(path: &Path, limits: &Limits) -> Result<Workbook, Refusal> {
    let unreadable = |error: std::io::Error| Refusal::Unreadable { detail: error.to_string() };
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(limits.file_bytes + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    read_bytes(&path.to_string_lossy(), &bytes, limits)
}

/// Reads a workbook from memory. The content decides the format; the name only tells text that
/// is meant as a list from text that calls itself a workbook, which is refused.
pub fn read_bytes(name: &str, bytes: &[u8], limits: &Limits) -> Result<Workbook, Refusal> {
    if bytes.len() as u64 > limits.file_bytes {
        return Err(Refusal::TooLarge { limit: limits.file_bytes });
    }
    let workbook = match container(bytes) {
        Container::Zip => read_package(bytes, limits)?,
        Container::Ole => xls::read(bytes, limits)?,
        Container::Other(found) => return Err(Refusal::NotAWorkbook { found }),
        Container::None => text::read(name, bytes, limits)?,
    };
    if workbook.is_empty() {
        return Err(Refusal::NoData);
    }
    Ok(workbook)
}

fn read_package(bytes: &[u8], limits: &Limits) -> Result<Workbook, Refusal> {
    let mut package = Package::open(bytes, limits.unpacked_bytes)?;
    if package.has("xl/workbook.bin") {
        return Err(Refusal::NotAWorkbook { found: Lookalike::BinaryWorkbook });
    }
    if package.has_folder("xl/") {
        return xlsx::read(&mut package, limits);
    }
    if package.has("content.xml") {
        return ods::read(&mut package, limits);
    }
    Err(Refusal::NotAWorkbook { found: Lookalike::OtherDocument })
}
