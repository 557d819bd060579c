//! Asking for more than a rung refused: only where the round's rule says so.

use kernel::{Id, Refusal};

use super::place;
use crate::Result;
use crate::awards::{self, Level};
use crate::books::Batch;
use crate::rounds::known_store::{self, Known};
use crate::rounds::model::{NewNomination, RoundAward, State};

/// Passes a nomination of who was refused in this round already only where it names that refusal, the rule of the
/// refused award lets a higher level be asked, and the level asked is higher than the rung that refused.
pub(super) fn must_be_allowed(
    batch: &mut Batch<'_, '_>,
    new: &NewNomination,
    (awards_of, level): (&[RoundAward], Level),
    named: &str,
) -> Result<()> {
    let federation = batch.federation();
    let ids = known_store::of_subject(batch.reader()?, federation, new, named)?;
    let known = known_store::load_many(batch.reader()?, federation, &ids)?;
    let refused: Vec<&Known> =
        known.iter().filter(|each| each.standing.state == State::Refused).collect();
    let after = match new.after {
        Some(after) => match refused.iter().find(|each| each.id == after) {
            Some(found) => *found,
            None => return Err(not_refused().into()),
        },
        None => match refused.iter().find(|each| each.level < level) {
            Some(found) => *found,
            None => return Ok(()),
        },
    };
    let allowed =
        place::line_of(awards_of, &after.award).is_some_and(|line| line.higher_by.is_some());
    let is_higher = level > after.standing.level;
    if new.after.is_some() && allowed && is_higher {
        return Ok(());
    }
    Err(may_not(after, allowed).into())
}

fn not_refused() -> Refusal {
    Refusal::new(
        "not_refused",
        "Hồ sơ nêu làm căn cứ không phải của người, tập thể này, hoặc chưa có kết luận không khen",
        "Mở hồ sơ không được khen rồi chọn đề nghị mức cao hơn",
    )
}

fn may_not(after: &Known, allowed: bool) -> Refusal {
    let award = awards::award_name(&after.award);
    let message = format!("{} không được khen {award} trong đợt này", after.named);
    let remedy = if allowed {
        "Mở hồ sơ không được khen rồi chọn đề nghị mức cao hơn, ở cấp trên cấp đã từ chối"
    } else {
        "Quy định của đợt không cho đề nghị mức cao hơn khi cấp dưới đã từ chối"
    };
    Refusal::new("refused_below", message, remedy)
}

/// The unit that refused the nomination which another goes beyond.
pub(super) fn refuser_of(batch: &mut Batch<'_, '_>, nomination: Id) -> Result<Option<Known>> {
    let federation = batch.federation();
    match crate::rounds::list_store::after(batch.reader()?, federation, nomination)? {
        Some(after) => known_store::load(batch.reader()?, federation, after).map(Some),
        None => Ok(None),
    }
}
