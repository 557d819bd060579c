//! Two multisets compared without holding either: their sizes, and the sums of their members' hashes.
//!
//! The books hold millions of spells and search keys, each of which must be one that the facts make. Told in whatever
//! order, equal multisets have equal tallies; two that differ have the same one once in 2^128. Only when tallies differ is
//! it worth the room to look which member is the odd one.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A multiset as it is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    count: u64,
    sums: [u64; 2],
}

impl Tally {
    pub(super) fn add(&mut self, member: &impl Hash) {
        self.count += 1;
        for (salt, sum) in self.sums.iter_mut().enumerate() {
            let mut hasher = DefaultHasher::new();
            (salt, member).hash(&mut hasher);
            *sum = sum.wrapping_add(hasher.finish());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(members: &[&str]) -> Tally {
        let mut tally = Tally::default();
        members.iter().for_each(|member| tally.add(member));
        tally
    }

    #[test]
    fn order_does_not_matter_and_every_member_does() {
        assert_eq!(of(&["an", "bình", "an"]), of(&["bình", "an", "an"]));
        assert_ne!(of(&["an", "bình"]), of(&["an", "an", "bình"]));
        assert_ne!(of(&["an", "bình"]), of(&["an", "hòa"]));
    }
}
