//! Who may depend on whom, and why each outside crate is there.

use super::manifest::{Dependency, Table, dependencies, package_name};
use super::report::{Finding, Level, Rule};
use crate::tree::{File, Tree};

/// A crate of ours and the crates of ours that its code may use. Tests may use any of them.
struct Layer {
    name: &'static str,
    may_use: &'static [&'static str],
}

const LAYERS: &[Layer] = &[
    Layer { name: "vietnamese", may_use: &[] },
    Layer { name: "kernel", may_use: &[] },
    Layer { name: "ledger", may_use: &["kernel"] },
    Layer { name: "rules", may_use: &["kernel"] },
    Layer { name: "db", may_use: &["kernel"] },
    Layer { name: "sheets", may_use: &[] },
    Layer { name: "print", may_use: &[] },
    Layer { name: "intake", may_use: &["sheets", "vietnamese", "kernel"] },
    Layer { name: "proof", may_use: &["vietnamese"] },
    Layer { name: "oidc", may_use: &["kernel"] },
    Layer {
        name: "domain",
        may_use: &["kernel", "ledger", "rules", "db", "sheets", "intake", "proof", "vietnamese"],
    },
    Layer {
        name: "web",
        may_use: &["domain", "kernel", "ledger", "oidc", "rules", "print", "proof", "vietnamese"],
    },
    Layer { name: "testkit", may_use: &["kernel", "vietnamese", "ledger", "db", "domain"] },
    Layer { name: "ketdoan", may_use: ANYTHING },
    Layer { name: "xtask", may_use: &[] },
];

const ANYTHING: &[&str] = &["*"];

/// Outside crates that belong to one room: no other room may ship them.
const RESERVED: &[(&[&str], &[&str])] = &[
    (&["rusqlite", "postgres", "tokio-postgres", "r2d2", "r2d2_sqlite", "sqlx"], &["db"]),
    (&["axum", "axum-extra", "tower", "tower-http", "maud"], &["web", "ketdoan"]),
    (&["clap", "indicatif"], &["ketdoan"]),
    (&["calamine", "rust_xlsxwriter"], &["sheets"]),
];

static LAYER: Rule = Rule {
    name: "layer",
    what: "a crate depends only on the crates beneath it",
    why: "a crate of ours exists because the compiler must forbid something; this is what",
    remedy: "move the code to the crate that may see both, or pass in what is needed as a value",
    level: Level::Refused,
};

static ROOM: Rule = Rule {
    name: "reserved-crate",
    what: "an engine belongs to one room: SQL to `db`, HTTP to `web`, arguments to `ketdoan`, \
           workbooks to `sheets`",
    why: "what only one crate knows can be replaced in one crate",
    remedy: "use it through the crate it belongs to",
    level: Level::Refused,
};

static REASON: Rule = Rule {
    name: "dependency-reason",
    what: "each outside dependency has a comment on its line, or on the line above, that says why",
    why: "a dependency without a reason is never taken out again",
    remedy: "add `# what it does for us` to the line",
    level: Level::Refused,
};

static SHARED: Rule = Rule {
    name: "workspace-dependency",
    what: "`[workspace.dependencies]` lists our own crates only",
    why: "an outside crate stands, with its reason, in the crate that needs it",
    remedy: "move the line into that crate's own Cargo.toml",
    level: Level::Refused,
};

/// Dependencies between our own crates.
pub(crate) fn layers(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, file) in crates(tree) {
        let Some(layer) = LAYERS.iter().find(|layer| layer.name == name) else {
            let detail = format!("crate {name:?} has no place in the layers yet");
            findings.push(LAYER.at(&file.path, 1, detail));
            continue;
        };
        for dependency in dependencies(&file.text) {
            let ours = LAYERS.iter().any(|other| other.name == dependency.name);
            let used = dependency.name.as_str();
            let may = layer.may_use == ANYTHING || layer.may_use.contains(&used);
            if ours && !may && dependency.table != Table::Dev {
                let detail = format!("{name} must not depend on {used}");
                findings.push(LAYER.at(&file.path, dependency.line, detail));
            }
        }
    }
    findings
}

/// Engines outside the room they belong to.
pub(crate) fn reserved(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, file) in crates(tree) {
        let shipped = dependencies(&file.text).into_iter();
        for dependency in shipped.filter(|dependency| dependency.table != Table::Dev) {
            let rooms = RESERVED.iter().find(|(kept, _)| kept.contains(&&*dependency.name));
            if let Some((_, rooms)) = rooms.filter(|(_, rooms)| !rooms.contains(&name)) {
                let detail = format!("{} belongs to {}", dependency.name, rooms.join(" and "));
                findings.push(ROOM.at(&file.path, dependency.line, detail));
            }
        }
    }
    findings
}

/// Outside dependencies that nobody explained.
pub(crate) fn reasons(tree: &Tree) -> Vec<Finding> {
    let ours: Vec<&str> = crates(tree).map(|(name, _)| name).collect();
    let outside =
        |dependency: &Dependency| !dependency.is_local && !ours.contains(&dependency.name.as_str());
    let mut findings = Vec::new();
    for file in manifests(tree) {
        for dependency in dependencies(&file.text).iter().filter(|found| outside(found)) {
            let name = &dependency.name;
            if dependency.table == Table::Workspace {
                findings.push(SHARED.at(&file.path, dependency.line, name));
            } else if !dependency.has_reason {
                findings.push(REASON.at(&file.path, dependency.line, name));
            }
        }
    }
    findings
}

fn manifests(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.with_extension("toml").filter(|file| file.path.ends_with("Cargo.toml"))
}

/// The members of the workspace; a fuzz crate is a workspace of its own.
fn crates(tree: &Tree) -> impl Iterator<Item = (&str, &File)> {
    let members = manifests(tree).filter(|file| {
        let folders: Vec<&str> = file.path.split('/').collect();
        matches!(folders[..], ["crates", _, "Cargo.toml"] | ["xtask", "Cargo.toml"])
    });
    members.filter_map(|file| package_name(&file.text).map(|name| (name, file)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::report::places;

    fn manifest(name: &str, rest: &str) -> String {
        format!("[package]\nname = \"{name}\"\n\n{rest}")
    }

    #[test]
    fn a_crate_that_reaches_upwards_is_found_and_its_tests_may() {
        let ledger =
            manifest("ledger", "[dependencies]\nkernel.workspace = true\ndb.workspace = true\n");
        let db = manifest("db", "[dev-dependencies]\ntestkit.workspace = true\n");
        let ketdoan = manifest("ketdoan", "[dependencies]\nweb.workspace = true\n");
        let tree = Tree::sample(&[
            ("crates/ledger/Cargo.toml", &ledger),
            ("crates/db/Cargo.toml", &db),
            ("crates/ketdoan/Cargo.toml", &ketdoan),
            ("crates/poetry/Cargo.toml", &manifest("poetry", "")),
        ]);
        let expected = ["layer crates/ledger/Cargo.toml:6", "layer crates/poetry/Cargo.toml:1"];
        assert_eq!(places(&layers(&tree)), expected);
    }

    #[test]
    fn an_engine_outside_its_room_is_found() {
        let domain = manifest("domain", "[dependencies]\naxum = \"0.8\" # pages\n");
        let web = manifest("web", "[dependencies]\naxum = \"0.8\" # pages\n");
        let testkit = manifest("testkit", "[dev-dependencies]\nrusqlite = \"0.41\" # yardstick\n");
        let tree = Tree::sample(&[
            ("crates/domain/Cargo.toml", &domain),
            ("crates/web/Cargo.toml", &web),
            ("crates/testkit/Cargo.toml", &testkit),
        ]);
        assert_eq!(places(&reserved(&tree)), ["reserved-crate crates/domain/Cargo.toml:5"]);
    }

    #[test]
    fn an_outside_dependency_without_a_reason_is_found() {
        let db = "[dependencies]\nkernel.workspace = true\njiff = \"0.2\"\nsha2 = \"1\" # seals\n";
        let root = "[workspace.dependencies]\ndb = { path = \"crates/db\" }\nserde = \"1\" # no\n";
        let tree = Tree::sample(&[
            ("crates/db/Cargo.toml", &manifest("db", db)),
            ("crates/kernel/Cargo.toml", &manifest("kernel", "")),
            ("Cargo.toml", root),
        ]);
        let expected =
            ["dependency-reason crates/db/Cargo.toml:6", "workspace-dependency Cargo.toml:3"];
        assert_eq!(places(&reasons(&tree)), expected);
    }
}
