//! Days as clerks write them: complete, or a month, or a year alone.
//!
//! What is not known is not invented: `1978` stays a year. Every guess that was needed is named
//! ([`DateRepair`]), and a day that is in no calendar is refused by name.

mod parse;
mod partial;
mod serial;
#[cfg(test)]
mod tests;
mod words;

pub use parse::{DateReading, DateRefusal, DateRepair, Repairs, parse};
pub use partial::{PartialDate, Precision};
pub use serial::{DateSystem, from_serial};

use jiff::civil::Date;

/// A day for people: `28/7/2024`.
pub fn format_day(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month(), day.year())
}

/// A day in the words of a decision: `ngày 28 tháng 7 năm 2024`; days below 10 and January and
/// February with a leading zero, as the rules for official papers ask.
pub fn format_day_in_words(day: Date) -> String {
    let month =
        if day.month() <= 2 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}
