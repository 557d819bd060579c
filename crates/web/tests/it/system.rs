//! How the books are kept, through the pages: a copy made, tried and taken; the doctor asked; nobody else let in.

use axum::http::StatusCode;

use crate::asking::{get, post};
use crate::books::{Books, PASSWORD, read_words};

/// Asks for work, does it, and goes where its page leads.
fn done(books: &Books, token: &str, address: &str) -> String {
    let asked = post(books, token, address, "");
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", read_words(&asked.text));
    let progress = asked.headers["location"].to_str().unwrap().to_owned();
    let waiting = get(books, token, &progress);
    assert_eq!(
        (waiting.status, &waiting.headers["refresh"]),
        (StatusCode::OK, &"2".parse().unwrap())
    );
    assert!(domain::jobs::step(&books.app).unwrap());
    let ended = get(books, token, &progress);
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", read_words(&ended.text));
    ended.headers["location"].to_str().unwrap().to_owned()
}

#[test]
fn a_copy_is_made_tried_and_taken_by_the_administrator_of_the_whole() {
    let books = Books::told();
    let token = books.account("quantri", "administrator", "ha-noi");
    let before = read_words(&get(&books, &token, "/system").text);
    assert!(before.contains("Chưa có bản sao lưu nào") && before.contains("chưa làm"), "{before}");
    assert_eq!(done(&books, &token, "/system/backup"), "/system");
    let page = get(&books, &token, "/system");
    let words = read_words(&page.text);
    assert!(words.contains("đã đọc lại") && words.contains("SQLite"), "{words}");
    let name = page.text.split("href=\"/system/backups/").nth(1).unwrap();
    let name = name.split('"').next().unwrap().to_owned();
    let copy = format!("/system/backups/{name}");
    assert_eq!(done(&books, &token, &format!("{copy}/drill")), copy);
    let words = read_words(&get(&books, &token, &copy).text);
    assert!(words.contains("0 chỗ khác, 0 chỗ sổ không khớp"), "{words}");

    let take = format!("{copy}/take");
    let wrong = post(&books, &token, &take, "password=sai");
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(read_words(&wrong.text).contains("Mật khẩu không đúng"));
    assert!(books.noted("books.backup_taken").is_empty());
    let password: String = form_urlencoded::byte_serialize(PASSWORD.as_bytes()).collect();
    let taken = post(&books, &token, &take, &format!("password={password}"));
    assert_eq!(taken.status, StatusCode::OK, "{}", read_words(&taken.text));
    assert!(taken.text.starts_with("SQLite format 3"));
    assert!(taken.headers["content-disposition"].to_str().unwrap().contains(&name));
    assert_eq!(books.noted("books.backup_taken"), [name]);
}

#[test]
fn the_doctor_is_asked_and_what_it_says_stands_on_the_page() {
    let books = Books::told();
    let token = books.account("quantri", "administrator", "ha-noi");
    assert_eq!(done(&books, &token, "/system/examine"), "/system");
    let words = read_words(&get(&books, &token, "/system").text);
    assert!(words.contains("0 chỗ không khớp"), "{words}");
    let english = read_words(&get(&books, &token, "/system?lang=en").text);
    assert!(english.contains("Last examination") && english.contains("0 findings"), "{english}");
}

#[test]
fn a_second_copy_is_not_asked_for_while_one_is_under_way_and_no_name_leads_out_of_the_folder() {
    let books = Books::told();
    let token = books.account("quantri", "administrator", "ha-noi");
    assert_eq!(post(&books, &token, "/system/backup", "").status, StatusCode::SEE_OTHER);
    let again = post(&books, &token, "/system/backup", "");
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("already_under_way"));
    for name in
        ["..%2Fbooks.db", "sao-luu-..%2F..%2Fbooks.db", "books.db", "sao-luu-2000-01-01-X.db"]
    {
        let answer = get(&books, &token, &format!("/system/backups/{name}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
        let answer = post(&books, &token, &format!("/system/backups/{name}/take"), "password=x");
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[test]
fn an_administrator_of_one_district_keeps_no_copies_of_all() {
    let books = Books::told();
    let token = books.account("quantri", "administrator", "quan-k");
    assert_eq!(get(&books, &token, "/system").status, StatusCode::FORBIDDEN);
    for address in ["/system/backup", "/system/examine"] {
        assert_eq!(post(&books, &token, address, "").status, StatusCode::FORBIDDEN, "{address}");
    }
}
