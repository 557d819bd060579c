//! What a report looks like from outside, and what holds for every text.

use proof::{AwardNames, Kind, Options, Report, Verdict, check, mark};
use proptest::prelude::*;

fn report(text: &str) -> Report {
    check(text, &Options::default()).expect("within the limits")
}

/// The alarms of a text: kind, verdict, what it should say.
fn alarms(text: &str) -> Vec<(Kind, Verdict, Option<String>)> {
    report(text).alarms().map(|found| (found.kind, found.verdict, found.expected.clone())).collect()
}

#[test]
fn a_report_is_written_as_the_command_line_promises() {
    let text = "\nThành lập 21/27 CĐCS,  đạt 87,5%; nhiệm kỳ 2028-2023.";
    let json = serde_json::to_value(report(text)).expect("writable");
    let expected = serde_json::json!({"findings": [
        {
            "line": 2,
            "text": "21/27 CĐCS, đạt 87,5%",
            "kind": "ratio_percent",
            "verdict": "wrong",
            "expected": "77,78%",
            "why": "21/27 là 77,78%, không phải 87,5%. 87,5% là 21/24. Hỏi lại số nào đúng.",
        },
        {
            "line": 2,
            "text": "nhiệm kỳ 2028-2023",
            "kind": "term",
            "verdict": "impossible",
            "expected": "2023–2028",
            "why": "Nhiệm kỳ 2028-2023 kết thúc trước khi bắt đầu. Có thể là 2023–2028. \
                    Cũng có thể là 2018–2023, nếu gõ nhầm một chữ số.",
        },
    ]});
    assert_eq!(json, expected);
}

#[test]
fn every_claim_is_found_again_at_its_place_in_the_text_as_it_was_read() {
    for text in [
        "Mở đầu.\n\nThành lập 21/27 CĐCS,  đạt 87,5%; nhiệm kỳ 2028-2023.",
        "<html><body><p>Thành lập <b>21/27</b> CĐCS, đạt 87,5%.</p><p>Quận có 275&nbsp;công đoàn cơ sở.</p></body></html>",
    ] {
        let marked = mark(text, &Options::default()).expect("within the limits");
        assert_eq!(marked.found.len(), 2, "{text}");
        for found in &marked.found {
            let there = &marked.passages[found.passage].text[found.bytes.clone()];
            let single: Vec<&str> = there.split_whitespace().collect();
            assert_eq!(single.join(" "), found.finding.text);
        }
    }
}

#[test]
fn a_text_above_the_limit_is_refused_by_name() {
    let options = Options { bytes_max: 10, ..Options::default() };
    let refusal = check("một văn bản dài", &options).expect_err("too long");
    assert_eq!(refusal.code(), "text_too_long");
    assert!(refusal.to_string().contains("10 byte"));
    assert!(check("ngắn", &options).is_ok());
}

#[test]
fn counts_that_stand_alone_are_listed_when_wanted() {
    let text = "Quận có 275 công đoàn cơ sở với gần 20.000 đoàn viên.";
    let kinds: Vec<Kind> = report(text).findings.iter().map(|found| found.kind).collect();
    assert_eq!(kinds, [Kind::Count, Kind::Count]);
    let options = Options { lists_counts: false, ..Options::default() };
    assert_eq!(check(text, &options), Ok(Report::default()));
}

#[test]
fn names_are_compared_with_the_catalogue_that_is_given() {
    let text = "Trao Kỷ niệm chương “Vì sự nghiệp phát triển Công đoàn Việt Nam” cho 8 người.";
    assert_eq!(alarms(text).len(), 1);
    let names = AwardNames::read("award = []").expect("an empty catalogue");
    let options = Options { award_names: &names, ..Options::default() };
    let report = check(text, &options).expect("within the limits");
    assert_eq!(report.alarms().count(), 0);
}

#[test]
fn a_text_of_decomposed_letters_gives_the_same_alarms() {
    let text = "Thành lập 21/27 công đoàn cơ sở, đạt 87,5% kế hoạch; nhiệm kỳ 2028 – 2023.\n\
                Đại hội ngày 31 tháng 4. Tuyên dương 131 điển hình, gồm 101 cá nhân và 31 tập thể.";
    let decomposed = vietnamese::text::nfd(text);
    assert_eq!(alarms(text).len(), 4);
    assert_eq!(alarms(&decomposed), alarms(text));
}

/// Runs of the words, numbers and signs that claims are made of.
fn claims_at_random() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "đạt",
        "chiếm",
        "tỷ lệ",
        "gồm",
        "trong đó",
        "tổng số",
        "trong tổng số",
        "CĐCS",
        "đoàn viên",
        "giải nhất",
        "giải",
        "tập thể",
        "cá nhân",
        "nhiệm kỳ",
        "ngày",
        "tháng",
        "năm",
        "kế hoạch",
        "chỉ tiêu",
        "vượt",
        "kỷ niệm",
        "Kỷ niệm chương",
        "“Vì sự nghiệp",
        "Công đoàn”",
        "và",
        "với",
        "hội nghị người lao động",
        "đối thoại",
        "đơn vị ngoài nhà nước",
        "triệu đồng",
        "lần lượt",
        ",",
        ";",
        ".",
        ":",
        "(",
        ")",
        "-",
        "–",
        "/",
        "%",
        "\"",
        "\n",
        "<p>",
        "</p>",
        "<nav>",
        "phần trăm",
    ]);
    let number = prop_oneof![
        "[0-9]{1,20}",
        "[0-9]{1,3}(\\.[0-9]{3}){0,7}(,[0-9]{1,12})?",
        "[0-9]{1,4}/[0-9]{1,4}",
        "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}",
        "(19|20)[0-9]{2}-(19|20)[0-9]{2}",
    ];
    let piece = prop_oneof![3 => word.prop_map(str::to_owned), 2 => number];
    prop::collection::vec((piece, any::<bool>()), 0..60).prop_map(|pieces| {
        pieces.iter().fold(String::new(), |text, (piece, spaced)| {
            text + piece + if *spaced { " " } else { "" }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_checked_without_a_panic(text in any::<String>()) {
        report(&text);
    }

    #[test]
    fn whatever_is_found_has_a_place_a_text_and_a_reason(text in claims_at_random()) {
        let last = text.lines().count().max(1);
        for found in report(&text).findings {
            prop_assert!((1..=last).contains(&found.line), "{found:?}");
            prop_assert!(!found.text.is_empty() && !found.why.is_empty(), "{found:?}");
        }
    }

    #[test]
    fn lines_in_front_move_the_findings_and_change_nothing_else(text in claims_at_random()) {
        prop_assume!(!text.contains('<'));
        let plain = report(&text).findings;
        let moved = report(&format!("\n\n\n{text}")).findings;
        let back: Vec<_> = moved
            .into_iter()
            .map(|mut found| {
                found.line -= 3;
                found
            })
            .collect();
        // Other places are named by their line.
        let without_why = |mut found: proof::Finding| {
            found.why.clear();
            found
        };
        prop_assert_eq!(
            back.into_iter().map(without_why).collect::<Vec<_>>(),
            plain.into_iter().map(without_why).collect::<Vec<_>>()
        );
    }

    #[test]
    fn the_right_percentage_of_two_numbers_is_never_called_wrong(
        num in 1_i64..5_000, den in 1_i64..5_000, decimals in 0_u8..=2,
    ) {
        let share = vietnamese::number::Fraction::new(num, den).expect("a plan");
        let percent = share.percent_text(decimals);
        for text in [
            format!("Kết nạp {num}/{den} đoàn viên, đạt {percent} kế hoạch."),
            format!("Chỉ tiêu {den} đoàn viên, thực hiện {num} đoàn viên, đạt {percent}."),
            format!("Đạt {percent} ({num}/{den} đoàn viên)."),
        ] {
            prop_assert_eq!(alarms(&text), []);
        }
    }

    #[test]
    fn a_percentage_that_is_off_by_more_than_its_last_digit_is_always_found(
        num in 1_i64..5_000, den in 1_i64..5_000, off in 3_i64..400,
    ) {
        // Written without its dot, 1900 to 2099 may be a year; such a claim is passed over, precision before recall.
        let year = |number: i64| (1_900..2_100).contains(&number);
        prop_assume!(!year(num) && !year(den));
        let share = vietnamese::number::Fraction::new(num, den).expect("a plan");
        let mut printed = share.percent(1).expect("it fits");
        printed.units += off;
        let text = format!("Kết nạp {num}/{den} đoàn viên, đạt {printed}% kế hoạch.");
        // All of a plan that was not met is what each of them may have done.
        prop_assume!(printed.to_integer() != Some(100));
        let found = alarms(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].2.clone(), Some(share.percent_text(2)));
    }
}
