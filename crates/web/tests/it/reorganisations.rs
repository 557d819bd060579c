//! The list of a decision through the pages: sent, rehearsed, mended, written whole, taken back.

use axum::http::StatusCode;
use domain::units::scope_of_code;
use kernel::Actor;

use crate::asking::{get, goal, post};
use crate::books::{Answer, Books, read_words};

const HEAD: &str = "TT;Tên đơn vị;Hình thức;Chuyển về;Tên mới\r\n";
/// The end of district K: a ward is founded and its union goes there, under another name.
const LIST: &str = "1;LĐLĐ quận Khúc;Kết thúc hoạt động;;\r\n\
    2;CĐCS Công ty May U1;Chuyển về;Công đoàn phường Sen;CĐCS May <b>Sen</b>\r\n\
    3;Công đoàn phường Sen;Thành lập;;\r\n";
const DECISION: [(&str, &str); 7] = [
    ("paper-number", "22/QĐ-LĐLĐ"),
    ("paper-day-d", "20"),
    ("paper-day-m", "11"),
    ("paper-day-y", "2021"),
    ("on-d", "1"),
    ("on-m", "12"),
    ("on-y", "2021"),
];

struct Clerk<'b> {
    books: &'b Books,
    token: String,
}

impl<'b> Clerk<'b> {
    fn at(books: &'b Books, login: &str, unit: &str) -> Self {
        Self { books, token: books.account(login, "clerk", unit) }
    }

    fn get(&self, address: &str) -> Answer {
        get(self.books, &self.token, address)
    }

    fn post(&self, address: &str, form: &str) -> Answer {
        post(self.books, &self.token, address, form)
    }

    /// Sends a list with the fields of a form.
    fn send(&self, address: &str, fields: &[(&str, &str)], (name, text): (&str, &str)) -> Answer {
        self.books.upload(&self.token, address, fields, (name, text.as_bytes()))
    }

    fn sent(&self, list: &str) -> String {
        let file = ("danh <b>sách.csv", &*format!("{HEAD}{list}"));
        goal(&self.send("/reorganise?unit=ha-noi", &DECISION, file))
    }
}

fn path(address: &str) -> &str {
    address.split('?').next().unwrap()
}

#[test]
fn a_decision_is_sent_rehearsed_written_once_and_taken_back() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "hang", "ha-noi");
    let empty = read_words(&clerk.get("/reorganise").text);
    assert!(empty.contains("Chưa có lần sắp xếp nào"), "{empty}");
    let preview = clerk.sent(LIST);
    let head = || domain::figures::head(&books.app).unwrap().number;
    let before = head();
    let page = clerk.get(&preview);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let words = read_words(&page.text);
    for expected in [
        "22/QĐ-LĐLĐ, hiệu lực 1/12/2021",
        "Sẽ ghi 3",
        "Không ghi được 0",
        "mã mới cong-doan-phuong-sen",
        "Đoàn viên cuối kỳ 32 0",
        "Đoàn viên cuối kỳ 0 32",
        "Ghi cả 3 dòng vào sổ",
    ] {
        assert!(words.contains(expected), "{expected}\n{words}");
    }
    assert!(!page.text.contains("<b>Sen") && !page.text.contains("<b>sách"), "typed, not obeyed");
    assert_eq!(head(), before, "looking writes nothing");
    let mine = read_words(&clerk.get("/reorganise").text);
    assert!(
        mine.contains("22/QĐ-LĐLĐ · danh <b>sách.csv") || mine.contains("22/QĐ-LĐLĐ ·"),
        "{mine}"
    );
    let commit = format!("{}/commit", path(&preview));
    let progress = goal(&clerk.post(&commit, ""));
    assert!(progress.starts_with("/jobs/"));
    assert!(domain::jobs::step(&books.app).unwrap());
    let result = goal(&clerk.get(&progress));
    let page = clerk.get(&result);
    let words = read_words(&page.text);
    assert!(words.contains("Dòng đã ghi 3"), "{words}");
    let unit = read_words(&clerk.get("/units/u1?period=2021").text);
    assert!(unit.contains("CĐCS May <b>Sen</b>") || unit.contains("CĐCS May"), "{unit}");
    let was = read_words(&clerk.get("/?unit=quan-k&period=2021-H1").text);
    assert!(was.contains("32"), "what was printed before prints the same: {was}");
    let history = read_words(&clerk.get("/reorganise").text);
    assert!(history.contains("Đang trong sổ"), "{history}");
    let id = page.text.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let undone = goal(&clerk.post("/reorganise/undo", &format!("id={id}")));
    let after = read_words(&clerk.get(&undone).text);
    assert!(
        after.contains("Đã gỡ nguyên cả lần sắp xếp") && !after.contains("Đang trong sổ"),
        "{after}"
    );
    let gone = scope_of_code(&books.app, &Actor::operator("thử"), "cong-doan-phuong-sen");
    assert!(gone.is_err(), "the ward never was");
    let again = clerk.post("/reorganise/undo", &format!("id={id}"));
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("already_undone"));
}

#[test]
fn one_row_that_cannot_be_written_holds_the_list_back_until_it_is_mended() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "hang", "ha-noi");
    let wrong = LIST.replace("phường Sen;CĐCS", "phường Xen;CĐCS");
    let preview = clerk.sent(&wrong);
    let page = clerk.get(&preview);
    let words = read_words(&page.text);
    assert!(words.contains("Sổ không có đơn vị “Công đoàn phường Xen”"), "{words}");
    assert!(words.contains("Cả danh sách chờ các dòng này") && words.contains("Chưa ghi được"));
    assert!(!page.text.contains("/commit"), "there is no button to write");
    let forced = clerk.post(&format!("{}/commit", path(&preview)), "");
    assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(forced.text.contains("rows_refused"));
    let back = clerk.get(&format!("{}/list.xlsx", path(&preview)));
    assert!(back.text.starts_with("PK"), "{}", back.text);
    let list = format!("{HEAD}{LIST}");
    let mended = clerk.send(&format!("{}/file", path(&preview)), &[], ("đã sửa.csv", &list));
    let next = goal(&mended);
    assert_ne!(path(&next), path(&preview));
    assert!(read_words(&clerk.get(&next).text).contains("Ghi cả 3 dòng vào sổ"));
    let dropped = read_words(&clerk.get(&preview).text);
    assert!(dropped.contains("Danh sách không được ghi"), "{dropped}");
    let empty = clerk.send(&format!("{}/file", path(&next)), &[], ("", ""));
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_decision_is_mended_and_what_cannot_be_sent_says_why_at_the_field() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "hang", "ha-noi");
    let preview = clerk.sent(LIST);
    let decision = format!("{}/decision", path(&preview));
    let changed = clerk.post(&decision, "paper-number=33%2FQ%C4%90&on-d=5&on-m=12&on-y=2021");
    let words = read_words(&clerk.get(&goal(&changed)).text);
    assert!(words.contains("33/QĐ, hiệu lực 5/12/2021"), "{words}");
    let future = clerk.post(&decision, "paper-number=33&on-d=5&on-m=12&on-y=2022");
    assert_eq!(future.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(future.text.contains("after_last_day"));
    let list = format!("{HEAD}{LIST}");
    for (fields, file, code) in [
        (&DECISION[..], ("", ""), "file_missing"),
        (&DECISION[..], ("a.csv", "Họ và tên;Ngày sinh\r\nAn;1990\r\n"), "no_list"),
        (&DECISION[1..], ("a.csv", &*list), "document_missing"),
        (&DECISION[..4], ("a.csv", &*list), "day_missing"),
    ] {
        let refused = clerk.send("/reorganise?unit=ha-noi", fields, file);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{code}: {}", refused.text);
        assert!(refused.text.contains(code) && refused.text.contains("id=\"loi\""), "{code}");
    }
}

#[test]
fn nobody_sees_or_writes_the_list_of_another_or_of_another_district() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "hang", "ha-noi");
    let preview = clerk.sent(LIST);
    let other = Clerk::at(&books, "lan", "ha-noi");
    let page = other.get(&preview);
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(!page.text.contains("22/QĐ"));
    for act in ["commit", "again"] {
        let answer = other.post(&format!("{}/{act}", path(&preview)), "");
        assert!(answer.status.is_client_error(), "{act}: {}", answer.status);
    }
    let small = Clerk::at(&books, "mai", "quan-k");
    let list = format!("{HEAD}1;CĐCS Công ty May U2;Chuyển về;LĐLĐ quận Khúc;\r\n");
    let sent = small.send("/reorganise?unit=quan-k", &DECISION, ("a.csv", &list));
    let words = read_words(&small.get(&goal(&sent)).text);
    assert!(words.contains("Sổ không có đơn vị") || words.contains("không có quyền"), "{words}");
    let outside = small.send("/reorganise?unit=ha-noi", &DECISION, ("a.csv", &list));
    assert_eq!(outside.status, StatusCode::FORBIDDEN);
}

#[test]
fn the_pages_are_there_in_english_and_the_sheet_to_fill_is_a_workbook() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "hang", "ha-noi");
    let words = read_words(&clerk.get("/reorganise?lang=en").text);
    assert!(words.contains("Send and rehearse"), "{words}");
    let preview = clerk.sent(LIST);
    let english = read_words(&clerk.get(&format!("{}?lang=en", path(&preview))).text);
    assert!(english.contains("Write all 3 rows") && english.contains("Comes under"), "{english}");
    let sheet = clerk.get("/reorganise/list.xlsx?unit=ha-noi");
    assert!(sheet.text.starts_with("PK"));
    assert_eq!(books.noted("reorganisations.sheet_to_fill").len(), 1, "and it is noted");
}
