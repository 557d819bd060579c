//! The ways an action ends badly: a rule refused, or the database failed.

use db::{DbError, MaybeDbError};
use kernel::Refusal;

/// What an action answers when it does not succeed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule, a right or a limit said no; the reader is told why and what to do.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// The database failed: our fault, told once in the log.
    #[error("cơ sở dữ liệu gặp lỗi: {0}")]
    Db(#[from] DbError),
    /// A file could not be read or written.
    #[error("{doing}: {source}")]
    File {
        /// What was being done.
        doing: String,
        /// The system's own error.
        source: std::io::Error,
    },
    /// The command was carried out before; nothing was written now, and this is what it answered then.
    #[error("việc này đã được ghi ở lần gửi trước")]
    Answered(String),
    /// The books do not agree with themselves.
    #[error("sổ không nhất quán: {0}")]
    Broken(String),
}

/// The result of every action.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl MaybeDbError for Error {
    fn db_error(&self) -> Option<&DbError> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

impl Error {
    /// The refusal, if that is what it is.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// Names what was being done with a file.
    pub fn file(doing: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::File { doing, source }
    }
}
