//! How the books and their keeping stand.

use kernel::Actor;

use super::backup::names;
use crate::keeping::model::{Backup, Health, Upkeep, UpkeepKind};
use crate::keeping::store;
use crate::{App, Result, jobs};

/// Everything the page of the system tells.
pub fn health(app: &App, actor: &Actor) -> Result<Health> {
    let standing = jobs::standing(app, actor)?;
    let (made, drills, [examination, chain]) = app.db.read(|tx| {
        app.must_reach_all(tx, actor, "books.health")?;
        let federation = app.federation;
        let made = store::list(tx, federation, UpkeepKind::Backup)?;
        let drills = store::list(tx, federation, UpkeepKind::Drill)?;
        let examination = store::find_last(tx, federation, UpkeepKind::Examination)?;
        let chain = store::find_last(tx, federation, UpkeepKind::Chain)?;
        Ok::<_, crate::Error>((made, drills, [examination, chain]))
    })?;
    // An examination proves the whole chain, too.
    let chain = [chain, examination.clone()].into_iter().flatten().max_by_key(|line| line.ended_at);
    Ok(Health {
        engine: app.engine_name(),
        bytes: app.db.size()?,
        schema: app.db.schema_step()?,
        jobs: standing,
        backups: backups(app, &made, &drills),
        folder: app.folder.as_ref().map(|folder| folder.display().to_string()),
        backup: made.into_iter().next(),
        drill: drills.into_iter().next(),
        examination,
        chain,
    })
}

/// The copies that stand in the folder, with what is known of each.
fn backups(app: &App, made: &[Upkeep], drills: &[Upkeep]) -> Vec<Backup> {
    let Some(folder) = &app.folder else { return Vec::new() };
    let of = |lines: &[Upkeep], name: &str| {
        lines.iter().find(|line| line.subject.as_deref() == Some(name)).cloned()
    };
    let backup = |name: String| {
        let bytes = std::fs::metadata(folder.join(&name)).ok()?.len();
        Some(Backup { made: of(made, &name), drill: of(drills, &name), bytes, name })
    };
    names(folder).into_iter().filter_map(backup).collect()
}
