//! The middle of 2025: unions of bodies paid from the state budget end, then the district level ends and its unions
//! come under ward unions.

use domain::Result;
use domain::units::{self, Entry, end_unit, move_many, open_many};
use kernel::{Actor, Day, Id, UnitKind};
use ledger::Cause;

use super::districts::DISTRICTS;
use super::places::{LONG_BIEN_WARD, SINCE_2025, WARD_UNIONS};
use super::teller::{CITY_OFFICE, Teller, Told, upper};

/// The day on which the unions of bodies paid from the state budget ended.
const BUDGET_UNIONS_END: &str = "2025-06-15";
/// The first day without districts.
const WITHOUT_DISTRICTS: &str = "2025-07-01";

impl Teller {
    /// Ends the unions of bodies whose wages come from the state budget, with their members.
    pub(super) fn end_budget_unions(&mut self) -> Result<()> {
        let on = Day::parse(BUDGET_UNIONS_END)?;
        let reason = "Cơ quan hưởng 100% lương từ ngân sách nhà nước, kết thúc hoạt động công đoàn (CV 4133/TLĐ-ToC)";
        for district in 0..DISTRICTS.len() {
            let title = "Kết thúc hoạt động công đoàn cơ sở cơ quan hành chính";
            let document = self.paper(district, on, title);
            let actor = self.actor(district);
            let ends =
                |unit: &&mut Told| unit.district == district && unit.open && unit.place.on_budget;
            for unit in self.units.iter_mut().filter(ends) {
                end_unit(&self.app, &actor, unit.id, on, false, reason, Some(&document))?;
                unit.open = false;
                unit.members.clear();
            }
        }
        Ok(())
    }

    /// Founds the ward unions, moves every union there by one decision, and ends the district federations.
    pub(super) fn reorganise(&mut self) -> Result<()> {
        let on = Day::parse(WITHOUT_DISTRICTS)?;
        let actor = Actor::operator(CITY_OFFICE);
        let title = "Thành lập công đoàn phường, chuyển công đoàn cơ sở và kết thúc LĐLĐ quận";
        let document = self.issue(CITY_OFFICE, on, title);
        let wards = WARD_UNIONS.map(|(code, name)| units::NewUnit {
            entry: Entry::Founded,
            document: Some(document.clone()),
            ..upper(code, name, UnitKind::WardUnion, Some(self.city), on)
        });
        let reason = "Thành lập công đoàn phường";
        let wards = open_many(&self.app, &actor, reason, &wards)?;
        let wards: Vec<Id> = wards.into_iter().map(|(id, _)| id).collect();
        for district in 0..DISTRICTS.len() {
            let moves = self.moves(district, &wards);
            move_many(&self.app, &actor, on, Cause::Reorganised, &moves, &document)?;
        }
        let long_bien: Vec<(Id, Id)> = self
            .units
            .iter()
            .filter(|unit| unit.open && stands_in_long_bien(unit))
            .map(|unit| (unit.id, wards[LONG_BIEN_WARD]))
            .collect();
        move_many(&self.app, &actor, on, Cause::Reorganised, &long_bien, &document)?;
        let reason = "Không còn cấp huyện từ ngày 1/7/2025";
        for federation in self.districts.iter().chain([&self.long_bien]) {
            end_unit(&self.app, &actor, *federation, on, false, reason, Some(&document))?;
        }
        for (source, area) in self.workplaces.iter_mut().zip(SINCE_2025) {
            source.redraw(area);
        }
        self.ward_unions = wards;
        Ok(())
    }

    /// Where each open union of a district goes.
    fn moves(&self, district: usize, wards: &[Id]) -> Vec<(Id, Id)> {
        let here = self
            .units
            .iter()
            .filter(|unit| unit.district == district && unit.open && !stands_in_long_bien(unit));
        let becomes = DISTRICTS[district].becomes;
        here.map(|unit| (unit.id, wards[becomes[unit.place.ward]])).collect()
    }
}

/// Of the unions of exact size only the one handed over to Long Biên is still open.
fn stands_in_long_bien(unit: &Told) -> bool {
    unit.passing.is_some()
}
