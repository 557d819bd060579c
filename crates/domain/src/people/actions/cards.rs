//! Finding people, reading one, correcting what is known.

use db::values;
use kernel::{Actor, Id};

use crate::books::schema;
use crate::people::model::{NewPerson, PersonCard, PersonRow};
use crate::people::store;
use crate::{App, Result, memberships};

/// People whose name begins a word with what was typed, with or without marks, in name order; within a scope if one is
/// given. A last word may be the beginning of one.
pub fn search(app: &App, actor: &Actor, typed: &str, limit: usize) -> Result<Vec<PersonRow>> {
    app.allow(actor, "people.search")?;
    let key = vietnamese::fold::fold(typed);
    if key.is_empty() {
        return Ok(Vec::new());
    }
    app.db.read(|tx| store::by_suffix(tx, app.federation, &key, limit.min(500) as i64))
}

/// One person with the life line. The identity number is masked unless `reveal` is asked, which is logged.
pub fn person_card(app: &App, actor: &Actor, person: Id, reveal: bool) -> Result<PersonCard> {
    app.allow(actor, "people.search")?;
    if reveal {
        app.write(actor, "people.read_identity", "Xem số căn cước", |batch| {
            let row = values![actor.name.clone(), "people.read_identity", person, None::<&str>];
            batch.append(&schema::AUDIT_ENTRY, row.to_vec()).map(drop)
        })?;
    }
    app.db.read(|tx| {
        let row = store::row_of(tx, app.federation, person)?;
        store::load_facts(tx, app.federation, person)?;
        let row = row.ok_or_else(|| crate::Error::Broken(format!("người {person} đã được gộp")))?;
        let sealed = store::load_sealed(tx, app.federation, person)?;
        let fields = sealed.map(|bytes| app.keys.open(&bytes)).transpose()?;
        let cccd = fields.and_then(|(fields, _)| fields.cccd);
        let cccd_masked = cccd.map(|number| if reveal { number } else { mask(&number) });
        let events = memberships::life_line(tx, app.federation, person)?;
        Ok(PersonCard { row, cccd_masked, events })
    })
}

/// All but the last four digits hidden.
fn mask(number: &str) -> String {
    let keep = number.len().saturating_sub(4);
    number.char_indices().map(|(place, digit)| if place < keep { '•' } else { digit }).collect()
}

/// Corrects what is known of a person. Old values are kept; when the sex changes, the postings of women follow.
pub fn correct(app: &App, actor: &Actor, person: Id, facts: &NewPerson) -> Result<()> {
    app.write(actor, "people.correct", &format!("Sửa thông tin của {}", facts.name), |batch| {
        let federation = batch.federation();
        store::must_stand(batch.reader()?, federation, person)?;
        let (before, mut commitment) = store::load_facts(batch.reader()?, federation, person)?;
        if !facts.sensitive.is_empty() {
            let sealed = batch.app.keys.seal(&facts.sensitive)?;
            commitment = Some(sealed.commitment.clone());
            store::replace_sealed(batch, person, sealed)?;
        }
        store::write_fact(batch, person, facts, commitment)?;
        store::rewrite(batch, person, facts)?;
        if before.sex != facts.sex {
            memberships::repost(batch, person, facts.sex)?;
        }
        Ok(())
    })
}
