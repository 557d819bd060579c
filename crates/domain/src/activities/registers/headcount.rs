//! Headcount returns: how many work at a unit, on a day. They say who is obliged, and they weigh averages.

use kernel::{Refusal, Text};

use super::conferences::must_not_be_more;
use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Register};

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "headcount",
    name: Text::new("Tình hình lao động", "Headcount returns"),
    about: Text::new(
        "Số lao động của đơn vị vào một ngày; là căn cứ xác định đơn vị thuộc diện tổ chức hội nghị, đối thoại.",
        "How many work at a unit on a day; it decides who is obliged to hold conferences and dialogues.",
    ),
    forms: &[Form {
        code: "return",
        name: Text::new("Báo cáo lao động", "Return"),
        once: Once::Free,
    }],
    fields: &[
        Field::must(
            "workers",
            Text::new("Tổng số lao động", "Workers"),
            FieldKind::Count(1_000_000),
        ),
        Field::may("women", Text::new("Trong đó nữ", "Of them women"), FieldKind::Count(1_000_000)),
        Field::may(
            "contracts",
            Text::new("Được ký hợp đồng lao động", "With a contract"),
            FieldKind::Count(1_000_000),
        ),
        Field::may(
            "insured",
            Text::new("Được đóng bảo hiểm xã hội", "Insured"),
            FieldKind::Count(1_000_000),
        ),
        Field::may(
            "wage",
            Text::new("Tiền lương bình quân tháng (đồng)", "Average wage a month (đồng)"),
            FieldKind::Average("wage_of"),
        ),
        Field::may(
            "wage_of",
            Text::new("Số người được tính bình quân", "People the average is of"),
            FieldKind::Count(1_000_000),
        ),
    ],
    place: Place::Grassroots,
    people: None,
    once_a_person: false,
    confidential: false,
    stands: true,
    indicators: &[],
    check,
    postings: |_| Vec::new(),
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    for (part, name) in [
        ("women", "nữ"),
        ("contracts", "được ký hợp đồng"),
        ("insured", "được đóng bảo hiểm"),
        ("wage_of", "được tính lương bình quân"),
    ] {
        must_not_be_more(draft, part, "workers", name, "lao động")?;
    }
    if draft.opt_count("wage").is_some() == draft.opt_count("wage_of").is_some() {
        return Ok(());
    }
    Err(Refusal::new(
        "average_without_count",
        "Lương bình quân cần kèm số người được tính, để cộng lên cấp trên cho đúng",
        "Ghi cả hai ô, hoặc để trống cả hai",
    ))
}
