//! The wordings of one claim, and the wordings that only look like it.

use crate::report::{Kind, Report, Verdict};
use crate::{Options, check};

fn report(text: &str) -> Report {
    check(text, &Options::default()).expect("within the limits")
}

/// The alarms of a text: what sort, and what it should say.
fn alarms(text: &str) -> Vec<(Kind, Verdict, String)> {
    let shown = |expected: &Option<String>| expected.clone().unwrap_or_default();
    report(text).alarms().map(|found| (found.kind, found.verdict, shown(&found.expected))).collect()
}

fn assert_each(texts: &[&str], expected: &(Kind, Verdict, &str)) {
    let (kind, verdict, value) = expected;
    for text in texts {
        assert_eq!(alarms(text), [(*kind, *verdict, (*value).to_owned())], "{text}");
    }
}

fn assert_silent(texts: &[&str]) {
    for text in texts {
        assert_eq!(alarms(text), [], "{text}");
    }
}

#[test]
fn a_wrong_rate_is_found_in_every_wording() {
    let texts = [
        "Thành lập 21/27 CĐCS, đạt 87,5% kế hoạch năm.",
        "Thành lập 21/27 CĐCS (87,5%).",
        "Thành lập 21/27 CĐCS (tỷ lệ: 87,5%).",
        "Thành lập 21/27 CĐCS, đạt tỉ lệ 87,5%.",
        "Thành lập mới 21/27 CĐCS; đạt 87,5% chỉ tiêu được giao.",
        "Thành lập CĐCS được 21/27, bằng 87,5% kế hoạch.",
        "Thành lập CĐCS: 21/27 - đạt 87,5%.",
        "21/27 CĐCS trong doanh nghiệp và hợp tác xã được thành lập, đạt 87,5%.",
        "Thành lập 21/27 CĐCS với 486 đoàn viên, đạt 87,5%.",
        "Đạt 87,5% (21/27 CĐCS) kế hoạch thành lập CĐCS.",
        "Đạt 87,5% chỉ tiêu, tương ứng 21/27 CĐCS.",
        "Thành lập 21 CĐCS/27 CĐCS, đạt 87,5%.",
        "Thành lập 21 trên 27 CĐCS, đạt 87,5%.",
        "Thành lập 21 CĐCS trên tổng số 27 CĐCS được giao, đạt 87,5%.",
        "Chỉ tiêu 27 CĐCS, thực hiện 21 CĐCS, đạt 87,5%.",
        "Kế hoạch giao 27 CĐCS; đến ngày 30/6 đã thành lập 21 CĐCS, đạt 87,5%.",
        "Thành lập 21 CĐCS, đạt 87,5% so với chỉ tiêu 27 CĐCS.",
        "Thành lập 21 CĐCS, đạt 87,5% kế hoạch (27 CĐCS).",
        "So với chỉ tiêu 27 CĐCS, quận đã thành lập được 21 CĐCS (đạt 87,5%).",
        "THÀNH LẬP 21/27 CĐCS, ĐẠT 87.5 PHẦN TRĂM.",
    ];
    assert_each(&texts, &(Kind::RatioPercent, Verdict::Wrong, "77,78%"));
}

#[test]
fn a_plan_and_a_total_may_stand_in_a_sentence_of_their_own() {
    assert_each(
        &[
            "Chỉ tiêu năm 2023 là kết nạp 2.500 đoàn viên. Đến nay, quận đã kết nạp 3.335 đoàn viên, \
           đạt 134,4%.",
        ],
        &(Kind::RatioPercent, Verdict::Wrong, "133,4%"),
    );
    assert_each(
        &[
            "Đã trao 8 giải nhất, 12 giải nhì, 15 giải ba và 21 giải khuyến khích. Tổng cộng có 57 giải.",
        ],
        &(Kind::Sum, Verdict::Wrong, "56"),
    );
    assert_silent(&[
        "Chỉ tiêu năm 2023 là kết nạp 2.500 đoàn viên. Có 450 đoàn viên dự lớp học, đạt 98%.",
        "Kết nạp 12 đoàn viên, giới thiệu 5 đoàn viên ưu tú. Tổng số đoàn viên là 1.250 đoàn viên.",
    ]);
}

#[test]
fn two_figures_that_do_not_belong_together_are_not_reckoned() {
    assert_silent(&[
        "Thành lập 21/27 CĐCS, tăng 87,5% so với cùng kỳ.",
        "Thành lập 21/27 CĐCS; thu kinh phí đạt 87,5%.",
        "Có 21/27 CĐCS đạt 100% kế hoạch thu kinh phí.",
        "Có 21/27 CĐCS tổ chức hội nghị, hội nghị của công ty mẹ đạt 87,5%.",
        "Có 21/27 CĐCS, bằng 87,5% so với năm 2022.",
        "Có 21/27 CĐCS, đạt 87,5% chỉ tiêu nhiệm kỳ.",
        "Chào mừng 28/7, đạt 95% kế hoạch.",
        "Qua 2/3 thời gian, đạt 60% kế hoạch.",
        "Hơn 2/3 số đơn vị (70%) đã hoàn thành.",
        "15/15 đồng chí trúng cử với số phiếu cao, đạt 95,6%.",
        "Đạt 100% (30/30 CĐCS), khối doanh nghiệp đạt 86,67% (26/30).",
    ]);
}

#[test]
fn the_published_sizes_of_one_population_are_doubted_in_every_wording() {
    let texts = [
        "Có 139/174 đơn vị ngoài nhà nước tổ chức hội nghị người lao động, 193/193 đơn vị ngoài nhà \
         nước tổ chức đối thoại tại nơi làm việc.",
        "Hội nghị người lao động ở 139/174 đơn vị; đối thoại ở 193/193 đơn vị.",
        "Hội nghị NLĐ khu vực ngoài nhà nước (139/174 đơn vị), đối thoại khu vực ngoài nhà nước \
         (193/193 đơn vị).",
        "Toàn quận có 174 đơn vị ngoài nhà nước. Có 193/193 đơn vị ngoài nhà nước đối thoại.",
        "Có 139/174 đơn vị ngoài nhà nước tổ chức hội nghị người lao động.\n\
         Bên cạnh đó, 193/193 đơn vị ngoài khu vực nhà nước đã tổ chức đối thoại định kỳ.",
    ];
    assert_each(&texts, &(Kind::Population, Verdict::Doubtful, ""));
}

#[test]
fn populations_that_differ_for_a_reason_are_not_doubted() {
    assert_silent(&[
        "66/66 đơn vị tổ chức hội nghị công chức; 139/174 đơn vị ngoài nhà nước tổ chức hội nghị \
         người lao động; 216/240 đơn vị tổ chức đối thoại.",
        "Hội nghị người lao động: 139/174 doanh nghiệp ngoài nhà nước. Đối thoại: 193/193 doanh \
         nghiệp ngoài nhà nước, kể cả 19 doanh nghiệp mới thành lập.",
        "Năm 2022, 150/160 đơn vị ngoài nhà nước tổ chức đối thoại. Năm 2023, con số này là 139/174 \
         đơn vị ngoài nhà nước.",
        "139/174 đơn vị ngoài nhà nước tổ chức hội nghị người lao động; 63/84 đơn vị ngoài nhà nước \
         có từ 25 lao động trở lên ký thỏa ước.",
        "Hội nghị người lao động ở 139/174 doanh nghiệp; thành lập 21/27 CĐCS.",
        "Quận Đống Đa có 120/150 đơn vị ngoài nhà nước tổ chức đối thoại; quận Ba Đình có 139/174 \
         đơn vị ngoài nhà nước tổ chức đối thoại.",
        "Có 139/174 đơn vị ngoài nhà nước tổ chức hội nghị; hiện có 30 đơn vị ngoài nhà nước nợ phí.",
    ]);
}

#[test]
fn parts_that_do_not_make_their_total_are_found() {
    for (text, expected) in [
        ("Trao 35 giải, gồm 3 giải nhất, 6 giải nhì, 9 giải ba và 18 giải khuyến khích.", "36"),
        (
            "Trao 35 giải. Trong đó có 3 giải nhất, 6 giải nhì, 9 giải ba, 18 giải khuyến khích.",
            "36",
        ),
        ("Trao 3 giải nhất, 6 giải nhì, 9 giải ba, 18 giải khuyến khích, tổng cộng 35 giải.", "36"),
        ("Tuyên dương 131 điển hình (101 cá nhân và 31 tập thể).", "132"),
        ("Toàn huyện có 96 CĐCS, gồm 55 CĐCS trường học, 24 CĐCS cơ quan và 18 CĐCS xã.", "97"),
        ("Tổng số 460 công nhân dự khám, gồm 310 nữ và 160 nam.", "470"),
        (
            "Chi 350 triệu đồng, gồm thăm hỏi 200 triệu đồng và tham quan 160 triệu đồng.",
            "360.000.000 đồng",
        ),
    ] {
        assert_eq!(alarms(text), [(Kind::Sum, Verdict::Wrong, expected.to_owned())], "{text}");
    }
}

#[test]
fn parts_that_need_not_make_their_total_are_left_alone() {
    assert_silent(&[
        "Trao 60 giải, trong đó có 8 giải nhất, 12 giải nhì, 15 giải ba.",
        "Có 64 cá nhân, trong đó 30 nữ, 41 đảng viên, 12 người dân tộc thiểu số.",
        "Có 275 CĐCS, gồm 174 doanh nghiệp, 66 đơn vị hành chính và một số nghiệp đoàn.",
        "Tặng 500 suất quà gồm 10 kg gạo, 1 chai dầu ăn.",
        "Có 107 thí sinh đạt giải: 37 giải nhất, 24 giải nhì, 46 giải ba và 271 giải khuyến khích.",
        "Toàn huyện có 118 CĐCS, gồm 41 CĐCS doanh nghiệp (trong đó 6 CĐCS FDI) và 77 CĐCS cơ quan.",
    ]);
}

#[test]
fn what_cannot_be_is_called_impossible() {
    for (text, kind) in [
        ("Chuẩn bị nhiệm kỳ 2028-2023.", Kind::Term),
        ("Đại hội (NK 2023 – 2023) thành công.", Kind::Term),
        ("Năm học 2023-2022 kết thúc.", Kind::Term),
        ("Họp ngày 31/4.", Kind::Date),
        ("Họp ngày 29/2/2023.", Kind::Date),
        ("Lao động nữ chiếm 108% tổng số lao động.", Kind::PercentRange),
        ("Giới thiệu 85 đoàn viên ưu tú, trong đó 92 đoàn viên vào Đảng.", Kind::PercentRange),
        ("Có 45 CĐCS trên tổng số 42 CĐCS ký thỏa ước.", Kind::PercentRange),
    ] {
        let found: Vec<_> =
            alarms(text).into_iter().map(|(kind, verdict, _)| (kind, verdict)).collect();
        assert_eq!(found, [(kind, Verdict::Impossible)], "{text}");
    }
    assert_silent(&[
        "Họp ngày 29/2, 29/2/2024.",
        "Chi bộ nhiệm kỳ 2022-2025.",
        "Đạt 108% kế hoạch.",
    ]);
}

#[test]
fn a_claim_says_where_else_the_other_number_stands() {
    let text = "Có 139/174 đơn vị ngoài nhà nước tổ chức hội nghị người lao động.\n\
                Có 193/193 đơn vị ngoài nhà nước tổ chức đối thoại định kỳ.";
    let report = report(text);
    let found = report.alarms().next().expect("one alarm");
    assert_eq!((found.line, found.text.as_str()), (2, "193/193 đơn vị"));
    assert!(found.why.contains("dòng 1 (139/174)"), "{}", found.why);
}
