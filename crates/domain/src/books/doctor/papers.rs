//! What is kept to find papers, the requests that wait and the sums of reports, against the facts.

use db::Tx;

use super::Report;
use super::projections::tell;
use crate::{App, Result, documents, reports, requests};

pub(super) fn examine(tx: &mut Tx<'_>, app: &App, report: &mut Report) -> Result<()> {
    for (table, document, what) in documents::examine(tx, app.federation)? {
        tell(report, "papers", table, document.to_string(), what);
    }
    if let Some(request) = requests::stray(tx, app.federation)? {
        let what = "Đề nghị chờ trả lời không khớp các đề nghị đã ghi".to_owned();
        tell(report, "requests", "correction_open", request.to_string(), what);
    }
    if let Some((scope, what)) = reports::stray(tx, app.federation)? {
        tell(report, "reports", "report_sum", scope.to_string(), what);
    }
    Ok(())
}
