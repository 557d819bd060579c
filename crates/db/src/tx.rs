//! One transaction, and the rows it reads.

use kernel::{Day, Id};

use crate::postgres_engine::PostgresTx;
use crate::{DbError, Value};

/// A running transaction on either engine.
pub struct Tx<'a> {
    pub(crate) inner: Inner<'a>,
}

pub(crate) enum Inner<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(PostgresTx<'a>),
}

impl Tx<'_> {
    /// Runs a statement and tells how many rows it touched.
    pub fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, DbError> {
        match &mut self.inner {
            Inner::Sqlite(connection) => crate::sqlite_engine::execute(connection, sql, values),
            Inner::Postgres(tx) => tx.execute(sql, values),
        }
    }

    /// Hands each row of a query to `take`, without holding them all.
    pub fn each(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        mut take: impl FnMut(&Row<'_>) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        #[cfg(feature = "testing")]
        crate::testing::recording::note(sql, values);
        match &mut self.inner {
            Inner::Sqlite(connection) => {
                crate::sqlite_engine::each(connection, sql, values, &mut take)
            }
            Inner::Postgres(tx) => tx.each(sql, values, &mut take),
        }
    }

    /// Reads all rows of a query.
    pub fn query<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T, DbError>,
    ) -> Result<Vec<T>, DbError> {
        let mut rows = Vec::new();
        self.each(sql, values, |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Reads the first row of a query, if there is one.
    pub fn find<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, DbError>,
    ) -> Result<Option<T>, DbError> {
        Ok(self.query(sql, values, read)?.into_iter().next())
    }

    /// Inserts many rows of one table. `tail` is empty or an `ON CONFLICT …` clause.
    pub fn insert_many(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: &[Vec<Value<'static>>],
        tail: &str,
    ) -> Result<(), DbError> {
        if rows.is_empty() {
            return Ok(());
        }
        match &mut self.inner {
            Inner::Sqlite(connection) => {
                let sql = insert_sql(table, columns, 1, tail);
                crate::sqlite_engine::insert_many(connection, &sql, rows)
            }
            Inner::Postgres(tx) => {
                // The protocol counts parameters in 16 bits; 500 rows a statement were measured as the sweet spot.
                let chunk = (60_000 / columns.len().max(1)).clamp(1, 500);
                for rows in rows.chunks(chunk) {
                    let sql = insert_sql(table, columns, rows.len(), tail);
                    let values: Vec<Value<'static>> = rows.iter().flatten().cloned().collect();
                    tx.execute(&sql, &values)?;
                }
                Ok(())
            }
        }
    }
}

fn insert_sql(table: &str, columns: &[&str], rows: usize, tail: &str) -> String {
    use std::fmt::Write as _;
    let mut sql = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns.len() {
            let comma = if column == 0 { "" } else { ", " };
            let _ = write!(sql, "{comma}${}", row * columns.len() + column + 1);
        }
        sql.push(')');
    }
    if !tail.is_empty() {
        let _ = write!(sql, " {tail}");
    }
    sql
}

/// A row of a query; columns are read by their place, from 0.
pub struct Row<'a> {
    pub(crate) inner: RowInner<'a>,
    pub(crate) sql: &'a str,
}

pub(crate) enum RowInner<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// How many columns the row has.
    #[cfg(feature = "testing")]
    pub fn columns(&self) -> usize {
        match &self.inner {
            RowInner::Sqlite(row) => row.as_ref().column_count(),
            RowInner::Postgres(row) => row.len(),
        }
    }

    fn wrong(&self, column: usize) -> DbError {
        DbError::Inconsistent { sql: self.sql.to_owned(), column }
    }

    /// A whole number, or nothing.
    pub fn opt_int(&self, column: usize) -> Result<Option<i64>, DbError> {
        match &self.inner {
            RowInner::Sqlite(row) => row.get(column).map_err(|_| self.wrong(column)),
            RowInner::Postgres(row) => {
                crate::postgres_engine::int(row, column).map_err(|_| self.wrong(column))
            }
        }
    }

    /// A whole number.
    pub fn int(&self, column: usize) -> Result<i64, DbError> {
        self.opt_int(column)?.ok_or_else(|| self.wrong(column))
    }

    /// A text, or nothing.
    pub fn opt_text(&self, column: usize) -> Result<Option<&str>, DbError> {
        match &self.inner {
            RowInner::Sqlite(row) => match row.get_ref(column).map_err(|_| self.wrong(column))? {
                rusqlite::types::ValueRef::Null => Ok(None),
                value => value.as_str().map(Some).map_err(|_| self.wrong(column)),
            },
            RowInner::Postgres(row) => row.try_get(column).map_err(|_| self.wrong(column)),
        }
    }

    /// A text.
    pub fn text(&self, column: usize) -> Result<&str, DbError> {
        self.opt_text(column)?.ok_or_else(|| self.wrong(column))
    }

    /// Bytes, or nothing.
    pub fn opt_bytes(&self, column: usize) -> Result<Option<&[u8]>, DbError> {
        match &self.inner {
            RowInner::Sqlite(row) => match row.get_ref(column).map_err(|_| self.wrong(column))? {
                rusqlite::types::ValueRef::Null => Ok(None),
                value => value.as_bytes().map(Some).map_err(|_| self.wrong(column)),
            },
            RowInner::Postgres(row) => row.try_get(column).map_err(|_| self.wrong(column)),
        }
    }

    /// An id.
    pub fn id(&self, column: usize) -> Result<Id, DbError> {
        self.int(column).map(Id)
    }

    /// An id, or nothing.
    pub fn opt_id(&self, column: usize) -> Result<Option<Id>, DbError> {
        Ok(self.opt_int(column)?.map(Id))
    }

    /// A day.
    pub fn day(&self, column: usize) -> Result<Day, DbError> {
        Day::parse(self.text(column)?).map_err(|_| self.wrong(column))
    }

    /// A day, or nothing.
    pub fn opt_day(&self, column: usize) -> Result<Option<Day>, DbError> {
        self.opt_text(column)?
            .map(|text| Day::parse(text).map_err(|_| self.wrong(column)))
            .transpose()
    }

    /// A value of whatever kind the column holds.
    pub fn value(&self, column: usize) -> Result<Value<'static>, DbError> {
        use rusqlite::types::ValueRef;
        match &self.inner {
            RowInner::Sqlite(row) => match row.get_ref(column).map_err(|_| self.wrong(column))? {
                ValueRef::Null => Ok(Value::Null),
                ValueRef::Integer(number) => Ok(Value::Int(number)),
                ValueRef::Text(_) => Ok(Value::from(self.text(column)?.to_owned())),
                ValueRef::Blob(bytes) => Ok(Value::from(bytes.to_vec())),
                ValueRef::Real(_) => Err(self.wrong(column)),
            },
            RowInner::Postgres(row) => {
                crate::postgres_engine::value(row, column).ok_or_else(|| self.wrong(column))
            }
        }
    }
}
