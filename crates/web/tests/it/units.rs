//! Finding units.

use crate::asking::get;
use crate::books::{Books, read_words};

#[test]
fn a_unit_is_found_with_and_without_marks() {
    let books = Books::told();
    for typed in ["qu%E1%BA%ADn+L%E1%BB%99c", "quan+loc", "LOC"] {
        let page = books.page(&format!("/units?q={typed}&period=2021-H1"));
        assert!(
            page.contains("<a href=\"/units/quan-l?period=2021-H1\">LĐLĐ quận Lộc</a>"),
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
fn the_kind_of_a_unit_is_told_in_the_language_of_the_reader() {
    let books = Books::told();
    for address in
        ["/units.json?q=may&lang=en", "/units?q=may&lang=en", "/units?unit=quan-k&lang=en"]
    {
        let text = books.get(address).text;
        assert!(
            text.contains("Grassroots union") && !text.contains("Công đoàn cơ sở"),
            "{address}"
        );
    }
    assert!(books.get("/units.json?q=may").text.contains("Công đoàn cơ sở"));
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

#[test]
fn a_level_of_the_tree_leads_down_and_up_and_is_narrowed_by_links() {
    let books = Books::told();
    let page = books.page("/units?unit=ha-noi&period=2021");
    assert!(page.contains("href=\"/units?unit=quan-k&amp;period=2021\""), "the way down");
    let below = books.page("/units?unit=quan-k&period=2021-Q1");
    assert!(below.contains("href=\"/units?unit=ha-noi&amp;period=2021-Q1\""), "the way up");
    let words = |address: &str| read_words(&books.page(address));
    let all = words("/units?unit=ha-noi&period=2021-Q1&deep=1");
    assert!(all.contains("Mọi cấp dưới LĐLĐ thành phố Hà Nội"), "{all}");
    assert!(all.contains("CĐCS Công ty May U1 Công đoàn cơ sở LĐLĐ quận Khúc u1"), "{all}");
    assert!(all.contains("5 đơn vị trên trang này"), "{all}");
    let only = words("/units?unit=ha-noi&period=2021-Q1&deep=1&kind=quan");
    assert!(only.contains("LĐLĐ quận Lộc") && !only.contains("May U1"), "{only}");
    let none = words("/units?unit=quan-k&period=2021-Q1&empty=1");
    assert!(none.contains("Không có đơn vị nào khớp bộ lọc"), "{none}");
}

#[test]
fn the_list_is_given_as_a_file_and_the_giving_is_noted() {
    let books = Books::told();
    let token = books.account("thu.ke", "clerk", "quan-k");
    let ask = |address: &str| {
        books.knock(&crate::books::Knock { address, token: Some(&token), ..Default::default() })
    };
    let csv = ask("/units.csv?unit=quan-k&period=2021-Q1");
    assert_eq!(csv.headers["content-disposition"], "attachment; filename=\"don-vi_quan-k.csv\"");
    let line = "u1;CĐCS Công ty May U1;Công đoàn cơ sở;LĐLĐ quận Khúc;31/12/2020;;34;1;5\r\n";
    assert!(csv.text.contains(line), "{}", csv.text);
    assert_eq!(csv.text.lines().count(), 4);
    let xlsx = ask("/units.xlsx?unit=quan-k&period=2021-Q1");
    assert!(xlsx.text.starts_with("PK"), "a workbook");
    let noted = books.noted("units.export");
    assert_eq!(noted.len(), 2);
    assert!(noted.iter().all(|detail| detail == "3 đơn vị"), "{noted:?}");
}

#[test]
fn a_superior_out_of_reach_is_named_and_is_no_door() {
    let books = Books::told();
    let (clerk, head) =
        (books.account("hang", "clerk", "quan-k"), books.account("kiem", "auditor", "ha-noi"));
    let above = "LĐLĐ thành phố Hà Nội";
    for path in ["/", "/units", "/figures/members.closing", "/compare", "/figures/ages"] {
        let address = format!("{path}?unit=quan-k&period=2021-H1");
        let of_clerk = get(&books, &clerk, &address).text;
        assert!(read_words(&of_clerk).contains(above), "{path}");
        assert!(!of_clerk.contains("href=\"/?unit=ha-noi"), "{path}");
        assert!(!of_clerk.contains("href=\"/units?unit=ha-noi"), "{path}");
        let of_head = get(&books, &head, &address).text;
        assert!(of_head.contains("unit=ha-noi"), "{path}");
    }
    let record = get(&books, &clerk, "/units/quan-k").text;
    let crumbs = record.split("class=\"crumbs\"").nth(1).unwrap();
    let crumbs = crumbs.split("</nav>").next().unwrap();
    assert!(crumbs.contains(above) && !crumbs.contains("<a"), "{crumbs}");
}
