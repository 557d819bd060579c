//! What the address may say, and what is answered when it says what cannot be.

use axum::http::StatusCode;
use kernel::UnitKind;

use crate::books::Books;

#[test]
fn each_bad_field_is_refused_with_the_form_still_there() {
    let books = Books::told();
    for (query, sentence) in [
        ("period=2021-H3", "“2021-H3” không phải là một kỳ"),
        ("period=", "Tổng quan năm 2021"),
        ("d=31&m=6&y=2021", "Ngày 31/6/2021 không có. Tháng 6 chỉ có 30 ngày"),
        ("as_of=hom-qua", "“hom-qua” không phải là một ngày"),
        ("view=later", "Không có cách nhìn “later”"),
        ("known_at=%3Cb%3E", "“&lt;b&gt;” không phải là một thời điểm"),
        ("unit=khong-co", "Sổ không có đơn vị “khong-co”"),
        ("period=2021&as_of=2020-01-01", "Ngày 1/1/2020 ở trước kỳ năm 2021"),
        ("page=x&unit=quan-k", ""),
    ] {
        let answer = books.get(&format!("/?{query}"));
        assert!(answer.status.as_u16() < 500, "{query}");
        if answer.status != StatusCode::SEE_OTHER {
            assert!(answer.text.contains(sentence), "{query}: {}", answer.text);
            assert!(answer.text.contains("name=\"period\""), "{query}");
        }
    }
    let answer = books.get("/?period=x&view=y");
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text.contains("<title>Lỗi: Còn 2 chỗ cần sửa"));
    assert!(
        answer.text.contains("href=\"#f-period\"") && answer.text.contains("aria-invalid=\"true\"")
    );
}

#[test]
fn no_address_breaks_a_page() {
    let books = Books::told();
    for query in [
        "%",
        "&&==",
        "unit=%00%ff",
        "page=99999999999999999999",
        "page=0",
        "page=-1",
        "view=",
        "as_of=0000-00-00",
        "period=0001",
        "period=9998",
        "period=0001-01-01..9998-12-31",
        "d=1&m=1&y=1",
        "d=99&m=99&y=99999",
        "known_at=0001-01-01",
        "known_at=9999-12-31",
        "unit=%25",
        "unit=_",
        "lang=xx",
        "period=2021&as_of=9999-12-31&view=like",
        "period=9998&view=now",
    ] {
        for path in
            ["/", "/figures/members.closing", "/figures/units.founded.csv", "/units", "/units.json"]
        {
            let answer = books.get(&format!("{path}?{query}"));
            assert!(answer.status.as_u16() < 500, "{path}?{query}: {}", answer.text);
        }
    }
}

#[test]
fn a_unit_named_in_words_is_found_and_the_address_then_has_its_code() {
    let answer = Books::told().get("/?unit=quan+khuc&period=2021&d=&m=&y=&view=was&known_at=");
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.headers["location"], "/?unit=quan-k&period=2021");
}

#[test]
fn a_name_that_fits_several_units_asks_which_one() {
    let answer = Books::told().get("/?unit=cong+ty+may&period=2021");
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text.contains("Có nhiều đơn vị khớp “cong ty may”"));
    assert!(answer.text.contains("href=\"/?unit=u2&amp;period=2021\""));
}

#[test]
fn the_form_sent_back_unchanged_stays_at_its_unit_even_when_two_bear_its_name() {
    let books = Books::empty();
    for code in ["a", "b"] {
        books.unit(code, "CĐCS Trùng tên", UnitKind::Grassroots, None);
    }
    let answer = books.get("/?unit=C%C4%90CS+Tr%C3%B9ng+t%C3%AAn&at=b&period=2021&d=&m=&y=");
    assert_eq!(answer.headers["location"], "/?unit=b&period=2021");
}
