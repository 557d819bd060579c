//! What may be done in which room: SQL, transactions, and rules that see no storage.

use super::report::{Finding, Level, Rule};
use super::source::{Literal, Source, names};
use crate::tree::{File, Tree, is_test_file};

static SQL: Rule = Rule {
    name: "sql-in-store",
    what: "SQL stands only in `store.rs`, `<what>_store.rs`, `store/`, `crates/db` and the books",
    why: "whoever changes the schema must find every statement of a slice in one place",
    remedy: "move the statement into the slice's `store.rs` and give it a name",
    level: Level::Refused,
};

static PURE: Rule = Rule {
    name: "pure-rules",
    what: "`model.rs`, `rules.rs` and `policy.rs` see no database, file, network or clock",
    why: "a rule is tested on any day, with any facts, without a world around it",
    remedy: "let `actions.rs` load what the rule needs and pass it in",
    level: Level::Refused,
};

static WEB: Rule = Rule {
    name: "web-without-db",
    what: "the web crate never names `db`",
    why: "web, API and command line are three doors to the same actions",
    remedy: "call an action of the slice, or write the query there",
    level: Level::Refused,
};

static TRANSACTION: Rule = Rule {
    name: "transaction-in-action",
    what: "only `actions.rs`, `actions/` and the books open a transaction",
    why: "an action commits whole or leaves nothing; two owners of a transaction cannot promise it",
    remedy: "take the open transaction as an argument, and open it in the action",
    level: Level::Refused,
};

const BOOKS: &str = "crates/domain/src/books/";
/// The opened system: it hands the actions their transaction.
const APP: &str = "crates/domain/src/app.rs";

/// SQL text outside the rooms made for it.
pub(crate) fn sql(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, source) in tree.rust().filter(|(file, _)| !may_hold_sql(&file.path)) {
        let shipped = source.literals.iter().filter(|literal| !source.is_test_line(literal.line));
        for Literal { line, text } in shipped.filter(|literal| is_sql(&literal.text)) {
            findings.push(SQL.at(&file.path, *line, first_words(text)));
        }
    }
    findings
}

/// Storage, files, network or clock inside a rule, a model or a policy.
pub(crate) fn pure(tree: &Tree) -> Vec<Finding> {
    const OUTSIDE: [&str; 6] = ["fs", "io", "net", "env", "process", "time"];
    let mut findings = Vec::new();
    let rooms = tree.rust().filter(|(file, _)| {
        file.path.starts_with("crates/domain/")
            && ["model.rs", "rules.rs", "policy.rs"].contains(&name(file))
    });
    for (file, source) in rooms {
        for (line, code) in source.numbered() {
            if names(code, "db") {
                findings.push(PURE.at(&file.path, line, "names `db`"));
            }
            let found = OUTSIDE.iter().filter(|part| names(code, "std") && names(code, part));
            let used = found.map(|part| PURE.at(&file.path, line, format!("uses `std::{part}`")));
            findings.extend(used);
        }
    }
    findings
}

/// `db` named anywhere in the web crate.
pub(crate) fn web(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, source) in tree.rust().filter(|(file, _)| file.path.starts_with("crates/web/")) {
        let named = source.numbered().filter(|(_, code)| names(code, "db"));
        findings.extend(named.map(|(line, _)| WEB.at(&file.path, line, file.line(line))));
    }
    findings
}

/// A transaction opened by anything but an action.
pub(crate) fn transactions(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, source) in tree.rust().filter(|(file, _)| is_domain_but_not_action(&file.path)) {
        let opened = opened_transactions(source).into_iter();
        findings.extend(opened.map(|line| TRANSACTION.at(&file.path, line, file.line(line))));
    }
    findings
}

/// Calls of `write` and `read` on the database or on the opened system, also where the call has
/// been broken over two lines.
fn opened_transactions(source: &Source) -> Vec<usize> {
    let mut above = "";
    let mut opened = Vec::new();
    for (line, code) in source.shipped() {
        let opens = [".write(", ".read("].iter().any(|call| {
            code.match_indices(call).any(|(at, _)| {
                let here = code[..at].trim();
                is_door(if here.is_empty() { above } else { here })
            })
        });
        if opens {
            opened.push(line);
        }
        above = code.trim();
    }
    opened
}

/// Whether the text before a call ends in something that opens transactions.
fn is_door(before: &str) -> bool {
    let receiver = before.strip_suffix("()").unwrap_or(before);
    let start = receiver.rfind(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let name = start.map_or(receiver, |at| &receiver[at + 1..]);
    name == "db" || name == "app"
}

fn is_domain_but_not_action(path: &str) -> bool {
    path.starts_with("crates/domain/src/")
        && !path.starts_with(BOOKS)
        && path != APP
        && !path.contains("/actions/")
        && !path.ends_with("/actions.rs")
        && !is_test_file(path)
}

fn may_hold_sql(path: &str) -> bool {
    !path.starts_with("crates/")
        || path.starts_with("crates/db/")
        || path.starts_with(BOOKS)
        // What fills and measures books for trials speaks to the engine about its pages and syncing.
        || path.starts_with("crates/testkit/")
        || path.contains("/store/")
        || path.ends_with("/store.rs")
        || path.ends_with("_store.rs")
        || is_test_file(path)
}

/// Whether a string is a statement. A keyword counts in capitals or in small letters throughout,
/// so that a sentence such as "Select a unit from the list" is left alone.
fn is_sql(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [first, second, ..] = words[..] else { return false };
    let capitals = first.chars().all(|letter| letter.is_ascii_uppercase());
    let small = first.chars().all(|letter| letter.is_ascii_lowercase());
    if !capitals && !small {
        return false;
    }
    let same = |word: &str| if capitals { word.to_owned() } else { word.to_lowercase() };
    let has = |word: &str| words.contains(&same(word).as_str());
    match first.to_ascii_uppercase().as_str() {
        "SELECT" => has("FROM") || capitals,
        "WITH" => has("AS") && has("SELECT"),
        "INSERT" | "REPLACE" => second == same("INTO") || second == same("OR"),
        "DELETE" => second == same("FROM"),
        "UPDATE" => has("SET"),
        "CREATE" | "ALTER" | "DROP" => ["TABLE", "INDEX", "UNIQUE", "VIEW", "SCHEMA", "DATABASE"]
            .iter()
            .any(|object| second == same(object)),
        "PRAGMA" | "ANALYZE" | "VACUUM" => capitals,
        _ => false,
    }
}

fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    format!("\"{} …\"", words.join(" "))
}

fn name(file: &File) -> &str {
    file.path.rsplit('/').next().unwrap_or(&file.path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::report::places;

    const STATEMENT: &str = "//! A.\nconst Q: &str = \"SELECT id FROM unit\";\n";

    #[test]
    fn sql_in_an_action_is_found_and_sql_in_a_store_is_not() {
        let tested = format!("//! A.\n#[cfg(test)]\nmod tests {{\n{STATEMENT}}}\n");
        let tree = Tree::sample(&[
            ("crates/domain/src/units/actions.rs", STATEMENT),
            ("crates/domain/src/units/store.rs", STATEMENT),
            ("crates/domain/src/units/store/list.rs", STATEMENT),
            ("crates/domain/src/figures/trace_store.rs", STATEMENT),
            ("crates/domain/src/units/tests.rs", STATEMENT),
            ("crates/domain/src/books/append.rs", STATEMENT),
            ("crates/domain/src/units/rules.rs", &tested),
            ("crates/db/src/lib.rs", STATEMENT),
            ("crates/ketdoan/src/main.rs", STATEMENT),
        ]);
        let expected = [
            "sql-in-store crates/domain/src/units/actions.rs:2",
            "sql-in-store crates/ketdoan/src/main.rs:2",
        ];
        assert_eq!(places(&sql(&tree)), expected);
    }

    #[test]
    fn statements_are_told_from_sentences() {
        let statements = [
            "SELECT 1",
            "select id\n  from unit",
            "WITH moved AS (SELECT 1) SELECT * FROM moved",
            "INSERT INTO unit (id) VALUES ($1)",
            "update unit set name = $1",
            "DELETE FROM unit",
            "CREATE UNIQUE INDEX a ON b (c)",
            "PRAGMA optimize",
        ];
        for text in statements {
            assert!(is_sql(text), "{text}");
        }
        let sentences = [
            "Select a unit from the list",
            "with a decision",
            "update the list of units",
            "Delete from the list",
            "create a unit",
            "select",
            "",
        ];
        for text in sentences {
            assert!(!is_sql(text), "{text}");
        }
    }

    #[test]
    fn a_rule_that_sees_the_database_or_the_clock_is_found() {
        let tree = Tree::sample(&[
            ("crates/domain/src/units/rules.rs", "//! A.\nuse db::Tx;\n// db is fine here\n"),
            ("crates/domain/src/units/model.rs", "//! A.\nuse std::{fmt, time::SystemTime};\n"),
            ("crates/domain/src/units/policy.rs", "//! A.\nuse kernel::Day;\n"),
            ("crates/domain/src/units/store.rs", "//! A.\nuse db::Tx;\n"),
        ]);
        let expected = [
            "pure-rules crates/domain/src/units/rules.rs:2",
            "pure-rules crates/domain/src/units/model.rs:2",
        ];
        assert_eq!(places(&pure(&tree)), expected);
    }

    #[test]
    fn the_web_that_names_the_database_is_found() {
        let tree = Tree::sample(&[
            ("crates/web/src/units/list.rs", "//! A.\nfn f(app: &App) { app.db(); }\n"),
            ("crates/web/src/lib.rs", "//! No db here.\nfn f() {}\n"),
        ]);
        assert_eq!(places(&web(&tree)), ["web-without-db crates/web/src/units/list.rs:2"]);
    }

    #[test]
    fn a_transaction_opened_outside_an_action_is_found() {
        let opening = "//! A.\nfn f() {\n    app.db()\n        .write(|tx| work(tx))\n}\n";
        let others = "//! A.\nfn f() { lock.write().push(1); event.write(batch); }\n";
        let tree = Tree::sample(&[
            ("crates/domain/src/units/store.rs", opening),
            ("crates/domain/src/units/actions.rs", opening),
            ("crates/domain/src/units/actions/found.rs", opening),
            ("crates/domain/src/books/append.rs", opening),
            ("crates/domain/src/units/events.rs", others),
            ("crates/domain/src/units/list.rs", "//! A.\nfn f() { app.read(|tx| tx.all()) }\n"),
        ]);
        let expected = [
            "transaction-in-action crates/domain/src/units/store.rs:4",
            "transaction-in-action crates/domain/src/units/list.rs:2",
        ];
        assert_eq!(places(&transactions(&tree)), expected);
    }
}
