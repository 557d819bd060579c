//! Activities on the web: written, listed, opened, corrected, withdrawn; who owes what; nothing out of reach.

use axum::http::StatusCode;
use domain::activities::{NewActivity, record};
use domain::units::scope_of_code;
use kernel::{Actor, Id};

use crate::asking::{get, post};
use crate::books::{Books, Knock, day, read_words};

fn id(books: &Books, code: &str) -> Id {
    scope_of_code(&books.app, &Actor::operator("thử"), code).unwrap()
}

fn class(books: &Books, unit: &str, title: &str) -> Id {
    let new = NewActivity::new("classes", "held", id(books, unit), day("2021-05-10"));
    let new = new.text("for_whom", "chairs").count("days", 1).count("attendances", 41);
    let new = NewActivity { title: title.to_owned(), ..new };
    record(&books.app, &Actor::operator("thử"), &new).unwrap()
}

const NEW: &str = "/activities/conferences/new?unit=u1&form=workers&period=2021";
const FILLED: &str = "unit=u1&form=workers&on-d=12&on-m=11&on-y=2021&v-summoned=30&v-present=28";

#[test]
fn a_chair_records_the_conference_of_the_own_union_and_finds_it_in_the_list_and_the_figures() {
    let books = Books::told();
    let token = books.account("hoa", "chair", "u1");
    let form = get(&books, &token, NEW);
    assert_eq!(form.status, StatusCode::OK, "{}", form.text);
    let answer = post(&books, &token, NEW, FILLED);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let to = answer.headers["location"].to_str().unwrap().to_owned();
    let page = read_words(&get(&books, &token, &to).text);
    assert!(page.contains("Hội nghị người lao động") && page.contains("12/11/2021"), "{page}");
    let list = get(&books, &token, "/activities/conferences?unit=u1&period=2021");
    let words = read_words(&list.text);
    assert!(words.contains("1 bản ghi") && words.contains("12/11/2021"), "{words}");
    let hub = read_words(&get(&books, &token, "/activities?unit=u1&period=2021").text);
    assert!(hub.contains("tổ chức hội nghị người lao động"), "{hub}");
    let again = post(&books, &token, NEW, FILLED);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("already_held") && again.text.contains("value=\"28\""));
}

#[test]
fn a_field_that_cannot_be_read_is_named_and_what_was_typed_stays_and_is_escaped() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let wrong = FILLED.replace("v-present=28", "v-present=nhi%E1%BB%81u");
    let answer = post(&books, &token, NEW, &format!("{wrong}&title=%3Cb%3Ex"));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("bad_number") && answer.text.contains("value=\"nhiều\""));
    assert!(answer.text.contains("&lt;b&gt;x") && !answer.text.contains("<b>x"));
    let unit = post(&books, &token, NEW, &FILLED.replace("unit=u1", "unit=zzz"));
    assert!(unit.text.contains("unknown_unit"), "{}", unit.text);
}

#[test]
fn a_record_is_corrected_and_withdrawn_and_whoever_saw_an_old_version_is_told() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let record = class(&books, "quan-k", "Lớp chủ tịch");
    let at = format!("/activities/classes/{record}");
    let form = get(&books, &token, &format!("{at}/correct"));
    assert!(form.text.contains("value=\"41\""), "{}", form.text);
    let seen = form.text.split("name=\"seen\" value=\"").nth(1).unwrap();
    let seen = seen.split('"').next().unwrap();
    let filled =
        format!("seen={seen}&on-d=10&on-m=5&on-y=2021&v-for_whom=chairs&v-days=1&v-attendances=39");
    let answer = post(&books, &token, &format!("{at}/correct"), &filled);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let page = read_words(&get(&books, &token, &at).text);
    assert!(page.contains("39") && page.contains("đã sửa 1 lần"), "{page}");
    let stale = post(&books, &token, &format!("{at}/correct"), &filled);
    assert!(stale.text.contains("changed_meanwhile"));
    let without = post(&books, &token, &format!("{at}/withdraw"), "");
    assert!(without.text.contains("reason_missing"));
    let answer = post(&books, &token, &format!("{at}/withdraw"), "reason=Ghi+tr%C3%B9ng");
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(get(&books, &token, &at).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_record_of_another_district_is_neither_shown_nor_changed_by_its_number() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let record = class(&books, "quan-l", "Lớp của quận Lộc");
    let at = format!("/activities/classes/{record}");
    for (verb, path) in
        [("GET", ""), ("GET", "/correct"), ("POST", "/correct"), ("POST", "/withdraw")]
    {
        let address = format!("{at}{path}");
        let knock = Knock {
            verb,
            address: &address,
            form: "reason=x",
            token: Some(&token),
            ..Knock::default()
        };
        let answer = books.knock(&knock);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{verb} {address}");
        assert!(!answer.text.contains("Lớp của quận Lộc"));
    }
    let elsewhere = FILLED.replace("unit=u1", "unit=quan-l");
    assert_eq!(post(&books, &token, NEW, &elsewhere).status, StatusCode::FORBIDDEN);
}

#[test]
fn pasted_lines_are_looked_at_before_the_good_ones_are_written() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let at = "/activities/conferences/import?unit=quan-k&period=2021";
    let lines = "lines=M%C3%A3+%C4%91%C6%A1n+v%E1%BB%8B%09Lo%E1%BA%A1i%09Ng%C3%A0y%0Au1%09workers%0912%2F11%2F2021%0Azz%09workers%0912%2F11%2F2021";
    let seen = read_words(&post(&books, &token, at, lines).text);
    assert!(seen.contains("1 dòng ghi được, 1 dòng không"), "{seen}");
    let list = "/activities/conferences?unit=quan-k&period=2021";
    assert!(read_words(&get(&books, &token, list).text).contains("0 bản ghi"));
    let written = post(&books, &token, at, &format!("{lines}&step=write"));
    assert_eq!(written.status, StatusCode::UNPROCESSABLE_ENTITY, "one line came back");
    assert!(written.text.contains("unknown_unit") || written.text.contains("some_lines_refused"));
    assert!(read_words(&get(&books, &token, list).text).contains("1 bản ghi"));
    let bad = post(&books, &token, at, "lines=x");
    assert!(bad.text.contains("headings_missing"));
}

#[test]
fn an_obligation_opens_as_a_list_of_units_that_says_who_is_late_and_why() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let all = read_words(&get(&books, &token, "/obligations?unit=quan-k&period=2021").text);
    assert!(all.contains("Đối thoại định kỳ"), "{all}");
    assert!(all.contains("Chưa có quy định đọc được cho năm này"), "{all}");
    let list = get(&books, &token, "/obligations/dialogues?unit=quan-k&period=2021");
    let words = read_words(&list.text);
    assert!(words.contains("Bộ luật Lao động") && words.contains("31/12/2021"), "{words}");
    assert!(words.contains("May U1"), "{words}");
    let whose = "<span class=\"vh\">: <span lang=\"vi\">CĐCS Công ty May U1</span></span></a>";
    assert!(list.text.contains(whose), "a way to record says for whom: {}", list.text);
    let missing = get(&books, &token, "/obligations/x?unit=quan-k");
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[test]
fn a_stated_count_stands_beside_the_figure_of_the_register() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    class(&books, "quan-k", "Lớp chủ tịch");
    let at = "/activities/stated?unit=quan-k&period=2021";
    let form = "indicator=classes.held.own&value=3&reason=Hai+l%E1%BB%9Bp+ch%C6%B0a+c%C3%B3+danh+s%C3%A1ch";
    assert_eq!(post(&books, &token, at, form).status, StatusCode::SEE_OTHER);
    let hub = read_words(&get(&books, &token, "/activities?unit=quan-k&period=2021").text);
    assert!(
        hub.contains("đơn vị tự tổng hợp 3") && hub.contains("Hai lớp chưa có danh sách"),
        "{hub}"
    );
    let wrong = post(&books, &token, at, "indicator=classes.held.own&value=3");
    assert!(wrong.text.contains("reason_missing"));
}
