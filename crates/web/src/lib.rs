//! The books on the web: pages worked out on the server, readable without a script.
//!
//! A request becomes a *question* (what the address asks), one blocking read gathers the answers of
//! `domain`, and typed functions write the page. Nothing here writes to the books, and nothing here
//! knows which engine runs. Not here: signing in, so the program listens on the machine itself
//! unless it is told otherwise.

mod address;
mod assets;
mod figures;
mod frame;
mod guard;
mod parts;
mod problem;
mod reader;
mod routes;
mod say;
mod serve;
mod site;
mod units;
mod words;

pub use routes::{permissions, router};
pub use serve::{Error, serve, serve_and_tell};
pub use site::Settings;
