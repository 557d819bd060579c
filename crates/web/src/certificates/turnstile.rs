//! How often one address may ask the open page: codes cannot be tried one after the other.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::Instant;

/// Questions of one address in a minute. A hall full of guests behind one address still gets through.
const A_MINUTE: u32 = 60;
/// Addresses remembered; 40 bytes each.
const ADDRESSES: usize = 10_000;

/// Counts the questions of the present minute. It is kept in memory alone: what passes is no matter of the books.
#[derive(Clone, Debug, Default)]
pub(crate) struct Turnstile(Arc<Mutex<Counted>>);

#[derive(Debug, Default)]
struct Counted {
    minute: i64,
    by_address: HashMap<String, u32>,
}

impl Turnstile {
    /// Whether an address may ask once more. When more addresses ask than are remembered, all strangers share one count.
    pub(crate) fn lets_in(&self, address: &str, now: Instant) -> bool {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now.0 / 60_000;
        if counted.minute != minute {
            *counted = Counted { minute, by_address: HashMap::new() };
        }
        let is_full = counted.by_address.len() >= ADDRESSES;
        let name = if is_full && !counted.by_address.contains_key(address) { "" } else { address };
        let asked = counted.by_address.entry(name.to_owned()).or_default();
        *asked += 1;
        *asked <= A_MINUTE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_so_often_a_minute_and_others_are_not_held_up() {
        let (turnstile, now) = (Turnstile::default(), Instant(1_000_000_000_000));
        assert!((0..A_MINUTE).all(|_| turnstile.lets_in("10.0.0.1", now)));
        assert!(!turnstile.lets_in("10.0.0.1", now));
        assert!(turnstile.lets_in("10.0.0.2", now));
        assert!(turnstile.lets_in("10.0.0.1", Instant(now.0 + 60_000)));
    }

    #[test]
    fn many_strangers_fill_no_memory() {
        let (turnstile, now) = (Turnstile::default(), Instant(1_000_000_000_000));
        let let_in = (0..ADDRESSES * 2).filter(|at| turnstile.lets_in(&at.to_string(), now));
        assert_eq!(let_in.count(), ADDRESSES + A_MINUTE as usize);
    }
}
