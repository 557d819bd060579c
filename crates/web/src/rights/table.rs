//! The table of rights: which role holds which power, and which actions a power opens.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{ROLES, my_account};
use domain::policy;
use kernel::actor::ALL_POWERS;
use maud::{Markup, html};

use super::words;
use crate::frame::framed;
use crate::parts::post;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::words as common;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let say = visit.say;
    let content = html! {
        div.head { div { h1 { (say.text(common::RIGHTS)) } p { (say.text(words::TABLE_LEAD)) } } }
        div.gap {
            (own_posts(visit)?)
            (roles(say))
            (actions(say))
        }
    };
    framed(visit, (&question, None), StatusCode::OK, say.text(common::RIGHTS), &content)
}

/// What the reader's own posts are today.
fn own_posts(visit: &Visit) -> Result<Markup, Problem> {
    let say = visit.say;
    if visit.actor.account.is_none() {
        return Ok(html! {});
    }
    let mine = my_account(&visit.app, &visit.actor)?;
    let held: Vec<_> = mine.posts.iter().filter(|each| each.is_held_on(visit.today)).collect();
    Ok(html! {
        section.sheet {
            header { h2 { (say.text(words::MY_POSTS)) } a href="/why" { (say.text(words::WHY)) } }
            @if held.is_empty() { div.pad { p { (say.text(words::NO_POSTS)) } } }
            @else { ul.rows.posts { @for each in held { li { (post::line(say, each)) } } } }
        }
    })
}

fn roles(say: Say) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(words::ROLES_AND_POWERS)) } p { (say.text(words::ROLES_HINT)) } }
            div.tw tabindex="0" { table.rights-table {
                caption.vh { (say.text(words::ROLES_AND_POWERS)) }
                thead { tr {
                    th scope="col" { (say.text(words::POWER)) }
                    @for role in ROLES { th.c scope="col" { (say.text(role.name)) } }
                } }
                tbody { @for power in ALL_POWERS { tr {
                    th scope="row" { (say.text(power.name())) }
                    @for role in ROLES { td.c {
                        @if role.powers.contains(power) {
                            i.i.i-check.good aria-hidden="true" {} span.vh { (say.text(words::HAS)) }
                        } @else {
                            span.dim aria-hidden="true" { "–" } span.vh { (say.text(words::HAS_NOT)) }
                        }
                    } }
                } } }
            } }
        }
    }
}

fn actions(say: Say) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(words::OPENS)) } }
            div.tw tabindex="0" { table.stack {
                caption.vh { (say.text(words::OPENS)) }
                thead { tr {
                    th scope="col" { (say.text(words::POWER)) }
                    th scope="col" { (say.text(words::OPENS)) }
                    th scope="col" { (say.text(words::ACTIONS)) }
                } }
                tbody { @for power in ALL_POWERS {
                    @let names = policy::TABLE.iter().filter(|(_, asked)| asked == power).map(|(name, _)| *name);
                    tr {
                        th scope="row" { (say.text(power.name())) }
                        td data-l=(say.text(words::OPENS)) { span { (say.text(words::opens(*power))) } }
                        td.mut data-l=(say.text(words::ACTIONS)) { span.codes lang="en" {
                            @for name in names { code { (name) } " " }
                        } }
                    }
                } }
            } }
        }
    }
}
