//! What ends is told of in time.

use super::super::*;
use super::{put, with_units};
use crate::figures::tests::day;

#[test]
fn what_ends_soon_is_told_whenever_it_was_written_until_the_next_is_signed() {
    with_units(|world, [_, a, ..]| {
        let signed = |on: &str, to: &str| {
            let new = NewActivity::new("agreements", "new", a, day(on));
            let new = new.count("voted", 10).count("in_favour", 9);
            put(world, &new.day("effective_on", day(on)).day("expires_on", day(to))).unwrap()
        };
        let told = |within: i32| {
            let register = find("agreements").unwrap();
            ending(&world.app, &world.actor, register, "k", within).unwrap().len()
        };
        // Today is 15/1/2024, ninety days before the end.
        signed("2022-04-01", "2024-04-14");
        assert_eq!((told(90), told(89)), (1, 0));
        signed("2024-01-10", "2026-01-10");
        assert_eq!(told(90), 0, "the next one is signed");
    });
}
