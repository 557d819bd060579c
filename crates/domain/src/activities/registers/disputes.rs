//! Collective disputes and stoppages: workers, causes, what was done, how it ended.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const CAUSES: &[(&str, Text)] = &[
    ("wage", Text::new("Tiền lương, thưởng", "Wages")),
    ("meal", Text::new("Bữa ăn ca, điều kiện làm việc", "Meals, conditions")),
    ("insurance", Text::new("Nợ bảo hiểm", "Unpaid insurance")),
    ("hours", Text::new("Thời giờ làm việc", "Hours")),
    ("other", Text::new("Nguyên nhân khác", "Another cause")),
];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "disputes",
    name: Text::new("Tranh chấp, ngừng việc", "Disputes and stoppages"),
    about: Text::new(
        "Ngày đầu, ngày cuối, số người, nguyên nhân, cách giải quyết.",
        "First and last day, people, cause, settlement.",
    ),
    forms: &[
        Form {
            code: "dispute",
            name: Text::new("Tranh chấp lao động tập thể", "Collective dispute"),
            once: Once::Free,
        },
        Form {
            code: "stoppage",
            name: Text::new("Ngừng việc tập thể, đình công", "Stoppage"),
            once: Once::Free,
        },
    ],
    fields: &[
        Field::must(
            "workers",
            Text::new("Số người tham gia", "Workers"),
            FieldKind::Count(1_000_000),
        ),
        Field::must("cause", Text::new("Nguyên nhân", "Cause"), FieldKind::Choice(CAUSES)),
        Field::may("demands", Text::new("Yêu cầu", "Demands"), FieldKind::Text(2_000)),
        Field::may(
            "settlement",
            Text::new("Cách giải quyết", "Settlement"),
            FieldKind::Text(2_000),
        ),
    ],
    place: Place::Grassroots,
    people: None,
    once_a_person: false,
    confidential: true,
    stands: false,
    indicators: &["disputes", "stoppages", "stoppages.workers"],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    if draft.count("workers") > 0 {
        return Ok(());
    }
    Err(Refusal::new("bad_value", "Chưa ghi số người tham gia", "Ghi ít nhất 1"))
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    if draft.form.code == "dispute" {
        return vec![Post::of(a::DISPUTES, 1)];
    }
    vec![Post::of(a::STOPPAGES, 1), Post::of(a::STOPPAGES_WORKERS, draft.count("workers"))]
}
