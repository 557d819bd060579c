//! The 54 ethnic groups of Việt Nam by the official list of 1979, with the names clerks use.

use crate::distance::edits;
use crate::fold::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// One of the 54 groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EthnicGroup {
    /// Official code, 1 to 54.
    pub code: u8,
    /// Official name.
    pub name: &'static str,
}

/// Name and other names, in the order of the official codes.
const GROUPS: [(&str, &[&str]); 54] = [
    ("Kinh", &["Việt"]),
    ("Tày", &["Thổ Tày"]),
    ("Thái", &["Tày Thái"]),
    ("Hoa", &["Hán"]),
    ("Khơ-me", &["Khmer", "Khơ me", "Khơme", "Khmer Krom", "Miên"]),
    ("Mường", &["Mol", "Mual"]),
    ("Nùng", &[]),
    ("Mông", &["H'mông", "Hmông", "HMông", "Mèo"]),
    ("Dao", &["Mán", "Dìu Miền"]),
    ("Gia-rai", &["Gia Rai", "Jarai", "Jrai", "Giarai"]),
    ("Ngái", &[]),
    ("Ê-đê", &["Ê Đê", "Êđê", "Rhade", "Ra Đê"]),
    ("Ba-na", &["Ba Na", "Bana", "Bahnar"]),
    ("Xơ-đăng", &["Xơ Đăng", "Xơđăng", "Sedang", "Xê Đăng"]),
    ("Sán Chay", &["Cao Lan", "Sán Chỉ", "Cao Lan - Sán Chỉ", "Sán Chí"]),
    ("Cơ-ho", &["Cơ Ho", "K'ho", "Kơho", "Cơho"]),
    ("Chăm", &["Chàm", "Chiêm"]),
    ("Sán Dìu", &["Sán Déo"]),
    ("Hrê", &["H'rê", "Hre"]),
    ("Mnông", &["M'nông", "Mơ Nông"]),
    ("Ra-glai", &["Ra Glai", "Raglai", "Ra-glay"]),
    ("Xtiêng", &["S'tiêng", "Stiêng", "X'tiêng"]),
    ("Bru-Vân Kiều", &["Bru - Vân Kiều", "Vân Kiều", "Bru"]),
    ("Thổ", &["Kẹo", "Mọn", "Cuối"]),
    ("Giáy", &["Nhắng", "Dẩy"]),
    ("Cơ-tu", &["Cơ Tu", "Cà Tu", "K'tu", "Katu"]),
    ("Gié-Triêng", &["Gié Triêng", "Giẻ Triêng", "Gié - Triêng", "Giẻ-Triêng", "Dgieh"]),
    ("Mạ", &["Châu Mạ"]),
    ("Khơ-mú", &["Khơ Mú", "Khơmú", "Khmu", "Xá Cẩu"]),
    ("Co", &["Cor", "Cua", "Kor"]),
    ("Ta-ôi", &["Tà Ôi", "Ta Ôi", "Tà-ôi", "Pa Cô", "Pa Kô"]),
    ("Chơ-ro", &["Chơ Ro", "Chơro", "Châu Ro"]),
    ("Kháng", &["Xá Khao"]),
    ("Xinh-mun", &["Xinh Mun", "Xinhmun"]),
    ("Hà Nhì", &["U Ní"]),
    ("Chu-ru", &["Chu Ru", "Churu"]),
    ("Lào", &["Lào Bốc"]),
    ("La Chí", &["Cù Tê"]),
    ("La Ha", &["Xá Khắc"]),
    ("Phù Lá", &["Xá Phó", "Bồ Khô Pạ"]),
    ("La Hủ", &["Khù Sung"]),
    ("Lự", &["Lữ"]),
    ("Lô Lô", &["Mùn Di"]),
    ("Chứt", &["Rục", "Sách"]),
    ("Mảng", &[]),
    ("Pà Thẻn", &["Pà Hưng"]),
    ("Cơ Lao", &["Cờ Lao"]),
    ("Cống", &[]),
    ("Bố Y", &["Pu Nà"]),
    ("Si La", &["Cú Dé Xử"]),
    ("Pu Péo", &["Ka Bẻo"]),
    ("Brâu", &["Brao"]),
    ("Ơ-đu", &["Ơ Đu", "Tày Hạt"]),
    ("Rơ-măm", &["Rơ Măm", "Rơmăm"]),
];

/// All 54, in the order of their codes.
pub fn all() -> impl Iterator<Item = EthnicGroup> {
    GROUPS.iter().enumerate().map(|(at, (name, _))| EthnicGroup { code: at as u8 + 1, name })
}

fn spellings() -> impl Iterator<Item = (EthnicGroup, &'static str)> {
    all().zip(GROUPS).flat_map(|(group, (name, others))| {
        std::iter::once(name).chain(others.iter().copied()).map(move |spelling| (group, spelling))
    })
}

/// Every spelling by its letters; and by its letters without marks, for all who share them.
struct Index {
    by_letters: HashMap<String, EthnicGroup>,
    folded: Vec<(Vec<char>, EthnicGroup)>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let by_letters = spellings().map(|(group, spelling)| (letters(spelling), group)).collect();
    let folded = spellings().map(|(group, spelling)| (folded_letters(spelling), group)).collect();
    Index { by_letters, folded }
});

/// Letters with their marks, everything else (hyphens, spaces, apostrophes, case) forgotten.
fn letters(text: &str) -> String {
    let composed = crate::text::nfc(text);
    composed.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

fn folded_letters(text: &str) -> Vec<char> {
    fold(&letters(text)).chars().collect()
}

/// The group written in a cell: by its official or another name, whatever the case, hyphens and
/// spaces. Without marks it is found too, as long as one group only is meant.
pub fn lookup(text: &str) -> Option<EthnicGroup> {
    if text.len() > TEXT_MAX {
        return None;
    }
    let wanted = letters(text);
    if let Some(group) = INDEX.by_letters.get(&wanted) {
        return Some(*group);
    }
    let is_unmarked = wanted.is_ascii();
    let wanted: Vec<char> = wanted.chars().collect();
    let found = INDEX.folded.iter().filter(|(spelling, _)| is_unmarked && *spelling == wanted);
    one_group(found.map(|(_, group)| *group))
}

/// Longer cells name no group.
const TEXT_MAX: usize = 64;

/// The group a misspelt cell most likely means (`King` → Kinh): the one whose name needs the
/// fewest changed letters, at most a third of them and two. `None` when nothing, or several, come
/// near.
pub fn nearest(text: &str) -> Option<EthnicGroup> {
    if let Some(group) = lookup(text) {
        return Some(group);
    }
    if text.len() > TEXT_MAX || matches!(letters(text).as_str(), "không" | "khác") {
        return None; // `không` is a word of its own, not a slip for Kháng
    }
    let wanted = folded_letters(text);
    let limit = (wanted.len() / 3).min(2);
    let distances = INDEX.folded.iter().map(|(spelling, group)| (edits(&wanted, spelling), *group));
    let near: Vec<_> = distances.filter(|(distance, _)| *distance <= limit).collect();
    let least = near.iter().map(|(distance, _)| *distance).min()?;
    one_group(near.into_iter().filter(|(distance, _)| *distance == least).map(|(_, group)| group))
}

/// The group all of these are; `None` when there are none or several.
fn one_group(mut groups: impl Iterator<Item = EthnicGroup>) -> Option<EthnicGroup> {
    let group = groups.next()?;
    groups.all(|other| other == group).then_some(group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_54_groups_with_their_official_codes() {
        assert_eq!(all().count(), 54);
        assert_eq!(lookup("Kinh").map(|g| g.code), Some(1));
        assert_eq!(lookup("Rơ-măm").map(|g| g.code), Some(54));
    }

    #[test]
    fn every_name_finds_its_own_group_in_any_spelling() {
        for (group, spelling) in spellings() {
            assert_eq!(lookup(spelling), Some(group), "{spelling}");
            assert_eq!(lookup(&spelling.to_uppercase()), Some(group));
            assert_eq!(lookup(&spelling.replace('-', " ")), Some(group));
            assert_eq!(lookup(&crate::text::nfd(spelling)), Some(group));
        }
    }

    #[test]
    fn without_marks_a_group_is_found_when_only_one_is_meant() {
        assert_eq!(lookup("muong").map(|g| g.name), Some("Mường"));
        assert_eq!(lookup("tay").map(|g| g.name), Some("Tày"));
        // Thổ or Thô; Lào stands alone; Lự and Lữ are one group.
        assert_eq!(lookup("lu").map(|g| g.name), Some("Lự"));
        assert_eq!(lookup("khong"), None);
    }

    #[test]
    fn a_misspelt_group_is_proposed_when_one_is_nearest() {
        for (cell, proposal) in [
            ("King", Some("Kinh")),
            ("Mừơng", Some("Mường")),
            ("Khome", Some("Khơ-me")),
            ("Sán Diu", Some("Sán Dìu")),
            ("Việt Nam", None),
            ("không", None),
            ("", None),
        ] {
            assert_eq!(nearest(cell).map(|g| g.name), proposal, "{cell}");
        }
    }
}
