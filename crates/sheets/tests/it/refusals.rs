//! Every refusal, by its code, on sample files and on containers made for it.

use crate::common::{ods, outcome, package, sample, xlsx};
use sheets::{Limits, Refusal, read_bytes, read_file};

fn refuse(name: &str) -> &'static str {
    read_file(&sample(name), &Limits::default()).map_or_else(|refusal| refusal.code(), |_| "read")
}

#[test]
fn hostile_samples_are_refused_for_what_is_wrong_with_them() {
    let expected = [
        ("hostile-van-ban-doi-ten.xlsx", "not_a_workbook"),
        ("hostile-trang-web.xls", "not_a_workbook"),
        ("hostile-nen-cao.xlsx", "too_large_unpacked"),
        ("hostile-hong.xlsx", "corrupt"),
        ("hostile-co-mat-khau.xlsx", "encrypted"),
        ("hostile-trong.xlsx", "no_data"),
        ("hostile-xxe.xlsx", "forbidden_xml"),
    ];
    for (name, code) in expected {
        assert_eq!(refuse(name), code, "{name}");
    }
}

#[test]
fn a_file_that_is_not_there_is_unreadable() {
    assert_eq!(refuse("khong-co.xlsx"), "unreadable");
}

#[test]
fn other_files_are_no_workbooks_whatever_they_are_called() {
    let files: [(&[u8], &str); 7] = [
        (b"", "a.xlsx"),
        (b"%PDF-1.7 \n", "a.xlsx"),
        (b"\x89PNG\r\n\x1a\n", "a.xls"),
        (b"{\\rtf1}", "a.xls"),
        (b"\x00\x01\x02\x03\x00\x01\x02\x03", "a.csv"),
        (b"<!DOCTYPE html><table>", "a.csv"),
        (b"<?xml version=\"1.0\"?><Workbook/>", "a.xls"),
    ];
    for (bytes, name) in files {
        assert_eq!(outcome(name, bytes, &Limits::default()), "not_a_workbook", "{bytes:?}");
    }
    let document = package(&[("word/document.xml", b"<w/>")]);
    assert_eq!(outcome("a.xlsx", &document, &Limits::default()), "not_a_workbook");
    let binary = package(&[("xl/workbook.bin", b"")]);
    assert_eq!(outcome("a.xlsx", &binary, &Limits::default()), "not_a_workbook");
    let text = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<a/>"),
    ]);
    assert_eq!(outcome("a.ods", &text, &Limits::default()), "not_a_workbook");
}

#[test]
fn an_encrypted_opendocument_is_told_by_its_manifest() {
    let manifest = b"<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">\
        <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let bytes = package(&[("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02")]);
    assert_eq!(outcome("a.ods", &bytes, &Limits::default()), "encrypted");
}

#[test]
fn a_document_type_is_forbidden_in_every_part_that_is_read() {
    let with = "<!DOCTYPE x [<!ENTITY a \"b\">]>";
    let row = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";
    let files = [
        xlsx(&format!("{with}{row}"), "", ""),
        xlsx(row, with, ""),
        xlsx(row, "", with),
        ods(with, ""),
        ods("", with),
    ];
    for bytes in files {
        assert_eq!(outcome("a", &bytes, &Limits::default()), "forbidden_xml");
    }
}

#[test]
fn an_entity_nobody_declared_is_corrupt() {
    let sheet = "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>\
                 </sheetData>";
    assert_eq!(outcome("a", &xlsx(sheet, "", ""), &Limits::default()), "corrupt");
}

#[test]
fn a_text_that_is_not_there_is_corrupt() {
    let sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData>";
    assert_eq!(outcome("a", &xlsx(sheet, "<si><t>a</t></si>", ""), &Limits::default()), "corrupt");
}

#[test]
fn a_workbook_cut_off_anywhere_is_refused() {
    for name in ["hostile-gop-o.xlsx", "libreoffice-gop-o.ods", "libreoffice-gop-o.xls"] {
        let bytes = std::fs::read(sample(name)).unwrap();
        for part in 1..8 {
            let cut = &bytes[..bytes.len() * part / 8];
            assert_ne!(outcome(name, cut, &Limits::default()), "read", "{name} {part}/8");
        }
    }
}

#[test]
fn what_is_too_much_is_refused_in_every_format() {
    let samples = [
        "doan-vien-vntime-co-khi-truong-son-ha.xlsx",
        "doan-vien-tu-van-sao-viet-hai.xls",
        "libreoffice-an-dong-cot.ods",
    ];
    let all = Limits::default();
    for name in samples {
        let bytes = std::fs::read(sample(name)).unwrap();
        let outcome = |limits: &Limits| outcome(name, &bytes, limits);
        assert_eq!(outcome(&all), "read");
        assert_eq!(outcome(&Limits { file_bytes: 500, ..all.clone() }), "too_large", "{name}");
        assert_eq!(outcome(&Limits { rows: 5, ..all.clone() }), "too_many_rows", "{name}");
        assert_eq!(outcome(&Limits { columns: 3, ..all.clone() }), "too_many_columns", "{name}");
        assert_eq!(outcome(&Limits { cells: 20, ..all.clone() }), "too_many_cells", "{name}");
        assert_eq!(outcome(&Limits { text_chars: 9, ..all.clone() }), "text_too_long", "{name}");
        assert_eq!(outcome(&Limits { text_bytes: 99, ..all.clone() }), "too_much_text", "{name}");
        assert_eq!(outcome(&Limits { sheets: 0, ..all.clone() }), "too_many_sheets", "{name}");
        let small = Limits { unpacked_bytes: 2_000, ..all.clone() };
        assert_eq!(outcome(&small), "too_large_unpacked", "{name}");
    }
}

#[test]
fn separated_text_has_the_same_limits() {
    let bytes = std::fs::read(sample("doan-vien-phan-mem-nhan-su.csv")).unwrap();
    let outcome = |limits: Limits| outcome("a.csv", &bytes, &limits);
    let all = Limits::default;
    assert_eq!(outcome(Limits { file_bytes: 500, ..all() }), "too_large");
    assert_eq!(outcome(Limits { rows: 5, ..all() }), "too_many_rows");
    assert_eq!(outcome(Limits { columns: 3, ..all() }), "too_many_columns");
    assert_eq!(outcome(Limits { cells: 20, ..all() }), "too_many_cells");
    assert_eq!(outcome(Limits { text_chars: 9, ..all() }), "text_too_long");
    assert_eq!(outcome(Limits { text_bytes: 99, ..all() }), "too_much_text");
}

#[test]
fn a_line_of_nothing_but_separators_costs_nothing() {
    let line = format!(
        "STT;Tên
1;An
{}",
        ";".repeat(2 << 20)
    );
    assert_eq!(outcome("a.csv", line.as_bytes(), &Limits::default()), "too_many_columns");
}

#[test]
fn one_shared_text_in_many_cells_is_counted_as_often_as_it_stands() {
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(900);
    let sheet = format!("<sheetData><row r=\"1\">{cells}</row></sheetData>");
    let text = format!("<si><t>{}</t></si>", "ư".repeat(20_000));
    let bytes = xlsx(&sheet, &text, "");
    let limits = Limits { text_bytes: 10 << 20, ..Limits::default() };
    assert_eq!(outcome("a", &bytes, &limits), "too_much_text");
}

#[test]
fn repeated_cells_and_rows_of_a_few_bytes_do_not_multiply() {
    let cell = "<table:table-cell table:number-columns-repeated=\"1000000\" \
                office:value-type=\"float\" office:value=\"1\"/>";
    let one = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
    let spaces = "<table:table-cell office:value-type=\"string\"><text:p>a\
                  <text:s text:c=\"4000000000\"/></text:p></table:table-cell>";
    let table = |rows: &str| format!("<table:table table:name=\"S\">{rows}</table:table>");
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let rows = |cells: &str| {
        let start = "<table:table-row table:number-rows-repeated=\"4000000000\">";
        format!("{start}{cells}</table:table-row>")
    };
    let outcome = |content: String| outcome("a", &ods(&table(&content), ""), &Limits::default());
    assert_eq!(outcome(row(cell)), "too_many_columns");
    assert_eq!(outcome(rows(one)), "too_many_rows");
    assert_eq!(outcome(row(spaces)), "text_too_long");
    let blank = "<table:table-cell table:number-columns-repeated=\"4000000000\"/>";
    assert_eq!(outcome(format!("{}{}", row(one), rows(blank))), "read");
}

#[test]
fn every_refusal_says_in_vietnamese_what_to_do() {
    let sheet = || "DS".to_owned();
    let refusals = [
        Refusal::TooLarge { limit: 20 << 20 },
        Refusal::TooLargeUnpacked { limit: 50 << 20 },
        Refusal::Corrupt { detail: String::new() },
        Refusal::Encrypted,
        Refusal::NoData,
        Refusal::ForbiddenXml { part: String::new() },
        Refusal::TooManySheets { limit: 100 },
        Refusal::TooManyRows { sheet: sheet(), limit: 5 },
        Refusal::TooManyColumns { sheet: sheet(), limit: 5 },
        Refusal::TooManyCells { limit: 5 },
        Refusal::TextTooLong { sheet: sheet(), cell: "B2".to_owned(), limit: 5 },
        Refusal::TooMuchText { limit: 64 << 20 },
        Refusal::Unreadable { detail: String::new() },
    ];
    for refusal in refusals {
        assert!(refusal.vi().contains("Đề nghị"), "{}", refusal.code());
    }
    let web = read_bytes("a.xls", b"<html><table>", &Limits::default()).unwrap_err();
    assert!(web.vi().contains("trang web"));
}
