//! Rounds on the web: opened by a city, answered by a union, mended, decided; what members see and what nobody sees.

use axum::http::StatusCode;
use domain::accounts::{self, Visitor};

use crate::asking::{get, send_fields};
use crate::books::{Answer, Books, Knock, PASSWORD, day, read_words};

fn page(books: &Books, token: &str, address: &str) -> String {
    let answer = get(books, token, address);
    let words = read_words(&answer.text);
    assert_eq!(answer.status, StatusCode::OK, "{address}: {words}");
    words
}

/// Where a form that was carried out leads to.
fn goal(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", read_words(&answer.text));
    let to = answer.headers["location"].to_str().unwrap().split(['?', '#']).next().unwrap();
    assert_ne!(to, "/sign-in");
    to.to_owned()
}

fn refused(answer: &Answer, code: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", read_words(&answer.text));
    assert!(answer.text.contains(code), "{code} in {}", read_words(&answer.text));
}

const ROUND: &[(&str, &str)] = &[
    ("name", "Khen thưởng <b>2021</b>"),
    ("sort", "yearly"),
    ("year", "2021"),
    ("due-d", "28"),
    ("due-m", "2"),
    ("due-y", "2022"),
    ("award", "tinh.bang_khen"),
    ("level-tinh.bang_khen", "city"),
    ("award", "ctt.giay_khen"),
    ("items", "Báo cáo thành tích\nBiên bản"),
    ("quotas", "1; tinh.bang_khen; *"),
    ("woman", "1"),
    ("comment-days", "3"),
    ("comment-level", "district"),
    ("who", "some"),
    ("units", "quan-k"),
];

struct Office {
    books: Books,
    city: String,
    district: String,
    union: String,
}

impl Office {
    fn new() -> Self {
        let books = Books::told();
        let city = books.account("nga", "head", "ha-noi");
        let district = books.account("hang", "clerk", "quan-k");
        let union = books.account("thoa", "chair", "u1");
        Self { books, city, district, union }
    }

    fn open(&self) -> String {
        goal(&send_fields(&self.books, &self.city, "/rounds/new?unit=ha-noi", ROUND))
    }

    /// A union's nomination of itself, with its texts written and files attached.
    fn nomination(&self, round: &str) -> String {
        let fields = [
            ("award", "tinh.bang_khen"),
            ("subject", "collective"),
            ("achievement", "Dẫn đầu <i>phong trào</i>"),
        ];
        let begun =
            send_fields(&self.books, &self.union, &format!("{round}/nominate?unit=u1"), &fields);
        let file = goal(&begun);
        let texts = [("t-them_1", "Báo cáo thành tích"), ("t-them_2", "Biên bản họp")];
        goal(&send_fields(&self.books, &self.union, &format!("{file}/file"), &texts));
        for item in ["them_1", "them_2"] {
            let name = format!("{item}.pdf");
            let bytes = format!("%PDF-1.7 {item}");
            let to = format!("{file}/files");
            let fields = [("item", item)];
            let sent = self.books.upload(&self.union, &to, &fields, (&name, bytes.as_bytes()));
            goal(&sent);
        }
        file
    }

    fn outcome(&self, token: &str, round: &str, unit: &str, more: &[(&str, &str)]) -> Answer {
        send_fields(&self.books, token, &format!("{round}/outcome?unit={unit}"), more)
    }

    fn act(&self, token: &str, file: &str, fields: &[(&str, &str)]) -> Answer {
        send_fields(&self.books, token, &format!("{file}/act"), fields)
    }
}

const ALL_GOOD: &[(&str, &str)] = &[("do", "accept"), ("m-them_1", "ok"), ("m-them_2", "ok")];

#[test]
#[expect(clippy::too_many_lines, reason = "one file's way, step after step")]
fn a_nomination_goes_from_a_union_to_the_citys_decision_with_a_return_and_a_list_for_comment() {
    let office = Office::new();
    let (books, round) = (&office.books, office.open());
    let list = get(books, &office.union, "/rounds?unit=u1").text;
    assert!(
        list.contains("Khen thưởng &lt;b&gt;2021&lt;/b&gt;") && list.contains("Đang nhận hồ sơ")
    );
    let file = office.nomination(&round);
    let id = file.rsplit('/').next().unwrap().to_owned();
    let send = |token: &str, unit: &str, number: &str| {
        let fields = [
            ("do", "send"),
            ("n", &*id),
            ("why", "Đã có thành tích nổi bật"),
            ("paper-number", number),
            ("paper-day-d", "4"),
            ("paper-day-m", "1"),
            ("paper-day-y", "2022"),
        ];
        office.outcome(token, &round, unit, &fields)
    };
    assert_eq!(
        goal(&office.outcome(
            &office.union,
            &round,
            "u1",
            &[("do", "send"), ("n", &id), ("why", "vì")]
        )),
        round
    );
    let own = page(books, &office.union, &file);
    assert!(own.contains("Hồ sơ đang ở LĐLĐ quận Khúc"), "{own}");
    assert!(own.contains("Kết quả xét điều kiện ngày 31/12/2021"), "{own}");
    let tasks = page(books, &office.district, "/tasks?unit=quan-k");
    assert!(tasks.contains("1 hồ sơ chờ thẩm định"), "{tasks}");

    let back = [
        ("do", "return"),
        ("m-them_1", "ok"),
        ("m-them_2", "back"),
        ("w-them_2", "Thiếu kết quả <u>biểu quyết</u>"),
    ];
    goal(&office.act(&office.district, &file, &back));
    let answer = get(books, &office.union, &file);
    assert!(answer.text.contains("Thiếu kết quả &lt;u&gt;biểu quyết&lt;/u&gt;"));
    let unmended =
        office.outcome(&office.union, &round, "u1", &[("do", "send"), ("n", &id), ("why", "vì")]);
    refused(&unmended, "not_mended");
    goal(&send_fields(
        books,
        &office.union,
        &format!("{file}/file"),
        &[("t-them_2", "Biên bản: 9 trên 9 phiếu")],
    ));
    goal(&office.outcome(
        &office.union,
        &round,
        "u1",
        &[("do", "send"), ("n", &id), ("why", "vì")],
    ));
    goal(&office.act(&office.district, &file, ALL_GOOD));

    goal(&office.outcome(
        &office.district,
        &round,
        "quan-k",
        &[("do", "open"), ("n", &id), ("days", "3")],
    ));
    let shown = get(books, &office.district, &file).text;
    let opening = shown.split("/openings/").nth(1).unwrap().get(..13).unwrap().to_owned();
    let opening = format!("/openings/{opening}");
    let member = books.member_token("u1");
    let own = page(books, &member, "/me/record");
    assert!(own.contains("đến hết 2/1/2022"), "{own}");
    let seen = page(books, &member, &opening);
    assert!(seen.contains("CĐCS Công ty May U1") && seen.contains("Gửi ý kiến"), "{seen}");
    let objects = [("about", &*id), ("sort", "objects"), ("body", "Cần xem lại")];
    goal(&send_fields(books, &member, &opening, &objects));
    assert!(
        !page(books, &member, &opening).contains("Cần xem lại"),
        "others' words are the office's"
    );
    books.clock.move_to(day("2022-01-04"));
    // A sign-in does not last for days.
    let [city, district, union] = ["nga", "hang", "thoa"].map(|login| {
        accounts::sign_in(&books.app, login, PASSWORD, &Visitor::default()).unwrap().token
    });
    refused(&send(&district, "quan-k", "5/TTr"), "objection_open");
    let office_view = get(books, &district, &opening).text;
    let comment = office_view.split("name=\"answers\" value=\"").nth(1).unwrap().get(..13).unwrap();
    goal(&send_fields(
        books,
        &district,
        &opening,
        &[("answers", comment), ("body", "Đã kiểm tra")],
    ));
    goal(&send(&district, "quan-k", "5/TTr"));
    let letter = page(books, &district, &format!("{round}/letter?unit=quan-k"));
    assert!(letter.contains("DANH SÁCH TẬP THỂ ĐỀ NGHỊ TẶNG BẰNG KHEN"), "{letter}");
    let words = [
        ("as", "pdf"),
        ("number", "5/TTr-LĐLĐ"),
        ("about", "a"),
        ("to", "LĐLĐ thành phố"),
        ("body", "b"),
        ("place", "c"),
    ];
    let set = send_fields(books, &district, &format!("/print{round}?unit=quan-k"), &words);
    assert!(set.text.starts_with("Submission(") && set.text.contains("Dẫn đầu <i>phong trào</i>"));
    assert!(set.text.contains("(Kèm theo Tờ trình số 5/TTr-LĐLĐ ngày 04 tháng 01 năm 2022)"));
    assert_eq!(books.noted("rounds.printed"), ["5/TTr-LĐLĐ, 1 dòng, .pdf"]);
    let none = get(books, &union, &format!("{round}/letter?unit=u1"));
    assert!(none.text.contains("nothing_to_submit"), "{}", none.text);

    goal(&office.act(&city, &file, ALL_GOOD));
    let decided = [
        ("do", "decide"),
        ("n", &*id),
        ("decided-by", "Ban Thường vụ"),
        ("title", "Khen thưởng 2021"),
        ("paper-number", "88/QĐ-LĐLĐ"),
        ("paper-day-d", "4"),
        ("paper-day-m", "1"),
        ("paper-day-y", "2022"),
    ];
    goal(&office.outcome(&city, &round, "ha-noi", &decided));
    let last = page(books, &union, &file);
    assert!(last.contains("Đã khen") && last.contains("88/QĐ-LĐLĐ"), "{last}");
    let honours = page(books, &district, "/honours?unit=quan-k&period=2022");
    assert!(honours.contains("88/QĐ-LĐLĐ"), "{honours}");
}

#[test]
fn the_steps_of_nominating_show_who_is_found_and_what_the_rules_say_before_anything_is_written() {
    let office = Office::new();
    let (books, round) = (&office.books, office.open());
    let at = format!("{round}/nominate?unit=u1");
    let found =
        page(books, &office.union, &format!("{at}&award=tinh.bang_khen&subject=person&name=hoa"));
    assert!(found.contains("Hòa"), "{found}");
    let nobody =
        page(books, &office.union, &format!("{at}&award=tinh.bang_khen&subject=person&name=zzz"));
    assert!(nobody.contains("Không có đoàn viên nào tên như vậy"), "{nobody}");
    let person = books.member("u1", 3);
    let last = page(
        books,
        &office.union,
        &format!("{at}&award=tinh.bang_khen&subject=person&person={person}"),
    );
    assert!(last.contains("Kết quả xét điều kiện hôm nay"), "{last}");
    let elsewhere = books.account("loc", "clerk", "quan-l");
    assert_eq!(
        get(books, &elsewhere, &at).status,
        StatusCode::NOT_FOUND,
        "not called, not told of"
    );
    let none = page(books, &office.district, &format!("{round}?unit=quan-k"));
    assert!(none.contains("Chưa có hồ sơ đề nghị nào."), "{none}");
}

#[test]
fn a_round_that_cannot_be_opened_comes_back_with_what_was_typed() {
    let office = Office::new();
    let (books, at) = (&office.books, "/rounds/new?unit=ha-noi");
    let without = |field: &str| -> Vec<(&str, &str)> {
        ROUND.iter().filter(|(name, _)| *name != field).copied().collect()
    };
    let answer = send_fields(books, &office.city, at, &without("award"));
    refused(&answer, "no_awards");
    assert!(answer.text.contains("Khen thưởng &lt;b&gt;2021&lt;/b&gt;"), "what was typed is kept");
    refused(&send_fields(books, &office.city, at, &without("items")), "bad_checklist");
    refused(&send_fields(books, &office.city, at, &without("due-y")), "bad_day");
    refused(&send_fields(books, &office.city, at, &without("units")), "nobody_called");
    let mut wrong = without("quotas");
    wrong.push(("quotas", "nhiều"));
    refused(&send_fields(books, &office.city, at, &wrong), "bad_quota");
    let empty = page(books, &office.city, "/rounds?unit=ha-noi");
    assert!(empty.contains("Chưa có đợt xét nào"), "{empty}");
}

#[test]
fn a_round_is_prolonged_closed_and_opened_again_and_more_units_are_called() {
    let office = Office::new();
    let (books, round) = (&office.books, office.open());
    let change = |fields: &[(&str, &str)]| {
        send_fields(books, &office.city, &format!("{round}/change"), fields)
    };
    refused(&change(&[("step", "extended"), ("note", "chậm")]), "due_in_the_past");
    let until = [("until-d", "31"), ("until-m", "3"), ("until-y", "2022")];
    goal(&change(&[&[("step", "extended"), ("note", "chậm")][..], &until].concat()));
    let told = page(books, &office.city, &round);
    assert!(told.contains("31/3/2022"), "{told}");
    let call = send_fields(books, &office.city, &format!("{round}/call"), &[("units", "quan-l")]);
    goal(&call);
    assert!(page(books, &office.city, &round).contains("LĐLĐ quận Lộc"));
    refused(
        &send_fields(books, &office.city, &format!("{round}/call"), &[("units", "không có")]),
        "unknown_unit",
    );
    goal(&change(&[("step", "closed"), ("note", "đủ")]));
    assert!(page(books, &office.city, &round).contains("Đã kết thúc"));
    let fields = [("award", "tinh.bang_khen"), ("subject", "collective"), ("achievement", "Tốt")];
    let late = send_fields(books, &office.union, &format!("{round}/nominate?unit=u1"), &fields);
    refused(&late, "round_closed");
}

#[test]
fn a_quota_is_stated_anew_by_a_paper_and_the_round_tells_which() {
    let office = Office::new();
    let (books, round) = (&office.books, office.open());
    let state = |token: &str, fields: &[(&str, &str)]| {
        send_fields(books, token, &format!("{round}/quotas"), fields)
    };
    let paper = [("paper-number", "15/KH-LĐLĐ"), ("quotas-why", "Thêm <b>khối</b> sản xuất")];
    let with = |quotas: &'static str| [&[("quotas", quotas)][..], &paper].concat();
    refused(&state(&office.city, &with("nhiều")), "bad_quota");
    refused(&state(&office.city, &with("1; tinh.bang_khen; *")), "nothing_changed");
    let unsaid = [("quotas", "2; tinh.bang_khen; *")];
    refused(&state(&office.city, &unsaid), "document_missing");
    let below = state(&office.district, &with("2; tinh.bang_khen; *"));
    assert_eq!(below.status, StatusCode::FORBIDDEN);
    goal(&state(&office.city, &with("2; tinh.bang_khen; *")));
    let told = page(books, &office.city, &round);
    assert!(told.contains("Nhiều nhất 2") && !told.contains("Nhiều nhất 1"), "{told}");
    assert!(told.contains("Điều chỉnh chỉ tiêu: 15/KH-LĐLĐ: Thêm"), "{told}");
    assert!(get(books, &office.city, &round).text.contains("Thêm &lt;b&gt;khối&lt;/b&gt;"));
}

#[test]
fn what_is_typed_in_a_file_goes_along_with_the_attachment_that_is_sent() {
    let office = Office::new();
    let (books, round) = (&office.books, office.open());
    let file = office.nomination(&round);
    let shown = get(books, &office.union, &file).text;
    assert!(shown.contains("formenctype=\"multipart/form-data\""), "{shown}");
    let fields = [("item", "them_1"), ("t-them_1", "Vừa gõ thêm")];
    let more = ("them.pdf", "%PDF-1.7 them".as_bytes());
    goal(&books.upload(&office.union, &format!("{file}/files"), &fields, more));
    let told = page(books, &office.union, &file);
    assert!(told.contains("Vừa gõ thêm") && told.contains("them.pdf"), "{told}");
}

#[test]
fn what_a_union_nominates_is_not_seen_nor_taken_from_elsewhere_and_a_withdrawal_stays_readable() {
    let office = Office::new();
    let (books, round) = (&office.books, office.open());
    let file = office.nomination(&round);
    let elsewhere = books.account("loc", "clerk", "quan-l");
    assert_eq!(get(books, &elsewhere, &file).status, StatusCode::FORBIDDEN);
    assert_eq!(
        office.act(&elsewhere, &file, &[("do", "withdraw"), ("why", "x")]).status,
        StatusCode::FORBIDDEN
    );
    assert!(!get(books, &elsewhere, &round).status.is_success(), "a round that does not call them");
    let shown = get(books, &office.union, &file).text;
    let taken = shown.split(&format!("{file}/files/")).nth(1).unwrap().get(..13).unwrap();
    let path = format!("{file}/files/{taken}");
    assert_eq!(get(books, &elsewhere, &path).status, StatusCode::FORBIDDEN);
    let given = get(books, &office.district, &path);
    assert!(given.text.starts_with("%PDF-1.7"));
    assert_eq!(books.noted("rounds.file_taken"), ["them_1.pdf"]);
    refused(&office.act(&office.union, &file, &[("do", "withdraw"), ("why", "")]), "bad_text");
    goal(&office.act(&office.union, &file, &[("do", "withdraw"), ("why", "Xin rút")]));
    let told = page(books, &office.union, &file);
    assert!(told.contains("Đã rút") && told.contains("Xin rút"), "{told}");
    let english = books.knock(&Knock {
        address: &file,
        token: Some(&office.union),
        language: Some("en"),
        ..Knock::default()
    });
    assert!(read_words(&english.text).contains("The file is done"));
}
