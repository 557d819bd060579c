//! Collective agreements: scope, vote, days, rating; they end, and three months before that somebody must know.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use super::conferences::must_not_be_more;
use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const RATINGS: &[(&str, Text)] = &[
    ("A", Text::new("Loại A", "A")),
    ("B", Text::new("Loại B", "B")),
    ("C", Text::new("Loại C", "C")),
    ("D", Text::new("Loại D", "D")),
    ("none", Text::new("Không xếp loại", "Not rated")),
];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "agreements",
    name: Text::new("Thỏa ước lao động tập thể", "Collective agreements"),
    about: Text::new(
        "Ngày ghi là ngày ký; hết hạn trong 90 ngày tới thì danh sách nhắc.",
        "The day is the day of signing; the list warns 90 days before the end.",
    ),
    forms: &[
        Form { code: "new", name: Text::new("Ký mới", "New"), once: Once::Free },
        Form { code: "renewed", name: Text::new("Ký lại", "Renewed"), once: Once::Free },
        Form {
            code: "amended", name: Text::new("Sửa đổi, bổ sung", "Amended"), once: Once::Free
        },
    ],
    fields: &[
        Field::must(
            "voted",
            Text::new("Số người được lấy ý kiến", "People asked"),
            FieldKind::Count(1_000_000),
        ),
        Field::must(
            "in_favour",
            Text::new("Số người tán thành", "In favour"),
            FieldKind::Count(1_000_000),
        ),
        Field::must("effective_on", Text::new("Ngày có hiệu lực", "In force from"), FieldKind::Day),
        Field::must("expires_on", Text::new("Ngày hết hạn", "Ends on"), FieldKind::Day),
        Field::may(
            "sent_on",
            Text::new("Ngày gửi cơ quan quản lý", "Sent to the authority on"),
            FieldKind::Day,
        ),
        Field::may(
            "better",
            Text::new("Điều khoản có lợi hơn luật", "Better than the law"),
            FieldKind::Text(2_000),
        ),
        Field::may(
            "meal",
            Text::new("Giá trị bữa ăn ca (đồng)", "Value of the shift meal (đồng)"),
            FieldKind::Money,
        ),
        Field::may("rating", Text::new("Xếp loại", "Rating"), FieldKind::Choice(RATINGS)),
    ],
    place: Place::Grassroots,
    people: None,
    once_a_person: false,
    confidential: false,
    stands: false,
    indicators: &["agreements.signed"],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    must_not_be_more(draft, "in_favour", "voted", "tán thành", "được lấy ý kiến")?;
    if draft.count("in_favour") * 2 <= draft.count("voted") {
        return Err(Refusal::new(
            "no_majority",
            "Thỏa ước chỉ được ký khi trên 50% số người được lấy ý kiến tán thành",
            "Kiểm tra lại kết quả lấy ý kiến (Bộ luật Lao động 2019, chương V)",
        ));
    }
    let (Some(from), Some(to)) = (draft.day("effective_on"), draft.day("expires_on")) else {
        return Ok(());
    };
    let days = to.since(from);
    // One to three years; a leap day more or less is no fault.
    if !(364..=3 * 366).contains(&days) {
        return Err(Refusal::new(
            "bad_term",
            "Thời hạn thỏa ước từ 1 đến 3 năm",
            "Kiểm tra ngày có hiệu lực và ngày hết hạn",
        ));
    }
    Ok(())
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    let signed = i64::from(draft.form.code != "amended");
    vec![Post::of(a::AGREEMENTS, signed)]
}
