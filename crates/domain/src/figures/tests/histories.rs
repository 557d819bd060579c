//! Random histories told through actions: whatever is told in whatever order, and whatever of it is refused or taken
//! back, the laws hold after each step.

use std::sync::Arc;

use kernel::{Actor, Block, Day, FixedClock, Id, Instant, Period, UnitKind};
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::{World, day, paper, proven};
use crate::figures::indicators::Part;
use crate::figures::{FigureSet, INDICATORS, Query, figures};
use crate::memberships::{EventKind, LeaveReason, NewEvent, record, reverse_event};
use crate::people::{self, Keys, NewPerson, Sensitive, Sex};
use crate::units::{self, Entry, NewUnit, Share, Succession};
use crate::{App, Result, imports};

/// What may happen.
#[derive(Clone, Copy, Debug)]
enum What {
    Admit,
    Transfer,
    Send,
    Receive,
    Return,
    Leave,
    ComeBack,
    Correct,
    TakeBack,
    Found,
    HandOver,
    Move,
    Reclassify,
    Merge,
    StrikeOff,
    Restore,
    Import,
    Undo,
    MergePeople,
    Unmerge,
}

const ALL: [What; 24] = [
    What::Admit,
    What::Admit,
    What::Admit,
    What::Import,
    What::Transfer,
    What::Transfer,
    What::Send,
    What::Receive,
    What::Return,
    What::Leave,
    What::ComeBack,
    What::Correct,
    What::TakeBack,
    What::Found,
    What::HandOver,
    What::HandOver,
    What::Move,
    What::Reclassify,
    What::Merge,
    What::StrikeOff,
    What::Restore,
    What::Undo,
    What::MergePeople,
    What::Unmerge,
];

/// A step: what, to whom, where, where else, on which day. The numbers choose among what there is by then.
#[derive(Clone, Copy, Debug)]
struct Step {
    what: What,
    person: usize,
    unit: usize,
    other: usize,
    on: Day,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let on = (0..300_i32).prop_map(|days| day("2021-01-02").plus(days));
    let step = (prop::sample::select(&ALL[..]), 0..50_usize, 0..50_usize, 0..50_usize, on);
    prop::collection::vec(
        step.prop_map(|(what, person, unit, other, on)| Step { what, person, unit, other, on }),
        8..24,
    )
}

/// What a history has made so far.
struct Told<'w> {
    world: &'w World<'w>,
    uppers: Vec<Id>,
    units: Vec<Id>,
    people: Vec<Id>,
    events: Vec<Id>,
    imports: Vec<Id>,
}

fn pick(list: &[Id], number: usize) -> Id {
    list.get(number % list.len().max(1)).copied().unwrap_or(Id(1))
}

impl Told<'_> {
    fn begin<'w>(world: &'w World<'w>) -> Told<'w> {
        let since = "2020-01-01";
        let upper =
            |code, kind, manager| world.unit(code, kind, manager, since, Entry::BroughtForward);
        let city = upper("h", UnitKind::Province, None);
        let districts = ["k", "l"].map(|code| upper(code, UnitKind::District, Some(city)));
        let outside = world.unit("x", UnitKind::External, None, since, Entry::External);
        let units = ["u1", "u2", "u3", "u4"].map(|code| {
            world.unit(code, UnitKind::Grassroots, Some(districts[0]), since, Entry::BroughtForward)
        });
        let uppers = vec![city, districts[0], districts[1], outside];
        let people: Vec<Id> = (0..3).flat_map(|n| world.admit(units[n], "2021-01-01", 2)).collect();
        let (events, imports) = (Vec::new(), Vec::new());
        Told { world, uppers, units: units.to_vec(), people, events, imports }
    }

    /// The unit at which the lists show a person, so that most events are of somebody who is there.
    fn unit_of(&self, person: Id, number: usize) -> Id {
        let there = self.world.app.db.read(|tx| {
            let federation = self.world.app.federation;
            crate::people::unit_of(tx, federation, person)
        });
        there.ok().flatten().unwrap_or_else(|| pick(&self.units, number))
    }

    fn take(&mut self, step: Step) -> Result<()> {
        match step.what {
            What::Admit
            | What::Transfer
            | What::Send
            | What::Receive
            | What::Return
            | What::Leave
            | What::ComeBack => {
                let event = self.event(step)?;
                self.events.push(event);
                Ok(())
            }
            What::Found
            | What::HandOver
            | What::Move
            | What::Reclassify
            | What::Merge
            | What::StrikeOff
            | What::Restore => self.reorganise(step),
            What::Correct
            | What::TakeBack
            | What::Import
            | What::Undo
            | What::MergePeople
            | What::Unmerge => self.set_right(step),
        }
    }

    /// Something that happens to a member.
    fn event(&mut self, step: Step) -> Result<Id> {
        let Step { what, person, unit, other, on } = step;
        let to = pick(&self.units, other);
        let (who, at) = match what {
            What::Admit => (self.newcomer(other), pick(&self.units, unit)),
            What::ComeBack => (pick(&self.people, person), pick(&self.units, unit)),
            _ => {
                let who = pick(&self.people, person);
                (who, self.unit_of(who, unit))
            }
        };
        let of = |kind| NewEvent::new(kind, who, at, on);
        let to_other = |kind| NewEvent { other: Some(to), ..of(kind) };
        let new = match what {
            What::Transfer => to_other(EventKind::Transferred),
            What::Send => to_other(EventKind::Sent),
            What::Receive => to_other(EventKind::Received),
            What::Return => of(EventKind::Returned),
            What::Leave => NewEvent { reason: Some(LeaveReason::Retired), ..of(EventKind::Left) },
            What::ComeBack => of(EventKind::Restored),
            _ => of(EventKind::Admitted),
        };
        record(&self.world.app, &self.world.actor, &new)
    }

    fn newcomer(&mut self, other: usize) -> Id {
        let number = self.people.len();
        let new = self.world.new_person(&NewPerson {
            name: format!("Lê Thị Số {}", number % 5),
            sex: Some(sex(other)),
            sensitive: sensitive(number),
            ..NewPerson::default()
        });
        self.people.push(new);
        new
    }

    /// Something that happens to a unit.
    fn reorganise(&mut self, step: Step) -> Result<()> {
        let (app, actor) = (&self.world.app, &self.world.actor);
        let Step { what, unit, other, on, .. } = step;
        let number = self.units.len();
        let (at, to) = (pick(&self.units, unit), pick(&self.units, other));
        let upper = pick(&self.uppers, other);
        let decision = paper(&format!("{number}/QĐ"));
        match what {
            What::Found => {
                let new = units::open_unit(app, actor, &founded(&format!("n{number}"), upper, on))?;
                self.units.push(new);
                Ok(())
            }
            What::HandOver => units::hand_over(app, actor, at, on, upper, Some(&decision)),
            What::Move => {
                // Now and then a district under the other, or under the city again.
                let is_district = unit.is_multiple_of(3);
                let moved = if is_district { pick(&self.uppers[1..3], unit / 3) } else { at };
                units::move_unit(app, actor, moved, on, upper, Some(&decision))
            }
            What::Reclassify => {
                let class = match other % 3 {
                    0 => (UnitKind::Guild, Block::TradeGuild),
                    1 => (UnitKind::Section, Block::Education),
                    _ => (UnitKind::Grassroots, Block::ForeignInvested),
                };
                units::reclassify(app, actor, at, on, class, &decision)
            }
            What::Merge => {
                let shares = vec![Share { to, people: None }];
                let merge = Succession { unit: at, shares, ends: true };
                units::succeed(app, actor, on, &[merge], &decision)
            }
            What::Restore => units::restore(app, actor, at, on, &decision),
            _ => {
                let struck_off = other.is_multiple_of(2);
                units::end_unit(app, actor, at, on, struck_off, "hết", Some(&decision))
            }
        }
    }

    /// Something told is corrected, taken back, taken in as a list, or found to be of one person.
    fn set_right(&mut self, step: Step) -> Result<()> {
        let (app, actor) = (&self.world.app, &self.world.actor);
        let Step { what, person, unit, other, on } = step;
        let (who, second) = (pick(&self.people, person), pick(&self.people, other));
        match what {
            What::Correct => {
                let name = format!("Trần Văn {other}");
                let facts = NewPerson { name, sex: Some(sex(other)), ..NewPerson::default() };
                people::correct(app, actor, who, &facts)
            }
            What::TakeBack => reverse_event(app, actor, pick(&self.events, person)),
            What::Undo => imports::undo(app, actor, pick(&self.imports, person)),
            What::MergePeople => people::merge(app, actor, who, second),
            What::Unmerge => people::unmerge(app, actor, who),
            _ => {
                let number = self.people.len() * 100 + self.units.len() * 10 + self.imports.len();
                self.import(pick(&self.units, unit), number, on)
            }
        }
    }

    /// Two people in a list of a unit.
    fn import(&mut self, unit: Id, number: usize, on: Day) -> Result<()> {
        let (app, actor) = (&self.world.app, &self.world.actor);
        let card = units::unit_card(app, actor, unit, on)?;
        let text = format!(
            "STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD\n1,Phạm Thị Danh {number},05/06/1990,Nữ,{}\n\
             2,Vũ Văn Sách,07/08/1985,Nam,{}\n",
            cccd(190, 900 + number),
            cccd(85, 900 + number)
        );
        let request = imports::Request {
            kind: intake::Kind::Members,
            file_name: "danh-sach.csv",
            bytes: text.as_bytes(),
            unit: Some(&card.code),
            as_of: Some(on),
        };
        let outcome = imports::run(app, actor, &request)?;
        self.imports.extend(outcome.import.as_deref().and_then(Id::parse));
        Ok(())
    }
}

/// Twelve digits: a province, sex with century and year of birth, and a number.
fn cccd(century_and_year: usize, number: usize) -> String {
    format!("001{century_and_year:03}{number:06}")
}

fn sex(number: usize) -> Sex {
    if number.is_multiple_of(2) { Sex::Female } else { Sex::Male }
}

fn sensitive(number: usize) -> Sensitive {
    let cccd = number.is_multiple_of(2).then(|| cccd(190, number));
    Sensitive { cccd, ..Sensitive::default() }
}

fn founded(code: &str, manager: Id, from: Day) -> NewUnit {
    NewUnit {
        code: code.to_owned(),
        name: format!("Đơn vị {code}"),
        kind: UnitKind::Grassroots,
        block: Block::StateEnterprise,
        address: None,
        employer: None,
        manager: Some(manager),
        from,
        entry: Entry::Founded,
        method: None,
        members: Some(30),
        document: Some(paper("1/QĐ")),
        import: None,
    }
}

/// Opening + increases − decreases = closing, of members and of unions.
fn balances(set: &FigureSet) {
    for family in ["members.", "units."] {
        let sum = |part: Part| -> i64 {
            let of_part = INDICATORS.iter().zip(&set.figures).filter(|(indicator, _)| {
                indicator.part == part && indicator.code.starts_with(family)
            });
            of_part.map(|(_, figure)| figure.value.unwrap_or(0)).sum()
        };
        let moved = sum(Part::Opening) + sum(Part::Increase) - sum(Part::Decrease);
        assert_eq!(moved, sum(Part::Closing), "{family} {set:?}");
    }
}

/// The laws, for every scope in a period, along the roll-ups and along the fold of the ledger.
fn hold(told: &Told<'_>, period: Period) {
    proven(told.world);
    let (app, actor) = (&told.world.app, &told.world.actor);
    let known_at = Some(Instant::parse("2021-12-31").unwrap());
    for unit in told.uppers.iter().chain(&told.units) {
        let Ok(card) = units::unit_card(app, actor, *unit, period.last()) else { continue };
        let rolled = Query::of(&card.code, period);
        let folded = Query { known_at, ..rolled.clone() };
        let [rolled, folded] = [rolled, folded].map(|query| figures(app, actor, &query).unwrap());
        balances(&rolled);
        assert_eq!(rolled.figures, folded.figures, "{}", card.code);
    }
}

/// Each step is taken or refused by name, and refused it leaves nothing.
fn tell(steps: &[Step]) {
    let test = db::testing::sqlite();
    let clock = Arc::new(FixedClock::on(day("2021-12-31")));
    let app = App::open(test.again(), clock.clone(), Keys::from_secret(&[7; 32])).unwrap();
    let world = World { app, clock, actor: Actor::operator("thử"), test: &test };
    let mut told = Told::begin(&world);
    let mut taken = 0;
    for (place, step) in steps.iter().enumerate() {
        match told.take(*step) {
            Ok(()) => taken += 1,
            Err(error) => assert!(error.refusal().is_some(), "{step:?}: {error:?}"),
        }
        let from = day("2021-01-01").plus(place as i32 * 11);
        hold(&told, Period { from, to: from.plus(90) });
    }
    hold(&told, Period::parse("2021").unwrap());
    assert!(taken > 0 || steps.len() < 12, "a history in which nothing happens proves nothing");
}

proptest! {
    // A step costs a proof of the whole books, so the histories are few and each is looked at after every step.
    #![proptest_config(Config { cases: 12, max_shrink_iters: 200, ..Config::default() })]

    #[test]
    fn whatever_is_told_in_whatever_order_the_laws_hold_after_each_step(steps in steps()) {
        tell(&steps);
    }
}
