//! The box for everything: people and units, each within reach, and the language a reader chose.

use crate::books::{Books, Knock, read_words};

fn ask(books: &Books, token: &str, address: &str) -> String {
    books.knock(&Knock { address, token: Some(token), ..Knock::default() }).text
}

#[test]
fn people_within_reach_and_units_anywhere_are_found_without_marks() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-l");
    let head = books.account("quan", "administrator", "ha-noi");
    let of_head = read_words(&ask(&books, &head, "/find?q=hoang+thi"));
    assert!(of_head.contains("Hoàng Thị"), "{of_head}");
    let of_clerk = read_words(&ask(&books, &clerk, "/find?q=hoang+thi"));
    assert!(of_clerk.contains("Không có ai trong phạm vi của bạn khớp"), "{of_clerk}");
    assert!(read_words(&ask(&books, &clerk, "/find?q=quan+khuc")).contains("LĐLĐ quận Khúc"));
}

#[test]
fn who_may_see_no_names_is_told_so_and_what_is_typed_is_no_markup() {
    let books = Books::told();
    let reader = books.account("xem", "reader", "quan-k");
    let page = ask(&books, &reader, "/find?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assert!(read_words(&page).contains("Chức vụ của bạn không xem được tên đoàn viên"));
    assert!(!page.contains("<script>alert"));
}

#[test]
fn a_language_is_remembered_once_chosen() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let knock = Knock { address: "/?lang=en", token: Some(&token), ..Knock::default() };
    let answer = books.knock(&knock);
    assert!(answer.headers["set-cookie"].to_str().unwrap().starts_with("kd_lang=en;"));
    let english =
        Knock { address: "/", language: Some("en"), token: Some(&token), ..Knock::default() };
    assert!(books.knock(&english).text.contains("<html lang=\"en\""));
    assert!(ask(&books, &token, "/").contains("<html lang=\"vi\""));
}
