//! Files handed to the reader: always to be kept, never shown as a page of ours.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Bytes under a name, of a kind.
pub(crate) fn download(name: &str, content_type: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (header::CONTENT_DISPOSITION, disposition(name)),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (StatusCode::OK, headers, bytes).into_response()
}

/// The name in letters every system takes, and whole for browsers that read the second form.
pub(crate) fn disposition(name: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() || "._-".contains(letter) { letter } else { '_' }
    };
    let ascii: String = vietnamese::fold::fold(name).chars().map(plain).take(120).collect();
    if ascii == name {
        return format!("attachment; filename=\"{ascii}\"");
    }
    let whole: String = name
        .chars()
        .filter(|letter| !letter.is_control())
        .take(150)
        .collect::<String>()
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_can_say_anything_and_stays_a_name() {
        assert_eq!(
            disposition("QĐ 22.pdf"),
            "attachment; filename=\"qd_22.pdf\"; filename*=UTF-8''Q%C4%90%2022.pdf"
        );
        let bad = disposition("a\"; x=\r\n.pdf");
        assert!(!bad.contains('\r') && bad.matches('"').count() == 2, "{bad}");
    }
}
