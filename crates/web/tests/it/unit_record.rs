//! A unit's record, and recording what happens to it: seen before it is written, and written once.

use axum::http::StatusCode;

use crate::books::{Answer, Books, Knock, read_words};

struct Clerk<'b> {
    books: &'b Books,
    token: String,
}

impl<'b> Clerk<'b> {
    fn at(books: &'b Books, unit: &str) -> Self {
        Self { books, token: books.account("thu.ke", "clerk", unit) }
    }

    fn get(&self, address: &str) -> Answer {
        self.books.knock(&Knock { address, token: Some(&self.token), ..Knock::default() })
    }

    fn send(&self, address: &str, form: &str) -> Answer {
        let token = Some(&*self.token);
        self.books.knock(&Knock { verb: "POST", address, form, token, ..Knock::default() })
    }

    /// Looks at the effect of a form, and gives back the page and the form as it is then confirmed.
    fn look(&self, address: &str, form: &str) -> (String, String) {
        let seen = self.send(address, &format!("{form}&step=look"));
        assert_eq!(seen.status, StatusCode::OK, "{}", read_words(&seen.text));
        let confirm = format!(
            "{form}&step=write&seen={}&command={}",
            value_of(&seen.text, "seen"),
            value_of(&seen.text, "command")
        );
        (read_words(&seen.text), confirm)
    }
}

fn value_of(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

const DAY: &str = "on-d=31&on-m=12&on-y=2021&paper-number=9%2FQ%C4%90&paper-day-d=&paper-day-m=&paper-day-y=&paper-issuer=&reason=";

#[test]
fn names_are_for_everybody_and_figures_for_who_reaches_the_unit() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "quan-k");
    let own = read_words(&clerk.get("/units/quan-k?period=2021").text);
    assert!(own.contains("Mã quan-k") && own.contains("Đoàn viên 32"), "{own}");
    let other = clerk.get("/units/quan-l?period=2021");
    assert_eq!(other.status, StatusCode::OK);
    let words = read_words(&other.text);
    assert!(words.contains("LĐLĐ quận Lộc") && words.contains("ngoài phạm vi"), "{words}");
    assert!(!other.text.contains("class=\"fig\""), "no figure of a unit out of reach");
    for tab in ["versions", "relations"] {
        assert_eq!(clerk.get(&format!("/units/quan-l/{tab}")).status, StatusCode::OK);
    }
    for tab in ["figures", "targets", "documents", "audit"] {
        let answer = clerk.get(&format!("/units/quan-l/{tab}"));
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{tab}");
    }
    assert_eq!(clerk.get("/units/khong-co").status, StatusCode::NOT_FOUND);
    assert_eq!(clerk.get("/units/quan-k/khong-co").status, StatusCode::NOT_FOUND);
}

#[test]
fn the_time_line_marks_the_day_viewed_and_what_came_after_it() {
    let books = Books::told();
    let page = books.page("/units/u2?period=2021-04");
    let words = read_words(&page);
    let order = [
        "Sắp xếp lại cấp quản lý",
        "Bạn đang xem đến hết 30/4/2021",
        "Bàn giao → LĐLĐ quận Lộc",
        "Đưa vào sổ ban đầu",
    ];
    let places: Vec<_> = order.iter().map(|text| words.find(text)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {words}");
    assert!(words.contains("Quản lý trực tiếp LĐLĐ quận Lộc từ 1/4/2021"), "{words}");
    let managers = read_words(&books.page("/units/u2/relations?period=2021"));
    assert!(managers.contains("LĐLĐ quận Lộc từ 1/4/2021 đến 1/6/2021"), "{managers}");
}

#[test]
fn every_tab_of_a_unit_answers_and_the_bar_leads_to_another_unit() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "ha-noi");
    for tab in ["", "/versions", "/relations", "/figures", "/targets", "/documents"] {
        let answer = clerk.get(&format!("/units/quan-k{tab}?period=2021"));
        assert_eq!(answer.status, StatusCode::OK, "{tab}: {}", answer.text);
    }
    let papers = read_words(&clerk.get("/units/u2/documents").text);
    assert!(papers.contains("11/QĐ-LĐLĐ 30/3/2021"), "{papers}");
    let moved = clerk.get("/units/quan-k/figures?unit=quan-l&period=2021");
    assert_eq!(moved.headers["location"], "/units/quan-l?period=2021");
}

#[test]
fn an_event_is_seen_before_it_is_written_and_written_once() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "quan-k");
    let address = "/units/u1/do/rename";
    let form = format!("name=C%C4%90CS+Sao+Mai&{DAY}");
    let head = || domain::figures::head(&books.app).unwrap().number;
    let before = head();
    let (words, confirm) = clerk.look(address, &form);
    assert!(words.contains("Ghi xong, sổ sẽ đổi thế này"), "{words}");
    assert!(words.contains("Không con số nào đổi."), "{words}");
    assert_eq!(head(), before, "looking writes nothing");
    let changed = clerk.send(address, &confirm.replace("Sao+Mai", "Sao+Kim"));
    assert!(read_words(&changed.text).contains("Biểu mẫu đã đổi sau lần xem trước"));
    assert_eq!(head(), before, "what was not seen is not written");
    let done = clerk.send(address, &confirm);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", read_words(&done.text));
    assert_eq!(head(), before + 1);
    assert_eq!(clerk.send(address, &confirm).status, StatusCode::SEE_OTHER);
    assert_eq!(head(), before + 1, "sent twice, written once");
    let record = read_words(&clerk.get("/units/u1").text);
    assert!(record.contains("CĐCS Sao Mai") && record.contains("Đổi tên"), "{record}");
}

#[test]
fn what_is_wrong_with_a_field_is_tied_to_it_and_told_as_the_vietnamese_it_is() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "ha-noi");
    let page =
        clerk.send("/units/u1/do/merge?lang=en", &format!("to=khong-co&{DAY}&step=look")).text;
    assert!(page.contains("aria-describedby=\"e-to h-to\""), "{page}");
    let (_, wrong) = page.split_once(" id=\"e-to\">").unwrap();
    assert!(wrong.starts_with("<span class=\"vh\">Error: </span><span lang=\"vi\">"), "{wrong}");
}

#[test]
fn a_merger_tells_who_moves_and_which_figures_change() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "ha-noi");
    let (words, confirm) = clerk.look("/units/u1/do/merge", &format!("to=u2&{DAY}"));
    for expected in [
        "32 người sang đơn vị kế tục",
        "Công đoàn cơ sở cuối kỳ 1 0",
        "Đoàn viên cuối kỳ 32 0",
        "Đoàn viên cuối kỳ 22 54",
    ] {
        assert!(words.contains(expected), "{expected}\n{words}");
    }
    let head = || domain::figures::head(&books.app).unwrap().number;
    let done = clerk.send("/units/u1/do/merge", &confirm);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", read_words(&done.text));
    let written = head();
    let again = clerk.send("/units/u1/do/merge", &confirm);
    assert_eq!(
        again.status,
        StatusCode::SEE_OTHER,
        "the unit has ended, and was asked to only once"
    );
    assert_eq!(again.headers["location"], done.headers["location"], "to the record of the first");
    assert_eq!(head(), written);
    let record = read_words(&clerk.get("/units/u1").text);
    assert!(record.contains("Đã kết thúc kết thúc ngày 31/12/2021"), "{record}");
    assert!(read_words(&clerk.get("/units/u1/do").text).contains("Khôi phục"));
}

#[test]
fn a_part_is_split_off_by_ticking_its_people() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "ha-noi");
    let address = "/units/u2/do/split";
    let page = clerk.get(address).text;
    let people: Vec<&str> = page
        .split("name=\"who\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(id, _)| id))
        .collect();
    assert_eq!(people.len(), 22);
    for event in ["split", "divide"] {
        let nobody = format!("to-a=u1&b-new-name=C%C4%90CS+M%E1%BB%9Bi&b-new-code=u9&{DAY}");
        let refused = clerk.send(&format!("/units/u2/do/{event}"), &nobody);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{event}");
        assert!(refused.text.contains("nobody_chosen"), "{event}: {}", read_words(&refused.text));
    }
    let form = format!(
        "to-a=&a-new-name=C%C4%90CS+M%E1%BB%9Bi&a-new-code=u9&who={}&who={}&{DAY}",
        people[0], people[1]
    );
    let (words, confirm) = clerk.look(address, &form);
    assert!(words.contains("2 người sang đơn vị kế tục"), "{words}");
    assert_eq!(clerk.send(address, &confirm).status, StatusCode::SEE_OTHER);
    let record = read_words(&clerk.get("/units/u9?period=2021").text);
    assert!(record.contains("CĐCS Mới") && record.contains("Đoàn viên 2"), "{record}");
}

#[test]
fn every_event_s_form_opens_and_an_empty_one_is_refused_with_what_was_typed() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "ha-noi");
    let words = clerk.get("/units/u1/do").text;
    let forms: Vec<&str> = words
        .split("href=\"/units/u1/do/")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '?']).next())
        .collect();
    assert_eq!(forms.len(), 12, "{forms:?}");
    for form in forms {
        let address = format!("/units/u1/do/{form}");
        assert_eq!(clerk.get(&address).status, StatusCode::OK, "{form}");
        let typed = "reason=%3Cscript%3Ealert%281%29%3C%2Fscript%3E&name=%3Cb%3E&step=write";
        let refused = clerk.send(&address, typed);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(refused.text.contains("role=\"alert\""), "{form}");
        assert!(refused.text.contains("&lt;script&gt;alert(1)"), "{form} keeps what was typed");
        assert!(!refused.text.contains("<script>alert"), "{form}");
    }
    assert_eq!(clerk.get("/units/u1/do/khong-co").status, StatusCode::NOT_FOUND);
}

#[test]
fn employers_without_a_union_are_listed_within_reach_and_visited() {
    let books = Books::told();
    let clerk = Clerk::at(&books, "quan-k");
    let empty = read_words(&clerk.get("/prospects").text);
    assert!(empty.contains("Chưa có doanh nghiệp nào"), "{empty}");
    let visit = "name=C%C3%B4ng+ty+Hoa+Sen&tax=0101234567&workers=1.200&outcome=h%E1%BA%B9n+l%E1%BA%A1i&on-d=1&on-m=12&on-y=2021";
    assert_eq!(clerk.send("/prospects?unit=quan-k", visit).status, StatusCode::SEE_OTHER);
    let listed = read_words(&clerk.get("/prospects").text);
    assert!(
        listed.contains("Công ty Hoa Sen MST 0101234567 1.200 1 1/12/2021: hẹn lại"),
        "{listed}"
    );
    let other = Clerk { books: &books, token: books.account("thu.hai", "clerk", "quan-l") };
    assert!(!other.get("/prospects").text.contains("Hoa Sen"), "another district's");
    let missing = clerk.send("/prospects?unit=quan-k", "name=X&outcome=");
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.text.contains("outcome_missing"));
}
