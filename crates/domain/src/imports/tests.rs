//! Imports on the sample lists, on both engines.

mod dependents;
mod drafts;

use intake::Kind;
use kernel::{Period, UnitKind};

use super::{Request, run, undo};
use crate::activities::{self, NewActivity};
use crate::figures::Query;
use crate::figures::tests::{World, day, on_books, on_books_beside_the_program};
use crate::reports::{Key, Step, act, find_form};
use crate::units::{Entry, scope_of_code, subtree_now};

fn sample(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../intake/tests/data/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

fn dump(world: &World<'_>) -> String {
    let mut text = Vec::new();
    world.app.dump(&world.actor, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

fn import(world: &World<'_>, kind: Kind, file: &str, unit: &str) -> super::Outcome {
    let bytes = sample(file);
    let request = Request { kind, file_name: file, bytes: &bytes, unit: Some(unit), as_of: None };
    run(&world.app, &world.actor, &request).unwrap()
}

fn undo_it(world: &World<'_>, outcome: &super::Outcome) {
    let id = kernel::Id::parse(outcome.import.as_deref().unwrap()).unwrap();
    undo(&world.app, &world.actor, id).unwrap();
}

fn whole(world: &World<'_>) {
    let report = crate::books::doctor::examine(&world.app, &world.actor, &mut |_| {}).unwrap();
    assert_eq!(report.findings, []);
}

fn with_district(test: impl Fn(&World<'_>)) {
    on_books(|world| {
        district(world);
        test(world);
    });
}

fn district(world: &World<'_>) {
    world.clock.move_to(day("2024-07-15"));
    world.unit("quan", UnitKind::District, None, "1996-01-01", Entry::BroughtForward);
}

#[test]
fn the_movements_of_half_a_year_give_the_figures_of_the_scenario() {
    with_district(|world| {
        let outcome =
            import(world, Kind::Movements, "bien-dong-hoan-kiem-6-thang-2021.xlsx", "quan");
        let query = Query::of("quan", Period::parse("2021-H1").unwrap());
        let codes = [
            "units.founded",
            "members.admitted",
            "units.founded.new_method",
            "units.founded.new_method.members",
            "units.founded.min_members",
            "units.handed_over",
            "units.handed_over.members",
            "units.struck_off",
            "units.struck_off.members",
        ];
        let refused: Vec<_> =
            outcome.refused.iter().map(|row| (&row.sheet, row.row, &row.code)).collect();
        assert_eq!(
            world.values(&query, &codes),
            [21, 1548, 2, 41, 4, 3, 194, 2, 66],
            "{refused:?}"
        );
        // Most of them were told as numbers only, without a name.
        for code in ["members.opening", "members.closing", "units.closing"] {
            let told =
                crate::figures::trace(&world.app, &world.actor, code, &query, 0, 50_000).unwrap();
            let sum: i64 = told.lines.iter().map(|line| line.quantity).sum();
            assert_eq!((sum, told.total), (told.value, Some(told.lines.len() as i64)), "{code}");
        }
        let set = world.ask(&query);
        let percent = |code: &str| {
            let figure = set.figures.iter().find(|figure| figure.indicator == code).unwrap();
            (figure.ratio, figure.percent_vi.clone().unwrap_or_default())
        };
        assert_eq!(percent("units.founded"), (Some([21, 27]), "77,78%".to_owned()));
        assert_eq!(percent("members.admitted"), (Some([1548, 1400]), "110,57%".to_owned()));
        whole(world);
    });
}

#[test]
fn a_list_of_unions_a_big_roster_and_targets_go_in_and_come_out_again_without_a_trace() {
    // Twenty thousand people on the engine beside the program; the same way with forty of them is taken on both.
    on_books_beside_the_program(|world| {
        district(world);
        let empty = dump(world);
        let units = import(world, Kind::Units, "don-vi-ldld-quan-thanh-xuan.xlsx", "quan");
        assert_eq!((units.accepted, units.refused.len()), (275, 1));
        let with_units = dump(world);
        let members = import(world, Kind::Members, "to-khai-lon.xlsx", "quan");
        assert_eq!((members.accepted, members.refused.len()), (19_874, 126));
        let with_members = dump(world);
        let targets = import(world, Kind::Targets, "chi-tieu-2023-quan-thanh-xuan.xlsx", "quan");
        assert_eq!(targets.accepted, 266);
        let closing = Query::of("quan", Period::parse("2024-H1").unwrap());
        assert_eq!(
            world.values(&closing, &["units.closing", "members.closing", "units.founded"]),
            [275, 19_874, 9]
        );
        let year = world.ask(&Query::of("quan", Period::parse("2023").unwrap()));
        let target = |code: &str| year.figures.iter().find(|f| f.indicator == code).unwrap().target;
        assert_eq!([target("members.admitted"), target("units.founded")], [Some(2500), Some(30)]);
        whole(world);
        undo_it(world, &targets);
        assert!(dump(world) == with_members, "targets were not undone whole");
        let blocked = undo(
            &world.app,
            &world.actor,
            kernel::Id::parse(units.import.as_deref().unwrap()).unwrap(),
        );
        assert_eq!(blocked.unwrap_err().refusal().unwrap().code, "has_dependents");
        undo_it(world, &members);
        assert!(dump(world) == with_units, "members were not undone whole");
        let secrets = world
            .app
            .db
            .read(|tx| tx.find("SELECT COUNT(*) FROM person_secret", &[], |row| row.int(0)));
        assert_eq!(secrets.unwrap(), Some(0), "nobody is left to whom they belong");
        undo_it(world, &units);
        assert!(dump(world) == empty, "units were not undone whole");
        whole(world);
    });
}

#[test]
fn an_import_stays_while_records_and_reports_of_what_it_brought_stand() {
    with_district(|world| {
        let (app, actor) = (&world.app, &world.actor);
        let outcome = import(world, Kind::Units, "don-vi-ldld-quan-thanh-xuan.xlsx", "quan");
        let import = kernel::Id::parse(outcome.import.as_deref().unwrap()).unwrap();
        let blocked = || {
            let error = undo(app, actor, import).unwrap_err();
            let refusal = error.refusal().unwrap();
            format!("{}: {}", refusal.code, refusal.message)
        };
        let quan = scope_of_code(app, actor, "quan").unwrap();
        let below = subtree_now(app, actor, quan, day("2024-07-15")).unwrap();
        let unit = scope_of_code(app, actor, &below[0].code).unwrap();
        let new = NewActivity::new("conferences", "extraordinary", unit, day("2024-07-10"));
        let record = activities::record(app, actor, &new).unwrap();
        let told = blocked();
        assert!(told.starts_with("has_dependents: "), "{told}");
        assert!(told.contains("hoạt động của đơn vị"), "{told}");
        let version = activities::card(app, actor, record).unwrap().version;
        activities::withdraw(app, actor, version, record, "ghi nhầm").unwrap();
        let form = find_form("1_hdcd").unwrap();
        let key = Key { unit, form, period: Period::parse("2023-12-01..2024-05-31").unwrap() };
        act(app, actor, &key, Step::Submit, None, &[]).unwrap();
        let told = blocked();
        assert!(told.contains("báo cáo của đơn vị") && !told.contains("hoạt động"), "{told}");
        whole(world);
    });
}

#[test]
fn a_roster_goes_in_and_comes_out_again_without_a_trace() {
    with_district(|world| {
        world.unit("cdcs", UnitKind::Grassroots, None, "2000-01-01", Entry::BroughtForward);
        let before = dump(world);
        let roster = import(world, Kind::Members, "doan-vien-phan-mem-nhan-su.csv", "cdcs");
        assert_eq!((roster.accepted, roster.refused.len()), (41, 4));
        whole(world);
        undo_it(world, &roster);
        assert!(dump(world) == before, "members were not undone whole");
        whole(world);
    });
}

#[test]
fn movements_are_undone_whole_and_can_be_taken_in_again() {
    with_district(|world| {
        let empty = dump(world);
        let file = "bien-dong-hoan-kiem-6-thang-2021.xlsx";
        let first = import(world, Kind::Movements, file, "quan");
        let full = dump(world).len();
        undo_it(world, &first);
        assert!(dump(world) == empty, "movements were not undone whole");
        let second = import(world, Kind::Movements, file, "quan");
        assert_eq!((second.accepted, &second.refused), (first.accepted, &first.refused));
        assert_eq!(dump(world).len(), full);
        // A line withdrawn and stated again is counted once.
        let query = Query::of("quan", Period::parse("2021-H1").unwrap());
        let code = "members.went_with_units";
        let told = crate::figures::trace(&world.app, &world.actor, code, &query, 0, 10).unwrap();
        let sum: i64 = told.lines.iter().map(|line| line.quantity).sum();
        assert_eq!((sum, told.value, told.lines.len()), (194, 194, 3));
        whole(world);
    });
}

#[test]
fn a_roster_taken_in_twice_is_refused_row_by_row_the_second_time() {
    with_district(|world| {
        let file = "doan-vien-phan-mem-nhan-su.csv";
        world.unit("cdcs", UnitKind::Grassroots, None, "2000-01-01", Entry::BroughtForward);
        let first = import(world, Kind::Members, file, "cdcs");
        assert_eq!((first.accepted, first.refused.len()), (41, 4));
        let bytes = sample(file);
        let request = Request {
            kind: Kind::Members,
            file_name: file,
            bytes: &bytes,
            unit: Some("cdcs"),
            as_of: None,
        };
        let again = run(&world.app, &world.actor, &request).unwrap();
        assert!(
            again.accepted <= 1,
            "only a person without an identity number can go in twice: {again:?}"
        );
        whole(world);
    });
}

#[test]
fn a_row_that_no_record_can_hold_is_refused_by_itself() {
    with_district(|world| {
        world.unit("cdcs", UnitKind::Grassroots, None, "2000-01-01", Entry::BroughtForward);
        let long = "Nguyễn ".repeat(30);
        let text = format!(
            "Họ và tên;Ngày sinh;Giới tính;Số CCCD\n\
             Lý Thử An;01/02/1990;Nam;001090000123\n\
             {long};02/03/1991;Nam;001091000456\n"
        );
        let request = Request {
            kind: Kind::Members,
            file_name: "a.csv",
            bytes: text.as_bytes(),
            unit: Some("cdcs"),
            as_of: None,
        };
        let outcome = run(&world.app, &world.actor, &request).unwrap();
        let refused: Vec<_> = outcome.refused.iter().map(|row| (row.row, &*row.code)).collect();
        assert_eq!((outcome.accepted, refused), (1, vec![(3, "bad_name")]));
        whole(world);
    });
}

#[test]
fn of_a_union_that_is_refused_no_employer_stays() {
    with_district(|world| {
        let long = "Công ty Thử ".repeat(30);
        let text = format!(
            "Tên công đoàn cơ sở;Số đoàn viên;Địa chỉ;Số lao động\n\
             CĐCS Công ty Thử Một;20;Số 1 phố A;30\n\
             CĐCS {long};20;Số 2 phố A;30\n"
        );
        let request = Request {
            kind: Kind::Units,
            file_name: "a.csv",
            bytes: text.as_bytes(),
            unit: Some("quan"),
            as_of: None,
        };
        let outcome = run(&world.app, &world.actor, &request).unwrap();
        let refused: Vec<_> = outcome.refused.iter().map(|row| (row.row, &*row.code)).collect();
        assert_eq!((outcome.accepted, refused), (1, vec![(3, "bad_name")]));
        let told = dump(world);
        assert!(told.contains("Số 1 phố A") && !told.contains("Số 2 phố A"), "{told}");
        whole(world);
    });
}
