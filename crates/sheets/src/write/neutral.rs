//! Text that a spreadsheet program would run, made harmless.

use std::borrow::Cow;

/// Whether a spreadsheet program would take a text for a formula when it reads a CSV file or when
/// somebody edits the cell: it starts with `=`, `+`, `-`, `@`, one of their wide forms, a tab or
/// a line end (OWASP, "CSV injection").
pub fn is_formula_text(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// The text for a CSV field: with an apostrophe before it where it would be run.
pub fn neutral(text: &str) -> Cow<'_, str> {
    if is_formula_text(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_run_is_held_back_and_the_rest_is_left_alone() {
        for text in ["=1+1", "+84381", "-2+3", "@SUM(A1)", "\t=1", "\r\n=1", "＝1"] {
            assert_eq!(neutral(text), format!("'{text}"));
        }
        for text in ["", "Nguyễn Thị Ánh", "a=b", "001187718726", "'=1", "1-2"] {
            assert_eq!(neutral(text), text);
        }
    }
}
