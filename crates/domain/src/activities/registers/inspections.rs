//! Inspections and supervision by inspection committees: planned or not, of one's own level or below.

use kernel::Text;
use ledger::account::activities as a;

use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const OF: &[(&str, Text)] = &[
    ("same", Text::new("Cùng cấp", "Of one's own level")),
    ("below", Text::new("Cấp dưới", "Of units below")),
];

const SUBJECTS: &[(&str, Text)] = &[
    ("charter", Text::new("Chấp hành Điều lệ", "The charter")),
    ("finance", Text::new("Tài chính, tài sản", "Finance and assets")),
    ("policy", Text::new("Chế độ, chính sách với người lao động", "Policies for workers")),
    ("safety", Text::new("An toàn, vệ sinh lao động", "Safety and health at work")),
    ("other", Text::new("Nội dung khác", "Something else")),
];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "inspections",
    name: Text::new("Kiểm tra, giám sát", "Inspections"),
    about: Text::new(
        "Cuộc kiểm tra, giám sát của ủy ban kiểm tra; cấp trên kiểm tra cấp dưới ghi ở cấp trên.",
        "Inspections by inspection committees; those of units below stand at the office that held them.",
    ),
    forms: &[
        Form { code: "inspection", name: Text::new("Kiểm tra", "Inspection"), once: Once::Free },
        Form {
            code: "supervision", name: Text::new("Giám sát", "Supervision"), once: Once::Free
        },
    ],
    fields: &[
        Field::must("of", Text::new("Đối tượng", "Of whom"), FieldKind::Choice(OF)),
        Field::must("subject", Text::new("Nội dung", "Subject"), FieldKind::Choice(SUBJECTS)),
        Field::may("planned", Text::new("Theo kế hoạch", "Planned"), FieldKind::Mark),
        Field::may("findings", Text::new("Kết luận", "Findings"), FieldKind::Text(2_000)),
        Field::may(
            "follow_up",
            Text::new("Việc sau kiểm tra", "Follow-up"),
            FieldKind::Text(2_000),
        ),
    ],
    place: Place::Any,
    people: None,
    once_a_person: false,
    confidential: true,
    stands: false,
    indicators: &["inspections", "inspections.own"],
    check: |_| Ok(()),
    postings,
};

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    vec![Post::of(draft.account(a::INSPECTIONS), 1)]
}
