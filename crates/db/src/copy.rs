//! Copies whole tables from one database to another, whatever the two engines are.

use crate::{Db, DbError, Tx, Value};

/// Rows carried at a time; a row of the books is some 200 bytes, so this is about a megabyte.
const ROWS: usize = 5_000;

/// Copies the tables, in the order given (parents first), from one snapshot into one transaction.
/// Returns the number of rows of each table.
pub fn copy_tables(
    from: &Db,
    to: &Db,
    tables: &[(&str, Vec<String>)],
) -> Result<Vec<u64>, DbError> {
    from.read(|source| {
        let counts = std::cell::RefCell::new(Vec::new());
        let source = std::cell::RefCell::new(source);
        to.write(|target| -> Result<(), DbError> {
            counts.borrow_mut().clear();
            for (table, columns) in tables {
                let count = copy_table(&mut source.borrow_mut(), target, table, columns)?;
                counts.borrow_mut().push(count);
            }
            Ok(())
        })?;
        Ok(counts.into_inner())
    })
}

fn copy_table(
    source: &mut Tx<'_>,
    target: &mut Tx<'_>,
    table: &str,
    columns: &[String],
) -> Result<u64, DbError> {
    let names: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut rows: Vec<Vec<Value<'static>>> = Vec::with_capacity(ROWS);
    let mut count = 0;
    source.each(&format!("SELECT {} FROM {table}", names.join(", ")), &[], |row| {
        rows.push((0..names.len()).map(|column| row.value(column)).collect::<Result<_, _>>()?);
        count += 1;
        if rows.len() == ROWS {
            target.insert_many(table, &names, &rows, "")?;
            rows.clear();
        }
        Ok(())
    })?;
    target.insert_many(table, &names, &rows, "")?;
    Ok(count)
}
