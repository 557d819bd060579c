//! Files of a paper: listed, attached, taken with a note in the trail, taken off.

use axum::response::Response;
use domain::documents::{self, DocumentCard};
use kernel::Refusal;
use maud::{Markup, html};

use super::{document_of, page, path_of, words};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::download;
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// The sheet of files, with the form that attaches another.
pub(super) fn sheet(visit: &Visit, question: &Question, told: &DocumentCard) -> Markup {
    let say = question.say;
    let here = path_of(told.id);
    let may_write = visit.is_signed_in() && told.may_attach;
    html! {
        section.sheet id="tep" {
            header { h2 { (say.text(words::FILES)) } }
            @if told.files.is_empty() { p.pad.mut { (say.text(words::NO_FILES)) } } @else {
                ul.rows.posts { @for file in &told.files { li {
                    span {
                        @if file.may_take {
                            a href=(question.to(&format!("{here}/files/{}", file.id))) download lang="vi" { (file.name) }
                        } @else { span lang="vi" { (file.name) } }
                        small.under.mut { (say.fill(words::FILE_SAYS, &[("size", &*size(say, file.bytes)), ("when", &say.moment(file.at)), ("actor", &file.actor)])) }
                    }
                    @if may_write && file.may_take {
                        form method="post" action=(question.to(&format!("{here}/files/{}/withdraw", file.id))) {
                            (form_key(visit))
                            button.btn.bare { (say.text(words::TAKE_OFF)) span.vh { " " (file.name) } }
                        }
                    }
                } } }
                @if !told.may_read_files { p.pad.mut { (say.text(words::NO_FILES_RIGHT)) } }
                @else if told.files.iter().any(|file| !file.may_take) { p.pad.mut { (say.text(words::FILES_OF_OTHERS)) } }
            }
            @if may_write {
                form.form.pad method="post" enctype="multipart/form-data" action=(question.to(&format!("{here}/files"))) {
                    (form_key(visit))
                    (field(say, words::ATTACH_FILE, false))
                    div.acts { button.btn { (say.text(words::ATTACH)) } }
                }
            } @else if visit.is_signed_in() && told.may_enter { p.pad.mut { (say.text(words::ATTACH_FIRST)) } }
        }
    }
}

/// The field of a file.
pub(super) fn field(say: Say, label: kernel::Text, is_optional: bool) -> Markup {
    html! {
        div.field {
            label for="f-file" { (say.text(label))
                @if is_optional { " " span.mut { "(" (say.text(crate::words::OPTIONAL)) ")" } } }
            span.hint id="h-file" { (say.text(words::ATTACH_HINT)) }
            input id="f-file" type="file" name="file" required[!is_optional] aria-describedby="h-file"
                accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg";
        }
    }
}

/// `512 byte`, `20 KB`, `1,4 MB`.
fn size(say: Say, bytes: i64) -> String {
    const KB: i64 = 1 << 10;
    const MB: i64 = 1 << 20;
    match bytes {
        small if small < KB => format!("{} byte", say.number(small)),
        middle if middle < MB => format!("{} KB", say.number((middle + KB / 2) / KB)),
        large => {
            let tenths = (large * 10 + MB / 2) / MB;
            let comma = if say.code() == "vi" { ',' } else { '.' };
            format!("{}{comma}{} MB", say.number(tenths / 10), tenths % 10)
        }
    }
}

/// Attaches a file.
pub(super) fn attach(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let document = document_of(visit)?;
    let say = visit.say;
    let sent = visit.form.file("file").ok_or_else(|| {
        Refusal::new("file_missing", say.text(words::NO_FILE), say.text(words::NO_FILE_DO))
    });
    let (app, actor) = (&visit.app, &visit.actor);
    // Whose paper it is comes before what was sent with it.
    let told = documents::card(app, actor, document).and_then(|_| {
        actor.must(kernel::Power::RecordMembers)?;
        let sent = sent?;
        documents::attach(app, actor, document, (&*sent.name, &*sent.bytes))?;
        Ok::<String, domain::Error>(sent.name.clone())
    });
    carried_out(
        visit,
        told,
        |name| {
            let message = say.fill(words::ATTACHED, &[("name", &name)]);
            visit.done(&format!("{}#tep", question.to(&path_of(document))), &message)
        },
        page::show,
    )
}

/// Gives a file.
pub(super) fn give(visit: &Visit) -> Result<Response, Problem> {
    let document = document_of(visit)?;
    let file = visit.id_at(4).ok_or(Problem::NoPage)?;
    let (told, bytes) = documents::download(&visit.app, &visit.actor, document, file)?;
    let kind = told.media.map_or("application/octet-stream", domain::files::Media::content_type);
    Ok(download(&told.name, kind, bytes))
}

/// Takes a file off.
pub(super) fn withdraw(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let document = document_of(visit)?;
    let file = visit.id_at(4).ok_or(Problem::NoPage)?;
    let (app, actor) = (&visit.app, &visit.actor);
    let told = documents::card(app, actor, document)
        .and_then(|_| documents::withdraw_file(app, actor, document, file));
    carried_out(
        visit,
        told,
        |()| {
            let there = format!("{}#tep", question.to(&path_of(document)));
            visit.done(&there, visit.say.text(words::TAKEN_OFF))
        },
        page::show,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_said_in_the_unit_that_reads_best() {
        let say = Say::default();
        assert_eq!(size(say, 512), "512 byte");
        assert_eq!(size(say, 20 << 10), "20 KB");
        assert_eq!(size(say, 1_468_006), "1,4 MB");
    }
}
