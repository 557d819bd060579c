//! A text checked on the web: its claims are marked where they stand, and nothing typed becomes a part of the page.

use axum::http::StatusCode;

use crate::books::{Books, Knock, read_words};

const TEXT: &str = "pasted=Th%C3%A0nh+l%E1%BA%ADp+21%2F27+C%C4%90CS%2C+%C4%91%E1%BA%A1t+87%2C5%25%3B+nhi%E1%BB%87m+k%E1%BB%B3+2028-2023.+%3Cb%3EX%3C%2Fb%3E";

fn send(books: &Books, form: &str) -> crate::books::Answer {
    let token = books.account("doc", "reader", "quan-k");
    books.knock(&Knock {
        verb: "POST",
        address: "/check?unit=quan-k",
        form,
        token: Some(&token),
        ..Knock::default()
    })
}

#[test]
fn what_does_not_hold_is_marked_at_its_place_with_what_it_should_say() {
    let books = Books::told();
    let answer = send(&books, TEXT);
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let page = &answer.text;
    assert!(page.contains("<mark class=\"bad\" id=\"t1\">21/27 CĐCS, đạt 87,5%"), "{page}");
    assert!(!page.contains("<b>X</b>"), "{page}");
    let words = read_words(page);
    assert!(words.contains("nên viết 77,78%") && words.contains("21/27 là 77,78%"), "{words}");
    assert!(words.contains("2023–2028") && words.contains("Không thể có"), "{words}");
    assert!(page.contains("href=\"#t1\"") && page.contains("id=\"l1\""));
}

#[test]
fn an_empty_text_is_refused_and_the_page_says_so_in_english_too() {
    let books = Books::told();
    let answer = send(&books, "pasted=++");
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("text_missing"), "{}", answer.text);
    let token = books.account("enlan", "reader", "quan-k");
    let page =
        books.knock(&Knock { address: "/check?lang=en", token: Some(&token), ..Knock::default() });
    assert!(read_words(&page.text).contains("The text to check"), "{}", page.text);
}

#[test]
fn a_count_the_books_name_is_compared_with_those_of_the_unit_and_period_of_the_bar() {
    let books = Books::told();
    let token = books.account("sosach", "reader", "quan-k");
    let form = "pasted=Qu%E1%BA%ADn+k%E1%BA%BFt+n%E1%BA%A1p+6%2F5+%C4%91o%C3%A0n+vi%C3%AAn%2C+%C4%91%E1%BA%A1t+120%25.";
    let send = |address: &str| {
        let knock = Knock { verb: "POST", address, form, token: Some(&token), ..Knock::default() };
        read_words(&books.knock(&knock).text)
    };
    let words = send("/check?unit=quan-k&period=2021-H1");
    assert!(words.contains("khớp sổ Kết nạp đoàn viên: 6 /5"), "{words}");
    assert!(words.contains("Khớp sổ 1/1"), "{words}");
    let words = send("/check?unit=quan-k&period=2020");
    assert!(words.contains("sổ ghi Kết nạp đoàn viên: 0"), "{words}");
}
