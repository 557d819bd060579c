//! The second factor: a key drawn and scanned, turned on by a code, turned off by the password.

use std::fmt::Write as _;

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{self, MyAccount};
use kernel::Refusal;
use maud::{Markup, html};
use qrcode::{Color, QrCode};

use super::{account, owner, words};
use crate::frame::{form_key, unplaced};
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::site::Visit;

/// The part of the own page that says whether it is on.
pub(super) fn sheet(visit: &Visit, mine: &MyAccount, refusal: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let left = say.number(mine.codes_left as i64);
    let password = Field {
        kind: "password",
        autocomplete: "current-password",
        most: 256,
        error: account::wrong(visit, refusal, "password"),
        ..Field::new("password", say.text(words::TURN_OFF_HINT), "")
    };
    html! {
        section.sheet {
            header { h2 { (say.text(words::SECOND)) } }
            div.pad.gap {
                p { (say.text(words::SECOND_LEAD)) }
                @if mine.has_second_factor {
                    p { span.tag.good { (say.fill(words::SECOND_IS_ON, &[("n", &left)])) } }
                    form.form method="post" action="/me/second/end" {
                        (form_key(visit))
                        (form::input(say, &password))
                        div.acts { button.btn { (say.text(words::TURN_OFF)) } }
                    }
                } @else {
                    form method="post" action="/me/second" { (form_key(visit)) button.btn { (say.text(words::TURN_ON)) } }
                }
            }
        }
    }
}

/// Draws a key.
pub(super) fn begin(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let key = accounts::begin_totp(&visit.app);
    scan(visit, &key, StatusCode::OK, None)
}

fn scan(
    visit: &Visit,
    key: &str,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let session = owner(visit)?;
    let say = visit.say;
    let code = Field {
        autocomplete: "one-time-code",
        most: 10,
        error: account::wrong(visit, refusal, "code"),
        ..Field::new("code", say.text(words::CODE), "")
    };
    let content = html! {
        div.head { div { h1 { (say.text(words::SCAN)) } p { (say.text(words::SCAN_LEAD)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, Some("code"))) }
        section.sheet { form.form.pad method="post" action="/me/second/confirm" {
            (form_key(visit))
            (form::hidden("secret", key))
            @if let Some(square) = square(&session.account.login, key, say.text(words::SCAN_ALT)) { (square) }
            div { span.hint { (say.text(words::KEY)) } output.secret { (in_fours(key)) } }
            (form::input(say, &code))
            (form::acts(say, words::CONFIRM, Some("/me")))
        } }
    };
    unplaced(visit, status, say.text(words::SCAN), &content)
}

fn in_fours(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The square an authenticator reads, as one path; black on white in every theme, or phones do not read it.
fn square(login: &str, key: &str, says: &str) -> Option<Markup> {
    /// Modules of white around it, as the standard asks.
    const QUIET: usize = 4;
    if !key.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let address = format!("otpauth://totp/KetDoan:{login}?secret={key}&issuer=KetDoan");
    let code = QrCode::new(address.as_bytes()).ok()?;
    let (width, mut path) = (code.width(), String::new());
    for (place, color) in code.to_colors().iter().enumerate() {
        if *color == Color::Dark {
            let _ = write!(path, "M{} {}h1v1h-1z", place % width + QUIET, place / width + QUIET);
        }
    }
    let side = width + 2 * QUIET;
    Some(html! {
        svg.square viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(says) shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    })
}

/// Turns it on, and shows the recovery codes once.
pub(super) fn confirm(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let say = visit.say;
    let (key, code) = (visit.form.text("secret"), visit.form.text("code"));
    let told = match accounts::confirm_totp(&visit.app, &visit.actor, key, code) {
        Ok(told) => told,
        Err(domain::Error::Refused(refusal)) => {
            return scan(visit, key, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal));
        }
        Err(error) => return Err(error.into()),
    };
    let content = html! {
        div.head { div { h1 { (say.text(words::RECOVERY)) } } }
        section.sheet { div.pad.gap {
            p.note.warn { i.i.i-warn aria-hidden="true" {} span { (say.text(words::RECOVERY_LEAD)) } }
            ol.codes-list.secret { @for code in &told.codes { li { (code) } } }
            div.acts {
                button.btn type="button" hidden data-print="1" { (say.text(crate::words::PRINT)) }
                a.btn.main href="/me" { (say.text(words::BACK_TO_ME)) }
            }
        } }
    };
    unplaced(visit, StatusCode::OK, say.text(words::RECOVERY), &content)
}

/// Turns it off.
pub(super) fn end(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let told = accounts::end_totp(&visit.app, &visit.actor, visit.form.exact("password"));
    account::back(visit, told, visit.say.text(words::SECOND_OFF_DONE))
}

#[cfg(test)]
mod tests {
    use super::{in_fours, square};

    #[test]
    fn a_square_is_drawn_for_a_key_and_for_nothing_else() {
        let drawn = square("hang", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "x").unwrap().0;
        assert!(drawn.contains("<svg") && drawn.matches("h1v1h-1z").count() > 300);
        assert!(square("hang", "\"><script>", "x").is_none());
        assert_eq!(in_fours("ABCDEFGHI"), "ABCD EFGH I");
    }
}
