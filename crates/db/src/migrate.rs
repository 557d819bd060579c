//! One history of the schema for both engines.

use crate::{Db, DbError, Tx, values};

/// A step of the history. Once landed it is never changed.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its name, such as `0001_books`; names sort in the order of the history.
    pub name: &'static str,
    /// Its statements, in the common dialect.
    pub sql: &'static str,
}

const HISTORY: &str = "CREATE TABLE IF NOT EXISTS schema_history (
    name TEXT NOT NULL, bytes BIGINT NOT NULL, PRIMARY KEY (name))";

/// Brings the schema to the end of the history and tells which steps ran. Runs again without effect.
pub fn migrate(db: &Db, history: &[Migration]) -> Result<Vec<&'static str>, DbError> {
    db.run_script(&db.dialect(HISTORY))?;
    let ran = db.write(|tx| -> Result<Vec<&'static str>, DbError> {
        let ran = tx.query("SELECT name, bytes FROM schema_history ORDER BY name", &[], |row| {
            Ok((row.text(0)?.to_owned(), row.int(1)?))
        })?;
        compare(&ran, history)?;
        history[ran.len()..].iter().map(|step| run(db, tx, step)).collect()
    })?;
    if !ran.is_empty() {
        db.assume_big_tables()?;
    }
    Ok(ran)
}

/// The steps that ran must be the beginning of the history we know.
fn compare(ran: &[(String, i64)], history: &[Migration]) -> Result<(), DbError> {
    for (index, (name, bytes)) in ran.iter().enumerate() {
        let known = history.get(index).filter(|step| step.name == name);
        if known.is_none_or(|step| step.sql.len() as i64 != *bytes) {
            return Err(DbError::History(format!(
                "bước {name} trong cơ sở dữ liệu không có trong chương trình này; \
                 hãy dùng bản chương trình mới hơn"
            )));
        }
    }
    Ok(())
}

fn run(db: &Db, tx: &mut Tx<'_>, step: &Migration) -> Result<&'static str, DbError> {
    for statement in statements(step.sql) {
        tx.execute(&db.dialect(&statement), &[])?;
    }
    tx.execute(
        "INSERT INTO schema_history (name, bytes) VALUES ($1, $2)",
        &values![step.name, step.sql.len() as i64],
    )?;
    Ok(step.name)
}

/// The statements of a script: comments dropped, cut at each semicolon that ends a line.
fn statements(sql: &str) -> Vec<String> {
    let code = |line: &&str| !line.trim_start().starts_with("--");
    let text: String = sql.lines().filter(code).flat_map(|line| [line, "\n"]).collect();
    text.split(";\n").map(str::trim).filter(|each| !each.is_empty()).map(str::to_owned).collect()
}

/// Spells the common types as PostgreSQL does. Keys compare bytewise there too, whatever the server's locale.
pub(crate) fn for_postgres(ddl: &str) -> String {
    ddl.replace(" WITHOUT ROWID", "")
        .replace(" BLOB", " BYTEA")
        .replace(" TEXT", " TEXT COLLATE \"C\"")
}
