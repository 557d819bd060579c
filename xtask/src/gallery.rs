//! `cargo xtask gallery`: pictures of every page, so that somebody looks at all of them.

use anyhow::Result;

use crate::shell;
use crate::test::browser::{self, Ready};

/// Takes the pictures and says where they are.
pub(crate) fn run(arguments: &[String]) -> Result<bool> {
    let root = shell::root()?;
    let folder =
        arguments.first().map_or_else(|| root.join("target/gallery"), |folder| root.join(folder));
    let Some(Ready { chromium, .. }) = browser::prepare(&root)? else { return Ok(false) };
    let mut pictures = std::process::Command::new("node");
    pictures.arg("gallery.js").arg(&folder).current_dir(root.join(browser::FOLDER));
    pictures.env("KETDOAN_CHROMIUM", chromium).env("KETDOAN_BIN", browser::program(&root));
    let taken = shell::succeeds(&mut pictures)?;
    if taken {
        println!("{}", folder.join("index.html").display());
    }
    Ok(taken)
}
