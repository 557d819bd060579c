//! The dependency lines of a `Cargo.toml`, with the comment that gives the reason for each.
//!
//! A line reader of our own: the rule is about lines and comments, which TOML readers drop.

/// In which table a dependency stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    Normal,
    Dev,
    Build,
    Workspace,
}

/// One dependency of a crate.
#[derive(Debug)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// From 1.
    pub(crate) line: usize,
    pub(crate) table: Table,
    /// Whether a comment stands on its line or on the line above.
    pub(crate) has_reason: bool,
    /// Whether it points into this repository.
    pub(crate) is_local: bool,
}

/// The name of the package, if the manifest has one.
pub(crate) fn package_name(text: &str) -> Option<&str> {
    let package = text.lines().skip_while(|line| line.trim() != "[package]").skip(1);
    let mut inside = package.take_while(|line| !line.starts_with('['));
    let value =
        inside.find_map(|line| line.strip_prefix("name")?.trim_start().strip_prefix('='))?;
    Some(value.trim().trim_matches('"'))
}

/// Every dependency in every table of the manifest.
pub(crate) fn dependencies(text: &str) -> Vec<Dependency> {
    let mut found = Vec::new();
    let mut table = None;
    let mut open_brackets = 0_i32;
    let mut above = "";
    for (index, line) in text.lines().enumerate() {
        let (code, comment) = split_comment(line);
        let continues = open_brackets > 0;
        open_brackets += depth(code);
        let commented = |has: bool| has || above.trim_start().starts_with('#');
        let number = index + 1;
        if let Some(header) = header(code).filter(|_| !continues) {
            let (kind, single) = dependency_table(header);
            table = kind.filter(|_| single.is_none());
            if let (Some(table), Some(name)) = (kind, single) {
                let has_reason = commented(comment.is_some());
                found.push(dependency(name, number, table, has_reason, ""));
            }
        } else if let (Some(table), Some((key, value)), false) =
            (table, code.split_once('='), continues)
        {
            let name = key.trim().trim_end_matches(".workspace").trim_matches('"');
            let has_reason = commented(comment.is_some());
            found.push(dependency(name, number, table, has_reason, value));
        }
        above = line;
    }
    found
}

fn dependency(name: &str, line: usize, table: Table, has_reason: bool, value: &str) -> Dependency {
    let is_local = value.contains("path =");
    Dependency { name: name.to_owned(), line, table, has_reason, is_local }
}

/// The text between the brackets of a table's header.
fn header(code: &str) -> Option<&str> {
    code.trim().strip_prefix('[')?.strip_suffix(']')
}

/// The kind of table, and the dependency's name when the table describes a single one.
fn dependency_table(header: &str) -> (Option<Table>, Option<&str>) {
    // `target.'cfg(unix)'.dependencies` is a table of dependencies like any other.
    let header = match header.strip_prefix("target.") {
        Some(rest) => rest.rsplit_once("'.").map_or(rest, |(_, table)| table),
        None => header,
    };
    let tables = [
        ("workspace.dependencies", Table::Workspace),
        ("dev-dependencies", Table::Dev),
        ("build-dependencies", Table::Build),
        ("dependencies", Table::Normal),
    ];
    for (name, table) in tables {
        if header == name {
            return (Some(table), None);
        }
        if let Some(single) = header.strip_prefix(name).and_then(|rest| rest.strip_prefix('.')) {
            return (Some(table), Some(single));
        }
    }
    (None, None)
}

/// Cuts a line at the first `#` that is not inside a string.
fn split_comment(line: &str) -> (&str, Option<&str>) {
    let mut quoted = false;
    for (at, character) in line.char_indices() {
        match character {
            '"' => quoted = !quoted,
            '#' if !quoted => return (&line[..at], Some(&line[at..])),
            _ => {}
        }
    }
    (line, None)
}

fn depth(code: &str) -> i32 {
    code.chars().fold(0, |depth, character| match character {
        '[' | '{' => depth + 1,
        ']' | '}' => depth - 1,
        _ => depth,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = r#"
[package]
name = "db"
keywords = ["a"]

[dependencies]
kernel.workspace = true
rusqlite = { version = "0.41", features = [
    "bundled", # SQLite comes along
    "backup",
] } # the embedded engine
# the other engine
postgres = "0.19"
bare = "1"

[dev-dependencies]
testkit = { path = "../testkit" }

[target.'cfg(unix)'.dependencies]
nix = "0.30" # signals

# a table of its own
[dependencies.serde]
version = "1"
"#;

    #[test]
    fn dependencies_are_read_with_their_table_their_line_and_their_reason() {
        let read = dependencies(SAMPLE);
        let brief: Vec<_> = read
            .iter()
            .map(|found| (found.name.as_str(), found.line, found.table, found.has_reason))
            .collect();
        let expected = [
            ("kernel", 7, Table::Normal, false),
            ("rusqlite", 8, Table::Normal, false),
            ("postgres", 13, Table::Normal, true),
            ("bare", 14, Table::Normal, false),
            ("testkit", 17, Table::Dev, false),
            ("nix", 20, Table::Normal, true),
            ("serde", 23, Table::Normal, true),
        ];
        assert_eq!(brief, expected);
        assert!(read[4].is_local && !read[1].is_local);
    }

    #[test]
    fn the_package_has_a_name_and_a_workspace_has_none() {
        assert_eq!(package_name(SAMPLE), Some("db"));
        assert_eq!(package_name("[workspace]\nmembers = []\n"), None);
    }

    #[test]
    fn a_hash_inside_a_string_is_no_comment() {
        let read = dependencies("[dependencies]\na = { git = \"x#y\" }\n");
        assert!(!read[0].has_reason);
    }
}
