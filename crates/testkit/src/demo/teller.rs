//! Telling the books: the units and members as far as they are told, and one batch at a time.

use std::collections::HashMap;
use std::sync::Arc;

use domain::documents::DocumentRef;
use domain::units::{self, Entry, Method, NewUnit};
use domain::{App, Result};
use fastrand::Rng;
use kernel::{Actor, Day, FixedClock, Id, Period, UnitKind};

use super::districts::DISTRICTS;
use super::movements::InTransit;
use crate::people::People;
use crate::units::{Workplace, Workplaces};

/// A member as the teller remembers one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) person: Id,
    pub(super) since: Day,
    pub(super) retires: Day,
}

/// A union as the teller remembers it.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) id: Id,
    pub(super) place: Workplace,
    pub(super) district: usize,
    pub(super) from: Day,
    /// How large it grows.
    pub(super) target: usize,
    /// Its place among the district's unions of exact size.
    pub(super) passing: Option<usize>,
    pub(super) open: bool,
    pub(super) members: Vec<Member>,
}

/// From this day nobody joins or leaves the unions of bodies paid from the state budget: they ended in June 2025.
const BUDGET_UNIONS_FREEZE: &str = "2025-05-01";

impl Told {
    /// Whether anything can happen to it in a period.
    pub(super) fn is_alive_in(&self, period: Period) -> bool {
        let freeze = Day::parse(BUDGET_UNIONS_FREEZE).unwrap_or(Day::MAX);
        let frozen = self.place.on_budget && period.to > freeze;
        self.open && !frozen && self.passing.is_none() && self.from <= period.from
    }
}

/// The federation of the city, which issues papers itself once the districts have ended.
pub(super) const CITY_OFFICE: &str = "LĐLĐ thành phố Hà Nội";

/// The hand that writes the demo.
pub(super) struct Teller {
    pub(super) app: App,
    pub(super) clock: Arc<FixedClock>,
    pub(super) rng: Rng,
    pub(super) people: People,
    pub(super) workplaces: Vec<Workplaces>,
    pub(super) units: Vec<Told>,
    /// The ids of the four districts.
    pub(super) districts: Vec<Id>,
    /// Former members, for those who come back: who, where, since when.
    pub(super) former: Vec<(Id, usize, Day)>,
    /// The federation of the city.
    pub(super) city: Id,
    /// The federation of Long Biên.
    pub(super) long_bien: Id,
    /// Federations kept elsewhere.
    pub(super) elsewhere: Vec<Id>,
    /// Those sent and not yet received, the longest waiting first.
    pub(super) in_transit: Vec<InTransit>,
    /// The mistaken admission: event, person, unit.
    pub(super) error: Option<(Id, Id, Id)>,
    /// The ids of the ward unions; none before 1/7/2025.
    pub(super) ward_unions: Vec<Id>,
    /// Papers numbered so far, by issuer and year.
    papers: HashMap<(String, i16), u32>,
}

impl Teller {
    pub(super) fn new(app: App, clock: Arc<FixedClock>, seed: u64) -> Self {
        let sources = DISTRICTS.iter().zip(seed + 1..);
        Self {
            app,
            clock,
            rng: Rng::with_seed(seed),
            people: People::from_seed(seed),
            workplaces: sources
                .map(|(each, seed)| Workplaces::from_seed(seed, each.area))
                .collect(),
            units: Vec::new(),
            districts: vec![Id(0); DISTRICTS.len()],
            former: Vec::new(),
            city: Id(0),
            long_bien: Id(0),
            elsewhere: Vec::new(),
            in_transit: Vec::new(),
            error: None,
            ward_unions: Vec::new(),
            papers: HashMap::new(),
        }
    }

    /// Whether the district level has ended.
    pub(super) fn is_reorganised(&self) -> bool {
        !self.ward_unions.is_empty()
    }

    /// The name under which papers are issued and things recorded for a district.
    pub(super) fn office(&self, district: usize) -> String {
        if self.is_reorganised() {
            return CITY_OFFICE.to_owned();
        }
        format!("LĐLĐ {}", DISTRICTS[district].area.name)
    }

    /// That office as an actor.
    pub(super) fn actor(&self, district: usize) -> Actor {
        Actor::operator(self.office(district))
    }

    /// The next paper of the office that speaks for a district.
    pub(super) fn paper(&mut self, district: usize, on: Day, title: &str) -> DocumentRef {
        self.issue(&self.office(district), on, title)
    }

    /// The next paper of an issuer.
    pub(super) fn issue(&mut self, issuer: &str, on: Day, title: &str) -> DocumentRef {
        let last = self.papers.entry((issuer.to_owned(), on.year())).or_default();
        *last += 1;
        DocumentRef::decision(&format!("{last}/QĐ-LĐLĐ"), Some(on), issuer, title)
    }

    /// Who manages a new union of a district.
    pub(super) fn manager(&self, district: usize, place: &Workplace) -> Option<Id> {
        let first = DISTRICTS[district].becomes[0];
        let ward_union = self.ward_unions.get(first + place.ward);
        ward_union.or(self.districts.get(district)).copied()
    }

    /// A new union as the books are told of it.
    pub(super) fn new_unit(
        place: &Workplace,
        manager: Option<Id>,
        from: Day,
        entry: Entry,
    ) -> NewUnit {
        NewUnit {
            code: place.code.clone(),
            name: place.name.clone(),
            kind: place.kind,
            block: place.block,
            address: Some(place.address.clone()),
            employer: None,
            manager,
            from,
            entry,
            method: None,
            members: None,
            document: None,
            import: None,
        }
    }

    /// Lets a union grow to a size before it is full.
    pub(super) fn grow_to(&mut self, unit: usize, size: usize) {
        self.units[unit].target = size + size / 8;
    }

    /// Writes unions down and remembers them; gives back their places with their first events.
    pub(super) fn open(
        &mut self,
        district: usize,
        reason: &str,
        new: Vec<(Workplace, NewUnit, Option<usize>)>,
    ) -> Result<Vec<(usize, Id)>> {
        let facts: Vec<NewUnit> = new.iter().map(|(_, unit, _)| unit.clone()).collect();
        if facts.is_empty() {
            return Ok(Vec::new());
        }
        let ids = units::open_many(&self.app, &self.actor(district), reason, &facts)?;
        let first = self.units.len();
        for ((place, unit, passing), (id, _)) in new.into_iter().zip(&ids) {
            let (from, target) = (unit.from, place.size);
            let members = Vec::new();
            self.units.push(Told {
                id: *id,
                place,
                district,
                from,
                target,
                passing,
                open: true,
                members,
            });
        }
        Ok(ids.iter().enumerate().map(|(n, (_, event))| (first + n, *event)).collect())
    }

    /// A union that takes new members in a period: the more room it has, the likelier.
    pub(super) fn growing(&mut self, district: usize, period: Period) -> Option<usize> {
        let room = |told: &Told| {
            if !told.is_alive_in(period) || told.district != district {
                return 0;
            }
            told.target.saturating_sub(told.members.len()) + told.target / 20 + 1
        };
        let whole: usize = self.units.iter().map(room).sum();
        let mut at = self.rng.usize(0..whole.max(1));
        self.units.iter().position(|told| {
            let room = room(told);
            let here = at < room;
            at = at.saturating_sub(room);
            here
        })
    }

    /// Someone, anyone, who has been a member since before a period.
    pub(super) fn anyone(&mut self, district: usize, period: Period) -> Option<(usize, usize)> {
        let there = |told: &Told| {
            let here = told.is_alive_in(period) && told.district == district;
            // A union is not emptied to the last by those who leave one by one.
            if here && told.members.len() > 6 { told.members.len() } else { 0 }
        };
        let whole: usize = self.units.iter().map(there).sum();
        for _ in 0..50 {
            let mut at = self.rng.usize(0..whole.max(1));
            for (unit, told) in self.units.iter().enumerate() {
                let count = there(told);
                if at < count {
                    if told.members[at].since <= period.from {
                        return Some((unit, at));
                    }
                    break;
                }
                at -= count;
            }
        }
        None
    }
}

/// A unit that manages others, or is kept elsewhere.
pub(super) fn upper(
    code: &str,
    name: &str,
    kind: UnitKind,
    manager: Option<Id>,
    from: Day,
) -> NewUnit {
    let entry = if kind == UnitKind::External { Entry::External } else { Entry::BroughtForward };
    NewUnit {
        code: code.to_owned(),
        name: name.to_owned(),
        kind,
        block: kernel::Block::Other,
        address: None,
        employer: None,
        manager,
        from,
        entry,
        method: None::<Method>,
        members: None,
        document: None,
        import: None,
    }
}
