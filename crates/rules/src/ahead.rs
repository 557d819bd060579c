//! From when a condition would be met, if what lasts today goes on.

use std::sync::Arc;

use kernel::Day;

use crate::ask::Answer;
use crate::facts::Facts;
use crate::judge::{Case, Finding, Judge};
use crate::service::plus_months;

/// How far it is looked: no service is longer than thirty years.
const MONTHS_MAX: i64 = 360;

impl Judge<'_> {
    /// The first day after the case's on which a condition is met, with the facts of each day as the caller works them
    /// out. Years of achievement move with the days. `None` when it is not met within thirty years.
    pub fn first_met(
        &self,
        case: Case<'_>,
        finding: &Finding,
        facts_on: &mut dyn FnMut(Day) -> Facts,
    ) -> Option<Day> {
        let mut met = |day: Day| {
            let year = case.year.saturating_add(day.year() - case.on.year());
            let then = Case { year, ..case };
            self.again(then, finding, &Arc::new(facts_on(day))) == Answer::Met
        };
        let month = (1..=MONTHS_MAX).find(|months| met(plus_months(case.on, *months)))?;
        let before = plus_months(case.on, month - 1);
        let last = plus_months(case.on, month);
        let mut day = before.next();
        while day < last && !met(day) {
            day = day.next();
        }
        Some(day)
    }
}
