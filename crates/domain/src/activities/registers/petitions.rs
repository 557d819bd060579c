//! Petitions of workers, from the dialogue or conference where they were raised to their answer.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const RAISED_AT: &[(&str, Text)] = &[
    ("dialogue", Text::new("Đối thoại", "A dialogue")),
    ("conference", Text::new("Hội nghị", "A conference")),
    ("meeting", Text::new("Tiếp xúc, gặp gỡ", "A meeting")),
    ("letter", Text::new("Đơn thư", "A letter")),
];

const OUTCOMES: &[(&str, Text)] = &[
    ("granted", Text::new("Đã giải quyết", "Granted")),
    ("partly", Text::new("Giải quyết một phần", "Partly granted")),
    ("refused", Text::new("Không chấp nhận, đã giải thích", "Refused, with reasons")),
];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "petitions",
    name: Text::new("Kiến nghị của người lao động", "Petitions"),
    about: Text::new(
        "Theo dõi từ khi nêu đến khi được trả lời; sửa bản ghi để thêm ngày và nội dung trả lời.",
        "Followed from the day they are raised to their answer; correct the record to add the answer.",
    ),
    forms: &[Form {
        code: "petition", name: Text::new("Kiến nghị", "Petition"), once: Once::Free
    }],
    fields: &[
        Field::must("raised_at", Text::new("Nêu ở", "Raised at"), FieldKind::Choice(RAISED_AT)),
        Field::must("content", Text::new("Nội dung", "Content"), FieldKind::Text(2_000)),
        Field::may("owner", Text::new("Bên trả lời", "Who must answer"), FieldKind::Text(200)),
        Field::may("due_on", Text::new("Hạn trả lời", "Due on"), FieldKind::Day),
        Field::may("answered_on", Text::new("Ngày trả lời", "Answered on"), FieldKind::Day),
        Field::may("outcome", Text::new("Kết quả", "Outcome"), FieldKind::Choice(OUTCOMES)),
        Field::may("answer", Text::new("Nội dung trả lời", "Answer"), FieldKind::Text(2_000)),
    ],
    place: Place::Any,
    people: None,
    once_a_person: false,
    confidential: false,
    stands: false,
    indicators: &["petitions.raised", "petitions.answered"],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    let answered = draft.day("answered_on");
    if answered.is_some_and(|day| day < draft.on) {
        return Err(Refusal::new(
            "days_out_of_order",
            "Ngày trả lời trước ngày nêu kiến nghị",
            "Kiểm tra lại hai ngày",
        ));
    }
    if answered.is_some() == draft.choice("outcome").is_empty() {
        return Err(Refusal::new(
            "answer_incomplete",
            "Kiến nghị đã trả lời cần cả ngày trả lời và kết quả",
            "Ghi đủ hai ô, hoặc để trống cả hai khi chưa có trả lời",
        ));
    }
    Ok(())
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    let mut posts = vec![Post::of(a::PETITIONS_RAISED, 1)];
    if let Some(day) = draft.day("answered_on") {
        posts.push(Post { on: Some(day), ..Post::of(a::PETITIONS_ANSWERED, 1) });
    }
    posts
}
