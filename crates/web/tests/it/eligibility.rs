//! Awards and eligibility on the web: the catalogue on a day, a person's answer with its records, candidates of a unit.

use axum::http::StatusCode;

use crate::asking::get;
use crate::books::{Answer, Books, Knock, read_words};

fn post(books: &Books, token: &str, form: &str) -> Answer {
    let address = "/members/{k}/eligibility";
    books.knock(&Knock { verb: "POST", address, form, token: Some(token), ..Knock::default() })
}

#[test]
fn the_catalogue_shows_what_could_be_awarded_on_a_day_with_sources_and_marks() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let page = get(&books, &token, "/awards?on=13/8/2019");
    let words = read_words(&page.text);
    assert!(words.contains("Công đoàn cơ sở vững mạnh"), "{words}");
    assert!(words.contains("mục II, 149/HD-TLĐ ngày 04/02/2015"), "{words}");
    assert!(words.contains("theo nguồn khác thuật lại") && words.contains("đã đọc văn bản"));
    let later = read_words(&get(&books, &token, "/awards?on=2021-06-01").text);
    assert!(
        later.contains("hoàn thành xuất sắc nhiệm vụ")
            && !later.contains("Công đoàn cơ sở vững mạnh"),
        "{later}"
    );
    let wrong = get(&books, &token, "/awards?on=mai");
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("bad_day"));
}

#[test]
fn an_award_tells_its_versions_its_money_and_the_name_that_does_not_exist() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let words = read_words(&get(&books, &token, "/awards/tld.ky_niem_chuong?on=28/7/2026").text);
    assert!(words.contains("Vì sự nghiệp phát triển Công đoàn Việt Nam"), "{words}");
    assert!(words.contains("nhiều nhất 1.520.000 đồng"), "{words}");
    assert!(words.contains("Chưa được tặng Kỷ niệm chương: chỉ tặng một lần"));
    let merit = read_words(&get(&books, &token, "/awards/tld.bang_khen?on=1/6/2024").text);
    assert!(merit.contains("chưa kiểm chứng, không dùng để xét"), "{merit}");
    assert!(get(&books, &token, "/awards/tld.khong_co").text.contains("unknown_award"));
}

#[test]
fn a_clerk_records_service_and_reads_why_and_withdraws_it_again() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let address = "/members/{k}/eligibility?award=tld.ky_niem_chuong";
    let before = read_words(&get(&books, &token, address).text);
    assert!(before.contains("Cần minh chứng") && before.contains("Chưa ghi gì"), "{before}");
    let form = "what=service.khong_chuyen_trach_ngoai_nha_nuoc&title=U%3Cb%3E&from-d=1&from-m=1&from-y=2011&\
                last-d=&last-m=&last-y=";
    assert_eq!(post(&books, &token, form).status, StatusCode::SEE_OTHER);
    let page = get(&books, &token, address);
    assert!(!page.text.contains("U<b>"), "what was typed is escaped");
    let words = read_words(&page.text);
    // 11 years of ×2 to 31/12/2021.
    assert!(words.contains("264 tháng quy đổi, tức 22 năm 0 tháng"), "{words}");
    let record = page.text.split("name=\"withdraw\" value=\"").nth(1).unwrap();
    let record = record.split('"').next().unwrap();
    assert_eq!(post(&books, &token, &format!("withdraw={record}")).status, StatusCode::SEE_OTHER);
    assert!(post(&books, &token, &format!("withdraw={record}")).text.contains("unknown_record"));
    let after = read_words(&get(&books, &token, address).text);
    assert!(after.contains("Chưa ghi gì"), "{after}");
}

#[test]
fn what_cannot_be_recorded_is_shown_again_with_what_was_typed() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    for (form, code) in [
        ("what=&from-d=1&from-m=1&from-y=2011", "unknown_kind"),
        ("what=service.khong_co&from-d=1&from-m=1&from-y=2011", "unknown_kind"),
        ("what=service.chuyen_trach&title=giu-lai", "bad_record_day"),
        ("what=service.chuyen_trach&from-d=31&from-m=6&from-y=2011&title=giu-lai", "bad_day"),
        (
            "what=service.chuyen_trach&from-d=1&from-m=6&from-y=2011&last-d=1&last-m=5&last-y=2011",
            "days_reversed",
        ),
    ] {
        let answer = post(&books, &token, form);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(answer.text.contains(code), "{form}");
        if form.contains("giu-lai") {
            assert!(answer.text.contains("value=\"giu-lai\""), "{form}");
        }
    }
}

#[test]
fn candidates_of_a_unit_are_listed_by_outcome_and_led_to_their_pages() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let address = "/awards/eligibility?unit=quan-k&award=tld.ky_niem_chuong";
    assert!(read_words(&get(&books, &token, address).text).contains("Chưa có ai có hồ sơ"));
    post(&books, &token, "what=service.chuyen_trach&from-d=1&from-m=1&from-y=2010");
    let page = get(&books, &token, address);
    let words = read_words(&page.text);
    assert!(words.contains("1 người đã có hồ sơ") && words.contains("Cần minh chứng 1"), "{words}");
    assert!(page.text.contains("/eligibility?"), "the way to the person's page");
}
