//! Random bytes and damaged samples: read or refused, within the limits, never a panic.

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use proptest::prelude::*;
use sheets::{Limits, Workbook, read_bytes};

use crate::common::{ods, package, sample, xlsx};

const SEEDS: [&str; 12] = [
    "hostile-an-dong-cot.xlsx",
    "hostile-cong-thuc.xlsx",
    "hostile-gop-o.xlsx",
    "hai-phong-chu.xlsx",
    "libreoffice-an-dong-cot.xls",
    "libreoffice-gop-o.xls",
    "libreoffice-hai-phong-chu.xls",
    "doan-vien-vntime-xi-nghiep-co-dien.xls",
    "libreoffice-cong-thuc.ods",
    "libreoffice-hai-phong-chu.ods",
    "doan-vien-windows-1258.csv",
    "hostile-co-mat-khau.xlsx",
];

static BYTES: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| SEEDS.map(|name| std::fs::read(sample(name)).unwrap()).to_vec());

/// The parts of a container by name.
type Parts = Vec<(String, Vec<u8>)>;

/// The parts of the samples that are containers of XML.
static PARTS: LazyLock<Vec<Parts>> = LazyLock::new(|| {
    let containers = BYTES.iter().filter(|bytes| bytes.starts_with(b"PK"));
    containers.map(|bytes| parts_of(bytes)).collect()
});

fn parts_of(bytes: &[u8]) -> Parts {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let read = |at: usize| {
        let mut part = zip.by_index(at).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        (part.name().unwrap().to_string(), content)
    };
    let parts: Vec<_> = (0..zip_len(bytes)).map(read).collect();
    // The theme is never read and would only take places of damage from the others.
    parts.into_iter().filter(|(name, _)| !name.contains("theme")).collect()
}

fn zip_len(bytes: &[u8]) -> usize {
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len()
}

fn limits() -> Limits {
    Limits {
        file_bytes: 64 << 10,
        unpacked_bytes: 256 << 10,
        sheets: 4,
        rows: 100,
        columns: 40,
        cells: 1_500,
        text_chars: 2_000,
        text_bytes: 32 << 10,
    }
}

/// Reads and checks that what was read keeps the promises of the model and the limits.
fn check(bytes: &[u8]) {
    let limits = limits();
    if let Ok(book) = read_bytes("a.csv", bytes, &limits) {
        keeps_promises(&book, &limits);
    }
}

fn keeps_promises(book: &Workbook, limits: &Limits) {
    assert!(book.sheets.len() <= limits.sheets);
    let mut cells = 0;
    for sheet in &book.sheets {
        assert!(sheet.rows.len() <= limits.rows as usize);
        assert!(sheet.rows.is_sorted_by(|a, b| a.number < b.number));
        assert!(sheet.hidden_columns.is_sorted_by(|a, b| a < b));
        assert!(sheet.merges.iter().all(sheets::Merge::is_area));
        for row in &sheet.rows {
            assert!(row.number >= 1 && !row.cells.is_empty());
            assert!(row.cells.is_sorted_by(|a, b| a.col < b.col));
            assert!(row.cells.iter().all(|cell| cell.col < limits.columns));
            cells += row.cells.len() as u64;
            for cell in &row.cells {
                if let sheets::Value::Text(text) = &cell.value {
                    assert!(text.chars().count() <= limits.text_chars);
                    let runs: usize = cell.runs.iter().map(|run| run.bytes).sum();
                    assert!(cell.runs.is_empty() || runs == text.len());
                }
            }
        }
    }
    assert!(cells <= limits.cells);
}

fn xml_soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<row r=\"3\" hidden=\"1\">".to_owned()),
        Just("</row><row>".to_owned()),
        Just("<c r=\"B2\" s=\"1\" t=\"s\">".to_owned()),
        Just("<c t=\"inlineStr\"><is><t>".to_owned()),
        Just("</t></is></c>".to_owned()),
        Just("<f t=\"shared\" si=\"0\">[1]S!A1</f>".to_owned()),
        Just("<v>0</v></c>".to_owned()),
        Just("<v/>".to_owned()),
        Just("</sheetData><mergeCells><mergeCell ref=\"A1:B9\"/>".to_owned()),
        Just("<table:table-row table:number-rows-repeated=\"3\">".to_owned()),
        Just("<table:table-cell office:value-type=\"float\" office:value=\"1\">".to_owned()),
        Just("<text:p>a<text:s text:c=\"9\"/>".to_owned()),
        Just("</text:p></table:table-cell>".to_owned()),
        Just("</table:table-row>".to_owned()),
        Just("<![CDATA[".to_owned()),
        Just("]]>".to_owned()),
        Just("&#x110;&amp;".to_owned()),
        ".{0,9}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        check(&bytes);
    }

    #[test]
    fn damaged_samples_never_panic_and_keep_the_limits(
        seed in 0..SEEDS.len(),
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let mut bytes = BYTES[seed].clone();
        for (place, value) in places {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if !whole {
            bytes.truncate(cut.index(bytes.len()));
        }
        check(&bytes);
    }

    #[test]
    fn damaged_records_of_the_old_format_never_panic(
        seed in 4_usize..8,
        start in 512_usize..6_000,
        values in proptest::collection::vec(any::<u8>(), 1..40),
    ) {
        let mut bytes = BYTES[seed].clone();
        let end = (start + values.len()).min(bytes.len());
        if start < end {
            bytes[start..end].copy_from_slice(&values[..end - start]);
        }
        check(&bytes);
    }

    #[test]
    fn damaged_parts_of_a_sound_container_never_panic(
        seed in 0..PARTS.len(),
        part in any::<prop::sample::Index>(),
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        moved in any::<(prop::sample::Index, prop::sample::Index, prop::sample::Index)>(),
    ) {
        let mut parts = PARTS[seed].clone();
        let at = part.index(parts.len());
        let content = &mut parts[at].1;
        if !content.is_empty() {
            for (place, value) in places {
                let place = place.index(content.len());
                content[place] = value;
            }
            let (from, to) = (moved.0.index(content.len()), moved.1.index(content.len()));
            let piece = content[from.min(to)..from.max(to)].to_vec();
            let place = moved.2.index(content.len());
            content.splice(place..place, piece);
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, c)| (n.as_str(), &c[..])).collect();
        check(&package(&parts));
    }

    #[test]
    fn xml_out_of_order_never_panics(soup in xml_soup(), other in xml_soup()) {
        check(&xlsx(&format!("<sheetData>{soup}</sheetData>"), &other, &other));
        check(&ods(&format!("<table:table>{soup}</table:table>"), &other));
        check(&package(&[("xl/workbook.xml", soup.as_bytes()), ("_rels/.rels", other.as_bytes())]));
    }

    #[test]
    fn separated_text_never_panics_and_keeps_every_field(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zđ\" ;,\r\n]{0,6}", 2..5), 1..9)
    ) {
        let mut text = csv::WriterBuilder::new().delimiter(b'|').flexible(true).from_writer(vec![]);
        for row in &rows {
            text.write_record(row).unwrap();
        }
        let text = [b"sep=|\n".to_vec(), text.into_inner().unwrap()].concat();
        let Ok(book) = read_bytes("a.csv", &text, &Limits::default()) else {
            let blank = |field: &String| field.trim().is_empty();
            prop_assert!(rows.iter().all(|row| row.iter().all(blank)));
            return Ok(());
        };
        keeps_promises(&book, &Limits::default());
        for row in &book.sheets[0].rows {
            let written = &rows[row.number as usize - 1];
            prop_assert_eq!(row.field_count, Some(written.len() as u32));
            for cell in &row.cells {
                let field = written[cell.col as usize].clone();
                prop_assert_eq!(&cell.value, &sheets::Value::Text(field));
            }
        }
    }
}
