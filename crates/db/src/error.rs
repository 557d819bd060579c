//! What can go wrong between the program and its database.

/// An error of the database or of a row that does not make sense.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The embedded engine refused.
    #[error("SQLite: {doing}")]
    Sqlite {
        /// What was being done: the statement, or a few words.
        doing: String,
        /// The engine's own error.
        source: rusqlite::Error,
    },
    /// The server refused.
    #[error("PostgreSQL: {doing}: {}", detail(source))]
    Postgres {
        /// What was being done: the statement, or a few words.
        doing: String,
        /// The driver's own error.
        source: postgres::Error,
    },
    /// No connection could be had.
    #[error("không mở được cơ sở dữ liệu")]
    Pool(#[from] r2d2::Error),
    /// A column did not hold what the schema says.
    #[error("cột {column} không đúng kiểu trong: {sql}")]
    Inconsistent {
        /// The statement.
        sql: String,
        /// The column's place in it.
        column: usize,
    },
    /// A migration that ran is not the one we have.
    #[error("lịch sử lược đồ không khớp: {0}")]
    History(String),
}

fn detail(error: &postgres::Error) -> String {
    error.as_db_error().map_or_else(|| error.to_string(), |server| server.message().to_owned())
}

impl DbError {
    pub(crate) fn sqlite(doing: &str) -> impl FnOnce(rusqlite::Error) -> Self + '_ {
        move |source| Self::Sqlite { doing: doing.to_owned(), source }
    }

    pub(crate) fn postgres(doing: &str) -> impl FnOnce(postgres::Error) -> Self + '_ {
        move |source| Self::Postgres { doing: doing.to_owned(), source }
    }

    /// Whether the same work may succeed when it is begun again: a conflict, a deadlock, a server changing over.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Sqlite { source: rusqlite::Error::SqliteFailure(failure, _), .. } => matches!(
                failure.code,
                rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked
            ),
            Self::Postgres { source, .. } => {
                source.is_closed()
                    || source.code().is_some_and(|state| {
                        let code = state.code();
                        matches!(code, "40001" | "40P01" | "57P01" | "57P02" | "57P03" | "25006")
                            || code.starts_with("08")
                    })
            }
            _ => false,
        }
    }

    /// The name of the constraint that was broken, where the engine tells it.
    pub fn constraint(&self) -> Option<String> {
        match self {
            Self::Postgres { source, .. } => source.as_db_error()?.constraint().map(str::to_owned),
            Self::Sqlite { source: rusqlite::Error::SqliteFailure(failure, message), .. }
                if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
            {
                message.clone()
            }
            _ => None,
        }
    }
}
