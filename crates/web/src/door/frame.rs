//! The look of the door: the cover of the book on the left, one form on the right.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::words;
use crate::frame::{document, mark};
use crate::problem::respond;
use crate::site::Visit;
use crate::words as common;

/// A page of the door.
pub(crate) fn page(visit: &Visit, status: StatusCode, title: &str, form: &Markup) -> Response {
    let say = visit.say;
    let other = say.other();
    let body = html! {
        aside.cover {
            a.brand href="/" { (mark()) (say.text(common::PRODUCT)) }
            div {
                p.motto { (say.text(words::MOTTO)) }
                p { (say.text(words::ABOUT)) }
            }
            p.small {}
        }
        main id="noi-dung" {
            (form)
            p.small.dim.foot {
                span {}
                a href={ (visit.path) "?lang=" (other.code()) } hreflang=(other.code()) lang=(other.code()) {
                    (say.text(common::OTHER_LANGUAGE))
                }
            }
        }
    };
    respond(status, document(say, title, "app door", &body))
}
