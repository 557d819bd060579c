//! The three views of a scope in a period, folded from postings: as it was, as it is now, like for like.
//!
//! This fold is the meaning of every figure. The roll-ups in the store are a faster way to the same numbers, and a
//! property test holds the two together.

use std::collections::{BTreeMap, HashMap};

use kernel::{Day, Id, Period};

use crate::account::{Account, Role};
use crate::effect::{self, Effect, Posting};
use crate::paths::{self, Class, Stretch};

/// Which organisation a figure is asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// Each posting under the managers of its own day.
    #[default]
    Was,
    /// The units under the scope today, with their whole past.
    Now,
    /// The units under the scope throughout this period and the one it is compared with.
    Like,
}

impl View {
    /// The stable code: `was`, `now`, `like`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Was => "was",
            Self::Now => "now",
            Self::Like => "like",
        }
    }

    /// The view with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Was, Self::Now, Self::Like].into_iter().find(|view| view.code() == code)
    }
}

/// The sums of one account in one column: before the period, and in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Everything before the period.
    pub before: i64,
    /// Everything in the period.
    pub during: i64,
}

impl Sum {
    /// Adds a quantity of a day.
    pub fn add(&mut self, period: Period, on: Day, quantity: i64) {
        if on < period.from {
            self.before += quantity;
        } else if on < period.to {
            self.during += quantity;
        }
    }

    /// Everything to the end of the period.
    pub fn closing(self) -> i64 {
        self.before + self.during
    }
}

/// The sums of a scope by account and class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(pub BTreeMap<(Account, Class), Sum>);

impl Sums {
    /// Adds a quantity of a day.
    pub fn add(&mut self, key: (Account, Class), period: Period, on: Day, quantity: i64) {
        self.0.entry(key).or_default().add(period, on, quantity);
    }

    /// Adds quantities already summed.
    pub fn add_sum(&mut self, key: (Account, Class), sum: Sum) {
        let entry = self.0.entry(key).or_default();
        entry.before += sum.before;
        entry.during += sum.during;
    }

    /// The sum of an account over the columns that pass.
    pub fn of(&self, account: Account, passes: impl Fn(Class) -> bool) -> Sum {
        let columns = self.0.range((account, LOWEST)..=(account, HIGHEST));
        columns.filter(|((_, class), _)| passes(*class)).fold(Sum::default(), |sum, (_, each)| {
            Sum { before: sum.before + each.before, during: sum.during + each.during }
        })
    }

    /// The sum of an account over all columns.
    pub fn total(&self, account: Account) -> Sum {
        self.of(account, |_| true)
    }

    /// The classes that occur.
    pub fn classes(&self) -> impl Iterator<Item = Class> + '_ {
        self.0.keys().map(|(_, class)| *class)
    }

    /// Drops accounts that came to nothing, so that two ways to the same figures compare equal.
    #[must_use]
    pub fn without_zeros(mut self) -> Self {
        self.0.retain(|_, sum| *sum != Sum::default());
        self
    }

    /// How far a stock misses opening + in − out + came − went = closing in the columns that pass (0 when the law holds).
    pub fn imbalance(&self, stock: Account, passes: impl Fn(Class) -> bool) -> i64 {
        let moved: i64 = self
            .0
            .iter()
            .filter(|((account, class), _)| account.stock() == Some(stock) && passes(*class))
            .map(|((account, _), sum)| match account.role() {
                Role::In | Role::BridgeIn | Role::ClassIn => sum.during,
                Role::Out | Role::BridgeOut | Role::ClassOut => -sum.during,
                Role::Stock | Role::Plain | Role::BridgeDetail => 0,
            })
            .sum();
        self.of(stock, &passes).during - moved
    }
}

const LOWEST: Class = Class { block: kernel::Block::ALL[0], kind: kernel::UnitKind::ALL[0] };
const HIGHEST: Class = Class {
    block: kernel::Block::ALL[kernel::Block::ALL.len() - 1],
    kind: kernel::UnitKind::ALL[kernel::UnitKind::ALL.len() - 1],
};

/// Every unit's stretches.
pub type Paths = HashMap<Id, Vec<Stretch>>;

fn path(paths: &Paths, unit: Id) -> &[Stretch] {
    paths.get(&unit).map_or(&[], Vec::as_slice)
}

/// View *was*: each posting under the chain of its own day, and the bridges of units that came and went.
pub fn was<'a>(
    postings: impl IntoIterator<Item = &'a Posting>,
    paths: &Paths,
    scope: Id,
    period: Period,
) -> Sums {
    let mut sums = Sums::default();
    let mut see = |effect: Effect| {
        if effect.scope == scope {
            sums.add((effect.account, effect.class), period, effect.on, effect.quantity);
        }
    };
    for posting in postings {
        let other = posting.other.map_or(&[][..], |unit| path(paths, unit));
        effect::effects_of(posting, path(paths, posting.unit), other, &mut see);
    }
    sums
}

/// The units a view of the present looks at: those under the scope on a day.
pub fn under_on(paths: &Paths, scope: Id, day: Day) -> impl Fn(Id) -> bool + '_ {
    move |unit| paths::on(path(paths, unit), day).is_some_and(|stretch| stretch.is_under(scope))
}

/// The units that stand under the scope on every day of both periods.
pub fn under_throughout(
    paths: &Paths,
    scope: Id,
    periods: [Period; 2],
) -> impl Fn(Id) -> bool + '_ {
    move |unit| {
        periods.iter().all(|period| {
            let stretches = path(paths, unit);
            paths::on(stretches, period.from).is_some()
                && stretches
                    .iter()
                    .filter(|stretch| stretch.from < period.to && period.from < stretch.to)
                    .all(|stretch| stretch.is_under(scope))
        })
    }
}

/// Sums over a fixed set of units: no bridges, transfers among them invisible. Columns are those of the last stretch
/// up to the end of the period, so that a unit stands in one column throughout.
pub fn of_set<'a>(
    postings: impl IntoIterator<Item = &'a Posting>,
    paths: &Paths,
    belongs: impl Fn(Id) -> bool,
    period: Period,
) -> Sums {
    let mut sums = Sums::default();
    for posting in postings {
        if !belongs(posting.unit) {
            continue;
        }
        let column = |unit| column_of(path(paths, unit), period, posting.on);
        let Some(class) = column(posting.unit) else { continue };
        let inside = posting.other.filter(|unit| belongs(*unit)).and_then(column);
        if let Some(account) = effect::seen_as(posting.account, class, inside) {
            sums.add((account, class), period, posting.on, posting.quantity);
        }
    }
    sums
}

fn column_of(stretches: &[Stretch], period: Period, on: Day) -> Option<Class> {
    paths::on(stretches, period.last().max(on)).map(|stretch| stretch.class)
}
