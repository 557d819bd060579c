//! Members: lists and the files made of them.

use axum::http::StatusCode;
use domain::memberships::EventKind;

use crate::books::{Books, Knock, read_words};

fn knock(books: &Books, token: &str, address: &str) -> String {
    let answer = books.knock(&Knock { address, token: Some(token), ..Knock::default() });
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    answer.text
}

#[test]
fn a_list_shows_the_members_of_the_unit_in_the_order_of_given_names() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let page = knock(&books, &token, "/members");
    let words = read_words(&page);
    assert!(words.contains("LĐLĐ quận Khúc, hôm nay, 31/12/2021: 32 đoàn viên"), "{words}");
    assert!(words.contains("32 người · xếp theo tên gọi"), "{words}");
    let first = page.find("<b>An</b>").unwrap();
    assert!(first < page.find("<b>Yến</b>").unwrap());
}

#[test]
fn a_list_is_narrowed_by_typing_and_by_conditions_that_can_be_dropped() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let page = knock(&books, &token, "/members?q=nguyen+thi&sex=nu&col=job");
    let words = read_words(&page);
    assert!(words.contains("Đang lọc: Chữ: nguyen thi"), "{words}");
    assert!(page.contains("href=\"/members?q=nguyen+thi&amp;col=job\""), "{page}");
    assert!(
        words.contains("Họ và tên Công việc Nguyễn Thị An"),
        "the column that was chosen: {words}"
    );
    let none = read_words(&knock(&books, &token, "/members?q=khongco"));
    assert!(none.contains("Không ai khớp điều kiện này"), "{none}");
    let typed = knock(&books, &token, "/members?q=%3Cscript%3Ealert(1)%3C/script%3E");
    assert!(!typed.contains("<script>alert"), "{typed}");
}

#[test]
fn a_list_of_more_than_a_page_is_turned_to_its_end() {
    let books = Books::told();
    let unit = domain::units::scope_of_code(&books.app, &kernel::Actor::operator("x"), "u1");
    books.people(unit.unwrap(), "2021-06-03", 60, EventKind::Admitted);
    let token = books.account("hang", "clerk", "quan-k");
    let mut address = "/members".to_owned();
    let mut rows = 0;
    for _ in 0..5 {
        let page = knock(&books, &token, &address);
        rows += page.matches("<tr><th scope=\"row\">").count();
        let Some((_, rest)) = page.split_once("rel=\"next\" href=\"") else { break };
        address = rest.split('"').next().unwrap().replace("&amp;", "&");
    }
    assert_eq!(rows, 92);
}

#[test]
fn a_list_is_taken_out_as_a_file_without_formulas_and_that_is_noted() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let text = knock(&books, &token, "/members/list.csv?sex=nu");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].contains("STT;Họ và tên;Ngày sinh;Giới;Đơn vị"), "{}", lines[0]);
    assert!(lines[1].starts_with("1;") && lines[1].contains(";Nữ;"), "{}", lines[1]);
    assert!(lines.iter().skip(1).all(|line| line.contains(";Nữ;")));
    let sheet = knock(&books, &token, "/members/list.xlsx");
    assert!(sheet.starts_with("PK"));
}
