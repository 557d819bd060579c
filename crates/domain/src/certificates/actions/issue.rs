//! Issuing: number, code, signature, all of one decision's certificates in one batch.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use db::values;
use kernel::{Actor, Id, Refusal};

use super::whole_award;
use crate::books::{Batch, schema};
use crate::certificates::model::{CertificateFacts, Issued, Public};
use crate::certificates::store::Typed;
use crate::certificates::{code, payload, rules, store};
use crate::documents::{self, DocumentRef};
use crate::signing::{self, Purpose};
use crate::{App, Result, units};

/// Issues certificates: each takes the next number of its series, in the order given.
pub fn issue(app: &App, actor: &Actor, facts: &[CertificateFacts]) -> Result<Vec<Issued>> {
    if facts.is_empty() || facts.len() > rules::ISSUED_MAX {
        let message = format!("Mỗi lần cấp từ 1 đến {} giấy", rules::ISSUED_MAX);
        return Err(Refusal::new("too_many_certificates", message, "Chia thành nhiều lần").into());
    }
    app.write(actor, "certificates.issue", "Cấp giấy khen", |batch| issue_in(batch, facts))
}

fn issue_in(batch: &mut Batch<'_, '_>, facts: &[CertificateFacts]) -> Result<Vec<Issued>> {
    let (app, federation) = (batch.app, batch.federation());
    facts.iter().try_for_each(|one| rules::must_stand(one, app.today()))?;
    must_be_new(batch, facts)?;
    must_be_no_copies(batch, facts)?;
    let key = signing::key(batch)?;
    let mut last: HashMap<(Id, String, i64), i64> = HashMap::new();
    let mut issued = Vec::with_capacity(facts.len());
    for one in facts {
        let series = (one.unit, one.series.clone(), i64::from(one.decided_on.year()));
        let number = if let Some(number) = last.get(&series) {
            number + 1
        } else {
            units::load(batch.reader()?, federation, one.unit)?;
            let place = (series.0, &*series.1, series.2);
            store::last_number(batch.reader()?, federation, place)? + 1
        };
        last.insert(series, number);
        issued.push(write(batch, one, number, &key)?);
    }
    Ok(issued)
}

/// An honour has one certificate that stands: a second would be a copy under another number.
fn must_be_new(batch: &mut Batch<'_, '_>, facts: &[CertificateFacts]) -> Result<()> {
    let honours: Vec<Id> = facts.iter().filter_map(|one| one.honour).collect();
    let mut once = honours.clone();
    once.sort_unstable();
    once.dedup();
    let federation = batch.federation();
    let certified = store::certified(batch.reader()?, federation, &once)?;
    if once.len() == honours.len() && certified.is_empty() {
        return Ok(());
    }
    let found =
        facts.iter().find(|one| one.honour.is_some_and(|honour| certified.contains(&honour)));
    Err(already(found.map_or("một người", |one| &one.recipient)).into())
}

/// A list that was typed and sent twice makes no copies either: who has a certificate of a decision that stands is known
/// by name, unit and award. Two of one name are told apart by what stands beside it, or stand in one list.
fn must_be_no_copies(batch: &mut Batch<'_, '_>, facts: &[CertificateFacts]) -> Result<()> {
    let federation = batch.federation();
    let mut known: HashMap<(Id, &str, i64, &str), Vec<Typed>> = HashMap::new();
    for one in facts.iter().filter(|one| one.honour.is_none()) {
        let year = i64::from(one.decided_on.year());
        let place = (one.unit, one.series.as_str(), year, one.decision.as_str());
        let there = match known.entry(place) {
            Entry::Occupied(found) => found.into_mut(),
            Entry::Vacant(free) => {
                free.insert(store::typed_for(batch.reader()?, federation, place)?)
            }
        };
        let told = (one.recipient.clone(), one.recipient_of.clone(), one.named.clone());
        if there.contains(&told) {
            return Err(already(&one.recipient).into());
        }
    }
    Ok(())
}

fn already(name: &str) -> Refusal {
    Refusal::new(
        "already_certified",
        format!("{name} đã có giấy cho lần khen thưởng này"),
        "In lại giấy đã cấp; nếu giấy sai thì thu hồi rồi cấp lại",
    )
}

fn write(
    batch: &mut Batch<'_, '_>,
    one: &CertificateFacts,
    number: i64,
    key: &signing::Key,
) -> Result<Issued> {
    let (app, year) = (batch.app, i64::from(one.decided_on.year()));
    let mut chance = [0; 8];
    app.entropy.fill(&mut chance);
    let code = code::drawn(chance);
    let issuer = one.issuer.join("\n");
    let public = Public {
        code: code.clone(),
        number: format!("{number}/{year}"),
        award: whole_award(&one.award, one.named.as_deref()),
        recipient: one.recipient.clone(),
        decision: one.decision.clone(),
        decided_on: one.decided_on.to_string(),
        issuer: one.issuer.join(" "),
    };
    rules::must_fit(&public)?;
    let signature = key.sign(Purpose::Certificate, &payload::bytes_of(&public));
    let paper = one.paper.clone().unwrap_or_else(|| {
        let (issuer, title) = (one.issuer.join(" "), format!("Quyết định tặng {}", one.award));
        DocumentRef::decision(&one.decision, Some(one.decided_on), &issuer, &title)
    });
    let document = documents::find_or_add(batch, &paper)?;
    let row = values![
        one.unit,
        one.honour,
        one.person,
        code.clone(),
        one.series.clone(),
        year,
        number,
        one.award.clone(),
        one.named.clone(),
        one.recipient.clone(),
        one.recipient_of.clone(),
        one.content.clone(),
        document,
        one.decision.clone(),
        one.decided_on,
        issuer,
        one.place.clone(),
        one.signer.lines.join("\n"),
        one.signer.name.clone(),
        key.id,
        ledger::chain::hex(&signature)
    ];
    let id = batch.append(&schema::CERTIFICATE, row)?;
    Ok(Issued { id, code, number })
}
