//! Reports: filed once and the same for ever, approved from above, summed upwards, honest about what moved since.

mod sums;

mod called;
mod cells;
mod forms;
mod held;
mod moved;
mod published;
mod tree;

use kernel::{Id, Period, UnitKind};

use super::*;
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::memberships::{EventKind, NewEvent, reverse_event};
use crate::people::Sex;
use crate::targets::{NewTarget, set_targets};
use crate::units::Entry;

fn with_district(test: impl Fn(&World<'_>, [Id; 3])) {
    on_books(|world| {
        world.clock.move_to(day("2022-03-31"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let k = brought("k", UnitKind::District, None);
        let [a, b] = ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(k)));
        test(world, [k, a, b]);
        proven(world);
    });
}

fn key(unit: Id, form: &str, period: &str) -> Key {
    Key { unit, form: find_form(form).unwrap(), period: Period::parse(period).unwrap() }
}

fn half(unit: Id) -> Key {
    key(unit, "doan_vien_cdcs", "2021-H1")
}

fn of_union(unit: Id) -> Key {
    key(unit, "1_hdcd", "2020-12-01..2021-05-31")
}

fn of_district(unit: Id) -> Key {
    key(unit, "2_hdcd", "2020-12-01..2021-05-31")
}

fn step(world: &World<'_>, key: &Key, step: Step) -> Result<Report, &'static str> {
    act(&world.app, &world.actor, key, step, Some("vì cần đối chiếu"), &[]).map_err(code)
}

#[expect(clippy::needless_pass_by_value, reason = "the end of an error's life")]
fn code(error: crate::Error) -> &'static str {
    error.refusal().map_or("failed", |refusal| refusal.code)
}

fn typed(line: &str, value: i64) -> Typed {
    let state = crate::figures::State::Value;
    Typed { line: line.to_owned(), value: Some(value), state, note: None }
}

fn value(report: &Report, line: &str) -> Option<i64> {
    report.cells.iter().find(|cell| cell.line == line).unwrap().value
}

#[test]
fn every_form_that_comes_with_the_program_holds() {
    let forms = forms().unwrap();
    assert!(forms.len() >= 3);
    let mut codes: Vec<&str> = forms.iter().map(|form| &*form.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), forms.len());
}

#[test]
fn a_form_with_a_fault_is_refused_with_file_line_and_remedy() {
    let good = "code = \"m\"\nname = \"Mẫu\"\nsource = \"QĐ 1\"\nconfidence = \"R\"\nlevel = \"upper\"\n\
                from = \"2020-01-01\"\ndecimals = 2\n\n[[line]]\ncode = \"1\"\ntext = \"Một\"\n\
                indicator = \"members.admitted\"\n\n[[line]]\ncode = \"2\"\ntext = \"Hai\"\nsum = [\"1\"]\n";
    assert!(read_form("m.toml", good).is_ok());
    for (from, to, said) in [
        ("decimals = 2", "decimals = ", "dòng 7"),
        ("decimals = 2", "decimals = 9", "dòng 1: quá nhiều số lẻ"),
        ("level = \"upper\"", "level = \"sao\"", "dòng 5"),
        ("name = \"Mẫu\"", "name = \" \"", "dòng 1: thiếu mã, tên hoặc nguồn"),
        ("confidence = \"R\"", "confidence = \"G\"", "dòng 1: mẫu chưa được đọc"),
        ("from = \"2020-01-01\"", "from = \"2020-02-31\"", "dòng 1: ngày hiệu lực"),
        ("decimals = 2", "decimals = 2\ncut_offs = [\"06-31\"]", "dòng 1: ngày chốt"),
        ("members.admitted", "members.nobody", "dòng 10: không có chỉ tiêu “members.nobody”"),
        ("sum = [\"1\"]", "sum = [\"3\"]", "dòng 15: không có dòng “3” ở phía trên"),
        ("sum = [\"1\"]", "sum = [\"2\"]", "dòng 15: không có dòng “2” ở phía trên"),
        ("sum = [\"1\"]", "sum = [\"1\"]\nmeasure = \"x\"", "dòng 15: dòng có hai nguồn"),
        (
            "indicator = \"members.admitted\"",
            "measure = \"x\"\nbeside = \"members.nobody\"",
            "dòng 10: không có chỉ tiêu hay ô của sổ “members.nobody”",
        ),
        (
            "indicator = \"members.admitted\"",
            "measure = \"x\"\nbeside = \"conferences.workers\"",
            "dòng 10: không có chỉ tiêu hay ô của sổ “conferences.workers”",
        ),
        (
            "sum = [\"1\"]",
            "sum = [\"1\"]\nbeside = \"members.admitted\"",
            "dòng 15: dòng không ghi tay mà có số để đối chiếu",
        ),
        ("code = \"2\"", "code = \"1\"", "hai dòng cùng số hiệu “1”"),
        ("text = \"Hai\"", "text = \"\"", "dòng 15: dòng thiếu số hiệu"),
        ("text = \"Hai\"", "text = \"Hai\"\nmàu = 1", "dòng 17"),
    ] {
        let refusal = read_form("m.toml", &good.replacen(from, to, 1)).unwrap_err();
        assert_eq!(refusal.code, "bad_report_form");
        assert!(refusal.message.starts_with("m.toml, dòng "), "{}", refusal.message);
        assert!(refusal.message.contains(said), "{} / {said}", refusal.message);
        assert!(!refusal.remedy.is_empty());
    }
}

#[test]
fn a_period_the_form_does_not_report_on_is_refused_with_the_days_it_does() {
    with_district(|world, [k, ..]| {
        for period in ["2021-Q1", "2021-H2", "2013-H1", "2021-02-01..2021-06-30"] {
            let asked = key(k, "doan_vien_cdcs", period);
            let refused = read(&world.app, &world.actor, &asked, None).unwrap_err();
            assert_eq!(code(refused), "period_not_of_form", "{period}");
        }
        let refused = read(&world.app, &world.actor, &key(k, "doan_vien_cdcs", "2021-Q1"), None);
        let remedy = refused.unwrap_err().refusal().unwrap().remedy.clone();
        assert_eq!(remedy, "Chọn kỳ có số liệu tính đến 30/6 hoặc 31/12");
        assert_eq!(find_form("khong").unwrap_err().code, "unknown_form");
    });
}

#[test]
fn a_filed_report_stays_as_it_was_and_what_moved_since_is_told_with_its_entries() {
    with_district(|world, [k, a, b]| {
        world.admit(a, "2021-02-01", 2);
        let person = world.person("Trần Thị Hai", Sex::Female);
        let event = NewEvent::new(EventKind::Admitted, person, a, day("2021-02-03"));
        let admitted = world.event(event);
        world.admit(b, "2021-03-01", 2);
        let target = NewTarget {
            unit: k,
            indicator: "members.admitted".to_owned(),
            period: Period::parse("2021-H1").unwrap(),
            value: Some(4),
        };
        set_targets(&world.app, &world.actor, &[target], &paper("1/QĐ")).unwrap();
        let drafted = read(&world.app, &world.actor, &half(k), None).unwrap();
        assert_eq!((drafted.state, drafted.version), (State::Drafted, 1));
        assert_eq!((value(&drafted, "II.2"), value(&drafted, "II.5")), (Some(5), Some(5)));
        let filed = step(world, &half(k), Step::Submit).unwrap();
        let approved = step(world, &half(k), Step::Approve).unwrap();
        assert_eq!(filed.cells, approved.cells);
        assert_eq!(differences(&world.app, &world.actor, &half(k)).unwrap(), []);
        let one = filed.cells.iter().find(|cell| cell.line == "II.2").unwrap();
        assert_eq!((one.value, one.target), (Some(5), Some(4)));

        reverse_event(&world.app, &world.actor, admitted).unwrap();
        world.admit(b, "2021-06-30", 4);
        let later = read(&world.app, &world.actor, &half(k), None).unwrap();
        assert_eq!(later.cells, filed.cells, "what was filed never changes");
        let told = differences(&world.app, &world.actor, &half(k)).unwrap();
        let people = told.iter().find(|each| each.line == "II.2").unwrap();
        assert_eq!((people.filed, people.now), (Some(5), Some(8)));
        let moved: i64 = people.causes.iter().map(|line| line.quantity).sum();
        assert_eq!(moved, 3, "the entries since add up to what moved");

        assert_eq!(step(world, &half(k), Step::Submit), Err("step_out_of_turn"));
        step(world, &half(k), Step::Reopen).unwrap();
        let second = step(world, &half(k), Step::Submit).unwrap();
        assert_eq!((second.version, value(&second, "II.2")), (2, Some(8)));
        let first = read(&world.app, &world.actor, &half(k), Some(1)).unwrap();
        assert_eq!(first.cells, filed.cells, "an older version is never hidden");
        let numbers = versions(&world.app, &world.actor, &half(k)).unwrap();
        assert_eq!(numbers.iter().map(|each| each.number).collect::<Vec<_>>(), [1, 2]);
    });
}

#[test]
fn typed_cells_travel_up_from_approved_reports_and_own_activity_stands_apart() {
    with_district(|world, [k, a, b]| {
        for (unit, all, women) in [(a, 120, 50), (b, 80, 30)] {
            let cells = [typed("1", all), typed("1.1", women)];
            type_cells(&world.app, &world.actor, &of_union(unit), &cells).unwrap();
            step(world, &of_union(unit), Step::Submit).unwrap();
        }
        let waiting = read(&world.app, &world.actor, &of_district(k), None).unwrap();
        assert_eq!(value(&waiting, "1"), None, "what nobody approved is not counted");
        step(world, &of_union(a), Step::Approve).unwrap();
        let one = read(&world.app, &world.actor, &of_district(k), None).unwrap();
        assert_eq!(value(&one, "1"), Some(120));
        assert!(one.findings.iter().any(|each| each.code == "units_missing"));
        step(world, &of_union(b), Step::Approve).unwrap();
        type_cells(&world.app, &world.actor, &of_district(k), &[typed("1", 7)]).unwrap();
        let both = read(&world.app, &world.actor, &of_district(k), None).unwrap();
        let cell = both.cells.iter().find(|cell| cell.line == "1").unwrap();
        let gathered = cell.gathered.unwrap();
        assert_eq!((cell.value, cell.typed), (Some(207), Some(7)));
        assert_eq!((gathered.sum, gathered.reported, gathered.due), (200, 2, 2));
        assert_eq!(value(&both, "1.1"), Some(80));

        step(world, &of_union(a), Step::Reopen).unwrap();
        type_cells(&world.app, &world.actor, &of_union(a), &[typed("1", 100)]).unwrap();
        let reopened = read(&world.app, &world.actor, &of_district(k), None).unwrap();
        assert_eq!(
            value(&reopened, "1"),
            Some(87),
            "what is being mended is not counted twice or half"
        );
        step(world, &of_union(a), Step::Submit).unwrap();
        step(world, &of_union(a), Step::Approve).unwrap();
        let mended = read(&world.app, &world.actor, &of_district(k), None).unwrap();
        assert_eq!((value(&mended, "1"), value(&mended, "1.1")), (Some(187), Some(80)));
        let states = below(&world.app, &world.actor, k, of_union(a).period).unwrap();
        assert_eq!(states.iter().map(|row| row.state).collect::<Vec<_>>(), [State::Approved; 2]);
    });
}

#[test]
fn a_report_is_sent_back_cell_by_cell_and_comes_again_as_the_next_version() {
    with_district(|world, [_, a, _]| {
        let report = of_union(a);
        type_cells(&world.app, &world.actor, &report, &[typed("1", 20), typed("1.1", 30)]).unwrap();
        let drafted = read(&world.app, &world.actor, &report, None).unwrap();
        let found: Vec<_> = drafted
            .findings
            .iter()
            .filter(|each| each.line.as_deref() == Some("1.1"))
            .map(|each| each.code)
            .collect();
        assert_eq!(found, ["part_above_whole"]);
        step(world, &report, Step::Submit).unwrap();
        let sent = |note: Option<&str>, line: &str| {
            let remark = [(line.to_owned(), "Nữ nhiều hơn tổng".to_owned())];
            act(&world.app, &world.actor, &report, Step::Return, note, &remark).map_err(code)
        };
        assert_eq!(sent(None, "1.1").unwrap_err(), "reason_missing");
        assert_eq!(sent(Some("Xem lại"), "99").unwrap_err(), "unknown_line");
        let returned = sent(Some("Xem lại"), "1.1").unwrap();
        assert_eq!((returned.state, returned.version), (State::Returned, 2));
        assert_eq!(returned.remarks, [("1.1".to_owned(), "Nữ nhiều hơn tổng".to_owned())]);
        assert_eq!(value(&returned, "1"), Some(20), "what was typed before is kept");
        type_cells(&world.app, &world.actor, &report, &[typed("1.1", 13)]).unwrap();
        let again = step(world, &report, Step::Submit).unwrap();
        assert_eq!(
            (again.version, value(&again, "1"), value(&again, "1.1")),
            (2, Some(20), Some(13))
        );
    });
}

#[test]
fn what_may_not_be_done_is_refused_by_name() {
    with_district(|world, [_, a, _]| {
        let report = of_union(a);
        let type_one =
            |cell: Typed| type_cells(&world.app, &world.actor, &report, &[cell]).map_err(code);
        assert_eq!(type_one(typed("32", 5)), Err("line_not_typed"));
        assert_eq!(type_one(typed("nowhere", 5)), Err("line_not_typed"));
        assert_eq!(type_one(typed("1", -5)), Err("bad_value"));
        let long = Typed { note: Some("x".repeat(501)), ..typed("1", 5) };
        assert_eq!(type_one(long), Err("note_too_long"));
        for refused in [Step::Return, Step::Approve, Step::Publish, Step::Reopen] {
            assert_eq!(
                step(world, &report, refused).unwrap_err(),
                "step_out_of_turn",
                "{refused:?}"
            );
        }
        step(world, &report, Step::Submit).unwrap();
        assert_eq!(type_one(typed("1", 5)), Err("report_not_open"));
    });
}
