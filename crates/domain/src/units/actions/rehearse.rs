//! Rehearsing a change: it is written, looked at, and taken back, so that a reader sees what it would do.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use db::Tx;
use kernel::{Actor, Day, Id, Period, Refusal};
use ledger::views::Sums;

use super::change::{Change, write_act};
use crate::books::Batch;
use crate::figures::{INDICATORS, sums_of_units};
use crate::units::model::{FigureMoved, Rehearsal, ScopeMoved};
use crate::units::{effect_store, store};
use crate::{App, Error, Result};

/// Attempts of one rehearsal. Lines that are refused before anything of them is written are found in one; one that is
/// refused half way spoils the rest, which is tried again without it.
const ATTEMPTS: usize = 20;
/// Units whose figures are compared: those above the ones touched first.
const SCOPES: usize = 200;

/// Stands for a refusal of the whole: rights, the chain, the end of the batch.
const WHOLE: usize = usize::MAX;

/// Why an attempt came to no end.
enum Stopped {
    /// Lines that rules refuse.
    Lines(BTreeMap<usize, Refusal>),
    Failed(Error),
}

/// What a change would do. Nothing of it stays in the books. A line that a rule refuses is left out, named, and the rest
/// is tried without it.
pub fn rehearse(app: &App, actor: &Actor, change: &Change) -> Result<Rehearsal> {
    let mut refused: BTreeMap<usize, Refusal> = BTreeMap::new();
    for _ in 0..ATTEMPTS {
        match attempt(app, actor, change, &refused) {
            Ok(seen) => return Ok(Rehearsal { refused, ..seen }),
            Err(Stopped::Lines(lines)) => refused.extend(lines),
            Err(Stopped::Failed(Error::Refused(refusal))) if refusal.code != "not_allowed" => {
                // What the end of the batch refuses is refused of the whole, unless there is but one line.
                let line = if change.acts.len() == 1 { 0 } else { WHOLE };
                refused.insert(line, refusal);
            }
            Err(Stopped::Failed(error)) => return Err(error),
        }
        if refused.contains_key(&WHOLE) || refused.len() == change.acts.len() {
            break;
        }
    }
    Ok(Rehearsal { refused, ..Rehearsal::default() })
}

/// What the books said before.
struct Before {
    seq: i64,
    batch: i64,
    mark: Id,
    /// The units touched that stood.
    units: Vec<Id>,
    scopes: Scopes,
    sums: HashMap<Id, Sums>,
}

fn attempt(
    app: &App,
    actor: &Actor,
    change: &Change,
    left_out: &BTreeMap<usize, Refusal>,
) -> Result<Rehearsal, Stopped> {
    let codes: BTreeSet<&str> = change.acts.iter().flat_map(super::change::Act::units).collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    let days = days_of(app, change.on);
    let lines = RefCell::new(BTreeMap::new());
    let seen = app.rehearse(
        actor,
        "units.record",
        |tx| before(tx, app, &codes, change.on, days),
        |batch| {
            let found = write_lines(batch, change, left_out)?;
            match found.values().next().cloned() {
                None => Ok(()),
                Some(first) => {
                    *lines.borrow_mut() = found;
                    Err(first.into())
                }
            }
        },
        |tx, before, ()| after(tx, app, actor, change, (&codes, days), before),
    );
    let lines = lines.into_inner();
    seen.map_err(
        |error| if lines.is_empty() { Stopped::Failed(error) } else { Stopped::Lines(lines) },
    )
}

/// Writes the lines one after the other and gives back those that are refused. After one that was refused when part of
/// it stood already, nothing more is tried.
fn write_lines(
    batch: &mut Batch<'_, '_>,
    change: &Change,
    left_out: &BTreeMap<usize, Refusal>,
) -> Result<BTreeMap<usize, Refusal>> {
    let mut refused = BTreeMap::new();
    let lines = change.acts.iter().enumerate();
    for (place, act) in lines.filter(|(place, _)| !left_out.contains_key(place)) {
        let stood = batch.written();
        match write_act(batch, change, act) {
            Ok(()) => {}
            Err(Error::Refused(refusal)) if refusal.code != "not_allowed" => {
                refused.insert(place, refusal);
                if batch.written() != stood {
                    break;
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(refused)
}

/// The year of the day, up to today.
fn days_of(app: &App, on: Day) -> Period {
    let year = Period::year(on.year()).unwrap_or_else(|| Period::inclusive(on, on));
    year.up_to(app.today().max(on))
}

/// Units whose figures may change: those that manage the ones touched, and these themselves.
#[derive(Default)]
struct Scopes {
    above: BTreeSet<Id>,
    own: BTreeSet<Id>,
}

impl Scopes {
    fn of(tx: &mut Tx<'_>, app: &App, units: &[Id], on: Day) -> Result<Self> {
        let paths = crate::books::read_paths(tx, app.federation, units)?;
        let mut scopes = Self::default();
        for path in paths.values() {
            let day = ledger::paths::on(path, on).or(path.last());
            let eve = ledger::paths::on(path, on.previous()).or(day);
            for chain in [eve, day].into_iter().flatten().map(|stretch| &stretch.chain) {
                scopes.own.extend(chain.first());
                scopes.above.extend(chain.iter().skip(1));
            }
        }
        Ok(scopes)
    }

    fn with(&mut self, other: &Self) {
        self.above.extend(&other.above);
        self.own.extend(&other.own);
    }

    fn has(&self, unit: Id) -> bool {
        self.above.contains(&unit) || self.own.contains(&unit)
    }

    /// As many as are compared; those above come first, since a list of many units is about them.
    fn shown(&self) -> Vec<Id> {
        let own = self.own.iter().filter(|unit| !self.above.contains(unit));
        self.above.iter().chain(own).copied().take(SCOPES).collect()
    }
}

fn before(tx: &mut Tx<'_>, app: &App, codes: &[&str], on: Day, days: Period) -> Result<Before> {
    let units = effect_store::known(tx, app.federation, codes)?;
    let scopes = Scopes::of(tx, app, &units, on)?;
    Ok(Before {
        seq: effect_store::head(tx, app.federation)?,
        batch: effect_store::last_batch(tx, app.federation)?,
        mark: app.ids.next(&*app.clock),
        sums: sums_of_units(tx, app.federation, &scopes.shown(), days)?,
        units,
        scopes,
    })
}

fn after(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    change: &Change,
    (codes, days): (&[&str], Period),
    before: Before,
) -> Result<Rehearsal> {
    let federation = app.federation;
    let units = effect_store::known(tx, federation, codes)?;
    let mut scopes = Scopes::of(tx, app, &units, change.on)?;
    scopes.with(&before.scopes);
    // Of the many that are not compared nothing is known from before; what is new had nothing.
    let compared: BTreeSet<Id> = before.scopes.shown().into_iter().collect();
    let mut scopes = scopes.shown();
    scopes.retain(|scope| compared.contains(scope) || !before.scopes.has(*scope));
    let now = sums_of_units(tx, federation, &scopes, days)?;
    let nothing = Sums::default();
    let mut moved = Vec::new();
    for scope in scopes {
        let sums = [&before.sums, &now].map(|sums| sums.get(&scope).unwrap_or(&nothing));
        let figures = compare(sums[0], sums[1]);
        // A post may reach the unit and not those above it, whose figures it must not learn this way.
        if figures.is_empty()
            || app.must_reach(tx, actor, "figures.read", scope, change.on).is_err()
        {
            continue;
        }
        let state = store::load(tx, federation, scope)?;
        if !state.is_external() {
            moved.push(ScopeMoved { code: state.code, name: state.name, figures });
        }
    }
    // The unit at the other end may be somebody else's: its targets are not told this way either.
    let mut reached = before.units;
    reached.retain(|unit| app.must_reach(tx, actor, "figures.read", *unit, change.on).is_ok());
    let ending: Vec<&str> = change.acts.iter().filter_map(super::change::Act::ends).collect();
    let ending = effect_store::known(tx, federation, &ending)?;
    Ok(Rehearsal {
        days,
        posted: effect_store::posted_after(tx, federation, before.seq)?,
        people: effect_store::member_events(tx, federation, (before.mark.0, before.batch))?,
        moved,
        targets: effect_store::targets(tx, federation, &reached, change.on)?,
        open: effect_store::open_work(tx, federation, &ending, change.on)?,
        refused: BTreeMap::new(),
    })
}

fn compare(before: &Sums, after: &Sums) -> Vec<FigureMoved> {
    let value = |sums: &Sums, place: usize| INDICATORS[place].value(sums, |_| true);
    let moved = (0..INDICATORS.len()).filter_map(|place| {
        let (was, is) = (value(before, place), value(after, place));
        (was != is).then(|| FigureMoved { indicator: INDICATORS[place].code, was, is })
    });
    moved.collect()
}
