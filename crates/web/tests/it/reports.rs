//! Reports on the web: what is filed stays, what is typed is checked, and nobody approves their own.

use axum::http::StatusCode;
use domain::activities::{NewStated, state_count};
use domain::reports::{find_form, put_in_force, text_of};
use domain::units::scope_of_code;
use kernel::{Actor, Id, Period, UnitKind};

use crate::books::{Answer, Books, Knock, read_words};

const FORM: &str = "/reports/doan_vien_cdcs";
const ASKED: &str = "unit=quan-k&period=2021-H1";

fn post(books: &Books, token: &str, what: &str, form: &str) -> Answer {
    let address = format!("{FORM}/{what}?{ASKED}");
    books.knock(&Knock {
        verb: "POST",
        address: &address,
        form,
        token: Some(token),
        ..Knock::default()
    })
}

fn words(books: &Books, token: &str) -> String {
    let address = format!("{FORM}?{ASKED}");
    let page = books.knock(&Knock { address: &address, token: Some(token), ..Knock::default() });
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    read_words(&page.text)
}

fn unit(books: &Books, code: &str) -> Id {
    scope_of_code(&books.app, &Actor::operator("thử"), code).unwrap()
}

#[test]
fn a_report_is_typed_filed_and_approved_from_above_and_tells_what_moved_since() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let city = books.account("van", "head", "ha-noi");
    let typed =
        post(&books, &clerk, "cells", "v-IV.1=1.234&n-IV.1=theo+b%E1%BA%A3ng+l%C6%B0%C6%A1ng");
    assert_eq!(typed.status, StatusCode::SEE_OTHER, "{}", typed.text);
    assert_eq!(post(&books, &clerk, "step", "step=submit").status, StatusCode::SEE_OTHER);
    let own = post(&books, &clerk, "step", "step=approve");
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(own.text.contains("own_report"), "{}", own.text);
    assert_eq!(post(&books, &city, "step", "step=approve").status, StatusCode::SEE_OTHER);
    let before = words(&books, &clerk);
    assert!(before.contains("Đã duyệt") && before.contains("1.234"), "{before}");
    assert!(before.contains("theo bảng lương") && !before.contains("Đổi sau khi nộp"), "{before}");
    books.people(unit(&books, "u1"), "2021-06-01", 2, domain::memberships::EventKind::Admitted);
    let after = words(&books, &clerk);
    assert!(
        after.contains("Đổi sau khi nộp") && after.contains("bút toán ghi sau khi nộp"),
        "{after}"
    );
}

#[test]
fn a_report_is_filed_with_what_stands_in_its_boxes_and_a_word_among_them_is_told_at_its_line() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let address = format!("{FORM}?{ASKED}");
    let page =
        books.knock(&Knock { address: &address, token: Some(&clerk), ..Knock::default() }).text;
    assert!(page.contains("value=\"submit\" form=\"cells\""), "{page}");
    let wrong = post(&books, &clerk, "cells", "v-IV.1=nhieu&step=submit&seen=1");
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Dòng IV.1: “nhieu”"), "{}", wrong.text);
    assert!(wrong.text.contains("id=\"e-IV.1\""), "{}", wrong.text);
    assert!(words(&books, &clerk).contains("Chưa nộp"), "a wrong number files nothing");
    let filed = post(&books, &clerk, "cells", "v-IV.1=1.234&step=submit&seen=1");
    assert_eq!(filed.status, StatusCode::SEE_OTHER, "{}", filed.text);
    let page = words(&books, &clerk);
    assert!(page.contains("Chờ duyệt") && page.contains("1.234"), "{page}");
}

#[test]
fn a_report_sent_back_says_why_at_the_line_and_can_be_typed_again() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let city = books.account("van", "head", "ha-noi");
    post(&books, &clerk, "step", "step=submit");
    let without = post(&books, &city, "step", "step=return");
    assert!(without.text.contains("reason_missing"), "{}", without.text);
    let back = post(
        &books,
        &city,
        "step",
        "step=return&note=Thi%E1%BA%BFu+s%E1%BB%91&r-IV.1=Ch%C6%B0a+c%C3%B3",
    );
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text);
    let page = words(&books, &clerk);
    assert!(
        page.contains("Trả lại") && page.contains("Thiếu số") && page.contains("Chưa có"),
        "{page}"
    );
    assert_eq!(post(&books, &clerk, "cells", "v-IV.1=7").status, StatusCode::SEE_OTHER);
}

#[test]
fn a_version_filed_since_the_page_was_opened_is_not_approved_unseen() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let city = books.account("van", "head", "ha-noi");
    let step = |token: &str, form: &str| post(&books, token, "step", form);
    assert_eq!(step(&clerk, "step=submit&seen=1").status, StatusCode::SEE_OTHER);
    step(&city, "step=return&seen=1&note=xem");
    step(&clerk, "step=submit&seen=2");
    let late = step(&city, "step=approve&seen=1");
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text.contains("changed_meanwhile"), "{}", late.text);
    let page = books.knock(&Knock {
        address: &format!("{FORM}?{ASKED}"),
        token: Some(&city),
        ..Knock::default()
    });
    assert!(page.text.contains("name=\"seen\" value=\"2\""), "{}", page.text);
    assert_eq!(step(&city, "step=approve&seen=2").status, StatusCode::SEE_OTHER);
}

#[test]
fn what_is_to_be_looked_at_leads_to_where_it_is_mended() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let address = format!("{FORM}?{ASKED}");
    let page = books.knock(&Knock { address: &address, token: Some(&clerk), ..Knock::default() });
    let (link, cell) = ("href=\"#v-IV.1\"", "id=\"v-IV.1\"");
    assert!(page.text.contains(link) && page.text.contains(cell), "{}", page.text);
}

#[test]
fn what_the_unit_states_otherwise_leads_to_its_form_in_both_languages() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let stated = NewStated {
        unit: unit(&books, "quan-k"),
        indicator: "party.admitted".to_owned(),
        period: Period::parse("2021-H1").unwrap(),
        value: Some(7),
        reason: "theo danh sách của Đảng ủy".to_owned(),
        document: None,
    };
    state_count(&books.app, &Actor::operator("thử"), &stated).unwrap();
    let address = format!("{FORM}?{ASKED}");
    for (language, said) in [("vi", "tự tổng hợp 7"), ("en", "The unit states 7")] {
        let page = books.knock(&Knock {
            address: &address,
            token: Some(&clerk),
            language: Some(language),
            ..Knock::default()
        });
        assert!(page.text.contains(said), "{}", page.text);
        let link = "href=\"/activities/stated?";
        assert!(page.text.contains(link) && page.text.contains("indicator=party.admitted"));
    }
}

#[test]
fn what_is_no_number_is_refused_and_stays_in_its_cell() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let answer = post(&books, &clerk, "cells", "v-IV.1=nhi%E1%BB%81u%22");
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.text.contains("bad_number") && answer.text.contains("nhiều&quot;"),
        "{}",
        answer.text
    );
}

#[test]
fn a_leader_reads_a_report_and_is_offered_no_step_and_no_cell() {
    let books = Books::told();
    let token = books.account("lan", "leader", "quan-k");
    let page = words(&books, &token);
    assert!(!page.contains("Nộp báo cáo") && !page.contains("Ghi các ô"), "{page}");
    let list = books.knock(&Knock {
        address: "/reports?unit=quan-k",
        token: Some(&token),
        ..Knock::default()
    });
    for form in domain::reports::forms().unwrap() {
        let is_of_level = form.level == domain::reports::Level::Upper;
        let leads = list.text.contains(&format!("href=\"/reports/{}?", form.code));
        assert_eq!(
            leads, is_of_level,
            "every form of its level is reached from the list: {}",
            form.code
        );
    }
    let list = read_words(&list.text);
    assert!(list.contains("Các đơn vị trực thuộc") && list.contains("Chưa nộp"), "{list}");
}

#[test]
fn a_union_with_units_below_it_is_offered_the_forms_of_unions() {
    let books = Books::told();
    let below = Some(unit(&books, "u1"));
    books.unit("tv1", "Công đoàn cơ sở thành viên Một", UnitKind::Grassroots, below);
    let token = books.account("lan", "leader", "quan-k");
    let address = "/reports?unit=u1";
    let list = books.knock(&Knock { address, token: Some(&token), ..Knock::default() });
    let leads = |form: &str| list.text.contains(&format!("href=\"/reports/{form}?"));
    assert_eq!((leads("1_hdcd"), leads("2_hdcd")), (true, false), "{}", list.text);
}

#[test]
fn the_hall_shows_the_version_asked_for_and_no_line_that_stays_inside() {
    let books = Books::told();
    let clerk = books.account("hang", "clerk", "quan-k");
    let city = books.account("van", "head", "ha-noi");
    let text = text_of(find_form("doan_vien_cdcs").unwrap()).replace("doan_vien_cdcs", "mau_rieng");
    let text = text.replace("code = \"IV.1.1\"\n", "code = \"IV.1.1\"\ninternal = true\n");
    put_in_force(&books.app, &Actor::operator("thử"), &text).unwrap();
    let send = |token: &str, what: &str, form: &str| {
        let address = format!("/reports/mau_rieng/{what}?{ASKED}");
        let token = Some(token);
        let verb = "POST";
        let knock = Knock { verb, address: &address, form, token, ..Knock::default() };
        assert_eq!(books.knock(&knock).status, StatusCode::SEE_OTHER, "{what} {form}");
    };
    for (workers, women) in [(7_101, 3_303), (7_202, 3_404)] {
        send(&clerk, "cells", &format!("v-IV.1={workers}&v-IV.1.1={women}"));
        send(&clerk, "step", "step=submit");
        send(&city, "step", "step=return&note=xem");
    }
    let hall = |version: &str| {
        let address = format!("/reports/mau_rieng/hall?{ASKED}{version}");
        let page = Knock { address: &address, token: Some(&clerk), ..Knock::default() };
        read_words(&books.knock(&page).text)
    };
    let (first, second) = (hall("&version=1"), hall("&version=2"));
    assert!(first.contains("7.101") && !first.contains("7.202"), "{first}");
    assert!(second.contains("7.202") && !second.contains("3.404"), "{second}");
}

#[test]
fn a_report_leaves_as_a_workbook_and_the_trail_says_so() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let address = format!("{FORM}/xlsx?{ASKED}");
    let file = books.knock(&Knock { address: &address, token: Some(&token), ..Knock::default() });
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(books.noted("reports.exported").len(), 1);
}
