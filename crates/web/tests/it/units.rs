//! Finding units.

use crate::books::{Books, read_words};

#[test]
fn a_unit_is_found_with_and_without_marks() {
    let books = Books::told();
    for typed in ["qu%E1%BA%ADn+L%E1%BB%99c", "quan+loc", "LOC"] {
        let page = books.page(&format!("/units?q={typed}&period=2021-H1"));
        assert!(
            page.contains("<a href=\"/?unit=quan-l&amp;period=2021-H1\">LĐLĐ quận Lộc</a>"),
            "{typed}"
        );
    }
    assert!(books.page("/units?q=khongcodau").contains("Không có đơn vị nào khớp “khongcodau”"));
}

#[test]
fn without_words_the_units_directly_below_are_listed_as_of_the_day() {
    let books = Books::told();
    let words = read_words(&books.page("/units?unit=quan-k&period=2021-Q1"));
    assert!(words.contains("Đơn vị trực thuộc LĐLĐ quận Khúc 3 đơn vị trực tiếp, ngày 31/3/2021"));
    assert!(
        read_words(&books.page("/units?unit=quan-k&period=2021")).contains("1 đơn vị trực tiếp")
    );
}

#[test]
fn the_search_box_gets_at_most_eight_units() {
    let answer = Books::told().get("/units.json?q=cdcs");
    assert_eq!(answer.headers["content-type"], "application/json");
    assert!(answer.text.starts_with('[') && answer.text.contains("\"code\":\"u1\""));
}

#[test]
fn each_unit_below_stands_with_its_figures_and_each_unit_found_with_its_manager() {
    let books = Books::told();
    let page = books.page("/units?unit=ha-noi&period=2021-H1");
    let words = read_words(&page);
    assert!(words.contains("LĐLĐ quận Khúc LĐLĐ quận, huyện quan-k 32 1 6"), "{words}");
    assert!(
        page.contains("href=\"/figures/members.closing?unit=quan-k&amp;period=2021-H1\">32</a>")
    );
    let found = read_words(&books.page("/units?q=may"));
    assert!(found.contains("CĐCS Công ty May U1 Công đoàn cơ sở LĐLĐ quận Khúc u1"), "{found}");
    let overview = read_words(&books.page("/?unit=quan-k&period=2021-H1"));
    assert!(overview.contains("CĐCS Công ty May U1 32 đoàn viên"), "{overview}");
}
