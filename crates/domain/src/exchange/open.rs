//! A package written and read: the file, its hash, its signature. Neither needs any books.

use kernel::{Period, Refusal};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::canonical;
use super::model::{Body, Signature};
use super::rules::{self, DEPTH_MAX, FORMAT, PACKAGE_BYTES_MAX};
use crate::signing::{self, Key, Purpose};
use crate::{Error, Result};

/// A package whose bytes, shape and signature are right. Whether its signer is trusted the books say.
pub(super) struct Opened {
    pub(super) body: Body,
    pub(super) period: Period,
    pub(super) signature: Signature,
}

/// A package as a file.
pub(super) struct Sealed {
    pub(super) file: Vec<u8>,
    pub(super) hash: String,
}

/// Signs contents; the same contents and key always make the same file.
pub(super) fn seal(body: &Body, key: &Key) -> Result<Sealed> {
    let unwritten = || Error::Broken("gói báo cáo không viết được thành chữ".to_owned());
    let told = serde_json::to_value(body).map_err(|_| unwritten())?;
    let bytes = canonical::bytes_of(&told).ok_or_else(unwritten)?;
    let hash = hash_of(&bytes);
    let signature = ledger::chain::hex(&key.sign(Purpose::Package, &bytes));
    let whole = json!({
        "body": told, "format": FORMAT, "hash": hash, "key": key.public(), "signature": signature,
    });
    let file = canonical::bytes_of(&whole).ok_or_else(unwritten)?;
    if file.len() > PACKAGE_BYTES_MAX {
        return Err(too_large().into());
    }
    // What is sent must be what another reads: a name that is too long is found here and not there.
    open(&file)?;
    Ok(Sealed { file, hash })
}

fn hash_of(bytes: &[u8]) -> String {
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    ledger::chain::hex(&hash)
}

/// Reads a package; what is not exactly what was signed is refused by name.
pub(super) fn open(file: &[u8]) -> Result<Opened, Refusal> {
    if file.len() > PACKAGE_BYTES_MAX {
        return Err(too_large());
    }
    must_be_shallow(file)?;
    let whole: Value = serde_json::from_slice(file).map_err(|error| unread(&error))?;
    if whole["format"] != FORMAT {
        return Err(no_package());
    }
    rules::must_be_read(whole["body"]["schema"].as_str().unwrap_or_default())?;
    let canonical = canonical::bytes_of(&whole).unwrap_or_default();
    if canonical != file {
        return Err(not_canonical(&canonical, file));
    }
    let Value::Object(mut fields) = whole else { return Err(no_package()) };
    let body = fields.remove("body").unwrap_or_default();
    let mut text = |name: &str| match fields.remove(name) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let [_, hash, key, signature] = ["format", "hash", "key", "signature"].map(&mut text);
    if !fields.is_empty() {
        return Err(bad_shape("có phần thừa ngoài body, format, hash, key, signature"));
    }
    let bytes = canonical::bytes_of(&body).unwrap_or_default();
    if hash_of(&bytes) != hash {
        return Err(altered("nội dung không khớp mã băm"));
    }
    let signed = signature_of(&signature).filter(|_| signing::is_key(&key));
    if !signed.is_some_and(|signed| signing::is_signed(Purpose::Package, &key, &bytes, &signed)) {
        return Err(altered("chữ ký không phải của khóa kèm theo trên nội dung này"));
    }
    let body: Body = serde_json::from_value(body).map_err(|error| bad_shape(&error.to_string()))?;
    let period = rules::must_hold(&body)?;
    let fingerprint = signing::fingerprint(&key);
    Ok(Opened { body, period, signature: Signature { hash, key, fingerprint } })
}

/// 64 bytes as 128 letters, written the one way.
fn signature_of(text: &str) -> Option<[u8; 64]> {
    let halves = text.is_ascii().then(|| text.split_at_checked(64)).flatten()?;
    let bytes = [ledger::chain::from_hex(halves.0)?, ledger::chain::from_hex(halves.1)?].concat();
    (ledger::chain::hex(&bytes) == text).then(|| bytes.try_into().ok()).flatten()
}

/// Refuses lists in lists in lists before they are read.
fn must_be_shallow(file: &[u8]) -> Result<(), Refusal> {
    let (mut depth, mut is_text, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in file.iter().enumerate() {
        match (is_text, byte) {
            (true, _) if is_escaped => is_escaped = false,
            (true, b'\\') => is_escaped = true,
            (_, b'"') => is_text = !is_text,
            (false, b'{' | b'[') => depth += 1,
            (false, b'}' | b']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH_MAX {
            return Err(Refusal::new(
                "package_too_deep",
                format!("Gói báo cáo lồng quá sâu ở byte {}", at + 1),
                "Đây không phải gói báo cáo; xin nơi gửi xuất lại",
            ));
        }
    }
    Ok(())
}

fn too_large() -> Refusal {
    let most = vietnamese::number::format_integer((PACKAGE_BYTES_MAX / 1024) as i64);
    Refusal::new(
        "package_too_large",
        format!("Gói báo cáo lớn hơn {most} KB"),
        "Kiểm tra lại tệp: một báo cáo thường chỉ vài chục KB",
    )
}

fn unread(error: &serde_json::Error) -> Refusal {
    Refusal::new(
        "package_unreadable",
        format!("Tệp không đọc được ở dòng {}, cột {}", error.line(), error.column()),
        "Kiểm tra đúng tệp gói báo cáo (.json) và tải về trọn vẹn",
    )
}

fn no_package() -> Refusal {
    Refusal::new(
        "not_a_package",
        "Tệp này không phải gói báo cáo",
        "Chọn tệp .json mà nơi gửi xuất từ báo cáo của họ",
    )
}

fn not_canonical(canonical: &[u8], file: &[u8]) -> Refusal {
    let same = canonical.iter().zip(file).take_while(|(a, b)| a == b).count();
    Refusal::new(
        "package_not_canonical",
        format!("Gói báo cáo đã bị viết lại, khác từ byte {}", same + 1),
        "Dùng nguyên tệp nơi gửi đã xuất, không mở ra lưu lại bằng phần mềm khác",
    )
}

fn altered(what: &str) -> Refusal {
    Refusal::new(
        "package_altered",
        format!("Gói báo cáo đã bị sửa: {what}"),
        "Không nhận gói này; xin nơi gửi gửi lại tệp gốc",
    )
}

fn bad_shape(what: &str) -> Refusal {
    let what: String = what.chars().take(200).collect();
    Refusal::new(
        "package_bad_shape",
        format!("Gói báo cáo không đúng mẫu: {what}"),
        "Xin nơi gửi xuất lại gói đúng như docs/PACKAGES.md",
    )
}
