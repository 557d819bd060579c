//! The case of LEDGER section 9: a city over two districts, a hand-over, a level abolished, a late admission.

use std::collections::HashMap;

use kernel::{Block, Day, Id, Period, UnitKind};

use crate::account::{self, Account};
use crate::effect::Posting;
use crate::paths::{Cause, Class, LineStatement, Tree, VersionStatement};
use crate::views::{self, Paths, Sums};

const H: Id = Id(1);
const K: Id = Id(2);
const L: Id = Id(3);
const X: Id = Id(4);
const U1: Id = Id(11);
const U2: Id = Id(12);
const U3: Id = Id(13);

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn line(tree: &mut Tree, unit: Id, from: &str, manager: Option<Id>, cause: Cause) {
    tree.state_line(unit, LineStatement { from: day(from), manager, cause });
}

fn organisation() -> Paths {
    let mut tree = Tree::default();
    for (unit, manager) in [(H, None), (X, None), (K, Some(H)), (L, Some(H))] {
        line(&mut tree, unit, "2000-01-01", manager, Cause::Founded);
    }
    for unit in [U1, U2, U3] {
        line(&mut tree, unit, "2021-01-01", Some(K), Cause::Founded);
        let class = Class { block: Block::PrivateEnterprise, kind: UnitKind::Grassroots };
        tree.state_version(unit, VersionStatement { from: day("2021-01-01"), class });
    }
    line(&mut tree, U2, "2021-04-01", Some(L), Cause::HandOver);
    line(&mut tree, U3, "2021-04-20", Some(X), Cause::HandOver);
    line(&mut tree, U2, "2021-06-01", Some(H), Cause::Reorganised);
    tree.all_stretches().unwrap()
}

/// One movement: the stock and exactly one of its flows, same unit, day and quantity.
fn movement(unit: Id, on: &str, flow: Account, stock: i64, other: Option<Id>) -> [Posting; 2] {
    let on = day(on);
    [
        Posting { account: account::MEMBERS, unit, other: None, on, quantity: stock },
        Posting { account: flow, unit, other, on, quantity: stock.abs() },
    ]
}

fn history() -> (Vec<Posting>, Vec<Posting>) {
    let opening = |unit, members| movement(unit, "2020-12-31", account::ADMITTED, members, None);
    let mut known_in_may = Vec::new();
    for (unit, members) in [(U1, 30), (U2, 20), (U3, 10)] {
        known_in_may.extend(opening(unit, members));
    }
    known_in_may.extend(movement(U1, "2021-02-10", account::ADMITTED, 5, None));
    known_in_may.extend(movement(U1, "2021-03-15", account::TRANSFERRED_OUT, -1, Some(U2)));
    known_in_may.extend(movement(U2, "2021-03-15", account::TRANSFERRED_IN, 1, Some(U1)));
    let mut known_at_last = known_in_may.clone();
    known_at_last.extend(movement(U2, "2021-03-01", account::ADMITTED, 1, None));
    known_at_last.extend(movement(U1, "2021-05-20", account::LEFT_RETIRED, -2, None));
    (known_in_may, known_at_last)
}

/// The paper's opening is on 1/1, so the stretches begin there; the opening postings stand on that day's eve.
fn paths_from_the_eve() -> Paths {
    let mut paths = organisation();
    for unit in [U1, U2, U3] {
        paths.get_mut(&unit).unwrap()[0].from = day("2020-12-31");
    }
    paths
}

fn row(sums: &Sums) -> [i64; 8] {
    let stock = sums.total(account::MEMBERS);
    let during = |account| sums.total(account).during;
    [
        stock.before,
        during(account::ADMITTED),
        during(account::TRANSFERRED_IN),
        during(account::TRANSFERRED_OUT),
        during(account::LEFT_RETIRED),
        during(account::CAME_WITH_UNITS),
        during(account::WENT_WITH_UNITS),
        stock.closing(),
    ]
}

#[test]
fn each_scope_of_the_paper_case_balances_as_written() {
    let paths = paths_from_the_eve();
    let (_, postings) = history();
    let half = Period::parse("2021-H1").unwrap();
    for (scope, expected) in [
        (K, [60, 6, 0, 0, 2, 0, 32, 32]),
        (L, [0, 0, 0, 0, 0, 22, 22, 0]),
        (H, [60, 6, 0, 0, 2, 0, 10, 54]),
    ] {
        let sums = views::was(&postings, &paths, scope, half);
        assert_eq!(row(&sums), expected, "{scope}");
        assert_eq!(sums.imbalance(account::MEMBERS, |_| true), 0);
    }
}

#[test]
fn before_the_late_admission_was_known_one_member_fewer_went() {
    let paths = paths_from_the_eve();
    let (postings, _) = history();
    let to_may = Period::parse("2021-01-01..2021-05-01").unwrap();
    assert_eq!(row(&views::was(&postings, &paths, K, to_may)), [60, 5, 0, 0, 0, 0, 31, 34]);
}

#[test]
fn seen_from_today_the_district_is_its_one_remaining_unit() {
    let paths = paths_from_the_eve();
    let (_, postings) = history();
    let half = Period::parse("2021-H1").unwrap();
    let belongs = views::under_on(&paths, K, day("2021-06-30"));
    let sums = views::of_set(&postings, &paths, belongs, half);
    assert_eq!(row(&sums), [30, 5, 0, 1, 2, 0, 0, 32]);
    assert_eq!(sums.imbalance(account::MEMBERS, |_| true), 0);
}

#[test]
fn like_for_like_leaves_out_what_did_not_stand_throughout() {
    let paths = paths_from_the_eve();
    let quarters = ["2021-Q1", "2021-Q2"].map(|text| Period::parse(text).unwrap());
    let stays = views::under_throughout(&paths, K, quarters);
    assert_eq!([U1, U2, U3].map(stays), [true, false, false]);
}

#[test]
fn a_ring_of_managers_is_named_and_not_walked_for_ever() {
    let mut tree = Tree::default();
    line(&mut tree, K, "2020-01-01", Some(L), Cause::Founded);
    line(&mut tree, L, "2020-01-01", Some(K), Cause::Founded);
    assert!(tree.all_stretches().is_err());
    assert!(tree.stretches_into(K, &mut HashMap::new()).is_err());
    line(&mut tree, K, "2021-01-01", Some(H), Cause::Reorganised);
    assert!(tree.all_stretches().is_err(), "a ring of the past is one too");
}

#[test]
fn two_units_may_manage_each_other_at_different_times() {
    let mut tree = Tree::default();
    line(&mut tree, H, "2000-01-01", None, Cause::Founded);
    line(&mut tree, K, "2020-01-01", Some(H), Cause::Founded);
    line(&mut tree, L, "2020-01-01", Some(K), Cause::Founded);
    line(&mut tree, U1, "2020-06-01", Some(L), Cause::Founded);
    line(&mut tree, L, "2021-04-01", Some(H), Cause::Reorganised);
    line(&mut tree, K, "2021-04-02", Some(L), Cause::HandOver);
    let told = |unit, paths: &Paths| {
        let stretches = paths[&unit].iter();
        stretches.map(|s| (s.from.to_string(), s.chain.clone(), s.cause)).collect::<Vec<_>>()
    };
    let paths = tree.all_stretches().unwrap();
    let on = str::to_owned;
    assert_eq!(
        told(K, &paths),
        [
            (on("2020-01-01"), vec![K, H], Cause::Founded),
            (on("2021-04-02"), vec![K, L, H], Cause::HandOver),
        ]
    );
    assert_eq!(
        told(U1, &paths),
        [
            (on("2020-06-01"), vec![U1, L, K, H], Cause::Founded),
            (on("2021-04-01"), vec![U1, L, H], Cause::Reorganised),
        ]
    );
    // Whichever unit is worked out first, and whatever is known of the others then.
    for first in [U1, K, L, H] {
        let mut known = HashMap::new();
        tree.stretches_into(first, &mut known).unwrap();
        for unit in [H, K, L, U1] {
            tree.stretches_into(unit, &mut known).unwrap();
            assert_eq!(known[&unit], paths[&unit], "{first} first");
        }
    }
}

#[test]
fn a_path_reads_back_as_its_chain() {
    let paths = organisation();
    let stretch = &paths[&U2][1];
    assert_eq!(stretch.chain, [U2, L, H]);
    assert_eq!(crate::Stretch::chain_of(&stretch.path()), Some(stretch.chain.clone()));
    let scope = &paths[&L][0];
    assert!(stretch.path().starts_with(&scope.path()));
}
