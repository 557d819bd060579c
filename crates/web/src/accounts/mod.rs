//! Accounts and posts: the list within reach, an account opened, its page, and everything done there.

mod card;
mod deeds;
mod list;
mod open;
pub(crate) mod words;

pub(crate) use card::{login_of, sign_ins};
pub(crate) use deeds::{account as account_of, back};

use crate::routes::Route;

const MANAGE: &[&str] = &["accounts.manage"];

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/accounts", "accounts within reach, found by name", MANAGE, list::page),
    Route::page("/accounts/new", "an account to be opened", MANAGE, open::page),
    Route::form("/accounts/new", "opens it", MANAGE, open::open),
    Route::page("/accounts/{login}", "one account with its posts and sign-ins", MANAGE, card::page),
    Route::form("/accounts/{login}/posts", "gives a post", MANAGE, deeds::give),
    Route::form("/accounts/{login}/posts/end", "ends a post", MANAGE, deeds::end),
    Route::form("/accounts/{login}/link", "makes a link to set a password", MANAGE, deeds::link),
    Route::form(
        "/accounts/{login}/sign-ins/end",
        "ends all its sign-ins",
        MANAGE,
        deeds::end_sign_ins,
    ),
    Route::form(
        "/accounts/{login}/second/end",
        "takes a lost second factor off it",
        MANAGE,
        deeds::end_second,
    ),
    Route::form("/accounts/{login}/amend", "puts right its name and record", MANAGE, deeds::amend),
    Route::form("/accounts/{login}/close", "closes it", MANAGE, deeds::close),
];
