//! Members by age and sex, held against the figure of members.

use kernel::{Instant, Period, UnitKind};
use ledger::views::View;

use super::{World, day, on_books, tell_paper_case};
use crate::figures::{Query, ages};
use crate::memberships::{EventKind, NewEvent};
use crate::people::{NewPerson, Sex, correct};
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
fn members_are_counted_by_what_their_records_say_and_after_a_correction_by_what_they_say_then() {
    on_books(|world| {
        let unit = world.unit("mot", UnitKind::Grassroots, None, "2020-01-01", Entry::Founded);
        let mut people = Vec::new();
        for (number, birth) in ["1970", "1971-05", "1992-01-31", "2001"].iter().enumerate() {
            let new = NewPerson {
                name: format!("Lê Văn {number}"),
                sex: [Some(Sex::Female), Some(Sex::Male), None][number % 3],
                birth: Some((*birth).to_owned()),
                ..NewPerson::default()
            };
            let person = world.new_person(&new);
            world.event(NewEvent::new(EventKind::Admitted, person, unit, day("2020-02-01")));
            people.push((person, new));
        }
        let told = |world: &World<'_>, period: &str| {
            let query = Query::of("mot", Period::parse(period).unwrap());
            let told = ages(&world.app, &world.actor, &query).unwrap().unwrap();
            let bands = told.bands.iter().map(|band| (band.women, band.men)).collect::<Vec<_>>();
            (bands, told.unknown)
        };
        let [none, woman, man] = [(0, 0), (1, 0), (0, 1)];
        // At the end of 2020: 50, 49, of no known sex, 19.
        let before = [woman, none, none, none, none, man, woman, none];
        assert_eq!(told(world, "2020"), (before.to_vec(), 1));
        assert_eq!(told(world, "2020-01"), (vec![none; 8], 0), "before the day they joined");
        let (person, new) = people.remove(2);
        let known = NewPerson { sex: Some(Sex::Male), birth: Some("1993".to_owned()), ..new };
        correct(&world.app, &world.actor, person, &known).unwrap();
        let after = [woman, man, none, none, none, man, woman, none];
        assert_eq!(told(world, "2020"), (after.to_vec(), 0));
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
