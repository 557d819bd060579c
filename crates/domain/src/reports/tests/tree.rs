//! The whole tree reports: 300 grassroots unions file, one district gathers them, the city gathers four; what is wrong
//! travels down cell by cell and comes back mended.

use kernel::{Actor, Id, UnitKind};

use super::super::*;
use super::{key, typed};
use crate::figures::tests::{World, day, on_books, proven};
use crate::units::Entry;

/// Unions of the large district, and of each of the other three.
const UNIONS: [usize; 4] = [300, 3, 4, 5];

struct Tree {
    city: Id,
    districts: Vec<Id>,
    unions: Vec<Vec<Id>>,
}

fn grown(world: &World<'_>) -> Tree {
    world.clock.move_to(day("2021-06-01"));
    let brought = |code: &str, kind, manager| {
        world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
    };
    let city = brought("tp", UnitKind::Province, None);
    let mut tree = Tree { city, districts: Vec::new(), unions: Vec::new() };
    for (place, count) in UNIONS.into_iter().enumerate() {
        let district = brought(&format!("q{place}"), UnitKind::District, Some(city));
        let union =
            |number| brought(&format!("c{place}-{number}"), UnitKind::Grassroots, Some(district));
        tree.districts.push(district);
        tree.unions.push((0..count).map(union).collect());
    }
    tree
}

fn of_union(unit: Id) -> Key {
    key(unit, "1_hdcd", "2020-12-01..2021-05-31")
}

fn of_upper(unit: Id) -> Key {
    key(unit, "2_hdcd", "2020-12-01..2021-05-31")
}

fn taken(world: &World<'_>, actor: &Actor, key: &Key, step: Step) -> Report {
    act(&world.app, actor, key, step, Some("đối chiếu"), &[]).unwrap()
}

fn workers(place: usize, number: usize) -> i64 {
    (100 + number + place * 1_000) as i64
}

fn sum(report: &Report) -> (Option<i64>, Gathered) {
    let cell = report.cells.iter().find(|cell| cell.line == "1").unwrap();
    (cell.value, cell.gathered.unwrap())
}

#[test]
fn three_hundred_unions_file_a_district_gathers_them_and_the_city_gathers_four() {
    on_books(|world| {
        let tree = grown(world);
        let office = Actor::operator("Cán bộ quận");
        let call = NewCall {
            form: "1_hdcd".to_owned(),
            period: of_union(tree.city).period,
            due: day("2021-06-10"),
            remind: vec![3],
            locks: true,
            note: None,
            units: Vec::new(),
        };
        let sent = send_call(&world.app, &office, tree.districts[0], &call).unwrap();
        for (place, unions) in tree.unions.iter().enumerate() {
            for (number, union) in unions.iter().enumerate() {
                let cells = [typed("1", workers(place, number)), typed("1.1", 40)];
                type_cells(&world.app, &world.actor, &of_union(*union), &cells).unwrap();
                taken(world, &world.actor, &of_union(*union), Step::Submit);
            }
        }
        let (_, _, counts) = completeness(&world.app, &office, sent).unwrap();
        assert_eq!((counts.owed, counts.on_time, counts.filed()), (300, 300, 300));

        // One cell of one union is wrong: it goes down, comes back as the second version, and is counted once.
        let wrong = of_union(tree.unions[0][17]);
        let remark = [("1.1".to_owned(), "Nữ nhiều hơn thực tế".to_owned())];
        act(&world.app, &office, &wrong, Step::Return, Some("xem dòng 1.1"), &remark).unwrap();
        for (place, unions) in tree.unions.iter().enumerate() {
            for union in unions.iter().filter(|union| place > 0 || **union != wrong.unit) {
                taken(world, &office, &of_union(*union), Step::Approve);
            }
        }
        let early = read(&world.app, &office, &of_upper(tree.districts[0]), None).unwrap();
        let (_, all) = sum(&early);
        assert_eq!((all.reported, all.missing()), (299, 1));
        type_cells(&world.app, &world.actor, &wrong, &[typed("1.1", 39)]).unwrap();
        let mended = taken(world, &world.actor, &wrong, Step::Submit);
        assert_eq!(mended.version, 2);
        taken(world, &office, &wrong, Step::Approve);

        let city = Actor::operator("Văn phòng thành phố");
        for district in &tree.districts {
            taken(world, &office, &of_upper(*district), Step::Submit);
        }
        // The city sends one district back; the district takes up one union again, and both come again.
        let back = of_upper(tree.districts[1]);
        let remark = [("1".to_owned(), "Thiếu một đơn vị".to_owned())];
        act(&world.app, &city, &back, Step::Return, Some("thiếu"), &remark).unwrap();
        let union = of_union(tree.unions[1][0]);
        taken(world, &office, &union, Step::Reopen);
        type_cells(&world.app, &world.actor, &union, &[typed("1", 5)]).unwrap();
        taken(world, &world.actor, &union, Step::Submit);
        taken(world, &office, &union, Step::Approve);
        taken(world, &office, &back, Step::Submit);
        for district in &tree.districts {
            taken(world, &city, &of_upper(*district), Step::Approve);
        }

        let counted =
            |place: usize| -> i64 { (0..UNIONS[place]).map(|number| workers(place, number)).sum() };
        let expected: i64 = (0..4).map(counted).sum::<i64>() - workers(1, 0) + 5;
        let draft = read(&world.app, &city, &of_upper(tree.city), None).unwrap();
        let (value, all) = sum(&draft);
        assert_eq!(value, Some(expected));
        assert_eq!((all.reported, all.due, all.missing()), (4, 4, 0));
        let whole = taken(world, &city, &of_upper(tree.city), Step::Submit);
        assert_eq!(super::value(&whole, "1"), Some(expected));
        let women = whole.cells.iter().find(|cell| cell.line == "1.1").unwrap().value;
        assert_eq!(women, Some(312 * 40 - 1));
        taken(world, &city, &of_upper(tree.city), Step::Approve);
        taken(world, &city, &of_upper(tree.city), Step::Publish);
        let public = public_list(&world.app, "tp").unwrap();
        assert_eq!(public.reports.len(), 1);
        proven(world);
    });
}
