//! The way to the provider and back: what the browser carries, what comes back with it, and what each failure shows.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::accounts::{self, Errand, NewErrand, Proven, Stage};
use kernel::{Id, Refusal};
use maud::{Markup, html};
use oidc::{Identity, Provider};

use super::words;
use crate::door;
use crate::problem::Problem;
use crate::request::errand_cookie_name;
use crate::site::{Visit, see_other};

/// Seconds for which the browser carries an errand: as long as it is remembered here.
const CARRIED: u32 = 15 * 60;

/// The provider the office named; without one there are no such pages.
pub(super) fn provider(visit: &Visit) -> Result<&Provider, Problem> {
    visit.settings.provider.as_deref().ok_or(Problem::NoPage)
}

/// The part of the door that leads there.
pub(crate) fn door_part(visit: &Visit, next: &str) -> Markup {
    let say = visit.say;
    html! {
        @if let Some(provider) = &visit.settings.provider {
            section.form.other-door {
                p.mut { (say.text(words::OR)) }
                a.btn href={ "/sign-in/provider?next=" (door::encoded(next)) } {
                    (say.fill(words::SIGN_IN_BY, &[("name", provider.name())]))
                }
            }
        }
    }
}

/// What is told at the door to who just left: the sign-in at the provider stands still.
pub(crate) fn farewell(visit: &Visit) -> Markup {
    let say = visit.say;
    let provider = visit.settings.provider.as_ref().filter(|_| visit.raw.get("left").is_some());
    let way = provider.and_then(|provider| Some((provider, provider.way_out()?)));
    html! {
        @if let Some((provider, way)) = way {
            @let places = [("name", provider.name())];
            div.note role="status" { i.i.i-info aria-hidden="true" {} div {
                p { (say.fill(words::LEFT, &places)) }
                p { a href=(way) { (say.fill(words::LEAVE_TOO, &places)) } }
            } }
        }
    }
}

/// What is asked of the provider for an errand.
pub(super) fn spoken(new: &NewErrand) -> oidc::Errand {
    let NewErrand { state, nonce, verifier, .. } = new.clone();
    oidc::Errand { state, nonce, verifier }
}

/// Sends a browser to the provider.
pub(super) fn begin(visit: &Visit) -> Result<Response, Problem> {
    let provider = provider(visit)?;
    let next = door::next(visit.raw.get("next").unwrap_or("/"));
    if visit.is_signed_in() {
        return Ok(see_other(next));
    }
    let errand = accounts::begin_errand(&visit.app, next)?;
    match provider.begin(&spoken(&errand)) {
        Ok(address) => Ok(carrying(visit, see_other(&address), &errand.carried)),
        Err(refusal) => Ok(refused(visit, &refusal)),
    }
}

/// Takes a browser that came back.
pub(super) fn back(visit: &Visit) -> Result<Response, Problem> {
    let provider = provider(visit)?;
    let carried = visit.errand.as_deref().unwrap_or_default();
    let state = visit.raw.get("state").unwrap_or_default();
    let answer = match accounts::take_errand(&visit.app, carried, state) {
        Ok(errand) => match proven(visit, provider, &errand, state) {
            Ok(identity) => arrived(visit, &errand, &identity),
            Err(refusal) => failed(visit, errand.ties, &refusal),
        },
        Err(domain::Error::Refused(refusal)) => Ok(refused(visit, &refusal)),
        Err(error) => Err(error.into()),
    };
    Ok(carrying(visit, answer?, ""))
}

/// Who the provider says came back.
fn proven(
    visit: &Visit,
    provider: &Provider,
    errand: &Errand,
    state: &str,
) -> Result<Identity, Refusal> {
    // A provider that names itself in its answer must be the one that was asked (RFC 9207).
    if visit.raw.get("iss").is_some_and(|issuer| issuer != provider.issuer()) {
        return Err(Refusal::new(
            "identity_unproven",
            "Câu trả lời không đến từ nhà cung cấp danh tính đã hỏi, nên không dùng",
            "Bắt đầu đăng nhập lại; nếu vẫn thế, báo người quản trị hệ thống",
        ));
    }
    let Some(code) = visit.raw.get("code").filter(|_| visit.raw.get("error").is_none()) else {
        return Err(Refusal::new(
            "provider_said_no",
            "Nhà cung cấp danh tính không cho đăng nhập, hoặc bạn đã bấm hủy ở đó",
            "Đăng nhập bằng mật khẩu, hoặc bắt đầu lại",
        ));
    };
    let Errand { nonce, verifier, .. } = errand.clone();
    provider.identity(code, &oidc::Errand { state: state.to_owned(), nonce, verifier })
}

/// Signs in, or ties.
fn arrived(visit: &Visit, errand: &Errand, identity: &Identity) -> Result<Response, Problem> {
    let Identity { issuer, subject, named } = identity;
    let proven = Proven { issuer, subject, named: named.as_deref() };
    if let Some(account) = errand.ties {
        return tie(visit, account, &proven);
    }
    match accounts::sign_in_by_identity(&visit.app, &proven, &visit.visitor) {
        Ok(signed) if signed.stage == Stage::Half => {
            let next = door::encoded(door::next(&errand.goes_to));
            Ok(door::with_token(visit, &signed, &format!("/sign-in/second?next={next}")))
        }
        Ok(signed) => Ok(door::with_token(visit, &signed, door::next(&errand.goes_to))),
        Err(domain::Error::Refused(refusal)) => Ok(refused(visit, &refusal)),
        Err(error) => Err(error.into()),
    }
}

fn tie(visit: &Visit, account: Id, proven: &Proven<'_>) -> Result<Response, Problem> {
    let is_owner = visit.is_signed_in() && visit.actor.account == Some(account);
    if !is_owner {
        return Ok(refused(visit, &of_another()));
    }
    match accounts::tie_own_identity(&visit.app, &visit.actor, proven) {
        Ok(_) => {
            let name = proven.named.unwrap_or(proven.subject);
            visit.done("/me", &visit.say.fill(words::NOW_TIED, &[("name", name)]))
        }
        Err(domain::Error::Refused(refusal)) => failed(visit, Some(account), &refusal),
        Err(error) => Err(error.into()),
    }
}

fn of_another() -> Refusal {
    Refusal::new(
        "errand_of_another",
        "Lần đăng nhập đã bắt đầu gắn danh tính không còn, nên chưa gắn gì",
        "Đăng nhập lại rồi gắn lại ở trang Tài khoản của tôi",
    )
}

/// What is shown when nothing came of it: the own page to who ties, the door to who wants in.
fn failed(visit: &Visit, ties: Option<Id>, refusal: &Refusal) -> Result<Response, Problem> {
    if ties.is_some() && visit.is_signed_in() {
        return crate::me::show(visit, status_of(refusal), Some(refusal));
    }
    Ok(refused(visit, refusal))
}

/// The door with its password form, and why this way was no use.
fn refused(visit: &Visit, refusal: &Refusal) -> Response {
    door::refused(visit, status_of(refusal), refusal)
}

fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal.code {
        "provider_away" => StatusCode::SERVICE_UNAVAILABLE,
        "errand_unknown" | "errand_of_another" => StatusCode::BAD_REQUEST,
        "identity_not_tied" => StatusCode::FORBIDDEN,
        "identity_taken" | "identity_already_tied" | "too_many_identities" => StatusCode::CONFLICT,
        _ => StatusCode::UNAUTHORIZED,
    }
}

/// An answer that gives the browser an errand to carry; an empty one takes it away.
pub(super) fn carrying(visit: &Visit, mut response: Response, carried: &str) -> Response {
    let is_behind_tls = visit.settings.is_behind_tls;
    let secure = if is_behind_tls { "; Secure" } else { "" };
    let name = errand_cookie_name(is_behind_tls);
    let age = if carried.is_empty() { 0 } else { CARRIED };
    let cookie = format!("{name}={carried}; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age={age}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
