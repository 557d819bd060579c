//! The head of a paper is that of its day, and of what the books knew when it was written.

use db::values;
use kernel::UnitKind;

use super::*;
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::units::{Entry, move_unit, rename};

fn last_batch(world: &World<'_>) -> i64 {
    let sql = "SELECT MAX(number) FROM batch WHERE federation_id = $1";
    let found = world.app.db.read::<_, db::DbError>(|tx| {
        tx.find(sql, &values![world.app.federation], |row| row.int(0))
    });
    found.unwrap().unwrap()
}

#[test]
fn a_head_bears_the_names_of_its_day_as_they_were_known() {
    on_books(|world| {
        world.clock.move_to(day("2021-06-30"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let h = brought("h", UnitKind::Province, None);
        let k = brought("k", UnitKind::District, Some(h));
        let l = brought("l", UnitKind::District, Some(h));
        let a = brought("a", UnitKind::Grassroots, Some(k));
        let head =
            |on: &str, known| letterhead(&world.app, &world.actor, a, day(on), known).unwrap();
        let then = last_batch(world);
        rename(&world.app, &world.actor, a, day("2021-03-01"), "Tên mới", &paper("2/QĐ")).unwrap();
        move_unit(&world.app, &world.actor, a, day("2021-04-01"), l, Some(&paper("3/QĐ"))).unwrap();
        let told = |on: &str, known| {
            let head = head(on, known);
            (head.above.unwrap(), head.body)
        };
        let own = |above: &str, body: &str| (above.to_owned(), body.to_owned());
        assert_eq!(told("2021-02-28", None), own("Đơn vị k", "Đơn vị a"));
        assert_eq!(told("2021-03-01", None), own("Đơn vị k", "Tên mới"));
        assert_eq!(told("2021-04-01", None), own("Đơn vị l", "Tên mới"));
        assert_eq!(told("2021-06-30", Some(then)), own("Đơn vị k", "Đơn vị a"));
        assert_eq!(head("2019-01-01", None).body, "Tên mới", "older than what the books tell");
        let top = letterhead(&world.app, &world.actor, h, day("2021-06-30"), None).unwrap();
        assert_eq!((top.above, top.kind, top.place), (None, UnitKind::Province, None));
        proven(world);
    });
}

#[test]
fn the_regulation_of_the_day_is_cited_and_none_before_the_first_that_is_known() {
    let number = |on: &str| commendation_regulation(day(on)).map(|(number, _)| number);
    for (on, cited) in [
        ("2004-05-25", None),
        ("2004-05-26", Some("777/2004/QĐ-TLĐ")),
        ("2014-12-23", Some("777/2004/QĐ-TLĐ")),
        ("2014-12-24", Some("1564/QĐ-TLĐ")),
        ("2017-12-28", Some("2106/QĐ-TLĐ")),
        ("2019-11-11", Some("2106/QĐ-TLĐ")),
        ("2019-11-12", Some("1689/QĐ-TLĐ")),
        ("2024-05-28", Some("1689/QĐ-TLĐ")),
        ("2024-05-29", Some("999/QĐ-TLĐ")),
        ("2026-01-01", Some("999/QĐ-TLĐ")),
    ] {
        assert_eq!(number(on), cited, "{on}");
    }
}

#[test]
fn a_paper_set_is_noted_of_who_reaches_the_unit_and_refused_to_others() {
    on_books(|world| {
        crate::figures::tests::tell_paper_case(world);
        let (app, actor) = (&world.app, &world.actor);
        let unit = crate::units::scope_of_code(app, actor, "u1").unwrap();
        note(app, actor, Set::Honours, (unit, day("2021-06-01")), "12/QĐ, .pdf").unwrap();
        let reads = kernel::Actor::with_powers("khách", &[kernel::Power::ReadFigures]);
        let refused =
            note(app, &reads, Set::Honours, (unit, day("2021-06-01")), "12/QĐ").unwrap_err();
        assert_eq!(refused.refusal().unwrap().code, "not_allowed");
        let sql =
            "SELECT detail FROM audit_entry WHERE federation_id = $1 AND what = 'honours.printed'";
        let noted = app.db.read::<_, db::DbError>(|tx| {
            tx.query(sql, &values![app.federation], |row| Ok(row.text(0)?.to_owned()))
        });
        assert_eq!(noted.unwrap(), ["12/QĐ, .pdf"]);
        proven(world);
    });
}
