//! The page on which the words of a paper are mended, and the paper they make.

use axum::http::StatusCode;
use axum::response::Response;
use domain::papers::{Letterhead, Set, note};
use kernel::{Day, Id, Refusal, Text};
use maud::{Markup, html};
use print::{Annex, Decision, Head, Paper, Signing, Submission, Table};

use super::draft::{Draft, in_lines, lines};
use super::set::{As, day_of, give, must_set};
use super::words as w;
use crate::frame::{self, Frame, form_key};
use crate::parts::form::{self, Field};
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// Letters of a text of several lines at most.
const TEXT_MAX: usize = 6_000;

/// A paper being written.
pub(super) struct Writing {
    /// What it is called.
    pub(super) name: Text,
    /// A submission letter, or a decision.
    pub(super) is_letter: bool,
    pub(super) head: Letterhead,
    /// The lists annexed, with their titles.
    pub(super) lists: Vec<(String, Table)>,
    /// The number of the paper where the books have it; else it is typed.
    pub(super) number: Option<String>,
    /// Where the page and the form stand, without what is asked.
    pub(super) back: String,
    pub(super) back_name: String,
    pub(super) there: String,
    /// What is noted, and of which unit and day.
    pub(super) set: Set,
    pub(super) unit: Id,
    pub(super) on: Day,
}

/// The paper, as what was asked.
pub(super) fn send(visit: &Visit, writing: &Writing) -> Result<Response, Problem> {
    let mut draft = Draft::typed(&visit.form);
    if let Some(number) = &writing.number {
        draft.number.clone_from(number);
    }
    let how = if visit.form.text("as") == As::Docx.ending() { As::Docx } else { As::Pdf };
    let set = || must_set(visit, &paper(writing, &draft)?, how);
    match set() {
        Ok(bytes) => {
            let number = &draft.number;
            let lists = writing.lists.iter().flat_map(|(_, list)| &list.rows);
            let rows = lists.filter(|row| !row.strong).count();
            let detail = format!("{number}, {rows} dòng, .{}", how.ending());
            note(&visit.app, &visit.actor, writing.set, (writing.unit, writing.on), &detail)?;
            let stem = if writing.is_letter { "to-trinh" } else { "quyet-dinh" };
            Ok(give(&format!("{stem}_{number}"), how, bytes))
        }
        Err(refusal) => {
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, writing, &draft, Some(&refusal))
        }
    }
}

/// The paper with the words of a draft.
fn paper(writing: &Writing, draft: &Draft) -> Result<Paper, Refusal> {
    let missing = [
        (&draft.about, "trích yếu"),
        (&draft.to, "nơi quyết định hoặc nơi nhận tờ trình"),
        (&draft.body, "nội dung"),
        (&draft.place, "nơi ký"),
    ];
    if let Some((_, what)) = missing.iter().find(|(text, _)| text.is_empty()) {
        let message = format!("Văn bản còn thiếu {what}");
        return Err(Refusal::new("paper_incomplete", message, "Ghi thêm rồi tải lại"));
    }
    let from = &writing.head;
    let head = Head {
        above: from.above.as_deref().map(in_lines).unwrap_or_default(),
        body: in_lines(&from.body),
        symbol: draft.number.clone(),
        place: draft.place.clone(),
        day: day_of(from.day),
    };
    let (about, receivers) = (draft.about.clone(), lines(&draft.receivers));
    let signing = Signing { lines: lines(&draft.signed_as), name: draft.signer.clone() };
    let kind = if writing.is_letter { "Tờ trình" } else { "Quyết định" };
    let number =
        if draft.number.is_empty() { String::new() } else { format!(" số {}", draft.number) };
    let of = format!("(Kèm theo {kind}{number} {})", head.day.in_words());
    let annex = |(title, table): &(String, Table)| {
        let (title, table) = (title.clone(), table.clone());
        Annex { title, of: of.clone(), table }
    };
    let annexes = writing.lists.iter().map(annex).collect();
    let (to, body) = (lines(&draft.to), lines(&draft.body));
    Ok(if writing.is_letter {
        Paper::Submission(Submission {
            head,
            about,
            to,
            paragraphs: body,
            receivers,
            signing,
            annexes,
        })
    } else {
        Paper::Decision(Decision {
            head,
            about,
            authority: to,
            grounds: lines(&draft.grounds),
            articles: body,
            receivers,
            signing,
            annexes,
        })
    })
}

/// The page, with why the paper was not set.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    writing: &Writing,
    draft: &Draft,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let say = question.say;
    let title = say.text(writing.name);
    let back = question.to(&writing.back);
    let rows = |table: &Table| {
        say.fill(
            w::ROWS_N,
            &[("n", &say.number(table.rows.iter().filter(|row| !row.strong).count() as i64))],
        )
    };
    let content = html! {
        nav.crumbs aria-label=(say.text(crate::words::PATH)) { ol {
            li lang="vi" { a href=(back) { (writing.back_name) } }
            li aria-current="page" { (title) }
        } }
        div.head { div {
            h1 { (title) @if let Some(number) = &writing.number { " " span lang="vi" { (number) } } }
            p { (say.text(w::LEAD)) }
        } }
        form.gap method="post" action=(question.to(&writing.there)) {
            (form_key(visit))
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            section.sheet {
                header { h2 { (say.text(w::BESIDES)) } span.small.mut lang="vi" { (writing.head.body) } }
                div.pad.form { (fields(visit, writing, draft)) }
            }
            @if !writing.lists.is_empty() { section.sheet {
                header { h2 { (say.text(w::LISTS)) } }
                ul.rows { @for (title, table) in &writing.lists { li {
                    div lang="vi" { (title) small.under.mut { (rows(table)) } }
                } } }
            } }
            div.acts {
                button.btn.main name="as" value="pdf" { i.i.i-print aria-hidden="true" {} (say.text(w::AS_PDF)) }
                button.btn name="as" value="docx" { (say.text(w::AS_DOCX)) }
                a.btn.bare href=(back) { (say.text(w::BACK)) }
            }
        }
    };
    let stand = domain::figures::head(&visit.app)?;
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&stand) };
    Ok(respond(status, frame::page(&frame, title, &content)))
}

fn fields(visit: &Visit, writing: &Writing, draft: &Draft) -> Markup {
    let say = visit.say;
    let area = |name, label: Text, hint: &str, value: &str, rows, is_optional| {
        let field =
            Field { hint, most: TEXT_MAX, is_optional, ..Field::new(name, say.text(label), value) };
        form::area(say, &field, rows)
    };
    let line = |name, label: Text, value: &str, is_optional| {
        form::input(say, &Field { is_optional, ..Field::new(name, say.text(label), value) })
    };
    let is_letter = writing.is_letter;
    let (to, body, body_hint) = if is_letter {
        (w::TO, w::PARAGRAPHS, w::PARAGRAPHS_HINT)
    } else {
        (w::AUTHORITY, w::ARTICLES, w::ARTICLES_HINT)
    };
    let (grounds, receivers) = (say.text(w::GROUNDS_HINT), say.text(w::RECEIVERS_HINT));
    html! {
        @if writing.number.is_none() { (line("number", w::NUMBER, &draft.number, true)) }
        (area("about", w::ABOUT, "", &draft.about, 2, false))
        (area("to", to, "", &draft.to, 2, false))
        @if !is_letter { (area("grounds", w::GROUNDS, grounds, &draft.grounds, 4, true)) }
        (area("body", body, say.text(body_hint), &draft.body, 7, false))
        (area("receivers", w::RECEIVERS, receivers, &draft.receivers, 3, true))
        (line("place", w::PLACE, &draft.place, false))
        (area("signed-as", w::SIGNED_AS, "", &draft.signed_as, 2, true))
        (line("signer", w::SIGNER, &draft.signer, true))
    }
}
