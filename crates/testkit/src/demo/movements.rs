//! People who move: between unions of a district, between districts, to and from federations elsewhere, and those who
//! were sent and not yet received.

use domain::Result;
use domain::memberships::{Admission, EventKind, NewEvent};
use kernel::{Day, Id, Period};

use super::districts::DISTRICTS;
use super::joining::Joining;
use super::plan::day_in;
use super::teller::{Member, Teller};
use crate::people::Ages;

/// Someone sent who was not answered yet: who, from which unit, to which.
pub(super) type InTransit = (Member, usize, usize);

impl Teller {
    /// Transfers of a month from one district: inside it, to the next district of the four, and once in half a year one
    /// to and one from a federation elsewhere. What a district sends to the next it receives from the one before.
    pub(super) fn move_people(&mut self, district: usize, month: Period) -> Result<()> {
        let mut events = Vec::new();
        for to in [district, district, (district + 1) % DISTRICTS.len()] {
            let Some((unit, place)) = self.anyone(district, month) else { continue };
            let Some(other) = self.growing(to, month).filter(|other| *other != unit) else {
                continue;
            };
            let on = day_in(month, &mut self.rng);
            let member = self.units[unit].members.swap_remove(place);
            self.units[other].members.push(Member { since: on, ..member });
            events.push(self.transfer(EventKind::Transferred, member.person, unit, other, on));
        }
        let ends_half = matches!(month.to.month().number() % 100, 7 | 1);
        if ends_half && let Some((unit, place)) = self.anyone(district, month) {
            let member = self.units[unit].members.swap_remove(place);
            let on = day_in(month, &mut self.rng);
            let from = self.units[unit].id;
            let out = NewEvent::new(EventKind::Transferred, member.person, from, on);
            events.push(NewEvent { other: Some(self.elsewhere[district % 2]), ..out });
            self.come_from_elsewhere(district, month)?;
        }
        self.write_events(district, "Chuyển sinh hoạt công đoàn", &events).map(drop)
    }

    fn transfer(
        &self,
        kind: EventKind,
        person: Id,
        unit: usize,
        other: usize,
        on: Day,
    ) -> NewEvent {
        let event = NewEvent::new(kind, person, self.units[unit].id, on);
        NewEvent { other: Some(self.units[other].id), ..event }
    }

    fn come_from_elsewhere(&mut self, district: usize, month: Period) -> Result<()> {
        let Some(unit) = self.growing(district, month) else { return Ok(()) };
        let on = day_in(month, &mut self.rng);
        let joined = on.plus(-self.rng.i32(400..2_400));
        let worker = self.people.worker(self.units[unit].place.block, joined, Ages::BEGINNING);
        let mut joining = Joining::default();
        joining.members.push((unit, on, worker.retires()));
        joining.admissions.push(Admission {
            person: worker.facts,
            kind: EventKind::Transferred,
            unit: self.units[unit].id,
            on,
            from_outside: Some(self.elsewhere[district % 2]),
            document: None,
            unit_event: None,
        });
        self.write_joining(district, "Tiếp nhận đoàn viên chuyển đến", joining)
    }

    /// Someone is introduced to a union of another district and waits there.
    pub(super) fn send(&mut self, from: usize, to: usize, on: Day) -> Result<()> {
        let month = Period { from: on.month().first_day(), to: on.next() };
        let Some((unit, place)) = self.anyone(from, month) else { return Ok(()) };
        let Some(other) = self.growing(to, month).filter(|other| *other != unit) else {
            return Ok(());
        };
        let member = self.units[unit].members.swap_remove(place);
        let event = self.transfer(EventKind::Sent, member.person, unit, other, on);
        self.in_transit.push((member, unit, other));
        self.write_events(from, "Giới thiệu chuyển sinh hoạt", &[event]).map(drop)
    }

    /// The one who waits longest is received.
    pub(super) fn receive(&mut self, on: Day) -> Result<()> {
        if self.in_transit.is_empty() {
            return Ok(());
        }
        let (member, unit, other) = self.in_transit.remove(0);
        let event = self.transfer(EventKind::Received, member.person, unit, other, on);
        let district = self.units[other].district;
        self.units[other].members.push(Member { since: on, ..member });
        self.write_events(district, "Tiếp nhận đoàn viên chuyển đến", &[event]).map(drop)
    }
}
