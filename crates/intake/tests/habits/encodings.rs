//! Files in other encodings, and rosters whose letters alone tell the encoding.

use intake::Kind::Members;
use intake::Options;
use jiff::civil::date;

use crate::book::{grave, people, reading_of};

const LIST: &str = "STT\tHọ và tên\tGiới tính\tNgày sinh\tSố CCCD\n\
                    1\tNguyễn Thị Hoa\tNữ\t12/03/1985\t001185000001\n\
                    2\tTrần Văn Nam\tNam\t23/11/1990\t001090000002\n";
const PEOPLE: [&str; 2] = ["Nguyễn Thị Hoa Nữ 1985-03-12", "Trần Văn Nam Nam 1990-11-23"];

fn read(bytes: &[u8]) -> intake::Reading {
    reading_of("ds.csv", bytes, &Options::new(Members, date(2024, 6, 30)))
}

#[test]
fn tabs_in_utf_16_as_excel_saves_unicode_text() {
    let units = std::iter::once(0xFEFF).chain(LIST.encode_utf16());
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    assert_eq!(people(&read(&bytes)), PEOPLE);
}

#[test]
fn names_typed_in_capitals_under_a_font_without_accented_capitals() {
    use vietnamese::legacy::{Encoding, encode};
    let header = "STT;Họ và tên;Ngày sinh\n";
    let rows = "1;NGUYỄN KHÁNH LIÊN;1990\n2;Lê Thị Phượng;1991\n3;ĐỖ VĂN ƯỚC;1992\n";
    let text = encode(&format!("{header}{rows}"), Encoding::Tcvn3);
    let bytes: Vec<u8> = text.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let expected = ["Nguyễn Khánh Liên ? 1990", "Lê Thị Phượng ? 1991", "Đỗ Văn Ước ? 1992"];
    assert_eq!(people(&read(&bytes)), expected);
}

#[test]
fn old_codes_in_a_file_without_fonts_are_known_by_their_letters() {
    use vietnamese::legacy::{Encoding, encode};
    for encoding in [Encoding::Tcvn3, Encoding::Vni] {
        let names = ["Nguyễn Thị Hoa", "Trần Văn Nam", "Đỗ Thị Phương", "Lê Hữu Phước"];
        let mut text = encode("STT;Họ và tên;Giới tính;Ngày sinh;Số CCCD\n", encoding);
        for (at, name) in names.iter().enumerate() {
            let sex = if name.contains("Thị") { "Nữ" } else { "Nam" };
            let line = format!("{};{name};{sex};12/03/1985;\n", at + 1);
            text.push_str(&encode(&line, encoding));
        }
        // One byte a letter, as such programs wrote.
        let bytes: Vec<u8> = text.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
        let reading = read(&bytes);
        let read: Vec<String> = people(&reading);
        assert_eq!(read[0], "Nguyễn Thị Hoa Nữ 1985-03-12", "{encoding:?}");
        assert_eq!(read[3], "Lê Hữu Phước Nam 1985-03-12", "{encoding:?}");
        let mismatch = |found: &String| found.contains("legacy_font_mismatch");
        assert!(!grave(&reading).iter().any(mismatch), "{:?}", grave(&reading));
    }
}
