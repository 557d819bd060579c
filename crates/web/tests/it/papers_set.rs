//! Papers set from records: a decision drafted from its list, a submission letter, a report that stays what was filed.

use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use domain::documents::{DocumentRef, Kind, NewEntry, Way, Which, enter};
use domain::memberships::EventKind;
use domain::units::{Share, Succession, rename, scope_of_code, succeed};
use kernel::{Actor, Id, UnitKind};
use print::{Paper, Press, Refusal, Sets};

use crate::asking::{get, post};
use crate::books::{Books, Knock, day, read_words};

const LIST: &str = "paper-number=12%2FQ%C4%90-L%C4%90L%C4%90&paper-day-d=5&paper-day-m=2&paper-day-y=2021\
    &title=Khen%20th%C6%B0%E1%BB%9Fng%20n%C4%83m%202020&decided-by=L%C4%90L%C4%90%20th%C3%A0nh%20ph%E1%BB%91&year=2020\
    &r-0-name=&r-0-unit=u1&r-1-name=L%C3%AA%20%3Cb%3EHoa&r-1-unit=u1&r-1-achievement=Xu%E1%BA%A5t%20s%E1%BA%AFc\
    &r-1-money=447.000";

/// Records a list; the address of its page.
fn recorded(books: &Books, token: &str, stage: &str, award: &str, level: &str) -> String {
    let address = format!("/honours/new?unit=quan-k&period=2021&stage={stage}");
    let answer = post(books, token, &address, &format!("{LIST}&award={award}&level={level}"));
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", read_words(&answer.text));
    let there = answer.headers["location"].to_str().unwrap();
    there.split('?').next().unwrap().to_owned()
}

/// The text in a field of several lines.
fn text_in<'p>(page: &'p str, field: &str) -> &'p str {
    let at = page.find(&format!("name=\"{field}\"")).unwrap_or_else(|| panic!("{field}: {page}"));
    let from = at + page[at..].find('>').unwrap() + 1;
    &page[from..from + page[from..].find("</textarea>").unwrap()]
}

#[test]
fn a_decision_is_drafted_from_its_list_mended_and_set_with_the_list_annexed() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let list = recorded(&books, &token, "decided", "ctt.giay_khen", "district");
    assert!(get(&books, &token, &list).text.contains(&format!("{list}/paper")));
    let page = get(&books, &token, &format!("{list}/paper")).text;
    assert_eq!(text_in(&page, "about"), "Về việc khen thưởng năm 2020");
    assert_eq!(text_in(&page, "to"), "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG QUẬN KHÚC");
    assert_eq!(
        text_in(&page, "grounds"),
        "Căn cứ Điều lệ Công đoàn Việt Nam;\nCăn cứ Quyết định số 1689/QĐ-TLĐ ngày 12 tháng 11 năm 2019 của Tổng Liên \
         đoàn Lao động Việt Nam về Quy chế khen thưởng của tổ chức Công đoàn."
    );
    let articles: Vec<&str> = text_in(&page, "body").lines().collect();
    assert_eq!(
        articles[0],
        "Tặng Giấy khen cho 1 tập thể, 1 cá nhân (khen thưởng năm 2020); danh sách kèm theo."
    );
    assert!(articles[1].starts_with("Tiền thưởng kèm theo là 447.000 đồng"), "{articles:?}");
    assert_eq!(articles.len(), 3);

    let form = "as=pdf&about=V%E1%BB%81%20vi%E1%BB%87c%20khen&to=BAN%20TH%C6%AF%E1%BB%9CNG%20V%E1%BB%A4&grounds=C%C4%83n%20c%E1%BB%A9\
        &body=M%E1%BB%99t%0D%0A%23Hai&place=H%C3%A0%20N%E1%BB%99i&signed-as=TM.%20BTV&signer=Tr%E1%BA%A7n%20V%C4%83n%20L%E1%BB%A3i";
    let there = format!("/print{list}");
    let set = post(&books, &token, &there, form);
    assert_eq!(set.headers["content-type"], "application/pdf");
    let name = set.headers["content-disposition"].to_str().unwrap();
    assert!(name.contains("quyet-dinh_12-"), "{name}");
    for said in [
        "above: [\"LIÊN ĐOÀN LAO ĐỘNG\", \"THÀNH PHỐ HÀ NỘI\"]",
        "body: [\"LIÊN ĐOÀN LAO ĐỘNG\", \"QUẬN KHÚC\"]",
        "symbol: \"12/QĐ-LĐLĐ\", place: \"Hà Nội\", day: Day { year: 2021, month: 2, day: 5 }",
        "articles: [\"Một\", \"#Hai\"]",
        "DANH SÁCH TẬP THỂ ĐƯỢC TẶNG GIẤY KHEN",
        "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",
        "(Kèm theo Quyết định số 12/QĐ-LĐLĐ ngày 05 tháng 02 năm 2021)",
        "cells: [\"1\", \"Lê <b>Hoa\", \"CĐCS Công ty May U1\", \"Xuất sắc\", \"447.000\"]",
        "cells: [\"\", \"Cộng\", \"\", \"\", \"447.000\"], strong: true",
    ] {
        assert!(set.text.contains(said), "{said}: {}", set.text);
    }
    let word = post(&books, &token, &there, &form.replace("as=pdf", "as=docx"));
    assert!(word.text.starts_with("docx Decision"), "{}", word.text);
    assert_eq!(
        books.noted("honours.printed"),
        ["12/QĐ-LĐLĐ, 2 dòng, .pdf", "12/QĐ-LĐLĐ, 2 dòng, .docx"]
    );
    let bare = post(&books, &token, &there, &form.replace("&place=H%C3%A0%20N%E1%BB%99i", ""));
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text.contains("paper_incomplete") && bare.text.contains("#Hai"));
    assert_eq!(books.noted("honours.printed").len(), 2, "what was not set is not noted");
}

#[test]
fn a_proposal_is_set_as_a_submission_letter_to_whom_is_asked() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let list = recorded(&books, &token, "proposed", "tinh.bang_khen", "city");
    let page = get(&books, &token, &format!("{list}/paper")).text;
    assert_eq!(text_in(&page, "to"), "LĐLĐ thành phố");
    let said: Vec<&str> = text_in(&page, "body").lines().collect();
    assert_eq!(
        said[0],
        "LĐLĐ quận Khúc đã xét chọn và đề nghị LĐLĐ thành phố tặng Bằng khen của Liên đoàn Lao động tỉnh, thành phố cho 1 \
         tập thể, 1 cá nhân (khen thưởng năm 2020); danh sách kèm theo."
    );
    let form = "as=pdf&about=a&to=L%C4%90L%C4%90&body=b&place=c";
    let set = post(&books, &token, &format!("/print{list}"), form);
    assert!(set.text.starts_with("Submission(") && set.text.contains("to: [\"LĐLĐ\"]"));
    assert!(
        set.text.contains("DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA LIÊN ĐOÀN LAO ĐỘNG TỈNH")
    );
    assert!(set.text.contains("(Kèm theo Tờ trình số 12/QĐ-LĐLĐ"));
}

#[test]
fn the_decision_of_another_office_is_not_written_here() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let list = recorded(&books, &token, "decided", "tinh.bang_khen", "city");
    assert!(!get(&books, &token, &list).text.contains(&format!("{list}/paper")));
    for answer in [
        get(&books, &token, &format!("{list}/paper")),
        post(&books, &token, &format!("/print{list}"), "as=pdf&about=a&to=b&body=c&place=d"),
    ] {
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert!(answer.text.contains("written_elsewhere"));
    }
    let other = books.account("khac", "clerk", "quan-l");
    for address in [format!("{list}/paper"), list] {
        assert_eq!(get(&books, &other, &address).status, StatusCode::FORBIDDEN, "{address}");
    }
}

/// A true press that keeps what it made.
#[derive(Debug)]
struct Keeping {
    press: Press,
    made: Mutex<Vec<Vec<u8>>>,
}

impl Sets for Keeping {
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, Refusal> {
        let made = self.press.pdf(paper)?;
        self.made.lock().unwrap().push(made.clone());
        Ok(made)
    }

    fn docx(&self, paper: &Paper) -> Result<Vec<u8>, Refusal> {
        let made = print::docx(paper)?;
        self.made.lock().unwrap().push(made.clone());
        Ok(made)
    }
}

const REPORT: &str = "/reports/doan_vien_cdcs";
const ASKED: &str = "unit=quan-k&period=2021-H1";

fn unit(books: &Books, code: &str) -> Id {
    scope_of_code(&books.app, &Actor::operator("thử"), code).unwrap()
}

fn step(books: &Books, token: &str, step: &str) {
    let form = format!("step={step}&note=%C4%91%E1%BB%91i+chi%E1%BA%BFu");
    let answer = post(books, token, &format!("{REPORT}/step?{ASKED}"), &form);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", read_words(&answer.text));
}

#[test]
fn a_filed_report_is_set_the_same_to_the_byte_after_records_were_corrected_and_a_union_merged() {
    let books = Books::told();
    let operator = Actor::operator("thử");
    let u4 = books.unit(
        "u4",
        "CĐCS Trường mầm non U4",
        UnitKind::Grassroots,
        Some(unit(&books, "quan-k")),
    );
    books.people(u4, "2021-04-01", 3, EventKind::Admitted);
    let clerk = books.account("hang", "clerk", "quan-k");
    let city = books.account("van", "head", "ha-noi");
    let typed = post(&books, &clerk, &format!("{REPORT}/cells?{ASKED}"), "v-IV.1=1.234");
    assert_eq!(typed.status, StatusCode::SEE_OTHER);
    step(&books, &clerk, "submit");
    step(&books, &city, "approve");

    let press = Arc::new(Keeping { press: Press::inside(), made: Mutex::default() });
    let set = |ending: &str, version: &str| {
        let address = format!("{REPORT}/{ending}?{ASKED}{version}");
        let knock = Knock { address: &address, token: Some(&clerk), ..Knock::default() };
        let answer = books.knock_where(&knock, Arc::clone(&press) as Arc<dyn Sets>);
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        press.made.lock().unwrap().pop().unwrap()
    };
    let (pdf, word) = (set("pdf", ""), set("docx", ""));
    assert!(pdf.starts_with(b"%PDF-1.7"));

    // Two records told late, a union merged into another, and the office itself renamed.
    books.people(unit(&books, "u1"), "2021-06-01", 2, EventKind::Admitted);
    let paper =
        DocumentRef::decision("44/QĐ-LĐLĐ", Some(day("2021-06-20")), "LĐLĐ quận Khúc", "Sáp nhập");
    let merged = Succession {
        unit: u4,
        shares: vec![Share { to: unit(&books, "u1"), people: None }],
        ends: true,
    };
    succeed(&books.app, &operator, day("2021-06-25"), &[merged], &paper).unwrap();
    rename(
        &books.app,
        &operator,
        unit(&books, "quan-k"),
        day("2021-01-02"),
        "LĐLĐ quận Mới",
        &paper,
    )
    .unwrap();
    assert_eq!(set("pdf", ""), pdf);
    assert_eq!(set("docx", ""), word);
    let page = read_words(&get(&books, &clerk, &format!("{REPORT}?{ASKED}")).text);
    assert!(
        page.contains("Đổi sau khi nộp") && page.contains("bút toán ghi sau khi nộp"),
        "{page}"
    );

    step(&books, &city, "reopen");
    step(&books, &clerk, "submit");
    step(&books, &city, "approve");
    let second = set("pdf", "");
    assert_ne!(second, pdf, "the new version says what the books say now");
    assert_eq!(set("pdf", "&version=1"), pdf, "and the first stays");
    assert_eq!(set("pdf", "&version=2"), second);
    let noted = books.noted("reports.printed");
    assert_eq!(noted.len(), 7);
    assert!(noted[0].ends_with("bản 1, .pdf") && noted[4].ends_with("bản 2, .pdf"), "{noted:?}");
}

#[test]
fn a_decision_that_did_something_to_units_is_drafted_from_what_it_did() {
    let books = Books::told();
    let operator = Actor::operator("thử");
    let paper = DocumentRef::decision(
        "11/QĐ-LĐLĐ",
        Some(day("2021-03-30")),
        "LĐLĐ thành phố",
        "Quyết định",
    );
    let entry = NewEntry {
        unit: unit(&books, "ha-noi"),
        way: Way::Issued,
        kind: Kind::Decision,
        on: day("2021-03-30"),
        note: None,
    };
    enter(&books.app, &operator, &Which::Borne(paper), &entry, None).unwrap();
    let id = books.paper("11/QĐ-LĐLĐ");
    let token = books.account("van", "head", "ha-noi");
    assert!(
        get(&books, &token, &format!("/documents/{id}"))
            .text
            .contains(&format!("/documents/{id}/paper"))
    );
    let page = get(&books, &token, &format!("/documents/{id}/paper")).text;
    let said: Vec<&str> = text_in(&page, "body").lines().collect();
    assert_eq!(said[0], "Bàn giao CĐCS Công ty May U2 kể từ ngày 01 tháng 4 năm 2021.");
    assert_eq!(text_in(&page, "to"), "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HÀ NỘI");
    let form = "as=docx&about=a&to=b&body=c&place=d";
    let set = post(&books, &token, &format!("/print/documents/{id}"), form);
    assert!(
        set.text.starts_with("docx Decision") && set.text.contains("symbol: \"11/QĐ-LĐLĐ\""),
        "{}",
        set.text
    );
    assert_eq!(books.noted("documents.printed").len(), 1);
    // A paper of others, or one that did nothing, is not written from the books.
    let other = books.paper("02/QĐ-LĐLĐ");
    let refused = get(&books, &token, &format!("/documents/{other}/paper"));
    assert!(refused.text.contains("written_elsewhere"), "{}", refused.text);
}
