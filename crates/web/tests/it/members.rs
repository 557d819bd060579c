//! Members: lists and the files made of them.

use axum::http::StatusCode;
use domain::memberships::EventKind;

use crate::asking::post;
use crate::books::{Books, Knock, read_words};

fn knock(books: &Books, token: &str, address: &str) -> String {
    let answer = books.knock(&Knock { address, token: Some(token), ..Knock::default() });
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    answer.text
}

#[test]
fn a_list_shows_the_members_of_the_unit_in_the_order_of_given_names() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let page = knock(&books, &token, "/members");
    let words = read_words(&page);
    assert!(words.contains("LĐLĐ quận Khúc, hôm nay, 31/12/2021: 32 đoàn viên"), "{words}");
    assert!(words.contains("32 người · xếp theo tên gọi"), "{words}");
    let first = page.find("<b>An</b>").unwrap();
    assert!(first < page.find("<b>Yến</b>").unwrap());
}

#[test]
fn a_list_is_narrowed_by_typing_and_by_conditions_that_can_be_dropped() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let page = knock(&books, &token, "/members?q=nguyen+thi&sex=nu&col=job");
    let words = read_words(&page);
    assert!(words.contains("Đang lọc: Chữ: nguyen thi"), "{words}");
    assert!(page.contains("href=\"/members?q=nguyen+thi&amp;col=job\""), "{page}");
    assert!(
        words.contains("Họ và tên Công việc Nguyễn Thị An"),
        "the column that was chosen: {words}"
    );
    let none = read_words(&knock(&books, &token, "/members?q=khongco"));
    assert!(none.contains("Không ai khớp điều kiện này"), "{none}");
    let typed = knock(&books, &token, "/members?q=%3Cscript%3Ealert(1)%3C/script%3E");
    assert!(!typed.contains("<script>alert"), "{typed}");
}

#[test]
fn a_list_of_more_than_a_page_is_turned_to_its_end() {
    let books = Books::told();
    let unit = domain::units::scope_of_code(&books.app, &kernel::Actor::operator("x"), "u1");
    books.people(unit.unwrap(), "2021-06-03", 60, EventKind::Admitted);
    let token = books.account("hang", "clerk", "quan-k");
    let mut address = "/members".to_owned();
    let mut rows = 0;
    for _ in 0..5 {
        let page = knock(&books, &token, &address);
        rows += page.matches("<th scope=\"row\"><a").count();
        let Some((_, rest)) = page.split_once("rel=\"next\" href=\"") else { break };
        address = rest.split('"').next().unwrap().replace("&amp;", "&");
    }
    assert_eq!(rows, 92);
}

#[test]
fn a_list_is_taken_out_as_a_file_without_formulas_and_that_is_noted() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let text = knock(&books, &token, "/members/list.csv?sex=nu");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].contains("STT;Họ và tên;Ngày sinh;Giới;Đơn vị"), "{}", lines[0]);
    assert!(lines[1].starts_with("1;") && lines[1].contains(";Nữ;"), "{}", lines[1]);
    assert!(lines.iter().skip(1).all(|line| line.contains(";Nữ;")));
    let sheet = knock(&books, &token, "/members/list.xlsx");
    assert!(sheet.starts_with("PK"));
}

/// Sends a form, looks at the page it leads to.
fn sent(books: &Books, token: &str, address: &str, form: &str) -> String {
    let answer = post(books, token, address, form);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}: {}", read_words(&answer.text));
    let to = answer.headers["location"].to_str().unwrap().to_owned();
    knock(books, token, &to)
}

const ADMISSION: &str = "name=%20Ng%C3%B4%20%20Th%E1%BB%8B%20Hoa&birth-d=6&birth-m=5&birth-y=1990&sex=nu\
    &cccd=001190123456&phone=0912%20345%20678&kind=admitted&at=u1&on-d=1&on-m=7&on-y=2021&paper-number=9/Q%C4%90";

#[test]
fn an_admission_is_looked_at_then_written_and_a_twin_is_shown_before() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let look = post(&books, &token, "/members/new", &format!("{ADMISSION}&step=preview"));
    assert_eq!(look.status, StatusCode::OK);
    let words = read_words(&look.text);
    assert!(words.contains("Sẽ ghi: Kết nạp : Ngô Thị Hoa, 1/7/2021."), "{words}");
    assert!(words.contains("CĐCS Công ty May U1"), "{words}");
    let before = read_words(&knock(&books, &token, "/members"));
    assert!(before.contains("32 đoàn viên"), "looking writes nothing: {before}");
    let page = sent(&books, &token, "/members/new", &format!("{ADMISSION}&step=write"));
    let words = read_words(&page);
    assert!(words.contains("Ngô Thị Hoa") && words.contains("6/5/1990 · nữ"), "{words}");
    assert!(words.contains("••••••••3456") && !page.contains("001190123456"), "{words}");
    assert!(words.contains("Kết nạp , CĐCS Công ty May U1 9/QĐ · ghi sổ"), "{words}");
    let again = post(&books, &token, "/members/new", &format!("{ADMISSION}&step=write&despite=1"));
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("known_number"), "{}", again.text);
    let other = ADMISSION.replace("001190123456", "");
    let twin = post(&books, &token, "/members/new", &format!("{other}&step=write"));
    assert!(twin.text.contains("known_person"), "{}", twin.text);
    assert!(read_words(&twin.text).contains("cùng họ tên, ngày sinh và giới"), "{}", twin.text);
    sent(&books, &token, "/members/new", &format!("{other}&step=write&despite=1"));
    let after = read_words(&knock(&books, &token, "/members"));
    assert!(after.contains("34 đoàn viên"), "{after}");
}

#[test]
fn a_form_that_cannot_be_written_says_why_at_the_field_and_keeps_what_was_typed() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    for (from, to, code, field) in [
        ("on-d=1", "on-d=31&on-m=6&x=1", "bad_day", "f-on"),
        ("cccd=001190123456", "cccd=12", "bad_number", "f-cccd"),
        ("at=u1", "at=khong-co", "unknown_unit", "f-at"),
        ("birth-d=6", "birth-d=40", "bad_birth", "f-birth"),
        ("on-y=2021", "on-y=2031", "after_last_day", "f-on"),
        ("kind=admitted", "kind=admitted&paper-day-d=32&paper-day-m=1", "bad_day", "f-paper-day"),
    ] {
        let form = format!("{}&step=preview", ADMISSION.replace(from, to));
        let answer = post(&books, &token, "/members/new", &form);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{code}");
        assert!(answer.text.contains(code), "{code}: {}", read_words(&answer.text));
        assert!(answer.text.contains(&format!("href=\"#{field}\"")), "{code}");
        assert!(answer.text.contains("value=\"9/QĐ\""), "{code}");
    }
    let outside = ADMISSION.replace("at=u1", "at=u2");
    let answer = post(&books, &token, "/members/new", &format!("{outside}&step=write"));
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", read_words(&answer.text));
}

#[test]
fn a_member_introduced_outside_is_received_by_the_other_clerk() {
    let books = Books::told();
    let ours = books.account("hang", "clerk", "quan-k");
    let theirs = books.account("lan", "chair", "u2");
    let member = books.member("u1", 0);
    let form = "what=transfer&other=u2&on-d=1&on-m=12&on-y=2021";
    let address = format!("/members/{member}/event");
    let own = books.account("hoa", "chair", "u1");
    let fill = knock(&books, &own, "/members/new");
    assert!(fill.contains("id=\"f-at\" name=\"at\" value=\"u1\""), "one's own union: {fill}");
    let look = post(&books, &ours, &address, &format!("{form}&step=preview"));
    assert!(
        read_words(&look.text).contains("Giới thiệu chuyển đi, chờ tiếp nhận"),
        "{}",
        look.text
    );
    let page = read_words(&sent(&books, &ours, &address, &format!("{form}&step=write")));
    assert!(page.contains("Vừa ghi: Giới thiệu chuyển đi"), "{page}");
    let waiting = knock(&books, &theirs, "/transfers");
    assert!(read_words(&waiting).contains("CĐCS Công ty May U1 → CĐCS Công ty May U2"));
    let event = waiting.split("name=\"event\" value=\"").nth(1).unwrap();
    let event = event.split('"').next().unwrap();
    let sender = knock(&books, &own, "/transfers");
    assert!(sender.contains("Rút giới thiệu") && !sender.contains("Không tiếp nhận"), "{sender}");
    let no_day = format!("event={event}&answer=return&on-d=40&on-m=12&on-y=2021");
    let kept = post(&books, &own, "/transfers", &no_day);
    assert!(kept.text.contains("value=\"40\" aria-invalid=\"true\""), "{}", kept.text);
    let receive = format!("event={event}&answer=receive&on-d=5&on-m=12&on-y=2021");
    let own = post(&books, &ours, "/transfers", &receive);
    assert_eq!(own.status, StatusCode::FORBIDDEN, "who sent does not receive: {}", own.text);
    let after = read_words(&sent(&books, &theirs, "/transfers", &receive));
    assert!(after.contains("Không ai đang chờ"), "{after}");
    let profile = read_words(&knock(&books, &theirs, &format!("/members/{member}")));
    assert!(profile.contains("Đang sinh hoạt CĐCS Công ty May U2"), "{profile}");
    let gone = books.knock(&Knock {
        address: &format!("/members/{member}"),
        token: Some(&ours),
        ..Knock::default()
    });
    assert_eq!(gone.status, StatusCode::FORBIDDEN);
}

#[test]
fn those_ticked_on_a_list_leave_together_and_one_of_them_is_taken_back() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let [one, two] = [0, 1].map(|place| books.member("u1", place));
    let form = format!("id={one}&id={two}&what=leave");
    let fill = post(&books, &token, "/members/bulk", &form);
    assert!(fill.text.contains("name=\"reason\""), "{}", fill.text);
    let no_reason = format!("{form}&on-d=1&on-m=12&on-y=2021&step=write");
    let refused = post(&books, &token, "/members/bulk", &no_reason);
    assert!(refused.text.contains("href=\"#f-reason\""), "{}", refused.text);
    let list = sent(&books, &token, "/members/bulk", &format!("{no_reason}&reason=retired"));
    assert!(read_words(&list).contains("30 đoàn viên"));
    let profile = knock(&books, &token, &format!("/members/{one}"));
    assert!(read_words(&profile).contains("Thôi là đoàn viên : Nghỉ hưu"), "{profile}");
    let event = profile.split("take-back?event=").nth(1).unwrap();
    let event = event.split('"').next().unwrap();
    let address = format!("/members/{one}/take-back");
    let look = knock(&books, &token, &format!("{address}?event={event}"));
    assert!(read_words(&look).contains("Đoàn viên"), "{look}");
    sent(&books, &token, &address, &format!("event={event}"));
    assert!(read_words(&knock(&books, &token, "/members")).contains("31 đoàn viên"));
    let strange =
        post(&books, &token, &format!("/members/{two}/take-back"), &format!("event={event}"));
    assert_eq!(strange.status, StatusCode::NOT_FOUND, "an event of somebody else");
}

#[test]
fn a_number_is_shown_once_to_who_may_and_the_look_is_noted() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let chair = books.account("lan", "chair", "u1");
    sent(&books, &clerk, "/members/new", &format!("{ADMISSION}&step=write"));
    let list = knock(&books, &clerk, "/members?q=001190123456");
    let address = list.split("th scope=\"row\"><a href=\"").nth(1).unwrap();
    let address = address.split('"').next().unwrap().to_owned();
    assert!(!knock(&books, &chair, &address).contains("/identity"), "a chair is not offered it");
    let shown = post(&books, &clerk, &format!("{address}/identity"), "");
    assert!(shown.text.contains("001190123456"), "{}", shown.text);
    let after = read_words(&knock(&books, &chair, &address));
    assert!(
        after.contains("Ai đã xem số căn cước Mỗi lần xem đủ số được ghi lại. Lê Thị Sổ"),
        "{after}"
    );
    let denied = post(&books, &chair, &format!("{address}/identity"), "");
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    assert!(!denied.text.contains("001190123456"));
}

#[test]
fn a_correction_is_shown_field_by_field_and_the_old_value_stays_readable() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let member = books.member("u1", 0);
    let address = format!("/members/{member}/correct");
    let form =
        "name=Nguy%E1%BB%85n%20Th%E1%BB%8B%20%C3%82n&sex=nu&birth-y=1991&job=th%E1%BB%A3%20may";
    let look = post(&books, &token, &address, &format!("{form}&step=preview"));
    assert!(look.text.contains("<ins>thợ may</ins>"), "{}", look.text);
    let page = sent(&books, &token, &address, &format!("{form}&step=write"));
    assert!(page.contains("<h1>Nguyễn Thị Ân</h1>") && page.contains("<ins>1991</ins>"), "{page}");
}
