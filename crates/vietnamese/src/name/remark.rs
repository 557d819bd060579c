//! What else stands in a name cell: an address in front, a remark behind, or no person at all.

use super::family::is_family_name;
use crate::fold::fold;

/// Addresses no family is called by; they are taken off whatever follows. Folded.
const ADDRESSES: [&str; 9] = ["d/c", "dc", "dong chi", "ba", "ong", "co", "mr", "mrs", "ms"];

/// Addresses that are given names as well: taken off only before a family name. Folded.
const DOUBTFUL: [&str; 6] = ["anh", "chi", "em", "thay", "bac", "chu"];

/// Takes an address off the front of a name: (`Đ/c`, `Nguyễn Đức Nhân`). At least two words must
/// remain, and after `Anh`, `Chị` … a family name, since `Anh Thư` is a name. `None` when there is
/// none.
pub fn strip_honorific(name: &str) -> Option<(&str, &str)> {
    let name = name.trim();
    for (cut, _) in name.match_indices([' ', '.', ':', '\u{A0}']).take(3) {
        let address = fold(&name[..cut]);
        let rest = name[cut..].trim_start_matches([' ', '.', ':', '\u{A0}']);
        let mut words = rest.split_whitespace();
        let (Some(first), Some(_)) = (words.next(), words.next()) else { return None };
        let is_certain = ADDRESSES.contains(&address.as_str()) && is_marked_so(&name[..cut]);
        let is_likely = DOUBTFUL.contains(&address.as_str()) && is_family_name(first);
        if is_certain || is_likely {
            return Some((&name[..cut], rest));
        }
    }
    None
}

/// `Ba`, `Co`, `Ong` without marks may be names; `Bà`, `Cô`, `Ông` are addresses, and whoever
/// types without marks gets no proposal.
fn is_marked_so(address: &str) -> bool {
    let plain = fold(address);
    !matches!(plain.as_str(), "ba" | "co" | "ong") || {
        let lower = crate::text::nfc(address).to_lowercase();
        matches!(lower.as_str(), "bà" | "cô" | "ông")
    }
}

/// Takes a remark off a name: brackets, what follows a spaced dash, a comma, semicolon, slash or
/// asterisk, and a running number in front. (`Phạm Thùy Huyền`, `nghỉ thai sản`); `None` when the
/// cell holds the name alone.
pub fn split_remark(cell: &str) -> Option<(&str, &str)> {
    let cell = cell.trim();
    let name = strip_number(cell);
    let cut = name.char_indices().find(|(at, c)| opens_remark(name, *at, *c)).map(|(at, _)| at);
    match cut {
        Some(0) => None,
        Some(at) => {
            let brackets = |c: char| c.is_whitespace() || "()[]{}-–—,;/*:|".contains(c);
            Some((name[..at].trim_end(), name[at..].trim_matches(brackets)))
        }
        None if name.len() < cell.len() => Some((name, cell[..cell.len() - name.len()].trim_end())),
        None => None,
    }
}

fn opens_remark(name: &str, at: usize, c: char) -> bool {
    match c {
        '(' | '[' | '{' | ',' | ';' | '/' | '*' | '|' => true,
        '-' | '–' | '—' => {
            let after = &name[at + c.len_utf8()..];
            name[..at].ends_with(' ') && (after.is_empty() || after.starts_with(' '))
        }
        _ => false,
    }
}

/// The name behind a running number (`12. Nguyễn Văn An`).
fn strip_number(cell: &str) -> &str {
    let rest = cell.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = rest.len() < cell.len();
    match rest.strip_prefix(['.', ')', '/']) {
        Some(name) if is_numbered && !name.trim().is_empty() => name.trim_start(),
        _ => cell,
    }
}

/// Whether a cell for a person says that there is none (`Khuyết`, `(trống)`, `chưa bầu`).
pub fn is_vacant(cell: &str) -> bool {
    let text = crate::text::clean(cell).to_lowercase();
    let words = text.trim_matches(|c: char| !c.is_alphanumeric());
    // `trống` with its mark: Trọng is a given name.
    matches!(
        words,
        "khuyết" | "trống" | "bỏ trống" | "vacant" | "không có" | "chưa có" | "chưa bầu"
            | "chưa kiện toàn"
    ) || words.starts_with("khuyết ")
}
