//! The roster: one row a member.

use std::collections::HashMap;

use vietnamese::date::PartialDate;
use vietnamese::ethnic;

use crate::columns::Field;
use crate::kinds::Finding;
use crate::person::{Person, sex_code};
use crate::problem::{Problem, Said};
use crate::reader::{Kept, Notes, Reader};
use crate::reading::Options;
use crate::record::{Verdict, record};
use crate::table::Line;
use crate::units_named::Resolver;

/// A member as read, all proposals accepted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemberRow {
    /// The row as the spreadsheet shows it.
    pub row: u32,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Who it is.
    pub person: Person,
    /// Ethnic group by its official name.
    pub ethnicity: Option<String>,
    /// Home place.
    pub hometown: Option<String>,
    /// Occupation.
    pub job: Option<String>,
    /// Telephone, `0…`.
    pub phone: Option<String>,
    /// When the person joined, as precise as it is known.
    pub join_date: Option<PartialDate>,
    /// Office in the union.
    pub union_title: Option<String>,
    /// The grassroots union: the unit this name means, or the name as written.
    pub unit: Option<String>,
    /// Union group: its own column, or the heading the row stands under.
    pub group: Option<String>,
    /// Remarks.
    pub note: Option<String>,
    /// Cells that did not fit their field, to be kept with the notes.
    pub kept: Vec<Kept>,
}

record!(MemberRow, |it| {
    Name => Said::text(it.person.name.as_deref()),
    Sex => Said::text(it.person.sex.map(sex_code)),
    Dob => Said::text(it.person.birth.map(PartialDate::iso)),
    Cccd => Said::text(it.person.cccd.as_deref()),
    Ethnicity => Said::text(it.ethnicity.as_deref()),
    Hometown => Said::text(it.hometown.as_deref()),
    Job => Said::text(it.job.as_deref()),
    Phone => Said::text(it.phone.as_deref()),
    JoinDate => Said::text(it.join_date.map(PartialDate::iso)),
    UnionTitle => Said::text(it.union_title.as_deref()),
    Unit => Said::text(it.unit.as_deref()),
    Group => Said::text(it.group.as_deref()),
    Note => Said::text(it.note.as_deref()),
});

/// Cells read once for every spelling: a column of groups or trades repeats a few words.
#[derive(Default)]
pub(crate) struct Seen {
    ethnic: HashMap<String, Option<&'static str>>,
}

impl<'a> Reader<'a> {
    /// Reads one member.
    pub(crate) fn member(&self, line: &Line<'a>, seen: &mut Seen, notes: &mut Notes) -> MemberRow {
        if self.is_shifted(line, notes) {
            return self.shifted_member(line);
        }
        let person = self.person(line, notes);
        if person.name.is_none() {
            notes.found.push(self.problem(line, Field::Name, Finding::NameMissing));
        }
        let heading = line.heading.map(|at| self.table.headings[at].text.clone());
        MemberRow {
            row: line.number(),
            verdict: Verdict::Ok,
            ethnicity: self.ethnicity(line, seen, notes),
            hometown: self.plain(line, Field::Hometown, notes),
            job: self.plain(line, Field::Job, notes),
            phone: self.phone(line, notes),
            join_date: self.joined(line, &person, notes),
            union_title: self.plain(line, Field::UnionTitle, notes),
            unit: None,
            group: self.plain(line, Field::Group, notes).or(heading),
            note: self.plain(line, Field::Note, notes),
            kept: std::mem::take(&mut notes.kept),
            person,
        }
    }

    /// A record whose cells are shifted: only the name left of the shift can be trusted.
    fn shifted_member(&self, line: &Line<'a>) -> MemberRow {
        let name = self.text(line, Field::Name).map(|read| read.clean);
        let person = Person { name, ..Person::default() };
        MemberRow { row: line.number(), person, ..MemberRow::default() }
    }

    fn ethnicity(&self, line: &Line<'a>, seen: &mut Seen, notes: &mut Notes) -> Option<String> {
        let written = self.plain(line, Field::Ethnicity, notes)?;
        let found = seen.ethnic.entry(written.clone());
        let known = *found.or_insert_with(|| ethnic::lookup(&written).map(|group| group.name));
        if let Some(name) = known {
            return Some(name.to_owned());
        }
        let nearest = ethnic::nearest(&written).map(|group| group.name);
        let problem = self.problem(line, Field::Ethnicity, Finding::EthnicityUnknown);
        notes.found.push(Problem { proposed: Said::text(nearest), ..problem });
        if nearest.is_none() {
            notes.kept.push(Kept { field: "ethnicity", raw: written });
        }
        nearest.map(str::to_owned)
    }
}

/// The unit of the row above, where a column names a unit only in the first row of each.
pub(crate) type Above = Option<String>;

impl<'a> Reader<'a> {
    /// Whether a column is filled in the first row of each group only.
    pub(crate) fn is_sparse(&self, field: Field) -> bool {
        let lines = &self.table.lines;
        let filled = |line: &Line<'a>| self.cell(line, field).is_some();
        lines.first().is_some_and(filled)
            && 2 * lines.iter().filter(|line| filled(line)).count() < lines.len()
    }

    /// The unit of a member: its own cell, the row above in a sparse column, the heading it stands
    /// under, or the union whose roster the caller says it is.
    pub(crate) fn unit_of(
        &self,
        line: &Line<'a>,
        sparse: bool,
        above: &mut Above,
        units: &mut Resolver<'a>,
        options: &Options,
        notes: &mut Notes,
    ) -> Option<String> {
        if self.cell(line, Field::Unit).is_some() {
            let unit = match &options.unit {
                Some(unit) if units.is_strict() => self.unit_or_part(line, unit, units, notes),
                _ => self.unit_named(line, Field::Unit, units, notes),
            };
            above.clone_from(&unit);
            return unit;
        }
        if let Some(unit) = above.clone().filter(|_| sparse) {
            let problem = self.problem(line, Field::Unit, Finding::MergedFillDown);
            notes.found.push(problem.propose(unit.as_str()));
            return Some(unit);
        }
        let heading = line.heading.map(|at| self.table.headings[at].text.as_str());
        let unit = heading.and_then(unit_heading).map(str::to_owned);
        let unit = unit.or_else(|| options.unit.clone());
        if unit.is_none() && self.table.has(Field::Unit) {
            notes.found.push(self.problem(line, Field::Unit, Finding::UnitNameMissing));
        }
        unit
    }

    /// A unit that exists, or a part of the union whose roster it is: there a column headed
    /// `Đơn vị` often names rooms and shops.
    fn unit_or_part(
        &self,
        line: &Line<'a>,
        whose: &str,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> Option<String> {
        let named = self.body_named(line, Field::Unit, units, notes)?;
        if units.knows(&named) {
            return Some(named);
        }
        notes.kept.push(Kept { field: "unit", raw: named });
        Some(whose.to_owned())
    }
}

/// The unit a heading names, its number left out; `None` for groups, rooms and shops.
fn unit_heading(heading: &str) -> Option<&str> {
    const HEADS: [&str; 12] = [
        "cdcs ",
        "cong doan co so ",
        "cong ty ",
        "cty ",
        "ctcp ",
        "truong ",
        "phuong ",
        "xi nghiep ",
        "doanh nghiep ",
        "benh vien ",
        "hop tac xa ",
        "ngan hang ",
    ];
    let name = heading.trim_start_matches(|c: char| c.is_ascii_digit() || "IVX.)-/ ".contains(c));
    // "XÍ NGHIỆP" begins like a Roman number.
    let name = if name.len() < heading.len() && !heading.contains(['.', ')', '-', '/']) {
        heading
    } else {
        name
    };
    let plain = crate::heading::words(name);
    HEADS.iter().any(|head| plain.starts_with(head)).then_some(name)
}
