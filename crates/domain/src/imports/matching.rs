//! Matching names in a sheet with units in the books, and dates with days.

use std::collections::{HashMap, HashSet};

use kernel::{Block, Day, Id, Refusal, UnitKind};
use vietnamese::date::PartialDate;

use super::store;
use crate::books::Batch;
use crate::documents::DocumentRef;
use crate::units::{Entry, NewUnit, write_new_unit};
use crate::{Error, Result};

/// The units that rows of one import may name, by the key of their names.
pub(super) struct Units {
    by_key: HashMap<String, Id>,
    codes: HashSet<String>,
}

/// The key under which a unit's name is found: marks kept, case, spaces and the words "công đoàn cơ sở" not.
pub(crate) fn key(name: &str) -> String {
    let key = vietnamese::fold::match_key(name);
    for prefix in ["cđcs ", "công đoàn cơ sở "] {
        if let Some(rest) = key.strip_prefix(&vietnamese::fold::match_key(prefix)) {
            return rest.trim().to_owned();
        }
    }
    key
}

/// A code that is not taken yet, from a name; numbered when the plain one is.
pub(crate) fn fresh_code(codes: &mut HashSet<String>, name: &str) -> String {
    let folded = vietnamese::fold::fold(name);
    let mut plain: String =
        folded.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(48).collect();
    while plain.contains("--") {
        plain = plain.replace("--", "-");
    }
    let plain = plain.trim_matches('-').to_owned();
    let plain = if plain.is_empty() { "don-vi".to_owned() } else { plain };
    let mut code = plain.clone();
    let mut number = 2;
    while !codes.insert(code.clone()) {
        code = format!("{plain}-{number}");
        number += 1;
    }
    code
}

impl Units {
    /// The units that ever stood under a scope, and every unit kept elsewhere or above.
    pub(super) fn load(batch: &mut Batch<'_, '_>, scope: Id) -> Result<Self> {
        let federation = batch.federation();
        let prefixes: Vec<String> = batch.path(scope)?.iter().map(ledger::Stretch::path).collect();
        let mut units = Self { by_key: HashMap::new(), codes: HashSet::new() };
        // Units of another scope may be named as the other end of a transfer; those of this one win.
        units.take(store::units_above_and_outside(batch.reader()?, federation)?);
        for prefix in prefixes {
            units.take(store::units_under(batch.reader()?, federation, &prefix)?);
        }
        units.codes = store::codes(batch.reader()?, federation)?;
        Ok(units)
    }

    fn take(&mut self, found: Vec<(Id, String)>) {
        self.by_key.extend(found.into_iter().map(|(id, name)| (key(&name), id)));
    }

    /// The unit with this name, if the books have one.
    pub(super) fn find(&self, name: &str) -> Option<Id> {
        self.by_key.get(&key(name)).copied()
    }

    /// The unit with this name, or the refusal to say so.
    pub(super) fn must_find(&self, name: Option<&str>) -> Result<Id, Refusal> {
        let name = name.unwrap_or_default();
        self.find(name).ok_or_else(|| {
            Refusal::new(
                "unit_unknown",
                format!("Sổ không có đơn vị “{name}” trong phạm vi này"),
                "Nhập danh sách đơn vị trước, hoặc sửa tên cho khớp",
            )
        })
    }

    /// Remembers a unit written down by this import.
    pub(super) fn add(&mut self, name: &str, unit: Id) {
        self.by_key.insert(key(name), unit);
    }

    /// A code for a new unit, from its name; numbered when the plain one is taken.
    pub(super) fn fresh_code(&mut self, name: &str) -> String {
        fresh_code(&mut self.codes, name)
    }

    /// The unit with this name; one that the books do not have is written down as kept elsewhere.
    pub(super) fn find_or_add_outside(
        &mut self,
        batch: &mut Batch<'_, '_>,
        name: &str,
        import: Id,
    ) -> Result<Id> {
        if let Some(unit) = self.find(name) {
            return Ok(unit);
        }
        let new = NewUnit {
            code: self.fresh_code(name),
            name: name.to_owned(),
            kind: UnitKind::External,
            block: Block::Other,
            address: None,
            employer: None,
            manager: None,
            from: OUTSIDE_SINCE,
            entry: Entry::External,
            method: None,
            members: None,
            document: None,
            import: Some(import),
        };
        let (unit, _) = write_new_unit(batch, &new)?;
        self.add(name, unit);
        Ok(unit)
    }
}

/// A unit kept elsewhere stands since before these books: the day the first union congress closed, 28/7/1929.
const OUTSIDE_SINCE: Day = Day::of_1929_07_28();

/// A whole day, if the date is as precise as that.
pub(super) fn whole_day(date: PartialDate) -> Option<Day> {
    Day::parse(&date.iso()).ok()
}

/// A whole day that a row must have.
pub(super) fn must_have_day(date: Option<PartialDate>) -> Result<Day, Refusal> {
    date.and_then(whole_day).ok_or_else(|| {
        Refusal::new(
            "day_missing",
            "Dòng không có ngày, hoặc ngày chưa đủ ngày tháng năm",
            "Ghi đủ ngày/tháng/năm của việc",
        )
    })
}

/// A decision as a row cites it.
pub(super) fn paper(
    number: Option<&str>,
    on: Option<Day>,
    issuer: &str,
    title: &str,
) -> Option<DocumentRef> {
    number.map(|number| DocumentRef::decision(number, on, issuer, title))
}

/// The day of a date that cannot be wrong.
pub(super) fn day_of(date: jiff::civil::Date) -> Day {
    Day::from_date(date)
}

/// The scope an import belongs to: the one named, or the only unit without a superior.
pub(super) fn scope(batch: &mut Batch<'_, '_>, code: Option<&str>) -> Result<(Id, String)> {
    let federation = batch.federation();
    if let Some(code) = code {
        let state = crate::units::load_by_code(batch.reader()?, federation, code)?;
        return Ok((state.id, state.name));
    }
    let roots = store::roots(batch.reader()?, federation)?;
    match <[_; 1]>::try_from(roots) {
        Ok([root]) => Ok(root),
        Err(_) => Err(Error::from(Refusal::new(
            "unit_needed",
            "Chưa rõ danh sách thuộc đơn vị nào",
            "Thêm --unit MÃ, là mã của đơn vị quản lý hoặc của công đoàn cơ sở",
        ))),
    }
}
