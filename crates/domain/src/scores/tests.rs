//! Scores told through actions, on both engines: clusters, a sheet under its frame, cards filled, reviewed and ranked,
//! the counts of grades, and what is refused on the way.

use kernel::actor::Hold;
use kernel::{Actor, Id, Period, Power, UnitKind};

use super::*;
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::figures::{Query, trace};
use crate::units::Entry;

/// A district over four unions, all in one cluster; the clock stands on 15/1/2022.
struct Ground {
    district: Id,
    unions: Vec<Id>,
    cluster: Id,
    sheet: Id,
}

fn with_cluster(test: impl Fn(&World<'_>, &Ground)) {
    on_books(|world| {
        world.clock.move_to(day("2022-01-15"));
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let district = brought("k", UnitKind::District, None);
        let unions: Vec<Id> = ["a", "b", "c", "d"]
            .iter()
            .map(|code| brought(code, UnitKind::Grassroots, Some(district)))
            .collect();
        let cluster = found(&world.app, &world.actor, &cluster_of(district, &unions)).unwrap();
        let sheet = make_sheet(&world.app, &world.actor, &small(district)).unwrap();
        test(world, &Ground { district, unions, cluster, sheet });
        proven(world);
    });
}

fn cluster_of(unit: Id, units: &[Id]) -> NewCluster {
    NewCluster {
        unit,
        name: "Khối doanh nghiệp số 1".to_owned(),
        from: day("2021-01-01"),
        to: None,
        about: None,
        document: paper("3/QĐ"),
        units: units.to_vec(),
        head: units.first().copied(),
    }
}

fn item(group: &str, code: &str, most: i64) -> Item {
    let text = format!("Nội dung {code}");
    Item { group: group.to_owned(), code: code.to_owned(), text, most, evidence: String::new() }
}

fn band(grade: &str, least: i64) -> Band {
    Band { grade: grade.to_owned(), name: grade.to_owned(), least: Some(least) }
}

/// A sheet under the frame in force: one item a group, bands typed by the office, two conditions of its own.
fn small(unit: Id) -> NewSheet {
    let bonus =
        Group { code: "thuong".to_owned(), name: String::new(), most: None, by_council: true };
    let asked = |code: &str, effect| Condition {
        code: code.to_owned(),
        say: format!("Có {code}"),
        effect,
        when: When::Asked,
    };
    NewSheet {
        unit,
        frame: Some("cdcs_1294".to_owned()),
        name: "Bảng điểm năm 2021".to_owned(),
        from: day("2021-01-01"),
        document: paper("4/HD"),
        body: Body {
            groups: vec![bonus],
            items: vec![
                item("1", "1.1", 4_000),
                item("2", "2.1", 4_000),
                item("3", "3.1", 1_500),
                item("thuong", "4.1", 500),
            ],
            bands: vec![
                band("xuat_sac", 9_000),
                band("tot", 7_000),
                band("hoan_thanh", 5_000),
                band("khong_hoan_thanh", 0),
            ],
            conditions: vec![
                asked("no_phi", Effect::Cap("tot".to_owned())),
                asked("tai_nan", Effect::Forbid),
            ],
            halves: Some((1, 2)),
            ..Body::default()
        },
    }
}

fn cycle_of(ground: &Ground, term: Term) -> NewCycle {
    let (from, to) = match term {
        Term::FirstHalf => ("2021-01-01", "2021-06-30"),
        Term::SecondHalf => ("2021-07-01", "2021-12-31"),
        Term::Year | Term::School => ("2021-01-01", "2021-12-31"),
    };
    NewCycle {
        unit: ground.district,
        sheet: ground.sheet,
        name: "Chấm điểm 2021".to_owned(),
        term,
        year: 2021,
        from: day(from),
        to: day(to),
        own_by: day(to),
        review_by: None,
        document: None,
        clusters: vec![ground.cluster],
    }
}

/// Opens a cycle and gives back it and the cards in the order of the unions.
fn opened(world: &World<'_>, ground: &Ground, term: Term) -> (Id, Vec<Id>) {
    let id = open_cycle(&world.app, &world.actor, &cycle_of(ground, term)).unwrap();
    let (_, _, rows) = cycle(&world.app, &world.actor, id).unwrap();
    let of = |unit: &Id| rows.iter().find(|row| row.unit.0 == *unit).unwrap().card;
    (id, ground.unions.iter().map(of).collect())
}

fn mark(item: &str, points: i64) -> Mark {
    Mark { item: item.to_owned(), points, reason: None }
}

fn why(item: &str, points: i64) -> Mark {
    Mark { reason: Some("Theo biên bản".to_owned()), ..mark(item, points) }
}

fn no(condition: &str) -> Answer {
    Answer { condition: condition.to_owned(), applies: false, reason: None }
}

fn yes(condition: &str) -> Answer {
    Answer { applies: true, ..no(condition) }
}

/// Fills a card with three numbers and two answers, and sends it.
fn send(world: &World<'_>, card: Id, points: [i64; 3], answers: [Answer; 2]) {
    let marks = ["1.1", "2.1", "3.1"].iter().zip(points);
    let marks: Vec<Mark> = marks.map(|(item, points)| mark(item, points)).collect();
    fill(&world.app, &world.actor, card, &marks, &answers).unwrap();
    submit(&world.app, &world.actor, card, None).unwrap();
}

fn clean() -> [Answer; 2] {
    [no("no_phi"), no("tai_nan")]
}

fn accept(world: &World<'_>, card: Id, marks: &[Mark]) {
    review(&world.app, &world.actor, card, (marks, &[]), None).unwrap();
}

fn code<T>(result: crate::Result<T>) -> &'static str {
    match result {
        Ok(_) => "done",
        Err(error) => error.refusal().map_or("failed", |refusal| refusal.code),
    }
}

const COUNTS: [&str; 4] =
    ["scores.ranked.first", "scores.ranked.second", "scores.half.first", "scores.half.second"];

fn counts(world: &World<'_>, scope: &str) -> Vec<i64> {
    world.values(&Query::of(scope, Period::parse("2022-H1").unwrap()), &COUNTS)
}

#[test]
fn a_cluster_is_ranked_with_ties_said_and_each_grade_counted_and_traced() {
    with_cluster(|world, ground| {
        let (id, cards) = opened(world, ground, Term::Year);
        send(world, cards[0], [4_000, 3_500, 1_500], clean());
        send(world, cards[1], [3_500, 4_000, 1_500], clean());
        send(world, cards[2], [4_000, 4_000, 1_500], [yes("no_phi"), no("tai_nan")]);
        send(world, cards[3], [4_000, 4_000, 1_500], [no("no_phi"), yes("tai_nan")]);
        for card in &cards {
            accept(world, *card, &[]);
        }
        let told = ranking(&world.app, &world.actor, id, ground.cluster).unwrap();
        let line = |line: &RankLine| (line.unit.1.clone(), line.place, line.grade.clone());
        let grade = |text: &str, name: &str| Some((text.to_owned(), name.to_owned()));
        assert_eq!(
            told.lines.iter().map(line).collect::<Vec<_>>(),
            [
                ("c".to_owned(), Some(1), grade("tot", "Hoàn thành tốt nhiệm vụ")),
                ("a".to_owned(), Some(2), grade("xuat_sac", "Hoàn thành xuất sắc nhiệm vụ")),
                ("b".to_owned(), Some(2), grade("xuat_sac", "Hoàn thành xuất sắc nhiệm vụ")),
                ("d".to_owned(), None, None),
            ]
        );
        assert!(told.lines[1].tied && !told.lines[0].tied);
        let said = &told.lines[0].said;
        assert!(
            said.iter().any(|each| each == "Có no_phi: hạ xuống Hoàn thành tốt nhiệm vụ"),
            "{said:?}"
        );
        assert!(told.lines[3].said.iter().any(|each| each == "Có tai_nan: không xếp loại"));
        let place = (id, ground.cluster);
        decide(&world.app, &world.actor, place, day("2022-01-10"), &paper("9/QĐ")).unwrap();
        assert_eq!(counts(world, "k"), [2, 1, 0, 0]);
        assert_eq!(counts(world, "a"), [1, 0, 0, 0]);
        let query = Query::of("k", Period::parse("2022-H1").unwrap());
        let traced = trace(&world.app, &world.actor, COUNTS[0], &query, 0, 10).unwrap();
        assert_eq!((traced.value, traced.lines.len()), (2, 2));
        assert_eq!(traced.lines[0].document.as_deref(), Some("9/QĐ"));
        assert!(traced.lines[0].event.contains("Khối doanh nghiệp số 1"), "{:?}", traced.lines[0]);
        let again = decide(&world.app, &world.actor, place, day("2022-01-10"), &paper("9/QĐ"));
        assert_eq!(code(again), "already_ranked");
        assert_eq!(code(reopen(&world.app, &world.actor, cards[0], "xem lại")), "step_out_of_turn");
        let decided = ranking(&world.app, &world.actor, id, ground.cluster).unwrap();
        assert_eq!(decided.lines, told.lines, "what was decided reads as it was shown");
        withdraw_ranking(&world.app, &world.actor, place, "ghi nhầm khối").unwrap();
        assert_eq!(counts(world, "k"), [0, 0, 0, 0]);
        reopen(&world.app, &world.actor, cards[0], "xem lại").unwrap();
    });
}

#[test]
fn a_year_of_two_halves_is_an_exact_fraction_and_a_half_is_counted_apart() {
    with_cluster(|world, ground| {
        let (first, cards) = opened(world, ground, Term::FirstHalf);
        for (card, points) in cards.iter().zip([3_000, 2_500, 4_000, 4_000]) {
            send(world, *card, [points, 4_000, 1_500], clean());
            accept(world, *card, &[]);
        }
        let place = (first, ground.cluster);
        decide(&world.app, &world.actor, place, day("2022-01-10"), &paper("8/QĐ")).unwrap();
        assert_eq!(counts(world, "k"), [0, 0, 2, 2]);
        let (second, cards) = opened(world, ground, Term::SecondHalf);
        for (card, points) in cards.iter().zip([3_850, 3_750, 4_000, 4_000]) {
            send(world, *card, [points, 4_000, 1_500], clean());
            accept(world, *card, &[]);
        }
        let told = ranking(&world.app, &world.actor, second, ground.cluster).unwrap();
        assert_eq!(told.halves, Some((1, 2)));
        let of = |unit: &str| told.lines.iter().find(|line| line.unit.1 == unit).unwrap();
        // (8.500 + 2 × 9.350) ÷ 3 is 9.066,67 hundredths: reaches 90 points; b: (8.000 + 2 × 9.250) ÷ 3 = 8.833,33.
        let year_of_a = of("a");
        assert_eq!(year_of_a.points, Points { points: 27_200, parts: 3 });
        assert_eq!(
            (year_of_a.points.text().as_str(), year_of_a.points.is_rounded()),
            ("90,67", true)
        );
        assert_eq!(year_of_a.grade.as_ref().unwrap().0, "xuat_sac");
        assert_eq!(of("b").grade.as_ref().unwrap().0, "tot");
        assert!(
            year_of_a.said[0]
                .starts_with("Cả năm 90,67 điểm, đã làm tròn = (85 × 1 + 93,5 × 2) ÷ 3")
        );
        decide(
            &world.app,
            &world.actor,
            (second, ground.cluster),
            day("2022-01-12"),
            &paper("9/QĐ"),
        )
        .unwrap();
        assert_eq!(counts(world, "k"), [3, 1, 2, 2]);
    });
}

#[test]
fn a_year_waits_for_the_cards_of_its_first_half_that_nobody_reviewed() {
    with_cluster(|world, ground| {
        let whole = |cards: &[Id]| {
            cards.iter().for_each(|card| send(world, *card, [3_000, 4_000, 1_500], clean()));
        };
        let (_, first) = opened(world, ground, Term::FirstHalf);
        whole(&first);
        first[1..].iter().for_each(|card| accept(world, *card, &[]));
        let (second, cards) = opened(world, ground, Term::SecondHalf);
        whole(&cards);
        cards.iter().for_each(|card| accept(world, *card, &[]));
        let place = (second, ground.cluster);
        let rank = || decide(&world.app, &world.actor, place, day("2022-01-12"), &paper("9/QĐ"));
        assert_eq!(code(rank()), "cards_waiting");
        accept(world, first[0], &[]);
        assert_eq!(code(rank()), "done");
    });
}

#[test]
fn the_review_says_why_and_the_council_adds_what_the_unit_may_not() {
    with_cluster(|world, ground| {
        let (id, cards) = opened(world, ground, Term::Year);
        let (app, actor, card) = (&world.app, &world.actor, cards[0]);
        let try_fill = |mark: Mark| code(fill(app, actor, card, &[mark], &[]));
        assert_eq!(try_fill(mark("1.1", 4_001)), "points_out_of_range");
        assert_eq!(try_fill(mark("1.1", -1)), "points_out_of_range");
        assert_eq!(try_fill(mark("9.9", 1)), "unknown_item");
        assert_eq!(try_fill(mark("4.1", 100)), "item_of_council");
        assert_eq!(code(fill(app, actor, card, &[], &[no("khac")])), "unknown_condition");
        fill(app, actor, card, &[mark("1.1", 4_000), mark("2.1", 3_000)], &[]).unwrap();
        assert_eq!(code(submit(app, actor, card, None)), "items_not_scored");
        fill(app, actor, card, &[mark("3.1", 1_000)], &[no("no_phi")]).unwrap();
        assert_eq!(code(submit(app, actor, card, None)), "condition_not_answered");
        let try_review = |marks: &[Mark], answers: &[Answer]| {
            code(review(app, actor, card, (marks, answers), None))
        };
        assert_eq!(try_review(&[], &[]), "step_out_of_turn");
        fill(app, actor, card, &[], &[no("tai_nan")]).unwrap();
        submit(app, actor, card, None).unwrap();
        assert_eq!(try_fill(mark("1.1", 1)), "step_out_of_turn");
        assert_eq!(try_review(&[mark("1.1", 3_500)], &[]), "reason_missing");
        assert_eq!(try_review(&[mark("4.1", 300)], &[]), "reason_missing");
        assert_eq!(try_review(&[], &[yes("no_phi")]), "reason_missing");
        assert_eq!(try_review(&[why("4.1", 501)], &[]), "points_out_of_range");
        assert_eq!(code(send_back(app, actor, card, " ")), "reason_missing");
        send_back(app, actor, card, "Thiếu minh chứng 2.1").unwrap();
        fill(app, actor, card, &[mark("2.1", 3_500)], &[]).unwrap();
        submit(app, actor, card, None).unwrap();
        assert_eq!(
            try_review(&[why("1.1", 3_500), mark("2.1", 3_500), why("4.1", 300)], &[]),
            "done"
        );
        let told = super::card(app, actor, card).unwrap();
        assert_eq!((told.own.points, told.reviewed.as_ref().unwrap().points), (8_500, 8_300));
        assert_eq!(
            told.mark(Hand::Review, "1.1").unwrap().reason.as_deref(),
            Some("Theo biên bản")
        );
        assert!(
            told.mark(Hand::Review, "2.1").is_none(),
            "what stays the same is not written again"
        );
        let steps: Vec<Step> = told.steps.iter().map(|each| each.step).collect();
        assert_eq!(steps, [Step::Submit, Step::Return, Step::Submit, Step::Review]);
        let place = (id, ground.cluster);
        let early = decide(app, actor, place, day("2022-01-10"), &paper("9/QĐ"));
        assert_eq!(code(early), "cards_waiting");
        assert_eq!(
            code(decide(app, actor, place, day("2021-12-30"), &paper("9/QĐ"))),
            "cycle_not_over"
        );
    });
}

#[test]
fn a_union_founded_or_changed_too_lately_is_scored_but_not_ranked() {
    with_cluster(|world, ground| {
        world.unit("e", UnitKind::Grassroots, Some(ground.district), "2021-03-01", Entry::Founded);
        let young = crate::units::scope_of_code(&world.app, &world.actor, "e").unwrap();
        let part = (young, Part::Member);
        change_part(&world.app, &world.actor, ground.cluster, part, day("2021-03-01"), None)
            .unwrap();
        let unions = [ground.unions.clone(), vec![young]].concat();
        let ground = Ground { unions, ..*ground };
        let (id, cards) = opened(world, &ground, Term::Year);
        for card in &cards {
            send(world, *card, [4_000, 4_000, 1_500], clean());
            accept(world, *card, &[]);
        }
        let told = ranking(&world.app, &world.actor, id, ground.cluster).unwrap();
        let last = told.lines.last().unwrap();
        assert_eq!((last.unit.1.as_str(), last.place, &last.grade), ("e", None, &None));
        let said = "Thành lập 1/3/2021, chưa đủ 12 tháng: không xếp loại";
        assert_eq!(last.said.last().map(String::as_str), Some(said));
    });
}

#[test]
fn a_cluster_holds_units_below_its_maker_each_in_one_and_its_head_changes_hands() {
    with_cluster(|world, ground| {
        let (app, actor) = (&world.app, &world.actor);
        let try_found = |new: NewCluster| code(found(app, actor, &new));
        let again = cluster_of(ground.district, &ground.unions);
        assert_eq!(try_found(again.clone()), "in_another_cluster");
        let [a, b, c, d] = ground.unions[..] else { panic!("four unions") };
        assert_eq!(try_found(NewCluster { units: vec![a], ..again.clone() }), "bad_units");
        assert_eq!(try_found(NewCluster { units: vec![a, a], ..again.clone() }), "bad_units");
        assert_eq!(try_found(NewCluster { name: " ".to_owned(), ..again.clone() }), "bad_text");
        assert_eq!(
            try_found(NewCluster { document: paper(""), ..again.clone() }),
            "document_missing"
        );
        let own = NewCluster { units: vec![ground.district, a], head: None, ..again.clone() };
        assert_eq!(try_found(own), "not_below");
        let stray = NewCluster { units: vec![a, b], head: Some(c), ..again };
        assert_eq!(try_found(stray), "head_outside");
        let change = |unit, part| {
            code(change_part(app, actor, ground.cluster, (unit, part), day("2021-06-01"), None))
        };
        assert_eq!((change(b, Part::Head), change(d, Part::Gone)), ("done", "done"));
        assert_eq!(change(d, Part::Gone), "not_in_cluster");
        let on = |on: &str| {
            let told = clusters(app, actor, ground.district, day(on)).unwrap();
            told[0].units.iter().map(|unit| (unit.code.clone(), unit.part)).collect::<Vec<_>>()
        };
        let named = |code: &str, part| (code.to_owned(), part);
        let before = on("2021-05-31");
        assert_eq!(before[0], named("a", Part::Head));
        assert_eq!(before.len(), 4);
        let after = [named("b", Part::Head), named("a", Part::Member), named("c", Part::Member)];
        assert_eq!(on("2021-06-01"), after);
    });
}

#[test]
fn a_sheet_keeps_within_its_frame_and_holds_together() {
    with_cluster(|world, ground| {
        let made = sheet(&world.app, &world.actor, ground.sheet).unwrap();
        assert_eq!((made.body.most(), made.body.groups.len()), (10_000, 4));
        assert!(made.body.group("thuong").unwrap().by_council);
        assert_eq!(made.body.months_founded, Some(12));
        let good = small(ground.district);
        let with = |change: &dyn Fn(&mut NewSheet)| {
            let mut new = good.clone();
            change(&mut new);
            code(make_sheet(&world.app, &world.actor, &new))
        };
        assert_eq!(with(&|new| new.frame = Some("khong_co".to_owned())), "unknown_frame");
        assert_eq!(with(&|new| new.from = day("2019-08-13")), "frame_not_in_force");
        assert_eq!(with(&|new| new.name.clear()), "bad_text");
        assert_eq!(with(&|new| new.document.number.clear()), "document_missing");
        assert_eq!(with(&|new| new.body.items[0].most = 4_001), "group_overfull");
        assert_eq!(with(&|new| new.body.items[0].group = "9".to_owned()), "bad_item");
        assert_eq!(with(&|new| new.body.items[1].code = "1.1".to_owned()), "bad_item");
        assert_eq!(with(&|new| new.body.items.clear()), "bad_items");
        assert_eq!(with(&|new| new.body.bands[1].least = Some(9_500)), "bad_bands");
        assert_eq!(with(&|new| new.body.bands.truncate(2)), "bad_bands");
        assert_eq!(
            with(&|new| new.body.conditions[0].effect = Effect::Cap("x".to_owned())),
            "bad_condition"
        );
        assert_eq!(with(&|new| new.body.halves = Some((1, 0))), "bad_halves");
        let own = |new: &mut NewSheet| {
            new.frame = None;
            new.body.groups = vec![Group {
                code: "1".to_owned(),
                name: "Chung".to_owned(),
                most: None,
                by_council: false,
            }];
            new.body.items.truncate(1);
            new.body.bands = vec![band("dat", 2_000), band("khong", 0)];
            new.body.conditions.clear();
        };
        assert_eq!(with(&own), "done", "an office may make a sheet of its own");
        assert_eq!(
            with(&|new| {
                own(new);
                new.body.groups.clear();
            }),
            "bad_group"
        );
        let before = |new: &mut NewSheet| {
            new.frame = Some("cdcs_1931".to_owned());
            new.from = day("2015-01-01");
            new.body.groups[0].name = "Chung".to_owned();
            new.body.items = vec![item("thuong", "1", 10_000)];
            new.body.conditions.clear();
        };
        assert_eq!(
            with(&|new| {
                before(new);
                new.unit = ground.district;
            }),
            "unit_not_open"
        );
    });
}

#[test]
fn evidence_is_added_while_the_card_is_open_and_its_taking_is_noted() {
    with_cluster(|world, ground| {
        let (_, cards) = opened(world, ground, Term::Year);
        let (app, actor, card) = (&world.app, &world.actor, cards[0]);
        let new = |item: &str, said: Option<&str>, file: Option<&[u8]>| NewEvidence {
            item: item.to_owned(),
            said: said.map(str::to_owned),
            file: file.map(|bytes| ("bien-ban.pdf".to_owned(), bytes.to_vec())),
        };
        let add = |new: NewEvidence| attach(app, actor, card, &new);
        assert_eq!(code(add(new("9.9", Some("x"), None))), "unknown_item");
        assert_eq!(code(add(new("1.1", None, None))), "no_evidence");
        assert_eq!(code(add(new("1.1", None, Some(b"MZ")))), "bad_file_kind");
        let id = add(new("1.1", Some("Biên bản hội nghị"), Some(b"%PDF-1.7 thu"))).unwrap();
        let words = add(new("2.1", Some("Nghị quyết 3"), None)).unwrap();
        let (name, _, bytes) = evidence_file(app, actor, card, id).unwrap();
        assert_eq!((name.as_str(), &bytes[..]), ("bien-ban.pdf", &b"%PDF-1.7 thu"[..]));
        assert_eq!(code(evidence_file(app, actor, card, words)), "unknown_evidence");
        assert_eq!(crate::files::sweep(app).unwrap(), 0, "what proves an item is not swept");
        withdraw_evidence(app, actor, card, words).unwrap();
        assert_eq!(super::card(app, actor, card).unwrap().evidence.len(), 1);
        send(world, card, [1, 1, 1], clean());
        assert_eq!(code(withdraw_evidence(app, actor, card, id)), "step_out_of_turn");
        assert_eq!(code(add(new("1.1", Some("muộn"), None))), "step_out_of_turn");
    });
}

#[test]
fn a_union_fills_its_own_card_and_neither_reviews_nor_sees_anothers() {
    with_cluster(|world, ground| {
        let (id, cards) = opened(world, ground, Term::Year);
        let powers = vec![Power::ReadFigures, Power::ReadPeople, Power::RecordHonours];
        let hold = Hold { post: Id(1), unit: ground.unions[0], below: true, powers };
        let chair = Actor::with_posts("chủ tịch", Id(2), vec![hold]);
        let app = &world.app;
        let marks = [mark("1.1", 4_000), mark("2.1", 4_000), mark("3.1", 1_500)];
        fill(app, &chair, cards[0], &marks, &clean()).unwrap();
        submit(app, &chair, cards[0], None).unwrap();
        assert_eq!(code(fill(app, &chair, cards[1], &marks, &[])), "out_of_reach");
        assert_eq!(code(super::card(app, &chair, cards[1])), "out_of_reach");
        assert_eq!(code(review(app, &chair, cards[0], (&[], &[]), None)), "out_of_reach");
        assert_eq!(code(cycle(app, &chair, id)), "out_of_reach");
        assert_eq!(code(ranking(app, &chair, id, ground.cluster)), "out_of_reach");
        let told = super::card(app, &chair, cards[0]).unwrap();
        assert!(told.may_fill && !told.may_review);
        for card in &cards[1..] {
            send(world, *card, [0, 0, 0], clean());
        }
        for card in &cards {
            accept(world, *card, &[]);
        }
        let place = (id, ground.cluster);
        decide(app, &world.actor, place, day("2022-01-10"), &paper("9/QĐ")).unwrap();
        let public = ranking(app, &chair, id, ground.cluster).unwrap();
        assert_eq!((public.lines.len(), public.may_decide), (4, false));
        let nobody = Actor::with_posts("người khác", Id(3), Vec::new());
        assert_eq!(code(ranking(app, &nobody, id, ground.cluster)), "not_allowed");
        let own = cycles(app, &chair, ground.unions[0]).unwrap();
        assert_eq!((own.opened.len(), own.own.len()), (0, 1));
        assert_eq!(own.own[0].state, State::Ranked);
    });
}

#[test]
fn a_cycle_is_opened_once_with_a_sheet_that_is_in_force() {
    with_cluster(|world, ground| {
        let good = cycle_of(ground, Term::Year);
        let with = |change: &dyn Fn(&mut NewCycle)| {
            let mut new = good.clone();
            change(&mut new);
            code(open_cycle(&world.app, &world.actor, &new))
        };
        assert_eq!(with(&|new| new.clusters.clear()), "no_cluster");
        assert_eq!(with(&|new| new.clusters = vec![Id(5)]), "unknown_cluster");
        assert_eq!(with(&|new| new.sheet = Id(5)), "unknown_sheet");
        assert_eq!(with(&|new| new.to = day("2020-01-01")), "ends_before_begun");
        assert_eq!(with(&|new| new.to = day("2022-12-31")), "cycle_too_long");
        assert_eq!(with(&|new| new.own_by = day("2020-12-31")), "bad_deadline");
        let old = |new: &mut NewCycle| {
            (new.from, new.to, new.own_by) =
                (day("2020-01-01"), day("2020-12-31"), day("2020-12-31"));
        };
        assert_eq!(with(&old), "sheet_not_in_force");
        assert_eq!(with(&|new| new.unit = ground.unions[0]), "cluster_of_another");
        assert_eq!(with(&|_| {}), "done");
        assert_eq!(with(&|_| {}), "already_open");
    });
}

#[test]
fn a_ranking_of_the_year_is_what_the_rules_of_awards_are_told_of_the_unit() {
    with_cluster(|world, ground| {
        let answer = |unit: Id| {
            let (award, on) = ("ctt.cdcs_hoan_thanh_xuat_sac", day("2021-12-31"));
            let told = crate::eligibility::explain_unit(&world.app, &world.actor, unit, award, on);
            let told = told.unwrap().verdict;
            let finding = told.findings.iter().find(|each| each.condition == "diem").unwrap();
            (finding.answer, finding.used.traces.first().map(|trace| trace.says.clone()))
        };
        let (first, second) = (ground.unions[0], ground.unions[1]);
        assert_eq!(answer(first).0, ::rules::Answer::NeedsEvidence);
        let (id, cards) = opened(world, ground, Term::Year);
        for (card, points) in cards.iter().zip([4_000, 3_000, 4_000, 4_000]) {
            send(world, *card, [points, 4_000, 1_500], clean());
            accept(world, *card, &[]);
        }
        let place = (id, ground.cluster);
        decide(&world.app, &world.actor, place, day("2022-01-10"), &paper("9/QĐ")).unwrap();
        let (met, said) = answer(first);
        assert_eq!(met, ::rules::Answer::Met);
        assert!(said.unwrap().starts_with("Xếp loại năm 2021 trong Khối doanh nghiệp số 1"));
        assert_eq!(answer(second).0, ::rules::Answer::NotMet);
        withdraw_ranking(&world.app, &world.actor, place, "ghi nhầm").unwrap();
        assert_eq!(answer(first).0, ::rules::Answer::NeedsEvidence);
    });
}

#[test]
fn points_are_read_as_people_write_them_and_printed_the_same() {
    for (typed, hundredths) in [("8", 800), ("8,5", 850), ("8.25", 825), ("0", 0), ("100", 10_000)]
    {
        assert_eq!(points_from(typed).unwrap(), hundredths, "{typed}");
        assert_eq!(points_text(hundredths), typed.replace('.', ","));
    }
    for wrong in ["", "-1", "8,555", "tám", "8,", "10001", ",5"] {
        assert_eq!(points_from(wrong).unwrap_err().code, "bad_points", "{wrong}");
    }
}

#[test]
fn a_ranking_leaves_the_books_as_a_file_and_that_is_noted() {
    with_cluster(|world, ground| {
        let (id, cards) = opened(world, ground, Term::Year);
        send(world, cards[0], [4_000, 4_000, 1_500], clean());
        accept(world, cards[0], &[]);
        let told = ranking(&world.app, &world.actor, id, ground.cluster).unwrap();
        assert_eq!((told.lines.len(), told.waiting.len()), (1, 3));
        let bytes = export(&world.app, &world.actor, &told, crate::exports::Format::Csv).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("1;a;Đơn vị a;95;Hoàn thành xuất sắc nhiệm vụ;"), "{text}");
    });
}
