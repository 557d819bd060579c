//! The way back from a figure: postings, records, people, papers.

use std::collections::BTreeMap;

use db::Tx;
use kernel::{Actor, Day, Id, Period};
use ledger::account::{Account, Role};
use ledger::views::View;
use ledger::{Class, Posting, effect};

use super::ask;
use crate::figures::bridge_store::{self, Crossing};
use crate::figures::fold::{self, Ground};
use crate::figures::indicators::What;
use crate::figures::model::{Query, Trace, TraceLine, Window};
use crate::figures::stock_store::{self, Stock};
use crate::figures::{store, trace_store};
use crate::{App, Error, Result};

/// Figures up to which the lines are counted when not all are shown; more would keep a reader waiting.
const COUNTED_UP_TO: i64 = 50_000;

/// A question being traced.
struct Asked<'a> {
    app: &'a App,
    scope: Id,
    query: &'a Query,
    known_to: i64,
    window: Window,
}

/// Some lines, and how many there are in all where that is known already.
type Found = (Vec<TraceLine>, Option<i64>);

/// The lines behind a figure, from `skip` on, at most `limit` of them. All of them add up to the figure.
pub fn trace(
    app: &App,
    actor: &Actor,
    indicator: &str,
    query: &Query,
    skip: usize,
    limit: usize,
) -> Result<Trace> {
    app.allow(actor, "figures.trace")?;
    let indicator = ask::known(indicator)?;
    let limit = limit.clamp(1, 100_000);
    app.db.read(|tx| {
        let scope = ask::resolve(tx, app, &query.scope)?;
        app.must_reach(tx, actor, "figures.trace", scope.id, query.days().last())?;
        let known_to = ask::known_to(tx, app, query.known_at)?;
        let sums = ask::sums(tx, app, &scope, query, known_to)?;
        let value = indicator.value(&sums, |class| query.passes(class));
        let window = Window { skip, take: limit + 1 };
        let asked = Asked { app, scope: scope.id, query, known_to, window };
        let (mut lines, mut total) = if query.is_plain() {
            plain(tx, &asked, indicator.what)?
        } else {
            folded(tx, &asked, indicator.what)?
        };
        let more = lines.len() > limit;
        lines.truncate(limit);
        if !more && (!lines.is_empty() || skip == 0) {
            total = Some((skip + lines.len()) as i64);
        } else if total.is_none() && value.abs() <= COUNTED_UP_TO {
            total = Some(count(tx, &asked, indicator.what)?);
        }
        Ok(Trace {
            indicator: indicator.code,
            meaning: indicator.meaning,
            value,
            lines,
            more,
            total,
        })
    })
}

/// The entries recorded after a posting that bear on an indicator of a scope, the first ones, in the order they were
/// recorded. What came or went with units has no entries of its own. Who may not trace a figure is told how it moved, and
/// not whom the entries are about.
pub(crate) fn recorded_since(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    scope: Id,
    (indicator, query): (&str, &Query),
    after: i64,
    most: usize,
) -> Result<Vec<TraceLine>> {
    let days = query.days();
    let (accounts, days) = match ask::known(indicator)?.what {
        What::Opening(account) => (vec![account], Period { from: Day::MIN, to: days.from }),
        What::Closing(account) => (vec![account], Period { from: Day::MIN, to: days.to }),
        What::During(accounts) => (accounts.to_vec(), days),
        What::Rest(..) => return Ok(Vec::new()),
    };
    let since =
        trace_store::recorded_since(tx, app.federation, scope, (&accounts, days), after, most);
    let mut lines = since?;
    match app.must_reach(tx, actor, "figures.trace", scope, query.days().last()) {
        Ok(()) => {}
        Err(Error::Refused(_)) => lines.iter_mut().for_each(TraceLine::hide_names),
        Err(error) => return Err(error),
    }
    Ok(lines)
}

/// The accounts of bridges that an indicator counts, less those that it takes away; none for one of postings.
fn bridges(what: What) -> Option<(Vec<Account>, Vec<Account>)> {
    let is_bridge = |account: &Account| {
        matches!(account.role(), Role::BridgeIn | Role::BridgeOut | Role::BridgeDetail)
    };
    match what {
        What::Rest(all, part) => Some((vec![all], vec![part])),
        What::During(accounts) if accounts.iter().any(is_bridge) => {
            Some((accounts.to_vec(), Vec::new()))
        }
        _ => None,
    }
}

fn stock_of<'a>(asked: &Asked<'a>, what: What) -> Option<Stock<'a>> {
    let (account, day) = match what {
        What::Opening(account) => (account, asked.query.days().from.previous()),
        What::Closing(account) => (account, asked.query.days().last()),
        What::During(_) | What::Rest(_, _) => return None,
    };
    Some(Stock { scope: asked.scope, account, day, query: asked.query })
}

/// By the lists and bridges of today.
fn plain(tx: &mut Tx<'_>, asked: &Asked<'_>, what: What) -> Result<Found> {
    let Asked { app, scope, query, window, .. } = *asked;
    if let Some(stock) = stock_of(asked, what) {
        return Ok((stock_store::standing(tx, app.federation, stock, window)?, None));
    }
    if let Some((added, taken)) = bridges(what) {
        let accounts = (&added[..], &taken[..]);
        let crossings =
            bridge_store::crossings(tx, app.federation, scope, accounts, query, Some(window))?;
        return Ok((bridge_store::lines(tx, app.federation, &crossings, asked.known_to)?, None));
    }
    let What::During(accounts) = what else { return Ok((Vec::new(), None)) };
    Ok((trace_store::flows(tx, app.federation, scope, accounts, query, window)?, None))
}

/// How many lines [`plain`] would find in all.
fn count(tx: &mut Tx<'_>, asked: &Asked<'_>, what: What) -> Result<i64> {
    let Asked { app, scope, query, .. } = *asked;
    if let Some(stock) = stock_of(asked, what) {
        return stock_store::count(tx, app.federation, stock);
    }
    if let Some((added, taken)) = bridges(what) {
        let accounts = (&added[..], &taken[..]);
        let all = bridge_store::crossings(tx, app.federation, scope, accounts, query, None)?;
        return Ok(all.len() as i64);
    }
    let What::During(accounts) = what else { return Ok(0) };
    trace_store::count_flows(tx, app.federation, scope, accounts, query)
}

/// By the fold of the ledger, for another view or an earlier knowledge.
fn folded(tx: &mut Tx<'_>, asked: &Asked<'_>, what: What) -> Result<Found> {
    let Asked { app, scope, query, known_to, window } = *asked;
    let ground = fold::ground(tx, app, scope, known_to)?;
    let seen = Seen::of(&ground, asked);
    if let Some((added, taken)) = bridges(what) {
        let crossings = seen.crossings(tx, (&added, &taken))?;
        let total = crossings.len() as i64;
        let lines = bridge_store::lines(tx, app.federation, &window.of(crossings), known_to)?;
        return Ok((lines, Some(total)));
    }
    let wanted = match (stock_of(asked, what), what) {
        (Some(Stock { account, day, .. }), _) => {
            let units = seen.units_on(day);
            stock_store::folded(tx, app.federation, &units, account, day, known_to)?
        }
        (None, What::During(accounts)) => {
            let counts = |posting: &Posting| seen.counts(posting);
            let units = &ground.units;
            trace_store::passing(tx, app.federation, units, accounts, query, known_to, counts)?
        }
        (None, _) => Vec::new(),
    };
    let total = wanted.len() as i64;
    Ok((trace_store::lines_of(tx, app.federation, &window.of(wanted))?, Some(total)))
}

/// What a folded question sees: the scope along the paths, or a fixed set of units.
struct Seen<'a> {
    asked: &'a Asked<'a>,
    ground: &'a Ground,
    /// The units of a view of a fixed set.
    set: Option<std::collections::HashSet<Id>>,
}

impl<'a> Seen<'a> {
    fn of(ground: &'a Ground, asked: &'a Asked<'a>) -> Self {
        let set = (asked.query.view != View::Was)
            .then(|| fold::members_of_view(ground, asked.query, asked.scope, asked.app.today()));
        Self { asked, ground, set }
    }

    fn path(&self, unit: Id) -> &[ledger::Stretch] {
        self.ground.paths.get(&unit).map_or(&[], Vec::as_slice)
    }

    fn class_on(&self, unit: Id, day: Day) -> Option<Class> {
        ledger::paths::on(self.path(unit), day).map(|stretch| stretch.class)
    }

    /// The units whose stock at the end of a day is the scope's, in the columns asked about, in a fixed order.
    fn units_on(&self, day: Day) -> Vec<Id> {
        let Asked { scope, query, .. } = *self.asked;
        let belongs = |unit: &Id| match &self.set {
            // A unit of a fixed set stands in one column throughout, that of the end of the period.
            Some(set) => {
                set.contains(unit)
                    && self
                        .class_on(*unit, query.days().last())
                        .is_some_and(|class| query.passes(class))
            }
            None => ledger::paths::on(self.path(*unit), day)
                .is_some_and(|stretch| stretch.is_under(scope) && query.passes(stretch.class)),
        };
        let mut units: Vec<Id> = self.ground.units.iter().copied().filter(belongs).collect();
        units.sort_unstable();
        units
    }

    /// Whether a posting of a flow counts as what it says.
    fn counts(&self, posting: &Posting) -> bool {
        let Asked { scope, query, .. } = *self.asked;
        let (day, inside) = match &self.set {
            Some(set) if !set.contains(&posting.unit) => return false,
            Some(set) => (query.days().last(), posting.other.filter(|unit| set.contains(unit))),
            None => {
                let under = |unit: Id| {
                    ledger::paths::on(self.path(unit), posting.on)
                        .is_some_and(|s| s.is_under(scope))
                };
                if !under(posting.unit) {
                    return false;
                }
                (posting.on, posting.other.filter(|unit| under(*unit)))
            }
        };
        let Some(class) = self.class_on(posting.unit, day) else { return false };
        let inside = inside.and_then(|unit| self.class_on(unit, day));
        query.passes(class)
            && effect::seen_as(posting.account, class, inside) == Some(posting.account)
    }

    /// What came or went with units; a fixed set has no boundaries.
    fn crossings(
        &self,
        tx: &mut Tx<'_>,
        (added, taken): (&[Account], &[Account]),
    ) -> Result<Vec<Crossing>> {
        let Asked { app, scope, query, known_to, .. } = *self.asked;
        let mut sums: BTreeMap<(Day, Id), i64> = BTreeMap::new();
        if self.set.is_some() {
            return Ok(Vec::new());
        }
        let days = query.days();
        let postings = store::postings(tx, app.federation, &self.ground.units, days, known_to)?;
        for posting in &postings {
            effect::effects_of(posting, self.path(posting.unit), &[], &mut |seen| {
                let sign = match seen.account {
                    account if added.contains(&account) => 1,
                    account if taken.contains(&account) => -1,
                    _ => return,
                };
                if seen.scope == scope && days.contains(seen.on) && query.passes(seen.class) {
                    *sums.entry((seen.on, posting.unit)).or_default() += sign * seen.quantity;
                }
            });
        }
        let moved = sums.into_iter().filter(|(_, quantity)| *quantity != 0);
        Ok(moved.map(|((day, unit), quantity)| (day, unit, quantity)).collect())
    }
}
