//! Signing in by an identity that a provider proves, where the office named one: the way there and back, and the
//! identities tied to one's own account or to somebody's.

mod held;
mod own;
mod way;
pub(crate) mod words;

pub(crate) use held::sheet as held_sheet;
pub(crate) use own::sheet as own_sheet;
pub(crate) use way::{door_part, farewell};

use domain::accounts::Identity;
use kernel::Id;
use maud::{Markup, html};

use crate::routes::Route;
use crate::say::Say;
use crate::site::Visit;

const MANAGE: &[&str] = &["accounts.manage"];

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/sign-in/provider", "the way to the identity provider", &[], way::begin).open(),
    Route::page("/sign-in/provider/back", "the way back from it", &[], way::back).open(),
    Route::form("/me/identity", "begins to tie an identity to the own account", &[], own::begin),
    Route::form("/me/identity/untie", "unties one of the own identities", &[], own::untie),
    Route::form("/accounts/{login}/identity", "ties an identity", MANAGE, held::tie),
    Route::form("/accounts/{login}/identity/untie", "unties an identity", MANAGE, held::untie),
];

/// Identities as rows, each with a form that unties it.
fn rows(visit: &Visit, identities: &[Identity], untie: &str) -> Markup {
    let say = visit.say;
    html! {
        @if identities.is_empty() { p.mut { (say.text(words::NONE_TIED)) } } @else {
            ul.rows.ids { @for each in identities { li {
                span {
                    b { (each.named.as_deref().unwrap_or(&each.subject)) }
                    small.mut {
                        @if each.named.is_some() { (each.subject) " · " }
                        (each.issuer)
                    }
                    small.mut { (tied(say, each)) }
                }
                form method="post" action=(untie) {
                    (crate::frame::form_key(visit))
                    (crate::parts::form::hidden("identity", &each.id.to_string()))
                    button.btn { (say.text(words::UNTIE)) span.vh { " " (each.subject) } }
                }
            } } }
        }
    }
}

fn tied(say: Say, identity: &Identity) -> String {
    let places = [("at", &*say.moment(identity.tied_at)), ("by", &*identity.tied_by)];
    say.fill(words::TIED, &places)
}

/// Which identity a form names; one that is no id is nobody's.
fn named(visit: &Visit) -> Id {
    Id::parse(visit.form.text("identity")).unwrap_or(Id(0))
}
