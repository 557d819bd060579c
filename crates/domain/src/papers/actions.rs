//! The head of a paper, who signs, and the note that it was set.

use kernel::{Actor, Day, Id};

use super::model::{Letterhead, Set, Signed};
use super::store;
use crate::{App, Result, units};

/// Letters of what is noted at most.
const DETAIL_MAX: usize = 300;

/// The head of a unit's paper of a day; `known` is the batch up to which the books are asked, all of them where there is
/// none.
pub fn letterhead(
    app: &App,
    actor: &Actor,
    unit: Id,
    on: Day,
    known: Option<i64>,
) -> Result<Letterhead> {
    app.allow(actor, "units.read")?;
    let known = known.unwrap_or(store::NOW);
    app.db.read(|tx| {
        let (body, kind) = match store::named(tx, (app.federation, unit), on, known)? {
            Some(found) => found,
            // A paper may be older than what the books tell of its office.
            None => {
                let now = units::load(tx, app.federation, unit)?;
                (now.name, now.kind)
            }
        };
        let above = match store::manager(tx, (app.federation, unit), on, known)? {
            Some(manager) => store::named(tx, (app.federation, manager), on, known)?,
            None => None,
        };
        let signed = store::signed(tx, (app.federation, unit), known)?;
        let (above, place) = (above.map(|(name, _)| name), signed.map(|signed| signed.place));
        Ok(Letterhead { above, body, kind, place, day: on })
    })
}

/// Who signed the unit's last certificate: most probably who signs the next paper.
pub fn last_signer(app: &App, actor: &Actor, unit: Id) -> Result<Option<Signed>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "certificates.read", unit, app.today())?;
        store::signed(tx, (app.federation, unit), store::NOW)
    })
}

/// Notes that a paper was set, for who reaches the unit whose paper it is.
pub fn note(app: &App, actor: &Actor, set: Set, (unit, on): (Id, Day), detail: &str) -> Result<()> {
    app.db.read(|tx| app.must_reach(tx, actor, set.action(), unit, on))?;
    let detail: String = detail.chars().take(DETAIL_MAX).collect();
    app.note(actor, set.noted(), Some(unit), Some(&detail))
}
