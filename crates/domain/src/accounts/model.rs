//! The words of accounts: accounts, posts, sign-ins, tokens.

use kernel::{Actor, Day, Id, Instant, Power};

use super::roles::Role;

/// An account to be opened.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The sign-in name: 3 to 40 letters a–z, digits, `.`, `-`, `_`.
    pub login: String,
    /// The name of the person, as the books will name the author of what is recorded.
    pub name: String,
    /// The member's own record, if the person has one here.
    pub person: Option<Id>,
}

/// An account as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: Id,
    /// The sign-in name.
    pub login: String,
    /// The name of the person.
    pub name: String,
    /// The member's own record.
    pub person: Option<Id>,
    /// Whether it may sign in.
    pub is_open: bool,
}

impl Account {
    /// How the books name its author: the person, and the account, which is unique.
    pub fn signature(&self) -> String {
        format!("{} ({})", self.name, self.login)
    }
}

/// A post to be given.
#[derive(Clone, Debug)]
pub struct NewPost {
    /// To whom.
    pub account: Id,
    /// At which unit; `Hold::WHOLE` for the whole of the books.
    pub unit: Id,
    /// Which role.
    pub role: &'static Role,
    /// First day.
    pub from: Day,
    /// First day it is not held any more.
    pub to: Option<Day>,
    /// The post this one stands in for.
    pub stands_for: Option<Id>,
    /// Why, such as the decision.
    pub reason: Option<String>,
}

/// A post as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its id.
    pub id: Id,
    /// Who holds it.
    pub account: Id,
    /// The name of the holder.
    pub holder: String,
    /// The holder's sign-in name.
    pub login: String,
    /// Where.
    pub unit: Id,
    /// The unit's code; empty for the whole of the books.
    pub unit_code: String,
    /// The unit's name; empty for the whole of the books.
    pub unit_name: String,
    /// The role.
    pub role: &'static Role,
    /// First day.
    pub from: Day,
    /// First day it is not held any more.
    pub to: Option<Day>,
    /// The post this one stands in for.
    pub stands_for: Option<Id>,
    /// Why.
    pub reason: Option<String>,
}

impl Post {
    /// Whether it is held on a day.
    pub fn is_held_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }
}

/// Who knocks: what the browser says it is, and from which address.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    /// The browser's own words.
    pub agent: String,
    /// The network address.
    pub address: String,
}

/// How far a sign-in has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The password was right; the second factor is still asked.
    Half,
    /// Signed in.
    Whole,
}

impl Stage {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::Whole => "whole",
        }
    }
}

/// A visit by somebody who signed in.
#[derive(Clone, Debug)]
pub struct Session {
    /// Whose.
    pub account: Account,
    /// With the posts held today.
    pub actor: Actor,
    /// How far the sign-in has come.
    pub stage: Stage,
    /// What every form of this sign-in must carry.
    pub form_key: String,
    /// A message for the next page.
    pub has_flash: bool,
    /// When it ends unless it is used.
    pub ends_at: Instant,
}

/// A sign-in as its owner sees it in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInRow {
    /// What names it in forms: the beginning of the hash of its token.
    pub mark: String,
    /// When it began.
    pub begun_at: Instant,
    /// When it was last used.
    pub seen_at: Instant,
    /// The browser's own words.
    pub agent: String,
    /// The address it came from.
    pub address: String,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// A browser that is sent to a provider: what it carries, and what the provider gives back or is shown. Each is drawn
/// anew and told once.
#[derive(Clone, Debug)]
pub struct NewErrand {
    /// The browser's own, in its cookie.
    pub carried: String,
    /// Comes back with the browser.
    pub state: String,
    /// Comes back inside the provider's token.
    pub nonce: String,
    /// Shown to the provider when its code is traded.
    pub verifier: String,
}

/// What was remembered of a browser that came back from a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand {
    /// What the provider's token must carry.
    pub nonce: String,
    /// What is shown to the provider.
    pub verifier: String,
    /// The account to tie the identity to; none to sign in.
    pub ties: Option<Id>,
    /// Where to go then.
    pub goes_to: String,
}

/// Who somebody is, as a provider proved it or an administrator typed it.
#[derive(Clone, Copy, Debug)]
pub struct Proven<'a> {
    /// The provider.
    pub issuer: &'a str,
    /// Its own name for the person.
    pub subject: &'a str,
    /// What the person is called there, to be shown only.
    pub named: Option<&'a str>,
}

/// An identity that is tied to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Names it in forms.
    pub id: Id,
    /// The provider.
    pub issuer: String,
    /// The provider's own name for the person.
    pub subject: String,
    /// What the person is called there.
    pub named: Option<String>,
    /// When it was tied.
    pub tied_at: Instant,
    /// By whom.
    pub tied_by: String,
}

/// A token for programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRow {
    /// Its id.
    pub id: Id,
    /// What it is for, in its owner's words.
    pub name: String,
    /// The powers it is narrowed to.
    pub powers: Vec<Power>,
    /// When it was made.
    pub made_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// When it was last used.
    pub used_at: Option<Instant>,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
}

/// What is asked of "why may I": which power, at the unit with which code, on which day.
#[derive(Clone, Copy, Debug)]
pub struct WhyAsked<'a> {
    /// The power.
    pub power: Power,
    /// The unit's code.
    pub unit: &'a str,
    /// The day.
    pub on: Day,
}

/// Why somebody may do something at a unit on a day: one post that allows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The post.
    pub post: Post,
    /// The power it gives.
    pub power: Power,
    /// Whether it reaches the unit as one below its own.
    pub from_above: bool,
}

/// An account on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// The account.
    pub account: Account,
    /// The posts held today.
    pub posts: Vec<Post>,
}

/// An account as its page shows it.
#[derive(Clone, Debug)]
pub struct AccountCard {
    /// The account.
    pub account: Account,
    /// Its posts, the latest first, ended ones with them.
    pub posts: Vec<Post>,
    /// Whether a password was set.
    pub has_password: bool,
    /// Whether the second factor is on.
    pub has_second_factor: bool,
    /// The sign-ins that stand.
    pub sign_ins: Vec<SignInRow>,
    /// The identities tied to it.
    pub identities: Vec<Identity>,
}

/// One's own account.
#[derive(Clone, Debug)]
pub struct MyAccount {
    /// The account.
    pub account: Account,
    /// Its posts, the latest first, ended ones with them.
    pub posts: Vec<Post>,
    /// Whether the second factor is on.
    pub has_second_factor: bool,
    /// Recovery codes that were not used yet.
    pub codes_left: usize,
    /// The identities tied to it.
    pub identities: Vec<Identity>,
}
