//! Why a file is not read, with a code for programs and a Vietnamese sentence for clerks.

mod sentences;

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
}
