//! Unions that are founded, and people who join.

use domain::Result;
use domain::documents::DocumentRef;
use domain::memberships::{self, Admission, EventKind};
use domain::units::{Entry, NewUnit};
use kernel::{Day, Id};

use super::districts::DISTRICTS;
use super::plan::{Founding, Sitting, day_in};
use super::teller::{Member, Teller};
use crate::people::Ages;
use crate::units::Workplace;

/// People about to join, and what to remember of each.
#[derive(Default)]
pub(super) struct Joining {
    pub(super) admissions: Vec<Admission>,
    /// The unit, the day, and the day of retirement.
    pub(super) members: Vec<(usize, Day, Day)>,
}

impl Teller {
    /// Records a sitting: what was founded, who joined, who left.
    pub(super) fn record(&mut self, district: usize, sitting: &Sitting) -> Result<()> {
        let founded = self.found(district, sitting)?;
        self.admit(district, sitting, &founded)?;
        self.release(district, sitting)
    }

    fn found(&mut self, district: usize, sitting: &Sitting) -> Result<Vec<(usize, Id, Founding)>> {
        let mut new = Vec::new();
        for founding in &sitting.foundings {
            let place = self.workplace(district, founding);
            let manager = self.manager(district, &place);
            let document = self.paper(district, founding.on, "Thành lập công đoàn cơ sở");
            let unit = NewUnit {
                method: Some(founding.method),
                members: Some(founding.members as i64),
                document: Some(document),
                ..Self::new_unit(&place, manager, founding.on, Entry::Founded)
            };
            new.push((place, unit, founding.passing));
        }
        let opened = self.open(district, "Công nhận công đoàn cơ sở mới", new)?;
        let with_plan = opened.into_iter().zip(&sitting.foundings);
        Ok(with_plan.map(|((unit, event), founding)| (unit, event, *founding)).collect())
    }

    fn workplace(&mut self, district: usize, founding: &Founding) -> Workplace {
        let source = &mut self.workplaces[district];
        match founding.passing {
            Some(place) => {
                let passing = &DISTRICTS[district].passing[place];
                source.named(passing.name, passing.block, passing.members)
            }
            None => source.any(founding.block),
        }
    }

    fn admit(
        &mut self,
        district: usize,
        sitting: &Sitting,
        founded: &[(usize, Id, Founding)],
    ) -> Result<()> {
        let mut joining = Joining::default();
        for (unit, event, founding) in founded {
            let title = "Kết nạp đoàn viên khi thành lập công đoàn cơ sở";
            let document = self.paper(district, founding.on, title);
            for _ in 0..founding.members {
                self.join(&mut joining, *unit, founding.on, Some(&document), Some(*event));
            }
        }
        let mut left = sitting.admitted;
        while left > 0 {
            let Some(unit) = self.growing(district, sitting.period) else { break };
            let room = self.units[unit].target.saturating_sub(self.units[unit].members.len());
            let group = self.rng.usize(1..=room.clamp(3, 14)).min(left);
            let on = day_in(sitting.period, &mut self.rng);
            let document = self.paper(district, on, "Kết nạp đoàn viên");
            for _ in 0..group {
                self.join(&mut joining, unit, on, Some(&document), None);
            }
            left -= group;
        }
        self.write_joining(district, "Kết nạp đoàn viên", joining)
    }

    /// Adds someone new to those who join a unit.
    fn join(
        &mut self,
        joining: &mut Joining,
        unit: usize,
        on: Day,
        document: Option<&DocumentRef>,
        unit_event: Option<Id>,
    ) {
        let told = &self.units[unit];
        let worker = self.people.worker(told.place.block, on, Ages::JOINING);
        joining.members.push((unit, on, worker.retires()));
        joining.admissions.push(Admission {
            person: worker.facts,
            kind: EventKind::Admitted,
            unit: told.id,
            on,
            from_outside: None,
            document: document.cloned(),
            unit_event,
        });
    }

    /// Writes those who join and remembers them.
    pub(super) fn write_joining(
        &mut self,
        district: usize,
        reason: &str,
        joining: Joining,
    ) -> Result<()> {
        if joining.admissions.is_empty() {
            return Ok(());
        }
        let actor = self.actor(district);
        let ids = memberships::admit_many(&self.app, &actor, reason, &joining.admissions)?;
        for ((unit, since, retires), person) in joining.members.into_iter().zip(ids) {
            self.units[unit].members.push(Member { person, since, retires });
        }
        Ok(())
    }
}
