//! The decision behind a list as a form: its paper, the day from which it holds, why.

use domain::reorganisations::Decision;
use kernel::{Day, Refusal};
use maud::{Markup, html};

use super::words;
use crate::parts::form::{self, Field};
use crate::parts::{paper, typed};
use crate::say::Say;
use crate::site::Visit;
use crate::words as common;

/// The fields, with what was typed.
pub(super) fn fields(visit: &Visit, refusal: Option<&Refusal>) -> Markup {
    let (say, sent) = (visit.say, &visit.form);
    let reason = Field {
        is_optional: true,
        hint: say.text(words::REASON_HINT),
        most: 300,
        ..Field::new("reason", say.text(words::REASON), sent.text("reason"))
    };
    let error = refusal
        .filter(|told| matches!(told.code, "day_missing" | "after_last_day"))
        .map(|told| &*told.message);
    html! {
        (paper::fields(visit, false, refusal))
        (form::date(say, "on", say.text(words::ON), sent.boxes("on"), error))
        (form::input(say, &reason))
    }
}

/// A day as the three boxes of a form hold it.
fn boxes_of(iso: Option<&str>) -> [String; 3] {
    let day = iso.and_then(|iso| Day::parse(iso).ok()).map(|day| day.to_string());
    let iso = day.unwrap_or_default();
    let mut parts = iso.split('-').map(|part| part.trim_start_matches('0').to_owned());
    let [year, month, day] = [(); 3].map(|()| parts.next().unwrap_or_default());
    [day, month, year]
}

/// The same with what the draft holds.
pub(super) fn fields_of(say: Say, decision: &Decision) -> Markup {
    let day = boxes_of(decision.issued_on.as_deref());
    let on = boxes_of(Some(&decision.on));
    let number = Field {
        most: 60,
        ..Field::new("paper-number", say.text(common::PAPER_NUMBER), &decision.number)
    };
    let issuer = Field {
        is_optional: true,
        ..Field::new("paper-issuer", say.text(common::PAPER_ISSUER), &decision.issuer)
    };
    let reason = Field {
        is_optional: true,
        most: 300,
        ..Field::new("reason", say.text(words::REASON), &decision.reason)
    };
    let [day, on] = [&day, &on].map(|day| day.each_ref().map(|part| &**part));
    html! {
        (form::input(say, &number))
        (form::date(say, "paper-day", say.text(common::PAPER_DAY), day, None))
        (form::input(say, &issuer))
        (form::date(say, "on", say.text(words::ON), on, None))
        (form::input(say, &reason))
    }
}

/// The decision that was typed.
pub(super) fn read(visit: &Visit) -> Result<Decision, Refusal> {
    let (say, sent) = (visit.say, &visit.form);
    let on = typed::boxes(sent.boxes("on"))?.ok_or_else(|| {
        Refusal::new("day_missing", say.text(words::NO_DAY), say.text(words::NO_DAY_DO))
    })?;
    let issued_on = typed::boxes(sent.boxes("paper-day"))?;
    let text = |field: &str| sent.text(field).to_owned();
    Ok(Decision {
        number: text("paper-number"),
        issued_on: issued_on.map(|day| day.to_string()),
        issuer: text("paper-issuer"),
        on: on.to_string(),
        reason: text("reason"),
    })
}
