//! The pages through the real router, in process, on small books that every test makes anew.

mod address;
mod books;
mod guard;
mod overview;
mod permissions;
mod snapshots;
mod trace;
mod units;
