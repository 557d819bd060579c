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
        let (app, actor) = (&self.world.app, &self.world.actor);
        let Step { what, person, unit, other, on } = step;
        let number = self.people.len() + self.units.len();
        let who = pick(&self.people, person);
        let (at, to) = (pick(&self.units, unit), pick(&self.units, other));
        let upper = pick(&self.uppers, other);
        let decision = paper(&format!("{number}/QĐ"));
        let here = || self.unit_of(who, unit);
        let event = |kind, unit| NewEvent::new(kind, who, unit, on);
        let to_other = |event| NewEvent { other: Some(to), ..event };
        let told = match what {
            What::Admit => {
                let sex = if other % 2 == 0 { Sex::Female } else { Sex::Male };
                let name = format!("Lê Thị Số {}", number % 5);
                let new = self.world.new_person(&NewPerson {
                    name,
                    sex: Some(sex),
                    sensitive: sensitive(number),
                    ..NewPerson::default()
                });
                self.people.push(new);
                record(app, actor, &NewEvent::new(EventKind::Admitted, new, at, on)).map(Some)
            }
            What::Transfer => {
                record(app, actor, &to_other(event(EventKind::Transferred, here()))).map(Some)
            }
            What::Send => record(app, actor, &to_other(event(EventKind::Sent, here()))).map(Some),
            What::Receive => {
                record(app, actor, &to_other(event(EventKind::Received, here()))).map(Some)
            }
            What::Return => record(app, actor, &event(EventKind::Returned, here())).map(Some),
            What::Leave => {
                let reason = Some(LeaveReason::Retired);
                let left = event(EventKind::Left, here());
                record(app, actor, &NewEvent { reason, ..left }).map(Some)
            }
            What::ComeBack => record(app, actor, &event(EventKind::Restored, at)).map(Some),
            What::Correct => {
                let sex = Some(if other % 2 == 0 { Sex::Female } else { Sex::Male });
                let name = format!("Trần Văn {other}");
                let facts = NewPerson { name, sex, ..NewPerson::default() };
                people::correct(app, actor, who, &facts).map(|()| None)
            }
            What::TakeBack => reverse_event(app, actor, pick(&self.events, person)).map(|()| None),
            What::Found => {
                let new = founded(&format!("n{number}"), upper, on);
                units::open_unit(app, actor, &new).map(|unit| {
                    self.units.push(unit);
                    None
                })
            }
            What::HandOver => {
                units::hand_over(app, actor, at, on, upper, Some(&decision)).map(|()| None)
            }
            What::Move => {
                // Now and then a district under the other, or under the city again.
                let moved = if unit % 3 == 0 { pick(&self.uppers[1..3], unit / 3) } else { at };
                units::move_unit(app, actor, moved, on, upper, Some(&decision)).map(|()| None)
            }
            What::Reclassify => {
                let class = match other % 3 {
                    0 => (UnitKind::Guild, Block::TradeGuild),
                    1 => (UnitKind::Section, Block::Education),
                    _ => (UnitKind::Grassroots, Block::ForeignInvested),
                };
                units::reclassify(app, actor, at, on, class, &decision).map(|()| None)
            }
            What::Merge => {
                let shares = vec![Share { to, people: None }];
                let merge = Succession { unit: at, shares, ends: true };
                units::succeed(app, actor, on, &[merge], &decision).map(|()| None)
            }
            What::StrikeOff => {
                let struck_off = other % 2 == 0;
                units::end_unit(app, actor, at, on, struck_off, "hết", Some(&decision))
                    .map(|()| None)
            }
            What::Restore => units::restore(app, actor, at, on, &decision).map(|()| None),
            What::Import => self.import(at, number, on).map(|()| None),
            What::Undo => imports::undo(app, actor, pick(&self.imports, person)).map(|()| None),
            What::MergePeople => {
                people::merge(app, actor, who, pick(&self.people, other)).map(|()| None)
            }
            What::Unmerge => people::unmerge(app, actor, who).map(|()| None),
        };
        self.events.extend(told?);
        Ok(())
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

fn sensitive(number: usize) -> Sensitive {
    let cccd = (number % 2 == 0).then(|| cccd(190, number));
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
