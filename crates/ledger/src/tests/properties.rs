//! Random histories: whatever happens in whatever order it is told, the laws hold.

use std::collections::BTreeMap;

use kernel::{Block, Day, Id, Period, UnitKind};
use proptest::prelude::*;

use crate::account::{self, Account};
use crate::effect::{self, Posting};
use crate::paths::{Cause, Class, LineStatement, Tree, VersionStatement};
use crate::views::{self, Paths, Sums};

const UPPER: [i64; 4] = [1, 2, 3, 4];
const LEAVES: [i64; 6] = [11, 12, 13, 14, 15, 16];

fn start() -> Day {
    Day::parse("2021-01-01").unwrap()
}

/// A history: moves of leaves among uppers, changes of block, and movements of members.
#[derive(Clone, Debug)]
struct History {
    moves: Vec<(usize, i32, usize, bool)>,
    classes: Vec<(usize, i32, usize)>,
    postings: Vec<Posting>,
}

fn movement() -> impl Strategy<Value = Vec<Posting>> {
    (0..6_usize, 0..6_usize, 0..200_i32, 1..9_i64, 0..4_u8).prop_map(
        |(u, v, on, quantity, what)| {
            let (unit, other, on) = (Id(LEAVES[u]), Id(LEAVES[v]), start().plus(on));
            let post =
                |unit, account, other, quantity| Posting { account, unit, other, on, quantity };
            let pair = |unit, flow: Account, stock: i64, other| {
                [post(unit, account::MEMBERS, None, stock), post(unit, flow, other, stock.abs())]
            };
            match what {
                0 | 1 => pair(unit, account::ADMITTED, quantity, None).to_vec(),
                2 => pair(unit, account::LEFT_RETIRED, -quantity, None).to_vec(),
                _ if unit != other => {
                    let mut both = pair(unit, account::TRANSFERRED_OUT, -1, Some(other)).to_vec();
                    both.extend(pair(other, account::TRANSFERRED_IN, 1, Some(unit)));
                    both
                }
                _ => Vec::new(),
            }
        },
    )
}

fn histories() -> impl Strategy<Value = History> {
    let moves = prop::collection::vec((0..6_usize, 1..200_i32, 0..4_usize, any::<bool>()), 0..12);
    let classes = prop::collection::vec((0..6_usize, 1..200_i32, 0..3_usize), 0..6);
    let postings = prop::collection::vec(movement(), 0..40);
    (moves, classes, postings).prop_map(|(moves, classes, postings)| History {
        moves,
        classes,
        postings: postings.concat(),
    })
}

fn tree(history: &History) -> Tree {
    let mut tree = Tree::default();
    let line =
        |from, manager: Option<i64>, cause| LineStatement { from, manager: manager.map(Id), cause };
    for (unit, manager) in [(1, None), (2, Some(1)), (3, Some(1)), (4, None)] {
        tree.state_line(Id(unit), line(start(), manager, Cause::Founded));
    }
    for unit in LEAVES {
        tree.state_line(Id(unit), line(start(), Some(2), Cause::Founded));
        let class = Class { block: Block::ALL[0], kind: UnitKind::Grassroots };
        tree.state_version(Id(unit), VersionStatement { from: start(), class });
    }
    for (unit, on, manager, handed_over) in &history.moves {
        let cause = if *handed_over { Cause::HandOver } else { Cause::Reorganised };
        let statement = line(start().plus(*on), Some(UPPER[*manager]), cause);
        tree.state_line(Id(LEAVES[*unit]), statement);
    }
    for (unit, on, block) in &history.classes {
        let class = Class { block: Block::ALL[*block], kind: UnitKind::Grassroots };
        tree.state_version(Id(LEAVES[*unit]), VersionStatement { from: start().plus(*on), class });
    }
    tree
}

fn period(from: i32, length: i32) -> Period {
    Period { from: start().plus(from), to: start().plus(from + length) }
}

/// The stock of a scope at the end of a day, counted unit by unit without any bridge.
fn counted(history: &History, paths: &Paths, scope: Id, day: Day) -> i64 {
    let under = views::under_on(paths, scope, day);
    let here = |p: &&Posting| p.account == account::MEMBERS && p.on <= day && under(p.unit);
    history.postings.iter().filter(here).map(|p| p.quantity).sum()
}

proptest! {
    #[test]
    fn opening_and_movements_make_closing_in_every_scope_column_and_view(
        history in histories(), from in 0..150_i32, length in 1..100_i32,
    ) {
        let paths = tree(&history).all_stretches().unwrap();
        let period = period(from, length);
        for scope in UPPER.iter().chain(&LEAVES).map(|id| Id(*id)) {
            let was = views::was(&history.postings, &paths, scope, period);
            prop_assert_eq!(was.imbalance(account::MEMBERS, |_| true), 0);
            for block in Block::ALL {
                prop_assert_eq!(was.imbalance(account::MEMBERS, |class| class.block == *block), 0);
            }
            let under = views::under_on(&paths, scope, period.last());
            let now = views::of_set(&history.postings, &paths, under, period);
            prop_assert_eq!(now.imbalance(account::MEMBERS, |_| true), 0);
            let both = [period, period.year_before()];
            let like = views::of_set(
                &history.postings, &paths, views::under_throughout(&paths, scope, both), period,
            );
            prop_assert_eq!(like.imbalance(account::MEMBERS, |_| true), 0);
        }
    }

    #[test]
    fn a_stock_is_what_a_count_of_the_units_under_the_scope_finds(
        history in histories(), from in 0..150_i32, length in 1..100_i32,
    ) {
        let paths = tree(&history).all_stretches().unwrap();
        let period = period(from, length);
        for scope in UPPER.map(Id) {
            let stock = views::was(&history.postings, &paths, scope, period).total(account::MEMBERS);
            prop_assert_eq!(stock.closing(), counted(&history, &paths, scope, period.last()));
            prop_assert_eq!(stock.before, counted(&history, &paths, scope, period.from.previous()));
        }
    }

    #[test]
    fn across_the_whole_federation_transfers_net_to_nothing(history in histories()) {
        let paths = tree(&history).all_stretches().unwrap();
        let every = |_: Id| true;
        let sums = views::of_set(&history.postings, &paths, every, period(0, 400));
        prop_assert_eq!(sums.total(account::TRANSFERRED_IN).during, 0);
        prop_assert_eq!(sums.total(account::TRANSFERRED_OUT).during, 0);
    }

    #[test]
    fn the_order_in_which_things_are_told_does_not_matter(history in histories()) {
        let paths = tree(&history).all_stretches().unwrap();
        let mut backwards = history.postings.clone();
        backwards.reverse();
        for scope in UPPER.map(Id) {
            let told = views::was(&history.postings, &paths, scope, period(30, 90)).without_zeros();
            let untold = views::was(&backwards, &paths, scope, period(30, 90)).without_zeros();
            prop_assert_eq!(told, untold);
        }
    }

    #[test]
    fn monthly_roll_ups_add_up_to_the_fold(history in histories()) {
        let paths = tree(&history).all_stretches().unwrap();
        let mut months: BTreeMap<(Id, Account, Class, i32), i64> = BTreeMap::new();
        for posting in &history.postings {
            let other = posting.other.map_or(&[][..], |unit| &paths[&unit]);
            effect::effects_of(posting, &paths[&posting.unit], other, &mut |e| {
                *months.entry((e.scope, e.account, e.class, e.on.month().number())).or_default() += e.quantity;
            });
        }
        let spring = Period::parse("2021-02-01..2021-05-31").unwrap();
        for scope in UPPER.map(Id) {
            let mut rolled = Sums::default();
            for ((of, account, class, month), quantity) in &months {
                if *of == scope {
                    let day = kernel::Month::from_number(*month).unwrap().first_day();
                    rolled.add((*account, *class), spring, day, *quantity);
                }
            }
            let folded = views::was(&history.postings, &paths, scope, spring);
            prop_assert_eq!(rolled.without_zeros(), folded.without_zeros());
        }
    }

    #[test]
    fn a_hand_over_is_counted_with_the_members_it_carried(history in histories()) {
        let paths = tree(&history).all_stretches().unwrap();
        let sums = views::was(&history.postings, &paths, Id(2), period(0, 400));
        let went = sums.total(account::WENT_WITH_UNITS).during;
        let handed_over = sums.total(account::HANDED_OVER_MEMBERS).during;
        let all_by_hand_over = history.moves.iter().all(|(_, _, _, handed_over)| *handed_over);
        if all_by_hand_over {
            prop_assert_eq!(went, handed_over);
        }
    }
}
