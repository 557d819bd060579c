//! What the lines above a table say: the day or the period the list is of, and whose it is.

use jiff::civil::{Date, date};
use sheets::{Sheet, Value};
use vietnamese::date::parse;
use vietnamese::fold::fold;
use vietnamese::text::clean;

use crate::header::is_blank;
use crate::heading::{holds, words};
use crate::legacy::label;

/// What titles tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Titles {
    /// Every line above the header, decoded and clean, folded words beside it.
    pub lines: Vec<(String, String)>,
    /// First and last day of the period.
    pub period: Option<(Date, Date)>,
    /// The day the list is drawn up.
    pub as_of: Option<Date>,
    /// The grassroots union named above the table.
    pub unit: Option<String>,
    /// The sheet is old, a draft, a form or an example.
    pub set_aside: bool,
}

impl Titles {
    /// Reads the lines above this row.
    pub(crate) fn of(sheet: &Sheet, header: u32) -> Self {
        let above = sheet.rows.iter().take_while(|row| row.number < header);
        let cells = above.flat_map(|row| &row.cells).filter(|cell| !is_blank(cell));
        let texts = cells.filter(|cell| matches!(cell.value, Value::Text(_)));
        let lines: Vec<(String, String)> = texts
            .map(|cell| clean(&label(cell)))
            .map(|text| (words(&text), text))
            .map(|(plain, text)| (text, plain))
            .collect();
        let mut titles = Self { lines, ..Self::default() };
        for (text, plain) in titles.lines.clone() {
            titles.read(&text, &plain);
        }
        titles.set_aside = says_aside(&sheet.name)
            || titles.lines.iter().take(3).any(|(text, _)| says_aside(text));
        titles
    }

    fn read(&mut self, text: &str, plain: &str) {
        let days = days_in(text);
        match days.as_slice() {
            [(_, from), (before, to)] if before.ends_with("den") && from <= to => {
                self.period.get_or_insert((*from, *to));
            }
            [(before, day)] if before.ends_with("den") || before.ends_with("den het") => {
                self.as_of.get_or_insert(*day);
            }
            [] => {
                if let Some(period) = named_period(plain) {
                    self.period.get_or_insert(period);
                }
            }
            _ => {}
        }
        let is_union = plain.starts_with("cdcs ") || plain.starts_with("cong doan co so ");
        if is_union && self.unit.is_none() {
            self.unit = Some(text.to_owned());
        }
    }
}

/// Whether a name or a title says that its sheet is not in use. With their marks, since `cu` and
/// `mau` are many other words.
fn says_aside(text: &str) -> bool {
    const ASIDE: [&str; 8] = [
        "(cũ)",
        "không dùng",
        "không sử dụng",
        "bản nháp",
        "nháp",
        "biểu mẫu",
        "ví dụ",
        "mẫu trống",
    ];
    let lower = clean(text).to_lowercase();
    ASIDE.iter().any(|word| lower.contains(word)) || lower == "mẫu" || lower.ends_with(" cũ")
}

/// The days a text names, each with the folded words before it.
fn days_in(text: &str) -> Vec<(String, Date)> {
    let plain = fold(text);
    let tokens: Vec<&str> = plain.split_whitespace().collect();
    let mut days = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let long = tokens.get(at..at + 5).filter(|five| five[1] == "thang" && five[3] == "nam");
        let (written, length) = match long {
            Some(five) => (five.join(" "), 5),
            None => (tokens[at].to_owned(), 1),
        };
        let written = written.trim_matches(|c: char| !c.is_ascii_digit());
        let is_day = length == 5 || written.matches(['/', '.', '-']).count() == 2;
        let day = parse(written, 2100).ok().and_then(|reading| reading.date.exact());
        if let Some(day) = day.filter(|_| is_day) {
            let before = tokens[at.saturating_sub(3)..at].join(" ");
            let before = before.trim_end_matches(" ngay").trim_matches(['(', ',', ':']);
            days.push((before.to_owned(), day));
            at += length;
        } else {
            at += 1;
        }
    }
    days
}

/// `quý II năm 2021`, `6 tháng đầu năm 2021`, `tháng 6 năm 2021`, `năm 2024`.
fn named_period(plain: &str) -> Option<(Date, Date)> {
    let tokens: Vec<&str> = plain.split(' ').collect();
    let year_at =
        tokens.windows(2).rposition(|pair| pair[0] == "nam" && year(pair[1]).is_some())?;
    let year = year(tokens[year_at + 1])?;
    let before = |back: usize| year_at.checked_sub(back).map(|at| tokens[at]);
    let months = |first: i8, last: i8| {
        let end = date(year, last, 1).last_of_month();
        Some((date(year, first, 1), end))
    };
    if holds(plain, "6 thang dau nam") || holds(plain, "sau thang dau nam") {
        return months(1, 6);
    }
    if holds(plain, "6 thang cuoi nam") || holds(plain, "sau thang cuoi nam") {
        return months(7, 12);
    }
    if holds(plain, "9 thang dau nam") || holds(plain, "9 thang nam") {
        return months(1, 9);
    }
    if before(2) == Some("quy") {
        let quarter = ["i", "ii", "iii", "iv"].iter().position(|roman| before(1) == Some(roman));
        let quarter = quarter.or_else(|| before(1)?.parse::<usize>().ok()?.checked_sub(1))?;
        let first = i8::try_from(quarter).ok().filter(|quarter| *quarter < 4)? * 3 + 1;
        return months(first, first + 2);
    }
    if before(2) == Some("thang") {
        let month = before(1)?.parse::<i8>().ok().filter(|month| (1..=12).contains(month))?;
        return months(month, month);
    }
    months(1, 12)
}

fn year(token: &str) -> Option<i16> {
    token.parse().ok().filter(|year| (1990..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Titles {
        let mut titles = Titles::default();
        titles.read(text, &words(text));
        titles
    }

    #[test]
    fn the_day_of_a_list_is_read_however_it_is_written() {
        let day = Some(date(2024, 6, 30));
        assert_eq!(read("(Số liệu tính đến ngày 30/6/2024)").as_of, day);
        assert_eq!(read("Tính đến ngày 30 tháng 6 năm 2024").as_of, day);
        assert_eq!(read("DANH SÁCH ĐOÀN VIÊN TOÀN QUẬN (tính đến 30/6/2024)").as_of, day);
        assert_eq!(read("(Kèm theo Kế hoạch số 12/KH-LĐLĐ ngày 16/01/2023)").as_of, None);
    }

    #[test]
    fn periods_are_read_by_their_days_and_by_their_names() {
        let half = Some((date(2021, 1, 1), date(2021, 6, 30)));
        assert_eq!(read("(từ ngày 1/1/2021 đến ngày 30/6/2021)").period, half);
        assert_eq!(read("BÁO CÁO 6 THÁNG ĐẦU NĂM 2021").period, half);
        let quarter = Some((date(2021, 4, 1), date(2021, 6, 30)));
        assert_eq!(read("Biến động quý II năm 2021").period, quarter);
        assert_eq!(read("Biến động quý 2 năm 2021").period, quarter);
        let may = Some((date(2021, 5, 1), date(2021, 5, 31)));
        assert_eq!(read("Tháng 5 năm 2021").period, may);
        let year = Some((date(2023, 1, 1), date(2023, 12, 31)));
        assert_eq!(read("BIỂU GIAO CHỈ TIÊU NĂM 2023").period, year);
    }
}
