//! What kind of file this is, by its first bytes.

use crate::Lookalike;

/// The outermost layer of a file.
#[derive(Debug, PartialEq)]
pub(crate) enum Container {
    /// Zip: `.xlsx`, `.ods`, and other documents.
    Zip,
    /// OLE: `.xls`, encrypted workbooks, and other documents.
    Ole,
    /// Certainly no workbook.
    Other(Lookalike),
    /// No signature: perhaps text.
    None,
}

const SIGNATURES: [(&[u8], Container); 14] = [
    (b"PK\x03\x04", Container::Zip),
    (b"PK\x05\x06", Container::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Container::Ole),
    (b"%PDF", Container::Other(Lookalike::Pdf)),
    (b"{\\rtf", Container::Other(Lookalike::OtherDocument)),
    (b"Rar!", Container::Other(Lookalike::Unknown)),
    (b"7z\xBC\xAF", Container::Other(Lookalike::Unknown)),
    (b"\x1F\x8B", Container::Other(Lookalike::Unknown)),
    (b"\x89PNG", Container::Other(Lookalike::Picture)),
    (b"\xFF\xD8\xFF", Container::Other(Lookalike::Picture)),
    (b"GIF8", Container::Other(Lookalike::Picture)),
    (b"II*\0", Container::Other(Lookalike::Picture)),
    (b"MM\0*", Container::Other(Lookalike::Picture)),
    (b"RIFF", Container::Other(Lookalike::Unknown)),
];

pub(crate) fn container(bytes: &[u8]) -> Container {
    if bytes.is_empty() {
        return Container::Other(Lookalike::Empty);
    }
    let known = SIGNATURES.into_iter().find(|(signature, _)| bytes.starts_with(signature));
    known.map_or(Container::None, |(_, container)| container)
}

/// What a text is that is no list: a web page or XML.
pub(crate) fn markup(text: &str) -> Option<Lookalike> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let head: String = start.chars().take(4_096).collect::<String>().to_lowercase();
    if head.starts_with("mime-version:") {
        return Some(Lookalike::WebPage);
    }
    let rest = head.strip_prefix('<')?;
    if !rest.starts_with(|c: char| c.is_alphabetic() || c == '!' || c == '?') {
        return None;
    }
    let page = ["<html", "<table", "<body", "<!doctype html"];
    let web = page.iter().any(|tag| head.contains(tag)) && !head.contains("excel.sheet\"");
    Some(if web { Lookalike::WebPage } else { Lookalike::Xml })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_from_lists() {
        assert_eq!(markup("\u{feff}\n<HTML xmlns:x=\"u\"><body>"), Some(Lookalike::WebPage));
        assert_eq!(markup("<!DOCTYPE html>\n<p>"), Some(Lookalike::WebPage));
        assert_eq!(
            markup("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>"),
            Some(Lookalike::Xml)
        );
        assert_eq!(markup("STT;Họ và tên\n1;<An>"), None);
        assert_eq!(markup("<5 năm;>5 năm\n1;2"), None);
    }
}
