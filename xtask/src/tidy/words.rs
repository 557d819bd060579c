//! Words that must not be in any file: unfinished marks, paths of one machine, package servers.

use super::report::{Finding, Level, Rule};
use crate::tree::{File, Tree};

static MARK: Rule = Rule {
    name: "unfinished",
    what: "a mark of unfinished work names its issue",
    why: "a mark without an issue is a promise nobody keeps",
    remedy: "finish it, or file an issue and write its number in brackets behind the mark: (#12)",
    level: Level::Refused,
};

static MACHINE: Rule = Rule {
    name: "machine-path",
    what: "no file names a path of one machine",
    why: "the repository must work, and say the truth, on every machine",
    remedy: "write the path relative to the repository, or let a test make its own folder",
    level: Level::Refused,
};

static SERVER: Rule = Rule {
    name: "package-server",
    what: "no file names a package server, and Cargo.lock knows only the public registry",
    why: "where packages come from is the business of whoever builds",
    remedy: "leave the host out; for npm set `omit-lockfile-registry-resolved=true`",
    level: Level::Refused,
};

// Written in two parts so that this file does not break its own rules.
const MARKS: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];
const MACHINE_ROOTS: [&str; 6] = ["home", "root", "tmp", "work", "mnt", "Users"];
const SERVERS: [&str; 8] = [
    concat!("crates", ".io"),
    concat!("pypi", ".org"),
    concat!("python", "hosted.org"),
    concat!("npm", "js.org"),
    concat!("npm", "js.com"),
    concat!("deb.", "debian.org"),
    concat!("proxy.", "golang.org"),
    concat!("//", "registry."),
];
const PUBLIC_REGISTRY: &str = concat!("registry+https://github.com/rust-lang/crates", ".io-index");

/// Unfinished work without an issue.
pub(crate) fn marks(tree: &Tree) -> Vec<Finding> {
    each_line(tree, &MARK, |_, line| {
        let open = MARKS.iter().find(|mark| is_open(line, mark));
        open.map(|_| line.trim().to_owned())
    })
}

/// Paths that exist on one machine only.
pub(crate) fn machine_paths(tree: &Tree) -> Vec<Finding> {
    each_line(tree, &MACHINE, |_, line| {
        let named = MACHINE_ROOTS.iter().map(|root| format!("/{root}/"));
        let mut paths = named.chain([concat!("~", "/").to_owned()]);
        paths.find(|path| begins_a_path(line, path)).map(|path| format!("`{path}…`"))
    })
}

/// Hosts of package servers, and lock files that point elsewhere.
pub(crate) fn servers(tree: &Tree) -> Vec<Finding> {
    each_line(tree, &SERVER, |file, line| {
        if file.path.ends_with("Cargo.lock") {
            let source = line.strip_prefix("source = ")?.trim_matches('"');
            return (source != PUBLIC_REGISTRY).then(|| source.to_owned());
        }
        let server = SERVERS.iter().find(|server| line.contains(*server))?;
        Some(format!("`{server}`"))
    })
}

fn each_line(
    tree: &Tree,
    rule: &'static Rule,
    look: impl Fn(&File, &str) -> Option<String>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        for (index, line) in file.text.lines().enumerate() {
            if let Some(detail) = look(file, line) {
                findings.push(rule.at(&file.path, index + 1, detail));
            }
        }
    }
    findings
}

/// A mark that stands as a word of its own, in no backticks, and is followed by no issue number.
fn is_open(line: &str, mark: &str) -> bool {
    line.match_indices(mark).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + mark.len()..];
        let whole = !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
            && !after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        let quoted = before == Some('`') && after.starts_with('`');
        whole && !quoted && !has_issue(after)
    })
}

fn has_issue(after: &str) -> bool {
    let number = after.strip_prefix("(#").and_then(|rest| rest.split_once(')'));
    number.is_some_and(|(digits, _)| {
        !digits.is_empty() && digits.chars().all(|digit| digit.is_ascii_digit())
    })
}

/// Whether `path` occurs where a path may begin, and not in the middle of another one.
fn begins_a_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || "./_-*>})~".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::report::places;

    #[test]
    fn an_unfinished_mark_needs_an_issue() {
        let [mark, other] = MARKS;
        let text = format!(
            "// {mark} later\n// {mark}(#12): later\n// {other}: now\nPHUONG_{mark}\n\
             no `{mark}` here\n// {mark}(#x)"
        );
        let tree = Tree::sample(&[("a.rs", &text)]);
        let expected = ["unfinished a.rs:1", "unfinished a.rs:3", "unfinished a.rs:6"];
        assert_eq!(places(&marks(&tree)), expected);
    }

    #[test]
    fn a_path_of_one_machine_is_found_and_a_path_of_the_repository_is_not() {
        let lines: Vec<String> = ["home", "tmp", "root"]
            .iter()
            .map(|root| format!("see \"/{root}/x\""))
            .chain(["docs/home/x".to_owned(), "<root>/home/".to_owned(), "a~/b".to_owned()])
            .collect();
        let tree = Tree::sample(&[("a.md", &lines.join("\n"))]);
        let expected = ["machine-path a.md:1", "machine-path a.md:2", "machine-path a.md:3"];
        assert_eq!(places(&machine_paths(&tree)), expected);
    }

    #[test]
    fn a_package_server_is_found_by_its_host_and_in_a_lock_file_by_its_source() {
        let host = format!("\"resolved\": \"https://{}/x\"", SERVERS[3]);
        let lock = format!("source = \"{PUBLIC_REGISTRY}\"\nsource = \"sparse+https://other/\"");
        let tree = Tree::sample(&[
            ("package-lock.json", &host),
            ("Cargo.lock", &lock),
            ("a.md", "It belongs in the registry. So it does.\nthe member registry."),
        ]);
        let expected = ["package-server package-lock.json:1", "package-server Cargo.lock:2"];
        assert_eq!(places(&servers(&tree)), expected);
    }
}
