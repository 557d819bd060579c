//! Formulas as tokens: never run, only looked at for what leads out of the file.

use super::record::{Segments, u16_at};
use crate::formula::is_address;

/// The workbooks that formulas refer to, and the references into them.
#[derive(Default)]
pub(super) struct Books {
    /// Whether each book is another file or program.
    outside: Vec<bool>,
    /// The book of each reference.
    references: Vec<u16>,
}

impl Books {
    pub(super) fn add_book(&mut self, data: &[u8]) -> Option<()> {
        // Two marks stand for this workbook and for functions of add-ins.
        let mark = u16_at(data, 2)?;
        self.outside.push(!matches!(mark, 0x0401 | 0x3A01));
        Some(())
    }

    pub(super) fn set_references(&mut self, data: &[u8]) -> Option<()> {
        let references = data.get(2..)?.chunks_exact(6);
        self.references.extend(references.filter_map(|reference| u16_at(reference, 0)));
        Some(())
    }

    fn leads_out(&self, reference: u16) -> bool {
        let book = self.references.get(usize::from(reference));
        book.and_then(|&book| self.outside.get(usize::from(book))).copied().unwrap_or(false)
    }
}

/// Whether a formula's tokens refer to another file, to the network or to another program.
pub(super) fn is_external(mut tokens: &[u8], books: &Books) -> bool {
    while let Some((&token, rest)) = tokens.split_first() {
        let external = match token & 0x7F {
            0x17 => text(rest).is_some_and(|text| is_address(&text)),
            0x39..=0x3D | 0x59..=0x5D | 0x79..=0x7D => {
                u16_at(rest, 0).is_some_and(|reference| books.leads_out(reference))
            }
            _ => false,
        };
        if external {
            return true;
        }
        match length(token, rest).and_then(|length| rest.get(length..)) {
            Some(after) => tokens = after,
            None => return false,
        }
    }
    false
}

fn text(data: &[u8]) -> Option<String> {
    let (&[count, flags], letters) = data.split_first_chunk::<2>()?;
    let units = Segments::single(letters).letters(usize::from(count), flags & 1 == 1)?;
    Some(String::from_utf16_lossy(&units))
}

/// The bytes that follow a token ([MS-XLS] 2.5.198), `None` for an unknown one.
fn length(token: u8, rest: &[u8]) -> Option<usize> {
    // Tokens from 0x20 on come in three classes of the same shape.
    let token = if token < 0x20 { token } else { token & 0x1F | 0x20 };
    Some(match token {
        0x03..=0x16 => 0,
        0x17 => 2 + usize::from(*rest.first()?) * (1 + usize::from(rest.get(1)? & 1)),
        0x18 => 5,
        // A choice is followed by a table of jumps.
        0x19 if rest.first()? & 4 != 0 => 3 + 2 * (usize::from(u16_at(rest, 1)?) + 1),
        0x1C | 0x1D => 1,
        0x1E | 0x21 | 0x29 | 0x2E | 0x2F => 2,
        0x19 | 0x22 => 3,
        0x01 | 0x02 | 0x23 | 0x24 | 0x2A | 0x2C => 4,
        0x26..=0x28 | 0x39 | 0x3A | 0x3C => 6,
        0x20 => 7,
        0x1F | 0x25 | 0x2B | 0x2D => 8,
        0x3B | 0x3D => 10,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn books() -> Books {
        let mut books = Books::default();
        books.add_book(&[1, 0, 1, 4]).unwrap();
        books.add_book(&[1, 0, 8, 0]).unwrap();
        books.set_references(&[2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]).unwrap();
        books
    }

    #[test]
    fn a_reference_into_another_book_leads_out_and_one_into_this_book_does_not() {
        let add_to = |reference: u8| [0x1E, 1, 0, 0x5A, reference, 0, 0, 0, 0, 0, 0x03];
        assert!(is_external(&add_to(1), &books()));
        assert!(!is_external(&add_to(0), &books()));
        assert!(!is_external(&add_to(9), &books()));
    }

    #[test]
    fn a_text_that_is_an_address_leads_out() {
        let mut tokens = vec![0x17, 8, 0];
        tokens.extend(b"http://a");
        assert!(is_external(&tokens, &books()));
        tokens[1] = 200;
        assert!(!is_external(&tokens, &books()), "a text that is cut off is no text");
    }
}
