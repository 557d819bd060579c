//! Whatever stands in a workbook, reading it ends without a panic and counts every row once.

#![cfg(test)]

use intake::{Kind, Options, Report, read};
use jiff::civil::date;
use proptest::prelude::*;
use sheets::{Cell, Format, Formula, Merge, Row, Sheet, Value, Workbook};

/// Texts that mean something to some reader, and some that mean nothing.
const TEXTS: &[&str] = &[
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Nam",
    "Nữ",
    "Năm",
    "Số CCCD",
    "Đơn vị",
    "CĐCS",
    "Ghi chú",
    "Tên CĐCS",
    "Số đoàn viên",
    "Quyết định",
    "Số",
    "Ngày",
    "Lý do",
    "Chuyển đến",
    "Từ CĐCS",
    "Kết nạp",
    "Đầu kỳ",
    "Cuối kỳ",
    "Kế hoạch",
    "Thực hiện",
    "Tỷ lệ",
    "Chỉ tiêu",
    "Tổng cộng",
    "Cộng khối I: 17 đơn vị",
    "I",
    "KHỐI GIÁO DỤC",
    "Tổ công đoàn 1",
    "Nguyễn Văn An",
    "x",
    "",
    " ",
    "=cmd|' /C calc'!A0",
    "31/02/1990",
    "30241",
    "001185000001",
    "1185000001",
    "3,82E+10",
    "NguyÔn V¨n ¸nh",
    "Ngoâ Vaên Phuùc",
    "\u{AD}",
    "đ",
    "Cty CP",
    "87,5%",
    "1.250",
    "-",
    "Chủ tịch",
    "(từ ngày 1/1/2021 đến ngày 30/6/2021)",
    "năm 99999999999999999999",
    "İ ngày ẞ",
];

/// Headers, so that what stands below is read as a list.
const HEADERS: &[&[&str]] = &[
    &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Đơn vị", "Dân tộc", "Ngày kết nạp"],
    &["STT", "Họ và tên", "Nam", "Nữ", "CCCD", "Điện thoại", "Ghi chú", "Tổ công đoàn"],
    &["STT", "Tên CĐCS", "Loại hình", "MST", "Số lao động", "Số đoàn viên", "Nữ", "Ngày QĐ"],
    &["STT", "CĐCS", "Đầu kỳ", "Kết nạp", "Chuyển đi", "Nghỉ hưu", "Cuối kỳ"],
    &["STT", "Họ tên", "CCCD", "Từ CĐCS", "Chuyển đến", "Ngày chuyển"],
    &["STT", "Họ tên", "CCCD", "CĐCS", "Lý do", "Ngày"],
    &["STT", "Đơn vị", "Kết nạp đoàn viên", "Đối thoại", "Thành lập CĐCS"],
    &["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ"],
];

fn cell() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![
        2 => Just(None),
        8 => proptest::sample::select(TEXTS).prop_map(|text| Some(Value::Text(text.to_owned()))),
        2 => any::<f64>().prop_map(|number| Some(Value::Number(number))),
        3 => any::<u32>().prop_map(|n| Some(Value::Number(f64::from(n) - 10.0))),
        1 => ".{0,12}".prop_map(|text| Some(Value::Text(text))),
        1 => any::<bool>().prop_map(|truth| Some(Value::Bool(truth))),
        1 => Just(Some(Value::Error("#N/A".to_owned()))),
    ]
}

fn row() -> impl Strategy<Value = (Vec<Option<Value>>, u8)> {
    (proptest::collection::vec(cell(), 0..9), any::<u8>())
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let merge = (1..20_u32, 0..4_u32, 0..9_u32, 0..4_u32);
    let merges = proptest::collection::vec(merge, 0..4);
    let header = proptest::option::weighted(0.8, proptest::sample::select(HEADERS));
    let rows = proptest::collection::vec(row(), 0..20);
    (header, rows, merges).prop_map(|(header, rows, merges)| {
        let top = header.map(|texts| line(1, texts.iter().map(|t| Some(text(t))).collect(), 4));
        let below = (2..).zip(rows).map(|(number, (values, dice))| line(number, values, dice));
        Sheet {
            name: "Sheet".to_owned(),
            hidden: false,
            rows: top.into_iter().chain(below).collect(),
            merges: merges.into_iter().map(merged).collect(),
            hidden_columns: vec![1],
        }
    })
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn merged((first_row, rows, first_col, cols): (u32, u32, u32, u32)) -> Merge {
    Merge { first_row, last_row: first_row + rows, first_col, last_col: first_col + cols }
}

fn line(number: u32, values: Vec<Option<Value>>, dice: u8) -> Row {
    let cells = (0..).zip(values).filter_map(|(col, value)| {
        let formula = (dice % 7 == 3).then(|| Formula {
            text: "A1".to_owned(),
            external: dice % 2 == 1,
            has_value: dice.is_multiple_of(3),
        });
        Some(Cell { date_format: dice % 5 == 1, formula, ..Cell::new(col, value?) })
    });
    let field_count = dice.is_multiple_of(2).then_some(u32::from(dice));
    Row { number, hidden: dice % 11 == 2, cells: cells.collect(), field_count }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_row_that_is_data_is_counted_once(
        sheets in proptest::collection::vec(sheet(), 1..4),
        csv in any::<bool>(),
        date_1904 in any::<bool>(),
    ) {
        let format = if csv { Format::Csv } else { Format::Xlsx };
        let workbook = Workbook { format, encoding: None, separator: None, date_1904, sheets };
        for kind in [Kind::Units, Kind::Members, Kind::Movements, Kind::Targets, Kind::Changes] {
            let reading = read(&workbook, &Options::new(kind, date(2024, 6, 30)));
            let json = serde_json::to_value(Report::of("so.xlsx", &reading)).unwrap();
            prop_assert_eq!(reading.refused.is_some(), reading.sheets.is_empty());
            for (sheet, said) in reading.sheets.iter().zip(json["sheets"].as_array().unwrap()) {
                let counts = sheet.counts;
                prop_assert_eq!(counts.data_rows, counts.accepted + counts.rejected);
                prop_assert_eq!(said["rows"].as_array().map(Vec::len), Some(counts.data_rows));
                let refused = |row: u32| {
                    let problems = sheet.problems_of(row);
                    problems.iter().any(|p| p.severity == intake::Severity::Error)
                };
                let (first, last) = (sheet.structure.first_data_row, sheet.structure.last_data_row);
                let rejected = (first..=last).filter(|row| refused(*row)).count();
                prop_assert_eq!(rejected, counts.rejected);
            }
        }
    }
}
