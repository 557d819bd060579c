//! Saying numbers, days and periods in the reader's language.

use domain::figures::Figure;
use domain::scores::points_text;
use kernel::text::Language;
use kernel::{Day, Period, Text};
use vietnamese::number::{Decimal, Fraction, format_integer};

/// The minus sign of figures, which is as wide as a plus.
pub(crate) const MINUS: char = '−';

/// How this reader is spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Say {
    /// The language asked for.
    pub(crate) language: Language,
}

impl Say {
    fn is_english(self) -> bool {
        self.language == Language::English
    }

    /// The code of the language, as pages and addresses write it.
    pub(crate) fn code(self) -> &'static str {
        if self.is_english() { "en" } else { "vi" }
    }

    /// The other of the two languages.
    pub(crate) fn other(self) -> Self {
        let language = if self.is_english() { Language::Vietnamese } else { Language::English };
        Self { language }
    }

    /// The mark of Vietnamese on a page in another language: of names, papers, refusals.
    pub(crate) fn foreign(self) -> Option<&'static str> {
        self.is_english().then_some("vi")
    }

    /// A fixed text.
    pub(crate) fn text(self, text: Text) -> &'static str {
        text.in_language(self.language)
    }

    /// A text with its places filled. English has two forms of a word: `{n|file|files}` is the first where the value of
    /// `n` is 1, the second otherwise.
    pub(crate) fn fill(self, text: Text, places: &[(&str, &str)]) -> String {
        let mut rest = self.text(text);
        let mut filled = String::with_capacity(rest.len() + 32);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            let (name, forms) = name.split_once('|').unwrap_or((name, ""));
            let value = places.iter().find(|(place, _)| *place == name).map(|(_, value)| *value);
            filled.push_str(match (value, forms.split_once('|')) {
                (Some("1"), Some((one, _))) => one,
                (_, Some((_, many))) => many,
                (value, None) => value.unwrap_or_default(),
            });
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }

    /// `1.234.567`; a negative number has the true minus sign.
    pub(crate) fn number(self, value: i64) -> String {
        let plain = format_integer(value).replace('-', "−");
        if self.is_english() { plain.replace('.', ",") } else { plain }
    }

    /// A numeral that comes as Vietnamese write it, `1.234,5`; in English `1,234.5`.
    pub(crate) fn numeral(self, written: &str) -> String {
        let other = |letter| match letter {
            '.' => ',',
            ',' => '.',
            letter => letter,
        };
        if self.is_english() { written.chars().map(other).collect() } else { written.to_owned() }
    }

    /// Points of a score, which come in hundredths: `88,25`.
    pub(crate) fn points(self, hundredths: i64) -> String {
        self.numeral(&points_text(hundredths))
    }

    /// A change with its sign: `+1.234`, `−386`; none has no sign.
    pub(crate) fn signed(self, value: i64) -> String {
        if value <= 0 { self.number(value) } else { format!("+{}", self.number(value)) }
    }

    /// A percentage as `domain` gives it: `79,89%`.
    pub(crate) fn percent(self, figure: &Figure) -> Option<String> {
        let machine = || figure.percent.as_ref().map(|percent| format!("{percent}%"));
        if self.is_english() { machine() } else { figure.percent_vi.clone() }
    }

    /// A share as a percentage, `58,02%`.
    pub(crate) fn share(self, part: i64, whole: i64) -> Option<String> {
        let fraction = Fraction::new(part, whole)?;
        Some(if self.is_english() {
            format!("{}%", fraction.percent_machine(2))
        } else {
            fraction.percent_text(2)
        })
    }

    /// The percentage before it is rounded, to six decimals: `79,885 057…%`.
    pub(crate) fn exact_percent(self, part: i64, whole: i64) -> Option<String> {
        const DECIMALS: u8 = 6;
        let fraction = Fraction::new(part, whole)?;
        let cut = fraction.percent_truncated(DECIMALS)?;
        if fraction.is_exactly(cut) {
            return Some(self.numeral(&fraction.percent_text(DECIMALS)));
        }
        let Decimal { units, .. } = cut;
        let (whole, rest) = (units / 1_000_000, (units % 1_000_000).abs());
        let comma = if self.is_english() { '.' } else { ',' };
        let (first, second) = (rest / 1000, rest % 1000);
        Some(format!("{}{comma}{first:03} {second:03}…%", self.number(whole)))
    }

    /// `28/7/2024`; in English the unmistakable `2024-07-28`.
    pub(crate) fn day(self, day: Day) -> String {
        if self.is_english() { day.to_string() } else { day.vi() }
    }

    /// `15:40 ngày 17/1/2024`; in English `2024-01-17 15:40`.
    pub(crate) fn moment(self, at: kernel::Instant) -> String {
        if !self.is_english() {
            return at.vi();
        }
        let iso = at.iso();
        iso.get(..16).unwrap_or(&iso).replace('T', " ")
    }

    /// A moment that comes as people write it in Vietnamese, `15:40 ngày 17/1/2024`; other text stays as it is.
    pub(crate) fn moment_text(self, written: &str) -> String {
        let english = || {
            let (time, day) = written.split_once(" ngày ")?;
            let mut parts = day.split('/').map(|part| part.parse::<u16>().ok());
            let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
            parts.next().is_none().then(|| format!("{year:04}-{month:02}-{day:02} {time}"))
        };
        let english = if self.is_english() { english() } else { None };
        english.unwrap_or_else(|| written.to_owned())
    }

    /// A day that comes as ISO text; text that is no day stays as it is.
    pub(crate) fn day_text(self, iso: &str) -> String {
        Day::parse(iso).map_or_else(|_| iso.to_owned(), |day| self.day(day))
    }

    /// `năm 2023`, `6 tháng đầu năm 2021`.
    pub(crate) fn period(self, period: Period) -> String {
        if !self.is_english() {
            return period.vi();
        }
        let code = period.code();
        match code.split_once('-') {
            Some((year, "H1")) => format!("first half of {year}"),
            Some((year, "H2")) => format!("second half of {year}"),
            Some((year, part)) if part.starts_with('Q') && part.len() == 2 => {
                format!("{part} of {year}")
            }
            Some((year, month)) if month.len() == 2 => format!("{year}-{month}"),
            Some(_) if period.from == period.last() => period.from.to_string(),
            Some(_) => format!("{} to {}", period.from, period.last()),
            None => code,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    const VI: Say = Say { language: Language::Vietnamese };
    const EN: Say = Say { language: Language::English };

    #[test]
    fn numbers_are_written_as_each_reader_expects() {
        assert_eq!(VI.number(1_234_567), "1.234.567");
        assert_eq!(VI.number(-386), "−386");
        assert_eq!(EN.number(-1_234), "−1,234");
        assert_eq!([-2, 0, 2].map(|change| VI.signed(change)), ["−2", "0", "+2"]);
        assert_eq!(VI.numeral("1.234,5%"), "1.234,5%");
        assert_eq!(EN.numeral("1.234,5%"), "1,234.5%");
        assert_eq!((VI.points(8_825), EN.points(8_825)), ("88,25".to_owned(), "88.25".to_owned()));
    }

    #[test]
    fn a_moment_that_comes_as_text_is_said_to_each_reader() {
        let written = "09:05 ngày 7/1/2024";
        assert_eq!(VI.moment_text(written), written);
        assert_eq!(EN.moment_text(written), "2024-01-07 09:05");
        for odd in ["", "hôm qua", "09:05 ngày 7/1", "09:05 ngày 7/1/2024/1"] {
            assert_eq!(EN.moment_text(odd), odd);
        }
    }

    #[test]
    fn an_unrounded_percentage_shows_where_it_was_cut() {
        assert_eq!(VI.exact_percent(139, 174).as_deref(), Some("79,885 057…%"));
        assert_eq!(VI.exact_percent(3335, 2500).as_deref(), Some("133,4%"));
        assert_eq!(EN.exact_percent(1, 3).as_deref(), Some("33.333 333…%"));
        assert_eq!(VI.exact_percent(1, 0), None);
    }

    #[test]
    fn a_place_without_a_value_is_left_out_and_a_value_is_never_read_again() {
        let text = words::NO_UNIT_MATCHES;
        assert_eq!(VI.fill(text, &[]), "Không có đơn vị nào khớp “”");
        assert_eq!(
            VI.fill(text, &[("typed", "{typed} {")]),
            "Không có đơn vị nào khớp “{typed} {”"
        );
    }

    #[test]
    fn one_thing_and_several_are_told_apart_in_english() {
        let text = Text::new("{n} hồ sơ chờ", "{n} {n|file waits|files wait}");
        for (count, vi, en) in [
            ("0", "0 hồ sơ chờ", "0 files wait"),
            ("1", "1 hồ sơ chờ", "1 file waits"),
            ("500+", "500+ hồ sơ chờ", "500+ files wait"),
        ] {
            let places = [("n", count)];
            assert_eq!((&*VI.fill(text, &places), &*EN.fill(text, &places)), (vi, en));
        }
    }

    #[test]
    fn a_period_has_a_name_in_both_languages() {
        for (code, vi, en) in [
            ("2023", "năm 2023", "2023"),
            ("2021-H1", "6 tháng đầu năm 2021", "first half of 2021"),
            ("2021-Q2", "quý 2 năm 2021", "Q2 of 2021"),
            ("2021-06", "tháng 6/2021", "2021-06"),
            ("2021-01-03..2021-02-04", "từ 3/1/2021 đến 4/2/2021", "2021-01-03 to 2021-02-04"),
            ("2021-01-03..2021-01-03", "ngày 3/1/2021", "2021-01-03"),
        ] {
            let period = Period::parse(code).unwrap();
            assert_eq!((VI.period(period).as_str(), EN.period(period).as_str()), (vi, en));
        }
    }
}
