//! Congresses of grassroots unions with their terms, and committees consolidated between congresses.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use super::conferences::must_not_be_more;
use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const MANNERS: &[(&str, Text)] = &[
    ("whole", Text::new("Toàn thể", "Everybody")),
    ("delegates", Text::new("Đại biểu", "Delegates")),
];

const BODIES: &[(&str, Text)] = &[
    ("committee", Text::new("Ban chấp hành", "Executive committee")),
    ("inspection", Text::new("Ủy ban kiểm tra", "Inspection committee")),
    ("both", Text::new("Ban chấp hành và ủy ban kiểm tra", "Both committees")),
];

/// A term that is longer is a slip of the pen: terms are of five years, cut short or not.
const LONGEST_TERM: i64 = 6;

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "congresses",
    name: Text::new("Đại hội, kiện toàn", "Congresses and committees"),
    about: Text::new(
        "Đại hội công đoàn cơ sở theo nhiệm kỳ; kiện toàn ban chấp hành, ủy ban kiểm tra giữa nhiệm kỳ.",
        "Congresses of grassroots unions by term; committees consolidated between them.",
    ),
    forms: &[
        Form { code: "congress", name: Text::new("Đại hội", "Congress"), once: Once::AYear },
        Form {
            code: "consolidation",
            name: Text::new("Kiện toàn", "Consolidation"),
            once: Once::Free,
        },
    ],
    fields: &[
        Field::must("term_from", Text::new("Nhiệm kỳ từ năm", "Term from"), FieldKind::Year),
        Field::must("term_to", Text::new("đến năm", "to"), FieldKind::Year),
        Field::may("ordinal", Text::new("Đại hội lần thứ", "Which congress"), FieldKind::Count(99))
            .of(&["congress"]),
        Field::may("manner", Text::new("Hình thức", "Manner"), FieldKind::Choice(MANNERS))
            .of(&["congress"]),
        Field::may("summoned", Text::new("Được triệu tập", "Summoned"), FieldKind::Count(100_000))
            .of(&["congress"]),
        Field::may("present", Text::new("Có mặt", "Present"), FieldKind::Count(100_000))
            .of(&["congress"]),
        Field::may(
            "elected",
            Text::new("Số ủy viên ban chấp hành được bầu", "Committee members elected"),
            FieldKind::Count(60),
        )
        .of(&["congress"]),
        Field::must("body", Text::new("Kiện toàn", "Which body"), FieldKind::Choice(BODIES))
            .of(&["consolidation"]),
        Field::may(
            "added",
            Text::new("Số người bầu bổ sung", "Members added"),
            FieldKind::Count(60),
        )
        .of(&["consolidation"]),
    ],
    place: Place::Grassroots,
    people: Some(Text::new("Người được bầu", "People elected")),
    once_a_person: false,
    confidential: false,
    stands: false,
    indicators: &["congresses.guided", "committees.consolidated"],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    must_be_a_term(draft)?;
    must_not_be_more(draft, "present", "summoned", "có mặt", "được triệu tập")
}

/// A term ends after it begins, and is no longer than terms are.
pub(super) fn must_be_a_term(draft: &Draft<'_>) -> Result<(), Refusal> {
    let (from, to) = (draft.count("term_from"), draft.count("term_to"));
    if to <= from {
        return Err(Refusal::new(
            "term_ends_before_it_begins",
            format!("Nhiệm kỳ {from}–{to} kết thúc trước khi bắt đầu"),
            format!("Có lẽ là nhiệm kỳ {to}–{from}; kiểm tra lại hai năm"),
        ));
    }
    if to - from > LONGEST_TERM {
        return Err(Refusal::new(
            "term_too_long",
            format!("Nhiệm kỳ {from}–{to} dài {} năm", to - from),
            "Nhiệm kỳ công đoàn là 5 năm; kiểm tra lại hai năm",
        ));
    }
    Ok(())
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    let account = if draft.form.code == "congress" { a::CONGRESSES } else { a::COMMITTEES };
    vec![Post::of(account, 1)]
}
