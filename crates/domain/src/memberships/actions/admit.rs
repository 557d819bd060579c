//! Admitting one person who is new to the books.

use kernel::{Actor, Id, Refusal};

use super::bulk;
use crate::books::Batch;
use crate::memberships::model::Admission;
use crate::{App, Error, Result, people};

/// Writes one new person down as a member. Refused when somebody in the books may be the same, unless the clerk has
/// looked and says it is another.
pub fn admit(app: &App, actor: &Actor, admission: &Admission, despite_twins: bool) -> Result<Id> {
    app.write(actor, "memberships.record", admission.kind.name().vi, |batch| {
        must_be_new(batch, admission, despite_twins)?;
        let people = bulk::admit_in(batch, std::slice::from_ref(admission), None)?;
        let person = people.first().copied();
        let person = person.ok_or_else(|| Error::Broken("không ghi được ai".to_owned()))?;
        batch.answers(person);
        Ok(person)
    })
}

/// Refuses somebody who may be in the books already.
pub(super) fn must_be_new(
    batch: &mut Batch<'_, '_>,
    admission: &Admission,
    despite_twins: bool,
) -> Result<()> {
    let twins = people::twins_in(batch, &admission.person)?;
    let Some((_, by_number)) = twins.first() else { return Ok(()) };
    if *by_number {
        return Err(people::known_number().into());
    }
    if despite_twins {
        return Ok(());
    }
    Err(Refusal::new(
        "known_person",
        "Trong sổ đã có người cùng họ tên, ngày sinh và giới",
        "Xem người đã có; nếu là người khác thì đánh dấu “Vẫn là người khác” rồi ghi",
    )
    .into())
}
