//! Certificates as pages of a PDF: the records of the books become a paper, and the press sets it.

use axum::response::Response;
use domain::certificates::{Certificate, of_decision, printed, shown};
use kernel::{Id, Power};
use print::{Certificates, Paper, Signing, Square};

use super::id_at;
use super::public::address;
use crate::papers::{As, day_of, give, must_set};
use crate::problem::Problem;
use crate::site::Visit;

/// All certificates of a decision that stand.
pub(super) fn all(visit: &Visit) -> Result<Response, Problem> {
    let found = of_decision(&visit.app, &visit.actor, id_at(visit, 3)?)?;
    let standing = found.iter().filter(|each| each.certificate.revoked.is_none());
    run(visit, &standing.map(|each| each.certificate.id).collect::<Vec<_>>())
}

/// One certificate.
pub(super) fn one(visit: &Visit) -> Result<Response, Problem> {
    run(visit, &[id_at(visit, 2)?])
}

fn run(visit: &Visit, ids: &[Id]) -> Result<Response, Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let found = printed(&visit.app, &visit.actor, ids)?;
    let Some((first, _)) = found.first() else { return Err(Problem::NoPage) };
    let (title, day) = (format!("{} {}", first.award, first.decision), day_of(first.decided_on));
    let frame = visit.raw.get("frame") != Some("no");
    let pages = found.iter().map(|(each, letters)| page(visit, each, letters)).collect();
    let paper = Paper::Certificates(Certificates { title, day, frame, pages });
    let bytes = must_set(visit, &paper, As::Pdf).map_err(Problem::Refused)?;
    Ok(give(&format!("giay-khen_{}", first.decision), As::Pdf, bytes))
}

fn page(visit: &Visit, each: &Certificate, letters: &str) -> print::Certificate {
    let dated = day_of(each.decided_on).in_words();
    print::Certificate {
        issuer: each.issuer.clone(),
        award: each.award.clone(),
        named: each.named.clone(),
        name: each.recipient.clone(),
        unit: each.recipient_of.clone(),
        content: each.content.clone(),
        place: each.place.clone(),
        dated: dated.clone(),
        signing: Signing { lines: each.signer.lines.clone(), name: each.signer.name.clone() },
        decision: each.decision.clone(),
        decided: dated,
        number: Some(each.numbered()),
        square: Some(Square {
            text: format!("{}#{letters}", address(visit, &each.code)),
            code: shown(&each.code),
        }),
    }
}
