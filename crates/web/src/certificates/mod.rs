//! Certificates on the web: issued by a decision, printed, handed over, revoked; and the open page where anybody verifies
//! one.

mod decision;
mod new;
mod one;
mod printing;
mod public;
mod register;
mod turnstile;
mod words;

use domain::certificates::awaiting;
use kernel::{Id, Refusal};
use maud::{Markup, html};

use crate::address::Question;
use crate::problem::Problem;
use crate::routes::Route;
use crate::site::Visit;

pub use printing::Printer;
pub(crate) use public::address;
pub(crate) use turnstile::Turnstile;
pub(crate) use words::CERTIFICATES;

/// The address of the register.
pub(crate) const PATH: &str = "/certificates";

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        PATH,
        "the decisions certificates were issued by",
        &["certificates.read"],
        register::page,
    ),
    Route::page(
        "/certificates/new",
        "the form by which certificates are issued",
        &["certificates.issue"],
        new::page,
    ),
    Route::form(
        "/certificates/new",
        "certificates issued by a decision",
        &["certificates.issue"],
        new::write,
    ),
    Route::page(
        "/certificates/decision/{id}",
        "the certificates of a decision",
        &["certificates.read"],
        decision::page,
    ),
    Route::page(
        "/certificates/decision/{id}/print.pdf",
        "the certificates of a decision, to be printed",
        &["certificates.print"],
        printing::all,
    ),
    Route::form(
        "/print/certificates/{id}",
        "the certificates of a decision, set by a job",
        &["certificates.print"],
        printing::ask,
    ),
    Route::page(
        "/certificates/run/{id}",
        "the file such a job of one's own made",
        &["certificates.print"],
        printing::file,
    ),
    Route::page(
        "/certificates/{id}",
        "one certificate and what was handed over",
        &["certificates.read"],
        one::page,
    ),
    Route::page(
        "/certificates/{id}/print.pdf",
        "one certificate, to be printed",
        &["certificates.print"],
        printing::one,
    ),
    Route::form(
        "/certificates/{id}/deliver",
        "what was handed over, written down or taken back",
        &["certificates.deliver"],
        one::deliver,
    ),
    Route::form(
        "/certificates/{id}/revoke",
        "a certificate revoked by a decision",
        &["certificates.revoke"],
        one::revoke,
    ),
    Route::page("/xac-minh", "where anybody types the code of a certificate", &[], public::ask)
        .open(),
    Route::page("/xac-minh/khoa", "the public keys", &[], public::keys).open(),
    Route::page("/xac-minh/{code}", "whether a certificate is valid", &[], public::page).open(),
];

/// The ways from a decided list of honours to its certificates: those still to be issued, those to be printed.
pub(crate) fn doors(visit: &Visit, question: &Question, list: Id) -> Markup {
    let Ok(found) = awaiting(&visit.app, &visit.actor, list) else { return html! {} };
    let new = question.to_with("/certificates/new", &[("honours", &list.to_string())]);
    let say = question.say;
    html! { div.acts {
        @if let Some(issued) = found.issued {
            a.btn href=(question.to(&format!("{PATH}/decision/{issued}"))) { (say.text(words::PRINTED_OF_LIST)) }
        }
        @if !found.lines.is_empty() { a.btn.main href=(new) { (say.text(words::CERTIFICATES_OF_LIST)) } }
    } }
}

/// The id in an address: `/certificates/…/{id}` at a place among its parts.
fn id_at(visit: &Visit, place: usize) -> Result<Id, Problem> {
    visit.id_at(place).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_certificate",
            "Sổ không có giấy này",
            "Mở lại danh sách giấy của quyết định",
        ))
    })
}
