//! Quotas stated anew while a round runs: what was stated last of a unit, an award and a block holds from then on.

use kernel::{Actor, Id, Refusal};

use super::open::must_be_under;
use crate::documents::{self, DocumentRef};
use crate::rounds::model::{Quota, RoundStep};
use crate::rounds::{read_store, round_rules, rules, store};
use crate::{App, Result};

/// States quotas anew by a paper, and why. Each takes the place of the former one for the same unit, award and block; the
/// others hold on, and what was sent before stays sent.
pub fn change_quotas(
    app: &App,
    actor: &Actor,
    round: Id,
    quotas: &[Quota],
    (paper, why): (&DocumentRef, &str),
) -> Result<()> {
    app.write(actor, "rounds.open", RoundStep::Requoted.name().vi, |batch| {
        let federation = batch.federation();
        let told = read_store::find(batch.reader()?, federation, round)?;
        let unit = told.head.unit.0;
        batch.must_reach(unit)?;
        if paper.number.trim().is_empty() {
            let message = "Điều chỉnh chỉ tiêu cần số văn bản";
            return Err(Refusal::new("document_missing", message, "Ghi số và ngày văn bản").into());
        }
        rules::must_say(why, "lý do", rules::LINE_MAX)?;
        if told.head.is_closed {
            let message = "Đợt này đã kết thúc nhận hồ sơ";
            return Err(Refusal::new("round_closed", message, "Mở lại đợt trước").into());
        }
        round_rules::check_quotas(quotas, &told.awards)?;
        let new: Vec<&Quota> = quotas.iter().filter(|each| !told.quotas.contains(each)).collect();
        if new.is_empty() {
            let message = "Các chỉ tiêu đã ghi không khác chỉ tiêu đang có";
            return Err(Refusal::new("nothing_changed", message, "Sửa số lượng rồi ghi lại").into());
        }
        for quota in new {
            if let Some(called) = quota.called {
                must_be_under(batch, unit, called)?;
            }
            store::append_quota(batch, (round, unit), quota)?;
        }
        documents::find_or_add(batch, paper)?;
        let day = paper.issued_on.map(|day| format!(" ngày {}", day.vi())).unwrap_or_default();
        let note = format!("{}{day}: {}", paper.number.trim(), why.trim());
        let (place, due_on) = ((round, unit), told.head.due_on);
        store::append_round_step(batch, place, RoundStep::Requoted, due_on, Some(&note)).map(drop)
    })
}
