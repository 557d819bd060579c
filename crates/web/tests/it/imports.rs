//! A list on its way into the books through the pages: sent, looked at, decided, taken in, taken back.

use axum::http::StatusCode;

use crate::asking::{get, goal, post};
use crate::books::{Answer, Books, read_words};

const LIST: &str = "DANH SÁCH ĐOÀN VIÊN\r\nTính đến ngày 31/10/2021\r\n\r\n\
    STT;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Điện thoại\r\n\
    1;Đặng Thị Loan;12/08/1992;Nữ;001192004321;0912345678\r\n\
    2;Trần Văn Nam;31/06/1990;Nam;;0912345679\r\n\
    3;Phạm Thu Hương;03/04/88;Nữ;;\r\n\
    4;Lê Quang Hùng;09/11/1979;Nam;001079004322;\r\n";

fn send(books: &Books, token: &str, address: &str, file: (&str, &[u8])) -> Answer {
    books.upload(token, address, &[("kind", "members")], file)
}

#[test]
fn a_list_of_which_nothing_goes_in_says_why_row_by_row() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let one = "STT;Họ và tên;Ngày sinh;Giới tính;Số CCCD\r\n\
        1;Đặng Thị Loan;12/08/1992;Nữ;001192004321\r\n";
    for expected in ["Đã ghi 1", "1 dòng bị từ chối: dòng 2:"] {
        let sent = send(&books, &token, "/imports?unit=u1", ("mot.csv", one.as_bytes()));
        let preview = goal(&sent);
        let id = preview.split(['/', '?']).nth(2).unwrap();
        let progress = goal(&post(&books, &token, &format!("/imports/{id}/commit"), ""));
        assert!(domain::jobs::step(&books.app).unwrap());
        let result = goal(&get(&books, &token, &progress));
        let text = read_words(&get(&books, &token, &result).text);
        assert!(text.contains(expected) && !text.contains("--dry-run"), "{text}");
    }
}

#[test]
fn a_list_is_sent_looked_at_decided_taken_in_and_taken_back() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let sent = send(&books, &token, "/imports?unit=u1", ("danh <b>sách.csv", LIST.as_bytes()));
    let preview = goal(&sent);
    let page = get(&books, &token, &preview);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let text = read_words(&page.text);
    assert!(text.contains("Đặng Thị Loan") && text.contains("Nữ · 12/8/1992"), "{text}");
    assert!(page.text.contains("danh &lt;b&gt;sách.csv") && !page.text.contains("<b>sách"));
    assert!(!page.text.contains("001192004321"), "identity numbers are not shown");
    let id = preview.split(['/', '?']).nth(2).unwrap().to_owned();
    let waits = get(&books, &token, &format!("/imports/{id}?show=waits"));
    let row = waits.text.split("name=\"take\" value=\"").nth(1).expect("a row waits");
    let row = row.split('"').next().unwrap().to_owned();
    let decided =
        post(&books, &token, &format!("/imports/{id}/rows"), &format!("take={row}&show=all"));
    assert!(goal(&decided).contains(&format!("/imports/{id}")));
    let file = get(&books, &token, &format!("/imports/{id}/refused.xlsx"));
    assert!(file.text.starts_with("PK"), "{}", file.text);
    let progress = goal(&post(&books, &token, &format!("/imports/{id}/commit"), ""));
    assert!(progress.starts_with(&format!("/jobs/{id}")));
    let waiting = get(&books, &token, &progress);
    assert_eq!(waiting.headers["refresh"], "2", "the page asks for itself again");
    assert!(waiting.text.contains("data-again=\"2\""), "behind the back of who has a script");
    assert!(domain::jobs::step(&books.app).unwrap());
    let result = goal(&get(&books, &token, &progress));
    let page = get(&books, &token, &result);
    let text = read_words(&page.text);
    assert!(text.contains("Đã ghi 3"), "{text}");
    let undo = page.text.split("name=\"import\" value=\"").nth(1).unwrap();
    let undo = undo.split('"').next().unwrap();
    let history = read_words(&get(&books, &token, "/imports?unit=u1").text);
    assert!(history.contains("Đang trong sổ"), "{history}");
    goal(&post(&books, &token, "/imports/undo?unit=u1", &format!("import={undo}")));
    let history = read_words(&get(&books, &token, "/imports?unit=u1").text);
    assert!(history.contains("Đã gỡ") && !history.contains("Đang trong sổ"), "{history}");
    let again = post(&books, &token, "/imports/undo?unit=u1", &format!("import={undo}"));
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("already_undone"));
}

#[test]
fn a_file_that_is_no_list_is_refused_on_the_page_it_was_sent_from() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    for (name, bytes, code) in [
        ("a.csv", &b"<html><table></table>"[..], ""),
        ("a.xlsx", &b"PK\x03\x04 broken"[..], ""),
        ("", &b""[..], "file_missing"),
    ] {
        let answer = send(&books, &token, "/imports?unit=u1", (name, bytes));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", answer.text);
        assert!(answer.text.contains(code) && answer.text.contains("id=\"loi\""));
    }
}

#[test]
fn nobody_sees_the_list_another_sent() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let sent = send(&books, &token, "/imports?unit=u1", ("a.csv", LIST.as_bytes()));
    let preview = goal(&sent);
    let other = books.account("lan", "head", "ha-noi");
    let answer = get(&books, &other, &preview);
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(!answer.text.contains("Loan"));
}
