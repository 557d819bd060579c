//! Accounts, one's own page and the trail: what is done there, and what attackers try there.

use axum::http::StatusCode;

use crate::asking::{get, send_fields};
use crate::books::{Books, PASSWORD, read_words};

#[test]
fn a_head_opens_an_account_gives_it_a_post_and_hands_over_a_link() {
    let books = Books::told();
    let head = books.account("truong", "head", "quan-k");
    let made =
        send_fields(&books, &head, "/accounts/new", &[("name", "Đỗ Thị Mới"), ("login", "moi.dt")]);
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let post = |role, unit| {
        send_fields(&books, &head, "/accounts/moi.dt/posts", &[("role", role), ("unit", unit)])
    };
    assert_eq!(post("clerk", "u1").status, StatusCode::SEE_OTHER);
    assert_eq!(post("administrator", "u1").status, StatusCode::FORBIDDEN);
    assert_eq!(post("clerk", "quan-l").status, StatusCode::FORBIDDEN);
    assert_eq!(post("clerk", "").status, StatusCode::UNPROCESSABLE_ENTITY, "nobody means it all");
    let whole = [("role", "clerk"), ("whole", "1")];
    let whole = send_fields(&books, &head, "/accounts/moi.dt/posts", &whole);
    assert_eq!(whole.status, StatusCode::FORBIDDEN);
    assert_eq!(post("khong-co", "u1").status, StatusCode::UNPROCESSABLE_ENTITY);
    let link = send_fields(&books, &head, "/accounts/moi.dt/link", &[]);
    assert!(link.text.contains("http://localhost:8080/link/"), "{}", link.text);
    let page = read_words(&get(&books, &head, "/accounts/moi.dt").text);
    assert!(page.contains("Cán bộ nghiệp vụ") && page.contains("chưa đặt mật khẩu"), "{page}");
    let found = read_words(&get(&books, &head, "/accounts?name=moi").text);
    assert!(found.contains("Đỗ Thị Mới") && !found.contains("truong"), "{found}");
}

#[test]
fn who_stands_in_for_somebody_is_told_apart_on_the_page_of_the_account() {
    let books = Books::told();
    let head = books.account("truong", "head", "quan-k");
    books.account("hang", "clerk", "u1");
    let made =
        send_fields(&books, &head, "/accounts/new", &[("name", "Đỗ Thị Mới"), ("login", "moi.dt")]);
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let give = |to| {
        let post = [("role", "clerk"), ("unit", "u1"), ("stands_for", "hang"), ("to", to)];
        send_fields(&books, &head, "/accounts/moi.dt/posts", &post).status
    };
    assert_eq!(give(""), StatusCode::UNPROCESSABLE_ENTITY, "a stand-in ends one day");
    assert_eq!(give("1/3/2022"), StatusCode::SEE_OTHER);
    let card = |login: &str| read_words(&get(&books, &head, &format!("/accounts/{login}")).text);
    assert!(card("moi.dt").contains("thay tạm thời"), "{}", card("moi.dt"));
    assert!(!card("hang").contains("thay tạm thời"));
}

#[test]
fn nobody_opens_an_account_that_reads_a_record_out_of_their_reach() {
    let books = Books::told();
    let head = books.account("truong", "head", "quan-k");
    let person = |unit| {
        let people = books.people(unit, "2021-06-01", 1, domain::memberships::EventKind::Admitted);
        people[0].to_string()
    };
    let unit = |code| {
        domain::units::scope_of_code(&books.app, &kernel::Actor::operator("x"), code).unwrap()
    };
    let open = |login, person: &str| {
        send_fields(
            &books,
            &head,
            "/accounts/new",
            &[("name", "Đỗ Thị Mới"), ("login", login), ("person", person)],
        )
        .status
    };
    assert_eq!(open("ngoai", &person(unit("u2"))), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(open("sai", "khong-phai"), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(open("trong", &person(unit("u1"))), StatusCode::SEE_OTHER);
}

#[test]
fn one_changes_ones_own_password_and_makes_a_token_that_cannot_touch_the_account() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let changed = |old, new| {
        send_fields(&books, &token, "/me/password", &[("old", old), ("new", new)]).status
    };
    assert_eq!(changed("không phải thế", "mưa nắng bốn mùa"), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(changed(PASSWORD, "ngắn"), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(changed(PASSWORD, "mưa nắng bốn mùa"), StatusCode::SEE_OTHER);
    let fields = [("name", "báo cáo"), ("power", "read_figures"), ("to", "1/3/2022")];
    let made = send_fields(&books, &token, "/me/tokens", &fields);
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let start = made.text.find("id=\"ma\">").unwrap() + "id=\"ma\">".len();
    let bearer = &made.text[start..start + 64];
    let request = |verb: &str, address: &str| {
        let request = axum::http::Request::builder().method(verb).uri(address);
        let request = request
            .header("host", "localhost:8080")
            .header("authorization", format!("Bearer {bearer}"))
            .header("content-type", "application/x-www-form-urlencoded");
        books.send(request.body(axum::body::Body::empty()).unwrap()).status
    };
    assert_eq!(request("GET", "/?unit=quan-k"), StatusCode::OK);
    for address in ["/me/password", "/me/second", "/me/tokens", "/me/record/take"] {
        assert!(request("POST", address).is_client_error(), "{address}");
    }
}

#[test]
fn the_second_factor_is_shown_as_a_square_of_our_own_and_asks_for_a_code() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let page = send_fields(&books, &token, "/me/second", &[]);
    assert!(page.text.contains("<svg class=\"square\"") && !page.text.contains("style="));
    let wrong = send_fields(
        &books,
        &token,
        "/me/second/confirm",
        &[("secret", "\"><script>alert(1)</script>"), ("code", "<script>alert(1)</script>")],
    );
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.text.contains("<script>alert"));
}

#[test]
fn who_manages_accounts_takes_a_lost_second_factor_off_and_is_not_offered_it_in_vain() {
    let books = Books::told();
    let head = books.account("truong", "head", "quan-k");
    let token = books.account("hang", "clerk", "quan-k");
    let card = |login: &str| get(&books, &head, &format!("/accounts/{login}")).text;
    assert!(!card("hang").contains("/second/end"), "there is none to take off");
    let none = send_fields(&books, &head, "/accounts/hang/second/end", &[]);
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let actor = domain::accounts::visit(&books.app, &token).unwrap().unwrap().actor;
    let key = domain::accounts::begin_totp(&books.app);
    let bytes = totp_rs::Secret::Encoded(key.clone()).to_bytes().unwrap();
    let machine = totp_rs::TOTP::new(totp_rs::Algorithm::SHA1, 6, 1, 30, bytes).unwrap();
    let code = machine.generate((books.app.now().0 / 1000) as u64);
    domain::accounts::confirm_totp(&books.app, &actor, &key, &code).unwrap();
    assert!(card("hang").contains("/accounts/hang/second/end"));
    let lifted = send_fields(&books, &head, "/accounts/hang/second/end", &[]);
    assert_eq!(lifted.status, StatusCode::SEE_OTHER, "{}", lifted.text);
    assert!(read_words(&card("hang")).contains("chưa bật mã hai bước"));
    assert_eq!(books.noted("accounts.second_factor_lifted").len(), 1);
}

#[test]
fn the_trail_is_filtered_and_its_chain_is_proved_for_who_oversees_the_whole() {
    let books = Books::told();
    let token = books.account("kiem", "auditor", "ha-noi");
    let page = read_words(&get(&books, &token, "/audit").text);
    assert!(page.contains("Đăng nhập") && page.contains("Lê Thị Sổ (kiem)"), "{page}");
    let trail = get(&books, &token, "/audit").text;
    let link = trail.split("/audit?subject=").nth(1).unwrap();
    let about = get(&books, &token, &format!("/audit?subject={}", &link[..13]));
    assert_eq!(about.status, StatusCode::OK, "the trail of one is a step away");
    assert!(!read_words(&about.text).contains("Không có dòng nào khớp"));
    let none = read_words(&get(&books, &token, "/audit?what=people.export").text);
    assert!(none.contains("Không có dòng nào khớp"), "{none}");
    // A sign-in name is enough to ask for what somebody did.
    for actor in ["kiem", "KIEM", "L%C3%AA%20Th%E1%BB%8B%20S%E1%BB%95%20(kiem)"] {
        let own = read_words(&get(&books, &token, &format!("/audit?actor={actor}")).text);
        assert!(!own.contains("Không có dòng nào khớp"), "{actor}: {own}");
        let wrote = get(&books, &token, &format!("/audit?view=batches&actor={actor}"));
        assert!(!read_words(&wrote.text).contains("Không có dòng nào khớp"), "{actor}");
    }
    let batches = read_words(&get(&books, &token, "/audit?view=batches").text);
    assert!(batches.contains("Giao chức vụ"), "{batches}");
    let proved = send_fields(&books, &token, "/audit/verify", &[]);
    assert!(read_words(&proved.text).contains("Chuỗi toàn vẹn từ đợt ghi số 1"), "{}", proved.text);
    for address in ["/audit?from=x", "/audit?subject=%3Cscript%3E"] {
        assert_eq!(get(&books, &token, address).status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[test]
fn what_is_typed_into_accounts_and_the_trail_is_never_markup() {
    let books = Books::told();
    let token = books.account("quan", "administrator", "ha-noi");
    let bad = "\"><script>alert(1)</script>";
    let fields: Vec<(&str, &str)> = [
        "name",
        "login",
        "person",
        "role",
        "unit",
        "from",
        "to",
        "stands_for",
        "reason",
        "post",
        "on",
        "power",
    ]
    .map(|field| (field, bad))
    .to_vec();
    books.link("nan-nhan", "reader", "quan-k");
    for address in [
        "/accounts/new",
        "/accounts/nan-nhan/posts",
        "/accounts/nan-nhan/posts/end",
        "/me/tokens",
        "/me/record/request",
    ] {
        let answer = send_fields(&books, &token, address, &fields);
        assert!(!answer.text.contains("<script>alert"), "{address}");
    }
    let typed = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for address in [
        format!("/accounts?name={typed}&after={typed}"),
        format!("/accounts/{typed}"),
        format!("/audit?actor={typed}&what={typed}&view={typed}&before={typed}"),
    ] {
        assert!(!get(&books, &token, &address).text.contains("<script>alert"), "{address}");
    }
}
