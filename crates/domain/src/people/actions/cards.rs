//! Finding people, reading one, correcting what is known.

use db::Tx;
use kernel::{Actor, Id};

use crate::books::Batch;
use crate::people::model::{NewPerson, PersonCard};
use crate::people::store;
use crate::people::{known_number, twins_in};
use crate::reach::Bounds;
use crate::{App, Error, Result, memberships};

/// One person with the life line. The identity number is masked unless `reveal` is asked, which is logged.
pub fn person_card(app: &App, actor: &Actor, person: Id, reveal: bool) -> Result<PersonCard> {
    app.allow(actor, "people.search")?;
    app.db.read(|tx| must_reach_person(app, tx, actor, "people.search", person))?;
    if reveal {
        app.db.read(|tx| must_reach_person(app, tx, actor, "people.read_identity", person))?;
        app.write(actor, "people.read_identity", "Xem số căn cước", |batch| {
            batch.note("people.read_identity", Some(person), None)
        })?;
    }
    app.db.read(|tx| Ok(read_card(app, tx, person, reveal)?.0))
}

/// The card of a person whatever the actor may, with what is known beside it; the identity number is masked.
pub(crate) fn whole_card(
    app: &App,
    tx: &mut Tx<'_>,
    person: Id,
) -> Result<(PersonCard, NewPerson)> {
    read_card(app, tx, person, false)
}

fn read_card(
    app: &App,
    tx: &mut Tx<'_>,
    person: Id,
    reveal: bool,
) -> Result<(PersonCard, NewPerson)> {
    let row = store::row_of(tx, app.federation, person)?;
    let (facts, _) = store::load_facts(tx, app.federation, person)?;
    let row = row.ok_or_else(|| store::unknown(person))?;
    let sealed = store::load_sealed(tx, app.federation, person)?;
    let fields = sealed.map(|bytes| app.keys.open(&bytes)).transpose()?;
    let cccd = fields.and_then(|(fields, _)| fields.cccd);
    let cccd_masked = cccd.map(|number| if reveal { number } else { mask(&number) });
    let events = memberships::life_line(tx, app.federation, person)?;
    Ok((PersonCard { row, cccd_masked, events }, facts))
}

/// Refuses unless the actor holds an action's power where a person is a member, or was last.
pub(crate) fn must_reach_person(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    action: &str,
    person: Id,
) -> Result<()> {
    // Who reaches everything is told of a person who is not there as such.
    if app.bounds(tx, actor, action)? == Bounds::Whole {
        return Ok(());
    }
    for unit in store::places_of(tx, app.federation, person)? {
        match app.must_reach(tx, actor, action, unit, app.today()) {
            Err(Error::Refused(refusal)) if refusal.code == "out_of_reach" => {}
            told => return told,
        }
    }
    let power = crate::policy::power_for(action);
    Err(actor.out_of_reach(power, "đơn vị của người này").into())
}

/// All but the last four digits hidden.
pub(crate) fn mask(number: &str) -> String {
    let keep = number.len().saturating_sub(4);
    number.char_indices().map(|(place, digit)| if place < keep { '•' } else { digit }).collect()
}

/// What a correction says must hold as it must when somebody is admitted: born before the first event, and no number that
/// somebody else has.
fn must_be_true_of(batch: &mut Batch<'_, '_>, person: Id, facts: &NewPerson) -> Result<()> {
    let born = store::birth_floor(facts.birth.as_deref());
    memberships::must_be_born_before(batch, person, born)?;
    if facts.sensitive.cccd.is_some() {
        let twins = twins_in(batch, facts)?;
        if twins.iter().any(|(id, by_number)| *by_number && *id != person) {
            return Err(known_number().into());
        }
    }
    Ok(())
}

/// Corrects what is known of a person. Old values are kept; when the sex changes, the postings of women follow.
pub fn correct(app: &App, actor: &Actor, person: Id, facts: &NewPerson) -> Result<()> {
    app.write(actor, "people.correct", &format!("Sửa thông tin của {}", facts.name), |batch| {
        let federation = batch.federation();
        must_reach_person(app, batch.reader()?, actor, "people.correct", person)?;
        store::must_stand(batch.reader()?, federation, person)?;
        correct_in(batch, person, facts)
    })
}

/// What is known of a person.
pub(crate) fn facts(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<NewPerson> {
    store::must_stand(tx, federation, person)?;
    Ok(store::load_facts(tx, federation, person)?.0)
}

/// The same inside a batch, once it is known that the actor may.
pub(crate) fn correct_in(batch: &mut Batch<'_, '_>, person: Id, facts: &NewPerson) -> Result<()> {
    let federation = batch.federation();
    let (before, mut commitment) = store::load_facts(batch.reader()?, federation, person)?;
    must_be_true_of(batch, person, facts)?;
    if !facts.sensitive.is_empty() {
        let sealed = store::load_sealed(batch.reader()?, federation, person)?;
        let known = sealed.map(|bytes| batch.app.keys.open(&bytes)).transpose()?;
        let fields = facts.sensitive.or(known.map(|(known, _)| known).unwrap_or_default());
        let sealed = batch.app.keys.seal(&fields)?;
        commitment = Some(sealed.commitment.clone());
        store::replace_sealed(batch, person, sealed)?;
    }
    store::write_fact(batch, person, facts, commitment)?;
    store::rewrite(batch, person, facts)?;
    if before.sex != facts.sex {
        memberships::repost(batch, person, facts.sex)?;
    }
    Ok(())
}
