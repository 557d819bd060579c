//! A migration that was listed once never changes again.

use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::report::{Finding, Level, Rule};
use crate::tree::{File, Tree};

/// The list of fingerprints, one `sha256  file name` a line, in the order of the names.
pub(crate) const LIST: &str = "migrations/HASHES";

static CHANGED: Rule = Rule {
    name: "migration-changed",
    what: "a listed migration never changes and never goes away",
    why: "databases in use have run the old text and will not run it again",
    remedy: "undo the change and write the difference as a new migration",
    level: Level::Refused,
};

static UNLISTED: Rule = Rule {
    name: "migration-unlisted",
    what: "every migration is listed in migrations/HASHES",
    why: "only a listed migration is protected from a later change",
    remedy: "when the migration is final, run `cargo xtask tidy --bless-migration`",
    level: Level::Refused,
};

/// Compares the migrations with the list.
pub(crate) fn hashes(tree: &Tree) -> Vec<Finding> {
    let listed = list(tree);
    let mut findings = Vec::new();
    for (index, (hash, name)) in listed.iter().enumerate() {
        match migrations(tree).find(|file| name_of(file) == *name) {
            None => findings.push(CHANGED.at(LIST, index + 1, format!("{name} is gone"))),
            Some(file) if fingerprint(file) != *hash => {
                findings.push(CHANGED.at(&file.path, 0, "differs from its fingerprint"));
            }
            Some(_) => {}
        }
    }
    for file in migrations(tree) {
        if !listed.iter().any(|(_, name)| *name == name_of(file)) {
            findings.push(UNLISTED.at(&file.path, 0, "not listed"));
        }
    }
    findings
}

/// Adds the migrations that are not listed yet; refuses when a listed one was changed.
pub(crate) fn bless(root: &Path, tree: &Tree) -> Result<Vec<String>> {
    if let Some(broken) = hashes(tree).iter().find(|found| found.rule.name == CHANGED.name) {
        bail!("{} {}: {}", broken.path, broken.detail, CHANGED.remedy);
    }
    let listed = list(tree);
    let is_new = |file: &&File| !listed.iter().any(|(_, name)| *name == name_of(file));
    let new: Vec<&File> = migrations(tree).filter(is_new).collect();
    let mut lines: Vec<(String, String)> = listed
        .iter()
        .map(|(hash, name)| ((*name).to_owned(), (*hash).to_owned()))
        .chain(new.iter().map(|file| (name_of(file).to_owned(), fingerprint(file))))
        .collect();
    lines.sort();
    let lines: Vec<String> = lines.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
    std::fs::write(root.join(LIST), lines.concat()).with_context(|| format!("writing {LIST}"))?;
    Ok(new.iter().map(|file| name_of(file).to_owned()).collect())
}

/// The migrations, in the order in which they run.
pub(crate) fn migrations(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.with_extension("sql").filter(|file| file.path.starts_with("migrations/"))
}

fn list(tree: &Tree) -> Vec<(&str, &str)> {
    let text = tree.file(LIST).map_or("", |file| &file.text);
    text.lines().filter_map(|line| line.split_once("  ")).collect()
}

fn name_of(file: &File) -> &str {
    file.path.trim_start_matches("migrations/")
}

fn fingerprint(file: &File) -> String {
    format!("{:x}", Sha256::digest(&file.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::report::places;

    const FIRST: &str = "CREATE TABLE a (id BIGINT);\n";

    fn listed() -> String {
        let file = Tree::sample(&[("migrations/0001_a.sql", FIRST)]);
        let hash = fingerprint(&file.files[0]);
        format!("{hash}  0001_a.sql\n")
    }

    #[test]
    fn a_fingerprint_is_the_sha256_of_the_text() {
        let tree = Tree::sample(&[("migrations/0001_a.sql", "")]);
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(fingerprint(&tree.files[0]), empty);
    }

    #[test]
    fn a_listed_migration_that_was_changed_is_found() {
        let edited = format!("{FIRST}-- a word more\n");
        let tree = Tree::sample(&[(LIST, &listed()), ("migrations/0001_a.sql", &edited)]);
        assert_eq!(places(&hashes(&tree)), ["migration-changed migrations/0001_a.sql:0"]);
    }

    #[test]
    fn a_listed_migration_that_is_gone_is_found() {
        let tree = Tree::sample(&[(LIST, &listed())]);
        assert_eq!(places(&hashes(&tree)), ["migration-changed migrations/HASHES:1"]);
    }

    #[test]
    fn a_new_migration_must_be_listed() {
        let tree = Tree::sample(&[
            (LIST, &listed()),
            ("migrations/0001_a.sql", FIRST),
            ("migrations/0002_b.sql", FIRST),
        ]);
        assert_eq!(places(&hashes(&tree)), ["migration-unlisted migrations/0002_b.sql:0"]);
    }

    #[test]
    fn blessing_refuses_when_a_listed_migration_was_changed() {
        let tree = Tree::sample(&[(LIST, &listed()), ("migrations/0001_a.sql", "changed")]);
        let refused = bless(Path::new("nowhere"), &tree).expect_err("must not be written");
        assert!(refused.to_string().contains("0001_a.sql"), "{refused}");
    }
}
