//! Every figure and every cell of a breakdown leads to lines that add up to it, in each view and knowledge.

use kernel::{Block, Instant, Period, UnitKind};
use ledger::views::View;

use super::{World, day, on_books, paper, tell_paper_case};
use crate::figures::{INDICATORS, Query, Trace, below, breakdown, trace};
use crate::memberships::{EventKind, NewEvent};
use crate::units::{self, Entry, Share, Succession};

fn ask(world: &World<'_>, code: &str, query: &Query, window: (usize, usize)) -> Trace {
    trace(&world.app, &world.actor, code, query, window.0, window.1).unwrap()
}

/// The paper case, and what else makes lines hard to find: a unit in another column from a day on, one that ended and
/// stood up again, one merged into another, a person in transit, a transfer between columns, an event taken back.
fn tell_a_full_case(world: &World<'_>) {
    tell_paper_case(world);
    let (app, actor) = (&world.app, &world.actor);
    let id = |code| units::scope_of_code(app, actor, code).unwrap();
    let [k, h, u1, u2] = ["k", "h", "u1", "u2"].map(id);
    let guild = (UnitKind::Guild, Block::TradeGuild);
    units::reclassify(app, actor, u1, day("2021-03-01"), guild, &paper("5/QĐ")).unwrap();
    let [u4, u5] = ["u4", "u5"]
        .map(|code| world.unit(code, UnitKind::Grassroots, Some(k), "2021-01-15", Entry::Founded));
    let people = world.admit(u4, "2021-01-20", 4);
    world.admit(u5, "2021-01-20", 3);
    let to = |other, event| NewEvent { other: Some(other), ..event };
    let event = |kind, person: usize, on| NewEvent::new(kind, people[person], u4, day(on));
    world.event(to(u1, event(EventKind::Transferred, 0, "2021-05-25")));
    world.event(to(u2, event(EventKind::Sent, 1, "2021-05-26")));
    let wrong = world.event(event(EventKind::Left, 2, "2021-05-27"));
    crate::memberships::reverse_event(app, actor, wrong).unwrap();
    let merge = Succession { unit: u5, shares: vec![Share { to: u1, people: None }], ends: true };
    units::succeed(app, actor, day("2021-06-05"), &[merge], &paper("6/QĐ")).unwrap();
    let u6 = world.unit("u6", UnitKind::Grassroots, Some(h), "2021-02-01", Entry::Founded);
    world.admit(u6, "2021-02-02", 2);
    units::end_unit(app, actor, u6, day("2021-04-01"), true, "hết", Some(&paper("7/QĐ"))).unwrap();
    units::restore(app, actor, u6, day("2021-06-01"), &paper("8/QĐ")).unwrap();
}

/// Questions of a scope: each view with what is known today, and with what was known before a late entry.
fn questions(scope: &str) -> Vec<Query> {
    let mut queries = Vec::new();
    for (period, known_at) in [
        ("2021-H1", None),
        ("2021-05-20..2021-06-03", None),
        ("2021-04", Some("2021-05-01")),
        ("2021-H1", Some("2021-12-31")),
    ] {
        for view in [View::Was, View::Now, View::Like] {
            let known_at = known_at.map(|text| Instant::parse(text).unwrap());
            let plain = Query::of(scope, Period::parse(period).unwrap());
            queries.push(Query { view, known_at, ..plain });
        }
    }
    queries
}

#[test]
fn every_figure_adds_up_from_its_lines_in_every_view_and_knowledge() {
    on_books(|world| {
        tell_a_full_case(world);
        super::proven(world);
        for query in ["h", "k", "u6"].into_iter().flat_map(questions) {
            let set = world.ask(&query);
            let seldom = query.known_at.is_some();
            for figure in set.figures.iter().filter(|each| !seldom || each.value != Some(0)) {
                let told = ask(world, figure.indicator, &query, (0, 1000));
                let sum: i64 = told.lines.iter().map(|line| line.quantity).sum();
                assert_eq!(sum, told.value, "{query:?} {} {:?}", figure.indicator, told.lines);
                assert_eq!(figure.value.unwrap_or(0), told.value, "{query:?} {}", figure.indicator);
                assert_eq!(told.total, Some(told.lines.len() as i64), "{query:?}");
            }
        }
    });
}

#[test]
fn every_cell_of_a_breakdown_adds_up_from_its_lines_and_the_cells_to_the_figure() {
    let codes: Vec<&str> = INDICATORS.iter().map(|indicator| indicator.code).collect();
    on_books(|world| {
        tell_a_full_case(world);
        for query in ["k", "u1"].into_iter().flat_map(questions) {
            for by_kind in [false, true] {
                let mut sums = vec![0; codes.len()];
                let table = breakdown(&world.app, &world.actor, &query, &codes, by_kind).unwrap();
                for (column, _, values) in table {
                    let block = Block::from_code(column).filter(|_| !by_kind);
                    let kind = UnitKind::from_code(column).filter(|_| by_kind);
                    let of_cell = Query { block, kind, ..query.clone() };
                    for (place, (code, value)) in codes.iter().zip(values).enumerate() {
                        sums[place] += value;
                        if value == 0 && !code.contains("transferred") {
                            continue;
                        }
                        let told = ask(world, code, &of_cell, (0, 1000));
                        let sum: i64 = told.lines.iter().map(|line| line.quantity).sum();
                        assert_eq!((sum, told.value), (value, value), "{of_cell:?} {code}");
                    }
                }
                let whole = world.ask(&query);
                for (figure, sum) in whole.figures.iter().zip(sums) {
                    assert_eq!(figure.value.unwrap_or(0), sum, "{query:?} {}", figure.indicator);
                }
            }
        }
    });
}

#[test]
fn the_pages_of_a_trace_are_its_lines_one_after_the_other() {
    on_books(|world| {
        tell_a_full_case(world);
        for query in questions("h").into_iter().take(6) {
            for code in ["members.closing", "members.admitted", "members.went_with_units"] {
                let whole = ask(world, code, &query, (0, 1000));
                let mut paged = Vec::new();
                for skip in (0..whole.lines.len() + 7).step_by(7) {
                    let page = ask(world, code, &query, (skip, 7));
                    assert_eq!(page.more, skip + 7 < whole.lines.len());
                    assert_eq!(page.total, whole.total, "{code} from {skip}");
                    paged.extend(page.lines);
                }
                assert_eq!(paged, whole.lines, "{code} {query:?}");
            }
        }
    });
}

#[test]
fn a_unit_that_came_by_hand_over_is_no_line_of_those_that_came_otherwise() {
    on_books(|world| {
        tell_paper_case(world);
        let half = Period::parse("2021-H1").unwrap();
        let units = |scope: &str, code: &str| {
            let told = ask(world, code, &Query::of(scope, half), (0, 100));
            told.lines.into_iter().map(|line| (line.unit_code, line.event)).collect::<Vec<_>>()
        };
        let told = |unit: &str, event: &str| vec![(unit.to_owned(), event.to_owned())];
        assert_eq!(units("l", "units.received"), told("u2", "Bàn giao"));
        assert_eq!(units("l", "units.came"), []);
        assert_eq!(units("l", "units.went"), told("u2", "Sắp xếp lại tổ chức"));
        assert_eq!(units("k", "units.went"), []);
    });
}

#[test]
fn the_figures_of_the_units_below_are_those_each_of_them_tells_of_itself() {
    let codes: Vec<&str> = INDICATORS.iter().map(|indicator| indicator.code).collect();
    on_books(|world| {
        tell_a_full_case(world);
        for query in ["h", "k", "u1"].into_iter().flat_map(questions) {
            let rows = below(&world.app, &world.actor, &query, &codes).unwrap();
            for row in rows {
                let own = world.ask(&Query { scope: row.unit.code.clone(), ..query.clone() });
                let own: Vec<i64> = own.figures.iter().map(|f| f.value.unwrap_or(0)).collect();
                assert_eq!(row.values, Some(own), "{query:?} {}", row.unit.code);
            }
        }
        let half = Query::of("h", Period::parse("2021-H1").unwrap());
        let rows = below(&world.app, &world.actor, &half, &["members.closing"]).unwrap();
        let told: Vec<_> = rows
            .iter()
            .map(|row| (&*row.unit.code, row.unit.parent.as_deref(), row.values.clone()))
            .collect();
        let under_h = Some("Đơn vị h");
        assert_eq!(told[0], ("k", under_h, Some(vec![38])), "{told:?}");
        assert_eq!(told.len(), 4, "{told:?}");
    });
}
