//! Records, verdicts, candidates and sweeps, told through actions.

use ::rules::State;
use kernel::{Actor, Day, Id, Power, UnitKind};

use super::*;
use crate::audit::{TrailAsked, entries};
use crate::figures::tests::{World, day, on_books, proven};
use crate::units::Entry;

const MEDAL: &str = "tld.ky_niem_chuong";

fn code<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

/// A federation with a union of three members; the clock stands on 28/7/2025.
fn with_union(test: impl Fn(&World<'_>, Id, &[Id])) {
    on_books(|world| {
        world.clock.move_to(day("2025-07-28"));
        let h = world.unit("h", UnitKind::Province, None, "2000-01-01", Entry::BroughtForward);
        let a = world.unit("a", UnitKind::Grassroots, Some(h), "2000-01-01", Entry::BroughtForward);
        let people = world.admit(a, "2005-03-01", 3);
        test(world, a, &people);
        proven(world);
    });
}

fn new(person: Id, sort: RecordSort, kind: &str, from: &str, last: &str) -> NewRecord {
    let last = (!last.is_empty()).then(|| day(last));
    let kind = kind.to_owned();
    NewRecord { person, sort, kind, title: None, from: day(from), last, document: None }
}

fn tell(world: &World<'_>, person: Id, sort: RecordSort, kind: &str, from: &str, last: &str) -> Id {
    record(&world.app, &world.actor, &new(person, sort, kind, from, last)).unwrap()
}

fn medal(world: &World<'_>, person: Id, on: &str) -> Explained {
    explain(&world.app, &world.actor, person, MEDAL, day(on)).unwrap()
}

/// Ten years of ×2 up to 31/12/2024, three years done, the whole file checked.
fn tell_medallist(world: &World<'_>, person: Id) -> Id {
    let post = "khong_chuyen_trach_ngoai_nha_nuoc";
    let service = tell(world, person, RecordSort::Service, post, "2015-01-01", "2024-12-31");
    for year in ["2022", "2023", "2024"] {
        let first = format!("{year}-01-01");
        tell(world, person, RecordSort::Grade, "hoan_thanh", &first, "");
    }
    for (part, _) in CHECKS {
        tell(world, person, RecordSort::Checked, part, "2025-06-01", "");
    }
    service
}

#[test]
fn the_medal_is_computed_from_records_and_without_them_asks_for_evidence() {
    with_union(|world, _, people| {
        assert_eq!(medal(world, people[0], "2025-07-28").verdict.state, State::NeedsEvidence);
        let service = tell_medallist(world, people[0]);
        let explained = medal(world, people[0], "2025-07-28");
        assert_eq!(explained.verdict.state, State::Eligible, "{:#?}", explained.verdict.findings);
        assert_eq!(explained.service.months(), 240);
        let traces = &explained.verdict.findings[0].used.traces;
        assert!(
            traces.iter().any(|trace| trace.reference == format!("record:{service}")),
            "{traces:?}"
        );
        // A day of service less, and it is refused, with the day on which nothing changes any more: never.
        let post = "khong_chuyen_trach_ngoai_nha_nuoc";
        let less = new(people[0], RecordSort::Service, post, "2015-01-02", "2024-12-31");
        correct_record(&world.app, &world.actor, service, &less).unwrap();
        let explained = medal(world, people[0], "2025-07-28");
        assert_eq!(explained.verdict.state, State::NotEligible);
        let service_ahead =
            explained.ahead.iter().find(|each| each.condition == "cong_tac_cong_doan");
        assert_eq!(service_ahead.and_then(|each| each.from.clone()), None);
        // The post goes on: full again after one more day of ×2.
        let open = new(people[0], RecordSort::Service, post, "2015-08-01", "");
        correct_record(&world.app, &world.actor, service, &open).unwrap();
        let explained = medal(world, people[0], "2025-07-28");
        let service_ahead =
            explained.ahead.iter().find(|each| each.condition == "cong_tac_cong_doan");
        assert_eq!(service_ahead.and_then(|each| each.from.clone()).as_deref(), Some("2025-07-31"));
    });
}

#[test]
fn discipline_takes_time_away_and_an_open_matter_holds_the_case() {
    with_union(|world, _, people| {
        let person = people[0];
        tell_medallist(world, person);
        let matter = tell(world, person, RecordSort::Matter, "khieu_nai", "2025-07-01", "");
        assert_eq!(medal(world, person, "2025-07-28").verdict.state, State::OnHold);
        withdraw_record(&world.app, &world.actor, person, matter).unwrap();
        assert_eq!(medal(world, person, "2025-07-28").verdict.state, State::Eligible);
        tell(world, person, RecordSort::Discipline, "canh_cao", "2020-01-01", "2020-12-31");
        let explained = medal(world, person, "2025-07-28");
        assert_eq!(
            (explained.verdict.state, explained.service.months()),
            (State::NotEligible, 216)
        );
        assert_eq!(
            code(withdraw_record(&world.app, &world.actor, person, matter)),
            "unknown_record"
        );
    });
}

#[test]
fn a_check_holds_for_a_year_and_then_the_file_is_asked_for_again() {
    with_union(|world, _, people| {
        tell_medallist(world, people[0]);
        world.clock.move_to(day("2026-07-28"));
        tell(world, people[0], RecordSort::Grade, "tot", "2025-01-01", "");
        let state = |on| medal(world, people[0], on).verdict.state;
        assert_eq!(state("2026-06-01"), State::Eligible);
        assert_eq!(state("2026-06-02"), State::NeedsEvidence);
    });
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    with_union(|world, _, people| {
        let try_it = |new: &NewRecord| code(record(&world.app, &world.actor, new));
        let good = new(people[0], RecordSort::Service, "chuyen_trach", "2010-01-01", "");
        for (spoilt, refusal) in [
            (NewRecord { kind: "xuat_sac".into(), ..good.clone() }, "unknown_kind"),
            (NewRecord { title: Some("x".repeat(201)), ..good.clone() }, "too_long"),
            (NewRecord { from: day("2025-07-29"), ..good.clone() }, "bad_record_day"),
            (NewRecord { from: day("1900-01-01"), ..good.clone() }, "bad_record_day"),
            (NewRecord { last: Some(day("2009-12-31")), ..good.clone() }, "days_reversed"),
            (
                new(people[0], RecordSort::Grade, "tot", "2023-01-01", "2024-12-31"),
                "grade_of_one_year",
            ),
            (NewRecord { person: Id(77), ..good.clone() }, "unknown_person"),
            (good.clone(), "done"),
        ] {
            assert_eq!(try_it(&spoilt), refusal, "{spoilt:?}");
        }
        let explain = |award: &str| {
            code(explain(&world.app, &world.actor, people[0], award, day("2025-01-01")))
        };
        assert_eq!(explain("tld.khong_co"), "unknown_award");
        assert_eq!(explain("tinh.co_thi_dua"), "award_for_others");
        let other = new(people[0], RecordSort::Matter, "vu_an", "2020-01-01", "");
        let records = records_of(&world.app, &world.actor, people[0]).unwrap();
        assert_eq!(
            code(correct_record(&world.app, &world.actor, records[0].id, &other)),
            "other_sort"
        );
    });
}

#[test]
fn nobody_records_or_reads_outside_their_reach() {
    with_union(|world, a, people| {
        let other =
            world.unit("b", UnitKind::Grassroots, None, "2000-01-01", Entry::BroughtForward);
        let at = |unit, powers: &[Power]| {
            let hold =
                kernel::actor::Hold { post: Id(1), unit, below: true, powers: powers.to_vec() };
            Actor::with_posts("người khác", Id(5), vec![hold])
        };
        let both = [Power::ReadPeople, Power::RecordMembers];
        let good = new(people[0], RecordSort::Service, "chuyen_trach", "2010-01-01", "");
        let (inside, outside) = (at(a, &both), at(other, &both));
        let on: Day = day("2025-07-28");
        assert_eq!(code(record(&world.app, &outside, &good)), "out_of_reach");
        assert_eq!(code(record(&world.app, &at(a, &[Power::ReadPeople]), &good)), "not_allowed");
        assert_eq!(code(record(&world.app, &inside, &good)), "done");
        assert_eq!(code(records_of(&world.app, &outside, people[0])), "out_of_reach");
        assert_eq!(code(explain(&world.app, &outside, people[0], MEDAL, on)), "out_of_reach");
        assert_eq!(code(candidates(&world.app, &outside, a, (MEDAL, on), (0, 10))), "out_of_reach");
        assert_eq!(code(sweep(&world.app, &outside, "a", None, on)), "out_of_reach");
        assert_eq!(
            code(explain_unit(&world.app, &outside, a, "tinh.co_thi_dua", on)),
            "out_of_reach"
        );
        let found = records_of(&world.app, &world.actor, people[0]).unwrap();
        assert_eq!(
            code(withdraw_record(&world.app, &outside, people[0], found[0].id)),
            "out_of_reach"
        );
        assert_eq!(
            code(withdraw_record(&world.app, &inside, people[1], found[0].id)),
            "unknown_record"
        );
        assert_eq!(code(records_of(&world.app, &inside, people[0])), "done");
    });
}

#[test]
fn candidates_are_those_with_records_best_first_and_a_sweep_takes_everybody() {
    with_union(|world, a, people| {
        tell_medallist(world, people[2]);
        tell(world, people[0], RecordSort::Service, "chuyen_trach", "2010-01-01", "");
        let on = day("2025-07-28");
        let found = candidates(&world.app, &world.actor, a, (MEDAL, on), (0, 10)).unwrap();
        assert_eq!(found.on_record, 2);
        let states: Vec<&str> = found.rows.iter().map(|row| row.state).collect();
        assert_eq!(states, ["eligible", "needs_evidence"]);
        assert_eq!(found.rows[0].person, people[2].to_string());
        let page = candidates(&world.app, &world.actor, a, (MEDAL, on), (1, 1)).unwrap();
        assert_eq!(page.rows.len(), 1);
        let all = sweep(&world.app, &world.actor, "h", None, on).unwrap();
        assert_eq!(all.members, 3);
        let row = all.rows.iter().find(|row| row.award == MEDAL).unwrap();
        assert_eq!(row.counts[0], ("eligible", 1));
        assert_eq!(row.counts.iter().map(|(_, count)| count).sum::<usize>(), 3);
        let one = sweep(&world.app, &world.actor, "h", Some(MEDAL), on).unwrap();
        assert_eq!(one.proposed.len(), 1);
        // Before they were members there is nobody.
        assert_eq!(
            sweep(&world.app, &world.actor, "h", Some(MEDAL), day("2005-02-28")).unwrap().members,
            0
        );
    });
}

#[test]
fn a_unit_is_judged_by_its_age_and_its_kind() {
    with_union(|world, a, _| {
        let on = day("2023-12-20");
        let award = "ctt.cdcs_hoan_thanh_xuat_sac";
        let explained = explain_unit(&world.app, &world.actor, a, award, on).unwrap();
        assert_eq!(explained.verdict.state, State::MeetsKnown, "{:#?}", explained.verdict.findings);
        let young = world.unit("c", UnitKind::Grassroots, None, "2023-06-01", Entry::Founded);
        let explained = explain_unit(&world.app, &world.actor, young, award, on).unwrap();
        assert_eq!(explained.verdict.state, State::NeedsEvidence);
    });
}

#[test]
fn looking_at_discipline_is_noted_and_looking_at_nothing_of_the_kind_is_not() {
    with_union(|world, _, people| {
        let noted = || {
            let what = Some("eligibility.explained".to_owned());
            let asked = TrailAsked { what, limit: 10, ..TrailAsked::default() };
            entries(&world.app, &world.actor, &asked).unwrap().len()
        };
        medal(world, people[0], "2025-07-28");
        assert_eq!(noted(), 0);
        tell(world, people[0], RecordSort::Discipline, "canh_cao", "2020-01-01", "2020-12-31");
        medal(world, people[0], "2025-07-28");
        assert_eq!(noted(), 1);
    });
}

#[test]
fn every_award_that_can_be_recorded_stands_in_the_catalogue() {
    let catalogue = ::rules::Catalogue::standard();
    // What has no name of its own in any regulation is recorded and never judged.
    for each in crate::awards::AWARDS.iter().filter(|each| !each.code.starts_with("khac.")) {
        let award = catalogue.by_code(each.code).unwrap_or_else(|| panic!("{}", each.code));
        assert_eq!(award.once, each.once, "{}", each.code);
        for subject in each.subjects {
            let told = award.subjects.iter().any(|known| match subject {
                crate::awards::Subject::Person => *known == ::rules::Subject::Person,
                crate::awards::Subject::Collective => *known == ::rules::Subject::Collective,
            });
            assert!(told, "{} for {subject:?}", each.code);
        }
    }
}

#[test]
fn a_case_of_another_day_is_judged_by_both_texts_and_the_difference_is_said() {
    with_union(|world, _, people| {
        tell_medallist(world, people[0]);
        let days = (day("2025-06-30"), day("2025-07-28"));
        let told = compare(&world.app, &world.actor, people[0], MEDAL, days).unwrap();
        assert_eq!((told.first.state, told.second.state), (State::Eligible, State::Eligible));
        // The decree of 1/7/2025 holds a case while a matter is open, whatever the award.
        let said = told.sentences();
        assert!(said.iter().any(|line| line.contains("Nghị định 152/2025/NĐ-CP")), "{said:?}");
        let outside = Actor::with_posts("người khác", Id(5), Vec::new());
        assert_eq!(code(compare(&world.app, &outside, people[0], MEDAL, days)), "not_allowed");
    });
}

#[test]
fn a_case_of_2023_is_judged_in_2026_by_the_text_of_2023_and_by_todays_and_a_whole_scope_is_too() {
    with_union(|world, union, people| {
        // Two excellent years with two initiatives and the province's certificate a year before were what 1689/QĐ-TLĐ asked;
        // of the text that followed it no condition could be read.
        let days = (day("2023-12-20"), day("2026-07-28"));
        let told = compare(&world.app, &world.actor, people[0], "tld.bang_khen", days).unwrap();
        let first: Vec<_> = told.first.rules.iter().map(|rule| &rule.source.document).collect();
        assert!(first.iter().any(|source| source.contains("1689/QĐ-TLĐ")), "{first:?}");
        assert_eq!((told.first.state, told.second.state), (State::NeedsEvidence, State::NoRule));
        let said = told.sentences().join(" / ");
        assert!(said.starts_with("Theo quy định ngày 20/12/2023 (1689/QĐ-TLĐ"), "{said}");
        assert!(said.contains("theo quy định ngày 28/7/2026"), "{said}");
        assert!(said.contains("Không còn điều kiện: Hai năm liền"), "{said}");
        let _ = union;
        let all = against(&world.app, &world.actor, "a", ("tld.bang_khen", false), days).unwrap();
        assert_eq!((all.members, all.otherwise.len()), (3, 3));
        assert_eq!(all.counts, [("needs_evidence", "no_rule", 3)]);
        let same = (days.0, days.0);
        let none = against(&world.app, &world.actor, "a", ("tld.bang_khen", false), same).unwrap();
        assert!(none.otherwise.is_empty());
        let outside = Actor::with_posts("người khác", Id(5), Vec::new());
        let refused = against(&world.app, &outside, "a", ("tld.bang_khen", true), days);
        assert_eq!(code(refused), "not_allowed");
    });
}
