//! The list of a decision as offices write it: with marks or without, under every heading, by code or by name.

use intake::Kind::Changes;
use intake::{ChangeRow, Deed, Reading, Rows};
use kernel::UnitKind;

use crate::book::{T, grave, of_csv, of_rows};

fn changes(reading: &Reading) -> &[ChangeRow] {
    match reading.sheets.first().map(|sheet| &sheet.rows) {
        Some(Rows::Changes(rows)) => rows,
        other => panic!("no list: {other:?}, {:?} {:?}", reading.refused, reading.skipped),
    }
}

fn deeds(reading: &Reading) -> Vec<Option<Deed>> {
    changes(reading).iter().map(|row| row.deed).collect()
}

#[test]
fn a_decision_s_list_is_read_under_its_title_with_or_without_marks() {
    for heads in [
        ["TT", "Tên công đoàn cơ sở", "Hình thức sắp xếp", "Chuyển về", "Tên mới"],
        ["STT", "DON VI", "noi dung sap xep", "don vi tiep nhan", "ten sau sap xep"],
        ["Số TT", "Tên đơn vị trước sắp xếp", "Phương án", "Cấp trên quản lý mới", "Tên gọi mới"],
    ] {
        let reading = of_rows(
            Changes,
            &[
                &[T("DANH SÁCH KÈM THEO QUYẾT ĐỊNH")],
                &[],
                &heads.map(T),
                &[T("1"), T("CĐCS May Mười"), T("Chuyển về"), T("Công đoàn phường Sen")],
                &[T("2"), T("CĐCS Dệt"), T("đổi tên"), T(""), T("CĐCS Dệt Mới")],
            ],
        );
        assert_eq!(grave(&reading), [] as [&str; 0], "{heads:?}");
        let rows = changes(&reading);
        assert_eq!(deeds(&reading), [Some(Deed::Move), Some(Deed::Rename)], "{heads:?}");
        assert_eq!(rows[0].unit.as_deref(), Some("CĐCS May Mười"));
        assert_eq!(rows[0].to.as_deref(), Some("Công đoàn phường Sen"));
        assert_eq!(rows[1].new_name.as_deref(), Some("CĐCS Dệt Mới"));
    }
}

#[test]
fn every_deed_is_known_by_the_words_that_offices_use() {
    for (words, deed) in [
        ("Chuyển về trực thuộc", Deed::Move),
        ("điều chuyển", Deed::Move),
        ("Bàn giao nguyên trạng", Deed::HandOver),
        ("chuyển giao", Deed::HandOver),
        ("Sáp nhập vào", Deed::Merge),
        ("HỢP NHẤT", Deed::Merge),
        ("Đổi tên và chuyển về", Deed::Rename),
        ("Kết thúc hoạt động, chuyển đoàn viên", Deed::End),
        ("giai the", Deed::End),
        ("Xóa tên", Deed::StrikeOff),
        ("Thành lập trên cơ sở sáp nhập", Deed::Found),
        ("Tạm ngừng hoạt động", Deed::Suspend),
        ("Hoạt động trở lại", Deed::Resume),
        ("Khôi phục", Deed::Restore),
        ("Giữ nguyên", Deed::Keep),
    ] {
        let list = format!("Tên đơn vị;Hình thức;Chuyển về;Tên mới\r\nCĐCS May;{words};X;Y\r\n");
        assert_eq!(deeds(&of_csv(Changes, &list)), [Some(deed)], "{words}");
    }
}

#[test]
fn what_a_row_cannot_do_without_is_told_by_row() {
    let reading = of_csv(
        Changes,
        "Tên đơn vị;Hình thức;Chuyển về;Tên mới;Loại tổ chức\r\n\
         A một;nhảy múa;;;\r\n\
         B hai;;;;\r\n\
         C ba;chuyển về;;;\r\n\
         D bốn;đổi tên;;;\r\n\
         E năm;chia;F;;\r\n\
         ;kết thúc;;;\r\n\
         G bảy;thành lập;;;câu lạc bộ\r\n\
         H tám;;I chín;;\r\n\
         K mười;;;L mới;\r\n",
    );
    assert_eq!(
        grave(&reading),
        [
            "2 deed_unknown",
            "3 deed_missing",
            "4 receiver_missing",
            "5 new_name_missing",
            "6 deed_by_member",
            "7 unit_name_missing",
            "8 class_unknown",
        ]
    );
    let filled = &deeds(&reading)[7..];
    assert_eq!(filled, [Some(Deed::Move), Some(Deed::Rename)], "the filled cells tell it");
}

#[test]
fn a_unit_that_begins_is_known_by_its_name_or_by_the_column() {
    let reading = of_csv(
        Changes,
        "Mã đơn vị;Tên đơn vị;Hình thức;Loại tổ chức\r\n\
         sen;Công đoàn phường Sen;thành lập;\r\n\
         ;CĐCS May;thành lập;\r\n\
         ;Xe ôm Mai;thành lập;Nghiệp đoàn\r\n\
         ;Công ty Hồng;thành lập;\r\n",
    );
    let kinds: Vec<_> = changes(&reading).iter().map(|row| row.class.unwrap()).collect();
    let expected =
        [UnitKind::WardUnion, UnitKind::Grassroots, UnitKind::Guild, UnitKind::Grassroots];
    assert_eq!(kinds, expected);
    assert_eq!(changes(&reading)[0].code.as_deref(), Some("sen"));
    assert!(of_csv(Changes, "Họ và tên;Ngày sinh\r\nAn;1990\r\n").refused.is_some());
}
