//! Texts: the shared strings part, inline strings, and the escapes both use.

use std::borrow::Cow;
use std::sync::Arc;

use quick_xml::events::Event;

use crate::Refusal;
use crate::strings::{FontNames, RichText, StringTable};
use crate::xml::{Xml, attribute};

/// Reads the table of shared texts.
pub(super) fn read(part: &str, text: &str) -> Result<StringTable, Refusal> {
    let mut xml = Xml::new(part, text);
    let mut table = StringTable::default();
    let mut fonts = FontNames::default();
    let mut rich = RichText::default();
    loop {
        match xml.next()? {
            Event::Eof => return Ok(table),
            Event::Start(start) if start.local_name().as_ref() == "si" => {
                rich.clear();
                read_item(&mut xml, &mut fonts, &mut rich)?;
                table.push(&rich)?;
            }
            _ => {}
        }
    }
}

/// Reads one text (`si` or `is`) up to its end: plain, or runs with fonts of their own.
pub(super) fn read_item(
    xml: &mut Xml<'_>,
    fonts: &mut FontNames,
    rich: &mut RichText,
) -> Result<(), Refusal> {
    let mut run_font: Option<Arc<str>> = None;
    let mut depth = 0_u32;
    loop {
        match xml.next()? {
            Event::Eof => return Err(xml.corrupt("a text without its end")),
            Event::Start(start) => match start.local_name().as_ref() {
                "t" => {
                    let at = rich.text.len();
                    xml.element_text(&mut rich.text)?;
                    unescape(&mut rich.text, at);
                    rich.close_run(at, run_font.clone());
                }
                // How a text is read aloud in Japanese is no part of it.
                "rPh" | "phoneticPr" => xml.skip()?,
                name => {
                    match name {
                        "r" => run_font = None,
                        "rFont" => run_font = attribute(&start, "val").map(|val| fonts.get(&val)),
                        _ => {}
                    }
                    depth += 1;
                }
            },
            Event::End(_) if depth == 0 => return Ok(()),
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
}

/// Puts characters back that XML cannot hold and the format writes as `_x000D_`, in the text
/// from byte `start` on.
pub(super) fn unescape(text: &mut String, start: usize) {
    if !text[start..].contains("_x") {
        return;
    }
    if let Cow::Owned(plain) = unescaped(&text[start..]) {
        text.truncate(start);
        text.push_str(&plain);
    }
}

fn unescaped(text: &str) -> Cow<'_, str> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        if let Some(character) = escaped_char(escape) {
            plain.push(character);
            rest = &escape[7..];
        } else {
            plain.push_str("_x");
            rest = &escape[2..];
        }
    }
    plain.push_str(rest);
    if plain == text { Cow::Borrowed(text) } else { Cow::Owned(plain) }
}

/// The character of `_xHHHH_` at the start of a text.
fn escaped_char(escape: &str) -> Option<char> {
    let digits = escape.get(2..6)?;
    if escape.as_bytes().get(6) != Some(&b'_') || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_come_back_and_other_underscores_stay() {
        for (written, meant) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x0041_", "_x0041_"),
            ("ma_xa_1", "ma_xa_1"),
            ("_x00", "_x00"),
            ("_xễễ_", "_xễễ_"),
        ] {
            assert_eq!(unescaped(written), meant, "{written}");
        }
    }
}
