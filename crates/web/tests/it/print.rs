//! Pages put on paper: noted of whom, of what; then shown ready.

use axum::http::StatusCode;

use crate::books::{Books, Knock, read_words};

#[test]
fn a_print_is_noted_and_leads_to_the_page_with_everything_asked() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    for (address, form, to) in [
        (
            "/print/figures?unit=quan-k&period=2021-H1",
            "page=%2F",
            "/?unit=quan-k&period=2021-H1&print=1",
        ),
        ("/print/figures?unit=quan-k", "page=https%3A%2F%2Fx", "/?unit=quan-k&print=1"),
        ("/print/figures?unit=quan-k", "page=%2Fcompare", "/compare?unit=quan-k&print=1"),
        ("/print/members?unit=quan-k&sex=nu", "", "/members?unit=quan-k&sex=nu&print=1"),
        ("/print/targets?unit=quan-k", "", "/targets?unit=quan-k&print=1"),
    ] {
        let knock = Knock { verb: "POST", address, form, token: Some(&token), ..Knock::default() };
        let answer = books.knock(&knock);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}: {}", answer.text);
        assert_eq!(answer.headers["location"].to_str().unwrap(), to);
        let page = books.knock(&Knock { address: to, token: Some(&token), ..Knock::default() });
        assert_eq!(page.status, StatusCode::OK, "{to}");
        assert!(page.text.contains("data-print-now"), "{to}");
        let words = read_words(&page.text);
        assert!(words.contains("người in: Lê Thị Sổ,"), "{words}");
    }
    assert_eq!(books.noted("figures.printed").len(), 3);
    assert_eq!(books.noted("people.printed").len(), 1);
    assert_eq!(books.noted("targets.printed").len(), 1);
}

#[test]
fn a_list_on_paper_holds_more_than_one_page_of_the_screen() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "ha-noi");
    let rows = |address: &str| {
        let knock = Knock { address, token: Some(&token), ..Knock::default() };
        books.knock(&knock).text.matches("<th scope=\"row\"").count()
    };
    assert_eq!(rows("/members?unit=ha-noi"), 50);
    assert!(rows("/members?unit=ha-noi&print=1") > 50);
    let knock = Knock {
        address: "/members?unit=ha-noi&sex=nu&print=1",
        token: Some(&token),
        ..Knock::default()
    };
    let page = books.knock(&knock).text;
    assert!(page.contains("<p class=\"only-print\">Giới: Nữ</p>"), "{page}");
}
