//! The second engine: a PostgreSQL server, for federations that outgrow one file.

use std::collections::HashMap;
use std::error::Error;

use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use postgres::{Client, Config, IsolationLevel, NoTls, Statement, Transaction};

use crate::tx::{Inner, Row, RowInner};
use crate::{DbError, Tx, Value};

/// Connections the program keeps to the server.
const CONNECTIONS: u32 = 8;
/// Statements kept prepared on each connection; past this the cache starts afresh.
const STATEMENTS: usize = 256;

pub(crate) struct Postgres {
    pool: r2d2::Pool<Servers>,
}

struct Servers(Config);

pub(crate) struct Connection {
    client: Client,
    statements: HashMap<String, Statement>,
}

impl r2d2::ManageConnection for Servers {
    type Connection = Connection;
    type Error = postgres::Error;

    fn connect(&self) -> Result<Connection, postgres::Error> {
        let mut client = self.0.connect(NoTls)?;
        // Every statement of ours is short; compiling one takes longer than running it.
        client.batch_execute("SET jit = off")?;
        Ok(Connection { client, statements: HashMap::new() })
    }

    fn is_valid(&self, connection: &mut Connection) -> Result<(), postgres::Error> {
        connection.client.is_valid(std::time::Duration::from_secs(5))
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        connection.client.is_closed()
    }
}

impl Postgres {
    pub(crate) fn open(address: &str) -> Result<Self, DbError> {
        let config: Config =
            address.parse().map_err(DbError::postgres("đọc địa chỉ PostgreSQL"))?;
        let pool = r2d2::Pool::builder()
            .max_size(CONNECTIONS)
            .min_idle(Some(0))
            .test_on_check_out(false)
            .connection_timeout(std::time::Duration::from_secs(10))
            .build(Servers(config))?;
        Ok(Self { pool })
    }

    pub(crate) fn read<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.pool.get().map_err(DbError::from)?;
        let Connection { client, statements } = &mut *connection;
        let transaction = client
            .build_transaction()
            .isolation_level(IsolationLevel::RepeatableRead)
            .read_only(true)
            .start()
            .map_err(DbError::postgres("BEGIN READ ONLY"))?;
        work(&mut Tx { inner: Inner::Postgres(PostgresTx { transaction, statements }) })
    }

    pub(crate) fn write<T, E: From<DbError>>(
        &self,
        work: &mut impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.pool.get().map_err(DbError::from)?;
        let Connection { client, statements } = &mut *connection;
        let transaction = client
            .build_transaction()
            .isolation_level(IsolationLevel::Serializable)
            .start()
            .map_err(DbError::postgres("BEGIN"))?;
        let mut tx = Tx { inner: Inner::Postgres(PostgresTx { transaction, statements }) };
        let result = work(&mut tx)?;
        if let Inner::Postgres(tx) = tx.inner {
            tx.transaction.commit().map_err(DbError::postgres("COMMIT"))?;
        }
        Ok(result)
    }

    pub(crate) fn run(&self, sql: &str) -> Result<(), DbError> {
        let mut connection = self.pool.get()?;
        connection.client.batch_execute(sql).map_err(DbError::postgres(sql))
    }
}

pub(crate) struct PostgresTx<'a> {
    transaction: Transaction<'a>,
    statements: &'a mut HashMap<String, Statement>,
}

impl PostgresTx<'_> {
    fn prepared(&mut self, sql: &str) -> Result<Statement, DbError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        if self.statements.len() >= STATEMENTS {
            self.statements.clear();
        }
        let statement = self.transaction.prepare(sql).map_err(DbError::postgres(sql))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub(crate) fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, DbError> {
        let statement = self.prepared(sql)?;
        let parameters: Vec<&(dyn ToSql + Sync)> =
            values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        self.transaction.execute(&statement, &parameters).map_err(DbError::postgres(sql))
    }

    pub(crate) fn each(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        take: &mut impl FnMut(&Row<'_>) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        let statement = self.prepared(sql)?;
        let parameters = values.iter().map(|value| value as &dyn ToSql);
        let mut rows = self
            .transaction
            .query_raw(&statement, parameters.collect::<Vec<_>>())
            .map_err(DbError::postgres(sql))?;
        while let Some(row) = rows.next().map_err(DbError::postgres(sql))? {
            take(&Row { inner: RowInner::Postgres(&row), sql })?;
        }
        Ok(())
    }
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) if *ty == Type::INT4 => i32::try_from(*number)?.to_sql(ty, out),
            Self::Int(number) => number.to_sql(ty, out),
            Self::Text(text) => text.as_ref().to_sql(ty, out),
            Self::Bytes(bytes) => bytes.as_ref().to_sql(ty, out),
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(
            *ty,
            Type::INT8 | Type::INT4 | Type::TEXT | Type::VARCHAR | Type::BYTEA | Type::UNKNOWN
        )
    }

    to_sql_checked!();
}

/// A whole number of either width: a literal in a statement is four bytes there, a column eight.
pub(crate) fn int(row: &postgres::Row, column: usize) -> Result<Option<i64>, postgres::Error> {
    let four_bytes = row.columns().get(column).is_some_and(|each| *each.type_() == Type::INT4);
    if four_bytes {
        return Ok(row.try_get::<_, Option<i32>>(column)?.map(i64::from));
    }
    row.try_get(column)
}

pub(crate) fn value(row: &postgres::Row, column: usize) -> Option<Value<'static>> {
    let ty = row.columns().get(column)?.type_().clone();
    if ty == Type::INT8 {
        Some(Value::from(row.try_get::<_, Option<i64>>(column).ok()?))
    } else if ty == Type::BYTEA {
        Some(Value::from(row.try_get::<_, Option<Vec<u8>>>(column).ok()?))
    } else {
        Some(Value::from(row.try_get::<_, Option<String>>(column).ok()?))
    }
}
