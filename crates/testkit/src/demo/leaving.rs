//! People who leave: of age, and for other reasons.

use domain::Result;
use domain::memberships::{self, EventKind, LeaveReason, NewEvent};
use kernel::{Day, Id};

use super::plan::{Sitting, day_in};
use super::teller::{Member, Teller};
use crate::draw::Weighted;

/// Why members leave who are not of age yet.
const REASONS: &[(LeaveReason, u32)] = &[
    (LeaveReason::JobEnded, 74),
    (LeaveReason::OwnWish, 9),
    (LeaveReason::Abroad, 5),
    (LeaveReason::Died, 3),
    (LeaveReason::Other, 8),
    (LeaveReason::Expelled, 1),
];

impl Teller {
    /// Records those who leave: those of age first, then others for other reasons.
    pub(super) fn release(&mut self, district: usize, sitting: &Sitting) -> Result<()> {
        let mut events = Vec::with_capacity(sitting.left);
        for (unit, place) in self.of_age(district, sitting) {
            let member = self.units[unit].members.swap_remove(place);
            let on = member.retires.max(sitting.period.from);
            events.push(self.leave(unit, member, on, LeaveReason::Retired));
        }
        let reasons = Weighted::new(REASONS.iter().copied());
        while events.len() < sitting.left {
            let Some((unit, place)) = self.anyone(district, sitting.period) else { break };
            let member = self.units[unit].members.swap_remove(place);
            let on = day_in(sitting.period, &mut self.rng);
            let reason = *reasons.draw(&mut self.rng);
            events.push(self.leave(unit, member, on, reason));
        }
        self.write_events(district, "Đoàn viên nghỉ, thôi sinh hoạt", &events).map(drop)
    }

    /// Members who reach the age of retirement by the end of a sitting, by unit and place, last places first; no more
    /// than three in five of those whom the sitting lets leave.
    fn of_age(&self, district: usize, sitting: &Sitting) -> Vec<(usize, usize)> {
        let mut due = Vec::new();
        for (unit, told) in self.units.iter().enumerate() {
            if !told.is_alive_in(sitting.period) || told.district != district {
                continue;
            }
            for (place, member) in told.members.iter().enumerate().rev() {
                let is_due =
                    member.retires < sitting.period.to && member.since <= sitting.period.from;
                if is_due && due.len() < sitting.left * 3 / 5 {
                    due.push((unit, place));
                }
            }
        }
        due
    }

    fn leave(&mut self, unit: usize, member: Member, on: Day, reason: LeaveReason) -> NewEvent {
        self.former.push((member.person, unit, on));
        let left = NewEvent::new(EventKind::Left, member.person, self.units[unit].id, on);
        NewEvent { reason: Some(reason), ..left }
    }

    /// Writes events as one batch; gives back their ids.
    pub(super) fn write_events(
        &self,
        district: usize,
        reason: &str,
        events: &[NewEvent],
    ) -> Result<Vec<Id>> {
        if events.is_empty() {
            return Ok(Vec::new());
        }
        memberships::record_many(&self.app, &self.actor(district), reason, events)
    }
}
