//! The text that was sent: pasted, or a file of text or a saved page.

use kernel::Refusal;

use crate::form::{Form, PASTED};

/// Reads the text of the form; a file goes before what was pasted.
pub(super) fn text(form: &Form) -> Result<String, Refusal> {
    if let Some(file) = form.file("file") {
        return of_file(&file.bytes);
    }
    let (field, most) = PASTED;
    let pasted = form.exact(field);
    if pasted.chars().count() >= most {
        let most = vietnamese::number::format_integer(most as i64);
        return Err(Refusal::new(
            "text_too_long",
            format!("Văn bản dán vào dài hơn {most} chữ"),
            "Lưu thành tệp .txt rồi tải tệp lên, hoặc soát từng phần",
        ));
    }
    if pasted.trim().is_empty() {
        return Err(Refusal::new(
            "text_missing",
            "Chưa có văn bản nào để soát",
            "Dán văn bản vào ô, hoặc chọn một tệp .txt hay .html",
        ));
    }
    Ok(pasted.to_owned())
}

/// A file in any of the encodings people still save.
fn of_file(bytes: &[u8]) -> Result<String, Refusal> {
    let is_text = !bytes.starts_with(b"PK\x03\x04")
        && !bytes.starts_with(b"%PDF")
        && !bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
    let (text, _) = vietnamese::legacy::decode_bytes(bytes);
    if !is_text || text.contains('\0') {
        return Err(Refusal::new(
            "not_a_text",
            "Tệp này không phải văn bản thuần hay trang web đã lưu",
            "Mở tệp, chọn hết, chép rồi dán vào ô; hoặc lưu lại kiểu .txt",
        ));
    }
    if text.trim().is_empty() {
        return Err(Refusal::new("text_missing", "Tệp không có chữ nào", "Chọn tệp khác"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_file_and_bytes_that_are_no_text_are_refused_by_name() {
        for bytes in [&b"PK\x03\x04word"[..], b"%PDF-1.7", b"a\0b\0\0c", &[0xD0, 0xCF, 0x11, 0xE0]]
        {
            assert_eq!(of_file(bytes).unwrap_err().code, "not_a_text", "{bytes:?}");
        }
        assert_eq!(of_file(b"  \n").unwrap_err().code, "text_missing");
        assert_eq!(
            of_file("\u{feff}đạt 5%".as_bytes()).unwrap().trim_start_matches('\u{feff}'),
            "đạt 5%"
        );
    }
}
