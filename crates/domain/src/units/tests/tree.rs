//! Finding units, and going through the tree of them page by page.

use super::*;
use crate::figures::page_below;

fn codes(rows: &[UnitRow]) -> Vec<&str> {
    rows.iter().map(|row| row.code.as_str()).collect()
}

#[test]
fn a_unit_is_found_by_any_word_of_its_name_its_code_and_its_old_names() {
    with_districts(|world, &Units { a, k, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        let name = "CĐCS Công ty May Hạ Đình";
        rename(app, actor, a, day("2021-02-01"), name, &paper("8/QĐ")).unwrap();
        let second = "CĐCS Nhà máy (Sao Mai)";
        rename(app, actor, a, day("2021-03-01"), second, &paper("9/QĐ")).unwrap();
        world.unit("tx-0147", UnitKind::Grassroots, Some(k), "2021-01-01", Entry::BroughtForward);
        let found = |typed: &str| {
            let rows = find_units(app, actor, typed, 10).unwrap();
            rows.into_iter().map(|row| (row.code, row.formerly)).collect::<Vec<_>>()
        };
        let plain = |code: &str| vec![(code.to_owned(), None)];
        for typed in ["sao mai", "Sao", "nha may", "mai", "CĐCS Nhà", "mai sao cdcs"] {
            assert_eq!(found(typed), plain("a"), "{typed}");
        }
        for typed in ["ha dinh", "HẠ ĐÌNH", "may ha"] {
            assert_eq!(found(typed), [("a".to_owned(), Some(name.to_owned()))], "{typed}");
        }
        for typed in ["tx-0147", "0147", "TX 01", "đơn vị tx"] {
            assert_eq!(found(typed), plain("tx-0147"), "{typed}");
        }
        for typed in ["ai", "%", "_", "", " ", "\u{10FFFF}"] {
            assert_eq!(found(typed), [], "{typed:?}");
        }
    });
}

#[test]
fn books_from_before_the_search_index_get_theirs_when_they_are_opened() {
    with_districts(|world, &Units { a, .. }| {
        rename(&world.app, &world.actor, a, day("2021-02-01"), "Mới", &paper("8/QĐ")).unwrap();
        let before = dump(world);
        world.test.again().run_script("DELETE FROM unit_suffix").unwrap();
        assert!(find_units(&world.app, &world.actor, "moi", 10).unwrap().is_empty());
        let keys = crate::people::Keys::from_secret(&[7; 32]);
        crate::App::open(world.test.again(), world.clock.clone(), keys).unwrap();
        assert_eq!(dump(world), before);
    });
}

#[test]
fn a_level_is_listed_by_name_and_narrowed_by_kind_block_life_and_members() {
    with_districts(|world, &Units { k, a, b, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        world.admit(a, "2020-12-01", 2);
        let end =
            |unit| end_unit(app, actor, unit, day("2021-03-01"), true, "hết", Some(&paper("5/QĐ")));
        let guild = world.unit("g", UnitKind::Guild, Some(k), "2021-01-01", Entry::BroughtForward);
        end(b).unwrap();
        let list = |filter| {
            let asked = UnitsAsked { filter, most: 50, ..UnitsAsked::default() };
            let page = page_below(app, actor, &Query::of("k", half()), &[], &asked).unwrap();
            page.rows.into_iter().map(|row| row.unit.code).collect::<Vec<_>>()
        };
        let any = UnitFilter::default();
        assert_eq!(list(any), ["a", "g"]);
        assert_eq!(list(UnitFilter { kind: Some(UnitKind::Guild), ..any }), ["g"]);
        assert_eq!(list(UnitFilter { block: Some(Block::Education), ..any }), [""; 0]);
        assert_eq!(list(UnitFilter { lives: Lives::Ended, ..any }), ["b"]);
        assert_eq!(list(UnitFilter { lives: Lives::Either, ..any }), ["a", "b", "g"]);
        assert_eq!(list(UnitFilter { memberless: true, ..any }), ["g"]);
        let class = (UnitKind::Guild, Block::Education);
        reclassify(app, actor, guild, day("2021-05-01"), class, &paper("6/QĐ")).unwrap();
        assert_eq!(list(UnitFilter { block: Some(Block::Education), ..any }), ["g"]);
    });
}

#[test]
fn a_unit_that_came_or_went_is_listed_where_it_stood_on_the_day() {
    with_districts(|world, &Units { a, l, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        move_unit(app, actor, a, day("2021-04-01"), l, Some(&paper("5/QĐ"))).unwrap();
        let below = |unit: Id, on: &str| {
            let rows = subtree_now(app, actor, unit, day(on)).unwrap();
            codes(&rows).join(" ")
        };
        let k = scope_of_code(app, actor, "k").unwrap();
        assert_eq!((below(k, "2021-03-31"), below(l, "2021-03-31")), ("a b".into(), String::new()));
        assert_eq!((below(k, "2021-04-01"), below(l, "2021-04-01")), ("b".into(), "a".into()));
    });
}

#[test]
fn all_levels_are_gone_through_once_whatever_the_size_of_a_page() {
    with_districts(|world, &Units { a, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        world.admit(a, "2020-12-01", 1);
        let through = |scope: &str, most, filter: UnitFilter| {
            let mut found = Vec::new();
            let mut after = String::new();
            loop {
                let asked = UnitsAsked { filter, deep: true, after, most, ..UnitsAsked::default() };
                let page = page_below(app, actor, &Query::of(scope, half()), &[], &asked).unwrap();
                found.extend(page.rows.into_iter().map(|row| row.unit.code));
                match page.next {
                    Some(next) => after = next,
                    None => return found,
                }
            }
        };
        let any = UnitFilter::default();
        for most in 1..6 {
            assert_eq!(through("h", most, any), ["k", "a", "b", "l"]);
            assert_eq!(through("h", most, UnitFilter { memberless: true, ..any }), ["k", "b", "l"]);
        }
        let beyond = UnitsAsked {
            deep: true,
            after: crate::books::end_of_range("/"),
            most: 9,
            ..UnitsAsked::default()
        };
        let page = page_below(app, actor, &Query::of("k", half()), &[], &beyond).unwrap();
        assert_eq!(page.rows.len(), 2, "a place outside the scope leads back into it");
    });
}
