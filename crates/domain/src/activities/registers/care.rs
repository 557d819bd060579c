//! Care: gifts at Tết, Mái ấm houses, hardship, grave illness, health checks, blood donation; who paid which share.

use kernel::{Refusal, Text};
use ledger::account::activities as a;

use crate::activities::register::{Draft, Field, FieldKind, Form, Once, Place, Post, Register};

const LEVELS: &[(&str, Text)] = &[
    ("grassroots", Text::new("Công đoàn cơ sở", "Grassroots union")),
    ("district", Text::new("Cấp trên trực tiếp cơ sở, quận", "District, direct superior")),
    ("city", Text::new("Tỉnh, thành phố", "Province or city")),
    ("tld", Text::new("Tổng Liên đoàn", "Confederation")),
];

const MEANS: &[(&str, Text)] = &[
    ("cash", Text::new("Tiền", "Cash")),
    ("kind", Text::new("Hiện vật", "In kind")),
    ("both", Text::new("Tiền và hiện vật", "Both")),
    ("voucher", Text::new("Phiếu mua hàng", "Voucher")),
    ("ticket", Text::new("Vé tàu, xe", "Ticket")),
    ("service", Text::new("Dịch vụ", "Service")),
];

const HOUSE: &[(&str, Text)] =
    &[("new", Text::new("Xây mới", "New")), ("repair", Text::new("Sửa chữa", "Repair"))];

/// The register.
pub(super) const REGISTER: Register = Register {
    code: "care",
    name: Text::new("Chăm lo, phúc lợi", "Care"),
    about: Text::new(
        "Quà Tết theo cấp trao, Mái ấm Công đoàn, khó khăn, bệnh hiểm nghèo, khám sức khỏe, hiến máu; kinh phí theo nguồn.",
        "Gifts at Tết by level, houses, hardship, grave illness, health checks, blood; cost by source.",
    ),
    forms: &[
        Form {
            code: "tet",
            name: Text::new("Quà Tết, Tết sum vầy", "Gifts at Tết"),
            once: Once::Free,
        },
        Form {
            code: "house",
            name: Text::new("Mái ấm Công đoàn", "Mái ấm house"),
            once: Once::Free,
        },
        Form {
            code: "hardship",
            name: Text::new("Trợ giúp khó khăn", "Hardship"),
            once: Once::Free,
        },
        Form {
            code: "illness",
            name: Text::new("Trợ giúp bệnh hiểm nghèo", "Grave illness"),
            once: Once::Free,
        },
        Form {
            code: "health_check",
            name: Text::new("Khám sức khỏe", "Health check"),
            once: Once::Free,
        },
        Form {
            code: "blood",
            name: Text::new("Ngày hội hiến máu", "Blood donation day"),
            once: Once::Free,
        },
        Form {
            code: "other", name: Text::new("Hình thức khác", "Other care"), once: Once::Free
        },
    ],
    fields: &[
        Field::must("level", Text::new("Cấp trao", "Given by"), FieldKind::Choice(LEVELS)),
        Field::must(
            "people",
            Text::new("Số suất, lượt người", "Gifts, people"),
            FieldKind::Count(1_000_000),
        ),
        Field::may("means", Text::new("Hình thức", "Means"), FieldKind::Choice(MEANS)),
        Field::may("blood", Text::new("Đơn vị máu", "Units of blood"), FieldKind::Count(100_000))
            .of(&["blood"]),
        Field::must("house", Text::new("Nhà", "House"), FieldKind::Choice(HOUSE)).of(&["house"]),
        Field::may("cost", Text::new("Tổng kinh phí (đồng)", "Cost (đồng)"), FieldKind::Money),
        Field::may(
            "from_union",
            Text::new("Tài chính công đoàn (đồng)", "Union funds (đồng)"),
            FieldKind::Money,
        ),
        Field::may("from_budget", Text::new("Ngân sách (đồng)", "Budget (đồng)"), FieldKind::Money),
        Field::may(
            "from_society",
            Text::new("Xã hội hóa (đồng)", "Donations (đồng)"),
            FieldKind::Money,
        ),
        Field::may("from_family", Text::new("Gia đình (đồng)", "Family (đồng)"), FieldKind::Money)
            .of(&["house"]),
    ],
    place: Place::Any,
    people: Some(Text::new("Người được chăm lo", "People cared for")),
    once_a_person: true,
    confidential: false,
    stands: false,
    indicators: &[
        "care.attendances.own",
        "care.cost.own",
        "care.tet.own",
        "care.houses.own",
        "care.illness.own",
        "care.hardship.own",
        "care.health_checks.own",
        "care.blood.own",
        "care.attendances",
        "care.cost",
        "care.tet",
        "care.houses",
        "care.health_checks",
    ],
    check,
    postings,
};

const SHARES: [&str; 4] = ["from_union", "from_budget", "from_society", "from_family"];

fn check(draft: &Draft<'_>) -> Result<(), Refusal> {
    let shares: i64 = SHARES.iter().map(|field| draft.count(field)).sum();
    let told = SHARES.iter().any(|field| draft.opt_count(field).is_some());
    let cost = draft.count("cost");
    if told && shares != cost {
        let number = vietnamese::number::format_integer;
        return Err(Refusal::new(
            "shares_do_not_add_up",
            format!(
                "Các nguồn cộng lại {} đồng, tổng kinh phí {} đồng",
                number(shares),
                number(cost)
            ),
            "Sửa phần của từng nguồn cho bằng tổng kinh phí",
        ));
    }
    if draft.people as i64 > draft.count("people") {
        return Err(Refusal::new(
            "part_more_than_whole",
            "Số người có ghi tên nhiều hơn số suất, lượt người",
            "Kiểm tra lại số suất",
        ));
    }
    Ok(())
}

fn postings(draft: &Draft<'_>) -> Vec<Post> {
    let people = draft.count("people");
    let mut posts = vec![
        Post::of(draft.account(a::CARE_PEOPLE), people),
        Post::of(draft.account(a::CARE_COST), draft.count("cost")),
    ];
    let special = match draft.form.code {
        "tet" => Some((a::CARE_TET, people)),
        "house" => Some((a::CARE_HOUSES, 1)),
        "hardship" => Some((a::CARE_HARDSHIP, people)),
        "illness" => Some((a::CARE_ILLNESS, people)),
        "health_check" => Some((a::CARE_HEALTH, people)),
        "blood" => Some((a::CARE_BLOOD, draft.count("blood"))),
        _ => None,
    };
    posts.extend(special.map(|(account, quantity)| Post::of(draft.account(account), quantity)));
    posts
}
