//! The two sides of a comparison, as the address asks for them. The first is the bar's; the second has fields of its own,
//! and without them it is the same unit a year earlier.

use kernel::{Day, Period};

use crate::address::{Question, Raw};
use crate::parts::typed;
use crate::problem::{Fault, Problem};
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;

/// The fields of the second side, and the names under which they are read.
const FIELDS: [(&str, &str); 6] = [
    ("unit2", "unit"),
    ("period2", "period"),
    ("as_of2", "as_of"),
    ("to2-d", "d"),
    ("to2-m", "m"),
    ("to2-y", "y"),
];

/// What is compared with what.
pub(super) struct Sides {
    pub(super) first: Side,
    pub(super) second: Side,
}

/// One side.
pub(super) struct Side {
    pub(super) question: Question,
    pub(super) place: Place,
}

impl Sides {
    /// Reads both sides.
    pub(super) fn read(visit: &Visit) -> Result<Self, Problem> {
        let (mut question, place) = visit.question_and_place()?;
        question.unit = Some(place.card.code.clone());
        let first = Side { question, place };
        let second = second(visit, &first)?;
        Ok(Self { first, second })
    }

    /// The address of this comparison at another path, such as a file's.
    pub(super) fn to(&self, path: &str) -> String {
        address(&self.first.question, &self.second.question, path)
    }

    /// The names of the two sides: what of unit, period and last day tells them apart.
    pub(super) fn names(&self) -> [String; 2] {
        let (first, second) = (&self.first, &self.second);
        let units = first.place.card.id != second.place.card.id;
        let periods = first.question.period != second.question.period;
        let days = first.question.last_day() != second.question.last_day();
        let is_whole = |side: &Side| side.question.last_day() == side.question.period.last();
        let says_day = days && !(is_whole(first) && is_whole(second) && periods);
        [first, second].map(|side| {
            let say = side.question.say;
            let mut parts = Vec::new();
            if units {
                parts.push(side.place.card.name.clone());
            }
            if periods || !(units || days) {
                parts.push(capital(&say.period(side.question.period)));
            }
            if says_day {
                let day = say.day(side.question.last_day());
                parts.push(say.fill(super::words::TO_DAY, &[("day", &day)]));
            }
            parts.join(" · ")
        })
    }
}

/// The address of a comparison.
pub(super) fn address(first: &Question, second: &Question, path: &str) -> String {
    let mut fields = Vec::new();
    if let Some(unit) = second.unit.as_deref().filter(|unit| first.unit.as_deref() != Some(unit)) {
        fields.push(("unit2", unit.to_owned()));
    }
    fields.push(("period2", second.period.code()));
    if let Some(day) = second.as_of {
        fields.push(("as_of2", day.to_string()));
    }
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    first.to_with(path, &fields)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn second(visit: &Visit, first: &Side) -> Result<Side, Problem> {
    let mut raw = visit.raw.beside(&FIELDS);
    let other_unit = raw.get("unit").is_some_and(|typed| typed != first.place.card.code);
    let day = named_day(&raw);
    let usual = usual(&first.question, other_unit, day);
    raw.unless_asked("period", &usual.code());
    let is_usual = day.is_none() && raw.get("d").is_none();
    let mut question = raw.question(visit.today).map_err(renamed)?;
    if is_usual && question.period == first.question.period.year_before() {
        question.as_of = cut_a_year_earlier(&first.question);
    } else if is_usual && question.period == first.question.period {
        question.as_of = first.question.as_of;
    }
    let day = question.organisation_day();
    let place = match raw.get("unit") {
        Some(typed) if other_unit => visit.place_of(typed, day)?,
        _ => visit.place_of(&first.place.card.code, day)?,
    };
    question.unit = Some(place.card.code.clone());
    Ok(Side { question, place })
}

/// The day asked for the second side, where it can be read; what cannot be read is told by the question itself.
fn named_day(raw: &Raw) -> Option<Day> {
    if let Some(iso) = raw.get("as_of") {
        return Day::parse(iso).ok();
    }
    let boxes = ["d", "m", "y"].map(|field| raw.get(field).unwrap_or_default());
    typed::boxes(boxes).ok().flatten()
}

/// The period of the second side where none is named: that of the day asked; of another unit the same; else a year earlier.
fn usual(first: &Question, other_unit: bool, day: Option<Day>) -> Period {
    match day {
        Some(day) if first.period.contains(day) => first.period,
        Some(day) => Period::year(day.year()).unwrap_or(first.period),
        None if other_unit => first.period,
        None => first.period.year_before(),
    }
}

/// A period that is not over is compared with as many days of the year before.
pub(super) fn cut_a_year_earlier(first: &Question) -> Option<Day> {
    let last = first.last_day();
    (last < first.period.last()).then(|| last.year_before())
}

/// The adjoining period before one, as long as it: the month, quarter, half or year before, or as many days.
pub(super) fn before(period: Period) -> Period {
    let last = period.from.previous();
    let months = i32::from(period.to.year() - period.from.year()) * 12
        + i32::from(period.to.date().month())
        - i32::from(period.from.date().month());
    let is_of_months = period.from.date().day() == 1 && period.to.date().day() == 1;
    let first = if is_of_months {
        let back =
            i32::from(period.from.year()) * 12 + i32::from(period.from.date().month()) - 1 - months;
        let (year, month) = (back.div_euclid(12), back.rem_euclid(12) + 1);
        i16::try_from(year).ok().zip(i8::try_from(month).ok()).and_then(|(y, m)| Day::new(y, m, 1))
    } else {
        Some(period.from.plus(-period.to.since(period.from)))
    };
    first.map_or_else(|| period.year_before(), |first| Period::inclusive(first, last))
}

/// Faults of the second side name its own fields.
fn renamed(faults: Vec<Fault>) -> Vec<Fault> {
    let own = |field: &'static str| match field {
        "unit" => "unit2",
        "period" => "period2",
        "d" => "to2",
        field => field,
    };
    faults.into_iter().map(|fault| Fault { field: own(fault.field), ..fault }).collect()
}

/// The percentage of an exact change with its sign, `+10,57%`; nothing where there is none.
pub(super) fn percent(say: Say, change: Option<[i64; 2]>) -> Option<String> {
    let [by, base] = change?;
    let text = say.share(by.checked_abs()?, base)?;
    let sign = if by < 0 { "−" } else { "+" };
    Some(if by == 0 { text } else { format!("{sign}{text}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_before_adjoins_and_is_as_long() {
        for (code, expected) in [
            ("2021", "2020"),
            ("2021-H1", "2020-H2"),
            ("2021-Q1", "2020-Q4"),
            ("2021-01", "2020-12"),
            ("2021-03-10..2021-03-19", "2021-02-28..2021-03-09"),
        ] {
            assert_eq!(before(Period::parse(code).unwrap()).code(), expected);
        }
    }

    #[test]
    fn a_change_has_its_sign_and_no_change_has_none() {
        let say = Say::default();
        for (change, expected) in
            [([148, 1_400], "+10,57%"), ([-1, 3], "−33,33%"), ([0, 7], "0%"), ([7, 7], "+100%")]
        {
            assert_eq!(percent(say, Some(change)).as_deref(), Some(expected));
        }
        assert_eq!(percent(say, None), None);
    }
}
