//! Accounts: who signs in, with what, and by which posts that person may do what, where, from when to when.
//!
//! An *account* is a sign-in name; a *post* gives it a role at a unit for some days. Accounts and posts are facts like
//! any other: appended, chained, never changed. Passwords, second factors and tokens stand apart and are kept as hashes
//! or sealed. Not here: which action asks for which power (`policy`), and how far a post reaches (`reach`).

mod actions;
mod chance;
mod hashing;
mod identity_store;
mod model;
mod roles;
mod rules;
mod sign_in_store;
mod store;

#[cfg(test)]
mod tests;

pub(crate) use actions::answers;
pub(crate) use actions::must_be_oneself;
pub(crate) use actions::open_actor;
pub(crate) use actions::person_of;
pub use actions::{
    Finding, Recovery, SignedIn, account_card, accounts, actor_of, already_recorded, amend_account,
    answered, begin_errand, begin_tie, begin_totp, change_password, close_account, confirm_totp,
    end_post, end_sign_ins, end_totp, find_account, first_link, give_post, has_accounts,
    lift_second_factor, make_link, make_token, my_account, my_sign_ins, open_account, posts_of,
    posts_of_account, revoke_sign_in, revoke_token, second_step, set_flash, sign_in,
    sign_in_by_identity, sign_out, take_errand, take_flash, tie_identity, tie_own_identity,
    token_actor, tokens_of, under_name, untie_identity, untie_own_identity, use_first_link,
    use_link, visit, whose_link, why_may,
};
pub use chance::{Entropy, SystemEntropy};
pub use hashing::Hashing;
pub use model::{
    Account, AccountCard, AccountRow, Errand, Identity, MyAccount, NewAccount, NewErrand, NewPost,
    Post, Proven, Session, SignInRow, Stage, TokenRow, Visitor, Why, WhyAsked,
};
pub use roles::{ROLES, Role};
