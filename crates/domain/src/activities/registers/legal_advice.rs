//! Legal advice and help: for whom, in which field, through which channel, and whether it came to court.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const FIELDS: &[(&str, Text)] = &[
    ("contract", Text::new("Hợp đồng lao động", "Contracts")),
    ("wage", Text::new("Tiền lương, thưởng", "Wages")),
    ("insurance", Text::new("Bảo hiểm", "Insurance")),
    ("discipline", Text::new("Kỷ luật, sa thải", "Discipline, dismissal")),
    ("union", Text::new("Pháp luật công đoàn", "Union law")),
    ("other", Text::new("Lĩnh vực khác", "Something else")),
];

const CHANNELS: &[(&str, Text)] = &[
    ("office", Text::new("Trực tiếp", "In person")),
    ("mobile", Text::new("Lưu động", "On the spot")),
    ("phone", Text::new("Điện thoại, mạng", "By phone or online")),
    ("letter", Text::new("Đơn thư", "By letter")),
];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "legal-advice",
    name: Text::new("Tư vấn, hỗ trợ pháp lý", "Legal advice"),
    about: Text::new(
        "Vụ việc và lượt người được tư vấn; nội dung chỉ người được xem đoàn viên của đơn vị mới đọc được.",
        "Cases and people advised; contents are read only by those who may read the unit's members.",
    ),
    forms: &[
        Form { code: "advice", name: Text::new("Tư vấn", "Advice"), once: Once::Free },
        Form {
            code: "court", name: Text::new("Tham gia tố tụng", "In court"), once: Once::Free
        },
    ],
    fields: &[
        Field::must("field", Text::new("Lĩnh vực", "Field"), FieldKind::Choice(FIELDS)),
        Field::may("channel", Text::new("Hình thức", "Channel"), FieldKind::Choice(CHANNELS)),
        Field::must("asked_by", Text::new("Lượt người", "People"), FieldKind::Count(100_000)),
        Field::may("content", Text::new("Nội dung", "Content"), FieldKind::Text(2_000)),
        Field::may("outcome", Text::new("Kết quả", "Outcome"), FieldKind::Text(2_000)),
    ],
    place: Place::Any,
    people: None,
    once_a_person: false,
    confidential: true,
    stands: false,
    indicators: &["advice.cases", "advice.people", "advice.cases.own", "advice.people.own"],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    if draft.count("asked_by") > 0 {
        return Ok(());
    }
    Err(Refusal::new("bad_value", "Chưa ghi số lượt người được tư vấn", "Ghi ít nhất 1"))
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    vec![
        Post::of(draft.account(a::ADVICE_CASES), 1),
        Post::of(draft.account(a::ADVICE_PEOPLE), draft.count("asked_by")),
    ]
}
