//! The people whom records name: found within reach alone, and one person however many records there were of them.

use kernel::actor::Hold;
use kernel::{Actor, Id, Period, Power};

use super::super::*;
use super::{put, refused, with_units};
use crate::figures::tests::day;

#[test]
fn nobody_is_looked_for_among_the_members_of_a_unit_out_of_reach() {
    with_units(|world, [_, a, s, _]| {
        world.admit(a, "2023-01-10", 1);
        let (unit, powers) = (s, vec![Power::ReadFigures, Power::ReadPeople]);
        let hold = Hold { post: Id(1), unit, below: true, powers };
        let elsewhere = Actor::with_posts("cán bộ", Id(2), vec![hold]);
        let on = day("2023-06-01");
        for name in ["Nguyễn Thị Số 0", "Không Có Ai"] {
            let told = name_people(&world.app, &elsewhere, a, on, &[name]);
            assert_eq!(refused(told), "out_of_reach", "{name}");
        }
        assert_eq!(name_people(&world.app, &elsewhere, s, on, &[" "]).unwrap(), []);
        let told = name_people(&world.app, &world.actor, a, on, &["Nguyễn Thị Số 0"]);
        assert_eq!(told.unwrap().len(), 1);
    });
}

#[test]
fn whoever_was_merged_is_one_person_in_every_record() {
    with_units(|world, [k, a, ..]| {
        let people = world.admit(a, "2023-01-10", 2);
        let of = |register: &str, form: &str, on: &str, person: Id| {
            let people = vec![person];
            NewActivity { people, ..NewActivity::new(register, form, k, day(on)) }
        };
        let class = |on: &str, person: Id| {
            let class = of("classes", "held", on, person).text("for_whom", "members");
            put(world, &class.count("days", 1).count("attendances", 9)).unwrap()
        };
        let gift = |person: Id| {
            let gift = of("care", "tet", "2023-01-15", person).text("level", "district");
            put(world, &gift.count("people", 1))
        };
        class("2023-05-10", people[0]);
        let second = class("2023-06-10", people[1]);
        gift(people[1]).unwrap();
        let distinct = || {
            let asked = Asked { most: 9, ..Asked::default() };
            let of_2023 = ("k", Period::parse("2023").unwrap());
            let register = find("classes").unwrap();
            list(&world.app, &world.actor, register, of_2023, &asked).unwrap().distinct
        };
        assert_eq!(distinct(), 2);
        crate::people::merge(&world.app, &world.actor, people[0], people[1]).unwrap();
        assert_eq!(distinct(), 1);
        let named = card(&world.app, &world.actor, second).unwrap().people.unwrap();
        assert_eq!(named, [(people[0], "Nguyễn Thị Số 0".to_owned())]);
        assert_eq!(refused(gift(people[0])), "named_before");
        assert_eq!(refused(gift(Id(7))), "unknown_person");
    });
}
