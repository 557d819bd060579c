//! Blocks (khối) as clerks write them: headings, abbreviations, the column `Loại hình`.

use kernel::Block;

use crate::heading::{holds, words};

/// Wordings, folded, the more telling first: `ngoài nhà nước` holds `nhà nước`.
const WORDS: &[(Block, &[&str])] = &[
    (
        Block::ForeignInvested,
        &[
            "fdi",
            "nuoc ngoai",
            "von dau tu nuoc ngoai",
            "dtnn",
            "dn dtnn",
            "von nuoc ngoai",
            "100 von nuoc ngoai",
        ],
    ),
    (
        Block::PrivateEnterprise,
        &[
            "ngoai nha nuoc",
            "ngoai khu vuc nha nuoc",
            "ngoai quoc doanh",
            "tu nhan",
            "dn nnn",
            "dnnnn",
            "nnn",
            "dnngoainn",
            "dn ngoai nn",
            "ngoai nn",
            "nqd",
            "dn nqd",
            "co phan",
            "tnhh",
        ],
    ),
    (
        Block::StateEnterprise,
        &[
            "doanh nghiep nha nuoc",
            "dnnn",
            "dn nn",
            "dn nha nuoc",
            "quoc doanh",
            "cong ty nha nuoc",
        ],
    ),
    (
        Block::Education,
        &["giao duc", "truong hoc", "khoi truong", "gd dt", "gddt", "nganh giao duc", "truong"],
    ),
    (
        Block::Ward,
        &[
            "phuong",
            "xa phuong",
            "phuong xa",
            "phuong xa thi tran",
            "xa phuong thi tran",
            "xa",
            "thi tran",
        ],
    ),
    (
        Block::Administrative,
        &[
            "hanh chinh su nghiep",
            "hanh chinh",
            "hcsn",
            "su nghiep",
            "hc sn",
            "co quan",
            "hanh chinh nha nuoc",
            "dang doan the",
            "co quan hanh chinh",
            "don vi su nghiep",
        ],
    ),
    (Block::Cooperative, &["hop tac xa", "htx"]),
    (Block::TradeGuild, &["nghiep doan"]),
];

/// The block a heading or a cell names.
pub(crate) fn parse(text: &str) -> Option<Block> {
    let plain = words(text);
    // "Đơn vị ngoài khu vực nhà nước" beats "nhà nước"; "Hợp tác xã" is no "xã".
    if holds(&plain, "hop tac xa") {
        return Some(Block::Cooperative);
    }
    let named = |(_, wanted): &&(Block, &[&str])| wanted.iter().any(|word| holds(&plain, word));
    WORDS.iter().find(named).map(|(block, _)| *block)
}

/// Whether units of this block have an employer with a tax number of its own.
pub(crate) fn is_enterprise(block: Block) -> bool {
    matches!(
        block,
        Block::StateEnterprise
            | Block::PrivateEnterprise
            | Block::ForeignInvested
            | Block::Cooperative
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_known_by_heading_and_by_abbreviation() {
        for (text, block) in [
            ("I. KHỐI HÀNH CHÍNH SỰ NGHIỆP", Block::Administrative),
            ("HCSN", Block::Administrative),
            ("Khối giáo dục", Block::Education),
            ("III. KHỐI PHƯỜNG", Block::Ward),
            ("KHỐI DOANH NGHIỆP NHÀ NƯỚC", Block::StateEnterprise),
            ("V. KHỐI DOANH NGHIỆP NGOÀI NHÀ NƯỚC", Block::PrivateEnterprise),
            ("DN NNN", Block::PrivateEnterprise),
            ("Doanh nghiệp ngoài khu vực Nhà nước", Block::PrivateEnterprise),
            ("VI. KHỐI DOANH NGHIỆP CÓ VỐN ĐẦU TƯ NƯỚC NGOÀI (FDI)", Block::ForeignInvested),
            ("Hợp tác xã", Block::Cooperative),
        ] {
            assert_eq!(parse(text), Some(block), "{text}");
        }
        assert_eq!(parse("Tổ công đoàn số 1"), None);
    }
}
