//! How many things wait, beside the entry of the menu: worked out once a minute for a reader and a unit, and again as soon
//! as that reader wrote something or looks at a page that lists them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::{Id, Instant};

use super::gather::gather;
use crate::address::Question;
use crate::site::Visit;
use crate::units::Place;

/// A count is kept so long, in milliseconds.
const KEPT: i64 = 60_000;
/// Counts kept at most: readers times units.
const COUNTS: usize = 2_000;

/// Counts of a while ago. They are kept in memory alone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Badges(Arc<Mutex<HashMap<(Id, Id), (Instant, usize)>>>);

impl Badges {
    fn kept(&self, whose: (Id, Id), now: Instant) -> Option<usize> {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, count) = counts.get(&whose)?;
        (now.0 - at.0 < KEPT).then_some(*count)
    }

    fn keep(&self, whose: (Id, Id), now: Instant, count: usize) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= COUNTS {
            counts.clear();
        }
        counts.insert(whose, (now, count));
    }

    /// Forgets what is kept of a reader, who has just done something.
    pub(crate) fn forget(&self, account: Id) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.retain(|(whose, _), _| *whose != account);
    }
}

fn whose(visit: &Visit, place: &Place) -> Option<(Id, Id)> {
    let account = visit.actor.account.filter(|_| visit.is_signed_in())?;
    Some((account, place.card.id))
}

/// Keeps how many things wait for who signed in, at a unit where they were just gathered.
pub(super) fn keep(visit: &Visit, place: &Place, count: usize) {
    if let Some(whose) = whose(visit, place) {
        visit.badges.keep(whose, visit.app.now(), count);
    }
}

/// How many things wait for who signed in, at the unit shown; nothing for guests, and nothing where it cannot be told: a
/// menu is no place to fail.
pub(crate) fn badge(visit: &Visit, question: &Question, place: &Place) -> Option<usize> {
    let count = match visit.badges.kept(whose(visit, place)?, visit.app.now()) {
        Some(count) => count,
        None => gather(visit, question, place, None).ok()?.count,
    };
    Some(count).filter(|count| *count > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_kept_a_minute_and_forgotten_when_its_reader_writes() {
        let (badges, whose) = (Badges::default(), (Id(1), Id(2)));
        badges.keep(whose, Instant(1_000), 3);
        assert_eq!(badges.kept(whose, Instant(60_999)), Some(3));
        assert_eq!(badges.kept(whose, Instant(61_000)), None);
        assert_eq!(badges.kept((Id(9), Id(2)), Instant(1_000)), None);
        badges.forget(Id(1));
        assert_eq!(badges.kept(whose, Instant(1_001)), None);
    }
}
