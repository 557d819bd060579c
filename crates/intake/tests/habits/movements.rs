//! Movements in a period.

use intake::Kind::Movements;
use intake::{LeavingReason, Role, Rows};
use jiff::civil::date;
use rust_xlsxwriter::Workbook;

use crate::book::{C, D, E, N, T, grave, of_rows, reading, sheet};

const SUMMARY: &[&[C<'_>]] = &[
    &[T("TỔNG HỢP TĂNG, GIẢM ĐOÀN VIÊN QUÝ II NĂM 2024")],
    &[
        T("TT"),
        T("CĐCS"),
        T("Đầu kỳ"),
        T("Kết nạp mới"),
        T("Chuyển đi"),
        T("Nghỉ hưu"),
        T("Cuối kỳ"),
    ],
    &[N(1.0), T("Công ty TNHH An Bình"), N(50.0), N(2.0), N(1.0), N(1.0), N(50.0)],
    &[N(2.0), T("Trường Mầm non Sao Mai"), N(20.0), N(0.0), E, E, N(21.0)],
];

fn book() -> Workbook {
    let mut book = Workbook::new();
    sheet(&mut book, "TH", SUMMARY);
    sheet(
        &mut book,
        "Tăng",
        &[
            &[T("ĐOÀN VIÊN MỚI KẾT NẠP QUÝ II NĂM 2024")],
            &[
                T("TT"),
                T("Họ tên"),
                T("Năm sinh"),
                T("Giới tính"),
                T("CCCD"),
                T("Đơn vị"),
                T("Ngày kết nạp"),
            ],
            &[
                N(1.0),
                T("Lê Văn An"),
                N(1990.0),
                T("Nam"),
                T("001090000001"),
                T("Cty TNHH An Bình"),
                D(2024, 4, 5),
            ],
            &[
                N(2.0),
                T("Đỗ Thị Bé"),
                N(1995.0),
                T("Nữ"),
                T("001195000002"),
                T("Trường MN Sao Mai"),
                T("2/7/2024"),
            ],
        ],
    );
    sheet(
        &mut book,
        "Đi",
        &[
            &[T("DANH SÁCH CHUYỂN SINH HOẠT ĐI")],
            &[T("TT"), T("Họ tên"), T("CCCD"), T("Nơi đi"), T("Nơi đến"), T("Ngày")],
            &[
                N(1.0),
                T("Vũ Văn Cả"),
                T("001080000003"),
                T("Công ty TNHH An Bình"),
                T("LĐLĐ quận Ba Đình"),
                T("1/5/2024"),
            ],
        ],
    );
    sheet(
        &mut book,
        "Giảm",
        &[
            &[T("ĐOÀN VIÊN THÔI SINH HOẠT")],
            &[T("TT"), T("Họ tên"), T("CCCD"), T("CĐCS"), T("Nguyên nhân"), T("Từ ngày")],
            &[
                N(1.0),
                T("Hồ Thị Dung"),
                T("001166000004"),
                T("Công ty TNHH An Bình"),
                T("Nghỉ hưu theo chế độ"),
                T("1/6/2024"),
            ],
        ],
    );
    book
}

#[test]
fn sheets_are_known_by_their_headings_and_laid_side_by_side() {
    let mut workbook = book();
    let read = reading(Movements, &mut workbook);
    let roles: Vec<Role> = read.sheets.iter().map(|sheet| sheet.role).collect();
    assert_eq!(roles, [Role::SummaryByUnit, Role::Admissions, Role::TransfersOut, Role::Leavers]);
    assert_eq!(read.period, Some((date(2024, 4, 1), date(2024, 6, 30))));
    let expected = [
        "3 summary_detail_mismatch", // two admitted, one row
        "4 balance_mismatch",
        "4 summary_detail_mismatch",
        "3 unit_name_variant",
        "4 unit_name_variant",
        "4 date_outside_period",
    ];
    let found = grave(&read);
    for each in expected {
        assert!(found.iter().any(|found| found == each), "{each} in {found:?}");
    }
    assert_eq!(found.len(), expected.len(), "{found:?}");
}

#[test]
fn reasons_are_known_by_their_words() {
    for (text, reason) in [
        ("Nghỉ hưu", LeavingReason::Retired),
        ("Hết hạn HĐLĐ", LeavingReason::ContractEnded),
        ("Đơn phương chấm dứt hợp đồng", LeavingReason::ContractEnded),
        ("Tự nguyện xin ra khỏi công đoàn", LeavingReason::Resigned),
        ("Khai trừ", LeavingReason::Expelled),
        ("Từ trần", LeavingReason::Died),
        ("Đi xuất khẩu lao động", LeavingReason::WentAbroad),
    ] {
        assert_eq!(LeavingReason::parse(text), Some(reason), "{text}");
    }
    assert_eq!(LeavingReason::parse("Không rõ"), None);
}

#[test]
fn rates_are_judged_by_their_last_printed_digit() {
    let read = of_rows(
        Movements,
        &[
            &[T("Chỉ tiêu"), T("Kế hoạch"), T("Thực hiện"), T("Đạt tỷ lệ")],
            &[T("Kết nạp"), N(2_500.0), N(3_335.0), T("133,4%")],
            &[T("Thành lập"), N(27.0), N(21.0), T("77,77 %")],
            &[T("Đối thoại"), N(27.0), N(21.0), N(0.7778)],
            &[T("Thỏa ước"), N(27.0), N(21.0), N(78.0)],
            &[T("Hội nghị"), N(27.0), N(21.0), T("87,5%")],
        ],
    );
    assert_eq!(grave(&read), ["6 rate_mismatch"]);
    let Rows::PlanAndResult(rows) = &read.sheets[0].rows else { panic!("no results") };
    assert_eq!(rows[4].true_rate.as_deref(), Some("77,78%"));
}
