//! What a cell holds, for the readers of fields: raw value, digits, date.

use std::borrow::Cow;

use sheets::{Cell, Value};
use vietnamese::date::{self, DateReading, DateRefusal, DateSystem, PartialDate, from_serial};

use crate::problem::Said;

/// How the workbook counts days.
pub(crate) fn system(date_1904: bool) -> DateSystem {
    if date_1904 { DateSystem::From1904 } else { DateSystem::From1900 }
}

/// What stands in a cell: the formula where there is one, a date as year-month-day.
pub(crate) fn raw(cell: &Cell, days: DateSystem) -> Said {
    if let Some(formula) = &cell.formula {
        return Said::Text(format!("={}", formula.text));
    }
    result(cell, days)
}

/// The value of a cell, of a formula its stored result.
pub(crate) fn result(cell: &Cell, days: DateSystem) -> Said {
    match &cell.value {
        Value::Text(text) if text.is_empty() => Said::Nothing,
        Value::Text(text) | Value::Error(text) => Said::Text(text.clone()),
        Value::Number(number) if cell.date_format => {
            let day = from_serial(*number as i64, days);
            day.map_or(Said::Number(*number), |day| Said::Text(PartialDate::from(day).iso()))
        }
        Value::Number(number) => Said::Number(*number),
        Value::Bool(truth) => Said::from(if *truth { "TRUE" } else { "FALSE" }),
    }
}

/// The text of a cell that should hold a number written in digits; a stored number is printed
/// without decimals.
pub(crate) fn digits(cell: &Cell) -> Cow<'_, str> {
    match &cell.value {
        Value::Text(text) | Value::Error(text) => Cow::Borrowed(text),
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            Cow::Owned((*number as i64).to_string())
        }
        Value::Number(number) => Cow::Owned(number.to_string()),
        Value::Bool(truth) => Cow::Borrowed(if *truth { "TRUE" } else { "FALSE" }),
    }
}

/// Reads a date. `latest_year` decides the century of two-digit years.
pub(crate) fn date(
    cell: &Cell,
    days: DateSystem,
    latest_year: i16,
) -> Result<DateReading, DateRefusal> {
    match &cell.value {
        Value::Text(text) => {
            let reading = date::parse(text, latest_year)?;
            Ok(with_system(reading, text, days))
        }
        Value::Number(number) => of_number(*number, cell.date_format, days, latest_year),
        Value::Bool(_) | Value::Error(_) => Err(DateRefusal::NotADate),
    }
}

fn of_number(
    number: f64,
    date_format: bool,
    days: DateSystem,
    latest_year: i16,
) -> Result<DateReading, DateRefusal> {
    // A year typed into a cell that is formatted as a date: 1985 would be a day of 1905.
    let is_year = number.fract() == 0.0 && (1900.0..=2100.0).contains(&number);
    if date_format && !is_year {
        let day = from_serial(number as i64, days).ok_or(DateRefusal::NotADate)?;
        return Ok(DateReading { date: day.into(), repairs: date::Repairs::default() });
    }
    let whole = if number >= 10_000.0 { number.floor() } else { number };
    let text = whole.to_string();
    date::parse(&text, latest_year).map(|reading| with_system(reading, &text, days))
}

/// A serial that lost its format counts as the workbook counts.
fn with_system(reading: DateReading, text: &str, days: DateSystem) -> DateReading {
    if days == DateSystem::From1904 && reading.repairs.contains(date::DateRepair::Serial) {
        let day = text.trim().parse().ok().and_then(|serial| from_serial(serial, days));
        if let Some(day) = day {
            return DateReading { date: day.into(), ..reading };
        }
    }
    reading
}
