//! Lists of unions, and targets.

use intake::Kind::{Targets, Units};
use intake::{Options, Rows};
use jiff::civil::date;
use rust_xlsxwriter::{Format, Workbook};

use crate::book::{D, E, N, T, grave, of_csv, of_file, of_rows, reading, reading_of, sheet, units};

#[test]
fn heads_counted_in_flat_columns_and_the_decision_in_one_cell() {
    let reading = of_csv(
        Units,
        "TT;Tên đơn vị;Loại hình DN;MST;Tổng số LĐ;Nữ;Số ĐV;Nữ;Chủ tịch CĐ;Số, ngày QĐ thành lập\n\
         1;Công ty TNHH An Bình;Ngoài nhà nước;0100233488;120;60;100;55;Ông Trần Văn Nam;12/QĐ-LĐLĐ ngày 3/4/2012\n\
         2;Công ty CP Minh Hà;FDI;0314409058;1.250;700;1.100;650;Khuyết;15/QĐ-LĐLĐ ngày 5/6/2015\n",
    );
    let first = &units(&reading)[0];
    assert_eq!(first.khoi.unwrap().code(), "dn_ngoai_nn");
    assert_eq!((first.workers, first.workers_women), (Some(120), Some(60)));
    assert_eq!((first.members, first.members_women), (Some(100), Some(55)));
    assert_eq!(first.chair.as_deref(), Some("Trần Văn Nam"));
    assert_eq!(first.decision_no.as_deref(), Some("12/QĐ-LĐLĐ"));
    assert_eq!(first.decision_date.unwrap().iso(), "2012-04-03");
    let second = &units(&reading)[1];
    assert_eq!((second.workers, second.members), (Some(1_250), Some(1_100)));
    assert_eq!((second.khoi.unwrap().code(), second.chair.as_deref()), ("fdi", None));
    assert_eq!(grave(&reading), [""; 0]);
}

#[test]
fn blocks_with_their_sums_in_the_heading_and_the_grand_sum_on_top() {
    let reading = of_rows(
        Units,
        &[
            &[T("DANH SÁCH CĐCS")],
            &[T("STT"), T("Tên CĐCS"), T("Đoàn viên"), T("Lao động")],
            &[E, T("Tổng số"), N(60.0), N(70.0)],
            &[T("A"), T("Khối trường học"), N(30.0), N(35.0)],
            &[N(1.0), T("Trường Mầm non Sao Mai"), N(10.0), N(15.0)],
            &[N(2.0), T("Trường THCS Hoa Sen"), N(20.0), N(20.0)],
            &[T("B"), T("Khối DN ngoài khu vực nhà nước"), N(31.0), N(35.0)],
            &[N(1.0), T("Tổng công ty An Bình"), N(30.0), N(35.0)],
        ],
    );
    let khoi: Vec<_> = units(&reading).iter().map(|unit| unit.khoi.unwrap().code()).collect();
    assert_eq!(khoi, ["giao_duc", "giao_duc", "dn_ngoai_nn"]);
    assert_eq!(of_file(&reading), ["subtotal_mismatch C7 Some(31) Some(30)"]);
}

#[test]
fn a_block_column_against_the_heading_above() {
    let reading = of_csv(
        Units,
        "STT;Tên công đoàn cơ sở;Khối;Số đoàn viên\n\
         I;KHỐI DOANH NGHIỆP NHÀ NƯỚC;;\n\
         1;Công ty TNHH MTV Thoát nước;DNNN;50\n\
         2;Công ty TNHH An Bình;FDI;40\n\
         3;;DNNN;40\n",
    );
    assert_eq!(grave(&reading), ["4 khoi_conflict", "5 unit_name_missing"]);
    let proposed = &reading.sheets[0].problems_of(4)[0].proposed;
    assert_eq!(*proposed, intake::Said::from("dn_nn"));
}

#[test]
fn headers_of_three_rows_begin_anywhere_on_the_sheet() {
    let mut book = Workbook::new();
    let empty: &[_] = &[];
    let list = sheet(
        &mut book,
        "CĐCS",
        &[
            empty,
            &[E, E, T("LIÊN ĐOÀN LAO ĐỘNG QUẬN")],
            empty,
            &[E, E, T("STT"), T("Đơn vị"), T("Quy mô"), E, E, E],
            &[E, E, E, E, T("Lao động"), E, T("Đoàn viên"), E],
            &[E, E, E, E, T("Tổng"), T("Nữ"), T("Tổng"), T("Nữ")],
            &[E, E, T("(1)"), T("(2)"), T("(3)"), T("(4)"), T("(5)"), T("(6)")],
            &[E, E, N(1.0), T("Công ty A"), N(12.0), N(5.0), N(10.0), N(4.0)],
        ],
    );
    let format = Format::new();
    for (first, last, from, to, text) in [
        (3, 5, 2, 2, "STT"),
        (3, 5, 3, 3, "Đơn vị"),
        (3, 3, 4, 7, "Quy mô"),
        (4, 4, 4, 5, "Lao động"),
        (4, 4, 6, 7, "Đoàn viên"),
    ] {
        list.merge_range(first, from, last, to, text, &format).unwrap();
    }
    let reading = reading(Units, &mut book);
    let structure = &reading.sheets[0].structure;
    assert_eq!(structure.header_rows, [4, 5, 6]);
    assert_eq!((structure.number_row, structure.first_data_row), (Some(7), 8));
    let unit = &units(&reading)[0];
    assert_eq!((unit.workers, unit.workers_women), (Some(12), Some(5)));
    assert_eq!((unit.members, unit.members_women), (Some(10), Some(4)));
}

#[test]
fn decisions_dated_by_excel_and_by_hand() {
    let reading = of_rows(
        Units,
        &[
            &[T("STT"), T("Tên CĐCS"), T("Số QĐ"), T("Ngày thành lập")],
            &[N(1.0), T("Công ty A"), T("1/QĐ"), D(2012, 4, 3)],
            &[N(2.0), T("Công ty B"), T("2/QĐ"), T("Tháng 5 năm 2013")],
            &[N(3.0), T("Công ty C"), T("3/QĐ"), T("ngày 7 tháng 8 năm 2014")],
            &[N(4.0), T("Công ty D"), T("4/QĐ"), N(41_226.0)],
        ],
    );
    let days: Vec<_> = units(&reading).iter().map(|u| u.decision_date.unwrap().iso()).collect();
    assert_eq!(days, ["2012-04-03", "2013-05", "2014-08-07", "2012-11-13"]);
    assert_eq!(grave(&reading), ["5 date_serial_number"]);
}

#[test]
fn targets_in_other_words_against_the_units_that_exist() {
    let text = "STT;Tên đơn vị;Phát triển đoàn viên;Thành lập CĐCS;Hội nghị NLĐ;Đối thoại;Thỏa ước LĐTT\n\
                1;Cty TNHH An Bình;20;;1;1;1\n\
                2;CĐCS Trường MN Sao Mai;5;;;1;\n\
                3;Công ty Không Có;7;;;1;\n\
                ;Cộng;32;;1;3;1\n";
    let mut options = Options::new(Targets, date(2024, 6, 30));
    options.known_units = vec!["Công ty TNHH An Bình".into(), "Trường Mầm non Sao Mai".into()];
    let reading = reading_of("chi-tieu.csv", text.as_bytes(), &options);
    let Rows::Targets(rows) = &reading.sheets[0].rows else { panic!("no targets") };
    let units: Vec<_> = rows.iter().map(|row| row.unit.as_deref()).collect();
    let known = [Some("Công ty TNHH An Bình"), Some("Trường Mầm non Sao Mai"), None];
    assert_eq!(units, known);
    assert_eq!(rows[0].members_to_admit, Some(20));
    assert_eq!(rows[0].conferences_workers, Some(1));
    assert_eq!(rows[0].collective_agreements, Some(1));
    let expected = ["2 unit_name_variant", "3 unit_name_variant", "4 unit_unknown"];
    assert_eq!(grave(&reading), expected);
    assert_eq!(of_file(&reading), [""; 0]);
}

#[test]
fn blocks_within_blocks_and_sums_carried_from_page_to_page() {
    let reading = of_csv(
        Units,
        "STT;Tên CĐCS;Số đoàn viên\n\
         A;KHỐI SẢN XUẤT KINH DOANH;\n\
         I;Khối doanh nghiệp nhà nước;\n\
         1;Công ty A;10\n\
         2;Công ty B;20\n\
         ;Cộng trang 1;30\n\
         ;Cộng I;30\n\
         II;Khối FDI;\n\
         1;Công ty C;5\n\
         ;Cộng II;5\n\
         ;Cộng A;35\n\
         B;KHỐI GIÁO DỤC;\n\
         1;Trường D;7\n\
         ;Cộng B;8\n\
         ;Tổng cộng: 4 CĐCS, 42 đoàn viên;42\n",
    );
    assert_eq!(units(&reading).len(), 4);
    assert_eq!(of_file(&reading), ["subtotal_mismatch C14 Some(8) Some(7)"]);
}

#[test]
fn counts_with_their_nouns_and_posts_without_a_person() {
    let reading = of_csv(
        Units,
        "STT;Tên CĐCS;Số lao động;Số đoàn viên;Chủ tịch CĐCS\n\
         1;Công ty A;18 người;15;Chức danh đang khuyết\n\
         2;Công ty B;khoảng hai chục;12;Đ/c Lê Văn Khuyết\n",
    );
    let rows = units(&reading);
    assert_eq!((rows[0].workers, rows[0].chair.as_deref()), (Some(18), None));
    assert_eq!((rows[1].workers, rows[1].chair.as_deref()), (None, Some("Lê Văn Khuyết")));
    assert_eq!(rows[1].kept[0].raw, "khoảng hai chục");
    assert_eq!(grave(&reading), ["3 number_text"]);
}

#[test]
fn an_old_list_beside_the_one_in_use_is_left_alone() {
    let mut book = Workbook::new();
    let header: &[_] = &[T("STT"), T("Tên CĐCS"), T("Số ĐV")];
    sheet(&mut book, "DS 2022 cũ", &[header, &[N(1.0), T("Công ty A"), N(20.0)]]);
    sheet(&mut book, "DS 2024", &[header, &[N(1.0), T("Công ty A"), N(25.0)]]);
    let read = reading(Units, &mut book);
    assert_eq!(read.sheets.len(), 1);
    assert_eq!(units(&read)[0].members, Some(25));
    assert_eq!(read.skipped[0].why, intake::WhySkipped::SetAside);
}
