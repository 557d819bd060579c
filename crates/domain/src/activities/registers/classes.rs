//! Training classes: planned and held, their days, their subject; attendances and people apart.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const FOR_WHOM: &[(&str, Text)] = &[
    ("chairs", Text::new("Chủ tịch công đoàn cơ sở", "Chairs of grassroots unions")),
    ("committees", Text::new("Ủy viên ban chấp hành", "Committee members")),
    ("inspectors", Text::new("Ủy ban kiểm tra", "Inspection committees")),
    ("finance", Text::new("Cán bộ tài chính", "Finance")),
    ("women", Text::new("Ban nữ công", "Women's committees")),
    ("members", Text::new("Đoàn viên, người lao động", "Members and workers")),
];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "classes",
    name: Text::new("Lớp tập huấn, bồi dưỡng", "Training classes"),
    about: Text::new(
        "Lớp theo kế hoạch và lớp đã mở; lượt người dự và số người khác nhau tính riêng.",
        "Classes planned and held; attendances and different people apart.",
    ),
    forms: &[
        Form { code: "held", name: Text::new("Lớp đã mở", "Class held"), once: Once::Free },
        Form {
            code: "planned",
            name: Text::new("Lớp trong kế hoạch", "Class planned"),
            once: Once::Free,
        },
    ],
    fields: &[
        Field::must("for_whom", Text::new("Đối tượng", "For whom"), FieldKind::Choice(FOR_WHOM)),
        Field::may("subject", Text::new("Nội dung", "Subject"), FieldKind::Text(500)),
        Field::must("days", Text::new("Số ngày học", "Days"), FieldKind::Count(60)).of(&["held"]),
        Field::must(
            "attendances",
            Text::new("Lượt người dự", "Attendances"),
            FieldKind::Count(100_000),
        )
        .of(&["held"]),
        Field::may("place", Text::new("Địa điểm", "Place"), FieldKind::Text(200)).of(&["held"]),
        Field::may("cost", Text::new("Kinh phí (đồng)", "Cost (đồng)"), FieldKind::Money)
            .of(&["held"]),
    ],
    place: Place::Any,
    people: Some(Text::new("Người dự có ghi tên", "People named as attending")),
    once_a_person: false,
    confidential: false,
    stands: false,
    indicators: &[
        "classes.held.own",
        "classes.chairs.own",
        "classes.attendances.own",
        "classes.planned.own",
        "classes.planned.chairs.own",
        "classes.held",
        "classes.attendances",
        "classes.planned",
    ],
    check,
    postings,
};

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    let days = draft.count("days");
    let span = i64::from(draft.last.since(draft.on)) + 1;
    if draft.form.code == "held" && (days == 0 || days > span) {
        return Err(Refusal::new(
            "days_out_of_order",
            format!("Lớp {days} ngày mà từ ngày đầu đến ngày cuối có {span} ngày"),
            "Kiểm tra số ngày học, ngày đầu và ngày cuối",
        ));
    }
    if draft.form.code == "held" && draft.people as i64 > draft.count("attendances") {
        return Err(Refusal::new(
            "part_more_than_whole",
            "Số người có ghi tên nhiều hơn lượt người dự",
            "Kiểm tra lại lượt người dự",
        ));
    }
    Ok(())
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    let for_chairs = i64::from(draft.choice("for_whom") == "chairs");
    if draft.form.code == "planned" {
        return vec![
            Post::of(draft.account(a::CLASSES_PLANNED), 1),
            Post::of(draft.account(a::CLASSES_PLANNED_CHAIRS), for_chairs),
        ];
    }
    vec![
        Post::of(draft.account(a::CLASSES), 1),
        Post::of(draft.account(a::CLASSES_CHAIRS), for_chairs),
        Post::of(draft.account(a::CLASSES_PRESENT), draft.count("attendances")),
    ]
}
