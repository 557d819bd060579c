//! What holds for every request: headers, methods, names, sizes.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use domain::accounts;
use kernel::Instant;

use crate::books::{Books, Knock};

#[test]
fn every_answer_carries_the_policy_whatever_it_answers() {
    let books = Books::told();
    let policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
                  connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    for address in
        ["/", "/?period=x", "/nope", "/healthz", "/assets/x.y.css", "/units.json", "/figures/x"]
    {
        let answer = books.get(address);
        assert_eq!(answer.headers["content-security-policy"], policy, "{address}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{address}");
        assert_eq!(answer.headers["referrer-policy"], "same-origin", "{address}");
        assert!(answer.headers.get("set-cookie").is_none(), "{address}");
    }
}

#[test]
fn a_page_that_takes_no_form_says_so() {
    let books = Books::told();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
        let request = Request::builder().method(method).uri("/").header("host", "localhost");
        let request = request.header("origin", "http://localhost");
        let answer = books.send(request.body(Body::empty()).unwrap());
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    let head = Request::head("/").header("host", "127.0.0.1:80").body(Body::empty()).unwrap();
    let answer = books.send(head);
    assert_eq!((answer.status, answer.text.as_str()), (StatusCode::OK, ""));
}

#[test]
fn a_name_that_is_not_this_machine_s_is_told_nothing() {
    let books = Books::told();
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", ""] {
        let request = Request::get("/").header("host", host).body(Body::empty()).unwrap();
        let answer = books.send(request);
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(answer.text.contains("[unknown_host]") && !answer.text.contains("Hà Nội"));
    }
    let unnamed = Request::get("/healthz").body(Body::empty()).unwrap();
    assert_eq!(books.send(unnamed).status, StatusCode::MISDIRECTED_REQUEST);
}

#[test]
fn an_address_without_end_and_a_body_too_large_are_refused() {
    let books = Books::told();
    let long = books.get(&format!("/?unit={}", "a".repeat(5_000)));
    assert_eq!(long.status, StatusCode::URI_TOO_LONG);
    let request =
        Request::get("/").header("host", "localhost").header("content-length", "99999999");
    let answer = books.send(request.body(Body::from("x")).unwrap());
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[test]
fn what_a_stranger_sends_is_let_go_by_and_the_door_takes_little() {
    let books = Books::told();
    let send = |address: &str, cookie: &str, bytes: usize| {
        let request = Request::post(address).header("host", "localhost").header("cookie", cookie);
        books.ask_closed(request.body(Body::from(vec![b'a'; bytes])).unwrap())
    };
    // Read, this much would be refused as too large before anybody is asked who it is.
    let planted = format!("kd={}", "0".repeat(64));
    for cookie in ["", "kd=x", &planted] {
        let answer = send("/prospects", cookie, 600 * 1024);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{cookie}");
        assert_eq!(answer.headers["location"], "/sign-in", "{cookie}");
    }
    let known = format!("kd={}", books.account("hang", "clerk", "quan-k"));
    assert_eq!(send("/prospects", &known, 600 * 1024).status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(send("/sign-in", "", 20 * 1024).status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(send("/sign-in", "", 10 * 1024).status, StatusCode::UNAUTHORIZED);
}

#[test]
fn the_style_named_by_a_page_is_there_and_is_kept_for_good() {
    let books = Books::told();
    let page = books.page("/");
    for kind in ["kit", "page"] {
        let start = page.find(&format!("/assets/{kind}.")).unwrap();
        let address = page[start..].split('"').next().unwrap();
        let answer = books.get(address);
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert!(answer.headers["cache-control"].to_str().unwrap().contains("immutable"));
        assert_eq!(answer.headers["content-type"], "text/css; charset=utf-8");
    }
    assert_eq!(books.get("/assets/kit.000000000000.css").status, StatusCode::NOT_FOUND);
    assert_eq!(books.get("/assets/..%2fCargo.toml").status, StatusCode::NOT_FOUND);
    assert_eq!(books.get("/healthz").text, "ok\n");
}

#[test]
fn an_address_that_takes_forms_alone_leads_to_the_page_above_it() {
    let books = Books::told();
    let answer = books.get("/members/bulk?unit=quan-k&lang=en");
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.headers["location"], "/members?unit=quan-k&lang=en");
    assert_eq!(books.get("/api/v1/packages").status, StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn a_page_that_names_people_is_kept_by_nobody() {
    let answer = Books::told().get("/figures/members.closing?unit=u1&period=2021");
    assert_eq!(answer.headers["cache-control"], "no-store");
}

#[test]
fn our_own_files_and_the_sign_of_life_ask_nobody_who_it_is() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let actor = accounts::visit(&books.app, &token).unwrap().unwrap().actor;
    let seen = || accounts::my_sign_ins(&books.app, &actor, &token).unwrap()[0].seen_at;
    let before = seen();
    books.clock.set(Instant(before.0 + 600_000));
    for address in ["/healthz", "/assets/kit.000000000000.css"] {
        books.knock(&Knock { address, token: Some(&token), ..Knock::default() });
        assert_eq!(seen(), before, "{address} looks nobody up");
    }
    books.knock(&Knock { address: "/units", token: Some(&token), ..Knock::default() });
    assert!(seen() > before, "a page does");
}
