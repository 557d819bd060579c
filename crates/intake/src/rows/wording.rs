//! The words by which sums, headings and signatures are known.

use vietnamese::fold::fold;

use crate::heading::words;

/// Whether a text heads a row of sums, and then whether of a part of the list only. Written with
/// its marks, since `Tống` is a family and `Công` a name.
pub(super) fn is_total(text: &str) -> Option<bool> {
    let lower = text.trim().to_lowercase();
    let plain = words(text);
    let company =
        ["tong cong ty", "tong cuc", "tong kho", "tong dai", "tong lien doan", "tong giam"];
    if company.iter().any(|word| plain.starts_with(word)) {
        return None;
    }
    let heads = |word: &str| {
        lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    let of_part = ["khoi", "to", "nhom", "muc", "phan", "i", "ii", "iii", "iv", "v", "vi", "vii"];
    let names_part = plain.split(' ').skip(1).take(2).any(|word| of_part.contains(&word));
    if heads("tổng cộng") || heads("tổng số") || heads("tổng") || heads("toàn quận") {
        return Some(names_part);
    }
    if matches!(plain.as_str(), "tong cong" | "tong so" | "tong" | "total" | "grand total" | "sum")
    {
        return Some(false);
    }
    let carried = heads("mang sang") || heads("cộng mang sang") || heads("chuyển trang sau");
    (carried || heads("cộng") || plain == "cong" || plain.starts_with("cong khoi")).then_some(true)
}

/// Place and date, offices and signatures below a table.
pub(super) fn is_signature(text: &str) -> bool {
    let plain = words(text);
    let dated = plain.contains("ngay ") && plain.contains(" thang ") && plain.contains(" nam");
    let office = [
        "nguoi lap",
        "lap bieu",
        "lap bang",
        "tm ban",
        "t m ban",
        "tm bch",
        "tm btv",
        "tm ldld",
        "tm uy ban",
        "ky ten",
        "ky ghi ro",
        "ghi ro ho ten",
        "thu truong",
        "xac nhan",
        "ke toan",
        "thu quy",
        "nguoi kiem tra",
        "dai dien",
    ];
    dated && plain.split(' ').count() <= 14
        || office.iter().any(|word| plain.starts_with(word) || plain.ends_with(word))
        || matches!(plain.as_str(), "chu tich" | "pho chu tich" | "kt chu tich" | "truong ban")
}

/// `I`, `IV`, `A`, `1.1`: the number of a heading.
pub(super) fn is_ordinal(text: &str) -> bool {
    let inner = text.trim().trim_end_matches(['.', ')', '/', '-']);
    let roman = !inner.is_empty() && inner.chars().all(|c| "IVXivx".contains(c));
    let letter = inner.len() == 1 && inner.chars().all(|c| c.is_ascii_uppercase());
    roman || letter || *text == *"*" || *text == *"-" || *text == *"+"
}

pub(super) fn sounds_like_block(text: &str) -> bool {
    let plain = words(text);
    plain.starts_with("khoi ") || plain.split(' ').nth(1) == Some("khoi")
}

/// Words that head groups of people or blocks of units. With their marks, since `Tô` is a family;
/// without them only where no mark was typed at all.
pub(super) fn sounds_like_heading(text: &str) -> bool {
    const HEADS: [&str; 28] = [
        "khối",
        "tổ",
        "phòng",
        "ban",
        "bộ phận",
        "phân xưởng",
        "xưởng",
        "đội",
        "khoa",
        "chi nhánh",
        "công đoàn bộ phận",
        "cđbp",
        "nhóm",
        "cđcs",
        "công đoàn",
        "công ty",
        "cty",
        "trường",
        "phường",
        "xí nghiệp",
        "nhà máy",
        "trung tâm",
        "văn phòng",
        "dây chuyền",
        "chuyền",
        "doanh nghiệp",
        "đơn vị",
        "bệnh viện",
    ];
    let lower = text.trim().to_lowercase();
    let unnumbered = match lower.split_once([' ', '.', ')', '-']) {
        Some((first, rest))
            if is_ordinal(&first.to_uppercase()) || first.parse::<u32>().is_ok() =>
        {
            rest.trim_start_matches([' ', '.', ')', '-'])
        }
        _ => &lower,
    };
    let begins = |head: &str| {
        unnumbered.strip_prefix(head).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    let unmarked = text.is_ascii();
    HEADS.iter().any(|head| begins(head) || unmarked && begins(&fold(head)))
}
