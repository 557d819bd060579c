//! Verifying: what the public page says of a code, and what a square says without any books.

use kernel::Refusal;

use super::public;
use crate::certificates::model::{Standing, Verified};
use crate::certificates::{code, payload, store};
use crate::signing::{self, Purpose};
use crate::{App, Result};

/// What the books say of a code, to anybody.
pub fn standing(app: &App, typed: &str) -> Result<Standing> {
    let Some(code) = code::typed(typed) else { return Ok(Standing::Unknown) };
    let found = app.db.read(|tx| store::by_code(tx, app.federation, &code))?;
    Ok(match found {
        None => Standing::Unknown,
        Some(certificate) => match &certificate.revoked {
            Some(revoked) => Standing::Revoked(public(&certificate), revoked.on),
            None => Standing::Valid(public(&certificate)),
        },
    })
}

/// Checks the text of a square against keys, without any books. A signature says who signed these facts; whether they
/// were revoked since only the books can say.
pub fn verify(text: &str, keys: &[String]) -> Result<Verified, Refusal> {
    let unread = || {
        Refusal::new(
            "square_unread",
            "Chữ trong mã vuông không đọc được: thiếu hoặc sai chữ",
            "Quét lại mã ở chỗ sáng, hoặc gõ mã ngắn vào trang kiểm tra",
        )
    };
    let (bytes, signature) = payload::parts_of(text).ok_or_else(unread)?;
    let is_signed = |key: &str| signing::is_signed(Purpose::Certificate, key, &bytes, &signature);
    let key = keys.iter().find(|key| is_signed(key)).ok_or_else(|| {
        Refusal::new(
            "bad_signature",
            "Chữ ký không đúng: nội dung đã bị sửa, hoặc giấy không do nơi này cấp",
            "Đối chiếu mã ngắn ở trang kiểm tra, hoặc hỏi nơi cấp",
        )
    })?;
    let facts = payload::facts_of(&bytes).ok_or_else(unread)?;
    Ok(Verified { facts, key: key.clone() })
}
