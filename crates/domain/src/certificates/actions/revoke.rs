//! Revoking: a certificate that was given stays in the books with its number, and is shown as revoked from then on.

use db::values;
use kernel::{Actor, Day, Id, Refusal};

use super::no_certificate;
use crate::books::schema;
use crate::certificates::store;
use crate::documents::{self, DocumentRef};
use crate::{App, Result};

const CAUSE_MAX: usize = 500;

/// Revokes a certificate by a decision, with its cause.
pub fn revoke(
    app: &App,
    actor: &Actor,
    id: Id,
    (on, cause): (Day, &str),
    decision: &DocumentRef,
) -> Result<Id> {
    app.allow(actor, "certificates.revoke")?;
    let cause = cause.split_whitespace().collect::<Vec<_>>().join(" ");
    if cause.is_empty() || cause.chars().count() > CAUSE_MAX || decision.number.trim().is_empty() {
        return Err(Refusal::new(
            "revocation_incomplete",
            format!("Thiếu số quyết định hoặc lý do thu hồi, hoặc lý do dài quá {CAUSE_MAX} chữ"),
            "Ghi số quyết định thu hồi và lý do",
        )
        .into());
    }
    app.write(actor, "certificates.revoke", "Thu hồi giấy khen", |batch| {
        let federation = batch.federation();
        let found = store::load(batch.reader()?, federation, id)?.ok_or_else(no_certificate)?;
        batch.must_reach(found.unit)?;
        if let Some(revoked) = &found.revoked {
            return Err(Refusal::new(
                "already_revoked",
                format!("Giấy số {} đã bị thu hồi ngày {}", found.numbered(), revoked.on.vi()),
                "Không cần thu hồi lần nữa",
            )
            .into());
        }
        batch.not_in_the_future(on)?;
        if on < found.decided_on {
            return Err(Refusal::new(
                "revoked_before_given",
                format!("Ngày thu hồi {} trước ngày cấp {}", on.vi(), found.decided_on.vi()),
                "Ghi ngày của quyết định thu hồi",
            )
            .into());
        }
        let document = documents::find_or_add(batch, decision)?;
        let row = values![id, found.unit, on, document, cause.clone()];
        batch.append(&schema::CERTIFICATE_REVOCATION, row)
    })
}
