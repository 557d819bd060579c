//! What a check has to say: the rule, its reason, the remedy, and every place that breaks it.

use std::collections::BTreeMap;

use crate::tree::Tree;

/// Whether a broken rule stops the run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Refused,
    Warned,
}

/// A rule of the house.
pub(crate) struct Rule {
    /// A short stable name, to talk about it.
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    pub(crate) why: &'static str,
    pub(crate) remedy: &'static str,
    pub(crate) level: Level,
}

/// One place that breaks a rule.
pub(crate) struct Finding {
    pub(crate) rule: &'static Rule,
    pub(crate) path: String,
    /// From 1; 0 where the whole file is meant.
    pub(crate) line: usize,
    pub(crate) detail: String,
}

/// A check looks at the files and changes nothing.
pub(crate) type Check = fn(&Tree) -> Vec<Finding>;

impl Rule {
    /// A finding of this rule.
    pub(crate) fn at(&'static self, path: &str, line: usize, detail: impl Into<String>) -> Finding {
        Finding { rule: self, path: path.to_owned(), line, detail: detail.into() }
    }
}

/// So many places of a warning are listed; the rest is a number. Errors are listed in full.
const WARNINGS_LISTED: usize = 10;

/// All findings as text: warnings first, so that the errors stand last on the terminal. Each rule
/// is explained once, its places beneath it in order.
pub(crate) fn render(findings: &[Finding]) -> String {
    let mut by_rule: BTreeMap<(bool, &str), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let is_error = finding.rule.level == Level::Refused;
        by_rule.entry((is_error, finding.rule.name)).or_default().push(finding);
    }
    let mut lines = Vec::new();
    for ((is_error, name), places) in &mut by_rule {
        places.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
        let Rule { what, why, remedy, .. } = places[0].rule;
        let word = if *is_error { "error" } else { "warning" };
        lines.push(format!("\n{word}[{name}]: {what}"));
        lines.push(format!("  why:    {why}\n  remedy: {remedy}"));
        let listed = if *is_error { places.len() } else { WARNINGS_LISTED };
        lines.extend(places.iter().take(listed).map(|place| format!("    {}", located(place))));
        if places.len() > listed {
            lines.push(format!("    … and {} more", places.len() - listed));
        }
    }
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

fn located(finding: &Finding) -> String {
    let Finding { path, line, detail, .. } = finding;
    if *line == 0 { format!("{path}: {detail}") } else { format!("{path}:{line}: {detail}") }
}

/// For tests: `name path:line` of each finding, in order.
#[cfg(test)]
pub(crate) fn places(findings: &[Finding]) -> Vec<String> {
    let place =
        |finding: &Finding| format!("{} {}:{}", finding.rule.name, finding.path, finding.line);
    findings.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    static RULE: Rule = Rule {
        name: "sample",
        what: "a file is named well",
        why: "people look for it",
        remedy: "rename it",
        level: Level::Refused,
    };

    static MILD: Rule = Rule { name: "a-mild-one", level: Level::Warned, ..RULE };

    #[test]
    fn warnings_come_first_and_only_their_beginning_is_listed() {
        let mut findings = vec![RULE.at("a.rs", 1, "wrong")];
        findings.extend((1..=12).map(|line| MILD.at("b.rs", line, "wide")));
        let text = render(&findings);
        assert!(text.starts_with("\nwarning[a-mild-one]"), "{text}");
        assert!(text.contains("b.rs:10: wide\n    … and 2 more\n\nerror[sample]"), "{text}");
    }

    #[test]
    fn a_rule_is_explained_once_and_its_places_follow_in_order() {
        let text = render(&[RULE.at("b.rs", 2, "two"), RULE.at("a.rs", 0, "whole file")]);
        let expected = "\nerror[sample]: a file is named well\n  why:    people look for it\n  \
                        remedy: rename it\n    a.rs: whole file\n    b.rs:2: two\n";
        assert_eq!(text, expected);
    }
}
