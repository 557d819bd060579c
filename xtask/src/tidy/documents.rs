//! Documents that stay true: the paths they name exist, their links lead somewhere, and every
//! decision says the four things a decision must say.

use super::report::{Finding, Level, Rule};
use crate::tree::{File, Tree};

static PATH: Rule = Rule {
    name: "document-path",
    what: "every path named in the README, ARCHITECTURE and CONTRIBUTING exists",
    why: "a map that shows houses long gone leads nobody home",
    remedy: "correct the path, or write the pattern with a `<placeholder>`",
    level: Level::Refused,
};

static LINK: Rule = Rule {
    name: "document-link",
    what: "every relative link in a document leads to a file of the repository",
    why: "a broken link wastes the reader's trust",
    remedy: "correct the target; it is read from the folder of the document",
    level: Level::Refused,
};

static DECISION: Rule = Rule {
    name: "decision-form",
    what: "a decision has its own number and says context, options, decision and consequences",
    why: "who comes later must see what was weighed, not only what won",
    remedy: "use `## Context`, `## Options`, `## Decision`, `## Consequences`, and a free number",
    level: Level::Refused,
};

const MAPS: [&str; 3] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];

/// Paths in backticks that lead nowhere.
pub(crate) fn paths(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in MAPS.iter().filter_map(|path| tree.file(path)) {
        for (line, text) in prose(&file.text) {
            let quoted = text.split('`').skip(1).step_by(2);
            let lost = quoted.filter(|word| is_path(word) && !exists(tree, word));
            findings.extend(lost.map(|word| PATH.at(&file.path, line, format!("`{word}`"))));
        }
    }
    findings
}

/// Links between documents that lead nowhere.
pub(crate) fn links(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.with_extension("md") {
        for (line, text) in prose(&file.text) {
            for target in targets(text).filter(|target| is_relative(target)) {
                if !resolve(&file.path, target).is_some_and(|path| tree.has(&path)) {
                    findings.push(LINK.at(&file.path, line, target));
                }
            }
        }
    }
    findings
}

/// Decisions with a part missing or a number taken.
pub(crate) fn decisions(tree: &Tree) -> Vec<Finding> {
    const PARTS: [&str; 4] = ["## Context", "## Options", "## Decision", "## Consequences"];
    let mut findings = Vec::new();
    let mut taken: Vec<&str> = Vec::new();
    for file in tree.with_extension("md") {
        let Some(name) = file.path.strip_prefix("docs/decisions/") else { continue };
        let number = name.get(..4).unwrap_or_default();
        if taken.contains(&number) || !number.chars().all(|digit| digit.is_ascii_digit()) {
            findings.push(DECISION.at(&file.path, 0, format!("number {number:?}")));
        }
        taken.push(number);
        let missing = PARTS.iter().filter(|part| !has_line(file, part));
        findings.extend(missing.map(|part| DECISION.at(&file.path, 0, format!("no `{part}`"))));
    }
    findings
}

fn has_line(file: &File, wanted: &str) -> bool {
    file.text.lines().any(|line| line.trim_end() == wanted)
}

/// The lines outside fenced blocks, numbered from 1.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    lines.filter(move |(_, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

/// Whether a word in backticks is the name of a file or folder, and not a command or an address.
/// The bare name of a source file, such as `store.rs`, is a role and no path.
fn is_path(word: &str) -> bool {
    const BARE: [&str; 4] = [".md", ".toml", ".lock", ".json"];
    const FOLDERS: [&str; 11] = [
        "crates",
        "docs",
        "migrations",
        "regulations",
        "templates",
        "tests",
        "fuzz",
        "xtask",
        ".ci",
        ".cargo",
        "assets",
    ];
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-/".contains(letter);
    if word.is_empty() || !word.chars().all(plain) || word.starts_with(['/', '-']) {
        return false;
    }
    match word.split_once('/') {
        Some((first, rest)) => first != "target" && (FOLDERS.contains(&first) || is_file(rest)),
        None => BARE.iter().any(|end| word.ends_with(end)),
    }
}

/// Whether the rest of a path ends as a file or a folder does.
fn is_file(rest: &str) -> bool {
    let last = rest.rsplit('/').next().unwrap_or_default();
    last.is_empty() || last.contains('.')
}

/// A path may be written from the root, or from `crates/` when it begins with a crate's name.
fn exists(tree: &Tree, word: &str) -> bool {
    tree.has(word) || tree.has(&format!("crates/{word}"))
}

/// The targets of `[text](target)` in a line, code in backticks left out.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let outside = line.split('`').step_by(2);
    outside
        .flat_map(|part| part.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()))
}

fn is_relative(target: &str) -> bool {
    !target.is_empty() && !target.starts_with('#') && !target.contains(':')
}

/// The path a link means, seen from the root; nothing when it leaves the repository.
fn resolve(from: &str, target: &str) -> Option<String> {
    let target = target.split(['#', '?']).next().unwrap_or_default();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::report::places;

    #[test]
    fn a_path_that_does_not_exist_is_found() {
        let readme = "`crates/db/` `db/src/lib.rs` `lost.rs` `.ci/run`\n`docs/gone.md`\n\
                      ```\n`docs/example.md`\n```\n`crates/<name>/src` `members.closing` `a/b`\n\
                      `gone.md` `db/gone.rs` `--data DIR` `target/release/ketdoan`";
        let tree = Tree::sample(&[
            ("README.md", readme),
            ("crates/db/src/lib.rs", ""),
            (".ci/run", ""),
            ("docs/STYLE.md", "`docs/elsewhere.md` is not a map"),
        ]);
        let lines = ["document-path README.md:2", "document-path README.md:7"];
        assert_eq!(places(&paths(&tree)), [lines[0], lines[1], lines[1]]);
    }

    #[test]
    fn a_link_that_leads_nowhere_is_found() {
        let style = "[up](../README.md) [here](STYLE.md#names) [web](https://example.org) [a](#b)\n\
                     [lost](lost.md) `[code](lost.md)`\n[out](../../outside.md)";
        let tree = Tree::sample(&[("README.md", "[s](docs/STYLE.md)"), ("docs/STYLE.md", style)]);
        let expected = ["document-link docs/STYLE.md:2", "document-link docs/STYLE.md:3"];
        assert_eq!(places(&links(&tree)), expected);
    }

    #[test]
    fn a_decision_without_its_parts_or_with_a_taken_number_is_found() {
        let whole = "# A\n## Context\n## Options\n## Decision\n## Consequences\n";
        let tree = Tree::sample(&[
            ("docs/decisions/0001-a.md", whole),
            ("docs/decisions/0001-b.md", whole),
            ("docs/decisions/0002-c.md", "# C\n## Context\n## Decision\n## Consequences\n"),
        ]);
        let expected = [
            "decision-form docs/decisions/0001-b.md:0",
            "decision-form docs/decisions/0002-c.md:0",
        ];
        assert_eq!(places(&decisions(&tree)), expected);
    }
}
