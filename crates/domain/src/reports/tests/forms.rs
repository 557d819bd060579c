//! Forms an office puts in force itself: checked like a file, looked at on real figures, dated, never changed.

use kernel::actor::Hold;
use kernel::{Actor, Id, Period, Power};

use super::super::*;
use super::{code, half, step, value, with_district};
use crate::figures::tests::World;

/// The half-year form with a name, a day and one line more.
fn changed(from: &str) -> String {
    let mut form = find_form("doan_vien_cdcs").unwrap().clone();
    form.name = "Báo cáo sáu tháng \"sửa đổi\" \\ 2022".to_owned();
    form.source = "Công văn 12/LĐLĐ".to_owned();
    form.from = from.to_owned();
    let mut line = form.line("II.2").unwrap().clone();
    line.code = "II.9".to_owned();
    line.text = "Kết nạp (nhắc lại)".to_owned();
    line.internal = true;
    form.lines.push(line);
    text_of(&form)
}

fn put(world: &World<'_>, text: &str) -> Result<&'static Form, &'static str> {
    put_in_force(&world.app, &world.actor, text).map_err(code)
}

#[test]
fn the_text_of_every_form_reads_back_as_the_same_form() {
    for form in forms().unwrap() {
        let again = read_form("mẫu", &text_of(form)).unwrap();
        assert_eq!(again, *form);
    }
    let odd = read_form("mẫu", &changed("2022-01-01")).unwrap();
    assert_eq!(read_form("mẫu", &text_of(&odd)).unwrap(), odd);
}

#[test]
fn a_version_holds_from_its_day_and_reports_before_it_stay_on_the_one_before() {
    with_district(|world, [k, a, _]| {
        world.admit(a, "2021-02-01", 3);
        let form = put(world, &changed("2022-01-01")).unwrap();
        let at = |period: &str| {
            form_at(&world.app, "doan_vien_cdcs", Period::parse(period).unwrap()).unwrap()
        };
        assert_eq!(at("2022-H1"), form);
        assert_eq!(at("2021-H2"), find_form("doan_vien_cdcs").unwrap());
        assert!(all_forms(&world.app).unwrap().contains(&form));
        let unknown = form_at(&world.app, "khong", Period::parse("2021").unwrap());
        assert_eq!(unknown.map_err(code).unwrap_err(), "unknown_form");
        let report = read(&world.app, &world.actor, &half(k), None).unwrap();
        assert!(report.cells.iter().all(|cell| cell.line != "II.9"));
    });
}

#[test]
fn a_form_is_looked_at_on_real_figures_before_it_is_put_in_force() {
    with_district(|world, [k, a, _]| {
        world.admit(a, "2021-02-01", 3);
        let form = read_form("mẫu", &changed("2020-01-01")).unwrap();
        let period = Period::parse("2021-H1").unwrap();
        let cells = preview(&world.app, &world.actor, &form, k, period).unwrap();
        let cell = cells.iter().find(|cell| cell.line == "II.9").unwrap();
        assert_eq!(cell.value, Some(3));
        assert!(all_forms(&world.app).unwrap().iter().all(|known| known.name != form.name));
        let quarter = Period::parse("2021-Q1").unwrap();
        let refused = preview(&world.app, &world.actor, &form, k, quarter).map_err(code);
        assert_eq!(refused.unwrap_err(), "period_not_of_form");
    });
}

#[test]
fn a_report_on_a_form_of_the_office_is_filed_and_reads_the_same_afterwards() {
    with_district(|world, [k, a, _]| {
        world.admit(a, "2021-02-01", 3);
        let text = changed("2021-01-01").replace("doan_vien_cdcs", "mau_rieng");
        let form = put(world, &text).unwrap();
        let key = Key { form, ..half(k) };
        let filed = step(world, &key, Step::Submit).unwrap();
        assert_eq!((value(&filed, "II.9"), &*filed.form_name), (Some(3), &*form.name));
        let later = text.replace("2021-01-01", "2021-06-30");
        assert_eq!(put(world, &later), Err("form_already_used"));
        assert!(put(world, &text.replace("2021-01-01", "2021-07-01")).is_ok());
    });
}

#[test]
fn what_may_not_be_put_in_force_is_refused_by_name() {
    with_district(|world, [k, ..]| {
        let good = changed("2022-01-01");
        for (text, expected) in [
            (good.replace("members.admitted", "members.nobody"), "bad_report_form"),
            ("x".repeat(250_001), "form_too_long"),
            (good.replace("workers.women", "workers.total"), "measure_twice"),
            (good.replace("2022-01-01", "2014-11-28"), "form_not_newer"),
            (good.replace("\"upper\"", "\"grassroots\""), "form_changes_level"),
        ] {
            assert_eq!(put(world, &text), Err(expected));
        }
        let hold = Hold {
            post: Id(9),
            unit: k,
            below: false,
            powers: vec![Power::ApproveReports, Power::ReadFigures],
        };
        let one = Actor::with_posts("Lê Thị Sổ", Id(1), vec![hold]);
        let refused = put_in_force(&world.app, &one, &good).map_err(code);
        assert_eq!(refused, Err("out_of_reach"), "a form holds for the whole of the books");
        assert!(put(world, &good).is_ok());
        assert_eq!(put(world, &good), Err("form_not_newer"));
    });
}
