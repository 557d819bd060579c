//! The books on the web: pages worked out on the server, readable without a script.
//!
//! A request becomes a *question* (what the address asks), one blocking read gathers the answers of
//! `domain`, and typed functions write the page. A form is carried out by one action. Nothing here
//! knows which engine runs.

#[macro_use]
mod texts;

mod accounts;
mod activities;
mod address;
mod api;
mod assets;
mod audit;
mod calls;
mod certificates;
mod check;
mod compare;
mod council;
mod documents;
mod door;
mod duplicates;
mod eligibility;
mod exchange;
mod figures;
mod find;
mod form;
mod frame;
mod guard;
mod honours;
mod identity;
mod imports;
mod jobs;
mod me;
mod members;
mod papers;
mod parts;
mod print;
mod problem;
mod public_address;
mod published;
mod reader;
mod reorganisations;
mod report_forms;
mod reports;
mod request;
mod requests;
mod rights;
mod rounds;
mod routes;
mod say;
mod scores;
mod serve;
mod site;
mod system;
mod targets;
mod tasks;
mod units;
mod words;

pub use certificates::Printer;
pub use public_address::PublicAddress;
pub use routes::{doors, permissions, router};
pub use serve::{Error, serve, serve_and_tell};
pub use site::{DemoAccount, Settings};
