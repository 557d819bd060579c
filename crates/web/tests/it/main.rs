//! The pages through the real router, in process, on small books that every test makes anew.

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod address;
#[cfg(test)]
mod api;
#[cfg(test)]
mod books;
#[cfg(test)]
mod doors;
#[cfg(test)]
mod exports;
mod find;
#[cfg(test)]
mod guard;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod members;
#[cfg(test)]
mod overview;
#[cfg(test)]
mod permissions;
#[cfg(test)]
mod rights;
#[cfg(test)]
mod sign_in;
mod snapshots;
#[cfg(test)]
mod targets;
#[cfg(test)]
mod trace;
#[cfg(test)]
mod unit_record;
mod units;
