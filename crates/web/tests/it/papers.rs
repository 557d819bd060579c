//! Papers through the pages: numbered, entered, given files, found, and what came of them.

use axum::http::StatusCode;

use crate::asking::{get, goal, send_fields};
use crate::books::{Books, read_words};

const PDF: &[u8] = b"%PDF-1.7 a paper";
const ISSUE: [(&str, &str); 6] = [
    ("way", "issued"),
    ("paper", "decision"),
    ("symbol", "QĐ-LĐLĐ"),
    ("title", "Về việc <b>thành lập</b> công đoàn cơ sở"),
    ("day-d", "28"),
    ("day-m", "12"),
];

#[test]
fn a_clerk_numbers_a_paper_with_its_file_and_the_next_one_follows() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let form = get(&books, &token, "/documents/new?unit=quan-k&way=issued");
    let words = read_words(&form.text);
    assert!(
        words.contains("01/QĐ-LĐLĐ") && words.contains("chưa có số nào trong năm 2021"),
        "{words}"
    );
    let fields = [&ISSUE[..], &[("day-y", "2021"), ("first", "7")]].concat();
    let sent =
        books.upload(&token, "/documents/new?unit=quan-k", &fields, ("Quyết định 7.pdf", PDF));
    let there = goal(&sent);
    let page = get(&books, &token, &there);
    let words = read_words(&page.text);
    assert!(words.contains("Đã cấp số 07/QĐ-LĐLĐ"), "{words}");
    assert!(words.contains("số 7 trong dãy quyết định năm 2021"), "{words}");
    assert!(words.contains("Quyết định 7.pdf") && words.contains("LĐLĐ quận Khúc"), "{words}");
    assert!(!page.text.contains("<b>thành lập</b>"), "what was typed is no markup");
    let next = read_words(&get(&books, &token, "/documents/new?unit=quan-k").text);
    assert!(next.contains("08/QĐ-LĐLĐ") && next.contains("28/12/2021"), "{next}");
    let early = [&ISSUE[..4], &[("day-d", "1"), ("day-m", "12"), ("day-y", "2021")]].concat();
    let refused = send_fields(&books, &token, "/documents/new?unit=quan-k", &early);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("before_last_number") && !refused.text.contains("<b>thành"));
    let list =
        read_words(&get(&books, &token, "/documents?unit=quan-k&q=thanh+lap&paper=decision").text);
    assert!(list.contains("07/QĐ-LĐLĐ") && !list.contains("01/QĐ-LĐLĐ"), "{list}");
}

#[test]
fn a_form_sent_twice_takes_one_number() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let form = get(&books, &token, "/documents/new?unit=quan-k&way=issued").text;
    let (_, behind) = form.split_once("name=\"command\" value=\"").unwrap();
    let command = behind.split('"').next().unwrap();
    let fields = [&ISSUE[..], &[("day-y", "2021"), ("command", command)]].concat();
    let there = goal(&send_fields(&books, &token, "/documents/new?unit=quan-k", &fields));
    let again = send_fields(&books, &token, "/documents/new?unit=quan-k", &fields);
    assert_eq!(goal(&again), there, "the paper that came of it");
    let next = read_words(&get(&books, &token, "/documents/new?unit=quan-k").text);
    assert!(next.contains("02/QĐ-LĐLĐ"), "{next}");
}

#[test]
fn a_paper_that_came_is_entered_and_its_file_is_taken_with_a_note() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let fields = [
        ("way", "incoming"),
        ("number", "12/KH-TLĐ"),
        ("day-d", "1"),
        ("day-m", "6"),
        ("day-y", "2021"),
        ("issuer", "Tổng Liên đoàn"),
        ("title", "Kế hoạch phát triển đoàn viên"),
        ("paper", "plan"),
    ];
    let there =
        goal(&books.upload(&token, "/documents/new?unit=quan-k", &fields, ("KH 12.pdf", PDF)));
    let page = get(&books, &token, &there).text;
    let start = page.find(&format!("{}/files/", there.split('?').next().unwrap())).unwrap();
    let file = page[start..].split(['"', '?']).next().unwrap().to_owned();
    let taken = get(&books, &token, &file);
    assert_eq!((taken.status, &*taken.text), (StatusCode::OK, "%PDF-1.7 a paper"));
    assert_eq!(taken.headers["content-type"], "application/pdf");
    assert!(taken.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(books.noted("documents.file_taken"), ["KH 12.pdf"]);
    let reader = books.account("xem", "reader", "quan-k");
    assert_eq!(get(&books, &reader, &file).status, StatusCode::FORBIDDEN);
    let seen = get(&books, &reader, there.split('?').next().unwrap()).text;
    assert!(!seen.contains(&file), "no link to what may not be taken");
    let other = books.account("khac", "clerk", "quan-l");
    assert_eq!(get(&books, &other, &file).status, StatusCode::FORBIDDEN);
    let plain = there.split('?').next().unwrap();
    for (name, bytes, code) in [
        ("a.pdf", &b"MZ\x90"[..], "bad_file_kind"),
        ("a.exe", b"%PDF-2", "bad_file_ending"),
        ("a.pdf", b"", "empty_file"),
        ("KH 12 lần nữa.pdf", PDF, "already_attached"),
    ] {
        let refused = books.upload(&token, &format!("{plain}/files"), &[], (name, bytes));
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(refused.text.contains(code), "{}", read_words(&refused.text));
    }
    let form = read_words(&get(&books, &other, "/documents?unit=quan-l&q=12").text);
    assert!(!form.contains("12/KH-TLĐ"), "{form}");
}

#[test]
fn a_paper_tells_what_it_caused_and_leads_there() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let page = get(&books, &token, "/documents/{dk}").text;
    let words = read_words(&page);
    assert!(words.contains("Chỉ tiêu giao") && words.contains("CĐCS Công ty May U1"), "{words}");
    assert!(page.contains("/targets?unit=u1&amp;period=2021-H1"), "{page}");
    // The oldest paper of that number is about members of several units.
    let list = get(&books, &token, "/documents?unit=quan-k&q=7/q%C4%91").text;
    let (_, behind) = list.rsplit_once("href=\"/documents/0").unwrap();
    let admitting = format!("0{}", behind.split(['"', '?']).next().unwrap());
    let page = get(&books, &token, &format!("/documents/{admitting}")).text;
    let words = read_words(&page);
    assert!(words.contains("Việc của đoàn viên") && words.contains("Danh sách người"), "{words}");
    assert!(!words.contains("U2"), "what happened elsewhere is not told: {words}");
    let reader = books.account("xem", "reader", "quan-k");
    let seen = read_words(&get(&books, &reader, &format!("/documents/{admitting}")).text);
    assert!(seen.contains("Việc của đoàn viên") && !seen.contains("Danh sách người"), "{seen}");
    let tab = get(&books, &token, "/units/u1/documents").text;
    assert!(tab.contains("/documents/"), "{tab}");
}

#[test]
fn what_is_typed_into_papers_is_never_markup() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let bad = "\"><script>alert(1)</script>";
    let names = [
        "way", "paper", "symbol", "title", "day-d", "day-m", "day-y", "first", "number", "issuer",
        "note", "of", "as", "command", "entry", "reason-",
    ];
    let fields = names.map(|name| (name, bad));
    for address in
        ["/documents/new?unit=quan-k", "/documents/{dk}/files", "/documents/{dk}/withdraw"]
    {
        let answer = send_fields(&books, &token, address, &fields);
        assert!(!answer.text.contains("<script>alert"), "{address}");
    }
    let incoming = [&fields[1..], &[("way", "incoming")]].concat();
    let answer = send_fields(&books, &token, "/documents/new?unit=quan-k", &incoming);
    assert!(!answer.text.contains("<script>alert"));
    let typed = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for address in [
        format!("/documents?q={typed}&issuer={typed}&paper={typed}&after={typed}"),
        format!("/documents?year={typed}"),
        format!("/documents/{typed}"),
        format!("/documents/new?way={typed}&paper={typed}&of={typed}"),
    ] {
        assert!(!get(&books, &token, &address).text.contains("<script>alert"), "{address}");
    }
}

#[test]
fn papers_are_read_in_english_too() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    for (address, said) in [
        ("/documents?unit=quan-k&lang=en", "Documents"),
        ("/documents/{dk}?lang=en", "What came of it"),
        ("/documents/new?unit=quan-k&way=issued&lang=en", "Take the number"),
        ("/documents/new?unit=quan-k&way=incoming&lang=en", "Enter it"),
    ] {
        let words = read_words(&get(&books, &token, address).text);
        assert!(
            words.contains(said) || said == "What came of it" && words.contains("Targets"),
            "{words}"
        );
    }
}
