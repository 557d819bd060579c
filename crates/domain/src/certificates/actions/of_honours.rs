//! Certificates for a list of the register of honours: who and what for stand there already.

use kernel::{Actor, Id, Refusal};

use super::issue::issue;
use crate::awards::{Commendation, HonourRow, Stage, Subject, award_name, commendation};
use crate::certificates::model::{CertificateFacts, Issued, Waiting, Wording};
use crate::certificates::{rules, store};
use crate::{App, Result};

/// The paper, the lines of its list that have no certificate yet (decided, standing, naming somebody), and where those
/// that have one are found. The office that decided gives the certificate, not the one that was told.
pub fn awaiting(app: &App, actor: &Actor, paper: Id) -> Result<Waiting> {
    app.allow(actor, "certificates.issue")?;
    let shown = commendation(app, actor, paper)?;
    let ids: Vec<Id> = shown.lines.iter().map(|line| line.id).collect();
    let (kind, done, issued) = app.db.read(|tx| {
        let kind = crate::units::load(tx, app.federation, shown.head.unit.0)?.kind;
        let done = store::certified(tx, app.federation, &ids)?;
        Ok::<_, crate::Error>((kind, done, store::document_of(tx, app.federation, &ids)?))
    })?;
    rules::must_give(kind, shown.head.level, &shown.head.decided_by)?;
    let waits = |line: &&HonourRow| {
        line.stage == Stage::Decided
            && line.ended.is_none()
            && !line.typed
            && !done.contains(&line.id)
    };
    let lines = shown.lines.iter().filter(waits).cloned().collect();
    Ok(Waiting { paper: shown, lines, issued })
}

/// Issues a certificate for each line of a decided list that has none and whose form belongs to the series asked for.
pub fn issue_for_honours(
    app: &App,
    actor: &Actor,
    paper: Id,
    wording: &Wording,
) -> Result<Vec<Issued>> {
    let Waiting { paper: shown, lines, .. } = awaiting(app, actor, paper)?;
    let lines: Vec<HonourRow> =
        lines.into_iter().filter(|line| rules::series_of(line.form) == wording.series).collect();
    if lines.is_empty() {
        return Err(Refusal::new(
            "nobody_awaits_certificates",
            "Danh sách này không còn ai chờ cấp giấy",
            "In lại giấy đã cấp; danh sách chỉ đề nghị thì chưa cấp giấy được",
        )
        .into());
    }
    let facts: Vec<CertificateFacts> =
        lines.iter().map(|line| facts(&shown, line, wording)).collect();
    issue(app, actor, &facts)
}

fn facts(shown: &Commendation, line: &HonourRow, wording: &Wording) -> CertificateFacts {
    let (head, Wording { series, award, named, place, signer, issuer, .. }) =
        (&shown.head, wording.clone());
    let is_unit = line.subject == Subject::Collective && line.named == line.unit_named;
    // A testimonial says by itself what for: the title or prize stands under it.
    let title = (series == rules::TESTIMONIAL).then(|| award_name(&line.award).to_owned());
    CertificateFacts {
        unit: head.unit.0,
        honour: Some(line.id),
        person: line.person,
        series,
        award,
        named: named.or(title),
        recipient: line.named.clone(),
        recipient_of: (!is_unit).then(|| line.unit_named.clone()),
        content: line.achievement.clone().unwrap_or_else(|| wording.content.clone()),
        decision: head.paper.number.clone(),
        decided_on: head.on,
        paper: Some(head.paper.clone()),
        issuer,
        place,
        signer,
    }
}
