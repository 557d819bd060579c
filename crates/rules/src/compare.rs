//! The same case by the rules of two days, and the difference said.

use std::sync::Arc;

use kernel::Day;

use crate::Catalogue;
use crate::ask::Asker;
use crate::facts::Facts;
use crate::judge::{Case, Finding, Verdict};

/// What differs in one condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The later rules ask for it, the earlier did not.
    Added(Finding),
    /// The earlier rules asked for it, the later do not.
    Dropped(Finding),
    /// Both ask for it, in another sentence, clause or with another answer.
    Changed(Box<(Finding, Finding)>),
}

/// Two verdicts on one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// By the rules of the first day.
    pub first: Verdict,
    /// By the rules of the second day.
    pub second: Verdict,
    /// What differs.
    pub changes: Vec<Change>,
}

impl Catalogue {
    /// Judges a case by the rules of its own day and by those of another; facts and year stay the same.
    pub fn compare(&self, case: Case<'_>, other: Day, facts: &Arc<Facts>) -> Difference {
        let asker = Asker::new();
        let judge = self.judge(&asker);
        let first = judge.verdict(case, facts);
        let second = judge.verdict(Case { on: other, ..case }, facts);
        let same = |a: &Finding, b: &Finding| a.condition == b.condition;
        let mut changes = Vec::new();
        for old in &first.findings {
            match second.findings.iter().find(|new| same(old, new)) {
                None => changes.push(Change::Dropped(old.clone())),
                Some(new) if differs(old, new) => {
                    changes.push(Change::Changed(Box::new((old.clone(), new.clone()))));
                }
                Some(_) => {}
            }
        }
        let added =
            second.findings.iter().filter(|new| !first.findings.iter().any(|old| same(old, new)));
        changes.extend(added.cloned().map(Change::Added));
        Difference { first, second, changes }
    }
}

fn differs(old: &Finding, new: &Finding) -> bool {
    (&old.says, &old.clause, old.answer) != (&new.says, &new.clause, new.answer)
}

impl Difference {
    /// The difference in sentences, the outcome first.
    pub fn sentences(&self) -> Vec<String> {
        let of = |verdict: &Verdict| {
            let mut rules: Vec<String> = (verdict.rules.iter())
                .filter(|rule| rule.decides)
                .map(|rule| rule.source.document.clone())
                .collect();
            rules.dedup();
            let rules = if rules.is_empty() {
                "chưa có văn bản đã kiểm chứng".into()
            } else {
                rules.join("; ")
            };
            format!(
                "theo quy định ngày {} ({rules}): {}",
                verdict.on.vi(),
                verdict.state.name().vi.to_lowercase()
            )
        };
        let first = of(&self.first).replacen("theo", "Theo", 1);
        let mut said = vec![format!("{first}; {}", of(&self.second))];
        for change in &self.changes {
            said.push(match change {
                Change::Added(new) => format!(
                    "Thêm điều kiện: {} ({}): {}",
                    new.says,
                    new.clause,
                    new.answer.name().vi.to_lowercase()
                ),
                Change::Dropped(old) => {
                    format!("Không còn điều kiện: {} ({})", old.says, old.clause)
                }
                Change::Changed(both) => format!(
                    "Đổi điều kiện: “{}” ({}): {} → “{}” ({}): {}",
                    both.0.says,
                    both.0.clause,
                    both.0.answer.name().vi.to_lowercase(),
                    both.1.says,
                    both.1.clause,
                    both.1.answer.name().vi.to_lowercase()
                ),
            });
        }
        said
    }
}
