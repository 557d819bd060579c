//! Targets on the web: read, set in the grid by one decision, pasted, and never overwritten unseen.

use axum::http::StatusCode;
use domain::units::scope_of_code;
use kernel::Actor;

use crate::asking::get;
use crate::books::{Books, Knock, read_words};

const AT: &str = "/targets/grid?unit=quan-k&period=2021";

fn id(books: &Books, code: &str) -> String {
    scope_of_code(&books.app, &Actor::operator("thử"), code).unwrap().to_string()
}

fn cell(unit: &str, column: usize, seen: &str, typed: &str) -> String {
    format!("o-{unit}-{column}={seen}&v-{unit}-{column}={typed}&")
}

fn post(books: &Books, token: &str, form: &str) -> crate::books::Answer {
    books.knock(&Knock { verb: "POST", address: AT, form, token: Some(token), ..Knock::default() })
}

#[test]
fn a_clerk_sets_targets_of_several_units_by_one_decision_and_reads_them_back() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let (k, u1) = (id(&books, "quan-k"), id(&books, "u1"));
    let cells = cell(&k, 0, "", "1.400") + &cell(&k, 1, "3", "27") + &cell(&u1, 0, "", "20");
    let paper = "paper-number=12%2FQ%C4%90&paper-day-d=5&paper-day-m=1&paper-day-y=2021";
    let answer = post(&books, &token, &format!("{cells}{paper}"));
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let page = books.knock(&Knock {
        address: "/targets?unit=quan-k&period=2021",
        token: Some(&token),
        ..Knock::default()
    });
    let words = read_words(&page.text);
    assert!(words.contains("Đã ghi 3 chỉ tiêu theo 12/QĐ."), "{words}");
    assert!(words.contains("1.400") && words.contains("20 ở 1 đơn vị"), "{words}");
    assert!(words.contains("12/QĐ") && words.contains("5/1/2021"), "{words}");
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_overwritten_and_what_was_typed_stays() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let cells = cell(&id(&books, "quan-k"), 1, "2", "27");
    let answer = post(&books, &token, &format!("{cells}paper-number=12"));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("changed_meanwhile") && answer.text.contains("value=\"27\""));
}

#[test]
fn a_cell_that_is_no_number_and_a_decision_without_number_are_refused() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let unit = id(&books, "quan-k");
    let wrong =
        post(&books, &token, &format!("{}paper-number=12", cell(&unit, 0, "", "nhi%E1%BB%81u")));
    assert!(
        wrong.text.contains("bad_number") && wrong.text.contains("value=\"nhiều\""),
        "{}",
        wrong.text
    );
    let nameless = post(&books, &token, &cell(&unit, 0, "", "5"));
    assert!(nameless.text.contains("document_missing"));
    let day = "paper-number=12&paper-day-d=31&paper-day-m=6&paper-day-y=2021";
    assert!(
        post(&books, &token, &format!("{}{day}", cell(&unit, 0, "", "5"))).text.contains("bad_day")
    );
}

#[test]
fn a_paste_fills_the_grid_and_writes_nothing() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let answer = post(&books, &token, "fill=1&paste=u1%0950%0A%3Cb%3E%097");
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.text.contains("value=\"50\"") && !answer.text.contains("<b>7"));
    assert!(read_words(&answer.text).contains("Không thấy đơn vị"), "{}", answer.text);
    let page = books.knock(&Knock { address: AT, token: Some(&token), ..Knock::default() });
    assert!(!page.text.contains("value=\"50\""));
}

#[test]
fn each_figure_stands_with_the_targets_and_decisions_of_its_own_period() {
    let books = Books::told();
    let token = books.account("hang", "clerk", "quan-k");
    let (k, u1) = (id(&books, "quan-k"), id(&books, "u1"));
    // For the year: members too, in another sum than for the half-year.
    let cells = cell(&k, 0, "", "40") + &cell(&u1, 0, "", "30");
    post(&books, &token, &format!("{cells}paper-number=77%2FQ%C4%90"));
    let read = |period: &str| {
        let address = format!("/targets?unit=quan-k&period={period}");
        let page =
            books.knock(&Knock { address: &address, token: Some(&token), ..Knock::default() });
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        read_words(&page.text)
    };
    let year = read("2021");
    assert!(year.contains("30 ở 1 đơn vị") && year.contains("77/QĐ"), "{year}");
    let half = read("2021-H1");
    assert!(half.contains("4 ở 1 đơn vị") && !half.contains("30 ở 1 đơn vị"), "{half}");
    assert_eq!(half.matches("01/QĐ-LĐLĐ").count(), 2, "both figures' decisions: {half}");
    assert!(!half.contains("77/QĐ"), "the decision for the year is not about this figure: {half}");
}

#[test]
fn who_sets_no_targets_is_not_told_to_set_them() {
    let books = Books::told();
    for (role, may) in [("chair", false), ("head", true)] {
        let token = books.account(role, role, "u1");
        for path in ["/", "/targets"] {
            let page = get(&books, &token, &format!("{path}?unit=u1&period=2021-Q3")).text;
            let words = read_words(&page);
            assert_eq!(
                words.contains("Kết quả hiện ở đây khi cấp trên"),
                !may,
                "{role} {path}: {words}"
            );
            assert_eq!(words.contains("nhập từ bảng tính."), may, "{role} {path}");
        }
    }
}
