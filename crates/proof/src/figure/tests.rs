//! What is read as a figure, and what is set aside.

use super::{Figure, Hedge, Noun, Reading, Role};
use crate::sentence::sentences;
use crate::source::blocks;

/// The figures of a text, shortly.
fn shown(text: &str) -> Vec<String> {
    let blocks = blocks(text).expect("no archive");
    let sentences = blocks.iter().flat_map(sentences);
    sentences.flat_map(|sentence| sentence.marks).filter_map(|mark| short(mark.figure)).collect()
}

fn short(figure: Figure) -> Option<String> {
    Some(match figure {
        Figure::Percent { value, hedge, role } => match (hedge, role) {
            (Hedge::Exact, Role::Share) => format!("{value}%"),
            (Hedge::Exact, role) => format!("{role:?} {value}%"),
            (hedge, _) => format!("{hedge:?} {value}%"),
        },
        Figure::Ratio { num, den, reading: Reading::Counted } => format!("{num}/{den}"),
        Figure::Ratio { num, den, .. } => format!("{num}/{den}?"),
        Figure::Count { value, noun, hedge: Hedge::Exact } => format!("{value} {}", name(noun)),
        Figure::Count { value, noun, hedge } => format!("{hedge:?} {value} {}", name(noun)),
        Figure::Day { day, month, year, .. } => format!("{day}.{month}.{}", year.unwrap_or(0)),
        Figure::Years { from, to } => format!("{from}→{to}"),
        Figure::Other => return None,
    })
}

fn name(noun: Option<Noun>) -> String {
    noun.map_or_else(|| "?".to_owned(), |noun| format!("{noun:?}"))
}

#[test]
fn ratios_percentages_and_counts_are_read() {
    for (text, expected) in [
        ("thành lập 21/27 CĐCS (đạt 87,5%)", vec!["21/27", "87,5%"]),
        ("kết nạp 3.335 / 2.500 đoàn viên, đạt 133.4 %", vec!["3335/2500", "133,4%"]),
        ("3,335/2,500 đoàn viên", vec!["3335/2500"]),
        ("được 3/7 đạt 42,85 phần trăm", vec!["3/7", "42,85%"]),
        ("gần 20.000 đoàn viên, hơn 110%", vec!["Below 20000 People", "Above 110%"]),
        ("4 CĐCS có từ 25 đoàn viên trở lên", vec!["4 Units", "Limit 25 People"]),
        ("1,5 tỷ đồng và 2 tỷ 300 triệu đồng", vec!["1500000000 Money", "2300000000 Money"]),
        ("ba giải Nhất, 02 giải Nhì", vec!["3 Prizes", "2 Prizes"]),
        ("58 tập thể, cá nhân", vec!["58 Honoured"]),
        ("45 CĐCS trên 60 CĐCS", vec!["45 Units", "60 Units"]),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn a_percentage_knows_what_it_is_a_percentage_of() {
    for (text, expected) in [
        ("tăng 12% so với năm trước", vec!["Change 12%"]),
        ("vượt 33,4% kế hoạch", vec!["Over 33,4%"]),
        ("đạt và vượt 104% kế hoạch", vec!["104%"]),
        ("phấn đấu 90% CĐCS", vec!["Limit 90%"]),
        ("tăng từ 85% lên 92%", vec!["Aim 85%", "Aim 92%"]),
        ("có 80% đoàn viên trở lên", vec!["Aim 80%"]),
        ("mức 5-10%", vec![]),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn days_and_years_are_no_ratios() {
    for (text, expected) in [
        ("ngày 28/7, sáng 17-1, chiều 16.2", vec!["28.7.0", "17.1.0", "16.2.0"]),
        ("(28/7/1929 - 28.7.2024)", vec!["28.7.1929", "28.7.2024"]),
        ("ngày 31 tháng 4 năm 2024", vec!["31.4.2024"]),
        ("nhiệm kỳ 2018 – 2023, 2025 đến 2030", vec!["2018→2023", "2025→2030"]),
        ("năm học 2018-19", vec!["2018→2019"]),
        ("tháng 5/2024, quý 2/2024, năm 2024", vec![]),
        ("từ ngày 12-19/10/2022", vec!["19.10.2022"]),
        ("hai ngày 24,25/8", vec![]),
        ("chào mừng 1/5, dịp 2/9", vec!["1.5.0", "2.9.0"]),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_figure_is_set_aside() {
    for text in [
        "Quyết định 132/QĐ-LĐLĐ",
        "Nghị định số 145/2020/NĐ-CP",
        "Luật 50/2024/QH15",
        "Nghị quyết số 02-NQ/TW",
        "số 5/12 phố Vọng",
        "ngõ 12/34",
        "đường 3/2",
        "trực 24/7, 24/24 giờ",
        "điện thoại 024.3557.1234, 0912345678",
        "lúc 8h30, 08:30, 15 giờ 30 phút",
        "lần thứ 18, khóa 12, quý 1, cụm số 3",
        "Covid-19",
        "5-10 phút",
        "xếp thứ 3/30",
        "thương binh 3/4",
        "lớp 12/12",
    ] {
        let found = shown(text);
        assert!(found.iter().all(|figure| figure.ends_with('?')), "{text}: {found:?}");
    }
}

#[test]
fn what_may_be_a_day_or_a_fraction_is_unsure() {
    assert_eq!(shown("qua 2/3 thời gian"), ["2/3?"]);
    assert_eq!(shown("kế hoạch 28/7"), ["28/7?"]);
    assert_eq!(shown("hoàn thành 24/24 chỉ tiêu"), ["24/24"]);
}
