//! The door: signing in and out, and what attackers try there.

use axum::http::StatusCode;

use crate::books::{Books, Knock, PASSWORD};

fn enter(books: &Books, login: &str, password: &str, next: &str) -> crate::books::Answer {
    let sent = form(&[("login", login), ("password", password), ("next", next)]);
    books.knock(&Knock { verb: "POST", address: "/sign-in", form: &sent, ..Knock::default() })
}

fn form(fields: &[(&str, &str)]) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.extend_pairs(fields);
    out.finish()
}

fn cookie(answer: &crate::books::Answer) -> String {
    answer.headers["set-cookie"].to_str().unwrap().to_owned()
}

#[test]
fn a_clerk_signs_in_and_comes_to_the_page_that_was_asked_for() {
    let books = Books::told();
    books.account("hang", "clerk", "quan-k");
    let answer = enter(&books, "hang", PASSWORD, "/units?unit=quan-k");
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.headers["location"], "/units?unit=quan-k");
    let cookie = cookie(&answer);
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.starts_with("kd=")
    );
    let token = cookie["kd=".len()..].split(';').next().unwrap().to_owned();
    let page = books.knock(&Knock { address: "/", token: Some(&token), ..Knock::default() });
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text.contains("LĐLĐ quận Khúc") && page.text.contains("Lê Thị Sổ"),
        "begins at the own post"
    );
}

#[test]
fn nobody_is_led_elsewhere_by_the_door() {
    let books = Books::told();
    books.account("hang", "clerk", "quan-k");
    for next in [
        "https://elsewhere.example",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/\t/elsewhere.example",
    ] {
        assert_eq!(enter(&books, "hang", PASSWORD, next).headers["location"], "/", "{next}");
    }
}

#[test]
fn a_token_planted_before_is_worth_nothing_after() {
    let books = Books::told();
    books.account("hang", "clerk", "quan-k");
    let planted = "a".repeat(64);
    let sent = form(&[("login", "hang"), ("password", PASSWORD)]);
    let knock = Knock {
        verb: "POST",
        address: "/sign-in",
        form: &sent,
        token: Some(&planted),
        ..Knock::default()
    };
    let answer = books.knock(&knock);
    assert!(!cookie(&answer).contains(&planted), "a new token is made");
    let page = books.knock(&Knock { address: "/", token: Some(&planted), ..Knock::default() });
    assert_eq!(page.status, StatusCode::SEE_OTHER, "the planted one opens nothing");
}

#[test]
fn a_wrong_password_is_told_kindly_and_after_some_tries_one_must_wait() {
    let books = Books::told();
    books.account("hang", "clerk", "quan-k");
    for _ in 0..5 {
        let answer = enter(&books, "hang", "không phải thế", "");
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert!(answer.text.contains("value=\"hang\"") && !answer.text.contains("không phải thế"));
    }
    assert_eq!(enter(&books, "hang", PASSWORD, "").status, StatusCode::TOO_MANY_REQUESTS);
}

#[test]
fn what_is_typed_is_never_markup() {
    let books = Books::told();
    let answer = enter(&books, "<script>alert(1)</script>", "\"><img src=x>", "/\"><script>");
    assert!(!answer.text.contains("<script>alert") && !answer.text.contains("<img src=x"));
}

#[test]
fn a_link_sets_a_password_once() {
    let books = Books::told();
    let link = books.link("hang", "clerk", "quan-k");
    let address = format!("/link/{link}");
    let page = books.knock(&Knock { address: &address, ..Knock::default() });
    assert!(page.text.contains("Lê Thị Sổ"), "{}", page.text);
    let set = |password: &str| {
        let sent = form(&[("password", password)]);
        books
            .knock(&Knock { verb: "POST", address: &address, form: &sent, ..Knock::default() })
            .status
    };
    assert_eq!(set("ngắn"), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(set(PASSWORD), StatusCode::SEE_OTHER);
    assert_eq!(set(PASSWORD), StatusCode::GONE);
}

#[test]
fn who_signs_out_is_out() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let knock =
        Knock { verb: "POST", address: "/sign-out", token: Some(&token), ..Knock::default() };
    assert!(cookie(&books.knock(&knock)).contains("Max-Age=0"));
    let page = books.knock(&Knock { address: "/", token: Some(&token), ..Knock::default() });
    assert_eq!(page.status, StatusCode::SEE_OTHER);
}

#[test]
fn the_first_account_is_opened_by_the_link_the_program_prints() {
    let books = Books::empty();
    let link = domain::accounts::first_link(&books.app).unwrap().unwrap();
    let address = format!("/first/{link}");
    let sent = form(&[("name", "Trần Văn Chủ"), ("login", "chu"), ("password", PASSWORD)]);
    let knock = Knock { verb: "POST", address: &address, form: &sent, ..Knock::default() };
    assert_eq!(books.knock(&knock).status, StatusCode::SEE_OTHER);
    assert_eq!(books.knock(&knock).status, StatusCode::GONE);
    assert_eq!(enter(&books, "chu", PASSWORD, "").status, StatusCode::SEE_OTHER);
}
