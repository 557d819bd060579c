//! Separated text (CSV): every value is the text it is, so nothing a clerk typed is lost.

mod encoding;
mod separator;

use csv::{ByteRecord, ReaderBuilder};

use crate::budget::{Budget, SheetBuilder};
use crate::sniff::markup;
use crate::{Cell, Format, Limits, Lookalike, Refusal, Sheet, Value, Workbook};

pub(crate) fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Workbook, Refusal> {
    let not = |found| Refusal::NotAWorkbook { found };
    let (text, encoding) = encoding::decode(bytes).ok_or_else(|| not(Lookalike::Unknown))?;
    if let Some(found) = markup(&text) {
        return Err(not(found));
    }
    if calls_itself_a_workbook(name) {
        return Err(not(Lookalike::Text));
    }
    let (text, declared) = separator::declared(&text);
    let separator = declared.or_else(|| separator::guess(text));
    let sheet = read_records(text, separator.unwrap_or(','), limits)?;
    Ok(Workbook {
        format: Format::Csv,
        encoding: Some(encoding.to_owned()),
        separator,
        date_1904: false,
        sheets: vec![sheet],
    })
}

fn calls_itself_a_workbook(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["xlsx", "xlsm", "xls", "ods"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// A record is held whole while it is read, so a line of nothing but separators is refused
/// before: more than all columns and the longest text can have.
fn refuse_endless_lines(text: &str, separator: char, limits: &Limits) -> Result<(), Refusal> {
    let most = limits.columns as usize + limits.text_chars;
    let endless = |line: &str| line.len() > most && line.matches(separator).count() > most;
    if text.split(['\r', '\n']).any(endless) {
        return Err(Refusal::TooManyColumns { sheet: String::new(), limit: limits.columns });
    }
    Ok(())
}

fn read_records(text: &str, separator: char, limits: &Limits) -> Result<Sheet, Refusal> {
    refuse_endless_lines(text, separator, limits)?;
    let mut reader = ReaderBuilder::new()
        .delimiter(separator as u8)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut budget = Budget::new(limits);
    let mut builder = SheetBuilder::new(String::new(), false, &mut budget);
    let mut record = ByteRecord::new();
    let mut number = 0_u32;
    let mut end = 0_usize;
    while reader.read_byte_record(&mut record).map_err(|e| Refusal::corrupt(e.to_string()))? {
        number = number.saturating_add(1 + blank_lines(text, end));
        end = reader.position().byte() as usize;
        builder.open_row(number, false)?.field_count = Some(record.len() as u32);
        for (col, field) in (0..).zip(&record) {
            let field = String::from_utf8_lossy(field);
            builder.put(Cell::new(col, Value::Text(field.into_owned())))?;
        }
    }
    builder.finish()
}

/// Empty lines between two records: the reader passes over them, a spreadsheet counts them.
fn blank_lines(text: &str, from: usize) -> u32 {
    let bytes = &text.as_bytes()[from.min(text.len())..];
    let after_half_a_line_end = from > 0 && text.as_bytes().get(from - 1) == Some(&b'\r');
    let bytes = match bytes {
        [b'\n', rest @ ..] if after_half_a_line_end => rest,
        all => all,
    };
    let ends = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let pairs = bytes[..ends].windows(2).filter(|pair| pair == b"\r\n").count();
    (ends - pairs) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, u32, Vec<String>)> {
        let book = read("a.csv", text.as_bytes(), &Limits::default()).unwrap();
        let value = |cell: &Cell| match &cell.value {
            Value::Text(text) => text.clone(),
            other => panic!("{other:?} in a CSV file"),
        };
        let row = |row: &crate::Row| {
            (row.number, row.field_count.unwrap(), row.cells.iter().map(value).collect())
        };
        book.sheets[0].rows.iter().map(row).collect()
    }

    #[test]
    fn records_are_counted_with_the_blank_ones_and_not_by_lines() {
        let expected = vec![
            (1, 2, vec!["STT".to_owned(), "Tên".to_owned()]),
            (4, 2, vec!["1".to_owned(), "An\r\nBình".to_owned()]),
            (6, 3, vec!["2".to_owned(), "Chi".to_owned(), "x".to_owned()]),
        ];
        let text = "STT;Tên\r\n\r\n;\r\n1;\"An\r\nBình\"\r\n\r\n2;Chi;x\r\n";
        assert_eq!(rows(text), expected);
        let unix = text.replace("\r\n", "\n");
        let numbers = |text: &str| rows(text).iter().map(|row| row.0).collect::<Vec<_>>();
        assert_eq!(numbers(&unix), [1, 4, 6]);
        assert_eq!(numbers(&unix.replace('\n', "\r")), [1, 4, 6]);
    }

    #[test]
    fn quotes_keep_separators_and_doubled_quotes() {
        let text = "ten,ghi chu\n\"Lê, An\",\"nói \"\"vâng\"\"\"\n";
        assert_eq!(rows(text)[1].2, ["Lê, An", "nói \"vâng\""]);
    }

    #[test]
    fn a_list_of_one_column_has_no_separator() {
        let book = read("a.csv", "Họ tên\nAn\n".as_bytes(), &Limits::default()).unwrap();
        assert_eq!((book.separator, book.sheets[0].rows.len()), (None, 2));
    }

    #[test]
    fn text_named_as_a_workbook_is_refused_and_a_web_page_too() {
        let found = |name: &str, text: &str| match read(name, text.as_bytes(), &Limits::default()) {
            Err(Refusal::NotAWorkbook { found }) => found,
            other => panic!("{other:?}"),
        };
        assert_eq!(found("ds.XLSX", "a;b\n1;2\n"), Lookalike::Text);
        assert_eq!(found("ds.csv", "<table><tr>"), Lookalike::WebPage);
        assert_eq!(found("ds.csv", "a\0\x01\x02b"), Lookalike::Unknown);
    }
}
