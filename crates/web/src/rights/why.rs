//! "Why may I, or somebody else, see this?": the posts that allow it, their reach, their days.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{Account, Why, WhyAsked, find_account, my_account, why_may};
use kernel::actor::ALL_POWERS;
use kernel::{Day, Power, Refusal};
use maud::{Markup, html};

use super::words;
use crate::frame::framed;
use crate::parts::form::{self, Field};
use crate::parts::{post, typed};
use crate::problem::Problem;
use crate::site::Visit;
use crate::words as common;

/// What the address asks.
struct Asked<'v> {
    login: &'v str,
    power: Power,
    unit: &'v str,
    on: &'v str,
}

/// An answer: about whom, on which day, by which posts.
struct Answer {
    account: Account,
    on: Day,
    posts: Vec<Why>,
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let field = |name| visit.raw.get(name).unwrap_or_default();
    let power = Power::from_code(field("power")).unwrap_or(Power::ReadFigures);
    let asked = Asked { login: field("login"), power, unit: field("unit"), on: field("on") };
    if asked.unit.is_empty() {
        return show(visit, &asked, StatusCode::OK, &html! {}, None);
    }
    match answer(visit, &asked) {
        Ok(found) => show(visit, &asked, StatusCode::OK, &told(visit, &asked, &found), None),
        Err(domain::Error::Refused(refusal)) => {
            let status = match refusal.code {
                "not_allowed" | "out_of_reach" => StatusCode::FORBIDDEN,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            show(visit, &asked, status, &html! {}, Some(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}

fn answer(visit: &Visit, asked: &Asked<'_>) -> Result<Answer, domain::Error> {
    let (app, actor) = (&visit.app, &visit.actor);
    let on = if asked.on.is_empty() { visit.today } else { typed::day(asked.on)? };
    let account = if asked.login.is_empty() {
        my_account(app, actor)?.account
    } else {
        find_account(app, actor, asked.login)?
    };
    let wanted = WhyAsked { power: asked.power, unit: asked.unit, on };
    let posts = why_may(app, actor, account.id, &wanted)?;
    Ok(Answer { account, on, posts })
}

fn told(visit: &Visit, asked: &Asked<'_>, answer: &Answer) -> Markup {
    let say = visit.say;
    let day = say.day(answer.on);
    let places = [
        ("name", &*answer.account.name),
        ("power", say.text(asked.power.name())),
        ("unit", asked.unit),
        ("day", &*day),
    ];
    if answer.posts.is_empty() {
        return html! {
            div.note.warn {
                i.i.i-lock aria-hidden="true" {}
                div { p { b { (say.fill(words::NO_BY, &places)) } } p { (say.text(words::NO_BY_DO)) } }
            }
        };
    }
    let count = say.number(answer.posts.len() as i64);
    let reach = |why: &Why| {
        if why.from_above {
            say.fill(words::BY_ABOVE, &[("unit", post::place(say, &why.post))])
        } else {
            say.text(words::BY_OWN).to_owned()
        }
    };
    html! {
        section.sheet {
            header { h2 { (say.fill(words::YES_BY, &[("n", &count)])) } p { (say.fill(words::ASKED, &places)) } }
            div.tw { table.stack {
                caption.vh { (say.fill(words::ASKED, &places)) }
                thead { tr { @for head in [words::POST, words::WHERE, words::WHEN, words::REACH] {
                    th scope="col" { (say.text(head)) }
                } } }
                tbody { @for why in &answer.posts { tr {
                    th scope="row" {
                        (say.text(why.post.role.name))
                        @if why.post.stands_for.is_some() { " (" (say.text(words::STANDS_IN)) ")" }
                    }
                    td data-l=(say.text(words::WHERE)) { span lang="vi" { (post::place(say, &why.post)) } }
                    td data-l=(say.text(words::WHEN)) { span { (post::days(say, &why.post)) } }
                    td data-l=(say.text(words::REACH)) { span { (reach(why)) } }
                } } }
            } }
        }
    }
}

fn show(
    visit: &Visit,
    asked: &Asked<'_>,
    status: StatusCode,
    told: &Markup,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let say = visit.say;
    let (question, _) = visit.raw.understood(visit.today);
    let content = html! {
        div.head { div { h1 { (say.text(words::WHY)) } p { (say.text(words::WHY_LEAD)) } } }
        div.gap {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, field_of(refusal.code))) }
            (told)
            (ask(visit, asked, refusal))
            p { a href="/rights" { (say.text(common::RIGHTS)) } }
        }
    };
    framed(visit, (&question, None), status, say.text(words::WHY), &content)
}

/// The field a refusal is about.
fn field_of(code: &str) -> Option<&'static str> {
    match code {
        "bad_day" => Some("on"),
        "unknown_unit" => Some("unit"),
        "unknown_account" | "not_allowed" | "out_of_reach" => Some("login"),
        _ => None,
    }
}

fn ask(visit: &Visit, asked: &Asked<'_>, refusal: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let wrong = |name| {
        refusal
            .filter(|refusal| field_of(refusal.code) == Some(name))
            .map(|refusal| &*refusal.message)
    };
    let of = |name, label, hint, value| Field {
        hint: say.text(hint),
        error: wrong(name),
        ..Field::new(name, say.text(label), value)
    };
    let login = Field {
        is_optional: true,
        most: 40,
        ..of("login", words::LOGIN, words::LOGIN_HINT, asked.login)
    };
    let unit = of("unit", words::UNIT_CODE, words::UNIT_CODE_HINT, asked.unit);
    let on = Field { is_optional: true, most: 10, ..of("on", words::ON, words::ON_HINT, asked.on) };
    let powers: Vec<(&str, &str)> =
        ALL_POWERS.iter().map(|power| (power.code(), say.text(power.name()))).collect();
    html! {
        section.sheet { form.form.pad method="get" action="/why" {
            @if say != crate::say::Say::default() { (form::hidden("lang", say.code())) }
            (form::select(say, &Field::new("power", say.text(words::POWER), asked.power.code()), &powers))
            (form::input(say, &unit))
            (form::input(say, &on))
            @if visit.actor.may(Power::ManageAccounts) { (form::input(say, &login)) }
            (form::acts(say, words::ASK, None))
        } }
    }
}
