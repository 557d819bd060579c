//! Books of many millions: those of one million with copies of themselves under other numbers.
//!
//! Told by the actions they would take twenty minutes of a processor. The copies are rows like any others, in every
//! index and in the roll-up of the whole; only the chain of hashes does not cover them, so these books are for reading.

use std::path::Path;

use db::{Db, DbError};
use domain::Error;
use domain::books::schema::all_tables;
use kernel::Id;

use crate::Result;

/// Tables whose rows tell of the whole, or are shared by the copies.
const SHARED: [&str; 6] =
    ["federation", "chain_head", "batch", "document", "document_now", "document_suffix"];
/// The columns, besides those that end with `_id`, that hold a number of ours.
const NUMBERS: [&str; 3] = ["id", "start_event", "end_event"];
/// Numbers that the copies share with the first.
const KEPT: [&str; 3] = ["federation_id", "document_id", "import_id"];

/// Fills an empty folder with so many times the books of another; `root` is the scope above everything.
pub(crate) fn multiply(one: &Path, folder: &Path, times: i64, root: Id) -> Result<Db> {
    let file = folder.join("books.db");
    std::fs::copy(one.join("books.db"), &file).map_err(Error::file("chép sổ"))?;
    let db = Db::open_file(&file)?;
    db.write_without_care()?;
    db.run_script(&format!("ATTACH '{}' AS one", one.join("books.db").display()))?;
    let last = "SELECT seq FROM chain_head";
    let last = db.read(|tx| tx.find(last, &[], |row| row.int(0))).map_err(|e: DbError| e)?;
    for copy in 1..times {
        eprint!("\r{copy} triệu đoàn viên        ");
        for (table, columns) in all_tables() {
            if !SHARED.contains(&table) {
                let seq = copy * last.unwrap_or_default();
                db.run_script(&insert(table, &columns, copy, seq, root))?;
            }
        }
    }
    for table in ["rollup", "rollup_day"] {
        let root = root.0;
        let whole =
            format!("UPDATE {table} SET quantity = quantity * {times} WHERE scope_id = {root}");
        db.run_script(&whole)?;
    }
    db.run_script("DETACH one")?;
    Ok(db)
}

/// The rows of a table once more, but for those of the root. Numbers are moved in their two highest letters, which all
/// of them share, so that a path can be moved by its text.
fn insert(table: &str, columns: &[String], copy: i64, seq: i64, root: Id) -> String {
    let shift = ((copy % 8) << 60) + ((copy / 8) << 55);
    let (old, new) = (root.to_string(), Id(root.0 + shift).to_string());
    let moved = |column: &String| match column.as_str() {
        "seq" => format!("seq + {seq}"),
        "code" => format!("code || '-{copy}'"),
        "path" => format!(
            "substr(path, 1, 13) || replace(substr(path, 14), '/{}', '/{}')",
            &old[..2],
            &new[..2]
        ),
        "manager_id" => format!("manager_id + iif(manager_id = {}, 0, {shift})", root.0),
        name if !KEPT.contains(&name) && (NUMBERS.contains(&name) || name.ends_with("_id")) => {
            format!("{name} + {shift}")
        }
        name => name.to_owned(),
    };
    let values: Vec<String> = columns.iter().map(moved).collect();
    let owner = ["scope_id", "unit_id"].into_iter().find(|name| columns.iter().any(|c| c == name));
    let owner = if table == "unit" { "id" } else { owner.unwrap_or("0") };
    format!(
        "INSERT INTO main.{table} ({}) SELECT {} FROM one.{table} WHERE COALESCE({owner}, 0) <> {}",
        columns.join(", "),
        values.join(", "),
        root.0
    )
}
