//! Use cases of certificates.

mod hand_over;
mod issue;
mod of_honours;
mod read;
mod revoke;
mod run;
mod verify;

pub use hand_over::{deliver, withdraw_delivery};
pub use issue::issue;
pub use of_honours::{awaiting, issue_for_honours};
pub use read::{LIST_MAX, of_decision, one, printed, register};
pub use revoke::revoke;
pub(crate) use run::run_job;
pub use run::{How, Prints, ask_run, run_file};
pub use verify::{standing, verify};

use kernel::Refusal;

use super::model::{Certificate, Public};
use crate::Error;

/// The facts of a certificate that its signature stands for.
pub(super) fn public(certificate: &Certificate) -> Public {
    Public {
        code: certificate.code.clone(),
        number: certificate.numbered(),
        award: whole_award(&certificate.award, certificate.named.as_deref()),
        recipient: certificate.recipient.clone(),
        decision: certificate.decision.clone(),
        decided_on: certificate.decided_on.to_string(),
        issuer: certificate.issuer.join(" "),
    }
}

/// What is given, with the award's own name.
pub(super) fn whole_award(award: &str, named: Option<&str>) -> String {
    named.map_or_else(|| award.to_owned(), |named| format!("{award} {named}"))
}

fn no_certificate() -> Error {
    Refusal::new(
        "unknown_certificate",
        "Sổ không có giấy này",
        "Mở lại danh sách giấy của quyết định",
    )
    .into()
}
