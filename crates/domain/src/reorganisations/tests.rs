//! Reorganisations: a list read, rehearsed, carried out once or not at all, and taken back whole; on both engines.

use kernel::actor::Hold;
use kernel::{Actor, Id, Power, UnitKind};
use ledger::views::View;

use super::*;
use crate::Result;
use crate::figures::Query;
use crate::figures::tests::{World, day, dump, on_books, paper, proven};
use crate::jobs::{self, State};
use crate::memberships::{EventKind, NewEvent, record};
use crate::units::{Entry, end_unit, move_unit, rename, scope_of_code, suspend, unit_card};

/// The units that tests name, and the members of `b`.
struct City {
    k: Id,
    l: Id,
    a: Id,
    b: Id,
    people: Vec<Id>,
}

/// A city `h`, its districts `k` and `l` with two unions each, and the clock on 30/6/2021.
#[expect(clippy::many_single_char_names, reason = "the units are called so in the cases")]
fn with_city(test: impl Fn(&World<'_>, &City)) {
    on_books(|world| {
        world.clock.move_to(day("2021-06-30"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let h = brought("h", UnitKind::Province, None);
        let [k, l] = ["k", "l"].map(|code| brought(code, UnitKind::District, Some(h)));
        let [a, b] = ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(k)));
        let [c, d] = ["c", "d"].map(|code| brought(code, UnitKind::Grassroots, Some(l)));
        for (unit, members) in [(a, 4), (c, 2), (d, 5)] {
            world.admit(unit, "2020-12-01", members);
        }
        let people = world.admit(b, "2020-12-01", 3);
        test(world, &City { k, l, a, b, people });
        proven(world);
    });
}

fn decision(on: &str) -> Decision {
    let [number, issuer, reason] =
        ["9/QĐ-LĐLĐ", "LĐLĐ thành phố", "Không còn cấp quận"].map(str::to_owned);
    Decision { number, issued_on: Some("2021-05-20".to_owned()), issuer, on: on.to_owned(), reason }
}

/// A list of such rows: unit, deed, receiver, new name.
fn list(rows: &[&str]) -> String {
    let head =
        "DANH SÁCH KÈM THEO QUYẾT ĐỊNH 9\r\n\r\nTT;Tên đơn vị;Hình thức sắp xếp;Chuyển về;Tên mới";
    let rows = rows.iter().enumerate().map(|(at, row)| format!("{};{row}", at + 1));
    format!("{head}\r\n{}\r\n", rows.collect::<Vec<_>>().join("\r\n"))
}

/// The end of two districts: two wards are founded, everybody goes there, one union is joined to another, one renamed.
fn whole() -> String {
    list(&[
        "Đơn vị k;Kết thúc hoạt động;;",
        "Đơn vị l;ket thuc;;",
        "Đơn vị a;Chuyển về;Công đoàn phường Sen;",
        "Đơn vị b;Sáp nhập;Đơn vị a;",
        "DON VI C;Chuyen ve;cong doan phuong sen;",
        "Đơn vị d;Chuyển và đổi tên;Công đoàn phường Mai;Công đoàn Sao Mai",
        "Công đoàn phường Sen;Thành lập;Đơn vị h;",
        "Công đoàn phường Mai;Thành lập;;",
    ])
}

fn prepared(world: &World<'_>, text: &str) -> Result<Id> {
    let file = ("danh sách.csv", text.as_bytes());
    prepare(&world.app, &world.actor, "h", decision("2021-06-01"), file)
}

fn carried_out(world: &World<'_>, text: &str) -> Id {
    let id = prepared(world, text).unwrap();
    submit(&world.app, &world.actor, id).unwrap();
    assert!(jobs::step(&world.app).unwrap());
    let job = jobs::find(&world.app, &world.actor, id).unwrap();
    assert_eq!(job.state, State::Done, "{:?}", job.answer);
    history(&world.app, &world.actor, "h", (0, 5)).unwrap().0[0].id
}

fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.unwrap_err().refusal().map_or("failed", |refusal| refusal.code)
}

fn refused(looked: &Looked) -> Vec<(u32, &'static str)> {
    let refused = looked.rows.iter().filter_map(|row| Some((row.row, row.refused.as_ref()?.code)));
    refused.collect()
}

const ASKED: [&str; 4] =
    ["members.closing", "units.closing", "members.opening", "members.admitted"];

fn figures_of(world: &World<'_>, scope: &str, period: &str, view: View) -> Vec<i64> {
    let query = Query { view, ..Query::of(scope, kernel::Period::parse(period).unwrap()) };
    world.values(&query, &ASKED)
}

#[test]
fn a_decision_is_rehearsed_without_a_trace_written_as_foreseen_and_taken_back_to_the_byte() {
    with_city(|world, _| {
        let (app, actor) = (&world.app, &world.actor);
        let before = dump(world);
        let was = ["k", "l", "h"].map(|scope| figures_of(world, scope, "2021-Q1", View::Was));
        let id = prepared(world, &whole()).unwrap();
        let (_, looked) = look(app, actor, id).unwrap();
        assert_eq!(refused(&looked), [], "{:?}", looked.rows);
        assert_eq!(looked.counts, [8, 0, 0]);
        assert!(looked.is_ready());
        let doubts: Vec<_> = looked
            .rows
            .iter()
            .map(|row| (row.row, row.doubts.len()))
            .filter(|row| row.1 > 0)
            .collect();
        assert_eq!(doubts, [(8, 2)], "names without marks are understood, and somebody looks");
        assert_eq!(looked.rehearsal.people, [("carried".to_owned(), 3)]);
        let moved: Vec<&str> = looked.rehearsal.moved.iter().map(|each| &*each.code).collect();
        for scope in ["k", "l", "cong-doan-phuong-sen", "cong-doan-phuong-mai"] {
            assert!(moved.contains(&scope), "{scope}: {moved:?}");
        }
        assert_eq!(dump(world), before, "nothing stays");
        submit(app, actor, id).unwrap();
        submit(app, actor, id).unwrap();
        assert!(jobs::step(app).unwrap() && !jobs::step(app).unwrap(), "written once");
        assert_eq!(jobs::find(app, actor, id).unwrap().state, State::Done);
        for scope in &looked.rehearsal.moved {
            let query = Query::of(&scope.code, looked.rehearsal.days);
            for figure in &scope.figures {
                assert_eq!(world.values(&query, &[figure.indicator]), [figure.is], "{scope:?}");
            }
        }
        assert_eq!(figures_of(world, "cong-doan-phuong-sen", "2021-06", View::Was)[..2], [9, 2]);
        assert_eq!(figures_of(world, "cong-doan-phuong-mai", "2021-06", View::Was)[..2], [5, 1]);
        let still = ["k", "l", "h"].map(|scope| figures_of(world, scope, "2021-Q1", View::Was));
        assert_eq!(was, still, "what was printed before prints the same");
        proven(world);
        let past = history(app, actor, "h", (0, 5)).unwrap().0;
        assert_eq!((past.len(), past[0].rows, past[0].is_undone), (1, 8, false));
        assert_eq!(past[0].number, "9/QĐ-LĐLĐ");
        undo(app, actor, past[0].id).unwrap();
        assert_eq!(dump(world), before, "byte for byte");
        assert_eq!(code(undo(app, actor, past[0].id)), "already_undone");
        assert!(history(app, actor, "h", (0, 5)).unwrap().0[0].is_undone);
    });
}

#[test]
fn every_row_that_cannot_be_written_says_why_and_keeps_the_whole_list_out() {
    with_city(|world, &City { k, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        let twin =
            world.unit("d2", UnitKind::Grassroots, Some(k), "2020-01-01", Entry::BroughtForward);
        rename(app, actor, twin, day("2020-02-01"), "Đơn vị d", &paper("3/QĐ")).unwrap();
        let before = dump(world);
        let rows = list(&[
            "Đơn vị không có;Chuyển về;Đơn vị l;",
            "Đơn vị a;nhảy múa;;",
            "Đơn vị a;;;",
            "Đơn vị a;Chuyển về;;",
            "Đơn vị a;Đổi tên;;",
            "Đơn vị a;Chia;Đơn vị b;",
            "Đơn vị d;Chuyển về;Đơn vị k;",
            "Đơn vị c;Chuyển về;Đơn vị l;",
            "Đơn vị b;Chuyển về;Nơi nào đó;",
            "Đơn vị b;Chuyển về;Đơn vị l;",
            "Đơn vị b;Chuyển về;Đơn vị l;",
            "Đơn vị h;Chuyển về;Đơn vị k;",
            "Đơn vị k;Kết thúc;;",
            "Đơn vị l;Thành lập;;",
            "Đơn vị c;Giữ nguyên;;",
            ";Kết thúc;;",
        ]);
        let id = prepared(world, &rows).unwrap();
        let (_, looked) = look(app, actor, id).unwrap();
        assert_eq!(
            refused(&looked),
            [
                (4, "unknown_unit"),
                (5, "deed_unknown"),
                (6, "deed_missing"),
                (7, "receiver_missing"),
                (8, "new_name_missing"),
                (9, "deed_by_member"),
                (10, "several_units"),
                (11, "already_there"),
                (12, "unknown_unit"),
                (14, "told_twice"),
                (15, "cycle_in_managers"),
                (16, "not_disposed_of"),
                (17, "unit_exists"),
                (19, "unit_name_missing"),
            ]
        );
        assert_eq!(looked.counts, [1, 1, 14], "row 13 would go, row 18 stays as it is");
        assert_eq!(code(submit(app, actor, id)), "rows_refused");
        assert_eq!(dump(world), before);
    });
}

#[test]
fn the_list_comes_back_whole_with_its_reasons_and_goes_in_mended() {
    with_city(|world, _| {
        let (app, actor) = (&world.app, &world.actor);
        let rows = list(&["Đơn vị không có;Chuyển về;Đơn vị l;", "Đơn vị c;Giữ nguyên;;"]);
        let id = prepared(world, &rows).unwrap();
        let (name, bytes) = given_back(app, actor, id).unwrap();
        assert_eq!(name, "danh sách - kèm lý do.xlsx");
        let book = sheets::read_bytes("a.xlsx", &bytes, &sheets::Limits::default()).unwrap();
        let texts: Vec<String> = book.sheets[0]
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter_map(|cell| match &cell.value {
                sheets::Value::Text(text) => Some(text.clone()),
                _ => None,
            })
            .collect();
        assert!(texts.iter().any(|text| text.contains("Sổ không có đơn vị “Đơn vị không có”")));
        assert!(texts.iter().any(|text| text == "Giữ nguyên"), "every row comes back");
        // Mended, it goes in under the same decision, and the first preparation is gone.
        let next = replace(app, actor, id, ("sửa.csv", whole().as_bytes())).unwrap();
        assert_eq!(jobs::find(app, actor, id).unwrap().state, State::Cancelled);
        let ((_, draft), looked) = look(app, actor, next).unwrap();
        assert_eq!(draft.decision.number, "9/QĐ-LĐLĐ");
        assert_eq!(refused(&looked), []);
    });
}

#[test]
fn of_two_units_with_one_name_the_present_manager_or_the_code_tells_which() {
    with_city(|world, &City { k, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        let twin =
            world.unit("d2", UnitKind::Grassroots, Some(k), "2020-01-01", Entry::BroughtForward);
        rename(app, actor, twin, day("2020-02-01"), "Đơn vị d", &paper("3/QĐ")).unwrap();
        let head = "Mã đơn vị;Tên đơn vị;Cấp trên hiện nay;Chuyển về";
        for row in [";Đơn vị d;Đơn vị l;Đơn vị k", "d;;;k", ";d;;Đơn vị k"] {
            let id = prepared(world, &format!("{head}\r\n{row}\r\n")).unwrap();
            let looked = look(app, actor, id).unwrap().1;
            assert_eq!(refused(&looked), [], "{row}");
            assert_eq!(looked.rows[0].unit.as_ref().map(|unit| &*unit.0), Some("d"), "{row}");
        }
    });
}

#[test]
fn a_list_is_left_and_come_back_to_and_its_decision_mended() {
    with_city(|world, _| {
        let (app, actor) = (&world.app, &world.actor);
        let id = prepared(world, &whole()).unwrap();
        let other = Decision { number: "10/QĐ".to_owned(), ..decision("2021-06-15") };
        decide(app, actor, id, other).unwrap();
        let ((job, draft), looked) = look(app, actor, id).unwrap();
        assert_eq!((job.state, &*draft.decision.number), (State::Draft, "10/QĐ"));
        assert!(looked.is_ready());
        assert!(jobs::mine(app, actor).unwrap().iter().any(|job| job.id == id));
        for (decision, expected) in [
            (Decision { number: " ".to_owned(), ..decision("2021-06-01") }, "document_missing"),
            (decision("2021-07-01"), "after_last_day"),
            (decision("ngày mai"), "bad_day"),
            (Decision { reason: "x".repeat(400), ..decision("2021-06-01") }, "too_long"),
        ] {
            assert_eq!(code(decide(app, actor, id, decision)), expected);
        }
        for bytes in ["", "Họ và tên;Ngày sinh\r\nAn;1990\r\n", "<html>"] {
            assert!(prepared(world, bytes).is_err(), "{bytes}");
        }
    });
}

#[test]
fn what_the_books_learned_since_keeps_a_list_out_and_it_is_prepared_again() {
    with_city(|world, &City { l, a, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        let id = prepared(world, &whole()).unwrap();
        submit(app, actor, id).unwrap();
        move_unit(app, actor, a, day("2021-06-01"), l, Some(&paper("7/QĐ"))).unwrap();
        let before = dump(world);
        assert!(jobs::step(app).unwrap());
        let job = jobs::find(app, actor, id).unwrap();
        assert_eq!((job.state, &*job.refusal().unwrap()[0]), (State::Refused, "second_manager"));
        assert!(job.refusal().unwrap()[1].starts_with("Dòng 6: "), "{:?}", job.refusal());
        assert_eq!(dump(world), before, "not at all");
        let next = again(app, actor, id).unwrap();
        let looked = look(app, actor, next).unwrap().1;
        assert_eq!(refused(&looked), [(5, "not_disposed_of"), (6, "second_manager")]);
    });
}

#[test]
fn what_has_come_to_rest_on_a_reorganisation_is_named_when_it_is_to_be_taken_back() {
    with_city(|world, City { a, people, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        let id = carried_out(world, &whole());
        world.clock.move_to(day("2021-07-10"));
        let left = NewEvent::new(EventKind::Left, people[0], *a, day("2021-07-05"));
        let reason = Some(crate::memberships::LeaveReason::Retired);
        record(app, actor, &NewEvent { reason, ..left }).unwrap();
        let sen = scope_of_code(app, actor, "cong-doan-phuong-sen").unwrap();
        rename(app, actor, sen, day("2021-07-02"), "Công đoàn phường Sen Hồng", &paper("11/QĐ"))
            .unwrap();
        let target = crate::targets::NewTarget {
            unit: sen,
            indicator: "members.admitted".to_owned(),
            period: kernel::Period::parse("2021").unwrap(),
            value: Some(7),
        };
        crate::targets::set_targets(app, actor, &[target], &paper("12/QĐ")).unwrap();
        let before = dump(world);
        let refusal = undo(app, actor, id).unwrap_err();
        let refusal = refusal.refusal().unwrap();
        assert_eq!(refusal.code, "has_dependents");
        for part in [
            "Công đoàn phường Sen Hồng ngày 2/7/2021",
            "việc của đoàn viên",
            "1 chỉ tiêu của đơn vị mới",
        ] {
            assert!(refusal.message.contains(part), "{part}: {}", refusal.message);
        }
        assert_eq!(dump(world), before);
    });
}

#[test]
fn no_list_reaches_further_than_a_post_and_nobody_sees_anothers() {
    with_city(|world, &City { k, .. }| {
        let app = &world.app;
        let clerk_with = |powers: &[Power]| {
            let hold = Hold { post: Id(9), unit: k, below: true, powers: powers.to_vec() };
            Actor::with_posts("Lê Thị Sổ", Id(8), vec![hold])
        };
        let clerk = clerk_with(&[Power::RecordUnits, Power::ReadFigures]);
        let text = whole();
        let file = ("danh sách.csv", text.as_bytes());
        assert_eq!(code(prepare(app, &clerk, "h", decision("2021-06-01"), file)), "out_of_reach");
        let id = prepare(app, &clerk, "k", decision("2021-06-01"), file).unwrap();
        let looked = look(app, &clerk, id).unwrap().1;
        let codes: Vec<_> = refused(&looked).into_iter().map(|(_, code)| code).collect();
        assert!(
            codes.contains(&"unknown_unit"),
            "unions of another district are not told: {codes:?}"
        );
        let other = list(&["Đơn vị l;Đổi tên;;Tên khác", "Đơn vị a;Đổi tên;;Sao Mai"]);
        let file = ("khác.csv", other.as_bytes());
        let other = prepare(app, &clerk, "k", decision("2021-06-01"), file).unwrap();
        let looked = look(app, &clerk, other).unwrap().1;
        assert_eq!(refused(&looked), [(4, "out_of_reach")]);
        assert!(looked.rehearsal.moved.iter().all(|scope| scope.code != "l" && scope.code != "h"));
        assert_eq!(code(look(app, &world.actor, id).map(drop)), "unknown_job");
        assert_eq!(code(history(app, &clerk, "h", (0, 5))), "out_of_reach");
        assert_eq!(code(sheet_to_fill(app, &clerk, "l")), "out_of_reach");
        assert!(sheet_to_fill(app, &clerk, "k").unwrap().starts_with(b"PK"));
        let reader = clerk_with(&[Power::ReadFigures]);
        for told in [
            code(prepare(app, &reader, "k", decision("2021-06-01"), file).map(drop)),
            code(look(app, &reader, id).map(drop)),
            code(undo(app, &reader, id)),
            code(history(app, &reader, "k", (0, 5)).map(drop)),
        ] {
            assert_eq!(told, "not_allowed");
        }
        let whole = carried_out(world, &super::tests::whole());
        assert_eq!(code(undo(app, &clerk, whole)), "out_of_reach");
    });
}

#[test]
fn the_sheet_to_fill_is_read_again_as_a_list() {
    with_city(|world, _| {
        let (app, actor) = (&world.app, &world.actor);
        let bytes = sheet_to_fill(app, actor, "h").unwrap();
        let id = prepare(app, actor, "h", decision("2021-06-01"), ("mẫu.xlsx", &bytes)).unwrap();
        let looked = look(app, actor, id).unwrap().1;
        assert_eq!(looked.rows.len(), 6);
        assert!(
            looked
                .rows
                .iter()
                .all(|row| row.refused.as_ref().is_some_and(|no| no.code == "deed_missing"))
        );
    });
}

#[test]
fn names_and_kinds_of_every_deed_are_taken_back_too() {
    with_city(|world, &City { k, a, b, .. }| {
        let (app, actor) = (&world.app, &world.actor);
        suspend(app, actor, b, day("2021-01-05"), false, "ngừng").unwrap();
        let e = world.unit("e", UnitKind::Grassroots, Some(k), "2020-01-01", Entry::BroughtForward);
        let struck = Some(&paper("4/QĐ"));
        end_unit(app, actor, e, day("2021-02-01"), true, "xóa", struck).unwrap();
        let before = dump(world);
        let id = carried_out(
            world,
            &list(&[
                "Đơn vị a;Đổi tên;;Công đoàn Nắng Mai",
                "Đơn vị b;Hoạt động trở lại;;",
                "Đơn vị e;Khôi phục;;",
                "Đơn vị c;Bàn giao;Đơn vị k;",
                "Đơn vị d;Xóa tên;;",
            ]),
        );
        assert_eq!(unit_card(app, actor, a, day("2021-06-30")).unwrap().name, "Công đoàn Nắng Mai");
        undo(app, actor, id).unwrap();
        assert_eq!(dump(world), before);
    });
}
