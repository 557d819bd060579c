//! Old encodings: samples, damage, detection, round trips over the whole alphabet.

use super::*;
use crate::letter::VOWELS;
use crate::strategies::{alphabet, name, vietnamese};
use crate::text::nfd;
use proptest::prelude::*;

/// Cells of generated rosters in old encodings: encoding, codes, what a reader sees.
const SAMPLES: &str = include_str!("samples.tsv");

fn samples() -> impl Iterator<Item = (Encoding, &'static str, &'static str)> {
    SAMPLES.lines().map(|line| {
        let mut cells = line.split('\t');
        let mut next = || cells.next().expect("three cells");
        let encoding = match next() {
            "tcvn3" => Encoding::Tcvn3,
            "tcvn3-h" => Encoding::Tcvn3Caps,
            "vni" => Encoding::Vni,
            other => panic!("no encoding: {other}"),
        };
        (encoding, next(), next())
    })
}

fn under(font: &str, text: &str) -> CellText {
    let font = Some(read_font(font));
    read_cell(text, CellContext { font, column: Some(Encoding::Tcvn3) })
}

#[test]
fn every_sample_is_read_by_its_font() {
    for (encoding, codes, expected) in samples() {
        let context = CellContext { font: Some(Font::Legacy(encoding)), column: Some(encoding) };
        assert_eq!(read_cell(codes, context).text, expected, "{encoding:?} {codes}");
    }
}

#[test]
fn every_sample_is_read_without_fonts_once_its_column_is_known() {
    for (encoding, codes, expected) in samples().filter(|s| s.0 != Encoding::Tcvn3Caps) {
        let context = CellContext { font: None, column: Some(encoding) };
        let cell = read_cell(codes, context);
        assert_eq!(cell.text, expected, "{encoding:?} {codes}");
        assert!(!cell.signs.contains(&CellSign::FontMismatch), "{codes}");
    }
}

#[test]
fn columns_of_samples_are_recognised_by_their_letters() {
    for wanted in [Encoding::Tcvn3, Encoding::Vni] {
        let mut column = ColumnStatistics::default();
        for (_, codes, _) in samples().filter(|(encoding, ..)| *encoding == wanted) {
            column.add(codes);
        }
        column.add("Tô Công Hòa");
        column.add("Kinh");
        assert_eq!(column.encoding(ColumnStatistics::MIN_SHARE_PERCENT), Some(wanted));
        let mut decoded = ColumnStatistics::default();
        samples().for_each(|(_, _, text)| decoded.add(text));
        assert_eq!(decoded.encoding(ColumnStatistics::MIN_SHARE_PERCENT), None);
    }
    assert_eq!(ColumnStatistics::default().encoding(60), None);
}

#[test]
fn the_whole_alphabet_survives_vni_in_both_forms_of_capitals() {
    for letter in alphabet() {
        let text = letter.to_string();
        let codes = encode(&text, Encoding::Vni);
        assert_eq!(decode(&codes, Encoding::Vni).text, text, "{letter} {codes}");
        // `AÙ` and `Aù` are the same letter.
        let mut chars = codes.chars();
        let base: String = chars.by_ref().take(1).collect();
        let small_mark = base + &chars.as_str().to_lowercase();
        assert_eq!(decode(&small_mark, Encoding::Vni).text, text, "{letter} {small_mark}");
    }
}

#[test]
fn the_small_alphabet_and_seven_capitals_survive_tcvn3() {
    let small = alphabet().into_iter().filter(|c| !c.is_uppercase());
    for letter in small.chain("ĂÂÊÔƠƯĐ".chars()) {
        let codes = encode(&letter.to_string(), Encoding::Tcvn3);
        assert_eq!(decode(&codes, Encoding::Tcvn3).text, letter.to_string());
        assert!(codes.chars().all(|c| (c as u32) < 0x100), "{letter} {codes}");
    }
    // A capital without a code is typed small.
    assert_eq!(decode(&encode("Ánh", Encoding::Tcvn3), Encoding::Tcvn3).text, "ánh");
}

#[test]
fn no_two_letters_share_a_code() {
    for encoding in [Encoding::Tcvn3, Encoding::Vni] {
        let small = VOWELS.as_flattened().iter().map(|c| encode(&c.to_string(), encoding));
        let different: std::collections::HashSet<_> = small.collect();
        assert_eq!(different.len(), 72);
    }
}

#[test]
fn fonts_name_their_encoding() {
    for (font, encoding) in [
        (".VnTime", Some(Encoding::Tcvn3)),
        (".VnTimeH", Some(Encoding::Tcvn3Caps)),
        (".VnArial NarrowH", Some(Encoding::Tcvn3Caps)),
        (".VnArialH Bold Italic", Some(Encoding::Tcvn3Caps)),
        (".VNTIMEH", Some(Encoding::Tcvn3Caps)),
        ("VnTime", Some(Encoding::Tcvn3)),
        ("\".VnTime\"", Some(Encoding::Tcvn3)),
        ("VNI-Times", Some(Encoding::Vni)),
        ("vni-helve", Some(Encoding::Vni)),
        ("Times New Roman", None),
        ("Vni", None),
        ("Vienna", None),
        ("", None),
    ] {
        assert_eq!(detect_by_font(font), encoding, "{font}");
    }
}

#[test]
fn letters_alone_tell_the_encoding() {
    for (text, encoding) in [
        ("NguyÔn V¨n B×nh", Some(Encoding::Tcvn3)),
        ("Phóc", Some(Encoding::Tcvn3)),
        ("Nguyeãn Thò Nhung", Some(Encoding::Vni)),
        ("ÑOAØN VIEÂN", Some(Encoding::Vni)),
        ("Nguyễn Văn Bình", None),
        ("Tô Công Hòa", None),
        ("Ðoàn Thị Yến", None),
        ("Phó Chủ tịch CĐCS", None),
        ("Kinh", None),
        ("", None),
        ("Café Müller", None),
        ("3×4 m², 20°C ± 1", None),
        ("«Hòa bình» – số 5", None),
        ("© 2024 Công ty", None),
        ("Đắk Lắk", None),
    ] {
        assert_eq!(detect_by_letters(text), encoding, "{text}");
        if encoding.is_none() {
            assert_eq!(detect_by_letters(&nfd(text)), None, "{text} decomposed");
        }
    }
}

#[test]
fn unicode_in_an_old_column_is_left_and_told() {
    for text in ["Tô Công Hòa", "Nguyễn Thu Nga"] {
        for cell in [under("Times New Roman", text), under(".VnTime", text)] {
            assert_eq!((cell.text.as_str(), cell.encoding), (text, None));
            assert_eq!(cell.signs, [CellSign::FontMismatch]);
        }
    }
    let ascii = under("Times New Roman", "Kinh");
    assert!(ascii.signs.is_empty() && ascii.encoding.is_none());
}

#[test]
fn old_codes_under_a_unicode_font_are_decoded_by_content() {
    let cell = under("Times New Roman", "Ng« Thïy H\u{AD}¬ng");
    assert_eq!((cell.text.as_str(), cell.encoding), ("Ngô Thùy Hương", Some(Encoding::Tcvn3)));
    assert_eq!(cell.signs, [CellSign::FontMismatch]);
}

#[test]
fn damaged_codes_are_put_right_and_told() {
    let cell = under(".VnTime", "Lª C«ng §o\u{3BC}n");
    assert_eq!(
        (cell.text.as_str(), cell.signs.as_slice()),
        ("Lê Công Đoàn", &[CellSign::CharSubstituted][..])
    );
    let cell = under(".VnTime", "TrÇn Nh\u{2212} Hïng");
    assert_eq!(
        (cell.text.as_str(), cell.signs.as_slice()),
        ("Trần Như Hùng", &[CellSign::CharSubstituted][..])
    );
    let cell = under(".VnTime", "C¬ khÝ \u{2212} §iÖn, 2010\u{2212}2015");
    assert_eq!(cell.text, "Cơ khí \u{2212} Điện, 2010\u{2212}2015");
    assert!(cell.signs.is_empty());
    let cell = under(".VnTime", "Ng« Kh¾c Cêng");
    assert_eq!(
        (cell.text.as_str(), cell.signs.as_slice()),
        ("Ngô Khắc Cường", &[CellSign::LostUHorn][..])
    );
}

#[test]
fn capitals_come_back_from_the_font_or_the_words_around() {
    let cell = under(".VnTimeH", "d\u{AD}¬ng thÞ quúnh");
    assert_eq!(
        (cell.text.as_str(), cell.signs.as_slice()),
        ("DƯƠNG THỊ QUỲNH", &[CellSign::AllCapsFont][..])
    );
    let cell = under(".VnTime", "Minh §øc, øng Hßa");
    assert_eq!(
        (cell.text.as_str(), cell.signs.as_slice()),
        ("Minh Đức, Ứng Hòa", &[CellSign::CapitalRestored][..])
    );
}

#[test]
fn a_capital_is_restored_only_where_tcvn3_could_not_write_it() {
    for (decoded, restored) in [
        ("Nguyễn Thị ánh", Some("Nguyễn Thị Ánh")),
        ("Lê Như ý", Some("Lê Như Ý")),
        ("ứng Hòa - Hà Nội", Some("Ứng Hòa - Hà Nội")),
        ("ý Yên, Nam Định", Some("Ý Yên, Nam Định")),
        ("ủy viên BCH", Some("Ủy viên BCH")),
        ("Phó Chủ tịch, ủy viên BCH", None),
        ("xã Minh Đức, huyện Nho Quan", None),
        ("tổ 5, ấp Bình An", None),
        ("trú ở Hà Nội", None),
        ("ông Nguyễn Văn An", None),
        ("đường Lê Lợi", None),
        ("Lê Như Ý", None),
        ("", None),
    ] {
        assert_eq!(capitals_restored(decoded).as_deref(), restored, "{decoded}");
    }
}

#[test]
fn a_lost_horn_is_guessed_only_in_impossible_syllables() {
    for (damaged, whole) in [
        ("Lơng", Some("Lương")),
        ("Ngô Khắc Cờng", Some("Ngô Khắc Cường")),
        ("Phạm Phơng Diệp", Some("Phạm Phương Diệp")),
        ("Hng Yên", Some("Hưng Yên")),
        ("Trng Trắc", Some("Trưng Trắc")),
        ("Nguyễn Nh Quỳnh", Some("Nguyễn Như Quỳnh")),
        ("Sơn Hơn", None),
        ("BCH TNHH Cty", None),
        ("TP HCM", None),
        ("Nguyễn Văn An", None),
        ("", None),
    ] {
        assert_eq!(horns_guessed(damaged).as_deref(), whole, "{damaged}");
    }
}

#[test]
fn files_are_decoded_by_mark_by_validity_or_by_their_words() {
    let text = "STT;Họ và tên\r\n1;Nguyễn Thị Phượng\r\n";
    let utf16 =
        |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let latin = |codes: &str| codes.chars().map(|c| c as u8).collect::<Vec<u8>>();
    let marked = |mark: &[u8], bytes: Vec<u8>| [mark, bytes.as_slice()].concat();
    let windows_1258 = b"1;Nguy\xEA\xDEn Thi\xF2 Ph\xFD\xF5\xF2ng;C\xF4ng \xF0oa\xCCn".as_slice();
    for (bytes, expected, encoding) in [
        (text.as_bytes().to_vec(), text, ByteEncoding::Utf8),
        (marked(b"\xEF\xBB\xBF", text.into()), text, ByteEncoding::Utf8),
        (marked(b"\xFF\xFE", utf16(u16::to_le_bytes)), text, ByteEncoding::Utf16Le),
        (marked(b"\xFE\xFF", utf16(u16::to_be_bytes)), text, ByteEncoding::Utf16Be),
        (utf16(u16::to_le_bytes), text, ByteEncoding::Utf16Le),
        (utf16(u16::to_be_bytes), text, ByteEncoding::Utf16Be),
        (windows_1258.into(), "1;Nguyễn Thị Phượng;Công đoàn", ByteEncoding::Windows1258),
        (latin("TrÇn V¨n B×nh"), "TrÇn V¨n B×nh", ByteEncoding::Windows1252),
        (latin("Nguyeãn Thò Nhung"), "Nguyeãn Thò Nhung", ByteEncoding::Windows1252),
        (Vec::new(), "", ByteEncoding::Utf8),
    ] {
        assert_eq!(decode_bytes(&bytes), (expected.to_owned(), encoding), "{bytes:?}");
    }
}

#[test]
fn a_file_cut_off_inside_a_character_is_still_utf8() {
    let text = "STT;Họ và tên\n1;Nguyễn Thị Phượng\n2;Trần Văn Đạt\n3;Lê Thị Ý";
    let cut = &text.as_bytes()[..text.len() - 1];
    let (decoded, encoding) = decode_bytes(cut);
    assert_eq!(encoding, ByteEncoding::Utf8);
    assert_eq!(decoded, text.replace('Ý', "\u{FFFD}"));
}

proptest! {
    #[test]
    fn any_vietnamese_text_survives_vni(text in vietnamese()) {
        prop_assert_eq!(decode(&encode(&text, Encoding::Vni), Encoding::Vni).text, text);
    }

    #[test]
    fn small_text_survives_tcvn3(text in vietnamese().prop_map(|t| t.to_lowercase())) {
        prop_assert_eq!(decode(&encode(&text, Encoding::Tcvn3), Encoding::Tcvn3).text, text);
    }

    #[test]
    fn capitals_survive_the_h_fonts(text in vietnamese().prop_map(|t| t.to_uppercase())) {
        let codes = encode(&text, Encoding::Tcvn3Caps);
        prop_assert_eq!(decode(&codes, Encoding::Tcvn3Caps).text, text);
    }

    #[test]
    fn names_survive_tcvn3_capitals_and_all(name in name()) {
        let codes = encode(&name, Encoding::Tcvn3);
        let context = CellContext { font: Some(Font::Legacy(Encoding::Tcvn3)), column: None };
        prop_assert_eq!(read_cell(&codes, context).text, name);
    }

    #[test]
    fn a_unicode_name_is_never_taken_for_an_old_encoding(name in name()) {
        prop_assert_eq!(detect_by_letters(&name), None);
        for column in [None, Some(Encoding::Tcvn3), Some(Encoding::Vni)] {
            let cell = read_cell(&name, CellContext { font: Some(Font::Unicode), column });
            prop_assert_eq!(cell.text, name.clone());
        }
    }

    #[test]
    fn an_encoded_name_is_never_taken_for_the_other_encoding(name in name()) {
        for encoding in [Encoding::Tcvn3, Encoding::Vni] {
            let found = detect_by_letters(&encode(&name, encoding));
            prop_assert!(found.is_none_or(|found| found == encoding));
        }
    }

    #[test]
    fn restoring_changes_nothing_but_case_and_horns(text in any::<String>()) {
        if let Some(restored) = capitals_restored(&text) {
            prop_assert_eq!(restored.to_lowercase(), text.to_lowercase());
            prop_assert_eq!(capitals_restored(&restored), None);
        }
        if let Some(guessed) = horns_guessed(&text) {
            prop_assert_eq!(guessed.replace('ư', ""), text.replace('ư', ""));
        }
    }
}
