//! How much a workbook may hold before it is refused.

/// Limits counted while reading; nothing a file declares about its own size is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it came in.
    pub file_bytes: u64,
    /// Bytes of all parts after decompression, counted while they stream out.
    pub unpacked_bytes: u64,
    /// Sheets in one workbook.
    pub sheets: usize,
    /// Highest number of rows with content on one sheet.
    pub rows: u32,
    /// Columns: a cell with content at or beyond this 0-based column is too far right.
    pub columns: u32,
    /// Cells with content in the whole workbook.
    pub cells: u64,
    /// Characters in one cell, as UTF-16 units, which is how spreadsheets count.
    pub text_chars: usize,
    /// Bytes of text held in the whole workbook: a short shared text may stand in many cells.
    pub text_bytes: u64,
}

impl Default for Limits {
    /// Sized on real lists: a sheet of 20,000 people in 8 columns unpacks to 8 MB (390 bytes a
    /// row), so 50 MB holds 130,000 such people, or 60,000 in 16 columns, more than any
    /// federation keeps on one sheet. Excel itself allows 32,767 characters in a cell.
    fn default() -> Self {
        Self {
            file_bytes: 20 << 20,
            unpacked_bytes: 50 << 20,
            sheets: 100,
            rows: 200_000,
            columns: 1_000,
            cells: 1_500_000,
            text_chars: 32_767,
            text_bytes: 64 << 20,
        }
    }
}
