//! Exchange on the web: packages sent and received, one looked at before it is taken in, whose keys are trusted.

mod home;
mod keys;
mod one;
mod parts;
mod send;
mod take;
mod words;

pub(crate) use parts::mark;
pub(crate) use send::door;
pub(crate) use words::EXCHANGE;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/exchange", "packages sent and received", &["exchange.read"], home::page),
    Route::upload(
        "/exchange/look",
        "a package looked at before it is taken in",
        &["exchange.receive"],
        take::look_at,
    ),
    Route::upload(
        "/exchange/receive",
        "a package taken in",
        &["exchange.receive"],
        take::receive_it,
    ),
    Route::page("/exchange/keys", "whose packages are trusted", &["exchange.read"], keys::page),
    Route::form("/exchange/keys", "a key trusted", &["exchange.keys"], keys::add),
    Route::form("/exchange/keys/end", "a key trusted no longer", &["exchange.keys"], keys::end),
    Route::form(
        "/exchange/keys/own",
        "the key of these books made",
        &["exchange.send"],
        keys::make,
    ),
    Route::page("/exchange/{id}", "one package that was taken in", &["exchange.read"], one::page),
    Route::page("/exchange/{id}/file", "a package as it came", &["exchange.read"], one::file),
    Route::page(
        "/reports/{form}/package",
        "an approved report as a signed package",
        &["exchange.send"],
        send::give,
    ),
];
