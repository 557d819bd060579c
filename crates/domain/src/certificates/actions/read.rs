//! Reading certificates: those of a decision, one with what was handed over, a run to be printed.

use std::collections::HashMap;

use kernel::{Actor, Id, Refusal};

use super::no_certificate;
use crate::certificates::model::{Certificate, DecisionRow, Delivered};
use crate::certificates::{payload, rules, store};
use crate::{App, Error, Result};

/// Certificates of one decision that are shown or printed at once.
pub const LIST_MAX: usize = rules::ISSUED_MAX;

/// The decisions for which the units within reach issued certificates, the latest first.
pub fn register(
    app: &App,
    actor: &Actor,
    (offset, limit): (usize, usize),
) -> Result<Vec<DecisionRow>> {
    app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "certificates.read")?;
        store::decisions(tx, app.federation, &bounds, (offset as i64, limit as i64))
    })
}

/// The certificates of a decision with what was handed over, by number; those of units out of reach are left out, and
/// where nothing is left the decision is unknown.
pub fn of_decision(app: &App, actor: &Actor, document: Id) -> Result<Vec<Delivered>> {
    app.allow(actor, "certificates.read")?;
    app.db.read(|tx| {
        let found = store::of_document(tx, app.federation, document, LIST_MAX as i64)?;
        let mut kept = Vec::with_capacity(found.len());
        let mut units: HashMap<Id, bool> = HashMap::new();
        for certificate in found {
            let unit = certificate.unit;
            let told = if let Some(told) = units.get(&unit) {
                *told
            } else {
                let told = may_read(app, tx, actor, unit)?;
                units.insert(unit, told);
                told
            };
            if told {
                kept.push(certificate);
            }
        }
        if kept.is_empty() {
            return Err(no_certificate());
        }
        with_deliveries(app, tx, kept)
    })
}

fn may_read(app: &App, tx: &mut db::Tx<'_>, actor: &Actor, unit: Id) -> Result<bool> {
    match app.must_reach(tx, actor, "certificates.read", unit, app.today()) {
        Ok(()) => Ok(true),
        Err(Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

fn with_deliveries(
    app: &App,
    tx: &mut db::Tx<'_>,
    certificates: Vec<Certificate>,
) -> Result<Vec<Delivered>> {
    let ids: Vec<Id> = certificates.iter().map(|each| each.id).collect();
    let mut handed = store::deliveries(tx, app.federation, &ids)?;
    let mut all: Vec<Delivered> = certificates
        .into_iter()
        .map(|certificate| Delivered { certificate, deliveries: Vec::new() })
        .collect();
    handed.sort_by_key(|(_, delivery)| delivery.id);
    let places: HashMap<Id, usize> =
        all.iter().enumerate().map(|(at, each)| (each.certificate.id, at)).collect();
    for (certificate, delivery) in handed {
        if let Some(at) = places.get(&certificate) {
            all[*at].deliveries.push(delivery);
        }
    }
    Ok(all)
}

/// One certificate with what was handed over.
pub fn one(app: &App, actor: &Actor, id: Id) -> Result<Delivered> {
    app.allow(actor, "certificates.read")?;
    app.db.read(|tx| {
        let found = store::load(tx, app.federation, id)?.ok_or_else(no_certificate)?;
        app.must_reach(tx, actor, "certificates.read", found.unit, app.today())?;
        with_deliveries(app, tx, vec![found])?.pop().ok_or_else(no_certificate)
    })
}

/// Certificates to be printed, each with the letters of its square; the run is noted as a print. What was revoked is not
/// printed again.
pub fn printed(app: &App, actor: &Actor, ids: &[Id]) -> Result<Vec<(Certificate, String)>> {
    app.allow(actor, "certificates.print")?;
    if ids.is_empty() || ids.len() > LIST_MAX {
        let message = format!("Mỗi lần in từ 1 đến {LIST_MAX} giấy");
        return Err(
            Refusal::new("too_many_certificates", message, "Chia thành nhiều lần in").into()
        );
    }
    let found = app.db.read(|tx| {
        let found = store::of_ids(tx, app.federation, ids)?;
        let mut units: Vec<Id> = found.iter().map(|each| each.unit).collect();
        units.sort_unstable();
        units.dedup();
        for unit in units {
            app.must_reach(tx, actor, "certificates.print", unit, app.today())?;
        }
        if let Some(revoked) = found.iter().find(|each| each.revoked.is_some()) {
            return Err(Refusal::new(
                "certificate_revoked",
                format!("Giấy số {} của {} đã bị thu hồi", revoked.numbered(), revoked.recipient),
                "Bỏ giấy ấy khỏi lần in",
            )
            .into());
        }
        Ok::<_, Error>(found)
    })?;
    let first = found.first().ok_or_else(no_certificate)?;
    let subject = if found.len() == 1 { first.id } else { first.document };
    let detail = format!("{} giấy theo quyết định {}", found.len(), first.decision);
    app.note(actor, "certificates.printed", Some(subject), Some(&detail))?;
    let square = |certificate: Certificate| {
        let signature = signature_of(&certificate.signature)?;
        let text = payload::text_of(&super::public(&certificate), &signature);
        Ok::<_, Error>((certificate, text))
    };
    found.into_iter().map(square).collect()
}

fn signature_of(hexadecimal: &str) -> Result<[u8; 64]> {
    let half = |from: usize| hexadecimal.get(from..from + 64).and_then(ledger::chain::from_hex);
    let broken = || Error::Broken("chữ ký của giấy khen không đúng độ dài".to_owned());
    let (first, second): ([u8; 32], [u8; 32]) = half(0).zip(half(64)).ok_or_else(broken)?;
    let mut whole = [0; 64];
    whole[..32].copy_from_slice(&first);
    whole[32..].copy_from_slice(&second);
    Ok(whole)
}
