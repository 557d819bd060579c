//! What leaves the books can be opened, runs nothing, and is noted.

use db::values;

use super::*;
use crate::figures::tests::{day, on_books, proven};

fn table() -> Table {
    Table {
        name: "Số liệu".to_owned(),
        titles: vec!["=Năm 2021".to_owned()],
        columns: vec![("Chỉ tiêu".to_owned(), 30), ("=Số".to_owned(), 10)],
        rows: vec![
            vec![Cell::text("=HYPERLINK(\"http://x\")"), Cell::Integer(-5)],
            vec![Cell::text(""), Cell::ratio(3335, 2500)],
            vec![Cell::text("A;B"), Cell::Date(day("2021-02-01"))],
        ],
    }
}

#[test]
fn a_table_is_written_for_a_vietnamese_spreadsheet_runs_nothing_and_is_noted() {
    on_books(|world| {
        let (app, actor) = (&world.app, &world.actor);
        let bytes = export(app, actor, ("figures.exported", None), &table(), Format::Csv).unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{feff}Chỉ tiêu;'=Số\r\n\"'=HYPERLINK(\"\"http://x\"\")\";-5\r\n;133,4%\r\n\"A;B\";01/02/2021\r\n"
        );
        let sql =
            "SELECT detail FROM audit_entry WHERE federation_id = $1 AND what = 'figures.exported'";
        let noted = app.db.read::<_, db::DbError>(|tx| {
            tx.query(sql, &values![app.federation], |row| Ok(row.text(0)?.to_owned()))
        });
        assert_eq!(noted.unwrap(), ["Số liệu, 3 dòng, .csv"]);
        proven(world);
    });
}

#[test]
fn a_workbook_holds_the_same_as_values_and_no_formula() {
    on_books(|world| {
        let what = ("figures.exported", None);
        let bytes = export(&world.app, &world.actor, what, &table(), Format::Xlsx).unwrap();
        let book = sheets::read_bytes("a.xlsx", &bytes, &sheets::Limits::default()).unwrap();
        let sheet = &book.sheets[0];
        assert_eq!(sheet.name, "Số liệu");
        let cells = sheet.rows.iter().flat_map(|row| &row.cells);
        assert!(cells.clone().all(|cell| cell.formula.is_none()));
        let texts: Vec<String> = cells
            .filter_map(|cell| match &cell.value {
                sheets::Value::Text(text) => Some(text.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(texts, ["=Năm 2021", "Chỉ tiêu", "=Số", "=HYPERLINK(\"http://x\")", "A;B"]);
    });
}

#[test]
fn a_percentage_is_rounded_half_up_from_the_exact_fraction() {
    assert_eq!(Cell::ratio(139, 174), Cell::Percent(7989));
    assert_eq!(Cell::ratio(1, 0), Cell::Empty);
    assert_eq!(Cell::ratio(21, 27), Cell::Percent(7778));
}

#[test]
fn a_print_is_noted_of_who_reaches_the_unit_and_refused_to_others() {
    on_books(|world| {
        crate::figures::tests::tell_paper_case(world);
        let (app, actor) = (&world.app, &world.actor);
        let u1 = crate::units::scope_of_code(app, actor, "u1").unwrap();
        print(app, actor, Paper::Members, u1, "/members").unwrap();
        let nobody = kernel::Actor::with_powers("khách", &[kernel::Power::ReadFigures]);
        let refused = print(app, &nobody, Paper::Members, u1, "/members").unwrap_err();
        assert_eq!(refused.refusal().unwrap().code, "not_allowed");
        let sql = "SELECT what, detail FROM audit_entry WHERE federation_id = $1 ORDER BY id";
        let noted = app.db.read::<_, db::DbError>(|tx| {
            tx.query(sql, &values![app.federation], |row| {
                Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))
            })
        });
        assert_eq!(noted.unwrap(), [("people.printed".to_owned(), "/members".to_owned())]);
    });
}
