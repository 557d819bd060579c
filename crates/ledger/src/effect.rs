//! Effects: what each scope sees of a posting, at once and at every later boundary of the unit's path.

use kernel::{Day, Id};

use crate::account::{self, Account, Role};
use crate::paths::{self, Cause, Class, Stretch};

/// A quantity on an account of a unit on a day. Never changed once written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The account.
    pub account: Account,
    /// The unit at which it counts.
    pub unit: Id,
    /// The unit at the other end of a transfer: scopes that hold both see no transfer.
    pub other: Option<Id>,
    /// The day on which it is true.
    pub on: Day,
    /// How many; negative when a posting is reversed.
    pub quantity: i64,
}

/// What one scope sees on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The scope.
    pub scope: Id,
    /// The account, bridges among them.
    pub account: Account,
    /// The column.
    pub class: Class,
    /// The day.
    pub on: Day,
    /// How many.
    pub quantity: i64,
    /// Whether a boundary made it and not the posting's own day.
    pub bridge: bool,
}

/// All that scopes see of a posting, given the paths of its unit and of the unit at the other end.
pub fn effects_of(
    posting: &Posting,
    path: &[Stretch],
    other: &[Stretch],
    see: &mut impl FnMut(Effect),
) {
    let Some(home) = paths::on(path, posting.on) else { return };
    let far = paths::on(other, posting.on);
    for scope in &home.chain {
        let inside = far.filter(|stretch| stretch.is_under(*scope));
        if let Some(account) = seen_as(posting.account, home.class, inside.map(|end| end.class)) {
            see(at(*scope, account, home.class, posting.on, posting.quantity));
        }
    }
    if is_stock(posting.account) {
        carry_over_boundaries(posting, path, see);
    }
}

/// How a scope sees a posting whose other end lies inside it in the class `inside`: a transfer within one column is
/// invisible, one between two columns changes the columns and not the total.
pub fn seen_as(account: Account, class: Class, inside: Option<Class>) -> Option<Account> {
    match inside {
        None => Some(account),
        _ if is_stock(account) => Some(account),
        Some(other) if other == class => None,
        Some(_) => {
            let bridges = account::bridges_of(account.stock()?)?;
            match account.role() {
                Role::In => Some(bridges.class_in),
                Role::Out => Some(bridges.class_out),
                _ => None,
            }
        }
    }
}

fn is_stock(account: Account) -> bool {
    account.role() == Role::Stock
}

fn at(scope: Id, account: Account, class: Class, on: Day, quantity: i64) -> Effect {
    Effect { scope, account, class, on, quantity, bridge: false }
}

/// A stock posted before a boundary was there when the boundary came: it crosses every one of them.
fn carry_over_boundaries(posting: &Posting, path: &[Stretch], see: &mut impl FnMut(Effect)) {
    let first_after = path.partition_point(|each| each.from <= posting.on);
    for index in first_after.max(1)..path.len() {
        cross(&path[index - 1], &path[index], posting.account, posting.quantity, see);
    }
}

/// Carries a stock from the end of one stretch to the start of the next.
pub fn cross(
    before: &Stretch,
    after: &Stretch,
    stock: Account,
    quantity: i64,
    see: &mut impl FnMut(Effect),
) {
    let Some(bridges) = account::bridges_of(stock) else { return };
    let day = after.from;
    let mut tell = |scope, account, class, quantity| {
        see(Effect { bridge: true, ..at(scope, account, class, day, quantity) });
    };
    for scope in before.chain.iter().copied().filter(|scope| !after.is_under(*scope)) {
        tell(scope, stock, before.class, -quantity);
        tell(scope, bridges.went, before.class, quantity);
        if after.cause == Cause::HandOver {
            tell(scope, bridges.handed_over, before.class, quantity);
        }
    }
    for scope in after.chain.iter().copied() {
        if !before.is_under(scope) {
            tell(scope, stock, after.class, quantity);
            tell(scope, bridges.came, after.class, quantity);
            if after.cause == Cause::HandOver {
                tell(scope, bridges.received, after.class, quantity);
            }
        } else if before.class != after.class {
            tell(scope, stock, before.class, -quantity);
            tell(scope, bridges.class_out, before.class, quantity);
            tell(scope, stock, after.class, quantity);
            tell(scope, bridges.class_in, after.class, quantity);
        }
    }
}
