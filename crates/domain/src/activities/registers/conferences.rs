//! Conferences of officials and of workers: one a year in each unit, extraordinary ones besides.

use kernel::{Block, Refusal, Text};
use ledger::account::activities as a;

use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const WHOLE: &[(&str, Text)] = &[
    ("whole", Text::new("Hội nghị toàn thể", "Everybody")),
    ("delegates", Text::new("Hội nghị đại biểu", "Delegates")),
];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "conferences",
    name: Text::new(
        "Hội nghị cán bộ, công chức, viên chức, người lao động",
        "Conferences of officials and workers",
    ),
    about: Text::new(
        "Mỗi đơn vị một hội nghị cho một năm; hội nghị bất thường ghi riêng.",
        "One conference of each unit for a year; extraordinary ones apart.",
    ),
    forms: &[
        Form {
            code: "officials",
            name: Text::new("Hội nghị cán bộ, công chức, viên chức", "Conference of officials"),
            once: Once::AYear,
        },
        Form {
            code: "workers",
            name: Text::new("Hội nghị người lao động", "Workers' conference"),
            once: Once::AYear,
        },
        Form {
            code: "extraordinary",
            name: Text::new("Hội nghị bất thường", "Extraordinary conference"),
            once: Once::Free,
        },
    ],
    fields: &[
        Field::may("manner", Text::new("Hình thức", "Manner"), FieldKind::Choice(WHOLE)),
        Field::may(
            "summoned",
            Text::new("Số người được triệu tập", "Summoned"),
            FieldKind::Count(100_000),
        ),
        Field::may("present", Text::new("Số người có mặt", "Present"), FieldKind::Count(100_000)),
        Field::may(
            "resolution",
            Text::new("Nội dung chính của nghị quyết", "Main points of the resolution"),
            FieldKind::Text(2_000),
        ),
        Field::may(
            "inspection_board",
            Text::new("Đã bầu ban thanh tra nhân dân", "People's inspection board elected"),
            FieldKind::Mark,
        ),
    ],
    place: Place::Grassroots,
    people: None,
    once_a_person: false,
    confidential: false,
    stands: false,
    indicators: &[
        "conferences.officials.held",
        "conferences.workers.held",
        "conferences.workers.state.held",
        "conferences.extraordinary",
        "conferences.attendances",
    ],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    let officials = matches!(draft.block, Block::Administrative | Block::Education | Block::Ward);
    if draft.form.code == "officials" && !officials {
        return Err(Refusal::new(
            "wrong_form_for_block",
            "Hội nghị cán bộ, công chức, viên chức chỉ có ở cơ quan, đơn vị sự nghiệp",
            "Chọn hội nghị người lao động, hoặc kiểm tra lại khối của đơn vị",
        ));
    }
    if draft.form.code == "workers" && officials {
        return Err(Refusal::new(
            "wrong_form_for_block",
            "Hội nghị người lao động không có ở cơ quan hành chính, trường học, phường xã",
            "Chọn hội nghị cán bộ, công chức, viên chức, hoặc kiểm tra lại khối của đơn vị",
        ));
    }
    must_not_be_more(draft, "present", "summoned", "có mặt", "được triệu tập")?;
    let (present, summoned) = (draft.opt_count("present"), draft.opt_count("summoned"));
    // Article 69 of Law 10/2022/QH15: two thirds of those summoned must be there.
    let short = |(present, summoned): (i64, i64)| present * 3 < summoned * 2;
    if draft.is_state_enterprise() && present.zip(summoned).is_some_and(short) {
        return Err(Refusal::new(
            "no_quorum",
            "Hội nghị của doanh nghiệp nhà nước cần ít nhất hai phần ba số người được triệu tập có mặt",
            "Kiểm tra lại hai con số; hội nghị không đủ người thì chưa ghi là đã tổ chức",
        ));
    }
    Ok(())
}

/// Refuses a part that is more than its whole.
pub(super) fn must_not_be_more(
    draft: &Draft<'_>,
    part: &str,
    whole: &str,
    part_name: &str,
    whole_name: &str,
) -> Result<(), Refusal> {
    match (draft.opt_count(part), draft.opt_count(whole)) {
        (Some(part), Some(whole)) if part > whole => Err(Refusal::new(
            "part_more_than_whole",
            format!("Số người {part_name} ({part}) nhiều hơn số người {whole_name} ({whole})"),
            "Kiểm tra lại hai con số",
        )),
        _ => Ok(()),
    }
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    let held = match draft.form.code {
        "officials" => a::CONFERENCES_OFFICIALS,
        "workers" if draft.is_state_enterprise() => a::CONFERENCES_STATE,
        "workers" => a::CONFERENCES_WORKERS,
        _ => a::CONFERENCES_EXTRA,
    };
    vec![Post::of(held, 1), Post::of(a::CONFERENCES_PRESENT, draft.count("present"))]
}
