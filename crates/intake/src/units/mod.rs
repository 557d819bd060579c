//! The list of grassroots unions, and the list of those newly founded.

mod employer;

use kernel::Block;
use vietnamese::date::PartialDate;
use vietnamese::name::{is_family_name, is_vacant, strip_honorific};

use crate::columns::Field;
use crate::khoi;
use crate::kinds::Finding;
use crate::problem::Said;
use crate::reader::{DateKinds, Kept, Notes, Reader};
use crate::record::{Verdict, record};
use crate::table::Line;

/// A grassroots union as read, all proposals accepted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitRow {
    /// The row as the spreadsheet shows it.
    pub row: u32,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Name, without `CĐCS` in front where the list does not write it.
    pub name: Option<String>,
    /// Block, by heading or by column.
    pub khoi: Option<Block>,
    /// Address.
    pub address: Option<String>,
    /// Tax number of the employer.
    pub mst: Option<String>,
    /// Workers.
    pub workers: Option<i64>,
    /// Women among them.
    pub workers_women: Option<i64>,
    /// Members.
    pub members: Option<i64>,
    /// Women among them.
    pub members_women: Option<i64>,
    /// The chair; `None` when vacant.
    pub chair: Option<String>,
    /// Telephone, `0…`.
    pub phone: Option<String>,
    /// Number of the decision that founded it.
    pub decision_no: Option<String>,
    /// Day of that decision, as precise as it is known.
    pub decision_date: Option<PartialDate>,
    /// How it was founded; only on lists of new unions.
    pub method: Option<FoundingMethod>,
    /// Remarks.
    pub note: Option<String>,
    /// Cells that did not fit their field, to be kept with the notes.
    pub kept: Vec<Kept>,
}

/// How a union came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FoundingMethod {
    /// Promoted from above, the usual way.
    Traditional,
    /// By the workers' own campaign, the new method.
    New,
}

impl FoundingMethod {
    /// The code records use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Traditional => "truyen_thong",
            Self::New => "moi",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let plain = crate::heading::words(text);
        if plain.contains("truyen thong") || plain == "cu" || plain == "tt" {
            Some(Self::Traditional)
        } else if plain.contains("moi") || plain.contains("new") {
            Some(Self::New)
        } else {
            None
        }
    }
}

record!(UnitRow, |it| {
    Name => Said::text(it.name.as_deref()),
    Khoi => Said::text(it.khoi.map(Block::code)),
    Address => Said::text(it.address.as_deref()),
    Mst => Said::text(it.mst.as_deref()),
    Workers => Said::count(it.workers),
    WorkersWomen => Said::count(it.workers_women),
    Members => Said::count(it.members),
    MembersWomen => Said::count(it.members_women),
    Chair => Said::text(it.chair.as_deref()),
    Phone => Said::text(it.phone.as_deref()),
    DecisionNo => Said::text(it.decision_no.as_deref()),
    DecisionDate => Said::text(it.decision_date.map(PartialDate::iso)),
    Method => Said::text(it.method.map(FoundingMethod::code)),
    Note => Said::text(it.note.as_deref()),
});

impl<'a> Reader<'a> {
    /// Reads one union.
    pub(crate) fn unit(&self, line: &Line<'a>, notes: &mut Notes) -> UnitRow {
        if self.is_shifted(line, notes) {
            let name = self.text(line, Field::Name).map(|read| read.clean);
            return UnitRow { row: line.number(), name, ..UnitRow::default() };
        }
        let name = self.plain(line, Field::Name, notes);
        if name.is_none() {
            notes.found.push(self.problem(line, Field::Name, Finding::UnitNameMissing));
        }
        let khoi = self.khoi(line, notes);
        let mst = self.mst(line, khoi, name.as_deref(), notes);
        let workers = self.count(line, Field::Workers, notes);
        let members = self.count(line, Field::Members, notes);
        let members_women = self.count(line, Field::MembersWomen, notes);
        self.tell_counts(line, workers, members, members_women, notes);
        let (decision_no, decision_date) = self.decision(line, notes);
        UnitRow {
            row: line.number(),
            verdict: Verdict::Ok,
            name,
            khoi,
            address: self.plain(line, Field::Address, notes),
            mst,
            workers,
            workers_women: self.count(line, Field::WorkersWomen, notes),
            members,
            members_women,
            chair: self.chair(line, notes),
            phone: self.phone(line, notes),
            decision_no,
            decision_date,
            method: self.method(line, notes),
            note: self.plain(line, Field::Note, notes),
            kept: std::mem::take(&mut notes.kept),
        }
    }

    /// The block of the heading above, or of the row's own column.
    fn khoi(&self, line: &Line<'a>, notes: &mut Notes) -> Option<Block> {
        let above = line.heading.and_then(|at| khoi::parse(&self.table.headings[at].text));
        let written = self.plain(line, Field::Khoi, notes);
        let own = written.as_deref().and_then(khoi::parse);
        if let (Some(above), Some(own)) = (above, own)
            && above != own
        {
            let problem = self.problem(line, Field::Khoi, Finding::KhoiConflict);
            notes.found.push(problem.propose(above.code()));
        }
        if let (None, Some(written)) = (own, written) {
            notes.kept.push(Kept { field: "khoi", raw: written });
        }
        above.or(own)
    }

    /// The chair, without the address in front; nobody when the post is vacant.
    fn chair(&self, line: &Line<'a>, notes: &mut Notes) -> Option<String> {
        let read = self.text(line, Field::Chair)?;
        if is_vacant(&read.clean) || says_vacant(&read.clean) {
            notes.found.push(self.problem(line, Field::Chair, Finding::ChairVacant));
            return None;
        }
        let mut repairs = read.repairs;
        let name = match strip_honorific(&read.clean) {
            Some((_, name)) => {
                repairs.push(Finding::NameHonorific);
                name.to_owned()
            }
            None => read.clean,
        };
        self.tell(line, Field::Chair, &repairs, &name, notes);
        Some(name)
    }

    /// Number and day of the decision, in two cells or written together in one.
    pub(crate) fn decision(
        &self,
        line: &Line<'a>,
        notes: &mut Notes,
    ) -> (Option<String>, Option<PartialDate>) {
        const KINDS: DateKinds = DateKinds {
            impossible: Finding::DecisionDateImpossible,
            future: Finding::DecisionDateFuture,
        };
        if self.table.has(Field::Decision) && !self.table.has(Field::DecisionNo) {
            let Some(written) = self.plain(line, Field::Decision, notes) else {
                return (None, None);
            };
            let (number, day) = split_decision(&written);
            let day = day.and_then(|day| vietnamese::date::parse(day, self.as_of.year()).ok());
            return (Some(number.to_owned()), day.map(|reading| reading.date));
        }
        let number = self.plain(line, Field::DecisionNo, notes);
        (number, self.dated(line, Field::DecisionDate, &KINDS, notes))
    }

    fn method(&self, line: &Line<'a>, notes: &mut Notes) -> Option<FoundingMethod> {
        let written = self.plain(line, Field::Method, notes)?;
        let method = FoundingMethod::parse(&written);
        if method.is_none() {
            notes.kept.push(Kept { field: "method", raw: written });
        }
        method
    }
}

/// `Chức danh đang khuyết`: a sentence about the post, not a name.
fn says_vacant(text: &str) -> bool {
    let name = strip_honorific(text).map_or(text, |(_, name)| name);
    let first = name.split(' ').next().unwrap_or(name);
    crate::heading::holds(&crate::heading::words(text), "khuyet") && !is_family_name(first)
}

/// `12/QĐ-LĐLĐ ngày 3/4/2012` in its two parts.
fn split_decision(written: &str) -> (&str, Option<&str>) {
    let at = written.to_lowercase().find("ngày").filter(|at| written.is_char_boundary(*at));
    match at {
        Some(at) => (
            written[..at].trim_end_matches([' ', ',', ';', '-', '(']),
            Some(written[at..].trim_end_matches([')', '.'])),
        ),
        None => (written, None),
    }
}
