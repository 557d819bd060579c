//! What stood when the books began: the upper levels, the offices kept elsewhere, and each district's first unions.

use domain::memberships::{Admission, EventKind};
use domain::units::{self, Entry};
use domain::{Result, documents::DocumentRef};
use kernel::{Block, Day, Id, Period, UnitKind};

use super::districts::{Beginning, DISTRICTS};
use super::joining::Joining;
use super::teller::{CITY_OFFICE, Teller, upper};
use crate::draw::shares;
use crate::people::Ages;
use crate::units::Workplace;

/// The first day of the city's books.
pub(super) const FIRST_DAY: &str = "1997-01-01";

/// Unions and federations whose books are kept elsewhere.
const ELSEWHERE: [(&str, &str); 2] = [
    ("ldld-huyen-cat-hai", "LĐLĐ huyện Cát Hải, thành phố Hải Phòng"),
    ("cd-vietcombank", "Công đoàn Ngân hàng Vietcombank"),
];

impl Teller {
    /// The confederation, the city, and the federations that unions will be handed over to.
    pub(super) fn begin_city(&mut self) -> Result<()> {
        let first = Day::parse(FIRST_DAY)?;
        let actor = kernel::Actor::operator(CITY_OFFICE);
        let tld =
            upper("tld", "Tổng Liên đoàn Lao động Việt Nam", UnitKind::Confederation, None, first);
        let tld = units::open_unit(&self.app, &actor, &tld)?;
        let city = "LĐLĐ thành phố Hà Nội";
        let city = upper("ha-noi", city, UnitKind::Province, Some(tld), first);
        self.city = units::open_unit(&self.app, &actor, &city)?;
        for (code, name) in ELSEWHERE {
            let new = upper(code, name, UnitKind::External, None, first);
            self.elsewhere.push(units::open_unit(&self.app, &actor, &new)?);
        }
        Ok(())
    }

    /// Long Biên, a district of the city of which these books hold only what Hoàn Kiếm hands over to it.
    pub(super) fn begin_long_bien(&mut self) -> Result<()> {
        let name = "LĐLĐ quận Long Biên";
        let from = Day::parse("2004-01-01")?;
        let new = upper("long-bien", name, UnitKind::District, Some(self.city), from);
        self.long_bien = units::open_unit(&self.app, &kernel::Actor::operator(CITY_OFFICE), &new)?;
        Ok(())
    }

    /// A district with the unions and members it had on its first day.
    pub(super) fn begin_district(&mut self, district: usize) -> Result<()> {
        let plan = &DISTRICTS[district];
        let first = Day::parse(plan.beginning.on)?;
        let name = format!("LĐLĐ {}", plan.area.name);
        let new = upper(plan.code, &name, UnitKind::District, Some(self.city), first);
        let id = units::open_unit(&self.app, &self.actor(district), &new)?;
        self.districts[district] = id;
        let places = self.first_workplaces(district, &plan.beginning);
        let sizes = first_sizes(&places, &plan.beginning);
        let title = "Danh sách công đoàn cơ sở và đoàn viên khi lập sổ";
        let document = self.paper(district, first, title);
        let new = places.into_iter().map(|place| {
            let unit = Self::new_unit(&place, Some(id), first, Entry::BroughtForward);
            (place, domain::units::NewUnit { document: Some(document.clone()), ..unit }, None)
        });
        let opened = self.open(district, "Đưa vào sổ công đoàn cơ sở đã có", new.collect())?;
        let units: Vec<usize> = opened.into_iter().map(|(unit, _)| unit).collect();
        self.bring_forward(district, &units, &sizes, first, &document)
    }

    fn first_workplaces(&mut self, district: usize, beginning: &Beginning) -> Vec<Workplace> {
        let source = &mut self.workplaces[district];
        let wards = DISTRICTS[district].area.wards.len();
        let mut places: Vec<Workplace> = (0..wards).map(|ward| source.ward_body(ward)).collect();
        places.extend((0..beginning.offices).filter_map(|_| source.office()));
        places.extend((0..beginning.services).filter_map(|_| source.service()));
        places.extend((0..beginning.schools).map(|_| source.any(Block::Education)));
        let (block, enterprises) = beginning.enterprises;
        places.extend((0..enterprises).map(|_| source.any(block)));
        places
    }

    fn bring_forward(
        &mut self,
        district: usize,
        units: &[usize],
        sizes: &[usize],
        first: Day,
        document: &DocumentRef,
    ) -> Result<()> {
        let mut joining = Joining::default();
        let before = Period { from: first.plus(-6 * 365), to: first };
        for (unit, size) in units.iter().zip(sizes) {
            self.grow_to(*unit, *size);
            let (id, block) = self.identity(*unit);
            for _ in 0..*size {
                let joined = super::plan::day_in(before, &mut self.rng);
                let worker = self.people.worker(block, joined, Ages::BEGINNING);
                joining.members.push((*unit, first, worker.retires()));
                joining.admissions.push(Admission {
                    person: worker.facts,
                    kind: EventKind::BroughtForward,
                    unit: id,
                    on: first,
                    from_outside: None,
                    document: Some(document.clone()),
                    unit_event: None,
                });
            }
        }
        self.write_joining(district, "Đưa vào sổ đoàn viên đã có", joining)
    }

    fn identity(&self, unit: usize) -> (Id, Block) {
        (self.units[unit].id, self.units[unit].place.block)
    }
}

/// How many members each of the first unions had: offices and schools their size, enterprises what is left, by size.
fn first_sizes(places: &[Workplace], beginning: &Beginning) -> Vec<usize> {
    let is_enterprise = |place: &&Workplace| place.block == beginning.enterprises.0;
    let small: usize = places.iter().filter(|p| !is_enterprise(p)).map(|p| p.size).sum();
    let weights: Vec<usize> = places.iter().filter(is_enterprise).map(|p| p.size + 40).collect();
    let mut large = shares(beginning.members.saturating_sub(small), &weights).into_iter();
    let size = |place: &Workplace| {
        if is_enterprise(&place) { large.next().unwrap_or_default() } else { place.size }
    };
    places.iter().map(size).collect()
}
