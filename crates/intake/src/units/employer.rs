//! The employer of a union: its tax number, and who else has it; head counts against each other.

use std::collections::HashMap;

use kernel::Block;
use vietnamese::fold::match_key;
use vietnamese::id::mst::{self, MstRefusal, MstRepair};

use super::UnitRow;
use crate::cells;
use crate::columns::Field;
use crate::khoi;
use crate::kinds::Finding;
use crate::problem::Problem;
use crate::reader::{Notes, Reader};
use crate::table::Line;

impl<'a> Reader<'a> {
    /// The tax number; missing is told of enterprises only.
    pub(super) fn mst(
        &self,
        line: &Line<'a>,
        khoi: Option<Block>,
        name: Option<&str>,
        notes: &mut Notes,
    ) -> Option<String> {
        if !self.table.has(Field::Mst) {
            return None;
        }
        let problem = |kind| self.problem(line, Field::Mst, kind);
        let digits = self.cell(line, Field::Mst).map(cells::digits);
        match digits.as_deref().map_or(Err(MstRefusal::Empty), mst::read) {
            Ok(reading) => {
                let number = reading.number.to_string();
                if reading.repairs.contains(&MstRepair::LostZero) {
                    notes.found.push(problem(Finding::MstLostZero).propose(number.as_str()));
                }
                if !reading.number.check_digit_agrees() {
                    notes.found.push(problem(Finding::MstCheckDigit));
                }
                Some(number)
            }
            Err(MstRefusal::Empty) => {
                let is_firm = khoi.map_or_else(|| name.is_some_and(is_firm), khoi::is_enterprise);
                if is_firm {
                    notes.found.push(problem(Finding::MstMissing));
                }
                None
            }
            Err(MstRefusal::BadLength { .. } | MstRefusal::BadChars | MstRefusal::Scientific) => {
                if let Some(cell) = self.cell(line, Field::Mst) {
                    notes.keep("mst", cell);
                }
                notes.found.push(problem(Finding::MstCheckDigit));
                None
            }
        }
    }

    pub(super) fn tell_counts(
        &self,
        line: &Line<'a>,
        workers: Option<i64>,
        members: Option<i64>,
        women: Option<i64>,
        notes: &mut Notes,
    ) {
        let Some(members) = members else { return };
        if let Some(workers) = workers.filter(|workers| members > *workers) {
            let note = format!("{members} đoàn viên, {workers} lao động");
            notes
                .found
                .push(self.problem(line, Field::Members, Finding::MembersExceedWorkers).note(note));
        }
        if let Some(women) = women.filter(|women| *women > members) {
            let note = format!("{women} nữ trong {members} đoàn viên");
            let problem = self.problem(line, Field::MembersWomen, Finding::WomenExceedMembers);
            notes.found.push(problem.note(note));
        }
        if members < self.members_min {
            let note = format!("{members} đoàn viên, tối thiểu {}", self.members_min);
            notes
                .found
                .push(self.problem(line, Field::Members, Finding::BelowMinMembers).note(note));
        }
    }

    /// Unions that stand twice, and employers with more than one union.
    pub(crate) fn tell_twins(
        &self,
        lines: &[Line<'a>],
        rows: &[UnitRow],
        found: &mut Vec<Problem>,
    ) {
        let mut by_name: HashMap<(String, Option<&str>), u32> = HashMap::new();
        let mut by_mst: HashMap<&str, u32> = HashMap::new();
        for (line, row) in lines.iter().zip(rows) {
            let Some(name) = row.name.as_deref() else { continue };
            let mst = row.mst.as_deref();
            // Without a tax number the same name may stand in two places.
            let whose = mst.or(row.address.as_deref());
            if let Some(earlier) = by_name.get(&(match_key(name), whose)) {
                let problem = self.problem(line, Field::Name, Finding::DuplicateUnit);
                found.push(problem.other_row(*earlier));
                continue;
            }
            by_name.insert((match_key(name), whose), row.row);
            let Some(mst) = mst else { continue };
            if let Some(earlier) = by_mst.get(mst) {
                let problem = self.problem(line, Field::Mst, Finding::MstShared);
                found.push(problem.other_row(*earlier));
            } else {
                by_mst.insert(mst, row.row);
            }
        }
    }
}

/// Whether a name is that of an enterprise, when no block says so.
fn is_firm(name: &str) -> bool {
    let plain = crate::heading::words(name);
    [
        "cong ty",
        "cty",
        "ctcp",
        "doanh nghiep",
        "dntn",
        "tap doan",
        "tong cong ty",
        "ngan hang",
        "htx",
        "hop tac xa",
    ]
    .iter()
    .any(|head| plain.starts_with(head))
}
