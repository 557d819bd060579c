//! The identities of one's own account: tied after the password and a sign-in at the provider, untied.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{self, MyAccount};
use kernel::Refusal;
use maud::{Markup, html};

use super::{named, rows, way, words};
use crate::frame::{form_key, unplaced};
use crate::me;
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::site::Visit;

/// The part of the own page; nothing where the office named no provider and nothing is tied.
pub(crate) fn sheet(visit: &Visit, mine: &MyAccount, refusal: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let provider = visit.settings.provider.as_ref();
    let refused = refusal.filter(|no| no.code == "wrong_password" && visit.path == "/me/identity");
    let password = Field {
        kind: "password",
        autocomplete: "current-password",
        most: 256,
        error: refused.map(|no| &*no.message),
        ..Field::new("tie_password", say.text(words::PASSWORD), "")
    };
    html! {
        @if provider.is_some() || !mine.identities.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::HELD)) } }
                div.pad.gap {
                    @if let Some(provider) = provider {
                        p { (say.fill(words::OWN_LEAD, &[("name", provider.name())])) }
                    }
                    (rows(visit, &mine.identities, "/me/identity/untie"))
                    @if provider.is_some() {
                        form.form method="post" action="/me/identity" {
                            (form_key(visit))
                            (form::input(say, &password))
                            div.acts { button.btn { (say.text(words::TIE)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Begins to tie: the way there is a link, as forms are sent nowhere but here.
pub(super) fn begin(visit: &Visit) -> Result<Response, Problem> {
    me::owner(visit)?;
    let provider = way::provider(visit)?;
    let typed = visit.form.exact("tie_password");
    let errand = match accounts::begin_tie(&visit.app, &visit.actor, typed) {
        Ok(errand) => errand,
        Err(domain::Error::Refused(refusal)) => {
            return me::show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal));
        }
        Err(error) => return Err(error.into()),
    };
    let address = match provider.begin(&way::spoken(&errand)) {
        Ok(address) => address,
        Err(refusal) => return me::show(visit, StatusCode::SERVICE_UNAVAILABLE, Some(&refusal)),
    };
    let say = visit.say;
    let places = [("name", provider.name())];
    let title = say.fill(words::TITLE, &places);
    let content = html! {
        div.head { div { h1 { (title) } } }
        section.sheet { div.pad.gap {
            p { (say.fill(words::GO_LEAD, &places)) }
            div.acts {
                a.btn.main href=(address) { (say.fill(words::GO_ON, &places)) }
                a.btn.bare href="/me" { (say.text(words::NOT_NOW)) }
            }
        } }
    };
    let page = unplaced(visit, StatusCode::OK, &title, &content)?;
    Ok(way::carrying(visit, page, &errand.carried))
}

/// Unties one of the own identities.
pub(super) fn untie(visit: &Visit) -> Result<Response, Problem> {
    me::owner(visit)?;
    let token = visit.token.as_deref().unwrap_or_default();
    let told = accounts::untie_own_identity(&visit.app, &visit.actor, token, named(visit));
    me::back(visit, told, visit.say.text(words::UNTIED))
}
