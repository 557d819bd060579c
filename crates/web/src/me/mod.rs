//! One's own page: the account with its password, second factor, sign-ins and tokens; for a member the own record.

mod account;
mod factor;
mod record;
mod take;
mod tokens;
pub(crate) mod words;

pub(crate) use account::{back, show};
pub(crate) use record::field_name;

use domain::accounts::Session;
use kernel::Refusal;

use crate::problem::Problem;
use crate::routes::Route;
use crate::site::Visit;

/// The routes of this slice. They ask for no power: everybody has an own account.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/me", "one's own account", &[], account::page),
    Route::form("/me/password", "changes the own password", &[], account::password),
    Route::form("/me/sign-ins/end", "ends one of the own sign-ins", &[], account::end_sign_in),
    Route::form("/me/second", "draws a key for the second factor", &[], factor::begin),
    Route::form("/me/second/confirm", "turns the second factor on", &[], factor::confirm),
    Route::form("/me/second/end", "turns the second factor off", &[], factor::end),
    Route::form("/me/tokens", "makes a token for programs", &[], tokens::make),
    Route::form("/me/tokens/revoke", "revokes one of the own tokens", &[], tokens::revoke),
    Route::page("/me/record", "one's own member record, and who looked at it", &[], record::page),
    Route::form("/me/record/request", "asks for the own record to be mended", &[], record::request),
    Route::form("/me/record/take", "all that is held of oneself, as a file", &[], take::take),
];

/// The sign-in of a person at a browser. A token of a program does not touch its owner's account: whoever stole one
/// could otherwise make more of them, or lock the owner out.
pub(crate) fn owner(visit: &Visit) -> Result<&Session, Problem> {
    visit.session.as_ref().filter(|_| visit.is_signed_in()).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "sign_in_first",
            "Trang này dành cho người đã đăng nhập bằng trình duyệt",
            "Đăng nhập rồi mở lại",
        ))
    })
}
