//! What else stands in a name cell: an address in front, a remark behind, or no person at all.

use super::family::is_family_name;

/// Addresses that are taken off whatever follows. With their marks: `Ba`, `Co` and `Ong` are names
/// of peoples in the highlands.
const ADDRESSES: [&str; 11] =
    ["đ/c", "đc", "đồng chí", "bà", "ông", "cô", "mr", "mrs", "ms", "ông/bà", "anh/chị"];

/// Addresses that are given names as well, and degrees: taken off only before a family name.
const DOUBTFUL: [&str; 14] = [
    "anh", "chị", "em", "thầy", "bác", "chú", "ts", "ths", "pgs", "gs", "pgs.ts", "gs.ts", "bs",
    "ks",
];

/// An address that is a family name too: `Ông Văn Bá` is a person's whole name.
const SURNAME: &str = "ông";

/// The words that stand behind a family name and hardly ever are one.
fn is_middle_name(word: &str) -> bool {
    matches!(crate::text::nfc(word).to_lowercase().as_str(), "văn" | "thị")
}

/// Takes an address off the front of a name: (`Đ/c`, `Nguyễn Đức Nhân`). At least two words must
/// remain, and after `Anh`, `Chị`, `ThS` … a family name, since `Anh Thư` is a name; `Ông` before
/// `Văn` or `Thị` is the family name. `None` when there is none.
pub fn strip_honorific(name: &str) -> Option<(&str, &str)> {
    let ends_address = |c: char| c.is_whitespace() || matches!(c, '.' | ':');
    let name = name.trim();
    for (cut, _) in name.match_indices(ends_address).take(3) {
        let address = crate::text::nfc(&name[..cut]).to_lowercase();
        let rest = name[cut..].trim_start_matches(ends_address);
        let mut words = rest.split_whitespace();
        let (Some(first), Some(_)) = (words.next(), words.next()) else { return None };
        let address = address.as_str();
        if address == SURNAME && is_middle_name(first) {
            return None;
        }
        if ADDRESSES.contains(&address) || DOUBTFUL.contains(&address) && is_family_name(first) {
            return Some((&name[..cut], rest));
        }
    }
    None
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
        "khuyết"
            | "trống"
            | "bỏ trống"
            | "vacant"
            | "không có"
            | "chưa có"
            | "chưa bầu"
            | "chưa kiện toàn"
    ) || words.starts_with("khuyết ")
}
