//! Exemptions from an obligation in a year, each with its reason: a unit newly founded, one that stopped its work.

use kernel::Text;

use crate::activities::register::{Field, FieldKind, Form, Once, Place, Register};

const REASONS: &[(&str, Text)] = &[
    ("new", Text::new("Mới thành lập, chưa có năm công tác", "Newly founded")),
    ("stopped", Text::new("Tạm ngừng hoạt động", "Stopped its work")),
    ("merging", Text::new("Đang sáp nhập, giải thể", "Merging or ending")),
    ("other", Text::new("Lý do khác", "Another reason")),
];

/// The register. Its forms are the obligations there are; a test holds them to `regulations/obligations`.
pub(super) const REGISTER: Register = Register {
    code: "exemptions",
    name: Text::new("Miễn, hoãn nghĩa vụ", "Exemptions"),
    about: Text::new(
        "Đơn vị được miễn hoặc hoãn một nghĩa vụ trong một năm, có lý do.",
        "A unit exempted from an obligation in a year, with the reason.",
    ),
    forms: &[
        Form {
            code: "conferences.officials",
            name: Text::new("Hội nghị cán bộ, công chức, viên chức", "Conference of officials"),
            once: Once::AYear,
        },
        Form {
            code: "conferences.workers",
            name: Text::new("Hội nghị người lao động", "Workers' conference"),
            once: Once::AYear,
        },
        Form {
            code: "conferences.workers.state",
            name: Text::new(
                "Hội nghị người lao động, doanh nghiệp nhà nước",
                "Workers' conference, state enterprises",
            ),
            once: Once::AYear,
        },
        Form {
            code: "dialogues",
            name: Text::new("Đối thoại định kỳ", "Periodic dialogue"),
            once: Once::AYear,
        },
        Form {
            code: "dialogues.state",
            name: Text::new(
                "Đối thoại định kỳ, doanh nghiệp nhà nước",
                "Periodic dialogue, state enterprises",
            ),
            once: Once::AYear,
        },
    ],
    fields: &[
        Field::must("reason", Text::new("Lý do", "Reason"), FieldKind::Choice(REASONS)),
        Field::may("note", Text::new("Nói rõ", "In words"), FieldKind::Text(500)),
    ],
    place: Place::Grassroots,
    people: None,
    once_a_person: false,
    confidential: false,
    stands: false,
    indicators: &[],
    check: |_| Ok(()),
    postings: |_| Vec::new(),
};
