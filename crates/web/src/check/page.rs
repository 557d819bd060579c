//! The page: the form, and the answer beside the text.

use axum::http::StatusCode;
use axum::response::Response;
use domain::figures::{FigureSet, figures};
use kernel::Refusal;
use maud::{Markup, html};
use proof::{Found, Marked, Options, mark};

use super::books::{self, Said};
use super::{marked, sheet, source, words};
use crate::address::Question;
use crate::form::PASTED;
use crate::frame::{self, framed};
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;
use crate::words as common;

/// The form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, |question, _| Ok((html! {}, text_form(visit, question, ""))))
}

/// A text, checked.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    match source::text(&visit.form).and_then(|text| Ok((read(&text)?, text))) {
        Ok((marked, text)) => show(visit, StatusCode::OK, |question, place| {
            let query = question.query(&place.card.code);
            let set = figures(&visit.app, &visit.actor, &query)?;
            Ok((actions(question), answer(visit, (question, place), (&marked, &text), &set)))
        }),
        Err(refusal) => show(visit, StatusCode::UNPROCESSABLE_ENTITY, |question, _| {
            let typed = visit.form.exact(PASTED.0);
            let told = form::refused(visit.say, &refusal, Some(PASTED.0));
            Ok((html! {}, html! { (told) (text_form(visit, question, typed)) }))
        }),
    }
}

fn read(text: &str) -> Result<Marked, Refusal> {
    mark(text, &Options::default()).map_err(|refusal| {
        Refusal::new(refusal.code(), refusal.to_string(), "Sửa văn bản rồi soát lại")
    })
}

fn show(
    visit: &Visit,
    status: StatusCode,
    content: impl Fn(&Question, &Place) -> Result<(Markup, Markup), Problem>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let say = question.say;
    let title = say.text(common::CHECK_TEXT);
    let (actions, content) = content(&question, &place)?;
    let content = html! {
        div.head { div { h1 { (title) } p { (say.text(words::LEAD)) } } (actions) }
        (content)
    };
    framed(visit, (&question, Some(&place)), status, title, &content)
}

fn actions(question: &Question) -> Markup {
    let say = question.say;
    html! {
        div.acts {
            a.btn href=(question.to("/check")) { (say.text(words::ANOTHER)) }
            button.btn type="button" hidden data-print {
                i.i.i-print aria-hidden="true" {} (say.text(words::PRINT_SHEET))
            }
        }
    }
}

fn text_form(visit: &Visit, question: &Question, typed: &str) -> Markup {
    let say = question.say;
    let (name, most) = PASTED;
    let pasted = Field {
        hint: say.text(words::PASTE_HINT),
        is_optional: true,
        most,
        ..Field::new(name, say.text(words::PASTE), typed)
    };
    html! {
        section.sheet.no-print {
            form.pad.gap method="post" enctype="multipart/form-data" action=(question.to("/check")) {
                (frame::form_key(visit))
                (form::area(say, &pasted, 14))
                div.field {
                    label for="f-file" { (say.text(words::FILE)) " " span.mut { "(" (say.text(common::OPTIONAL)) ")" } }
                    span.hint id="h-file" { (say.text(words::FILE_HINT)) }
                    input id="f-file" type="file" name="file" aria-describedby="h-file"
                        accept=".txt,.html,.htm,text/plain,text/html";
                }
                p.small.mut { (say.text(words::NOT_KEPT)) }
                (form::acts(say, words::CHECK, None))
            }
        }
    }
}

fn answer(
    visit: &Visit,
    (question, place): (&Question, &Place),
    (marked, text): (&Marked, &str),
    set: &FigureSet,
) -> Markup {
    let say = question.say;
    let said = |found| (found, books::said(marked, found, set));
    let has_entry =
        |(found, said): &(&Found, Option<Said>)| marked::is_reckoned(found) || said.is_some();
    let mut told: Vec<_> = marked.found.iter().map(said).filter(has_entry).collect();
    told.sort_by_key(|(found, _)| sheet::rank(found));
    let more = told.len().saturating_sub(sheet::ENTRIES);
    let alone = marked.found.iter().filter(|found| !marked::is_reckoned(found)).count();
    let strip = strip(say, &told, alone);
    told.truncate(sheet::ENTRIES);
    let numbered: Vec<&Found> = told.iter().map(|(found, _)| *found).collect();
    html! {
        div.gap {
            (strip)
            div.grid.g2.check {
                section.sheet aria-labelledby="van-ban" {
                    header { h2 id="van-ban" { (say.text(words::TEXT)) } p { (size(say, marked, alone)) } }
                    (marked::text(say, marked, &numbered))
                    footer.key-list {
                        span { mark.bad { (say.text(words::KEY_BAD)) } }
                        span { mark.warn { (say.text(words::KEY_WARN)) } }
                        span { mark.good { (say.text(words::KEY_GOOD)) } }
                        span { (say.text(words::KEY_NONE)) }
                    }
                }
                (sheet::sheet(question, &told, more, &place.card.name))
            }
            details.more.no-print {
                summary { (say.text(words::MEND)) }
                (text_form(visit, question, if text.chars().count() < PASTED.1 { text } else { "" }))
            }
        }
    }
}

fn size(say: Say, marked: &Marked, alone: usize) -> String {
    let words_in: usize =
        marked.passages.iter().map(|passage| passage.text.split_whitespace().count()).sum();
    let [passages, letters, numbers] =
        [marked.passages.len(), words_in, alone].map(|count| say.number(count as i64));
    say.fill(words::SIZE, &[("p", &passages), ("w", &letters), ("n", &numbers)])
}

fn strip(say: Say, told: &[(&Found, Option<Said>)], alone: usize) -> Markup {
    let reckoned = || told.iter().filter(|(found, _)| marked::is_reckoned(found));
    let of = |rank| reckoned().filter(|(found, _)| sheet::rank(found) == rank).count();
    let compared = told.iter().filter_map(|(_, said)| said.as_ref());
    let (all, same) = (compared.clone().count(), compared.filter(|said| said.agrees).count());
    let of_books = format!("{}/{}", say.number(same as i64), say.number(all as i64));
    let tiles = [
        (words::WRONG, of(0), "big bad", words::WRONG_DO),
        (words::LOOK_AGAIN, of(1), "big warn", words::LOOK_AGAIN_DO),
        (words::RIGHT, of(2), "big good", words::RIGHT_DO),
        (words::ALONE, alone, "big", words::ALONE_DO),
    ];
    html! {
        dl.figs { @for (name, count, class, about) in tiles {
            div { dt { (say.text(name)) } dd class=(class) { (say.number(count as i64)) } dd { (say.text(about)) } }
        }
            @if all > 0 {
                div { dt { (say.text(words::IN_BOOKS)) } dd.big { (of_books) } dd { (say.text(words::IN_BOOKS_DO)) } }
            }
        }
    }
}
