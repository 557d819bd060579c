//! Rosters.

use intake::Kind::Members;
use rust_xlsxwriter::{Format, Workbook};

use crate::book::{
    C, D, E, N, T, grave, members, of_csv, of_file, of_rows, people, reading, sheet,
};

#[test]
fn a_header_in_the_first_row_a_year_of_birth_and_women_marked_with_x() {
    let reading = of_rows(
        Members,
        &[
            &[T("TT"), T("Họ tên"), T("Năm sinh"), T("Nữ"), T("Số CMND/CCCD"), T("SĐT")],
            &[N(1.0), T("Nguyễn Thị Hoa"), N(1985.0), T("x"), T("001185000001"), T("0912345678")],
            &[N(2.0), T("Trần Văn Nam"), N(1990.0), E, T("001090000002"), T("0912345679")],
        ],
    );
    assert_eq!(people(&reading), ["Nguyễn Thị Hoa Nữ 1985", "Trần Văn Nam Nam 1990"]);
    assert_eq!(grave(&reading), [""; 0]);
}

#[test]
fn english_headings_in_another_order() {
    let reading = of_csv(
        Members,
        "Date of birth,Full name,Gender,ID number,Mobile,Department,Position,Join date\n\
         12/03/1985,Nguyen Thi Hoa,Female,001185000001,0912345678,Line 1,Operator,01/02/2015\n\
         23/11/1990,Tran Van Nam,Male,001090000002,0912345679,Line 2,Operator,2016\n",
    );
    assert_eq!(people(&reading), ["Nguyen Thi Hoa Nữ 1985-03-12", "Tran Van Nam Nam 1990-11-23"]);
    let first = &members(&reading)[0];
    assert_eq!(first.group.as_deref(), Some("Line 1"));
    assert_eq!(first.job.as_deref(), Some("Operator"));
    assert_eq!(first.join_date.unwrap().iso(), "2015-02-01");
    assert_eq!(grave(&reading), [""; 0]);
}

#[test]
fn the_name_in_two_columns() {
    let reading = of_csv(
        Members,
        "STT;Họ và tên đệm;Tên;Giới tính;Ngày sinh;CCCD\n\
         1;Nguyễn Thị;Hoa;Nữ;12/03/1985;001185000001\n\
         2;Trần;Nam;Nam;23/11/1990;001090000002\n",
    );
    assert_eq!(people(&reading), ["Nguyễn Thị Hoa Nữ 1985-03-12", "Trần Nam Nam 1990-11-23"]);
    assert_eq!(grave(&reading), [""; 0]);
}

#[test]
fn a_heading_of_the_name_merged_over_two_columns() {
    let mut book = Workbook::new();
    let list = sheet(
        &mut book,
        "DS",
        &[
            &[T("Stt"), T("Họ và tên"), E, T("Nam/Nữ"), T("Sinh ngày"), T("Căn cước công dân")],
            &[N(1.0), T("Nguyễn Thị"), T("Hoa"), T("Nữ"), D(1985, 3, 12), T("001185000001")],
            &[N(2.0), T("Trần Văn"), T("Nam"), T("Nam"), D(1990, 11, 23), T("001090000002")],
        ],
    );
    list.merge_range(0, 1, 0, 2, "Họ và tên", &Format::new()).unwrap();
    let reading = reading(Members, &mut book);
    assert_eq!(people(&reading), ["Nguyễn Thị Hoa Nữ 1985-03-12", "Trần Văn Nam Nam 1990-11-23"]);
    assert_eq!(grave(&reading), [""; 0]);
}

#[test]
fn day_month_and_year_of_birth_in_columns_of_their_own() {
    let reading = of_csv(
        Members,
        "STT;Họ tên;Ngày sinh;;;Giới tính;Số CCCD\n\
         ;;Ngày;Tháng;Năm;;\n\
         1;Nguyễn Thị Hoa;12;3;1985;Nữ;001185000001\n\
         2;Trần Văn Nam;;;1990;Nam;001090000002\n\
         3;Lê Văn Bình;31;2;1991;Nam;001091000003\n",
    );
    assert_eq!(
        people(&reading),
        ["Nguyễn Thị Hoa Nữ 1985-03-12", "Trần Văn Nam Nam 1990", "Lê Văn Bình Nam 1991"]
    );
    assert_eq!(grave(&reading), ["5 dob_impossible"]);
}

#[test]
fn men_and_women_as_two_headings_without_a_common_one() {
    let reading = of_csv(
        Members,
        "TT;Họ và tên;Nam;Nữ;Số căn cước\n\
         1;Nguyễn Thị Hoa;;1985;001185000001\n\
         2;Trần Văn Nam;23/11/1990;;001090000002\n",
    );
    assert_eq!(people(&reading), ["Nguyễn Thị Hoa Nữ 1985", "Trần Văn Nam Nam 1990-11-23"]);
}

#[test]
fn sexes_marked_in_two_columns_under_one_heading() {
    let reading = of_csv(
        Members,
        "TT;Họ và tên;Giới tính;;Năm sinh;Số căn cước\n\
         ;;Nam;Nữ;;\n\
         1;Nguyễn Thị Hoa;;x;1985;001185000001\n\
         2;Trần Văn Nam;x;;1990;001090000002\n",
    );
    assert_eq!(people(&reading), ["Nguyễn Thị Hoa Nữ 1985", "Trần Văn Nam Nam 1990"]);
    assert_eq!(grave(&reading), [""; 0]);
}

#[test]
fn headings_with_line_breaks_and_a_title_right_above() {
    let reading = of_rows(
        Members,
        &[
            &[T("CĐCS CÔNG TY TNHH AN BÌNH")],
            &[T("DANH SÁCH ĐOÀN VIÊN (tính đến ngày 31/3/2024)")],
            &[
                T("SỐ\nTT"),
                T("HỌ VÀ TÊN\n(chữ in hoa)"),
                T("NGÀY, THÁNG,\nNĂM SINH"),
                T("GIỚI\nTÍNH"),
                T("SỐ ĐỊNH DANH\nCÁ NHÂN"),
                T("Ngày cấp"),
                T("Ngày vào\nCĐ"),
            ],
            &[
                N(1.0),
                T("NGUYỄN THỊ HOA"),
                T("12/03/1985"),
                T("Nữ"),
                T("001185000001"),
                T("1/1/2022"),
                T("5/4/2024"),
            ],
        ],
    );
    assert_eq!(people(&reading), ["Nguyễn Thị Hoa Nữ 1985-03-12"]);
    assert_eq!(reading.sheets[0].unit.as_deref(), Some("CĐCS CÔNG TY TNHH AN BÌNH"));
    // The title says when: five days later lies in the future.
    assert_eq!(grave(&reading), ["4 join_date_future"]);
}

#[test]
fn a_roster_on_several_sheets_beside_a_guide_and_one_person_twice() {
    let mut book = Workbook::new();
    sheet(&mut book, "Hướng dẫn", &[&[T("Điền theo mẫu")], &[T("Họ tên"), T("ghi chữ thường")]]);
    let header: &[C<'_>] = &[T("STT"), T("Họ và tên"), T("Ngày sinh"), T("Số CCCD")];
    let hoa: &[C<'_>] = &[N(1.0), T("Nguyễn Thị Hoa"), T("12/03/1985"), T("001185000001")];
    let nam: &[C<'_>] = &[N(1.0), T("Trần Văn Nam"), T("23/11/1990"), T("001090000002")];
    let again: &[C<'_>] = &[N(2.0), T("Nguyễn Thị Hoa"), T("12/03/1985"), T("001185000001")];
    sheet(&mut book, "Tổ 1", &[header, hoa]);
    sheet(&mut book, "Tổ 2", &[header, nam, again]);
    let reading = reading(Members, &mut book);
    let sheets: Vec<_> = reading.sheets.iter().filter_map(|s| s.sheet.as_deref()).collect();
    assert_eq!(sheets, ["Tổ 1", "Tổ 2"]);
    assert_eq!(reading.skipped.len(), 1);
    assert_eq!(grave(&reading), ["3 duplicate_person"]);
    let note = reading.sheets[1].problems_of(3)[0].note.clone();
    assert_eq!(note.as_deref(), Some("ở trang “Tổ 1”, dòng 2"));
}

#[test]
fn the_sum_above_the_list_and_signatures_below_it() {
    let reading = of_rows(
        Members,
        &[
            &[T("STT"), T("Họ và tên"), T("Giới tính"), T("Ngày sinh"), T("Số CCCD")],
            &[E, T("Tổng cộng: 3 đoàn viên, nữ: 1")],
            &[N(1.0), T("Nguyễn Thị Hoa"), T("Nữ"), T("12/03/1985"), T("001185000001")],
            &[N(2.0), T("Tống Văn Tổng"), T("Nam"), T("23/11/1990"), T("001090000002")],
            &[],
            &[E, E, E, T("Hà Nội, ngày 5 tháng 7 năm 2024")],
            &[E, T("Người lập biểu"), E, T("Chủ tịch")],
            &[E, T("Phạm Thu Trâm"), E, T("Nguyễn Tiến Hòa")],
        ],
    );
    assert_eq!(people(&reading).len(), 2);
    assert_eq!(of_file(&reading), ["total_mismatch  Some(3) Some(2)"]);
}

#[test]
fn a_list_without_running_numbers_grouped_by_headings() {
    let reading = of_csv(
        Members,
        "Họ và tên;Giới tính;Ngày sinh;Số CCCD\n\
         Tổ công đoàn Văn phòng;;;\n\
         Nguyễn Thị Hoa;Nữ;12/03/1985;001185000001\n\
         Phân xưởng 2;;;\n\
         Trần Văn Nam;Nam;23/11/1990;001090000002\n",
    );
    let groups: Vec<_> = members(&reading).iter().map(|m| m.group.as_deref().unwrap()).collect();
    assert_eq!(groups, ["Tổ công đoàn Văn phòng", "Phân xưởng 2"]);
}

#[test]
fn people_of_several_unions_under_the_names_of_their_unions() {
    let reading = of_csv(
        Members,
        "STT;Họ và tên;Giới tính;Ngày sinh;Số CCCD\n\
         I;CĐCS Công ty TNHH An Bình;;;\n\
         1;Nguyễn Thị Hoa;Nữ;12/03/1985;001185000001\n\
         II;Trường Mầm non Sao Mai;;;\n\
         1;Trần Văn Nam;Nam;23/11/1990;001090000002\n",
    );
    let units: Vec<_> = members(&reading).iter().map(|m| m.unit.as_deref().unwrap()).collect();
    assert_eq!(units, ["CĐCS Công ty TNHH An Bình", "Trường Mầm non Sao Mai"]);
    assert_eq!(grave(&reading), [""; 0]);
}

#[test]
fn a_unit_named_only_in_the_first_row_of_its_people() {
    let reading = of_csv(
        Members,
        "STT;Đơn vị công tác;Họ và tên;Ngày sinh;Số CCCD\n\
         1;Công ty TNHH An Bình;Nguyễn Thị Hoa;12/03/1985;001185000001\n\
         2;;Trần Văn Nam;23/11/1990;001090000002\n\
         3;;Lê Thị Bưởi;1/2/1991;001191000003\n\
         4;Công ty CP Minh Hà;Đỗ Văn Cam;3/4/1992;001092000004\n\
         5;;Vũ Thị Quýt;5/6/1993;001193000005\n",
    );
    let units: Vec<_> = members(&reading).iter().map(|m| m.unit.as_deref().unwrap()).collect();
    assert_eq!(units[..3], ["Công ty TNHH An Bình"; 3]);
    assert_eq!(units[3], units[4]);
}

#[test]
fn a_year_typed_into_a_cell_that_shows_dates_is_a_year() {
    let reading = of_rows(
        Members,
        &[
            &[T("STT"), T("Họ và tên"), T("Ngày sinh")],
            // 1985 shown as a date is 7/6/1905.
            &[N(1.0), T("Nguyễn Thị Hoa"), D(1905, 6, 7)],
        ],
    );
    assert_eq!(members(&reading)[0].person.birth.unwrap().iso(), "1985");
}

#[test]
fn what_does_not_fit_its_field_is_kept_with_the_row() {
    let reading = of_csv(
        Members,
        "STT;Họ và tên;Ngày sinh;Số CCCD;Ngày kết nạp;Điện thoại;Dân tộc\n\
         1;Nguyễn Thị Hoa (nghỉ thai sản);12/03/1985;mất thẻ;31/9/2017;12345;Sao Hỏa\n",
    );
    let kept = &members(&reading)[0].kept;
    let said: Vec<_> = kept.iter().map(|kept| (kept.field, kept.raw.as_str())).collect();
    let expected = [
        ("name", "nghỉ thai sản"),
        ("cccd", "mất thẻ"),
        ("join_date", "31/9/2017"),
        ("phone", "12345"),
        ("ethnicity", "Sao Hỏa"),
    ];
    for each in expected {
        assert!(said.contains(&each), "{each:?} in {said:?}");
    }
}

#[test]
fn rows_prepared_by_a_template_and_separators_at_every_line_end_are_no_faults() {
    let reading = of_csv(
        Members,
        "STT;Họ và tên;Đơn vị;Dân tộc;Ngày sinh;Số CCCD\n\
         1;Nguyễn Thị Hoa;Công ty TNHH An Bình;Kinh;12/03/1985;001185000001;;\n\
         2;Trần Văn Nam;Công ty TNHH An Bình;Kinh;23/11/1990;001090000002;;\n\
         3;;Công ty TNHH An Bình;Kinh;;;;\n\
         4;;Công ty TNHH An Bình;Kinh;;;;\n",
    );
    assert_eq!(members(&reading).len(), 2);
    assert_eq!(grave(&reading), [""; 0]);
}

#[test]
fn a_record_with_one_field_too_many_is_refused_by_its_shift() {
    let reading = of_csv(
        Members,
        "STT;Họ và tên;Quê quán;Ngày sinh;Số CCCD\n\
         1;Nguyễn Thị Hoa;Gia Lâm; Hà Nội;12/03/1985;001185000001\n\
         2;Trần Văn Nam;Hà Nội;23/11/1990;001090000002\n\
         3;Lê Thị Bưởi;Hà Nội;1/2/1991;001191000003\n",
    );
    assert_eq!(grave(&reading), ["2 csv_field_count"]);
    assert_eq!(people(&reading)[0], "Nguyễn Thị Hoa ? ?");
}

#[test]
fn in_the_roster_of_one_union_a_unit_that_does_not_exist_is_a_part_of_it() {
    let text = "STT;Họ và tên;Đơn vị;Ngày sinh\n\
                1;Nguyễn Thị Hoa;Phòng Kế toán;12/03/1985\n\
                2;Trần Văn Nam;Cty TNHH An Bình;23/11/1990\n";
    let mut options = intake::Options::new(Members, jiff::civil::date(2024, 6, 30));
    options.known_units = vec!["Công ty TNHH An Bình".into(), "Công ty CP Minh Hà".into()];
    options.unit = Some("Công ty CP Minh Hà".into());
    let reading = crate::book::reading_of("ds.csv", text.as_bytes(), &options);
    let units: Vec<_> = members(&reading).iter().map(|m| m.unit.as_deref().unwrap()).collect();
    assert_eq!(units, ["Công ty CP Minh Hà", "Công ty TNHH An Bình"]);
    assert_eq!(members(&reading)[0].kept[0].raw, "Phòng Kế toán");
    options.unit = None;
    let reading = crate::book::reading_of("ds.csv", text.as_bytes(), &options);
    assert_eq!(grave(&reading), ["2 unit_unknown", "3 unit_name_variant"]);
}

#[test]
fn a_list_of_another_kind_is_refused_and_not_misread() {
    let chairs = "STT;Tên CĐCS;Số đoàn viên;Chủ tịch CĐCS;Điện thoại\n\
                  1;Công ty A;20;Nguyễn Văn An;0912345678\n";
    assert_eq!(of_csv(Members, chairs).refused, Some(intake::Refusal::NoList));
    let roster = "STT;Họ và tên;Ngày sinh;Ngày kết nạp;Đơn vị\n1;Lê Văn An;1990;2015;Công ty A\n";
    assert_eq!(of_csv(intake::Kind::Units, roster).refused, Some(intake::Refusal::NoList));
    assert_eq!(of_csv(intake::Kind::Movements, roster).refused, Some(intake::Refusal::NoList));
    assert_eq!(of_csv(intake::Kind::Targets, roster).refused, Some(intake::Refusal::NoList));
    let template = "STT;Họ và tên;Ngày sinh\n1;;\n2;;\n";
    assert_eq!(of_csv(Members, template).refused, Some(intake::Refusal::NoData));
}
