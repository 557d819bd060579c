//! One file a family of commands.

mod articles;
mod check;
mod eligible;
mod figures;
mod imports;
mod keeping;
mod package;
mod post;
mod provider;
mod reports;
mod service;
mod templates;
mod users;
mod verify;

use clap::ArgMatches;

/// Runs the command that was given.
pub(crate) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    match matches.subcommand() {
        Some(("demo", own)) => service::demo(own),
        Some(("serve", own)) => service::serve(own),
        Some(("generate", own)) => service::generate(own),
        Some(("import", own)) => imports::run(own),
        Some(("figure", own)) => figures::one(own),
        Some(("figures", own)) => figures::all(own),
        Some(("article", own)) => articles::run(own),
        Some(("report", own)) => reports::run(own),
        Some(("package", own)) => package::run(own),
        Some(("check", own)) => check::run(own),
        Some(("eligible", own)) => eligible::run(own),
        Some(("verify", own)) => verify::run(own),
        Some(("key", own)) => verify::key(own),
        Some(("templates", own)) => templates::run(own),
        Some(("user", own)) => users::run(own),
        Some(("unit", own)) => keeping::unit(own),
        Some((name, own)) => keeping::run(name, own),
        None => Ok(()),
    }
}

/// An option's text.
fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// Whether a flag was given.
fn flag(matches: &ArgMatches, name: &str) -> bool {
    matches.get_flag(name)
}
