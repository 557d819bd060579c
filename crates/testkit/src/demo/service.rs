//! What rules of awards ask: posts, grades and checks of the committees of some unions, as their clerks recorded them.

use domain::Result;
use domain::eligibility::{CHECKS, NewRecord, RecordSort, record};
use kernel::{Actor, Block, Day, Id};

use super::teller::{CITY_OFFICE, Teller};

/// Unions of a district whose committees are on record.
const UNIONS: usize = 6;
/// People of a committee on record.
const COMMITTEE: usize = 3;

impl Teller {
    /// Records the committees of the largest unions of each district on the last day.
    pub(super) fn tell_service(&self, on: Day) -> Result<()> {
        let actor = Actor::operator(CITY_OFFICE);
        for district in 0..self.districts.len() {
            let mut unions: Vec<_> =
                self.units.iter().filter(|unit| unit.open && unit.district == district).collect();
            unions.sort_by_key(|unit| (std::cmp::Reverse(unit.members.len()), unit.id));
            for (u, unit) in unions.into_iter().take(UNIONS).enumerate() {
                let is_private =
                    matches!(unit.place.block, Block::PrivateEnterprise | Block::ForeignInvested);
                let mut members: Vec<_> = unit.members.iter().collect();
                members.sort_by_key(|member| (member.since, member.person));
                for (n, member) in members.into_iter().take(COMMITTEE).enumerate() {
                    self.tell_one(&actor, (member.person, is_private), u * COMMITTEE + n, on)?;
                }
            }
        }
        Ok(())
    }

    /// One person: every third has served long enough, every fifth has a file nobody checked, one in nine a warning.
    fn tell_one(
        &self,
        actor: &Actor,
        (person, is_private): (Id, bool),
        number: usize,
        on: Day,
    ) -> Result<()> {
        let kind = if is_private {
            "khong_chuyen_trach_ngoai_nha_nuoc"
        } else {
            "khong_chuyen_trach_nha_nuoc"
        };
        let years = if number.is_multiple_of(3) { 15 } else { 4 + number as i16 % 6 };
        let first = |year: i16| Day::new(year, 1, 1).unwrap_or(on);
        let tell = |sort, kind: &str, title: Option<&str>, from, last| {
            let (kind, title) = (kind.to_owned(), title.map(str::to_owned));
            let new = NewRecord { person, sort, kind, title, from, last, document: None };
            record(&self.app, actor, &new).map(drop)
        };
        let post = Some("Ủy viên Ban Chấp hành CĐCS");
        tell(RecordSort::Service, kind, post, first(on.year() - years), None)?;
        for back in 1..=3 {
            let grade = if number.is_multiple_of(2) { "tot" } else { "hoan_thanh" };
            tell(RecordSort::Grade, grade, None, first(on.year() - back), None)?;
        }
        if number.is_multiple_of(9) && number > 0 {
            let from = first(on.year() - 5);
            tell(
                RecordSort::Discipline,
                "canh_cao",
                None,
                from,
                Some(first(on.year() - 4).previous()),
            )?;
        }
        if !number.is_multiple_of(5) {
            for (part, _) in CHECKS {
                tell(RecordSort::Checked, part, None, on, None)?;
            }
        }
        Ok(())
    }
}
