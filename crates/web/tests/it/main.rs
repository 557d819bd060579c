//! The pages through the real router, in process, on small books that every test makes anew.

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod activities;
#[cfg(test)]
mod address;
#[cfg(test)]
mod api;
#[cfg(test)]
mod asking;
#[cfg(test)]
mod books;
#[cfg(test)]
mod certificates;
#[cfg(test)]
mod check;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod council;
#[cfg(test)]
mod doors;
#[cfg(test)]
mod duplicates;
#[cfg(test)]
mod eligibility;
#[cfg(test)]
mod exchange;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod find;
#[cfg(test)]
mod guard;
#[cfg(test)]
mod honours;
#[cfg(test)]
mod identity;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod load;
#[cfg(test)]
mod members;
#[cfg(test)]
mod overview;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod papers_set;
#[cfg(test)]
mod permissions;
#[cfg(test)]
mod print;
#[cfg(test)]
mod reorganisations;
#[cfg(test)]
mod report_cycle;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod rights;
#[cfg(test)]
mod rounds;
#[cfg(test)]
mod scores;
#[cfg(test)]
mod sign_in;
#[cfg(test)]
mod snapshots;
#[cfg(test)]
mod system;
#[cfg(test)]
mod targets;
#[cfg(test)]
mod trace;
#[cfg(test)]
mod unit_record;
#[cfg(test)]
mod units;
