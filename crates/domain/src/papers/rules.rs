//! Which text was in force on the day of a paper.

use kernel::Day;

/// The confederation's regulation on commendation: first day, number, its day in words. The table of `awards`: each holds
/// from its signing until the next replaces it; what came before the first is not known.
const REGULATIONS: [(&str, &str); 5] = [
    ("2004-05-26", "777/2004/QĐ-TLĐ"),
    ("2014-12-24", "1564/QĐ-TLĐ"),
    ("2017-12-28", "2106/QĐ-TLĐ"),
    ("2019-11-12", "1689/QĐ-TLĐ"),
    ("2024-05-29", "999/QĐ-TLĐ"),
];

/// Number and day of the regulation on commendation of union organisations in force on a day.
pub fn commendation_regulation(on: Day) -> Option<(&'static str, Day)> {
    let dated =
        REGULATIONS.iter().filter_map(|(from, number)| Some((*number, Day::parse(from).ok()?)));
    dated.take_while(|(_, from)| *from <= on).last()
}
