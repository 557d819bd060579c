//! Every condition of every shipped rule, met, not met and needing evidence, from one table.

use std::collections::BTreeMap;
use std::sync::Arc;

use rules::facts::{Grade, Held, Initiative, Listed, Recognised};
use rules::rule::For;
use rules::{Answer, Asker, Case, Catalogue, Fact, Facts, Trace, Value};

type Table = BTreeMap<String, BTreeMap<String, BTreeMap<String, toml::Table>>>;

fn table() -> Table {
    toml::from_str(include_str!("cases.toml")).expect("the table of cases")
}

/// Facts as the table writes them.
fn facts(row: &toml::Table) -> Facts {
    let mut facts = Facts::default();
    let trace = || Trace::new("thu:1", "thử");
    let whole = row.get("whole").and_then(toml::Value::as_bool).unwrap_or(false);
    for (name, value) in row {
        let words = || value.as_array().into_iter().flatten().filter_map(toml::Value::as_str);
        match name.as_str() {
            "whole" => {}
            "least" => {
                for (name, number) in value.as_table().expect("lower bounds") {
                    let fact = Fact::from_name(name).expect(name);
                    facts.at_least(fact, number.as_integer().expect(name), vec![trace()]);
                }
            }
            "awards" => facts.awards.items.extend(words().map(|word| {
                let parts: Vec<&str> = word.split(':').collect();
                Held {
                    code: parts[0].into(),
                    year: parts[1].parse().expect("a year"),
                    achievement: parts.get(2).map(|what| (*what).to_owned()),
                    trace: trace(),
                }
            })),
            "initiatives" => facts.initiatives.items.extend(words().map(|word| {
                let parts: Vec<&str> = word.split(':').collect();
                Initiative {
                    year: parts[0].parse().expect("a year"),
                    level: Recognised::from_code(parts[1]).expect("a level"),
                    benefit_vnd: parts[2].parse().expect("an amount"),
                    trace: trace(),
                }
            })),
            "grades" => {
                for (year, grade) in value.as_table().expect("grades") {
                    let grade =
                        Grade::from_code(grade.as_str().expect("a grade")).expect("a grade");
                    facts.grades.insert(year.parse().expect("a year"), (grade, trace()));
                }
            }
            _ => {
                let fact = Fact::from_name(name).unwrap_or_else(|| panic!("no fact {name}"));
                let value = match value {
                    toml::Value::Integer(number) => Value::Int(*number),
                    toml::Value::Boolean(truth) => Value::Bool(*truth),
                    other => Value::Word(other.as_str().expect(name).to_owned()),
                };
                facts.set(fact, value, vec![trace()]);
                assert!(facts.get(fact).is_some(), "{name} is of another type");
            }
        }
    }
    facts.awards.whole = whole;
    facts.initiatives = Listed { whole, ..facts.initiatives };
    facts
}

#[test]
fn every_condition_is_met_not_met_and_in_need_of_evidence_in_its_cases() {
    let (catalogue, table, asker) = (Catalogue::standard(), table(), Asker::new());
    let judge = catalogue.judge(&asker);
    let mut asked = 0;
    for rule in catalogue.rules() {
        let award = match &rule.award {
            For::Award(code) => code.as_str(),
            For::Every => "tld.nguyen_duc_canh",
        };
        for condition in &rule.conditions {
            let cases = table.get(&rule.code).and_then(|cases| cases.get(&condition.code));
            let cases =
                cases.unwrap_or_else(|| panic!("{}.{} has no cases", rule.code, condition.code));
            for (name, answer) in [
                ("met", Answer::Met),
                ("not_met", Answer::NotMet),
                ("needs_evidence", Answer::NeedsEvidence),
            ] {
                let row =
                    cases.get(name).unwrap_or_else(|| panic!("{} lacks {name}", condition.code));
                let case = Case {
                    award,
                    subject: rule.subject,
                    on: rule.lasts.from,
                    year: 2023,
                    owners: &[],
                };
                let verdict = judge.verdict(case, &Arc::new(facts(row)));
                let of = |finding: &&rules::Finding| {
                    finding.rule == rule.code && finding.condition == condition.code
                };
                let finding = verdict.findings.iter().find(of).expect("a finding");
                assert_eq!(finding.answer, answer, "{}.{} {name}", rule.code, condition.code);
                let says_what = !finding.used.missing.is_empty();
                assert_eq!(says_what, answer == Answer::NeedsEvidence, "{} {name}", condition.code);
                asked += 1;
            }
        }
    }
    let rows: usize = table.values().map(BTreeMap::len).sum();
    assert_eq!(rows * 3, asked, "a case is left over from a condition that is gone");
}
