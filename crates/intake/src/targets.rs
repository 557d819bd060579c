//! Targets by union.

use crate::columns::Field;
use crate::kinds::Finding;
use crate::problem::Said;
use crate::reader::{Kept, Notes, Reader};
use crate::record::{Verdict, record};
use crate::table::Line;
use crate::units_named::Resolver;

/// The targets of one union; `None` where none was set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetRow {
    /// The row as the spreadsheet shows it.
    pub row: u32,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The unit this name means, or the name as written.
    pub unit: Option<String>,
    /// People to admit.
    pub members_to_admit: Option<i64>,
    /// Unions to found.
    pub unions_to_found: Option<i64>,
    /// Conferences of officials and employees of public bodies.
    pub conferences_public: Option<i64>,
    /// Conferences of workers.
    pub conferences_workers: Option<i64>,
    /// Dialogues at the workplace.
    pub dialogues: Option<i64>,
    /// Collective agreements.
    pub collective_agreements: Option<i64>,
    /// Members to introduce to the Party.
    pub introduced_to_party: Option<i64>,
    /// Cells that did not fit their field.
    pub kept: Vec<Kept>,
}

record!(TargetRow, |it| {
    Unit => Said::text(it.unit.as_deref()),
    MembersToAdmit => Said::count(it.members_to_admit),
    UnionsToFound => Said::count(it.unions_to_found),
    ConferencesPublic => Said::count(it.conferences_public),
    ConferencesWorkers => Said::count(it.conferences_workers),
    Dialogues => Said::count(it.dialogues),
    CollectiveAgreements => Said::count(it.collective_agreements),
    IntroducedToParty => Said::count(it.introduced_to_party),
});

impl<'a> Reader<'a> {
    /// Reads the targets of one union.
    pub(crate) fn target(
        &self,
        line: &Line<'a>,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> TargetRow {
        if self.is_shifted(line, notes) {
            return TargetRow { row: line.number(), ..TargetRow::default() };
        }
        if self.cell(line, Field::Unit).is_none() {
            notes.found.push(self.problem(line, Field::Unit, Finding::UnitNameMissing));
        }
        TargetRow {
            row: line.number(),
            verdict: Verdict::Ok,
            unit: self.unit_named(line, Field::Unit, units, notes),
            members_to_admit: self.count(line, Field::MembersToAdmit, notes),
            unions_to_found: self.count(line, Field::UnionsToFound, notes),
            conferences_public: self.count(line, Field::ConferencesPublic, notes),
            conferences_workers: self.count(line, Field::ConferencesWorkers, notes),
            dialogues: self.count(line, Field::Dialogues, notes),
            collective_agreements: self.count(line, Field::CollectiveAgreements, notes),
            introduced_to_party: self.count(line, Field::IntroducedToParty, notes),
            kept: std::mem::take(&mut notes.kept),
        }
    }
}
