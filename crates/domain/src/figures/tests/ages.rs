//! Members by age and sex, held against the figure of members.

use kernel::{Instant, Period, UnitKind};
use ledger::views::View;

use super::{day, on_books, tell_paper_case};
use crate::figures::ages::Ages;
use crate::figures::{Query, ages, ages_store};
use crate::memberships::{EventKind, NewEvent};
use crate::people::{NewPerson, Sex};
use crate::units::Entry;

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
fn members_looked_up_and_members_found_among_all_are_the_same() {
    on_books(|world| {
        tell_paper_case(world);
        let unit = world.unit("mot", UnitKind::Grassroots, None, "2021-01-01", Entry::Founded);
        for (number, birth) in ["1970", "1971-05", "1992-01-31", "2001"].iter().enumerate() {
            let sex = [Some(Sex::Female), Some(Sex::Male), None][number % 3];
            let name = format!("Lê Văn {number}");
            let person = world.new_person(&NewPerson {
                name,
                sex,
                birth: Some((*birth).to_owned()),
                ..NewPerson::default()
            });
            world.event(NewEvent::new(EventKind::Admitted, person, unit, day("2021-02-01")));
        }
        let federation = world.app.federation;
        let both = |tx: &mut db::Tx<'_>| {
            let mut counts = Vec::new();
            for scope in ["mot", "h", "u1", "u2"] {
                let id = crate::units::load_by_code(tx, federation, scope)?.id;
                for on in ["2021-01-31", "2021-05-31", "2021-12-31"].map(day) {
                    let paths = crate::books::read_paths(tx, federation, &[id])?;
                    let path = ledger::paths::on(&paths[&id], on).unwrap().path();
                    let members = ages_store::members(tx, federation, &path, on)?;
                    let found = ages_store::among_all(tx, federation, &members)?;
                    let looked_up = ages_store::one_by_one(tx, federation, &path, on)?;
                    let [found, looked_up] = [found, looked_up].map(|counts| Ages::of(&counts, on));
                    assert_eq!(found, looked_up, "{scope} {on}");
                    assert_eq!(found.total, members.len() as i64);
                    counts.push((found.total, found.unknown));
                }
            }
            Ok::<_, crate::Error>(counts)
        };
        let counts = world.app.db.read(both).unwrap();
        assert_eq!(counts[..3], [(0, 0), (4, 1), (4, 1)], "of one neither sex is known");
        assert!(counts[3..].iter().any(|(total, _)| *total > 20));
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
