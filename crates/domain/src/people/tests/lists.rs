//! Lists of members: every way of reading one shows the same people, and nobody from outside.

use kernel::actor::Hold;
use kernel::{Actor, Id};

use super::{NUMBER, someone, with_unions};
use crate::figures::tests::{World, day};
use crate::memberships::{EventKind, LeaveReason, NewEvent};
use crate::people::list_store::Pace;
use crate::people::{Cursor, Filter, NewPerson, Sex, Status, Years, actions, members, search};
use crate::reach::Bounds;

/// Forty members of `a` and four of `b`, told in no order.
fn peopled(world: &World<'_>, [a, b]: [Id; 2]) -> Vec<Id> {
    let before = ["Nguyễn Thị", "Trần Văn", "Lê", "An Thị"];
    let given = ["Yến", "An", "Đức", "Bình", "Hòa", "Ánh", "Lan", "Sơn", "Chi", "Ân", "Dũng"];
    let mut people = Vec::new();
    for number in 0..44 {
        let new = NewPerson {
            name: format!("{} {}", before[number % 4], given[number % 11]),
            sex: Some(if number % 3 == 0 { Sex::Male } else { Sex::Female }),
            birth: Some(format!("{}", 1960 + number)),
            joined: (number % 2 == 0).then(|| format!("{}-05", 1990 + number)),
            phone: (number == 7).then(|| "0912345678".to_owned()),
            ..someone("", (number == 5).then_some(NUMBER))
        };
        let person = world.new_person(&new);
        let unit = if number < 40 { a } else { b };
        world.event(NewEvent::new(EventKind::Admitted, person, unit, day("2021-01-05")));
        people.push(person);
    }
    people
}

/// Every page of a list, seven people a page: the names, and how often the list broke off.
fn turned(world: &World<'_>, bounds: &Bounds, pace: Pace, filter: &Filter) -> (Vec<Id>, usize) {
    let (mut all, mut cuts, mut after) = (Vec::new(), 0, None::<Cursor>);
    loop {
        let turn = |tx: &mut db::Tx<'_>| {
            actions::page(&world.app, tx, (bounds, pace), filter, after.as_ref(), 7)
        };
        let page = world.app.db.read(turn).unwrap();
        assert!(page.rows.len() <= 7);
        all.extend(page.rows.iter().map(|row| row.id));
        cuts += usize::from(page.is_cut);
        let Some(next) = page.next else { return (all, cuts) };
        after = Some(Cursor::parse(&next.text()).unwrap());
    }
}

/// The same as a file takes it, at once: at most `most`, and whether there are more.
fn taken(
    world: &World<'_>,
    bounds: &Bounds,
    pace: Pace,
    filter: &Filter,
    most: usize,
) -> (Vec<Id>, bool) {
    let take = |tx: &mut db::Tx<'_>| actions::all(&world.app, tx, (bounds, pace), filter, most);
    let (rows, is_more) = world.app.db.read(take).unwrap();
    (rows.iter().map(|row| row.id).collect(), is_more)
}

const READ: Pace = Pace { small: 1_000, walk: 1_000 };
const WALKED: Pace = Pace { small: 0, walk: 5 };

#[test]
fn a_list_read_whole_and_a_list_walked_in_short_steps_are_the_same() {
    with_unions(|world, units| {
        let people = peopled(world, units);
        for person in &people[..3] {
            let left = NewEvent::new(EventKind::Left, *person, units[0], day("2021-02-01"));
            world.event(NewEvent { reason: Some(LeaveReason::OwnWish), ..left });
        }
        let sent = NewEvent::new(EventKind::Sent, people[3], units[0], day("2021-02-01"));
        world.event(NewEvent { other: Some(units[1]), ..sent });
        let years = |from, to| Some(Years { from, to });
        let member = Filter { status: Some(Status::Member), ..Filter::default() };
        let bounds_of_a = |tx: &mut db::Tx<'_>| {
            let path = crate::books::read_paths(tx, world.app.federation, &[units[0]])?;
            let own = path[&units[0]][0].path();
            Ok::<_, crate::Error>(Bounds::Ranges(vec![(
                own.clone(),
                crate::books::end_of_range(&own),
            )]))
        };
        let a = world.app.db.read(bounds_of_a).unwrap();
        for (filter, in_a, in_all) in [
            (Filter::default(), 37, 41),
            (member.clone(), 36, 40),
            (Filter { status: Some(Status::InTransit), ..Filter::default() }, 1, 1),
            (Filter { status: Some(Status::Left), ..Filter::default() }, 3, 3),
            (Filter { sex: Some(Sex::Male), ..member.clone() }, 12, 13),
            (Filter { born: years(1970, 1979), ..member.clone() }, 10, 10),
            (Filter { joined: years(2000, 2009), ..member.clone() }, 5, 5),
            (Filter { joined: years(2021, 2021), ..member.clone() }, 18, 20),
            (Filter { without_number: true, ..member.clone() }, 35, 39),
            (Filter { block: Some(kernel::Block::Ward), ..member.clone() }, 0, 0),
        ] {
            for (bounds, expected) in [(&a, in_a), (&Bounds::Whole, in_all)] {
                let (whole, cuts) = turned(world, bounds, READ, &filter);
                assert_eq!((whole.len(), cuts), (expected, 0), "{filter:?}");
                let (walked, cuts) = turned(world, bounds, WALKED, &filter);
                assert_eq!(walked, whole, "{filter:?}");
                assert!(cuts > 0 || filter.status.is_some(), "{filter:?}");
                for pace in [READ, WALKED] {
                    assert_eq!(taken(world, bounds, pace, &filter, 100), (whole.clone(), false));
                    let most = whole.len().saturating_sub(1).max(1);
                    let (part, is_more) = taken(world, bounds, pace, &filter, most);
                    assert_eq!(part, whole[..most.min(whole.len())], "{filter:?}");
                    assert_eq!(is_more, whole.len() > most, "{filter:?}");
                }
            }
        }
        let typed = |text: &str| Filter { typed: Some(text.to_owned()), ..Filter::default() };
        for (text, expected) in [("an", 17), ("AN THỊ", 10), ("le b", 1), ("lê", 9), ("zz", 0)] {
            let (mut read, _) = turned(world, &a, READ, &typed(text));
            let (mut walked, _) = turned(world, &a, WALKED, &typed(text));
            assert_eq!(read.len(), expected, "{text}");
            read.sort_unstable();
            walked.sort_unstable();
            walked.dedup();
            assert_eq!(walked, read, "{text}");
            for pace in [READ, WALKED] {
                let (mut file, is_more) = taken(world, &a, pace, &typed(text), 100);
                file.sort_unstable();
                file.dedup();
                assert_eq!((file, is_more), (read.clone(), false), "{text}");
            }
        }
        for (text, person) in [(NUMBER, people[5]), ("0912 345 678", people[7])] {
            assert_eq!(turned(world, &a, READ, &typed(text)).0, [person], "{text}");
        }
    });
}

#[test]
fn a_list_is_in_the_order_of_given_names_and_counts_what_matches() {
    with_unions(|world, units| {
        peopled(world, units);
        let (app, actor) = (&world.app, &world.actor);
        let page = members(app, actor, units[0], &Filter::default(), None, 10).unwrap();
        assert_eq!((page.total, page.rows.len(), page.is_cut), (Some(40), 10, false));
        let given: Vec<&str> =
            page.rows.iter().filter_map(|row| row.name.rsplit(' ').next()).collect();
        assert_eq!(given, ["An", "An", "An", "An", "Ánh", "Ánh", "Ánh", "Ánh", "Ân", "Ân"]);
        let (_, code, name) = page.rows[0].unit.as_ref().unwrap();
        assert_eq!((&**code, &**name), ("a", "Đơn vị a"));
    });
}

#[test]
fn who_holds_a_post_at_one_union_lists_and_finds_nobody_of_another() {
    with_unions(|world, [a, b]| {
        let people = peopled(world, [a, b]);
        let powers = vec![kernel::Power::ReadPeople];
        let hold = Hold { post: Id(9), unit: b, below: true, powers };
        let chair = Actor::with_posts("Lê Thị Tổ", Id(1), vec![hold]);
        let app = &world.app;
        let refused = members(app, &chair, a, &Filter::default(), None, 10).unwrap_err();
        assert_eq!(refused.refusal().unwrap().code, "out_of_reach");
        let own = members(app, &chair, b, &Filter::default(), None, 10).unwrap();
        assert_eq!(own.total, Some(4));
        assert_eq!(search(app, &chair, "an", 100).unwrap().len(), 2);
        for text in [NUMBER, "0912345678"] {
            assert_eq!(search(app, &chair, text, 100).unwrap(), [], "{text}");
            let filter = Filter { typed: Some(text.to_owned()), ..Filter::default() };
            assert!(members(app, &chair, b, &filter, None, 9).unwrap().rows.is_empty(), "{text}");
        }
        assert!(people.len() == 44);
    });
}

#[test]
fn people_found_by_a_telephone_they_share_are_turned_page_by_page_and_each_shown_once() {
    with_unions(|world, units| {
        peopled(world, units);
        let shared: Vec<Id> = (0..17)
            .map(|number| {
                let phone = Some("0987654321".to_owned());
                let name = format!("Đinh Thị {}", ["Hà", "Mơ", "Lụa", "Tơ"][number % 4]);
                let person = world.new_person(&NewPerson { phone, ..someone(&name, None) });
                world.event(NewEvent::new(
                    EventKind::Admitted,
                    person,
                    units[0],
                    day("2021-01-05"),
                ));
                person
            })
            .collect();
        for text in ["0987654321", "0987 654 321"] {
            let filter = Filter { typed: Some(text.to_owned()), ..Filter::default() };
            for pace in [READ, WALKED] {
                let (mut found, _) = turned(world, &Bounds::Whole, pace, &filter);
                assert_eq!(found.len(), 17, "{text}: none twice, none left out");
                found.sort_unstable();
                assert_eq!(found, shared, "{text}");
            }
        }
    });
}
