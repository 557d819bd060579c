//! Many records from a spreadsheet: pasted or sent as a file, looked at, then the good lines written.

use axum::http::StatusCode;
use axum::response::Response;
use domain::activities::{Register, TakenLine, columns, lines_of_file, look_at_lines, take_lines};
use kernel::{Power, Refusal};
use maud::{Markup, html};

use super::list::{crumbs, register_of};
use super::words as w;
use crate::frame::{self, Frame};
use crate::parts::form;
use crate::problem::{Problem, of_form, respond};
use crate::site::Visit;

/// Lines of a preview that are shown; the counts tell of all.
const SHOWN: usize = 200;

/// What the page shows beside the fields.
#[derive(Default)]
struct Told {
    text: String,
    lines: Vec<TakenLine>,
    refusal: Option<Refusal>,
}

/// The empty form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::RecordActivities).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, &Told::default())
}

/// Looks at what was sent, or writes it.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::RecordActivities).map_err(Problem::Refused)?;
    let register = register_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    domain::activities::must_record_at(&visit.app, &visit.actor, place.card.id)?;
    let text = match text_of(visit, register) {
        Ok(text) => text,
        Err(refusal) => {
            let told = Told { refusal: Some(refusal), ..Told::default() };
            return show(visit, StatusCode::UNPROCESSABLE_ENTITY, &told);
        }
    };
    let (app, actor, scope) = (&visit.app, &visit.actor, place.card.id);
    let writes = visit.form.text("step") == "write";
    let done = if writes {
        take_lines(app, actor, register, scope, &text)
    } else {
        look_at_lines(app, actor, register, scope, &text)
    };
    match done {
        Ok(lines) if writes && lines.iter().all(|line| line.refusal.is_none()) => {
            let n = lines.len().to_string();
            let to = question.to(&format!("/activities/{}", register.code));
            visit.done(&to, &visit.say.fill(w::TAKEN, &[("n", &n)]))
        }
        // The good lines are in the books; those that came back stay in the field to be mended.
        Ok(lines) if writes => {
            let head = text.lines().next().unwrap_or_default().to_owned();
            let back = lines.iter().filter(|line| line.refusal.is_some());
            let text = std::iter::once(head).chain(back.clone().map(|line| line.line.clone()));
            let text = text.collect::<Vec<_>>().join("\n");
            let taken = lines.len() - back.clone().count();
            let refusal = Refusal::new(
                "some_lines_refused",
                visit.say.fill(w::TAKEN_SOME, &[("n", &taken.to_string())]),
                visit.say.text(w::MEND),
            );
            let lines = back.cloned().collect();
            let told = Told { text, lines, refusal: Some(refusal) };
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, &told)
        }
        Ok(lines) => show(visit, StatusCode::OK, &Told { text, lines, refusal: None }),
        Err(error) => {
            let told = Told { text, refusal: Some(of_form(error)?), ..Told::default() };
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, &told)
        }
    }
}

/// What was sent: a file goes before what was pasted.
fn text_of(visit: &Visit, register: &'static Register) -> Result<String, Refusal> {
    match visit.form.file("file") {
        Some(sent) => lines_of_file(register, &sent.name, &sent.bytes),
        None => Ok(visit.form.exact("lines").to_owned()),
    }
}

fn show(visit: &Visit, status: StatusCode, told: &Told) -> Result<Response, Problem> {
    let register = register_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    domain::activities::must_record_at(&visit.app, &visit.actor, place.card.id)?;
    let say = question.say;
    let title = say.fill(w::TAKE_IN, &[("register", say.text(register.name))]);
    let names: Vec<&str> = columns(register).iter().map(|column| column.name).collect();
    let looked = !told.lines.is_empty() && told.refusal.is_none();
    let content = html! {
        (crumbs(&question, register))
        div.head { div { h1 { (title) } p { (place.card.name) ". " (say.text(w::TAKE_IN_LEAD)) } } }
        form.gap method="post" enctype="multipart/form-data" action=(question.to(&visit.path)) {
            (frame::form_key(visit))
            @if let Some(refusal) = &told.refusal { (form::refused(say, refusal, Some("lines"))) }
            @if !told.lines.is_empty() { (verdicts(visit, &told.lines)) }
            section.sheet { div.pad.form {
                div.field {
                    label for="f-file" { (say.text(w::FILE)) " " span.mut { "(" (say.text(crate::words::OPTIONAL)) ")" } }
                    input id="f-file" type="file" name="file" accept=".xlsx,.xls,.ods,.csv,.txt";
                }
                div.field {
                    label for="f-lines" { (say.text(w::LINES)) }
                    span.hint id="h-lines" lang="vi" { (say.text(w::LINES_HINT)) " " (names.join(" · ")) }
                    textarea id="f-lines" name="lines" rows="10" aria-describedby="h-lines" { (told.text) }
                }
                div.acts {
                    @if looked {
                        button.btn.main name="step" value="write" { (say.text(w::WRITE_GOOD)) }
                        button.btn name="step" value="look" { (say.text(w::LOOK)) }
                    } @else {
                        button.btn.main name="step" value="look" { (say.text(w::LOOK)) }
                    }
                    a.btn.bare href=(question.to(&format!("/activities/{}", register.code))) { (say.text(w::BACK_TO_LIST)) }
                }
            } }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: None };
    Ok(respond(status, frame::page(&frame, &title, &content)))
}

/// What became of the lines, or would: the refused ones first.
fn verdicts(visit: &Visit, lines: &[TakenLine]) -> Markup {
    let say = visit.say;
    let bad: Vec<&TakenLine> = lines.iter().filter(|line| line.refusal.is_some()).collect();
    let good = lines.len() - bad.len();
    let places = [("good", say.number(good as i64)), ("bad", say.number(bad.len() as i64))];
    let places = places.each_ref().map(|(name, number)| (*name, &**number));
    html! {
        section.sheet {
            header { h2 { (say.fill(w::LOOKED, &places)) } }
            @if !bad.is_empty() {
                div.tw { table.dense.stack {
                    caption.vh { (say.text(w::REFUSED_LINES)) }
                    thead { tr { th scope="col" { (say.text(w::LINE)) } th scope="col" { (say.text(w::REASON)) } } }
                    tbody { @for line in bad.iter().take(SHOWN) { @if let Some(refusal) = &line.refusal { tr {
                        td data-l=(say.text(w::LINE)) { span { (line.line.replace('\t', " · ")) } }
                        td data-l=(say.text(w::REASON)) lang="vi" { span { (refusal.message) small.under.mut { (refusal.remedy) } } }
                    } } } }
                } }
            }
        }
    }
}
