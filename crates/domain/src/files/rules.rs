//! What a file is, by its content and never by its name, and how large it may be.

use kernel::Refusal;

/// Bytes of one file at most: as large as the largest workbook that is read.
pub const FILE_BYTES: usize = 20 << 20;
/// Entries of a package that are looked at; a document of a thousand pictures has not as many.
const ENTRIES: usize = 5_000;
/// The record at the end of a package: 22 bytes and a remark of up to 64 kB.
const END_RECORD: usize = 22;

/// A sort of file that may be attached to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// A PDF.
    Pdf,
    /// A text document.
    Docx,
    /// A workbook.
    Xlsx,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
}

const ALL: [(Media, &str, &str); 5] = [
    (Media::Pdf, "application/pdf", "pdf"),
    (
        Media::Docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    (Media::Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    (Media::Png, "image/png", "png"),
    (Media::Jpeg, "image/jpeg", "jpg"),
];

impl Media {
    /// What a file is, if it is one of the sorts that are taken. A package that carries a program is none of them.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [b'P', b'K', 3, 4, ..] => Self::of_package(bytes),
            _ => None,
        }
    }

    fn of_package(bytes: &[u8]) -> Option<Self> {
        let names = entry_names(bytes)?;
        let has = |part: &str| names.contains(&part.as_bytes());
        if names.iter().any(|name| name.to_ascii_lowercase().ends_with(b"vbaproject.bin")) {
            return None;
        }
        match (has("word/document.xml"), has("xl/workbook.xml")) {
            (true, false) => Some(Self::Docx),
            (false, true) => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// The name by which browsers know it.
    pub fn content_type(self) -> &'static str {
        ALL.iter().find(|(media, ..)| *media == self).map_or("", |(_, name, _)| name)
    }

    /// The ending of file names.
    pub fn ending(self) -> &'static str {
        ALL.iter().find(|(media, ..)| *media == self).map_or("", |(.., ending)| ending)
    }

    /// The sort with this ending, as the books keep it.
    pub fn from_ending(ending: &str) -> Option<Self> {
        ALL.iter().find(|(.., each)| *each == ending).map(|(media, ..)| *media)
    }
}

/// The names in the directory at the end of a package.
fn entry_names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let tail = bytes.len().saturating_sub(END_RECORD + usize::from(u16::MAX));
    let end = bytes.get(tail..)?.windows(4).rposition(|four| four == b"PK\x05\x06")? + tail;
    let number = |at: usize, width: usize| {
        let bytes = bytes.get(at..at.checked_add(width)?)?;
        Some(bytes.iter().rev().fold(0_usize, |sum, byte| (sum << 8) | usize::from(*byte)))
    };
    let count = number(end + 10, 2)?.min(ENTRIES);
    let mut at = number(end + 16, 4)?;
    let mut names = Vec::with_capacity(count);
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let [name, extra, remark] = [28, 30, 32].map(|offset| number(at + offset, 2));
        let (name, start) = (name?, at + 46);
        names.push(bytes.get(start..start + name)?);
        at = start + name + extra? + remark?;
    }
    Some(names)
}

/// Passes a file within the limit of size.
pub fn must_fit(name: &str, bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::new(
            "empty_file",
            format!("Tệp {name} không có nội dung"),
            "Chọn lại tệp",
        ));
    }
    if bytes.len() <= FILE_BYTES {
        return Ok(());
    }
    Err(Refusal::new(
        "file_too_large",
        format!("Tệp {name} lớn hơn {} MB", FILE_BYTES >> 20),
        "Chia nhỏ tệp, hoặc nén ảnh bên trong rồi gửi lại",
    ))
}
