//! Ids made by the program: 64 bits, time-ordered, printed as thirteen characters.
//!
//! 42 bits of milliseconds since 2020, 10 bits of node, 12 bits of counter. The highest bit stays clear, so an id
//! is a positive integer on both engines and its text sorts as its number does.

use std::fmt;
use std::sync::Mutex;

use crate::{Clock, Instant};

/// The start of our time: 2020-01-01T00:00Z in milliseconds. 42 bits reach the year 2159 from here.
const START: i64 = 1_577_836_800_000;
const COUNTER_BITS: u32 = 12;
const NODE_BITS: u32 = 10;
/// Crockford's letters: no I, L, O or U, so that a number read aloud comes back the same.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// An id of any record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub i64);

impl Id {
    /// Reads the thirteen characters; small letters and the look-alikes O, I, L are understood.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 13 {
            return None;
        }
        text.bytes()
            .try_fold(0_i64, |value, byte| {
                let digit = match byte.to_ascii_uppercase() {
                    b'O' => 0,
                    b'I' | b'L' => 1,
                    letter => LETTERS.iter().position(|known| *known == letter)? as i64,
                };
                value.checked_mul(32)?.checked_add(digit)
            })
            .map(Self)
    }

    /// The least id that can be made at a moment, given in milliseconds since 1970.
    pub fn first_at(millis: i64) -> Self {
        Self((millis - START).max(0) << (COUNTER_BITS + NODE_BITS))
    }

    /// The moment the id was made, to the millisecond.
    pub fn made_at(self) -> Instant {
        Instant((self.0 >> (COUNTER_BITS + NODE_BITS)) + START)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [b'0'; 13];
        let mut value = self.0;
        for place in text.iter_mut().rev() {
            *place = LETTERS[(value & 31) as usize];
            value >>= 5;
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Makes ids, each larger than the one before.
pub struct IdSource {
    node: i64,
    last: Mutex<i64>,
}

impl IdSource {
    /// A source for one running program; `node` (0–1023) keeps two programs on one database apart.
    pub fn new(node: u16) -> Self {
        Self { node: i64::from(node & 0x3FF), last: Mutex::new(0) }
    }

    /// The next id at the clock's present. When the clock stands or goes back, the counter runs on.
    pub fn next(&self, clock: &dyn Clock) -> Id {
        let millis = (clock.now().0 - START).max(0);
        let fresh = (millis << (COUNTER_BITS + NODE_BITS)) | (self.node << COUNTER_BITS);
        let mut last = self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *last = if fresh > *last { fresh } else { self.after(*last) };
        Id(*last)
    }

    /// Makes sure that ids to come are larger than one already in the books.
    pub fn start_after(&self, id: Id) {
        let mut last = self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *last = (*last).max(id.0);
    }

    /// The counter's next value, carried into the milliseconds with the node kept in its place.
    fn after(&self, last: i64) -> i64 {
        let counter_mask = (1_i64 << COUNTER_BITS) - 1;
        if last & counter_mask < counter_mask {
            return last + 1;
        }
        let millis = (last >> (COUNTER_BITS + NODE_BITS)) + 1;
        (millis << (COUNTER_BITS + NODE_BITS)) | (self.node << COUNTER_BITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FixedClock;
    use proptest::prelude::*;

    #[test]
    fn ids_grow_even_while_the_clock_stands_still() {
        let clock = FixedClock::at(Instant(START + 5));
        let source = IdSource::new(3);
        let mut last = Id(0);
        for _ in 0..10_000 {
            let id = source.next(&clock);
            assert!(id > last);
            last = id;
        }
        assert!(last.made_at().0 >= START + 5);
    }

    proptest! {
        #[test]
        fn an_id_reads_back_as_printed_and_sorts_as_its_number(a in 0..i64::MAX, b in 0..i64::MAX) {
            prop_assert_eq!(Id::parse(&Id(a).to_string()), Some(Id(a)));
            prop_assert_eq!(a.cmp(&b), Id(a).to_string().cmp(&Id(b).to_string()));
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,20}") {
            let _ = Id::parse(&text);
        }
    }
}
