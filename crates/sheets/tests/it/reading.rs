//! What is read from the samples, and that another reader sees the same.

use calamine::{Data, Reader, open_workbook_auto};
use sheets::{Cell, Format, Limits, Merge, Sheet, Value, Workbook, column_letters, read_bytes};

use crate::common::{at, cell, ods, package, read_sample, sample, text, xlsx};

/// Samples that calamine reads without losing or changing anything.
const SAMPLES: [&str; 14] = [
    "doan-vien-vntime-co-khi-truong-son-ha.xlsx",
    "doan-vien-vni-luong-thuc-nam-ky.xlsx",
    "doan-vien-tu-van-sao-viet-hai.xls",
    "doan-vien-vntime-xi-nghiep-co-dien.xls",
    "hostile-an-dong-cot.xlsx",
    "hostile-chi-co-tieu-de.xlsx",
    "hostile-cong-thuc.xlsx",
    "hostile-gop-o.xlsx",
    "libreoffice-an-dong-cot.xls",
    "libreoffice-gop-o.xls",
    "libreoffice-an-dong-cot.ods",
    "libreoffice-gop-o.ods",
    "libreoffice-hai-phong-chu.xls",
    "hai-phong-chu.xlsx",
];

#[test]
fn another_reader_sees_the_same_cells() {
    for name in SAMPLES {
        let ours = read_sample(name);
        let mut theirs = open_workbook_auto(sample(name)).unwrap();
        assert!(!ours.sheets.is_empty());
        for sheet in &ours.sheets {
            let range = theirs.worksheet_range(&sheet.name).unwrap();
            let start = range.start().unwrap();
            let mut seen = 0;
            for (row, col, data) in range.used_cells() {
                let place = (start.0 + row as u32 + 1, start.1 + col as u32);
                let same = agrees(found(sheet, place), data);
                assert!(same, "{name} {}{} {data:?}", column_letters(place.1), place.0);
                seen += usize::from(found(sheet, place).is_some());
            }
            let with_value = |cell: &&Cell| cell.formula.as_ref().is_none_or(|f| f.has_value);
            let cells = sheet.rows.iter().flat_map(|row| &row.cells).filter(with_value).count();
            assert_eq!(seen, cells, "{name} {}", sheet.name);
        }
    }
}

fn found(sheet: &Sheet, (row, col): (u32, u32)) -> Option<&Cell> {
    sheet.rows.iter().find(|found| found.number == row)?.cell(col)
}

fn agrees(ours: Option<&Cell>, theirs: &Data) -> bool {
    let value = ours.map(|cell| &cell.value);
    match theirs {
        Data::String(text) if text.trim().is_empty() => value.is_none(),
        Data::String(text) => value == Some(&Value::Text(text.clone())),
        Data::Int(number) => {
            value == i32::try_from(*number).ok().map(|n| Value::Number(n.into())).as_ref()
        }
        Data::Float(number) => value == Some(&Value::Number(*number)),
        Data::Bool(truth) => value == Some(&Value::Bool(*truth)),
        Data::Error(error) => value == Some(&Value::Error(error.to_string())),
        Data::DateTime(serial) => {
            ours.is_some_and(|cell| cell.date_format)
                && value == Some(&Value::Number(serial.as_f64()))
        }
        Data::DateTimeIso(_) => ours.is_some_and(|cell| cell.date_format),
        _ => false,
    }
}

#[test]
fn old_fonts_are_named_in_both_excel_formats() {
    let new = read_sample("doan-vien-vntime-co-khi-truong-son-ha.xlsx");
    let old = read_sample("doan-vien-vntime-xi-nghiep-co-dien.xls");
    let vni = read_sample("doan-vien-vni-luong-thuc-nam-ky.xlsx");
    let font = |book: &Workbook, place| at(book, place).unwrap().font.as_deref().map(str::to_owned);
    assert_eq!(font(&new, "B10").as_deref(), Some(".VnTime"));
    assert_eq!(font(&new, "G10").as_deref(), Some("Times New Roman"));
    assert_eq!(font(&old, "A1").as_deref(), Some(".VnTimeH"));
    assert_eq!(text(&old, "A1"), "Liªn ®oµn lao ®éng quËn Thanh Xu©n");
    assert_eq!(font(&vni, "B7").as_deref(), Some("VNI-Times"));
}

#[test]
fn a_cell_of_two_fonts_tells_them_apart_in_every_format() {
    let files =
        ["hai-phong-chu.xlsx", "libreoffice-hai-phong-chu.xls", "libreoffice-hai-phong-chu.ods"];
    for name in files {
        let book = read_sample(name);
        let mixed = at(&book, "B2").unwrap();
        let runs: Vec<_> = mixed.runs.iter().map(|r| (r.bytes, r.font.as_deref())).collect();
        let roman = Some("Times New Roman");
        assert_eq!(runs, [(11, roman), (18, Some(".VnTime")), (9, roman)], "{name}");
        assert_eq!(mixed.font.as_deref(), Some(".VnTime"), "{name}");
        let same = at(&book, "B3").unwrap();
        assert_eq!((same.font.as_deref(), same.runs.len()), (Some(".VnTime"), 0), "{name}");
        assert_eq!(text(&book, "B4"), "  hai  cách\ndòng 2", "{name}");
        assert_eq!(at(&book, "B6").unwrap().value, Value::Error("#DIV/0!".to_owned()), "{name}");
        assert_eq!(at(&book, "B9").unwrap().value, Value::Number(123_456_789_012.0), "{name}");
        assert!(at(&book, "B8").unwrap().date_format, "{name}");
        assert!(!at(&book, "B7").unwrap().date_format, "{name}");
        assert_eq!(text(&book, "B11").len(), 9_000, "{name}");
        assert_eq!(book.sheets.iter().map(|s| s.hidden).collect::<Vec<_>>(), [false, true]);
    }
}

#[test]
fn hidden_rows_and_columns_are_read_and_told_in_every_format() {
    let files =
        ["hostile-an-dong-cot.xlsx", "libreoffice-an-dong-cot.xls", "libreoffice-an-dong-cot.ods"];
    for name in files {
        let sheet = &read_sample(name).sheets[0];
        let hidden: Vec<u32> =
            sheet.rows.iter().filter(|row| row.hidden).map(|row| row.number).collect();
        assert_eq!(hidden, [10, 16], "{name}");
        assert_eq!(sheet.hidden_columns, [5], "{name}");
        assert!(cell(sheet, "F7").is_some(), "{name}: what is hidden is read");
    }
}

#[test]
fn merged_areas_are_told_in_every_format() {
    for name in ["hostile-gop-o.xlsx", "libreoffice-gop-o.xls", "libreoffice-gop-o.ods"] {
        let mut merges = read_sample(name).sheets[0].merges.clone();
        merges.sort_by_key(|merge| merge.first_row);
        let down = |first_row, last_row| Merge { first_row, last_row, first_col: 1, last_col: 1 };
        assert!(merges.contains(&down(4, 10)), "{name} {merges:?}");
        assert_eq!(merges.len(), 3, "{name} {merges:?}");
    }
}

#[test]
fn the_date_system_is_told_and_serials_stay_what_they_are() {
    for name in ["hostile-ngay-1904.xlsx", "libreoffice-ngay-1904.ods"] {
        let book = read_sample(name);
        let day = at(&book, "D4").unwrap();
        assert!(book.date_1904 && day.date_format, "{name}");
        assert_eq!(day.value, Value::Number(26_576.0), "{name}");
    }
    assert!(!read_sample("hostile-gop-o.xlsx").date_1904);
}

#[test]
fn formulas_are_told_with_what_they_lead_to_and_never_run() {
    let book = read_sample("hostile-cong-thuc.xlsx");
    let formula = |place| {
        let formula = at(&book, place).unwrap().formula.clone().unwrap();
        (formula.text, formula.external, formula.has_value)
    };
    assert_eq!(formula("A5"), ("A4+1".to_owned(), false, true));
    assert_eq!(formula("E7"), ("'[DS nam truoc.xlsx]Sheet1'!$C$7".to_owned(), true, true));
    let link = "HYPERLINK(\"http://example.com/ho-so?id=7\",\"Dương Thị Yến\")";
    assert_eq!(formula("B4"), (link.to_owned(), true, true));
    let unsaved = "CONCATENATE(\"001092\",\"519995\")";
    assert_eq!(formula("E8"), (unsaved.to_owned(), false, false));
    assert_eq!(text(&book, "E8"), "");
    assert_eq!(text(&book, "E7"), "031186260773");
    assert_eq!(text(&book, "G9"), "=cmd|' /C calc'!A0");
    assert!(at(&book, "G9").unwrap().formula.is_none());

    let open = read_sample("libreoffice-cong-thuc.ods");
    let external = |place| at(&open, place).unwrap().formula.as_ref().map(|f| f.external);
    assert_eq!(["A5", "B4", "E7", "F4"].map(external), [Some(false), Some(true), Some(true), None]);
}

#[test]
fn what_a_sheet_declares_and_blanks_at_its_end_are_not_believed() {
    for (name, last) in [("hostile-vung-khong-lo.xlsx", 7), ("hostile-o-cuoi-bang.xlsx", 7)] {
        let sheet = &read_sample(name).sheets[0];
        assert_eq!(sheet.rows.last().map(|row| row.number), Some(last), "{name}");
    }
}

#[test]
fn separated_text_tells_encoding_separator_and_record_numbers() {
    let marked = read_sample("doan-vien-phan-mem-nhan-su.csv");
    assert_eq!((marked.encoding.as_deref(), marked.separator), (Some("UTF-8"), Some(';')));
    let rows = &marked.sheets[0].rows;
    assert_eq!(rows.first().map(|row| (row.number, row.field_count)), Some((1, Some(12))));
    assert_eq!(rows.last().map(|row| row.number), Some(46), "blank records hold nothing");
    assert!(rows.iter().any(|row| row.field_count > Some(12)), "a separator too many is seen");

    let old = read_sample("doan-vien-windows-1258.csv");
    assert_eq!((old.format, old.encoding.as_deref()), (Format::Csv, Some("windows-1258")));
    assert_eq!(text(&old, "B1"), "Ho\u{323} va\u{300} tên", "what was not NFC can be told");
    assert_eq!(old.sheets[0].rows.len(), 32);
}

#[test]
fn inline_texts_escapes_references_and_cdata_are_read() {
    let sheet = "<sheetData><row><c t=\"inlineStr\"><is><t>A &amp; B&#x1EA4;</t></is></c>\
        <c t=\"inlineStr\"><is><t><![CDATA[<c>]]></t><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is></c>\
        <c t=\"str\"><v>a_x000D_b</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c>\
        <c t=\"d\"><v>2021-06-30</v></c><c><v>1e999</v></c></row></sheetData>";
    let book = read_bytes("a", &xlsx(sheet, "", ""), &Limits::default()).unwrap();
    let values: Vec<_> = book.sheets[0].rows[0].cells.iter().map(|c| c.value.clone()).collect();
    let text = |text: &str| Value::Text(text.to_owned());
    let expected = [
        text("A & BẤ"),
        text("<c>"),
        text("a\rb"),
        Value::Bool(true),
        Value::Error("#N/A".to_owned()),
        Value::Number(44_377.0),
        text("1e999"),
    ];
    assert_eq!(values, expected);
    assert!(book.sheets[0].rows[0].cells[5].date_format);
}

#[test]
fn cell_formats_tell_dates_and_fonts_apart_from_style_formats() {
    let styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>\
        <fonts><font><name val=\"A\"/></font><font><name val=\"B\"/></font></fonts>\
        <cellStyleXfs><xf numFmtId=\"164\" fontId=\"1\"/></cellStyleXfs>\
        <cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"164\" fontId=\"1\"/>\
        <xf numFmtId=\"14\"/></cellXfs><dxfs><dxf><font><name val=\"C\"/></font></dxf></dxfs>";
    let cells: String = [0, 1, 2, 99].map(|s| format!("<c s=\"{s}\"><v>44377</v></c>")).concat();
    let sheet = format!("<sheetData><row>{cells}</row></sheetData>");
    let book = read_bytes("a", &xlsx(&sheet, "", styles), &Limits::default()).unwrap();
    let cells = &book.sheets[0].rows[0].cells;
    let looks: Vec<_> = cells.iter().map(|c| (c.font.as_deref(), c.date_format)).collect();
    assert_eq!(looks, [(Some("A"), false), (Some("B"), true), (Some("A"), true), (None, false)]);
}

#[test]
fn parts_are_found_without_case_and_with_backslashes() {
    let kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet";
    let relations = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{kind}\" Target=\"Sheets/One.xml\"/>\
         </Relationships>"
    );
    let bytes = package(&[
        ("xl\\workbook.xml", b"<x:workbook><x:sheet name=\"S\" x:id=\"a\"/></x:workbook>"),
        ("xl\\_rels\\workbook.xml.rels", relations.as_bytes()),
        (
            "xl\\sheets\\one.xml",
            b"<x:worksheet><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData>\
              </x:worksheet>",
        ),
    ]);
    let book = read_bytes("a", &bytes, &Limits::default()).unwrap();
    assert_eq!(at(&book, "A1").unwrap().value, Value::Number(5.0));
}

#[test]
fn an_opendocument_repeats_spans_and_leaves_comments_out() {
    let styles = "<style:font-face style:name=\"F\" svg:font-family=\"'.VnTime'\"/>\
        <style:style style:name=\"p\" style:family=\"table-cell\"><style:text-properties \
        style:font-name=\"F\"/></style:style><style:style style:name=\"c\" \
        style:family=\"table-cell\" style:parent-style-name=\"p\"/>";
    let table = "<table:table table:name=\"S\"><table:table-column \
        table:default-cell-style-name=\"c\" table:number-columns-repeated=\"9\"/>\
        <table:table-header-rows><table:table-row table:number-rows-repeated=\"2\">\
        <table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\">\
        <office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>a</text:p>\
        </table:table-cell><table:covered-table-cell/><table:table-cell \
        table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"/>\
        </table:table-row></table:table-header-rows></table:table>";
    let book = read_bytes("a", &ods(table, styles), &Limits::default()).unwrap();
    assert_eq!(book.format, Format::Ods);
    let places: Vec<_> = ["A1", "C1", "D1", "A2", "D2"].map(|p| at(&book, p).is_some()).to_vec();
    assert_eq!((places, at(&book, "B1"), text(&book, "A2")), (vec![true; 5], None, "a"));
    assert_eq!(at(&book, "D2").unwrap().font.as_deref(), Some(".VnTime"));
    let merge = Merge { first_row: 1, last_row: 1, first_col: 0, last_col: 1 };
    assert_eq!(book.sheets[0].merges, [merge]);
}
