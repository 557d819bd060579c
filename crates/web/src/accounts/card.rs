//! One account: who it is, its posts, its sign-ins, and what can be done with it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{AccountCard, Post, ROLES, SignInRow, account_card};
use kernel::actor::Hold;
use kernel::{Day, Refusal};
use maud::{Markup, html};

use super::words;
use crate::frame::{form_key, unplaced};
use crate::identity;
use crate::parts::form::{self, Field};
use crate::parts::post;
use crate::problem::Problem;
use crate::rights::words as rights;
use crate::say::Say;
use crate::site::Visit;

/// The sign-in name that stands in a path.
pub(crate) fn login_of(visit: &Visit) -> &str {
    visit.part(2)
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The page with what a form was refused for.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let say = visit.say;
    visit.actor.must(kernel::Power::ManageAccounts).map_err(Problem::Refused)?;
    let card = account_card(&visit.app, &visit.actor, login_of(visit))?;
    let account = &card.account;
    let facts = [
        if card.has_password { words::HAS_PASSWORD } else { words::NO_PASSWORD },
        if card.has_second_factor { words::SECOND_ON } else { words::SECOND_OFF },
    ];
    let content = html! {
        div.head {
            div {
                h1 lang="vi" { (account.name) }
                p {
                    (account.login)
                    @for fact in facts { " · " (say.text(fact)) }
                    @if let Some(person) = account.person { " · " (say.fill(words::OWN_RECORD, &[("id", &person.to_string())])) }
                    @if !account.is_open { " " span.tag { (say.text(words::CLOSED)) } }
                }
            }
            div.acts {
                a.btn.bare href={ "/why?login=" (account.login) } { (say.text(words::WHY_MAY)) }
                @if account.is_open { (link_form(visit, &account.login)) }
            }
        }
        div.gap {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, field_of(refusal.code))) }
            (posts(visit, &card))
            @if account.is_open {
                (give(visit, &card, refusal))
                (identity::held_sheet(visit, &card, refusal))
                (standing(visit, &card))
                @if visit.actor.account != Some(account.id) { (amending(visit, &card, refusal)) }
                @if card.has_second_factor && visit.actor.account != Some(account.id) { (lifting(visit, &account.login)) }
                (closing(visit, &card))
            }
        }
    };
    unplaced(visit, status, &account.name, &content)
}

/// The field of the form of a post that a refusal is about.
fn field_of(code: &str) -> Option<&'static str> {
    match code {
        "grants_more_than_held" | "unknown_role" => Some("role"),
        "unknown_unit" | "out_of_reach" | "post_without_unit" => Some("unit"),
        "bad_day" | "post_ends_before_it_begins" | "stand_in_without_end" => Some("to"),
        "stand_in_differs" | "unknown_account" => Some("stands_for"),
        "bad_person_name" | "nothing_changed" => Some("name"),
        "unknown_person" => Some("person"),
        "not_sure" => Some("sure"),
        "no_second_factor" => Some("second"),
        "bad_identity" | "identity_taken" | "identity_already_tied" | "too_many_identities" => {
            Some("subject")
        }
        _ => None,
    }
}

fn link_form(visit: &Visit, login: &str) -> Markup {
    html! {
        form method="post" action={ "/accounts/" (login) "/link" } {
            (form_key(visit))
            button.btn.main title=(visit.say.text(words::LINK_HINT)) { (visit.say.text(words::MAKE_LINK)) }
        }
    }
}

fn state(say: Say, post: &Post, today: Day) -> Markup {
    html! {
        @if post.is_held_on(today) { span.dim { (say.text(words::HELD)) } }
        @else if post.from > today { span.tag.info { (say.text(words::COMING)) } }
        @else { span.tag { (say.text(words::ENDED)) } }
    }
}

fn posts(visit: &Visit, card: &AccountCard) -> Markup {
    let say = visit.say;
    let heads = [words::WHAT, words::WHERE, words::WHEN, words::WHY];
    html! {
        section.sheet {
            header { h2 { (say.text(words::POSTS)) } }
            @if card.posts.is_empty() { div.pad { p.mut { (say.text(words::NO_POSTS)) } } } @else {
                div.tw { table.stack {
                    caption.vh { (say.text(words::POSTS)) }
                    thead { tr { @for head in heads { th scope="col" { (say.text(head)) } } th scope="col" { span.vh { (say.text(words::END_POST)) } } } }
                    tbody { @for each in &card.posts { tr {
                        th scope="row" {
                            (say.text(each.role.name)) " " (state(say, each, visit.today))
                            @if each.stands_for.is_some() { " " span.tag { (say.text(rights::STANDS_IN)) } }
                        }
                        td data-l=(say.text(words::WHERE)) { span lang="vi" { (post::place(say, each)) } }
                        td data-l=(say.text(words::WHEN)) { span { (post::days(say, each)) } }
                        td.mut data-l=(say.text(words::WHY)) { span lang="vi" { (each.reason.as_deref().unwrap_or("–")) } }
                        td { @if each.to.is_none_or(|to| to > visit.today) && card.account.is_open { (end_form(visit, card, each)) } }
                    } } }
                } }
            }
        }
    }
}

fn end_form(visit: &Visit, card: &AccountCard, post: &Post) -> Markup {
    let say = visit.say;
    let (id, on) = (post.id.to_string(), say.day(visit.today));
    html! {
        details.more {
            summary { (say.text(words::END_POST)) }
            form.acts method="post" action={ "/accounts/" (card.account.login) "/posts/end" } {
                (form_key(visit))
                (form::hidden("post", &id))
                label { (say.text(words::END_ON)) " " input.w8 name="on" value=(on) maxlength="10" autocomplete="off" required; }
                button.btn { (say.text(words::END_POST)) }
            }
        }
    }
}

fn give(visit: &Visit, card: &AccountCard, refusal: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let wrong = |name| refusal.filter(|no| field_of(no.code) == Some(name)).map(|no| &*no.message);
    let field = |name, label, hint, most| Field {
        most,
        hint: say.text(hint),
        error: wrong(name),
        is_optional: true,
        ..Field::new(name, say.text(label), visit.form.text(name))
    };
    let role = Field {
        error: wrong("role"),
        ..Field::new("role", say.text(words::WHAT), visit.form.text("role"))
    };
    let roles: Vec<(&str, &str)> =
        ROLES.iter().rev().map(|role| (role.code, say.text(role.name))).collect();
    let today = say.day(visit.today);
    let typed = visit.form.some("from").unwrap_or(&today);
    let is_whole = |holds: &[Hold]| holds.iter().any(|hold| hold.unit == Hold::WHOLE);
    let sees_whole = visit.actor.holds().is_none_or(is_whole);
    let from = Field {
        value: typed,
        is_optional: false,
        ..field("from", words::FROM, words::DAY_HINT, 10)
    };
    html! {
        details.sheet open[refusal.is_some_and(|no| !matches!(field_of(no.code), Some("sure" | "second" | "subject" | "name" | "person")))] {
            summary.pad { b { (say.text(words::GIVE_POST)) } }
            form.form.pad method="post" action={ "/accounts/" (card.account.login) "/posts" } {
                (form_key(visit))
                (form::select(say, &role, &roles))
                (form::input(say, &Field { is_optional: sees_whole, ..field("unit", words::UNIT_CODE, words::UNIT_CODE_HINT, 80) }))
                @if sees_whole {
                    label.pick { input type="checkbox" name="whole" value="1" checked[visit.form.some("whole").is_some()]; span { (say.text(words::WHOLE)) } }
                }
                (form::input(say, &from))
                (form::input(say, &field("to", words::TO, words::DAY_HINT, 10)))
                (form::input(say, &field("stands_for", words::STANDS_FOR, words::STANDS_FOR_HINT, 40)))
                (form::input(say, &Field { hint: "", ..field("reason", words::REASON, words::REASON, 200) }))
                (form::acts(say, words::GIVE_POST, None))
            }
        }
    }
}

fn standing(visit: &Visit, card: &AccountCard) -> Markup {
    let say = visit.say;
    html! {
        section.sheet {
            header {
                h2 { (say.text(words::SIGN_INS)) }
                @if !card.sign_ins.is_empty() {
                    form method="post" action={ "/accounts/" (card.account.login) "/sign-ins/end" } {
                        (form_key(visit)) button.btn { (say.text(words::END_SIGN_INS)) }
                    }
                }
            }
            (sign_ins(say, &card.sign_ins, &|_| html! {}))
        }
    }
}

/// Sign-ins as a table, each with what can be done with it.
pub(crate) fn sign_ins(say: Say, rows: &[SignInRow], act: &dyn Fn(&SignInRow) -> Markup) -> Markup {
    html! {
        @if rows.is_empty() { div.pad { p.mut { (say.text(words::NO_SIGN_INS)) } } } @else {
            div.tw { table.stack {
                caption.vh { (say.text(words::SIGN_INS)) }
                thead { tr {
                    @for head in [words::BEGUN, words::SEEN, words::ADDRESS, words::BROWSER] { th scope="col" { (say.text(head)) } }
                    th scope="col" { span.vh { (say.text(words::END_SIGN_INS)) } }
                } }
                tbody { @for row in rows { tr {
                    th scope="row" { (say.moment(row.begun_at)) }
                    td data-l=(say.text(words::SEEN)) { span { (say.moment(row.seen_at)) } }
                    td data-l=(say.text(words::ADDRESS)) { span { (row.address) } }
                    td.mut data-l=(say.text(words::BROWSER)) { span { (row.agent) } }
                    td { (act(row)) }
                } } }
            } }
        }
    }
}

fn lifting(visit: &Visit, login: &str) -> Markup {
    let say = visit.say;
    html! {
        details.sheet {
            summary.pad { (say.text(words::LIFT_SECOND)) }
            form.form.pad method="post" action={ "/accounts/" (login) "/second/end" } {
                (form_key(visit))
                p { (say.text(words::LIFT_HINT)) }
                div.acts { button.btn.stop { (say.text(words::LIFT_SECOND)) } }
            }
        }
    }
}

fn amending(visit: &Visit, card: &AccountCard, refusal: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let account = &card.account;
    let record = account.person.map(|id| id.to_string()).unwrap_or_default();
    let known = |name, known| visit.form.some(name).unwrap_or(known);
    let wrong = |name| refusal.filter(|no| field_of(no.code) == Some(name)).map(|no| &*no.message);
    let name = Field {
        most: 60,
        error: wrong("name"),
        ..Field::new("name", say.text(words::NAME), known("name", &account.name))
    };
    let person = Field {
        most: 13,
        is_optional: true,
        hint: say.text(words::PERSON_HINT),
        error: wrong("person"),
        ..Field::new("person", say.text(words::PERSON), known("person", &record))
    };
    let is_wrong = wrong("name").or(wrong("person")).is_some();
    html! {
        details.sheet open[is_wrong] {
            summary.pad { (say.text(words::AMEND)) }
            form.form.pad method="post" action={ "/accounts/" (account.login) "/amend" } {
                (form_key(visit))
                p { (say.text(words::AMEND_HINT)) }
                (form::input(say, &name))
                (form::input(say, &person))
                (form::acts(say, words::AMEND, None))
            }
        }
    }
}

fn closing(visit: &Visit, card: &AccountCard) -> Markup {
    let say = visit.say;
    let login = &card.account.login;
    html! {
        details.sheet {
            summary.pad { (say.text(words::CLOSE_ACCOUNT)) }
            form.form.pad method="post" action={ "/accounts/" (login) "/close" } {
                (form_key(visit))
                p { (say.text(words::CLOSE_HINT)) }
                label.pick { input type="checkbox" name="sure" value="yes" required id="f-sure"; span { (say.fill(words::CLOSE_SURE, &[("login", login)])) } }
                div.acts { button.btn.stop { (say.text(words::CLOSE_ACCOUNT)) } }
            }
        }
    }
}
