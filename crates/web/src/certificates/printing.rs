//! Certificates as pages of a PDF: the records of the books become a paper, and the press sets it.

use std::sync::Arc;

use axum::response::Response;
use domain::certificates::{
    Certificate, How, Prints, ask_run, of_decision, printed, run_file, shown,
};
use kernel::{Day, Id, Power, Refusal};
use print::{Certificates, Paper, Signing, Square};

use super::id_at;
use super::public::address;
use crate::papers::{As, day_of, give, must_set, refused};
use crate::problem::Problem;
use crate::site::{Visit, see_other};

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
    let paper = paper(&found, &how(visit));
    let bytes = must_set(visit, &paper, As::Pdf).map_err(Problem::Refused)?;
    Ok(give(&format!("giay-khen_{}", first.decision), As::Pdf, bytes))
}

/// How they are asked for.
fn how(visit: &Visit) -> How {
    let frame = visit.raw.get("frame") != Some("no") && visit.form.text("frame") != "no";
    How { frame, verify_at: address(visit, "") }
}

/// All certificates of a decision, asked for as a job.
pub(super) fn ask(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let job = ask_run(&visit.app, &visit.actor, id_at(visit, 3)?, &how(visit))?;
    let (question, _) = visit.raw.understood(visit.today);
    Ok(see_other(&question.to(&format!("/jobs/{job}"))))
}

/// The file such a job made.
pub(super) fn file(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let (decision, bytes) = run_file(&visit.app, &visit.actor, id_at(visit, 3)?)?;
    Ok(give(&format!("giay-khen_{decision}"), As::Pdf, bytes))
}

/// Sets certificates for jobs, which run without a visit.
pub struct Printer(pub Arc<dyn print::Sets>);

impl Prints for Printer {
    fn certificates(&self, run: &[(Certificate, String)], how: &How) -> Result<Vec<u8>, Refusal> {
        self.0.pdf(&paper(run, how)).map_err(|refusal| refused(&refusal))
    }
}

/// The pages of a run.
fn paper(run: &[(Certificate, String)], how: &How) -> Paper {
    let (title, on) = run.first().map_or_else(
        || (String::new(), Day::MIN),
        |(first, _)| (format!("{} {}", first.award, first.decision), first.decided_on),
    );
    let pages = run.iter().map(|(each, letters)| page(each, letters, &how.verify_at)).collect();
    Paper::Certificates(Certificates { title, day: day_of(on), frame: how.frame, pages })
}

fn page(each: &Certificate, letters: &str, verify_at: &str) -> print::Certificate {
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
            text: format!("{verify_at}/{}#{letters}", shown(&each.code)),
            code: shown(&each.code),
        }),
    }
}
