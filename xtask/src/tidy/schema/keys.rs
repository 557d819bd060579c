//! `federation_id` comes first in every key: primary, unique, foreign (on both sides) and index.

use super::super::report::{Finding, Level, Rule};
use super::is_shared;
use super::words::{Word, bracket, items, position};

const FEDERATION: &str = "federation_id";

static KEY: Rule = Rule {
    name: "schema-federation-first",
    what: "every table has `federation_id`, and it comes first in each of its keys and indexes",
    why: "the same schema must spread over a sharded PostgreSQL, and no key may cross federations",
    remedy: "put `federation_id` first, or list the table as shared in xtask with the reason",
    level: Level::Refused,
};

static NAMED: Rule = Rule {
    name: "schema-constraint-name",
    what: "UNIQUE, FOREIGN KEY and CHECK of a table are written `CONSTRAINT name …`",
    why: "a violation becomes a refusal by the name of its constraint",
    remedy: "write `CONSTRAINT <table>_<what> UNIQUE (federation_id, …)`",
    level: Level::Refused,
};

/// A statement of a migration with the place where its findings go.
struct Place<'a> {
    path: &'a str,
    table: &'a str,
    findings: &'a mut Vec<Finding>,
}

impl Place<'_> {
    fn refuse(&mut self, rule: &'static Rule, line: usize, detail: &str) {
        self.findings.push(rule.at(self.path, line, format!("{}: {detail}", self.table)));
    }
}

/// Looks at one statement; what is not about a table or an index passes.
pub(super) fn check(path: &str, statement: &[Word], findings: &mut Vec<Finding>) {
    if let Some(at) = after(statement, &["CREATE", "TABLE"]) {
        let table = &statement[at].text;
        create_table(statement, at, &mut Place { path, table, findings });
    } else if let Some(at) = after(statement, &["ALTER", "TABLE"]) {
        let table = &statement[at].text;
        alter_table(&statement[at + 1..], &mut Place { path, table, findings });
    } else if position(statement, &["INDEX"]).is_some_and(|at| at <= 2) {
        create_index(path, statement, findings);
    }
}

/// The place of the table's name when the statement begins with these words.
fn after(statement: &[Word], opening: &[&str]) -> Option<usize> {
    let begins = position(statement, opening) == Some(0);
    let skip = ["IF", "NOT", "EXISTS", "ONLY"];
    let name =
        statement.iter().skip(opening.len()).position(|word| !skip.iter().any(|s| word.is(s)));
    name.filter(|_| begins).map(|at| at + opening.len())
}

fn create_table(statement: &[Word], at: usize, place: &mut Place<'_>) {
    let line = statement[at].line;
    let Some((body, _)) = bracket(statement, at) else {
        return place.refuse(&KEY, line, "its columns are not written out");
    };
    let definitions = items(body);
    let shared = is_shared(place.table);
    let mandatory = definitions.iter().any(|definition| {
        definition[0].is(FEDERATION) && position(definition, &["NOT", "NULL"]).is_some()
    });
    if !shared && !mandatory {
        place.refuse(&KEY, line, "no column `federation_id … NOT NULL`");
    }
    if !definitions.iter().any(|definition| position(definition, &["PRIMARY", "KEY"]).is_some()) {
        place.refuse(&KEY, line, "no primary key");
    }
    for definition in definitions {
        define(definition, place);
    }
}

fn alter_table(change: &[Word], place: &mut Place<'_>) {
    for action in items(change) {
        let adds = action.first().is_some_and(|word| word.is("ADD"));
        let skip = 1 + usize::from(action.get(1).is_some_and(|word| word.is("COLUMN")));
        if adds && action.len() > skip {
            define(&action[skip..], place);
        }
    }
}

/// One line of a table: a column, or a constraint with or without a name.
fn define(definition: &[Word], place: &mut Place<'_>) {
    let named = definition[0].is("CONSTRAINT");
    let body = if named { definition.get(2..).unwrap_or_default() } else { definition };
    let Some(first) = body.first() else { return };
    let is_key = ["PRIMARY", "UNIQUE"].iter().any(|word| first.is(word));
    if first.is("FOREIGN") {
        foreign_key(body, place);
    } else if is_key {
        let columns = bracket(body, 0).map_or(&[][..], |(columns, _)| columns);
        expect_first(columns, first.line, "the key", place);
    } else if !first.is("CHECK") {
        return column(body, place);
    }
    if !named && !first.is("PRIMARY") {
        place.refuse(&NAMED, first.line, &format!("{} has no name", first.text));
    }
}

fn foreign_key(body: &[Word], place: &mut Place<'_>) {
    let line = body[0].line;
    let Some(at) = position(body, &["REFERENCES"]) else { return };
    let Some(target) = body.get(at + 1) else { return };
    if is_shared(&target.text) {
        return;
    }
    if is_shared(place.table) {
        return place.refuse(&KEY, line, "a shared table must not refer to a federation's table");
    }
    let own = bracket(&body[..at], 0).map_or(&[][..], |(columns, _)| columns);
    let theirs = bracket(body, at).map_or(&[][..], |(columns, _)| columns);
    expect_first(own, line, "the reference", place);
    expect_first(theirs, line, "the referred key", place);
}

/// A key written beside its column can hold that column alone.
fn column(body: &[Word], place: &mut Place<'_>) {
    let (name, line) = (&body[0], body[0].line);
    let refers = position(body, &["REFERENCES"]).and_then(|at| body.get(at + 1));
    if refers.is_some_and(|target| !is_shared(&target.text)) {
        place.refuse(&KEY, line, &format!("{} refers without `federation_id`", name.text));
    }
    let is_key = |words: &[&str]| position(body, words).is_some();
    if (is_key(&["PRIMARY", "KEY"]) || is_key(&["UNIQUE"])) && !name.is(FEDERATION) {
        expect_first(&body[..1], line, "the key", place);
    }
}

fn create_index(path: &str, statement: &[Word], findings: &mut Vec<Finding>) {
    let Some(on) = position(statement, &["ON"]) else { return };
    let Some(table) = statement.get(on + 1) else { return };
    let columns = bracket(statement, on).map_or(&[][..], |(columns, _)| columns);
    let mut place = Place { path, table: &table.text, findings };
    expect_first(columns, statement[0].line, "the index", &mut place);
}

fn expect_first(columns: &[Word], line: usize, what: &str, place: &mut Place<'_>) {
    let first = columns.first();
    if is_shared(place.table) || first.is_some_and(|column| column.is(FEDERATION)) {
        return;
    }
    let found = first.map_or("nothing", |column| &column.text);
    place.refuse(&KEY, line, &format!("{what} begins with `{found}`"));
}

#[cfg(test)]
mod tests {
    use crate::tidy::report::places;
    use crate::tidy::schema::federated;
    use crate::tree::Tree;

    const GOOD: &str = "\
CREATE TABLE federation (id BIGINT PRIMARY KEY, code TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS unit (
  federation_id BIGINT NOT NULL REFERENCES federation (id),
  id BIGINT NOT NULL,
  code TEXT NOT NULL CHECK (code <> ''),
  PRIMARY KEY (federation_id, id),
  CONSTRAINT unit_code UNIQUE (federation_id, code),
  CONSTRAINT unit_parent FOREIGN KEY (federation_id, id) REFERENCES unit (federation_id, id)
) WITHOUT ROWID;
CREATE INDEX unit_by_code ON unit (federation_id, code);
ALTER TABLE unit ADD COLUMN note TEXT NOT NULL DEFAULT '';
INSERT INTO federation (id, code) VALUES (1, 'tld');
";

    fn found(sql: &str) -> Vec<String> {
        let findings = federated(&Tree::sample(&[("migrations/0001_a.sql", sql)]));
        let cut = |place: String| place.replace(" migrations/0001_a.sql", "");
        places(&findings).into_iter().map(cut).collect()
    }

    /// A good table of a federation with one line more.
    fn with_line(line: &str) -> String {
        format!(
            "CREATE TABLE a (federation_id BIGINT NOT NULL, id BIGINT NOT NULL,\n{line},\n\
             PRIMARY KEY (federation_id, id))"
        )
    }

    #[test]
    fn a_schema_that_keeps_the_rules_passes() {
        assert_eq!(found(GOOD), Vec::<String>::new());
    }

    #[test]
    fn a_table_without_its_federation_or_without_a_key_is_found() {
        let sql = "CREATE TABLE a (federation_id BIGINT NOT NULL, id BIGINT NOT NULL)";
        assert_eq!(found(sql), ["schema-federation-first:1"]);
        let sql = "CREATE TABLE a (id BIGINT,\n PRIMARY KEY (id))";
        assert_eq!(found(sql), ["schema-federation-first:1", "schema-federation-first:2"]);
    }

    #[test]
    fn keys_and_indexes_that_begin_otherwise_are_found() {
        let lines = [
            "CONSTRAINT a_code UNIQUE (code, federation_id)",
            "code TEXT UNIQUE",
            "parent BIGINT REFERENCES a (id)",
            "CONSTRAINT a_up FOREIGN KEY (parent, federation_id) REFERENCES a (federation_id, id)",
            "CONSTRAINT a_up FOREIGN KEY (federation_id, parent) REFERENCES a (id)",
        ];
        for line in lines {
            assert_eq!(found(&with_line(line)), ["schema-federation-first:2"], "{line}");
        }
        assert_eq!(found("CREATE INDEX a_b ON a (b)"), ["schema-federation-first:1"]);
        assert_eq!(found("CREATE UNIQUE INDEX a_b ON a (b)"), ["schema-federation-first:1"]);
        let added = "ALTER TABLE a ADD CONSTRAINT a_code UNIQUE (code)";
        assert_eq!(found(added), ["schema-federation-first:1"]);
    }

    #[test]
    fn a_shared_table_must_not_refer_to_a_federation() {
        let sql = "CREATE TABLE federation (id BIGINT PRIMARY KEY, unit BIGINT,\n\
                   CONSTRAINT f_u FOREIGN KEY (id, unit) REFERENCES unit (federation_id, id))";
        assert_eq!(found(sql), ["schema-federation-first:2"]);
    }

    #[test]
    fn a_constraint_without_a_name_is_found() {
        let unnamed = with_line("UNIQUE (federation_id, code)");
        assert_eq!(found(&unnamed), ["schema-constraint-name:2"]);
        assert_eq!(found(&with_line("CHECK (id > 0)")), ["schema-constraint-name:2"]);
    }
}
