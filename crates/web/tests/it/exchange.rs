//! Exchange on the web: a report leaves one set of books as a file and enters another, looked at first.

use axum::http::StatusCode;
use domain::signing::public_keys;
use serde_json::{Value, json};

use crate::asking::{get, post};
use crate::books::{Answer, Books, read_words};

const REPORT: &str = "/reports/doan_vien_cdcs";
const ASKED: &str = "unit=quan-k&period=2021-H1";

fn words(books: &Books, token: &str, address: &str) -> String {
    let page = get(books, token, address);
    assert_eq!(page.status, StatusCode::OK, "{address}: {}", page.text);
    read_words(&page.text)
}

/// Books whose district K filed a report that the city approved, and the package of it.
fn sent() -> (Books, String) {
    let books = Books::told();
    let clerk = books.account("gui", "clerk", "quan-k");
    let city = books.account("duyet", "head", "ha-noi");
    let to = |what: &str| format!("{REPORT}/{what}?{ASKED}");
    post(&books, &clerk, &to("cells"), "v-IV.1=1.234");
    let early = get(&books, &clerk, &to("package"));
    assert!(early.text.contains("report_not_approved"), "{}", early.text);
    for (token, step) in [(&clerk, "submit"), (&city, "approve")] {
        let answer = post(&books, token, &to("step"), &format!("step={step}"));
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }
    let page = get(&books, &clerk, &format!("{REPORT}?{ASKED}"));
    assert!(
        page.text.contains("/reports/doan_vien_cdcs/package?"),
        "the page leads to its package"
    );
    let file = get(&books, &clerk, &to("package"));
    assert_eq!(file.status, StatusCode::OK, "{}", file.text);
    assert!(
        file.headers["content-disposition"].to_str().unwrap().contains("quan-k-doan_vien_cdcs")
    );
    assert_eq!(books.noted("exchange.sent").len(), 1);
    assert!(words(&books, &clerk, "/exchange").contains("LĐLĐ quận Khúc Báo cáo sáu tháng"));
    (books, file.text)
}

/// The city's own books, which trust the key of district K.
fn receiver(sender: &Books) -> (Books, String) {
    let books = Books::told();
    let token = books.account("nhan", "head", "ha-noi");
    let empty = words(&books, &token, "/exchange/keys");
    assert!(
        empty.contains("Chưa tin khóa nào") && empty.contains("Sổ này chưa có khóa"),
        "{empty}"
    );
    let key = public_keys(&sender.app).unwrap().remove(0).key;
    let form = format!(
        "speaks-for=quan-k&public-key={key}&code=quan-k&note=qua+%C4%91i%E1%BB%87n+tho%E1%BA%A1i"
    );
    let added = post(&books, &token, "/exchange/keys", &form);
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
    let again = post(&books, &token, "/exchange/keys", &form);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("key_known"), "{}", again.text);
    assert!(again.text.contains(&key), "what was typed stays");
    let told = words(&books, &token, "/exchange/keys");
    assert!(
        told.contains(&domain::signing::fingerprint(&key)) && told.contains("LĐLĐ quận Khúc"),
        "{told}"
    );
    (books, token)
}

#[test]
fn a_package_is_looked_at_taken_in_once_and_marks_what_it_adds() {
    let (sender, file) = sent();
    let (books, token) = receiver(&sender);
    let empty = words(&books, &token, "/exchange");
    assert!(empty.contains("Chưa nhận gói nào") && empty.contains("Chưa xuất gói nào"), "{empty}");
    let look = || books.upload(&token, "/exchange/look", &[], ("goi.json", file.as_bytes()));
    let seen = look();
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.text);
    let told = read_words(&seen.text);
    assert!(
        told.contains("bản đầu tiên") && told.contains("1.234") && told.contains("LĐLĐ quận Khúc"),
        "{told}"
    );
    assert!(books.noted("exchange.received").is_empty(), "looking writes nothing");
    // A browser sends a hidden field with the end of line its system has.
    let typed = format!("{file}\r\n");
    let take = || books.upload(&token, "/exchange/receive", &[("package", &typed)], ("", b""));
    let taken = take();
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
    let at = taken.headers["location"].to_str().unwrap().to_owned();
    let page = words(&books, &token, &at);
    assert!(
        page.contains("1.234")
            && page.contains("theo báo cáo nhận được")
            && page.contains("Đang tính"),
        "{page}"
    );
    assert_eq!(get(&books, &token, &format!("{at}/file")).text, file, "byte for byte as it came");
    assert_eq!(take().headers["location"].to_str().unwrap(), at, "once");
    assert_eq!(books.noted("exchange.received").len(), 1);
    assert!(read_words(&look().text).contains("đã nhận rồi"));
    let list = words(&books, &token, "/reports?unit=ha-noi&period=2021-H1");
    assert!(list.contains("bản 1 theo báo cáo nhận được"), "{list}");
    let above = words(&books, &token, "/reports/doan_vien_cdcs?unit=ha-noi&period=2021-H1");
    assert!(above.contains("trong đó 1 đơn vị theo báo cáo nhận được"), "{above}");
    let line =
        get(&books, &token, "/reports/doan_vien_cdcs/line?unit=ha-noi&period=2021-H1&line=IV.1");
    assert!(line.text.contains(&format!("{at}?")), "the line leads to the package: {}", line.text);
    let outside = books.account("ngoai", "clerk", "quan-l");
    assert_eq!(get(&books, &outside, &at).status, StatusCode::FORBIDDEN);
    assert!(words(&books, &outside, "/exchange").contains("Chưa nhận gói nào"));
}

#[test]
fn a_file_that_is_not_what_was_signed_is_refused_on_the_page_and_noted() {
    let (sender, file) = sent();
    let (books, token) = receiver(&sender);
    let altered = file.replacen("1234", "1235", 1);
    for (bytes, name) in [
        (altered.as_bytes(), "package_altered"),
        (&file.as_bytes()[..900], "package_unreadable"),
        (b"{}", "not_a_package"),
    ] {
        let seen = books.upload(&token, "/exchange/look", &[], ("goi.json", bytes));
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(seen.text.contains(name), "{}", seen.text);
    }
    let taken = books.upload(&token, "/exchange/receive", &[("package", &altered)], ("", b""));
    assert!(taken.text.contains("package_altered"), "{}", taken.text);
    assert!(books.noted("exchange.refused")[0].starts_with("package_altered"));
    let none = books.upload(&token, "/exchange/look", &[], ("", b""));
    assert!(none.text.contains("file_missing"), "{}", none.text);
    let stranger = Books::told();
    let head = stranger.account("nguoi-la", "head", "ha-noi");
    let seen = stranger.upload(&head, "/exchange/look", &[], ("goi.json", file.as_bytes()));
    assert!(seen.text.contains("unknown_sender_key"), "{}", seen.text);
}

#[test]
fn a_program_sends_a_package_with_its_token() {
    let (sender, file) = sent();
    let (books, _) = receiver(&sender);
    let token = books.token("may", "clerk", "ha-noi");
    let send = |body: &str, once| books.call("POST", "/api/v1/packages", &token, body, once);
    let told = |answer: &Answer| serde_json::from_str::<Value>(&answer.text).unwrap();
    let first = send(&file, Some("g1"));
    assert_eq!((first.status, &told(&first)["standing"]), (StatusCode::CREATED, &json!("first")));
    assert_eq!(send(&file, Some("g1")).text, first.text, "the same question has the same answer");
    let again = send(&file, None);
    assert_eq!(told(&again), json!({ "id": told(&first)["id"], "standing": "known" }));
    let altered = send(&file.replacen("1234", "1235", 1), None);
    assert_eq!(
        (altered.status.is_client_error(), &told(&altered)["code"]),
        (true, &json!("package_altered"))
    );
    let reader = books.token("xem", "reader", "ha-noi");
    let refused = books.call("POST", "/api/v1/packages", &reader, &file, None);
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[test]
fn the_published_schema_holds_for_packages_of_every_shape() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../docs/package.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let (_, file) = sent();
    let golden = include_str!("../../../domain/src/exchange/golden/package-1.0.json");
    for file in [&*file, golden] {
        let package: Value = serde_json::from_str(file).unwrap();
        if let Err(error) = schema.validate(&package) {
            panic!("{error}");
        }
        // And it says no to what the program refuses.
        for (place, value) in [
            ("/body/cells/0/source", json!("typed")),
            ("/body/cells/0/state", json!("sure")),
            ("/body/schema", json!("2.0")),
            ("/body/version", json!(0)),
            ("/body/unit/name", json!("")),
            ("/hash", json!("x")),
        ] {
            let mut wrong = package.clone();
            *wrong.pointer_mut(place).unwrap() = value;
            assert!(!schema.is_valid(&wrong), "{place}");
        }
    }
}

#[test]
fn a_report_on_a_form_that_is_no_more_opens_with_its_lines() {
    use domain::reports::{Key, Step, act, read_form};
    let books = Books::told();
    let token = books.account("lan", "leader", "quan-k");
    let text = "code = \"mau_cu\"\nname = \"Mẫu năm xưa\"\nsource = \"QĐ 1\"\nconfidence = \"R\"\nlevel = \"upper\"\n\
        from = \"2015-01-01\"\ndecimals = 2\n\n[[line]]\ncode = \"7\"\ntext = \"Kết nạp ngày ấy\"\n\
        indicator = \"members.admitted\"\n";
    let form = Box::leak(Box::new(read_form("mau_cu.toml", text).unwrap()));
    let actor = kernel::Actor::operator("thử");
    let unit = domain::units::scope_of_code(&books.app, &actor, "quan-k").unwrap();
    let key = Key { unit, form, period: kernel::Period::parse("2021-H1").unwrap() };
    act(&books.app, &actor, &key, Step::Submit, None, &[]).unwrap();
    let page = get(&books, &token, &format!("/reports/mau_cu?{ASKED}"));
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains("/reports/mau_cu/line?"), "each line opens");
    assert!(read_words(&page.text).contains("Kết nạp ngày ấy"));
    let line = words(&books, &token, &format!("/reports/mau_cu/line?{ASKED}&line=7&version=1"));
    assert!(line.contains("giữ nguyên như lúc nộp") && line.contains("members.admitted"), "{line}");
    assert!(line.contains("đơn vị trực thuộc lúc nộp"), "{line}");
    let list = words(&books, &token, "/reports?unit=quan-k&period=2021-H1");
    assert!(list.contains("Mẫu năm xưa"), "{list}");
    let nowhere = get(&books, &token, &format!("/reports/mau_cu/line?{ASKED}&line=8"));
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND, "{}", nowhere.text);
}
