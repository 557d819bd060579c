//! `templates`: the templates of papers, copied out to be changed, and tried before anybody needs them.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;
use kernel::Refusal;
use print::{Press, TEMPLATES};

use super::text;
use crate::{answer, books};

/// Where an office keeps templates of its own, in the folder of its books.
const PLACE: [&str; 2] = ["templates", "print"];

/// Runs what was asked of templates.
pub(super) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    match matches.subcommand() {
        Some(("copy", own)) => copy(own),
        Some(("try", own)) => try_all(own),
        _ => Ok(()),
    }
}

/// The office's own templates, where there are any.
pub(super) fn folder(data: &Path) -> Option<PathBuf> {
    let folder = data.join(PLACE[0]).join(PLACE[1]);
    folder.is_dir().then_some(folder)
}

/// The press with an office's own templates, each of which was tried: a fault is told before the pages are served, with
/// file, line and what to do, and nothing of ours takes its place unsaid.
pub(super) fn tried(folder: Option<&Path>) -> anyhow::Result<Press> {
    let press = Press::of_machine(folder).map_err(|refusal| refused(&refusal))?;
    if folder.is_some() {
        press.try_all().map_err(|refusal| refused(&refusal))?;
    }
    Ok(press)
}

fn refused(refusal: &print::Refusal) -> Refusal {
    let (message, remedy) = refusal.told();
    Refusal::new(refusal.code(), message, remedy)
}

/// Writes the templates inside the program into the folder from which they are used; none that is there is written over.
fn copy(matches: &ArgMatches) -> anyhow::Result<()> {
    let folder = books::folder(matches, "ketdoan-data").join(PLACE[0]).join(PLACE[1]);
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("không tạo được thư mục {}", folder.display()))?;
    for (name, template) in TEMPLATES {
        let path = folder.join(name);
        if path.exists() {
            answer::line(&format!("{}: đã có, để nguyên", path.display()));
            continue;
        }
        std::fs::write(&path, template)
            .with_context(|| format!("không ghi được {}", path.display()))?;
        answer::line(&path.display().to_string());
    }
    Ok(())
}

/// Sets one of each paper with the templates that would be used, and writes the files where they can be looked at.
fn try_all(matches: &ArgMatches) -> anyhow::Result<()> {
    let own = folder(&books::folder(matches, "ketdoan-data"));
    let press = tried(own.as_deref())?;
    let to = text(matches, "to").map(Path::new);
    if let Some(to) = to {
        std::fs::create_dir_all(to)
            .with_context(|| format!("không tạo được thư mục {}", to.display()))?;
    }
    for (name, paper) in print::samples() {
        let bytes = press.pdf(&paper).map_err(|refusal| refused(&refusal))?;
        let Some(to) = to else {
            answer::line(&format!("{name}: {} byte", bytes.len()));
            continue;
        };
        let path = to.join(format!("{name}.pdf"));
        std::fs::write(&path, bytes)
            .with_context(|| format!("không ghi được {}", path.display()))?;
        answer::line(&path.display().to_string());
    }
    Ok(())
}
