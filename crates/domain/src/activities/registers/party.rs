//! Outstanding members introduced to the Party, and those it admitted: two counters, each of people by name.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "party",
    name: Text::new("Giới thiệu đoàn viên ưu tú cho Đảng", "Members introduced to the Party"),
    about: Text::new(
        "Người được giới thiệu và người được kết nạp là hai con số; người kết nạp có thể được giới thiệu từ kỳ trước.",
        "Those introduced and those admitted are two counts; who is admitted may have been introduced before.",
    ),
    forms: &[
        Form {
            code: "introduced", name: Text::new("Giới thiệu", "Introduced"), once: Once::Free
        },
        Form {
            code: "admitted", name: Text::new("Được kết nạp", "Admitted"), once: Once::Free
        },
    ],
    fields: &[Field::may("cell", Text::new("Chi bộ, đảng bộ", "Party cell"), FieldKind::Text(200))],
    place: Place::Grassroots,
    people: Some(Text::new("Đoàn viên", "Members")),
    once_a_person: true,
    confidential: false,
    stands: false,
    indicators: &["party.introduced", "party.admitted"],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    if draft.people > 0 {
        return Ok(());
    }
    Err(Refusal::new(
        "nobody_named",
        "Chưa ghi ai được giới thiệu hoặc kết nạp",
        "Chọn từng người trong danh sách đoàn viên của đơn vị",
    ))
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    let introduced = draft.form.code == "introduced";
    let account = if introduced { a::PARTY_INTRODUCED } else { a::PARTY_ADMITTED };
    vec![Post { each_person: true, ..Post::of(account, 1) }]
}
