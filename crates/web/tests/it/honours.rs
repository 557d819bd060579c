//! Commendation on the web: a decision with its list, read back, revoked, and shown to everybody only where it may be.

use axum::http::StatusCode;

use crate::asking::{get, goal, post};
use crate::books::{Books, Knock, read_words};

const AT: &str = "/honours/new?unit=quan-k&period=2021&stage=decided";
const PAPER: &str = "paper-number=12%2FQ%C4%90KT&paper-day-d=5&paper-day-m=2&paper-day-y=2021&title=Khen%20n%C4%83m%202020\
    &level=district&decided-by=L%C4%90L%C4%90%20qu%E1%BA%ADn%20Kh%C3%BAc&award=ctt.giay_khen&year=2020";

/// A decision for a union and for somebody who is not in the books, whose name wants escaping.
fn decided(books: &Books, token: &str) -> String {
    let list = "r-0-name=&r-0-unit=u1&r-1-name=L%C3%AA%20%3Cb%3EHoa&r-1-unit=u1&r-1-achievement=Xu%E1%BA%A5t%20s%E1%BA%AFc";
    goal(&post(books, token, AT, &format!("{PAPER}&{list}&presented-by=C%C3%B4ng%20ty")))
}

#[test]
fn a_clerk_records_a_decision_with_its_list_and_reads_it_back_in_list_figures_and_records() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let paper = decided(&books, &token);
    let page = get(&books, &token, &paper);
    let words = read_words(&page.text);
    assert!(words.contains("Đã ghi 12/QĐKT với 2 dòng."), "{words}");
    assert!(words.contains("1 cá nhân, 1 tập thể"), "{words}");
    assert!(page.text.contains("Lê &lt;b&gt;Hoa") && !page.text.contains("<b>Hoa"));
    let list = read_words(&get(&books, &token, "/honours?unit=quan-k&period=2021").text);
    assert!(list.contains("Khen năm 2020") && list.contains("12/QĐKT ngày 5/2/2021"), "{list}");
    assert!(list.contains("Công ty trao"), "{list}");
    let trace =
        read_words(&get(&books, &token, "/figures/awards.people?unit=quan-k&period=2021").text);
    assert!(trace.contains("LĐLĐ quận Khúc quyết định"), "{trace}");
    let found =
        read_words(&get(&books, &token, "/honours?unit=quan-k&period=2021&name=le+hoa").text);
    assert!(!found.contains("CĐCS Công ty May U1 Giấy khen"), "{found}");
    let record = read_words(&get(&books, &token, "/units/u1/honours").text);
    assert!(record.contains("Giấy khen của công đoàn cấp trên trực tiếp cơ sở"), "{record}");
}

#[test]
fn a_line_that_cannot_be_written_is_named_and_nothing_of_the_list_goes_in() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let list = "r-0-unit=u1&r-1-unit=khong-co&r-1-name=An";
    let answer = post(&books, &token, AT, &format!("{PAPER}&{list}"));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("bad_lines") && answer.text.contains("value=\"khong-co\""));
    let medal = PAPER.replace("ctt.giay_khen", "tld.ky_niem_chuong");
    let answer = post(&books, &token, AT, &format!("{medal}&r-0-unit=u1&r-0-name=An"));
    assert!(answer.text.contains("level_not_competent"), "{}", read_words(&answer.text));
    let list = read_words(&get(&books, &token, "/honours?unit=quan-k&period=2021").text);
    assert!(list.contains("Kỳ này chưa ghi quyết định hay tờ trình nào."), "{list}");
}

#[test]
fn a_list_from_a_spreadsheet_fills_the_form_and_writes_nothing() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let fields = [("award", "ctt.giay_khen"), ("paper-day-d", "5/2/2021")];
    let list = "STT;Họ và tên;Đơn vị\r\n1;;u1\r\n2;Ngoài <i>Sổ;u1\r\n3;;lạ\r\n";
    let file = ("ds.csv", list.as_bytes());
    let answer = books.upload(&token, "/honours/list?unit=quan-k", &fields, file);
    assert_eq!(answer.status, StatusCode::OK, "{}", read_words(&answer.text));
    let words = read_words(&answer.text);
    assert!(words.contains("Đã đọc 3 dòng, 1 dòng cần sửa. Chưa ghi gì."), "{words}");
    assert!(answer.text.contains("Ngoài &lt;i&gt;Sổ"));
    let list = read_words(&get(&books, &token, "/honours?unit=quan-k&period=2021").text);
    assert!(list.contains("Kỳ này chưa ghi quyết định hay tờ trình nào."), "{list}");
}

#[test]
fn a_clerk_elsewhere_neither_reads_nor_ends_what_another_district_decided() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let paper = decided(&books, &token);
    let path = paper.split('?').next().unwrap();
    let elsewhere = books.account("loc", "clerk", "quan-l");
    assert_eq!(get(&books, &elsewhere, path).status, StatusCode::FORBIDDEN);
    let line = line_of(&get(&books, &token, &paper).text);
    let form = format!("line={line}&how=withdrawn&cause=th%E1%BB%AD");
    let answer = post(&books, &elsewhere, &format!("{path}/end"), &form);
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let shown = read_words(&get(&books, &token, &paper).text);
    assert!(!shown.contains("Xóa do ghi sai:"), "{shown}");
}

/// The first line offered by the form that ends one.
fn line_of(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"line\"").unwrap();
    let (_, rest) = rest.split_once("value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[test]
fn the_public_roll_is_not_there_until_opened_tells_no_more_than_it_may_and_forgets_the_revoked() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let head = books.account("nga", "head", "quan-k");
    let paper = decided(&books, &clerk);
    let roll = |address: &str| books.knock(&Knock { address, ..Knock::default() });
    assert_eq!(roll("/so-vang/quan-k").status, StatusCode::NOT_FOUND);
    assert_eq!(roll("/so-vang/khong-co").status, StatusCode::NOT_FOUND);
    goal(&post(&books, &head, "/honours/roll?unit=quan-k", "open=1"));
    let page = roll("/so-vang/quan-k");
    assert_eq!(page.status, StatusCode::OK);
    let words = read_words(&page.text);
    assert!(words.contains("LĐLĐ quận Khúc") && words.contains("CĐCS Công ty May U1"), "{words}");
    assert!(page.text.contains("Lê &lt;b&gt;Hoa"));
    assert!(!page.text.contains("/members/") && !page.text.contains("12/QĐKT"));
    let found = read_words(&roll("/so-vang/quan-k?q=le+%3Cb%3Ehoa").text);
    assert!(found.contains("Hoa") && found.contains("1 cá nhân"), "{found}");
    assert!(!read_words(&roll("/so-vang/quan-k?year=2019").text).contains("Hoa"));
    assert_eq!(roll("/so-vang/ha-noi").status, StatusCode::NOT_FOUND);
    let tried = books.knock_often("/so-vang/quan-k?q=hoa", 61);
    assert!(tried[..60].iter().all(|status| *status == StatusCode::OK), "{tried:?}");
    assert_eq!(tried[60], StatusCode::TOO_MANY_REQUESTS, "sixty a minute");
    assert!(
        books.knock_often("/so-vang/quan-k", 61).iter().all(|status| *status == StatusCode::OK)
    );
    // The person is the second line; the first offered is the union.
    let line = line_of(&get(&books, &clerk, &paper).text);
    let path = paper.split('?').next().unwrap();
    let form = format!(
        "line={line}&how=revoked&cause=Khai%20man&paper-number=20%2FQ%C4%90&paper-day-d=1&paper-day-m=6&paper-day-y=2021"
    );
    goal(&post(&books, &clerk, &format!("{path}/end"), &form));
    let words = read_words(&roll("/so-vang/quan-k").text);
    assert!(words.contains("1 cá nhân") && !words.contains("1 tập thể"), "{words}");
    goal(&post(&books, &head, "/honours/roll?unit=quan-k", "open=0"));
    assert_eq!(roll("/so-vang/quan-k").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_contest_and_an_initiative_are_recorded_and_told_on_their_pages() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let form = "kind=contest&name=H%E1%BB%99i%20thi%20ngh%E1%BB%81&from-d=1&from-m=2&from-y=2021";
    let contest = goal(&post(&books, &token, "/emulation?unit=quan-k&period=2021", form));
    let path = contest.split('?').next().unwrap().to_owned();
    for line in [
        "kind=entry&unit=u1",
        "kind=contestant&unit=u1&name=Ph%E1%BA%A1m%20L%E1%BA%A1&trade=H%C3%A0n&score=9%2C5&prize=first",
    ] {
        goal(&post(&books, &token, &format!("{path}/lines?unit=quan-k"), line));
    }
    let words = read_words(&get(&books, &token, &contest).text);
    assert!(words.contains("Giải nhất 1") && words.contains("9,50"), "{words}");
    let form = "kind=improvement&title=C%E1%BA%A3i%20ti%E1%BA%BFn&unit=u1&level=district&benefit=80.000.000\
        &authors=L%C3%AA%20L%E1%BA%A1%3B%201%2F2&paper-number=3&paper-day-d=1&paper-day-m=3&paper-day-y=2021";
    let answer = post(&books, &token, "/initiatives?unit=quan-k&period=2021", form);
    assert!(answer.text.contains("shares_not_one"), "{}", read_words(&answer.text));
    let whole = form.replace("1%2F2", "100%25");
    goal(&post(&books, &token, "/initiatives?unit=quan-k&period=2021", &whole));
    let words = read_words(&get(&books, &token, "/initiatives?unit=quan-k&period=2021").text);
    assert!(words.contains("80.000.000") && words.contains("Lê Lạ"), "{words}");
}
