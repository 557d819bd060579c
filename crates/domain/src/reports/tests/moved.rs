//! What moved since a report was filed: how much for who may read it, whom the entries are about for who may trace it.

use kernel::{Actor, Power};

use super::super::*;
use super::{half, step, with_district};
use crate::figures::tests::day;
use crate::memberships::{EventKind, NewEvent};
use crate::people::Sex;

#[test]
fn whom_an_entry_is_about_is_told_to_those_alone_who_may_trace_a_figure() {
    with_district(|world, [k, a, _]| {
        step(world, &half(k), Step::Submit).unwrap();
        let person = world.person("Trần Thị Hai", Sex::Female);
        world.event(NewEvent::new(EventKind::Admitted, person, a, day("2021-02-03")));
        let reader = Actor::with_powers("Người xem", &[Power::ReadFigures]);
        for (actor, name) in [(&world.actor, Some("Trần Thị Hai")), (&reader, None)] {
            let told = differences(&world.app, actor, &half(k)).unwrap();
            let told = told.iter().find(|each| each.line == "II.2").unwrap();
            let opened = line(&world.app, actor, &half(k), None, "II.2").unwrap().moved.unwrap();
            for each in [told, &opened] {
                assert_eq!((each.filed, each.now), (Some(0), Some(1)));
                assert_eq!(each.causes[0].person.as_deref(), name);
                assert_eq!(each.causes[0].person_id.is_some(), name.is_some());
            }
        }
    });
}
