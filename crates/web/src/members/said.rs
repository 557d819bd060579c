//! Saying what is known of a person: names, days as precise as they are known, states.

use domain::people::{Sex, Status};
use maud::{Markup, html};

use super::words as w;
use crate::say::Say;

/// A name with the given name in bold, by which people are sorted.
pub(crate) fn name(name: &str) -> Markup {
    html! {
        @match name.rsplit_once(' ') {
            Some((before, given)) => { (before) " " b { (given) } }
            None => b { (name) },
        }
    }
}

/// A day, a month or a year, as precise as it is known.
pub(crate) fn day(say: Say, iso: &str) -> String {
    match iso.split_once('-') {
        Some((year, month)) if month.len() == 2 => match say.code() {
            "vi" => format!("{}/{year}", month.trim_start_matches('0')),
            _ => iso.to_owned(),
        },
        _ => say.day_text(iso),
    }
}

/// The sex in words.
pub(crate) fn sex(say: Say, sex: Option<Sex>) -> &'static str {
    match sex {
        Some(Sex::Female) => say.text(w::FEMALE),
        Some(Sex::Male) => say.text(w::MALE),
        None => "",
    }
}

/// Where a person stands: the usual state is silent, the others are seen.
pub(crate) fn status(say: Say, status: Status) -> Markup {
    html! {
        @match status {
            Status::Member => span.mut { (say.text(w::MEMBER)) },
            Status::InTransit => span.tag.info { (say.text(w::IN_TRANSIT)) },
            Status::Left => span.tag.flat { (say.text(w::LEFT)) },
        }
    }
}

/// The name of a state, for forms and chips.
pub(super) fn status_name(say: Say, status: Status) -> &'static str {
    say.text(match status {
        Status::Member => w::MEMBER,
        Status::InTransit => w::IN_TRANSIT,
        Status::Left => w::LEFT,
    })
}
