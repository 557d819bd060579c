//! The rules of the schema, held over the migrations: one text that runs on SQLite and PostgreSQL
//! and can be spread over several servers by `federation_id` later.

mod keys;
pub(crate) mod words;

use self::words::{Word, position, statements};
use super::migrations::migrations;
use super::report::{Finding, Level, Rule};
use crate::tree::Tree;

/// Tables that belong to no federation, each with the reason.
///
/// They are small and the same on every server, or their key is unique across the federations.
const SHARED: &[(&str, &str)] = &[("federation", "the list of the federations themselves")];

static PORTABLE: Rule = Rule {
    name: "schema-portable",
    what: "a migration uses no trigger, procedure, database enum, generated column, serial number, \
           AUTOINCREMENT, DEFERRABLE, EXCLUDE or ON DELETE SET NULL",
    why: "one text must run on both engines and on a sharded one, and the logic stays in the program",
    remedy: "make ids in the program, decide in `rules.rs`, and insert parents before children",
    level: Level::Refused,
};

/// Sequences of words that no migration may hold.
const FORBIDDEN: &[&[&str]] = &[
    &["CREATE", "TRIGGER"],
    &["CREATE", "FUNCTION"],
    &["CREATE", "PROCEDURE"],
    &["CREATE", "TYPE"],
    &["CREATE", "RULE"],
    &["OR", "REPLACE"],
    &["GENERATED", "ALWAYS"],
    &["GENERATED", "BY"],
    &["AUTOINCREMENT"],
    &["BIGSERIAL"],
    &["SMALLSERIAL"],
    &["DEFERRABLE"],
    &["EXCLUDE"],
    &["DELETE", "SET", "NULL"],
    &["DELETE", "SET", "DEFAULT"],
    &["UPDATE", "SET", "NULL"],
    &["UPDATE", "SET", "DEFAULT"],
];

/// Constructs that tie the schema to one engine or one server.
pub(crate) fn portable(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in migrations(tree) {
        for statement in statements(&file.text) {
            for sequence in FORBIDDEN {
                if let Some(at) = position(&statement, sequence) {
                    let line = statement[at].line;
                    findings.push(PORTABLE.at(&file.path, line, sequence.join(" ")));
                }
            }
            let serial = statement.windows(2).find(|pair| is_serial(pair));
            if let Some(pair) = serial {
                findings.push(PORTABLE.at(&file.path, pair[1].line, "SERIAL"));
            }
        }
    }
    findings
}

/// `SERIAL` as a type follows a column's name; as a name it follows a bracket or a comma.
fn is_serial(pair: &[Word]) -> bool {
    pair[1].is("SERIAL") && !["(", ","].iter().any(|sign| pair[0].is(sign))
}

/// Keys, indexes and references that do not begin with `federation_id`.
pub(crate) fn federated(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in migrations(tree) {
        for statement in statements(&file.text) {
            keys::check(&file.path, &statement, &mut findings);
        }
    }
    findings
}

fn is_shared(table: &str) -> bool {
    SHARED.iter().any(|(name, _)| name.eq_ignore_ascii_case(table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::report::places;

    fn migration(sql: &str) -> Tree {
        Tree::sample(&[("migrations/0001_a.sql", sql)])
    }

    #[test]
    fn every_forbidden_construct_is_found() {
        for sequence in FORBIDDEN {
            let tree = migration(&format!("-- {0}\nSELECT '{0}';\n{0} x;", sequence.join(" ")));
            let found = places(&portable(&tree));
            assert_eq!(found, ["schema-portable migrations/0001_a.sql:3"], "{sequence:?}");
        }
    }

    #[test]
    fn a_serial_type_is_found_and_a_column_named_serial_is_not() {
        let tree = migration("CREATE TABLE a (\n  id SERIAL\n);");
        assert_eq!(places(&portable(&tree)), ["schema-portable migrations/0001_a.sql:2"]);
        let named = migration("CREATE TABLE a (id BIGINT,\n  serial TEXT\n);");
        assert!(portable(&named).is_empty());
    }

    #[test]
    fn shared_tables_say_why_they_are_shared() {
        assert!(SHARED.iter().all(|(_, reason)| reason.len() > 10));
    }
}
