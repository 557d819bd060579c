//! Why a file is not read, with a code for programs and a Vietnamese sentence for clerks.

/// What a file that is no workbook seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookalike {
    /// A web page, often exported by web programs under the name `.xls`.
    WebPage,
    /// Plain text under the name of a workbook.
    Text,
    /// A workbook as one XML file (Excel 2003 XML).
    Xml,
    /// A Word document or another package that holds no workbook.
    OtherDocument,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A binary workbook (`.xlsb`).
    BinaryWorkbook,
    /// Nothing at all: a file of no bytes.
    Empty,
    /// Anything else.
    Unknown,
}

/// A file that cannot be taken in, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The content is something else.
    #[error("not a workbook: {found:?}")]
    NotAWorkbook {
        /// What it seems to be.
        found: Lookalike,
    },
    /// The file itself is larger than allowed.
    #[error("the file has more than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The parts unpack to more than allowed.
    #[error("the file unpacks to more than {limit} bytes")]
    TooLargeUnpacked {
        /// The limit in bytes.
        limit: u64,
    },
    /// Damaged, cut off, or against the rules of its format.
    #[error("corrupt: {detail}")]
    Corrupt {
        /// What was found, for the log.
        detail: String,
    },
    /// Needs a password.
    #[error("encrypted")]
    Encrypted,
    /// No sheet holds a cell.
    #[error("no cell holds anything")]
    NoData,
    /// A document type declaration, which no spreadsheet program writes.
    #[error("a document type declaration in {part}")]
    ForbiddenXml {
        /// The part it stands in.
        part: String,
    },
    /// More sheets than allowed.
    #[error("more than {limit} sheets")]
    TooManySheets {
        /// The limit.
        limit: usize,
    },
    /// More rows with content on one sheet than allowed.
    #[error("more than {limit} rows in sheet {sheet:?}")]
    TooManyRows {
        /// The sheet's name.
        sheet: String,
        /// The limit.
        limit: u32,
    },
    /// A cell with content further right than allowed.
    #[error("more than {limit} columns in sheet {sheet:?}")]
    TooManyColumns {
        /// The sheet's name.
        sheet: String,
        /// The limit.
        limit: u32,
    },
    /// More cells with content than allowed.
    #[error("more than {limit} cells")]
    TooManyCells {
        /// The limit.
        limit: u64,
    },
    /// A cell whose text is longer than allowed.
    #[error("more than {limit} characters in cell {cell} of sheet {sheet:?}")]
    TextTooLong {
        /// The sheet's name.
        sheet: String,
        /// The cell, as `B12`.
        cell: String,
        /// The limit in characters.
        limit: usize,
    },
    /// More text in all cells together than allowed.
    #[error("more than {limit} bytes of text")]
    TooMuchText {
        /// The limit in bytes.
        limit: u64,
    },
    /// The operating system would not give the file.
    #[error("unreadable: {detail}")]
    Unreadable {
        /// The system's message, for the log.
        detail: String,
    },
}

impl Refusal {
    pub(crate) fn corrupt(detail: impl Into<String>) -> Self {
        Self::Corrupt { detail: detail.into() }
    }

    /// The stable name of this refusal, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAWorkbook { .. } => "not_a_workbook",
            Self::TooLarge { .. } => "too_large",
            Self::TooLargeUnpacked { .. } => "too_large_unpacked",
            Self::Corrupt { .. } => "corrupt",
            Self::Encrypted => "encrypted",
            Self::NoData => "no_data",
            Self::ForbiddenXml { .. } => "forbidden_xml",
            Self::TooManySheets { .. } => "too_many_sheets",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::TextTooLong { .. } => "text_too_long",
            Self::TooMuchText { .. } => "too_much_text",
            Self::Unreadable { .. } => "unreadable",
        }
    }

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
                format!("Tệp có hơn {limit} trang tính. Đề nghị chỉ giữ các trang cần nhập.")
            }
            Self::TooManyRows { sheet, limit } => {
                format!("Trang tính “{sheet}” có hơn {limit} dòng. Đề nghị chia thành nhiều tệp.")
            }
            Self::TooManyColumns { sheet, limit } => format!(
                "Trang tính “{sheet}” có hơn {limit} cột. Đề nghị xóa các ô thừa bên phải bảng."
            ),
            Self::TooManyCells { limit } => {
                format!("Tệp có hơn {limit} ô có dữ liệu. Đề nghị chia thành nhiều tệp.")
            }
            Self::TextTooLong { sheet, cell, limit } => format!(
                "Ô {cell} của trang tính “{sheet}” có hơn {limit} ký tự. Đề nghị rút gọn ô này."
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
