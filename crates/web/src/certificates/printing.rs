//! Certificates as pages of a PDF: the records of the books become a paper, and the press sets it.

use axum::response::Response;
use domain::certificates::{Certificate, of_decision, printed, shown};
use kernel::{Day, Id, Power, Refusal};
use print::{Certificates, Paper, Signing, Square};

use super::public::address;
use super::{id_at, words as w};
use crate::parts::download;
use crate::problem::Problem;
use crate::site::Visit;

/// All certificates of a decision that stand.
pub(super) fn all(visit: &Visit) -> Result<Response, Problem> {
    let found = of_decision(&visit.app, &visit.actor, id_at(visit, 3)?)?;
    let standing = found.iter().filter(|each| each.certificate.revoked.is_none());
    give(visit, &standing.map(|each| each.certificate.id).collect::<Vec<_>>())
}

/// One certificate.
pub(super) fn one(visit: &Visit) -> Result<Response, Problem> {
    give(visit, &[id_at(visit, 2)?])
}

fn give(visit: &Visit, ids: &[Id]) -> Result<Response, Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let Some(press) = &visit.settings.press else {
        let no = visit.say.text(w::NO_PRESS);
        let refusal = Refusal::new("no_press", no, "Cài bản đầy đủ của chương trình");
        return Err(Problem::Refused(refusal));
    };
    let found = printed(&visit.app, &visit.actor, ids)?;
    let Some((first, _)) = found.first() else { return Err(Problem::NoPage) };
    let name = format!("giay-khen_{}.pdf", first.decision.replace('/', "-"));
    let (title, day) = (format!("{} {}", first.award, first.decision), day(first.decided_on));
    let frame = visit.raw.get("frame") != Some("no");
    let pages = found.iter().map(|(each, letters)| page(visit, each, letters)).collect();
    let paper = Paper::Certificates(Certificates { title, day, frame, pages });
    let refused = |refusal: print::Refusal| {
        let (told, then) =
            (refusal.to_string(), "Nếu lỗi lặp lại, báo cho người phụ trách hệ thống");
        Problem::Refused(Refusal::new(refusal.code(), told, then))
    };
    let bytes = press.pdf(&paper).map_err(refused)?;
    Ok(download(&name, "application/pdf", bytes))
}

/// A day as papers have it.
fn day(day: Day) -> print::Day {
    let date = day.date();
    print::Day {
        year: date.year(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    }
}

fn page(visit: &Visit, each: &Certificate, letters: &str) -> print::Certificate {
    let dated = day(each.decided_on).in_words();
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
