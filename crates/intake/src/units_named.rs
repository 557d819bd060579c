//! The unit a row names: found once for every writing, told on every row.

use std::collections::HashMap;

use sheets::Value;

use crate::columns::Field;
use crate::kinds::Finding;
use crate::problem::{Problem, Said};
use crate::reader::{Notes, Reader};
use crate::table::Line;
use crate::unit_names::{Match, UnitNames};

/// Finds units by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolver<'a> {
    names: UnitNames,
    /// A name that is not among them is an error.
    strict: bool,
    seen: HashMap<&'a str, Named>,
}

/// What one writing was found to be.
#[derive(Clone, Debug, Default)]
struct Named {
    unit: Option<String>,
    findings: Vec<Finding>,
    proposed: Option<String>,
}

impl Resolver<'_> {
    /// Only these units exist.
    pub(crate) fn strict(names: UnitNames) -> Self {
        let strict = !names.is_empty();
        Self { names, strict, seen: HashMap::new() }
    }

    /// These units are known; others may exist.
    pub(crate) fn lenient(names: UnitNames) -> Self {
        Self { names, strict: false, seen: HashMap::new() }
    }

    /// Whether a name that is not among the units is an error.
    pub(crate) fn is_strict(&self) -> bool {
        self.strict
    }

    /// Whether a unit of this list has this name.
    pub(crate) fn knows(&self, unit: &str) -> bool {
        self.names.find(unit, false) != Match::Unknown
    }
}

impl<'a> Reader<'a> {
    /// The unit a cell names, one of the list.
    pub(crate) fn unit_named(
        &self,
        line: &Line<'a>,
        field: Field,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> Option<String> {
        let must_exist = units.strict;
        self.named(line, field, units, must_exist, notes)
    }

    /// The unit or the body outside that a cell names: people come from and go to other districts.
    pub(crate) fn body_named(
        &self,
        line: &Line<'a>,
        field: Field,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> Option<String> {
        self.named(line, field, units, false, notes)
    }

    fn named(
        &self,
        line: &Line<'a>,
        field: Field,
        units: &mut Resolver<'a>,
        must_exist: bool,
        notes: &mut Notes,
    ) -> Option<String> {
        let cell = self.cell(line, field)?;
        let Value::Text(written) = &cell.value else { return self.plain(line, field, notes) };
        if !units.seen.contains_key(written.as_str()) {
            let named = self.look_up(line, field, units)?;
            units.seen.insert(written, named);
        }
        let named = &units.seen[written.as_str()];
        if self.table.own_cell(line.row, field).is_none() {
            let problem = self.problem(line, field, Finding::MergedFillDown);
            notes.found.push(Problem { proposed: Said::text(named.unit.as_deref()), ..problem });
            return named.unit.clone();
        }
        for kind in &named.findings {
            let problem = self.problem(line, field, *kind);
            notes
                .found
                .push(Problem { proposed: Said::text(named.proposed.as_deref()), ..problem });
        }
        if named.unit.is_some() {
            return named.unit.clone();
        }
        if must_exist {
            let problem = self.problem(line, field, Finding::UnitUnknown);
            notes.keep(problem.field, cell);
            notes.found.push(problem);
            return None;
        }
        named.proposed.clone()
    }

    /// Looks one writing up: the unit, or nothing when the list does not have it.
    fn look_up(&self, line: &Line<'a>, field: Field, units: &Resolver<'a>) -> Option<Named> {
        let read = self.text(line, field)?;
        let mut findings = read.repairs;
        findings.retain(|kind| *kind != Finding::MergedFillDown);
        let (unit, proposed) = match units.names.find(&read.clean, read.spaced) {
            Match::Same(unit) => (Some(unit), read.clean),
            Match::Variant(unit) => {
                findings.retain(|kind| *kind != Finding::Whitespace);
                findings.push(Finding::UnitNameVariant);
                (Some(unit.clone()), unit)
            }
            Match::Unknown => (None, read.clean),
        };
        Some(Named { unit, findings, proposed: Some(proposed) })
    }

    /// Every writing in a column of units with how often it stands there, decoded.
    pub(crate) fn writings(&self, field: Field) -> Vec<(String, usize)> {
        let mut times: HashMap<&str, usize> = HashMap::new();
        let mut order: Vec<(&str, &Line<'a>)> = Vec::new();
        for line in &self.table.lines {
            let Some(cell) = self.table.own_cell(line.row, field) else { continue };
            let Value::Text(written) = &cell.value else { continue };
            let count = times.entry(written).or_insert_with(|| {
                order.push((written, line));
                0
            });
            *count += 1;
        }
        let texts = order.into_iter().filter_map(|(written, line)| {
            let read = self.text(line, field)?;
            // A name spaced in another way must not become the proper one.
            let weight = if read.spaced { 0 } else { times[written] };
            Some((read.clean, weight))
        });
        texts.collect()
    }
}
