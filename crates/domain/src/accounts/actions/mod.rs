//! What is done with accounts: opened and closed, given posts, signed in to, asked about.

pub(crate) mod answers;
mod cards;
mod identities;
mod keeping;
mod links;
mod posts;
mod second;
mod sign_in;
mod tokens;
mod visits;

pub use answers::{already_recorded, answered, under_name};
pub(crate) use cards::person_of;
pub use cards::{account_card, accounts, find_account, my_account, posts_of_account};
pub use identities::{
    begin_errand, begin_tie, sign_in_by_identity, take_errand, tie_identity, tie_own_identity,
    untie_identity, untie_own_identity,
};
pub(crate) use keeping::must_be_oneself;
pub use keeping::{amend_account, change_password, close_account, has_accounts, open_account};
pub use links::{first_link, make_link, use_first_link, use_link, whose_link};
pub(crate) use posts::open_actor;
pub use posts::{actor_of, end_post, give_post, posts_of, why_may};
pub use second::{Recovery, begin_totp, confirm_totp, end_totp, lift_second_factor, second_step};
pub use sign_in::{Finding, SignedIn, sign_in};
pub use tokens::{make_token, revoke_token, token_actor, tokens_of};
pub use visits::{
    end_sign_ins, my_sign_ins, revoke_sign_in, set_flash, sign_out, take_flash, visit,
};
