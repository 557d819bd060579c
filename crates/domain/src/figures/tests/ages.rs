//! Members by age and sex, held against the figure of members.

use kernel::{Instant, Period};
use ledger::views::View;

use super::{on_books, tell_paper_case};
use crate::figures::{Query, ages};

#[test]
fn members_by_age_are_as_many_as_the_figure_says_for_every_scope_and_day() {
    on_books(|world| {
        tell_paper_case(world);
        for scope in ["h", "k", "l", "u1", "u2"] {
            for period in ["2021-01", "2021-Q1", "2021-04", "2021-05-01..2021-06-01", "2021"] {
                let query = Query::of(scope, Period::parse(period).unwrap());
                let told = ages(&world.app, &world.actor, &query).unwrap().unwrap();
                let closing = world.values(&query, &["members.closing"])[0];
                assert_eq!(told.total, closing, "{scope} {period}");
                // Nobody of the paper case says when they were born.
                assert_eq!(told.unknown, told.total);
            }
        }
    });
}

#[test]
fn what_cannot_be_told_from_people_as_they_are_known_now_is_not_told() {
    on_books(|world| {
        tell_paper_case(world);
        let plain = Query::of("h", Period::parse("2021").unwrap());
        let known_at = Some(Instant::parse("2021-03-01").unwrap());
        for query in
            [Query { view: View::Now, ..plain.clone() }, Query { known_at, ..plain.clone() }]
        {
            assert_eq!(ages(&world.app, &world.actor, &query).unwrap(), None, "{query:?}");
        }
    });
}
