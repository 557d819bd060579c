//! Helpers of the tests: sample files, and small containers made by hand.

use std::io::{Cursor, Write};
use std::path::PathBuf;

use sheets::{Cell, Limits, Refusal, Sheet, Value, Workbook, read_bytes, read_file};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The path of a sample file.
pub(crate) fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// Reads a sample file that must be readable.
pub(crate) fn read_sample(name: &str) -> Workbook {
    read_file(&sample(name), &Limits::default()).unwrap()
}

/// The cell at a place such as `B12` of the first sheet.
pub(crate) fn at<'w>(book: &'w Workbook, place: &str) -> Option<&'w Cell> {
    cell(&book.sheets[0], place)
}

/// The cell at a place such as `B12`.
pub(crate) fn cell<'s>(sheet: &'s Sheet, place: &str) -> Option<&'s Cell> {
    let digits = place.find(|c: char| c.is_ascii_digit()).unwrap();
    let number: u32 = place[digits..].parse().unwrap();
    let column = place[..digits].bytes().fold(0, |sum, b| sum * 26 + u32::from(b - b'A') + 1) - 1;
    sheet.rows.iter().find(|row| row.number == number)?.cell(column)
}

/// The text at a place of the first sheet.
pub(crate) fn text<'w>(book: &'w Workbook, place: &str) -> &'w str {
    match at(book, place).map(|cell| &cell.value) {
        Some(Value::Text(text)) => text,
        other => panic!("{other:?} at {place}"),
    }
}

/// A zip container with these parts.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An `.xlsx` file of one sheet with this content, these shared texts and these styles.
pub(crate) fn xlsx(sheet: &str, strings: &str, styles: &str) -> Vec<u8> {
    let root = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{TYPES}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let workbook = "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets>\
                    </workbook>";
    let relations = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{TYPES}/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" \
         Type=\"{TYPES}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship \
         Id=\"rId3\" Type=\"{TYPES}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    package(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", format!("<worksheet>{sheet}</worksheet>").as_bytes()),
        ("xl/sharedStrings.xml", format!("<sst>{strings}</sst>").as_bytes()),
        ("xl/styles.xml", format!("<styleSheet>{styles}</styleSheet>").as_bytes()),
    ])
}

/// An `.ods` file whose spreadsheet has this content, with these automatic styles.
pub(crate) fn ods(content: &str, styles: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

/// The code of the refusal, or that it was read.
pub(crate) fn outcome(name: &str, bytes: &[u8], limits: &Limits) -> &'static str {
    read_bytes(name, bytes, limits).map_or_else(|refusal: Refusal| refusal.code(), |_| "read")
}
