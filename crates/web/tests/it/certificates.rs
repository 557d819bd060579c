//! Certificates on the web: issued, printed, handed over, verified by anybody, revoked and seen to be.

use axum::http::StatusCode;
use domain::certificates::{public_keys, verify};
use print::{Paper, Refusal, Sets};

use crate::asking::post;
use crate::books::{Answer, Books, Knock, read_words};

/// A press that tells what it was given.
#[derive(Debug)]
pub(crate) struct Echo;

impl Sets for Echo {
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, Refusal> {
        Ok(format!("{paper:?}").into_bytes())
    }

    fn docx(&self, paper: &Paper) -> Result<Vec<u8>, Refusal> {
        match paper {
            Paper::Certificates(_) => Err(Refusal::NotEdited),
            other => Ok(format!("docx {other:?}").into_bytes()),
        }
    }
}

const FORM: &str = "paper-number=12%2FQ%C4%90-L%C4%90L%C4%90&paper-day-d=5&paper-day-m=1&paper-day-y=2021&series=GK\
    &content=%C4%90%C3%A3+c%C3%B3+th%C3%A0nh+t%C3%ADch&issuer=BAN+CH%E1%BA%A4P+H%C3%80NH%0D%0AL%C4%90L%C4%90+QU%E1%BA%ACN+KH%C3%9AC\
    &place=H%C3%A0+N%E1%BB%99i&signed-as=CH%E1%BB%A6+T%E1%BB%8ACH&signer=Tr%E1%BA%A7n+V%C4%83n+L%E1%BB%A3i\
    &recipients=B%C3%A0+Nguy%E1%BB%85n+Th%E1%BB%8B+H%C3%B2a%3B+Ch%E1%BB%A7+t%E1%BB%8Bch+C%C4%90CS%0D%0A%3Cb%3E%C3%94ng+%26+Nguy%C3%AAn";

fn get(books: &Books, token: Option<&str>, address: &str) -> Answer {
    books.knock(&Knock { address, token, ..Knock::default() })
}

/// Issues two certificates; the token of the clerk, the address of the decision, and that of the first certificate.
fn issued(books: &Books) -> (String, String, String) {
    let token = books.account("hang", "clerk", "quan-k");
    let answer = post(books, &token, "/certificates/new?unit=quan-k", FORM);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let decision = answer.headers["location"].to_str().unwrap().to_owned();
    let page = get(books, Some(&token), &decision).text;
    let at = page.find("href=\"/certificates/0").unwrap() + 6;
    let first = page[at..at + "/certificates/0123456789ABC".len()].to_owned();
    (token, decision, first)
}

#[test]
fn certificates_are_issued_by_a_decision_and_everything_typed_is_escaped() {
    let books = Books::told();
    let (token, decision, first) = issued(&books);
    let page = get(&books, Some(&token), &decision);
    let words = read_words(&page.text);
    assert!(words.contains("Bà Nguyễn Thị Hòa") && words.contains("1/2021"), "{words}");
    assert!(page.text.contains("&lt;b&gt;Ông &amp; Nguyên"), "{words}");
    let register = read_words(&get(&books, Some(&token), "/certificates?unit=quan-k").text);
    assert!(register.contains("12/QĐ-LĐLĐ") && register.contains("BAN CHẤP HÀNH"), "{register}");
    let one = read_words(&get(&books, Some(&token), &first).text);
    assert!(one.contains("Đã có thành tích") && one.contains("Chủ tịch CĐCS"), "{one}");
    let wrong =
        post(&books, &token, "/certificates/new?unit=quan-k", &FORM.replace("signer=", "x="));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.text.contains("certificate_incomplete")
            && wrong.text.contains("&lt;b&gt;Ông &amp; Nguyên")
    );
}

#[test]
fn what_is_printed_bears_a_square_that_anybody_verifies_and_the_print_is_noted() {
    let books = Books::told();
    let (token, decision, first) = issued(&books);
    let printed = get(&books, Some(&token), &format!("{first}/print.pdf"));
    assert_eq!(printed.headers["content-type"], "application/pdf");
    let at = printed.text.find("http://").unwrap();
    let square = printed.text[at..].split('"').next().unwrap();
    let keys: Vec<String> =
        public_keys(&books.app).unwrap().into_iter().map(|key| key.key).collect();
    assert_eq!(verify(square, &keys).unwrap().facts.recipient, "Bà Nguyễn Thị Hòa");
    let path = &square[square.find("/xac-minh").unwrap()..square.find('#').unwrap()];
    let told = read_words(&get(&books, None, path).text);
    assert!(
        told.contains("Giấy này có thật và còn hiệu lực") && told.contains("12/QĐ-LĐLĐ"),
        "{told}"
    );
    assert!(
        !told.contains("Chủ tịch CĐCS") && !told.contains("Đã có thành tích"),
        "no more than the facts"
    );
    assert!(get(&books, None, "/xac-minh/khoa").text.contains(&keys[0]));
    let all = get(&books, Some(&token), &format!("{decision}/print.pdf?frame=no"));
    assert!(all.text.contains("frame: false") && all.text.contains("<b>Ông & Nguyên"));
    let noted = ["1 giấy theo quyết định 12/QĐ-LĐLĐ", "2 giấy theo quyết định 12/QĐ-LĐLĐ"];
    assert_eq!(books.noted("certificates.printed"), noted);
}

#[test]
fn squares_and_links_bear_the_address_the_office_told_and_not_the_one_a_clerk_asked_at() {
    let books = Books::told();
    let (token, decision, first) = issued(&books);
    let at = |verb, address: &str, token: Option<&str>| {
        let public_address = Some("https://so.congdoan.example/");
        books.knock(&Knock { verb, address, token, public_address, ..Knock::default() }).text
    };
    let square = "https://so.congdoan.example/xac-minh/";
    for address in [&*first, &format!("{first}/print.pdf"), &format!("{decision}/print.pdf")] {
        let told = at("GET", address, Some(&token));
        assert!(told.contains(square) && !told.contains("localhost"), "{address}: {told}");
    }
    let open = at("GET", "/xac-minh", None);
    assert!(open.contains("https://so.congdoan.example/xac-minh/khoa"), "{open}");
    let head = books.account("nga", "head", "ha-noi");
    let link = at("POST", "/accounts/hang/link", Some(&head));
    assert!(link.contains("https://so.congdoan.example/link/"), "{link}");
}

#[test]
fn a_revoked_certificate_is_shown_as_revoked_and_not_printed_again() {
    let books = Books::told();
    let (token, _, first) = issued(&books);
    let printed = get(&books, Some(&token), &format!("{first}/print.pdf")).text;
    let path = printed[printed.find("/xac-minh").unwrap()..].split('#').next().unwrap().to_owned();
    let form = "cause=Khai+man&from-d=6&from-m=1&from-y=2021&paper-number=15";
    let refused = post(&books, &token, &format!("{first}/revoke"), "cause=Khai+man");
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "no decision, no revocation");
    let revoked = post(&books, &token, &format!("{first}/revoke"), form);
    assert_eq!(revoked.status, StatusCode::SEE_OTHER, "{}", revoked.text);
    let told = read_words(&get(&books, None, &path).text);
    assert!(told.contains("Giấy này đã bị thu hồi") && told.contains("6/1/2021"), "{told}");
    assert!(!told.contains("Khai man"), "the cause is no matter of the public");
    let inside = read_words(&get(&books, Some(&token), &first).text);
    assert!(inside.contains("Thu hồi ngày 6/1/2021 theo 15: Khai man"), "{inside}");
    let again = get(&books, Some(&token), &format!("{first}/print.pdf"));
    assert!(again.text.contains("certificate_revoked"));
}

#[test]
fn what_was_handed_over_is_written_down_and_taken_back() {
    let books = Books::told();
    let (token, _, first) = issued(&books);
    let form = "what=money&amount=447.000&receiver=B%C3%A0+H%C3%B2a&on-d=6&on-m=1&on-y=2021";
    let answer = post(&books, &token, &format!("{first}/deliver"), form);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let page = get(&books, Some(&token), &first).text;
    assert!(read_words(&page).contains("447.000 đ"), "{}", read_words(&page));
    let at = page.find("name=\"withdraw\" value=\"").unwrap() + 23;
    let line = &page[at..at + 13];
    post(&books, &token, &format!("{first}/deliver"), &format!("withdraw={line}"));
    assert!(!get(&books, Some(&token), &first).text.contains("447.000"));
    let refused = post(&books, &token, &format!("{first}/deliver"), "what=money&receiver=a");
    assert!(refused.text.contains("delivery_incomplete"));
}

#[test]
fn a_clerk_of_another_district_sees_and_prints_none_of_it_by_guessing_addresses() {
    let books = Books::told();
    let (_, decision, first) = issued(&books);
    let other = books.account("khac", "clerk", "quan-l");
    assert_eq!(get(&books, Some(&other), &decision).status, StatusCode::NOT_FOUND);
    for address in [first.clone(), format!("{first}/print.pdf")] {
        assert_eq!(get(&books, Some(&other), &address).status, StatusCode::FORBIDDEN, "{address}");
    }
    let whole = format!("{decision}/print.pdf");
    assert_eq!(get(&books, Some(&other), &whole).status, StatusCode::NOT_FOUND);
    for (path, form) in [("revoke", "cause=a&paper-number=1"), ("deliver", "what=paper&receiver=a")]
    {
        let answer = post(&books, &other, &format!("{first}/{path}"), form);
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}: {}", answer.text);
    }
}

#[test]
fn unknown_codes_tell_nothing_and_cannot_be_tried_one_after_the_other() {
    let books = Books::told();
    for address in ["/xac-minh/AAAA-BBBB-CCCC", "/xac-minh/-", "/xac-minh/%3Cscript%3E"] {
        let answer = get(&books, None, address);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(!answer.text.contains("<script>") && answer.text.contains("Không có giấy nào"));
    }
    let typed = get(&books, None, "/xac-minh?ma=aaaa-bbbb+cccc");
    assert_eq!(typed.headers["location"], "/xac-minh/aaaabbbbcccc");
}

#[test]
fn many_certificates_are_set_by_a_job_whose_file_only_who_asked_may_take() {
    let books = Books::told();
    let (token, decision, _) = issued(&books);
    let id = decision.rsplit('/').next().unwrap().split('?').next().unwrap();
    let asked = post(&books, &token, &format!("/print/certificates/{id}"), "frame=no");
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
    let job = asked.headers["location"].to_str().unwrap().split('?').next().unwrap().to_owned();
    let file = job.replace("/jobs/", "/certificates/run/");
    assert!(get(&books, Some(&token), &file).text.contains("not_done"));
    assert!(domain::jobs::step(&books.app).unwrap());
    let page = get(&books, Some(&token), &job);
    assert!(read_words(&page.text).contains("Đã xong"), "{}", read_words(&page.text));
    assert!(page.text.contains(&file));
    let taken = get(&books, Some(&token), &file);
    assert_eq!(taken.headers["content-type"], "application/pdf");
    assert!(taken.text.contains("frame: false") && taken.text.contains("Bà Nguyễn Thị Hòa"));
    assert!(taken.text.contains("http://localhost:8080/xac-minh/"), "{}", taken.text);
    assert_eq!(books.noted("certificates.printed"), ["2 giấy theo quyết định 12/QĐ-LĐLĐ"]);
    let other = books.account("khac", "clerk", "quan-k");
    assert_eq!(get(&books, Some(&other), &file).status, StatusCode::NOT_FOUND);
    let outside = books.account("ngoai", "clerk", "quan-l");
    let refused = post(&books, &outside, &format!("/print/certificates/{id}"), "");
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", refused.text);
}
