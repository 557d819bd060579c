//! What a reader asks, as it stands in the address: read with every fault named, and written back
//! into links.

use std::borrow::Cow;

use domain::figures::Query;
use form_urlencoded::Serializer;
use kernel::text::Language;
use kernel::{Block, Day, Instant, Period, UnitKind};
use ledger::views::View;

use crate::problem::Fault;
use crate::say::Say;
use crate::words;

/// The three views, in the order in which a form offers them.
pub(crate) const VIEWS: [View; 3] = [View::Was, View::Now, View::Like];

/// Letters of one field that are looked at; the longest honest one is a unit's name of 300.
const FIELD_MAX: usize = 400;
/// The field with which a browser comes back from an identity provider, and its letters at most: some providers write
/// all they know into it, sealed.
const CODE: (&str, usize) = ("code", 3_000);
/// No list is turned so far: 100,000 lines at 50 a page.
const PAGE_MAX: usize = 2_000;

/// The fields as they came: what a form shows again when one of them cannot be read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Raw(Vec<(String, String)>);

/// A moment of knowledge, with the text in which it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KnownAt {
    pub(crate) typed: String,
    pub(crate) at: Instant,
}

/// What is asked, understood. The unit is a code once it has been found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) unit: Option<String>,
    /// The period named in the address; without one it is the present year.
    pub(crate) named_period: Option<Period>,
    pub(crate) period: Period,
    pub(crate) as_of: Option<Day>,
    pub(crate) view: View,
    pub(crate) known_at: Option<KnownAt>,
    /// Only the column of this block.
    pub(crate) block: Option<Block>,
    /// Only the column of this kind of unit.
    pub(crate) kind: Option<UnitKind>,
    pub(crate) say: Say,
    pub(crate) today: Day,
}

impl Raw {
    /// Reads the part behind the question mark; it never fails, fields too long are cut.
    pub(crate) fn read(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes()).take(40);
        let field = |(key, value): (Cow<'_, str>, Cow<'_, str>)| {
            let most = if key == CODE.0 { CODE.1 } else { FIELD_MAX };
            // PostgreSQL takes no text with this sign, and nobody types it.
            let letters = value.chars().filter(|letter| *letter != '\0');
            (key.into_owned(), letters.take(most).collect())
        };
        Self(pairs.map(field).collect())
    }

    /// Gives a field a value unless the address gives it one.
    pub(crate) fn unless_asked(&mut self, field: &str, value: &str) {
        if self.get(field).is_none() {
            self.0.push((field.to_owned(), cut(value)));
        }
    }

    /// The address of a path with these fields, as they came.
    pub(crate) fn to(&self, path: &str) -> String {
        let mut fields = Serializer::new(String::new());
        fields.extend_pairs(&self.0);
        let fields = fields.finish();
        if fields.is_empty() { path.to_owned() } else { format!("{path}?{fields}") }
    }

    /// A field as typed, without outer spaces; `None` when it is empty or not there.
    pub(crate) fn get(&self, field: &str) -> Option<&str> {
        let found = self.0.iter().find(|(key, _)| key == field)?;
        Some(found.1.trim()).filter(|value| !value.is_empty())
    }

    /// Every value of a field that may stand more than once.
    pub(crate) fn all<'r>(&'r self, field: &'r str) -> impl Iterator<Item = &'r str> {
        let same = self.0.iter().filter(move |(key, _)| key == field);
        same.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether the fields came from the form and not from a link.
    pub(crate) fn is_form(&self) -> bool {
        self.0.iter().any(|(key, value)| matches!(&**key, "d" | "m" | "y") || value.is_empty())
    }

    /// The other side of a comparison: the fields whose names are paired are read under the second name, the columns,
    /// the view, the moment of knowledge and the language are those of the first side.
    pub(crate) fn beside(&self, pairs: &[(&str, &str)]) -> Self {
        let common = ["view", "known_at", "block", "kind", "lang"];
        let renamed = |(key, value): &(String, String)| {
            let second = pairs.iter().find(|(name, _)| name == key).map(|(_, second)| *second);
            let name = second.or_else(|| common.into_iter().find(|name| name == key))?;
            Some((name.to_owned(), value.clone()))
        };
        Self(self.0.iter().filter_map(renamed).collect())
    }

    /// The language asked for.
    pub(crate) fn say(&self) -> Say {
        Say { language: Language::of_locale(self.get("lang").unwrap_or("vi")) }
    }

    /// The page of a list, from 1 on.
    pub(crate) fn page(&self, field: &'static str) -> Result<usize, Fault> {
        let Some(typed) = self.get(field) else { return Ok(1) };
        match typed.parse() {
            Ok(page) if (1..=PAGE_MAX).contains(&page) => Ok(page),
            _ => Err(Fault::new(
                self.say(),
                field,
                "bad_page",
                (words::BAD_PAGE, &[("typed", typed)]),
                (words::BAD_PAGE_DO, &[]),
            )),
        }
    }

    /// Understands the fields, or names each that cannot be read.
    pub(crate) fn question(&self, today: Day) -> Result<Question, Vec<Fault>> {
        let (question, faults) = self.understood(today);
        if faults.is_empty() { Ok(question) } else { Err(faults) }
    }

    /// What can be understood of the fields, and what is wrong with the others.
    pub(crate) fn understood(&self, today: Day) -> (Question, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut note = |fault| faults.push(fault);
        let named_period = self.period().map_err(&mut note).ok().flatten();
        let as_of = self.as_of().map_err(&mut note).ok().flatten();
        let view = self.view().map_err(&mut note).unwrap_or_default();
        let known_at = self.known_at().map_err(&mut note).ok().flatten();
        let block = self.column("block", Block::from_code).map_err(&mut note).ok().flatten();
        let kind = self.column("kind", UnitKind::from_code).map_err(&mut note).ok().flatten();
        let unit = self.get("unit").map(str::to_owned);
        let plain = Question::plain(today, self.say());
        let period = named_period.unwrap_or(plain.period);
        let asked = Question { unit, named_period, period, as_of, view, known_at, ..plain };
        let mut question = Question { block, kind, ..asked };
        if let Some(fault) = question.as_of_before_period() {
            question.as_of = None;
            faults.push(fault);
        }
        (question, faults)
    }

    fn period(&self) -> Result<Option<Period>, Fault> {
        let Some(typed) = self.get("period") else { return Ok(None) };
        Period::parse(typed).map(Some).map_err(|refusal| {
            let text = (words::BAD_PERIOD, &[("typed", typed)][..]);
            Fault::new(self.say(), "period", refusal.code, text, (words::BAD_PERIOD_DO, &[]))
        })
    }

    fn as_of(&self) -> Result<Option<Day>, Fault> {
        let boxes = ["d", "m", "y"].map(|field| self.get(field));
        let typed = match (self.get("as_of"), boxes) {
            (Some(iso), _) => match Day::parse(iso) {
                Ok(day) => return Ok(Some(day)),
                Err(_) => iso.to_owned(),
            },
            (None, [None, None, None]) => return Ok(None),
            (None, [day, month, year]) => {
                let parts = [day, month, year].map(|part| part.unwrap_or("…"));
                return self.boxed_day(parts).map(Some);
            }
        };
        Err(self.bad_day(&typed))
    }

    /// A day typed as three boxes.
    fn boxed_day(&self, [day, month, year]: [&str; 3]) -> Result<Day, Fault> {
        let typed = format!("{day}/{month}/{year}");
        let (Ok(day), Ok(month), Ok(year)) =
            (day.parse::<i8>(), month.parse::<i8>(), year.parse::<i16>())
        else {
            return Err(self.bad_day(&typed));
        };
        if let Some(found) = Day::new(year, month, day) {
            return Ok(found);
        }
        let first = Day::new(year, month, 1).filter(|_| (29..=31).contains(&day));
        let Some(first) = first else { return Err(self.bad_day(&typed)) };
        let length = first.month().next().first_day().since(first).to_string();
        let month = month.to_string();
        let places = [("typed", &*typed), ("month", &*month), ("n", &*length)];
        let text = (words::NO_SUCH_DAY, &places[..]);
        Err(Fault::new(self.say(), "d", "bad_day", text, (words::BAD_DAY_DO, &[])))
    }

    fn bad_day(&self, typed: &str) -> Fault {
        let text = (words::BAD_DAY, &[("typed", typed)][..]);
        Fault::new(self.say(), "d", "bad_day", text, (words::BAD_DAY_DO, &[]))
    }

    fn view(&self) -> Result<View, Fault> {
        let Some(typed) = self.get("view") else { return Ok(View::Was) };
        View::from_code(typed).ok_or_else(|| {
            let text = (words::BAD_VIEW, &[("typed", typed)][..]);
            Fault::new(self.say(), "view", "bad_view", text, (words::BAD_VIEW_DO, &[]))
        })
    }

    /// A column of a breakdown by its code.
    fn column<T>(
        &self,
        field: &'static str,
        read: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        let Some(typed) = self.get(field) else { return Ok(None) };
        read(typed).map(Some).ok_or_else(|| {
            let text = (words::BAD_COLUMN, &[("typed", typed)][..]);
            Fault::new(self.say(), field, "bad_column", text, (words::BAD_COLUMN_DO, &[]))
        })
    }

    fn known_at(&self) -> Result<Option<KnownAt>, Fault> {
        let Some(typed) = self.get("known_at") else { return Ok(None) };
        match Instant::parse(typed) {
            Ok(at) => Ok(Some(KnownAt { typed: typed.to_owned(), at })),
            Err(refusal) => {
                let text = (words::BAD_INSTANT, &[("typed", typed)][..]);
                let remedy = (words::BAD_INSTANT_DO, &[][..]);
                Err(Fault::new(self.say(), "known_at", refusal.code, text, remedy))
            }
        }
    }
}

fn cut(value: &str) -> String {
    value.chars().take(FIELD_MAX).collect()
}

impl Question {
    /// The question of an address that asks nothing: the present year up to today, as it was.
    pub(crate) fn plain(today: Day, say: Say) -> Self {
        let year = Period::year(today.year());
        Self {
            unit: None,
            named_period: None,
            period: year.unwrap_or_else(|| Period::inclusive(today, today)),
            as_of: None,
            view: View::Was,
            known_at: None,
            block: None,
            kind: None,
            say,
            today,
        }
    }

    /// The last day that counts.
    pub(crate) fn last_day(&self) -> Day {
        self.counted_to().map_or(self.period.last(), |day| day.min(self.period.last()))
    }

    /// The day whose organisation is looked at: managers above, units below.
    pub(crate) fn organisation_day(&self) -> Day {
        if self.view == View::Now { self.as_of.unwrap_or(self.today) } else { self.last_day() }
    }

    /// The as-of day asked, or today while the period runs; a period still to come is taken whole.
    fn counted_to(&self) -> Option<Day> {
        self.as_of.or_else(|| (self.period.from <= self.today).then_some(self.today))
    }

    /// The question as `domain` takes it.
    pub(crate) fn query(&self, scope: &str) -> Query {
        Query {
            scope: scope.to_owned(),
            period: self.period,
            view: self.view,
            as_of: self.counted_to(),
            known_at: self.known_at.as_ref().map(|known| known.at),
            block: self.block,
            kind: self.kind,
            beside: None,
        }
    }

    fn as_of_before_period(&self) -> Option<Fault> {
        let day = self.as_of.filter(|day| *day < self.period.from)?;
        let (day, first) = (self.say.day(day), self.say.day(self.period.from));
        let period = self.say.period(self.period);
        let text = (words::AS_OF_BEFORE, &[("day", &*day), ("period", &*period)][..]);
        let remedy = (words::AS_OF_BEFORE_DO, &[("first", &*first)][..]);
        Some(Fault::new(self.say, "d", "as_of_before_period", text, remedy))
    }

    /// The address of a page that asks the same.
    pub(crate) fn to(&self, path: &str) -> String {
        self.to_with(path, &[])
    }

    /// The same with more fields, such as the page of a list.
    pub(crate) fn to_with(&self, path: &str, more: &[(&str, &str)]) -> String {
        let mut fields = Serializer::new(String::new());
        if let Some(unit) = &self.unit {
            fields.append_pair("unit", unit);
        }
        if let Some(period) = self.named_period {
            fields.append_pair("period", &period.code());
        }
        if let Some(day) = self.as_of {
            fields.append_pair("as_of", &day.to_string());
        }
        if self.view != View::Was {
            fields.append_pair("view", self.view.code());
        }
        if let Some(known) = &self.known_at {
            fields.append_pair("known_at", &known.typed);
        }
        if let Some(block) = self.block {
            fields.append_pair("block", block.code());
        }
        if let Some(kind) = self.kind {
            fields.append_pair("kind", kind.code());
        }
        if self.say != Say::default() {
            fields.append_pair("lang", self.say.code());
        }
        fields.extend_pairs(more);
        let fields = fields.finish();
        if fields.is_empty() { path.to_owned() } else { format!("{path}?{fields}") }
    }

    /// The same question of another unit, in all its columns.
    pub(crate) fn of_unit(&self, code: &str) -> Self {
        Self { unit: Some(code.to_owned()), ..self.whole() }
    }

    /// The same question of one block.
    pub(crate) fn of_block(&self, block: Block) -> Self {
        Self { block: Some(block), ..self.clone() }
    }

    /// The same question of all columns.
    pub(crate) fn whole(&self) -> Self {
        Self { block: None, kind: None, ..self.clone() }
    }

    /// The names of the columns asked about; none when it is all of them.
    pub(crate) fn column_names(&self) -> Vec<&'static str> {
        let names = [self.block.map(Block::name), self.kind.map(UnitKind::name)];
        names.into_iter().flatten().map(|name| self.say.text(name)).collect()
    }

    /// The same question of another period, to its own end.
    pub(crate) fn in_period(&self, period: Period) -> Self {
        Self { named_period: Some(period), period, as_of: None, ..self.clone() }
    }

    /// The same question in another view.
    pub(crate) fn in_view(&self, view: View) -> Self {
        Self { view, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2024-05-20").unwrap()
    }

    fn ask(query: &str) -> Question {
        Raw::read(query).question(today()).unwrap()
    }

    fn faults(query: &str) -> Vec<(&'static str, &'static str)> {
        let faults = Raw::read(query).question(today()).unwrap_err();
        faults.iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn without_anything_asked_it_is_the_present_year_up_to_today_as_it_was() {
        let question = ask("");
        assert_eq!(question.period.code(), "2024");
        assert_eq!((question.last_day(), question.view), (today(), View::Was));
        assert_eq!(question.to("/"), "/");
    }

    #[test]
    fn a_period_gone_by_is_taken_to_its_end_and_one_to_come_whole() {
        assert_eq!(ask("period=2023").last_day().to_string(), "2023-12-31");
        assert_eq!(ask("period=2026").last_day().to_string(), "2026-12-31");
        assert_eq!(ask("period=2026").query("a").as_of, None);
    }

    #[test]
    fn the_form_s_three_boxes_become_one_day_of_the_address() {
        let raw = Raw::read("unit=a&period=2023&d=30&m=6&y=2023&view=now&known_at=&lang=en");
        assert!(raw.is_form());
        let question = raw.question(today()).unwrap();
        let address = "/figures/x?unit=a&period=2023&as_of=2023-06-30&view=now&lang=en";
        assert_eq!(question.to("/figures/x"), address);
        assert!(!Raw::read(address.split_once('?').unwrap().1).is_form());
    }

    #[test]
    fn a_column_stays_in_the_address_until_another_unit_is_asked() {
        let question = ask("unit=a&period=2023&block=fdi&kind=cdcs");
        assert_eq!(question.to("/x"), "/x?unit=a&period=2023&block=fdi&kind=cdcs");
        assert_eq!(question.of_unit("b").to("/x"), "/x?unit=b&period=2023");
        let names = ["Doanh nghiệp có vốn đầu tư nước ngoài", "Công đoàn cơ sở"];
        assert_eq!(question.column_names(), names);
    }

    #[test]
    fn every_field_that_cannot_be_read_is_named() {
        let query = "period=21&d=31&m=6&y=2023&view=x&known_at=h%C3%B4m+qua&block=x&kind=y";
        let expected = [
            ("period", "bad_period"),
            ("d", "bad_day"),
            ("view", "bad_view"),
            ("known_at", "bad_instant"),
            ("block", "bad_column"),
            ("kind", "bad_column"),
        ];
        assert_eq!(faults(query), expected);
        assert_eq!(faults("as_of=31%2F12%2F2023"), [("d", "bad_day")]);
        assert_eq!(faults("d=5&y=2023"), [("d", "bad_day")]);
        assert_eq!(faults("period=2024&as_of=2023-12-31"), [("d", "as_of_before_period")]);
    }

    #[test]
    fn a_day_that_the_month_does_not_have_says_how_many_it_has() {
        let faults = Raw::read("d=31&m=6&y=2023").question(today()).unwrap_err();
        assert_eq!(faults[0].message, "Ngày 31/6/2023 không có. Tháng 6 chỉ có 30 ngày");
    }

    #[test]
    fn nothing_in_an_address_breaks_the_reading_of_it() {
        for query in ["%", "&&&", "=", "unit=%ff%00", "page=-1", "d=999&m=99&y=99999", "as_of=+"] {
            let raw = Raw::read(query);
            let _ = (raw.question(today()), raw.page("page"));
        }
        assert_eq!(Raw::read("unit=a%00b").get("unit"), Some("ab"));
        let long = format!("unit={}", "ă".repeat(9_000));
        assert_eq!(Raw::read(&long).get("unit").unwrap().chars().count(), FIELD_MAX);
    }
}
