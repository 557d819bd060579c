//! Scores on the web: a district divides its unions, makes a sheet, opens a cycle; a chair fills the card on a telephone,
//! the district reviews it side by side, ranks the cluster, takes the ranking home and back.

use axum::http::StatusCode;
use domain::units::scope_of_code;
use kernel::{Actor, UnitKind};

use crate::asking::{form, get, goal, post};
use crate::books::{Books, read_words};

fn words(books: &Books, token: &str, address: &str) -> String {
    let answer = get(books, token, address);
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", read_words(&answer.text));
    read_words(&answer.text)
}

/// The first link to a path that begins so.
fn link(text: &str, begins: &str) -> String {
    let at = text.find(&format!("href=\"{begins}")).unwrap_or_else(|| panic!("no {begins}"));
    text[at + 6..].split('"').next().unwrap().replace("&amp;", "&")
}

const PAPER: [(&str, &str); 4] = [
    ("paper-number", "7/QĐ-LĐLĐ"),
    ("paper-day-d", "10"),
    ("paper-day-m", "1"),
    ("paper-day-y", "2021"),
];

/// Books whose district K has two unions in a cluster, a sheet and an open cycle: the clerk's token and the cycle.
fn opened() -> (Books, String, String) {
    let books = Books::told();
    let k = scope_of_code(&books.app, &Actor::operator("thử"), "quan-k").unwrap();
    books.unit("u4", "CĐCS Công ty <b>Dệt</b> U4", UnitKind::Grassroots, Some(k));
    let token = books.account("hang", "clerk", "quan-k");
    let from = [("from-d", "1"), ("from-m", "1"), ("from-y", "2021")];
    let cluster = [&[("name", "Khối 1"), ("units", "u1\nu4")][..], &from, &PAPER].concat();
    goal(&post(&books, &token, "/scores/clusters?unit=quan-k", &form(&cluster)));
    let sheet = [
        ("name", "Bảng điểm 2021"),
        ("frame", "cdcs_1294"),
        (
            "items",
            "1 | 1.1 | Thỏa ước <i>tốt</i> | 40 | Thỏa ước\n2 | 2.1 | Kết nạp | 40\n3 | 3.1 | Tuyên truyền | 15\nthuong | 4.1 | Mô hình | 5",
        ),
        ("councils", "thuong"),
        (
            "bands",
            "Hoàn thành xuất sắc nhiệm vụ | 90\nhoàn thành tốt nhiệm vụ | 70\nhoan_thanh | 50\nkhong_hoan_thanh | 0",
        ),
        ("conditions", "Còn nợ đoàn phí | tot"),
    ];
    let sheet = [&sheet[..], &from, &PAPER].concat();
    goal(&post(&books, &token, "/scores/sheets/new?unit=quan-k", &form(&sheet)));
    let page = get(&books, &token, "/scores?unit=quan-k").text;
    let value = |name: &str| {
        let at = page.find(&format!("name=\"{name}\"")).unwrap();
        page[at..].split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let (sheet, cluster) = (value("sheet"), value("cluster"));
    let cycle = [
        ("cycle-name", "Chấm điểm 2021"),
        ("sheet", &*sheet),
        ("cluster", &*cluster),
        ("term", "year"),
        ("year", "2021"),
        ("cycle-from-d", "1"),
        ("cycle-from-m", "1"),
        ("cycle-from-y", "2021"),
        ("cycle-to-d", "31"),
        ("cycle-to-m", "12"),
        ("cycle-to-y", "2021"),
        ("own-by-d", "31"),
        ("own-by-m", "12"),
        ("own-by-y", "2021"),
    ];
    let cycle = goal(&post(&books, &token, "/scores/cycles?unit=quan-k", &form(&cycle)));
    (books, token, cycle)
}

fn filled(act: &str) -> String {
    form(&[("p-1.1", "38,5"), ("p-2.1", "40"), ("p-3.1", "15"), ("c-dk1", "0"), ("act", act)])
}

#[test]
fn a_chair_fills_the_card_a_district_reviews_it_and_the_cluster_is_ranked() {
    let (books, token, cycle) = opened();
    let told = words(&books, &token, &cycle);
    assert!(told.contains("Đã mở kỳ chấm, 2 đơn vị có phiếu."), "{told}");
    let chair = books.account("chu", "chair", "u1");
    let own = get(&books, &chair, "/scores?unit=u1").text;
    assert!(read_words(&own).contains("Chấm điểm 2021"), "{}", read_words(&own));
    let card = link(&own, "/scores/cards/");
    let page = get(&books, &chair, &card).text;
    assert!(page.contains("Thỏa ước &lt;i&gt;tốt") && page.contains("name=\"p-1.1\""));
    assert!(!page.contains("name=\"p-4.1\""), "the council's points are not the unit's");
    let wrong = form(&[("p-1.1", "41"), ("act", "save")]);
    let answer = post(&books, &chair, &card, &wrong);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("points_out_of_range") && answer.text.contains("value=\"41\""));
    assert!(answer.text.contains("id=\"e-1.1\"") && !answer.text.contains("id=\"e-2.1\""));
    let half = form(&[("p-1.1", "38,5"), ("act", "send")]);
    let half = post(&books, &chair, &card, &half).text;
    assert!(half.contains("items_not_scored") && half.contains("Đã ghi tạm, chưa gửi được"));
    goal(&post(&books, &chair, &card, &filled("send")));
    let told = words(&books, &chair, &card);
    assert!(
        told.contains("Đã gửi phiếu lên cấp trên.") && told.contains("Tổng 93,5 điểm"),
        "{told}"
    );
    let review = card.replacen('?', "/review?", 1);
    assert_eq!(post(&books, &chair, &review, "act=review").status, StatusCode::FORBIDDEN);
    let bare = form(&[("p-1.1", "30"), ("act", "review")]);
    assert!(post(&books, &token, &review, &bare).text.contains("reason_missing"));
    let kept = [
        ("p-1.1", "30"),
        ("pr-1.1", "Thiếu <u>thỏa ước</u>"),
        ("p-4.1", "3"),
        ("pr-4.1", "Mô hình"),
    ];
    goal(&post(&books, &token, &review, &form(&[&kept[..], &[("act", "review")]].concat())));
    let page = get(&books, &token, &card).text;
    assert!(page.contains("Thiếu &lt;u&gt;thỏa ước"));
    assert!(read_words(&page).contains("Tổng 88 điểm"), "{}", read_words(&page));
    let ranking = link(&get(&books, &token, &cycle).text, &ranking_of(&cycle));
    let before = words(&books, &token, &ranking);
    assert!(before.contains("Còn 1 đơn vị chưa thẩm định xong"), "{before}");
    assert!(get(&books, &chair, &ranking).status == StatusCode::FORBIDDEN, "not decided yet");
    assert!(post(&books, &token, &ranking, &form(&PAPER)).text.contains("cycle_not_over"));
    let paper = [PAPER[0], ("paper-day-d", "31"), ("paper-day-m", "12"), ("paper-day-y", "2021")];
    assert!(post(&books, &token, &ranking, &form(&paper)).text.contains("cards_waiting"));
    let second = other_card(&books, &token, &cycle, &card);
    goal(&post(&books, &token, &second, &filled("send")));
    goal(&post(&books, &token, &second.replacen('?', "/review?", 1), "act=review"));
    goal(&post(&books, &token, &ranking, &form(&paper)));
    let told = words(&books, &chair, &ranking);
    assert!(told.contains("Đã quyết định") && told.contains("CĐCS Công ty &lt;b&gt;Dệt"), "{told}");
    assert!(
        told.contains("Hoàn thành xuất sắc nhiệm vụ : 1 · Hoàn thành tốt nhiệm vụ : 1"),
        "{told}"
    );
    let counted = "/figures/scores.ranked.first?unit=quan-k&period=2021";
    let trace = words(&books, &token, counted);
    assert!(trace.contains("Xếp loại trong Khối 1, hạng 1"), "{trace}");
    let file = get(&books, &token, &ranking.replacen("ranking?", "ranking.xlsx?", 1));
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(books.noted("scores.ranking_exported").len(), 1);
    goal(&post(&books, &token, &ranking, "withdraw=1&cause=ghi%20nh%E1%BA%A7m"));
    assert!(words(&books, &token, &ranking).contains("Đã hủy bảng xếp loại."));
}

fn ranking_of(cycle: &str) -> String {
    format!("{}/ranking", cycle.split('?').next().unwrap())
}

/// The card of the other union of the cycle.
fn other_card(books: &Books, token: &str, cycle: &str, card: &str) -> String {
    let page = get(books, token, cycle).text;
    let id = |address: &str| address.split(['/', '?']).nth(3).unwrap_or_default().to_owned();
    let all = page.split("href=\"/scores/cards/").skip(1);
    let mut all = all.map(|rest| format!("/scores/cards/{}", rest.split('"').next().unwrap()));
    all.find(|each| id(each) != id(card)).unwrap().replace("&amp;", "&")
}

#[test]
fn evidence_is_sent_read_by_who_may_and_never_by_guessing() {
    let (books, token, _) = opened();
    let chair = books.account("chu", "chair", "u1");
    let card = link(&get(&books, &chair, "/scores?unit=u1").text, "/scores/cards/");
    let to = card.replacen('?', "/evidence?", 1);
    let bad = books.upload(&chair, &to, &[("item", "1.1")], ("a.exe", b"MZ"));
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("item", "1.1"), ("said", "Thỏa ước số 3"), ("p-1.1", "38,5")];
    goal(&books.upload(&chair, &to, &fields, ("thoa-uoc.pdf", b"%PDF-1.7 thu")));
    let own = get(&books, &chair, &card).text;
    assert!(own.contains("value=\"38,5\""), "points go along with evidence: {own}");
    let page = get(&books, &token, &card).text;
    assert!(read_words(&page).contains("Thỏa ước số 3 thoa-uoc.pdf"), "{}", read_words(&page));
    let path = card.split('?').next().unwrap();
    let file = link(&page, &format!("{path}/evidence/"));
    let taken = get(&books, &token, &file);
    assert_eq!((taken.status, taken.text.as_str()), (StatusCode::OK, "%PDF-1.7 thu"));
    assert!(taken.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(books.noted("scores.evidence_taken"), ["thoa-uoc.pdf"]);
    for (login, role, unit) in [("khac", "chair", "u4"), ("loc", "clerk", "quan-l")] {
        let other = books.account(login, role, unit);
        assert_eq!(get(&books, &other, &file).status, StatusCode::FORBIDDEN, "{login}");
        assert_eq!(get(&books, &other, &card).status, StatusCode::FORBIDDEN, "{login}");
    }
    let reader = books.account("doc", "reader", "quan-k");
    assert_eq!(get(&books, &reader, &file).status, StatusCode::FORBIDDEN);
    assert_eq!(get(&books, &reader, &card).status, StatusCode::OK, "points name nobody");
}

#[test]
fn empty_pages_say_what_to_do_and_lines_that_are_no_items_are_named() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let told = words(&books, &token, "/scores?unit=quan-k");
    assert!(told.contains("Chia khối, lập bảng điểm, rồi mở kỳ chấm."), "{told}");
    assert!(told.contains("Xếp loại công đoàn cơ sở (1294/HD-TLĐ)"), "{told}");
    let chair = books.account("chu", "chair", "u1");
    let told = words(&books, &chair, "/scores?unit=u1");
    assert!(told.contains("Chưa có kỳ chấm điểm nào gọi đơn vị này."), "{told}");
    let wrong = [("name", "Bảng"), ("items", "1 | 1.1 | Thiếu điểm")];
    let answer = post(&books, &token, "/scores/sheets/new?unit=quan-k", &form(&wrong));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("bad_sheet_line") && answer.text.contains("1 | 1.1 | Thiếu điểm"));
    let wrong = [
        ("name", "Bảng"),
        ("frame", "cdcs_1294"),
        ("items", "1 | 1.1 | A | 40"),
        ("bands", "Giỏi | 90"),
    ];
    let answer = post(&books, &token, "/scores/sheets/new?unit=quan-k", &form(&wrong));
    assert!(answer.text.contains("unknown_grade"), "{}", read_words(&answer.text));
    let wrong = [&[("name", "Khối"), ("units", "u1\nkhong-co")][..], &PAPER].concat();
    let answer = post(&books, &token, "/scores/clusters?unit=quan-k", &form(&wrong));
    assert!(read_words(&answer.text).contains("Dòng 2: "), "{}", read_words(&answer.text));
}

#[test]
fn a_unit_is_judged_as_a_collective_and_by_the_rules_of_another_day() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let at = "/awards/collective?unit=u1&award=ctt.cdcs_hoan_thanh_xuat_sac&on=31/12/2021&against=31/12/2018";
    let told = words(&books, &token, at);
    assert!(
        told.contains("CĐCS Công ty May U1") && told.contains("Thành lập từ đủ 12 tháng"),
        "{told}"
    );
    let held = "/awards/eligibility?unit=quan-k&award=tld.bang_khen&on=20/12/2021&against=1/6/2024";
    post(
        &books,
        &token,
        "/members/{k}/eligibility",
        "what=service.chuyen_trach&from-d=1&from-m=1&from-y=2015",
    );
    let told = words(&books, &token, held);
    assert!(
        told.contains("theo quy định ngày 20/12/2021 rồi theo quy định ngày 1/6/2024"),
        "{told}"
    );
}
