//! The books on the web: one page a folder, no SQL.
