//! Reading one number from a cell or a text.

/// An exact decimal as it was written: `79,89` is 7989 with two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits without the comma, signed.
    pub units: i64,
    /// How many of the digits stand behind the comma; at most [`Decimal::DECIMALS_MAX`].
    pub decimals: u8,
}

impl Decimal {
    /// The most digits behind the comma that are read.
    pub const DECIMALS_MAX: u8 = 9;

    /// The value as an integer, when nothing but zeros stands behind the comma.
    pub fn to_integer(self) -> Option<i64> {
        let scale = 10_i64.checked_pow(u32::from(self.decimals))?;
        (self.units % scale == 0).then_some(self.units / scale)
    }

    /// The machine form with a point: `79.89`.
    pub fn machine(self) -> String {
        self.write('.')
    }

    fn write(self, point: char) -> String {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = self.units.unsigned_abs().to_string();
        let decimals = usize::from(self.decimals);
        let digits = format!("{digits:0>width$}", width = decimals + 1);
        let (whole, rest) = digits.split_at(digits.len() - decimals);
        if rest.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}{point}{rest}")
        }
    }
}

/// The Vietnamese form with a comma, as precise as it was written: `79,89`.
impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.write(','))
    }
}

/// How a number was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Digits alone.
    Plain,
    /// Dots or spaces between the thousands, a comma before decimals: the Vietnamese way.
    Vietnamese,
    /// Commas between the thousands or a point before decimals: the English way.
    English,
    /// One comma and three digits (`1,250`): a decimal in Vietnamese, a thousand in English. Read
    /// as Vietnamese.
    Ambiguous,
}

/// A number read from text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReadNumber {
    /// Its value.
    pub value: Decimal,
    /// How it was written.
    pub form: Form,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberRefusal {
    /// Nothing but white space.
    Empty,
    /// Letters, stray separators, groups that are not of three digits, formulas.
    NotANumber,
    /// An integer was wanted and something stands behind the comma.
    NotWhole,
    /// More than fits 64 bits, or more than nine decimals.
    TooLong,
}

impl std::fmt::Display for NumberRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "ô trống",
            Self::NotANumber => "không phải là số",
            Self::NotWhole => "cần số nguyên",
            Self::TooLong => "số quá dài",
        })
    }
}

impl std::error::Error for NumberRefusal {}

/// Reads a number: `3.335`, `79,89`, `1.234,5`, `1 250`, `26 `, `1,234.5`, `-7`.
///
/// A dot before exactly three digits divides thousands (unless the number begins with 0), any
/// other single dot is a decimal point; a single comma is a decimal comma.
pub fn parse_decimal(text: &str) -> Result<ReadNumber, NumberRefusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberRefusal::Empty);
    }
    let (is_negative, unsigned) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (form, thousands, point) = separators(unsigned)?;
    let (whole, decimals) = match point {
        Some(point) => unsigned.split_once(point).ok_or(NumberRefusal::NotANumber)?,
        None => (unsigned, ""),
    };
    if point.is_some() && !is_digits(decimals) {
        return Err(NumberRefusal::NotANumber);
    }
    let whole = without_groups(whole, thousands)?;
    let value = exact(&whole, decimals, is_negative)?;
    Ok(ReadNumber { value, form })
}

/// Reads a whole number; `26,0` is whole, `26,5` is not. Where only a whole number makes sense,
/// [`Form::Ambiguous`] is a thousand: `1,250` → 1250.
pub fn parse_integer(text: &str) -> Result<(i64, Form), NumberRefusal> {
    let ReadNumber { value, form } = parse_decimal(text)?;
    let whole = if form == Form::Ambiguous { Some(value.units) } else { value.to_integer() };
    Ok((whole.ok_or(NumberRefusal::NotWhole)?, form))
}

/// The head-count behind a decimal that a spreadsheet made of it: `1.471` was typed for 1471 and
/// became one and a bit; the proposal is the value times a thousand. Takes the cell's number in
/// its shortest decimal text, with a point; `None` unless 1 to 3 decimals stand behind 1 to 999.
pub fn misread_thousands(number: &str) -> Option<i64> {
    let (whole, decimals) = number.trim().split_once('.')?;
    let is_one_group = (1..=3).contains(&whole.len()) && (1..=3).contains(&decimals.len());
    if !is_one_group || !is_digits(whole) || !is_digits(decimals) || whole.starts_with('0') {
        return None;
    }
    format!("{whole}{decimals:0<3}").parse().ok()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}')
}

/// Which separators divide thousands, and which one stands before the decimals.
fn separators(text: &str) -> Result<(Form, Option<char>, Option<char>), NumberRefusal> {
    let count = |wanted: char| text.chars().filter(|c| *c == wanted).count();
    let has_spaces = text.chars().any(is_space);
    let after = |point: char| text.rsplit(point).next().map_or(0, str::len);
    let last = text.rfind(['.', ',']).and_then(|at| text[at..].chars().next());
    let space = has_spaces.then_some(' ');
    Ok(match (count('.'), count(','), last) {
        (0, 0, _) => (if has_spaces { Form::Vietnamese } else { Form::Plain }, space, None),
        (0, 1, _) if after(',') == 3 && !text.starts_with('0') && !has_spaces => {
            (Form::Ambiguous, None, Some(','))
        }
        (0, 1, _) => (Form::Vietnamese, space, Some(',')),
        (1, 0, _) if after('.') != 3 || text.starts_with('0') || has_spaces => {
            (Form::English, space, Some('.'))
        }
        (_, 0, _) => (Form::Vietnamese, Some('.'), None),
        (0, _, _) => (Form::English, Some(','), None),
        (_, 1, Some(',')) => (Form::Vietnamese, Some('.'), Some(',')),
        (1, _, Some('.')) => (Form::English, Some(','), Some('.')),
        _ => return Err(NumberRefusal::NotANumber),
    })
}

/// The digits of the whole part, its groups checked: one to three digits, then threes.
fn without_groups(whole: &str, thousands: Option<char>) -> Result<String, NumberRefusal> {
    let Some(separator) = thousands else {
        return if is_digits(whole) { Ok(whole.into()) } else { Err(NumberRefusal::NotANumber) };
    };
    let is_separator = |c: char| if separator == ' ' { is_space(c) } else { c == separator };
    let mut digits = String::with_capacity(whole.len());
    for (at, group) in whole.split(is_separator).enumerate() {
        let is_right = if at == 0 { group.len() <= 3 } else { group.len() == 3 };
        if !is_right || !is_digits(group) {
            return Err(NumberRefusal::NotANumber);
        }
        digits.push_str(group);
    }
    Ok(digits)
}

fn exact(whole: &str, decimals: &str, is_negative: bool) -> Result<Decimal, NumberRefusal> {
    if decimals.len() > usize::from(Decimal::DECIMALS_MAX) {
        return Err(NumberRefusal::TooLong);
    }
    let sign = if is_negative { "-" } else { "" };
    let units = format!("{sign}{whole}{decimals}").parse().map_err(|_| NumberRefusal::TooLong)?;
    Ok(Decimal { units, decimals: decimals.len() as u8 })
}
