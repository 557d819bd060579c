//! Service by months at each edge.

use kernel::Day;
use proptest::prelude::*;
use rules::Trace;
use rules::service::{Post, ServiceKind, Taken, months_between, plus_months, weigh};

fn on(day: &str) -> Day {
    Day::parse(day).expect("a day")
}

fn post(kind: ServiceKind, from: &str, until: &str) -> Post {
    let until = (!until.is_empty()).then(|| on(until));
    Post { kind, from: on(from), until, trace: Trace::new("thu", "thử") }
}

fn taken(from: &str, until: &str) -> Taken {
    Taken { from: on(from), until: Some(on(until)), trace: Trace::new("thu", "thử") }
}

use ServiceKind::{FullTime, PartTimePrivate, PartTimeState};

#[test]
fn each_kind_reaches_twenty_weighted_years_on_its_day_and_not_the_day_before() {
    // 20 years ×1; 13 years 4 months ×1,5; 10 years ×2, all from 1/1/2000.
    for (kind, last_day) in
        [(FullTime, "2019-12-31"), (PartTimeState, "2013-04-30"), (PartTimePrivate, "2009-12-31")]
    {
        let posts = [post(kind, "2000-01-01", "")];
        assert_eq!(weigh(&posts, &[], on(last_day)).months(), 240, "{kind:?}");
        assert_eq!(weigh(&posts, &[], on(last_day).previous()).months(), 239, "{kind:?}");
    }
}

#[test]
fn posts_of_several_kinds_add_up() {
    // 5 years ×1 + 4 years ×1,5 + 4 years 6 months ×2 = 60 + 72 + 108.
    let posts = [
        post(FullTime, "2000-01-01", "2005-01-01"),
        post(PartTimeState, "2006-01-01", "2010-01-01"),
        post(PartTimePrivate, "2010-01-01", "2014-07-01"),
    ];
    assert_eq!(weigh(&posts, &[], on("2020-01-01")).months(), 240);
}

#[test]
fn a_day_with_two_posts_counts_once_with_the_higher_coefficient() {
    let one = [post(FullTime, "2000-01-01", "2004-01-01")];
    let both = [
        post(FullTime, "2000-01-01", "2004-01-01"),
        post(PartTimePrivate, "2001-01-01", "2002-01-01"),
    ];
    assert_eq!(weigh(&one, &[], on("2020-01-01")).months(), 48);
    assert_eq!(weigh(&both, &[], on("2020-01-01")).months(), 60);
    let same = [one[0].clone(), one[0].clone()];
    assert_eq!(weigh(&same, &[], on("2020-01-01")).months(), 48);
}

#[test]
fn time_under_discipline_does_not_count_and_time_beside_it_does() {
    let posts = [post(PartTimePrivate, "2000-01-01", "2011-01-01")];
    let all = weigh(&posts, &[], on("2020-01-01")).months();
    let less = weigh(&posts, &[taken("2003-01-01", "2004-01-01")], on("2020-01-01")).months();
    assert_eq!((all, less), (264, 240));
    let outside = weigh(&posts, &[taken("2015-01-01", "2016-01-01")], on("2020-01-01")).months();
    assert_eq!(outside, 264);
}

#[test]
fn days_beyond_full_months_are_pooled_thirty_to_a_month() {
    // Twice 15 days of ×1 are a month; of ×1,5 a month and a half, of which one is full.
    let halves = |kind| {
        let posts =
            [post(kind, "2000-01-01", "2000-01-16"), post(kind, "2001-01-01", "2001-01-16")];
        weigh(&posts, &[], on("2020-01-01")).months()
    };
    assert_eq!((halves(FullTime), halves(PartTimeState), halves(PartTimePrivate)), (1, 1, 2));
}

#[test]
fn months_are_counted_from_the_day_they_began_on() {
    assert_eq!(months_between(on("2020-01-31"), on("2020-02-29")), (1, 0));
    assert_eq!(months_between(on("2020-01-31"), on("2020-02-28")), (0, 28));
    assert_eq!(months_between(on("2021-01-30"), on("2021-03-01")), (1, 1));
    assert_eq!(months_between(on("2020-05-10"), on("2020-05-10")), (0, 0));
    assert_eq!(plus_months(on("2024-02-29"), 12), on("2025-02-28"));
    assert_eq!(plus_months(on("2024-03-31"), -1), on("2024-02-29"));
}

fn any_post() -> impl Strategy<Value = (usize, i32, i32)> {
    (0..3_usize, -3_000_000..3_000_000_i32, -20_000..20_000_i32)
}

proptest! {
    #[test]
    fn no_posts_make_the_sum_panic_negative_or_longer_than_the_time(
        posts in prop::collection::vec(any_post(), 0..8),
        taken in prop::collection::vec(any_post(), 0..4),
        day in 0..30_000_i32,
    ) {
        let base = on("1970-01-01");
        let posts: Vec<Post> = posts.iter().map(|(kind, from, long)| Post {
            kind: ServiceKind::ALL[*kind],
            from: base.plus(*from),
            until: Some(base.plus(*from).plus(*long)),
            trace: Trace::new("thu", "thử"),
        }).collect();
        let taken: Vec<Taken> = taken.iter().map(|(_, from, long)| Taken {
            from: base.plus(*from),
            until: Some(base.plus(*from).plus(*long)),
            trace: Trace::new("thu", "thử"),
        }).collect();
        let with = weigh(&posts, &taken, base.plus(day));
        let without = weigh(&posts, &[], base.plus(day));
        prop_assert!(with.sixtieths >= 0);
        // A month has at most 31 days of which 30 are counted, so cutting may gain a day here and there, never a month a cut.
        prop_assert!(with.months() <= without.months() + 2 * taken.len() as i64 + 2);
    }
}
