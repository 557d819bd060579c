//! Rules from their rows: conditions compiled, every name in them known.

use std::sync::Arc;

use kernel::{Day, Refusal};
use toml::Spanned;

use crate::Award;
use crate::ask::{self, Asker};
use crate::fact::{Fact, FactType};
use crate::facts::{Facts, Grade, Held, Initiative, Listed, Recognised, Trace, Value};
use crate::read::{Place, Reading, days_and_source};
use crate::rule::{Caution, Condition, Effect, For, Limit, Rule};
use crate::written;

/// A rule has no more conditions; the longest shipped has eleven.
const CONDITIONS_MAX: usize = 60;

/// Reads one rule. `before` are the rules read so far: a lower layer may use the names of their limits.
pub(crate) fn rule(
    reading: &Reading<'_>,
    at: &Place,
    row: &written::Rule,
    before: &[Rule],
) -> Result<Rule, Refusal> {
    let (lasts, source) = days_and_source(at, &row.origin())?;
    if row.code.trim().is_empty() || row.condition.len() > CONDITIONS_MAX {
        return Err(at.refuse(
            "rule_bad_rule",
            "quy định không có mã, hoặc có quá nhiều điều kiện",
            "Ghi code; chia bớt điều kiện (nhiều nhất 60)",
        ));
    }
    let award = if row.award == "*" { For::Every } else { For::Award(row.award.clone()) };
    let limits: Vec<Limit> = (row.limits.iter())
        .map(|(name, limit)| Limit {
            name: name.clone(),
            value: limit.value,
            tighter: limit.tighter,
            meaning: limit.meaning.clone().unwrap_or_default(),
        })
        .collect();
    let mut names: Vec<(String, i64)> =
        limits.iter().map(|limit| (limit.name.clone(), limit.value)).collect();
    for other in before.iter().filter(|other| other.award == award) {
        names.extend(other.limits.iter().map(|limit| (limit.name.clone(), limit.value)));
    }
    let cautions = (row.caution.iter())
        .map(|caution| {
            let from = Day::parse(&caution.from).map_err(|_| {
                let why = format!("“{}” không phải là một ngày", caution.from);
                at.refuse("rule_bad_day", &why, "Viết năm-tháng-ngày, như from = \"2024-05-29\"")
            })?;
            Ok(Caution { from, say: caution.say.clone() })
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    let conditions = (row.condition.iter())
        .map(|each| condition(reading, row, each, &names))
        .collect::<Result<Vec<_>, Refusal>>()?;
    Ok(Rule {
        code: row.code.clone(),
        award,
        subject: row.subject,
        layer: reading.layer,
        owner: reading.owner.clone(),
        lasts,
        source,
        complete: row.complete,
        note: row.note.clone(),
        cautions,
        limits,
        conditions,
    })
}

fn condition(
    reading: &Reading<'_>,
    rule: &written::Rule,
    row: &Spanned<written::Condition>,
    limits: &[(String, i64)],
) -> Result<Condition, Refusal> {
    let place = reading.place(row.span().start);
    let row = row.get_ref();
    if row.code.trim().is_empty() || row.say.trim().is_empty() {
        return Err(place.refuse(
            "rule_bad_condition",
            "điều kiện phải có mã (code) và câu cho người đọc (say)",
            "Ghi đủ hai dòng ấy",
        ));
    }
    let at = reading.place(row.when.span().start);
    let wrong = |why: String| {
        at.refuse(
            "rule_bad_expression",
            &format!("điều kiện “{}”: {why}", row.code),
            "Sửa biểu thức; docs/AWARDS.md liệt kê các dữ kiện và câu hỏi dùng được",
        )
    };
    let when = row.when.get_ref();
    let program = ask::compile(when, limits).map_err(wrong)?;
    for sample in samples() {
        let asker = Asker::new();
        asker.about(Arc::clone(&sample), 2024);
        asker.open().sound(&program, limits).map_err(wrong)?;
    }
    Ok(Condition {
        code: row.code.clone(),
        when: when.trim().to_owned(),
        say: row.say.clone(),
        one_of: row.one_of.clone(),
        effect: row.effect.unwrap_or(Effect::Bar),
        article: row.article.clone(),
        mark: row.confidence.unwrap_or(rule.mark()),
        program,
    })
}

/// Subjects about whom everything is known, one for yes and one for no: an expression whose types do not fit fails for
/// one of them.
fn samples() -> [Arc<Facts>; 2] {
    let known = |truth: bool, number: i64, word: &str| {
        let mut facts = Facts::default();
        for fact in Fact::ALL {
            let value = match fact.sort() {
                FactType::Int => Value::Int(number),
                FactType::Bool => Value::Bool(truth),
                FactType::Word => Value::Word(word.to_owned()),
            };
            facts.set(*fact, value, Vec::new());
        }
        let trace = Trace::new("thu", "thu");
        if truth {
            facts.awards.items.push(Held {
                code: "tld.bang_khen".into(),
                year: 2024,
                achievement: Some("cdcs".into()),
                trace: trace.clone(),
            });
            facts.initiatives.items.push(Initiative {
                year: 2024,
                level: Recognised::Nation,
                benefit_vnd: number,
                trace: trace.clone(),
            });
        }
        facts.awards.whole = true;
        facts.initiatives = Listed { whole: true, ..facts.initiatives };
        let grade = if truth { Grade::Excellent } else { Grade::Failed };
        facts.grades.extend((1960..=2030).map(|year| (year, (grade, trace.clone()))));
        Arc::new(facts)
    };
    [known(true, 1_000_000_000_000, "cdcs"), known(false, 0, "")]
}

/// The code of an award a rule names, if the catalogue has none such on one of the rule's days.
pub(crate) fn unknown_award<'a>(rule: &'a Rule, awards: &[Award]) -> Option<&'a str> {
    match &rule.award {
        For::Every => None,
        For::Award(code) => {
            let meets = |award: &Award| award.code == *code && award.lasts.meets(rule.lasts);
            (!awards.iter().any(meets)).then_some(code)
        }
    }
}
