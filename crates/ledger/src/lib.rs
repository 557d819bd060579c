//! The ledger as a deterministic machine: accounts, postings, paths, bridges, figures. Pure.
