//! The units a list may name: by code, by name as written, by name without its marks.

use std::collections::{HashMap, HashSet};

use kernel::{Day, Id, Refusal};

use crate::imports::{fresh_code, name_key};

/// Candidates that a refusal names at most.
const NAMED: usize = 4;

/// A unit that may be named.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) code: String,
    pub(super) name: String,
    /// Who manages it, at the last.
    pub(super) manager: Option<Id>,
    /// How deep it stands.
    pub(super) depth: usize,
    pub(super) opened_on: Day,
    pub(super) ended_on: Option<Day>,
    pub(super) id: Id,
}

impl Known {
    fn stands_on(&self, day: Day) -> bool {
        self.opened_on <= day && self.ended_on.is_none_or(|ended| ended > day)
    }
}

/// The units of one list.
pub(super) struct Names {
    units: Vec<Known>,
    by_id: HashMap<Id, usize>,
    by_code: HashMap<String, usize>,
    by_key: HashMap<String, Vec<usize>>,
    by_folded: HashMap<String, Vec<usize>>,
    codes: HashSet<String>,
}

/// The key of a name written without its marks.
pub(super) fn folded(name: &str) -> String {
    vietnamese::fold::fold(&name_key(name))
}

impl Names {
    /// From units, and the codes of all.
    pub(super) fn of(units: Vec<Known>, codes: HashSet<String>) -> Self {
        let mut names = Self {
            by_id: HashMap::with_capacity(units.len()),
            by_code: HashMap::with_capacity(units.len()),
            by_key: HashMap::with_capacity(units.len()),
            by_folded: HashMap::with_capacity(units.len()),
            units: Vec::new(),
            codes,
        };
        for (at, unit) in units.iter().enumerate() {
            names.by_id.insert(unit.id, at);
            names.by_code.insert(unit.code.clone(), at);
            names.by_key.entry(name_key(&unit.name)).or_default().push(at);
            names.by_folded.entry(folded(&unit.name)).or_default().push(at);
        }
        Self { units, ..names }
    }

    /// The code of a unit's manager, at the last.
    pub(super) fn manager_of(&self, unit: &Known) -> Option<&Known> {
        unit.manager.and_then(|id| self.by_id.get(&id)).map(|at| &self.units[*at])
    }

    /// The units that stand on a day at any level under another, each after its manager's others, by name.
    pub(super) fn standing_below(&self, scope: Id, day: Day) -> Vec<&Known> {
        let is_below = |unit: &&Known| {
            let mut above = unit.manager;
            for _ in 0..self.units.len() {
                match above {
                    Some(id) if id == scope => return true,
                    Some(id) => above = self.by_id.get(&id).and_then(|at| self.units[*at].manager),
                    None => return false,
                }
            }
            false
        };
        let mut found: Vec<&Known> =
            self.units.iter().filter(|unit| unit.stands_on(day)).filter(is_below).collect();
        found.sort_by_cached_key(|unit| {
            let above = self.manager_of(unit).map_or(String::new(), |above| folded(&above.name));
            (unit.depth, above, folded(&unit.name))
        });
        found
    }

    /// Whether a unit with this name stands on a day.
    pub(super) fn is_taken(&self, name: &str, on: Day) -> bool {
        let found = self.by_key.get(&name_key(name)).into_iter().flatten();
        found.into_iter().any(|at| self.units[*at].stands_on(on))
    }

    /// The unit with a code.
    pub(super) fn by_code(&self, code: &str) -> Result<&Known, Refusal> {
        let plain = code.trim().to_lowercase();
        self.by_code.get(&plain).map(|at| &self.units[*at]).ok_or_else(|| {
            Refusal::new(
                "unknown_unit",
                format!("Sổ không có đơn vị mã “{}” trong phạm vi này", cut(code)),
                "Sửa mã, hoặc để trống mã và ghi tên đơn vị",
            )
        })
    }

    /// The unit that a text means, by name or code. Of several those that stand on the day come first, and the name of
    /// the present manager tells them apart.
    pub(super) fn find(
        &self,
        text: &str,
        manager: Option<&str>,
        on: Day,
    ) -> Result<&Known, Refusal> {
        if let Some(at) = self.by_code.get(text.trim()) {
            return Ok(&self.units[*at]);
        }
        let with_marks = self.by_key.get(&name_key(text));
        let all = with_marks.or_else(|| self.by_folded.get(&folded(text)));
        let mut found: Vec<&Known> = all.into_iter().flatten().map(|at| &self.units[*at]).collect();
        if found.iter().any(|unit| unit.stands_on(on)) {
            found.retain(|unit| unit.stands_on(on));
        }
        if let Some(manager) = manager.filter(|_| found.len() > 1) {
            let key = folded(manager);
            found.retain(|unit| {
                self.manager_of(unit)
                    .is_some_and(|above| folded(&above.name) == key || above.code == manager.trim())
            });
        }
        match found.as_slice() {
            [unit] => Ok(unit),
            [] => Err(Refusal::new(
                "unknown_unit",
                format!("Sổ không có đơn vị “{}” trong phạm vi này", cut(text)),
                "Sửa tên cho khớp với sổ, hoặc ghi mã đơn vị",
            )),
            several => Err(self.several(text, several)),
        }
    }

    fn several(&self, text: &str, found: &[&Known]) -> Refusal {
        let named = found.iter().take(NAMED).map(|unit| {
            let above = self.manager_of(unit).map_or("", |above| &above.name);
            format!("{} ({above})", unit.code)
        });
        let named: Vec<String> = named.collect();
        Refusal::new(
            "several_units",
            format!("Có {} đơn vị tên “{}”: {}", found.len(), cut(text), named.join("; ")),
            "Ghi mã đơn vị, hoặc ghi cấp trên hiện nay của đơn vị",
        )
    }

    /// A code for a unit that begins.
    pub(super) fn fresh_code(&mut self, name: &str) -> String {
        fresh_code(&mut self.codes, name)
    }
}

/// A text as refusals quote it.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(80).collect()
}
