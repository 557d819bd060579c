//! A list of people and collectives as a spreadsheet or a paste has it: which column is which, and the cells of each line.

use kernel::Refusal;
use sheets::{Row, Value, Workbook};

use super::model::NewHonour;

/// Lines of one list at most, as in a decision.
const LINES_MAX: usize = super::rules::LINES_MAX;
/// Rows at the top in which the header is looked for.
const TOP: usize = 15;
/// Letters of a cell that are kept.
const CELL: usize = 500;

/// A line as typed, not looked up yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedRow {
    /// Where it stands in the file or form, from 1.
    pub line: usize,
    /// `cá nhân`, `tập thể`, or nothing.
    pub subject: String,
    /// The name; empty for a whole unit. A year of birth may stand behind it in brackets.
    pub named: String,
    /// The unit's code or name.
    pub unit: String,
    /// The award's code or name.
    pub award: String,
    /// The grade of a prize.
    pub grade: String,
    /// For what.
    pub achievement: String,
    /// Money.
    pub money: String,
}

/// A line looked up: what it will be written as, or why it cannot be.
#[derive(Clone, Debug)]
pub struct Listed {
    /// As typed.
    pub row: ListedRow,
    /// What was found.
    pub found: Result<NewHonour, Refusal>,
    /// What a clerk should look at although the line can be written.
    pub note: Option<String>,
    /// The unit's name, where it was found.
    pub unit_name: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Subject,
    Named,
    Collective,
    Unit,
    Award,
    Grade,
    Achievement,
    Money,
}

/// The words by which a header is known, the more exact first.
const HEADERS: &[(&str, Column)] = &[
    ("ho va ten", Column::Named),
    ("ho ten", Column::Named),
    ("ten ca nhan", Column::Named),
    ("ten tap the", Column::Collective),
    ("tap the", Column::Collective),
    ("ca nhan", Column::Named),
    ("ma don vi", Column::Unit),
    ("don vi", Column::Unit),
    ("cong doan co so", Column::Unit),
    ("noi cong tac", Column::Unit),
    ("hinh thuc", Column::Award),
    ("danh hieu", Column::Award),
    ("thanh tich", Column::Achievement),
    ("noi dung", Column::Achievement),
    ("hang", Column::Grade),
    ("so tien", Column::Money),
    ("tien thuong", Column::Money),
    ("doi tuong", Column::Subject),
    ("loai", Column::Subject),
];

impl ListedRow {
    /// The lines of a file: the first sheet that has a header of names or units.
    pub fn of_file(name: &str, bytes: &[u8]) -> Result<Vec<Self>, Refusal> {
        let book = sheets::read_bytes(name, bytes, &sheets::Limits::default()).map_err(|no| {
            Refusal::new(no.code(), no.vi(), "Mở tệp bằng phần mềm bảng tính rồi lưu lại, gửi lại")
        })?;
        Self::of_workbook(&book)
    }

    /// The lines of the first sheet that has a header of names or units.
    fn of_workbook(book: &Workbook) -> Result<Vec<Self>, Refusal> {
        for sheet in book.sheets.iter().filter(|sheet| !sheet.hidden) {
            let header = sheet.rows.iter().take(TOP).position(|row| columns(row).len() >= 2);
            let Some(place) = header else { continue };
            let columns = columns(&sheet.rows[place]);
            let mut lines = Vec::new();
            for row in &sheet.rows[place + 1..] {
                let line = of_row(row, &columns);
                if line.unit.is_empty() && line.named.is_empty() {
                    continue;
                }
                if lines.len() == LINES_MAX {
                    return Err(too_long());
                }
                lines.push(line);
            }
            return Ok(lines);
        }
        Err(Refusal::new(
            "no_header",
            "Không thấy hàng tiêu đề của danh sách",
            "Đặt tiêu đề như: Họ và tên, Tên tập thể, Đơn vị, Hình thức khen, Thành tích",
        ))
    }
}

fn too_long() -> Refusal {
    Refusal::new(
        "list_too_long",
        format!("Danh sách dài hơn {LINES_MAX} dòng"),
        "Chia thành nhiều tệp",
    )
}

fn columns(row: &Row) -> Vec<(u32, Column)> {
    let mut found: Vec<(u32, Column)> = Vec::new();
    for cell in &row.cells {
        let Value::Text(text) = &cell.value else { continue };
        let plain = vietnamese::fold::fold(text);
        let known = HEADERS.iter().find(|(word, _)| plain.starts_with(word));
        if let Some((_, column)) = known
            && plain.chars().count() < 60
            && !found.iter().any(|(_, each)| each == column)
        {
            found.push((cell.col, *column));
        }
    }
    found
}

fn of_row(row: &Row, columns: &[(u32, Column)]) -> ListedRow {
    let text = |wanted: Column| {
        let place = columns.iter().find(|(_, column)| *column == wanted).map(|(place, _)| *place);
        place.and_then(|place| row.cell(place)).map(|cell| text_of(&cell.value)).unwrap_or_default()
    };
    let (named, collective, unit) =
        (text(Column::Named), text(Column::Collective), text(Column::Unit));
    let mut line = ListedRow {
        line: row.number as usize,
        subject: text(Column::Subject),
        named,
        unit,
        award: text(Column::Award),
        grade: text(Column::Grade),
        achievement: text(Column::Achievement),
        money: text(Column::Money),
    };
    if line.named.is_empty() && !collective.is_empty() {
        "tập thể".clone_into(&mut line.subject);
        // A collective without a unit of its own is the unit.
        if line.unit.is_empty() { line.unit = collective } else { line.named = collective }
    }
    line
}

fn text_of(value: &Value) -> String {
    let text = match value {
        Value::Text(text) => text.clone(),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a whole number within bounds was asked for"
        )]
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            (*number as i64).to_string()
        }
        Value::Number(number) => number.to_string(),
        Value::Bool(_) | Value::Error(_) => String::new(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(CELL).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(text: &str) -> Workbook {
        sheets::read_bytes("a.csv", text.as_bytes(), &sheets::Limits::default()).unwrap()
    }

    #[test]
    fn a_list_with_a_title_above_its_header_is_read_by_the_header() {
        let text = "Danh sách kèm theo Quyết định;;;\nSTT;Họ và tên;Đơn vị;Hình thức khen\n\
                    1;Lê Thị Hoa;CĐCS May A;Giấy khen\n2;;CĐCS May B;Giấy khen\n;;;\n";
        let lines = ListedRow::of_workbook(&book(text)).unwrap();
        let told: Vec<_> =
            lines.iter().map(|line| (line.named.as_str(), line.unit.as_str())).collect();
        assert_eq!(told, [("Lê Thị Hoa", "CĐCS May A"), ("", "CĐCS May B")]);
        assert_eq!(lines[0].award, "Giấy khen");
    }

    #[test]
    fn a_column_of_collectives_names_the_unit_itself_or_a_part_of_it() {
        let lines =
            ListedRow::of_workbook(&book("Tên tập thể;Thành tích\nCĐCS May A;Xuất sắc\n")).unwrap();
        assert_eq!((lines[0].unit.as_str(), lines[0].subject.as_str()), ("CĐCS May A", "tập thể"));
        let lines = ListedRow::of_workbook(&book("Tên tập thể;Đơn vị\nTổ 3;CĐCS May A\n")).unwrap();
        assert_eq!((lines[0].named.as_str(), lines[0].unit.as_str()), ("Tổ 3", "CĐCS May A"));
    }

    #[test]
    fn a_sheet_without_a_header_is_refused_by_name() {
        let refusal = ListedRow::of_workbook(&book("a;b\n1;2\n")).unwrap_err();
        assert_eq!(refusal.code, "no_header");
    }
}
