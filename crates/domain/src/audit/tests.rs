//! The trail: read by who oversees the whole of the books, filtered, and proved.

use kernel::actor::Hold;
use kernel::{Actor, Id, Power, UnitKind};

use super::*;
use crate::figures::tests::{World, day, on_books};
use crate::memberships::{EventKind, NewEvent};
use crate::people::{Sex, person_card};
use crate::units::Entry as UnitEntry;

fn code<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

fn overseer(unit: Id) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: vec![Power::ReadAudit] };
    Actor::with_posts("Kiểm tra", Id(1), vec![hold])
}

/// A province over a union with one member, and an external unit nobody manages.
fn with_trail(test: impl Fn(&World<'_>, [Id; 2], Id)) {
    on_books(|world| {
        let brought = |code, kind, above| {
            world.unit(code, kind, above, "2020-01-01", UnitEntry::BroughtForward)
        };
        let top = brought("h", UnitKind::Province, None);
        let below = brought("a", UnitKind::Grassroots, Some(top));
        world.unit("x", UnitKind::External, None, "2020-01-01", UnitEntry::External);
        let person = world.person("Bùi Thị An", Sex::Female);
        world.event(NewEvent::new(EventKind::Admitted, person, below, day("2020-06-01")));
        person_card(&world.app, &world.actor, person, true).unwrap();
        test(world, [top, below], person);
    });
}

#[test]
fn the_trail_is_read_by_who_oversees_every_unit_kept_here() {
    with_trail(|world, [top, below], _| {
        let asked = TrailAsked { limit: 10, ..TrailAsked::default() };
        for (unit, told) in [(Hold::WHOLE, "done"), (top, "done"), (below, "out_of_reach")] {
            let actor = overseer(unit);
            assert_eq!(code(entries(&world.app, &actor, &asked)), told);
            assert_eq!(code(batches(&world.app, &actor, &asked)), told);
            assert_eq!(code(verify(&world.app, &actor)), told);
        }
        let clerk = Actor::with_powers("người ghi", &[Power::RecordMembers]);
        assert_eq!(code(entries(&world.app, &clerk, &asked)), "not_allowed");
    });
}

#[test]
fn lines_are_found_by_who_what_whom_and_when_and_turned_by_a_cursor() {
    with_trail(|world, _, person| {
        let (app, actor) = (&world.app, &world.actor);
        for _ in 0..3 {
            app.note(actor, "people.export", None, Some("danh sách")).unwrap();
        }
        let all = TrailAsked { limit: 2, ..TrailAsked::default() };
        let first = entries(app, actor, &all).unwrap();
        assert_eq!(first.len(), 2);
        assert!(first[0].id > first[1].id, "the latest first");
        let rest = TrailAsked { before: Some(first[1].id.0), limit: 10, ..all.clone() };
        assert_eq!(entries(app, actor, &rest).unwrap().len(), 2);
        let count = |asked: TrailAsked| {
            entries(app, actor, &TrailAsked { limit: 10, ..asked }).unwrap().len()
        };
        let none = TrailAsked::default();
        assert_eq!(count(TrailAsked { what: Some("people.export".to_owned()), ..none.clone() }), 3);
        assert_eq!(count(TrailAsked { subject: Some(person), ..none.clone() }), 1);
        assert_eq!(count(TrailAsked { actor: Some("ai đó".to_owned()), ..none.clone() }), 0);
        assert_eq!(count(TrailAsked { to: Some(day("2019-01-01")), ..none.clone() }), 0);
        assert_eq!(count(TrailAsked { from: Some(day("2019-01-01")), ..none.clone() }), 4);
        let named =
            entries(app, actor, &TrailAsked { subject: Some(person), limit: 1, ..none.clone() });
        assert_eq!(named.unwrap()[0].subject_name.as_deref(), Some("Bùi Thị An"));
        let of_day = TrailAsked { from: Some(day("2999-01-01")), limit: 10, ..none };
        assert!(batches(app, actor, &of_day).unwrap().is_empty());
    });
}

#[test]
fn the_chain_is_proved_there_and_a_changed_row_is_said() {
    with_trail(|world, _, _| {
        let (app, actor) = (&world.app, &world.actor);
        let whole = verify(app, actor).unwrap();
        assert_eq!((whole.first, &whole.finding), (1, &None));
        let last = batches(app, actor, &TrailAsked { limit: 1, ..TrailAsked::default() }).unwrap();
        assert_eq!((whole.last, &whole.hash), (last[0].number, &last[0].hash));
        app.db.run_script("UPDATE audit_entry SET actor = 'người khác'").unwrap();
        let broken = verify(app, actor).unwrap();
        assert!(broken.finding.unwrap().contains("không khớp"));
    });
}
