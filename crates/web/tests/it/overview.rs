//! The overview: figures, targets, movement, chart, units below, in each view and both languages.

use axum::http::StatusCode;
use kernel::UnitKind;

use crate::books::{Books, read_words};

const HALF: &str = "/?unit=quan-k&period=2021-H1";

#[test]
fn the_figures_of_a_half_year_stand_with_their_targets_and_percentages() {
    let page = Books::told().page(HALF);
    let words = read_words(&page);
    for expected in [
        "Tổng quan 6 tháng đầu năm 2021",
        "Đoàn viên 32 giảm 28 trong kỳ",
        "Kết nạp đoàn viên 6 chỉ tiêu 5 · đạt 120%",
        "Kết nạp đoàn viên vượt 1 · giao xuống 1 đơn vị: 4 6 / 5 120%",
        "Khớp: đầu kỳ + tăng − giảm = cuối kỳ (60 + 6 − 34 = 32).",
        "Khớp: đầu kỳ + tăng − giảm = cuối kỳ (3 + 0 − 2 = 1).",
    ] {
        assert!(words.contains(expected), "{expected}\n{words}");
    }
}

#[test]
fn a_target_of_the_whole_year_says_so_beside_a_figure_of_half_of_it() {
    let words = read_words(&Books::told().page(HALF));
    assert!(words.contains("chỉ tiêu năm 2021 · còn 3 · nhịp đều đến ngày này: 1"), "{words}");
}

#[test]
fn every_figure_is_a_door_that_keeps_the_question() {
    let page = Books::told().page("/?unit=quan-k&period=2021-H1&view=now&as_of=2021-05-31");
    let doors: Vec<&str> = page.split("class=\"fig\" href=\"/").skip(1).collect();
    assert!(doors.len() > 30, "{}", doors.len());
    for door in doors {
        let (address, _) = door.split_once('"').unwrap();
        // A figure of a unit below, or of a column, asks the same of that unit or column.
        let kept = "&amp;period=2021-H1&amp;as_of=2021-05-31&amp;view=now";
        assert!(address.contains(kept) && address.contains("?unit="), "{address}");
    }
}

#[test]
fn seen_from_today_the_page_says_what_is_left_out_and_where_it_went() {
    let words = read_words(&Books::told().page("/?unit=quan-k&period=2021-H1&view=now"));
    assert!(words.contains("Cách nhìn: Theo tổ chức hôm nay."));
    assert!(words.contains("2 đơn vị từng thuộc phạm vi trong kỳ không được tính"), "{words}");
    assert!(words.contains("(30 + 5 − 3 = 32)"), "{words}");
}

#[test]
fn seen_from_today_the_units_below_are_those_of_today() {
    let books = Books::told();
    let below = |view: &str| {
        let words = read_words(&books.page(&format!("/?unit=quan-k&period=2021-Q1&view={view}")));
        words
            .split("Đơn vị trực thuộc")
            .nth(1)
            .map(|rest| rest.chars().take(40).collect::<String>())
    };
    assert_eq!(below("was").as_deref(), Some(" 3 đơn vị trực tiếp, ngày 31/3/2021 CĐCS"));
    assert_eq!(below("now").as_deref(), Some(" 1 đơn vị trực tiếp, ngày 31/12/2021 CĐC"));
}

#[test]
fn as_known_before_a_late_entry_the_page_shows_what_was_believed_then() {
    let address = "/?unit=quan-k&period=2021-01-01..2021-05-01&known_at=2021-05-01";
    let words = read_words(&Books::told().page(address));
    assert!(words.contains("Sổ như đã biết lúc 23:59 ngày 1/5/2021"));
    assert!(words.contains("(60 + 5 − 31 = 34)"), "{words}");
}

#[test]
fn without_a_unit_named_the_page_begins_at_the_city() {
    let words = read_words(&Books::told().page("/?period=2021"));
    assert!(words.contains("LĐLĐ thành phố Hà Nội, tính đến hết 31/12/2021"));
    assert!(words.contains("LĐLĐ quận Khúc") && words.contains("LĐLĐ quận Lộc"));
}

#[test]
fn the_months_add_up_to_the_year_and_stand_as_a_table_too() {
    let page = Books::told().page("/?unit=ha-noi&period=2021");
    assert!(page.contains("Đoàn viên kết nạp cộng dồn năm 2021: hết tháng 12 là 6."));
    let words = read_words(&page);
    assert!(words.contains("1 0 0 2 5 5 3 1 6 4 0 6"), "{words}");
}

#[test]
fn a_grassroots_union_has_an_overview_of_its_own_under_its_managers() {
    let page = Books::told().page("/?unit=u1&period=2021");
    let words = read_words(&page);
    assert!(words.contains("CĐCS Công ty May U1, tính đến hết 31/12/2021"));
    assert!(words.contains("Không có đơn vị trực thuộc vào ngày này."));
    assert!(page.contains("<li><a href=\"/?unit=quan-k&amp;period=2021\">LĐLĐ quận Khúc</a></li>"));
}

#[test]
fn a_unit_whose_books_are_elsewhere_has_no_figures_and_says_why() {
    let words = read_words(&Books::told().page("/?unit=vcb&period=2021"));
    assert!(words.contains("× không áp dụng") && words.contains("có sổ riêng ở nơi khác"));
    assert!(!words.contains("Khớp:"));
}

#[test]
fn the_same_page_speaks_english_and_keeps_speaking_it_in_its_links() {
    let page = Books::told().page("/?unit=quan-k&period=2021-H1&lang=en");
    let words = read_words(&page);
    assert!(page.contains("<html lang=\"en\">"));
    assert!(words.contains("Overview, first half of 2021"));
    assert!(page.contains("<b lang=\"vi\">LĐLĐ quận Khúc</b>"), "a name is read as Vietnamese");
    assert!(words.contains("It balances: opening + increases − decreases = closing"));
    assert!(page.contains("/figures/members.closing?unit=quan-k&amp;period=2021-H1&amp;lang=en"));
}

#[test]
fn books_without_a_unit_say_how_to_begin() {
    let answer = Books::empty().get("/");
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.text.contains("Sổ chưa có đơn vị nào") && answer.text.contains("ketdoan demo"));
}

#[test]
fn the_name_of_a_unit_is_never_taken_for_markup() {
    let books = Books::empty();
    let name = "Công ty <script>alert(1)</script> & \"Con\"";
    books.unit("xau", name, UnitKind::Grassroots, None);
    let page = books.page("/?unit=xau&period=2021");
    assert!(
        !page.contains("<script>alert") && page.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
    );
}

#[test]
fn no_page_carries_an_inline_style_or_script() {
    let books = Books::told();
    for address in [HALF, "/figures/members.closing?unit=quan-k", "/units", "/units?q=may", "/nope"]
    {
        let page = books.get(address).text;
        assert!(!page.contains(" style="), "{address}");
        assert!(!page.contains("<style") && !page.contains(" onclick="), "{address}");
        assert_eq!(
            page.matches("<script").count(),
            page.matches("<script type=\"module\" src=\"/assets/").count(),
            "{address}"
        );
    }
}
