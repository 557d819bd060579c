//! What a report is held against before it is filed: its own movements, who was obliged, what the registers count.
//!
//! Nothing of it stops anybody. What a line is held against is its indicator, or what stands `beside` a typed line.

use ledger::account::CountKind;
use vietnamese::number::format_integer;

use super::form::{Form, Line, What};
use super::model::{Cell, Finding};
use crate::figures::{self, Figure, Indicator, Part};

/// What the books say while a report is filled; nothing of one that was filed.
#[derive(Clone, Debug, Default)]
pub(super) struct Books {
    /// Every figure of the unit and the period, with who was obliged and what the unit states.
    pub(super) figures: Vec<Figure>,
    /// What the last records of registers say, by line.
    pub(super) returned: Vec<Returned>,
}

/// What the last records of a register say of what stands in a line.
#[derive(Clone, Debug)]
pub(super) struct Returned {
    pub(super) line: String,
    /// Units that said it.
    pub(super) units: i64,
    /// What they said together.
    pub(super) sum: i64,
}

impl Books {
    fn figure(&self, indicator: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.indicator == indicator)
    }
}

/// The indicator a line is held against: the one that fills it, or the one beside what is typed.
fn indicator_of(line: &Line) -> Option<&str> {
    match line.what() {
        What::Indicator(code) => Some(code),
        What::Typed(_) => line.beside.as_deref(),
        What::Heading | What::Sum(_) => None,
    }
}

/// Everything found, in the order of the form's lines.
pub(super) fn findings(form: &Form, cells: &[Cell], books: &Books) -> Vec<Finding> {
    let mut found = Vec::new();
    for line in &form.lines {
        let Some(cell) = cells.iter().find(|cell| cell.line == line.code) else { continue };
        found.extend(movements(form, line, cells, books));
        let figure = indicator_of(line).and_then(|code| books.figure(code));
        if let Some(figure) = figure {
            found.extend(not_held(line, figure));
            found.extend(held_beyond(line, cell, figure));
        }
        // While reports below are missing, that is why it differs, and it was told.
        if cell.gathered.is_some_and(|all| all.missing() > 0) {
            continue;
        }
        if matches!(line.what(), What::Typed(_)) {
            found.extend(figure.and_then(|figure| against_figure(line, cell, figure)));
            found.extend(against_records(line, cell, books));
        }
        found.extend(figure.and_then(|figure| against_stated(line, cell, figure)));
    }
    found
}

fn finding(line: &Line, code: &'static str, vi: String, en: String) -> Finding {
    Finding { line: Some(line.code.clone()), code, what: vi, what_en: en, against: None }
}

/// A number in English.
fn en(value: i64) -> String {
    format_integer(value).replace('.', ",")
}

/// A difference with its sign, in Vietnamese and in English.
fn apart(difference: i64) -> [String; 2] {
    let sign = if difference < 0 { "−" } else { "+" };
    let size = i64::try_from(difference.unsigned_abs()).unwrap_or(i64::MAX);
    [format_integer(size), en(size)].map(|size| format!("{sign}{size}"))
}

/// Opening, movements and closing of what a closing line counts: told where every part is on the form or in the books.
fn movements(form: &Form, line: &Line, cells: &[Cell], books: &Books) -> Option<Finding> {
    let closing = indicator_of(line).and_then(figures::find_indicator);
    let closing = closing.filter(|each| each.part == Part::Closing)?;
    let told = |indicator: &Indicator| {
        let line = form.lines.iter().find(|line| indicator_of(line) == Some(indicator.code))?;
        Some(cells.iter().find(|cell| cell.line == line.code).and_then(|cell| cell.value))
    };
    let kind = closing.kind;
    let of = move |part: Part| {
        figures::INDICATORS.iter().filter(move |each| each.kind == kind && each.part == part)
    };
    let opening = told(of(Part::Opening).next()?)??;
    let end = told(closing)??;
    let mut is_whole = true;
    let mut sum = |part: Part| -> Option<i64> {
        let mut sum = 0_i64;
        for each in of(part) {
            let value = match told(each) {
                Some(value) => value,
                None => {
                    is_whole = false;
                    books.figure(each.code).and_then(|figure| figure.value)
                }
            };
            sum = sum.saturating_add(value?);
        }
        Some(sum)
    };
    let (more, less) = (sum(Part::Increase)?, sum(Part::Decrease)?);
    let made = opening.saturating_add(more).saturating_sub(less);
    if made == end {
        return None;
    }
    let by = apart(end.saturating_sub(made));
    let besides = if is_whole {
        ["", ""]
    } else {
        [" (kể cả biến động mẫu không có dòng)", " (with movements the form has no line for)"]
    };
    let vi = format!(
        "Đầu kỳ {} + tăng {} − giảm {}{} = {}, cuối kỳ ghi {}: lệch {}",
        format_integer(opening),
        format_integer(more),
        format_integer(less),
        besides[0],
        format_integer(made),
        format_integer(end),
        by[0]
    );
    let en = format!(
        "Opening {} + increases {} − decreases {}{} = {}, but closing says {}: {} apart",
        en(opening),
        en(more),
        en(less),
        besides[1],
        en(made),
        en(end),
        by[1]
    );
    Some(finding(line, "movements_differ", vi, en))
}

/// Units that owe it and have not held it. Who is exempt with a reason does not owe it.
fn not_held(line: &Line, figure: &Figure) -> Option<Finding> {
    let population = figure.population.as_ref()?;
    let counts = population.counts;
    let open = counts.obliged - counts.held;
    if open <= 0 {
        return None;
    }
    let late = if counts.late > 0 {
        let [vi, en] = [format_integer(counts.late), en(counts.late)];
        [format!(", {vi} đơn vị đã quá hạn"), format!(", {en} of them late")]
    } else {
        [String::new(), String::new()]
    };
    let vi = format!(
        "Còn {} trên {} đơn vị thuộc diện chưa tổ chức{}",
        format_integer(open),
        format_integer(counts.obliged),
        late[0]
    );
    let en =
        format!("{} of {} obliged units have not held it{}", en(open), en(counts.obliged), late[1]);
    let against = Some(population.obligation.to_owned());
    Some(Finding { against, ..finding(line, "obliged_not_held", vi, en) })
}

/// More units that held it than units that owe it.
fn held_beyond(line: &Line, cell: &Cell, figure: &Figure) -> Option<Finding> {
    let population = figure.population.as_ref()?;
    let counts = population.counts;
    let of_units = figures::find_indicator(figure.indicator)
        .is_some_and(|indicator| indicator.kind == CountKind::Units);
    let held = cell.value.filter(|held| of_units && *held > counts.obliged)?;
    let vi = format!(
        "Đã tổ chức {}, chỉ {} đơn vị thuộc diện ({} đơn vị tổ chức ngoài diện, {} đơn vị chưa rõ số lao động)",
        format_integer(held),
        format_integer(counts.obliged),
        format_integer(counts.held_beyond),
        format_integer(counts.headcount_unknown)
    );
    let en = format!(
        "{} held it, only {} units are obliged ({} held it without being obliged, of {} the headcount is not known)",
        en(held),
        en(counts.obliged),
        en(counts.held_beyond),
        en(counts.headcount_unknown)
    );
    let against = Some(population.obligation.to_owned());
    Some(Finding { against, ..finding(line, "held_beyond_obliged", vi, en) })
}

/// What is typed beside what the registers count.
fn against_figure(line: &Line, cell: &Cell, figure: &Figure) -> Option<Finding> {
    let (told, counted) = cell.value.zip(figure.value).filter(|(told, counted)| told != counted)?;
    let by = apart(told.saturating_sub(counted));
    let vi = format!(
        "Ghi tay {}, sổ đếm được {}: lệch {}",
        format_integer(told),
        format_integer(counted),
        by[0]
    );
    let en = format!("Typed {}, the registers count {}: {} apart", en(told), en(counted), by[1]);
    let against = Some(figure.indicator.to_owned());
    Some(Finding { against, ..finding(line, "register_differs", vi, en) })
}

/// What is typed beside what the last records of units say.
fn against_records(line: &Line, cell: &Cell, books: &Books) -> Option<Finding> {
    let said = books.returned.iter().find(|each| each.line == line.code && each.units > 0)?;
    let told = cell.value.filter(|told| *told != said.sum)?;
    let by = apart(told.saturating_sub(said.sum));
    let vi = format!(
        "Ghi tay {}, sổ của {} đơn vị ghi {}: lệch {}",
        format_integer(told),
        format_integer(said.units),
        format_integer(said.sum),
        by[0]
    );
    let en = format!(
        "Typed {}, the records of {} units say {}: {} apart",
        en(told),
        en(said.units),
        en(said.sum),
        by[1]
    );
    Some(Finding { against: line.beside.clone(), ..finding(line, "register_differs", vi, en) })
}

/// What stands in a line beside what the unit states without records.
fn against_stated(line: &Line, cell: &Cell, figure: &Figure) -> Option<Finding> {
    let stated = figure.stated.as_ref()?;
    let told = cell.value.filter(|told| *told != stated.value)?;
    let by = apart(stated.value.saturating_sub(told));
    let vi = format!(
        "Đơn vị tự tổng hợp {}, dòng này là {}: lệch {}. Lý do đã ghi: {}",
        format_integer(stated.value),
        format_integer(told),
        by[0],
        stated.reason
    );
    let en = format!(
        "The unit states {}, this line says {}: {} apart. The reason given: {}",
        en(stated.value),
        en(told),
        by[1],
        stated.reason
    );
    let against = Some(figure.indicator.to_owned());
    Some(Finding { against, ..finding(line, "stated_differs", vi, en) })
}
