//! No facts, however odd, make a verdict panic, and no odd expression the reading of a file.

use std::sync::Arc;

use kernel::Day;
use proptest::prelude::*;
use rules::facts::{Grade, Held, Initiative, Recognised};
use rules::{Asker, Case, Catalogue, Fact, Facts, RuleFile, State, Subject, Trace, Value};

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<i64>().prop_map(Value::Int),
        any::<bool>().prop_map(Value::Bool),
        ".{0,12}".prop_map(Value::Word),
    ]
}

fn facts() -> impl Strategy<Value = Facts> {
    let values = prop::collection::vec((0..Fact::ALL.len(), value(), any::<bool>()), 0..30);
    let codes = prop::sample::select(vec![
        "tld.ky_niem_chuong",
        "nha_nuoc.chien_si_thi_dua_co_so",
        "tinh.bang_khen",
        "",
    ]);
    let awards = prop::collection::vec((codes, any::<i16>(), prop::option::of(".{0,6}")), 0..8);
    let initiatives = prop::collection::vec((any::<i16>(), 0..3_u8, any::<i64>()), 0..8);
    let grades = prop::collection::vec((any::<i16>(), 0..4_u8), 0..8);
    (values, awards, initiatives, grades, any::<bool>(), any::<bool>()).prop_map(
        |(values, awards, initiatives, grades, all_awards, all_initiatives)| {
            let trace = || Trace::new("thu", "thử");
            let mut facts = Facts::default();
            for (fact, value, whole) in values {
                match value {
                    Value::Int(number) if !whole => {
                        facts.at_least(Fact::ALL[fact], number, vec![trace()])
                    }
                    value => facts.set(Fact::ALL[fact], value, vec![trace()]),
                }
            }
            facts.awards.items.extend(awards.into_iter().map(|(code, year, achievement)| Held {
                code: code.into(),
                year,
                achievement,
                trace: trace(),
            }));
            facts.initiatives.items.extend(initiatives.into_iter().map(
                |(year, level, benefit_vnd)| {
                    let level = [Recognised::Grassroots, Recognised::Province, Recognised::Nation]
                        [usize::from(level)];
                    Initiative { year, level, benefit_vnd, trace: trace() }
                },
            ));
            facts.grades.extend(grades.into_iter().map(|(year, grade)| {
                let grade =
                    [Grade::Failed, Grade::Done, Grade::Good, Grade::Excellent][usize::from(grade)];
                (year, (grade, trace()))
            }));
            facts.awards.whole = all_awards;
            facts.initiatives.whole = all_initiatives;
            facts
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_facts_make_a_verdict_panic(facts in facts(), year in any::<i16>(), day in 0..40_000_i32) {
        let catalogue = Catalogue::standard();
        let asker = Asker::new();
        let judge = catalogue.judge(&asker);
        let facts = Arc::new(facts);
        let on = Day::parse("1970-01-01").unwrap().plus(day);
        for award in catalogue.awards() {
            for subject in [Subject::Person, Subject::Collective] {
                let case = Case { award: &award.code, subject, on, year, owners: &[] };
                let verdict = judge.verdict(case, &facts);
                let rules_on = catalogue.rules_for(case).iter().filter(|rule| rule.decides()).count();
                prop_assert!(verdict.state == State::NoRule || rules_on > 0);
            }
        }
    }

    #[test]
    fn no_expression_makes_the_reading_of_a_file_panic(when in "[a-z_0-9()\\[\\]{}!&|<>=+*/%.,\"' -]{0,60}") {
        let escaped: String = when.chars().flat_map(|letter| match letter {
            '"' | '\\' => vec!['\\', letter],
            other => vec![other],
        }).collect();
        let text = format!(
            "layer = \"tld\"\n[[rule]]\ncode = \"a\"\naward = \"*\"\nsubject = \"ca_nhan\"\nsource = \"b\"\n\
             confidence = \"R\"\nfrom = \"2020-01-01\"\n[[rule.condition]]\ncode = \"c\"\nsay = \"d\"\nwhen = \"{escaped}\"\n"
        );
        let read = Catalogue::read(&[RuleFile { name: "thu.toml".into(), text }]);
        if let Err(refusal) = read {
            prop_assert_eq!(refusal.code, "rule_bad_expression");
        }
    }
}
