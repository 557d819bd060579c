//! The identities of somebody's account, as who manages accounts sees, ties and unties them.

use axum::response::Response;
use domain::accounts::{self, AccountCard, Proven};
use kernel::Refusal;
use maud::{Markup, html};

use super::{named, rows, way, words};
use crate::accounts::{account_of, back};
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::site::Visit;

/// The part of an account's page; nothing where the office named no provider and nothing is tied.
pub(crate) fn sheet(visit: &Visit, card: &AccountCard, refusal: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let provider = visit.settings.provider.as_ref();
    let login = &card.account.login;
    let is_own = visit.actor.account == Some(card.account.id);
    let label = provider.map(|provider| say.fill(words::SUBJECT, &[("name", provider.name())]));
    let wrong = refusal.filter(|no| no.code.contains("identit")).map(|no| &*no.message);
    html! {
        @if provider.is_some() || !card.identities.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::HELD)) } }
                div.pad.gap {
                    @if let Some(provider) = provider {
                        p { (say.fill(words::HELD_LEAD, &[("name", provider.name())])) }
                    }
                    (rows(visit, &card.identities, &format!("/accounts/{login}/identity/untie")))
                    @if let Some(label) = label.as_deref().filter(|_| !is_own) {
                        @let field = Field { error: wrong, most: 255, ..Field::new("subject", label, visit.form.text("subject")) };
                        form.form method="post" action={ "/accounts/" (login) "/identity" } {
                            (form_key(visit))
                            (form::input(say, &field))
                            div.acts { button.btn { (say.text(words::TIE)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Ties an identity that is typed.
pub(super) fn tie(visit: &Visit) -> Result<Response, Problem> {
    let account = match account_of(visit) {
        Ok(account) => account,
        Err(error) => return back::<()>(visit, Err(error), String::new()),
    };
    let issuer = way::provider(visit)?.issuer();
    let proven = Proven { issuer, subject: visit.form.text("subject"), named: None };
    let told = accounts::tie_identity(&visit.app, &visit.actor, account.id, &proven);
    let places = [("login", crate::accounts::login_of(visit))];
    back(visit, told, visit.say.fill(words::TIED_TO, &places))
}

/// Unties one.
pub(super) fn untie(visit: &Visit) -> Result<Response, Problem> {
    let told = account_of(visit).and_then(|account| {
        accounts::untie_identity(&visit.app, &visit.actor, account.id, named(visit))
    });
    let places = [("login", crate::accounts::login_of(visit))];
    back(visit, told, visit.say.fill(words::UNTIED_FROM, &places))
}
