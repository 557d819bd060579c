//! The only crate that knows SQLite and PostgreSQL.
