//! Rehearsing a change: it is written, looked at, and taken back, so that a reader sees what it would do.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use db::Tx;
use kernel::{Actor, Day, Id, Period, Refusal};
use ledger::views::Sums;

use super::change::{Change, write_act};
use crate::figures::{INDICATORS, sums_of_units};
use crate::units::model::{FigureMoved, Rehearsal, ScopeMoved};
use crate::units::{effect_store, store};
use crate::{App, Error, Result};

/// Refused lines of one rehearsal: each is left out and the rest tried again, so a list full of faults is cut short.
const REFUSALS: usize = 20;
/// Units whose figures are compared: the ones touched and their managers.
const SCOPES: usize = 200;

/// Stands for a refusal of the whole: rights, the chain, the end of the batch.
const WHOLE: usize = usize::MAX;

/// What a change would do. Nothing of it stays in the books. A line that a rule refuses is left out, named, and the rest
/// is tried without it.
pub fn rehearse(app: &App, actor: &Actor, change: &Change) -> Result<Rehearsal> {
    let mut refused: BTreeMap<usize, Refusal> = BTreeMap::new();
    loop {
        let (line, refusal) = match attempt(app, actor, change, &refused) {
            Ok(seen) => return Ok(Rehearsal { refused, ..seen }),
            Err((line, Error::Refused(refusal))) => (line, refusal),
            Err((_, error)) => return Err(error),
        };
        if matches!(refusal.code, "not_allowed") {
            return Err(refusal.into());
        }
        refused.insert(line, refusal);
        if line == WHOLE || refused.len() > REFUSALS || refused.len() == change.acts.len() {
            return Ok(Rehearsal { refused, ..Rehearsal::default() });
        }
    }
}

/// What the books said before.
struct Before {
    seq: i64,
    batch: i64,
    mark: Id,
    /// The units touched that stood, and everyone above them.
    units: Vec<Id>,
    above: BTreeSet<Id>,
    sums: HashMap<Id, Sums>,
}

fn attempt(
    app: &App,
    actor: &Actor,
    change: &Change,
    left_out: &BTreeMap<usize, Refusal>,
) -> Result<Rehearsal, (usize, Error)> {
    let codes: BTreeSet<&str> = change.acts.iter().flat_map(super::change::Act::units).collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    let days = days_of(app, change.on);
    let line = std::cell::Cell::new(WHOLE);
    let seen = app.rehearse(
        actor,
        "units.record",
        |tx| {
            line.set(WHOLE);
            before(tx, app, &codes, change.on, days)
        },
        |batch| {
            for (place, act) in change.acts.iter().enumerate() {
                if !left_out.contains_key(&place) {
                    line.set(place);
                    write_act(batch, change, act)?;
                }
            }
            // What the end of the batch refuses is refused of the whole, unless there is but one line.
            line.set(if change.acts.len() == 1 { 0 } else { WHOLE });
            Ok(())
        },
        |tx, before, ()| after(tx, app, actor, change, (&codes, days), before),
    );
    seen.map_err(|error| (line.get(), error))
}

/// The year of the day, up to today.
fn days_of(app: &App, on: Day) -> Period {
    let year = Period::year(on.year()).unwrap_or_else(|| Period::inclusive(on, on));
    year.up_to(app.today().max(on))
}

fn above(tx: &mut Tx<'_>, app: &App, units: &[Id], on: Day) -> Result<BTreeSet<Id>> {
    let paths = crate::books::read_paths(tx, app.federation, units)?;
    let chains = paths.values().filter_map(|path| {
        let eve = ledger::paths::on(path, on.previous());
        let day = ledger::paths::on(path, on).or(path.last());
        Some([eve.or(day)?.chain.clone(), day?.chain.clone()])
    });
    Ok(chains.flatten().flatten().collect())
}

fn before(tx: &mut Tx<'_>, app: &App, codes: &[&str], on: Day, days: Period) -> Result<Before> {
    let units = effect_store::known(tx, app.federation, codes)?;
    let above = above(tx, app, &units, on)?;
    let all: Vec<Id> = above.iter().copied().take(SCOPES).collect();
    Ok(Before {
        seq: effect_store::head(tx, app.federation)?,
        batch: effect_store::last_batch(tx, app.federation)?,
        mark: app.ids.next(&*app.clock),
        sums: sums_of_units(tx, app.federation, &all, days)?,
        units,
        above,
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
    let mut scopes = above(tx, app, &units, change.on)?;
    scopes.extend(&before.above);
    let scopes: Vec<Id> = scopes.into_iter().take(SCOPES).collect();
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
