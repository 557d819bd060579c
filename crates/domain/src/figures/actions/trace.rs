//! The way back from a figure: postings, records, people, papers.

use db::Tx;
use kernel::Actor;
use ledger::views::View;

use super::ask;
use crate::figures::indicators::What;
use crate::figures::model::{Query, Scope, Trace, TraceLine};
use crate::figures::{fold, trace_store};
use crate::{App, Result};

/// The lines behind a figure, from `skip` on, at most `limit` of them.
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
        let known_to = ask::known_to(tx, app, query.known_at)?;
        let sums = ask::sums(tx, app, &scope, query, known_to)?;
        let mut lines = match indicator.what {
            What::Opening(_) | What::Closing(_) | What::During(_) | What::Rest(_, _)
                if query.view != View::Was || query.known_at.is_some() =>
            {
                folded_lines(tx, app, &scope, query, indicator.what, known_to, (skip, limit + 1))?
            }
            What::Opening(account) => {
                let day = query.days().from.previous();
                trace_store::stock(tx, app.federation, scope.id, account, day, (skip, limit + 1))?
            }
            What::Closing(account) => {
                let day = query.days().last();
                trace_store::stock(tx, app.federation, scope.id, account, day, (skip, limit + 1))?
            }
            What::During(accounts) => trace_store::flows(
                tx,
                app.federation,
                scope.id,
                accounts,
                query.days(),
                (skip, limit + 1),
            )?,
            What::Rest(all, _) => trace_store::flows(
                tx,
                app.federation,
                scope.id,
                &[all],
                query.days(),
                (skip, limit + 1),
            )?,
        };
        let more = lines.len() > limit;
        lines.truncate(limit);
        let value = indicator.value(&sums, |_| true);
        Ok(Trace { indicator: indicator.code, meaning: indicator.meaning, value, lines, more })
    })
}

/// The lines of a question that only the fold of the ledger can answer.
fn folded_lines(
    tx: &mut Tx<'_>,
    app: &App,
    scope: &Scope,
    query: &Query,
    what: What,
    known_to: i64,
    window: (usize, usize),
) -> Result<Vec<TraceLine>> {
    let ground = fold::ground(tx, app, scope.id, known_to)?;
    let set = fold::members_of_view(&ground, query, scope.id, app.today());
    let (accounts, days) = match what {
        What::Opening(account) => (vec![account], whole_past(query.days().from.previous())),
        What::Closing(account) => (vec![account], whole_past(query.days().last())),
        What::During(accounts) => (accounts.to_vec(), query.days()),
        What::Rest(all, _) => (vec![all], query.days()),
    };
    let counts = |posting: &ledger::Posting| {
        if query.view == View::Was {
            let mut seen = false;
            let path = |unit| ground.paths.get(&unit).map_or(&[][..], Vec::as_slice);
            let other = posting.other.map_or(&[][..], path);
            ledger::effect::effects_of(posting, path(posting.unit), other, &mut |effect| {
                seen |=
                    effect.scope == scope.id && !effect.bridge && effect.account == posting.account;
            });
            seen
        } else {
            set.contains(&posting.unit) && posting.other.is_none_or(|other| !set.contains(&other))
        }
    };
    trace_store::filtered(
        tx,
        app.federation,
        &ground.units,
        &accounts,
        days,
        ground.known_to,
        counts,
        window,
    )
}

fn whole_past(last: kernel::Day) -> kernel::Period {
    kernel::Period { from: kernel::Day::MIN, to: last.next() }
}
