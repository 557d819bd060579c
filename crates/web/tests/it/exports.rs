//! Figures taken away as a file say what the page says, and that they were taken is noted.

use axum::http::StatusCode;

use crate::books::Books;

#[test]
fn the_figures_of_a_unit_go_out_as_text_a_vietnamese_spreadsheet_opens() {
    let books = Books::told();
    let answer = books.get("/figures.csv?unit=quan-k&period=2021-H1");
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    let name = answer.headers["content-disposition"].to_str().unwrap();
    assert!(name.starts_with("attachment; filename=\"so-lieu_quan-k_2021-h1.csv\""), "{name}");
    assert!(answer.text.starts_with('\u{feff}'));
    let row = answer.text.lines().find(|line| line.starts_with("members.admitted;")).unwrap();
    assert_eq!(row, "members.admitted;Kết nạp đoàn viên;6;5;120%;0;5;2021-H1;");
    let noted = books.get("/figures.xlsx?unit=quan-k&period=2021-H1");
    assert!(noted.text.starts_with("PK"), "a workbook");
}
