//! Honours told through actions, on both engines: counted where and when they were decided, traced, revoked, published.

mod below;

use kernel::actor::Hold;
use kernel::{Actor, Id, Period, Power, UnitKind};

use super::*;
use crate::documents::DocumentRef;
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::figures::{Query, trace};
use crate::units::Entry;

/// A city over a district over two unions with three members each; the clock stands on 30/6/2021.
struct Ground {
    city: Id,
    district: Id,
    unions: [Id; 2],
    people: [Vec<Id>; 2],
}

fn with_unions(test: impl Fn(&World<'_>, &Ground)) {
    on_books(|world| {
        world.clock.move_to(day("2021-06-30"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let city = brought("h", UnitKind::Province, None);
        let district = brought("k", UnitKind::District, Some(city));
        let unions = ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(district)));
        let people = unions.map(|unit| world.admit(unit, "2020-02-01", 3));
        test(world, &Ground { city, district, unions, people });
        proven(world);
    });
}

fn decision(ground: &Ground, number: &str, lines: Vec<NewHonour>) -> NewCommendation {
    NewCommendation {
        unit: ground.district,
        stage: Stage::Decided,
        level: Level::District,
        decided_by: "LĐLĐ quận K".to_owned(),
        proposed_by: None,
        presented_by: None,
        presented_on: None,
        document: paper(number),
        on: day("2021-03-01"),
        year: 2020,
        title: "Khen thưởng năm 2020".to_owned(),
        emulation: None,
        lines,
    }
}

/// A certificate for each of the first union's people and for the second union.
fn some(ground: &Ground) -> Vec<NewHonour> {
    let [a, b] = ground.unions;
    let people =
        ground.people[0].iter().map(|person| NewHonour::of_person("ctt.giay_khen", *person, a));
    people.chain([NewHonour::of_unit("ctt.giay_khen", b)]).collect()
}

fn write(world: &World<'_>, new: &NewCommendation) -> crate::Result<Id> {
    commend(&world.app, &world.actor, new)
}

fn code<T: std::fmt::Debug>(result: crate::Result<T>) -> &'static str {
    result.unwrap_err().refusal().map_or("failed", |refusal| refusal.code)
}

fn values(world: &World<'_>, scope: &str, codes: &[&str]) -> Vec<i64> {
    world.values(&Query::of(scope, Period::parse("2021-H1").unwrap()), codes)
}

fn rows(world: &World<'_>, scope: Id) -> Vec<HonourRow> {
    let filter = HonourFilter { scope: Some(scope), ..HonourFilter::default() };
    honours(&world.app, &world.actor, &filter, 100).unwrap().rows
}

const BOTH: [&str; 2] = ["awards.people", "awards.collectives"];

#[test]
fn a_decision_with_its_list_counts_at_every_scope_and_leads_back_to_names_and_paper() {
    with_unions(|world, ground| {
        let id = write(world, &decision(ground, "5/QĐ", some(ground))).unwrap();
        for (scope, counted) in [("h", [3, 1]), ("k", [3, 1]), ("a", [3, 0]), ("b", [0, 1])] {
            assert_eq!(values(world, scope, &BOTH), counted, "{scope}");
        }
        let by = [
            "awards.people.district",
            "awards.people.certificates",
            "awards.people.city",
            "awards.people.merit",
        ];
        assert_eq!(values(world, "k", &by), [3, 3, 0, 0]);
        let query = Query::of("k", Period::parse("2021-H1").unwrap());
        let told = trace(&world.app, &world.actor, "awards.people", &query, 0, 10).unwrap();
        assert_eq!((told.value, told.lines.len()), (3, 3));
        for line in &told.lines {
            assert!(
                line.person.is_some() && line.event.ends_with("LĐLĐ quận K quyết định"),
                "{line:?}"
            );
            assert_eq!(line.document.as_deref(), Some("5/QĐ"));
        }
        let shown = commendation(&world.app, &world.actor, id).unwrap();
        assert_eq!((shown.lines.len(), shown.head.counts), (4, (3, 1)));
    });
}

#[test]
fn a_list_goes_in_whole_or_not_at_all_and_the_refusal_names_the_line() {
    with_unions(|world, ground| {
        let mut lines = some(ground);
        lines.push(NewHonour::of_person("ctt.giay_khen", ground.people[1][0], ground.unions[0]));
        let error = write(world, &decision(ground, "5/QĐ", lines)).unwrap_err();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code, "not_a_member_then");
        assert!(refusal.message.starts_with("Dòng 5: "), "{}", refusal.message);
        assert_eq!(values(world, "k", &BOTH), [0, 0]);
    });
}

#[test]
fn nobody_decides_what_only_another_level_can_give() {
    with_unions(|world, ground| {
        let medal =
            NewHonour::of_person("tld.ky_niem_chuong", ground.people[0][0], ground.unions[0]);
        let own = decision(ground, "5/QĐ", vec![medal.clone()]);
        assert_eq!(code(write(world, &own)), "level_not_competent");
        let right = NewCommendation {
            level: Level::Tld,
            decided_by: "Tổng Liên đoàn".to_owned(),
            presented_by: Some("LĐLĐ quận K".to_owned()),
            ..own
        };
        write(world, &right).unwrap();
        assert_eq!(
            values(world, "k", &["awards.people.medals.tld", "awards.people.district"]),
            [1, 0]
        );
        // It is given once in a life, whatever the paper.
        let again = NewCommendation { document: paper("6/QĐ"), on: day("2021-04-01"), ..right };
        assert_eq!(code(write(world, &again)), "already_honoured");
    });
}

#[test]
fn the_same_line_twice_the_wrong_subject_an_unknown_name_and_a_missing_number_are_refused() {
    with_unions(|world, ground| {
        let [a, b] = ground.unions;
        let person = ground.people[0][0];
        let of = |award: &str| NewHonour::of_person(award, person, a);
        let cases = [
            (vec![of("ctt.giay_khen"), of("ctt.giay_khen")], "twice_in_list"),
            (vec![of("ctt.cdcs_vung_manh")], "wrong_subject"),
            (vec![of("tld.phat_trien")], "unknown_award"),
            (vec![], "empty_list"),
            (vec![NewHonour { person: None, ..of("ctt.giay_khen") }], "name_missing"),
            (
                vec![NewHonour { grade: Some(4), ..NewHonour::of_unit("khac.giai_thuong", b) }],
                "bad_grade",
            ),
            (
                vec![NewHonour { count: Some(0), ..NewHonour::of_unit("ctt.giay_khen", b) }],
                "bad_count",
            ),
        ];
        for (lines, expected) in cases {
            assert_eq!(code(write(world, &decision(ground, "5/QĐ", lines))), expected);
        }
        assert_eq!(code(write(world, &decision(ground, " ", some(ground)))), "document_missing");
        let early =
            NewCommendation { on: day("2021-07-01"), ..decision(ground, "5/QĐ", some(ground)) };
        assert_eq!(code(write(world, &early)), "after_last_day");
        write(world, &decision(ground, "5/QĐ", some(ground))).unwrap();
        assert_eq!(code(write(world, &decision(ground, "5/QĐ", some(ground)))), "already_honoured");
    });
}

#[test]
fn a_proposal_is_counted_as_one_answered_by_a_decision_once_or_declined_with_its_reason() {
    with_unions(|world, ground| {
        let [a, _] = ground.unions;
        let line = |person: Id| NewHonour::of_person("tinh.bang_khen", person, a);
        let proposed = NewCommendation {
            stage: Stage::Proposed,
            level: Level::City,
            decided_by: "LĐLĐ thành phố H".to_owned(),
            ..decision(
                ground,
                "1/TTr",
                ground.people[0].iter().map(|person| line(*person)).collect(),
            )
        };
        let id = write(world, &proposed).unwrap();
        let codes = ["awards.proposed.people", "awards.people"];
        assert_eq!(values(world, "k", &codes), [3, 0]);
        let waiting = commendation(&world.app, &world.actor, id).unwrap().lines;
        let answer =
            |row: &HonourRow| NewHonour { answers: Some(row.id), ..line(row.person.unwrap()) };
        let granted = NewCommendation {
            stage: Stage::Decided,
            document: paper("9/QĐ"),
            on: day("2021-04-01"),
            lines: vec![answer(&waiting[0])],
            ..proposed.clone()
        };
        write(world, &granted).unwrap();
        assert_eq!(values(world, "k", &codes), [3, 1]);
        let again = NewCommendation { document: paper("10/QĐ"), ..granted.clone() };
        assert_eq!(code(write(world, &again)), "not_an_answer");
        decline(
            &world.app,
            &world.actor,
            waiting[1].id,
            day("2021-04-02"),
            "Chưa đủ hai sáng kiến",
        )
        .unwrap();
        let late = NewCommendation {
            document: paper("11/QĐ"),
            lines: vec![answer(&waiting[1])],
            ..granted
        };
        assert_eq!(code(write(world, &late)), "not_an_answer");
        assert_eq!(values(world, "k", &codes), [3, 1]);
    });
}

fn revocation(on: &str) -> Revocation {
    Revocation {
        on: day(on),
        document: paper("20/QĐ"),
        cause: "Khai man thành tích".to_owned(),
        recovered: Some("Giấy khen".to_owned()),
        recovered_vnd: Some(500_000),
    }
}

#[test]
fn what_is_revoked_stays_counted_where_it_was_decided_and_what_was_wrong_is_reversed() {
    with_unions(|world, ground| {
        let id = write(world, &decision(ground, "5/QĐ", some(ground))).unwrap();
        let lines = commendation(&world.app, &world.actor, id).unwrap().lines;
        revoke(&world.app, &world.actor, lines[0].id, &revocation("2021-05-01")).unwrap();
        let codes = ["awards.people", "awards.revoked.people"];
        assert_eq!(values(world, "k", &codes), [3, 1]);
        assert_eq!(
            code(revoke(&world.app, &world.actor, lines[0].id, &revocation("2021-05-02"))),
            "already_ended"
        );
        let before = revoke(&world.app, &world.actor, lines[1].id, &revocation("2021-02-01"));
        assert_eq!(code(before), "ends_before_begun");
        withdraw(&world.app, &world.actor, lines[2].id, "Ghi nhầm người").unwrap();
        assert_eq!(values(world, "k", &codes), [2, 1]);
        let shown = commendation(&world.app, &world.actor, id).unwrap();
        let ended: Vec<_> =
            shown.lines.iter().filter_map(|row| row.ended.as_ref().map(|end| end.0)).collect();
        assert_eq!(ended, [Ended::Revoked, Ended::Withdrawn]);
        assert_eq!(shown.head.counts, (2, 1));
    });
}

#[test]
fn an_honour_keeps_the_names_of_its_day() {
    with_unions(|world, ground| {
        write(world, &decision(ground, "5/QĐ", some(ground))).unwrap();
        let (unit, on) = (ground.unions[1], day("2021-05-01"));
        let name = "Công đoàn Tên Mới".to_owned();
        crate::units::rename(&world.app, &world.actor, unit, on, &name, &paper("7/QĐ")).unwrap();
        let told = honours_of_unit(&world.app, &world.actor, unit).unwrap();
        assert_eq!(told[0].unit_named, "Đơn vị b");
        let person = ground.people[0][0];
        assert_eq!(honours_of_person(&world.app, &world.actor, person).unwrap().len(), 1);
    });
}

fn posted(unit: Id, power: Power) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: vec![power, Power::ReadPeople] };
    Actor::with_posts("cán bộ", Id(8), vec![hold])
}

#[test]
fn a_clerk_writes_and_reads_within_reach_only_and_needs_the_power() {
    with_unions(|world, ground| {
        let clerk = posted(ground.unions[0], Power::RecordHonours);
        let whole = decision(ground, "5/QĐ", some(ground));
        assert_eq!(code(commend(&world.app, &clerk, &whole)), "out_of_reach");
        // Kept at the own union, but with somebody of another union on the list.
        let own = NewCommendation { unit: ground.unions[0], ..whole.clone() };
        assert_eq!(code(commend(&world.app, &clerk, &own)), "out_of_reach");
        let leader = posted(ground.district, Power::ReadFigures);
        assert_eq!(code(commend(&world.app, &leader, &whole)), "not_allowed");
        let id = write(world, &whole).unwrap();
        assert_eq!(code(commendation(&world.app, &clerk, id)), "out_of_reach");
        let stranger = ground.people[1][0];
        assert_eq!(code(honours_of_person(&world.app, &clerk, stranger)), "out_of_reach");
        let lines = commendation(&world.app, &world.actor, id).unwrap().lines;
        let of_b = lines.iter().find(|row| row.unit.0 == ground.unions[1]).unwrap().id;
        assert_eq!(code(withdraw(&world.app, &clerk, of_b, "thử")), "out_of_reach");
        let filter = HonourFilter { scope: Some(ground.district), ..HonourFilter::default() };
        assert_eq!(code(honours(&world.app, &clerk, &filter, 10)), "out_of_reach");
        assert_eq!(
            code(publish_roll(&world.app, &clerk, ground.unions[0], day("2021-01-01"), true)),
            "not_allowed"
        );
    });
}

#[test]
fn the_public_roll_is_closed_until_opened_and_forgets_what_was_revoked() {
    with_unions(|world, ground| {
        let id = write(world, &decision(ground, "5/QĐ", some(ground))).unwrap();
        let ask = |text: &str| {
            let filter = RollFilter { text: text.to_owned(), ..RollFilter::default() };
            public_roll(&world.app, "k", &filter, 50)
        };
        assert_eq!(code(ask("")), "no_public_roll");
        assert_eq!(
            code(public_roll(&world.app, "khong-co", &RollFilter::default(), 5)),
            "no_public_roll"
        );
        publish_roll(&world.app, &world.actor, ground.district, day("2021-07-01"), true).unwrap();
        assert_eq!(code(ask("")), "no_public_roll");
        publish_roll(&world.app, &world.actor, ground.district, day("2021-06-01"), true).unwrap();
        assert_eq!(ask("").unwrap().rows.len(), 4);
        assert_eq!(ask("so 1").unwrap().rows.len(), 1);
        assert_eq!(ask("Số 1").unwrap().rows[0].named, "Nguyễn Thị Số 1");
        assert_eq!(ask("%").unwrap().rows.len(), 4);
        let lines = commendation(&world.app, &world.actor, id).unwrap().lines;
        let gone = lines.iter().find(|row| row.named == "Nguyễn Thị Số 1").unwrap().id;
        revoke(&world.app, &world.actor, gone, &revocation("2021-06-02")).unwrap();
        assert_eq!(ask("so 1").unwrap().rows, []);
        assert_eq!(ask("").unwrap().rows.len(), 3);
        publish_roll(&world.app, &world.actor, ground.district, day("2021-06-20"), false).unwrap();
        assert_eq!(code(ask("")), "no_public_roll");
        // The city's own roll is another matter, and was never opened.
        assert!(roll_state(&world.app, &world.actor, ground.city).unwrap().is_none());
    });
}

fn idea(ground: &Ground, shares: &[(i64, i64)]) -> Initiative {
    let [a, _] = ground.unions;
    let author = |(share, person): (&(i64, i64), &Id)| Author {
        person: Some(*person),
        named: String::new(),
        unit: a,
        share: *share,
    };
    Initiative {
        unit: a,
        kind: InitiativeKind::Improvement,
        name: "Cải tiến máy cắt".to_owned(),
        level: Level::District,
        on: day("2021-03-01"),
        year: 2021,
        field: None,
        benefit_vnd: Some(80_000_000),
        document: paper("3/QĐ"),
        first: None,
        emulation: None,
        count: None,
        authors: shares.iter().zip(&ground.people[0]).map(author).collect(),
    }
}

#[test]
fn shares_make_one_whole_and_the_benefit_is_counted_at_the_first_level_only() {
    with_unions(|world, ground| {
        let write = |new: &Initiative| recognise(&world.app, &world.actor, new);
        for bad in [&[(1, 2), (1, 3)][..], &[(1, 2), (1, 2), (1, 2)], &[(0, 1)], &[]] {
            assert_eq!(code(write(&idea(ground, bad))), "shares_not_one");
        }
        let first = write(&idea(ground, &[(1, 3), (1, 3), (1, 3)])).unwrap();
        let twice = write(&idea(ground, &[(1, 3), (1, 3), (1, 3)]));
        assert_eq!(code(twice), "already_recognised", "what is sent twice counts once");
        let higher = Initiative {
            level: Level::City,
            first: Some(first),
            ..idea(ground, &[(1, 2), (1, 4), (1, 4)])
        };
        write(&higher).unwrap();
        let again = Initiative { level: Level::District, ..higher.clone() };
        assert_eq!(code(write(&again)), "not_higher");
        let counted = Initiative { count: Some((40, true)), ..idea(ground, &[]) };
        let codes = [
            "initiatives.recognised.district",
            "initiatives.recognised.city",
            "initiatives.benefit_vnd",
        ];
        assert_eq!(values(world, "k", &codes), [1, 1, 80_000_000]);
        write(&Initiative { benefit_vnd: None, ..counted }).unwrap();
        assert_eq!(values(world, "k", &codes[..1]), [41]);
    });
}

#[test]
fn an_initiative_recognised_at_three_levels_one_after_the_other_is_one_initiative() {
    with_unions(|world, ground| {
        let mut first = None;
        for level in [Level::Grassroots, Level::District, Level::City] {
            let new = Initiative { level, first, ..idea(ground, &[(1, 1)]) };
            first = Some(recognise(&world.app, &world.actor, &new).unwrap());
        }
        let (person, on) = (ground.people[0][0], day("2021-06-01"));
        let told =
            crate::eligibility::explain(&world.app, &world.actor, person, "tld.bang_khen", on);
        let findings = told.unwrap().verdict.findings;
        let two = findings.iter().find(|finding| finding.condition == "hai_sang_kien").unwrap();
        assert_eq!(two.used.traces.len(), 1, "{two:?}");
        assert_ne!(two.answer, ::rules::Answer::Met);
    });
}

#[test]
fn a_contest_counts_entries_contestants_and_prizes_and_tells_people_apart() {
    with_unions(|world, ground| {
        let contest_id = record_emulation(
            &world.app,
            &world.actor,
            &NewEmulation {
                unit: ground.district,
                kind: EmulationKind::Contest,
                name: "Hội thi nghề giỏi".to_owned(),
                event: None,
                from: day("2021-04-01"),
                to: Some(day("2021-04-02")),
                document: None,
                part_of: None,
                about: None,
            },
        )
        .unwrap();
        let line = |kind, person: Option<Id>, prize| NewContestLine {
            kind,
            unit: ground.unions[0],
            on: day("2021-04-01"),
            person,
            named: None,
            trade: Some("Hàn".to_owned()),
            round: None,
            score: Some(950),
            prize,
            count: None,
        };
        let who = ground.people[0][0];
        let lines = [
            line(Told::Entry, None, None),
            line(Told::Contestant, Some(who), Some(Prize::First)),
            line(Told::Contestant, Some(who), None),
        ];
        let add = |lines: &[NewContestLine]| {
            add_to_contest(&world.app, &world.actor, contest_id, lines, Some(&paper("4/QĐ")))
        };
        add(&lines).unwrap();
        assert_eq!(
            code(add(&[line(Told::Judge, Some(who), Some(Prize::First))])),
            "judge_with_prize"
        );
        assert_eq!(code(add(&[line(Told::Contestant, None, None)])), "name_missing");
        let codes = [
            "contests.entries",
            "contests.contestants",
            "contests.prizes.first",
            "contests.prizes.second",
        ];
        assert_eq!(values(world, "k", &codes), [1, 2, 1, 0]);
        let (_, summary, lines) = contest(&world.app, &world.actor, contest_id).unwrap();
        assert_eq!((summary.contestants, summary.people, summary.entries), (2, 1, 1));
        assert_eq!((summary.prizes, lines.len()), ([1, 0, 0, 0], 3));
    });
}

#[test]
fn a_movement_is_launched_to_units_once() {
    with_unions(|world, ground| {
        let new = NewEmulation {
            unit: ground.district,
            kind: EmulationKind::Wave,
            name: "Chào mừng 28/7".to_owned(),
            event: Some("28/7/2021".to_owned()),
            from: day("2021-05-01"),
            to: None,
            document: Some(DocumentRef::decision("1/KH", None, "LĐLĐ quận K", "Kế hoạch")),
            part_of: None,
            about: None,
        };
        let wave = record_emulation(&world.app, &world.actor, &new).unwrap();
        let to = |units: &[Id]| launch(&world.app, &world.actor, wave, units, day("2021-05-01"));
        assert_eq!(to(&ground.unions).unwrap(), 2);
        assert_eq!(to(&ground.unions).unwrap(), 0);
        assert_eq!(values(world, "k", &["emulation.waves"]), [1]);
        let days = Period::parse("2021").unwrap();
        let told = emulations(&world.app, &world.actor, ground.district, false, days).unwrap();
        assert_eq!((told.len(), told[0].launched), (1, 2));
    });
}

#[test]
fn a_typed_list_finds_its_units_and_people_and_says_what_it_cannot_find() {
    with_unions(|world, ground| {
        let row = |named: &str, unit: &str, award: &str| ListedRow {
            named: named.to_owned(),
            unit: unit.to_owned(),
            award: award.to_owned(),
            ..ListedRow::default()
        };
        let typed = [
            row("Nguyễn Thị Số 1", "a", ""),
            row("", "Đơn vị b", "Công đoàn cơ sở vững mạnh"),
            row("Người Ngoài Sổ", "a", ""),
            row("", "khong-co", ""),
            row("Nguyễn Thị Số 1", "a", "Huân chương ngoài danh mục"),
        ];
        let place = (ground.district, day("2021-03-01"));
        let told = read_list(&world.app, &world.actor, place, "ctt.giay_khen", &typed).unwrap();
        let codes: Vec<_> =
            told.iter().map(|each| each.found.as_ref().map_or_else(|no| no.code, |_| "")).collect();
        assert_eq!(codes, ["", "", "", "unknown_unit", "unknown_award"]);
        let found: Vec<&NewHonour> =
            told.iter().filter_map(|each| each.found.as_ref().ok()).collect();
        assert_eq!(found[0].person, Some(ground.people[0][1]));
        assert_eq!((found[1].subject, found[1].unit), (Subject::Collective, ground.unions[1]));
        assert!(found[2].person.is_none() && told[2].note.is_some());
        assert_eq!(rows(world, ground.district), []);
        let lines = found.into_iter().cloned().collect();
        write(world, &decision(ground, "5/QĐ", lines)).unwrap();
        assert_eq!(values(world, "k", &BOTH), [2, 1]);
    });
}
