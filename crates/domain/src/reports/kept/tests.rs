//! Any figure of a report that was ever filed can be opened: its definition, the units it was made of, the entries since.

use kernel::{Id, Instant, Period, UnitKind};

use crate::figures::tests::{World, day, on_books, proven};
use crate::figures::{self, Query, State as CellState};
use crate::reports::{
    Definition, Form, Key, Step, Typed, Wording, act, approved_version, at_filing, basis,
    differences, filed, known_form, line, read, read_form, type_cells,
};
use crate::units::Entry;

/// A form of an office that the program does not come with.
const OLD: &str = "code = \"mau_cu\"\nname = \"Mẫu cũ\"\nsource = \"QĐ 1 ngày 1/1/2015\"\nconfidence = \"R\"\nlevel = \"upper\"\n\
    from = \"2015-01-01\"\nbegins = \"01-01\"\ncut_offs = [\"06-30\"]\ndecimals = 1\n\n\
    [[line]]\ncode = \"1\"\ntext = \"Lao động theo mẫu cũ\"\nunit = \"người\"\nmeasure = \"workers.total\"\n\n\
    [[line]]\ncode = \"2\"\ntext = \"Kết nạp\"\nindicator = \"members.admitted\"\n\n\
    [[line]]\ncode = \"3\"\ntext = \"Cộng\"\nsum = [\"1\", \"2\"]\n";

fn form(text: &str) -> &'static Form {
    Box::leak(Box::new(read_form("mau.toml", text).unwrap()))
}

fn half() -> Period {
    Period::parse("2021-H1").unwrap()
}

fn typed(value: i64) -> Typed {
    let state = CellState::NotReported;
    Typed { line: "1".to_owned(), value: Some(value), state, note: None }
}

/// District k over unions a and b; a reported 120 and admitted 3, b reported nothing.
fn with_filed(test: impl Fn(&World<'_>, [Id; 3], &Key)) {
    on_books(|world| {
        world.clock.move_to(day("2021-07-02"));
        let brought =
            |code, kind, over| world.unit(code, kind, over, "2020-01-01", Entry::BroughtForward);
        let k = brought("k", UnitKind::District, None);
        let [a, b] = ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(k)));
        world.admit(a, "2021-02-01", 3);
        let [below, above] = [a, k].map(|unit| Key { unit, form: form(OLD), period: half() });
        type_cells(&world.app, &world.actor, &below, &[typed(120)]).unwrap();
        for key in [&below, &above] {
            for step in [Step::Submit, Step::Approve] {
                act(&world.app, &world.actor, key, step, None, &[]).unwrap();
            }
        }
        world.clock.move_to(day("2022-01-05"));
        test(world, [k, a, b], &above);
        proven(world);
    });
}

#[test]
fn a_filed_report_is_read_on_its_own_wording_whatever_became_of_the_form() {
    with_filed(|world, [k, ..], filed_on| {
        let before = read(&world.app, &world.actor, filed_on, None).unwrap();
        // The form was changed: another name, other lines, other cut-off days, an indicator that is no more.
        let changed = OLD
            .replace("Mẫu cũ", "Mẫu mới")
            .replace("06-30", "09-30")
            .replace("code = \"2\"\ntext = \"Kết nạp\"", "code = \"9\"\ntext = \"Khác\"")
            .replace("[\"1\", \"2\"]", "[\"1\"]");
        for asked in [None, Some(1)] {
            let today = Key { form: form(&changed), ..*filed_on };
            let key = at_filing(&world.app, &world.actor, &today, asked).unwrap();
            assert_eq!(key.form, filed_on.form, "name, lines and days as they were");
            let report = read(&world.app, &world.actor, &key, asked).unwrap();
            assert_eq!((report.form_name, &report.cells), ("Mẫu cũ", &before.cells));
            assert_eq!(differences(&world.app, &world.actor, &key).unwrap(), []);
        }
        // The form went away altogether: it is known by the reports that were filed on it.
        let kept = known_form(&world.app, "mau_cu", half()).unwrap();
        let key = Key { unit: k, form: kept, period: half() };
        assert_eq!(read(&world.app, &world.actor, &key, None).unwrap().cells, before.cells);
        let error = known_form(&world.app, "khong_he_co", half()).unwrap_err();
        assert_eq!(error.refusal().unwrap().code, "unknown_form");
        let rows = filed(&world.app, &world.actor, k).unwrap();
        assert_eq!((rows.len(), &*rows[0].name, rows[0].version), (1, "Mẫu cũ", 1));
        // Reopened, it is filled on the form of today again.
        act(&world.app, &world.actor, &key, Step::Reopen, Some("sửa số"), &[]).unwrap();
        let today = Key { form: form(&OLD.replace("Mẫu cũ", "Mẫu mới")), ..key };
        let draft = at_filing(&world.app, &world.actor, &today, None).unwrap();
        assert_eq!(draft.form.name, "Mẫu mới");
        assert_eq!(
            at_filing(&world.app, &world.actor, &today, Some(1)).unwrap().form.name,
            "Mẫu cũ"
        );
    });
}

#[test]
fn each_line_opens_with_its_definition_its_units_and_the_entries_since() {
    with_filed(|world, [_, a, b], key| {
        let open = |code: &str| line(&world.app, &world.actor, key, None, code).unwrap();
        let counted = open("2");
        let definition = counted.definition.unwrap();
        assert_eq!(Some(&definition), Definition::of("members.admitted").as_ref());
        assert!(counted.is_kept && counted.is_counted && counted.moved.is_none());
        // What the books knew when it was filed is what was filed, whatever was recorded since.
        world.admit(b, "2021-03-01", 2);
        let known_at = counted.filed_at;
        assert!(known_at.is_some_and(|at| at < Instant::start_of(day("2021-07-03"))));
        let query = Query { known_at, ..Query::of("k", half()) };
        let trace =
            figures::trace(&world.app, &world.actor, "members.admitted", &query, 0, 50).unwrap();
        let sum: i64 = trace.lines.iter().map(|each| each.quantity).sum();
        assert_eq!((Some(sum), counted.cell.value), (Some(3), Some(3)));
        let moved = open("2").moved.unwrap();
        assert_eq!((moved.filed, moved.now), (Some(3), Some(5)));
        assert_eq!(moved.causes.iter().map(|each| each.quantity).sum::<i64>(), 2);

        let summed = open("1");
        let told = |unit: Id| summed.inputs.iter().find(|each| each.input.unit == unit).unwrap();
        assert_eq!(
            (told(a).value, &told(a).input.summed),
            (Some(120), &Some(("mau_cu".to_owned(), 1)))
        );
        assert_eq!((told(b).value, &told(b).input.summed), (None, &None));
        assert_eq!(told(b).state, Some(CellState::NotReported));
        assert!(summed.definition.is_none() && summed.moved.is_none());
        // The union files again: the report above still opens with the version it summed.
        let below = Key { unit: a, ..*key };
        act(&world.app, &world.actor, &below, Step::Reopen, Some("sửa số"), &[]).unwrap();
        type_cells(&world.app, &world.actor, &below, &[typed(99)]).unwrap();
        for step in [Step::Submit, Step::Approve] {
            act(&world.app, &world.actor, &below, step, None, &[]).unwrap();
        }
        let still = open("1");
        let of_a = still.inputs.iter().find(|each| each.input.unit == a).unwrap();
        assert_eq!((of_a.value, still.cell.value), (Some(120), Some(120)));
        assert_eq!(still.moved.map(|moved| (moved.filed, moved.now)), Some((Some(120), Some(99))));
        let sum = open("3");
        assert_eq!((sum.cell.value, sum.inputs[0].state), (Some(123), None));
        for nowhere in ["", "9", "1'; --"] {
            let error = line(&world.app, &world.actor, key, None, nowhere).unwrap_err();
            assert_eq!(error.refusal().unwrap().code, "unknown_line", "{nowhere}");
        }
    });
}

#[test]
fn a_wording_that_names_what_the_program_counts_no_more_is_read_and_says_so() {
    with_filed(|world, [k, ..], key| {
        let mut wording = basis(&world.app, &world.actor, key, 1).unwrap().unwrap().wording;
        assert_eq!(wording, Wording::of(key.form));
        assert_eq!(
            Wording::read(&wording.body().unwrap().1).unwrap(),
            wording,
            "it is read as it was written"
        );
        wording.form.lines[1].indicator = Some("members.of_another_age".to_owned());
        wording.definitions[0].indicator = "members.of_another_age".to_owned();
        let gone = Key { form: wording.form().unwrap(), ..*key };
        assert!(differences(&world.app, &world.actor, &gone).unwrap().is_empty());
        let told = line(&world.app, &world.actor, &gone, None, "2").unwrap();
        assert!(!told.is_counted && told.moved.is_none());
        assert_eq!(told.cell.value, Some(3), "what was filed stands");
        let version =
            world.app.db.read(|tx| approved_version(tx, &world.app, key, None)).unwrap().unwrap();
        assert_eq!((&*version.unit_code, version.inputs.len()), ("k", 2));
        assert_eq!(version.unit_name, "Đơn vị k");
        crate::units::rename(
            &world.app,
            &world.actor,
            k,
            day("2022-01-01"),
            "Tên mới",
            &crate::figures::tests::paper("9/QĐ"),
        )
        .unwrap();
        let later =
            world.app.db.read(|tx| approved_version(tx, &world.app, key, None)).unwrap().unwrap();
        assert_eq!(later.unit_name, "Đơn vị k", "called as it was when the report was filed");
    });
}

#[test]
fn what_a_line_is_held_against_is_kept_and_an_older_wording_lacks_it() {
    let measure = "measure = \"workers.total\"";
    let text = OLD.replace(measure, &format!("{measure}\nbeside = \"headcount.workers\""));
    let (_, body) = Wording::of(form(&text)).body().unwrap();
    let again = Wording::read(&body).unwrap();
    let line = again.form().unwrap().line("1").unwrap();
    assert_eq!(line.beside.as_deref(), Some("headcount.workers"));
    let older = body.replace(",\"beside\":\"headcount.workers\"", "");
    assert_ne!(older, body);
    assert_eq!(Wording::read(&older).unwrap(), Wording::of(form(OLD)));
}
