//! Which encoding a text is in.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

/// The text and the name of its encoding, `None` for what is no text. Nothing is normalised.
pub(super) fn decode(bytes: &[u8]) -> Option<(Cow<'_, str>, &'static str)> {
    let (encoding, start) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let (text, _) = encoding.decode_without_bom_handling(&bytes[start..]);
    is_text(&text).then(|| (text, encoding.name()))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = guess_utf_16(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    if marks_follow_vowels(bytes) { WINDOWS_1258 } else { WINDOWS_1252 }
}

/// UTF-16 without its mark: separators, digits and line ends have a zero byte on one side.
fn guess_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = bytes.len() / 8;
    match (even > enough, odd > enough) {
        (false, true) if even == 0 => Some(UTF_16LE),
        (true, false) if odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Windows-1258 writes a tone as a mark after its vowel; in TCVN3 and VNI texts, which are stored
/// as if they were Windows-1252, the same bytes are letters and stand anywhere. Without such
/// bytes the letters of TCVN3 that Windows-1258 texts never hold decide.
fn marks_follow_vowels(bytes: &[u8]) -> bool {
    const TONE_MARKS: [u8; 5] = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2];
    let (mut after_vowel, mut elsewhere) = (0_usize, 0_usize);
    for pair in bytes.windows(2) {
        let (before, byte) = (pair[0], pair[1]);
        if TONE_MARKS.contains(&byte) {
            *(if is_vowel_1258(before) { &mut after_vowel } else { &mut elsewhere }) += 1;
        }
        // ă â ê ô ơ ư đ of TCVN3: signs in the other code pages, not found beside letters.
        if (0xA8..=0xAE).contains(&byte) && before.is_ascii_alphabetic() {
            elsewhere += 1;
        }
    }
    after_vowel >= elsewhere
}

/// a e i o u y and ă â ê ô ơ ư with their capitals.
fn is_vowel_1258(byte: u8) -> bool {
    matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
        || matches!(byte, 0xC2 | 0xC3 | 0xCA | 0xD4 | 0xD5 | 0xDD)
        || matches!(byte, 0xE2 | 0xE3 | 0xEA | 0xF4 | 0xF5 | 0xFD)
}

/// Text has no control characters but tabs and line ends; one in a thousand is forgiven.
fn is_text(text: &str) -> bool {
    let odd = |c: &char| {
        (c.is_control()
            && !matches!(c, '\t' | '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{80}'..='\u{9f}'))
            || *c == '\u{fffd}'
    };
    !text.contains('\0') && text.chars().filter(odd).count() * 1_000 <= text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8]) -> Option<&'static str> {
        decode(bytes).map(|(_, name)| name)
    }

    #[test]
    fn unicode_is_known_with_and_without_its_mark() {
        let list = "STT;Họ tên\n1;Nguyễn Thị Ánh\n";
        assert_eq!(decode(list.as_bytes()), Some((list.into(), "UTF-8")));
        let marked = format!("\u{feff}{list}");
        assert_eq!(decode(marked.as_bytes()), Some((list.into(), "UTF-8")));
        let units: Vec<u16> = list.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(decode(&little), Some((list.into(), "UTF-16LE")));
        assert_eq!(decode(&big), Some((list.into(), "UTF-16BE")));
        let marked: Vec<u8> = [&[0xFF, 0xFE], &little[..]].concat();
        assert_eq!(decode(&marked), Some((list.into(), "UTF-16LE")));
    }

    #[test]
    fn windows_1258_comes_as_letter_and_mark() {
        let bytes = b"1;Nguy\xEA\xDEn Th\xE2\xEC;H\xE0 N\xF4\xF2i\r\n";
        let text = "1;Nguyê\u{303}n Thâ\u{301};Hà Nô\u{323}i\r\n";
        assert_eq!(decode(bytes), Some((text.into(), "windows-1258")));
    }

    #[test]
    fn old_fonts_in_a_text_file_come_as_the_letters_their_decoders_know() {
        // TCVN3 and VNI for "Trần Thị Bưởi".
        assert_eq!(name(b"Tr\xC7n Th\xDE B\xAD\xEBi"), Some("windows-1252"));
        assert_eq!(name(b"Tr\xE0\xE2n Th\xF2 B\xF6\xF4\xFBi"), Some("windows-1252"));
    }

    #[test]
    fn bytes_that_are_no_text_are_none() {
        assert_eq!(decode(b"\x09\x08\x10\0\0\x06\x05\0"), None);
        assert_eq!(decode(&[0xFF; 3]).map(|found| found.1), Some("windows-1258"));
        assert_eq!(decode(b"\x01\x02\x03abc"), None);
    }
}
