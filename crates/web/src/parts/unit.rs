//! A unit as a field: typed by code or name, offered while one types where there is a script.

use domain::units::scope_of_code;
use kernel::{Id, Refusal};
use maud::{Markup, html};

use crate::site::Visit;
use crate::words;

/// The field.
pub(crate) fn input(
    visit: &Visit,
    name: &str,
    label: &str,
    hint: &str,
    error: Option<&str>,
) -> Markup {
    field(visit, "", name, label, hint, "", error)
}

/// The field with the union that is looked at already in it: most record for their own.
pub(crate) fn input_own(visit: &Visit, name: &str, label: &str, error: Option<&str>) -> Markup {
    field(visit, "", name, label, "", &own(visit), error)
}

/// The code of the grassroots union that is looked at, while nothing was sent.
fn own(visit: &Visit) -> String {
    if visit.form.fields().next().is_some() {
        return String::new();
    }
    let card = visit.question_and_place().ok().map(|(_, place)| place.card);
    card.filter(|card| card.kind.counts_as_grassroots()).map(|card| card.code).unwrap_or_default()
}

/// The same, told from one of the same name in another form of the page.
pub(crate) fn input_apart(
    visit: &Visit,
    apart: &str,
    name: &str,
    label: &str,
    hint: &str,
    error: Option<&str>,
) -> Markup {
    field(visit, apart, name, label, hint, "", error)
}

fn field(
    visit: &Visit,
    apart: &str,
    name: &str,
    label: &str,
    hint: &str,
    stands: &str,
    error: Option<&str>,
) -> Markup {
    let say = visit.say;
    let typed = visit.form.some(name).or(visit.raw.get(name)).unwrap_or(stands);
    let [field, hint_id, error_id] = ["f", "h", "e"].map(|part| format!("{part}-{name}{apart}"));
    let described = if error.is_some() { format!("{error_id} {hint_id}") } else { hint_id.clone() };
    html! {
        div.field {
            label for=(field) { (label) }
            span.hint id=(hint_id) { (say.text(words::UNIT_HINT)) @if !hint.is_empty() { ". " (hint) } }
            @if let Some(error) = error {
                (super::form::error_at(say, &error_id, error))
            }
            div.combo data-units=(say.text(words::MATCHING_UNITS)) data-stay="1" {
                input id=(field) name=(name) value=(typed) autocomplete="off" maxlength="300" required
                    aria-describedby=(described) aria-invalid=[error.map(|_| "true")];
            }
        }
    }
}

/// The unit that was typed.
pub(crate) fn read(visit: &Visit, name: &str) -> Result<Id, domain::Error> {
    let typed = visit.form.text(name);
    if typed.is_empty() {
        let (no, then) = ("Chưa chọn đơn vị", "Gõ vài chữ của tên hoặc mã đơn vị");
        return Err(Refusal::new("no_unit", no, then).into());
    }
    named(visit, typed)
}

/// The unit that a code or a name means.
pub(crate) fn named(visit: &Visit, typed: &str) -> Result<Id, domain::Error> {
    match scope_of_code(&visit.app, &visit.actor, typed) {
        Err(domain::Error::Refused(refusal)) if refusal.code == "unknown_unit" => {}
        told => return told,
    }
    match &visit.units_called(typed, 20)?[..] {
        [row] => scope_of_code(&visit.app, &visit.actor, &row.code),
        [] => Err(Refusal::new(
            "unknown_unit",
            format!("Sổ không có đơn vị “{typed}”"),
            "Gõ vài chữ của tên, hoặc mã đơn vị",
        )
        .into()),
        several => {
            let names: Vec<String> =
                several.iter().take(5).map(|row| format!("{} ({})", row.name, row.code)).collect();
            let then = visit.say.text(words::TYPE_CODE);
            let message = format!("Có nhiều đơn vị khớp “{typed}”: {}", names.join("; "));
            Err(Refusal::new("several_units", message, then).into())
        }
    }
}
