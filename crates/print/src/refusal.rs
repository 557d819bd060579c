//! Why a paper could not be set.

/// What was wrong, in a sentence for those who print.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More than is set in one run.
    #[error("Văn bản quá lớn: {what} tối đa {most}. Chia thành nhiều lần in")]
    TooLarge {
        /// Of what there is too much.
        what: &'static str,
        /// How much there may be.
        most: usize,
    },
    /// A row with more or fewer cells than there are columns.
    #[error(
        "Dòng {row} của bảng có {cells} ô, bảng có {columns} cột. Báo cho người phụ trách hệ thống"
    )]
    Ragged {
        /// The row, counted from 1.
        row: usize,
        /// Its cells.
        cells: usize,
        /// The columns.
        columns: usize,
    },
    /// No such day.
    #[error("Văn bản mang một ngày không có trong lịch. Sửa ngày rồi in lại")]
    NoSuchDay,
    /// A template that cannot be used.
    #[error("Biểu mẫu {file}{} có lỗi: {message}. Sửa biểu mẫu, hoặc bỏ tệp ấy để dùng mẫu có sẵn", line.map(|line| format!(", dòng {line}")).unwrap_or_default())]
    Template {
        /// Its name.
        file: String,
        /// The line, where it is known.
        line: Option<usize>,
        /// What Typst says, in English.
        message: String,
    },
    /// A file of the folder of templates that cannot be read.
    #[error(
        "Không đọc được tệp {file} trong thư mục biểu mẫu: {message}. Kiểm tra tệp rồi mở lại chương trình"
    )]
    Unreadable {
        /// The file.
        file: String,
        /// Why.
        message: String,
    },
    /// A paper that took too long to set.
    #[error(
        "Biểu mẫu {file} chạy quá {seconds} giây nên dừng. Chia thành nhiều lần in, hoặc sửa biểu mẫu của cơ quan"
    )]
    TooSlow {
        /// The template.
        file: &'static str,
        /// How long it was waited for.
        seconds: u64,
    },
    /// Text that no square can hold.
    #[error("Mã kiểm tra quá dài để in thành mã vuông. Rút ngắn tên giải thưởng hoặc nơi ban hành")]
    Square,
    /// A paper that people do not edit.
    #[error("Giấy khen chỉ in ra PDF. Chọn PDF")]
    NotEdited,
    /// The container could not be written.
    #[error("Không ghi được tệp DOCX: {0}. Thử lại")]
    Docx(String),
}

impl Refusal {
    /// What is the matter, and what to do: the two parts of the sentence.
    #[must_use]
    pub fn told(&self) -> (String, String) {
        let whole = self.to_string();
        whole.rsplit_once(". ").map_or((whole.clone(), String::new()), |(matter, remedy)| {
            (matter.to_owned(), remedy.to_owned())
        })
    }

    /// The stable code of the refusal.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "paper_too_large",
            Self::Ragged { .. } => "paper_ragged",
            Self::NoSuchDay => "bad_day",
            Self::Template { .. } => "bad_template",
            Self::Unreadable { .. } => "template_unreadable",
            Self::TooSlow { .. } => "template_too_slow",
            Self::Square => "square_too_long",
            Self::NotEdited => "not_edited",
            Self::Docx(_) => "docx_failed",
        }
    }
}
