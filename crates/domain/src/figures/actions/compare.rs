//! Two questions answered from one state of the books.

use kernel::Actor;
use ledger::views::View;

use super::ask::{answer, resolve};
use crate::figures::compare::Comparison;
use crate::figures::indicators::INDICATORS;
use crate::figures::model::{Beside, Query};
use crate::{App, Result};

/// Every indicator of two questions side by side. Of one scope, the present view looks on both sides at the organisation of
/// the first's day, and like for like at the units that stood under it throughout the days of both.
pub fn compare(app: &App, actor: &Actor, first: &Query, second: &Query) -> Result<Comparison> {
    app.allow(actor, "figures.read")?;
    app.db.read(|tx| {
        let is_one_scope =
            resolve(tx, app, &first.scope)?.id == resolve(tx, app, &second.scope)?.id;
        let organised_on = first.organised_on(app.today());
        let with = |query: &Query, other: &Query| {
            let days = if is_one_scope { other.days() } else { query.days().year_before() };
            let is_fixed = query.view != View::Was;
            let beside = is_fixed.then_some(Beside { days, organised_on });
            Query { beside, ..query.clone() }
        };
        let (first, second) = (with(first, second), with(second, first));
        let (first, _) = answer(tx, app, actor, &first, INDICATORS, false)?;
        let (second, _) = answer(tx, app, actor, &second, INDICATORS, false)?;
        Ok(Comparison::of(first, second))
    })
}
