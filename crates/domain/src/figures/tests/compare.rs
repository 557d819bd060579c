//! Two questions side by side look at the same units, and differ by what the books say.

use kernel::Period;
use ledger::views::View;

use super::{on_books, tell_paper_case};
use crate::figures::{Comparison, Query, compare};

fn of(told: &Comparison, code: &str) -> (Option<i64>, Option<i64>, Option<i64>, Option<[i64; 2]>) {
    let at = told.differences.iter().position(|each| each.indicator == code).unwrap();
    let each = told.differences[at];
    (told.first.figures[at].value, told.second.figures[at].value, each.by, each.change)
}

#[test]
fn two_periods_differ_exactly_and_like_for_like_keeps_to_the_units_of_both() {
    on_books(|world| {
        tell_paper_case(world);
        let query =
            |period: &str, view| Query { view, ..Query::of("k", Period::parse(period).unwrap()) };
        let told = |view| {
            let (half, quarter) = (query("2021-H1", view), query("2021-Q1", view));
            compare(&world.app, &world.actor, &half, &quarter).unwrap()
        };
        let closing = |view| of(&told(view), "members.closing");
        assert_eq!(closing(View::Was), (Some(32), Some(66), Some(-34), Some([-34, 66])));
        // Two of the three units left in April: only one stood there throughout.
        assert_eq!(closing(View::Like), (Some(32), Some(34), Some(-2), Some([-2, 34])));
        assert_eq!(closing(View::Now), (Some(32), Some(34), Some(-2), Some([-2, 34])));
        let founded = of(&told(View::Was), "units.founded");
        assert_eq!(founded, (Some(0), Some(0), Some(0), None), "no share of nothing");
    });
}

#[test]
fn two_units_are_compared_each_in_its_own_days() {
    on_books(|world| {
        tell_paper_case(world);
        let query = |scope| Query::of(scope, Period::parse("2021-H1").unwrap());
        let told = compare(&world.app, &world.actor, &query("u1"), &query("k")).unwrap();
        assert_eq!(of(&told, "members.closing"), (Some(32), Some(32), Some(0), Some([0, 32])));
        assert_eq!(of(&told, "members.admitted"), (Some(5), Some(6), Some(-1), Some([-1, 6])));
    });
}
