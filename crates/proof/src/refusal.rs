//! Why a text or a catalogue is not read at all.

/// A text that is not checked, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More bytes than the limit of the options.
    #[error(
        "Văn bản dài {bytes} byte, quá giới hạn {limit} byte. Hãy tách thành nhiều phần rồi soát từng phần."
    )]
    TextTooLong {
        /// The size of the text.
        bytes: usize,
        /// The limit that was set.
        limit: usize,
    },
    /// A page saved as one MHTML file; its text is encoded line by line.
    #[error(
        "Trang được lưu kiểu MHTML (một tệp gộp). Hãy lưu lại kiểu HTML, hoặc chép phần chữ ra rồi soát."
    )]
    PageInArchive,
    /// The award names cannot be read.
    #[error("Không đọc được danh mục tên danh hiệu: {reason}")]
    AwardNamesUnreadable {
        /// What the reader of the file says.
        reason: String,
    },
}

impl Refusal {
    /// The name scripts rely on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TextTooLong { .. } => "text_too_long",
            Self::PageInArchive => "page_in_archive",
            Self::AwardNamesUnreadable { .. } => "award_names_unreadable",
        }
    }
}
