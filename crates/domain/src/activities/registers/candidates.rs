//! Candidates whom unions introduced for people's councils, by name.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const COUNCILS: &[(&str, Text)] = &[
    ("ward", Text::new("Hội đồng nhân dân xã, phường", "Ward council")),
    ("district", Text::new("Hội đồng nhân dân quận, huyện", "District council")),
    ("city", Text::new("Hội đồng nhân dân tỉnh, thành phố", "Provincial council")),
    ("assembly", Text::new("Quốc hội", "National Assembly")),
];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "candidates",
    name: Text::new("Giới thiệu ứng cử hội đồng nhân dân", "Candidates for people's councils"),
    about: Text::new(
        "Người được giới thiệu ứng cử, theo nhiệm kỳ và cấp hội đồng.",
        "People introduced as candidates, by term and council.",
    ),
    forms: &[Form {
        code: "candidates",
        name: Text::new("Giới thiệu ứng cử", "Candidates"),
        once: Once::Free,
    }],
    fields: &[
        Field::must("council", Text::new("Cấp", "Council"), FieldKind::Choice(COUNCILS)),
        Field::must("term_from", Text::new("Nhiệm kỳ từ năm", "Term from"), FieldKind::Year),
        Field::must("term_to", Text::new("đến năm", "to"), FieldKind::Year),
        Field::may("elected", Text::new("Số người trúng cử", "Elected"), FieldKind::Count(1_000)),
    ],
    place: Place::Any,
    people: Some(Text::new("Người được giới thiệu", "Candidates")),
    once_a_person: true,
    confidential: false,
    stands: false,
    indicators: &["candidates.introduced.own", "candidates.introduced"],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    super::congresses::must_be_a_term(draft)?;
    if draft.people == 0 {
        return Err(Refusal::new(
            "nobody_named",
            "Chưa ghi ai được giới thiệu",
            "Ghi họ tên từng người trong danh sách đoàn viên",
        ));
    }
    if draft.count("elected") > draft.people as i64 {
        return Err(Refusal::new(
            "part_more_than_whole",
            "Số người trúng cử nhiều hơn số người được giới thiệu",
            "Kiểm tra lại hai con số",
        ));
    }
    Ok(())
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    vec![Post { each_person: true, ..Post::of(draft.account(a::CANDIDATES), 1) }]
}
