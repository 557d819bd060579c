//! The refusals in Vietnamese: what is wrong and what to do.

use std::fmt::Display;

use super::{Lookalike, Refusal};

impl Refusal {
    /// What is wrong and what to do, in Vietnamese.
    pub fn vi(&self) -> String {
        match self {
            Self::NotAWorkbook { found } => found.vi().to_owned(),
            Self::TooLarge { limit } => format!(
                "Tệp lớn hơn {} MB. Đề nghị chia thành nhiều tệp nhỏ hơn rồi nhập lần lượt.",
                limit >> 20
            ),
            Self::TooLargeUnpacked { limit } => format!(
                "Tệp bung ra lớn hơn {} MB nên không đọc. Đề nghị chép riêng bảng cần nhập sang \
                 một tệp mới rồi gửi lại.",
                limit >> 20
            ),
            Self::Corrupt { .. } => "Tệp bị hỏng hoặc tải về chưa xong. Đề nghị mở bằng Excel, \
                 lưu lại rồi gửi lại, hoặc xin lại tệp gốc."
                .to_owned(),
            Self::Encrypted => "Tệp có mật khẩu. Đề nghị mở bằng Excel, bỏ mật khẩu, lưu lại \
                 rồi gửi lại."
                .to_owned(),
            Self::NoData => "Tệp không có dữ liệu: không ô nào được điền. Đề nghị kiểm tra lại \
                 đã chọn đúng tệp chưa."
                .to_owned(),
            Self::ForbiddenXml { .. } => "Tệp chứa khai báo XML không an toàn mà Excel không bao \
                 giờ ghi ra. Đề nghị mở bằng Excel, lưu thành tệp mới rồi gửi lại."
                .to_owned(),
            Self::TooManySheets { limit } => {
                format!(
                    "Tệp có hơn {} trang tính. Đề nghị chỉ giữ các trang cần nhập.",
                    grouped(limit)
                )
            }
            Self::TooManyRows { sheet, limit } => {
                format!(
                    "{} có hơn {} dòng. Đề nghị chia thành nhiều tệp.",
                    where_in(sheet),
                    grouped(limit)
                )
            }
            Self::TooManyColumns { sheet, limit } => format!(
                "{} có hơn {} cột. Đề nghị xóa các ô thừa bên phải bảng.",
                where_in(sheet),
                grouped(limit)
            ),
            Self::TooManyCells { limit } => {
                format!("Tệp có hơn {} ô có dữ liệu. Đề nghị chia thành nhiều tệp.", grouped(limit))
            }
            Self::TextTooLong { sheet, cell, limit } => format!(
                "{}, ô {cell} có hơn {} ký tự. Đề nghị rút gọn ô này.",
                where_in(sheet),
                grouped(limit)
            ),
            Self::TooMuchText { limit } => {
                format!("Tệp có hơn {} MB chữ. Đề nghị chia thành nhiều tệp.", limit >> 20)
            }
            Self::Unreadable { .. } => "Không mở được tệp. Đề nghị kiểm tra đường dẫn, quyền đọc \
                 và tệp có đang mở ở chương trình khác không."
                .to_owned(),
        }
    }
}

impl Lookalike {
    fn vi(self) -> &'static str {
        match self {
            Self::WebPage => {
                "Đây là trang web được đặt tên như bảng tính. Đề nghị mở bằng Excel, chọn “Lưu \
                 thành” (.xlsx) rồi gửi lại."
            }
            Self::Text => {
                "Đây là tệp văn bản được đổi tên thành bảng tính. Nếu là danh sách có dấu phân \
                 cách, đề nghị đổi đuôi tên thành .csv; nếu không, mở bằng Excel và lưu thành .xlsx."
            }
            Self::Xml => {
                "Đây là bảng tính dạng XML kiểu cũ. Đề nghị mở bằng Excel, chọn “Lưu thành” \
                 (.xlsx) rồi gửi lại."
            }
            Self::OtherDocument => {
                "Đây là tài liệu loại khác, không phải bảng tính. Đề nghị chép bảng sang Excel và \
                 lưu thành .xlsx."
            }
            Self::Pdf => {
                "Đây là tệp PDF, không phải bảng tính. Đề nghị xin tệp Excel gốc của danh sách."
            }
            Self::Picture => {
                "Đây là tệp ảnh, không phải bảng tính. Đề nghị xin tệp Excel gốc của danh sách."
            }
            Self::BinaryWorkbook => {
                "Đây là bảng tính nhị phân (.xlsb). Đề nghị mở bằng Excel, lưu thành .xlsx rồi \
                 gửi lại."
            }
            Self::Empty => "Tệp rỗng, không có nội dung. Đề nghị xin lại tệp gốc.",
            Self::Unknown => {
                "Tệp này không phải bảng tính. Các loại nhận được: .xlsx, .xls, .ods, .csv."
            }
        }
    }
}

/// The sheet by its name; a CSV file has none.
fn where_in(sheet: &str) -> String {
    if sheet.is_empty() { "Tệp".to_owned() } else { format!("Trang tính “{sheet}”") }
}

/// A count with dots between its thousands.
fn grouped(count: &impl Display) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_said_as_they_are_read_in_vietnamese() {
        let rows = |sheet: &str| Refusal::TooManyRows { sheet: sheet.to_owned(), limit: 200_000 };
        assert!(rows("DS").vi().starts_with("Trang tính “DS” có hơn 200.000 dòng."));
        assert!(rows("").vi().starts_with("Tệp có hơn 200.000 dòng."));
        assert_eq!(
            [grouped(&7), grouped(&1_000), grouped(&1_500_000)],
            ["7", "1.000", "1.500.000"]
        );
    }
}
