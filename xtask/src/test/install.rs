//! What the tests need from the system, and the package managers that can bring it.

use std::process::Command;

use anyhow::{Result, bail};

use crate::shell;

/// What may have to be installed.
#[derive(Clone, Copy)]
pub(crate) enum Need {
    Postgres,
    Chromium,
    Node,
}

/// A package manager: how it refreshes its lists, how it installs, and its names for our needs.
struct Manager {
    program: &'static str,
    refresh: &'static [&'static str],
    install: &'static [&'static str],
    postgres: &'static [&'static str],
    chromium: &'static [&'static str],
    node: &'static [&'static str],
}

const MANAGERS: [Manager; 4] = [
    Manager {
        program: "apt-get",
        refresh: &["update"],
        install: &["install", "-y", "--no-install-recommends"],
        postgres: &["postgresql"],
        chromium: &["chromium", "chromium-driver"],
        node: &["nodejs", "npm"],
    },
    Manager {
        program: "dnf",
        refresh: &["makecache"],
        install: &["install", "-y"],
        postgres: &["postgresql-server"],
        chromium: &["chromium", "chromedriver"],
        node: &["nodejs", "npm"],
    },
    Manager {
        program: "apk",
        refresh: &["update"],
        install: &["add"],
        postgres: &["postgresql"],
        chromium: &["chromium", "chromium-chromedriver"],
        node: &["nodejs", "npm"],
    },
    Manager {
        program: "pacman",
        refresh: &["-Sy"],
        install: &["-S", "--noconfirm", "--needed"],
        postgres: &["postgresql"],
        chromium: &["chromium"],
        node: &["nodejs", "npm"],
    },
];

/// Installs what is needed; the error says what a person can do instead.
pub(crate) fn install(need: Need) -> Result<()> {
    let Some(manager) = MANAGERS.iter().find(|manager| shell::find(manager.program).is_some())
    else {
        bail!("not installed, and no package manager known here: install it by hand");
    };
    let by_hand = manager.line(need);
    if !shell::is_root() {
        bail!("not installed; as root, `{by_hand}` brings it");
    }
    println!("installing what the tests need: {by_hand}");
    // The lists of a fresh machine are empty, and the network fails now and then: ask twice.
    let refreshed = manager.run(manager.refresh, &[])? || manager.run(manager.refresh, &[])?;
    if !manager.run(manager.install, manager.packages(need))? {
        let lists = if refreshed { "" } else { " (the package lists could not be refreshed)" };
        bail!("not installed: `{by_hand}` failed{lists}");
    }
    Ok(())
}

impl Manager {
    fn packages(&self, need: Need) -> &'static [&'static str] {
        match need {
            Need::Postgres => self.postgres,
            Need::Chromium => self.chromium,
            Need::Node => self.node,
        }
    }

    fn line(&self, need: Need) -> String {
        let words = [&[self.program], self.install, self.packages(need)].concat();
        words.join(" ")
    }

    fn run(&self, arguments: &[&str], packages: &[&str]) -> Result<bool> {
        let mut command = Command::new(self.program);
        command.args(arguments).args(packages).env("DEBIAN_FRONTEND", "noninteractive");
        shell::succeeds(&mut command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_type_by_hand_names_the_packages() {
        let [apt, ..] = &MANAGERS;
        let line = apt.line(Need::Postgres);
        assert_eq!(line, "apt-get install -y --no-install-recommends postgresql");
    }
}
