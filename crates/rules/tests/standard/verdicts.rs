//! Verdicts: groups, holds, guesses, layers, what was in force on a day, and what differs between two.

use std::sync::Arc;

use kernel::Day;
use rules::facts::{Grade, Held, Initiative, Recognised};
use rules::service::{Post, ServiceKind, weigh};
use rules::{
    Asker, Case, Catalogue, Change, Fact, Facts, RuleFile, State, Subject, Trace, Value, Verdict,
};

fn on(day: &str) -> Day {
    Day::parse(day).expect("a day")
}

fn trace() -> Trace {
    Trace::new("thu:1", "thử")
}

fn case<'a>(award: &'a str, day: &str, owners: &'a [String]) -> Case<'a> {
    let on = on(day);
    Case { award, subject: Subject::Person, on, year: on.year(), owners }
}

fn verdict(catalogue: &Catalogue, case: Case<'_>, facts: &Facts) -> Verdict {
    let asker = Asker::new();
    catalogue.judge(&asker).verdict(case, &Arc::new(facts.clone()))
}

/// Somebody of whom everything the medal asks is known and fits, in 2025.
fn medallist() -> Facts {
    let mut facts = Facts::default();
    for (fact, number) in [
        (Fact::ServiceMonths, 240),
        (Fact::CommitteeTerms, 0),
        (Fact::PresidiumTerms, 0),
        (Fact::ServiceUnitMonths, 0),
        (Fact::EnterpriseManagerMonths, 0),
        (Fact::OutsideLeaderMonths, 0),
    ] {
        facts.set(fact, Value::Int(number), vec![trace()]);
    }
    facts.set(Fact::ServingDiscipline, Value::Bool(false), vec![]);
    facts.set(Fact::PendingMatter, Value::Bool(false), vec![]);
    facts.set(Fact::Achievement, Value::Word(String::new()), vec![]);
    facts.awards.whole = true;
    facts.grades.extend((2020..=2024).map(|year| (year, (Grade::Done, trace()))));
    facts
}

#[test]
fn the_medal_is_for_twenty_weighted_years_or_any_other_way_of_its_text() {
    let catalogue = Catalogue::standard();
    let of = |facts: &Facts| {
        verdict(catalogue, case("tld.ky_niem_chuong", "2025-07-28", &[]), facts).state
    };
    assert_eq!(of(&medallist()), State::Eligible);
    let mut short = medallist();
    short.set(Fact::ServiceMonths, Value::Int(239), vec![]);
    assert_eq!(of(&short), State::NotEligible);
    short.set(Fact::PresidiumTerms, Value::Int(1), vec![]);
    assert_eq!(of(&short), State::Eligible);
    let mut open = medallist();
    open.set(Fact::PendingMatter, Value::Bool(true), vec![]);
    assert_eq!(of(&open), State::OnHold);
    let mut again = medallist();
    again.awards.items.push(Held {
        code: "tld.ky_niem_chuong".into(),
        year: 2016,
        achievement: None,
        trace: trace(),
    });
    assert_eq!(of(&again), State::NotEligible);
    assert_eq!(of(&Facts::default()), State::NeedsEvidence);
}

#[test]
fn a_finding_names_its_clause_its_facts_and_the_version_of_the_rule() {
    let verdict =
        verdict(Catalogue::standard(), case("tld.ky_niem_chuong", "2025-07-28", &[]), &medallist());
    let service = &verdict.findings[0];
    assert_eq!(service.clause.to_string(), "mục II, 149/HD-TLĐ ngày 04/02/2015");
    assert_eq!(service.used.traces, [trace()]);
    assert!(verdict.rules.iter().any(|rule| rule.lasts == "từ 4/2/2015"));
    assert_eq!(verdict.cautions.len(), 1, "{:?}", verdict.cautions);
    let before = case("tld.ky_niem_chuong", "2024-05-28", &[]);
    assert!(self::verdict(Catalogue::standard(), before, &medallist()).cautions.is_empty());
}

/// Three years a fighter of emulation at the workplace, with an initiative recognised there only.
fn fighter() -> Facts {
    let mut facts = Facts::default();
    facts.awards.items.extend((2021..=2023).map(|year| Held {
        code: "nha_nuoc.chien_si_thi_dua_co_so".into(),
        year,
        achievement: None,
        trace: trace(),
    }));
    facts.awards.whole = true;
    facts.initiatives.items.push(Initiative {
        year: 2023,
        level: Recognised::Grassroots,
        benefit_vnd: 0,
        trace: trace(),
    });
    facts.initiatives.whole = true;
    facts.set(Fact::PendingMatter, Value::Bool(false), vec![]);
    facts.set(Fact::Achievement, Value::Word(String::new()), vec![]);
    facts
}

#[test]
fn a_case_of_2023_is_judged_by_the_text_of_2023_and_by_todays_and_the_difference_is_said() {
    let catalogue = Catalogue::standard();
    let then = case("tld.chien_si_thi_dua", "2023-12-20", &[]);
    let difference = catalogue.compare(then, on("2026-11-22"), &Arc::new(fighter()));
    assert_eq!(difference.first.state, State::Eligible);
    assert_eq!(difference.second.state, State::NotEligible);
    assert_eq!((difference.first.year, difference.second.year), (2023, 2023));
    let added = |code: &str| {
        difference
            .changes
            .iter()
            .any(|change| matches!(change, Change::Added(new) if new.condition == code))
    };
    assert!(added("sang_kien_bo_tinh") && added("cho_ket_luan"));
    let kept = |change: &Change| matches!(change, Change::Changed(both) if both.0.condition == "ba_nam_cstdcs");
    assert!(difference.changes.iter().any(kept), "the same demand stands in another document");
    let said = difference.sentences();
    assert_eq!(
        said[0],
        "Theo quy định ngày 20/12/2023 (1689/QĐ-TLĐ ngày 12/11/2019): đủ điều kiện; theo quy định ngày \
         22/11/2026 (Luật 06/2022/QH15; Nghị định 152/2025/NĐ-CP): không đủ điều kiện"
    );
    assert!(
        said.iter().any(|line| line.starts_with("Thêm điều kiện: Có sáng kiến, đề tài hiệu quả"))
    );
}

#[test]
fn what_nobody_read_decides_nothing() {
    let catalogue = Catalogue::standard();
    // 999/QĐ-TLĐ is in force since 29/5/2024 and could not be read.
    let mut facts = fighter();
    facts.grades.extend((2020..=2025).map(|year| (year, (Grade::Excellent, trace()))));
    facts.initiatives.items.extend([2022, 2023].map(|year| Initiative {
        year,
        level: Recognised::Grassroots,
        benefit_vnd: 0,
        trace: trace(),
    }));
    facts.awards.items.push(Held {
        code: "tinh.bang_khen".into(),
        year: 2022,
        achievement: None,
        trace: trace(),
    });
    let at = |day| verdict(catalogue, case("tld.bang_khen", day, &[]), &facts).state;
    // The text of 2019 was read in part: what is known of it is met, and no more is said.
    assert_eq!(at("2023-12-20"), State::MeetsKnown);
    assert_eq!(at("2024-05-29"), State::NoRule);
    assert_eq!(at("2018-01-01"), State::NoRule);
    // A guessed condition is shown beside the others and does not count.
    let mut unit = Facts::default();
    for (fact, number) in
        [(Fact::UnitAgeMonths, 30), (Fact::UnitChangeMonths, 30), (Fact::Points, 10)]
    {
        unit.set(fact, Value::Int(number), vec![]);
    }
    unit.set(Fact::Achievement, Value::Word(String::new()), vec![]);
    let case = Case {
        subject: Subject::Collective,
        ..case("ctt.cdcs_hoan_thanh_xuat_sac", "2023-12-20", &[])
    };
    let verdict = verdict(catalogue, case, &unit);
    let guessed = verdict.findings.iter().find(|finding| finding.condition == "diem").unwrap();
    assert!(!guessed.decides);
    assert_eq!((guessed.answer, verdict.state), (rules::Answer::NotMet, State::MeetsKnown));
}

fn with_own(text: &str) -> Result<Catalogue, kernel::Refusal> {
    let text = format!("layer = \"tinh\"\nowner = \"ha-noi\"\n{text}");
    Catalogue::with(vec![RuleFile { name: "rieng.toml".into(), text }])
}

const OWN: &str = r#"[[rule]]
code = "knc_ha_noi"
award = "tld.ky_niem_chuong"
subject = "ca_nhan"
source = "Hướng dẫn riêng"
confidence = "R"
from = "2020-01-01"
limits = { months = { value = 252 } }
[[rule.condition]]
code = "vang_mat"
when = "absence_days < 40"
say = "Nghỉ dưới 40 ngày"
"#;

#[test]
fn a_lower_layer_adds_conditions_and_tightens_numbers_for_its_own_people_only() {
    let catalogue = with_own(OWN).unwrap();
    let owners = ["ha-noi".to_owned()];
    let mut facts = medallist();
    facts.set(Fact::AbsenceDays, Value::Int(39), vec![]);
    facts.set(Fact::ServiceMonths, Value::Int(251), vec![]);
    let at = |owners, facts: &Facts| {
        verdict(&catalogue, case("tld.ky_niem_chuong", "2025-07-28", owners), facts).state
    };
    assert_eq!(at(&[], &facts), State::Eligible);
    assert_eq!(at(&owners, &facts), State::NotEligible);
    facts.set(Fact::ServiceMonths, Value::Int(252), vec![]);
    assert_eq!(at(&owners, &facts), State::Eligible);
    facts.set(Fact::AbsenceDays, Value::Int(40), vec![]);
    assert_eq!(at(&owners, &facts), State::NotEligible);
}

#[test]
fn a_lower_layer_that_widens_is_refused() {
    for (right, wrong, code, line) in [
        ("value = 252", "value = 239", "rule_loosens", 3),
        ("code = \"vang_mat\"", "code = \"mot_lan\"", "rule_takes_upper", 3),
        ("say = ", "one_of = \"dien\"\nsay = ", "rule_widens", 3),
        ("award = \"tld.ky_niem_chuong\"", "award = \"tld.khong_co\"", "rule_unknown_award", 3),
        ("code = \"knc_ha_noi\"", "code = \"knc_149_2015\"", "rule_twice", 3),
        (
            "limits = { months = { value = 252 } }",
            "limits = { so = { value = 1 } }",
            "rule_bad_limit",
            3,
        ),
        ("absence_days < 40", "absence_day < 40", "rule_bad_expression", 13),
        ("absence_days < 40", "absence_days <", "rule_bad_expression", 13),
        ("absence_days < 40", "absence_days + 40", "rule_bad_expression", 13),
        ("absence_days < 40", "role < 40", "rule_bad_expression", 13),
        ("absence_days < 40", "vang(40)", "rule_bad_expression", 13),
        ("absence_days < 40", "held(40)", "rule_bad_expression", 13),
        ("say = \"Nghỉ dưới 40 ngày\"", "say = \"\"", "rule_bad_condition", 11),
        ("effect", "effect", "", 0),
    ] {
        if code.is_empty() {
            continue;
        }
        let text = OWN.replacen(right, wrong, 1);
        assert_ne!(text, OWN, "{right}");
        let refusal = with_own(&text).err().unwrap_or_else(|| panic!("{wrong} passes"));
        assert_eq!(refusal.code, code, "{wrong}: {refusal}");
        let place = format!("rieng.toml, dòng {line}: ");
        assert!(refusal.message.starts_with(&place), "{wrong}: {refusal}");
    }
}

#[test]
fn it_is_said_from_when_a_condition_would_be_met() {
    let catalogue = Catalogue::standard();
    let posts = [Post {
        kind: ServiceKind::PartTimePrivate,
        from: on("2016-03-15"),
        until: None,
        trace: trace(),
    }];
    let facts_on = |day: Day| {
        let mut facts = medallist();
        let months = weigh(&posts, &[], day).months();
        facts.set(Fact::ServiceMonths, Value::Int(months), vec![]);
        facts
    };
    let asker = Asker::new();
    let judge = catalogue.judge(&asker);
    let case = case("tld.ky_niem_chuong", "2025-07-28", &[]);
    let verdict = judge.verdict(case, &Arc::new(facts_on(case.on)));
    assert_eq!(verdict.state, State::NotEligible);
    // Ten years of ×2 from 15/3/2016 are full at the end of 14/3/2026.
    let first = judge.first_met(case, &verdict.findings[0], &mut { facts_on });
    assert_eq!(first, Some(on("2026-03-14")));
}

#[test]
fn the_page_of_facts_is_what_the_program_knows() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/FACTS.md");
    let text = format!(
        "# Facts\n\n<!-- Written from the program by a test; do not edit. `BLESS=1 cargo test -p rules --test standard facts` renews it. -->\n\n\
         What a condition of a rule may ask ([AWARDS.md](AWARDS.md)). A fact that is not known makes the answer \"needs evidence\".\n\n{}",
        rules::fact::table_text()
    );
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), text);
}
