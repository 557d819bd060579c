//! Tidy: the rules of the house that neither the compiler nor a folder can hold.
//!
//! Every check is a plain function from the files to findings; this module only lists them, runs
//! them and then lets rustfmt and clippy have their say.

mod documents;
mod layers;
mod manifest;
mod migrations;
mod report;
mod rooms;
mod schema;
mod shape;
pub(crate) mod source;
mod words;

use std::path::Path;

use anyhow::{Result, bail};

use self::report::{Check, Finding, Level};
use crate::shell;
use crate::tree::Tree;

const CHECKS: &[Check] = &[
    shape::openings,
    shape::lengths,
    shape::widths,
    rooms::sql,
    rooms::pure,
    rooms::web,
    rooms::transactions,
    layers::layers,
    layers::reserved,
    layers::reasons,
    migrations::hashes,
    schema::portable,
    schema::federated,
    words::marks,
    words::machine_paths,
    words::servers,
    documents::paths,
    documents::links,
    documents::decisions,
];

/// Runs the checks; says whether the house is tidy.
pub(crate) fn run(arguments: &[String]) -> Result<bool> {
    let mut clippy = false;
    let mut bless = false;
    for argument in arguments {
        match argument.as_str() {
            "--clippy" => clippy = true,
            "--bless-migration" => bless = true,
            other => bail!("unknown argument {other:?}; see `cargo xtask help`"),
        }
    }
    let root = shell::root()?;
    let tree = Tree::open(&root)?;
    if bless {
        let added = migrations::bless(&root, &tree)?;
        println!("{}: {} added {}", migrations::LIST, added.len(), added.join(", "));
        return Ok(true);
    }
    let mut tidy = check(&tree);
    tidy &= formatted(&root)?;
    if clippy {
        tidy &= linted(&root)?;
    }
    println!("{}", if tidy { "tidy: all in order" } else { "tidy: see above" });
    Ok(tidy)
}

fn check(tree: &Tree) -> bool {
    let findings: Vec<Finding> = CHECKS.iter().flat_map(|check| check(tree)).collect();
    print!("{}", report::render(&findings));
    let refused = findings.iter().filter(|found| found.rule.level == Level::Refused).count();
    let warned = findings.len() - refused;
    println!(
        "{} checks on {} files: {refused} errors, {warned} warnings",
        CHECKS.len(),
        tree.files.len()
    );
    refused == 0
}

fn formatted(root: &Path) -> Result<bool> {
    let clean = shell::succeeds(shell::cargo(root).args(["fmt", "--all", "--check", "--", "-l"]))?;
    if !clean {
        println!("the formatting of the files above differs: run `cargo fmt --all`");
    }
    Ok(clean)
}

fn linted(root: &Path) -> Result<bool> {
    let mut clippy = shell::cargo(root);
    clippy.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    shell::succeeds(&mut clippy)
}
