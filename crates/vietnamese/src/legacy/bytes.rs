//! The text of a file whose encoding nobody has written down.

use super::evidence::Evidence;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

/// The encodings of text files that are recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ByteEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, small end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Windows-1258: shaped letters and combining tones, composed on the way.
    Windows1258,
    /// Windows-1252; with TCVN3 or VNI in it, left as Latin-1 codes for the columns to decide.
    Windows1252,
}

/// `UTF-8`, `UTF-16LE`, `Windows-1258` …
impl std::fmt::Display for ByteEncoding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1258 => "Windows-1258",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

/// Decodes a whole file: by its byte order mark, by the zeros of UTF-16, as UTF-8 when it is
/// valid or nearly so, else by which code page gives the more Vietnamese. The mark is not part of the text.
/// Windows-1258 comes back composed; the others as they were written.
pub fn decode_bytes(bytes: &[u8]) -> (String, ByteEncoding) {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
        return (text, of_marked(encoding));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
        return (text, of_marked(encoding));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), ByteEncoding::Utf8);
    }
    if is_damaged_utf8(bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), ByteEncoding::Utf8);
    }
    let composed = crate::text::nfc(&WINDOWS_1258.decode_without_bom_handling(bytes).0);
    let latin = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    if Evidence::of(&composed).unicode() >= Evidence::of(&latin).best() {
        (composed, ByteEncoding::Windows1258)
    } else {
        (latin.into_owned(), ByteEncoding::Windows1252)
    }
}

fn of_marked(encoding: &'static encoding_rs::Encoding) -> ByteEncoding {
    match encoding {
        e if e == UTF_16LE => ByteEncoding::Utf16Le,
        e if e == UTF_16BE => ByteEncoding::Utf16Be,
        e => {
            debug_assert_eq!(e, UTF_8, "no other encoding has a mark");
            ByteEncoding::Utf8
        }
    }
}

/// UTF-8 with a few broken characters (a download cut off, two files joined): no code page makes
/// valid sequences in such numbers by chance. The broken ones become U+FFFD.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (whole, broken) = bytes.utf8_chunks().fold((0, 0), |(whole, broken), chunk| {
        let beyond_ascii = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (whole + beyond_ascii, broken + usize::from(!chunk.invalid().is_empty()))
    });
    whole > 8 * broken
}

/// UTF-16 without its mark: half the bytes of digits, separators and line ends are zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let is_many = |count: usize| count * 5 > head.len() / 2;
    match (is_many(even), is_many(odd)) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}
