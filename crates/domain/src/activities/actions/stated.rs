//! Stating a count of which a unit keeps no records.

use db::values;
use kernel::{Actor, Id, Refusal};

use crate::activities::model::NewStated;
use crate::books::schema;
use crate::{App, Result, documents, figures, units};

/// The most that can be stated: far above any count; đồng go up to a million billion.
const MOST: i64 = 1_000_000_000_000_000;

/// States a count beside the register's. It is never added to it.
pub fn state_count(app: &App, actor: &Actor, new: &NewStated) -> Result<Id> {
    app.write(actor, "activities.record", "Ghi số do đơn vị tự tổng hợp", |batch| {
        figures::must_be_known(&new.indicator)?;
        let federation = batch.federation();
        batch.must_reach(new.unit)?;
        units::load(batch.reader()?, federation, new.unit)?;
        if new.value.is_some_and(|value| !(0..=MOST).contains(&value)) {
            return Err(Refusal::new(
                "bad_value",
                "Con số nằm ngoài khoảng sổ nhận",
                "Ghi số nguyên, không âm",
            )
            .into());
        }
        let reason = new.reason.trim();
        if reason.is_empty() || reason.chars().count() > 300 {
            return Err(Refusal::new(
                "reason_missing",
                "Số tự tổng hợp cần nói rõ lấy từ đâu, vì sao khác sổ",
                "Ghi lý do, nhiều nhất 300 chữ",
            )
            .into());
        }
        let document = match &new.document {
            Some(paper) => Some(documents::find_or_add(batch, paper)?),
            None => None,
        };
        let row = values![
            new.unit,
            new.indicator.clone(),
            new.period.from,
            new.period.to,
            new.value,
            reason.to_owned(),
            document
        ];
        batch.append(&schema::STATED_COUNT, row)
    })
}
