//! Dialogues at the workplace, periodic, on request or by case; and advice dialogues, which upper offices hold too.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use super::conferences::must_not_be_more;
use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

/// The events of the Labour Code after which a dialogue is owed (Article 63 with those it names).
const CASES: &[(&str, Text)] = &[
    (
        "36",
        Text::new("Điều 36: không hoàn thành công việc", "Article 36: repeated non-performance"),
    ),
    (
        "42",
        Text::new(
            "Điều 42, 44: thay đổi cơ cấu, phương án lao động",
            "Articles 42, 44: restructuring",
        ),
    ),
    ("93", Text::new("Điều 93: thang lương, định mức lao động", "Article 93: wage scale, norms")),
    ("104", Text::new("Điều 104: quy chế thưởng", "Article 104: bonus rules")),
    ("118", Text::new("Điều 118: nội quy lao động", "Article 118: internal labour rules")),
    ("128", Text::new("Điều 128: tạm đình chỉ công việc", "Article 128: suspension")),
];

const TEAMS: &[&str] = &["periodic", "on_request", "by_case"];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "dialogues",
    name: Text::new("Đối thoại tại nơi làm việc", "Dialogues at the workplace"),
    about: Text::new(
        "Định kỳ, khi có yêu cầu, theo vụ việc; buổi đối thoại, tư vấn ghi riêng và có thể do công đoàn cấp trên tổ chức.",
        "Periodic, on request, by case; advice dialogues apart, also those held by upper offices.",
    ),
    forms: &[
        Form {
            code: "periodic",
            name: Text::new("Đối thoại định kỳ", "Periodic dialogue"),
            once: Once::ARound,
        },
        Form {
            code: "on_request",
            name: Text::new("Đối thoại khi có yêu cầu", "Dialogue on request"),
            once: Once::Free,
        },
        Form {
            code: "by_case",
            name: Text::new("Đối thoại theo vụ việc", "Dialogue by case"),
            once: Once::Free,
        },
        Form {
            code: "advice",
            name: Text::new(
                "Đối thoại, tư vấn, giải đáp trực tiếp",
                "Advice dialogue, questions answered live",
            ),
            once: Once::Free,
        },
    ],
    fields: &[
        Field::must(
            "round",
            Text::new("Cuộc thứ mấy trong năm", "Which of the year"),
            FieldKind::Count(12),
        )
        .of(&["periodic"]),
        Field::must("case", Text::new("Vụ việc", "Case"), FieldKind::Choice(CASES))
            .of(&["by_case"]),
        Field::may(
            "noticed_on",
            Text::new("Ngày gửi nội dung đối thoại", "Contents sent on"),
            FieldKind::Day,
        )
        .of(TEAMS),
        Field::may(
            "employer_team",
            Text::new("Thành viên bên người sử dụng lao động", "Employer's side"),
            FieldKind::Count(1_000),
        )
        .of(TEAMS),
        Field::may(
            "worker_team",
            Text::new("Thành viên bên người lao động", "Workers' side"),
            FieldKind::Count(1_000),
        )
        .of(TEAMS),
        Field::may(
            "worker_present",
            Text::new("Trong đó có mặt", "Of them present"),
            FieldKind::Count(1_000),
        )
        .of(TEAMS),
        Field::may(
            "published_on",
            Text::new("Ngày công khai nội dung chính", "Main points published on"),
            FieldKind::Day,
        )
        .of(TEAMS),
        Field::must("present", Text::new("Số người dự", "Attending"), FieldKind::Count(100_000))
            .of(&["advice"]),
        Field::may(
            "questions",
            Text::new("Câu hỏi được trả lời", "Questions answered"),
            FieldKind::Count(10_000),
        )
        .of(&["advice"]),
        Field::may("agreed", Text::new("Nội dung đã thống nhất", "Agreed"), FieldKind::Text(2_000)),
        Field::may(
            "open",
            Text::new("Nội dung chưa thống nhất, việc tiếp theo", "Open, and next step"),
            FieldKind::Text(2_000),
        )
        .of(TEAMS),
    ],
    place: Place::Any,
    people: None,
    once_a_person: false,
    confidential: false,
    stands: false,
    indicators: &[
        "dialogues.held",
        "dialogues.state.held",
        "dialogues.periodic",
        "dialogues.on_request",
        "dialogues.by_case",
        "dialogues.advice",
        "dialogues.advice.attendances",
        "dialogues.advice.own",
        "dialogues.advice.attendances.own",
    ],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    if draft.form.code != "advice" && draft.is_of_an_office() {
        return Err(Refusal::new(
            "wrong_place",
            "Đối thoại tại nơi làm việc ghi ở công đoàn cơ sở, không ghi ở công đoàn cấp trên",
            "Chọn công đoàn cơ sở; buổi do cấp trên tổ chức thì ghi là đối thoại, tư vấn",
        ));
    }
    if draft.form.code == "periodic" && draft.count("round") == 0 {
        return Err(Refusal::new(
            "bad_round",
            "Cuộc đối thoại định kỳ thứ nhất trong năm ghi là 1",
            "Ghi 1, 2, 3 … theo thứ tự trong năm",
        ));
    }
    if draft.day("noticed_on").is_some_and(|day| day > draft.on) {
        return Err(Refusal::new(
            "days_out_of_order",
            "Ngày gửi nội dung sau ngày đối thoại",
            "Kiểm tra lại hai ngày",
        ));
    }
    if draft.day("published_on").is_some_and(|day| day < draft.on) {
        return Err(Refusal::new(
            "days_out_of_order",
            "Ngày công khai trước ngày đối thoại",
            "Kiểm tra lại hai ngày",
        ));
    }
    must_not_be_more(
        draft,
        "worker_present",
        "worker_team",
        "có mặt bên người lao động",
        "của bên đó",
    )
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    match draft.form.code {
        "periodic" => {
            let held =
                if draft.is_state_enterprise() { a::DIALOGUES_STATE } else { a::DIALOGUES_HELD };
            // A unit counts once a year, by its first dialogue.
            let first = i64::from(draft.count("round") == 1);
            vec![Post::of(held, first), Post::of(a::DIALOGUES_PERIODIC, 1)]
        }
        "on_request" => vec![Post::of(a::DIALOGUES_ON_REQUEST, 1)],
        "by_case" => vec![Post::of(a::DIALOGUES_BY_CASE, 1)],
        _ => vec![
            Post::of(draft.account(a::DIALOGUES_ADVICE), 1),
            Post::of(draft.account(a::DIALOGUES_ADVICE_PRESENT), draft.count("present")),
        ],
    }
}
