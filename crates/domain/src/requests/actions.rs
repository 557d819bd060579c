//! Reading what members ask for, and answering it.

use db::values;
use kernel::{Actor, Id, Refusal};

use super::model::{Answer, Asked, Request};
use super::{rules, store};
use crate::books::{Batch, schema};
use crate::people::{self, NewPerson};
use crate::{App, Error, Result};

/// The requests that wait for this actor's answer, those that wait longest first.
pub fn open(app: &App, actor: &Actor, asked: Asked) -> Result<Vec<Request>> {
    let mut rows = app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "people.correct")?;
        store::waiting(tx, app.federation, (&bounds, app.today()), asked)
    })?;
    for row in rows.iter_mut().filter(|row| row.field == "cccd") {
        row.asked = people::mask(&row.asked);
    }
    Ok(rows)
}

/// One request, for who keeps the person's record. That an identity number was read in it is noted.
pub fn find(app: &App, actor: &Actor, id: Id) -> Result<Request> {
    app.allow(actor, "people.correct")?;
    let mut request = app.db.read(|tx| {
        let unreached = || {
            let power = crate::policy::power_for("people.correct");
            Error::from(actor.out_of_reach(power, "đơn vị của người này"))
        };
        let found = store::find(tx, app.federation, id)?;
        let Some(mut request) = found else {
            let knows_all = app.bounds(tx, actor, "people.correct")? == crate::reach::Bounds::Whole;
            return Err(if knows_all { unknown().into() } else { unreached() });
        };
        if let Some(kept) = people::merged_into(tx, app.federation, request.person)? {
            request.person = kept;
        }
        people::must_reach_person(app, tx, actor, "people.correct", request.person)?;
        Ok(request)
    })?;
    if request.field == "cccd" {
        if request.answer.is_none() && actor.may(crate::policy::power_for("people.read_identity")) {
            let detail = Some("trong đề nghị sửa");
            app.note(actor, "people.read_identity", Some(request.person), detail)?;
        } else {
            request.asked = people::mask(&request.asked);
        }
    }
    Ok(request)
}

fn unknown() -> Refusal {
    Refusal::new("unknown_request", "Không có đề nghị này", "Xem lại danh sách đề nghị")
}

/// Answers a request once; what it changes in the record is written with it.
pub fn answer(app: &App, actor: &Actor, id: Id, answer: &Answer) -> Result<()> {
    app.allow(actor, "people.correct")?;
    let (accepted, said) = match answer {
        Answer::Apply | Answer::Correct(_) => (true, None),
        Answer::Done(said) => {
            (true, Some(rules::must_say(said, "done_missing", "Chưa ghi đã xử lý thế nào")?))
        }
        Answer::Decline(said) => {
            (false, Some(rules::must_say(said, "reason_missing", "Chưa ghi lý do không nhận")?))
        }
    };
    app.write(actor, "people.correct", "Trả lời đề nghị sửa hồ sơ", |batch| {
        let federation = batch.federation();
        let request = store::find(batch.reader()?, federation, id)?.ok_or_else(unknown)?;
        let person = people::merged_into(batch.reader()?, federation, request.person)?;
        let person = person.unwrap_or(request.person);
        people::must_reach_person(app, batch.reader()?, actor, "people.correct", person)?;
        if request.answer.is_some() {
            return Err(Refusal::new(
                "already_answered",
                "Đề nghị này đã được trả lời",
                "Không cần trả lời lại; mở danh sách để xem đề nghị khác",
            )
            .into());
        }
        match answer {
            Answer::Apply => {
                let known = people::facts(batch.reader()?, federation, person)?;
                let facts = rules::applied(&request.field, &request.asked, &known)?;
                people::correct_in(batch, person, &facts)?;
            }
            Answer::Correct(facts) => people::correct_in(batch, person, facts)?,
            Answer::Done(_) | Answer::Decline(_) => {}
        }
        let unit = unit_reached(batch, person)?;
        let row = values![
            request.person,
            unit,
            request.field,
            request.asked,
            said.clone(),
            id,
            i64::from(accepted)
        ];
        batch.append(&schema::CORRECTION_REQUEST, row)?;
        store::close(batch, id)
    })
}

/// The unit at which the actor reaches a person.
fn unit_reached(batch: &mut Batch<'_, '_>, person: Id) -> Result<Id> {
    let federation = batch.federation();
    let mut told = Err(Error::from(unknown()));
    for unit in people::places_of(batch.reader()?, federation, person)? {
        match batch.must_reach(unit) {
            Ok(()) => return Ok(unit),
            Err(error) => told = Err(error),
        }
    }
    told
}

/// What a request would make of a record, for forms.
impl Request {
    /// The record with the field set to what was asked.
    pub fn proposed(&self, facts: &NewPerson) -> Result<NewPerson, Refusal> {
        rules::applied(&self.field, &self.asked, facts)
    }
}
