//! Tokens for programs: made with powers and an end, shown once, revoked.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{self, TokenRow};
use kernel::actor::ALL_POWERS;
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::{account, owner, words};
use crate::accounts::words as common;
use crate::frame::{form_key, unplaced};
use crate::parts::form::{self, Field};
use crate::parts::typed;
use crate::problem::Problem;
use crate::site::Visit;

/// The part of the own page with the tokens there are, and the form for another.
pub(super) fn sheet(visit: &Visit, refusal: Option<&Refusal>) -> Result<Markup, Problem> {
    let say = visit.say;
    let rows = accounts::tokens_of(&visit.app, &visit.actor)?;
    let held: Vec<&Power> = ALL_POWERS.iter().filter(|power| visit.actor.may(**power)).collect();
    Ok(html! {
        section.sheet {
            header { h2 { (say.text(words::TOKENS)) } p { (say.text(words::TOKENS_LEAD)) } }
            @if !rows.is_empty() { (table(visit, &rows)) } @else { div.pad { p.mut { (say.text(words::NO_TOKENS)) } } }
            @if !held.is_empty() { (make_form(visit, &held, refusal)) }
        }
    })
}

fn table(visit: &Visit, rows: &[TokenRow]) -> Markup {
    let say = visit.say;
    let names = |row: &TokenRow| {
        row.powers.iter().map(|power| say.text(power.name())).collect::<Vec<_>>().join(", ")
    };
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(words::TOKENS)) }
            thead { tr {
                @for head in [words::TOKEN_NAME, words::TOKEN_POWERS, words::TOKEN_TO, words::LAST_USED] { th scope="col" { (say.text(head)) } }
                th scope="col" { span.vh { (say.text(words::REVOKE)) } }
            } }
            tbody { @for row in rows { tr {
                th scope="row" lang="vi" { (row.name) }
                td data-l=(say.text(words::TOKEN_POWERS)) { span { (names(row)) } }
                td data-l=(say.text(words::TOKEN_TO)) { span { (say.day(row.ends_at.day())) } }
                td.mut data-l=(say.text(words::LAST_USED)) { span {
                    @match row.used_at { Some(at) => (say.moment(at)), None => (say.text(words::NEVER_USED)) }
                } }
                td {
                    @if row.revoked_at.is_some() { span.tag { (say.text(words::REVOKED)) } }
                    @else if row.ends_at <= visit.app.now() { span.tag { (say.text(words::OVER)) } }
                    @else {
                        form method="post" action="/me/tokens/revoke" {
                            (form_key(visit)) (form::hidden("token", &row.id.to_string()))
                            button.btn { (say.text(words::REVOKE)) }
                        }
                    }
                }
            } } }
        } }
    }
}

fn make_form(visit: &Visit, held: &[&Power], refusal: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let name = Field {
        most: 80,
        error: account::wrong(visit, refusal, "name"),
        ..Field::new("name", say.text(words::TOKEN_NAME), visit.form.text("name"))
    };
    let hint = say.fill(words::DAY_HINT, &[("day", &say.day(visit.today.plus(90)))]);
    let to = Field {
        most: 10,
        hint: &hint,
        error: account::wrong(visit, refusal, "to"),
        ..Field::new("to", say.text(words::TOKEN_TO), visit.form.text("to"))
    };
    let chosen: Vec<&str> = visit.form.all("power").collect();
    html! {
        details.more open[refusal.is_some_and(|no| no.code.starts_with("bad_"))] {
            summary.pad { (say.text(words::MAKE_TOKEN)) }
            form.form.pad method="post" action="/me/tokens" {
                (form_key(visit))
                (form::input(say, &name))
                fieldset.field {
                    legend { (say.text(words::TOKEN_POWERS)) }
                    @for power in held { label.pick {
                        input type="checkbox" name="power" value=(power.code()) checked[chosen.contains(&power.code())];
                        span { (say.text(power.name())) }
                    } }
                }
                (form::input(say, &to))
                div.acts { button.btn { (say.text(words::MAKE_TOKEN)) } }
            }
        }
    }
}

/// Makes a token and shows it once.
pub(super) fn make(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let say = visit.say;
    let powers: Vec<Power> = visit.form.all("power").filter_map(Power::from_code).collect();
    let name = visit.form.text("name");
    let made = typed::day(visit.form.text("to"))
        .map_err(domain::Error::from)
        .and_then(|to| accounts::make_token(&visit.app, &visit.actor, name, &powers, to));
    let token = match made {
        Ok(token) => token,
        Err(error) => return account::back::<()>(visit, Err(error), ""),
    };
    let title = say.fill(words::TOKEN_MADE, &[("name", name)]);
    let content = html! {
        div.head { div { h1 { (title) } } }
        section.sheet { div.pad.gap {
            p.note.warn { i.i.i-warn aria-hidden="true" {} span { (say.text(words::TOKEN_ONCE)) } }
            p { output.secret id="ma" { (token) } }
            div.acts {
                button.btn.main type="button" hidden data-copy=(say.text(common::COPIED)) data-of="ma" { (say.text(common::COPY)) }
                a.btn href="/me" { (say.text(words::BACK_TO_ME)) }
            }
        } }
    };
    unplaced(visit, StatusCode::OK, &title, &content)
}

/// Revokes one.
pub(super) fn revoke(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let id = Id::parse(visit.form.text("token")).unwrap_or(Id(0));
    let told = accounts::revoke_token(&visit.app, &visit.actor, id);
    account::back(visit, told, visit.say.text(words::TOKEN_REVOKED))
}
