//! The way back from a figure, on the page and as a file.

use axum::http::StatusCode;
use domain::memberships::EventKind;
use kernel::UnitKind;

use crate::books::{Books, read_words};

#[test]
fn a_figure_leads_to_names_units_papers_and_recorders() {
    let page = Books::told().page("/figures/members.admitted?unit=quan-k&period=2021-H1");
    let words = read_words(&page);
    for expected in [
        "Số này từ đâu ra",
        "6 5 = 120% → 120%",
        "Người được kết nạp trong kỳ theo ngày hiệu lực",
        "Cộng các dòng: 6, đúng bằng con số.",
        "Nguyễn Thị An CĐCS Công ty May U1",
        "7/QĐ-CĐ ngày 10/2/2021",
        "ghi sổ 09:00 ngày 10/2/2021, Phạm Văn Sổ",
        "2 văn bản được nêu",
    ] {
        assert!(words.contains(expected), "{expected}\n{words}");
    }
}

#[test]
fn the_same_figure_stands_in_its_three_views() {
    let words =
        read_words(&Books::told().page("/figures/members.closing?unit=quan-k&period=2021-H1"));
    let views = words.rsplit("Ba cách nhìn tổ chức").next().unwrap();
    assert!(views.contains("chính ngày ấy 32 Theo tổ chức hôm nay"), "{views}");
}

#[test]
fn on_later_pages_the_other_views_wait_until_they_are_asked_for() {
    let books = Books::told();
    let address = "/figures/members.closing?unit=quan-k&period=2021-H1&page=2";
    let waiting = books.page(address);
    assert_eq!(waiting.matches("Tính cách nhìn này").count(), 2);
    assert!(waiting.contains("?unit=quan-k&amp;period=2021-H1&amp;views=all"));
    assert!(!books.page(&format!("{address}&views=all")).contains("Tính cách nhìn này"));
}

#[test]
fn each_figure_of_the_books_adds_up_from_its_lines() {
    let books = Books::told();
    for scope in ["ha-noi", "quan-k", "quan-l", "u1"] {
        for indicator in domain::figures::INDICATORS {
            let code = indicator.code;
            let page = books.page(&format!("/figures/{code}?unit={scope}&period=2021"));
            let says_so =
                page.contains("đúng bằng con số") || page.contains("Không có bút toán nào");
            assert!(says_so, "{scope} {code}");
        }
    }
}

#[test]
fn each_cell_of_the_table_by_block_leads_to_lines_that_add_up_to_it() {
    let books = Books::told();
    let page = books.page("/?unit=quan-k&period=2021-H1");
    let table = page.split("id=\"khoi\"").nth(1).unwrap().split("</tbody>").next().unwrap();
    let cells: Vec<(&str, &str)> = table
        .split("<a class=\"fig\" href=\"")
        .skip(1)
        .filter_map(|rest| rest.split("</a>").next()?.split_once("\">"))
        .collect();
    assert_eq!(cells.iter().map(|(_, value)| *value).collect::<Vec<_>>(), ["1", "32", "6"]);
    for (address, value) in cells {
        assert!(address.ends_with("&amp;block=dn_ngoai_nn"), "{address}");
        let words = read_words(&books.page(&address.replace("&amp;", "&")));
        assert!(words.contains(&format!("Cộng các dòng: {value}, đúng bằng con số.")), "{words}");
        assert!(words.contains("Chỉ tính: Doanh nghiệp ngoài nhà nước."), "{words}");
    }
}

#[test]
fn a_part_of_the_scope_is_not_measured_against_its_target_and_says_why() {
    let books = Books::told();
    for part in ["view=now", "block=dn_ngoai_nn"] {
        let address = format!("/?unit=quan-k&period=2021-H1&{part}");
        let words = read_words(&books.page(&address));
        assert!(words.contains("Không so với chỉ tiêu ở đây. Chỉ tiêu giao cho"), "{words}");
        assert!(!words.contains("120%"), "{words}");
    }
}

#[test]
fn a_long_list_is_turned_by_links_a_hundred_lines_at_a_time() {
    let books = Books::empty();
    let h = books.unit("ha-noi", "LĐLĐ thành phố Hà Nội", UnitKind::Province, None);
    let u = books.unit("u", "CĐCS Công ty Dài", UnitKind::Grassroots, Some(h));
    books.people(u, "2020-12-31", 230, EventKind::BroughtForward);
    let address = "/figures/members.closing?unit=ha-noi&period=2021";
    let first = books.page(address);
    assert!(first.contains("dòng 1–100 trong 230"));
    let next = "href=\"/figures/members.closing?unit=ha-noi&amp;period=2021&amp;page=2#but-toan\"";
    assert!(first.contains(&format!("rel=\"next\" {next}")));
    let last = books.page(&format!("{address}&page=3"));
    assert!(last.contains("dòng 201–230 trong 230") && !last.contains("rel=\"next\""));
    assert!(books.page(&format!("{address}&page=4")).contains("Không còn dòng nào"));
    assert_eq!(
        first.matches("<th scope=\"row\">").count() - last.matches("<th scope=\"row\">").count(),
        70
    );
}

#[test]
fn the_whole_list_comes_as_a_file_a_spreadsheet_opens() {
    let answer = Books::told().get("/figures/members.admitted.csv?unit=quan-k&period=2021-H1");
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let name = "attachment; filename=\"members.admitted_quan-k_2021-H1.csv\"";
    assert_eq!(answer.headers["content-disposition"], name);
    assert_eq!(answer.text.lines().count(), 7);
    assert!(answer.text.contains("\"Nguyễn Thị An\",\"Kết nạp\",1,\"7/QĐ-CĐ ngày 10/2/2021\""));
}

#[test]
fn an_indicator_that_is_not_there_is_named_in_a_page_of_404() {
    let books = Books::told();
    for address in ["/figures/members.happy?unit=quan-k", "/figures/x.csv", "/figures/%3Cb%3E"] {
        let answer = books.get(address);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.text.contains("[unknown_indicator]") && !answer.text.contains("<b></"));
    }
}
