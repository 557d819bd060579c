//! Files go in and come out byte for byte, sealed; what nothing refers to is swept.

use db::values;

use super::*;
use crate::figures::tests::{World, on_books};

fn put(world: &World<'_>, bytes: &[u8]) -> String {
    world.app.db.write(|tx| put_in(&world.app, tx, "thử.bin", bytes)).unwrap()
}

fn get(world: &World<'_>, hash: &str) -> crate::Result<Vec<u8>> {
    world.app.db.read(|tx| load(&world.app, tx, hash))
}

fn large() -> Vec<u8> {
    (0..2_500_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

#[test]
fn a_file_of_several_parts_comes_out_as_it_went_in_and_is_kept_once() {
    on_books(|world| {
        let hash = put(world, &large());
        assert_eq!(put(world, &large()), hash);
        assert!(get(world, &hash).unwrap() == large());
        let sql =
            "SELECT COUNT(*) FROM content WHERE federation_id = $1 AND LENGTH(bytes) <= 1048576";
        let federation = world.app.federation;
        let parts = world
            .app
            .db
            .read::<_, db::DbError>(|tx| tx.find(sql, &values![federation], |row| row.int(0)));
        assert_eq!(parts.unwrap(), Some(3));
    });
}

#[test]
fn what_is_kept_cannot_be_read_without_the_key_and_a_changed_part_is_found() {
    on_books(|world| {
        let text = "Nguyễn Thị Sổ;001188001234".repeat(50);
        let hash = put(world, text.as_bytes());
        let federation = world.app.federation;
        let mut kept =
            world.app.db.read(|tx| store::part(tx, federation, &hash, 0)).unwrap().unwrap();
        assert!(!kept.windows(12).any(|twelve| twelve == b"001188001234"));
        *kept.last_mut().unwrap() ^= 1;
        let sql = "UPDATE content SET bytes = $2 WHERE federation_id = $1";
        world.app.db.write(|tx| tx.execute(sql, &values![federation, kept.clone()])).unwrap();
        assert!(matches!(get(world, &hash), Err(crate::Error::Broken(_))));
    });
}

#[test]
fn two_parts_that_changed_places_are_found() {
    on_books(|world| {
        let hash = put(world, &large());
        let federation = world.app.federation;
        for (from, to) in [(0, 9), (1, 0), (9, 1)] {
            let sql = "UPDATE content SET part = $3 WHERE federation_id = $1 AND part = $2";
            world.app.db.write(|tx| tx.execute(sql, &values![federation, from, to])).unwrap();
        }
        assert!(matches!(get(world, &hash), Err(crate::Error::Broken(_))));
    });
}

#[test]
fn a_file_nothing_refers_to_is_swept_and_then_gone_by_name() {
    on_books(|world| {
        let hash = put(world, b"ba");
        assert_eq!(sweep(&world.app).unwrap(), 1);
        let error = get(world, &hash).unwrap_err();
        assert_eq!(error.refusal().unwrap().code, "file_gone");
        assert_eq!(sweep(&world.app).unwrap(), 0);
    });
}

#[test]
fn files_without_content_or_beyond_the_limit_are_refused() {
    let code = |bytes: &[u8]| must_fit("a", bytes).unwrap_err().code;
    assert_eq!(code(&[]), "empty_file");
    assert_eq!(code(&vec![0; FILE_BYTES + 1]), "file_too_large");
    assert_eq!(must_fit("a", &vec![0; FILE_BYTES]), Ok(()));
}

#[test]
fn a_file_is_known_by_its_content() {
    for (bytes, expected) in [
        (b"%PDF-1.7 ...".to_vec(), Some(Media::Pdf)),
        (b"\x89PNG\r\n\x1a\n....".to_vec(), Some(Media::Png)),
        (b"\xFF\xD8\xFF\xE0....".to_vec(), Some(Media::Jpeg)),
        (package(&["[Content_Types].xml", "word/document.xml"]), Some(Media::Docx)),
        (package(&["[Content_Types].xml", "xl/workbook.xml"]), Some(Media::Xlsx)),
        (package(&["word/document.xml", "word/vbaProject.bin"]), None),
        (package(&["word/document.xml", "xl/workbook.xml"]), None),
        (package(&["classes.dex"]), None),
        (b"PK\x03\x04".to_vec(), None),
        (b"<html><script>".to_vec(), None),
        (b"MZ\x90".to_vec(), None),
        (Vec::new(), None),
    ] {
        assert_eq!(Media::of(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes));
    }
    assert_eq!(Media::of(&a_workbook()), Some(Media::Xlsx), "as our own writer makes them");
    assert_eq!(Media::from_ending("docx").map(Media::ending), Some("docx"));
}

fn a_workbook() -> Vec<u8> {
    let mut writer = sheets::write::Writer::new();
    let columns = [sheets::write::Column::new("Họ và tên", 20)];
    let table = sheets::write::Table { name: "Bảng", titles: &[], columns: &columns };
    writer.sheet(&table).unwrap();
    writer.into_bytes().unwrap()
}

/// A package with these names in its directory and nothing behind them.
fn package(names: &[&str]) -> Vec<u8> {
    let mut bytes = b"PK\x03\x04".to_vec();
    let start = bytes.len() as u32;
    for name in names {
        let mut entry = b"PK\x01\x02".to_vec();
        entry.resize(28, 0);
        entry.extend((name.len() as u16).to_le_bytes());
        entry.resize(46, 0);
        entry.extend(name.as_bytes());
        bytes.extend(entry);
    }
    bytes.extend(b"PK\x05\x06\0\0\0\0\0\0");
    bytes.extend((names.len() as u16).to_le_bytes());
    bytes.extend([0; 4]);
    bytes.extend(start.to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}
