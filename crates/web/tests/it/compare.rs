//! Two sides compared on the web: exact differences, the usual sides, files that are noted.

use axum::http::StatusCode;

use crate::books::{Books, read_words};

#[test]
fn without_a_second_side_it_is_the_same_days_a_year_before() {
    let books = Books::told();
    let words = read_words(&books.page("/compare?unit=quan-k&period=2021-H1"));
    assert!(
        words.contains("6 tháng đầu năm 2021 so với 6 tháng đầu năm 2020")
            || words.contains("6 tháng đầu năm 2020"),
        "{words}"
    );
    let row = words.split("Kết nạp đoàn viên").nth(1).unwrap();
    assert!(row.trim_start().starts_with("6 0 +6 –"), "{row}");
}

#[test]
fn two_periods_and_two_units_stand_side_by_side_with_the_exact_change() {
    let books = Books::told();
    let page = books.page("/compare?unit=quan-k&period=2021-H1&period2=2021-Q1");
    let words = read_words(&page);
    let closing = words.split("Đoàn viên cuối kỳ").nth(1).unwrap();
    // 32 at the end of June, 66 at the end of March: 34 of 66 fewer.
    assert!(closing.trim_start().starts_with("32 66 −34 −51,52%"), "{closing}");
    let like = books.page("/compare?unit=quan-k&period=2021-H1&period2=2021-Q1&view=like");
    let words = read_words(&like);
    let closing = words.split("Đoàn viên cuối kỳ").nth(1).unwrap();
    assert!(closing.trim_start().starts_with("32 34 −2 −5,88%"), "{closing}");
    let units = read_words(&books.page("/compare?unit=u1&period=2021-H1&unit2=quan-k"));
    let admitted = units.split("Kết nạp đoàn viên").nth(1).unwrap();
    assert!(admitted.trim_start().starts_with("5 6 −1 −16,67%"), "{admitted}");
}

#[test]
fn the_form_leads_to_a_lasting_address_and_faults_are_named() {
    let books = Books::told();
    let sent =
        "/compare?unit=quan-k&period=2021-H1&unit2=u1&period2=2021-Q1&to2-d=1&to2-m=3&to2-y=2021";
    let answer = books.get(sent);
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let to = answer.headers["location"].to_str().unwrap();
    assert_eq!(
        to,
        "/compare?unit=quan-k&period=2021-H1&unit2=u1&period2=2021-Q1&as_of2=2021-03-01"
    );
    assert_eq!(books.get(to).status, StatusCode::OK);
    let wrong = books.get("/compare?unit=quan-k&period2=x&view=now");
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert!(wrong.text.contains("“x”"), "{}", wrong.text);
    assert_eq!(books.get("/compare?unit=quan-k&unit2=khong").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_comparison_goes_out_as_a_file_and_that_is_noted() {
    let books = Books::told();
    let answer = books.get("/compare.csv?unit=quan-k&period=2021-H1&period2=2021-Q1");
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let row = answer.text.lines().find(|line| line.starts_with("members.closing;")).unwrap();
    assert_eq!(row, "members.closing;Đoàn viên cuối kỳ;32;66;-34;-51,52%");
    assert!(books.get("/compare.xlsx?unit=quan-k").text.starts_with("PK"));
    assert_eq!(books.noted("figures.exported").len(), 2);
}
