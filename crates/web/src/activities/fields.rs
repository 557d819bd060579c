//! The described fields of a register: shown, asked for in a form, and read from it.

use std::collections::BTreeMap;

use domain::activities::{Field, FieldKind, FieldValue, Register};
use kernel::Refusal;
use maud::{Markup, html};

use super::words as w;
use crate::parts::form::{self, Field as Input};
use crate::parts::typed;
use crate::say::Say;
use crate::site::Visit;

/// A value as people read it.
pub(super) fn said(say: Say, field: &Field, value: &FieldValue) -> String {
    match (field.kind, value) {
        (FieldKind::Mark, _) => "✓".to_owned(),
        // A year is a name and no count: no dot in it.
        (FieldKind::Year, FieldValue::Number(year)) => year.to_string(),
        (_, FieldValue::Number(number)) => say.number(*number),
        (_, FieldValue::Day(day)) => say.day(*day),
        (FieldKind::Choice(choices), FieldValue::Text(code)) => choices
            .iter()
            .find(|(each, _)| each == code)
            .map_or_else(|| code.clone(), |(_, name)| say.text(*name).to_owned()),
        (_, FieldValue::Text(text)) => text.clone(),
    }
}

/// What a form shows in a field: what was typed, or what stands in the books.
fn shown(visit: &Visit, field: &Field, stands: &BTreeMap<String, FieldValue>) -> String {
    if let Some(typed) = visit.form.some(&name(field)) {
        return typed.to_owned();
    }
    match (field.kind, stands.get(field.code)) {
        (_, None) => String::new(),
        (FieldKind::Year, Some(FieldValue::Number(year))) => year.to_string(),
        (_, Some(FieldValue::Number(number))) => visit.say.number(*number),
        (_, Some(FieldValue::Text(text))) => text.clone(),
        (_, Some(FieldValue::Day(day))) => day.to_string(),
    }
}

/// The name of a field in a form.
fn name(field: &Field) -> String {
    format!("v-{}", field.code)
}

/// The fields of a form with what was typed or stands; `wrong` names one that could not be read.
pub(super) fn inputs(
    visit: &Visit,
    register: &Register,
    form_code: &str,
    stands: &BTreeMap<String, FieldValue>,
    wrong: Option<&(String, Refusal)>,
) -> Markup {
    html! { @for field in register.fields_of(form_code) {
        @let error = wrong.filter(|(at, _)| *at == name(field)).map(|(_, refusal)| &*refusal.message);
        (input(visit, field, stands, error))
    } }
}

fn input(
    visit: &Visit,
    field: &Field,
    stands: &BTreeMap<String, FieldValue>,
    error: Option<&str>,
) -> Markup {
    let say = visit.say;
    let (name, label) = (name(field), say.text(field.name));
    let value = shown(visit, field, stands);
    let base = Input { is_optional: !field.required, error, ..Input::new(&name, label, &value) };
    match field.kind {
        FieldKind::Count(_) | FieldKind::Money | FieldKind::Average(_) => {
            form::input(say, &Input { most: 22, ..base })
        }
        FieldKind::Year => form::input(say, &Input { most: 4, ..base }),
        FieldKind::Text(most) if most > 300 => form::area(say, &Input { most, ..base }, 4),
        FieldKind::Text(most) => form::input(say, &Input { most, ..base }),
        FieldKind::Choice(choices) => {
            let empty = [("", say.text(w::NONE))];
            let named = choices.iter().map(|(code, name)| (*code, say.text(*name)));
            let all: Vec<(&str, &str)> = empty.into_iter().chain(named).collect();
            form::select(say, &base, &all)
        }
        FieldKind::Day => {
            let boxes = visit.form.boxes(&name);
            let stands: Vec<String> = if boxes.iter().all(|part| part.is_empty()) {
                // ISO, the year first.
                value.rsplit('-').map(|part| part.trim_start_matches('0').to_owned()).collect()
            } else {
                boxes.map(str::to_owned).to_vec()
            };
            let part = |place: usize| stands.get(place).map_or("", String::as_str);
            form::date(say, &name, label, [part(0), part(1), part(2)], error)
        }
        FieldKind::Mark => {
            let is_set = !value.is_empty();
            html! { div.field { label.tick {
                input type="checkbox" name=(name) value="1" checked[is_set]; " " (label)
            } } }
        }
    }
}

/// The fields as typed; the first that cannot be read is named.
pub(super) fn read(
    visit: &Visit,
    register: &Register,
    form_code: &str,
) -> Result<BTreeMap<String, FieldValue>, (String, Refusal)> {
    let mut values = BTreeMap::new();
    for field in register.fields_of(form_code) {
        let name = name(field);
        let value = read_one(visit, field, &name).map_err(|refusal| (name, refusal))?;
        if let Some(value) = value {
            values.insert(field.code.to_owned(), value);
        }
    }
    Ok(values)
}

fn read_one(visit: &Visit, field: &Field, name: &str) -> Result<Option<FieldValue>, Refusal> {
    let form = &visit.form;
    if field.kind == FieldKind::Day {
        return Ok(typed::boxes(form.boxes(name))?.map(FieldValue::Day));
    }
    let Some(typed) = form.some(name) else { return Ok(None) };
    Ok(Some(match field.kind {
        FieldKind::Count(_) | FieldKind::Money | FieldKind::Average(_) => {
            FieldValue::Number(typed::count(typed)?)
        }
        FieldKind::Year => FieldValue::Number(typed.parse().map_err(|_| {
            Refusal::new(
                "bad_year",
                format!("“{}” không phải là một năm", typed.chars().take(10).collect::<String>()),
                "Ghi bốn chữ số, như 2023",
            )
        })?),
        FieldKind::Mark => FieldValue::Number(1),
        FieldKind::Text(_) | FieldKind::Choice(_) | FieldKind::Day => {
            FieldValue::Text(typed.to_owned())
        }
    }))
}
