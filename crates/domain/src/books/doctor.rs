//! The proof that books agree with themselves: the chain of batches, and every projection against its facts.

mod chain;
mod papers;
mod people;
mod projections;
mod tally;
#[cfg(test)]
mod tests;
mod units;

use kernel::Actor;
use serde::Serialize;

use crate::{App, Result};

/// One thing that does not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which law is broken: `chain`, `extra_row`, `paths`, `rollup`, `bridge`, `spells`, `people`, `names`, `secrets`,
    /// `pairs`, `law_a`, `law_b`, `units`, `papers`, `requests`, `reports`.
    pub law: &'static str,
    /// The table.
    pub table: &'static str,
    /// The first row that breaks it.
    pub row: String,
    /// What was found, in Vietnamese.
    pub what: String,
}

/// What the doctor read and found.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// Batches whose hashes were worked out again.
    pub batches: i64,
    /// Rows of facts read.
    pub facts: i64,
    /// Postings folded again.
    pub postings: i64,
    /// Roll-up rows compared.
    pub rollups: i64,
    /// What does not agree; empty when the books are whole.
    pub findings: Vec<Finding>,
}

/// Proves the books, naming the first row that breaks each law. `progress` is told what is being looked at.
pub fn examine(app: &App, actor: &Actor, progress: &mut dyn FnMut(&str)) -> Result<Report> {
    app.db.read(|tx| {
        app.must_reach_all(tx, actor, "books.doctor")?;
        let mut report = Report::default();
        progress("chuỗi bút toán");
        chain::examine(tx, app, &mut report)?;
        progress("đường quản lý của các đơn vị");
        let paths = projections::paths(tx, app, &mut report)?;
        progress("danh sách đơn vị");
        units::examine(tx, app, &mut report)?;
        projections::unit_keys(tx, app, &mut report)?;
        progress("số cộng dồn và số chuyển theo đơn vị");
        projections::rollups(tx, app, &paths, &mut report)?;
        progress("quá trình đoàn viên");
        projections::spells(tx, app, &mut report)?;
        progress("hồ sơ người và dữ liệu niêm phong");
        people::examine(tx, app, &mut report)?;
        progress("văn bản, đề nghị chờ trả lời và cộng dồn báo cáo");
        papers::examine(tx, app, &mut report)?;
        Ok(report)
    })
}

/// Proves the end of the chain: as many of the last batches as a page can wait for, at least one. What seems broken is
/// looked at again with the whole chain, so that nothing is called broken for a clock that once ran backwards.
pub(crate) fn examine_end(tx: &mut db::Tx<'_>, app: &App) -> Result<crate::audit::Verified> {
    let told = chain::end(tx, app)?;
    if told.finding.is_none() {
        return Ok(told);
    }
    let mut report = Report::default();
    chain::examine(tx, app, &mut report)?;
    let finding = report.findings.into_iter().next().map(|finding| finding.what);
    Ok(crate::audit::Verified { first: 1, rows: report.facts, finding, ..told })
}
