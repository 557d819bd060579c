//! The paper of a form: number, day and issuer of the decision that says why.

use domain::documents::DocumentRef;
use kernel::Refusal;
use maud::{Markup, html};

use super::form::{self, Field};
use super::typed;
use crate::site::Visit;
use crate::words;

/// The fields of a decision, with what was typed.
pub(crate) fn fields(visit: &Visit, is_optional: bool, refusal: Option<&Refusal>) -> Markup {
    fields_apart(visit, "", is_optional, refusal)
}

/// The same, told from those of another form of the page.
pub(crate) fn fields_apart(
    visit: &Visit,
    apart: &str,
    is_optional: bool,
    refusal: Option<&Refusal>,
) -> Markup {
    let (say, typed) = (visit.say, &visit.form);
    let wrong = |codes: &[&str]| {
        refusal.filter(|told| codes.contains(&told.code)).map(|told| &*told.message)
    };
    let number = Field {
        is_optional,
        hint: say.text(words::PAPER_NUMBER_HINT),
        most: 60,
        error: wrong(&["document_missing"]),
        apart,
        ..Field::new("paper-number", say.text(words::PAPER_NUMBER), typed.text("paper-number"))
    };
    let issuer = Field {
        is_optional: true,
        most: 200,
        apart,
        ..Field::new("paper-issuer", say.text(words::PAPER_ISSUER), typed.text("paper-issuer"))
    };
    let day = typed.boxes("paper-day");
    let no = super::typed::boxes(day).err();
    let no = no.as_ref().map(|no| &*no.message);
    html! {
        (form::input(say, &number))
        (form::date_apart(say, apart, "paper-day", say.text(words::PAPER_DAY), day, no))
        (form::input(say, &issuer))
    }
}

/// The decision that was typed, where one was.
pub(crate) fn read_some(visit: &Visit, title: &str) -> Result<Option<DocumentRef>, Refusal> {
    if visit.form.text("paper-number").is_empty() { Ok(None) } else { read(visit, title).map(Some) }
}

/// The decision that was typed.
pub(crate) fn read(visit: &Visit, title: &str) -> Result<DocumentRef, Refusal> {
    let form = &visit.form;
    let day = typed::boxes(form.boxes("paper-day"))?;
    Ok(DocumentRef::decision(form.text("paper-number"), day, form.text("paper-issuer"), title))
}
