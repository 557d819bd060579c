//! A draft of a form as the fields of the page carry it, and as the text of a file.

use domain::reports::{Form, Level, Line, What, read_form, text_of};
use kernel::{Day, Refusal};

use crate::form::Form as Sent;

/// Lines of a draft at most: the fields of a form that is sent are limited.
pub(super) const LINES_MAX: usize = 400;
/// What a draft is called where a fault is told.
const NAME: &str = "Bản soạn";

/// A line as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) code: String,
    pub(super) text: String,
    pub(super) unit: String,
    /// `=typed`, `=sum`, nothing for a heading, or the code of an indicator.
    pub(super) from: String,
    /// The measure of a typed line, or the lines of a sum with commas.
    pub(super) more: String,
    /// What a typed line is held against.
    pub(super) beside: String,
    pub(super) part_of: String,
    pub(super) internal: bool,
}

/// Where a line's value is typed by the unit.
pub(super) const TYPED: &str = "=typed";
/// Where it is a sum of lines.
pub(super) const SUM: &str = "=sum";

/// A form as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) source: String,
    pub(super) confidence: String,
    pub(super) level: String,
    pub(super) from: [String; 3],
    pub(super) to: [String; 3],
    pub(super) begins: String,
    pub(super) cut_offs: String,
    pub(super) decimals: String,
    pub(super) rows: Vec<Row>,
}

impl Draft {
    /// A draft with one empty line.
    pub(super) fn empty(today: Day) -> Self {
        let (confidence, level) = ("R".to_owned(), "upper".to_owned());
        let from = boxes(today);
        let decimals = "2".to_owned();
        Self { confidence, level, from, decimals, rows: vec![Row::default()], ..Self::default() }
    }

    /// A form to be changed, in force from a later day.
    pub(super) fn of(form: &Form) -> Self {
        let day = |iso: &str| Day::parse(iso).map_or_else(|_| Default::default(), boxes);
        let month_day = |iso: &String| {
            let (month, day) = iso.split_once('-').unwrap_or_default();
            format!("{}/{}", day.trim_start_matches('0'), month.trim_start_matches('0'))
        };
        let cut_offs: Vec<String> = form.cut_offs.iter().map(month_day).collect();
        Self {
            code: form.code.clone(),
            name: form.name.clone(),
            source: form.source.clone(),
            confidence: form.confidence.clone(),
            level: if form.level == Level::Upper { "upper" } else { "grassroots" }.to_owned(),
            from: day(&form.from),
            to: form.to.as_deref().map(day).unwrap_or_default(),
            begins: form.begins.as_ref().map(month_day).unwrap_or_default(),
            cut_offs: cut_offs.join(", "),
            decimals: form.decimals.to_string(),
            rows: form.lines.iter().map(row).collect(),
        }
    }

    /// A draft as it was sent.
    pub(super) fn sent(form: &Sent) -> Self {
        let text = |name: &str| form.text(name).to_owned();
        let columns = ["l-code", "l-text", "l-unit", "l-from", "l-more", "l-part", "l-beside"]
            .map(|name| form.all(name).take(LINES_MAX).map(str::to_owned).collect::<Vec<_>>());
        let at =
            |column: usize, place: usize| columns[column].get(place).cloned().unwrap_or_default();
        let internal: Vec<&str> = form.all("l-internal").collect();
        let rows = (0..columns[0].len()).map(|place| Row {
            code: at(0, place),
            text: at(1, place),
            unit: at(2, place),
            from: at(3, place),
            more: at(4, place),
            part_of: at(5, place),
            beside: at(6, place),
            internal: internal.contains(&&*place.to_string()),
        });
        Self {
            code: text("code"),
            name: text("name"),
            source: text("source"),
            confidence: text("confidence"),
            level: text("level"),
            from: form.boxes("from").map(str::to_owned),
            to: form.boxes("to").map(str::to_owned),
            begins: text("begins"),
            cut_offs: text("cut_offs"),
            decimals: text("decimals"),
            rows: rows.collect(),
        }
    }

    /// Changes the lines as a button asks: `add`, `up-3`, `down-3`, `remove-3`.
    pub(super) fn change(&mut self, what: &str) {
        if what == "add" && self.rows.len() < LINES_MAX {
            self.rows.push(Row::default());
        }
        let Some((what, place)) = what.split_once('-') else { return };
        let Some(place) = place.parse::<usize>().ok().filter(|at| *at < self.rows.len()) else {
            return;
        };
        match what {
            "up" if place > 0 => self.rows.swap(place, place - 1),
            "down" if place + 1 < self.rows.len() => self.rows.swap(place, place + 1),
            "remove" => drop(self.rows.remove(place)),
            _ => {}
        }
    }

    /// The draft as the text of a file and as a form that holds; the refusal names the line.
    pub(super) fn read(&self) -> Result<(Form, String), Refusal> {
        let text = text_of(&self.as_form()?);
        Ok((read_form(NAME, &text)?, text))
    }

    fn as_form(&self) -> Result<Form, Refusal> {
        let lines = self.rows.iter().filter(|row| **row != Row::default());
        let cut_offs = self.cut_offs.split([',', ';']).map(str::trim).filter(|day| !day.is_empty());
        let decimals = self.decimals.parse::<u8>().map_err(|_| {
            Refusal::new("bad_decimals", "Số lẻ của tỷ lệ không phải là số", "Ghi từ 0 đến 4")
        })?;
        Ok(Form {
            code: plain_code(&self.code)?,
            name: self.name.clone(),
            source: self.source.clone(),
            confidence: self.confidence.clone(),
            level: if self.level == "grassroots" { Level::Grassroots } else { Level::Upper },
            from: day(&self.from)?.ok_or_else(no_day)?.to_string(),
            to: day(&self.to)?.map(|day| day.to_string()),
            begins: Some(&*self.begins)
                .filter(|text| !text.is_empty())
                .map(month_day)
                .transpose()?,
            cut_offs: cut_offs.map(month_day).collect::<Result<_, Refusal>>()?,
            decimals,
            lines: lines.map(line).collect(),
        })
    }
}

fn boxes(day: Day) -> [String; 3] {
    let date = day.date();
    [date.day().to_string(), date.month().to_string(), date.year().to_string()]
}

fn day(boxes: &[String; 3]) -> Result<Option<Day>, Refusal> {
    crate::parts::typed::boxes([&boxes[0], &boxes[1], &boxes[2]])
}

fn no_day() -> Refusal {
    Refusal::new("from_missing", "Chưa ghi ngày hiệu lực của mẫu", "Ghi ngày, tháng, năm")
}

/// A code that stands in addresses.
fn plain_code(code: &str) -> Result<String, Refusal> {
    let fits =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if (2..=40).contains(&code.len()) && code.chars().all(fits) {
        return Ok(code.to_owned());
    }
    Err(Refusal::new(
        "bad_form_code",
        "Mã mẫu có chữ không dùng được trong địa chỉ",
        "Viết 2 đến 40 chữ thường không dấu, số hoặc gạch dưới",
    ))
}

/// `30/6` as `06-30`.
fn month_day(typed: &str) -> Result<String, Refusal> {
    let parts = typed.split_once('/');
    let read = parts.and_then(|(day, month)| {
        let (day, month) = (day.trim().parse::<i8>().ok()?, month.trim().parse::<i8>().ok()?);
        // A leap year, so that 29/2 is a day.
        Day::new(2024, month, day).map(|_| format!("{month:02}-{day:02}"))
    });
    read.ok_or_else(|| {
        let typed: String = typed.chars().take(20).collect();
        Refusal::new(
            "bad_cut_off",
            format!("“{typed}” không phải là ngày và tháng"),
            "Viết như 30/6",
        )
    })
}

fn row(line: &Line) -> Row {
    let (from, more) = match line.what() {
        What::Heading => (String::new(), String::new()),
        What::Indicator(code) => (code.to_owned(), String::new()),
        What::Typed(measure) => (TYPED.to_owned(), measure.to_owned()),
        What::Sum(lines) => (SUM.to_owned(), lines.join(", ")),
    };
    Row {
        code: line.code.clone(),
        text: line.text.clone(),
        unit: line.unit.clone(),
        from,
        more,
        beside: line.beside.clone().unwrap_or_default(),
        part_of: line.part_of.clone().unwrap_or_default(),
        internal: line.internal,
    }
}

fn line(row: &Row) -> Line {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let lines = row.more.split([',', ';']).map(str::trim).filter(|code| !code.is_empty());
    let is_sum = row.from == SUM;
    // A typed line without a measure of its own is summed under its number.
    let measure = (row.from == TYPED).then(|| some(&row.more).unwrap_or_else(|| row.code.clone()));
    Line {
        code: row.code.clone(),
        text: row.text.clone(),
        unit: row.unit.clone(),
        indicator: some(&row.from).filter(|from| !from.starts_with('=')),
        measure,
        beside: some(row.beside.trim()),
        sum: if is_sum { lines.map(str::to_owned).collect() } else { Vec::new() },
        part_of: some(&row.part_of),
        internal: row.internal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_program_goes_through_the_editor_unchanged() {
        for form in domain::reports::forms().unwrap() {
            let (again, _) = Draft::of(form).read().unwrap();
            assert_eq!(again, *form);
        }
    }

    #[test]
    fn buttons_move_lines_and_nothing_else_does() {
        let line = |code: &str| Row { code: code.to_owned(), ..Row::default() };
        let mut draft = Draft { rows: ["a", "b", "c"].map(line).to_vec(), ..Draft::default() };
        let order =
            |draft: &Draft| draft.rows.iter().map(|row| row.code.clone()).collect::<String>();
        for (what, expected) in [
            ("up-1", "bac"),
            ("up-0", "bac"),
            ("down-2", "bac"),
            ("down-0", "abc"),
            ("remove-1", "ac"),
            ("remove-9", "ac"),
            ("add", "ac"),
            ("nothing", "ac"),
        ] {
            draft.change(what);
            assert_eq!(order(&draft), expected, "{what}");
        }
        assert_eq!(draft.rows.len(), 3, "a line was added");
    }

    #[test]
    fn what_cannot_be_read_is_refused_by_name() {
        let form = domain::reports::find_form("ket_qua_nam").unwrap();
        let good = Draft::of(form);
        let own = str::to_owned;
        for (draft, expected) in [
            (Draft { code: own("Mẫu mới"), ..good.clone() }, "bad_form_code"),
            (Draft { cut_offs: own("31/2"), ..good.clone() }, "bad_cut_off"),
            (Draft { begins: own("đầu năm"), ..good.clone() }, "bad_cut_off"),
            (Draft { decimals: own("hai"), ..good.clone() }, "bad_decimals"),
            (Draft { decimals: own("9"), ..good.clone() }, "bad_report_form"),
            (Draft { from: Default::default(), ..good.clone() }, "from_missing"),
            (Draft { from: ["31", "6", "2026"].map(own), ..good.clone() }, "bad_day"),
            (Draft { rows: Vec::new(), ..good.clone() }, "bad_report_form"),
        ] {
            assert_eq!(draft.read().unwrap_err().code, expected);
        }
    }
}
