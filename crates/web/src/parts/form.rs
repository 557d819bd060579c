//! Parts of forms: a label above, a hint, the error sentence at the field, what was typed kept.

use kernel::{Refusal, Text};
use maud::{Markup, html};

use crate::say::Say;
use crate::words;

/// A field of a form.
#[derive(Clone, Copy, Default)]
pub(crate) struct Field<'f> {
    pub(crate) name: &'f str,
    pub(crate) label: &'f str,
    pub(crate) hint: &'f str,
    /// What was typed, or stands in the books.
    pub(crate) value: &'f str,
    /// `text` when empty.
    pub(crate) kind: &'f str,
    pub(crate) autocomplete: &'f str,
    pub(crate) is_optional: bool,
    /// Letters at most; 200 when zero.
    pub(crate) most: usize,
    /// What is wrong with it.
    pub(crate) error: Option<&'f str>,
    /// Tells the field from one of the same name in another form of the page; empty where there is none.
    pub(crate) apart: &'f str,
}

impl<'f> Field<'f> {
    /// A field with a name and a label.
    pub(crate) fn new(name: &'f str, label: &'f str, value: &'f str) -> Self {
        Self { name, label, value, ..Self::default() }
    }

    /// What it is found by in the page: its label, hint and error name it so.
    fn id(&self, part: char) -> String {
        format!("{part}-{}{}", self.name, self.apart)
    }
}

fn described(field: &Field<'_>) -> Option<String> {
    let hint = (!field.hint.is_empty()).then(|| field.id('h'));
    let error = field.error.map(|_| field.id('e'));
    let both: Vec<String> = error.into_iter().chain(hint).collect();
    (!both.is_empty()).then(|| both.join(" "))
}

fn head(say: Say, field: &Field<'_>) -> Markup {
    html! {
        label for=(field.id('f')) {
            (field.label)
            @if field.is_optional { " " span.mut { "(" (say.text(words::OPTIONAL)) ")" } }
        }
        @if !field.hint.is_empty() { span.hint id=(field.id('h')) { (field.hint) } }
        @if let Some(error) = field.error {
            (error_at(say, &field.id('e'), error))
        }
    }
}

/// What is wrong with a field, told at the field; a refusal is Vietnamese whatever the language of the page.
pub(crate) fn error_at(say: Say, id: &str, error: &str) -> Markup {
    html! {
        span.err id=(id) { span.vh { (say.text(words::ERROR)) ": " } span lang=[say.foreign()] { (error) } }
    }
}

/// A field of one line.
pub(crate) fn input(say: Say, field: &Field<'_>) -> Markup {
    let kind = if field.kind.is_empty() { "text" } else { field.kind };
    let most = if field.most == 0 { 200 } else { field.most };
    let autocomplete = if field.autocomplete.is_empty() { "off" } else { field.autocomplete };
    html! {
        div.field {
            (head(say, field))
            input id=(field.id('f')) name=(field.name) type=(kind) value=(field.value) maxlength=(most)
                autocomplete=(autocomplete) required[!field.is_optional]
                aria-describedby=[described(field)] aria-invalid=[field.error.map(|_| "true")];
        }
    }
}

/// A field of several lines.
pub(crate) fn area(say: Say, field: &Field<'_>, rows: usize) -> Markup {
    let most = if field.most == 0 { 2_000 } else { field.most };
    html! {
        div.field {
            (head(say, field))
            textarea id=(field.id('f')) name=(field.name) rows=(rows) maxlength=(most) required[!field.is_optional]
                aria-describedby=[described(field)] aria-invalid=[field.error.map(|_| "true")] { (field.value) }
        }
    }
}

/// A field that takes one of some values: code and name.
pub(crate) fn select(say: Say, field: &Field<'_>, choices: &[(&str, &str)]) -> Markup {
    html! {
        div.field {
            (head(say, field))
            select id=(field.id('f')) name=(field.name) aria-describedby=[described(field)]
                aria-invalid=[field.error.map(|_| "true")] {
                @for (code, name) in choices {
                    option value=(code) selected[*code == field.value] { (name) }
                }
            }
        }
    }
}

/// A day as three typed boxes `NAME-d`, `NAME-m`, `NAME-y`; pasting `28/7/2024` into the first fills all three.
pub(crate) fn date(
    say: Say,
    name: &str,
    label: &str,
    value: [&str; 3],
    error: Option<&str>,
) -> Markup {
    date_apart(say, "", name, label, value, error)
}

/// The same, told from a day of the same name in another form of the page.
pub(crate) fn date_apart(
    say: Say,
    apart: &str,
    name: &str,
    label: &str,
    value: [&str; 3],
    error: Option<&str>,
) -> Markup {
    let labels = [words::DAY, words::MONTH, words::YEAR].map(|label| say.text(label));
    let error_id = error.map(|_| format!("e-{name}{apart}"));
    html! {
        fieldset.field aria-describedby=[error_id.clone()] {
            legend { (label) }
            @if let Some((id, error)) = error_id.as_deref().zip(error) { (error_at(say, id, error)) }
            span.date3 {
                @for ((part, label), value) in ["d", "m", "y"].iter().zip(labels).zip(value) {
                    label { (label)
                        input class=(if *part == "y" { "w8" } else { "w4" }) id=[(*part == "d").then(|| format!("f-{name}{apart}"))]
                            name={ (name) "-" (part) } inputmode="numeric" maxlength="10" autocomplete="off" value=(value)
                            aria-invalid=[error.map(|_| "true")];
                    }
                }
            }
        }
    }
}

/// Why a form was not carried out, at the top: it takes the focus, and leads to the field when it is known which.
pub(crate) fn refused(say: Say, refusal: &Refusal, field: Option<&str>) -> Markup {
    refused_as(say, words::NOT_WRITTEN, refusal, field)
}

/// The same under another title, where it was not about writing.
pub(crate) fn refused_as(say: Say, title: Text, refusal: &Refusal, field: Option<&str>) -> Markup {
    html! {
        div.errors role="alert" tabindex="-1" id="loi" {
            h2 { (say.text(title)) }
            ul { li lang=[say.foreign()] {
                @match field {
                    Some(field) => a href={ "#f-" (field) } { (refusal.message) },
                    None => b { (refusal.message) },
                }
                ". " (refusal.remedy) ". " small.mut { "[" (refusal.code) "]" }
            } }
        }
    }
}

/// A hidden field.
pub(crate) fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// The main button of a form, and a way back.
pub(crate) fn acts(say: Say, verb: Text, back: Option<&str>) -> Markup {
    html! {
        div.acts {
            button.btn.main { (say.text(verb)) }
            @if let Some(back) = back { a.btn.bare href=(back) { (say.text(words::GO_BACK)) } }
        }
    }
}
