//! What rounds show on other pages: the lists that stand open to a member for comment.

use domain::rounds::open_lists_for;
use maud::{Markup, html};

use super::words as w;
use crate::problem::Problem;
use crate::site::Visit;

/// The lists on which the member may comment today; nothing where there are none.
pub(crate) fn lists_for_member(visit: &Visit) -> Result<Markup, Problem> {
    let say = visit.say;
    let lists = open_lists_for(&visit.app, &visit.actor)?;
    Ok(html! {
        @if !lists.is_empty() {
            section.sheet {
                header { h2 { (say.text(w::OPENINGS)) } p { (say.text(w::OPENINGS_LEAD)) } }
                ul.rows { @for (id, name, to) in &lists { li {
                    a href={ "/openings/" (id) } lang="vi" { (name) }
                    small.mut { (say.fill(w::UNTIL, &[("day", &say.day(to.previous()))])) }
                } } }
            }
        }
    })
}
