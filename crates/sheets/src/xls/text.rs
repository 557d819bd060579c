//! Texts of both dialects: code page bytes before BIFF8, Unicode since.

use std::sync::Arc;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::record::{Segments, u16_at};
use crate::strings::RichText;

/// How a file writes texts.
#[derive(Clone, Copy)]
pub(super) struct Dialect {
    pub(super) biff8: bool,
    pub(super) encoding: &'static Encoding,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { biff8: true, encoding: WINDOWS_1252 }
    }
}

impl Dialect {
    /// Takes the code page a file declares, such as 1258.
    pub(super) fn set_code_page(&mut self, data: &[u8]) {
        let label = u16_at(data, 0).map(|page| format!("windows-{page}"));
        let known = label.and_then(|label| Encoding::for_label(label.as_bytes()));
        self.encoding = known.unwrap_or(WINDOWS_1252);
    }

    /// A text whose length takes one byte.
    pub(super) fn short(self, data: &[u8]) -> Option<String> {
        let (&count, rest) = data.split_first()?;
        self.letters(&mut Segments::single(rest), usize::from(count))
    }

    /// A text whose length takes two bytes.
    pub(super) fn long(self, segments: &mut Segments<'_>) -> Option<String> {
        let count = usize::from(segments.u16()?);
        self.letters(segments, count)
    }

    fn letters(self, segments: &mut Segments<'_>, count: usize) -> Option<String> {
        if self.biff8 {
            let wide = segments.byte()? & 1 == 1;
            return Some(String::from_utf16_lossy(&segments.letters(count, wide)?));
        }
        let bytes: Option<Vec<u8>> = (0..count).map(|_| segments.byte()).collect();
        Some(self.encoding.decode_without_bom_handling(&bytes?).0.into_owned())
    }
}

/// Reads one shared text of BIFF8: letters, then the fonts of its parts, then what is said about
/// its reading in Asian scripts, which is passed over.
pub(super) fn shared(segments: &mut Segments<'_>, fonts: &Fonts) -> Option<RichText> {
    let count = usize::from(segments.u16()?);
    let flags = segments.byte()?;
    let run_count = if flags & 8 == 0 { 0 } else { usize::from(segments.u16()?) };
    let extra = if flags & 4 == 0 { 0 } else { segments.u32()? as usize };
    let units = segments.letters(count, flags & 1 == 1)?;
    let mut rich = RichText::default();
    let mut start = 0;
    let mut font = None;
    for _ in 0..run_count {
        let end = usize::from(segments.u16()?).clamp(start, units.len());
        push(&mut rich, &units[start..end], font);
        font = fonts.get(segments.u16()?);
        start = end;
    }
    push(&mut rich, &units[start..], font);
    segments.skip(extra)?;
    Some(rich)
}

fn push(rich: &mut RichText, units: &[u16], font: Option<Arc<str>>) {
    let start = rich.text.len();
    let decoded = char::decode_utf16(units.iter().copied());
    rich.text.extend(decoded.map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
    rich.close_run(start, font);
}

/// The names of the fonts in the order of the file.
#[derive(Default)]
pub(super) struct Fonts(pub(super) Vec<Arc<str>>);

impl Fonts {
    /// A font by its index, which never is 4: the format leaves that number out.
    pub(super) fn get(&self, index: u16) -> Option<Arc<str>> {
        let at = usize::from(index).checked_sub(usize::from(index > 4))?;
        self.0.get(at).filter(|_| index != 4).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_runs_names_the_font_of_each_part() {
        let fonts = Fonts(["A", "B", "C", "D", "E"].map(Arc::from).to_vec());
        let bytes = [4, 0, 8, 2, 0, b'a', b'b', b'c', b'd', 1, 0, 1, 0, 3, 0, 5, 0];
        let rich = shared(&mut Segments::single(&bytes), &fonts).unwrap();
        let runs: Vec<_> = rich.runs.iter().map(|r| (r.bytes, r.font.as_deref())).collect();
        assert_eq!(rich.text, "abcd");
        assert_eq!(runs, [(1, None), (2, Some("B")), (1, Some("E"))]);
        assert_eq!(fonts.get(4), None);
    }

    #[test]
    fn texts_before_biff8_are_in_the_declared_code_page() {
        let mut dialect = Dialect { biff8: false, ..Dialect::default() };
        dialect.set_code_page(&1258_u16.to_le_bytes());
        assert_eq!(dialect.short(b"\x03\xD0\xF5\xCC").as_deref(), Some("Đơ\u{300}"));
        assert_eq!(dialect.short(b"\x04abc"), None);
    }
}
