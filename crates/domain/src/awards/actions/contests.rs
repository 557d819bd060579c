//! Contests: who entered, who competed, who judged, who won.

use std::collections::HashMap;

use kernel::{Actor, Id, Refusal};
use ledger::Posting;

use super::commend::{member_named, unit_named};
use super::emulation::{EmulationCard, card};
use crate::awards::emulation_model::{
    ContestLine, ContestSummary, EmulationKind, NewContestLine, Told,
};
use crate::awards::{contest_store, emulation_store, rules};
use crate::books::Batch;
use crate::documents::{self, DocumentRef};
use crate::{App, Result};

/// Lines of a contest shown at most.
const LINES_MAX: usize = 2_000;

/// Adds entries, contestants and judges, all of them or none.
pub fn add_to_contest(
    app: &App,
    actor: &Actor,
    contest: Id,
    lines: &[NewContestLine],
    document: Option<&DocumentRef>,
) -> Result<()> {
    app.write(actor, "honours.record", "Ghi hội thi", |batch| {
        if lines.is_empty() || lines.len() > LINES_MAX {
            let message = format!("Ghi từ 1 đến {LINES_MAX} dòng mỗi lần");
            return Err(
                Refusal::new("bad_lines", message, "Chia danh sách thành nhiều lần ghi").into()
            );
        }
        let federation = batch.federation();
        let told = emulation_store::must_stand(batch.reader()?, federation, contest)?;
        if told.kind != EmulationKind::Contest {
            let message = format!("“{}” không phải hội thi", told.name);
            return Err(Refusal::new("not_a_contest", message, "Chọn một hội thi").into());
        }
        let paper = match document {
            Some(paper) => Some(documents::find_or_add(batch, paper)?),
            None => None,
        };
        let mut names = HashMap::new();
        lines.iter().enumerate().try_for_each(|(place, line)| {
            write(batch, (contest, paper), line, &mut names).map_err(|error| match error {
                crate::Error::Refused(refusal) => rules::at_line(refusal, place + 1).into(),
                other => other,
            })
        })
    })
}

fn write(
    batch: &mut Batch<'_, '_>,
    of: (Id, Option<Id>),
    line: &NewContestLine,
    names: &mut HashMap<Id, String>,
) -> Result<()> {
    batch.not_in_the_future(line.on)?;
    rules::must_be_a_count(line.count)?;
    if line.prize.is_some() && line.kind == Told::Judge {
        return Err(Refusal::new(
            "judge_with_prize",
            "Giám khảo không nhận giải",
            "Bỏ giải ở dòng này",
        )
        .into());
    }
    if line.score.is_some_and(|score| !(0..=1_000_000).contains(&score)) {
        return Err(Refusal::new(
            "bad_score",
            "Điểm ngoài khoảng từ 0 đến 10.000",
            "Kiểm tra lại điểm",
        )
        .into());
    }
    let unit_name = unit_named(batch, line.unit, line.on, names)?;
    let named = match (line.person, line.named.as_deref().map(str::trim)) {
        (Some(person), _) => member_named(batch, person, line.unit, line.on)?,
        (None, Some(name)) if !name.is_empty() => name.to_owned(),
        _ if line.kind == Told::Entry => unit_name,
        _ => {
            rules::must_be_somebody(line.person, line.named.as_deref(), line.count)?;
            String::new()
        }
    };
    let id = contest_store::append(batch, of, line, &named)?;
    let quantity = line.count.unwrap_or(1);
    let (unit, on) = (line.unit, line.on);
    let account = rules::contest_account(line.kind);
    for account in account.into_iter().chain(line.prize.map(rules::prize_account)) {
        batch.post(id, Posting { account, unit, other: None, on, quantity })?;
    }
    Ok(())
}

/// A movement, wave, contest or conference with what belongs to it; a contest with its numbers and lines.
pub fn contest(
    app: &App,
    actor: &Actor,
    id: Id,
) -> Result<(EmulationCard, ContestSummary, Vec<ContestLine>)> {
    app.db.read(|tx| {
        let card = card(app, tx, actor, id)?;
        if card.told.kind != EmulationKind::Contest {
            return Ok((card, ContestSummary::default(), Vec::new()));
        }
        let summary = contest_store::summary(tx, app.federation, id)?;
        Ok((card, summary, contest_store::lines(tx, app.federation, id, LINES_MAX)?))
    })
}
