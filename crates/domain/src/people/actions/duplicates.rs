//! Duplicates: found by identity number, or by name, birth date and sex; merged with the way back kept.

use kernel::{Actor, Id, Refusal};

use super::cards::must_reach_person;
use super::suspects::same_person;
use crate::people::{model::Duplicate, store, withdraw};
use crate::{App, Result, memberships};

/// Pairs that share an identity number, or name (tones kept, placement of marks folded), full birth date and sex.
pub fn find_duplicates(app: &App, actor: &Actor, limit: usize) -> Result<Vec<Duplicate>> {
    app.allow(actor, "people.search")?;
    let limit = limit.min(1000) as i64;
    app.db.read(|tx| {
        let mut found = store::pairs_by_number(tx, app.federation, limit)?;
        let by_name = store::pairs_by_name(tx, app.federation, limit)?;
        let numbered: Vec<(Id, Id)> = found.iter().map(|pair| (pair.keep, pair.drop)).collect();
        found.extend(by_name.into_iter().filter(|p| !numbered.contains(&(p.keep, p.drop))));
        if actor.holds().is_some() {
            let mut reached =
                |person| must_reach_person(app, tx, actor, "people.search", person).is_ok();
            found.retain(|pair| reached(pair.keep) && reached(pair.drop));
        }
        Ok(found)
    })
}

/// Merges one record into another: the events of the dropped record are reversed as recorded in error, and its facts
/// stay, pointing to the one that is kept.
pub fn merge(app: &App, actor: &Actor, keep: Id, drop: Id) -> Result<()> {
    app.allow(actor, "people.merge")?;
    if keep == drop {
        return Err(same_person().into());
    }
    app.write(actor, "people.merge", "Gộp hai hồ sơ của một người", |batch| {
        let federation = batch.federation();
        for person in [keep, drop] {
            must_reach_person(app, batch.reader()?, actor, "people.merge", person)?;
        }
        store::must_stand(batch.reader()?, federation, keep)?;
        store::must_stand(batch.reader()?, federation, drop)?;
        memberships::reverse_all_of(batch, drop)?;
        withdraw(batch, &[drop], Some(keep))
    })
}

/// Takes a merge back: the dropped record returns with the events it had.
pub fn unmerge(app: &App, actor: &Actor, dropped: Id) -> Result<()> {
    app.write(actor, "people.merge", "Tách lại hai hồ sơ đã gộp nhầm", |batch| {
        let federation = batch.federation();
        let Some(kept) = store::merged_into(batch.reader()?, federation, dropped)? else {
            return Err(
                Refusal::new("not_merged", "Hồ sơ này chưa được gộp", "Chọn hồ sơ đã gộp").into()
            );
        };
        // The dropped record stands nowhere; who is answerable for the one that was kept is for both.
        must_reach_person(app, batch.reader()?, actor, "people.merge", kept)?;
        store::reinstate(batch, dropped)?;
        memberships::write_again_all_of(batch, dropped)
    })
}
