//! Family names, to tell an address from a name: `Anh Nguyễn Văn An` from `Anh Thư`.

/// Family names of the Kinh majority and the commonest of others, folded, sorted.
const FAMILY_NAMES: [&str; 131] = [
    "an", "au", "bach", "bang", "banh", "be", "bui", "ca", "cai", "can", "cao", "chau", "che",
    "chieu", "chu", "chung", "co", "cu", "cung", "dam", "dang", "dao", "dau", "dich", "diep",
    "dinh", "do", "doan", "dong", "du", "duong", "giang", "giap", "giay", "ha", "hac", "han", "ho",
    "hoang", "hua", "huynh", "kha", "khau", "khieu", "khong", "khuat", "khuc", "khuong", "khuu",
    "kieu", "kim", "la", "lac", "lai", "lam", "lang", "lao", "lau", "le", "lieu", "lo", "loc",
    "lu", "luc", "luong", "luu", "ly", "ma", "mac", "mai", "man", "mang", "mao", "mau", "mong",
    "mua", "nghi", "nghiem", "ngo", "nguyen", "nhan", "nhu", "ninh", "nong", "ong", "pham", "phan",
    "phi", "pho", "phung", "quach", "quan", "quang", "sa", "sai", "sin", "sung", "ta", "tang",
    "tao", "thach", "thai", "than", "thao", "thieu", "thoi", "tiet", "tieu", "to", "ton", "tong",
    "trac", "tran", "trieu", "trinh", "truong", "tu", "ty", "un", "ung", "uong", "van", "vang",
    "vi", "vien", "vinh", "vo", "vu", "vuong", "vuu", "xa",
];

/// Whether the word is written like a known family name (marks and case do not count).
pub fn is_family_name(word: &str) -> bool {
    FAMILY_NAMES.binary_search(&crate::fold::fold(word).as_str()).is_ok()
}

#[cfg(test)]
pub(super) fn assert_sorted() {
    assert!(FAMILY_NAMES.is_sorted_by(|a, b| a < b));
    assert!(FAMILY_NAMES.iter().all(|name| crate::fold::fold(name) == *name));
}
